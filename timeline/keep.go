package timeline

import (
	"cmp"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// keeps tells whether the options ask for an event, and its title can be
// understood.
func (o Options) keeps(t *told, f focus) bool {
	if t.vague && o.Titles != "sentence" {
		return false
	}
	return o.inPeriod(t.span) && t.tally.witnesses >= o.MinSources && (o.About == "" || f.holds(t))
}

// choose leaves the weightiest events, as many as the options ask for, in the
// order of time.
func (o Options) choose(events []kept) []kept {
	byTime := func(a, b kept) int {
		return cmp.Or(compareSpans(a.span, b.span), cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id), cmp.Compare(a.cluster, b.cluster))
	}
	if o.Max > 0 && len(events) > o.Max {
		byWeight := func(a, b kept) int { return cmp.Or(cmp.Compare(b.score, a.score), byTime(a, b)) }
		slices.SortFunc(events, byWeight)
		told := map[cell]int{}
		for i := range events {
			s := events[i].span
			at := cell{s.Start, s.End}
			if s.Grain <= tempo.Day {
				at = cellOf(s.Start, tempo.Day)
			}
			events[i].score *= math.Pow(again, float64(told[at]))
			told[at]++
		}
		slices.SortFunc(events, byWeight)
		events = slices.Clone(events[:o.Max])
	}
	slices.SortFunc(events, byTime)
	return events
}

// again is what an event counts of its score for each weightier one of the same
// date when few are chosen: a second scene of a day tells less that is new
// (maximal marginal relevance, Carbonell and Goldstein 1998).
const again = 0.9

// repeated finds the events whose ID earlier ones have, and how many have it:
// what one expression says twice has one ID.
func repeated(events []kept) map[int]int {
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(events[i].id, events[j].id), cmp.Compare(i, j)) })
	again := map[int]int{}
	for k := 1; k < len(order); k++ {
		if events[order[k]].id == events[order[k-1]].id {
			again[order[k]] = again[order[k-1]] + 1
		}
	}
	return again
}

// compareSpans orders events by their first day; what is open to the past comes
// first, and a coarser date before a finer one that begins with it.
func compareSpans(a, b tempo.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

func (o Options) inPeriod(s tempo.Span) bool {
	return (o.Since.IsZero() || s.End > o.Since.Start) && (o.Until.IsZero() || s.Start < o.Until.End)
}
