package timeline

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// TestStatus tries what a clause and its date say of whether something
// happened: each text is an article of Wednesday 15 May 2024.
func TestStatus(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// a future, alone or with what looks ahead
		{"fr", "La médiathèque de Trévignac ouvrira ses portes lundi 3 juin 2024.", "planned"},
		{"fr", "Le vieux pont de Sarzelle va fermer le 20 juin 2024.", "planned"},
		{"fr", "Le tramway devrait relier les deux gares le 15 mai 2024.", "planned"},
		{"fr", "La patineuse est attendue à Grenoble le 15 mai 2024.", "planned"},
		{"fr", "Le conservatoire compte accueillir ses élèves le 15 mai 2024.", "planned"},
		{"en", "The Larkfield library will open its doors on 3 June 2024.", "planned"},
		{"en", "The old ferry is due to stop running on 20 June 2024.", "planned"},
		{"en", "The pianist is to play in Leeds on 15 May 2024.", "planned"},
		{"en", "The company is expected to close its mill on 15 May 2024.", "planned"},
		{"en", "The theatre is planning to stage an opera on 15 May 2024.", "planned"},
		{"en", "The club said on Monday that it would build a stadium on 15 May 2024.", "planned"},
		// no verb looks ahead, the date does
		{"fr", "Le cirque s'installe place du Marché le 2 juin 2024.", "planned"},
		{"en", "The circus comes to Thornbury on 2 June 2024.", "planned"},
		// a future that looks back, and what had to be or could be done
		{"fr", "Le peintre mourra à Venise le 3 avril 1970.", ""},
		{"fr", "Le chanteur a dû interrompre sa tournée le 3 mai 2024.", ""},
		{"fr", "Les secouristes ont pu dégager l'alpiniste le 3 mai 2024.", ""},
		{"en", "The painter would die in Venice on 3 April 1970.", ""},
		{"en", "The team won the league on 4 May 2024.", ""},
		// what only may be
		{"fr", "Le chantier pourrait reprendre le 10 juin 2024.", "possible"},
		{"fr", "Le trésor serait tombé dans le lac le 3 mai 2024.", "possible"},
		{"en", "The works might resume on 10 June 2024.", "possible"},
		// what was not
		{"fr", "La chaudière n'a pas redémarré le 3 mai 2024.", "denied"},
		{"fr", "Le dernier forgeron du bourg n'a plus travaillé depuis le 3 mai 2024.", ""},
		{"en", "The heating did not come back on 3 May 2024.", "denied"},
		{"en", "The swimmers didn't cross the bay on 3 May 2024.", "denied"},
		{"fr", "Le concert du 15 mai 2024 est annulé.", "cancelled"},
		{"fr", "Le musée envisagerait de vendre sa collection le 15 mai 2024.", "possible"},
	} {
		tl, _, err := Build(func(yield func(read.Article) error) error {
			return yield(read.Article{ID: "a", Text: c.text, Date: "2024-05-15", Lang: c.lang})
		}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(tl.Events) != 1 || tl.Events[0].Status != c.want {
			t.Errorf("%s: %d events, want one of status %q", c.text, len(tl.Events), c.want)
			for _, e := range tl.Events {
				t.Logf("  %s %q %q", e.Date, e.Status, e.Title)
			}
		}
	}
}
