package render

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// ICS writes an iCalendar file (RFC 5545) of all-day events. Only dates that are
// exact enough for a calendar stand in it: days, weekends, weeks and stretches
// of days, not softened, in the years 1 to 9999. The others are told to
// Options.Skipped and counted in the calendar's description.
func ICS(w io.Writer, t timeline.Timeline, o Options) error {
	labels := words.For(o.lang(t))
	calendar := ics.NewCalendarFor("frise")
	calendar.SetProductId("-//frise//frise timeline//" + strings.ToUpper(labels.Lang))
	calendar.SetMethod(ics.MethodPublish)
	title := oneLine(t.Title)
	if title == "" {
		title = labels.Untitled
	}
	calendar.SetName(title)
	calendar.SetXWRCalName(title)
	byID, stamp, left := t.Lookup(), icsStamp(t), 0
	for _, e := range chronological(t.Events) {
		if why := inexact(e); why != "" {
			o.skip(e, why)
			left++
			continue
		}
		icsEvent(calendar, e, byID, stamp, labels)
	}
	if left > 0 {
		note := words.PrintFor(labels.Lang).LeftOut1
		if left > 1 {
			note = strings.ReplaceAll(words.PrintFor(labels.Lang).LeftOut, "{n}", labels.Number(left))
		}
		calendar.SetDescription(note)
		calendar.SetXWRCalDesc(note)
	}
	return calendar.SerializeTo(w, ics.WithNewLineWindows)
}

// inexact says why an event's date has no place in a calendar, or nothing.
func inexact(e timeline.Event) string {
	first, last, hasFirst, hasLast := daysOf(e)
	switch {
	case !hasFirst || !hasLast:
		return "a calendar needs a start and an end"
	case !first.fourDigits() || !last.next().fourDigits():
		return "iCalendar has the years 0001 to 9999"
	case approximate(e):
		return "the date is approximate"
	}
	switch e.Precision {
	case "day", "weekend", "week", "part-of-day", "hour", "minute", "second":
		return ""
	}
	return "a " + e.Precision + " is too coarse for a calendar"
}

func icsEvent(calendar *ics.Calendar, e timeline.Event, byID articleFinder, stamp time.Time, labels *words.Words) {
	first, last, _, _ := daysOf(e)
	entry := calendar.AddEvent(icsUID(e))
	entry.SetDtStampTime(stamp)
	entry.SetAllDayStartAt(first.utc())
	entry.SetAllDayEndAt(last.next().utc()) // exclusive, as RFC 5545 has it
	summary := oneLine(e.Title)
	switch {
	case e.Status == "cancelled":
		entry.SetStatus(ics.ObjectStatusCancelled)
	case e.Status != "" || inferred(e):
		entry.SetStatus(ics.ObjectStatusTentative)
	default:
		entry.SetStatus(ics.ObjectStatusConfirmed)
	}
	if e.Status != "" {
		summary += " (" + labelled(labels.Status, e.Status) + ")"
	}
	entry.SetSummary(summary)
	entry.SetTimeTransparency(ics.TransparencyTransparent)
	if e.Type != "" {
		entry.AddCategory(labelled(labels.Types, e.Type))
	}
	var lines []string
	for _, s := range e.Sources {
		lines = append(lines, "« "+oneLine(s.Quote)+" »")
	}
	address := ""
	for _, a := range articlesOf(&e, byID) {
		lines = append(lines, "— "+strings.Join(nonEmpty([]string{oneLine(a.Title), oneLine(a.Source), labels.Date(a.Date), webAddress(a.URL)}), ", "))
		if address == "" {
			address = webAddress(a.URL)
		}
	}
	entry.SetDescription(strings.Join(lines, "\n"))
	if address != "" {
		entry.SetURL(address)
	}
	if len(e.Places) > 0 {
		entry.SetLocation(oneLine(strings.Join(e.Places, ", ")))
	}
}

// icsUID keeps an event's identity from one export to the next.
func icsUID(e timeline.Event) string {
	return fmt.Sprintf("%s@frise-timeline", strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune(`:;,\"`, r) {
			return r
		}
		return '-'
	}, e.ID))
}

// icsStamp is the DTSTAMP of all events: the day of the newest article, since a
// file that is made twice from the same articles must be the same file.
func icsStamp(t timeline.Timeline) time.Time {
	stamp := time.Unix(0, 0).UTC()
	for _, a := range t.Articles {
		span, err := tempo.ParseEDTF(a.Date)
		if err != nil || span.Start.IsOpen() {
			continue
		}
		if d := civil(span.Start); d.fourDigits() && d.utc().After(stamp) {
			stamp = d.utc()
		}
	}
	return stamp
}

func (d day) utc() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}
