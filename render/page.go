package render

import (
	"io"

	"github.com/frise-timeline/frise/render/handout"
	"github.com/frise-timeline/frise/render/html"
	"github.com/frise-timeline/frise/render/svg"
	"github.com/frise-timeline/frise/timeline"
)

// HTML writes the page of render/html, or the handout that Options.Handout asks for.
func HTML(w io.Writer, t timeline.Timeline, o Options) error {
	if o.Handout.Kind != "" {
		return handout.HTML(w, t, o.handout())
	}
	return html.Write(w, t, o.Page)
}

// SVG writes the picture of render/svg.
func SVG(w io.Writer, t timeline.Timeline, o Options) error { return svg.Write(w, t, o.Picture) }

// DOCX writes a handout; a full timeline where none is asked for.
func DOCX(w io.Writer, t timeline.Timeline, o Options) error { return handout.DOCX(w, t, o.handout()) }

func (o Options) handout() handout.Options {
	h := o.Handout
	if h.Lang == "" {
		h.Lang = o.Lang
	}
	return h
}
