package timeline

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

func datings(t testing.TB, o Options, articles ...read.Article) []Dating {
	t.Helper()
	for i := range articles {
		if articles[i].ID == "" {
			articles[i].ID = fmt.Sprintf("a%02d", i)
		}
		if articles[i].Lang == "" {
			articles[i].Lang = "fr"
		}
	}
	out, err := DateArticles(articles, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const body = "\nLe maire a ouvert la séance devant une salle comble. Les habitants du quartier demandent un nouveau pont sur la rivière.\n"

// A date that stands by form at the head or the foot is the article's.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Le pont de la discorde\n22 juin 2012. - Le pont a fermé." + body, "2012-06-22?"},
		{"Le pont de la discorde\nPublié le mercredi 3 juin 2015 à 10h20" + body, "2015-06-03?"},
		{"Le pont de la discorde\nPublié le 03/06/2015 à 10:20" + body, "2015-06-03?"},
		{"Le pont de la discorde\nPar Jeanne Martin, le 3 juin 2015" + body, "2015-06-03?"},
		{"Le pont de la discorde\nJeudi 3 juin 2021 - 10:15" + body, "2021-06-03?"},
		{"Le pont de la discorde\nParis, le 3 juin 2015 (AFP) – Le pont a fermé." + body, "2015-06-03?"},
		{"Le pont de la discorde\n3 juin 2015" + body, "2015-06-03?"},
		{"Le pont de la discorde" + body + "\nMis en ligne le 3 juin 2015", "2015-06-03?"},
		// A dateline without its year tells the day once the words tell the year.
		{"Le pont de la discorde\nParis, le 3 juin (AFP) – Le pont a fermé mercredi 3 juin. Il avait fermé en mai 2014, et rouvert le 31 mai 2015." + body, "2015-06-03?"},
		// The date of what is told is none of the article.
		{"Les attentats du 11 septembre 2001" + body, ""},
		{"Chronologie du pont : 3 juin 1815 - ouverture, 4 mai 1902 - fermeture" + body, ""},
	} {
		if got := datings(t, Options{}, read.Article{Text: c.text})[0]; got.Date != c.want {
			t.Errorf("%q is dated %q, want %q: %v", c.text[:60], got.Date, c.want, got.Dated)
		}
	}
}

// Weekday, day and month agree in few years; what else is told picks one.
func TestOwnWords(t *testing.T) {
	for _, c := range []struct{ name, text, first, last string }{
		// 19 June is a Wednesday in 2013, 2019, 2024; the last year told is 2023.
		{"weekday and date", "Les deux pays ont signé ce mercredi un accord. « Le texte signé aujourd'hui (mercredi 19 juin) prévoit une aide », dit le ministre. " +
			"Le ministre s'était rendu sur place en 2022 et en septembre 2023.", "2024-06-19", "2024-06-20"},
		{"anniversary", "Il y a 50 ans, le 5 juillet 1962, le pays devenait indépendant. La fête a commencé ce jeudi 5 juillet dans la capitale.", "2012-07-05", "2012-07-06"},
		{"last year", "L'an dernier, en 2011, la ville avait perdu son pont. Cette année, en 2012, elle le reconstruit.", "2012-01-01", "2012-12-31"},
		{"to come", "Le sommet se tiendra en mars 2013. Le premier ministre l'a annoncé hier, le 12 novembre 2012, devant la presse.", "2012-11-13", "2012-11-14"},
		{"fact", "La guerre en Ukraine a commencé fin février. Les deux chefs d'État se sont parlé le lundi 15 août, pour la première fois depuis 2019.", "2022-08-15", "2022-08-31"},
		{"yesterday", "Le festival, ouvert hier, le samedi 9 juin, durera tout l'été 2012. Le dernier avait eu lieu en 2011.", "2012-06-10", "2012-06-11"},
	} {
		got := datings(t, Options{}, read.Article{Text: c.text + body})[0]
		s, err := tempo.ParseEDTF(got.Date)
		if err != nil {
			t.Errorf("%s: dated %q: %v", c.name, got.Date, got.Dated)
			continue
		}
		first, last := s.Days()
		if first.ISODay() < c.first || last.ISODay() > c.last || s.Mod&tempo.Inferred == 0 {
			t.Errorf("%s: dated %s, want %s to %s with ?: %v", c.name, got.Date, c.first, c.last, got.Dated)
		}
		if got.Confidence < 0.8 || got.Confidence > 1 || len(got.Dated) == 0 {
			t.Errorf("%s: confidence %v with %d clues", c.name, got.Confidence, len(got.Dated))
		}
	}
}

