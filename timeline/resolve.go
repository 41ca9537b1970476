package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Mode says how bare dates are read: from the publication date as in news,
// or from the last date told as in histories and biographies.
type Mode uint8

// The modes.
const (
	AutoMode Mode = iota
	News
	Narrative
)

// Resolve gives the mentions of a text their values, in the order of the text.
// The publication may be the zero span where it is unknown. What each
// expression is reckoned from: deictic ones from the publication, anaphoric
// ones from the last date told, clock times from the day told beside them.
func Resolve(f *lang.Finder, ms []lang.Mention, publication tempo.Span, mode Mode) []tempo.Value {
	r := resolver{f: f, ms: ms, values: make([]tempo.Value, len(ms)), c: tempo.Context{Publication: publication}}
	r.narrative = mode == Narrative || mode == AutoMode && narrative(ms, publication)
	for i := range ms {
		r.values[i] = r.resolve(i)
		r.tell(i)
	}
	return r.values
}

type resolver struct {
	f         *lang.Finder
	ms        []lang.Mention
	values    []tempo.Value
	c         tempo.Context
	narrative bool
	toldLast  int // the token after the last date told
}

func (r *resolver) resolve(i int) tempo.Value {
	m := &r.ms[i]
	c := r.c
	c.Tense = m.Tense
	e := m.Expr
	if e.Base == tempo.Nearby && e.From == nil && isClock(e) {
		if day, ok := r.dayBeside(i); ok {
			c.ToldDay = day
		}
	}
	if s, ok := r.retold(i, e); ok {
		e.Where, e.Pick = tempo.Partial{}, tempo.ByTense
		v := e.Resolve(c)
		v.Span, v.Mod, v.Partial = s, e.Mod, r.ms[i].Expr.Where
		v.Span.Mod = e.Mod
		return v
	}
	if r.narrative && bare(e) && !c.Told.IsZero() {
		c.Publication, c.Tense = c.Told, tempo.NoTense
		if e.Where.Has&tempo.HasMonth == 0 && !c.ToldDay.IsZero() {
			c.Publication, c.Tense = c.ToldDay, tempo.Future
		} else {
			e.Pick = tempo.Nearest
			c.Publication = tempo.Of(c.Told.Start, tempo.Day)
		}
	}
	return e.Resolve(c)
}

// retold resolves a month, season or day without a year that follows a date of
// another year in the same paragraph: "En 2022, deux coups d'État se sont
// succédé, en janvier puis en septembre" speaks of 2022, whenever it was
// written. A clause in the future speaks of the time after publication.
func (r *resolver) retold(i int, e tempo.Expr) (tempo.Span, bool) {
	const annual = tempo.HasMonth | tempo.HasSeason | tempo.HasQuarter | tempo.HasHalf | tempo.HasEaster
	told, published := r.c.Told, r.c.Publication
	if r.narrative || !bare(e) || e.Where.Has&annual == 0 || e.Where.Has&tempo.HasWeekday != 0 || told.IsZero() || told.Start.IsOpen() || published.IsZero() ||
		r.ms[i].Tense == tempo.Future || told.Grain > tempo.Year || r.paragraphBetween(r.toldLast, r.ms[i].First) {
		return tempo.Span{}, false
	}
	if told.Grain == tempo.Year {
		return e.Where.In(told)
	}
	const day = 86400
	if told.Start > published.Start-365*day {
		return tempo.Span{}, false // so near, the publication tells as well
	}
	s, ok := e.Where.Seek(told.Start, tempo.Coming, tempo.NoTense) // stories go forward
	return s, ok && s.Start < published.End
}

// paragraphBetween tells whether a paragraph ends between two tokens.
func (r *resolver) paragraphBetween(from, to int) bool {
	for k := from; k <= to; k++ {
		if r.f.Tokens()[k].Flags&lang.BreakBefore != 0 {
			return true
		}
	}
	return false
}

// bare tells whether the expression is a date without a year that takes its
// direction from the clause.
func bare(e tempo.Expr) bool {
	return e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.Unit == tempo.NoGrain && e.Pick == tempo.ByTense &&
		!e.Where.IsZero() && e.Where.Has&(tempo.HasYear|tempo.HasShortYear) == 0
}

func isClock(e tempo.Expr) bool {
	return e.Kind == tempo.Point && e.Unit == tempo.NoGrain &&
		e.Where.Has&^(tempo.HasHour|tempo.HasMinute|tempo.HasSecond|tempo.HasPart) == 0
}

// dayBeside resolves the day that follows a clock time closely: "vers 0 h 40,
// jeudi".
func (r *resolver) dayBeside(i int) (tempo.Span, bool) {
	if i+1 >= len(r.ms) || r.ms[i+1].First-r.ms[i].Last > 2 || isClock(r.ms[i+1].Expr) || r.ms[i+1].Expr.Kind != tempo.Point {
		return tempo.Span{}, false
	}
	for k := r.ms[i].Last; k < r.ms[i+1].First; k++ {
		if t := r.f.Tokens()[k]; t.Kind == lang.Punct && t.Num != ',' && t.Num != '(' {
			return tempo.Span{}, false
		}
	}
	c := r.c
	c.Tense = r.ms[i+1].Tense
	s, ok := r.ms[i+1].Expr.Span(c)
	return s, ok && s.Grain == tempo.Day
}

// tell keeps the date just told for the anaphoric expressions after it.
func (r *resolver) tell(i int) {
	v := r.values[i]
	if v.Span.IsZero() || v.Type == tempo.DurationType || v.Type == tempo.SetType || v.Span.Start.IsOpen() {
		return
	}
	told := v.Span
	told.Mod = tempo.NoMod
	if told.End.IsOpen() {
		told = tempo.Of(told.Start, told.Grain)
	}
	r.c.Told, r.toldLast = told, r.ms[i].Last
	switch {
	case told.Grain <= tempo.Day:
		r.c.ToldDay = tempo.Of(told.Start, tempo.Day)
	case !r.c.ToldDay.IsZero() && !told.Contains(r.c.ToldDay):
		r.c.ToldDay = tempo.Span{} // another month or year: "la veille" cannot mean the old day
	}
}

// narrative tells a history or biography from news: most of its dates are
// years or full dates well before its publication, and nothing is reckoned
// from the day of writing.
func narrative(ms []lang.Mention, publication tempo.Span) bool {
	absolute, old, deictic := 0, 0, 0
	for _, m := range ms {
		e := m.Expr
		switch {
		case e.Kind != tempo.Point:
		case e.Where.Has&tempo.HasYear != 0:
			absolute++
			if s, ok := e.Span(tempo.Context{}); ok && (publication.IsZero() || s.End < publication.Start-400*86400) {
				old++
			}
		case e.Base == tempo.Publication && (e.Unit != tempo.NoGrain || e.Pick != tempo.ByTense),
			e.Where.Has&tempo.HasWeekday != 0 && e.Where.Has&tempo.HasDay == 0:
			deictic++
		}
	}
	if publication.IsZero() {
		return absolute >= 5 && deictic*5 <= absolute
	}
	return old >= 6 && old*4 >= absolute*3 && deictic*5 <= old
}
