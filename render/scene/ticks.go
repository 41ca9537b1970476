package scene

import (
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/render/words"
)

// A Tick is a labelled place on an axis.
type Tick struct {
	At    int64
	Label string
	Major bool
}

// step is a distance between ticks: some months, or some years.
type step struct{ days, months, years int64 }

var steps = []step{
	{days: 1}, {days: 2}, {days: 7}, {months: 1}, {months: 3}, {months: 6}, {years: 1}, {years: 2}, {years: 5}, {years: 10},
	{years: 20}, {years: 50}, {years: 100}, {years: 200}, {years: 500}, {years: 1000}, {years: 2000}, {years: 5000}, {years: 10000},
}

// Ticks places at most about max labels between two instants, at round dates.
func Ticks(from, to int64, max int, w *words.Words) []Tick {
	chosen := steps[len(steps)-1]
	for _, s := range steps {
		length := (s.days*1000 + s.months*30437 + s.years*365243) * (dayMillis / 1000)
		if (to-from)/length < int64(max) {
			chosen = s
			break
		}
	}
	var ticks []Tick
	for at := chosen.first(from); at < to && len(ticks) < 2*max+2; at = chosen.next(at) {
		if at >= from {
			ticks = append(ticks, chosen.tick(at, w, len(ticks) == 0))
		}
	}
	return ticks
}

func (s step) first(from int64) int64 {
	y, m, _ := Civil(from)
	switch {
	case s.days > 0:
		return floorDiv(from, s.days*dayMillis) * s.days * dayMillis
	case s.months > 0:
		return FromCivil(y, int((int64(m)-1)/s.months*s.months)+1, 1)
	}
	return FromCivil(floorDiv(y, s.years)*s.years, 1, 1)
}

func (s step) next(at int64) int64 {
	if s.days > 0 {
		return at + s.days*dayMillis
	}
	y, m, _ := Civil(at)
	months := int64(m) - 1 + s.months
	return FromCivil(y+s.years+months/12, int(months%12)+1, 1)
}

func (s step) tick(at int64, w *words.Words, first bool) Tick {
	y, m, d := Civil(at)
	t := Tick{At: at, Major: m == 1 && d == 1}
	switch {
	case s.years > 0:
		t.Label = Year(y, w)
	case s.months > 0:
		t.Label = w.Script.Months[m-1]
		if t.Major || first {
			t.Label += " " + Year(y, w)
		}
	default:
		t.Label = strconv.Itoa(d) + " " + w.Script.Months[m-1]
		if first || t.Major {
			t.Label += " " + Year(y, w)
		}
	}
	return t
}

// Year writes an astronomical year as people count: year 0 is 1 BC.
func Year(y int64, w *words.Words) string {
	if y <= 0 {
		return strings.Replace(w.Script.BC, "{n}", strconv.FormatInt(1-y, 10), 1)
	}
	return strconv.FormatInt(y, 10)
}
