package eval

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// wrongReadings are what a finder would make of a case that it reads wrongly:
// one of the values moved by an amount that is no round of what is left unsaid,
// or nothing found at all. Each is the list of values, joined by semicolons.
func wrongReadings(ours string) map[string]string {
	wrong := map[string]string{}
	if ours != "" {
		wrong["nothing"] = ""
	}
	moved := func(name string, pattern *regexp.Regexp, by, from, to int) {
		m := pattern.FindStringSubmatchIndex(ours)
		if m == nil {
			return
		}
		n, _ := strconv.Atoi(ours[m[2]:m[3]])
		width := m[3] - m[2]
		if n += by; n > to {
			n = n - to + from - 1
		}
		wrong[name] = ours[:m[2]] + fmt.Sprintf("%0*d", width, n) + ours[m[3]:]
	}
	moved("year", regexp.MustCompile(`(?:^|[ ;C])(\d{4})(?:\D|$)`), 13, 0, 9999)
	moved("month", regexp.MustCompile(`\d{4}-(\d\d)(?:\D|$)`), 5, 1, 12)
	moved("week", regexp.MustCompile(`-W(\d\d)`), 5, 1, 52)
	moved("day", regexp.MustCompile(`\d{4}-\d\d-(\d\d)`), 10, 1, 28)
	moved("weekday", regexp.MustCompile(`WXX-(\d)`), 3, 1, 7)
	moved("hour", regexp.MustCompile(`T(\d\d)(?::|;|$)`), 5, 0, 23)
	moved("length", regexp.MustCompile(`PT?(\d+)[A-Z]`), 4, 0, 99)
	return wrong
}

// silence are the conventions that hold where nothing is found, and say so.
var silence = map[string]bool{"bare number": true, "feast": true, "shorthand": true, "unnamed hours": true, "season": true}

// A convention translates a stated difference of views; whatever else is wrong
// with a reading has to show in spite of it.
func TestNoConventionExcusesAWrongReading(t *testing.T) {
	for _, c := range conventionCases {
		if c.want == Agrees || c.want == Disagrees || c.expect == "" {
			continue
		}
		for name, ours := range wrongReadings(c.ours) {
			if name == "nothing" && silence[c.want] {
				continue
			}
			var list []string
			if ours != "" {
				list = strings.Split(ours, ";")
			}
			if v := judged(t, c.input, c.lang, c.expect, list...); v.Outcome != Disagrees {
				t.Errorf("%q, expected %s: ours is wrong by its %s, %q, and is excused by %q (%s)", c.input, c.expect, name, ours, v.Reason, v.Outcome)
			}
		}
	}
}
