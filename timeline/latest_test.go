package timeline

import (
	"slices"
	"testing"
)

// TestLatestNews: what stands after "dernière minute" is of the day of the article,
// unless it has a date of its own.
func TestLatestNews(t *testing.T) {
	const lead = "Le maire a fermé lundi le port de Brest. Les bateaux restent à quai.\n\n"
	for _, c := range []struct {
		code, text, date string // of the event "démissionné"; empty: none
	}{
		{"fr", lead + "Dernière minute : le maire a démissionné.", "2024-06-19"},
		{"fr", lead + "DERNIÈRE HEURE :\nLe maire a démissionné.", "2024-06-19"},
		{"fr", lead + "Dernière minute : le maire a démissionné mardi.", "2024-06-18"},
		{"fr", lead + "Rappel :\nLe maire a démissionné.", ""},
		{"fr", lead + "Le maire a démissionné.", ""},
		{"en", "The mayor closed the port of Hull on Monday. The boats stay in.\n\nUpdate: the mayor has resigned.", "2024-06-19"},
		{"en", "The mayor closed the port of Hull on Monday. The boats stay in.\n\nBackground: the mayor has resigned.", ""},
	} {
		drafts := draftsOf(t, c.code, c.text, caseDate)
		if n := slices.IndexFunc(drafts, func(d draft) bool {
			return d.title == "Le maire a démissionné" || d.title == "The mayor has resigned"
		}); c.date == "" && n >= 0 {
			t.Errorf("%q gives an event of %s", c.text, drafts[n].span.EDTF())
		} else if c.date != "" && (n < 0 || drafts[n].span.EDTF() != c.date) {
			t.Errorf("%q gives no event of %s: %d drafts", c.text, c.date, len(drafts))
		}
	}
}
