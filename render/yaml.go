package render

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/timeline"
)

// YAML writes the timeline's tree with comments that explain its fields, for
// people to read and to edit: Read takes it back. The writer is our own, since
// yaml.v3 writes 5 MB/s and the tree is known; that yaml.v3 reads the same tree
// as from the JSON is what the tests and a fuzz target hold it to.
func YAML(w io.Writer, t timeline.Timeline, o Options) error { return streamYAML(w, &t, o) }

func streamYAML(w io.Writer, p timeline.Pieces, o Options) error {
	y := &yamlWriter{out: bufio.NewWriterSize(w, 64<<10), notes: o.Comments}
	title, lang := p.Head()
	events, articles := p.Counts()
	y.out.WriteString(yamlComment(cmp.Or(o.Lang, lang)))
	y.ownHead()
	y.text("", "title", title, always)
	y.text("", "lang", lang, always)
	y.begin("", "events", events)
	each := y.items("", "events")
	err := p.EachEvent(func(e *timeline.Event) error {
		each(func() { y.event(e) })
		return nil
	})
	if err != nil {
		return err
	}
	y.below("", "events")
	if events > 0 {
		y.out.WriteByte('\n')
	}
	y.begin("", "articles", articles)
	each = y.items("", "articles")
	err = p.EachArticle(func(a *timeline.Article) error {
		each(func() { y.article(a) })
		return nil
	})
	if err != nil {
		return err
	}
	y.below("", "articles")
	return y.out.Flush()
}

const (
	always  = true
	present = false // written where it is not empty
)

// A yamlWriter writes one field a line. It keeps no error: a bufio.Writer tells
// the first one when it is flushed.
type yamlWriter struct {
	out    *bufio.Writer
	buffer []byte
	notes  *tree.Node // the object being written as a person left it, whose comments are kept; nil: nobody's
}

func (y *yamlWriter) event(e *timeline.Event) {
	const in = "    "
	y.out.WriteByte('\n')
	y.text("  - ", "id", e.ID, always)
	y.text(in, "date", e.Date, always)
	y.text(in, "start", e.Start, present)
	y.text(in, "end", e.End, present)
	y.text(in, "precision", e.Precision, always)
	y.text(in, "modifier", e.Modifier, present)
	y.text(in, "label", e.Label, always)
	y.text(in, "title", e.Title, always)
	y.text(in, "text", e.Text, always)
	y.text(in, "lang", e.Lang, always)
	y.text(in, "type", e.Type, present)
	y.text(in, "status", e.Status, present)
	y.list(in, "actors", e.Actors)
	y.list(in, "people", e.People)
	y.list(in, "places", e.Places)
	y.list(in, "conflicts", e.Conflicts)
	y.number(in, "score", e.Score)
	y.begin(in, "sources", len(e.Sources))
	each := y.items(in, "sources")
	for i := range e.Sources {
		each(func() { y.source(&e.Sources[i]) })
	}
	y.below(in, "sources")
}

func (y *yamlWriter) source(s *timeline.Source) {
	const in = "        "
	y.text("      - ", "article", s.Article, always)
	y.integer(in, "start", s.Start)
	y.integer(in, "end", s.End)
	y.text(in, "quote", s.Quote, always)
	y.text(in, "expression", s.Expression, always)
	y.text(in, "date", s.Date, always)
	y.text(in, "rule", s.Rule, always)
}

func (y *yamlWriter) article(a *timeline.Article) {
	const in = "    "
	y.out.WriteByte('\n')
	y.text("  - ", "id", a.ID, always)
	y.text(in, "title", a.Title, always)
	y.text(in, "url", a.URL, present)
	y.text(in, "source", a.Source, present)
	y.text(in, "lang", a.Lang, always)
	y.text(in, "date", a.Date, always)
	y.begin(in, "dated", len(a.Dated))
	each := y.items(in, "dated")
	for i := range a.Dated {
		each(func() { y.clue(&a.Dated[i]) })
	}
	y.below(in, "dated")
}

