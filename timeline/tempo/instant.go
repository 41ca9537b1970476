// Package tempo holds time values and their algebra: spans, partial dates,
// durations, and the meaning of a temporal expression before any article is
// known. It knows no words and no articles.
package tempo

import "math"

// An Instant is a civil second without a zone, counted from 1970-01-01T00:00:00
// in the proleptic Gregorian calendar with astronomical years (year 0 is 1 BC).
type Instant int64

// Never and Forever are the open ends of a span.
const (
	Never   Instant = math.MinInt64
	Forever Instant = math.MaxInt64
)

const (
	minute Instant = 60
	hour   Instant = 3600
	day    Instant = 86400
)

// Date gives the midnight that begins the civil day; month and day may
// overflow as in time.Date (month 13 is January of the next year).
func Date(year, month, dayOfMonth int) Instant {
	if month < 1 || month > 12 {
		years := floorDiv(month-1, 12)
		year, month = year+years, month-12*years
	}
	return Instant(daysFromCivil(year, month, 1)+dayOfMonth-1) * day
}

// Civil gives the calendar date of the instant.
func (t Instant) Civil() (year, month, dayOfMonth int) {
	return civilFromDays(floorDiv(int(t), int(day)))
}

// Clock gives the time of the day.
func (t Instant) Clock() (h, m, s int) {
	r := int(t) - floorDiv(int(t), int(day))*int(day)
	return r / 3600, r / 60 % 60, r % 60
}

// Weekday gives the ISO weekday: 1 is Monday, 7 is Sunday.
func (t Instant) Weekday() int {
	d := floorDiv(int(t), int(day)) + 3 // 1970-01-01 was a Thursday
	return d - floorDiv(d, 7)*7 + 1
}

// Midnight gives the start of the instant's day.
func (t Instant) Midnight() Instant {
	return Instant(floorDiv(int(t), int(day))) * day
}

// IsOpen tells whether the instant is Never or Forever.
func (t Instant) IsOpen() bool { return t == Never || t == Forever }

// Milliseconds gives the Unix time in milliseconds, reading the civil time as UTC.
func (t Instant) Milliseconds() int64 { return int64(t) * 1000 }

// ISODay writes the instant's day as ISO 8601, with a sign and at least four
// digits for years outside 0000–9999.
func (t Instant) ISODay() string {
	y, m, d := t.Civil()
	return string(appendDay(nil, y, m, d))
}

// DaysIn gives the number of days of a month (1 to 12).
func DaysIn(year, month int) int {
	if month != 2 {
		return 30 + (month+month>>3)&1 // every other month, twice in a row from July to August
	}
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return 28
}

func appendDay(b []byte, y, m, d int) []byte {
	b = appendYear(b, y)
	b = append(b, '-', byte('0'+m/10), byte('0'+m%10))
	return append(b, '-', byte('0'+d/10), byte('0'+d%10))
}

func appendYear(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	} else if y > 9999 {
		b = append(b, '+')
	}
	return appendPadded(b, y, 4)
}

func appendPadded(b []byte, n, width int) []byte {
	var digits [20]byte
	i := len(digits)
	for n > 0 || len(digits)-i < width {
		i--
		digits[i] = byte('0' + n%10)
		n /= 10
	}
	return append(b, digits[i:]...)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// daysFromCivil and civilFromDays are Howard Hinnant's algorithms
// ("chrono-Compatible Low-Level Date Algorithms", 2013).
func daysFromCivil(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

func civilFromDays(z int) (y, m, d int) {
	z += 719468
	era := floorDiv(z, 146097)
	// Unsigned and narrow from here on: a division by a constant is then one multiplication.
	doe := uint32(z - era*146097)
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = int(doy-(153*mp+2)/5) + 1
	y = int(yoe) + era*400
	if mp >= 10 {
		return y + 1, int(mp) - 9, d
	}
	return y, int(mp) + 3, d
}
