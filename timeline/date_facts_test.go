package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// Every fact is dated, and no one holds an office twice at once.
func TestFactTable(t *testing.T) {
	facts, err := loadFacts()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	names := map[string]bool{}
	for _, list := range facts.first {
		for _, f := range list {
			n++
			if name := strings.Join(f.words, " "); names[name] {
				t.Errorf("%s stands twice", name)
			} else {
				names[name] = true
			}
			if len(f.held) == 0 {
				t.Errorf("%v: no dates", f.words)
			}
			last := tempo.Instant(tempo.Never)
			for _, s := range f.held {
				if s.Start.IsOpen() || s.Start < last || s.End <= s.Start {
					t.Errorf("%v: %s", f.words, s.EDTF())
				}
				last = s.End
			}
		}
	}
	if n < 100 {
		t.Errorf("%d facts, fewer than there were", n)
	}
	for _, bad := range []string{
		"terms: [{who: [X], office: king, held: [2000/2001]}]",
		"offices: {p: [p]}\nterms: [{who: [X], office: p, held: [soon]}]",
		"began: [{words: [X], from: tomorrow}]",
		"what: 1",
	} {
		if _, err := parseFacts([]byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "facts.yaml: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestOtherYear(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"mercredi 19 juin 2024", true}, {"mercredi 19 juin 2026", false}, {"mercredi 19 juin", false},
		{"12024 euros, 2 024 pages, 1789", false}, {"en 2026 comme en 1998", true}, {"", false}, {"2024", true},
	} {
		if got := otherYear(c.text, 2026); got != c.want {
			t.Errorf("otherYear(%q) = %v", c.text, got)
		}
	}
}

// What is known under several names is told by the first that the table has,
// in every run.
func TestFactsOfSeveralNames(t *testing.T) {
	const text = "Le maire a fermé la salle à cause du Covid-19. Le Covid a touché le quartier en mai 2021."
	for range 8 {
		var told []string
		for _, c := range datings(t, Options{}, read.Article{Text: text})[0].Dated {
			if c.By == "fact" {
				told = append(told, c.Text)
			}
		}
		if len(told) != 1 || told[0] != "Covid-19" {
			t.Fatalf("facts told: %q", told)
		}
	}
}
