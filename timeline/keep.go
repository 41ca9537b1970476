package timeline

import (
	"cmp"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// An Omission counts the events that a build leaves out of what its articles
// tell, each by the first reason that there is.
type Omission struct {
	Told       int          // events that the articles tell
	Outside    int          // before Since or after Until
	FewSources int          // told by fewer articles than MinSources
	OtherTopic int          // not about About
	Topics     []TopicCount // what About asks for, all of which an event has to be about
}

// A TopicCount is how many events are about one thing that a query asks for, of
// those that the other options let through.
type TopicCount struct {
	Asked  string // the words of the query
	Events int
}

// A verdict is why an event is kept or not.
type verdict uint8

const (
	vagueTitle verdict = iota // which cannot be understood alone
	outside
	fewSources
	otherTopic
	wanted
)

// keeps tells whether the options ask for an event, and its title can be
// understood. It notes which topics of the focus the event has.
func (o Options) keeps(t *told, f focus, has []bool) verdict {
	switch {
	case t.vague && o.Titles != "sentence":
		return vagueTitle
	case !o.inPeriod(t.span, t.tally.lastDay):
		return outside
	case t.tally.witnesses < o.MinSources:
		return fewSources
	case o.About != "" && !f.holds(t, has):
		return otherTopic
	}
	return wanted
}

// note counts an event by its verdict and by the topics that it has.
func (o *Omission) note(v verdict, has []bool) {
	if v != vagueTitle {
		o.Told++
	}
	switch v {
	case outside:
		o.Outside++
	case fewSources:
		o.FewSources++
	case otherTopic:
		o.OtherTopic++
	}
	for i, yes := range has {
		if yes && v >= otherTopic {
			o.Topics[i].Events++
		}
	}
}

// choose leaves the weightiest events, as many as the options ask for, in the
// order of time.
func (o Options) choose(events []kept) []kept {
	if o.Max > 0 && len(events) > o.Max || o.Explain != nil {
		rank(events)
	}
	if o.Max > 0 && len(events) > o.Max {
		events = slices.Clone(events[:o.Max])
	}
	slices.SortFunc(events, byTime)
	return events
}

// rank orders events by their weight when few are chosen: an event counts again
// of its score for each weightier one of its date, whatever the hour.
func rank(events []kept) {
	byWeight := func(a, b kept) int { return cmp.Or(cmp.Compare(b.weight, a.weight), byTime(a, b)) }
	for i := range events {
		events[i].weight = events[i].score
	}
	slices.SortFunc(events, byWeight)
	type date struct{ start, end tempo.Instant }
	told := map[date]int32{}
	for i := range events {
		e := &events[i]
		at := date{e.span.Start, e.span.End}
		if e.span.Grain <= tempo.Day {
			day := tempo.Of(e.span.Start, tempo.Day)
			at = date{day.Start, day.End}
		}
		e.before = told[at]
		e.weight *= math.Pow(again, float64(e.before))
		told[at]++
	}
	slices.SortFunc(events, byWeight)
	for i := range events {
		events[i].rank = int32(i + 1)
	}
}

// byTime orders events by their dates, and those of one date by their scores.
func byTime(a, b kept) int {
	return cmp.Or(compareSpans(a.span, b.span), cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id), cmp.Compare(a.cluster, b.cluster))
}

// again is what an event counts of its score for each weightier one of the same
// date when few are chosen: a second scene of a day tells less that is new
// (maximal marginal relevance, Carbonell and Goldstein 1998).
const again = 0.8

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

// inPeriod tells whether a span meets the period that is asked for. One that
// is still open goes on as far as its articles can know: to the day of the last
// of them, where it is known.
func (o Options) inPeriod(s tempo.Span, lastDay int32) bool {
	end := s.End
	if end.IsOpen() && lastDay != 0 {
		end = max(s.Start+1, tempo.Instant(lastDay+1)*secondsADay)
	}
	return (o.Since.IsZero() || end > o.Since.Start) && (o.Until.IsZero() || s.Start < o.Until.End)
}

// focused tells whether the options leave out events by what they are.
func (o *Options) focused() bool {
	return o.About != "" || o.MinSources > 1 || !o.Since.IsZero() || !o.Until.IsZero()
}
