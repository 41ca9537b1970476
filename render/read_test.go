package render

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/timeline"
)

func TestReadRoundTrip(t *testing.T) {
	want := wholeTimeline(sample(t))
	for _, format := range []string{"yaml", "json"} {
		got, err := Read("t."+format, strings.NewReader(write(t, format, want, Options{})))
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		if !reflect.DeepEqual(wholeTimeline(got), want) {
			t.Errorf("%s: the timeline that comes back is another:\n%+v\n%+v", format, wholeTimeline(got), want)
		}
	}
}

func TestReadWorksOutWhatIsMissing(t *testing.T) {
	tl := sample(t)
	for _, c := range []struct{ id, start, end, precision, label string }{
		{"ides", "-0043-03-15", "-0043-03-15", "day", "15 mars 44 av. J.-C."},
		{"guerre", "1950-01-01", "1953-12-31", "year", "1950 – 1953"},
		{"famine", "1990-01-01", "1999-12-31", "decade", "milieu des années 1990"},
		{"traite", "2024-06-19", "2024-06-19", "day", "19 juin 2024"},
		{"obus", "2023-01-01", "2023-12-31", "year", "vers 2023"},
		{"hanoi", "2024-06-20", "2024-06-20", "day", "20 juin 2024 (date déduite)"},
		{"transition", "2024-07-01", "", "month", "depuis juillet 2024"},
		{"polaire", "+12024-03-01", "+12024-03-31", "month", "mars 12024"},
		{"invasion", "2022-02-01", "2022-02-28", "month", "fin février 2022"},
	} {
		found := false
		for _, e := range tl.Events {
			if e.ID != c.id {
				continue
			}
			found = true
			if e.Start != c.start || e.End != c.end || e.Precision != c.precision || e.Label != c.label || e.Lang != "fr" {
				t.Errorf("%s: got %q %q %q %q %q", c.id, e.Start, e.End, e.Precision, e.Label, e.Lang)
			}
		}
		if !found {
			t.Errorf("no event %s", c.id)
		}
	}
}

