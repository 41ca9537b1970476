package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// retold resolves a month, season or day without a year that follows a date of
// another year in the same paragraph, or in the one before if the text looks
// back on the whole: "En 2022, deux coups d'État se sont succédé, en janvier
// puis en septembre" speaks of 2022, whenever it was written. A clause in the
// future speaks of the time after publication.
func (r *resolver) retold(i int, e *tempo.Expr) (tempo.Span, bool) {
	told, published := r.c.Told, r.c.Publication
	if !r.narrative && bare(e) && e.Where.Has&annual != 0 && r.ms[i].Tense == tempo.Future && told.Grain == tempo.Year &&
		!published.IsZero() && told.Start >= published.End && r.sameSentence(r.toldLast, r.ms[i].First) {
		return e.Where.In(told) // "l'édition 2025 aura lieu en mai"
	}
	if r.narrative || !bare(e) || e.Where.Has&annual == 0 || e.Where.Has&tempo.HasWeekday != 0 || told.IsZero() || told.Start.IsOpen() ||
		published.IsZero() || r.ms[i].Tense == tempo.Future && !r.ms[i].Announced || told.Grain > tempo.Year || !r.sameStory(i) || r.f.Since(r.ms[i]) {
		return tempo.Span{}, false
	}
	if told.Grain == tempo.Year {
		s, ok := e.Where.In(told)
		return s, ok && r.toldOpens // a year in passing ("since its launch in 2003") sets no scene
	}
	if told.Start > published.Start-oneYear {
		return tempo.Span{}, false // so near, the publication tells as well
	}
	s, ok := e.Where.Seek(told.Start, tempo.Coming, tempo.NoTense) // stories go forward
	return s, ok && s.Start < published.End
}

// weekdayOfTold resolves a day whose weekday agrees with no year near the
// publication, but with that of the date told: "Il fut élu en 2015. Le dimanche
// 1er février, il prêta serment."
func (r *resolver) weekdayOfTold(i int, e *tempo.Expr) (tempo.Span, bool) {
	told, published := r.c.Told, r.c.Publication
	if r.narrative || !bare(e) || e.Where.Has != tempo.HasWeekday|tempo.HasDay|tempo.HasMonth || told.IsZero() || published.IsZero() ||
		told.Grain > tempo.Year || told.End > published.Start || r.ms[i].Tense == tempo.Future || !r.sameScene(i) {
		return tempo.Span{}, false
	}
	if near, ok := e.Where.Seek(published.Start, tempo.ByTense, r.ms[i].Tense); ok && near.Start.Weekday() == int(e.Where.Weekday) && near.Start < published.Start+oneYear/4 {
		return tempo.Span{}, false
	}
	y, _, _ := told.Start.Civil()
	return e.Where.In(tempo.Of(tempo.Date(y, 1, 1), tempo.Year))
}

// sharedYear resolves a month, season or day that takes its year from a date
// after it: one that it is listed with ("the spring and early summer of 1943",
// "August/September 1956"), or, for a season, one of the same sentence that
// lies in it ("their summer offensive began in June 1942").
func (r *resolver) sharedYear(i int, e *tempo.Expr) (tempo.Span, bool) {
	if !bare(e) || e.Where.Has&annual == 0 || e.Where.Has&tempo.HasWeekday != 0 {
		return tempo.Span{}, false
	}
	j := i
	for j+1 < len(r.ms) && r.listed(j) && bare(&r.ms[j+1].Expr) && r.ms[j+1].Expr.Where.Has&annual != 0 {
		j++
	}
	if j+1 >= len(r.ms) {
		return tempo.Span{}, false
	}
	next := &r.ms[j+1].Expr
	if next.Kind != tempo.Point || next.From != nil || next.Where.Has&tempo.HasYear == 0 || next.Where.Has&annual == 0 {
		return tempo.Span{}, false
	}
	after, ok := next.Span(tempo.Context{})
	y, _, _ := after.Start.Civil()
	s, inYear := e.Where.In(tempo.Of(tempo.Date(y, 1, 1), tempo.Year))
	switch {
	case !ok, !inYear:
		return tempo.Span{}, false
	case r.listed(j):
		if s.Start > after.Start {
			if earlier, found := e.Where.In(tempo.Of(tempo.Date(y-1, 1, 1), tempo.Year)); found && after.Start-earlier.Start < oneYear/2 {
				s = earlier
			}
		}
		return s, true
	}
	return s, e.Where.Has == tempo.HasSeason && s.Start < after.End && after.Start < s.End && j == i && r.sameSentence(r.ms[i].Last, r.ms[i+1].First)
}

