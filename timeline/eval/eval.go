// Package eval measures what frise finds against what people annotated:
// temporal expressions (as TempEval-3 does), the phrase suites of other tools,
// events merged across articles, the dates a timeline selects and the dates
// given to undated articles.
//
// It reads from readers and writes to writers, and takes what it measures as
// functions, so it knows nothing of the tagger. It reads time values with code
// of its own (value.go): a judge that shared the tagger's reading of a value
// would share its faults.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Timex is one temporal expression, annotated or found, with the attributes
// of TIMEX3. Start and End are byte offsets into the document's text.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	Rule  string `json:"rule,omitempty"`
}

// A Document is a text with its gold annotation.
type Document struct {
	ID    string
	Lang  string
	DCT   string // document creation time, an ISO day or coarser; empty: unknown
	Title string // empty where the title is the text's first line or unknown
	Text  string
	Gold  []Timex
	File  string // the name given to the reader, for tables and messages
	Line  int    // the line of that file, 1-based
}

// goldLine is one line of the gold format; null and absent strings read as "".
type goldLine struct {
	ID    string  `json:"id"`
	Lang  string  `json:"lang"`
	DCT   string  `json:"dct"`
	Title string  `json:"title"`
	Text  string  `json:"text"`
	Timex []Timex `json:"timex"`
}

// ReadGold reads annotated documents, one JSON object a line:
//
//	{"id","lang","dct","text","timex":[{"start","end","text","type","value","mod"}]}
//
// Every offset is checked against the text. A mention that does not stand
// where it says is left out and told in the error, which joins all such
// complaints as "name:line: …"; the documents that were read come back beside it.
// A line that is no JSON ends the reading.
func ReadGold(r io.Reader, name string) ([]Document, error) {
	var documents []Document
	var problems []error
	seen := map[string]int{}
	err := eachLine(r, name, func(line int, data []byte) error {
		var in goldLine
		if err := json.Unmarshal(data, &in); err != nil {
			return fmt.Errorf("%s:%d: no gold document: %w; expected {\"id\",\"lang\",\"dct\",\"text\",\"timex\":[…]}", name, line, err)
		}
		if in.ID == "" {
			in.ID = fmt.Sprintf("%s:%d", name, line)
		}
		if first, twice := seen[in.ID]; twice {
			problems = append(problems, fmt.Errorf("%s:%d: document %q stands on line %d already; ids are unique in a file", name, line, in.ID, first))
			return nil
		}
		seen[in.ID] = line
		d := Document{ID: in.ID, Lang: in.Lang, DCT: in.DCT, Title: in.Title, Text: in.Text, File: name, Line: line}
		for i, t := range in.Timex {
			if err := checkSpan(in.Text, t.Start, t.End, t.Text); err != nil {
				problems = append(problems, fmt.Errorf("%s:%d: timex %d of %q: %w", name, line, i+1, in.ID, err))
				continue
			}
			t.Text = in.Text[t.Start:t.End]
			d.Gold = append(d.Gold, t)
		}
		documents = append(documents, d)
		return nil
	})
	if err != nil {
		problems = append(problems, err)
	}
	return documents, errors.Join(problems...)
}

// checkSpan tells why text[start:end] is not want; an empty want is not compared.
func checkSpan(text string, start, end int, want string) error {
	if start < 0 || end <= start || end > len(text) {
		return fmt.Errorf("offsets %d–%d are outside the text of %d bytes; offsets count UTF-8 bytes", start, end, len(text))
	}
	got := text[start:end]
	if !utf8.ValidString(got) {
		return fmt.Errorf("offsets %d–%d cut a character; offsets count UTF-8 bytes", start, end)
	}
	if want != "" && got != want {
		return fmt.Errorf("offsets %d–%d hold %q and not %q; offsets count UTF-8 bytes", start, end, got, want)
	}
	return nil
}

// eachLine calls f with every line that is not blank, without a limit on its
// length, and stops at the first error.
func eachLine(r io.Reader, name string, f func(line int, data []byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for line := 1; ; line++ {
		data, err := in.ReadBytes('\n')
		if line == 1 {
			data = bytes.TrimPrefix(data, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(data)) > 0 {
			if err := f(line, data); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
}

// sentenceAround is the sentence that holds text[start:end], with line breaks
// as spaces, and the span's place in it. It is for the eye alone: a break is a
// line's end, or a full stop with a space and a capital after it.
func sentenceAround(text string, start, end int) (sentence string, from, to int) {
	const reach = 400 // bytes on either side, so that a text without stops stays readable
	low, high := max(0, start-reach), min(len(text), end+reach)
	for low < start && !utf8.RuneStart(text[low]) {
		low++
	}
	for high > end && high < len(text) && !utf8.RuneStart(text[high]) {
		high--
	}
	for i := start - 1; i >= low; i-- {
		if breaksAt(text, i) {
			low = i + 1
			break
		}
	}
	for i := end; i < high; i++ {
		if breaksAt(text, i) {
			high = i + 1
			break
		}
	}
	for low < start && (text[low] == ' ' || text[low] == '\n') {
		low++
	}
	sentence = strings.ReplaceAll(strings.TrimRight(text[low:high], " \n\r"), "\n", " ")
	return sentence, start - low, min(end-low, len(sentence))
}

// breaksAt says whether a sentence ends with the byte at i.
func breaksAt(text string, i int) bool {
	switch text[i] {
	case '\n':
		return true
	case '.', '!', '?':
		if i+2 >= len(text) || text[i+1] != ' ' {
			return false
		}
		if i >= 1 && 'A' <= text[i-1] && text[i-1] <= 'Z' && (i == 1 || text[i-2] == ' ') {
			return false // an initial, or "M."
		}
		r, _ := utf8.DecodeRuneInString(text[i+2:])
		return strings.ContainsRune("«“\"", r) || strings.ToLower(string(r)) != string(r)
	}
	return false
}
