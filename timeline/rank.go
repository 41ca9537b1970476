package timeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// event makes the event of a cluster: the best title of all its drafts, the
// finest date, every source.
func (b *builder) event(drafts []draft, c cluster) Event {
	best := c.drafts[0]
	for _, i := range c.drafts[1:] {
		if worth(&drafts[i], c.span) > worth(&drafts[best], c.span) {
			best = i
		}
	}
	d := &drafts[best]
	e := Event{Title: d.title, Text: d.text, Lang: d.lang, Type: d.typ, Status: d.status, Score: score(drafts, c)}
	setDate(&e, c.span, b.lang)
	e.Actors, e.People, e.Places = d.actors, nil, d.places
	people := map[string]string{}
	for _, i := range c.drafts {
		m := &drafts[i]
		e.Actors = appendNew(e.Actors, m.actors)
		e.Places = appendNew(e.Places, m.places)
		if e.Type == "" {
			e.Type = m.typ
		}
		if m.status == "" {
			e.Status = "" // one report that it happened outweighs the plans
		}
		for _, id := range m.people {
			if n := b.people.name(id, m.names[id]); len(n) > len(people[id]) {
				people[id] = n
			}
		}
		e.Sources = append(e.Sources, Source{Article: m.articleID, Start: m.start, End: m.end, Quote: m.quote,
			Expression: m.expression, Date: m.date, Rule: m.rule})
		if other := m.span.EDTF(); disagrees(m.span, c.span) && !slices.Contains(e.Conflicts, other) {
			e.Conflicts = append(e.Conflicts, other)
		}
	}
	for _, n := range people {
		e.People = append(e.People, n)
	}
	slices.Sort(e.People)
	slices.SortFunc(e.Sources, func(x, y Source) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Start, y.Start), cmp.Compare(x.Date, y.Date))
	})
	e.ID = eventID(e.Sources)
	return e
}

func appendNew(list, more []string) []string {
	list = slices.Clip(list)
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// disagrees tells whether a source's day is not the event's day.
func disagrees(a, b tempo.Span) bool {
	return !a.Overlaps(b)
}

// setDate writes a span into an event's date fields.
func setDate(e *Event, s tempo.Span, code string) {
	e.Date, e.Precision = s.EDTF(), s.Grain.String()
	if m := s.Mod.Plain(); m != tempo.NoMod {
		e.Modifier = strings.ToLower(m.String())
	}
	e.Label = Label(s, code)
	if first, last := s.Days(); true {
		if !first.IsOpen() {
			e.Start = first.ISODay()
		}
		if !last.IsOpen() {
			e.End = last.ISODay()
		}
	}
	switch s.Grain {
	case tempo.Second, tempo.Hour:
		e.Precision = "minute"
	case tempo.Millennium:
		e.Precision = "century"
	}
}

// worth tells how well a draft's title represents its event.
func worth(d *draft, s tempo.Span) float64 {
	w := d.titleGrade
	if d.lead {
		w += 0.15
	}
	if d.span == s {
		w += 0.1
	}
	if d.status != "" {
		w -= 0.3
	}
	return w - float64(d.position)/20 - float64(len(d.title))/2000
}

// score weighs an event from 0 to 1: the independent articles that tell it,
// how exact its date is, how early and how often they tell it, and how surely it
// is an event at all.
func score(drafts []draft, c cluster) float64 {
	articles := map[int]bool{}
	position, certainty, lead := 1.0, 0.0, false
	for _, i := range c.drafts {
		articles[drafts[i].article] = true
		position = min(position, drafts[i].position)
		lead = lead || drafts[i].lead
		certainty = max(certainty, drafts[i].certainty)
	}
	s := 0.55*(1-1/float64(len(articles))) + 0.10*(1-1/float64(len(c.drafts))) + 0.10*(1-position)
	switch g := c.span.Grain; {
	case g <= tempo.Day:
		s += 0.15
	case g <= tempo.Month:
		s += 0.10
	case g <= tempo.Year:
		s += 0.05
	}
	if lead {
		s += 0.10
	}
	return math.Round(s*certainty*1000) / 1000
}

// eventID names an event by its sources, so that it keeps its name from run to
// run.
func eventID(sources []Source) string {
	h := sha256.New()
	for _, s := range sources {
		fmt.Fprintf(h, "%s\x00%d\x00%d\x00%s\n", s.Article, s.Start, s.End, s.Expression)
	}
	return "e" + strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil))[:10])
}