// listed tells whether only "and", "or", a hyphen or a slash joins mention i to
// the next.
func (r *resolver) listed(i int) bool {
	from, to := r.ms[i].Last, r.ms[i+1].First
	if to-from < 1 || to-from > 3 {
		return false
	}
	joined := false
	for k := from; k < to; k++ {
		switch t := r.f.Tokens()[k]; {
		case t.Flags&lang.BreakBefore != 0:
			return false
		case t.Kind == lang.Punct:
			joined = joined || t.Num == '-' || t.Num == '–' || t.Num == '/'
			if t.Num != '-' && t.Num != '–' && t.Num != '/' && t.Num != ',' {
				return false
			}
		case r.f.Joins(k):
			joined = true
		case !r.f.FunctionWord(k):
			return false
		}
	}
	return joined
}

func (r *resolver) sameSentence(from, to int) bool {
	for k := from; k < to; k++ {
		if t := r.f.Tokens()[k]; t.Flags&lang.BreakBefore != 0 || t.Is('.') || t.Is(';') {
			return false
		}
	}
	return to-from < 25
}

// sameStory tells whether the date told last belongs to what is told here. A
// month in passing ("he became chancellor in February 2020") sets no scene for
// the sentence after it, nor does a participle that commas set off for the main
// verb: "The rebels, driven out in March 2001, took the city on August 15".
func (r *resolver) sameStory(i int) bool {
	same := r.sameSentence(r.toldLast, r.ms[i].First)
	if same && r.inserted || !same && !r.toldOpens && r.c.Told.Grain > tempo.Day && r.c.Told.Grain < tempo.Year {
		return false
	}
	return r.sameScene(i)
}

// sameScene tells whether no paragraph parts mention i from the date told last,
// or only one in a text that looks back and does not return to the present.
func (r *resolver) sameScene(i int) bool {
	breaks := r.paragraphsBetween(r.toldLast, r.ms[i].First)
	return breaks == 0 || breaks == 1 && r.retrospective && !r.f.Perfect(r.ms[i].Last)
}

// partOfStory tells whether "la fin du mois", "le début de l'année" mean those
// of the date just told, and not the present ones: beside a date more than a
// year old.
func (r *resolver) partOfStory(i int, e *tempo.Expr) bool {
	part := e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.N == 0 && e.Pick != tempo.This &&
		e.Unit >= tempo.Week && e.Where.IsZero() &&
		(e.Mod == tempo.Start || e.Mod == tempo.Mid || e.Mod == tempo.End)
	told := r.c.Told
	if part && r.yearAgo(told) && r.toldOpens && r.sameSentence(r.toldLast, r.ms[i].First) && !r.f.Surely(r.ms[i]) {
		return told.Grain < e.Unit // "En octobre 2023, il annonçait un projet avant la fin de l'année"
	}
	return part && !told.IsZero() && told.Grain < e.Unit && r.ms[i].Tense != tempo.Future && r.sameScene(i) &&
		(r.c.Publication.IsZero() || told.Start < r.c.Publication.Start-oneYear)
}

// yearAgo tells whether a date lies in a year before that of the publication.
func (r *resolver) yearAgo(s tempo.Span) bool {
	if s.IsZero() || r.c.Publication.IsZero() {
		return false
	}
	y, _, _ := s.Start.Civil()
	published, _, _ := r.c.Publication.Start.Civil()
	return y < published
}

// morningAfter tells whether a time of the day is that of the next: what is told
// after a night, a morning after an evening and the small hours after an
// afternoon come later. "Il a atterri dans la nuit. En fin de matinée, il a été
// reçu."
func (r *resolver) morningAfter(e *tempo.Expr, c tempo.Context) bool {
	if c.ToldDay.IsZero() || r.lastTime.IsZero() || !c.ToldDay.Contains(tempo.Of(r.lastTime.Start, tempo.Day)) {
		return false
	}
	now, ok := e.Span(c)
	if !ok || now.Start >= r.lastTime.Start {
		return false
	}
	last := r.lastTime.Part()
	hour := now.Start - c.ToldDay.Start
	if r.lastTime.Grain < tempo.PartOfDay { // "vers 21 h 50 … à 1 h 20"
		return hour < 5*3600 && r.lastTime.Start-r.lastTime.Start.Midnight() >= 17*3600
	}
	return last == tempo.Night && hour < 17*3600 || last == tempo.Evening && hour < 12*3600 || last == tempo.Afternoon && hour < 5*3600
}