// A person changes the date alone: everything else about the date follows.
func TestReadFollowsAnEditedDate(t *testing.T) {
	const text = `title: t
lang: fr
events:
  - date: "2019-04"
    start: "2024-06-19"
    end: "2024-06-19"
    precision: day
    label: 19 juin 2024
    title: Rencontre
`
	tl, err := Read("t.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	e := tl.Events[0]
	if e.Start != "2019-04-01" || e.End != "2019-04-30" || e.Precision != "month" || e.Label != "avril 2019" || !strings.HasPrefix(e.ID, "e") {
		t.Errorf("got %+v", e)
	}
	again, err := Read("t.yaml", strings.NewReader(text))
	if err != nil || again.Events[0].ID != e.ID {
		t.Errorf("the id changes from run to run: %q %q", e.ID, again.Events[0].ID)
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "t:1: the file is empty"},
		{"list", "- a\n", "t:1: a timeline must hold fields"},
		{"unknown", "title: t\nlang: fr\nevent: []\n", "t:3: unknown field \"event\"\nhint: did you mean \"events\"?"},
		{"far off", "title: t\nfoo: 1\n", "hint: the fields here are title, lang, events, articles"},
		{"nested", "events:\n  - date: '2024'\n    titel: x\n", "t:3: unknown field \"titel\"\nhint: did you mean \"title\"?"},
		{"not a list", "events: demain\n", "t:1: events must be a list, and is \"demain\""},
		{"not a number", "events:\n  - {date: '2024', title: x, score: fort}\n", "t:2: score must be a number, and is \"fort\""},
		{"not a text", "title: [a]\n", "t:1: title must be a text, and is a list"},
		{"twice", "title: a\nlang: fr\ntitle: b\n", "t:3: \"title\" stands here and on line 1 already"},
		{"alias", "title: &a x\nlang: *a\n", "t:2: lang: an alias (*a) has no place here"},
		{"no date", "events:\n  - title: x\n", "t:2: the event has no date"},
		{"no title", "events:\n  - date: '2024'\n", "t:2: the event has no title"},
		{"bad date", "events:\n  - title: x\n    date: 19 juin\n", "t:3: date: \"19 juin\" is no EDTF date"},
		{"no such day", "events:\n  - title: x\n    date: 2023-02-29\n", "t:3: date: \"2023-02-29\" is no EDTF date"},
		{"bad start", "events:\n  - title: x\n    date: '2024'\n    start: '2024'\n", "t:4: start: \"2024\" is no day"},
		{"bad type", "events:\n  - title: x\n    date: '2024'\n    type: war\n", "t:4: unknown type \"war\"\nhint: one of agree"},
		{"bad status", "events:\n  - {title: x, date: '2024', status: maybe}\n", "t:2: unknown status \"maybe\""},
		{"bad precision", "events:\n  - {title: x, date: '2024', precision: moon}\n", "t:2: unknown precision \"moon\""},
		{"bad modifier", "events:\n  - {title: x, date: '2024', modifier: late}\n", "t:2: unknown modifier \"late\""},
		{"bad score", "events:\n  - {title: x, date: '2024', score: 3}\n", "t:2: score must be from 0 to 1, and is 3"},
		{"lost source", "events:\n  - title: x\n    date: '2024'\n    sources:\n      - article: a\n", "t:5: the source names the article \"a\""},
		{"two ids", "events:\n  - {id: a, title: x, date: '2024'}\n  - {id: a, title: y, date: '2025'}\n", "t:3: another event has the id \"a\""},
		{"bad indent", "title: a: b\n", "t:1: mapping values are not allowed"},
		{"tabs", "title: a\nevents:\n\t- x\n", "t:3: found character that cannot start any token"},
		{"json unknown", "{\"title\": \"t\",\n \"lang\": \"fr\",\n \"evants\": []}", "t:3: unknown field \"evants\""},
		{"json type", "{\"title\":\n 1,\n \"events\": {}}", "t:3: events must be a list, and is an object"},
		{"json syntax", "{\"title\": \"t\",\n \"lang\": fr}", "t:2: invalid character"},
		{"json short", "{\"title\": \"t\",\n \"events\": [", "t:2: "},
		{"json rest", "{}\n{}", "t:2: something stands behind"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("t", strings.NewReader(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
	many := "events:\n" + strings.Repeat("  - foo: 1\n", 100)
	_, err := Read("t", strings.NewReader(many))
	if err == nil || strings.Count(err.Error(), "\nt:") > 20 || !strings.Contains(err.Error(), "more mistakes") {
		t.Errorf("a hundred mistakes: %v", err)
	}
}

// JSON escapes that are no YAML are read as JSON.
func TestReadJSONEscapes(t *testing.T) {
	tl, err := Read("t", strings.NewReader(`{"title":"\ud83d\udd4a a\/b","lang":"fr","events":[],"articles":[]}`))
	if err != nil || tl.Title != "🕊 a/b" {
		t.Errorf("got %q, %v", tl.Title, err)
	}
}

// YAML and JSON are one tree: the same fields in the same order with the same values.
func TestYAMLIsJSON(t *testing.T) {
	for name, tl := range map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile(), "empty": {Lang: "en"}} {
		var flat [2][]string
		for i, format := range []string{"yaml", "json"} {
			root, err := tree.Parse(name, strings.NewReader(write(t, format, tl, Options{})))
			if err != nil {
				t.Fatal(err)
			}
			flatten(root, &flat[i])
		}
		if !reflect.DeepEqual(flat[0], flat[1]) {
			for i := range min(len(flat[0]), len(flat[1])) {
				if flat[0][i] != flat[1][i] {
					t.Errorf("%s: YAML has %q where JSON has %q", name, flat[0][i], flat[1][i])
				}
			}
		}
	}
}

func flatten(n *tree.Node, to *[]string) {
	kind := n.Kind
	if kind == tree.Number {
		kind = tree.Integer // JSON writes 1 for 1.0
	}
	*to = append(*to, fmt.Sprint(kind, " ", n.Value))
	for _, c := range n.Content {
		flatten(c, to)
	}
	*to = append(*to, "end")
}

// Texts that YAML would take for something else stand in quotes.
func TestYAMLScalars(t *testing.T) {
	for text, want := range map[string]string{
		"Sommet de Vladivostok": "Sommet de Vladivostok", "l’été 2022": "l’été 2022", "Été": "Été",
		"no": `"no"`, "True": `"True"`, "null": `"null"`, "": `""`, "2024-06-19": `"2024-06-19"`, "12": `"12"`, "~": `"~"`,
		"Sommet : suite": `"Sommet : suite"`, "a #b": `"a #b"`, "a#b": "a#b", "fin:": `"fin:"`, "« Oui »": `"« Oui »"`,
		"a\nb\t\"c\"\\": `"a\nb\t\"c\"\\"`, "\x00\u2028\u0085": `"\u0000\u2028\u0085"`, "a\xff\xffb": "a\uFFFDb", "🕊": `"🕊"`, "a 🕊": "a 🕊", "a ": `"a "`,
	} {
		var b bytes.Buffer
		y := &yamlWriter{out: bufio.NewWriter(&b)}
		y.scalar(text, "")
		y.out.Flush()
		if b.String() != want {
			t.Errorf("%q is written %s, want %s", text, b.String(), want)
		}
	}
}

func FuzzRead(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("testdata", "sample.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(write(f, "json", sample(f), Options{}))
	f.Add("title: &a [*a]\n")
	f.Add("events:\n  - {date: 2024-06-19, title: 'x\u0085y'}\n")
	f.Fuzz(func(t *testing.T, text string) {
		tl, err := Read("t", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, format := range []string{"yaml", "json"} {
			out := write(t, format, tl, Options{})
			back, err := Read("t", strings.NewReader(out))
			if err != nil {
				t.Fatalf("%s cannot be read back: %v\n%s", format, err, out)
			}
			if !reflect.DeepEqual(wholeTimeline(back), wholeTimeline(tl)) {
				t.Fatalf("%s comes back changed:\n%#v\n%#v", format, wholeTimeline(tl), wholeTimeline(back))
			}
		}
		for _, f := range Formats {
			write(t, f.Name, tl, Options{})
		}
	})
}

func BenchmarkRead(b *testing.B) {
	tl := sample(b)
	for _, format := range []string{"yaml", "json"} {
		text := write(b, format, tl, Options{})
		b.Run(format, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Read("t", strings.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// wholeTimeline is a timeline as its JSON has it.
func wholeTimeline(t timeline.Timeline) timeline.Timeline {
	events, articles := make([]timeline.Event, len(t.Events)), make([]timeline.Article, len(t.Articles))
	for i, e := range t.Events {
		events[i] = wholeEvent(e)
	}
	for i, a := range t.Articles {
		articles[i] = wholeArticle(a)
	}
	t.Title, t.Events, t.Articles = valid(t.Title), events, articles
	return t
}
