package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// keep leaves the events that the options ask for, in the order of time.
func (o Options) keep(events []Event) []Event {
	events = slices.DeleteFunc(events, func(e Event) bool {
		return !o.inPeriod(e) || o.MinSources > 1 && witnesses(e) < o.MinSources || o.About != "" && !about(e, o.About)
	})
	byTime := func(a, b Event) int {
		return cmp.Or(compareDays(a, b), cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	}
	if o.Max > 0 && len(events) > o.Max {
		slices.SortFunc(events, func(a, b Event) int { return cmp.Or(cmp.Compare(b.Score, a.Score), byTime(a, b)) })
		events = events[:o.Max]
	}
	slices.SortFunc(events, byTime)
	return events
}

// compareDays orders events by their first day; what is open to the past comes
// first, and a coarser date before a finer one that begins with it.
func compareDays(a, b Event) int {
	sa, sb := spanOf(a), spanOf(b)
	return cmp.Or(cmp.Compare(sa.Start, sb.Start), cmp.Compare(sb.End, sa.End))
}

func spanOf(e Event) tempo.Span {
	s, err := tempo.ParseEDTF(e.Date)
	if err != nil {
		return tempo.Span{}
	}
	return s
}

func (o Options) inPeriod(e Event) bool {
	s := spanOf(e)
	return (o.Since.IsZero() || s.End > o.Since.Start) && (o.Until.IsZero() || s.Start < o.Until.End)
}

// witnesses counts the articles that tell an event.
func witnesses(e Event) int {
	seen := map[string]bool{}
	for _, s := range e.Sources {
		seen[s.Article] = true
	}
	return len(seen)
}

// about tells whether an event names an actor, person or place, or has all the
// words of a query; case and accents do not count.
func about(e Event, query string) bool {
	fold := func(s string) string { return strings.ToLower(lang.Unaccent(strings.ToLower(s))) }
	q := fold(query)
	for _, list := range [...][]string{e.Actors, e.People, e.Places} {
		for _, s := range list {
			if f := fold(s); f == q || strings.Contains(f, q) && len(q) > 3 {
				return true
			}
		}
	}
	text := fold(e.Title + " " + e.Text)
	for _, w := range strings.Fields(q) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