// What no evidence bears stays open, and keeps its clues.
func TestStaysOpen(t *testing.T) {
	for _, text := range []string{
		"Le pont a fermé hier." + body,
		"Le pont a fermé mercredi 19 juin." + body, // of which year?
		"Le pont a fermé en 1962." + body,
		"Napoléon est mort le 5 mai 1821. Né en 1769, il avait abdiqué en avril 1814 et de nouveau en juin 1815. Ses cendres revinrent en 1840." + body,
		"", "12", "\x00\xff",
	} {
		if got := datings(t, Options{}, read.Article{Text: text})[0]; got.Date != "" || got.Confidence != 0 {
			t.Errorf("%q is dated %s (%v): %v", text, got.Date, got.Confidence, got.Dated)
		}
	}
	got := datings(t, Options{}, read.Article{Text: "Le pont a fermé mercredi 19 juin." + body})[0]
	if len(got.Dated) != 1 || got.Dated[0].Date != "XXXX-06-19" || got.Dated[0].By != "weekday and date" {
		t.Errorf("clues of an open article: %+v", got.Dated)
	}
}

// The date that a file gives is kept; where the words contradict it strongly, a
// warning says so.
func TestGivenDate(t *testing.T) {
	given := func(date, text string) Dating {
		return datings(t, Options{}, read.Article{Date: date, Text: text, Dated: []read.Clue{{By: "metadata", Date: date, Weight: 0.9}}})[0]
	}
	for _, c := range []struct {
		date, text, want string
		warn             bool
	}{
		{"2024-06-20", "Les deux pays ont signé mercredi 19 juin 2024 un accord." + body, "2024-06-20", false},
		{"2026-03-02", "Les deux pays ont signé mercredi 19 juin 2024 un accord." + body, "2026-03-02", true},
		{"2026-03-02", "Le pont\n22 juin 2012. - Le pont a fermé." + body, "2026-03-02", true},
		{"2026-03-02", "Il y a deux ans, le mercredi 19 juin 2024, l'accord était signé. Le 25 février 2026, il est rompu." + body, "2026-03-02", false},
		{"1962-07-05", "Le pont a été fermé en 1945, le jeudi 3 mai 1945." + body, "1962-07-05", false},
		// A coarse date is refined within itself, and not beyond.
		{"2024-06", "Les deux pays ont signé ce mercredi 19 juin un accord. La cérémonie a eu lieu aujourd'hui, mercredi 19 juin." + body, "2024-06-19?", false},
		{"2024-06", "Les deux pays ont signé un accord." + body, "2024-06", false},
		{"2024-06", "Le pont\n22 mai 2012. - Le pont a fermé." + body, "2024-06", true},
	} {
		got := given(c.date, c.text)
		if got.Date != c.want || (got.Warning != "") != c.warn {
			t.Errorf("given %s, %.50q: dated %s, warning %q; want %s, warning %v", c.date, c.text, got.Date, got.Warning, c.want, c.warn)
		}
	}
	articles := []read.Article{{ID: "a", Lang: "fr", Text: "Le pont\n22 juin 2012. - Le pont a fermé." + body}}
	if got := datings(t, Options{NoInference: true}, articles...)[0]; got.Date != "" {
		t.Errorf("without inference it is dated %s", got.Date)
	}
}

// summit is one event told three times: by an article that tells its day, by
// one that tells the weekday, by a later one that tells the month.
func summit() []read.Article {
	return []read.Article{
		{ID: "full", Date: "2024-06-19", Text: "La présidente Alma Torvald a signé ce mercredi 19 juin à Valmora le pacte de défense nordique avec le chancelier Ruben Osterlund. " +
			"Le pacte de défense nordique prévoit une assistance militaire immédiate en cas d'attaque. La cérémonie de Valmora a duré deux heures, sous une pluie battante. " +
			"Ruben Osterlund a salué une amie fidèle du peuple islandais. L'opposition conservatrice dénonce un chèque en blanc."},
		{ID: "weekday", Text: "Le chancelier Ruben Osterlund et la présidente Alma Torvald ont signé mercredi à Valmora le pacte de défense nordique. " +
			"« Le pacte nordique signé aujourd'hui à Valmora prévoit une assistance militaire immédiate en cas d'attaque », a dit Ruben Osterlund. " +
			"Le chancelier a salué une amie fidèle du peuple islandais. L'opposition conservatrice dénonce un chèque en blanc."},
		{ID: "other", Date: "2019-02-07", Text: "Le musée des tramways de Lisbonne rouvre ses portes jeudi. Les visiteurs y verront quarante voitures jaunes et un atelier de menuiserie."},
	}
}

