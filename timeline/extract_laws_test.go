package timeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// TestTitleLaws: no title is too long, begins with a small letter, ends with a
// word that wants another, or has half a quotation.
func TestTitleLaws(t *testing.T) {
	tl := buildSamples(t)
	for _, e := range tl.Events {
		l, _ := languageFor(e.Lang)
		last := strings.ToLower(e.Title[strings.LastIndexAny(e.Title, " '’")+1:])
		switch {
		case len([]rune(e.Title)) > maxTitle:
			t.Errorf("%q is too long", e.Title)
		case l.known(last).class&isDangling != 0:
			t.Errorf("%q ends with %q", e.Title, last)
		case strings.ContainsAny(e.Title, "«»“”\""):
			t.Errorf("%q has quotation marks", e.Title)
		case strings.Contains(e.Title, "  "), strings.Contains(e.Title, " ,"), strings.Contains(e.Title, ",,"):
			t.Errorf("%q has marks astray", e.Title)
		}
	}
}

func TestSentenceTitles(t *testing.T) {
	l, _ := languageFor("fr")
	f := lang.NewFinder(l.pack)
	text := "Le parlement a adopté mardi,  selon nos informations, la loi."
	d := &document{article: read.Article{ID: "case", Text: text}, lang: l}
	d.date, _ = tempo.ParseEDTF(caseDate)
	d.mentions = f.Find(text, nil)
	d.values = Resolve(f, d.mentions, d.date, News)
	d.sentences = new(sieve).prose(text, f.Tokens(), f.Sentences(nil), l, "")
	got := extract(&worker{finder: f, stems: map[string]uint64{}}, d, &Options{Titles: "sentence"})
	if len(got) != 1 || got[0].title != "Le parlement a adopté mardi, selon nos informations, la loi." {
		t.Errorf("got %+v", got)
	}
}

// FuzzExtract: whatever the text, nothing panics, quotes are the bytes that
// they claim to be, and titles keep their laws.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"Le parlement a adopté mardi la loi.", "« Non », a-t-il dit en 2015, « qu'en mai ».", "Depuis que, en 2015, qui que (en 2016 – en 2017",
		"Signé en 2015, l'", "The deal, signed in 2015 by, which in 2016 that he said.", "C'était il y a dix ans : le 3 mai 2010 à",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, french bool) {
		code := "en"
		if french {
			code = "fr"
		}
		if len(text) > 4096 {
			return
		}
		for _, d := range draftsOf(t, code, text, caseDate) {
			if d.quote != text[d.start:d.end] {
				t.Errorf("quote %q is not the text's", d.quote)
			}
			if n := len([]rune(d.title)); n > maxTitle {
				t.Errorf("title of %d characters: %q", n, d.title)
			}
		}
	})
}

// sampleText is prose as dense in dates as a news article.
var sampleText = map[string]string{
	"fr": paragraphs("Le parlement portugais a adopté mardi la loi sur le climat, que le gouvernement avait présentée en mars 2023. " +
		"Les députés de la majorité se sont félicités d'un texte qui engage le pays pour longtemps, tandis que l'opposition y voit un renoncement. " +
		"Plusieurs associations ont manifesté devant le palais, où la police avait dressé des barrières. Le texte doit encore être examiné par la cour. " +
		"Dans les rues de la capitale, les avis restent partagés, et beaucoup de passants disent n'avoir suivi les débats que de loin, dit le passant numéro %d.\n\n"),
	"en": paragraphs("The Portuguese parliament adopted the climate bill on Tuesday, which the government had presented in March 2023. " +
		"Members of the majority welcomed a text that binds the country for a long time, while the opposition sees a surrender. " +
		"Several groups demonstrated in front of the palace, where police had put up barriers. The text has yet to be examined by the court. " +
		"In the streets of the capital opinions remain divided, and many passers-by say that they only followed the debates from afar, says passer-by number %d.\n\n"),
}

// paragraphs writes a paragraph twenty times, each time with another number,
// since a line that stands twice is no text.
func paragraphs(p string) string {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, p, i)
	}
	return b.String()
}
