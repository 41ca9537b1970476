package timeline

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// A headline that leaves open who acts is no title; "Ce" may be an article.
func TestAHeadlineSaysWho(t *testing.T) {
	l, err := languageFor("fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		title string
		want  bool
	}{
		{"Ils jurent de rebâtir la digue avant l'hiver", false},
		{"Elle quitte la mairie après douze ans", false},
		{"Les élus jurent de rebâtir la digue avant l'hiver", true},
		{"Ce chantier de la digue commence avant l'hiver", true},
	} {
		x := extractor{prosody: prosody{lang: l}, worker: newWorker(l, newCrew().counts), doc: &document{article: read.Article{Title: c.title}, lang: l}}
		if title, ok := x.makeHeadline(); ok != c.want {
			t.Errorf("%q can stand as a title: %v (%q), want %v", c.title, ok, title, c.want)
		}
	}
}
