package read

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// sniffCSV recognises a table by a first line that names a text column and
// another one that this package knows.
func sniffCSV(head []byte) bool {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(head), "\ufeff"), "\n")
	known := map[string]bool{}
	for _, name := range strings.Split(line, string(separatorOf(line))) {
		field, _ := fieldOf(strings.Trim(strings.TrimSpace(name), `"`))
		known[field] = true
	}
	delete(known, "")
	return known["text"] && len(known) > 1
}

// separatorOf is the sign between the columns of a header line: French
// spreadsheets write semicolons, since the comma is in their numbers.
func separatorOf(line string) rune {
	best, most := ',', 0
	for _, sep := range []rune{'\t', ';', ','} {
		if n := strings.Count(line, string(sep)); n > most {
			best, most = sep, n
		}
	}
	return best
}

// table reads the rows of a CSV or TSV stream under its header.
type table struct {
	rows   *csv.Reader
	header []string
}

// openTable reads the header; it may stand after a line "sep=;", as Excel writes it.
func (in *Input) openTable() (*table, error) {
	r, err := in.textReader()
	if err != nil {
		return nil, err
	}
	lines := newLineReader(r, in.Options.maxSize())
	first, err := lines.next()
	if err == io.EOF {
		return nil, &Problem{Msg: "the table is empty"}
	}
	if err != nil {
		return nil, err
	}
	line := strings.TrimRight(validUTF8(first), "\r")
	separator := separatorOf(line)
	if named, ok := strings.CutPrefix(line, "sep="); ok && len(named) == 1 {
		separator, line = rune(named[0]), ""
	}
	rows := csv.NewReader(io.MultiReader(strings.NewReader(line+"\n"), lines.r))
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord, rows.ReuseRecord = separator, true, -1, true
	header, err := rows.Read()
	if err != nil {
		return nil, &Problem{Line: 1, Msg: fmt.Sprintf("the header cannot be read: %v", err)}
	}
	t := &table{rows: rows}
	for _, name := range header {
		t.header = append(t.header, strings.TrimSpace(name))
	}
	return t, nil
}

// each hands on the rows with the line each begins at, and notes those that cannot be read.
func (t *table) each(in *Input, take func(row []string, line int) error) error {
	for {
		row, err := t.rows.Read()
		var wrong *csv.ParseError
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &wrong):
			in.Problem(wrong.StartLine, "a text with line ends or separators stands in double quotes", "this row cannot be read: %v", wrong.Err)
			continue
		case err != nil:
			return err
		}
		line, _ := t.rows.FieldPos(0)
		if err := take(row, line); err != nil {
			return err
		}
	}
}

// columns finds the column of each of Fields, or -1: the one that the user
// named, or the one whose name is the best of the field's aliases.
func (t *table) columns(named map[string]string) ([7]int, error) {
	var at [7]int
	for f, field := range Fields {
		at[f] = -1
		best := 0
		for i, name := range t.header {
			if want := named[field]; want != "" {
				if strings.EqualFold(name, want) {
					at[f] = i
				}
			} else if g, rank := fieldOf(name); g == field && (at[f] < 0 || rank < best) {
				at[f], best = i, rank
			}
		}
		if want := named[field]; want != "" && at[f] < 0 {
			return at, &Problem{Line: 1, Msg: fmt.Sprintf("there is no column %q", want), Hint: "the columns are " + strings.Join(t.header, ", ")}
		}
	}
	if at[2] < 0 {
		return at, &Problem{Line: 1, Msg: "no column holds the articles' text",
			Hint: "name it with --columns text=NAME; the columns are " + strings.Join(t.header, ", ")}
	}
	return at, nil
}

// readCSV reads one article a row of a table with a header.
func readCSV(in *Input, yield func(Article) error) error {
	t, err := in.openTable()
	if err != nil {
		return err
	}
	at, err := t.columns(in.Options.Columns)
	if err != nil {
		return err
	}
	used := map[int]bool{}
	for _, i := range at {
		used[i] = true
	}
	return t.each(in, func(row []string, line int) error {
		var v [7]string
		for f, i := range at {
			if i >= 0 && i < len(row) {
				v[f] = strings.ToValidUTF8(row[i], "\ufffd")
			}
		}
		a := Article{ID: strings.TrimSpace(v[0]), Title: v[1], Text: v[2], URL: v[4], Source: v[5], Lang: v[6], Line: line}
		for i, value := range row {
			if i < len(t.header) && !used[i] && value != "" && t.header[i] != "" {
				if a.Meta == nil {
					a.Meta = map[string]any{}
				}
				a.Meta[t.header[i]] = strings.ToValidUTF8(value, "\ufffd")
			}
		}
		if strings.TrimSpace(a.Text) == "" {
			in.Skip(line, a.Title, "the row has no text")
			return nil
		}
		in.addDate(&a, "field", v[3], line)
		return yield(in.numbered(a, line))
	})
}

// numbered gives an article without an ID one from its file and its line, or
// its place where lines mean nothing.
func (in *Input) numbered(a Article, n int) Article {
	if a.ID == "" {
		a.ID = in.base + "#" + strconv.Itoa(n)
	}
	return a
}

// sniffGargantext recognises the TSV of Gargantext, whose date stands in three columns.
func sniffGargantext(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.Contains(line, []byte("publication_year")) && bytes.Contains(line, []byte("abstract"))
}

// readGargantext reads Gargantext's corpora. Its exports write 1 January where
// only the year is known, so that day says no more than the year.
func readGargantext(in *Input, yield func(Article) error) error {
	t, err := in.openTable()
	if err != nil {
		return err
	}
	column := map[string]int{}
	for i, name := range t.header {
		column[strings.ToLower(name)] = i
	}
	if _, ok := column["abstract"]; !ok {
		return &Problem{Line: 1, Msg: "there is no column \"abstract\"", Hint: "the columns are " + strings.Join(t.header, ", ")}
	}
	return t.each(in, func(row []string, line int) error {
		cell := func(name string) string {
			if i, ok := column[name]; ok && i < len(row) {
				return strings.ToValidUTF8(strings.TrimSpace(row[i]), "\ufffd")
			}
			return ""
		}
		a := Article{Title: cell("title"), Text: cell("abstract"), Source: cell("source"), Line: line}
		if a.Text == "" {
			in.Skip(line, a.Title, "there is no abstract")
			return nil
		}
		if authors := cell("authors"); authors != "" {
			a.Meta = map[string]any{"author": authors}
		}
		in.addDate(&a, "field", gargantextDate(cell("publication_year"), cell("publication_month"), cell("publication_day")), line)
		return yield(in.numbered(a, line))
	})
}

func gargantextDate(year, month, day string) string {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case m == 0 || m == 1 && d <= 1:
		return year
	case d == 0:
		return fmt.Sprintf("%s-%02d", year, m)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, m, d)
}
