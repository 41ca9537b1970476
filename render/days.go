package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

const oneDay tempo.Instant = 86_400

// A day is a civil day of the proleptic Gregorian calendar; year 0 is 1 BC.
type day struct{ year, month, day int }

// parseDay reads an ISO day as Event.Start and Event.End hold it.
func parseDay(iso string) (day, bool) {
	span, err := tempo.ParseEDTF(iso)
	if err != nil || span.Grain != tempo.Day || span.Mod != tempo.NoMod || span.End != span.Start+oneDay {
		return day{}, false
	}
	return civil(span.Start), true
}

// daysOf gives the first and last day of an event; a side that is open, or
// that a person's edit has spoilt, is not ok.
func daysOf(e timeline.Event) (first, last day, hasFirst, hasLast bool) {
	first, hasFirst = parseDay(e.Start)
	last, hasLast = parseDay(e.End)
	return first, last, hasFirst, hasLast
}

func civil(t tempo.Instant) day {
	y, m, d := t.Civil()
	return day{y, m, d}
}

func (d day) instant() tempo.Instant { return tempo.Date(d.year, d.month, d.day) }

// next is the day after.
func (d day) next() day { return civil(d.instant() + oneDay) }

// iso gives the day with a sign before a year outside 0000–9999.
func (d day) iso() string { return d.instant().ISODay() }

// xsd gives the day as XML Schema 1.1 has it, which knows no plus sign.
func (d day) xsd() string { return strings.TrimPrefix(d.iso(), "+") }

// xsdYear and xsdMonth are the shorter forms, gYear and gYearMonth.
func (d day) xsdYear() string  { return strings.TrimSuffix(day{d.year, 1, 1}.xsd(), "-01-01") }
func (d day) xsdMonth() string { return strings.TrimSuffix(day{d.year, d.month, 1}.xsd(), "-01") }

// in tells whether the year has the four digits that a format allows.
func (d day) fourDigits() bool { return d.year >= 1 && d.year <= 9999 }

// slashes gives RIS's 2024/06/19.
func (d day) slashes() string { return fmt.Sprintf("%04d/%02d/%02d", d.year, d.month, d.day) }

// calendarUnit tells whether first to last is exactly one day, month or year of
// the calendar: 2022-02-01 to 2022-02-28 is a month.
func calendarUnit(first, last day) tempo.Grain {
	after := last.next()
	switch {
	case first == last:
		return tempo.Day
	case first.day != 1 || after.day != 1:
		return tempo.NoGrain
	case after == day{first.year, first.month, 1}.shift(1):
		return tempo.Month
	case first.month == 1 && after == day{first.year + 1, 1, 1}:
		return tempo.Year
	}
	return tempo.NoGrain
}

// shift moves the first of a month by months.
func (d day) shift(months int) day { return civil(tempo.Date(d.year, d.month+months, d.day)) }

// chronological gives the events by first day, then last day, then their own
// order. An event that is open on the left stands where it ends.
func chronological(events []timeline.Event) []timeline.Event {
	type keyed struct {
		from, to tempo.Instant
		event    timeline.Event
	}
	list := make([]keyed, len(events))
	for i, e := range events {
		first, last, hasFirst, hasLast := daysOf(e)
		from, to := first.instant(), last.instant()
		switch {
		case !hasFirst && !hasLast:
			from, to = tempo.Forever, tempo.Forever
		case !hasFirst:
			from = to
		case !hasLast:
			to = from
		}
		list[i] = keyed{from, to, e}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	sorted := make([]timeline.Event, len(list))
	for i := range list {
		sorted[i] = list[i].event
	}
	return sorted
}

// approximate tells whether the date is marked as approximate.
func approximate(e timeline.Event) bool {
	return e.Modifier == "approx" || strings.ContainsAny(e.Date, "~%")
}

// inferred tells whether the date is marked as uncertain: worked out, not said.
func inferred(e timeline.Event) bool { return strings.ContainsAny(e.Date, "?%") }

// label is the date for a reader, its EDTF where a person's edit left it empty.
func label(e timeline.Event) string { return cmp.Or(e.Label, e.Date) }

// oneLine puts a text on one line: no line breaks, no runs of white space, no broken bytes.
func oneLine(s string) string { return strings.Join(strings.Fields(valid(s)), " ") }

// edtfYear is a day's year in EDTF; beyond four digits it takes a Y.
func edtfYear(d day) string {
	return tempo.Of(d.instant(), tempo.Year).EDTF()
}
