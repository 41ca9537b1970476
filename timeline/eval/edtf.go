package eval

import "strings"

// plainDate is an EDTF date without what qualifies it: "2024-06-19?" is "2024-06-19".
func plainDate(v string) string { return strings.TrimRight(v, "?~%") }

// dateExtent is what an EDTF date covers: a date, an interval, a set (from its
// first to its last member), digits left open. Open ends are not covered.
func dateExtent(v string) (extent, bool) {
	v = strings.TrimSpace(v)
	if n := len(v); n > 1 && (v[0] == '[' && v[n-1] == ']' || v[0] == '{' && v[n-1] == '}') {
		return hull(strings.Split(strings.ReplaceAll(v[1:n-1], "..", ","), ","))
	}
	if a, b, isInterval := strings.Cut(v, "/"); isInterval {
		return hull([]string{a, b})
	}
	v = plainDate(v)
	for strings.HasSuffix(v, "-XX") {
		v = strings.TrimSuffix(v, "-XX")
	}
	if len(v) == 4 {
		v = strings.TrimRight(v, "X") // 199X is TIMEX3's 199, 19XX its 19
	}
	if len(v) == 7 && v[4] == '-' {
		for _, s := range edtfSeasons {
			if v[5:] == s[0] {
				v = v[:5] + s[1]
			}
		}
	}
	e, ok := parseExtent(v)
	return e, ok && len(v) >= 2
}

// edtfSeasons maps the numbers that EDTF gives to parts of a year to TIMEX3's names.
var edtfSeasons = [][2]string{
	{"21", "SP"}, {"22", "SU"}, {"23", "FA"}, {"24", "WI"},
	{"25", "SP"}, {"26", "SU"}, {"27", "FA"}, {"28", "WI"},
	{"33", "Q1"}, {"34", "Q2"}, {"35", "Q3"}, {"36", "Q4"}, {"40", "H1"}, {"41", "H2"},
}

// hull spans from the earliest to the latest of some dates, with the coarsest
// of their grains; it fails when a date that is not blank cannot be read.
func hull(dates []string) (extent, bool) {
	var out extent
	found := false
	for _, d := range dates {
		if d = strings.TrimSpace(d); d == "" || d == ".." {
			continue
		}
		if strings.ContainsAny(d, "/[]{}") {
			return extent{}, false
		}
		e, ok := dateExtent(d)
		if !ok {
			return extent{}, false
		}
		if !found {
			out, found = e, true
			continue
		}
		out = extent{min(out.from, e.from), max(out.to, e.to), max(out.grain, e.grain)}
	}
	return out, found
}
