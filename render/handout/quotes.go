package handout

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/frise-timeline/frise/timeline"
)

// quotesOf gives an event's quotations, one a source and in its order.
func (d *document) quotesOf(e timeline.Event, articles map[string]timeline.Article) []quote {
	quotes := make([]quote, 0, len(e.Sources))
	for _, s := range e.Sources {
		a, ok := articles[s.Article]
		if !ok {
			a = timeline.Article{ID: s.Article}
		}
		q := cut(oneLine(s.Quote), oneLine(s.Expression))
		q.article = oneLine(a.Title)
		if q.article == "" {
			q.article = a.ID
		}
		if a.Source != "" {
			q.article += ", " + oneLine(a.Source)
		}
		if a.Date != "" {
			q.date = d.labels.Date(a.Date)
		}
		quotes = append(quotes, q)
	}
	return quotes
}

// cut parts a quotation at its expression.
func cut(text, expression string) quote {
	if expression != "" {
		if before, after, found := strings.Cut(text, expression); found {
			return quote{before: before, expression: expression, after: after}
		}
	}
	return quote{before: text}
}

// glossary lists who acts in the events: states, organisations and people, each
// once, in the order in which they come up.
func (d *document) glossary(items []item) []term {
	var states, organisations, people []term
	seen := map[string]bool{}
	tag := language.English
	if d.labels.Lang == "fr" {
		tag = language.French
	}
	regions := display.Regions(tag)
	for _, it := range items {
		for _, code := range it.event.Actors {
			if seen[code] {
				continue
			}
			seen[code] = true
			if name := d.labels.Organisations[code]; name != "" {
				organisations = append(organisations, term{name, d.print.Organised})
			} else if region, err := language.ParseRegion(code); err == nil && len(code) == 3 && region.IsCountry() {
				states = append(states, term{regions.Name(region), d.print.State})
			} else {
				organisations = append(organisations, term{oneLine(code), d.print.Organised})
			}
		}
		for _, person := range it.event.People {
			if person = oneLine(person); person != "" && !seen[person] {
				seen[person] = true
				people = append(people, term{person, d.print.People})
			}
		}
	}
	return append(append(states, organisations...), people...)
}
