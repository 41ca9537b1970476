package eval

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// kind of a target.
const (
	isPoint    = iota // one unit or moment
	isInterval        // from the start of one unit to the end of another
	isAfter           // open towards the future
	isBefore          // open towards the past
)

// A target is what an expectation covers in the calendar.
type target struct {
	kind  int
	first extent // the unit or moment; for an interval its first unit
	last  extent // an interval's last unit
	full  extent // all of it
	// clock is the moment that the suite writes where it asserts the day alone.
	clock extent
}

// targetOf reads the value of an expectation, at the grain that the suite gives
// it; fields that the suite says are implied coarsen it.
func targetOf(e Expectation) (target, bool) {
	first, ok := parseExtent(e.Value)
	if !ok {
		return target{}, false
	}
	t := target{kind: isPoint, first: first}
	switch {
	case e.Direction == "after":
		t.kind = isAfter
	case e.Direction == "before":
		t.kind = isBefore
	case e.EndValue != "" || e.EndExclude != "" || e.Type == "INTERVAL":
		t.kind = isInterval
	}
	if t.kind != isInterval {
		t.first = coarsen(first, saidGrain(e, first.grain))
		t.full, t.last, t.clock = t.first, t.first, t.first
		if first.grain <= hour {
			t.clock = first
		}
		return t, true
	}
	t.last = first
	if end, ok := parseExtent(e.EndValue); ok {
		t.last = end
	}
	t.full = extent{t.first.from, t.last.to, t.first.grain}
	if end, ok := parseExtent(e.EndExclude); ok && end.from > t.first.from {
		t.full.to = end.from
		if e.EndValue == "" {
			t.last = extent{end.from - 1, end.from, t.first.grain}
		}
	}
	return t, t.full.from < t.full.to
}

// saidGrain is the unit that the suite means: its grain (values write out what is
// finer than a week), or the finest field that it does not call implied, never
// finer than the value as written.
func saidGrain(e Expectation, written grain) grain {
	names := []struct {
		name  string
		grain grain
	}{{"second", second}, {"minute", minute}, {"hour", hour}, {"day", day}, {"week", week}, {"month", month}, {"quarter", quarter}, {"year", year}}
	for _, n := range names {
		_, given := e.Fields[n.name]
		said, judged := e.Certain[n.name]
		weekday := n.grain == day && e.Certain["weekday"]
		if e.Grain == n.name && n.grain > day || given && (!judged || said) || weekday {
			return max(n.grain, written)
		}
	}
	return written
}

// coarsen widens an extent to the unit around its start; it never narrows.
func coarsen(e extent, g grain) extent {
	t := e.start()
	y, m := t.Year(), int(t.Month())
	if g <= e.grain {
		return e
	}
	switch g {
	case day:
		return between(y, m, t.Day(), y, m, t.Day()+1, day)
	case week:
		monday := t.Day() - (int(t.Weekday())+6)%7
		return between(y, m, monday, y, m, monday+7, week)
	case month:
		return between(y, m, 1, y, m+1, 1, month)
	case quarter:
		m = (m-1)/3*3 + 1
		return between(y, m, 1, y, m+3, 1, quarter)
	case year:
		return between(y, 1, 1, y+1, 1, 1, year)
	}
	return e
}

// shift moves a target by calendar units; sign and size come from the numbers.
func (t target) shift(years, months, days int, seconds int64) target {
	move := func(e extent) extent {
		to := func(s int64) int64 {
			return time.Unix(s, 0).UTC().AddDate(years, months, days).Unix() + seconds
		}
		return extent{to(e.from), to(e.to), e.grain}
	}
	return target{t.kind, move(t.first), move(t.last), move(t.full), move(t.clock)}
}

// A reading is one of our mentions with what it covers.
type reading struct {
	Timex
	covers   extent
	dated    bool // covers holds
	lasts    period
	duration bool // lasts holds
}

func readings(mentions []Timex) []reading {
	out := make([]reading, len(mentions))
	for i, m := range mentions {
		r := reading{Timex: m}
		r.covers, r.dated = parseExtent(m.Value)
		if !r.dated {
			r.covers, r.dated = dateExtent(m.Value)
		}
		r.lasts, r.duration = parsePeriod(m.Value)
		out[i] = r
	}
	return out
}

