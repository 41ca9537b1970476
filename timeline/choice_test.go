package timeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// editorsChoice is what an editor keeps of the sample articles who has room for
// sixteen events: chosen by hand, before any score was seen.
var editorsChoice = []struct{ date, words string }{
	{"1993-09-13", "Rabin Arafat main"},
	{"2014-03-18", "Crimée Russie"},
	{"2015-02-12", "cessez-le-feu Minsk"},
	{"2015-07-14", "accord Vienne"},
	{"2016-06-23", "Britain European Union"},
	{"2018-05-08", "accord nucléaire"},
	{"2019-04-25", "Vladivostok"},
	{"2020-01-31", "Royaume-Uni Union européenne"},
	{"2022-02-24", "Ukraine"},
	{"2022-07-22", "grain"},
	{"2023-07-17", "accord"},
	{"2023-07-26", "Niger"},
	{"2023-09-13", "Vostotchny"},
	{"2024-01-28", "retrait"},
	{"2024-06-19", "traité"},
	{"2024-11-12", "treaty"},
}

// TestMaxKeepsWhatAnEditorKeeps: most of an editor's sixteen are among the
// sixteen weightiest events, and nearly all among the forty.
func TestMaxKeepsWhatAnEditorKeeps(t *testing.T) {
	for _, c := range []struct{ max, least int }{{16, 10}, {40, 15}} {
		events := buildSamplesWith(t, Options{Max: c.max}).Events
		if len(events) != c.max {
			t.Errorf("%d events instead of %d", len(events), c.max)
		}
		kept := 0
		for _, want := range editorsChoice {
			if slices.ContainsFunc(events, func(e Event) bool { return e.Start == want.date && e.End == want.date && tells(&e, want.words) }) {
				kept++
			} else {
				t.Logf("of %d events none is %s %q", c.max, want.date, want.words)
			}
		}
		if t.Logf("%d of an editor's %d are among the %d weightiest", kept, len(editorsChoice), c.max); kept < c.least {
			t.Errorf("%d of an editor's %d are among the %d weightiest, want %d", kept, len(editorsChoice), c.max, c.least)
		}
	}
}

// tells tells whether an event's title or quotes have all the words.
func tells(e *Event, words string) bool {
	text := e.Title
	for _, s := range e.Sources {
		text += " " + s.Quote
	}
	return !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return !strings.Contains(text, w) })
}

// TestNewsComesFirst builds sample articles each alone: what the article brings
// as news weighs most of all that it tells.
func TestNewsComesFirst(t *testing.T) {
	news := map[string]string{
		"2024-06-19-poutine-kim-traite": "2024-06-19", "cereales_20230717": "2023-07-17", "minsk-accord": "2015-02-12", "ratification": "2024-11-12",
		"cedeao-retrait": "2024-01-28", "iran-retrait": "2018-05-08", "vostotchny": "2023-09-13", "grain-deal": "2022-07-22", "vienne-accord": "2015-07-14",
		"kim-vladivostok": "2019-04-25", "iran-implementation": "2016-01-16", "niger-bazoum": "2023-07-26",
		"oslo-trente-ans": "1993-09-13", // whose day is its anniversary
	}
	seen := 0
	for _, a := range sampleArticles(t) {
		want, ok := news[a.ID]
		if !ok {
			continue
		}
		seen++
		tl, _, err := Build(func(yield func(read.Article) error) error { return yield(a) }, Options{Max: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(tl.Events) != 1 || tl.Events[0].Start != want {
			t.Errorf("%s: the weightiest is %+v, want that of %s", a.ID, tl.Events, want)
		}
	}
	if seen != len(news) {
		t.Errorf("%d of %d articles were read", seen, len(news))
	}
}
