package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// JSON writes the timeline as the contract has it; `frise schema` describes it.
func JSON(w io.Writer, t timeline.Timeline, o Options) error { return streamJSON(w, &t, o) }

// streamJSON writes what encoding/json writes of a whole timeline, one event
// after the other.
func streamJSON(w io.Writer, p timeline.Pieces, o Options) error {
	j := jsonWriter{out: bufio.NewWriterSize(w, 64<<10), line: "\n", space: " "}
	if o.Compact {
		j.line, j.space = "", ""
	} else {
		j.indent = "  "
	}
	j.encoder = json.NewEncoder(&j.buffer)
	j.encoder.SetEscapeHTML(false)
	title, lang := p.Head()
	j.out.WriteString("{")
	j.field("title", valid(title))
	j.out.WriteByte(',')
	j.field("lang", valid(lang))
	j.out.WriteByte(',')
	j.begin("events")
	err := p.EachEvent(func(e *timeline.Event) error {
		return j.element(wholeEvent(*e))
	})
	if err != nil {
		return err
	}
	j.end()
	j.out.WriteByte(',')
	j.begin("articles")
	err = p.EachArticle(func(a *timeline.Article) error {
		return j.element(wholeArticle(*a))
	})
	if err != nil {
		return err
	}
	j.end()
	j.out.WriteString(j.line + "}\n")
	return j.out.Flush()
}

// A jsonWriter writes an object whose lists need not be held.
type jsonWriter struct {
	out                 *bufio.Writer
	encoder             *json.Encoder
	buffer              bytes.Buffer
	line, space, indent string
	n                   int // elements of the list so far
}

func (j *jsonWriter) key(name string) {
	j.out.WriteString(j.line + j.indent + `"` + name + `":` + j.space)
}

func (j *jsonWriter) value(v any, prefix string) error {
	j.buffer.Reset()
	j.encoder.SetIndent(prefix, j.indent)
	if err := j.encoder.Encode(v); err != nil {
		return err
	}
	j.out.Write(bytes.TrimSuffix(j.buffer.Bytes(), []byte("\n")))
	return nil
}

// field writes a field that is a string, which has no error.
func (j *jsonWriter) field(name, text string) {
	j.key(name)
	_ = j.value(text, "")
}

func (j *jsonWriter) begin(name string) {
	j.key(name)
	j.out.WriteByte('[')
	j.n = 0
}

func (j *jsonWriter) element(v any) error {
	if j.n > 0 {
		j.out.WriteByte(',')
	}
	j.n++
	j.out.WriteString(j.line + j.indent + j.indent)
	return j.value(v, j.indent+j.indent)
}

func (j *jsonWriter) end() {
	if j.n > 0 {
		j.out.WriteString(j.line + j.indent)
	}
	j.out.WriteByte(']')
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

// wholeArticle is an article with every list that the contract requires present
// (empty, not null) and every text valid UTF-8.
func wholeArticle(a timeline.Article) timeline.Article {
	a.ID, a.Title, a.Source, a.URL = valid(a.ID), valid(a.Title), valid(a.Source), valid(a.URL)
	clues := make([]timeline.Clue, len(a.Dated))
	for j, c := range a.Dated {
		c.By, c.Text = valid(c.By), valid(c.Text)
		clues[j] = c
	}
	a.Dated = clues
	return a
}

// wholeEvent is an event in the same way.
func wholeEvent(e timeline.Event) timeline.Event {
	e.Title, e.Text, e.Label = valid(e.Title), valid(e.Text), valid(e.Label)
	e.Actors, e.People, e.Places = validAll(e.Actors), validAll(e.People), validAll(e.Places)
	sources := make([]timeline.Source, len(e.Sources))
	for i, s := range e.Sources {
		s.Article, s.Quote, s.Expression = valid(s.Article), valid(s.Quote), valid(s.Expression)
		sources[i] = s
	}
	e.Sources = sources
	return e
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func validAll(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = valid(s)
	}
	return out
}
