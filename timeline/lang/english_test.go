package lang

import (
	"strings"
	"testing"
)

// englishText is ordinary English prose of our own, of the kind of text in
// bench_test.go.
var englishText = strings.Repeat(`The foreign minister met his counterpart on Wednesday for talks on the situation in the region. According to several
diplomats, the two delegations had already met in February 2022, and again last fall, without reaching an agreement on the timetable of the
withdrawal. "We need time," said the spokesman, who does not rule out another meeting before the end of the year. Nearly 12,000 people have
left the area in the past three weeks, and 2,500 soldiers of Unit 731 may march north.
`, 400)

func BenchmarkFindEnglish(b *testing.B) {
	p, err := Get("en")
	if err != nil {
		b.Fatal(err)
	}
	f := NewFinder(p)
	b.SetBytes(int64(len(englishText)))
	b.ReportAllocs()
	var ms []Mention
	for b.Loop() {
		ms = f.Find(englishText, ms[:0])
	}
}

// FuzzFindEnglish: whatever the text, spans lie inside it, in order, and
// resolving them against any base does not panic.
func FuzzFindEnglish(f *testing.F) {
	for _, s := range []string{"On May 8-10, 2006, at 6:40 p.m. (GMT +8)", "'98 '", "1914-18/19", "11-thu4 12.12.12 0800 UTC", "the 470s BC\n\n480",
		"three Sundays ago, 99 Mondays ago", "twenty-first of May", "from December to May 2022", "(490 – 480 BC)", "in the 99999999999th century"} {
		f.Add(s)
	}
	fuzzFinder(f, "en")
}

func TestArgsOfFeasts(t *testing.T) {
	for _, c := range []struct {
		in   string
		want args
	}{
		{"11-thu4", args{month: 11, weekday: 4, nth: 4, feast: true}},
		{"05-mon-1", args{month: 5, weekday: 1, nth: -1, feast: true}},
		{"11-thu4 1", args{month: 11, weekday: 4, nth: 4, feast: true, n: 1}},
		{"1944-06-06", args{year: 1944, month: 6, day: 6, feast: true}},
		{"vague plural", args{vague: true, word: "plural"}},
	} {
		if got, err := parseArgs(c.in); err != nil || got != c.want {
			t.Errorf("parseArgs(%q) = %+v, %v; want %+v", c.in, got, err, c.want)
		}
	}
	for _, wrong := range []string{"13-thu4", "11-thx4", "11-thu9", "11-thu0"} {
		if got, _ := parseArgs(wrong); got.feast {
			t.Errorf("parseArgs(%q) reads a feast: %+v", wrong, got)
		}
	}
}

func TestWeakWordsNeedSupport(t *testing.T) {
	p, err := Get("en")
	if err != nil {
		t.Fatal(err)
	}
	f := NewFinder(p)
	for _, c := range []struct{ text, want string }{
		{"They may go.", ""}, {"may 8", "may 8"}, {"on May 8", "May 8"}, {"in may", "may"}, {"next may", "next may"}, {"He may 8 cakes eat", ""},
		{"Sun, Mar. 6, 2016", "Sun, Mar. 6, 2016"}, {"Sun is out", ""}, {"the fall hurt", ""}, {"in the fall of 2007", "the fall of 2007"},
	} {
		got := ""
		if ms := f.Find(c.text, nil); len(ms) > 0 {
			got = c.text[ms[0].Start:ms[0].End]
		}
		if got != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
