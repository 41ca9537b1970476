package tempo

import (
	"fmt"
	"strconv"
	"strings"
)

// EDTF writes the span in the Extended Date/Time Format of ISO 8601-2:2019
// (Library of Congress profile, levels 0 to 2): 2024-06-19, 2022-02, 199X,
// 2024-33 (first quarter), 1914/1918, 2019/.., 2024~, 2024-06?. Weeks,
// weekends and stretches become intervals; a part of a day becomes its day;
// nothing becomes "".
func (s Span) EDTF() string {
	if s.IsZero() || s.Start == Never && s.End == Forever {
		return ""
	}
	q := ""
	switch approx, inferred := s.Mod.Plain() == Approx, s.Mod&Inferred != 0; {
	case approx && inferred:
		q = "%"
	case approx:
		q = "~"
	case inferred:
		q = "?"
	}
	var buffer [64]byte
	b := buffer[:0]
	switch {
	case s.Start == Never:
		return string(append(appendEDTF(append(b, "../"...), s.End-1, signed(s.End-1, s.Grain), true), q...))
	case s.End == Forever:
		return string(append(append(appendEDTF(b, s.Start, signed(s.Start, s.Grain), false), q...), "/.."...))
	}
	if single(s.Grain) && s.Start < s.End {
		if u := Of(s.Start, s.Grain); (u.Start == s.Start && u.End == s.End || s.Grain == PartOfDay) &&
			(s.Grain <= Year || !beyondDigits(s.Start)) {
			return string(append(appendEDTF(b, s.Start, s.Grain, false), q...))
		}
	}
	grain := min(signed(s.Start, s.Grain), signed(s.End-1, s.Grain))
	b = append(appendEDTF(b, s.Start, grain, false), q...)
	first := len(b)
	b = append(appendEDTF(append(b, '/'), s.End-1, grain, true), q...)
	if s.Grain <= PartOfDay && string(b[:first]) == string(b[first+1:]) {
		b = b[:first]
	}
	return string(b)
}

// signed gives the grain in which a unit can be written: before our era there
// are no X for decades and centuries.
func signed(t Instant, g Grain) Grain {
	if g > Year && beyondDigits(t) {
		return Year
	}
	return g
}

// beyondDigits tells whether the year of an instant has a sign in EDTF.
func beyondDigits(t Instant) bool {
	y, _, _ := t.Civil()
	return y < 0 || y > 9999
}

func single(g Grain) bool { return g != Weekend && g != Week && g != NoGrain }

// appendEDTF writes the unit around an instant; of a minute or an hour that ends
// a stretch its last second is not written.
func appendEDTF(b []byte, t Instant, g Grain, last bool) []byte {
	y, m, d := t.Civil()
	if g == Season {
		y, m, _ = seasonAround(t).Start.Civil()
	}
	year := len(b)
	b = edtfYear(b, y)
	switch digits := y >= 0 && y <= 9999; {
	case g == Millennium && digits:
		return append(b[:year+1], "XXX"...)
	case g == Century && digits:
		return append(b[:year+2], "XX"...)
	case g == Decade && digits:
		return append(b[:year+3], 'X')
	case g == Year:
		return b
	case g == Half:
		return appendPadded(append(b, '-'), 40+(m-1)/6, 2)
	case g == Quarter:
		return appendPadded(append(b, '-'), 33+(m-1)/3, 2)
	case g == Season:
		return appendPadded(append(b, '-'), 20+m/3, 2)
	}
	b = appendPadded(append(b, '-'), m, 2)
	if g == Month {
		return b
	}
	b = appendPadded(append(b, '-'), d, 2)
	if g > Hour || g == NoGrain {
		return b
	}
	h, min, sec := t.Clock()
	if last && g != Second {
		sec = 0
	}
	b = appendPadded(append(b, 'T'), h, 2)
	b = appendPadded(append(b, ':'), min, 2)
	return appendPadded(append(b, ':'), sec, 2)
}

func edtfYear(b []byte, y int) []byte {
	switch {
	case y > 9999:
		return strconv.AppendInt(append(b, 'Y'), int64(y), 10)
	case y < -9999:
		return strconv.AppendInt(append(b, 'Y'), int64(y), 10)
	case y < 0:
		return appendPadded(append(b, '-'), -y, 4)
	}
	return appendPadded(b, y, 4)
}

// ParseEDTF reads what EDTF writes, and the forms of EDTF levels 0 and 1 with
// level 2's seasons and X in the last digits of a year. It also takes ISO
// weeks (2024-W25) and date-times without seconds or with a zone, whose civil
// time it keeps. Qualifiers may stand at either end of an interval.
func ParseEDTF(text string) (Span, error) {
	text = strings.TrimSpace(text)
	from, to, interval := strings.Cut(text, "/")
	if !interval {
		return parseEDTFDate(text, text)
	}
	open := func(s string) bool { return s == ".." || s == "" }
	switch {
	case open(from) && open(to):
		return Span{}, edtfError(text, "an interval needs at least one date")
	case open(from):
		s, err := parseEDTFDate(to, text)
		return openEnded(s.Until()), err
	case open(to):
		s, err := parseEDTFDate(from, text)
		return openEnded(s.Since()), err
	}
	a, err := parseEDTFDate(from, text)
	if err != nil {
		return Span{}, err
	}
	b, err := parseEDTFDate(to, text)
	if err != nil {
		return Span{}, err
	}
	if b.Start < a.Start {
		return Span{}, edtfError(text, "the interval ends before it begins")
	}
	m := max(a.Mod, b.Mod)
	if a.Mod.Plain() == Approx || b.Mod.Plain() == Approx {
		m = Approx | (a.Mod|b.Mod)&Inferred
	}
	a.Mod = m
	return regrain(a.To(b)), nil
}

