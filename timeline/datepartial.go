package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// partials reckons with the dates without a year: days and months, months,
// weekdays. The most telling come first, since those after them repeat much of
// what they say.
func (g *gatherer) partials() {
	type annual struct {
		i, rank int
	}
	var found []annual
	for i := range g.ms {
		switch w, ok := g.partial(i); {
		case !ok:
		case w.Has&tempo.HasMonth == 0:
			g.weekday(i, int(w.Weekday))
		case g.demonstrative(&g.ms[i]) || g.ms[i].Expr.Pick == tempo.This:
			found = append(found, annual{i, 0})
		case w.Has&tempo.HasWeekday != 0:
			found = append(found, annual{i, 1})
		case w.Has&tempo.HasDay != 0:
			found = append(found, annual{i, 2})
		default:
			found = append(found, annual{i, 3})
		}
	}
	slices.SortStableFunc(found, func(a, b annual) int { return cmp.Compare(a.rank, b.rank) })
	for _, a := range found[:min(len(found), 8)] {
		g.annual(a.i)
	}
}

// partial gives what a mention tells of a date without its year; ok is false
// where it is none, is known otherwise or was told before.
func (g *gatherer) partial(i int) (w tempo.Partial, ok bool) {
	e := &g.ms[i].Expr
	w = e.Where
	if g.used[i] || e.Kind != tempo.Point || e.From != nil || e.Base == tempo.Mentioned || e.Unit != tempo.NoGrain || e.Nth != 0 ||
		w.Has&(tempo.HasYear|tempo.HasShortYear|tempo.HasEaster|tempo.HasHijri) != 0 {
		return w, false
	}
	key := tempo.Partial{Month: w.Month, Day: w.Day, Weekday: w.Weekday, Season: int8(e.Pick), Has: w.Has & (tempo.HasMonth | tempo.HasDay | tempo.HasWeekday)}
	if key.Has&(tempo.HasMonth|tempo.HasWeekday) == 0 || key.Has&tempo.HasMonth == 0 && key.Has&tempo.HasDay != 0 || g.seen[key] || g.toldFull(w) && !g.demonstrative(&g.ms[i]) {
		return w, false
	}
	g.seen[key] = true
	return w, true
}

// toldFull tells whether the article tells a day or month with its year, too,
// in the latest of its years or the one before.
func (g *gatherer) toldFull(w tempo.Partial) bool {
	latest := 0
	for _, d := range g.full {
		y, _, _ := d.span.Start.Civil()
		latest = max(latest, y)
	}
	return w.Has&tempo.HasMonth != 0 && slices.ContainsFunc(g.full, func(d fullDate) bool {
		y, m, day := d.span.Start.Civil()
		return y >= latest-1 && d.span.Grain <= tempo.Month && m == int(w.Month) &&
			(w.Has&tempo.HasDay == 0 || d.span.Grain <= tempo.Day && day == int(w.Day))
	})
}

// weekday reckons with a bare weekday. The first ones say the most: they are
// the news, later ones its history.
func (g *gatherer) weekday(i, weekday int) {
	power := 1.0
	for k := range g.d.evidence {
		if g.d.evidence[k].day != 0 {
			power *= 0.6
		}
	}
	if power < 0.2 {
		return
	}
	m := &g.ms[i]
	e := evidence{by: "weekday", text: g.words(i), shares: weekdayShares(m.Expr.Pick, m.Tense),
		floor: 0.15, power: power, mention: i, day: weekday, period: 7, pins: m.Expr.Pick == tempo.This}
	if k, ok := g.todayBeside(i); ok {
		e.text, e.shares, e.pins = e.text+" = "+g.words(k), thisWeekday, true
	}
	e.weekly = weeklyRatios(weekday, e.shares)
	g.add(e)
}

// todayBeside looks for an expression that means the day of publication in the
// sentence of a bare weekday or the ones beside it, where both tell of the same
// things: "a annoncé mercredi …", "« … signé aujourd'hui »".
func (g *gatherer) todayBeside(i int) (int, bool) {
	if e := &g.ms[i].Expr; e.Pick != tempo.ByTense || g.ms[i].Tense == tempo.Future {
		return 0, false
	}
	at := g.sentenceOf(i)
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(g.ms) || !isToday(&g.ms[k].Expr) {
			continue
		}
		if other := g.sentenceOf(k); other >= at-1 && other <= at+1 && at >= 0 && g.shared(at, other) >= 3 {
			return k, true
		}
	}
	return 0, false
}

func isToday(e *tempo.Expr) bool {
	return isOffset(e) && e.Unit == tempo.Day && e.N == 0 && e.Where.Has == 0
}

// sentenceOf gives the sentence that holds a mention, −1 for none.
func (g *gatherer) sentenceOf(i int) int {
	return slices.IndexFunc(g.sentences, func(s lang.Sentence) bool { return s.Start <= g.ms[i].Start && g.ms[i].End <= s.End })
}

// shared counts the words that two sentences are both about.
func (g *gatherer) shared(a, b int) (n int) {
	y := termsOf(g.f, g.text, g.sentences[b].First, g.sentences[b].Last)
	for _, t := range termsOf(g.f, g.text, g.sentences[a].First, g.sentences[a].Last) {
		if slices.ContainsFunc(y, func(o docTerm) bool { return o.hash == t.hash }) {
			n++
		}
	}
	return n
}

// annual reckons with a date that recurs every year. One that stands in the
// history of another year says little.
func (g *gatherer) annual(i int) {
	m := &g.ms[i]
	w := m.Expr.Where
	e := evidence{by: "date", text: g.words(i), where: w, period: 365.25, floor: 0.06, mention: i, power: 1}
	named := w.Has&tempo.HasWeekday != 0
	if w.Has&tempo.HasDay != 0 {
		e.kernel = dayKernel(m.Expr.Pick, m.Tense, named, m.Start < lead, g.demonstrative(m) || m.Expr.Pick == tempo.This)
		if named {
			e.by, e.floor = "weekday and date", 0.04
		}
		if e.kernel == &thisDay {
			e.floor, e.pins = 0.03, true
		}
	} else {
		e.by, e.kernel, e.floor = "month", monthKernel(m.Expr.Pick, m.Tense), 0.12
	}
	if g.inHistory(m) {
		e.power = 0.3
	}
	n := 0
	for k := range g.d.evidence {
		o := &g.d.evidence[k]
		if o.where.Has == 0 {
			continue
		}
		n++
		if o.mention >= 0 && m.Start-g.ms[o.mention].End < 80 && g.ms[o.mention].Start-m.End < 80 {
			e.power = min(e.power, 0.25) // "les 5, 6 et 9 août" is one thing told
		}
	}
	if n > 0 {
		e.power *= 0.6
	}
	g.add(e)
}

// demonstrative tells whether a date begins with "ce" or "this".
func (g *gatherer) demonstrative(m *lang.Mention) bool {
	return g.facts.this[strings.ToLower(g.token(m.First))]
}

// inHistory tells whether a date stands closely after one of another year than
// the latest that is told: it belongs to that year.
func (g *gatherer) inHistory(m *lang.Mention) bool {
	near, latest := 0, 0
	for _, d := range g.full {
		y, _, _ := d.span.Start.Civil()
		if d.tense != tempo.Future {
			latest = max(latest, y)
		}
		if d.at < m.Start && m.Start-d.at < 250 {
			near = y
		}
	}
	return near != 0 && near < latest || near != 0 && len(g.full) > 6
}
