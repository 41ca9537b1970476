package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// settle resolves an expression in the discourse that c tells and keeps the
// value only if its clause can speak of it.
func (r *resolver) settle(i int, e *tempo.Expr, c tempo.Context) tempo.Value {
	if bare(e) && e.Where.Has == tempo.HasDay && c.Told.Grain == tempo.Month && !c.Told.IsZero() && !r.paragraphBetween(r.toldLast, r.ms[i].First) {
		told := *e
		told.Base, told.Pick = tempo.Mentioned, tempo.This // "In March, London extended the period; talks began on the 15th."
		e = &told
	}
	if dayAlone(e) {
		if v, ok := r.nextSuch(i, e, c); ok {
			return v
		}
	}
	v := e.Resolve(c)
	if published := r.c.Publication; !published.IsZero() && v.Span.Start > published.Start && bare(e) && r.f.Since(r.ms[i]) { // "depuis janvier", in December
		last := *e
		last.Pick = tempo.Last
		return last.Resolve(c)
	}
	if r.unreachable(i, e, v.Span) {
		v.Span = tempo.Span{}
	}
	return v
}

// unreachable tells whether a step ahead from the date told ("le lendemain",
// "deux ans plus tard") leads where its clause cannot be: nothing was told yet
// from which it could begin, or it ends after the publication in a clause of
// the past. A wrong date is worse than none.
func (r *resolver) unreachable(i int, e *tempo.Expr, s tempo.Span) bool {
	published := r.c.Publication
	if e.Kind != tempo.Point || e.Base != tempo.Mentioned || e.From != nil || e.N <= 0 || s.IsZero() || published.IsZero() || s.Start < published.End {
		return false
	}
	return r.c.Told.IsZero() && !r.f.ToCome(r.ms[i]) || r.f.Tense(r.ms[i]) == tempo.Past
}

// dayAlone tells a day of the month that takes its month from the date told:
// "le 28".
func dayAlone(e *tempo.Expr) bool {
	return e.Kind == tempo.Point && e.Base == tempo.Mentioned && e.From == nil && e.Unit == tempo.NoGrain && e.Where.Has == tempo.HasDay
}

// nextSuch gives a day of the month in a clause of the future that would
// otherwise be past: "La réunion du 28 mai n'a rien donné. Une autre est prévue
// le 28."
func (r *resolver) nextSuch(i int, e *tempo.Expr, c tempo.Context) (tempo.Value, bool) {
	s, ok := e.Span(c)
	published := c.Publication
	if r.narrative || !ok || published.IsZero() || published.Grain != tempo.Day || s.End > published.Start ||
		s.Start < published.Start-oneYear || !r.f.ToCome(r.ms[i]) {
		return tempo.Value{}, false
	}
	next := *e
	next.Base, next.Pick, c.Tense = tempo.Publication, tempo.ByTense, tempo.Future
	return next.Resolve(c), true
}

// inPassing tells whether an earlier month or year only qualifies what is told
// of a day: "Le 21 avril, il lève l'état d'urgence, en vigueur depuis 1963. Dès
// le lendemain …", "l'offensive engagée en février".
func (r *resolver) inPassing(i int, told tempo.Span) bool {
	m, day := r.ms[i], r.c.ToldDay
	if r.tillLater(i, told) {
		return true
	}
	return told.Grain >= tempo.Month && !day.IsZero() && told.End <= day.Start && !r.paragraphBetween(r.toldLast, m.First) &&
		(r.f.Since(m) || r.f.Modifies(m))
}

// tillLater tells whether a later date only ends what an apposition between
// commas tells: "Elle est jugée en mai 1912 pour un délit, puni du bagne
// jusqu'en 1930, et part. Elle meurt deux ans après."
func (r *resolver) tillLater(i int, told tempo.Span) bool {
	m := r.ms[i]
	if r.c.Told.IsZero() || told.Start <= r.c.Told.Start || told.Grain < tempo.Month || !r.f.Ahead(m) || !r.sameSentence(r.toldLast, m.First) || r.ms[i-1].Range {
		return false
	}
	tokens, apposed := r.f.Tokens(), false
	for k := r.toldLast; k < m.First; k++ {
		if r.f.Verb(k) || r.f.Joins(k) {
			return false
		}
		apposed = apposed || tokens[k].Is(',')
	}
	return apposed && m.Last < len(tokens) && tokens[m.Last].Is(',')
}

// underHeading resolves the dates of a chronology's entries by the year or month
// that stands over them: "--2011--", "- 21 avr: …"; "JUILLET 2012", "- 15: …". A
// month as heading comes after the one before.
func (r *resolver) underHeading(i int, e *tempo.Expr) (tempo.Span, bool) {
	h, m := r.heading, r.ms[i]
	if h.IsZero() || e.Where.Has&tempo.HasWeekday != 0 || !dayAlone(e) && (!bare(e) || e.Where.Has&annual == 0) {
		return tempo.Span{}, false
	}
	entry := r.f.Entry(m) || i > 0 && m.First-r.ms[i-1].Last == 1 && r.f.Entry(r.ms[i-1]) // "15-16: …"
	switch {
	case !entry:
		return tempo.Span{}, false
	case dayAlone(e):
		s, ok := e.Where.In(h)
		return s, ok && h.Grain == tempo.Month
	case h.Grain == tempo.Month && r.f.Heading(m):
		return e.Where.Seek(h.Start, tempo.Coming, tempo.NoTense)
	}
	return e.Where.In(tempo.Of(h.Start, tempo.Year))
}

