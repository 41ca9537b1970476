package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// A meaning turns what a rule matched into an expression; false refuses the
// match. A new kind of rule is one function here and its line in the table.
type meaning func(c *meaningContext) (tempo.Expr, bool)

type meaningContext struct {
	f *Finder
	m *match
	r *rule
}

// meanings are the names under which packs write their rules. All languages
// share them.
var meanings = map[string]meaning{
	"calendar":  calendar,      // a date by its fields: mercredi 19 juin 2024, mars, 20 h 30
	"year":      bareYear,      // a year alone, where its surroundings bear it out
	"move":      move,          // a fixed step from the base: hier, la veille
	"offset":    offset,        // a counted step: il y a trois semaines, deux jours plus tard
	"period":    period,        // the unit around the base: cette semaine, l'an dernier
	"inside":    inside,        // the n-th of something: le premier dimanche de mai
	"beside":    beside,        // the weekday before or after a day: the Friday after Thanksgiving
	"amount":    amount,        // a duration: deux jours
	"recurring": recurring,     // a set: chaque lundi, deux fois par an
	"reference": reference,     // actuellement, récemment
	"feast":     feast,         // Noël, Pâques, le 14-Juillet
	"decade":    decade,        // les années 1990
	"century":   century,       // le XXe siècle
	"era":       era,           // a stretch with a name: l'après-guerre
	"calendars": otherCalendar, // 18 brumaire an VIII
	"told":      told,          // ce moment-là: the date told itself
	"none":      none,          // what looks like an expression and is none: ages
}

func (c *meaningContext) num(cl Class, k int) (int, bool) {
	cp, ok := c.m.get(cl, k)
	return int(cp.n), ok
}

// inSpan is num for what stands in the span itself, not in the context after it.
func (c *meaningContext) inSpan(cl Class, k int) (int, bool) {
	cp, ok := c.m.get(cl, k)
	if !ok || int(cp.start) >= c.m.end {
		return 0, false
	}
	return int(cp.n), true
}

func (c *meaningContext) is(t tag) bool { return c.m.is(t) }

// calendar reads a date by its fields, and the words that say which of the
// dates with these fields is meant.
func calendar(c *meaningContext) (tempo.Expr, bool) {
	p, ok := c.fields()
	e := tempo.Expr{Where: p}
	if !ok || p.IsZero() {
		return e, false
	}
	switch {
	case c.is(tagFollowing):
		e.Base, e.Pick = tempo.Mentioned, tempo.Next
	case c.is(tagPreceding):
		e.Base, e.Pick = tempo.Mentioned, tempo.Last
	case c.is(tagSame), c.is(tagTold):
		e.Base, e.Pick = tempo.Mentioned, tempo.This
	case c.is(tagLast):
		e.Pick = tempo.Last
	case c.is(tagNext):
		e.Pick = tempo.Next
	case c.is(tagThis):
		e.Pick = tempo.This
	case p.Has&^clockPart == 0:
		e.Base, e.Pick = tempo.Nearby, tempo.This
	}
	if c.r.args.vague { // "at night": no night in particular
		e.Base, e.Vague = tempo.Publication, true
	}
	if c.r.args.word == "afterday" {
		e.Base, e.Pick = tempo.Mentioned, tempo.Next
	}
	if c.r.args.word == "afterclock" && !c.is(tagAM) && !c.is(tagPM) {
		e.Where.Hour = c.hourAfter(&p)
	}
	if c.r.args.word == "carry" {
		e = c.carry(p)
		ok = c.dayExists(e.Where)
	}
	if n, counted := c.num(classN, 0); counted && (c.is(tagAgo) || c.is(tagOnward)) {
		if w, _ := c.m.get(classWeekday, 0); w.weak { // "1mon ago" is a month
			return e, false
		}
		e = tempo.Expr{From: &tempo.Expr{Where: p, Pick: tempo.Last}, N: float64(7 - 7*n), Unit: tempo.Day} // "two Sundays ago"
		if c.is(tagOnward) {
			e.From.Pick, e.N = tempo.Next, -e.N
		}
	}
	if c.is(tagTwice) {
		e = tempo.Expr{From: &tempo.Expr{Where: p, Pick: tempo.Coming}, N: max(7, c.r.args.n), Unit: tempo.Day}
		if c.r.args.unit > tempo.Day { // "March after next"
			e.N, e.Unit, e.Land = c.r.args.n, c.r.args.unit, p.Grain()
		}
	}
	c.within(&e)
	c.soften(&e)
	return e, ok
}

