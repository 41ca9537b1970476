package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// resolved tags a text and gives "expression=value" of every tag.
func resolved(t *testing.T, text, code, published string, mode Mode) string {
	t.Helper()
	var publication tempo.Span
	if published != "" {
		var err error
		if publication, err = tempo.ParseEDTF(published); err != nil {
			t.Fatal(err)
		}
	}
	tags, _, err := NewTagger(mode).Tag(text, code, publication)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range tags {
		out = append(out, g.Text+"="+g.Value)
	}
	return strings.Join(out, "; ")
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ name, lang, published, text, want string }{
		{"a deictic day is reckoned from publication", "fr", "2024-06-20", "En 2019, ils s'étaient vus. Hier, ils ont signé.", "2019=2019; Hier=2024-06-19"},
		{"an anaphoric day from the last day told", "fr", "2024-06-20", "Le 3 mai 2023, le port a brûlé. La veille, un navire avait accosté.", "Le 3 mai 2023=2023-05-03; La veille=2023-05-02"},
		{"a clock time from the day told beside it", "fr", "2024-06-20", "Le 3 mai 2023, à 14 h 30, le port a brûlé.", "Le 3 mai 2023=2023-05-03; 14 h 30=2023-05-03T14:30"},
		{"a clock time from the day that follows it", "fr", "2024-06-20", "Vers 0 h 40, mardi, un train a déraillé.", "0 h 40=2024-06-18T00:40; mardi=2024-06-18"},
		{"a clock time alone from publication", "fr", "2024-06-20", "La séance s'ouvre à 14 h.", "14 h=2024-06-20T14:00"},
		{"months after a year are of that year", "fr", "2024-01-11", "En 2022, deux coups d'État se sont succédé, en janvier puis en septembre.", "2022=2022; janvier=2022-01; septembre=2022-09"},
		{"a story goes forward into the next year", "fr", "2024-03-18", "En février 2014, le parlement a été pris. Le 27 mars, le scrutin a été déclaré nul.", "février 2014=2014-02; Le 27 mars=2014-03-27"},
		{"another paragraph is another story", "fr", "2024-03-30", "En février 2014, le parlement a été pris.\n\nLe 27 mars, le ministre a démissionné.", "février 2014=2014-02; Le 27 mars=2024-03-27"},
		{"a future clause looks past publication", "fr", "2024-01-11", "L'accord de 2015 sera revu en mars.", "2015=2015; mars=2024-03"},
		{"the last year told", "fr", "2024-01-11", "La paix fut signée en 1763. Cette année-là, le roi céda ses colonies.", "1763=1763; Cette année-là=1763"},
		{"no day without a day of publication", "fr", "2024-06", "Il a signé mercredi. L'an dernier, il avait refusé.", "mercredi=XXXX-WXX-3; L'an dernier=2023"},
		{"nothing deictic without publication", "fr", "", "Hier, il a signé l'accord de mai 2019.", "Hier=XXXX-XX-XX; mai 2019=2019-05"},
		{"English anaphora", "en", "2021-06-23", "The vote was held on 23 June 2016. The next day the prime minister resigned.", "23 June 2016=2016-06-23; The next day=2016-06-24"},
	} {
		if got := resolved(t, c.text, c.lang, c.published, AutoMode); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestNarrativeMode(t *testing.T) {
	const history = "La guerre éclata le 28 juillet 1914. Le 4 août, la Belgique fut envahie. En 1915, l'Italie entra en guerre. " +
		"Le 21 février 1916, la bataille de Verdun commença. En juin, elle redoubla. En 1917, les États-Unis suivirent. " +
		"Le 11 novembre 1918, l'armistice fut signé. En juin 1919, la paix fut conclue."
	const want = "le 28 juillet 1914=1914-07-28; Le 4 août=1914-08-04; 1915=1915; Le 21 février 1916=1916-02-21; juin=1916-06; " +
		"1917=1917; Le 11 novembre 1918=1918-11-11; juin 1919=1919-06"
	if got := resolved(t, history, "fr", "2014-11-11", AutoMode); got != want {
		t.Errorf("recognised by itself:\n got %s\nwant %s", got, want)
	}
	if got := resolved(t, "Il partit en mai 1914. Le 4 août, il était mort.", "fr", "2014-11-11", Narrative); got != "mai 1914=1914-05; Le 4 août=1914-08-04" {
		t.Errorf("by option: %s", got)
	}
}
