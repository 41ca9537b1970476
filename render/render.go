// Package render writes a timeline in the formats that researchers, teachers
// and site builders use: one file of this package per format, and the table
// Formats that names them.
package render

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/handout"
	"github.com/frise-timeline/frise/render/html"
	"github.com/frise-timeline/frise/render/svg"
	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/timeline"
)

// A Format is one way to write a timeline.
type Format struct {
	Name       string   // what -f takes
	Extensions []string // with the dot; the first is the usual one
	MediaType  string
	About      string // one line for the help text
	Binary     bool   // not for a terminal
	Write      func(w io.Writer, t timeline.Timeline, o Options) error
	// Stream writes a timeline as it is walked; nil: the format needs the whole.
	Stream func(w io.Writer, p timeline.Pieces, o Options) error
}

// Options are what a caller may choose; the zero value is a sensible choice everywhere.
type Options struct {
	Lang        string          // of headings and labels; empty: the timeline's own
	FrontMatter bool            // markdown: begin with YAML front matter
	Separator   rune            // csv: between the columns; 0: a comma
	Compact     bool            // json, timelinejs, jsonld: no line breaks and no indentation
	Page        html.Options    // html: the page
	Picture     svg.Options     // svg
	Handout     handout.Options // html and docx: a handout for the classroom, when it has a Kind
	Comments    *tree.Node      // yaml: the tree that ReadCommented gave, whose comments are kept; nil: there are none
	// Skipped is told of every event that a format cannot hold, and why; nil: nobody is.
	Skipped func(e timeline.Event, why string)
}

// Check tells whether the options for pages and handouts can be met, before
// there is a timeline to write.
func (o Options) Check() error {
	if err := o.Handout.Check(); err != nil {
		return err
	}
	return o.Page.Check()
}

// Named gives the format that -f names.
func Named(name string) (Format, error) {
	for _, f := range Formats {
		if strings.EqualFold(f.Name, name) {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("unknown format %q\nhint: one of %s", name, strings.Join(Names(), ", "))
}

// ForPath gives the format that a file's extension asks for.
func ForPath(file string) (Format, error) {
	lower := strings.ToLower(path.Base(strings.ReplaceAll(file, `\`, "/")))
	best, length := Format{}, 0
	for _, f := range Formats {
		for _, extension := range f.Extensions {
			if strings.HasSuffix(lower, extension) && len(extension) > length {
				best, length = f, len(extension)
			}
		}
	}
	if length == 0 {
		return Format{}, fmt.Errorf("%s: no format has this extension\nhint: name one with -f: %s", file, strings.Join(Names(), ", "))
	}
	return best, nil
}

// Names lists the formats in the order of the table.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// valid replaces broken bytes, which most formats may not hold.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// skip tells the caller of an event that the format leaves out.
func (o Options) skip(e timeline.Event, why string) {
	if o.Skipped != nil {
		o.Skipped(e, why)
	}
}

// lang is the language of headings and labels.
func (o Options) lang(t timeline.Timeline) string {
	if o.Lang != "" {
		return o.Lang
	}
	return t.Lang
}

// An articleFinder finds an article by its ID; nil: there is none.
type articleFinder = func(id string) *timeline.Article

// articlesOf lists the articles that tell an event, each once, in the order of its sources.
func articlesOf(e *timeline.Event, byID articleFinder) []timeline.Article {
	var articles []timeline.Article
	var seen []string
	for _, s := range e.Sources {
		if slices.Contains(seen, s.Article) {
			continue
		}
		seen = append(seen, s.Article)
		if a := byID(s.Article); a != nil {
			articles = append(articles, *a)
		} else {
			articles = append(articles, timeline.Article{ID: s.Article})
		}
	}
	return articles
}
