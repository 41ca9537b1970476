package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline"
)

// encoded is a timeline as encoding/json writes it.
func encoded(t testing.TB, tl timeline.Timeline, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeJSON(&b, wholeTimeline(tl), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJSONIsThatOfEncodingJSON compares what is streamed with what encoding/json
// writes at once, byte by byte.
func TestJSONIsThatOfEncodingJSON(t *testing.T) {
	odd := timeline.Event{Score: 1e-7, Title: "\x00\x1f\x7f\b\f\r\n\t\"\\/<>&\u2028\u2029\u202a\ufffd é 🕊", Actors: []string{"A", ""},
		Sources: []timeline.Source{{Start: -1, End: 1 << 40}}}
	for name, tl := range map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile(), "empty": {}, "odd": {Events: []timeline.Event{odd, odd},
		Articles: []timeline.Article{{ID: "a", Dated: []timeline.Clue{{Weight: 1e21}, {Weight: -0.5}, {Weight: 1e-6}}}, {}}}} {
		for _, o := range []Options{{}, {Compact: true}} {
			if got, want := write(t, "json", tl, o), encoded(t, tl, o); got != want {
				t.Errorf("%s, compact %v:\n%s\nwant\n%s", name, o.Compact, got, want)
			}
		}
	}
	err := JSON(&bytes.Buffer{}, timeline.Timeline{Events: []timeline.Event{{Score: math.NaN()}}}, Options{})
	if err == nil {
		t.Error("a score that is no number is written")
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("a\u2028b\"", 0.5, 3)
	f.Add("\xe2\x80\xff\x00", 1e-9, -1)
	f.Fuzz(func(t *testing.T, text string, number float64, whole int) {
		if math.IsNaN(number) || math.IsInf(number, 0) {
			return
		}
		tl := timeline.Timeline{Title: text, Events: []timeline.Event{{Title: text, Text: text + text, People: []string{text}, Score: number,
			Sources: []timeline.Source{{Article: text, Start: whole, Quote: text}}}}}
		for _, o := range []Options{{}, {Compact: true}} {
			got, want := write(t, "json", tl, o), encoded(t, tl, o)
			if !utf8.ValidString(text) { // one mark or several for the bytes that are no text
				var one, other timeline.Timeline
				if err := errors.Join(json.Unmarshal([]byte(got), &one), json.Unmarshal([]byte(want), &other)); err != nil || valid(one.Events[0].Title) == "" || len(one.Events) != len(other.Events) {
					t.Fatalf("%v\n%s\nwant\n%s", err, got, want)
				}
				continue
			}
			if got != want {
				t.Fatalf("%s\nwant\n%s", got, want)
			}
			if !json.Valid([]byte(got)) {
				t.Fatalf("no JSON: %s", got)
			}
		}
	})
}

// wholeArticle is an article with every list that the contract requires present
// (empty, not null) and every text valid UTF-8.
func wholeArticle(a timeline.Article) timeline.Article {
	a.ID, a.Title, a.Source, a.URL = valid(a.ID), valid(a.Title), valid(a.Source), valid(a.URL)
	clues := make([]timeline.Clue, len(a.Dated))
	for j, c := range a.Dated {
		c.By, c.Text = valid(c.By), valid(c.Text)
		clues[j] = c
	}
	a.Dated = clues
	return a
}

// wholeEvent is an event in the same way.
func wholeEvent(e timeline.Event) timeline.Event {
	e.ID, e.Title, e.Text, e.Label = valid(e.ID), valid(e.Title), valid(e.Text), valid(e.Label)
	e.Actors, e.People, e.Places = validAll(e.Actors), validAll(e.People), validAll(e.Places)
	sources := make([]timeline.Source, len(e.Sources))
	for i, s := range e.Sources {
		s.Article, s.Quote, s.Expression = valid(s.Article), valid(s.Quote), valid(s.Expression)
		sources[i] = s
	}
	e.Sources = sources
	return e
}

func validAll(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = valid(s)
	}
	return out
}
