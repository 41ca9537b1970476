package timeline

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// seedDates are the days on which the five real articles appeared.
var seedDates = map[string]string{"000": "2024-06-19", "001": "2024-06-19", "002": "2024-06-19", "003": "2024-11-10", "004": "2022-08-16"}

// TestSeedsTimeline builds the five real articles, the first thing frise must do well:
// each event that they tell, once, at its date, with its sources.
func TestSeedsTimeline(t *testing.T) {
	const dir = "../../shared/seeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the seeds are not here: ", dir)
	}
	tl, _, err := Build(func(yield func(read.Article) error) error {
		_, err := read.Walk(context.Background(), []string{dir}, read.Options{}, func(a read.Article) error {
			a.ID = filepath.Base(a.Path)[:3]
			a.Date = seedDates[a.ID]
			return yield(a)
		})
		return err
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		date, title string // words of the title, each of which must stand in it
		sources     []string
	}{
		{"1945", "libérée", []string{"004"}},
		{"1961", "traité", []string{"002"}},
		{"2000", "traité", []string{"002"}},
		{"2001", "traité", []string{"002"}},
		{"2000", "visité Pyongyang", []string{"002"}},
		{"2019-04", "rendu Extrême-Orient", []string{"001", "004"}},
		{"2022-02", "Ukraine", []string{"001", "004"}},
		{"2022-04", "rejeter", []string{"004"}},
		{"2022-07", "reconnu indépendance", []string{"004"}},
		{"2022-08-15", "échangé messages", []string{"004"}},
		{"2023", "accord sommet", []string{"002"}},
		{"2023", "armes", []string{"002"}},
		{"2023-09", "rendu Extrême-Orient", []string{"001"}},
		{"2024-06-19", "traité", []string{"000", "001", "002"}},
		{"2024-06-19", "concert", []string{"001"}},
		{"2024-06-19", "visité Pyongyang", []string{"003"}},
		{"2024-11-10", "traité signé", []string{"003"}},
	} {
		if !slices.ContainsFunc(tl.Events, func(e Event) bool { return e.Date == c.date && titled(e, c.title) && toldBy(e, c.sources) }) {
			t.Errorf("no event %s %q told by %v", c.date, c.title, c.sources)
		}
	}
	for _, e := range tl.Events {
		for _, s := range e.Sources {
			if slices.Contains([]string{"35 ans", "24 heures", "deux jours", "24 États"}, s.Expression) {
				t.Errorf("%s %q comes of %q", e.Date, e.Title, s.Expression)
			}
		}
	}
}

// titled tells whether all words stand in an event's title.
func titled(e Event, words string) bool {
	for w := range strings.FieldsSeq(words) {
		if !strings.Contains(e.Title, w) {
			return false
		}
	}
	return true
}

// toldBy tells whether all the articles tell an event.
func toldBy(e Event, articles []string) bool {
	for _, a := range articles {
		if !slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Article == a }) {
			return false
		}
	}
	return true
}
