package timeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// What French and English articles tell of the same days, in our own words:
// each line one happening, in both languages, or in one alone.
func TestLanguagesTellOneEvent(t *testing.T) {
	french := []string{
		"Le 12 mars 2019, le Pérou et la Norvège ont signé à Lima un traité sur la pêche.",
		"Le 14 mars 2019, un séisme de magnitude 6,4 a fait 38 morts dans la région de Cuzco.",
		"Le 14 mars 2019, le ministre péruvien de l'Intérieur a présenté sa démission.",
		"Le 20 mars 2019, Ingrid Halvorsen a remporté le marathon de Bergen.",
		"Le 2 avril 2019, la Norvège a expulsé deux diplomates russes.",
		"Le 9 avril 2019, le groupe Nordfisk a racheté la conserverie Alvarado.",
		"Le 15 avril 2019, des milliers d'étudiants ont manifesté à Lima contre la hausse des loyers.",
		"Le 3 mai 2019, la Norvège a élu un nouveau parlement.",
	}
	english := []string{
		"On 12 March 2019, Peru and Norway signed a fisheries treaty in Lima.",
		"On 14 March 2019, an earthquake of magnitude 6.4 killed 38 people in the Cuzco region.",
		"On 14 March 2019, Peru's interior minister resigned.",
		"On 20 March 2019, Ingrid Halvorsen won the Bergen marathon.",
		"On 2 April 2019, Norway expelled two Russian diplomats.",
		"On 9 April 2019, the Alvarado cannery was bought by Nordfisk.",
		"On 15 April 2019, Finland and Chile opened talks on copper in Santiago.",
		"On 3 May 2019, Kenya banned plastic bottles from its parks.",
	}
	apart := 2 // the last ones of both lists are of other things
	tl, _, err := Build(func(yield func(read.Article) error) error {
		for _, a := range []read.Article{
			{ID: "fr", Lang: "fr", Date: "2019-06-01", Title: "Pérou et Norvège : le printemps 2019", Text: strings.Join(french, "\n\n")},
			{ID: "en", Lang: "en", Date: "2019-06-02", Title: "Peru and Norway: spring of 2019", Text: strings.Join(english, "\n\n")},
		} {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}, Options{Lang: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	eventOf := func(article, quote string) int {
		return slices.IndexFunc(tl.Events, func(e Event) bool {
			return slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Article == article && s.Quote == quote })
		})
	}
	for i := range french {
		a, b := eventOf("fr", french[i]), eventOf("en", english[i])
		switch {
		case a < 0 || b < 0:
			t.Errorf("no event tells %q (%d) or %q (%d)", french[i], a, english[i], b)
		case i < len(french)-apart && a != b:
			t.Errorf("%q and %q are two events", french[i], english[i])
		case i >= len(french)-apart && a == b:
			t.Errorf("%q and %q are one event", french[i], english[i])
		case a == b && tl.Events[a].Lang != "fr":
			t.Errorf("the title of a French timeline's event is %q", tl.Events[a].Title)
		}
	}
	for i, quote := range french {
		for _, other := range french[i+1:] {
			if a := eventOf("fr", quote); a >= 0 && a == eventOf("fr", other) {
				t.Errorf("%q and %q are one event", quote, other)
			}
		}
	}
}
