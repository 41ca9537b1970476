package timeline

import (
	"math"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A relation is how two dates stand to each other.
type relation uint8

const (
	apart relation = iota // they are of two events
	sameDay
	sameCoarse // both as coarse as each other: a month, a year
	refined    // one lies inside the other, coarser one
	guessed    // so, and the coarser one is only inferred
	reported   // one is the day after which an article without a date of its own appeared
	conflicted // exact days at most three days apart
	successive // the same of which one is only the day of a publication: two days, two pieces of news
	surmised   // the same of which one is only inferred
)

// need is the evidence that a relation asks for; the more it leaves open, the more.
var need = [...]float32{apart: 20, sameDay: 2.4, sameCoarse: 2.4, refined: 2.8, guessed: 3.2, reported: 3.0, conflicted: 4.8, successive: 4.2, surmised: 3.6}

// A when is a span as merging compares it, in days since 1970.
type when struct {
	first, last int32 // "depuis 2022" and "février 2022" begin together: what is open ends with its first unit
	day         bool  // it says a day, or less
	stretch     bool
	published   bool  // no word says it: its article appeared then
	today       bool  // its article says that it was the day of writing
	inferred    bool  // and that day itself is only inferred
	lowest      int32 // of the days that an event's drafts say, lowest > highest for none
	highest     int32
	cell        uint8 // the cell that holds it: its day, month or year
}

func whenOf(s tempo.Span) when {
	w := when{inferred: s.Mod&tempo.Inferred != 0}
	w.day = s.Grain <= tempo.Day && s.End != tempo.Forever
	switch {
	case s.Grain > tempo.Month:
		w.cell = 2
	case s.Grain > tempo.Day:
		w.cell = 1
	}
	if s.Start == tempo.Never {
		return when{stretch: true, first: math.MinInt32, last: math.MinInt32, lowest: math.MaxInt32, highest: math.MinInt32}
	}
	if s.End == tempo.Forever {
		s = tempo.Of(s.Start, s.Grain)
	}
	w.stretch = isStretch(s)
	w.first, w.last = dayNumber(s.Start), dayNumber(s.End-1)
	w.lowest, w.highest = math.MaxInt32, math.MinInt32
	if w.day {
		w.last = w.first
		w.lowest, w.highest = w.first, w.first
	}
	return w
}

func relate(a, b *when) relation {
	switch {
	case a.first == b.first && a.last == b.last && a.first != math.MinInt32:
		if a.day && b.day {
			return sameDay
		}
		return sameCoarse
	case a.day && b.day:
		switch gap := a.first - b.first; {
		case gap > conflictDays || gap < -conflictDays:
			return apart
		case a.published && !b.published && gap > 0 && gap < 3, b.published && !a.published && gap < 0 && gap > -3:
			return reported
		case a.published && a.inferred || b.published && b.inferred:
			return surmised
		case a.published && !b.published && gap < 0, b.published && !a.published && gap > 0:
			return apart // no news is of a day to come
		case a.today && b.today:
			return apart // "this morning" of two days is two mornings
		case a.published || b.published:
			return successive
		}
		return conflicted
	case a.stretch || b.stretch: // a decade or "de 2020 à 2023" is no date of a day
	case a.first <= b.first && b.last <= a.last, b.first <= a.first && a.last <= b.last:
		if a.inferred && !a.day || b.inferred && !b.day {
			return guessed
		}
		return refined
	case a.published && !b.published && follows(a, b), b.published && !a.published && follows(b, a):
		return reported
	case a.inferred && b.inferred && a.first <= b.last && b.first <= a.last:
		return guessed
	}
	return apart
}

// follows tells whether x begins in the two days after y ends: what happened at
// a weekend is Tuesday's news.
func follows(x, y *when) bool {
	return x.day && x.first > y.last && x.first < y.last+3
}

// conflictDays is how far apart two days may be that are told of one event.
const conflictDays = 3

// isStretch tells whether a span is longer than a year or than the unit that
// was said. An inferred one is a day that is not known better.
func isStretch(s tempo.Span) bool {
	return s.Mod&tempo.Inferred == 0 && (s.Grain > tempo.Year || s.End > tempo.Of(s.Start, s.Grain).End && s.Grain > tempo.Day)
}
