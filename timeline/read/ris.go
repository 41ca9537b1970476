package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// sniffRIS recognises RIS by its first tag.
func sniffRIS(head []byte) bool {
	s := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	_, ok := risTag(string(s[:min(len(s), 8)]))
	return ok && bytes.HasPrefix(s, []byte("TY"))
}

// risTag is the tag of a line "TY  - NEWS", and whether it is such a line.
func risTag(line string) (tag string, ok bool) {
	if len(line) < 5 || line[2:5] != "  -" || line[0] < 'A' || line[0] > 'Z' {
		return "", false
	}
	return line[:2], true
}

// readRIS reads references in RIS, as Zotero, Europresse and libraries write
// it: a tag a line, from TY to ER; the abstract is the text.
func readRIS(in *Input, yield func(Article) error) error {
	r, err := in.textReader()
	if err != nil {
		return err
	}
	lines := newLineReader(r, in.Options.maxSize())
	values := map[string]string{} // the first of each tag
	begin, last := 0, ""
	for n := 1; ; n++ {
		raw, err := lines.next()
		if errors.Is(err, errTooLarge) {
			in.Problem(n, "", "the line is too long")
			continue
		}
		if err != nil && err != io.EOF {
			return err
		}
		line := strings.TrimRight(validUTF8(raw), "\r")
		tag, ok := risTag(strings.TrimPrefix(line, "\ufeff"))
		switch {
		case err == io.EOF || tag == "ER":
			if begin > 0 {
				if stop := in.risArticle(values, begin, yield); stop != nil {
					return stop
				}
			}
			if err == io.EOF {
				return nil
			}
			values, begin, last = map[string]string{}, 0, ""
		case ok:
			if begin == 0 {
				begin = n
			}
			_, value, _ := strings.Cut(line, "-")
			if last = tag; values[tag] == "" {
				values[tag] = strings.TrimSpace(value)
			} else {
				last = ""
			}
		case last != "" && strings.TrimSpace(line) != "": // a value that goes on
			values[last] += "\n" + strings.TrimSpace(line)
		}
	}
}

func (in *Input) risArticle(values map[string]string, line int, yield func(Article) error) error {
	first := func(tags ...string) string {
		for _, tag := range tags {
			if values[tag] != "" {
				return values[tag]
			}
		}
		return ""
	}
	a := Article{ID: first("ID"), Title: first("TI", "T1"), Text: fragmentText(first("AB", "N2")), URL: first("UR", "L2"),
		Source: first("T2", "JO", "JF", "JA", "PB"), Lang: first("LA"), Line: line}
	if author := first("AU", "A1"); author != "" {
		a.Meta = map[string]any{"author": author}
	}
	if strings.TrimSpace(a.Text) == "" {
		in.Skip(line, a.Title, "the reference has no abstract")
		return nil
	}
	if words := first("DA", "Y1", "PY"); words != "" {
		if date, err := risDate(words); err != nil {
			in.Problem(line, dateHint, "%v", err)
		} else {
			a.addClue("field", date, words)
		}
	}
	return yield(in.numbered(a, line))
}

// risDate reads "2024/09/11/", "2024/09//", "2024///Spring" and what other
// programs write in its place.
func risDate(words string) (string, error) {
	parts := strings.Split(words, "/")
	if len(parts) < 2 || len(parts) > 4 || len(parts[0]) != 4 || !digits(parts[0]) {
		return normalDate(words, "")
	}
	for len(parts) < 4 {
		parts = append(parts, "")
	}
	date := parts[0]
	if season := seasonNumber(parts[3]); parts[1] == "" && season > 0 {
		return fmt.Sprintf("%s-%d", date, season), nil
	}
	for _, part := range parts[1:3] {
		if part == "" || part == "0" || part == "00" {
			break
		}
		date += "-" + fmt.Sprintf("%02s", part)
	}
	return normalDate(date, "")
}
