package words

import "testing"

func TestDate(t *testing.T) {
	for _, c := range []struct{ edtf, french, english string }{
		{"2024-06-19", "19 juin 2024", "19 June 2024"},
		{"2024-08-01", "1er août 2024", "1 August 2024"},
		{"2022-02", "février 2022", "February 2022"},
		{"1993", "1993", "1993"},
		{"-0043", "44 av. J.-C.", "44 BC"},
		{"0000", "1 av. J.-C.", "1 BC"},
		{"Y12024", "12024", "12024"},
		{"199X", "années 1990", "1990s"},
		{"19XX", "XXe siècle", "20th century"},
		{"00XX", "Ier siècle", "1st century"},
		{"2014-21", "printemps 2014", "spring 2014"},
		{"2014-24", "hiver 2014", "winter 2014"},
		{"2022-33", "1er trimestre 2022", "1st quarter of 2022"},
		{"2022-41", "2e semestre 2022", "2nd half of 2022"},
		{"2024-06-17/2024-06-23", "semaine du 17 juin 2024", "week of 17 June 2024"},
		{"2015-02-12/2015-02-15", "du 12 au 15 février 2015", "12 February 2015 to 15 February 2015"},
		{"2022-10-29/2022-11-02", "du 29 octobre au 2 novembre 2022", "29 October 2022 to 2 November 2022"},
		{"2023-12-31/2024-01-02", "du 31 décembre 2023 au 2 janvier 2024", "31 December 2023 to 2 January 2024"},
		{"1914/1918", "1914–1918", "1914–1918"},
		{"2019-01/2019-03", "de janvier 2019 à mars 2019", "January 2019 to March 2019"},
		{"2019/..", "depuis 2019", "since 2019"},
		{"../2019-04", "jusqu’à avril 2019", "until April 2019"},
		{"2023~", "vers 2023", "about 2023"},
		{"2024-06?", "juin 2024 (date déduite)", "June 2024 (inferred)"},
		{"2024%", "vers 2024 (date déduite)", "about 2024 (inferred)"},
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
