package tempo

// A Tense says where a clause looks from its base: it directs the bare
// weekdays, days and months in it.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// A Pick says which of the dates that match a partial one is meant.
type Pick uint8

// The picks: by the clause's tense, the last before the base, the next after
// it, the one of the base's own period, the nearest, the first not before it.
const (
	ByTense Pick = iota
	Last
	Next
	This
	Nearest
	Coming
)

// Seek gives the date that the pick means, around the base.
//
//	Last:    max { c : c.End ≤ day(base).Start }, for a season base + 30 days
//	Next:    min { c : c.Start ≥ day(base).End }
//	ByTense: Past → max { c : c.Start ≤ base }, Future → min { c : c.End > base }
func (p Partial) Seek(base Instant, pick Pick, tense Tense) (Span, bool) {
	if p.Has&yearFields != 0 {
		s := p.cycle(base, 0)
		if s.IsZero() && p.Has&HasWeekday != 0 { // the weekday is a slip: the date stands
			return p.without(HasWeekday).Seek(base, pick, tense)
		}
		return s, !s.IsZero()
	}
	if p.Has&HasWeekday != 0 && p.Has&(HasDay|HasMonth) != 0 {
		return p.seekDated(base, pick, tense)
	}
	return p.seek(base, pick, tense, maxCycles)
}

// seekDated seeks a date with a weekday: within two years it must agree,
// beyond that the weekday is taken for a slip.
func (p Partial) seekDated(base Instant, pick Pick, tense Tense) (Span, bool) {
	const near = 2 * 366 * day
	if p.Has&HasMonth == 0 { // "Thursday 20th" is said of a day close by
		if s, ok := p.seek(base, Nearest, NoTense, 12); ok && s.Start < base+31*day && s.End > base-31*day {
			return s, true
		}
	}
	if s, ok := p.seek(base, pick, tense, 12); ok && s.Start < base+near && s.End > base-near {
		return s, true
	}
	if s, ok := p.seek(base, Nearest, NoTense, 12); ok && pick != Coming && s.Start < base+near && s.End > base-near && !s.against(base, tense) {
		return s, true
	}
	return p.without(HasWeekday).seek(base, pick, tense, 12)
}

// against tells whether a date lies so far where its clause does not look that
// the tense cannot be that of another clause.
func (s Span) against(base Instant, tense Tense) bool {
	const slack = 200 * day // the base itself may be the beginning of a year or a quarter
	return tense == Past && s.Start > base+slack || tense == Future && s.End < base-slack
}

func (p Partial) without(f Field) Partial {
	if f&HasWeekday != 0 {
		p.Weekday = 0
	}
	p.Has &^= f
	return p
}

func (p Partial) seek(base Instant, pick Pick, tense Tense, cycles int) (Span, bool) {
	today := Of(base, Day)
	before := func(limit func(Span) bool) (Span, bool) {
		for k := 1; k > -cycles; k-- {
			if c := p.cycle(base, k); !c.IsZero() && limit(c) {
				return c, true
			}
		}
		return Span{}, false
	}
	after := func(limit func(Span) bool) (Span, bool) {
		for k := -1; k < cycles; k++ {
			if c := p.cycle(base, k); !c.IsZero() && limit(c) {
				return c, true
			}
		}
		return Span{}, false
	}
	switch pick {
	case Last:
		return before(func(c Span) bool {
			if c.Grain == Season { // in its last weeks a season is spoken of as over
				return c.End <= today.Start+30*day
			}
			return c.End <= today.Start
		})
	case Next:
		return after(func(c Span) bool { return c.Start >= today.End })
	case Coming:
		return after(func(c Span) bool { return c.End > today.Start })
	case This:
		if p.Has&(HasWeekday|HasWeekend) != 0 && p.Has&(HasDay|HasMonth) == 0 {
			break // "ce lundi" is the near one, past or to come, whatever its week
		}
		if c := p.cycle(base, -1); p.Has&HasSeason != 0 && c.End > today.Start && c.Start < today.End {
			return c, true // "this winter" in February
		}
		c := p.cycle(base, 0)
		return c, !c.IsZero()
	case ByTense:
		if s, ok := p.oddlyFar(base, tense, before, after); ok {
			return s, true
		}
		switch {
		case tense == Past || tense == NoTense && (p.Grain() == Day || p.Grain() == PartOfDay) && p.Has&(HasDay|HasMonth|HasSeason|HasQuarter|HasHalf|HasEaster|HasHijri) == 0:
			return before(func(c Span) bool { return c.Start < today.End })
		case tense == Future:
			return after(func(c Span) bool { return c.End > today.Start })
		}
	}
	a, okA := before(func(c Span) bool { return c.Start < today.End })
	b, okB := after(func(c Span) bool { return c.End > today.Start })
	if pick == This && (tense == Past || tense == Future) {
		if tense == Past {
			return a, okA
		}
		return b, okB
	}
	if okA && (!okB || today.Start-a.End < b.Start-today.End) {
		return a, true
	}
	return b, okB
}

// oddlyFar overrules the tense for dates that recur every year: where it would
// go nearly a year one way and the same date lies a few weeks the other way, a
// writer would have given the year, and the tense was another clause's.
func (p Partial) oddlyFar(base Instant, tense Tense, before, after func(func(Span) bool) (Span, bool)) (Span, bool) {
	if p.Has&annualFields == 0 || tense != Past && tense != Future {
		return Span{}, false
	}
	today := Of(base, Day)
	past, okPast := before(func(c Span) bool { return c.Start < today.End })
	next, okNext := after(func(c Span) bool { return c.End > today.Start })
	if !okPast || !okNext {
		return Span{}, false
	}
	back, ahead := today.Start-past.End, next.Start-today.Start
	switch {
	case tense == Past && back > 310*day && ahead < 35*day:
		return next, true
	case tense == Future && ahead > 300*day && back < 65*day:
		return past, true
	}
	return Span{}, false
}
