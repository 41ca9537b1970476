package scene

import (
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

const dayMillis = 86_400_000

// DayMillis gives the epoch milliseconds, in UTC, at which an ISO day of the
// proleptic Gregorian calendar begins: "1970-01-02" is 86400000. Years may
// carry a sign and up to six digits ("-0050-01-01").
func DayMillis(iso string) (int64, bool) {
	unsigned := strings.TrimLeft(iso, "+-")
	parts := strings.Split(unsigned, "-")
	if len(iso)-len(unsigned) > 1 || len(parts) != 3 || len(parts[0]) < 4 || len(parts[0]) > 6 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return 0, false
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.ParseUint(part, 10, 32)
		if err != nil {
			return 0, false
		}
		n[i] = int(v)
	}
	year, month, day := n[0], n[1], n[2]
	if iso[0] == '-' {
		year = -year
	}
	if month < 1 || month > 12 || day < 1 || day > tempo.DaysIn(year, month) {
		return 0, false
	}
	return FromCivil(int64(year), month, day), true
}

// Civil gives the proleptic Gregorian date of an instant in epoch milliseconds.
func Civil(millis int64) (year int64, month, day int) {
	y, m, d := tempo.Instant(floorDiv(millis, 1000)).Civil()
	return int64(y), m, d
}

// FromCivil gives the epoch milliseconds of a day's first instant.
func FromCivil(year int64, month, day int) int64 {
	return tempo.Date(int(year), month, day).Milliseconds()
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// dateInterval is the time that an EDTF date can cover, where it is closed.
func dateInterval(edtf string) (Interval, bool) {
	span, err := tempo.ParseEDTF(edtf)
	if err != nil || span.Start.IsOpen() || span.End.IsOpen() {
		return Interval{}, false
	}
	return Interval{span.Start.Milliseconds(), span.End.Milliseconds()}, true
}