// same says that two units are one: clock times are compared by their start
// alone, since "15 h" and "15:00" differ in form and not in what is meant.
func same(a, b extent) bool {
	if a.grain <= hour && b.grain <= hour {
		return a.from == b.from || a.grain == second && b.grain == minute && b.covers(a)
	}
	return a.from == b.from && a.to == b.to
}

// meets says that our readings say exactly what the target does.
func (t target) meets(ours []reading) bool {
	for _, r := range ours {
		if !r.dated {
			continue
		}
		switch t.kind {
		case isPoint:
			if same(r.covers, t.first) || same(r.covers, t.clock) {
				return true
			}
		case isAfter:
			if r.covers.from == t.first.from {
				return true
			}
		case isBefore:
			if r.covers.from == t.first.from || r.covers.to == t.first.from {
				return true
			}
		case isInterval:
			if r.covers.from == t.full.from && (r.covers.to == t.full.to || t.endsIn(ours)) {
				return true
			}
		}
	}
	return false
}

// endsIn says that some reading is the target's last unit, or ends where it does.
func (t target) endsIn(ours []reading) bool {
	for _, r := range ours {
		if r.dated && (r.covers.to == t.full.to || r.covers.from == t.last.from) {
			return true
		}
	}
	return false
}

// meetsFields compares one of our readings with the fields of an expectation
// that gives no value, where the suite does not call them implied. Seconds and
// time zones are left out: news has neither.
func meetsFields(e Expectation, ours []reading) bool {
	for _, r := range ours {
		have, ok := r.fields()
		if !ok {
			continue
		}
		right := true
		for name, want := range e.Fields {
			if said, judged := e.Certain[name]; judged && !said || !comparable[name] {
				continue
			}
			got, known := have[name]
			beforeChrist := name == "year" && want < 0 && got == int(want)+1
			right = right && known && (float64(got) == math.Trunc(want) || beforeChrist)
		}
		if right {
			return true
		}
	}
	return false
}

var comparable = map[string]bool{"year": true, "month": true, "day": true, "weekday": true, "hour": true, "minute": true}

// fields are the numbers of a reading; of a value with open digits
// ("XXXX-09-13T13:29") those that are known.
func (r reading) fields() (map[string]int, bool) {
	if r.dated {
		at := r.covers.start()
		return map[string]int{"year": at.Year(), "month": int(at.Month()), "day": at.Day(), "weekday": int(at.Weekday()), "hour": at.Hour(), "minute": at.Minute()}, true
	}
	m := openValue.FindStringSubmatch(r.Value)
	if m == nil || strings.HasPrefix(r.Value, "P") || r.Value == "" {
		return nil, false
	}
	have := map[string]int{}
	for i, name := range [...]string{"year", "month", "day", "weekday", "hour", "minute"} {
		if n, err := strconv.Atoi(m[i+1]); err == nil {
			have[name] = n
		}
	}
	if have["weekday"] == 7 { // ISO's Sunday
		have["weekday"] = 0
	}
	return have, true
}

var openValue = lazily(`^(?:(\d{4}|XXXX))?(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:-WXX-(\d))?(?:T(\d\d)(?::(\d\d))?)?`)

// fieldsTarget is what the fields of an expectation without a value cover, taking
// from the moment of speaking what they leave out.
func fieldsTarget(c Case, e Expectation) (target, bool) {
	if !c.HasReference || len(e.Fields) == 0 {
		return target{}, false
	}
	field := func(name string, otherwise int) int {
		if n, ok := e.Fields[name]; ok {
			return int(n)
		}
		return otherwise
	}
	now := c.Reference
	value := fmt.Sprintf("%04d-%02d-%02d", field("year", now.Year()), field("month", int(now.Month())), field("day", now.Day()))
	if _, timed := e.Fields["hour"]; timed {
		value += fmt.Sprintf("T%02d:%02d", field("hour", 0), field("minute", 0))
	}
	return targetOf(Expectation{Value: value, Fields: e.Fields, Certain: e.Certain})
}

// overlapping are our mentions that share a byte with the expectation; all,
// where it does not say where it stands.
func overlapping(e Expectation, ours []Timex) []Timex {
	if e.End == 0 {
		return ours
	}
	var out []Timex
	for _, m := range ours {
		if m.Start < e.End && e.Start < m.End {
			out = append(out, m)
		}
	}
	return out
}
