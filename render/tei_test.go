package render

import (
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline"
)

// teiContent lists what may stand in an element of TEI P5 that frise writes, in order.
var teiContent = map[string]string{
	"": "TEI", "TEI": "teiHeader (standOff|text)", "teiHeader": "fileDesc encodingDesc", "fileDesc": "titleStmt publicationStmt sourceDesc",
	"titleStmt": "title", "publicationStmt": "p", "sourceDesc": "(listBibl|p)", "encodingDesc": "p", "listBibl": "bibl( bibl)*",
	"standOff": "listEvent", "listEvent": "event( event)*", "text": "body", "body": "p",
	"event": "label( desc)*( note)*( bibl)*", "bibl": "((title( title)?( date)?( ptr)?)|(quote biblScope))",
	"title": "", "p": "", "date": "", "ptr": "", "label": "", "desc": "", "note": "", "quote": "", "biblScope": "",
}

var teiDate = regexp.MustCompile(`^-?\d{4,}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// TEI, by P5's rules: order of elements, dates of att.datable.w3c, ids that are
// NCNames and unique, pointers that lead somewhere.
func TestTEIStandard(t *testing.T) {
	timelines := both(t)
	timelines["empty"] = timeline.Timeline{Lang: "fr"}
	for name, tl := range timelines {
		text := write(t, "tei", tl, Options{})
		ids, targets := map[string]bool{}, []string{}
		checkTEI(t, name, text, ids, &targets)
		for _, target := range targets {
			if !strings.HasPrefix(target, "https://") && !ids[strings.TrimPrefix(target, "#")] {
				t.Errorf("%s: %s leads nowhere", name, target)
			}
		}
		if n := strings.Count(text, "<event "); n != len(tl.Events) {
			t.Errorf("%s: %d events of %d", name, n, len(tl.Events))
		}
	}
	text := write(t, "tei", sample(t), Options{})
	for _, want := range []string{`when-custom="-0043-03-15" when="-0043-03-15"`, `when-custom="1950/1953" from="1950-01-01" to="1953-12-31"`,
		`when-custom="199X" notBefore="1990-01-01" notAfter="1999-12-31"`, `when-custom="2022-02" notBefore="2022-02-01" notAfter="2022-02-28"`,
		`when-custom="2024-06-20?" cert="medium" when="2024-06-20"`, `when-custom="2024-07/.." from="2024-07-01"`,
		`when-custom="Y12024-03" when="12024-03"`, `subtype="planned"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

func checkTEI(t *testing.T, name, text string, ids map[string]bool, targets *[]string) {
	t.Helper()
	stack, children := []string{""}, [][]string{nil}
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			children[len(children)-1] = append(children[len(children)-1], token.Name.Local)
			stack, children = append(stack, token.Name.Local), append(children, nil)
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "id":
					if ids[a.Value] || !regexp.MustCompile(`^[A-Za-z_][\w.-]*$`).MatchString(a.Value) {
						t.Errorf("%s: xml:id %q", name, a.Value)
					}
					ids[a.Value] = true
				case "target", "corresp":
					*targets = append(*targets, a.Value)
				case "when", "from", "to", "notBefore", "notAfter":
					if !teiDate.MatchString(a.Value) {
						t.Errorf("%s: @%s is %q", name, a.Name.Local, a.Value)
					}
				case "type", "subtype", "unit", "level", "cert":
					if strings.ContainsAny(a.Value, " \t") {
						t.Errorf("%s: @%s is no teidata.enumerated: %q", name, a.Name.Local, a.Value)
					}
				}
			}
		case xml.EndElement:
			element, inside := stack[len(stack)-1], strings.Join(children[len(children)-1], " ")
			model, known := teiContent[element]
			if !known || !regexp.MustCompile("^("+model+")$").MatchString(inside) {
				t.Errorf("%s: <%s> holds %q", name, element, inside)
			}
			stack, children = stack[:len(stack)-1], children[:len(children)-1]
		}
	}
}
