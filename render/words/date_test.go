package words

import "testing"

func TestDate(t *testing.T) {
	for _, c := range []struct{ edtf, french, english string }{
		{"2024-06-19", "19 juin 2024", "19 June 2024"},
		{"2024-08-01", "1er août 2024", "1 August 2024"},
		{"-0043", "44 av. J.-C.", "44 BC"},
		{"199X", "années 1990", "1990s"},
		{"2014-21", "printemps 2014", "spring 2014"},
		{"2019/..", "depuis 2019", "since 2019"},
		{"../2019-04", "jusqu’à avril 2019", "until April 2019"},
		{"2023~", "vers 2023", "about 2023"},
		{"2024-06?", "juin 2024 (date déduite)", "June 2024 (inferred date)"},
		{"2024%", "vers 2024 (date déduite)", "about 2024 (inferred date)"},
		{"demain", "demain", "demain"},
		{"", "", ""},
	} {
		if got := For("fr").Date(c.edtf); got != c.french {
			t.Errorf("fr %s: %q, want %q", c.edtf, got, c.french)
		}
		if got := For("en").Date(c.edtf); got != c.english {
			t.Errorf("en %s: %q, want %q", c.edtf, got, c.english)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2024-06-19", "199X", "2019/..", "-0043-03-15/2024~"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, edtf string) {
		if For("fr").Date(edtf) == "" && edtf != "" {
			t.Errorf("%q has no words", edtf)
		}
	})
}
