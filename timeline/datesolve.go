package timeline

import (
	"cmp"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// The window of days that is weighed: so many years around what the evidence
// names, and never more than the longest.
const (
	yearsBefore   = 1
	yearsAfter    = 9
	longestWindow = 24 * 366
)

// window gives the days that can be the publication of an article; ok is false
// where its evidence names no year.
func window(limit tempo.Span, anchors []int, all []evidence) (first, last int, closed, ok bool) {
	if isBounded(limit) && limit.End-limit.Start < longestWindow*secondsADay {
		return dayOf(limit.Start), dayOf(limit.End - 1), true, true
	}
	for i := range all {
		if all[i].by == "interval" { // a surmise within the window, and no reason for it
			continue
		}
		for _, s := range all[i].fact {
			if isBounded(s) {
				anchors = append(anchors, dayOf(s.Start), dayOf(s.End-1))
			}
		}
	}
	if len(anchors) == 0 {
		return 0, 0, false, false
	}
	first, last = slices.Min(anchors)-366*yearsBefore, slices.Max(anchors)+366*yearsAfter
	for i := range all { // no article tells of a thing that has not begun
		if e := &all[i]; len(e.fact) == 1 && e.fact[0].End.IsOpen() && e.floor <= 0.01 && dayOf(e.fact[0].Start) < last {
			first = max(first, dayOf(e.fact[0].Start))
		}
	}
	return max(first, last-longestWindow), last, false, true
}

// solve weighs all evidence and states the date that it bears.
func solve(d *dossier, more []evidence, replaced map[int]bool) (tempo.Span, float64, []Clue) {
	all := make([]evidence, 0, len(d.evidence)+len(more))
	for _, e := range d.evidence {
		if e.mention < 0 || !replaced[e.mention] {
			all = append(all, e)
		}
	}
	all = append(all, more...)
	anchors := slices.Clone(d.anchors)
	for i := range more {
		for _, c := range more[i].at {
			if more[i].period == era {
				anchors = append(anchors, c.first)
			}
		}
		if b := more[i].boost; b != nil {
			anchors = append(anchors, b.first)
		}
	}
	first, last, closed, ok := window(d.limit, anchors, all)
	if !ok {
		return tempo.Span{}, 0, openClues(all)
	}
	o := newOdds(first, last, closed)
	for i := range all {
		all[i].place(first, last)
		o.add(&all[i])
	}
	p := o.posterior()
	s, sure := p.state(slices.ContainsFunc(all, func(e evidence) bool { return e.pins }))
	return s, sure, weighedClues(all, &p, s)
}

// place gives a date that comes round every year its days in the window and a
// year around it.
func (e *evidence) place(first, last int) {
	if e.where.Has == 0 {
		return
	}
	e.at = nil
	y, _, _ := instantOf(first).Civil()
	z, _, _ := instantOf(last).Civil()
	w := e.where
	for ; y <= z+1; y++ {
		m := int(w.Month)
		switch {
		case w.Has&tempo.HasDay == 0:
			e.at = append(e.at, occurrenceOf(tempo.Of(tempo.Date(y, m, 1), tempo.Month), 1))
		case int(w.Day) <= tempo.DaysIn(y, m):
			t := tempo.Date(y, m, int(w.Day))
			if w.Has&tempo.HasWeekday == 0 {
				e.at = append(e.at, occurrence{dayOf(t), dayOf(t), 1})
			} else if t.Weekday() == int(w.Weekday) {
				e.at = append(e.at, occurrence{dayOf(t), dayOf(t), 7})
			}
		}
	}
	if e.boost != nil {
		e.at = append(e.at, *e.boost)
	}
}

// openClues tells the evidence of an article that names no year.
func openClues(all []evidence) []Clue {
	var out []Clue
	for i := range all {
		if d := all[i].openDate(); d != "" && all[i].fact == nil {
			out = append(out, Clue{By: all[i].by, Date: d, Text: all[i].text, Weight: 0})
		}
	}
	return out
}

// openDate writes a date without its year in EDTF: XXXX-06-19.
func (e *evidence) openDate() string {
	if e.where.Has == 0 {
		return ""
	}
	w := tempo.Partial{Month: e.where.Month, Day: e.where.Day, Has: e.where.Has & (tempo.HasMonth | tempo.HasDay)}
	return w.Timex()
}

// weighedClues tells each piece of evidence as a date, with the certainty that
// the article bears it out: that of the days for which the clue speaks most.
func weighedClues(all []evidence, p *posterior, stated tempo.Span) []Clue {
	out := make([]Clue, 0, len(all))
	for i := range all {
		e := &all[i]
		c := Clue{By: e.by, Text: e.text}
		c.Date, c.Weight = e.tells(p, stated)
		if c.Date != "" {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Clue) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

// tells gives the date that a clue names, of several the one that the
// posterior bears out best, and how well: the certainty that the article came
// out where the clue lets it.
func (e *evidence) tells(p *posterior, stated tempo.Span) (string, float64) {
	if e.weekly != [7]float64{} {
		return e.tellsWeekday(stated), 0.5 * p.shareWeekly(e)
	}
	if e.fact != nil {
		best, share := tempo.Span{}, -1.0
		for _, s := range e.fact {
			if got := p.share(daysWithin(s, p.first, p.first+len(p.sum)-2)); got > share {
				best, share = s, got
			}
		}
		return best.EDTF(), 0.2 * max(share, 0)
	}
	best, share := occurrence{}, -1.0
	for _, c := range e.at {
		if e.boost != nil && c != *e.boost {
			continue
		}
		if got := p.around(c, e.kernel); got > share {
			best, share = c, got
		}
	}
	if share < 0 {
		return e.openDate(), 0
	}
	return spanOfDays(best.first, best.last).EDTF(), share
}

// around is the certainty of the days for which a kernel speaks: more than
// even, weighed by how much of the kernel they are.
func (p *posterior) around(c occurrence, k *kernel) float64 {
	top := k.within / float64(c.last-c.first+1)
	for _, s := range k.steps {
		top = max(top, s.share/float64(s.to-s.from+1))
	}
	sum := p.share(c.first, c.last) * min(1, k.within/float64(c.last-c.first+1)/top)
	for _, s := range k.steps {
		from, to := c.step(s)
		sum += p.share(from, to) * min(1, s.share/float64(s.to-s.from+1)/top)
	}
	return sum
}

// shareWeekly is the certainty of the days of the week for which a weekday
// speaks.
func (p *posterior) shareWeekly(e *evidence) (sum float64) {
	top := slices.Max(e.weekly[:])
	w := instantOf(p.first).Weekday() - 1
	for i := 0; i+1 < len(p.sum); i++ {
		sum += (p.sum[i+1] - p.sum[i]) * e.weekly[w] / top
		if w++; w == 7 {
			w = 0
		}
	}
	return sum
}

// tellsWeekday gives the day that a bare weekday means for an article of a
// stated day.
func (e *evidence) tellsWeekday(stated tempo.Span) string {
	if stated.IsZero() || stated.Grain > tempo.Day {
		return ""
	}
	t := stated.Start
	for t.Weekday() != e.day {
		t -= secondsADay
	}
	return tempo.Of(t, tempo.Day).EDTF()
}

// spanOfDays gives days in a row the grain of the calendar unit that they are.
func spanOfDays(first, last int) tempo.Span {
	s := tempo.Span{Start: instantOf(first), End: instantOf(last + 1), Grain: tempo.Day}
	for _, g := range [...]tempo.Grain{tempo.Month, tempo.Year} {
		if u := tempo.Of(s.Start, g); u.Start == s.Start && u.End == s.End {
			s.Grain = g
		}
	}
	return s
}
