package timeline_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/read"
)

// built gives the timeline of articles as JSON.
func built(t *testing.T, articles []read.Article, o timeline.Options) []byte {
	t.Helper()
	tl, _, err := timeline.Build(each(articles), o)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(tl)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSameWhateverTheWorkersAndTheOrder: one worker or many, the articles in
// any order, the same bytes.
func TestSameWhateverTheWorkersAndTheOrder(t *testing.T) {
	_, articles := corpus(t, 120)
	for i := range articles { // some open and some coarse dates, for the dating
		switch i % 10 {
		case 3:
			articles[i].Date = ""
		case 7:
			articles[i].Date = articles[i].Date[:7]
		}
	}
	want := built(t, articles, timeline.Options{Workers: 1})
	if got := built(t, articles, timeline.Options{Workers: 8}); !bytes.Equal(got, want) {
		t.Error("eight workers make another timeline than one")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := built(t, articles, timeline.Options{Workers: 3}); !bytes.Equal(got, want) {
			t.Error("another order of articles makes another timeline")
		}
	}
}

// TestSyntheticTruth measures the merging on a corpus whose truth is known: its
// events are told by several articles each.
func TestSyntheticTruth(t *testing.T) {
	_, articles := corpus(t, 300)
	tl, _, err := timeline.Build(each(articles), timeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tl.Events); n < 95 || n > 130 {
		t.Errorf("300 articles about 100 events make %d events", n)
	}
	for _, e := range tl.Events {
		if e.Title == "" || e.Date == "" || len(e.Sources) == 0 {
			t.Errorf("an event without title, date or source: %+v", e)
		}
	}
}

// TestQuotesAreTheArticlesBytes: offsets lead back to exactly the quote.
func TestQuotesAreTheArticlesBytes(t *testing.T) {
	_, articles := corpus(t, 60)
	text := map[string]string{}
	for _, a := range articles {
		text[a.ID] = a.Text
	}
	tl, _, err := timeline.Build(each(articles), timeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range tl.Events {
		for _, s := range e.Sources {
			if got := text[s.Article][s.Start:s.End]; got != s.Quote {
				t.Errorf("%s: bytes %d–%d are %q, the quote is %q", s.Article, s.Start, s.End, got, s.Quote)
			}
		}
	}
}
