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

// fields gathers the calendar fields that the rule captured.
func (c *meaningContext) fields() (p tempo.Partial, ok bool) {
	set := func(cl Class, f tempo.Field, to *int8) {
		if n, ok := c.num(cl, 0); ok {
			*to, p.Has = int8(n), p.Has|f
		}
	}
	set(classWeekday, tempo.HasWeekday, &p.Weekday)
	set(classSeason, tempo.HasSeason, &p.Season)
	set(classDay, tempo.HasDay, &p.Day)
	set(classDD, tempo.HasDay, &p.Day)
	set(classMonth, tempo.HasMonth, &p.Month)
	set(classMM, tempo.HasMonth, &p.Month)
	set(classPart, tempo.HasPart, &p.Part)
	if c.r.args.feast {
		if c.r.args.year > 0 {
			p.Year, p.YearGrain, p.Has = int32(c.r.args.year), tempo.Year, p.Has|tempo.HasYear
		}
		if c.r.args.weekday > 0 {
			p.Month, p.Has = c.r.args.month, p.Has|tempo.HasMonth
		} else if c.r.args.month > 0 {
			p.Month, p.Day, p.Has = c.r.args.month, c.r.args.day, p.Has|tempo.HasMonth|tempo.HasDay
		} else {
			p.Easter, p.Has = c.r.args.easter, p.Has|tempo.HasEaster
		}
	}
	for i, t := range [...]tag{tagMorning, tagMidday, tagAfternoon, tagEvening, tagNight} {
		if c.is(t) {
			p.Part, p.Has = int8(tempo.Morning+i), p.Has|tempo.HasPart
		}
	}
	if c.r.args.unit == tempo.Weekend && c.r.args.n == 0 {
		p.Has |= tempo.HasWeekend
	}
	c.year(&p)
	return p, c.clock(&p) && c.dayExists(p)
}

func (c *meaningContext) year(p *tempo.Partial) {
	if y, ok := c.m.get(classYear, 0); ok {
		p.Year, p.YearGrain, p.Has = y.n, tempo.Year, p.Has|tempo.HasYear
		if y.vague { // '98
			p.Has = p.Has&^tempo.HasYear | tempo.HasShortYear
		}
		if later, ok := c.num(classMonth, 1); ok && int(y.start) >= c.m.end && later < int(p.Month) {
			p.Year-- // "from December to May 2022"
		}
	} else if y, ok := c.num(classYYYY, 0); ok {
		p.Year, p.YearGrain, p.Has = int32(y), tempo.Year, p.Has|tempo.HasYear
	} else if y, ok := c.num(classYY, 0); ok {
		p.Year, p.YearGrain, p.Has = int32(y), tempo.Year, p.Has|tempo.HasShortYear
		if c.r.args.word == "list" { // 1914-18: in the first one's century, or the next
			first := c.f.last.expr.Where.Year
			if p.Year += first - first%100; p.Year <= first {
				p.Year += 100
			}
			p.Has = p.Has&^tempo.HasShortYear | tempo.HasYear
		}
	}
	if c.is(tagBC) && p.Has&tempo.HasYear != 0 {
		p.Year = 1 - p.Year
	}
}

