package tempo

import "strconv"

// A Duration is an amount of calendar time as ISO 8601 writes it. N is the
// count, Vague where the text gives none ("plusieurs jours", PXD); smaller
// amounts follow in More ("un an, deux mois et trois jours").
type Duration struct {
	N     float64
	Unit  Grain
	Vague bool
	More  [5]Quantity
}

// A Quantity is a number of units.
type Quantity struct {
	N    float32
	Unit Grain
}

// IsZero tells whether there is no duration.
func (d Duration) IsZero() bool { return d.Unit == NoGrain }

// String writes the duration as TIMEX3 does: P24Y, PT24H, PXD, P1Y2M, P2NI.
func (d Duration) String() string {
	if d.IsZero() {
		return "PXX"
	}
	b := []byte{'P'}
	b, clock := d.append(b, d.N, d.Unit, d.Vague, false)
	for _, q := range d.More {
		if q.Unit != NoGrain {
			b, clock = d.append(b, float64(q.N), q.Unit, false, clock)
		}
	}
	return string(b)
}

func (d Duration) append(b []byte, n float64, g Grain, vague, clock bool) ([]byte, bool) {
	if g < PartOfDay && !clock {
		b, clock = append(b, 'T'), true
	}
	letter := "?SMHXDEWMEQEYEEE"[g]
	switch g {
	case PartOfDay: // nights are the parts of days that are counted
		return append(d.count(b, n, vague), "NI"...), clock
	case Weekend:
		return append(d.count(b, n, vague), "WE"...), clock
	case Season, Quarter:
		if g == Quarter {
			return append(d.count(b, n, vague), 'Q'), clock
		}
		letter, n = 'M', 3*n
	case Half:
		letter, n = 'M', 6*n
	case Decade:
		return append(d.count(b, n, vague), "DE"...), clock
	case Century:
		return append(d.count(b, n, vague), "CE"...), clock
	case Millennium:
		return append(d.count(b, n, vague), "ML"...), clock
	}
	return append(d.count(b, n, vague), letter), clock
}

func (d Duration) count(b []byte, n float64, vague bool) []byte {
	if vague {
		return append(b, 'X')
	}
	return strconv.AppendFloat(b, n, 'f', -1, 64)
}

// From moves an instant by the duration; sign −1 moves it back.
func (d Duration) From(t Instant, sign float64) Instant {
	t = Shift(t, sign*d.N, d.Unit)
	for _, q := range d.More {
		if q.Unit != NoGrain {
			t = Shift(t, sign*float64(q.N), q.Unit)
		}
	}
	return t
}
