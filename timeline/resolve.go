package timeline

import (
	"strings"

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
	r.narrative, r.retrospective = looksBack(f, ms, publication)
	if mode != AutoMode {
		r.narrative = mode == Narrative
	}
	for i := range ms {
		r.leaveAside(i)
		r.values[i] = r.resolve(i)
		r.enterAside(i)
		r.tell(i)
	}
	return r.values
}

type resolver struct {
	f      *lang.Finder
	ms     []lang.Mention
	values []tempo.Value
	c      tempo.Context
	story
	aside digression
	// how the text reads: a narrative throughout, or news that looks back
	narrative, retrospective bool
}

// A story is what has been told so far, beside the dates in the context.
type story struct {
	toldLast  int        // the token after the last date told
	heading   tempo.Span // the year or month that stands over what is told
	entry     tempo.Span // the date of the last entry of a chronology
	toldOpens bool       // it stood at the beginning of its sentence
	inserted  bool       // it stood in a participle that commas set off or that opened the sentence
	lastTime  tempo.Span // the last part of a day or clock time told
	line      tempo.Span // of a narrative: the date that it has reached
	thread    tempo.Span // of a narrative: where a paragraph that leaps has left it, zero where it has not
	night     tempo.Span // the last night told
	week      tempo.Span // the last week or weekend told
	weekLast  int        // the token after it
	year      tempo.Span // the year in which months were listed last
	yearLast  int        // the token after the last of them
	coming    tempo.Span // the last day told that is to come
	dayOpen   bool       // the day told last has no date: "le deuxième jour"
	habit     int        // the last mention that tells what is so every day or year
}

// A digression is what had been told before brackets opened; it goes on where they
// close: "l'ouverture (notre édition du 11 décembre)".
type digression struct {
	story
	told, toldDay tempo.Span
	end           int // the token of the closing bracket; 0: none is open
}

