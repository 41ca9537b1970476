package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// habitual tells whether mention i only narrows what an expression beside it
// says of all days or years, and so has no day or year of its own: "ouvert tous
// les jours de 10 h à 18 h", "a lieu chaque année en juillet". A month of the past
// or future is that of one year again: "comme chaque année en juin, la ville a
// fêté".
func (r *resolver) habitual(i int, e *tempo.Expr) bool {
	clock := isClock(e) && e.Base == tempo.Nearby
	if clock && r.beforeHabit(i) {
		return true
	}
	if i == 0 || !r.near(i-1) {
		return false
	}
	set := &r.ms[i-1].Expr
	switch {
	case clock && isClock(set): // "de 10 h à 12 h et de 14 h à 18 h"
		return r.habit == i-1 && i > 1
	case set.Kind != tempo.Recurring || set.Times > 0:
		return false
	case clock:
		return ofDays(set)
	}
	tense := r.f.Tense(r.ms[i])
	return bare(e) && e.Where.Has&annual != 0 && e.Where.Has&tempo.HasWeekday == 0 && set.Every && set.Where.IsZero() && set.Duration.Unit == tempo.Year &&
		tense != tempo.Past && tense != tempo.Future
}

// beforeHabit tells whether the days of which clock time i is said follow it,
// other clock times at most between: "de 9 h à 12 h, du lundi au vendredi".
func (r *resolver) beforeHabit(i int) bool {
	for ; i+1 < len(r.ms) && r.near(i); i++ {
		switch next := &r.ms[i+1].Expr; {
		case next.Kind == tempo.Recurring:
			return ofDays(next) && r.f.Tense(r.ms[i]) != tempo.Past
		case !isClock(next):
			return false
		}
	}
	return false
}

// near tells whether the mention after i follows it in the same clause.
func (r *resolver) near(i int) bool {
	return r.ms[i+1].First-r.ms[i].Last <= 4 && r.sameSentence(r.ms[i].Last, r.ms[i+1].First)
}

// ofDays tells a set of days: "tous les jours", "le lundi".
func ofDays(set *tempo.Expr) bool {
	return set.Times == 0 && (set.Where.Has&(tempo.HasWeekday|tempo.HasWeekend) != 0 || set.Duration.Unit == tempo.Day && set.Duration.N == 1)
}
