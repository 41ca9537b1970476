package render

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// JSON writes the timeline as the contract has it; `frise schema` describes it.
func JSON(w io.Writer, t timeline.Timeline, o Options) error {
	return writeJSON(w, whole(t), o)
}

// writeJSON leaves <, > and & as they are: the file is no part of a web page,
// and people read it.
func writeJSON(w io.Writer, v any, o Options) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if !o.Compact {
		encoder.SetIndent("", "  ")
	}
	return encoder.Encode(v)
}

// whole is the timeline with every list that the contract requires present
// (empty, not null) and every text valid UTF-8.
func whole(t timeline.Timeline) timeline.Timeline {
	events := make([]timeline.Event, len(t.Events))
	for i, e := range t.Events {
		events[i] = wholeEvent(e)
	}
	articles := make([]timeline.Article, len(t.Articles))
	for i, a := range t.Articles {
		a.ID, a.Title, a.Source, a.URL = valid(a.ID), valid(a.Title), valid(a.Source), valid(a.URL)
		clues := make([]timeline.Clue, len(a.Dated))
		for j, c := range a.Dated {
			c.By, c.Text = valid(c.By), valid(c.Text)
			clues[j] = c
		}
		a.Dated = clues
		articles[i] = a
	}
	t.Title, t.Events, t.Articles = valid(t.Title), events, articles
	return t
}

func wholeEvent(e timeline.Event) timeline.Event {
	e.Title, e.Text, e.Label = valid(e.Title), valid(e.Text), valid(e.Label)
	e.Actors, e.People, e.Places = validAll(e.Actors), validAll(e.People), validAll(e.Places)
	sources := make([]timeline.Source, len(e.Sources))
	for i, s := range e.Sources {
		s.Article, s.Quote, s.Expression = valid(s.Article), valid(s.Quote), valid(s.Expression)
		sources[i] = s
	}
	e.Sources = sources
	return e
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

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
