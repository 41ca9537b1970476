package tempo

// A Field is one field of a partial date; a set of fields is a bit mask.
type Field uint32

// The fields that a partial date can know.
const (
	HasYear Field = 1 << iota
	HasShortYear
	HasSeason
	HasHalf
	HasQuarter
	HasMonth
	HasWeek
	HasDay
	HasWeekday
	HasWeekend
	HasPart
	HasHour
	HasMinute
	HasSecond
	HasEaster
	HasHijri
)

const (
	clockFields  = HasPart | HasHour | HasMinute | HasSecond
	yearFields   = HasYear | HasShortYear
	annualFields = HasSeason | HasHalf | HasQuarter | HasMonth | HasWeek | HasEaster | HasHijri
)

// A Partial is a date with holes: "lundi 15 août" knows weekday, day and month.
// The fields that Has does not name are zero.
type Partial struct {
	Year      int32 // astronomical; the first year of a decade or century
	YearGrain Grain // Year, Decade, Century or Millennium where HasYear
	Season    int8  // 1 spring … 4 winter
	Half      int8
	Quarter   int8
	Month     int8
	Week      int8 // ISO week
	Day       int8
	Weekday   int8 // ISO: 1 Monday … 7 Sunday
	Part      int8 // Morning …
	Hour      int8
	Minute    int8
	Second    int8
	Easter    int16     // days from Easter Sunday, for the movable feasts
	Reckoning Reckoning // whose Easter, or what else stands for it
	Hijri     int16     // a month of the Islamic calendar, or a day of it: 100 × month + day
	Has       Field
}

// IsZero tells whether nothing is known.
func (p Partial) IsZero() bool { return p.Has == 0 }

// Knows tells whether all the given fields are known.
func (p Partial) Knows(f Field) bool { return p.Has&f == f }

// And joins two partial dates field by field; it fails where both know a
// field and differ.
func (p Partial) And(o Partial) (Partial, bool) {
	merge8 := func(f Field, a *int8, b int8) bool {
		if o.Has&f == 0 {
			return true
		}
		if p.Has&f != 0 {
			return *a == b
		}
		*a = b
		return true
	}
	if o.Has&yearFields != 0 {
		if p.Has&yearFields != 0 && (p.Year != o.Year || p.YearGrain != o.YearGrain) {
			return p, false
		}
		p.Year, p.YearGrain = o.Year, o.YearGrain
	}
	if o.Has&HasEaster != 0 {
		if p.Has&HasEaster != 0 && (p.Easter != o.Easter || p.Reckoning != o.Reckoning) {
			return p, false
		}
		p.Easter, p.Reckoning = o.Easter, o.Reckoning
	}
	if o.Has&HasHijri != 0 {
		if p.Has&HasHijri != 0 && p.Hijri != o.Hijri {
			return p, false
		}
		p.Hijri = o.Hijri
	}
	ok := merge8(HasSeason, &p.Season, o.Season) && merge8(HasHalf, &p.Half, o.Half) &&
		merge8(HasQuarter, &p.Quarter, o.Quarter) && merge8(HasMonth, &p.Month, o.Month) &&
		merge8(HasWeek, &p.Week, o.Week) && merge8(HasDay, &p.Day, o.Day) &&
		merge8(HasWeekday, &p.Weekday, o.Weekday) && merge8(HasPart, &p.Part, o.Part) &&
		merge8(HasHour, &p.Hour, o.Hour) && merge8(HasMinute, &p.Minute, o.Minute) &&
		merge8(HasSecond, &p.Second, o.Second)
	p.Has |= o.Has
	return p, ok
}

// Grain is the finest unit that the partial date names.
func (p Partial) Grain() Grain {
	for _, f := range [...]struct {
		field Field
		grain Grain
	}{{HasSecond, Second}, {HasMinute, Minute}, {HasHour, Hour}, {HasPart, PartOfDay}, {HasDay, Day}, {HasWeekday, Day},
		{HasEaster, Day}, {HasWeekend, Weekend}, {HasWeek, Week}, {HasMonth, Month}, {HasQuarter, Quarter},
		{HasSeason, Season}, {HasHalf, Half}, {HasShortYear, Year}} {
		if p.Has&f.field != 0 {
			return f.grain
		}
	}
	if p.Has&HasHijri != 0 {
		if p.Hijri%100 == 0 {
			return Month
		}
		return Day
	}
	return p.YearGrain
}

// In narrows a span to the partial date: the first match inside it.
func (p Partial) In(s Span) (Span, bool) { return p.NthIn(s, 1) }

