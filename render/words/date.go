package words

import (
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// dateWords are the forms of dates in one language; {n} is where a year, an
// ordinal or a date goes, {m} where the second of two goes.
type dateWords struct {
	seasons                         [4]string // winter last, as EDTF counts: 21 spring … 24 winter
	quarter, half, decade, century  string
	about, since, until, inferredBy string
	from, between                   string // days, larger units
	weekOf, weekendOf               string
}

var frenchDates = dateWords{
	seasons: [4]string{"printemps {n}", "été {n}", "automne {n}", "hiver {n}"},
	quarter: "{m} trimestre {n}", half: "{m} semestre {n}", decade: "années {n}", century: "{n} siècle",
	about: "vers {n}", since: "depuis {n}", until: "jusqu’à {n}", inferredBy: "{n} (date déduite)",
	from: "du {n} au {m}", between: "de {n} à {m}", weekOf: "semaine du {n}", weekendOf: "week-end du {n}",
}

var englishDates = dateWords{
	seasons: [4]string{"spring {n}", "summer {n}", "autumn {n}", "winter {n}"},
	quarter: "{m} quarter of {n}", half: "{m} half of {n}", decade: "{n}s", century: "{n} century",
	about: "about {n}", since: "since {n}", until: "until {n}", inferredBy: "{n} (inferred)",
	from: "{n} to {m}", between: "{n} to {m}", weekOf: "week of {n}", weekendOf: "weekend of {n}",
}

// Date writes an EDTF date as a person reads it: "2024-06-19" is "19 juin 2024"
// in French. What is no EDTF comes back as it is.
func (w *Words) Date(edtf string) string {
	span, err := tempo.ParseEDTF(edtf)
	if err != nil {
		return edtf
	}
	text := w.span(span)
	if span.Mod.Plain() == tempo.Approx {
		text = put(w.dates().about, text, "")
	}
	if span.Mod&tempo.Inferred != 0 {
		text = put(w.dates().inferredBy, text, "")
	}
	return text
}

func (w *Words) dates() *dateWords {
	if w.Lang == "fr" {
		return &frenchDates
	}
	return &englishDates
}

func (w *Words) span(s tempo.Span) string {
	d := w.dates()
	switch {
	case s.Start.IsOpen():
		return put(d.until, w.unit(s.End-1, s.Grain), "")
	case s.End.IsOpen():
		return put(d.since, w.unit(s.Start, s.Grain), "")
	}
	unit := tempo.Of(s.Start, s.Grain)
	if unit.Start == s.Start && unit.End == s.End || s.Grain == tempo.PartOfDay {
		return w.unit(s.Start, s.Grain)
	}
	first, last := s.Start, s.End-1
	if s.Grain == tempo.Week || s.Grain == tempo.Weekend {
		s.Grain = tempo.Day
	}
	pattern := d.between
	if s.Grain <= tempo.Day {
		pattern = d.from
		if y, m, n := first.Civil(); w.Lang == "fr" { // "du 12 au 15 février 2015"
			switch y2, m2, _ := last.Civil(); {
			case y == y2 && m == m2:
				return put(pattern, ordinalDay(n), w.unit(last, tempo.Day))
			case y == y2:
				return put(pattern, ordinalDay(n)+" "+w.Script.LongMonths[m-1], w.unit(last, tempo.Day))
			}
		}
	}
	if s.Grain == tempo.Year {
		return w.unit(first, s.Grain) + "–" + w.unit(last, s.Grain)
	}
	return put(pattern, w.unit(first, s.Grain), w.unit(last, s.Grain))
}

// unit writes the calendar unit around an instant.
func (w *Words) unit(t tempo.Instant, g tempo.Grain) string {
	d := w.dates()
	y, m, n := t.Civil()
	switch g {
	case tempo.Millennium, tempo.Century:
		return put(d.century, w.ordinal(y/100+1, true), "")
	case tempo.Decade:
		return put(d.decade, strconv.Itoa(y-y%10), "")
	case tempo.Year:
		return w.year(y)
	case tempo.Half:
		return put(d.half, w.year(y), w.ordinal(1+(m-1)/6, false))
	case tempo.Quarter:
		return put(d.quarter, w.year(y), w.ordinal(1+(m-1)/3, false))
	case tempo.Season:
		return put(d.seasons[(m/3+3)%4], w.year(y), "")
	case tempo.Month:
		return w.Script.LongMonths[m-1] + " " + w.year(y)
	case tempo.Week:
		return put(d.weekOf, w.unit(tempo.Of(t, g).Start, tempo.Day), "")
	case tempo.Weekend:
		return put(d.weekendOf, w.unit(tempo.Of(t, g).Start, tempo.Day), "")
	}
	if w.Lang == "fr" {
		return ordinalDay(n) + " " + w.Script.LongMonths[m-1] + " " + w.year(y)
	}
	return strconv.Itoa(n) + " " + w.Script.LongMonths[m-1] + " " + w.year(y)
}

func (w *Words) year(y int) string {
	if y <= 0 {
		return strings.ReplaceAll(w.Script.BC, "{n}", strconv.Itoa(1-y))
	}
	return strconv.Itoa(y)
}

func ordinalDay(n int) string {
	if n == 1 {
		return "1er"
	}
	return strconv.Itoa(n)
}

// ordinal writes 1er, 2e or XXe in French, 1st, 2nd or 20th in English.
func (w *Words) ordinal(n int, roman bool) string {
	if w.Lang == "fr" {
		digits := strconv.Itoa(n)
		if roman {
			digits = romanNumeral(n)
		}
		if n == 1 {
			return digits + "er"
		}
		return digits + "e"
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		suffix = [10]string{"th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"}[n%10]
	}
	return strconv.Itoa(n) + suffix
}

func romanNumeral(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

func put(pattern, n, m string) string {
	return strings.NewReplacer("{n}", n, "{m}", m).Replace(pattern)
}