// clock reads hours and minutes; it fails on a time that no clock shows.
func (c *meaningContext) clock(p *tempo.Partial) bool {
	h, ok := c.num(classHour, 0)
	min, hasMin := c.inSpan(classMinute, 0)
	if n, four := c.num(classClock, 0); four {
		h, min, ok = n/100, n%100, true
	}
	if n, counted := c.num(classN, 0); counted && c.is(tagTo) { // "ten to three"
		min = n
	}
	switch {
	case c.is(tagNoon):
		h, ok = 12, true
	case c.is(tagMidnight):
		h, ok = 0, true
	}
	if !ok {
		return true
	}
	said := h
	switch {
	case c.is(tagPM) && h < 12:
		h += 12
	case c.is(tagAM) && h == 12:
		h = 0
	case c.is(tagNight) && h >= 6 && h < 12: // "11 at night", but "1 at night" is past midnight
		h += 12
	}
	if _, four := c.m.get(classClock, 0); (c.is(tagAM) || c.is(tagPM)) && (h > 23 || said > 12 && !hasMin && !four) {
		return false
	}
	if later, ok := c.num(classHour, 1); ok && c.is(tagPM) && said > later && later != 12 && said < 12 {
		h = said // "11:30-1 p.m." begins in the morning
	}
	switch {
	case c.is(tagHalf):
		min = 30
	case c.is(tagQuarter):
		min = 15
	case c.is(tagToQuarter):
		h, min = (h+23)%24, 45
	case c.is(tagPast):
		min, _ = c.num(classN, 0)
	case c.is(tagTo) && min > 0:
		h, min = (h+23)%24, 60-min
	}
	if h == 24 && hasMin && min > 0 {
		return false
	}
	p.Hour, p.Minute, p.Has = int8(h), int8(min), p.Has|tempo.HasHour|tempo.HasMinute
	if s, ok := c.inSpan(classMinute, 1); ok {
		p.Second, p.Has = int8(s), p.Has|tempo.HasSecond
	}
	p.Has &^= tempo.HasPart // "8 heures du soir" is a time
	return true
}

func (c *meaningContext) dayExists(p tempo.Partial) bool {
	if c.r.args.word == "full" && p.Knows(tempo.HasYear) && p.Year < 1000 {
		return false // 10.12.2 is a version
	}
	if !p.Knows(tempo.HasDay | tempo.HasMonth) {
		return true
	}
	y := 2000
	if p.Knows(tempo.HasYear) {
		y = int(p.Year)
	}
	return int(p.Day) <= tempo.DaysIn(y, int(p.Month))
}

