package read

import (
	"regexp"
	"strconv"
	"strings"
)

// edtfDate is one EDTF date of levels 0 and 1: a year with sign or unspecified
// digits, a month or season, a day, and a mark of doubt.
var edtfDate = regexp.MustCompile(`^(-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,9})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$`)

// edtf checks a date that is EDTF already, levels 0 and 1, and returns it.
func edtf(s string) (string, bool) {
	if from, to, interval := strings.Cut(s, "/"); interval {
		open := func(s string) bool { return s == ".." || s == "" }
		if open(from) && open(to) || !open(from) && !edtfOne(from) || !open(to) && !edtfOne(to) {
			return "", false
		}
		return s, true
	}
	return s, edtfOne(s)
}

func edtfOne(s string) bool {
	m := edtfDate.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	year, errYear := strconv.Atoi(m[1])
	month, errMonth := strconv.Atoi(m[2])
	if m[2] == "" || errMonth != nil {
		return m[3] == "" || m[3] == "XX"
	}
	season := month >= 21 && month <= 24
	if month < 1 || month > 12 && !season || season && m[3] != "" {
		return false
	}
	day, err := strconv.Atoi(m[3])
	if err != nil {
		return true
	}
	if errYear != nil {
		year = 2000 // a leap year: any day that some year has
	}
	return day >= 1 && day <= daysIn(year, month)
}
