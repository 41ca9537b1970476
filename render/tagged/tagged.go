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

// A format writes one article after another; end closes what the first began.
type format struct {
	name  string
	write func(io.Writer, Article, Options) error
	end   func(io.Writer) error
}

var formats = []format{
	{name: "text", write: writeText},
	{name: "jsonl", write: writeJSONL},
	{name: "timeml", write: writeTimeML},
	{name: "html", write: writeHTML, end: endHTML},
}

// Names lists the formats.
func Names() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Named gives the writer of a format.
func Named(name string) (func(io.Writer, Article, Options) error, error) {
	for _, f := range formats {
		if f.name == name {
			return f.write, nil
		}
	}
	return nil, fmt.Errorf("no format %q: it is one of %s", name, strings.Join(Names(), ", "))
}

// End closes the output of a format after its last article.
func End(w io.Writer, name string) error {
	for _, f := range formats {
		if f.name == name && f.end != nil {
			return f.end(w)
		}
	}
	return nil
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
