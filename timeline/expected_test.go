package timeline

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// An expected event is one of the timeline that a careful editor makes of the
// sample articles, written by hand.
type expected struct {
	Date       string   `yaml:"date"`
	Or         []string `yaml:"or"` // other dates that are right as well
	TitleWords []string `yaml:"title_words"`
	Actors     []string `yaml:"actors"`
	Type       string   `yaml:"type"`
	Status     string   `yaml:"status"`
	Sources    []string `yaml:"sources"`
	Minor      bool     `yaml:"minor"`
}

// TestExpectedTimeline measures the timeline of the sample articles against
// the one written by hand: how many of its events are found at their date, how
// many have their actors and type, and how many of ours are in it.
func TestExpectedTimeline(t *testing.T) {
	data, err := os.ReadFile("../testdata/expected.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Events  []expected `yaml:"events"`
		Allowed []expected `yaml:"allowed"` // what an editor may list too
	}
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	tl := buildSamples(t)
	found, actors, typed, withActors, withType := 0, 0, 0, 0, 0
	used := map[string]bool{}
	for _, w := range all.Events {
		e := bestMatch(tl.Events, w)
		if e == nil {
			t.Logf("missed %s %v (%s)", w.Date, w.TitleWords, strings.Join(w.Sources, ", "))
			continue
		}
		found++
		used[e.ID] = true
		if len(w.Actors) > 0 {
			withActors++
			if subset(w.Actors, e.Actors) {
				actors++
			} else {
				t.Logf("actors of %s %q: %v, expected %v", e.Date, e.Title, e.Actors, w.Actors)
			}
		}
		if w.Type != "" {
			withType++
			if w.Type == e.Type {
				typed++
			} else {
				t.Logf("type of %s %q: %q, expected %q", e.Date, e.Title, e.Type, w.Type)
			}
		}
	}
	allowed := 0
	for _, w := range all.Allowed {
		if e := bestMatch(tl.Events, w); e != nil && !used[e.ID] {
			used[e.ID] = true
			allowed++
		}
	}
	extra := 0
	for _, e := range tl.Events {
		if !used[e.ID] {
			extra++
			t.Logf("not expected: %s %q", e.Date, e.Title)
		}
	}
	recall := float64(found) / float64(len(all.Events))
	precision := float64(len(used)) / float64(len(tl.Events))
	t.Logf("recall %.3f (%d of %d), precision %.3f (%d of %d, %d of them allowed), actors %.3f, types %.3f", recall, found, len(all.Events), precision, len(used), len(tl.Events), allowed,
		float64(actors)/float64(max(1, withActors)), float64(typed)/float64(max(1, withType)))
	if recall < 0.8 || precision < 0.85 {
		t.Errorf("recall %.3f and precision %.3f: at least 0.8 and 0.85 are wanted", recall, precision)
	}
}

func buildSamples(t testing.TB) Timeline {
	t.Helper()
	return buildSamplesWith(t, Options{})
}

func buildSamplesWith(t testing.TB, o Options) Timeline {
	t.Helper()
	tl, _, err := Build(func(yield func(read.Article) error) error {
		for _, a := range sampleArticles(t) {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}, o)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

func sampleArticles(t testing.TB) (articles []read.Article) {
	t.Helper()
	_, err := read.Walk(context.Background(), []string{filepath.Join("..", "testdata", "articles")}, read.Options{}, func(a read.Article) error {
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// bestMatch gives the event of the expected date that has its words in its
// title or quotes, the one with most of them in the title.
func bestMatch(events []Event, w expected) *Event {
	for _, date := range append([]string{w.Date}, w.Or...) {
		if e := matchAt(events, w, date); e != nil {
			return e
		}
	}
	return nil
}

func matchAt(events []Event, w expected, date string) *Event {
	day, err := tempo.ParseEDTF(date)
	if err != nil {
		return nil
	}
	var best *Event
	most := -1
	for i := range events {
		e := &events[i]
		s, err := tempo.ParseEDTF(e.Date)
		if err != nil || !(s.Start == day.Start && s.Grain == day.Grain || s.Contains(day) && s.Grain == day.Grain || day.Contains(s) && s.Grain == day.Grain) {
			continue
		}
		text := e.Title
		for _, q := range e.Sources {
			text += "\n" + q.Quote
		}
		all, inTitle := true, 0
		for _, word := range w.TitleWords {
			all = all && strings.Contains(strings.ToLower(text), strings.ToLower(word))
			if strings.Contains(strings.ToLower(e.Title), strings.ToLower(word)) {
				inTitle++
			}
		}
		if all && inTitle > most {
			best, most = e, inTitle
		}
	}
	return best
}

func subset(want, got []string) bool {
	for _, w := range want {
		if !slices.Contains(got, w) {
			return false
		}
	}
	return true
}
