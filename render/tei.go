package render

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// TEI writes a TEI P5 document: the articles as a listBibl of the header's
// sourceDesc, the events as a listEvent in standOff. A day, month or year that
// is known stands in @when, a stretch in @from and @to, anything vaguer in
// @notBefore and @notAfter; @when-custom always holds the EDTF.
func TEI(w io.Writer, t timeline.Timeline, o Options) error {
	labels := words.For(o.lang(t))
	out := bufio.NewWriter(w)
	x := &xmlWriter{out: out}
	title := oneLine(t.Title)
	if title == "" {
		title = labels.Untitled
	}
	out.WriteString(xml.Header)
	x.open("TEI", "xmlns", "http://www.tei-c.org/ns/1.0", "xml:lang", o.lang(t))
	x.open("teiHeader")
	x.open("fileDesc")
	x.open("titleStmt")
	x.leaf("title", title)
	x.close("titleStmt")
	x.open("publicationStmt")
	x.leaf("p", labels.MadeWith)
	x.close("publicationStmt")
	x.open("sourceDesc")
	ids := teiArticles(x, t)
	x.close("sourceDesc")
	x.close("fileDesc")
	x.open("encodingDesc")
	x.leaf("p", "@when-custom: EDTF (ISO 8601-2:2019)")
	x.close("encodingDesc")
	x.close("teiHeader")
	teiEvents(x, t, ids, labels)
	x.close("TEI")
	return out.Flush()
}

// teiEvents writes the events, or, since TEI allows no empty listEvent, a
// paragraph that says that there is none.
func teiEvents(x *xmlWriter, t timeline.Timeline, articles map[string]string, labels *words.Words) {
	if len(t.Events) == 0 {
		x.open("text")
		x.open("body")
		x.leaf("p", labels.NoEvents)
		x.close("body")
		x.close("text")
		return
	}
	x.open("standOff")
	x.open("listEvent")
	names := newXMLIDs()
	for _, e := range chronological(t.Events) {
		teiEvent(x, e, names.of("e-"+e.ID), articles, labels)
	}
	x.close("listEvent")
	x.close("standOff")
}

// teiArticles writes the articles and gives the xml:id of each.
func teiArticles(x *xmlWriter, t timeline.Timeline) map[string]string {
	ids := map[string]string{}
	if len(t.Articles) == 0 {
		x.leaf("p", "–")
		return ids
	}
	names := newXMLIDs()
	x.open("listBibl")
	for _, a := range t.Articles {
		ids[a.ID] = names.of("a-" + a.ID)
		x.open("bibl", "xml:id", ids[a.ID], "xml:lang", a.Lang)
		x.leaf("title", oneLine(a.Title), "level", "a")
		if a.Source != "" {
			x.leaf("title", oneLine(a.Source), "level", "j")
		}
		if span, err := tempo.ParseEDTF(a.Date); err == nil {
			start, end := isoDays(span)
			e := timeline.Event{Date: a.Date, Start: start, End: end}
			x.leaf("date", a.Date, teiDates(e)...)
		}
		if address := webAddress(a.URL); address != "" {
			x.leaf("ptr", "", "target", address)
		}
		x.close("bibl")
	}
	x.close("listBibl")
	return ids
}

func teiEvent(x *xmlWriter, e timeline.Event, id string, articles map[string]string, labels *words.Words) {
	attributes := append([]string{"xml:id", id, "type", e.Type, "subtype", e.Status}, teiDates(e)...)
	x.open("event", attributes...)
	x.leaf("label", oneLine(e.Title), "xml:lang", e.Lang)
	x.leaf("desc", label(e), "type", "date")
	if text := oneLine(e.Text); text != "" {
		x.leaf("desc", text, "type", "text", "xml:lang", e.Lang)
	}
	for _, kind := range []struct {
		name  string
		names []string
	}{{"actors", e.Actors}, {"people", e.People}, {"places", e.Places}} {
		if len(kind.names) > 0 {
			x.leaf("note", strings.Join(kind.names, ", "), "type", kind.name)
		}
	}
	for _, other := range e.Conflicts {
		x.leaf("note", labels.OtherDate+" "+labels.Date(other), "type", "conflict")
	}
	for _, s := range e.Sources {
		target := ""
		if ref := articles[s.Article]; ref != "" {
			target = "#" + ref
		}
		x.open("bibl", "corresp", target)
		x.leaf("quote", oneLine(s.Quote))
		x.leaf("biblScope", fmt.Sprintf("%d–%d", s.Start, s.End), "unit", "byte")
		x.close("bibl")
	}
	x.close("event")
}

