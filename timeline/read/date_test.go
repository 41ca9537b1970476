package read

import (
	"strings"
	"testing"
)

func TestNormalDate(t *testing.T) {
	for _, c := range []struct{ in, lang, want string }{
		{"2024-06-19", "", "2024-06-19"},
		{" 2024-06 ", "", "2024-06"},
		{"2024", "", "2024"},
		{"199X", "", "199X"},
		{"1914/1918", "", "1914/1918"},
		{"2019/..", "", "2019/.."},
		{"2024-06-XX", "", "2024-06"},
		{"2024-XX-XX", "", "2024"},
		{"2024-06-19T23:30:00-05:00", "", "2024-06-19"}, // the day as the file names it
		{"2024-06-19T10:00:00.000Z", "", "2024-06-19"},
		{"2024-06-18T22:00:00.000Z", "", "2024-06-19"}, // midnight in Paris, written in UTC
		{"2024-01-31T23:00:00Z", "", "2024-02-01"},
		{"2024-06-19T22:00Z", "", "2024-06-20"},
		{"2024-06-19T23:00:00Z", "", "2024-06-19"},
		{"2024-06-19T22:00:00+02:00", "", "2024-06-19"},
		{"2024-06-19 10:00:00", "", "2024-06-19"},
		{"20240619", "", "2024-06-19"},
		{"20240619T101500Z", "", "2024-06-19"},
		{"202406", "", "2024-06"},
		{"2024/06/19", "", "2024-06-19"},
		{"2024/6/9", "", "2024-06-09"},
		{"1718755200", "", "2024-06-19"},
		{"1718755200000", "", "2024-06-19"},
		{"Wed, 19 Jun 2024 08:00:00 +0200", "", "2024-06-19"},
		{"19/06/2024", "fr", "2024-06-19"},
		{"19/06/2024", "", "2024-06-19"},
		{"03/04/2024", "fr", "2024-04-03"},
		{"03/04/2024", "en-US", "2024-03-04"},
		{"03/04/2024", "en-GB", "2024-04-03"},
		{"06/19/2024", "", "2024-06-19"}, // no month 19: the month is first
		{"19.6.2024", "de", "2024-06-19"},
		{"19/06/2024 14:30", "fr", "2024-06-19"},
		{"mercredi 19 juin 2024", "fr", "2024-06-19"},
		{"Mardi, 14 mars 2006, p. 16", "fr", "2006-03-14"},
		{"1er mai 2024 à 10h", "fr", "2024-05-01"},
		{"June 19, 2024", "en", "2024-06-19"},
		{"19 déc. 2023", "fr", "2023-12-19"},
		{"juin 2024", "fr", "2024-06"},
		{"29/02/2024", "fr", "2024-02-29"},
	} {
		got, err := normalDate(c.in, c.lang)
		if err != nil || got != c.want {
			t.Errorf("normalDate(%q, %q) = %q, %v; want %q", c.in, c.lang, got, err, c.want)
		}
	}
	for _, in := range []string{
		"2024-13-45", "2024-02-30", "29/02/2023", "31 juin 2024", "hier", "n. d.", "2024-6-", "20241345", "mars", "12/34/56", "0000000000000000000",
		"19 juin", "202413", "////", "-", "99999999999999",
	} {
		if got, err := normalDate(in, "fr"); err == nil {
			t.Errorf("normalDate(%q) = %q; want an error", in, got)
		}
	}
}

func TestImpossibleDateNamesTheMonth(t *testing.T) {
	_, err := normalDate("2024-13-45", "")
	if err == nil || !strings.Contains(err.Error(), "month 13") {
		t.Errorf("got %v", err)
	}
}

func TestNameDate(t *testing.T) {
	for base, want := range map[string]string{
		"2024-06-19-title":        "2024-06-19",
		"20240619_title":          "2024-06-19",
		"2024-06-title":           "2024-06",
		"2024-06":                 "2024-06",
		"2024_06_19_title":        "2024-06-19",
		"lemonde-2024-06-19":      "2024-06-19",
		"crise_20240619_b":        "2024-06-19",
		"2024-13-45":              "", // no such day
		"2024-06-31-title":        "",
		"000_c8d3dcd2bf68b890":    "",
		"123456789":               "",
		"99999999":                "",
		"a2024-06-19":             "",
		"resolution-2231":         "",
		"1984":                    "",
		"2024-1":                  "",
		"":                        "",
		"x":                       "",
		"20240619":                "2024-06-19",
		"depeche 2024-06-19 soir": "2024-06-19",
	} {
		if got, _ := nameDate(base); got != want {
			t.Errorf("nameDate(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestTextDate(t *testing.T) {
	for _, c := range []struct{ text, date, words string }{
		{" date 2024-06 Le président", "2024-06", "date 2024-06"},
		{"\ufeffDate : 19/06/2024\nTexte", "2024-06-19", "Date : 19/06/2024"},
		{"date: 2024-06-19.", "2024-06-19", "date: 2024-06-19"},
		{"date 2024", "2024", "date 2024"},
		{"dates 2024-06", "", ""},
		{"dater 2024", "", ""},
		{"date2024", "", ""},
		{"date limite 2024-06", "", ""},
		{"La date 2024-06", "", ""},
		{"date", "", ""},
		{"date 2024-13-45 x", "", ""},
	} {
		date, words := textDate(c.text, "fr")
		if date != c.date || words != c.words {
			t.Errorf("textDate(%q) = %q, %q; want %q, %q", c.text, date, words, c.date, c.words)
		}
	}
}

func TestURLDate(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org/monde/article/2024/06/19/titre_1_2.html": "2024-06-19",
		"https://example.org/2024-06-19-titre":                        "2024-06-19",
		"https://example.org/2024/06/31/x":                            "",
		"https://example.org/a/1/2":                                   "",
		"":                                                            "",
	} {
		if got, _ := urlDate(url); got != want {
			t.Errorf("urlDate(%q) = %q, want %q", url, got, want)
		}
	}
}

func FuzzNormalDate(f *testing.F) {
	for _, s := range []string{"2024-06-19", "19/06/2024", "mardi 14 mars 2006, p. 16", "2024-06-19T10:00", "Wed, 19 Jun 2024 08:00:00 +0200", "1er mai 2024", "199X", "../2024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, err := normalDate(s, "fr")
		if err != nil {
			return
		}
		again, err := normalDate(date, "fr")
		if err != nil || again != date {
			t.Errorf("normalDate(%q) = %q, which reads as %q, %v", s, date, again, err)
		}
		nameDate(s)
		textDate(s, "")
		urlDate(s)
	})
}
