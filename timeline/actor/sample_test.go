package actor

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func load(t testing.TB, lang string) *Lexicon {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("..", "lang", lang, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	l, err := Load(read("actors.yaml"), read("acts.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestSample prints what is found in real articles, for reading: ACTOR_SAMPLE=fr:seeds go test -run Sample -v.
func TestSample(t *testing.T) {
	want := os.Getenv("ACTOR_SAMPLE")
	if want == "" {
		t.Skip("set ACTOR_SAMPLE=fr:FILE… to print what is found in a file's sentences")
	}
	lang, pattern, _ := strings.Cut(want, ":")
	l := load(t, lang)
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		for _, text := range texts(t, file) {
			people := l.NewPeople()
			people.Add(l.Find(text).People)
			for _, sentence := range sentences(text) {
				fmt.Println("\n" + sentence)
				show(l.FindIn(sentence, people), sentence)
			}
		}
	}
}

func texts(t *testing.T, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(file, "l") {
		return []string{string(data)}
	}
	var out []string
	sc := bufio.NewScanner(strings.NewReader(string(data)))
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a.Text)
	}
	return out
}

func sentences(text string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(text, ". ", ".\n"), func(r rune) bool { return r == '\n' })
}

func show(f Found, text string) {
	for _, g := range []struct {
		name string
		refs []Ref
	}{{"states", f.States}, {"orgs", f.Orgs}, {"people", f.People}, {"places", f.Places}} {
		if len(g.refs) == 0 {
			continue
		}
		fmt.Printf("  %-7s", g.name)
		for _, r := range g.refs {
			fmt.Printf(" %s", text[r.Start:r.End])
			if g.name == "people" {
				fmt.Printf("=%s<%s>%s/%s", r.Name, r.Code, r.Office, r.Of)
			} else {
				fmt.Printf("=%s", r.Code)
			}
			if r.Role != NoRole {
				fmt.Printf("(%s)", r.Role)
			}
			fmt.Print(";")
		}
		fmt.Println()
	}
	if f.Act.Type != "" {
		fmt.Printf("  ACT     %s %s %q verb=%v passive=%v\n", f.Act.Type, f.Act.Status, text[f.Act.Start:f.Act.End], f.Act.Verb, f.Act.Passive)
	}
	for _, a := range f.Acts {
		fmt.Printf("          %s[%s] %q %d\n", a.Type, a.Status, text[a.Start:a.End], a.Weight)
	}
}
