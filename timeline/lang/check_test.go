package lang

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestCorpora holds every pack to its own corpus.
func TestCorpora(t *testing.T) {
	for _, code := range Codes() {
		t.Run(code, func(t *testing.T) {
			corpus, err := Data(code, "corpus.yaml")
			if err != nil {
				t.Skipf("%s has no corpus yet", code)
			}
			p, err := Get(code)
			if err != nil {
				t.Fatal(err)
			}
			cases, problems := p.Check(corpus, code+"/corpus.yaml")
			for _, problem := range problems {
				t.Error(problem)
			}
			t.Logf("%d cases", cases)
		})
	}
}

const miniPack = `
code: xx
name: mini
small_names: true
words:
  month: {mai: 5}
  weekday: {lundi: 1}
  unit: {ans: year}
rules:
  calendar:
    - "le {day} {month} [{year}]"
    - "{weekday} dernier @last"
  recurring:
    - "tous les ans @every = 1 year"
  amount:
    - "depuis ^ {n} {unit} @ago"
`

func TestCheckTellsWhatIsWrong(t *testing.T) {
	p, err := LoadDir(fstest.MapFS{"pack.yaml": {Data: []byte(miniPack)}})
	if err != nil {
		t.Fatal(err)
	}
	const head = "dates:\n  on: 2024-06-19\n  cases:\n    - "
	for _, c := range []struct{ name, line, want string }{
		{"right", "Vu [le 8 mai 1945 = 1945-05-08].", ""},
		{"two expressions", "De [lundi dernier = 2024-06-17] et [le 8 mai 1945 = 1945-05-08].", ""},
		{"no expression", "Rien.", ""},
		{"a publication date of its own", `{on: 2024-06-26, text: "Vu [lundi dernier = 2024-06-24]."}`, ""},
		{"set", "Vu [tous les ans = SET P1Y].", ""},
		{"point of an amount", "Vu depuis [24 ans = P24Y @2000].", ""},
		{"value", "Vu [le 8 mai 1945 = 1945-05-09].", `corpus.yaml:4: "le 8 mai 1945" means 1945-05-08 instead of 1945-05-09 (rule "le {day} {month} [{year}]", line 11)`},
		{"type", "Vu [tous les ans = P1Y].", `corpus.yaml:4: "tous les ans" means SET P1Y instead of P1Y`},
		{"span", "Vu le [8 mai 1945 = 1945-05-08].", `corpus.yaml:4: "le 8 mai 1945" is found instead of "8 mai 1945"`},
		{"missed", "Vu [hier = 2024-06-18].", `corpus.yaml:4: "hier" is not found in "Vu hier."`},
		{"false alarm", "Vu le 8 mai 1945.", `corpus.yaml:4: "le 8 mai 1945" is found and should not be`},
		{"marks", "Vu [hier].", `corpus.yaml:4: "hier" is no marked expression; write [`},
		{"date", `{on: "19 juin", text: "Vu."}`, `corpus.yaml:4: "19 juin" is no date`},
		{"shape", "{text: }", "corpus.yaml:4: no case; write a text"},
		{"colon", "Il dit: oui.", "corpus.yaml:4: no case; write a text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := p.Check([]byte(head+c.line+"\n"), "corpus.yaml")
			got := fmt.Sprint(problems)
			if c.want == "" && len(problems) > 0 || !strings.Contains(got, c.want) {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
	if _, problems := p.Check([]byte("dates: {on: 2024-06-19}"), "c"); len(problems) != 1 || !strings.Contains(problems[0].Error(), "c:1: dates has no cases") {
		t.Errorf("a group without cases: %v", problems)
	}
	if _, err := LoadDir(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "pack.yaml") {
		t.Errorf("a folder without a pack: %v", err)
	}
}

func FuzzCheck(f *testing.F) {
	p, err := LoadDir(fstest.MapFS{"pack.yaml": {Data: []byte(miniPack)}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("dates:\n  on: 2024-06-19\n  cases:\n    - Vu [le 8 mai 1945 = 1945-05-08].\n")
	f.Add("a: {cases: [{text: \"[[\"}]}")
	f.Fuzz(func(t *testing.T, corpus string) { p.Check([]byte(corpus), "corpus.yaml") })
}

// TestCuesOfSeveralTokens: a list of cues may hold compounds, and an empty word,
// which no token is, does no harm.
func TestCuesOfSeveralTokens(t *testing.T) {
	const tense = "tense:\n  past: [\"\", gagna, n'ira]\n  future: [gagna't]\n  except: [suivit-elle]\n  endings: {it: past}\n"
	p, err := LoadDir(fstest.MapFS{"pack.yaml": {Data: []byte(miniPack + tense)}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]cue{"gagna": cuePast, "gagna't": cueFuture, "gagna’t": cueFuture, "gagna 't": cuePast,
		"suivit": cuePast, "suivit-elle": noCue, "suivit elle": cuePast, "gagna'": cuePast} {
		f := NewFinder(p)
		f.Find(text, nil)
		if got := f.cue(0); got != want {
			t.Errorf("%q: cue %d, want %d", text, got, want)
		}
	}
}