// afterEntry resolves the date of a chronology's entry from that of the entry
// before, to which it is the nearest: "24 février 2022 : …", "1er mars : …".
func (r *resolver) afterEntry(i int, e *tempo.Expr) (best tempo.Span, ok bool) {
	if r.entry.IsZero() || !bare(e) || e.Where.Has&annual == 0 || e.Where.Has&tempo.HasWeekday != 0 || !r.f.Labels(r.ms[i]) {
		return tempo.Span{}, false
	}
	return inStory(e.Where, r.entry, true)
}

// insideWeek resolves a weekday that a clause without a tense names after its
// week or weekend: "Pour le week-end : averses samedi, soleil dimanche."
func (r *resolver) insideWeek(i int, e *tempo.Expr) (tempo.Span, bool) {
	if r.week.IsZero() || !bare(e) || e.Where.Has != tempo.HasWeekday || r.ms[i].Tense != tempo.NoTense || !r.sameSentence(r.weekLast, r.ms[i].First) {
		return tempo.Span{}, false
	}
	return e.Where.In(r.week)
}

// insideYear resolves a month that follows its year after a comma, and those
// listed with it: "en 2022, en janvier puis en septembre".
func (r *resolver) insideYear(i int, e *tempo.Expr) (tempo.Span, bool) {
	if i == 0 || !bare(e) || e.Where.Has&tempo.HasMonth == 0 || r.ms[i].First-r.ms[i-1].Last > 2 {
		return tempo.Span{}, false
	}
	before := r.ms[i-1].Last
	if r.yearLast != before {
		year, comma := r.values[i-1].Span, r.f.Tokens()[before]
		if r.ms[i-1].Expr.Kind != tempo.Point || year.Grain != tempo.Year || !isBounded(year) || !comma.Is(',') {
			return tempo.Span{}, false
		}
		r.year = year
	}
	s, ok := e.Where.In(r.year)
	if ok {
		r.yearLast = r.ms[i].Last
	}
	return s, ok
}

// dayOpenBeside tells whether a month or year stands just before a clock time, so
// that its day stays open: "en décembre, à 20 heures".
func (r *resolver) dayOpenBeside(i int) bool {
	if i == 0 || r.ms[i].First-r.ms[i-1].Last > 2 || r.ms[i-1].Expr.Kind != tempo.Point {
		return false
	}
	s := r.values[i-1].Span
	return !s.IsZero() && s.Grain >= tempo.Month && r.sameSentence(r.ms[i-1].Last, r.ms[i].First)
}

// notYet tells whether a clock time of a clause of the past cannot be of the
// day told last, which an earlier sentence said to be still to come: "Le match
// aura lieu samedi. À 15 heures, la billetterie a fermé."
func (r *resolver) notYet(i int) bool {
	day, published := r.c.ToldDay, r.c.Publication
	return !day.IsZero() && !published.IsZero() && published.Grain == tempo.Day && day.Start >= published.End &&
		!r.sameSentence(r.toldLast, r.ms[i].First) && r.f.Tense(r.ms[i]) == tempo.Past
}

// stillAhead tells whether a clock time of a future cannot be of a day gone by
// that an earlier sentence told: "Il a démissionné lundi. Le conseil se réunira
// à 18 heures."
func (r *resolver) stillAhead(i int) bool {
	day, published := r.c.ToldDay, r.c.Publication
	return !r.narrative && !day.IsZero() && !published.IsZero() && published.Grain == tempo.Day && day.End <= published.Start &&
		published.Start-day.Start < 15*secondsADay && !r.sameSentence(r.toldLast, r.ms[i].First) && r.f.Surely(r.ms[i])
}

// lateInNight tells whether a late hour of the past belongs to the night told
// before, and not to the end of the day of publication: "… tués dans la nuit de
// jeudi à vendredi, a-t-on appris vendredi matin. La secousse s'est produite à
// 23 h 47."
func (r *resolver) lateInNight(i int, e *tempo.Expr) bool {
	if r.night.IsZero() || e.Where.Has&tempo.HasHour == 0 || e.Where.Hour < 18 {
		return false
	}
	next := tempo.Of(tempo.Of(r.night.Start, tempo.Day).End, tempo.Day)
	return r.c.ToldDay == next && next.Start >= r.c.Publication.Start && r.paragraphsBetween(r.toldLast, r.ms[i].First) <= 1 &&
		r.f.Tense(r.ms[i]) == tempo.Past
}

// dayBefore tells whether the day of a clock time stands just before it:
// "mercredi 22 heures", "mercredi à 22 heures", "mercredi 3 avril - 22:00".
func (r *resolver) dayBefore(i int) bool {
	if i == 0 || r.ms[i].First-r.ms[i-1].Last > 1 {
		return false
	}
	for k := r.ms[i-1].Last; k < r.ms[i].First; k++ {
		if t := r.f.Tokens()[k]; t.Kind == lang.Punct && t.Num != '-' && t.Num != '–' {
			return false
		}
	}
	s := r.values[i-1].Span
	return !s.IsZero() && s.Grain == tempo.Day
}
