package eval

import (
	"strconv"
	"strings"
	"time"
)

// NormalValue writes a TIMEX3 value in one way where writers differ without
// meaning anything: case, hours of one digit ("T3:15"), whole hours and
// minutes written out or not ("T14:00:00"), a final Z, digits left open at the
// end ("2010-05-XX"), "199X" for the decade 199. It computes nothing: P24M and
// P2Y stay different, since what was said is part of a value.
func NormalValue(v string) string {
	v = strings.ToUpper(strings.TrimSpace(v))
	if v == "" || strings.HasPrefix(v, "P") || strings.HasSuffix(v, "_REF") {
		return v
	}
	if m := clockValue.FindStringSubmatch(v); m != nil {
		hour := m[2]
		if len(hour) == 1 {
			hour = "0" + hour
		}
		v = m[1] + "T" + hour + m[3] + m[4]
		for strings.HasSuffix(v, ":00") {
			v = strings.TrimSuffix(v, ":00")
		}
		return v
	}
	v = strings.TrimSuffix(v, "TXX:XX")
	for strings.HasSuffix(v, "-XX") && strings.ContainsAny(v, "0123456789") {
		v = strings.TrimSuffix(v, "-XX")
	}
	if len(v) == 4 && v[3] == 'X' && v[2] != 'X' {
		return v[:3]
	}
	return v
}

var clockValue = lazily(`^([^T]*)T(\d{1,2})(:\d\d)?(:\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$`)

// A grain is the unit that a value speaks in, finest first.
type grain int

const (
	second grain = iota
	minute
	hour
	dayPart
	day
	weekend
	week
	month
	quarter
	season
	half
	year
	decade
	century
)

// An extent is what a value covers: seconds of the Unix epoch, half-open, with
// the grain it was given in. Seconds, because a time.Duration ends at 292 years.
type extent struct {
	from, to int64
	grain    grain
}

func (e extent) covers(o extent) bool { return e.from <= o.from && o.to <= e.to }
func (e extent) holds(at int64) bool  { return e.from <= at && at < e.to }
func (e extent) overlap(o extent) int64 {
	return max(0, min(e.to, o.to)-max(e.from, o.from))
}
func (e extent) length() int64    { return e.to - e.from }
func (e extent) start() time.Time { return time.Unix(e.from, 0).UTC() }

var dateValue = lazily(`^(BC|-|\+)?(\d{1,4})(?:-(.+))?$`)

// parseExtent reads a point or unit of the calendar out of a TIMEX3 value or a
// suite's: "2013-02-12T18", "2013-W07-WE", "199", "2013-Q3", "BC0480". Sets,
// durations and references have no extent.
func parseExtent(v string) (extent, bool) {
	v = strings.ToUpper(strings.TrimSpace(v))
	date, clock, timed := strings.Cut(v, "T")
	e, ok := parseDate(date)
	if !ok {
		return extent{}, false
	}
	if timed {
		return parseClock(e, clock)
	}
	return e, true
}

func parseDate(v string) (extent, bool) {
	m := dateValue.FindStringSubmatch(v)
	if m == nil {
		return extent{}, false
	}
	y, _ := strconv.Atoi(m[2])
	switch m[1] {
	case "BC":
		y = 1 - y // TimeML counts years before Christ from 1, the calendar has a year 0
	case "-":
		y = -y
	}
	if m[3] == "" && m[1] == "" {
		switch len(m[2]) {
		case 2:
			return between(y*100, 1, 1, y*100+100, 1, 1, century), true
		case 3:
			return between(y*10, 1, 1, y*10+10, 1, 1, decade), true
		}
	}
	if m[3] == "" {
		return between(y, 1, 1, y+1, 1, 1, year), true
	}
	return parseWithinYear(y, m[3])
}

