package tagged

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// writeTimeML writes one TimeML 1.2.1 document (ISO 24617-1): the text with
// its TIMEX3 elements inline, the publication date as t0.
func writeTimeML(w io.Writer, a Article, _ Options) error {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	b.WriteString(`<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">` + "\n")
	b.WriteString("<DOCID>" + escape(a.ID) + "</DOCID>\n<DCT>")
	if a.Date != "" {
		fmt.Fprintf(&b, `<TIMEX3 tid="t0" type="DATE" value="%s" temporalFunction="false" functionInDocument="CREATION_TIME">%s</TIMEX3>`, escape(a.Date), escape(a.Date))
	}
	b.WriteString("</DCT>\n<TITLE>" + escape(a.Title) + "</TITLE>\n<TEXT>")
	at := 0
	for i, t := range a.Tags {
		b.WriteString(escape(a.Text[at:t.Start]))
		fmt.Fprintf(&b, `<TIMEX3 tid="t%d" type="%s" value="%s"%s>%s</TIMEX3>`, i+1, t.Type, escape(t.Value), attributes(t), escape(t.Text))
		at = t.End
	}
	b.WriteString(escape(a.Text[at:]) + "</TEXT>\n</TimeML>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func attributes(t timeline.Tag) string {
	if t.Mod == "" {
		return ""
	}
	return ` mod="` + escape(t.Mod) + `"`
}

// escape makes text safe for XML; characters that XML 1.0 has no place for are
// replaced.
func escape(s string) string {
	var b strings.Builder
	if xml.EscapeText(&b, []byte(s)) != nil {
		return ""
	}
	return strings.NewReplacer("&#xA;", "\n", "&#x9;", "\t").Replace(b.String())
}