// NthIn gives the n-th match inside the span; −1 is the last, −2 the one before it.
func (p Partial) NthIn(s Span, n int) (Span, bool) {
	if n < 0 {
		all := 0
		for _, ok := p.NthIn(s, 1); ok; _, ok = p.NthIn(s, all+1) {
			all++
		}
		if n += all + 1; n < 1 {
			return Span{}, false
		}
	}
	count := 0
	for k := 0; k < maxCycles; k++ {
		c := p.cycle(s.Start, k)
		if c.IsZero() {
			continue
		}
		if c.Start >= s.End {
			break
		}
		if c.Start < s.Start {
			continue
		}
		if count++; count == n {
			return c, true
		}
	}
	return Span{}, false
}

const maxCycles = 400

// cycle gives the partial date in the k-th period around t: years for what
// recurs every year, months for a bare day, days for a weekday, the day itself
// for a clock time. The zero Span where that period has no such date.
func (p Partial) cycle(t Instant, k int) Span {
	switch {
	case p.Has&HasYear != 0:
		if k == 0 {
			return p.inYear(int(p.Year))
		}
	case p.Has&HasShortYear != 0:
		y, _, _ := t.Civil()
		return p.inYear(fullYear(int(p.Year), y))
	case p.Has&annualFields != 0:
		y, _, _ := t.Civil()
		return p.inYear(y + k)
	case p.Has&HasDay != 0:
		y, m, _ := t.Civil()
		y, m, _ = Date(y, m+k, 1).Civil()
		if int(p.Day) > DaysIn(y, m) {
			return Span{}
		}
		d := Date(y, m, int(p.Day))
		if p.Has&HasWeekday != 0 && d.Weekday() != int(p.Weekday) {
			return Span{}
		}
		return p.clock(Of(d, Day))
	case p.Has&HasWeekend != 0:
		return Of(t+Instant(k)*7*day, Weekend)
	case p.Has&HasWeekday != 0:
		w := Of(t, Week)
		return p.clock(Of(w.Start+Instant(k*7+int(p.Weekday)-1)*day, Day))
	case p.Has&clockFields != 0:
		return p.clock(Of(t+Instant(k)*day, Day))
	}
	return Span{}
}

// fullYear reads a two-digit year as the one nearest to the base that is not
// more than twenty years ahead of it.
func fullYear(short, base int) int {
	y := floorDiv(base+20, 100)*100 + short
	if y > base+20 {
		y -= 100
	}
	return y
}

func (p Partial) inYear(y int) Span {
	if p.Has&HasYear != 0 && p.YearGrain > Year {
		return Of(Date(y, 1, 1), p.YearGrain)
	}
	switch {
	case p.Has&HasEaster != 0:
		first, ok := p.Reckoning.Day(y)
		if !ok {
			return Span{}
		}
		return p.clock(Of(first+Instant(p.Easter)*day, Day))
	case p.Has&HasHijri != 0:
		return p.clock(hijriInYear(y, int(p.Hijri/100), int(p.Hijri%100)))
	case p.Has&HasMonth != 0:
		if p.Has&HasDay == 0 {
			return Of(Date(y, int(p.Month), 1), Month)
		}
		if int(p.Day) > DaysIn(y, int(p.Month)) {
			return Span{}
		}
		s := Of(Date(y, int(p.Month), int(p.Day)), Day)
		if p.Has&HasWeekday != 0 && s.Start.Weekday() != int(p.Weekday) {
			return Span{}
		}
		return p.clock(s)
	case p.Has&HasWeek != 0:
		return weekOf(y, int(p.Week))
	case p.Has&HasSeason != 0:
		return SeasonOf(y, int(p.Season))
	case p.Has&HasQuarter != 0:
		return Of(Date(y, int(p.Quarter)*3, 1), Quarter)
	case p.Has&HasHalf != 0:
		return Of(Date(y, int(p.Half)*6, 1), Half)
	}
	return Of(Date(y, 1, 1), Year)
}

// weekOf gives an ISO week: week 1 holds 4 January.
func weekOf(year, week int) Span {
	return Of(Date(year, 1, 4)+Instant(week-1)*7*day, Week)
}

// ISOWeek gives the ISO year and week of an instant.
func (t Instant) ISOWeek() (year, week int) {
	thursday := Of(t, Week).Start + 3*day
	y, _, _ := thursday.Civil()
	return y, int((thursday-Date(y, 1, 1))/day)/7 + 1
}

func (p Partial) clock(s Span) Span {
	switch {
	case p.Has&HasHour != 0:
		t := s.Start + Instant(p.Hour)*hour + Instant(p.Minute)*minute + Instant(p.Second)
		switch {
		case p.Has&HasSecond != 0:
			return Of(t, Second)
		case p.Has&HasMinute != 0:
			return Of(t, Minute)
		}
		return Of(t, Hour)
	case p.Has&HasPart != 0:
		return PartOf(s.Start, int(p.Part))
	}
	return s
}
