package render

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline"
)

var csvHeader = []string{"id", "date", "start", "end", "precision", "modifier", "label", "title", "text", "lang", "type", "status",
	"actors", "people", "places", "conflicts", "score", "sources", "articles", "urls", "quotes"}

// CSV writes one row an event by RFC 4180, in UTF-8 with a byte order mark,
// without which spreadsheets misread accents. Lists are joined with " | ". A cell
// that a spreadsheet would take for a formula begins with an apostrophe; dates
// (start "-0049-03-15") stay as they are, since no formula can hide in them.
func CSV(w io.Writer, t timeline.Timeline, o Options) error { return streamCSV(w, &t, o) }

func streamCSV(w io.Writer, p timeline.Pieces, o Options) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if o.Separator != 0 {
		out.Comma = o.Separator
	}
	if err := out.Write(csvHeader); err != nil {
		return err
	}
	byID := p.Lookup()
	err := p.EachEvent(func(e *timeline.Event) error {
		row := csvRow(e, byID)
		for i, cell := range row {
			row[i] = safeCell(cell)
		}
		return out.Write(row)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func csvRow(e *timeline.Event, byID articleFinder) []string {
	var titles, urls, quotes []string
	for _, a := range articlesOf(e, byID) {
		titles = append(titles, a.Title)
		if a.URL != "" {
			urls = append(urls, a.URL)
		}
	}
	for _, s := range e.Sources {
		quotes = append(quotes, oneLine(s.Quote))
	}
	const and = " | "
	return []string{e.ID, e.Date, e.Start, e.End, e.Precision, e.Modifier, e.Label, oneLine(e.Title), oneLine(e.Text), e.Lang, e.Type,
		e.Status, strings.Join(e.Actors, and), strings.Join(e.People, and), strings.Join(e.Places, and), strings.Join(e.Conflicts, and),
		strconv.FormatFloat(e.Score, 'f', -1, 64), strconv.Itoa(len(titles)), oneLine(strings.Join(titles, and)),
		strings.Join(urls, and), strings.Join(quotes, and)}
}

var signedDate = regexp.MustCompile(`^[-+][0-9X]{4,}(-[0-9]{2}){0,2}[?~%]?(/[-+]?[0-9X.]{2,}(-[0-9]{2}){0,2}[?~%]?)?$`)

// safeCell follows OWASP's advice on CSV injection: a cell must not begin with
// =, +, -, @, a tab or a carriage return, nor with their full-width forms.
func safeCell(s string) string {
	s = strings.ReplaceAll(valid(s), "\x00", "")
	first, size := utf8.DecodeRuneInString(s)
	if size > 0 && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) && !signedDate.MatchString(s) {
		return "'" + s
	}
	return s
}