func (y *yamlWriter) clue(c *timeline.Clue) {
	const in = "        "
	y.text("      - ", "by", c.By, always)
	y.text(in, "date", c.Date, always)
	y.text(in, "text", c.Text, present)
	y.number(in, "weight", c.Weight)
}

func (y *yamlWriter) key(indent, name string) {
	if y.notes != nil {
		y.above(indent, name)
	}
	y.out.WriteString(indent)
	y.out.WriteString(name)
	y.out.WriteByte(':')
}

// begin writes the field of a list of n objects.
func (y *yamlWriter) begin(indent, name string, n int) {
	y.key(indent, name)
	if n == 0 {
		y.out.WriteString(" []")
	}
	y.endLine(name)
}

func (y *yamlWriter) text(indent, name, value string, wanted bool) {
	if value == "" && !wanted {
		return
	}
	y.key(indent, name)
	y.out.WriteByte(' ')
	y.scalar(value, "")
	y.end(indent, name)
}

func (y *yamlWriter) list(indent, name string, values []string) {
	if len(values) == 0 {
		return
	}
	y.key(indent, name)
	for i, value := range values {
		if i == 0 {
			y.out.WriteString(" [")
		} else {
			y.out.WriteString(", ")
		}
		y.scalar(value, ",[]{}")
	}
	y.out.WriteByte(']')
	y.end(indent, name)
}

func (y *yamlWriter) integer(indent, name string, value int) {
	y.key(indent, name)
	y.buffer = strconv.AppendInt(append(y.buffer[:0], ' '), int64(value), 10)
	y.out.Write(y.buffer)
	y.end(indent, name)
}

func (y *yamlWriter) number(indent, name string, value float64) {
	y.key(indent, name)
	y.buffer = strconv.AppendFloat(append(y.buffer[:0], ' '), value, 'f', -1, 64)
	y.out.Write(y.buffer)
	y.end(indent, name)
}

// scalar writes a text as it is where YAML cannot take it for anything else,
// and else in double quotes with JSON's escapes.
func (y *yamlWriter) scalar(s, reserved string) {
	s = valid(s)
	if plainYAML(s, reserved) {
		y.out.WriteString(s)
		return
	}
	y.buffer = append(y.buffer[:0], '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			y.buffer = append(y.buffer, '\\', byte(r))
		case r == '\n':
			y.buffer = append(y.buffer, `\n`...)
		case r == '\t':
			y.buffer = append(y.buffer, `\t`...)
		case !printableYAML(r):
			y.buffer = append(y.buffer, `\u`...)
			for shift := 12; shift >= 0; shift -= 4 {
				y.buffer = append(y.buffer, "0123456789abcdef"[r>>shift&15])
			}
		default:
			y.buffer = utf8.AppendRune(y.buffer, r)
		}
	}
	y.out.Write(append(y.buffer, '"'))
}

// printableYAML tells what may stand in a YAML stream unescaped; what may not
// is below U+10000.
func printableYAML(r rune) bool {
	return r >= 0x20 && r < 0x7f || r >= 0xa0 && r < 0xd800 && r != 0x2028 && r != 0x2029 || r >= 0xe000 && r < 0xfffe && r != 0xfeff || r >= 0x10000
}

// plainYAML tells whether a text can stand without quotes: it begins with a
// letter, holds neither ": " nor " #", and is none of the words that YAML 1.1
// takes for a truth value or for nothing. Dates and numbers take quotes.
func plainYAML(s, reserved string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) || strings.HasSuffix(s, ":") || strings.HasSuffix(s, " ") || strings.Contains(s, ": ") || strings.Contains(s, " #") ||
		reserved != "" && strings.ContainsAny(s, reserved) {
		return false
	}
	for _, r := range s {
		if !printableYAML(r) {
			return false
		}
	}
	if len(s) <= 5 {
		switch strings.ToLower(s) {
		case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
			return false
		}
	}
	return true
}

func yamlComment(lang string) string {
	if strings.HasPrefix(strings.ToLower(lang), "fr") {
		return frenchComment
	}
	return englishComment
}
