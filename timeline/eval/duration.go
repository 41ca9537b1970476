package eval

import (
	"strconv"
	"strings"
	"time"
)

// A period is a TIMEX3 duration: calendar units that shift a date, and seconds.
type period struct {
	months, days, seconds float64
	vague                 bool // an amount left open: PXM, "quelques mois"
}

var (
	periodValue = lazily(`^P((?:(?:\d+(?:\.\d+)?|X+)(?:[YMWDQ]|DE|CE|WE|NI))*)(?:T((?:(?:\d+(?:\.\d+)?|X+)[HMS])+))?$`)
	periodPart  = lazily(`(\d+(?:\.\d+)?|X+)(DE|CE|WE|NI|[YMWDQHS])`)
)

// parsePeriod reads "P2W", "PT90M", "P1Y2M", "PXD".
func parsePeriod(v string) (period, bool) {
	m := periodValue.FindStringSubmatch(strings.ToUpper(v))
	if m == nil || m[1] == "" && m[2] == "" {
		return period{}, false
	}
	var p period
	for i, half := range []string{m[1], m[2]} {
		for _, part := range periodPart.FindAllStringSubmatch(half, -1) {
			if part[1][0] == 'X' {
				p.vague = true
				continue
			}
			n, _ := strconv.ParseFloat(part[1], 64)
			p.addUnit(n, part[2], i == 1)
		}
	}
	return p, true
}

func (p *period) addUnit(n float64, unit string, clock bool) {
	switch unit {
	case "CE":
		p.months += n * 1200
	case "DE":
		p.months += n * 120
	case "Y":
		p.months += n * 12
	case "Q":
		p.months += n * 3
	case "W", "WE":
		p.days += n * 7
	case "D", "NI":
		p.days += n
	case "H":
		p.seconds += n * 3600
	case "S":
		p.seconds += n
	case "M":
		if clock {
			p.seconds += n * 60
		} else {
			p.months += n
		}
	}
}

// from is the instant at which the period ends that starts at the given one;
// sign −1 goes back.
func (p period) from(at int64, sign float64) int64 {
	months := int(p.months)
	rest := (p.months - float64(months)) * 30 * 86400 // half a month has no date: fifteen days
	t := time.Unix(at, 0).UTC().AddDate(0, int(sign)*months, 0)
	return t.Unix() + int64(sign*(p.days*86400+p.seconds+rest))
}
