package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// quantity reads {n} {unit}, or the amount in the rule's arguments.
func (c *meaningContext) quantity() (n float64, unit tempo.Grain, vague, ok bool) {
	n, unit = 1, c.r.args.unit
	if u, found := c.num(classUnit, 0); found {
		unit = tempo.Grain(u)
	}
	if cp, found := c.m.get(classN, 0); found && !c.singular() {
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
	return n, unit, vague, unit != tempo.NoGrain && (n < 1e6 || c.r.args.n >= 1e6)
}

// singular tells that an article counts the first unit, so that the first number
// belongs to the second: "a year and two months".
func (c *meaningContext) singular() bool {
	n, counted := c.m.get(classN, 0)
	u, named := c.m.get(classUnit, 0)
	_, second := c.m.get(classUnit, 1)
	return counted && named && second && u.start < n.start
}

// more reads the amounts that follow the first one, each of a smaller unit:
// "un an, deux mois et trois jours". It fails where the units do not descend.
func (c *meaningContext) more(unit tempo.Grain) (out [5]tempo.Quantity, ok bool) {
	first := 1
	if c.singular() {
		first = 0
	}
	for k := range out {
		n, counted := c.m.get(classN, k+first)
		u, named := c.num(classUnit, k+1)
		if !counted || !named {
			return out, true
		}
		if tempo.Grain(u) >= unit || n.vague {
			return out, false
		}
		unit = tempo.Grain(u)
		out[k] = tempo.Quantity{N: float32(n.num), Unit: unit}
	}
	return out, true
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
	if c.r.args.word == "like" && unit == tempo.Year { // "in the second quarter … a year earlier"
		e.Like = tempo.Quarter
	}
	if c.r.args.word == "exact" { // "un an jour pour jour après le 3 mai"
		e.Land = max(tempo.Day, c.r.args.unit)
	}
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
	if c.r.args.year != 0 { // before the present of radiocarbon dating
		p = tempo.Partial{Year: int32(c.r.args.year), YearGrain: tempo.Year, Has: tempo.HasYear}
		e.Unit, e.Land = tempo.Year, tempo.Year
	}
	if c.r.args.word == "fromclock" { // "an hour after midnight"
		return tempo.Expr{From: &tempo.Expr{Where: p, Base: tempo.Nearby, Pick: tempo.This}, N: sign * n, Unit: unit, Land: tempo.Minute}, ok && unit <= tempo.Hour
	}
	if dates := p.Has &^ clockPart; dates != 0 {
		from := c.onWeekday(tempo.Expr{Where: p})
		e.From = &from
		if c.r.args.word == "coming" { // "a week from Tuesday"
			e.From.Pick = tempo.Coming
		}
		if c.is(tagLast) || c.is(tagNext) || c.is(tagThis) { // "two days after next Friday"
			from, _ := calendar(c)
			e.From = &from
		}
	} else if c.r.args.word == "basis" { // "two weeks after tomorrow"
		e.From = &tempo.Expr{N: c.r.args.n, Unit: c.r.args.unit}
	} else {
		ok = ok && (p.Has == 0 || e.Land <= tempo.Day)
		e.Where = p
	}
	if c.is(tagTold) {
		e.Base = tempo.Mentioned
	}
	more, descends := c.more(unit)
	for _, q := range more { // "a year and two months ago"
		if q.Unit == tempo.NoGrain || q.Unit < tempo.Day { // the hour of the article is not known
			break
		}
		first := e
		first.Land = tempo.Day
		e = tempo.Expr{From: &first, N: sign * float64(q.N), Unit: q.Unit, Land: landing(q.Unit, float64(q.N))}
	}
	ok = ok && descends
	if c.r.args.word == "exact" {
		e.Land = max(tempo.Day, c.r.args.unit)
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

// amount reads a duration, and the point it is anchored to if the words say
// one: depuis 24 ans, les dix prochaines années.
func amount(c *meaningContext) (tempo.Expr, bool) {
	n, unit, vague, ok := c.quantity()
	e := tempo.Expr{Kind: tempo.Amount, Duration: tempo.Duration{N: n, Unit: unit, Vague: vague}}
	more, descends := c.more(unit)
	e.Duration.More, ok = more, ok && descends
	for k, finer := 0, unit-1; k < len(e.Duration.More) && (finer == tempo.Minute || finer == tempo.Second); k, finer = k+1, finer-1 { // "en 2 h 03 min 12 s"
		if n, found := c.inSpan(classMinute, k); found {
			e.Duration.More[k] = tempo.Quantity{N: float32(n), Unit: finer}
		}
	}
	switch { // "une heure et quart"
	case c.r.args.word == "parts":
		if ok = c.clockParts(&e.Duration); !ok {
			return e, false
		}
	case c.is(tagQuarter):
		e.Duration.More[0] = tempo.Quantity{N: 15, Unit: tempo.Minute}
	case c.is(tagThreeQuarters):
		e.Duration.More[0] = tempo.Quantity{N: 45, Unit: tempo.Minute}
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

// clockParts reads the minutes and seconds of "2 h 4 min 26 s"; it fails where
// they are too many.
func (c *meaningContext) clockParts(d *tempo.Duration) bool {
	for k, unit := 1, tempo.Minute; k < 3; k, unit = k+1, tempo.Second {
		n, counted := c.m.get(classN, k)
		if !counted {
			break
		}
		if n.vague || n.num >= 60 {
			return false
		}
		d.More[k-1] = tempo.Quantity{N: float32(n.num), Unit: unit}
	}
	return true
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