const clockPart = tempo.HasHour | tempo.HasMinute | tempo.HasSecond | tempo.HasPart

// carry takes from the expression before what this one leaves unsaid: the
// month and the year of "10" in "May 8-10, 2006".
func (c *meaningContext) carry(p tempo.Partial) tempo.Expr {
	e := c.f.last.expr
	first := e.Where
	e.Where = p
	if p.Has&tempo.HasMonth == 0 {
		e.Where.Month, e.Where.Has = first.Month, e.Where.Has|tempo.HasMonth
	}
	if known := first.Has & (tempo.HasYear | tempo.HasShortYear); known != 0 && p.Has&(tempo.HasYear|tempo.HasShortYear) == 0 {
		e.Where.Year, e.Where.YearGrain, e.Where.Has = first.Year, first.YearGrain, e.Where.Has|known
		if e.Where.Month < first.Month { // "10 December 2013 - 2 January"
			e.Where.Year++
		}
	}
	return e
}

// hourAfter gives the first hour after the one before it that a clock face
// shows so: 23 for "11" in "8pm - 11", 27 for "3" in "11pm - 3".
func (c *meaningContext) hourAfter(p *tempo.Partial) int8 {
	first, h, step := &c.f.last.expr.Where, p.Hour, int8(12)
	if c.f.tokens[c.f.last.match.start].Num > 12 {
		step = 24 // "22:00 - 02:00"
	}
	for h < first.Hour || h == first.Hour && p.Minute <= first.Minute {
		h += step
	}
	return h
}

// within puts the date inside a year or month that is itself reckoned: "le 15
// septembre de l'an prochain".
func (c *meaningContext) within(e *tempo.Expr) {
	for _, t := range [...]struct {
		tag  tag
		base tempo.Base
		n    float64
		unit tempo.Grain
	}{{tagLastYear, tempo.Publication, -1, tempo.Year}, {tagThisYear, tempo.Publication, 0, tempo.Year},
		{tagNextYear, tempo.Publication, 1, tempo.Year}, {tagThatYear, tempo.Mentioned, 0, tempo.Year},
		{tagYearAfter, tempo.Mentioned, 1, tempo.Year}, {tagYearBefore, tempo.Mentioned, -1, tempo.Year},
		{tagLastMonth, tempo.Publication, -1, tempo.Month}, {tagThisMonth, tempo.Publication, 0, tempo.Month},
		{tagNextMonth, tempo.Publication, 1, tempo.Month}, {tagMonthAfter, tempo.Mentioned, 1, tempo.Month}, {tagMonthBefore, tempo.Mentioned, -1, tempo.Month},
		{tagLastWeek, tempo.Publication, -1, tempo.Week}, {tagThisWeek, tempo.Publication, 0, tempo.Week},
		{tagNextWeek, tempo.Publication, 1, tempo.Week}, {tagWeekAfter, tempo.Mentioned, 1, tempo.Week},
		{tagWeekBefore, tempo.Mentioned, -1, tempo.Week}} {
		if c.is(t.tag) {
			e.Base, e.N, e.Unit, e.Pick = t.base, t.n, t.unit, tempo.ByTense
		}
	}
}

