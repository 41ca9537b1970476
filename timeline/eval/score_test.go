package eval

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared opens a development corpus, or skips the test where there is none.
func shared(t testing.TB, parts ...string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{"..", "..", "..", "shared", "corpora"}, parts...)...))
	if err != nil {
		t.Skipf("no development corpora beside the repository: %v", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

var fourDigits = regexp.MustCompile(`\b(1[5-9]|20)\d\d\b`)

// yearTagger finds years of four digits and nothing else.
func yearTagger(d Document) []Timex {
	var found []Timex
	for _, at := range fourDigits.FindAllStringIndex(d.Text, -1) {
		found = append(found, Timex{Start: at[0], End: at[1], Type: "DATE", Value: d.Text[at[0]:at[1]], Rule: "year"})
	}
	return found
}

func about(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %.6f, want %.6f", what, got, want)
	}
}

// The text of the scoring tests, and where its expressions stand.
const text = "Le pont a ouvert le 3 mai 2012. Il a fermé hier soir pour deux ans."

func at(t *testing.T, phrase, typ, value, mod string) Timex {
	t.Helper()
	i := strings.Index(text, phrase)
	if i < 0 {
		t.Fatalf("%q is not in the text", phrase)
	}
	return Timex{Start: i, End: i + len(phrase), Text: phrase, Type: typ, Value: value, Mod: mod, Rule: "r"}
}

func TestScoreByHand(t *testing.T) {
	d := Document{ID: "d", File: "f", Line: 1, Text: text, Gold: []Timex{
		at(t, "le 3 mai 2012", "DATE", "2012-05-03", ""),
		at(t, "hier soir", "TIME", "2012-06-01TEV", ""),
		at(t, "deux ans", "DURATION", "P2Y", ""),
	}}
	// Exact and right; overlapping with another type and value; spurious ("fermé"). "deux ans" is missed.
	system := []Timex{
		at(t, "le 3 mai 2012", "DATE", "2012-05-03", ""),
		at(t, "hier", "DATE", "2012-06-01", ""),
		at(t, "fermé", "DATE", "2012", ""),
	}
	r := Score([]Document{d}, func(Document) []Timex { return system })
	want := Counts{Gold: 3, System: 3, Strict: 1, Relaxed: 2, Type: 1, Value: 1, Mod: 2, Same: 1, Judged: 2}
	if r.Total.Counts != want {
		t.Fatalf("counts = %+v, want %+v", r.Total.Counts, want)
	}
	about(t, "strict F1", r.Total.StrictSpan().F1, 1.0/3)
	about(t, "relaxed P", r.Total.RelaxedSpan().P, 2.0/3)
	about(t, "relaxed R", r.Total.RelaxedSpan().R, 2.0/3)
	about(t, "relaxed F1", r.Total.RelaxedSpan().F1, 2.0/3)
	about(t, "type F1", r.Total.TypeF1(), 2.0/3*0.5)
	about(t, "value F1", r.Total.ValueF1(), 2.0/3*0.5)
	about(t, "mod F1", r.Total.ModF1(), 2.0/3)

	var kinds []string
	for _, m := range r.Misses {
		kinds = append(kinds, strings.Join(m.Kinds, "+"))
	}
	if got := strings.Join(kinds, " "); got != "spurious span+type+value missed" {
		t.Errorf("kinds of misses = %q", got)
	}
	if s := r.Misses[2].Sentence; s != "Il a fermé hier soir pour deux ans." {
		t.Errorf("sentence = %q", s)
	}
	if m := r.Misses[2]; m.Sentence[m.From:m.To] != "deux ans" {
		t.Errorf("expression in the sentence = %q", m.Sentence[m.From:m.To])
	}
}

func TestEachMentionMatchesOnce(t *testing.T) {
	whole := at(t, "hier soir", "TIME", "v", "")
	parts := []Timex{at(t, "hier", "DATE", "v", ""), at(t, "soir", "TIME", "v", "")}
	if got := match([]Timex{whole}, parts); len(got) != 1 || got[0].s != 0 && got[0].s != 1 {
		t.Errorf("one gold and two of ours give %d pairs, want 1", len(got))
	}
	if got := match(parts, []Timex{whole}); len(got) != 1 {
		t.Errorf("two gold and one of ours give %d pairs, want 1", len(got))
	}
	// The exact one wins over the one that comes first and overlaps more.
	if got := match([]Timex{parts[0]}, []Timex{whole, parts[0]}); len(got) != 1 || got[0].s != 1 {
		t.Errorf("the exact span was not preferred: %v", got)
	}
	// "hier soir" goes to "soir pour" by nothing but overlap: four bytes of "soir", as many of "hier".
	if got := match([]Timex{whole}, []Timex{at(t, "soir pour", "", "", ""), at(t, "fermé hier", "", "", "")}); len(got) != 1 || got[0].s != 0 {
		t.Errorf("equal overlap: fewest stray bytes should win, got %v", got)
	}
	if got := match([]Timex{at(t, "hier", "", "", "")}, []Timex{at(t, " soir", "", "", "")}); len(got) != 0 {
		t.Errorf("spans that touch do not overlap: %v", got)
	}
}

func TestByTypeAndRule(t *testing.T) {
	d := Document{ID: "d", File: "f", Text: text, Gold: []Timex{
		at(t, "hier soir", "TIME", "a", ""), at(t, "deux ans", "DURATION", "P2Y", ""),
	}}
	r := Score([]Document{d}, func(Document) []Timex {
		return []Timex{at(t, "hier soir", "DATE", "a", ""), at(t, "fermé", "DATE", "", "")}
	})
	byName := map[string]Row{}
	for _, x := range r.Types {
		byName[x.Name] = x
	}
	if x := byName["TIME"]; x.Gold != 1 || x.System != 1 || x.Type != 0 || x.Value != 1 {
		t.Errorf("TIME: %+v", x)
	}
	if x := byName["DATE"]; x.Gold != 0 || x.System != 1 || x.Relaxed != 0 {
		t.Errorf("DATE: %+v", x)
	}
	if x := byName["DURATION"]; x.Gold != 1 || x.System != 0 {
		t.Errorf("DURATION: %+v", x)
	}
	if len(r.Rules) != 1 || r.Rules[0].System != 2 || r.Rules[0].Relaxed != 1 {
		t.Errorf("rules: %+v", r.Rules)
	}
}

func TestSystemOutsideTheTextIsDropped(t *testing.T) {
	d := Document{ID: "d", Text: "court"}
	r := Score([]Document{d}, func(Document) []Timex {
		return []Timex{{Start: -1, End: 3}, {Start: 2, End: 99}, {Start: 3, End: 3}, {Start: 4, End: 2}}
	})
	if r.Total.System != 0 {
		t.Errorf("system = %d, want 0", r.Total.System)
	}
}

func TestNormalValue(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"2012-05-03T3:15", "2012-05-03T03:15"},
		{"1999-07-16T14", "1999-07-16T14:00"},
		{"1999-07-16T14:00:00", "1999-07-16T14"},
		{"2005-10-04T12:30Z", "2005-10-04T12:30"},
		{"2010-05-XX", "2010-05"},
		{"199X", "199"},
		{"present_ref", "PRESENT_REF"},
	} {
		if x, y := NormalValue(c.a), NormalValue(c.b); x != y {
			t.Errorf("%q and %q: %q is not %q", c.a, c.b, x, y)
		}
	}
	for _, c := range []struct{ a, b string }{
		{"P24M", "P2Y"}, {"PT24H", "P1D"}, {"2012-05", "2012"}, {"2012-05-03TEV", "2012-05-03"}, {"XXXX-XX", "XXXX"}, {"P7D", "P1W"},
	} {
		if x, y := NormalValue(c.a), NormalValue(c.b); x == y {
			t.Errorf("%q and %q are both %q; they say different things", c.a, c.b, x)
		}
	}
}

