package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// sniffCSL recognises the CSL-JSON of Zotero and other reference managers: an
// array of items with the fields that only citations have.
func sniffCSL(head []byte) bool {
	s := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if !bytes.HasPrefix(s, []byte("[")) {
		return false
	}
	return bytes.Contains(s, []byte(`"date-parts"`)) || bytes.Contains(s, []byte(`"container-title"`)) || bytes.Contains(s, []byte(`"issued"`))
}

// cslItem is one reference (the Citation Style Language's JSON schema, version 1.0.2).
type cslItem struct {
	ID        any    `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title"`
	Abstract  string `json:"abstract"`
	Container string `json:"container-title"`
	Publisher string `json:"publisher"`
	Source    string `json:"source"`
	URL       string `json:"URL"`
	Language  string `json:"language"`
	Author    []struct {
		Family  string `json:"family"`
		Given   string `json:"given"`
		Literal string `json:"literal"`
	} `json:"author"`
	Issued cslDate `json:"issued"`
}

// cslDate is a date of CSL: parts that may be numbers or strings, one array for
// a day and two for a range, a season from 1 to 4, and circa.
type cslDate struct {
	Parts   [][]any `json:"date-parts"`
	Season  any     `json:"season"`
	Circa   any     `json:"circa"`
	Literal string  `json:"literal"`
	Raw     string  `json:"raw"`
}

// readCSL reads the references of a library: the abstract is the text.
func readCSL(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	var items []json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &items); err != nil {
		return &Problem{Msg: fmt.Sprintf("not CSL-JSON: %v", err), Hint: "export the library from Zotero as CSL JSON"}
	}
	for i, raw := range items {
		var item cslItem
		n := i + 1
		if err := json.Unmarshal(raw, &item); err != nil {
			in.Problem(0, "", "reference %d cannot be read: %v", n, err)
			continue
		}
		a := Article{Title: item.Title, Text: fragmentText(item.Abstract), Source: item.Container, URL: item.URL, Lang: item.Language}
		if item.ID != nil {
			a.ID = fmt.Sprint(item.ID)
		}
		if a.Source == "" {
			a.Source = item.Publisher
		}
		if len(item.Author) > 0 {
			author := item.Author[0]
			a.Meta = map[string]any{"author": strings.TrimSpace(author.Literal + author.Given + " " + author.Family)}
		}
		if strings.TrimSpace(a.Text) == "" {
			in.Skip(0, a.Title, fmt.Sprintf("reference %d has no abstract", n))
			continue
		}
		if date, words, err := item.Issued.edtf(); err != nil {
			in.Problem(0, dateHint, "reference %d: %v", n, err)
		} else if date != "" {
			a.addClue("field", date, words)
		}
		if err := yield(in.numbered(a, n)); err != nil {
			return err
		}
	}
	return nil
}

// edtf is the date as EDTF, with the words it came from; "" where there is none.
func (d *cslDate) edtf() (date, words string, err error) {
	var ends []string
	for _, parts := range d.Parts {
		if len(parts) == 0 || len(ends) == 2 {
			continue
		}
		part, err := cslPart(parts, d.Season)
		if err != nil {
			return "", "", err
		}
		ends = append(ends, part)
	}
	date = strings.Join(ends, "/")
	if date == "" {
		for _, words := range []string{d.Raw, d.Literal} {
			if words != "" {
				date, err = normalDate(words, "")
				return date, words, err
			}
		}
		return "", "", nil
	}
	words = date
	if circa, ok := d.Circa.(bool); d.Circa != nil && (!ok || circa) {
		date, words = strings.ReplaceAll(date, "/", "~/")+"~", "circa "+date
	}
	return date, words, nil
}

// cslPart is one date of up to three parts. Months 13 to 16 and 21 to 24 are
// seasons, as is the field of that name beside a lone year.
func cslPart(parts []any, season any) (string, error) {
	var n [3]int
	for i, p := range parts[:min(3, len(parts))] {
		s := strings.TrimSpace(fmt.Sprint(p))
		if s == "" || p == nil {
			break
		}
		v, err := strconv.Atoi(s)
		if err != nil {
			return "", fmt.Errorf("%q is no part of a date", s)
		}
		n[i] = v
	}
	year := fmt.Sprintf("%04d", n[0])
	if n[0] < 0 {
		year = fmt.Sprintf("-%04d", -n[0])
	}
	switch {
	case n[0] == 0 || n[0] > 9999 || n[0] < -9999:
		return "", fmt.Errorf("there is no year %d", n[0])
	case n[1] == 0:
		if s := seasonNumber(fmt.Sprint(season)); season != nil && s > 0 {
			return fmt.Sprintf("%s-%d", year, s), nil
		}
		return year, nil
	case n[1] >= 13 && n[1] <= 16 && n[2] == 0:
		return fmt.Sprintf("%s-%d", year, n[1]+8), nil
	case n[1] >= 21 && n[1] <= 24 && n[2] == 0:
		return fmt.Sprintf("%s-%d", year, n[1]), nil
	case n[1] < 1 || n[1] > 12:
		return "", fmt.Errorf("there is no month %d", n[1])
	case n[2] == 0:
		return fmt.Sprintf("%s-%02d", year, n[1]), nil
	}
	return makeDay(n[0], n[1], n[2], fmt.Sprintf("%s-%02d-%02d", year, n[1], n[2]))
}

// seasonNumber is EDTF's month for a season, 21 to 24; 0 where s is none.
func seasonNumber(s string) int {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "1", "spring", "printemps":
		return 21
	case "2", "summer", "été", "ete":
		return 22
	case "3", "autumn", "fall", "automne":
		return 23
	case "4", "winter", "hiver":
		return 24
	}
	return 0
}
