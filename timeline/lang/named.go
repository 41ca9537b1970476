package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// otherCalendar reads a day of the French Republican calendar (its year in
// Roman numerals) or of the Islamic one (its year in digits).
func otherCalendar(c *meaningContext) (tempo.Expr, bool) {
	month, _ := c.num(classOtherMonth, 0)
	dayOfMonth, hasDay := c.num(classDay, 0)
	if !hasDay {
		dayOfMonth = 1
	}
	convert, year, ok := tempo.Republican, 0, false
	if y, named := c.num(classYYYY, 0); named && month == 0 { // "l'an 44 de l'hégire", most of which is one of our years
		t, exists := tempo.Hijri(y, 6, 29)
		gregorian, _, _ := t.Civil()
		return tempo.Expr{Where: tempo.Partial{Year: int32(gregorian), YearGrain: tempo.Year, Has: tempo.HasYear}, Mod: tempo.Approx}, exists
	}
	if year, ok = c.num(classRoman, 0); !ok {
		convert = tempo.Hijri
		year, ok = c.num(classYYYY, 0)
	}
	t, exists := convert(year, month, dayOfMonth)
	if !ok || !exists || !hasDay {
		return tempo.Expr{}, false
	}
	y, m, d := t.Civil()
	e := tempo.Expr{Where: tempo.Partial{Year: int32(y), YearGrain: tempo.Year, Month: int8(m), Day: int8(d),
		Has: tempo.HasYear | tempo.HasMonth | tempo.HasDay}}
	return e, true
}

// told reads an expression that is the date told itself: "à ce moment-là".
func told(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Base: tempo.Mentioned}
	if c.r.args.word == "time" { // "à la 78e minute" of the match: some time of its day
		e.Unit, e.Land = tempo.Minute, tempo.Day
	}
	if c.r.args.word == "moment" { // "à ce moment-là": the clock time, where one was told
		e.Pick = tempo.Nearest
	}
	c.soften(&e)
	return e, true
}

// feast reads a named day: 12-25, easter+39, and those that are the n-th
// weekday of a month, or so many days after it: 11-thu4 +1.
func feast(c *meaningContext) (tempo.Expr, bool) {
	e, ok := calendar(c)
	if c.r.args.weekday == 0 || !ok {
		return e, ok
	}
	e = c.onWeekday(e)
	if c.r.args.n != 0 {
		nth := e
		e = tempo.Expr{From: &nth, N: c.r.args.n, Unit: tempo.Day}
	}
	return e, true
}

// onWeekday narrows a month to the weekday in it that the arguments count.
func (c *meaningContext) onWeekday(month tempo.Expr) tempo.Expr {
	if c.r.args.weekday == 0 {
		return month
	}
	e := tempo.Expr{Where: tempo.Partial{Weekday: c.r.args.weekday, Has: tempo.HasWeekday}, Nth: c.r.args.nth, Mod: month.Mod, Reach: month.Reach}
	if month.Where.Has&tempo.HasPart != 0 { // "Thanksgiving night"
		e.Where.Part, e.Where.Has = month.Where.Part, e.Where.Has|tempo.HasPart
		month.Where.Part, month.Where.Has = 0, month.Where.Has&^tempo.HasPart
	}
	month.Mod, month.Reach = tempo.NoMod, tempo.Exact
	e.From = &month
	return e
}

// beside reads a weekday by a day that it comes before, after or next to: the
// Friday after Thanksgiving, the second Monday after Easter, the Monday closest to 5 October.
func beside(c *meaningContext) (tempo.Expr, bool) {
	p, ok := c.fields()
	day := tempo.Partial{Weekday: p.Weekday, Has: tempo.HasWeekday}
	ok = ok && p.Has&tempo.HasWeekday != 0
	p.Weekday, p.Has = 0, p.Has&^tempo.HasWeekday
	from := c.onWeekday(tempo.Expr{Where: p})
	e := tempo.Expr{From: &from, Where: day, Pick: tempo.Next}
	weeks := 1.0
	switch {
	case c.is(tagBefore):
		e.Pick, weeks = tempo.Last, -1
	case c.is(tagThis):
		e.Pick = tempo.Nearest
	}
	if n, counted := c.num(classOrd, 0); counted && n > 1 {
		first := e
		e = tempo.Expr{From: &first, N: weeks * 7 * float64(n-1), Unit: tempo.Day}
	}
	return e, ok && !p.IsZero()
}

// decade reads "les années 1990", "les années 90".
func decade(c *meaningContext) (tempo.Expr, bool) {
	n, ok := c.num(classDecade, 0)
	if c.r.args.year > 0 { // "the sixties"
		n, ok = c.r.args.year, true
	}
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
	if c.r.args.unit == tempo.Decade {
		return c.decadeOfCentury()
	}
	y := (n - 1) * 100
	if c.is(tagBC) {
		y = -n * 100
	}
	g := tempo.Century
	if c.r.args.unit == tempo.Millennium {
		y, g = (n-1)*1000, tempo.Millennium
		if c.is(tagBC) {
			y = -n * 1000
		}
	}
	e := tempo.Expr{Where: tempo.Partial{Year: int32(y), YearGrain: g, Has: tempo.HasYear}}
	c.soften(&e)
	return e, ok && n > 0 && n < 31
}

// decadeOfCentury reads "la première décennie du XXIe siècle": 2000 to 2009.
func (c *meaningContext) decadeOfCentury() (tempo.Expr, bool) {
	k, _ := c.num(classOrd, 0)
	after := 1 // the ordinal of the century
	if c.is(tagLatter) {
		k, after = 10, 0
	}
	n, ok := c.num(classRoman, 0)
	if !ok {
		n, ok = c.num(classOrd, after)
	}
	e := tempo.Expr{Where: tempo.Partial{Year: int32((n-1)*100 + (k-1)*10), YearGrain: tempo.Decade, Has: tempo.HasYear}}
	return e, ok && k > 0 && k <= 10 && n > 0 && n < 31
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
