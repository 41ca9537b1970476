package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/text"

	"github.com/frise-timeline/frise/timeline"
)

// both are the timelines that every format is put to the test with.
func both(t *testing.T) map[string]timeline.Timeline {
	return map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile()}
}

// ICS, by RFC 5545: lines end in CRLF and hold 75 octets at most, another
// library reads it back, DTEND is the day after, and what is not exact is left out.
func TestICSStandard(t *testing.T) {
	for name, tl := range both(t) {
		text := write(t, "ics", tl, Options{})
		for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
				t.Errorf("%s: a line of %d octets: %q", name, len(line), line)
			}
		}
		if _, err := ics.ParseCalendar(strings.NewReader(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := strings.Count(text, "\nBEGIN:VEVENT\r\n"); name == "hostile" && n != 2 {
			t.Errorf("the texts make %d events of 2", n)
		}
	}
	left := map[string]string{}
	var b bytes.Buffer
	if err := ICS(&b, sample(t), Options{Skipped: func(e timeline.Event, why string) { left[e.ID] = why }}); err != nil {
		t.Fatal(err)
	}
	calendar, err := ics.ParseCalendar(&b)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][2]string{"vladivostok": {"20190425", "20190426"}, "suspension": {"20221029", "20221103"},
		"traite": {"20240619", "20240620"}, "hanoi": {"20240620", "20240621"}}
	for _, e := range calendar.Events() {
		id, _, _ := strings.Cut(e.Id(), "@")
		start, end := e.GetProperty(ics.ComponentPropertyDtStart), e.GetProperty(ics.ComponentPropertyDtEnd)
		if want[id] != [2]string{start.Value, end.Value} || start.ICalParameters["VALUE"][0] != "DATE" {
			t.Errorf("%s: from %s to %s", id, start.Value, end.Value)
		}
		delete(want, id)
		if summary := e.GetProperty(ics.ComponentPropertySummary).Value; id == "vladivostok" && summary != "Premier sommet : Kim et Poutine à Vladivostok" {
			t.Errorf("summary %q", summary)
		}
		if status := e.GetProperty(ics.ComponentPropertyStatus).Value; id == "hanoi" && status != "TENTATIVE" {
			t.Errorf("a planned event is %s", status)
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the calendar: %v", want)
	}
	if got := slices.Sorted(maps.Keys(left)); !slices.Equal(got, []string{"famine", "guerre", "ides", "invasion", "obus", "polaire", "transition"}) {
		t.Errorf("left out: %v", got)
	}
	if !strings.Contains(left["ides"], "0001 to 9999") || !strings.Contains(left["invasion"], "month") {
		t.Errorf("reasons: %v", left)
	}
}

// CSV, by RFC 4180: every row has the header's columns, a formula stands in no
// cell, and quotes and line breaks survive.
func TestCSVStandard(t *testing.T) {
	for name, tl := range both(t) {
		for _, separator := range []rune{0, ';', '\t'} {
			text := write(t, "csv", tl, Options{Separator: separator})
			if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
				t.Errorf("%s: a bare line feed", name)
			}
			reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
			if separator != 0 {
				reader.Comma = separator
			}
			rows, err := reader.ReadAll()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(rows) != len(tl.Events)+1 || !slices.Equal(rows[0], csvHeader) {
				t.Errorf("%s: %d rows for %d events", name, len(rows), len(tl.Events))
			}
			for _, row := range rows[1:] {
				for column, cell := range row {
					if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") && !signedDate.MatchString(cell) {
						t.Errorf("%s: %s is a formula: %q", name, csvHeader[column], cell)
					}
				}
			}
		}
	}
	for cell, want := range map[string]string{"=1+1": "'=1+1", "-0043-03-15": "-0043-03-15", "+12024-03-01": "+12024-03-01", "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0",
		"-0043/0012": "-0043/0012", "-0043=1": "'-0043=1", "@SUM(A1)": "'@SUM(A1)", "＝1": "'＝1", "a=b": "a=b", "": ""} {
		if got := safeCell(cell); got != want {
			t.Errorf("safeCell(%q) = %q, want %q", cell, got, want)
		}
	}
}

