package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// RIS writes the articles as newspaper articles (TY NEWS) in UTF-8, for Zotero,
// EndNote and their like. DA takes a year of four digits; another date stands
// in a note.
func RIS(w io.Writer, t timeline.Timeline, _ Options) error {
	out := bufio.NewWriter(w)
	for _, a := range t.Articles {
		title := oneLine(a.Title)
		if title == "" {
			title = a.ID
		}
		risField(out, "TY", "NEWS")
		risField(out, "ID", oneLine(a.ID))
		risField(out, "TI", title)
		risField(out, "T2", oneLine(a.Source))
		risDate(out, a.Date)
		risField(out, "UR", webAddress(a.URL))
		risField(out, "LA", a.Lang)
		fmt.Fprint(out, "ER  - \r\n\r\n")
	}
	return out.Flush()
}

// risDate writes PY 2024 and DA 2024/06/19/ with empty parts where the date is coarse.
func risDate(out *bufio.Writer, edtf string) {
	d, unit, ok := articleDate(edtf)
	if ok && d.fourDigits() {
		risField(out, "PY", fmt.Sprintf("%04d", d.year))
		switch unit {
		case "day":
			risField(out, "DA", d.slashes()+"/")
		case "month":
			risField(out, "DA", fmt.Sprintf("%04d/%02d//", d.year, d.month))
		default:
			risField(out, "DA", fmt.Sprintf("%04d///", d.year))
		}
	}
	if edtf != "" && (unit == "" || inferredDate(edtf) || !d.fourDigits()) {
		risField(out, "N1", "date: "+edtf)
	}
}

func inferredDate(edtf string) bool { return inferred(timeline.Event{Date: edtf}) }

func risField(out *bufio.Writer, tag, value string) {
	if value != "" {
		fmt.Fprintf(out, "%s  - %s\r\n", tag, value)
	}
}

// articleDate gives the first day of an article's date and its unit: day, month
// or year; any other unit is "".
func articleDate(edtf string) (day, string, bool) {
	span, err := tempo.ParseEDTF(edtf)
	if err != nil || span.Start.IsOpen() || span.End.IsOpen() {
		return day{}, "", false
	}
	unit := calendarUnit(civil(span.Start), civil(span.End-1))
	switch unit {
	case tempo.Day, tempo.Month, tempo.Year:
		return civil(span.Start), unit.String(), true
	}
	return civil(span.Start), "", true
}