// An article that tells the same event with a weekday is dated from the one
// that tells its day.
func TestAlignment(t *testing.T) {
	got := datings(t, Options{}, summit()...)
	if got[1].Date != "2024-06-19?" {
		t.Errorf("the article of the weekday is dated %q: %+v", got[1].Date, got[1].Dated)
	}
	by := func(d Dating, kind string) bool {
		return slices.ContainsFunc(d.Dated, func(c Clue) bool { return c.By == kind && strings.Contains(c.Text, "full") })
	}
	if !by(got[1], "same event") || !by(got[1], "article") {
		t.Errorf("its clues do not name the other article: %+v", got[1].Dated)
	}
	if got[0].Date != "2024-06-19" || got[2].Date != "2019-02-07" {
		t.Errorf("dates that were given have changed: %s, %s", got[0].Date, got[2].Date)
	}
	alone := datings(t, Options{}, summit()[1], summit()[2])
	if alone[0].Date != "" {
		t.Errorf("without it, the article is dated %q: %+v", alone[0].Date, alone[0].Dated)
	}
}

// The order of the articles and the number of workers change nothing.
func TestDatesOrder(t *testing.T) {
	articles := append(summit(),
		read.Article{ID: "x1", Text: "Le pont\nParis, le 3 juin 2015 – Le pont a fermé." + body},
		read.Article{ID: "x2", Text: "Le pont a fermé mercredi, ont dit les habitants du quartier au maire." + body},
		read.Article{ID: "x3", Date: "2015-06", Text: "La salle comble a demandé mercredi un nouveau pont sur la rivière." + body})
	want := map[string]string{}
	for _, d := range datings(t, Options{Workers: 1}, slices.Clone(articles)...) {
		want[d.ID] = fmt.Sprint(d)
	}
	r := rand.New(rand.NewSource(1))
	for range 5 {
		r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		for i, d := range datings(t, Options{Workers: 4}, slices.Clone(articles)...) {
			if d.ID != articles[i].ID {
				t.Fatalf("result %d is of %s, want %s", i, d.ID, articles[i].ID)
			}
			if got := fmt.Sprint(d); got != want[d.ID] {
				t.Errorf("another order gives %s\nwant %s", got, want[d.ID])
			}
		}
	}
}

// Build uses the inferred dates and says so.
func TestBuildInfers(t *testing.T) {
	articles := []read.Article{{ID: "a", Lang: "fr", Text: "Le pont de la discorde\n20 juin 2012. - Le maire a fermé le pont hier." + body}}
	yield := func(f func(read.Article) error) error { return f(articles[0]) }
	tl, _, err := Build(yield, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if tl.Articles[0].Date != "2012-06-20?" {
		t.Errorf("the article is dated %q", tl.Articles[0].Date)
	}
	if !slices.ContainsFunc(tl.Events, func(e Event) bool { return strings.HasPrefix(e.Date, "2012-06-19") }) {
		t.Errorf("no event of the day before: %+v", tl.Events)
	}
	tl, _, err = Build(yield, Options{NoInference: true})
	if err != nil || tl.Articles[0].Date != "" {
		t.Errorf("without inference: %q, %v", tl.Articles[0].Date, err)
	}
}

func FuzzDateArticles(f *testing.F) {
	for _, a := range summit() {
		f.Add(a.Text, a.Date)
	}
	f.Add("Paris, le 3 juin (AFP) – Il y a 50 ans, le 5 juillet 1962.\n© 2012–2014", "2012")
	f.Add("hier, le 31 février\n31/02/2011 -- 99 ans après 9999, d'ici à 2150, le 29 février", "../2011")
	f.Fuzz(func(t *testing.T, text, date string) {
		if len(text) > 4000 {
			return
		}
		for _, d := range datings(t, Options{Workers: 1}, append(summit(), read.Article{ID: "f", Text: text, Date: date})...) {
			if d.Date == "" {
				continue
			}
			s, err := tempo.ParseEDTF(d.Date)
			if err != nil || s.Start >= s.End || !(d.Confidence >= 0 && d.Confidence <= 1.0001) {
				t.Errorf("%s: date %q (%v), confidence %v", d.ID, d.Date, err, d.Confidence)
			}
		}
	})
}
