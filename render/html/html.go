// Package html writes a timeline as a page: a vis-timeline with a list under
// it, or parts of that for other people's sites. The list is the document; the
// script, where there is one, draws from it and adds nothing that it lacks.
package html

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// Options say which page to write. The zero value is one file that holds
// everything it needs.
type Options struct {
	Mode   string // "single" (default), "page", "fragment" or "embed"
	Assets string // "inline" (default), "cdn" or "none"; page mode has its assets beside it unless "cdn" or "none"
	By     string // lanes: "", "actor", "type" or "source"
	Max    int    // keep so many events, the weightiest; 0 keeps all
	Theme  string // "" follows the reader's system; "light" or "dark"
	Prefix string // of ids and anchors in a fragment; derived from the events where empty
	// Page mode: where the assets stand as seen from the page, "assets/" where empty.
	AssetsURL string
	// Embed mode: the address of the page to show ("timeline.html" where empty) and its first height in pixels.
	Src    string
	Height int
}

// Modes, AssetSources and Lanes are the values that Options takes, for help
// texts and completion.
var (
	Modes        = []string{"single", "page", "fragment", "embed"}
	AssetSources = []string{"inline", "cdn", "none"}
	Lanes        = []string{"actor", "type", "source"}
)

// Write writes the timeline in the mode that o asks for.
func Write(w io.Writer, t timeline.Timeline, o Options) error {
	o, err := o.complete()
	if err != nil {
		return err
	}
	t = keepBest(t, o.Max)
	switch o.Mode {
	case "fragment":
		return writeFragment(w, t, o)
	case "embed":
		return writeEmbed(w, t, o)
	}
	return writePage(w, t, o, dist)
}

// Check tells whether the options are ones that Write takes.
func (o Options) Check() error {
	_, err := o.complete()
	return err
}

// complete fills in the defaults and refuses what is not on the lists.
func (o Options) complete() (Options, error) {
	o.Mode = cmp.Or(o.Mode, "single")
	o.Assets = cmp.Or(o.Assets, "inline")
	o.AssetsURL = cmp.Or(o.AssetsURL, "assets/")
	for _, check := range []struct {
		name, value string
		known       []string
	}{
		{"mode", o.Mode, Modes}, {"assets", o.Assets, AssetSources}, {"lanes", o.By, append([]string{""}, Lanes...)},
		{"theme", o.Theme, []string{"", "auto", "light", "dark"}},
	} {
		if !slices.Contains(check.known, check.value) {
			return o, fmt.Errorf("html: no %s %q; it is one of %q", check.name, check.value, check.known)
		}
	}
	return o, nil
}

// keepBest drops all but the max weightiest events and keeps the order.
func keepBest(t timeline.Timeline, max int) timeline.Timeline {
	if max <= 0 || len(t.Events) <= max {
		return t
	}
	order := make([]int, len(t.Events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.Events[b].Score, t.Events[a].Score) })
	order = order[:max]
	slices.Sort(order)
	events := make([]timeline.Event, 0, max)
	for _, i := range order {
		events = append(events, t.Events[i])
	}
	t.Events = events
	return t
}

// writeEmbed writes the snippet that shows a page in someone else's site.
func writeEmbed(w io.Writer, t timeline.Timeline, o Options) error {
	text := words.For(t.Lang)
	var b bytes.Buffer
	err := templates().ExecuteTemplate(&b, "embed.html", struct {
		Title, Lang, Src, Fallback, ID string
		Height                         int
	}{cmp.Or(t.Title, text.Untitled), text.Lang, cmp.Or(o.Src, "timeline.html"), text.EmbedFallback,
		prefix(t, o) + "frame", cmp.Or(o.Height, 760)})
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err = siteSafe.WriteString(w, b.String())
	return err
}

// siteSafe keeps a fragment whole inside other people's templates and Markdown:
// a blank line ends HTML in Markdown, and doubled braces start a tag in Liquid,
// Nunjucks, Jinja and Go templates.
var siteSafe = strings.NewReplacer("{{", "&#123;&#123;", "{%", "&#123;%", "{#", "&#123;#")

var blankLine = regexp.MustCompile(`\n[ \t\r]*\n\s*`)

// writeFragment writes the list with its own style and nothing else.
func writeFragment(w io.Writer, t timeline.Timeline, o Options) error {
	v := newView(t, o, prefix(t, o))
	v.Style = template.CSS(minifyCSS(styleSheet("tokens.css") + styleSheet("fragment.css") + styleSheet("list.css")))
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, "fragment.html", v); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err := siteSafe.WriteString(w, blankLine.ReplaceAllString(b.String(), "\n"))
	return err
}

// writePage writes a whole document; built holds the bundle, if there is one.
func writePage(w io.Writer, t timeline.Timeline, o Options, built fs.FS) error {
	v := newView(t, o, "")
	a := assetsFor(o, built)
	v.Notice = a.notice
	v.Assets = a
	var err error
	if v.Picture, err = picture(t); err != nil {
		return err
	}
	if a.script != "" || len(a.remote) > 0 {
		v.Data = newData(&v, t, o)
	}
	var page bytes.Buffer
	if err := templates().ExecuteTemplate(&page, "page.html", v); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err = w.Write(page.Bytes())
	return err
}
