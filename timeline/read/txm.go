package read

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// metadataName is the table that lies beside the texts of a TXM corpus (its
// import module TXT+CSV): a row per text, the first column its file's name
// without ending, the others what is known of it.
const metadataName = "metadata.csv"

// parseMetadata reads that table as a manifest; nil where it is some other table,
// such as one that holds the texts themselves.
func parseMetadata(shown string, b []byte, report *Report) *manifest {
	text, err := decodeText(b)
	if err != nil {
		return nil
	}
	line, _, _ := strings.Cut(text, "\n")
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = separatorOf(line), true, -1
	header, err := rows.Read()
	if err != nil || !strings.EqualFold(strings.TrimSpace(header[0]), "id") {
		return nil
	}
	names := make([]string, len(header))
	for i, name := range header {
		field, _ := fieldOf(name)
		if field == "text" {
			return nil
		}
		names[i] = field
	}
	m := &manifest{shown: shown, table: true}
	problem := func(line int, hint, format string, args ...any) {
		report.Problems = append(report.Problems, Problem{Path: shown, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint})
	}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			problem(0, "", "not a table: %v", err)
			break
		}
		line, _ := rows.FieldPos(0)
		f := fields{line: line, dateLine: line}
		for i, value := range row {
			if value = strings.TrimSpace(value); value == "" || i >= len(header) {
				continue
			}
			switch {
			case i == 0:
				f.file = strings.TrimSuffix(value, ".txt") + ".txt"
			case names[i] == "" || names[i] == "id":
				if f.meta == nil {
					f.meta = map[string]any{}
				}
				f.meta[strings.TrimSpace(header[i])] = value
			default:
				*f.field(names[i]) = value
			}
		}
		m.entries = append(m.entries, f)
	}
	m.check(problem)
	return m
}
