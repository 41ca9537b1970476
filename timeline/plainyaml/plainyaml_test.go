package plainyaml

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"gopkg.in/yaml.v3"
)

// difference tells where two nodes differ in what readers of data see.
func difference(a, b *yaml.Node) string {
	if a.Kind != b.Kind || a.ShortTag() != b.ShortTag() || a.Value != b.Value || a.Line != b.Line || a.Style != b.Style || len(a.Content) != len(b.Content) {
		return fmt.Sprintf("line %d: %v %s %q style %d with %d, YAML has line %d: %v %s %q style %d with %d", a.Line, a.Kind, a.ShortTag(), a.Value, a.Style, len(a.Content),
			b.Line, b.Kind, b.ShortTag(), b.Value, b.Style, len(b.Content))
	}
	for i := range a.Content {
		if d := difference(a.Content[i], b.Content[i]); d != "" {
			return d
		}
	}
	return ""
}

// TestDataIsPlain: the files of the languages are read here, as YAML reads them.
func TestDataIsPlain(t *testing.T) {
	files, err := filepath.Glob("../lang/*/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	files = append(files, "../facts.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		root := parse(string(data))
		if root == nil {
			if filepath.Base(file) != "corpus.yaml" { // which is no part of a build
				t.Errorf("%s is not plain", file)
			}
			continue
		}
		var want yaml.Node
		if err := yaml.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if d := difference(root, want.Content[0]); d != "" {
			t.Errorf("%s: %s", file, d)
		}
	}
}

func TestWhatIsPlain(t *testing.T) {
	for text, plain := range map[string]bool{
		"a: b\n":                                 true,
		"# c\na: 1 # d\n\nb:\n  - x, y: z\n":     false, // a mapping in a sequence
		"a:\n- b\n- 'it''s'\nc:\n":               true,
		"a: [b, \"c\\\"\", {d: e}]\n":            true,
		"a: [b\n  c]\n":                          false, // a scalar of two lines
		"a: [b,\n  c # d\n  ]\n":                 true,
		"a: b\n  c\n":                            false,
		"a: >\n  b\n  c\nd: e\n":                 true,
		"a: |\n  b\n":                            false,
		"a: &x b\nc: *x\n":                       false,
		"a: \"\\u00e9\"\n":                       false,
		"a: {b, c}\n":                            false,
		"a: [b: c]\n":                            false,
		"<<: {a: b}\n":                           false,
		"- a\n- b: c\n":                          false,
		"a: b: c\n":                              false,
		"a: [b]c\n":                              false,
		"a:\tb\n":                                false,
		"":                                       false,
		"---\na: b\n":                            false,
		"a: ~\nb: yes\nc: 0x1f\nd: 2024-06-19\n": true,
	} {
		root := parse(text)
		if (root != nil) != plain {
			t.Errorf("%q: plain is %v", text, root != nil)
		}
		checkSame(t, text)
	}
}

// checkSame fails where a text is read otherwise than YAML reads it.
func checkSame(t *testing.T, text string) {
	t.Helper()
	root := parse(text)
	if root == nil {
		return
	}
	var want yaml.Node
	if err := yaml.Unmarshal([]byte(text), &want); err != nil {
		t.Fatalf("%q is read, but YAML says %v", text, err)
	}
	if len(want.Content) != 1 {
		t.Fatalf("%q is read, but YAML finds nothing", text)
	}
	if d := difference(root, want.Content[0]); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
}

// FuzzParse: what is plain is read as YAML reads it.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: b\n", "a:\n- b\n- 'it''s'\nc:\n", "a: [b, \"c\\\"\", {d: e}]\n", "a:\n  b: >\n    c\n    d\n", "? a\n", "a: -b ?c :d\n",
		"a: [b,\n  c # d\n  ]\n", "- - a\n", "a: b #c\n", "a: ~\nb: 1\n", "a: x:y http://z\n", "a: {b: c,}\n", "\"a\": b\n", "é: [œ, ’]\n"} {
		f.Add(s)
	}
	f.Fuzz(checkSame)
}

func TestUnmarshalKnown(t *testing.T) {
	type inner struct {
		B []string       `yaml:"b"`
		M map[string]int `yaml:"m"`
	}
	var out struct {
		A    inner
		Node yaml.Node
	}
	if err := UnmarshalKnown([]byte("a: {b: [c, d], m: {x: 1}}\nnode: {any: thing}\n"), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.A.B) != 2 || out.A.B[1] != "d" || out.A.M["x"] != 1 || out.Node.Content[0].Value != "any" {
		t.Errorf("%+v", out)
	}
	for text, want := range map[string]string{
		"a: {c: d}\n":      "yaml: unmarshal errors:\n  line 1: field c not found in type plainyaml.inner",
		"a: {m: {x: y}}\n": "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `y` into int",
		"a: b: c\n":        "yaml: mapping values are not allowed in this context",
	} {
		if err := UnmarshalKnown([]byte(text), &out); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
