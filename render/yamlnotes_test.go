package render

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

const commented = `# Établie par la classe de 3e B
# 19 juin : à relire

title: Une frise # titre provisoire
lang: fr
# d’abord les événements
events:

  # À VÉRIFIER : le jour
  - id: a
    date: "2024-06-19" # mercredi
    # raccourci par nous
    title: Un traité est signé
    actors: [RUS, PRK] # les deux signataires
    score: 0.5
    sources:
      # la dépêche
      - article: q # la première
        start: 0
        end: 4

    # rien d’autre
  # le second
  - id: b
    date: 2024-06-20
    title: Une réponse
    actors:
      - USA # à confirmer
      - FRA

# puis les articles
articles:
  # le journal
  - id: q # un quotidien
    title: T
# fin
`

// What a person has noted in a timeline stays where it is, and stays once.
func TestYAMLKeepsComments(t *testing.T) {
	tl, root, err := ReadCommented("t.yaml", strings.NewReader(commented))
	if err != nil {
		t.Fatal(err)
	}
	got := write(t, "yaml", tl, Options{Comments: root})
	if strings.Count(got, "# Chronologie tirée") != 1 {
		t.Error("the explanation of the fields stands there other than once")
	}
	for _, want := range []string{
		"\n\n# Établie par la classe de 3e B\n# 19 juin : à relire\n\ntitle: Une frise  # titre provisoire\nlang: fr\n# d’abord les événements\nevents:\n",
		"\n  # À VÉRIFIER : le jour\n  - id: a\n    date: \"2024-06-19\"  # mercredi\n",
		"\n    # raccourci par nous\n    title: Un traité est signé\n",
		"\n    actors: [RUS, PRK]  # les deux signataires\n",
		"\n    sources:\n      # la dépêche\n      - article: q  # la première\n        start: 0\n",
		"# rien d’autre\n", // under the field that yaml.v3 takes it for
		"\n  # le second\n  - id: b\n",
		"\n    # à confirmer\n    actors: [USA, FRA]\n",
		"\n# puis les articles\narticles:\n\n  # le journal\n  - id: q  # un quotidien\n",
		"\n# fin\n",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is not there once", want)
		}
	}
	again, root, err := ReadCommented("t.yaml", strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	if second := write(t, "yaml", again, Options{Comments: root}); second != got {
		t.Errorf("written again it differs:\n%s\n%s", got, second)
	}
	if plain := write(t, "yaml", tl, Options{}); strings.Contains(plain, "VÉRIFIER") {
		t.Error("comments come from nowhere")
	}
}

// FuzzYAMLComments: whatever stands in comments, the timeline is the same.
func FuzzYAMLComments(f *testing.F) {
	f.Add(commented)
	f.Add("title: x\nevents:\n- # a\n  id: a\n  # b\n  date: 2024 # c\n  title: t\n  # d\n\n# e\n")
	f.Add("# a\n\n# b\ntitle: x\nevents: # c\n# d\n - {date: 2024, title: t} # e\n # f\n -\n - date: '2025'\n   title: u\n   actors: # g\n   # h\n   - A\n   # i\narticles: [] # j\n")
	f.Fuzz(func(t *testing.T, s string) {
		tl, root, err := ReadCommented("t.yaml", strings.NewReader(s))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := YAML(&b, tl, Options{Comments: root}); err != nil {
			t.Fatal(err)
		}
		again, err := Read("t.yaml", bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		var plain bytes.Buffer
		if err := YAML(&plain, tl, Options{}); err != nil {
			t.Fatal(err)
		}
		if want, err := Read("t.yaml", &plain); err != nil || !reflect.DeepEqual(again, want) {
			t.Errorf("%v\n%+v\n%+v\n%s", err, again, want, b.String())
		}
	})
}
