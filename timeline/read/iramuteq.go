package read

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// sniffIramuteq recognises a corpus by its first line, which is a header.
func sniffIramuteq(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	line, _, _ := bytes.Cut(head, []byte("\n"))
	_, ok := iramuteqHeader(string(line[:min(len(line), 400)]))
	return ok
}

// iramuteqHeader splits the line that begins a text, "**** *source_Le_Monde
// *date_2024-09-11", or with a number instead of the stars as Alceste writes it,
// into its starred variables.
func iramuteqHeader(line string) (variables []string, ok bool) {
	words := strings.Fields(line)
	if len(words) == 0 {
		return nil, false
	}
	numeric := digits(words[0]) && len(words[0]) >= 3 && len(words) > 1 && strings.HasPrefix(words[1], "*")
	if words[0] != "****" && !numeric {
		return nil, false
	}
	return words[1:], true
}

// readIramuteq reads a corpus of IRaMuTeQ or Alceste: a header line, then the
// text. Lines "-*theme" divide a text by subject and are no text.
func readIramuteq(in *Input, yield func(Article) error) error {
	r, err := in.textReader()
	if err != nil {
		return err
	}
	lines := newLineReader(r, in.Options.maxSize())
	var a Article
	var text strings.Builder
	begun, warned := false, false
	end := func() error {
		if !begun {
			return nil
		}
		if a.Text = strings.TrimSpace(text.String()); a.Text == "" {
			in.Skip(a.Line, a.Title, "there is no text after the header")
			return nil
		}
		return yield(in.numbered(a, a.Line))
	}
	for n := 1; ; n++ {
		line, err := lines.next()
		if err == io.EOF {
			return end()
		}
		if errors.Is(err, errTooLarge) {
			in.Problem(n, "cut the text into paragraphs", "the line is too long")
			continue
		}
		if err != nil {
			return err
		}
		s := strings.TrimRight(validUTF8(line), "\r")
		if n == 1 {
			s = strings.TrimPrefix(s, "\ufeff")
		}
		if variables, ok := iramuteqHeader(s); ok {
			if err := end(); err != nil {
				return err
			}
			a, begun = Article{Line: n}, true
			text.Reset()
			in.starred(&a, variables, n)
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(s), "-*") {
			continue
		}
		if !begun {
			if strings.TrimSpace(s) != "" && !warned {
				in.Problem(n, "each text begins with a line \"**** *variable_value\"", "text before the first header is left out")
				warned = true
			}
			continue
		}
		text.WriteString(s)
		text.WriteByte('\n')
	}
}

// starred reads the variables of a header. The value is what follows the first
// underscore, with spaces for the others; year, month and day may be apart.
func (in *Input) starred(a *Article, variables []string, line int) {
	var year, month, day, date string
	for _, v := range variables {
		name, value, ok := strings.Cut(strings.TrimPrefix(v, "*"), "_")
		if !ok || value == "" {
			continue
		}
		words := strings.TrimSpace(strings.ReplaceAll(value, "_", " "))
		switch strings.ToLower(name) {
		case "id":
			a.ID = value
		case "titre", "title":
			a.Title = words
		case "source", "journal", "media":
			a.Source = words
		case "lang", "langue":
			a.Lang = value
		case "date":
			date = strings.ReplaceAll(value, "_", "-")
		case "am":
			if date == "" {
				date = strings.ReplaceAll(value, "_", "-")
			}
		case "année", "annee", "an", "year":
			year = value
		case "mois", "month":
			month = value
		case "jour", "day":
			day = value
		default:
			if a.Meta == nil {
				a.Meta = map[string]any{}
			}
			a.Meta[name] = words
		}
	}
	if date == "" && year != "" {
		date = year
		for _, part := range []string{month, day} {
			if len(part) == 1 {
				part = "0" + part
			}
			if !digits(part) || len(part) != 2 {
				break
			}
			date += "-" + part
		}
	}
	in.addDate(a, "field", date, line)
}