// midnightAfter tells whether a midnight is the one that ends the day told: "Le
// 3 mai, la foule a défilé. À minuit, la police a chargé." A range that begins
// at midnight begins the day.
func (r *resolver) midnightAfter(m *lang.Mention, c tempo.Context) bool {
	w := m.Expr.Where
	return m.Last-m.First == 1 && r.f.Tokens()[m.First].Kind == lang.Word && !m.Range && w.Has&tempo.HasHour != 0 && w.Hour == 0 && w.Minute == 0 &&
		!c.ToldDay.IsZero() && c.ToldDay != c.Publication && r.toldLast > 0 && !r.paragraphBetween(r.toldLast, m.First)
}

// farAway tells whether an anaphoric day ("la veille", "le jeudi précédent")
// that opens a paragraph of news cannot mean the last date told, since that is
// of another story.
func (r *resolver) farAway(i int) bool {
	e := &r.ms[i].Expr
	day := e.Unit == tempo.Day || e.Unit == tempo.NoGrain && e.Where.Has&tempo.HasWeekday != 0
	return day && e.N <= 1 && e.N >= -2 && r.otherStory(i)
}

func (r *resolver) paragraphBetween(from, to int) bool { return r.paragraphsBetween(from, to) > 0 }

// paragraphsBetween counts the paragraphs that begin between two tokens.
func (r *resolver) paragraphsBetween(from, to int) (n int) {
	for k := from; k <= to && k < len(r.f.Tokens()); k++ {
		if r.f.Tokens()[k].Flags&lang.BreakBefore != 0 {
			n++
		}
	}
	return n
}

// looksBack tells a history or biography from news: most of its dates are
// years or full dates well before its publication, and nothing is reckoned
// from the day of writing. A text that looks back only in part is
// retrospective.
func looksBack(f *lang.Finder, ms []lang.Mention, publication tempo.Span) (narrative, retrospective bool) {
	absolute, old, deictic, discours := 0, 0, 0, false
	for i := range ms {
		m := &ms[i]
		e := &m.Expr
		discours = discours || bare(e) && f.Perfect(m.Last)
		switch {
		case e.Kind != tempo.Point:
		case e.Where.Has&tempo.HasYear != 0:
			absolute++
			if s, ok := e.Span(tempo.Context{}); ok && (publication.IsZero() || s.End < publication.Start-400*secondsADay) {
				old++
			}
		case e.Base == tempo.Publication && e.Unit >= tempo.Week && e.N == 0 && e.Pick != tempo.This && e.Mod != tempo.NoMod:
			// "the end of the month" may be that of the date told
		case e.Base == tempo.Publication && (e.Unit != tempo.NoGrain || e.Pick != tempo.ByTense),
			e.Where.Has&tempo.HasWeekday != 0 && e.Where.Has&tempo.HasDay == 0:
			deictic++
		}
	}
	if publication.IsZero() {
		return absolute >= 5 && deictic*5 <= absolute, false
	}
	throughout := old*4 >= absolute*3 && deictic*5 <= old || old >= 30 && old*2 >= absolute && deictic*8 <= old // up to the day of writing
	only := old >= 3 && old == absolute && deictic == 0 && !discours                                            // nothing tells of the day of writing
	return old >= 6 && throughout || only, old >= 4 && old*2 >= absolute && old >= deictic
}

// enterAside keeps what was told before brackets in which mention i stands. A
// date that fills them is no aside, but that of what stands before: "la bataille
// (2 décembre 1805)".
func (r *resolver) enterAside(i int) {
	tokens, first := r.f.Tokens(), r.ms[i].First
	if r.aside.end > 0 || r.c.Told.IsZero() {
		return
	}
	if last := r.ms[i].Last; first > 0 && last < len(tokens) && tokens[first-1].Is('(') && tokens[last].Is(')') &&
		r.values[i].Span.Grain <= tempo.Month {
		return
	}
	for k := first - 1; k >= 0 && k > first-25; k-- {
		if tokens[k].Is(')') || tokens[k+1].Flags&lang.BreakBefore != 0 {
			return
		}
		if !tokens[k].Is('(') {
			continue
		}
		for end := r.ms[i].Last; end < len(tokens) && end < first+40; end++ {
			if tokens[end].Is(')') {
				r.aside = digression{r.story, r.c.Told, r.c.ToldDay, end}
				return
			}
		}
		return
	}
}

// leaveAside takes up the story where the brackets before mention i close.
func (r *resolver) leaveAside(i int) {
	if r.aside.end > 0 && r.ms[i].First > r.aside.end {
		r.story, r.c.Told, r.c.ToldDay = r.aside.story, r.aside.told, r.aside.toldDay
		r.aside.end = 0
	}
}
