package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// fields gathers the calendar fields that the rule captured.
func (c *meaningContext) fields() (p tempo.Partial, ok bool) {
	set := func(cl Class, f tempo.Field, to *int8) {
		if n, ok := c.num(cl, 0); ok {
			*to, p.Has = int8(n), p.Has|f
		}
	}
	set(classWeekday, tempo.HasWeekday, &p.Weekday)
	if _, ok := c.inSpan(classWeekday, 0); !ok && (c.m.has(classDay) || c.m.has(classDD)) {
		p.Weekday, p.Has = 0, p.Has&^tempo.HasWeekday // "du [13] au dimanche 15" says nothing of the 13th
	}
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
		switch {
		case c.r.args.weekday > 0:
			p.Month, p.Has = c.r.args.month, p.Has|tempo.HasMonth
		case c.r.args.month > 0:
			p.Month, p.Day, p.Has = c.r.args.month, c.r.args.day, p.Has|tempo.HasMonth|tempo.HasDay
		case c.r.args.hijri > 0:
			p.Hijri, p.Has = c.r.args.hijri, p.Has|tempo.HasHijri
		default:
			p.Easter, p.Reckoning, p.Has = c.r.args.easter, c.r.args.reckon, p.Has|tempo.HasEaster
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
	h = c.halfOfDay(h)
	if _, four := c.m.get(classClock, 0); (c.is(tagAM) || c.is(tagPM)) && (h > 23 && said != 12 || said > 12 && !hasMin && !four) {
		return false
	}
	switch {
	case c.is(tagHalf):
		min = 30
	case c.is(tagQuarter):
		min = 15
	case c.is(tagThreeQuarters):
		min = 45
	case c.is(tagToQuarter):
		h, min = (h+23)%24, 45
	case c.is(tagPast):
		if min, _ = c.num(classN, 0); min > 59 {
			return false
		}
	case c.is(tagTo) && min > 0 && min < 60:
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

// halfOfDay turns an hour of the clock's face into one of the day.
func (c *meaningContext) halfOfDay(h int) int {
	switch {
	case c.is(tagPM) && c.is(tagEvening) && h == 12: // "this evening at 12"
		return 24
	case c.is(tagPM) && h < 12:
		later, ok := c.m.get(classHour, 1)
		zone, zoned := c.m.get(classZone, 0)
		if ok && h > int(later.n) && later.n != 12 && !(zoned && later.start > zone.start) {
			return h // "11:30-1 p.m." begins in the morning
		}
		return h + 12
	case c.is(tagAM) && h == 12:
		return 0
	case c.is(tagNight) && h >= 6 && h < 12: // "11 at night", but "1 at night" is past midnight
		return h + 12
	}
	return h
}

// zoneShift reads the hours that stand behind the name of a zone: "GMT-2".
func (c *meaningContext) zoneShift() int {
	zone, _ := c.m.get(classZone, 0)
	for k := 0; ; k++ {
		h, ok := c.m.get(classHour, k)
		switch sign := c.f.at(int(h.start) - 1); {
		case !ok:
			return 0
		case h.start != zone.end+1:
		case sign.Is('+'):
			return int(h.n)
		default:
			return -int(h.n)
		}
	}
}

func (c *meaningContext) dayExists(p tempo.Partial) bool {
	const days = tempo.HasDay | tempo.HasWeekday | tempo.HasEaster
	if p.Has&tempo.HasHour != 0 && p.Has&(tempo.HasYear|tempo.HasMonth) != 0 && p.Has&days == 0 && c.r.args.weekday == 0 {
		return false // "11:00 2023" is no time
	}
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

// soften reads the tags for parts and approximation into the expression.
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
		e.Zone = tempo.Zone{Said: true, Hours: int8(z + c.zoneShift())}
	}
}
