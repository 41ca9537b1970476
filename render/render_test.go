package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is the hand-written timeline of testdata, read as a person's edit.
func sample(t testing.TB) timeline.Timeline {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "sample.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tl, err := Read("sample.yaml", file)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// hostile is a timeline whose every text tries to break out of its format.
func hostile() timeline.Timeline {
	const evil = "=cmd|' /C calc'!A0\r\n<script>alert(1)</script> \"&]]> \\end{document} : ; # ``` | section\x00\x1b[31m\xff\u2028{{7*7}} BEGIN:VEVENT"
	e := timeline.Event{ID: evil, Date: "2024-06-19", Start: "2024-06-19", End: "2024-06-19", Precision: "day", Label: evil, Title: evil,
		Text: evil, Lang: "fr", Actors: []string{evil}, People: []string{evil}, Places: []string{evil}, Score: 0.5,
		Sources: []timeline.Source{{Article: "a", End: 5, Quote: evil, Expression: evil, Date: "2024-06-19", Rule: "date"}}}
	return timeline.Timeline{Title: evil, Lang: "fr", Events: []timeline.Event{e, e},
		Articles: []timeline.Article{{ID: "a", Title: evil, URL: "javascript:alert(1)", Source: evil, Lang: "fr", Date: "2024-06-19"}}}
}

func write(t testing.TB, format string, tl timeline.Timeline, o Options) string {
	t.Helper()
	f, err := Named(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, tl, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// textFormats are those whose output of the sample is kept as a golden file.
var textFormats = []string{"yaml", "json", "csv", "markdown", "timelinejs", "ics", "mermaid", "jsonld", "tei", "bibtex", "ris"}

func TestGolden(t *testing.T) {
	for _, name := range textFormats {
		t.Run(name, func(t *testing.T) {
			f, err := Named(name)
			if err != nil {
				t.Fatal(err)
			}
			got := write(t, name, sample(t), Options{FrontMatter: true})
			golden := filepath.Join("testdata", "golden"+f.Extensions[0])
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from %s; look at the difference, then run go test -update\n%s", name, golden, firstDifference(got, string(want)))
			}
			if again := write(t, name, sample(t), Options{FrontMatter: true}); again != got {
				t.Error("two runs differ")
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return "got:  " + g[i] + "\nwant: " + strings.Join(w[min(i, len(w)):min(i+1, len(w))], "")
		}
	}
	return "got is shorter"
}

func TestNoEvents(t *testing.T) {
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, timeline.Timeline{Lang: "fr"}, Options{}); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestForPath(t *testing.T) {
	for path, want := range map[string]string{"a.yaml": "yaml", "A.YML": "yaml", "x/y.json": "json", "b.timeline.json": "timelinejs",
		"c.tei.xml": "tei", "d.bib": "bibtex", `C:\frise\e.ICS`: "ics", "notes.md": "markdown"} {
		f, err := ForPath(path)
		if err != nil || f.Name != want {
			t.Errorf("ForPath(%q) = %q, %v; want %q", path, f.Name, err, want)
		}
	}
	for _, path := range []string{"a.exe", "yaml", ""} {
		if f, err := ForPath(path); err == nil {
			t.Errorf("ForPath(%q) = %q, want an error", path, f.Name)
		} else if !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("no hint in %v", err)
		}
	}
	if _, err := Named("nope"); err == nil || !strings.Contains(err.Error(), "timelinejs") {
		t.Errorf("Named(nope): %v", err)
	}
}

func TestSchema(t *testing.T) {
	for name, tl := range map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile(), "empty": {}} {
		if err := validate(t, []byte(write(t, "json", tl, Options{}))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := validate(t, []byte(write(t, "json", tl, Options{Compact: true}))); err != nil {
			t.Errorf("%s, compact: %v", name, err)
		}
	}
	for _, bad := range []string{`{}`, `[]`, `{"title":"","lang":"fr","events":[],"articles":[],"more":1}`,
		`{"title":"","lang":"fr","articles":[],"events":[{"id":"a","date":"juin","precision":"day","label":"","title":"","text":"","lang":"fr","score":0,"sources":[]}]}`,
		`{"title":"","lang":"fr","articles":[],"events":[{"id":"a","date":"2024","precision":"day","label":"","title":"","text":"","lang":"fr","score":2,"sources":[]}]}`,
		`{"title":"","lang":"fr","articles":[],"events":[{"id":"a","date":"2024","precision":"moon","label":"","title":"","text":"","lang":"fr","score":0,"sources":[]}]}`,
	} {
		if err := validate(t, []byte(bad)); err == nil {
			t.Errorf("the schema accepts %s", bad)
		}
	}
}

func validate(t *testing.T, document []byte) error {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("timeline.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("timeline.json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

// The schema, the reader's shapes and the Go types are three tellings of one contract.
func TestOneContract(t *testing.T) {
	var schema struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name       string
		typ        reflect.Type
		shape      *tree.Shape
		properties map[string]any
	}{
		{"timeline", reflect.TypeFor[timeline.Timeline](), timelineShape, schema.Properties},
		{"event", reflect.TypeFor[timeline.Event](), eventShape, schema.Defs["event"].Properties},
		{"source", reflect.TypeFor[timeline.Source](), sourceShape, schema.Defs["source"].Properties},
		{"article", reflect.TypeFor[timeline.Article](), articleShape, schema.Defs["article"].Properties},
		{"clue", reflect.TypeFor[timeline.Clue](), clueShape, nil},
	} {
		if len(c.shape.Fields) != c.typ.NumField() {
			t.Errorf("%s: the reader knows %d fields, the type has %d", c.name, len(c.shape.Fields), c.typ.NumField())
			continue
		}
		for i := range c.typ.NumField() {
			field := strings.Split(c.typ.Field(i).Tag.Get("json"), ",")[0]
			yamlName := strings.Split(c.typ.Field(i).Tag.Get("yaml"), ",")[0]
			if field != yamlName || c.shape.Fields[i].Name != field {
				t.Errorf("%s: field %d is %q in JSON, %q in YAML, %q in the reader", c.name, i, field, yamlName, c.shape.Fields[i].Name)
			}
			if _, ok := c.properties[field]; !ok && c.properties != nil {
				t.Errorf("%s: the schema has no %q", c.name, field)
			}
		}
		if c.properties != nil && len(c.properties) != c.typ.NumField() {
			t.Errorf("%s: the schema has %d fields, the type %d", c.name, len(c.properties), c.typ.NumField())
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	one := sample(b)
	big := one
	big.Events = nil
	for range 100 {
		big.Events = append(big.Events, one.Events...)
	}
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			var out bytes.Buffer
			if err := f.Write(&out, big, Options{}); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(out.Len()))
			b.ReportAllocs()
			for b.Loop() {
				out.Reset()
				if err := f.Write(&out, big, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
