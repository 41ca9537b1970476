package tempo

import "strconv"

// A Type is TIMEX3's type attribute.
type Type uint8

// The types of TIMEX3 (ISO-TimeML, ISO 24617-1).
const (
	DateType Type = iota
	TimeType
	DurationType
	SetType
)

// String gives TIMEX3's name of the type.
func (t Type) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// A Ref is a point that has no date: TIMEX3's PAST_REF, PRESENT_REF, FUTURE_REF.
type Ref uint8

// The references.
const (
	NoRef Ref = iota
	PastRef
	PresentRef
	FutureRef
)

// String gives TIMEX3's name of the reference.
func (r Ref) String() string { return [...]string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}[r] }

var seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}

// Timex writes the span as a TIMEX3 value: the unit of its grain at its
// bounded side ("2024-06-19", "2024-W25", "199", "2024-06-19TEV").
func (s Span) Timex() string {
	t := s.Start
	if t == Never {
		if s.End.IsOpen() {
			return ""
		}
		t = s.End - 1
	} else if t == Forever {
		return ""
	}
	return string(appendTimex(nil, t, s))
}

func appendTimex(b []byte, t Instant, s Span) []byte {
	y, m, d := t.Civil()
	switch s.Grain {
	case Millennium:
		return appendPrefix(b, y, 1000, 1)
	case Century:
		return appendPrefix(b, y, 100, 2)
	case Decade:
		return appendPrefix(b, y, 10, 3)
	case Year:
		return appendBCE(b, y)
	case Half:
		return append(appendBCE(b, y), '-', 'H', byte('1'+(m-1)/6))
	case Quarter:
		return append(appendBCE(b, y), '-', 'Q', byte('1'+(m-1)/3))
	case Season:
		sp := seasonAround(t)
		sy, sm, _ := sp.Start.Civil()
		return append(append(appendBCE(b, sy), '-'), seasonNames[sm/3]...)
	case Month:
		return appendPadded(append(appendBCE(b, y), '-'), m, 2)
	case Week, Weekend:
		wy, w := t.ISOWeek()
		b = appendPadded(append(appendBCE(b, wy), "-W"...), w, 2)
		if s.Grain == Weekend {
			b = append(b, "-WE"...)
		}
		return b
	}
	b = appendPadded(append(appendPadded(append(appendBCE(b, y), '-'), m, 2), '-'), d, 2)
	h, min, sec := t.Clock()
	switch s.Grain {
	case PartOfDay:
		return append(append(b, 'T'), partHours[s.Part()].timex...)
	case Hour:
		return appendPadded(append(b, 'T'), h, 2)
	case Minute, Second:
		b = appendPadded(append(appendPadded(append(b, 'T'), h, 2), ':'), min, 2)
		if s.Grain == Second {
			b = appendPadded(append(b, ':'), sec, 2)
		}
	}
	return b
}

// appendBCE writes a year as TIMEX3 does: four digits, "BC" before a year
// before our era.
func appendBCE(b []byte, y int) []byte {
	if y <= 0 {
		return appendPadded(append(b, "BC"...), 1-y, 4)
	}
	return appendPadded(b, y, 4)
}

func appendPrefix(b []byte, y, unit, width int) []byte {
	if y < 0 {
		return appendPadded(append(b, "BC"...), -floorDiv(y, unit)-1, width)
	}
	return appendPadded(b, y/unit, width)
}

// Timex writes a partial date as TIMEX3 does when it stays open:
// XXXX-06-19, XXXX-WXX-3, XXXX-WXX-1TEV, T14:00.
func (p Partial) Timex() string {
	var b []byte
	year := "XXXX"
	if p.Has&HasYear != 0 {
		year = string(appendBCE(nil, int(p.Year)))
		switch p.YearGrain {
		case Century:
			return string(appendPrefix(nil, int(p.Year), 100, 2))
		case Decade:
			return string(appendPrefix(nil, int(p.Year), 10, 3))
		}
	} else if p.Has&HasShortYear != 0 {
		year = "XX" + string(appendPadded(nil, int(p.Year), 2))
	}
	two := func(v int8) string { return string(appendPadded(nil, int(v), 2)) }
	switch {
	case p.Has&HasSeason != 0:
		b = append(b, year+"-"+seasonNames[p.Season]...)
	case p.Has&HasQuarter != 0:
		b = append(b, year+"-Q"+strconv.Itoa(int(p.Quarter))...)
	case p.Has&HasHalf != 0:
		b = append(b, year+"-H"+strconv.Itoa(int(p.Half))...)
	case p.Has&HasWeek != 0:
		b = append(b, year+"-W"+two(p.Week)...)
	case p.Has&HasMonth != 0 && p.Has&HasDay != 0:
		b = append(b, year+"-"+two(p.Month)+"-"+two(p.Day)...)
	case p.Has&HasMonth != 0:
		b = append(b, year+"-"+two(p.Month)...)
	case p.Has&HasDay != 0:
		b = append(b, year+"-XX-"+two(p.Day)...)
	case p.Has&HasWeekend != 0:
		b = append(b, year+"-WXX-WE"...)
	case p.Has&HasWeekday != 0:
		b = append(b, year+"-WXX-"+strconv.Itoa(int(p.Weekday))...)
	case p.Has&(HasEaster|HasHijri) != 0:
		b = append(b, year+"-XX-XX"...)
	case p.Has&yearFields != 0:
		b = append(b, year...)
	case p.Has&clockFields == 0:
		return "XXXX-XX-XX"
	default:
		b = append(b, "XXXX-XX-XX"...)
	}
	return string(p.appendClock(b))
}

func (p Partial) appendClock(b []byte) []byte {
	switch {
	case p.Has&HasHour != 0:
		h := int(p.Hour)
		if h > 24 { // of the day after one that is not known
			h -= 24
		}
		b = appendPadded(append(b, 'T'), h, 2)
		if p.Has&HasMinute != 0 {
			b = appendPadded(append(b, ':'), int(p.Minute), 2)
		}
		if p.Has&HasSecond != 0 {
			b = appendPadded(append(b, ':'), int(p.Second), 2)
		}
	case p.Has&HasPart != 0:
		b = append(append(b, 'T'), partHours[p.Part].timex...)
	}
	return b
}
