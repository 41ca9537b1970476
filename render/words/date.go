package words

import (
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// Date writes an EDTF date as a person reads it: "2024-06-19" is "19 juin 2024"
// in French. What is no EDTF comes back as it is.
func (w *Words) Date(edtf string) string {
	span, err := tempo.ParseEDTF(edtf)
	if err != nil {
		return edtf
	}
	if text := w.Span(span); text != "" {
		return text
	}
	return edtf
}

// Span writes a span as the language's own pack labels it, and says so where
// the date was inferred.
func (w *Words) Span(s tempo.Span) string {
	text := timeline.Label(s, w.Lang)
	if s.Mod&tempo.Inferred != 0 && text != "" {
		text += " (" + w.Inferred + ")"
	}
	return text
}
