package lang

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// TestFrenchTypography: apostrophes and no-break spaces as printers set them
// change nothing of what is found.
func TestFrenchTypography(t *testing.T) {
	p, err := Get("fr")
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := Data("fr", "corpus.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := readCorpus(corpus, "fr/corpus.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f := NewFinder(p)
	values := func(text, on string) string {
		publication, _ := corpusDate(on)
		var b strings.Builder
		for _, m := range f.Find(text, nil) {
			_, value, mod := m.Expr.Resolve(tempo.Context{Publication: publication, Tense: m.Tense}).Timex()
			b.WriteString(value + " " + mod + "; ")
		}
		return b.String()
	}
	for _, c := range cases {
		text, _, _ := unmark(c.Text)
		want := values(text, c.On)
		for name, set := range map[string]*strings.Replacer{
			"apostrophes":     strings.NewReplacer("'", "’"),
			"no-break spaces": strings.NewReplacer(" h ", "\u00a0h\u00a0", " ", "\u00a0"),
			"thin spaces":     strings.NewReplacer(" ", "\u202f"),
			"hyphens":         strings.NewReplacer("-", "‑"),
		} {
			if got := values(set.Replace(text), c.On); got != want {
				t.Errorf("line %d, %s: %q gives %s instead of %s", c.line, name, set.Replace(text), got, want)
			}
		}
	}
}

// FuzzFindFrench: whatever the text, spans lie inside it, in order, and
// resolving them against any base does not panic.
func FuzzFindFrench(f *testing.F) {
	for _, s := range []string{"du 1 er au 3 mars 2024, à 20h30", "l'an 44 de l'hégire", "18 brumaire an VIII", "quatre-vingt-dix-neuvième siècle",
		"de 14-18/19", "tous les 99999999999 ans", "il y a 10 000 ans et demi", "en 98, '98", "le 31 février, le 12.12.12.12", "Aujourdʼhui",
		"la nuit du 31 au 1er", "52 av. J.-C. à 14 apr. J.-C.", "les 1er, 2, 3 et 30 février dernier", "depuis 9999999 millénaires"} {
		f.Add(s)
	}
	fuzzFinder(f, "fr")
}

// fuzzFinder checks that the spans of a language's finder lie inside the text,
// in order, and that resolving them against any base does not panic.
func fuzzFinder(f *testing.F, code string) {
	p, err := Get(code)
	if err != nil {
		f.Fatal(err)
	}
	day := tempo.Of(tempo.Date(2024, 6, 19), tempo.Day)
	month := tempo.Of(tempo.Date(2024, 6, 1), tempo.Month)
	f.Fuzz(func(t *testing.T, text string) {
		finder := NewFinder(p)
		last := 0
		for _, m := range finder.Find(text, nil) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("span %d to %d after %d in a text of %d bytes", m.Start, m.End, last, len(text))
			}
			last = m.End
			for _, c := range []tempo.Context{{}, {Publication: day, Tense: m.Tense}, {Publication: day, Told: day, ToldDay: day}, {Publication: month, Told: month, ToldDay: day}} {
				v := m.Expr.Resolve(c)
				v.Timex()
				v.Span.EDTF()
			}
		}
	})
}
