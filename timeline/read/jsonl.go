package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// sniffJSONL recognises lines that are JSON objects by the first one.
func sniffJSONL(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	head = bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(bytes.ReplaceAll(head[:min(len(head), 40)], []byte(" "), nil), []byte(`{"articles":[`)) {
		return false
	}
	line, rest, whole := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimRight(line, " \t\r")
	if len(line) < 2 || line[0] != '{' || bytes.TrimLeft(line[1:], " \t")[0] != '"' {
		return false
	}
	if !whole {
		return len(head) >= sniffSize || json.Valid(line)
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return line[len(line)-1] == '}' && (len(rest) == 0 || rest[0] == '{')
}

// readJSONL reads one article a line, in a stream: a line is decoded where it
// lies in the buffer, and only the strings of its article are copied.
func readJSONL(in *Input, yield func(Article) error) error {
	lines := newLineReader(in.R, in.Options.maxSize())
	var object articleObject
	object.columns, object.noMeta = in.Options.Columns, in.Options.NoMeta
	for n := 1; ; n++ {
		line, err := lines.next()
		if err == io.EOF {
			return nil
		}
		if errors.Is(err, errTooLarge) {
			in.Problem(n, "a line is one article; cut this one", "the line is over %d bytes", in.Options.maxSize())
			continue
		}
		if err != nil {
			return err
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if err := object.parse(line); err != nil {
			in.Problem(n, "each line is one JSON object with at least a \"text\"", "not a JSON article: %v", err)
			continue
		}
		a, ok := in.objectArticle(&object, n)
		if !ok {
			continue
		}
		if a.ID == "" {
			a.ID = in.base + "#" + strconv.Itoa(n)
		}
		if err := yield(a); err != nil {
			return err
		}
	}
}

// objectArticle makes an article of a parsed object; false where it has no text.
func (in *Input) objectArticle(o *articleObject, line int) (Article, bool) {
	a := Article{ID: o.values[0], Title: o.values[1], Text: o.values[2],
		URL: o.values[4], Source: o.values[5], Lang: o.values[6], Meta: o.meta, Line: line}
	if a.Text == "" {
		in.Problem(line, "an article's text stands in \"text\"; --columns text=NAME names another field", "the article has no text")
		return a, false
	}
	in.addDate(&a, "field", o.values[3], line)
	return a, true
}

// readJSON reads a .json file: an array of articles, {"articles": […]}, or one article.
func readJSON(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))
	var items []json.RawMessage
	var list struct {
		Articles []json.RawMessage `json:"articles"`
	}
	switch {
	case len(b) > 0 && b[0] == '[':
		err = json.Unmarshal(b, &items)
	default:
		if err = json.Unmarshal(b, &list); err == nil {
			if items = list.Articles; items == nil {
				items = []json.RawMessage{b}
			}
		}
	}
	if err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			line := 1 + bytes.Count(b[:min(int(syntax.Offset), len(b))], []byte("\n"))
			in.Problem(line, "", "not JSON: %v", err)
			return nil
		}
		in.Problem(0, "an array of articles is wanted", "not JSON: %v", err)
		return nil
	}
	object := articleObject{columns: in.Options.Columns, noMeta: in.Options.NoMeta}
	at := 0
	for i, item := range items {
		at += max(0, bytes.Index(b[at:], item))
		line := 1 + bytes.Count(b[:at], []byte("\n"))
		if err := object.parse(item); err != nil {
			in.Problem(line, "", "not a JSON article: %v", err)
			continue
		}
		a, ok := in.objectArticle(&object, line)
		if !ok {
			continue
		}
		if a.ID == "" && len(items) > 1 {
			a.ID = fmt.Sprintf("%s#%d", in.base, i+1)
		}
		if err := yield(a); err != nil {
			return err
		}
	}
	return nil
}

// sniffJSON recognises an array of objects or one object.
func sniffJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	return len(rest) > 0 && (head[0] == '[' && rest[0] == '{' || head[0] == '{' && rest[0] == '"')
}

// A lineReader hands out the lines of a stream from one buffer. A line is valid
// until the next one; only a line longer than the buffer is copied together.
type lineReader struct {
	r     *bufio.Reader
	long  []byte
	limit int64
}

func newLineReader(r io.Reader, limit int64) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(r, 256<<10), limit: limit}
}

// next returns a line without its end; io.EOF after the last; errTooLarge for a
// line over the limit, which is passed over.
func (l *lineReader) next() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	if err == nil {
		return line[:len(line)-1], nil
	}
	if err == io.EOF && len(line) > 0 {
		return line, nil
	}
	if err != bufio.ErrBufferFull {
		return nil, err
	}
	l.long = append(l.long[:0], line...)
	tooLarge := false
	for err == bufio.ErrBufferFull {
		line, err = l.r.ReadSlice('\n')
		if tooLarge = tooLarge || int64(len(l.long)+len(line)) > l.limit; !tooLarge {
			l.long = append(l.long, line...)
		}
	}
	if err != nil && err != io.EOF {
		return nil, err
	}
	if tooLarge {
		return nil, errTooLarge
	}
	return bytes.TrimSuffix(l.long, []byte("\n")), nil
}

// validUTF8 copies b into a string, broken bytes replaced.
func validUTF8(b []byte) string {
	if !utf8.Valid(b) {
		return string(bytes.ToValidUTF8(b, []byte("\ufffd")))
	}
	return string(b)
}
