package lang

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// The tense of a clause is known also where a date has its year.
func TestTense(t *testing.T) {
	p, err := Get("fr")
	if err != nil {
		t.Fatal(err)
	}
	f := NewFinder(p)
	for _, c := range []struct {
		text string
		want tempo.Tense
	}{
		{"Le sommet se tiendra en mars 2025 à Paris.", tempo.Future},
		{"Le sommet s'est tenu en mars 2023 à Paris.", tempo.Past},
	} {
		ms := f.Find(c.text, nil)
		if len(ms) != 1 || f.Tense(ms[0]) != c.want {
			t.Errorf("%q: %d mentions, want one of tense %v", c.text, len(ms), c.want)
		}
	}
	f.Scan("Un pont fermé.")
	if n := len(f.Tokens()); n != 4 {
		t.Errorf("Scan reads %d tokens, want 4", n)
	}
}
