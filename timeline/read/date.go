package read

import (
	"fmt"
	"net/mail"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// Kinds of evidence for an article's date, as Clue.By names them, with the
// trust each deserves. What was said for this run beats what the file says of
// itself, and that beats what its name or its text hint at.
var clueWeights = []struct {
	by     string
	weight float64
}{
	{"option", 1},
	{"manifest", 0.98},
	{"front matter", 0.95},
	{"field", 0.95},
	{"metadata", 0.9},
	{"file name", 0.8},
	{"url", 0.75},
	{"text", 0.7},
	{"document property", 0.3}, // when a file was made, not when the article came out
}

// minWeight is what a clue must weigh to become an article's date by itself.
const minWeight = 0.5

func weightOf(by string) float64 {
	for _, c := range clueWeights {
		if c.by == by {
			return c.weight
		}
	}
	return 0.5
}

const dateHint = "write the date as 2024-06-19, 2024-06 or 2024"

// addDate notes a date that a file gives, in the words it gives it. A date
// that cannot be is a problem; the article is still read without it.
func (in *Input) addDate(a *Article, by, words string, line int) {
	words = strings.TrimSpace(words)
	if words == "" {
		return
	}
	lang := a.Lang
	if in.Options.Lang != "" {
		lang = in.Options.Lang
	}
	date, err := normalDate(words, lang)
	if err != nil {
		in.Problem(line, dateHint, "%v", err)
		return
	}
	a.addClue(by, date, words)
}

func (a *Article) addClue(by, date, words string) {
	for _, c := range a.Dated {
		if c.By == by && c.Date == date {
			return
		}
	}
	a.Dated = append(a.Dated, Clue{By: by, Date: date, Text: words, Weight: weightOf(by)})
}

// preferLocalDay lets the day in an article's address, which is the last clue,
// beat a time in UTC of the day before or after: the address has the day where
// the article was published.
func (a *Article) preferLocalDay() {
	url := &a.Dated[len(a.Dated)-1]
	for _, c := range a.Dated {
		utc := strings.HasSuffix(c.Text, "Z") || strings.HasSuffix(c.Text, "+00:00") || strings.HasSuffix(c.Text, "GMT")
		if c.By == "metadata" && utc && isDay(c.Date) && (nextDay(c.Date) == url.Date || nextDay(url.Date) == c.Date) {
			url.Weight = c.Weight + 0.01
		}
	}
}

// settleDate orders the clues, best first, and takes the best as the date.
func (a *Article) settleDate() {
	slices.SortStableFunc(a.Dated, func(x, y Clue) int {
		switch {
		case x.Weight > y.Weight:
			return -1
		case x.Weight < y.Weight:
			return 1
		}
		return 0
	})
	a.Date = ""
	if len(a.Dated) > 0 && a.Dated[0].Weight >= minWeight {
		a.Date = a.Dated[0].Date
	}
}

// normalDate turns a date as files write it into EDTF: EDTF itself, ISO 8601
// and RFC 3339 with or without a time, RFC 2822, 20240619, 19/06/2024 (day
// first, unless lang is US English), "19 juin 2024", "June 19, 2024". A time of
// day is dropped: the day is the one that the file names, in its own zone.
func normalDate(words, lang string) (string, error) {
	s := strings.TrimSpace(words)
	if isDay(s) {
		return checkDay(s)
	}
	if date, ok, err := isoPrefix(s); ok || err != nil {
		return date, err
	}
	if date, ok := edtf(s); ok {
		return date, nil
	}
	if date, ok, err := slashed(s, lang); ok || err != nil {
		return date, err
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t.Format(time.DateOnly), nil
	}
	if date, ok, err := wordedDate(s); ok || err != nil {
		return date, err
	}
	return "", fmt.Errorf("%q is no date", cut(s, 60))
}

// edtf reads a date that is EDTF already. A month or day that EDTF leaves
// open (2024-06-XX) is left out, which says the same.
func edtf(s string) (string, bool) {
	if s == "" || len(s) > 40 || len(s) > 4 && digits(s) {
		return "", false
	}
	for strings.HasSuffix(s, "-XX") {
		s = strings.TrimSuffix(s, "-XX")
	}
	span, err := tempo.ParseEDTF(s)
	if err != nil {
		return "", false
	}
	return span.EDTF(), true
}

// isDay tells whether s has the shape 2024-06-19.
func isDay(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && digits(s[:4]) && digits(s[5:7]) && digits(s[8:])
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// checkDay returns s, which has the shape 2024-06-19, if that day exists.
func checkDay(s string) (string, error) {
	y, _ := strconv.Atoi(s[:4])
	m, _ := strconv.Atoi(s[5:7])
	d, _ := strconv.Atoi(s[8:])
	return makeDay(y, m, d, s)
}

// makeDay is the EDTF of a day, or an error that shows the words it came from.
func makeDay(y, m, d int, words string) (string, error) {
	if m < 1 || m > 12 {
		return "", fmt.Errorf("%s is no date: there is no month %d", words, m)
	}
	if last := daysIn(y, m); d < 1 || d > last {
		return "", fmt.Errorf("%s is no date: that month has %d days", words, last)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), nil
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// isoPrefix reads a date followed by a time of day (2024-06-19T10:00:00Z,
// 2024-06-19 10:00), the writings 20240619, 20240619T100000, 202406, 2024/06/19
// and 2024.06.19, and seconds or milliseconds since 1970, as scraped JSON has them.
func isoPrefix(s string) (date string, ok bool, err error) {
	switch {
	case len(s) > 10 && isDay(s[:10]) && (s[10] == 'T' || s[10] == ' ' || s[10] == 't'):
		if !clock(s[11:]) {
			return "", false, nil
		}
		date, err = checkDay(s[:10])
		if err == nil && europeanMidnight(date, s[11:]) {
			date = nextDay(date)
		}
		return date, err == nil, err
	case len(s) >= 8 && digits(s[:8]) && (len(s) == 8 || s[8] == 'T'):
		if len(s) > 8 && !clock(s[9:]) {
			return "", false, nil
		}
		s = s[:4] + "-" + s[4:6] + "-" + s[6:8]
	case len(s) >= 8 && digits(s[:4]) && (s[4] == '/' || s[4] == '.'):
		p := strings.FieldsFunc(s, func(r rune) bool { return r == rune(s[4]) })
		if len(p) != 3 || len(p[1]) > 2 || len(p[2]) > 2 || !digits(p[1]) || !digits(p[2]) {
			return "", false, nil
		}
		s = fmt.Sprintf("%s-%02s-%02s", p[0], p[1], p[2])
	case len(s) == 6 && digits(s) && plausibleYear(s) && s[4:] >= "01" && s[4:] <= "12":
		return s[:4] + "-" + s[4:], true, nil
	case (len(s) == 10 || len(s) == 13) && digits(s):
		seconds, _ := strconv.ParseInt(s[:10], 10, 64)
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly), true, nil
	default:
		return "", false, nil
	}
	date, err = checkDay(s)
	return date, err == nil, err
}

// europeanMidnight tells whether a time of that day in UTC is exactly midnight
// in Paris, as systems write it that know a day and store an instant: the day
// meant is the next. Summer time is taken from April to October.
func europeanMidnight(day, clock string) bool {
	clock = strings.Replace(clock, ".000", "", 1)
	utc, ok := strings.CutSuffix(clock, "Z")
	if !ok {
		utc, ok = strings.CutSuffix(clock, "+00:00")
	}
	midnight := "23:00"
	if month := day[5:7]; month >= "04" && month <= "10" {
		midnight = "22:00"
	}
	return ok && (utc == midnight || utc == midnight+":00")
}

// nextDay is the day after one that is known to exist.
func nextDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// clock tells whether s can be a time of day with a zone, however it is written.
func clock(s string) bool {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	return len(s) <= 40
}

// slashed reads 19/06/2024, 19.6.2024 and 19-06-2024, also followed by a time.
// Day first is the order of all of Europe; US English alone puts the month first.
func slashed(s, lang string) (date string, ok bool, err error) {
	day, _, _ := strings.Cut(s, " ")
	day, _, _ = strings.Cut(day, "T")
	p := strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(p) != 3 || len(p[2]) != 4 || len(p[0]) > 2 || len(p[1]) > 2 || !digits(p[0]) || !digits(p[1]) || !digits(p[2]) {
		return "", false, nil
	}
	d, _ := strconv.Atoi(p[0])
	m, _ := strconv.Atoi(p[1])
	y, _ := strconv.Atoi(p[2])
	american := strings.EqualFold(lang, "en") || strings.EqualFold(lang, "en-US")
	if american && strings.Contains(day, "/") && d <= 12 || m > 12 && d <= 12 {
		d, m = m, d
	}
	date, err = makeDay(y, m, d, s)
	return date, err == nil, err
}

// cut shortens a text for a message, at a rune's border.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}
