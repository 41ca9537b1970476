package whenrule

import (
	"testing"
	"time"

	"github.com/olebedev/when"

	"github.com/frise-timeline/frise/timeline/tempo"
)

var now = time.Date(2024, 6, 20, 9, 0, 0, 0, time.UTC) // a Thursday

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, lang, want string }{
		{"2024-06-19", "", "2024-06-19"},
		{"2024-06", "", "2024-06"},
		{"1914/1918", "", "1914/1918"},
		{"mercredi dernier", "", "2024-06-19"},
		{"last Wednesday", "", "2024-06-19"},
		{"hier", "fr", "2024-06-19"},
		{"yesterday", "en", "2024-06-19"},
		{"il y a trois jours", "", "2024-06-17"},
		{"le 3 mai 2023", "", "2023-05-03"},
		{"juin 2023", "", "2023-06"},
		{"  2024-06-19 ", "", "2024-06-19"},
	} {
		s, err := Parse(c.text, now, c.lang)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got := s.EDTF(); got != c.want {
			t.Errorf("%q = %s, want %s", c.text, got, c.want)
		}
	}
	for _, text := range []string{"", "jamais", "la saint-glinglin", "2024-13-45", "le rapport qu'il a remis hier soir au conseil"} {
		if s, err := Parse(text, now, ""); err == nil {
			t.Errorf("%q = %s, want an error", text, s.EDTF())
		}
	}
}

// TestBaseOnThe31st: when alone breaks on a base dated the 31st; ours is the
// pack's own reckoning.
func TestBaseOnThe31st(t *testing.T) {
	s, err := Parse("le mois dernier", time.Date(2024, 3, 31, 0, 0, 0, 0, time.UTC), "fr")
	if err != nil || s.EDTF() != "2024-02" {
		t.Errorf("le mois dernier, on 31 March = %s, %v", s.EDTF(), err)
	}
}

// TestRuleInsideWhen: our French serves when's own parser.
func TestRuleInsideWhen(t *testing.T) {
	rule, err := Rule("fr")
	if err != nil {
		t.Fatal(err)
	}
	w := when.New(nil)
	w.Add(rule)
	r, err := w.Parse("rendez-vous demain", now)
	if err != nil || r == nil {
		t.Fatal(r, err)
	}
	if y, m, d := r.Time.Date(); y != 2024 || m != time.June || d != 21 {
		t.Errorf("demain = %v", r.Time)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"mercredi dernier", "last Wednesday", "2024-06", "il y a 3 jours", "31/12/1999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text, now, "")
		if err == nil && s == (tempo.Span{}) {
			t.Errorf("%q is a date that is none", text)
		}
	})
}
