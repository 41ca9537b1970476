// Package tagged writes articles with their temporal expressions marked: as
// text for a terminal, JSON lines, TimeML, or a page.
package tagged

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// An Article is a text with its expressions.
type Article struct {
	ID, Lang, Date, Title, Text string
	Tags                        []timeline.Tag
}

// Options say how the text form looks.
type Options struct {
	Color   bool // mark with colours rather than brackets
	Explain bool // tell how each value was reached
}

// A format writes an article; begin and end frame all of them.
type format struct {
	name       string
	begin, end string
	single     bool // one document holds one article
	write      func(io.Writer, Article, Options) error
}

var formats = []format{
	{name: "text", write: writeText},
	{name: "jsonl", write: writeJSONL},
	{name: "timeml", write: writeTimeML, single: true},
	{name: "html", write: writeHTML, begin: pageHead, end: "</body></html>\n"},
}

// Names lists the formats.
func Names() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// A Writer writes the articles of one run.
type Writer struct {
	w       io.Writer
	format  format
	options Options
	n       int
}

// New gives a writer of a format; an unknown one is an error that lists them.
func New(w io.Writer, name string, o Options) (*Writer, error) {
	for _, f := range formats {
		if f.name == name {
			return &Writer{w: w, format: f, options: o}, nil
		}
	}
	return nil, fmt.Errorf("no format %q: it is one of %s", name, strings.Join(Names(), ", "))
}

// Single tells whether a document of the format holds one article only.
func (w *Writer) Single() bool { return w.format.single }

// Write writes one article after the others. A format whose documents hold one
// article refuses the second.
func (w *Writer) Write(a Article) error {
	if w.n == 0 {
		if _, err := io.WriteString(w.w, w.format.begin); err != nil {
			return err
		}
	} else if w.format.single {
		return fmt.Errorf("a %s document holds one article, and %s is another\nhint: name a folder with -o, which gets one file an article", w.format.name, a.ID)
	}
	w.n++
	return w.format.write(w.w, a, w.options)
}

// Close ends the output after its last article.
func (w *Writer) Close() error {
	if w.n == 0 {
		if _, err := io.WriteString(w.w, w.format.begin); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w.w, w.format.end)
	return err
}

// writeJSONL writes one line an article, the contract of frise tag.
func writeJSONL(w io.Writer, a Article, _ Options) error {
	mentions := a.Tags
	if mentions == nil {
		mentions = []timeline.Tag{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		ID       string         `json:"id"`
		Lang     string         `json:"lang"`
		Date     string         `json:"date"`
		Mentions []timeline.Tag `json:"mentions"`
	}{a.ID, a.Lang, a.Date, mentions})
}
