package tempo

import "strconv"

// A Duration is an amount of calendar time as ISO 8601 writes it. N is the
// count, Vague where the text gives none ("plusieurs jours", PXD); a second
// amount follows in N2 ("un an et deux mois").
type Duration struct {
	N     float64
	Unit  Grain
	Vague bool
	N2    float64
	Unit2 Grain
}

// IsZero tells whether there is no duration.
func (d Duration) IsZero() bool { return d.Unit == NoGrain }

// String writes the duration as TIMEX3 does: P24Y, PT24H, PXD, P1Y2M.
func (d Duration) String() string {
	if d.IsZero() {
		return "PXX"
	}
	b := []byte{'P'}
	b, clock := d.append(b, d.N, d.Unit, d.Vague, false)
	if d.Unit2 != NoGrain {
		b, _ = d.append(b, d.N2, d.Unit2, false, clock)
	}
	return string(b)
}

func (d Duration) append(b []byte, n float64, g Grain, vague, clock bool) ([]byte, bool) {
	if g < PartOfDay && !clock {
		b, clock = append(b, 'T'), true
	}
	letter := "?SMHXDEWMEQEYEEE"[g]
	switch g {
	case PartOfDay:
		letter = 'D'
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
	if d.Unit2 != NoGrain {
		t = Shift(t, sign*d.N2, d.Unit2)
	}
	return t
}
