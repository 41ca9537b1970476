package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// TestHome: "le gouvernement", "le pays" and what is done by nobody in particular
// belong to the state that the text is about, and to none where it is about several.
func TestHome(t *testing.T) {
	for _, c := range []struct{ what, lang, text, title, want string }{
		{"the state that is named most", "fr",
			"Le Togo a changé de constitution en avril 2024. Le président togolais a nommé un gouvernement en mai 2024. " +
				"Au Togo, des élections ont eu lieu le 29 avril 2024. Le 3 juin 2024, l'armée a arrêté deux opposants.",
			"deux opposants", "TGO"},
		{"the state of the sentence before", "fr",
			"La France et le Pérou sont alliés. Lima a rejoint le pacte en mai 2024. En juin 2024, le pays a suspendu sa participation.",
			"participation", "PER"},
		{"its own state before any other", "fr",
			"Le Togo a changé de constitution en avril 2024. Le Togo a voté le 29 avril 2024. Au Togo, tout a changé en mai 2024. Le 3 juin 2024, l'armée ghanéenne a arrêté deux hommes.",
			"deux hommes", "GHA"},
		{"an army of no state in particular", "fr", "Le 3 juin 2024, une armée a arrêté deux hommes.", "deux hommes", ""},
		{"two states of one weight", "fr",
			"Le Togo et le Ghana ont signé un accord le 2 mai 2024. Le 3 juin 2024, deux hommes ont été arrêtés.", "hommes", ""},
		{"who is held is held by the state that the text is about", "en",
			"Eritrea closed its border in May 2024. Eritrea called up reservists on 20 May 2024. In Eritrea, prices doubled in May 2024. Six Danish sailors were arrested on 3 June 2024.",
			"sailors", "DNK ERI"},
		{"a place outside the clause", "en", "In Malawi, two ministers were arrested on 3 June 2024.", "ministers", "MWI"},
	} {
		got, found := "", false
		for _, d := range draftsOf(t, c.lang, c.text, caseDate) {
			if strings.Contains(d.title, c.title) {
				got, found = strings.Join(d.actors, " "), true
			}
		}
		if !found || got != c.want {
			t.Errorf("%s: actors %q (found: %v), %q are wanted of %s", c.what, got, found, c.want, c.text)
		}
	}
}

func TestThemeMain(t *testing.T) {
	for _, c := range []struct {
		codes  string
		counts []int
		want   string
		sure   bool
	}{
		{"", nil, "", false},
		{"MLI", []int{1}, "", false},
		{"MLI", []int{2}, "MLI", false},
		{"FRA MLI", []int{2, 4}, "MLI", true},
		{"FRA MLI", []int{3, 4}, "", false},
		{"MLI FRA NER", []int{6, 3, 3}, "MLI", true},
	} {
		code, sure := (&theme{codes: strings.Fields(c.codes), counts: c.counts}).main()
		if code != c.want || sure != c.sure {
			t.Errorf("%s %v: %q %v, %q %v are wanted", c.codes, c.counts, code, sure, c.want, c.sure)
		}
	}
}

// TestNounsActors: a noun's actors are not those who report it, unless they are told by name, and no venue acts.
func TestNounsActors(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"« Rien n'est acquis », a prévenu un membre de la délégation norvégienne, rappelant que le premier pacte, signé le 5 septembre 2023, n'avait pas tenu.", "Signature", ""},
		{"« Le traité signé le 5 septembre 2023 protège les deux pays », a déclaré Angela Merkel.", "Signature", "DEU"},
		{"Un accord sur les eaux du fleuve a été conclu à Genève le 5 septembre 2023.", "accord", ""},
		{"Au Ghana, deux émeutes ont éclaté le 5 septembre 2023.", "émeutes", "GHA"},
	} {
		tl, _, err := Build(func(yield func(read.Article) error) error {
			return yield(read.Article{ID: "a", Text: c.text, Date: "2024-05-15", Lang: "fr"})
		}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range tl.Events {
			if strings.Contains(e.Title, c.words) {
				found = true
				if got := strings.Join(e.Actors, " "); got != c.want {
					t.Errorf("%s: actors %q, want %q", e.Title, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no event with %q in its title: %+v", c.text, c.words, tl.Events)
		}
	}
}
