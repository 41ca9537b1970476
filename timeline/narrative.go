package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

const (
	annual  = tempo.HasMonth | tempo.HasSeason | tempo.HasQuarter | tempo.HasHalf | tempo.HasEaster
	oneYear = 365 * secondsADay
)

// storied resolves what a story says without a year from the date that it has
// reached: a month or day inside the year told, or the nearest one, where a
// step back costs more than one ahead; "the end of the year", "this month" from
// the date told.
func (r *resolver) storied(e tempo.Expr, c tempo.Context) (tempo.Value, bool) {
	line := r.line
	switch {
	case line.IsZero():
		return tempo.Value{}, false
	case bare(e) && e.Where.Has&annual != 0:
		s, ok := inStory(e.Where, line)
		if !ok {
			return tempo.Value{}, false
		}
		return found(e, s), true
	case bare(e) && !c.ToldDay.IsZero():
		c.Publication, c.Tense = c.ToldDay, tempo.Future
		return e.Resolve(c), true
	case e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.Unit > tempo.Day && e.N == 0:
		c.Publication = line
		if e.Unit <= tempo.Week && !c.ToldDay.IsZero() {
			c.Publication = c.ToldDay
		}
		return e.Resolve(c), true
	}
	return tempo.Value{}, false
}

// inStory finds the year of a date: the year told, else of the years around the
// date told the one with the smallest step.
func inStory(p tempo.Partial, line tempo.Span) (best tempo.Span, ok bool) {
	if line.Grain == tempo.Year {
		return p.In(line)
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
// reckoned from the day of writing ("two years ago"), and not from a bare year
// in passing: mid-sentence and later than the story, or years before it.
func (r *resolver) follows(i int, told tempo.Span) bool {
	e := r.ms[i].Expr
	switch {
	case e.Base == tempo.Publication && e.Unit != tempo.NoGrain && e.N != 0:
		return false
	case told.Grain != tempo.Year || r.line.IsZero() || r.opens(r.ms[i].First):
		return true
	case told.Start > r.line.Start && r.line.Grain < tempo.Year:
		return false
	}
	return told.Start-r.line.End <= 3*oneYear && r.line.Start-told.End <= 5*oneYear
}

// opens tells whether the date stands in the first words of a sentence or heading.
func (r *resolver) opens(k int) bool {
	for n := 0; n < 4; n++ {
		t := r.f.Tokens()[k]
		if k == 0 || t.Flags&lang.BreakBefore != 0 {
			return true
		}
		k--
		if p := r.f.Tokens()[k]; p.Kind == lang.Punct && p.Num == '.' {
			return true
		}
	}
	return false
}

// found gives an expression the span that the discourse tells.
func found(e tempo.Expr, s tempo.Span) tempo.Value {
	v := tempo.Expr{Where: e.Where}.Resolve(tempo.Context{Publication: s})
	s.Mod = e.Mod
	v.Span, v.Mod, v.Partial = s, e.Mod, e.Where
	return v
}
