package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

const (
	annual  = tempo.HasMonth | tempo.HasSeason | tempo.HasQuarter | tempo.HasHalf | tempo.HasEaster | tempo.HasHijri
	oneYear = 365 * secondsADay
)

// storied resolves what a story says without a year from the date that it has
// reached: a month or day inside the year told, or the nearest one, where a
// step back costs more than one ahead; "the end of the year", "this month" from
// the date told.
func (r *resolver) storied(i int, e *tempo.Expr, c tempo.Context) (tempo.Value, bool) {
	line := r.line
	switch {
	case line.IsZero():
		return tempo.Value{}, false
	case e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.Unit == tempo.Day && e.N == 0 && e.Pick != tempo.This && e.Where.IsZero():
		return tempo.Value{Ref: tempo.PresentRef}, true // "the house stands today": nowadays
	case bare(e) && e.Where.Has&annual != 0:
		s, ok := inStory(e.Where, line, r.f.Ahead(r.ms[i]))
		if !ok {
			return tempo.Value{}, false
		}
		return found(e, s), true
	case bare(e) && !c.ToldDay.IsZero():
		c.Publication, c.Tense = c.ToldDay, tempo.Future
		return e.Resolve(c), true
	case e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.N == 0 && (e.Unit > tempo.Day || e.Unit == tempo.Day && e.Pick == tempo.This):
		c.Publication = line
		if e.Unit <= tempo.Week && !c.ToldDay.IsZero() {
			c.Publication = c.ToldDay
		}
		return e.Resolve(c), true
	}
	return tempo.Value{}, false
}

// inStory finds the year of a date: the year told, else of the years around the
// date told the one with the smallest step. After "by" and "until" a step back
// is rare.
func inStory(p tempo.Partial, line tempo.Span, ahead bool) (best tempo.Span, ok bool) {
	if line.Grain == tempo.Year || line.Grain == tempo.Half || line.Grain == tempo.Quarter {
		return p.In(tempo.Of(line.Start, tempo.Year))
	}
	y, _, _ := line.Start.Civil()
	least := 0.0
	for k := -1; k <= 1; k++ {
		s, found := p.In(tempo.Of(tempo.Date(y+k, 1, 1), tempo.Year))
		if !found {
			continue
		}
		step := float64(s.Start - line.Start)
		switch {
		case s.Contains(line) || line.Contains(s):
			step = 0
		case step > 0:
			step = max(0, float64(s.Start-line.End))
		case step < 0 && ahead:
			step *= -4
		case step < 0:
			step *= -1.2
		}
		if !ok || step < least {
			best, least, ok = s, step, true
		}
	}
	return best, ok
}

// follows tells whether the story goes on from a date just told: not from one
// reckoned from the day of writing ("two years ago"), not from one to which it
// is compared ("a year earlier"), and not from a bare year in passing:
// mid-sentence and later than the story, or years before it.
func (r *resolver) follows(i int, told tempo.Span) bool {
	e := &r.ms[i].Expr
	switch {
	case e.Base == tempo.Publication && (e.Unit != tempo.NoGrain && e.N != 0 || e.Pick == tempo.Last || e.Pick == tempo.Next):
		return false
	case e.Base == tempo.Mentioned && e.N < 0 && told.Grain >= tempo.Month && !r.line.IsZero(): // "more than the previous year"
		return false
	case r.line.IsZero():
		return true
	case e.Base == tempo.Mentioned && e.N == 0 && told.Grain > r.line.Grain && told.Contains(r.line): // "later that year" is later than the day told
		return false
	case told.End <= r.line.Start && r.f.Aside(r.ms[i]):
		return false
	case told.Start > r.line.Start && r.f.Ahead(r.ms[i]) && r.toldLast > 0 && r.sameSentence(r.toldLast, r.ms[i].First): // "30 in March, 200 by December"
		return false
	case told.Grain != tempo.Year || r.opens(r.ms[i].First) || r.f.Reduced(r.ms[i]):
		return true
	case told.Contains(r.line):
		return false
	case told.Start > r.line.Start && r.line.Grain < tempo.Year:
		return false
	}
	return told.Start-r.line.End <= 3*oneYear && r.line.Start-told.End <= 5*oneYear
}

// leap keeps the date that the story had reached where a paragraph, once
// begun, goes years back or ahead: a digression ends with its paragraph.
func (r *resolver) leap(i int, told tempo.Span) {
	far := told.Start - r.line.Start
	switch {
	case r.line.IsZero(), r.beginsParagraph(r.ms[i].First):
		r.thread = tempo.Span{}
	case !r.thread.IsZero():
		if back := told.Start - r.thread.Start; back > -oneYear && back < oneYear {
			r.thread = tempo.Span{}
		}
	case far > leapYears*oneYear || far < -leapYears*oneYear:
		r.thread = r.line
	}
}

// leapYears is how far from the story a date must be to be a digression.
const leapYears = 2

// beginsParagraph tells whether no sentence of the paragraph ends before token k.
func (r *resolver) beginsParagraph(k int) bool {
	for ; k > 0 && r.f.Tokens()[k].Flags&lang.BreakBefore == 0; k-- {
		if p := r.f.Tokens()[k-1]; p.Is('.') && r.f.Tokens()[k].Flags&lang.Capital != 0 {
			return false
		}
	}
	return true
}

// opens tells whether the date stands in the first words of a sentence or heading.
func (r *resolver) opens(k int) bool {
	for n := 0; n < 4; n++ {
		t := r.f.Tokens()[k]
		if k == 0 || t.Flags&lang.BreakBefore != 0 {
			return true
		}
		k--
		if p := r.f.Tokens()[k]; p.Is('.') {
			return true
		}
	}
	return false
}

// setsScene tells whether a mention closes the adverbial that opens its
// sentence, as "Après la défaite de juin 1940, …" does; "depuis" leads to now.
func (r *resolver) setsScene(m *lang.Mention) bool {
	tokens := r.f.Tokens()
	if m.Last >= len(tokens) || !tokens[m.Last].Is(',') || r.f.Inserted(*m) {
		return false
	}
	for k := m.First - 1; k >= 0 && k > m.First-9; k-- {
		if r.f.Verb(k) || tokens[k].Kind == lang.Punct && tokens[k].Num != '\'' && tokens[k].Num != '’' && tokens[k].Num != '-' {
			return false
		}
		if k == 0 || tokens[k].Flags&lang.BreakBefore != 0 || tokens[k-1].Is('.') {
			return r.f.FunctionWord(k) && !r.f.LooksBack(k)
		}
	}
	return false
}

// found gives an expression the span that the discourse tells.
func found(e *tempo.Expr, s tempo.Span) tempo.Value {
	v := tempo.Expr{Where: e.Where}.Resolve(tempo.Context{Publication: s})
	s.Mod = e.Mod
	v.Span, v.Mod, v.Partial, v.Zone = s, e.Mod, e.Where, e.Zone
	return v
}