func (r *resolver) resolve(i int) tempo.Value {
	m := &r.ms[i]
	c := r.c
	c.Tense = m.Tense
	e := &m.Expr
	if e.Base == tempo.Mentioned && e.Pick == tempo.Nearest && e.Where.IsZero() && !c.Told.IsZero() && c.Told.Grain <= tempo.PartOfDay {
		v := found(e, c.Told) // "à ce moment-là"
		v.Type = tempo.TimeType
		return v
	}
	if e.Base == tempo.Nearby && e.From == nil && isClock(e) && r.dayOpen && !r.paragraphBetween(r.toldLast, m.First) {
		return e.Resolve(tempo.Context{})
	}
	if r.habitual(i, e) {
		r.habit = i
		return e.Resolve(tempo.Context{})
	}
	if e.Base == tempo.Nearby && e.From == nil && isClock(e) && !r.dayBefore(i) {
		if day, ok := r.dayBeside(i); ok {
			c.ToldDay = day
		} else if r.backFromAfar(i) {
			c.ToldDay = c.Publication
		} else if r.longAgo(i) || r.dayOpenBeside(i) {
			return e.Resolve(tempo.Context{})
		} else if r.stillToCome(i) {
			c.ToldDay = r.coming
		} else if r.notYet(i) || r.stillAhead(i) {
			c.ToldDay = c.Publication
		} else if r.lateInNight(i, e) {
			c.ToldDay = tempo.Of(r.night.Start, tempo.Day)
		} else if r.pastNight(i, e) {
			c.ToldDay = tempo.Of(c.Publication.Start-secondsADay, tempo.Day)
		} else if r.morningAfter(e, c) || r.midnightAfter(m, c) {
			c.ToldDay = tempo.Of(c.ToldDay.End, tempo.Day)
		}
	}
	if i > 0 && r.ms[i-1].Range && bare(e) { // a range ends after it began: "from May to December"
		if from := r.values[i-1].Span; !from.IsZero() && !from.Start.IsOpen() {
			coming := *e
			c.Publication, coming.Pick = tempo.Of(from.Start, tempo.Day), tempo.Coming
			return coming.Resolve(c)
		}
	}
	if v, ok := r.endOfHours(i, c); ok {
		return v
	}
	if s, ok := r.underHeading(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.afterEntry(i, e); ok {
		return found(e, s)
	}
	if bare(e) && e.Where.Has == tempo.HasQuarter && c.Tense == tempo.Future && r.f.Qualifies(*m) { // "fourth-quarter figures are due": the last or the coming
		c.Tense = tempo.Present
	}
	if m.Announced && r.f.Labels(*m) {
		c.Tense = tempo.Present
	}
	if s, ok := r.weekdayOfTold(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.sharedYear(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.amongComing(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.insideWeek(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.insideYear(i, e); ok {
		return found(e, s)
	}
	if s, ok := r.retold(i, e); ok {
		return found(e, s)
	}
	if e.From != nil { // "le premier dimanche de mai", after a year
		if s, ok := r.retold(i, e.From); ok {
			from := *e.From
			y, _, _ := s.Start.Civil()
			from.Where.Year, from.Where.YearGrain, from.Where.Has = int32(y), tempo.Year, from.Where.Has|tempo.HasYear
			of := *e
			of.From = &from
			return of.Resolve(c)
		}
	}
	if r.narrative {
		if !r.thread.IsZero() && r.paragraphBetween(r.toldLast, m.First) {
			r.line, r.thread = r.thread, tempo.Span{}
		}
		if v, ok := r.storied(i, e, c); ok {
			return v
		}
	}
	switch {
	case r.partOfStory(i, e):
		of := *e
		of.Base = tempo.Mentioned
		return r.settle(i, &of, c)
	case e.Base == tempo.Mentioned && r.farAway(i):
		c.Told, c.ToldDay = c.Publication, c.Publication
	}
	return r.settle(i, e, c)
}

// endOfHours resolves the clock time that ends a range: it comes after the one
// that begins it, on the same day or on the next ("de 22 h à 2 h").
func (r *resolver) endOfHours(i int, c tempo.Context) (tempo.Value, bool) {
	if i == 0 || !r.ms[i-1].Range || !isClock(&r.ms[i].Expr) {
		return tempo.Value{}, false
	}
	from := r.values[i-1].Span
	if from.IsZero() || from.Grain >= tempo.PartOfDay {
		return tempo.Value{}, false
	}
	c.ToldDay = tempo.Of(from.Start, tempo.Day)
	v := r.ms[i].Expr.Resolve(c)
	if v.Span.Grain < tempo.PartOfDay && v.Span.Start < from.Start {
		c.ToldDay = tempo.Of(c.ToldDay.End, tempo.Day)
		v = r.ms[i].Expr.Resolve(c)
	}
	return v, !v.Span.IsZero()
}

// bare tells whether the expression is a date without a year that takes its
// direction from the clause.
func bare(e *tempo.Expr) bool {
	thisWeekday := e.Pick == tempo.This && e.Where.Has == tempo.HasWeekday
	return e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.Unit == tempo.NoGrain && (e.Pick == tempo.ByTense || thisWeekday) &&
		!e.Where.IsZero() && e.Where.Has&(tempo.HasYear|tempo.HasShortYear) == 0
}

func isClock(e *tempo.Expr) bool {
	return e.Kind == tempo.Point && e.Unit == tempo.NoGrain &&
		e.Where.Has&^(tempo.HasHour|tempo.HasMinute|tempo.HasSecond|tempo.HasPart) == 0
}

// dayBeside resolves the day that follows a clock time closely: "vers 0 h 40,
// jeudi".
func (r *resolver) dayBeside(i int) (tempo.Span, bool) {
	if i+1 < len(r.ms) && r.ms[i].Range && isClock(&r.ms[i+1].Expr) && !r.ms[i+1].Range { // "de 9 h 30 à 11 h, jeudi"
		return r.dayBeside(i + 1)
	}
	if i+1 < len(r.ms) && r.ms[i].Range && !isClock(&r.ms[i+1].Expr) { // "de 9 h 30 à 11 h jeudi"
		s, ok := r.read(i + 1)
		return tempo.Of(s.Start, tempo.Day), ok && s.Grain <= tempo.Day
	}
	if i+1 >= len(r.ms) || r.ms[i+1].First-r.ms[i].Last > 5 || isClock(&r.ms[i+1].Expr) || r.ms[i+1].Expr.Kind != tempo.Point || r.ms[i+1].Expr.Base == tempo.Nearby {
		return tempo.Span{}, false
	}
	for k, gap := r.ms[i].Last, r.ms[i+1].First-r.ms[i].Last; k < r.ms[i+1].First; k++ {
		t := r.f.Tokens()[k]
		switch {
		case t.Kind == lang.Punct && (!strings.ContainsRune(",(·∙•|", rune(t.Num)) || gap > 2 && !r.besideClockWord(k)), t.Flags&lang.BreakBefore != 0:
			return tempo.Span{}, false
		case gap > 2 && t.Kind == lang.Word && t.Flags&lang.Capital == 0 && !r.f.FunctionWord(k) && !r.f.ClockWord(k): // "8 a.m. Paris time on Monday"
			return tempo.Span{}, false
		}
	}
	s, ok := r.read(i + 1)
	return s, ok && s.Grain == tempo.Day
}

// besideClockWord tells a comma before or after the words for a zone: "à 14 h 46,
// heure locale, le 11 mars".
func (r *resolver) besideClockWord(k int) bool { return r.f.ClockWord(k-1) || r.f.ClockWord(k+1) }

// read gives the span of mention i ahead of its turn.
func (r *resolver) read(i int) (tempo.Span, bool) {
	c, e := r.c, &r.ms[i].Expr
	c.Tense = r.ms[i].Tense
	if s, ok := r.retold(i, e); ok {
		return s, true
	}
	if r.narrative {
		if v, ok := r.storied(i, e, c); ok {
			return v.Span, !v.Span.IsZero()
		}
	}
	return e.Span(c)
}

// tell keeps the date just told for the anaphoric expressions after it.
func (r *resolver) tell(i int) {
	v := r.values[i]
	if v.Type == tempo.DateType && v.Span.IsZero() && r.ms[i].Expr.Vague && r.ms[i].Expr.Unit == tempo.Day && v.Ref == tempo.NoRef {
		r.dayOpen, r.toldLast = true, r.ms[i].Last
	}
	if i > 0 && r.ms[i-1].Range && isClock(&r.ms[i].Expr) {
		return // the day goes on where the range began
	}
	if i > 0 && r.ms[i].Expr.Zone.Said && isClock(&r.ms[i].Expr) && isClock(&r.ms[i-1].Expr) && r.ms[i].First-r.ms[i-1].Last <= 4 {
		return // "03:30 local time (0130 UTC)": the same time again
	}
	if v.Span.IsZero() || v.Type == tempo.DurationType || v.Type == tempo.SetType || v.Span.Start.IsOpen() {
		return
	}
	told := v.Span
	told.Mod = tempo.NoMod
	if told.End.IsOpen() {
		told = tempo.Of(told.Start, told.Grain)
	}
	if i > 0 && told.Grain == tempo.Day && told.Contains(r.values[i-1].Span) && r.values[i-1].Span.Grain < tempo.PartOfDay &&
		!r.values[i-1].Span.IsZero() && r.ms[i].First-r.ms[i-1].Last <= 2 {
		return // "vers 15 h 30, hier": the clock time is what is told
	}
	switch {
	case r.narrative && !r.follows(i, told), !r.narrative && r.inPassing(i, told):
		return
	case r.narrative:
		r.leap(i, told)
	}
	r.dayOpen = false
	if told.Grain < tempo.Year && r.f.Labels(r.ms[i]) {
		r.entry = told
	}
	if (told.Grain == tempo.Year || told.Grain == tempo.Month) && r.f.Heading(r.ms[i]) {
		r.heading = told
	}
	switch {
	case told.Grain == tempo.PartOfDay && told.Part() == tempo.Night:
		r.night = told
	case told.Grain == tempo.Week, told.Grain == tempo.Weekend:
		r.week, r.weekLast = told, r.ms[i].Last
	}
	opens := (r.opens(r.ms[i].First) || r.setsScene(&r.ms[i])) && !r.f.Reduced(r.ms[i])
	if told.Grain < tempo.Year && told.Contains(r.c.Told) { // "before the end of the month" goes on with its day
		opens = opens || r.toldOpens || r.c.Told.Grain <= tempo.Day
	}
	r.c.Told, r.toldLast, r.line, r.toldOpens = told, r.ms[i].Last, told, opens
	r.inserted = r.f.Inserted(r.ms[i]) || r.f.Reduced(r.ms[i])
	if told.Grain == tempo.Year && v.Mod == tempo.End { // after "by the end of the year", January is the next one's
		r.line = tempo.Of(told.End-1, tempo.Month)
	}
	switch {
	case told.Grain <= tempo.PartOfDay:
		r.lastTime = told
	case told.Grain == tempo.Day:
		r.lastTime = tempo.Span{} // a day that is named has its morning still to come
	}
	switch {
	case told.Grain <= tempo.Day:
		r.c.ToldDay = tempo.Of(told.Start, tempo.Day)
		if published := r.c.Publication; !published.IsZero() && told.Start >= published.End {
			r.coming = r.c.ToldDay
		}
	case !r.c.ToldDay.IsZero() && !told.Contains(r.c.ToldDay) && !r.f.Ahead(r.ms[i]):
		r.c.ToldDay = tempo.Span{} // another month or year: "la veille" cannot mean the old day
	}
}
