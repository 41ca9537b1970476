package scene

import (
	"strconv"
	"strings"
)

const dayMillis = 86_400_000

// DayMillis gives the epoch milliseconds, in UTC, at which an ISO day of the
// proleptic Gregorian calendar begins: "1970-01-02" is 86400000. Years may
// carry a sign and more than four digits ("-0050-01-01").
func DayMillis(iso string) (int64, bool) {
	y, m, d, ok := splitDay(iso)
	if !ok || m == 0 || d == 0 {
		return 0, false
	}
	return daysFromCivil(y, m, d) * dayMillis, true
}

// splitDay reads year, year-month or year-month-day; a missing part is 0.
func splitDay(iso string) (y int64, m, d int, ok bool) {
	rest, negative := strings.CutPrefix(iso, "-")
	if !negative {
		rest = strings.TrimPrefix(rest, "+")
	}
	parts := strings.Split(rest, "-")
	if len(parts) > 3 || len(parts[0]) < 4 || len(parts[0]) > 6 {
		return 0, 0, 0, false
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.ParseUint(part, 10, 32)
		if err != nil || i > 0 && len(part) != 2 {
			return 0, 0, 0, false
		}
		n[i] = int(v)
	}
	y = int64(n[0])
	if negative {
		y = -y
	}
	if len(parts) > 1 && (n[1] < 1 || n[1] > 12) || len(parts) > 2 && (n[2] < 1 || n[2] > daysIn(y, n[1])) {
		return 0, 0, 0, false
	}
	return y, n[1], n[2], true
}

// daysFromCivil counts days since 1970-01-01, by Howard Hinnant's "days_from_civil".
func daysFromCivil(y int64, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yearOfEra := y - era*400
	dayOfYear := int64((153*((m+9)%12)+2)/5 + d - 1)
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*146097 + dayOfEra - 719468
}

// Civil is the inverse of DayMillis: the proleptic Gregorian date of an instant.
func Civil(millis int64) (y int64, m, d int) {
	z := floorDiv(millis, dayMillis) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	d = int(dayOfYear-(153*shifted+2)/5) + 1
	m = int(shifted+2)%12 + 1
	y = yearOfEra + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// FromCivil gives the epoch milliseconds of the day's first instant.
func FromCivil(y int64, m, d int) int64 { return daysFromCivil(y, m, d) * dayMillis }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func daysIn(y int64, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// dateInterval reads the simple EDTF dates that stand in an event's conflicts:
// a year, a month or a day, qualified or not.
func dateInterval(edtf string) (Interval, bool) {
	y, m, d, ok := splitDay(strings.TrimRight(edtf, "?~%"))
	if !ok {
		return Interval{}, false
	}
	switch {
	case m == 0:
		return Interval{FromCivil(y, 1, 1), FromCivil(y+1, 1, 1)}, true
	case d == 0:
		return Interval{FromCivil(y, m, 1), FromCivil(y, m, daysIn(y, m)) + dayMillis}, true
	}
	from := FromCivil(y, m, d)
	return Interval{from, from + dayMillis}, true
}
