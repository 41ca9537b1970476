package render

import (
	"cmp"
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline"
)

// JSON writes the timeline as the contract has it; `frise schema` describes it.
func JSON(w io.Writer, t timeline.Timeline, o Options) error { return streamJSON(w, &t, o) }

// streamJSON writes what encoding/json writes of a whole timeline, one event
// after the other. The writer is our own, since encoding/json takes four times as
// long, half of it to indent what it has written; that both write the same is
// what a test and a fuzz target hold it to.
func streamJSON(w io.Writer, p timeline.Pieces, o Options) error {
	j := jsonWriter{out: w, compact: o.Compact, first: true}
	title, lang := p.Head()
	j.begin('{')
	j.text("title", title)
	j.text("lang", lang)
	j.key("events")
	j.begin('[')
	err := p.EachEvent(func(e *timeline.Event) error {
		j.event(e)
		return j.flush(flushed)
	})
	if err != nil {
		return err
	}
	j.end(']')
	j.key("articles")
	j.begin('[')
	err = p.EachArticle(func(a *timeline.Article) error {
		j.article(a)
		return j.flush(flushed)
	})
	if err != nil {
		return err
	}
	j.end(']')
	j.end('}')
	j.data = append(j.data, '\n')
	return j.flush(0)
}

// A jsonWriter writes objects and lists, indented by two spaces a level or not
// at all.
type jsonWriter struct {
	out     io.Writer
	data    []byte // what is not yet written
	compact bool
	depth   int
	first   bool // nothing stands yet in the object or list that is open
	err     error
}

// flushed is the number of bytes that are written at once.
const flushed = 64 << 10

// flush writes what has gathered if that is more than so many bytes.
func (j *jsonWriter) flush(more int) error {
	if j.err == nil && len(j.data) > more {
		_, j.err = j.out.Write(j.data)
		j.data = j.data[:0]
	}
	return j.err
}

func (j *jsonWriter) event(e *timeline.Event) {
	j.next()
	j.begin('{')
	j.text("id", e.ID)
	j.text("date", e.Date)
	j.some("start", e.Start)
	j.some("end", e.End)
	j.text("precision", e.Precision)
	j.some("modifier", e.Modifier)
	j.text("label", e.Label)
	j.text("title", e.Title)
	j.text("text", e.Text)
	j.text("lang", e.Lang)
	j.some("type", e.Type)
	j.some("status", e.Status)
	j.list("actors", e.Actors)
	j.list("people", e.People)
	j.list("places", e.Places)
	j.list("conflicts", e.Conflicts)
	j.number("score", e.Score)
	j.key("sources")
	j.begin('[')
	for i := range e.Sources {
		s := &e.Sources[i]
		j.next()
		j.begin('{')
		j.text("article", s.Article)
		j.integer("start", s.Start)
		j.integer("end", s.End)
		j.text("quote", s.Quote)
		j.text("expression", s.Expression)
		j.text("date", s.Date)
		j.text("rule", s.Rule)
		j.end('}')
	}
	j.end(']')
	j.end('}')
}

func (j *jsonWriter) article(a *timeline.Article) {
	j.next()
	j.begin('{')
	j.text("id", a.ID)
	j.text("title", a.Title)
	j.some("url", a.URL)
	j.some("source", a.Source)
	j.text("lang", a.Lang)
	j.text("date", a.Date)
	j.key("dated")
	j.begin('[')
	for _, c := range a.Dated {
		j.next()
		j.begin('{')
		j.text("by", c.By)
		j.text("date", c.Date)
		j.some("text", c.Text)
		j.number("weight", c.Weight)
		j.end('}')
	}
	j.end(']')
	j.end('}')
}

func (j *jsonWriter) begin(bracket byte) {
	j.data = append(j.data, bracket)
	j.depth++
	j.first = true
}

func (j *jsonWriter) end(bracket byte) {
	j.depth--
	if !j.first {
		j.line()
	}
	j.data = append(j.data, bracket)
	j.first = false
}

// next begins an element.
func (j *jsonWriter) next() {
	if !j.first {
		j.data = append(j.data, ',')
	}
	j.first = false
	j.line()
}

func (j *jsonWriter) line() {
	if j.compact {
		return
	}
	const indent = "\n            "
	j.data = append(j.data, indent[:1+2*j.depth]...)
}

func (j *jsonWriter) key(name string) {
	j.next()
	j.data = append(append(append(j.data, '"'), name...), '"', ':')
	if !j.compact {
		j.data = append(j.data, ' ')
	}
}

func (j *jsonWriter) text(name, value string) {
	j.key(name)
	j.string(value)
}

// some writes a field where it is not empty.
func (j *jsonWriter) some(name, value string) {
	if value != "" {
		j.text(name, value)
	}
}

// list writes a list of texts where it is not empty.
func (j *jsonWriter) list(name string, values []string) {
	if len(values) == 0 {
		return
	}
	j.key(name)
	j.begin('[')
	for _, v := range values {
		j.next()
		j.string(v)
	}
	j.end(']')
}

func (j *jsonWriter) integer(name string, value int) {
	j.key(name)
	j.data = strconv.AppendInt(j.data, int64(value), 10)
}

// number writes a number as ECMAScript does: what is very small or large with
// an exponent, which is left to encoding/json, and so is what is no number.
func (j *jsonWriter) number(name string, value float64) {
	j.key(name)
	if size := math.Abs(value); size == 0 || size >= 1e-6 && size < 1e21 {
		j.data = strconv.AppendFloat(j.data, value, 'f', -1, 64)
		return
	}
	written, err := json.Marshal(value)
	j.data, j.err = append(j.data, written...), cmp.Or(j.err, err)
}

// string writes a text in quotes. <, > and & stay as they are: the file is no
// part of a web page, and people read it.
func (j *jsonWriter) string(s string) {
	if !utf8.ValidString(s) {
		s = valid(s)
	}
	out := append(j.data, '"')
	plain := 0 // from here on nothing is escaped
	for i := 0; i < len(s); i++ {
		c := s[i]
		// In UTF-8 the line separators U+2028 and U+2029, which JavaScript takes
		// for ends of lines, begin with the bytes E2 80.
		if c >= ' ' && c != '"' && c != '\\' && (c != 0xE2 || s[i+1] != 0x80 || s[i+2]|1 != 0xA9) {
			continue
		}
		out = append(out, s[plain:i]...)
		plain = i + 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, `\n`...)
		case '\t':
			out = append(out, `\t`...)
		case '\r':
			out = append(out, `\r`...)
		case '\b':
			out = append(out, `\b`...)
		case '\f':
			out = append(out, `\f`...)
		case 0xE2:
			out = append(append(out, `\u202`...), '0'+s[i+2]&0x0F)
			plain = i + 3
			i += 2
		default:
			const digits = "0123456789abcdef"
			out = append(append(out, `\u00`...), digits[c>>4], digits[c&15])
		}
	}
	j.data = append(append(out, s[plain:]...), '"')
}

// writeJSON leaves <, > and & as they are: the file is no part of a web page,
// and people read it.
func writeJSON(w io.Writer, v any, o Options) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if !o.Compact {
		encoder.SetIndent("", "  ")
	}
	return encoder.Encode(v)
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