// openEnded tells a week by its day where EDTF has no other way to write it.
func openEnded(s Span) Span {
	if s.Grain == Week {
		s.Grain = Day
	}
	return s
}

// regrain gives back to an interval of days the grain that has no EDTF form of
// its own: a calendar week or weekend.
func regrain(s Span) Span {
	if s.Grain != Day {
		return s
	}
	for _, g := range [...]Grain{Week, Weekend} {
		if u := Of(s.Start, g); u.Start == s.Start && u.End == s.End {
			s.Grain = g
		}
	}
	return s
}

func edtfError(text, why string) error {
	return fmt.Errorf("%q is no EDTF date: %s (write 2024-06-19, 2024-06, 2024, 199X, 2024~, 2024-06?, 1914/1918 or 2019/..)", text, why)
}

func parseEDTFDate(s, whole string) (Span, error) {
	m := NoMod
	if n := len(s); n > 0 {
		switch s[n-1] {
		case '~':
			m, s = Approx, s[:n-1]
		case '?':
			m, s = Inferred, s[:n-1]
		case '%':
			m, s = Approx|Inferred, s[:n-1]
		}
	}
	date, clock, hasClock := strings.Cut(s, "T")
	y, rest, span, err := parseEDTFYear(date, whole)
	if err != nil {
		return Span{}, err
	}
	if rest != "" {
		if span.Grain != Year || rest[0] != '-' {
			return Span{}, edtfError(whole, "it has something after the year that is no month")
		}
		if span, err = parseEDTFMonth(y, rest[1:], whole); err != nil {
			return Span{}, err
		}
	}
	if hasClock {
		if span.Grain != Day {
			return Span{}, edtfError(whole, "a time needs a day")
		}
		if span, err = parseEDTFClock(span.Start, clock, whole); err != nil {
			return Span{}, err
		}
	}
	span.Mod = m
	return span, nil
}

func parseEDTFYear(s, whole string) (y int, rest string, span Span, err error) {
	digits := s
	sign := 1
	if long := strings.HasPrefix(s, "Y"); long {
		digits = s[1:]
	}
	if strings.HasPrefix(digits, "-") {
		sign, digits = -1, digits[1:]
	} else if strings.HasPrefix(digits, "+") {
		digits = digits[1:]
	}
	n := 0
	for n < len(digits) && digits[n] >= '0' && digits[n] <= '9' {
		n++
	}
	x := n
	for x < len(digits) && digits[x] == 'X' {
		x++
	}
	if x < 4 || x > 6 || n == 0 || x-n > 3 || x > n && x != 4 {
		return 0, "", span, edtfError(whole, "the year has four digits")
	}
	v, _ := strconv.Atoi(digits[:n])
	for i := n; i < x; i++ {
		v *= 10
	}
	if x > n && sign < 0 {
		return 0, "", span, edtfError(whole, "an unspecified digit needs a year of our era")
	}
	y = sign * v
	return y, digits[x:], Of(Date(y, 1, 1), Year+Grain(x-n)), nil
}

func parseEDTFMonth(y int, s, whole string) (Span, error) {
	if strings.HasPrefix(s, "W") {
		if w, ok := twoDigits(s[1:]); ok && len(s) == 3 && w >= 1 && w <= 53 {
			return weekOf(y, w), nil
		}
		return Span{}, edtfError(whole, "the week has two digits, 01 to 53")
	}
	m, ok := twoDigits(s)
	rest := s[min(2, len(s)):]
	switch {
	case !ok:
		return Span{}, edtfError(whole, "the month has two digits")
	case rest == "" && m >= 21 && m <= 24:
		return SeasonOf(y, m-20), nil
	case rest == "" && m >= 33 && m <= 36:
		return Of(Date(y, (m-32)*3, 1), Quarter), nil
	case rest == "" && (m == 40 || m == 41):
		return Of(Date(y, (m-39)*6, 1), Half), nil
	case m < 1 || m > 12:
		return Span{}, edtfError(whole, "there is no month "+s[:2])
	case rest == "":
		return Of(Date(y, m, 1), Month), nil
	}
	d, ok := twoDigits(rest[1:])
	if rest[0] != '-' || !ok || len(rest) != 3 {
		return Span{}, edtfError(whole, "the day has two digits")
	}
	if d < 1 || d > DaysIn(y, m) {
		return Span{}, edtfError(whole, "that month has no day "+rest[1:])
	}
	return Of(Date(y, m, d), Day), nil
}

func parseEDTFClock(midnight Instant, s, whole string) (Span, error) {
	if i := strings.IndexAny(s, "Z+-"); i >= 0 {
		s = s[:i]
	}
	s, _, _ = strings.Cut(s, ".")
	parts := strings.Split(s, ":")
	var v [3]int
	if len(parts) < 2 || len(parts) > 3 {
		return Span{}, edtfError(whole, "the time is hh:mm or hh:mm:ss")
	}
	for i, p := range parts {
		n, ok := twoDigits(p)
		if !ok || len(p) != 2 || n > [...]int{23, 59, 59}[i] {
			return Span{}, edtfError(whole, "there is no such time")
		}
		v[i] = n
	}
	t := midnight + Instant(v[0])*hour + Instant(v[1])*minute + Instant(v[2])
	if v[2] == 0 {
		return Of(t, Minute), nil
	}
	return Of(t, Second), nil
}

func twoDigits(s string) (int, bool) {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}