func TestReadGoldChecksOffsets(t *testing.T) {
	good := `{"id":"a","lang":"fr","dct":null,"text":"été 2012","timex":[{"start":0,"end":10,"text":"été 2012","type":"DATE","value":"2012-SU","mod":null}]}`
	docs, err := ReadGold(strings.NewReader("\ufeff"+good+"\n\n"), "g.jsonl")
	if err != nil || len(docs) != 1 || len(docs[0].Gold) != 1 || docs[0].Line != 1 {
		t.Fatalf("docs %+v, error %v", docs, err)
	}
	for name, c := range map[string]struct{ line, want string }{
		"characters for bytes": {strings.Replace(good, `"end":10`, `"end":8`, 1), "g.jsonl:2: timex 1 of \"a\": offsets 0–8 hold"},
		"cut character":        {strings.Replace(good, `"start":0`, `"start":1`, 1), "cut a character"},
		"outside":              {strings.Replace(good, `"end":10`, `"end":80`, 1), "outside the text of 10 bytes"},
		"no json":              {"pas du json", "g.jsonl:2: no gold document"},
		"an id twice":          {good + "\n" + good, "g.jsonl:3: document \"a\" stands on line 2 already"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadGold(strings.NewReader("\n"+c.line), "g.jsonl")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestTablesAreAligned(t *testing.T) {
	d := Document{ID: "d", File: "été.jsonl", Line: 7, DCT: "2012-06-02", Text: text, Gold: []Timex{at(t, "hier soir", "TIME", "2012-06-01TEV", "")}}
	other := Document{ID: "e", File: "b.jsonl", Text: "Depuis 1999."}
	r := Score([]Document{d, other}, yearTagger)
	var b bytes.Buffer
	if err := r.WriteTable(&b, "rule"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for _, i := range []int{2, 3, 5} { // the two files and the sum: every line as long as the head
		if got, want := len([]rune(lines[i])), len([]rune(lines[0])); got != want {
			t.Errorf("line %q has %d columns, the head %d\n%s", lines[i], got, want, b.String())
		}
	}
	if err := r.WriteTable(&b, "moon"); err == nil {
		t.Error("an unknown grouping is no error")
	}
	b.Reset()
	if err := r.WriteMisses(&b, Missed); err != nil {
		t.Fatal(err)
	}
	want := "été.jsonl:7  d  missed  (2012-06-02)\n    Il a fermé »hier soir« pour deux ans.\n    gold  hier soir  TIME  2012-06-01TEV\n    ours  —\n\n"
	if b.String() != want {
		t.Errorf("misses:\n%s\nwant:\n%s", b.String(), want)
	}
	b.Reset()
	if err := r.WriteJSON(&b, true); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Total  struct{ ValueF1 *float64 }
		Misses []Miss
	}
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || back.Total.ValueF1 == nil || len(back.Misses) != 3 {
		t.Errorf("JSON: %v, %+v", err, back)
	}
}

func TestGoldOnItselfIsPerfect(t *testing.T) {
	for _, name := range []string{"fr_ftb.dev.jsonl", "fr_te2_extra.jsonl", "en_meantime.jsonl", "en_wikiwars.dev.jsonl"} {
		docs, err := ReadGold(shared(t, name), name)
		if err != nil {
			t.Fatal(err)
		}
		r := Score(docs, func(d Document) []Timex { return d.Gold })
		if r.Total.ValueF1() != 1 || r.Total.StrictSpan().F1 != 1 || len(r.Misses) != 0 {
			t.Errorf("%s: gold against itself: %+v", name, r.Total)
		}
		if years := Score(docs, yearTagger); years.Total.RelaxedSpan().P < 0.5 {
			t.Errorf("%s: years alone have precision %.2f; the offsets must be off", name, years.Total.RelaxedSpan().P)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	docs, err := ReadGold(shared(b, "fr_ftb.dev.jsonl"), "gold")
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Score(docs, func(d Document) []Timex { return d.Gold })
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"été 2012","timex":[{"start":0,"end":10,"value":null}]}`))
	f.Add([]byte("{}\n{}\n[1]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, _ := ReadGold(bytes.NewReader(data), "f")
		r := Score(docs, func(d Document) []Timex { return append(yearTagger(d), d.Gold...) })
		if r.Total.Relaxed > min(r.Total.Gold, r.Total.System) {
			t.Fatalf("more pairs than mentions: %+v", r.Total)
		}
		var b bytes.Buffer
		if err := r.WriteMisses(&b); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteTable(&b, "type"); err != nil {
			t.Fatal(err)
		}
	})
}