// teiDates gives the attributes of att.datable for an event's date.
func teiDates(e timeline.Event) []string {
	attributes := []string{"when-custom", e.Date}
	if inferred(e) {
		attributes = append(attributes, "cert", "medium")
	}
	first, last, hasFirst, hasLast := daysOf(e)
	unit := tempo.NoGrain
	if hasFirst && hasLast {
		unit = calendarUnit(first, last)
	}
	switch {
	case !hasFirst && !hasLast:
		return attributes
	case !hasFirst:
		return append(attributes, "notAfter", last.xsd())
	case !hasLast && e.Modifier == "":
		return append(attributes, "from", first.xsd())
	case !hasLast:
		return append(attributes, "notBefore", first.xsd())
	case e.Modifier == "" && !approximate(e) && unit == tempo.Day:
		return append(attributes, "when", first.xsd())
	case e.Modifier == "" && !approximate(e) && unit == tempo.Month:
		return append(attributes, "when", first.xsdMonth())
	case e.Modifier == "" && !approximate(e) && unit == tempo.Year:
		return append(attributes, "when", first.xsdYear())
	case strings.Contains(e.Date, "/") && !approximate(e):
		return append(attributes, "from", first.xsd(), "to", last.xsd())
	}
	return append(attributes, "notBefore", first.xsd(), "notAfter", last.xsd())
}

// An xmlWriter writes indented elements; it leaves out attributes without a value.
type xmlWriter struct {
	out   *bufio.Writer
	depth int
}

func (x *xmlWriter) start(name string, attributes []string) {
	for range x.depth {
		x.out.WriteString("  ")
	}
	x.out.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			fmt.Fprintf(x.out, ` %s="`, attributes[i])
			x.text(attributes[i+1])
			x.out.WriteString(`"`)
		}
	}
}

func (x *xmlWriter) open(name string, attributes ...string) {
	x.start(name, attributes)
	x.out.WriteString(">\n")
	x.depth++
}

func (x *xmlWriter) close(name string) {
	x.depth--
	for range x.depth {
		x.out.WriteString("  ")
	}
	x.out.WriteString("</" + name + ">\n")
}

func (x *xmlWriter) leaf(name, content string, attributes ...string) {
	x.start(name, attributes)
	if content == "" {
		x.out.WriteString("/>\n")
		return
	}
	x.out.WriteString(">")
	x.text(content)
	x.out.WriteString("</" + name + ">\n")
}

// text escapes markup; characters that XML 1.0 does not allow become U+FFFD.
// Writing to a bufio.Writer keeps its error until Flush.
func (x *xmlWriter) text(s string) { _ = xml.EscapeText(x.out, []byte(s)) }

// xmlIDs turns ids into NCNames and keeps them unique.
type xmlIDs struct{ used map[string]bool }

func newXMLIDs() xmlIDs { return xmlIDs{map[string]bool{}} }

func (x xmlIDs) of(id string) string {
	base := xmlID(id)
	name := base
	for n := 2; x.used[name]; n++ {
		name = fmt.Sprintf("%s.%d", base, n)
	}
	x.used[name] = true
	return name
}

// xmlID makes an NCName of ASCII letters, digits, dots, hyphens and underscores.
func xmlID(id string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '_'
	}, id)
	if name == "" || strings.IndexByte("0123456789.-", name[0]) >= 0 {
		name = "e" + name
	}
	return name
}