// soften reads the tags for parts, approximation and open ends into the
// expression.
func (c *meaningContext) soften(e *tempo.Expr) {
	for _, t := range [...]struct {
		tag tag
		mod tempo.Mod
	}{{tagStart, tempo.Start}, {tagMid, tempo.Mid}, {tagEnd, tempo.End}, {tagApprox, tempo.Approx},
		{tagBefore, tempo.Before}, {tagAfter, tempo.After}, {tagLess, tempo.LessThan}, {tagMore, tempo.MoreThan},
		{tagAtLeast, tempo.EqualOrMore}, {tagAtMost, tempo.EqualOrLess}} {
		if c.is(t.tag) {
			e.Mod = t.mod
		}
	}
	if z, ok := c.num(classZone, 0); ok {
		e.Zone = tempo.Zone{Said: true, Hours: int8(z)}
	}
	switch {
	case c.is(tagSince):
		e.Reach = tempo.OnwardFrom
	case c.is(tagUntil):
		e.Reach = tempo.UpTo
	}
}

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
	if c.r.args.word == "afterday" {
		e.Base, e.Pick = tempo.Mentioned, tempo.Next
	}
	if c.r.args.word == "carry" {
		e = c.carry(p)
		ok = c.dayExists(e.Where)
	}
	if n, counted := c.num(classN, 0); counted && c.is(tagAgo) { // "two Sundays ago"
		e = tempo.Expr{From: &tempo.Expr{Where: p, Pick: tempo.Last}, N: float64(7 - 7*n), Unit: tempo.Day}
	}
	if c.is(tagTwice) {
		e = tempo.Expr{From: &tempo.Expr{Where: p, Pick: tempo.Coming}, N: max(7, c.r.args.n), Unit: tempo.Day}
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
		{tagNextMonth, tempo.Publication, 1, tempo.Month}, {tagMonthAfter, tempo.Mentioned, 1, tempo.Month},
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
		e.From, e.Where = &tempo.Expr{Where: p}, tempo.Partial{}
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

// quantity reads {n} {unit}, or the amount in the rule's arguments.
func (c *meaningContext) quantity() (n float64, unit tempo.Grain, vague, ok bool) {
	n, unit = 1, c.r.args.unit
	if u, found := c.num(classUnit, 0); found {
		unit = tempo.Grain(u)
	}
	if cp, found := c.m.get(classN, 0); found {
		n, vague = cp.num, cp.vague
	} else if cp, found := c.m.get(classColl, 0); found {
		n = cp.num
		if n == 0 {
			n = float64(cp.n)
		}
	} else if c.r.args.vague {
		vague = true
	}
	if c.is(tagHalf) {
		n += 0.5
	}
	if c.r.args.n != 0 && c.r.args.unit != tempo.NoGrain && !c.m.has(classUnit) {
		n *= c.r.args.n
	}
	return n, unit, vague, unit != tempo.NoGrain && n < 1e6
}

// landing is the unit in which a step of so many units is told: "il y a trois
// semaines" is no exact day, "il y a deux ans" a year.
func landing(unit tempo.Grain, n float64) tempo.Grain {
	switch {
	case unit <= tempo.Hour:
		return tempo.Minute
	case unit == tempo.Weekend || unit == tempo.Week:
		return tempo.Day
	case n != float64(int(n)) && unit == tempo.Year:
		return tempo.Month
	case unit == tempo.Season || unit == tempo.Quarter || unit == tempo.Half:
		return tempo.Month
	case unit > tempo.Year:
		return tempo.Year
	}
	return unit
}

// offset reads a counted step; its direction is the sign of the arguments'
// number or of the tags.
func offset(c *meaningContext) (tempo.Expr, bool) {
	n, unit, vague, ok := c.quantity()
	if !ok {
		return tempo.Expr{}, false
	}
	sign := 1.0
	if c.is(tagAgo) || c.is(tagBefore) {
		sign = -1
	}
	p, ok := c.fields()
	if days := c.f.pack.idiomDays[int(n)]; days > 0 && unit == tempo.Day { // "dans quinze jours": two weeks
		n = float64(days)
	}
	e := tempo.Expr{N: sign * n, Unit: unit, Land: landing(unit, n), Vague: vague}
	if vague {
		e.Kind, e.Ref = tempo.Reference, tempo.FutureRef
		if sign < 0 {
			e.Ref = tempo.PastRef
		}
		e.IsTime = c.f.pack.refIsTime
		if c.is(tagTold) && c.f.pack.refIsTime {
			return tempo.Expr{Base: tempo.Mentioned, N: 1, Unit: unit, Vague: true}, ok
		}
		return e, ok
	}
	if dates := p.Has &^ clockPart; dates != 0 {
		e.From = &tempo.Expr{Where: p}
	} else {
		e.Where = p
	}
	if c.is(tagTold) {
		e.Base = tempo.Mentioned
	}
	if n2, found := c.m.get(classN, 1); found { // "a year and two months ago"
		u2, _ := c.num(classUnit, 1)
		first := e
		first.Land = min(tempo.Day, tempo.Grain(u2))
		e = tempo.Expr{From: &first, N: sign * n2.num, Unit: tempo.Grain(u2), Land: landing(tempo.Grain(u2), n2.num)}
		ok = ok && u2 != 0
	}
	approx := c.is(tagApprox)
	c.soften(&e)
	if e.Mod == tempo.Before || e.Mod == tempo.After {
		e.Mod = tempo.NoMod
		if approx {
			e.Mod = tempo.Approx
		}
	}
	return e, ok
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
	nth, ok := c.num(classOrd, 0)
	switch {
	case c.is(tagLatter):
		nth, ok = -1, true
	case c.r.args.n != 0 && !ok:
		nth, ok = int(c.r.args.n), true
	}
	if !ok || nth > 60 {
		return tempo.Expr{}, false
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

// container reckons the year or month that an "inside" rule names by words.
func (c *meaningContext) container(from *tempo.Expr) {
	c.within(from)
	if from.Unit != tempo.NoGrain && from.Where.IsZero() {
		from.Land = from.Unit
	}
}

// amount reads a duration, and the point it is anchored to if the words say
// one: depuis 24 ans, les dix prochaines années.
func amount(c *meaningContext) (tempo.Expr, bool) {
	n, unit, vague, ok := c.quantity()
	e := tempo.Expr{Kind: tempo.Amount, Duration: tempo.Duration{N: n, Unit: unit, Vague: vague}}
	if n2, found := c.m.get(classN, 1); found {
		if u2, found := c.num(classUnit, 1); found {
			e.Duration.N2, e.Duration.Unit2 = n2.num, tempo.Grain(u2)
		}
	}
	switch {
	case c.is(tagAgo):
		e.Anchored = -1
	case c.is(tagOnward):
		e.Anchored = 1
	}
	if c.is(tagTold) {
		e.Base = tempo.Mentioned
	}
	c.soften(&e)
	if c.r.args.vague && unit == tempo.NoGrain { // "une période"
		return e, true
	}
	return e, ok && (n > 0 || vague)
}

// recurring reads a set: tous les quatre ans, chaque lundi, par an.
func recurring(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Kind: tempo.Recurring, Every: c.is(tagEvery)}
	p, ok := c.fields()
	if !p.IsZero() {
		e.Where = p
		return e, ok
	}
	n, unit, vague, ok := c.quantity()
	if c.is(tagTimes) { // "three times a week": the number counts, the unit is one
		e.Times, n, vague = int8(min(n, 100)), 1, false
	}
	e.Duration = tempo.Duration{N: n, Unit: unit, Vague: vague}
	return e, ok
}

// reference reads a word that points to past, present or future without a date.
func reference(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Kind: tempo.Reference, Ref: c.r.args.ref, IsTime: c.f.pack.refIsTime}
	return e, e.Ref != tempo.NoRef
}

// feast reads a named day: 12-25, easter+39, and those that are the n-th
// weekday of a month, or so many days after it: 11-thu4 +1.
func feast(c *meaningContext) (tempo.Expr, bool) {
	e, ok := calendar(c)
	if c.r.args.weekday == 0 || !ok {
		return e, ok
	}
	day := tempo.Partial{Weekday: c.r.args.weekday, Has: tempo.HasWeekday}
	month := e
	month.Mod, month.Reach = tempo.NoMod, tempo.Exact
	e = tempo.Expr{From: &month, Where: day, Nth: c.r.args.nth, Mod: e.Mod, Reach: e.Reach}
	if c.r.args.n != 0 {
		nth := e
		e = tempo.Expr{From: &nth, N: c.r.args.n, Unit: tempo.Day}
	}
	return e, true
}

// decade reads "les années 1990", "les années 90".
func decade(c *meaningContext) (tempo.Expr, bool) {
	n, ok := c.num(classDecade, 0)
	if n < 100 {
		n += 1900
		if n < 1910 {
			n += 100
		}
	}
	if y, found := c.num(classYYYY, 0); found && c.is(tagBC) {
		n, ok = -y-1, y%10 == 0 // the 470s BC: 479 to 470
	}
	e := tempo.Expr{Where: tempo.Partial{Year: int32(n), YearGrain: tempo.Decade, Has: tempo.HasYear}}
	c.soften(&e)
	return e, ok
}

// century reads "le XXe siècle": the hundred years that share their first two
// digits, as TIMEX3 and EDTF count them.
func century(c *meaningContext) (tempo.Expr, bool) {
	n, ok := c.num(classRoman, 0)
	if !ok {
		n, ok = c.num(classOrd, 0)
	}
	y := (n - 1) * 100
	if c.is(tagBC) {
		y = -n * 100
	}
	g := tempo.Century
	if c.r.args.unit == tempo.Millennium {
		y, g = (n-1)*1000, tempo.Millennium
	}
	e := tempo.Expr{Where: tempo.Partial{Year: int32(y), YearGrain: g, Has: tempo.HasYear}}
	c.soften(&e)
	return e, ok && n > 0 && n < 31
}

// era reads a stretch that has a name and begins or ends with a year of the
// arguments: l'après-guerre (after 1945).
func era(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Where: tempo.Partial{Year: int32(c.r.args.year), YearGrain: tempo.Year, Has: tempo.HasYear}}
	c.soften(&e)
	if e.Mod == tempo.After {
		e.Reach = tempo.OnwardFrom
	}
	return e, c.r.args.year != 0
}

// none takes text away from the other rules: "un homme de 45 ans".
func none(*meaningContext) (tempo.Expr, bool) { return tempo.Expr{}, true }