// parseWithinYear reads what follows the year: "03-05", "03", "W07", "W07-WE", "Q2", "SU".
func parseWithinYear(y int, v string) (extent, bool) {
	for strings.HasSuffix(v, "-XX") {
		v = strings.TrimSuffix(v, "-XX")
	}
	for _, u := range yearParts {
		if u.name == v {
			return between(y, u.month, 1, y, u.month+u.months, 1, u.grain), true
		}
	}
	if v == "XX" {
		return between(y, 1, 1, y+1, 1, 1, year), true
	}
	if w, isWeek := strings.CutPrefix(v, "W"); isWeek {
		return parseWeek(y, w)
	}
	mm, dd, hasDay := strings.Cut(v, "-")
	mon, err := strconv.Atoi(mm)
	if err != nil || mon < 1 || mon > 12 {
		return extent{}, false
	}
	if !hasDay {
		return between(y, mon, 1, y, mon+1, 1, month), true
	}
	d, err := strconv.Atoi(dd)
	if err != nil || d < 1 || d > 31 {
		return extent{}, false
	}
	return between(y, mon, d, y, mon, d+1, day), true
}

func parseWeek(y int, v string) (extent, bool) {
	number, rest, more := strings.Cut(v, "-")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 53 {
		return extent{}, false
	}
	// 4 January is always in week 1 (ISO 8601).
	fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := 4 - (int(fourth.Weekday())+6)%7 + 7*(n-1)
	switch {
	case !more:
		return between(y, 1, monday, y, 1, monday+7, week), true
	case rest == "WE":
		return between(y, 1, monday+5, y, 1, monday+7, weekend), true
	}
	d, err := strconv.Atoi(rest)
	if err != nil || d < 1 || d > 7 {
		return extent{}, false
	}
	return between(y, 1, monday+d-1, y, 1, monday+d, day), true
}

// yearParts are the named parts of a year; seasons are the northern, in whole months.
var yearParts = []struct {
	name          string
	month, months int
	grain         grain
}{
	{"Q1", 1, 3, quarter}, {"Q2", 4, 3, quarter}, {"Q3", 7, 3, quarter}, {"Q4", 10, 3, quarter},
	{"H1", 1, 6, half}, {"H2", 7, 6, half},
	{"SP", 3, 3, season}, {"SU", 6, 3, season}, {"FA", 9, 3, season}, {"AU", 9, 3, season}, {"WI", 12, 3, season},
}

// dayParts are TIMEX3's parts of a day in hours, wide, since languages and
// tools cut the day in different places.
var dayParts = []struct {
	name     string
	from, to int
}{
	{"MO", 0, 12}, {"MI", 11, 15}, {"AF", 12, 19}, {"EV", 16, 24}, {"NI", 0, 30}, {"DT", 6, 20},
}

func parseClock(date extent, clock string) (extent, bool) {
	if date.grain != day {
		return extent{}, false
	}
	for _, p := range dayParts {
		if p.name == clock {
			return extent{date.from + int64(p.from)*3600, date.from + int64(p.to)*3600, dayPart}, true
		}
	}
	m := clockValue.FindStringSubmatch("T" + clock)
	if m == nil {
		if clock == "XX:XX" || clock == "XX" {
			return date, true
		}
		return extent{}, false
	}
	h, _ := strconv.Atoi(m[2])
	at, length, g := int64(h)*3600, int64(3600), hour
	if m[3] != "" {
		n, _ := strconv.Atoi(m[3][1:])
		at, length, g = at+int64(n)*60, 60, minute
	}
	if m[4] != "" {
		n, _ := strconv.Atoi(m[4][1:3])
		at, length, g = at+int64(n), 1, second
	}
	if h > 24 {
		return extent{}, false
	}
	return extent{date.from + at, date.from + at + length, g}, true
}

func between(y1, m1, d1, y2, m2, d2 int, g grain) extent {
	return extent{civil(y1, m1, d1), civil(y2, m2, d2), g}
}

// civil is the first second of a day, in the proleptic Gregorian calendar;
// months and days past the end run on into the next.
func civil(y, m, d int) int64 {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
}
