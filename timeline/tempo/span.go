package tempo

// A Span is the one resolved value: the instants [Start, End) that the
// calendar allows, the unit that was said, and what softens it. Spans are
// comparable with ==.
type Span struct {
	Start, End Instant
	Grain      Grain
	Mod        Mod
}

// Of gives the unit of the calendar around an instant: Of(t, Month) is t's month.
func Of(t Instant, g Grain) Span {
	if t.IsOpen() {
		return Span{t, t, g, NoMod}
	}
	if g == Day { // most are asked for, and none needs the calendar
		s := t.Midnight()
		return Span{s, s + day, Day, NoMod}
	}
	switch g { // nor do these
	case Second:
		return Span{t, t + 1, g, NoMod}
	case Minute:
		s := t - mod(t, minute)
		return Span{s, s + minute, g, NoMod}
	case Hour:
		s := t - mod(t, hour)
		return Span{s, s + hour, g, NoMod}
	case PartOfDay:
		return partAround(t)
	case Week:
		s := t.Midnight() - Instant(t.Weekday()-1)*day
		return Span{s, s + 7*day, g, NoMod}
	case Weekend: // the weekend of t's week
		s := t.Midnight() + Instant(6-t.Weekday())*day
		return Span{s, s + 2*day, g, NoMod}
	case Season:
		return seasonAround(t)
	}
	y, m, d := t.Civil()
	switch g {
	case Month:
		s := t.Midnight() - Instant(d-1)*day
		return Span{s, s + Instant(DaysIn(y, m))*day, g, NoMod}
	case Quarter:
		q := (m - 1) / 3 * 3
		return Span{Date(y, q+1, 1), Date(y, q+4, 1), g, NoMod}
	case Half:
		h := (m - 1) / 6 * 6
		return Span{Date(y, h+1, 1), Date(y, h+7, 1), g, NoMod}
	case Year, Decade, Century, Millennium:
		n := [...]int{1, 10, 100, 1000}[g-Year]
		first := floorDiv(y, n) * n
		return Span{Date(first, 1, 1), Date(first+n, 1, 1), g, NoMod}
	}
	s := t.Midnight()
	return Span{s, s + day, Day, NoMod}
}

// The seasons begin at the days of the astronomical calendar, the same every
// year; winter of a year is the one that begins in its December.
var seasonStart = [...]struct{ month, day int }{{3, 20}, {6, 21}, {9, 22}, {12, 21}}

// SeasonOf gives a season (1 spring, 2 summer, 3 autumn, 4 winter) of a year.
func SeasonOf(year, season int) Span {
	a := seasonStart[season-1]
	b, next := seasonStart[season%4], year
	if season == 4 {
		next++
	}
	return Span{Date(year, a.month, a.day), Date(next, b.month, b.day), Season, NoMod}
}

func seasonAround(t Instant) Span {
	y, _, _ := t.Civil()
	for s := 4; s >= 1; s-- {
		if sp := SeasonOf(y, s); t >= sp.Start {
			return sp
		}
	}
	return SeasonOf(y-1, 4)
}

// Parts of the day as TIMEX3 names them.
const (
	Morning = 1 + iota
	Midday
	Afternoon
	Evening
	Night
	Daytime
)

// partHours are the hours that a part of the day covers; a night runs into
// the next day.
var partHours = [...]struct {
	from, to Instant
	timex    string
}{{}, {5, 12, "MO"}, {11, 14, "MI"}, {12, 18, "AF"}, {18, 24, "EV"}, {21, 30, "NI"}, {6, 20, "DT"}}

// PartOf gives a part of the day that begins at midnight.
func PartOf(midnight Instant, part int) Span {
	p := partHours[part]
	return Span{midnight + p.from*hour, midnight + p.to*hour, PartOfDay, NoMod}
}

// Part tells which part of the day the span is, 0 if none.
func (s Span) Part() int {
	if s.Grain != PartOfDay || s.Start.IsOpen() {
		return 0
	}
	m := s.Start.Midnight()
	for p := Morning; p <= Daytime; p++ {
		if q := PartOf(m, p); q.Start == s.Start && q.End == s.End {
			return p
		}
	}
	return 0
}

func partAround(t Instant) Span {
	m := t.Midnight()
	for _, p := range [...]int{Morning, Afternoon, Evening} {
		if s := PartOf(m, p); t >= s.Start && t < s.End {
			return s
		}
	}
	return PartOf(m-day, Night)
}

// Shift moves an instant by n units, fractions included: months and longer
// move in the calendar and stop at the last day of a shorter month.
func Shift(t Instant, n float64, g Grain) Instant {
	if t.IsOpen() || n != n || n > 1e6 || n < -1e6 {
		return t
	}
	months := 0.0
	switch g {
	case Month:
		months = n
	case Season, Quarter:
		months = 3 * n
	case Half:
		months = 6 * n
	case Year, Decade, Century, Millennium:
		months = n * float64([...]int{12, 120, 1200, 12000}[g-Year])
	case PartOfDay:
		return t + Instant(n*6*float64(hour))
	case Weekend, Week:
		return t + Instant(n*7*float64(day))
	default:
		return t + Instant(n*g.length())
	}
	whole := int(months)
	t = addMonths(t, whole)
	return t + Instant((months-float64(whole))*30)*day
}

func addMonths(t Instant, n int) Instant {
	y, m, d := t.Civil()
	first := Date(y, m+n, 1)
	fy, fm, _ := first.Civil()
	d = min(d, DaysIn(fy, fm))
	return first + Instant(d-1)*day + (t - t.Midnight())
}

// And gives the common part of two spans with the finer grain, and false if
// they have none.
func (s Span) And(o Span) (Span, bool) {
	if o.Grain != NoGrain && (s.Grain == NoGrain || o.Grain < s.Grain) {
		s.Grain, s.Mod = o.Grain, o.Mod
	}
	s.Start, s.End = max(s.Start, o.Start), min(s.End, o.End)
	return s, s.Start < s.End
}

// Contains tells whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether the spans have an instant in common.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// To stretches s to the end of o: To([a,b), [c,d)) = [a, d).
func (s Span) To(o Span) Span {
	s.End = o.End
	s.Grain = min(s.Grain, o.Grain)
	if s.Grain == NoGrain {
		s.Grain = max(s.Grain, o.Grain)
	}
	return s
}

// Since opens the span to the future: [a, ∞); Until to the past: (−∞, b).
func (s Span) Since() Span { s.End = Forever; return s }

// Until opens the span to the past: (−∞, b).
func (s Span) Until() Span { s.Start = Never; return s }

// IsZero tells whether the span holds nothing, the zero Span among others.
func (s Span) IsZero() bool { return s.Start >= s.End }

// Days gives the first and last civil day that the span touches, as midnights;
// open ends stay open.
func (s Span) Days() (first, last Instant) {
	first, last = s.Start, s.End
	if !first.IsOpen() {
		first = first.Midnight()
	}
	if !last.IsOpen() {
		last = (last - 1).Midnight()
		if s.Grain == PartOfDay && s.Part() == Night {
			last = first // the night of a day counts as that day
		}
	}
	return first, last
}

func mod(t, n Instant) Instant {
	r := t % n
	if r < 0 {
		r += n
	}
	return r
}
