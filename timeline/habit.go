package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// habitual tells whether mention i only narrows what an expression beside it
// says of all days or years, and so has no day or year of its own: "ouvert tous
// les jours de 10 h à 18 h", "a lieu chaque année en juillet". A month of the past
// or future is that of one year again: "comme chaque année en juin, la ville a
// fêté".
func (r *resolver) habitual(i int, e tempo.Expr) bool {
	if i == 0 || r.ms[i].First-r.ms[i-1].Last > 4 || !r.sameSentence(r.ms[i-1].Last, r.ms[i].First) {
		return false
	}
	set := r.ms[i-1].Expr
	clock := isClock(e) && e.Base == tempo.Nearby
	switch {
	case clock && isClock(set): // "de 10 h à 12 h et de 14 h à 18 h"
		return r.habit == i-1 && i > 1
	case set.Kind != tempo.Recurring || set.Times > 0:
		return false
	case clock:
		return set.Where.Has&(tempo.HasWeekday|tempo.HasWeekend) != 0 || set.Duration.Unit == tempo.Day && set.Duration.N == 1
	}
	tense := r.f.Tense(r.ms[i])
	return bare(e) && e.Where.Has&annual != 0 && e.Where.Has&tempo.HasWeekday == 0 && set.Every && set.Where.IsZero() && set.Duration.Unit == tempo.Year &&
		tense != tempo.Past && tense != tempo.Future
}