// bareYear reads a year that stands alone. The pack's rules ask for words
// around it; here a year too far from ours is refused unless a word says that
// it is one.
func bareYear(c *meaningContext) (tempo.Expr, bool) {
	if n, counted := c.m.get(classN, 0); counted && c.r.args.word == "bc" { // "3 000 ans avant notre ère"
		e := tempo.Expr{Where: tempo.Partial{Year: 1 - n.n, YearGrain: tempo.Year, Has: tempo.HasYear}}
		return e, !n.vague && n.num == float64(n.n) && n.n > 0 && n.n < 100_000
	}
	y, ok := c.m.get(classYear, 0)
	if !ok {
		y, ok = c.m.get(classYYYY, 0)
	}
	if !ok && (c.r.args.word == "list" || c.r.args.word == "shortyear") {
		y, ok = c.m.get(classYY, 0)
	}
	if first := c.f.last.expr.Where.Year; ok && c.r.args.word == "list" && y.class == classYY && (y.n-first%100+100)%100 > 50 {
		return tempo.Expr{}, false // "2024/13" is no range
	}
	if !ok || c.r.args.word == "modern" && !y.vague && y.n > 2060 {
		return tempo.Expr{}, false
	}
	return calendar(c)
}

// move reads a fixed step: hier (−1 day), la veille (−1 day from the date told).
func move(c *meaningContext) (tempo.Expr, bool) {
	p, ok := c.fields()
	e := tempo.Expr{N: c.r.args.n, Unit: c.r.args.unit, Where: p}
	if c.r.args.feast { // la veille de Noël: the step begins at the feast
		from := c.onWeekday(tempo.Expr{Where: p})
		e.From, e.Where = &from, tempo.Partial{}
	} else if dates := p.Has &^ clockPart; dates != 0 { // la veille du 19 juin
		from := tempo.Expr{Where: p}
		e.From, e.Where = &from, tempo.Partial{}
	}
	if c.is(tagTold) {
		e.Base = tempo.Mentioned
	}
	c.soften(&e)
	return e, ok && e.Unit != tempo.NoGrain
}

// period reads the unit around the base: cette semaine, le mois prochain, la
// même année, la fin de l'année dernière.
func period(c *meaningContext) (tempo.Expr, bool) {
	_, unit, _, ok := c.quantity()
	if !ok || unit == tempo.Second { // "cette seconde guerre"
		return tempo.Expr{}, false
	}
	p, ok := c.fields()
	e := tempo.Expr{N: c.r.args.n, Unit: unit, Land: unit, Where: p}
	if c.r.args.word == "asnow" || c.r.args.word == "asnowafter" { // "l'an dernier à la même époque": the month of writing, a year earlier
		e.Land = tempo.Month
		return e, ok
	}
	switch {
	case c.is(tagFollowing):
		e.Base, e.N = tempo.Mentioned, 1
	case c.is(tagPreceding):
		e.Base, e.N = tempo.Mentioned, -1
	case c.is(tagThis) && c.is(tagTold): // "the day": the one told, or today's
		e.Base, e.N = tempo.Nearby, 0
	case c.is(tagSame), c.is(tagTold):
		e.Base, e.N = tempo.Mentioned, 0
	case c.is(tagLast):
		e.N = -1
	case c.is(tagNext):
		e.N = 1
	case c.is(tagThis):
		e.N, e.Pick = 0, tempo.This // said to be the present one
	case unit == tempo.Day && (c.is(tagStart) || c.is(tagMid) || c.is(tagEnd)): // "en fin de journée", of the day told
		e.Base = tempo.Nearby
	}
	if c.r.args.word == "like" { // "the year-earlier period": as long as the one told
		e.Like = tempo.Month
	}
	c.within(&e)
	if unit != e.Unit { // the n-th unit of a year that is reckoned
		e.Land = e.Unit
	}
	moved := c.is(tagLast) || c.is(tagNext) || c.is(tagThis) || c.is(tagSame) || c.is(tagTold) // "Wednesday of next week"
	if dates := p.Has &^ (clockPart | tempo.HasWeekend); dates != 0 && !moved {                // la semaine du 6 octobre
		e = tempo.Expr{From: &tempo.Expr{Where: p}, Land: unit}
	}
	c.soften(&e)
	return e, ok
}