// Markdown, by a CommonMark parser: no HTML, no script, every event an item.
func TestMarkdownStandard(t *testing.T) {
	for name, tl := range both(t) {
		source := []byte(write(t, "markdown", tl, Options{}))
		items, headings := 0, 0
		err := ast.Walk(goldmark.DefaultParser().Parse(markdown.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.HTMLBlock, *ast.RawHTML, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.CodeSpan, *ast.Image, *ast.AutoLink:
				return ast.WalkStop, fmt.Errorf("%s in the document", n.Kind())
			case *ast.Link:
				if !bytes.HasPrefix(n.Destination, []byte("https://")) {
					return ast.WalkStop, fmt.Errorf("a link to %s", n.Destination)
				}
			case *ast.ListItem:
				if entering {
					items++
				}
			case *ast.Heading:
				if entering {
					headings++
				}
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if items != len(tl.Events)+len(tl.Articles) {
			t.Errorf("%s: %d items for %d events and %d articles", name, items, len(tl.Events), len(tl.Articles))
		}
		if want := map[string]int{"sample": 10, "hostile": 3}[name]; headings != want {
			t.Errorf("%s: %d headings, want %d", name, headings, want)
		}
	}
	var html bytes.Buffer
	if err := goldmark.Convert([]byte(mdText("1. a_b_ *c* <d> &amp; [e](f) `g` #h A&B")), &html); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(html.String()); got != "<p>1. a_b_ *c* &lt;d&gt; &amp;amp; [e](f) `g` #h A&amp;B</p>" {
		t.Errorf("got %s", got)
	}
}

// TimelineJS, by its documentation: start_date.year is required, months and
// days are in range, unique_id is unique and text is HTML without script.
func TestTimelineJSStandard(t *testing.T) {
	for name, tl := range both(t) {
		var got tjsTimeline
		decoder := json.NewDecoder(strings.NewReader(write(t, "timelinejs", tl, Options{})))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if len(got.Events) != len(tl.Events) || got.Scale != "human" || got.Title.StartDate != nil {
			t.Errorf("%s: %d events, scale %q", name, len(got.Events), got.Scale)
		}
		for _, e := range got.Events {
			for _, d := range []*tjsDate{e.StartDate, e.EndDate} {
				if d != nil && (d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 || d.Day > 0 && d.Month == 0) {
					t.Errorf("%s: %s: date %+v", name, e.UniqueID, d)
				}
			}
			if e.StartDate == nil || e.DisplayDate == "" {
				t.Errorf("%s: %s has no date", name, e.UniqueID)
			}
			if strings.Contains(e.Text.Headline+e.Text.Text+e.DisplayDate+e.Group, "<script") {
				t.Errorf("%s: a script", name)
			}
		}
	}
	var got tjsTimeline
	if err := json.Unmarshal([]byte(write(t, "timelinejs", sample(t), Options{})), &got); err != nil {
		t.Fatal(err)
	}
	display := map[string]string{}
	for _, e := range got.Events {
		display[e.UniqueID] = fmt.Sprint(*e.StartDate, " ", e.EndDate, " ", e.DisplayDate)
	}
	for id, want := range map[string]string{
		"ides":        "{-43 3 15} <nil> 15 mars 44 av. J.-C.",
		"invasion":    "{2022 2 0} <nil> fin février 2022",
		"obus":        "{2023 0 0} <nil> vers 2023 (démenti)",
		"hanoi":       "{2024 6 20} <nil> 20 juin 2024 (date déduite) (prévu)",
		"vladivostok": "{2019 4 25} <nil> 25 avril 2019 (ou avril 2019)",
		"famine":      "{1990 1 1} &{1999 12 31} milieu des années 1990",
		"polaire":     "{12024 3 0} <nil> mars 12024",
	} {
		if display[id] != want {
			t.Errorf("%s: %s, want %s", id, display[id], want)
		}
	}
}

// mermaidLine is mermaid's timeline grammar (timeline.jison), one statement a line.
var mermaidLine = regexp.MustCompile(`^(timeline|    title [^#:\n;]+|    section [^:\n#;]+|        [^#:\n;]+ : [^:\n#;]+|            : [^:\n#;]+)$`)

func TestMermaidStandard(t *testing.T) {
	for name, tl := range both(t) {
		events := 0
		for _, line := range strings.Split(strings.TrimSuffix(write(t, "mermaid", tl, Options{}), "\n"), "\n") {
			if !mermaidLine.MatchString(line) {
				t.Errorf("%s: no statement of mermaid's: %q", name, line)
			}
			events += strings.Count(line, " : ")
		}
		if events != len(tl.Events) {
			t.Errorf("%s: %d events of %d", name, events, len(tl.Events))
		}
	}
}

// ldTerms are the properties that schema.org gives the types that frise writes
// (ItemList, ListItem, Event, Person, Country, Organization, Place, NewsArticle).
var ldTerms = map[string]string{
	"ItemList":     "name inLanguage itemListOrder numberOfItems itemListElement",
	"ListItem":     "position item",
	"Event":        "@id name description startDate endDate dcterms:date disambiguatingDescription keywords eventStatus about location subjectOf",
	"Person":       "name",
	"Country":      "name",
	"Organization": "name",
	"Place":        "name",
	"NewsArticle":  "headline url datePublished inLanguage publisher",
	"edtf:EDTF":    "@value",
}

// JSON-LD, by schema.org's vocabulary: every type and property is one of its
// own or of a prefix that the context declares, and addresses are the web's.
func TestJSONLDStandard(t *testing.T) {
	for name, tl := range both(t) {
		var document map[string]any
		if err := json.Unmarshal([]byte(write(t, "jsonld", tl, Options{})), &document); err != nil {
			t.Fatal(err)
		}
		context, ok := document["@context"].([]any)
		if !ok || context[0] != "https://schema.org" {
			t.Fatalf("%s: context %v", name, document["@context"])
		}
		prefixes := context[1].(map[string]any)
		if prefixes["dcterms"] != "http://purl.org/dc/terms/" || prefixes["edtf"] != "http://id.loc.gov/datatypes/edtf/" {
			t.Errorf("%s: prefixes %v", name, prefixes)
		}
		delete(document, "@context")
		events := 0
		checkLD(t, name, document, &events)
		if events != len(tl.Events) {
			t.Errorf("%s: %d events of %d", name, events, len(tl.Events))
		}
	}
}

func checkLD(t *testing.T, name string, node any, events *int) {
	t.Helper()
	switch node := node.(type) {
	case []any:
		for _, item := range node {
			checkLD(t, name, item, events)
		}
	case map[string]any:
		kind, _ := node["@type"].(string)
		terms, known := ldTerms[kind]
		if !known {
			t.Errorf("%s: type %q", name, kind)
		}
		if kind == "Event" {
			*events++
		}
		for key, value := range node {
			if key != "@type" && !slices.Contains(strings.Fields(terms), key) {
				t.Errorf("%s: %s has no %s", name, kind, key)
			}
			if text, ok := value.(string); ok && key == "url" && !strings.HasPrefix(text, "https://") {
				t.Errorf("%s: url %q", name, text)
			}
			checkLD(t, name, value, events)
		}
	}
}
