package timeline

import (
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/lang"
)

func TestWordsOfOneSenseMeet(t *testing.T) {
	french, err := languageFor("fr")
	if err != nil {
		t.Fatal(err)
	}
	english, err := languageFor("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b *language
		x, y string
		want bool
	}{
		{french, french, "rachat", "acquisition", true},
		{french, french, "élu", "élections", true},
		{french, french, "mort", "tués", true},
		{french, french, "vainquit", "victoire", true},
		{english, english, "bought", "takeover", true},
		{english, english, "won", "victory", true},
		{english, english, "fell", "fall", true},
		{english, english, "earthquake", "tremor", true},
		{french, english, "séisme", "earthquake", true},
		{french, english, "démission", "resigned", true},
		{french, english, "otages", "hostage", true},
		{french, french, "vente", "achat", false},
		{french, french, "gagner", "perdre", false},
		{french, french, "feu", "incendie", false},
		{english, english, "sold", "bought", false},
		{english, english, "fired", "blaze", false},
		{english, english, "elected", "selected", false},
	} {
		if got := c.a.meaning(c.x) == c.b.meaning(c.y); got != c.want {
			t.Errorf("%s %q and %s %q: one sense %v, want %v", c.a.code, c.x, c.b.code, c.y, got, c.want)
		}
	}
}

// A word of two senses would have whichever line comes last.
func TestAWordHasOneSense(t *testing.T) {
	words := map[string]int{}
	for _, code := range lang.Codes() {
		data, err := lang.Data(code, "senses.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var lines map[string][]string
		if err := yaml.Unmarshal(data, &lines); err != nil {
			t.Fatal(err)
		}
		of := map[uint64]string{}
		for _, name := range keys(lines) {
			words[name] += len(lines[name])
			for _, word := range lines[name] {
				h := stemOf(code, word)
				if other := of[h]; other != "" && other != name {
					t.Errorf("%s: %q is of the sense %s and of %s", code, word, other, name)
				}
				of[h] = name
			}
		}
	}
	for _, name := range keys(words) {
		if words[name] < 2 {
			t.Errorf("%s has one word in one language and joins nothing", name)
		}
	}
}
