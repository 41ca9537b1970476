package timeline

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

func TestLabel(t *testing.T) {
	for _, c := range []struct{ edtf, fr, en string }{
		{"2024-06-19", "19 juin 2024", "19 June 2024"},
		{"2024-06-01", "1er juin 2024", "1 June 2024"},
		{"2022-02", "février 2022", "February 2022"},
		{"1961", "1961", "1961"},
		{"199X", "années 1990", "1990s"},
		{"18XX", "19e siècle", "19th century"},
		{"2024-21", "printemps 2024", "spring 2024"},
		{"2024-33", "1er trimestre 2024", "Q1 2024"},
		{"1914/1918", "1914 – 1918", "1914 – 1918"},
		{"2022-10-28/2022-11-02", "du 28 octobre au 2 novembre 2022", "28 October – 2 November 2022"},
		{"2022-07-03/2022-07-05", "du 3 au 5 juillet 2022", "3 – 5 July 2022"},
		{"2022-12-30/2023-01-02", "du 30 décembre 2022 au 2 janvier 2023", "30 December 2022 – 2 January 2023"},
		{"2022-03/2022-05", "de mars à mai 2022", "March – May 2022"},
		{"2019/..", "depuis 2019", "since 2019"},
		{"2024~", "vers 2024", "about 2024"},
		{"-0049-03-15", "15 mars 50 av. J.-C.", "15 March 50 BC"},
	} {
		s, err := tempo.ParseEDTF(c.edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := Label(s, "fr"); got != c.fr {
			t.Errorf("%s in French is %q, want %q", c.edtf, got, c.fr)
		}
		if got := Label(s, "en"); got != c.en {
			t.Errorf("%s in English is %q, want %q", c.edtf, got, c.en)
		}
	}
	end := tempo.Of(tempo.Date(2022, 2, 1), tempo.Month)
	end.Mod = tempo.End
	if got := Label(end, "fr"); got != "fin février 2022" {
		t.Errorf("the end of February is %q", got)
	}
	decade := tempo.Of(tempo.Date(1990, 1, 1), tempo.Decade)
	decade.Mod = tempo.Mid
	if got := Label(decade, "fr"); got != "milieu des années 1990" {
		t.Errorf("the middle of a decade is %q", got)
	}
	if got := Label(end, "xx"); got != "2022-02" {
		t.Errorf("an unknown language gets %q", got)
	}
}