// inside reads the n-th of something within something: le premier dimanche de
// mai 2023, la dernière semaine de juin, le 3e trimestre de l'an dernier.
func inside(c *meaningContext) (tempo.Expr, bool) {
	nth, ok := c.nth()
	switch {
	case !ok:
		return tempo.Expr{}, false
	case c.r.args.word == "open": // "le troisième jour" of what may be told elsewhere
		return tempo.Expr{Base: tempo.Mentioned, Vague: true, Unit: tempo.Day}, true
	case nth > 60:
		return tempo.Expr{}, false
	case c.r.args.word == "afterquarter":
		return c.anotherQuarter(nth)
	}
	unit := c.r.args.unit
	if u, found := c.num(classUnit, 0); found {
		unit = tempo.Grain(u)
	}
	p, ok := c.fields()
	e := tempo.Expr{}
	switch {
	case unit == tempo.Quarter && (nth > 0 && nth < 5 || nth == -1):
		if nth == -1 {
			nth = 4
		}
		p.Quarter, p.Has = int8(nth), p.Has|tempo.HasQuarter
		e.Where = p
	case unit == tempo.Half && (nth > 0 && nth < 3 || nth == -1):
		if nth == -1 {
			nth = 2
		}
		p.Half, p.Has = int8(nth), p.Has|tempo.HasHalf
		e.Where = p
	case unit == tempo.Weekend:
		p.Has &^= tempo.HasWeekend
		from := tempo.Expr{Where: p}
		c.container(&from)
		e = tempo.Expr{From: &from, Where: tempo.Partial{Has: tempo.HasWeekend}, Nth: int8(nth)}
	case unit != tempo.NoGrain:
		from := tempo.Expr{Where: p}
		c.container(&from)
		e = tempo.Expr{From: &from, Nth: int8(nth), Count: unit}
	default:
		day := tempo.Partial{Weekday: p.Weekday, Has: tempo.HasWeekday}
		ok = ok && p.Has&tempo.HasWeekday != 0
		p.Weekday, p.Has = 0, p.Has&^tempo.HasWeekday
		if p.Has&tempo.HasPart != 0 {
			day.Part, day.Has = p.Part, day.Has|tempo.HasPart
			p.Part, p.Has = 0, p.Has&^tempo.HasPart
		}
		from := tempo.Expr{Where: p}
		c.container(&from)
		e = tempo.Expr{From: &from, Where: day, Nth: int8(nth)}
	}
	if e.From == nil {
		c.within(&e)
	}
	if e.From != nil && e.From.Where.IsZero() && e.From.Unit == tempo.NoGrain {
		return e, false
	}
	c.soften(&e)
	return e, ok
}

// anotherQuarter reads an ordinal that takes the rest from the quarter or half
// told before: "au troisième trimestre 2023, puis au quatrième".
func (c *meaningContext) anotherQuarter(nth int) (tempo.Expr, bool) {
	e := c.f.last.expr
	e.Mod = tempo.NoMod
	if e.Where.Has&tempo.HasHalf != 0 {
		e.Where.Half = int8(nth)
		return e, nth == 1 || nth == 2
	}
	e.Where.Quarter = int8(nth)
	return e, nth > 0 && nth < 5
}

// nth reads which one is meant; below zero they count from the end.
func (c *meaningContext) nth() (n int, ok bool) {
	n, ok = c.num(classOrd, 0)
	switch {
	case c.is(tagLatter) && ok: // "the third last day", "the second to last week"
		return -n, true
	case c.is(tagLatter):
		return -1, true
	case c.r.args.n != 0 && !ok:
		return int(c.r.args.n), true
	}
	return n, ok
}

// container reckons the year or month that an "inside" rule names by words.
func (c *meaningContext) container(from *tempo.Expr) {
	c.within(from)
	if from.Unit != tempo.NoGrain && from.Where.IsZero() {
		from.Land = from.Unit
	}
}

// reference reads a word that points to past, present or future without a date.
func reference(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Kind: tempo.Reference, Ref: c.r.args.ref, IsTime: c.f.pack.refIsTime}
	return e, e.Ref != tempo.NoRef
}
