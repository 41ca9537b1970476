package timeline

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// keep leaves the events that the options ask for, in the order of time.
func (o Options) keep(events []told) []told {
	var f focus
	if o.About != "" {
		f = newFocus(o.About)
	}
	events = slices.DeleteFunc(events, func(t told) bool {
		return !o.inPeriod(t.cluster.span) || t.tally.witnesses < o.MinSources || o.About != "" && !f.holds(&t.Event)
	})
	byTime := func(a, b told) int {
		return cmp.Or(compareSpans(a.cluster.span, b.cluster.span), cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title))
	}
	if o.Max > 0 && len(events) > o.Max {
		slices.SortFunc(events, func(a, b told) int { return cmp.Or(cmp.Compare(b.Score, a.Score), byTime(a, b)) })
		events = events[:o.Max]
	}
	slices.SortFunc(events, byTime)
	seen := map[string]int{}
	for i := range events { // what one expression says twice has one ID
		if n := seen[events[i].ID]; n > 0 {
			events[i].ID = fmt.Sprintf("%s-%d", events[i].ID, n+1)
		}
		seen[events[i].ID]++
	}
	return events
}

// compareSpans orders events by their first day; what is open to the past comes
// first, and a coarser date before a finer one that begins with it.
func compareSpans(a, b tempo.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

func (o Options) inPeriod(s tempo.Span) bool {
	return (o.Since.IsZero() || s.End > o.Since.Start) && (o.Until.IsZero() || s.Start < o.Until.End)
}
