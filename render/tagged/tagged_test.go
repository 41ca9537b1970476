package tagged

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

const hostile = "Il a signé <b>hier</b> & \"demain\"\u0001 un accord ]]> de dix ans."

func tagged(t testing.TB, text string) Article {
	t.Helper()
	tags, code, err := timeline.NewTagger(timeline.News).Tag(text, "fr", tempo.Of(tempo.Date(2024, 6, 19), tempo.Day))
	if err != nil {
		t.Fatal(err)
	}
	return Article{ID: "a<1>", Lang: code, Date: "2024-06-19", Title: "Titre & \"marques\"", Text: text, Tags: tags}
}

func written(t testing.TB, format string, o Options, articles ...Article) string {
	t.Helper()
	var b strings.Builder
	w, err := New(&b, format, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if err := w.Write(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTimeML reads the document back: the elements of the TimeML DTD in their
// order, the text whole, and every TIMEX3 with the attributes it must have.
func TestTimeML(t *testing.T) {
	a := tagged(t, hostile)
	out := written(t, "timeml", Options{}, a)
	dec := xml.NewDecoder(strings.NewReader(out))
	var stack, children []string
	var text strings.Builder
	ids := map[string]bool{}
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if len(stack) == 1 {
				children = append(children, e.Name.Local)
			}
			stack = append(stack, e.Name.Local)
			if e.Name.Local == "TIMEX3" {
				attr := map[string]string{}
				for _, at := range e.Attr {
					attr[at.Name.Local] = at.Value
				}
				if attr["tid"] == "" || ids[attr["tid"]] || attr["value"] == "" || !strings.Contains("DATE TIME DURATION SET", attr["type"]) {
					t.Errorf("TIMEX3 with %v", attr)
				}
				ids[attr["tid"]] = true
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 1 && stack[1] == "TEXT" {
				text.Write(e)
			}
		}
	}
	if got := strings.Join(children, " "); got != "DOCID DCT TITLE TEXT" {
		t.Errorf("the document holds %s", got)
	}
	if want := strings.ReplaceAll(hostile, "\u0001", "\uFFFD"); text.String() != want {
		t.Errorf("the text came back as %q", text.String())
	}
	if len(ids) != len(a.Tags)+1 {
		t.Errorf("%d TIMEX3 for %d expressions and the publication date", len(ids), len(a.Tags))
	}
	var b strings.Builder
	w, _ := New(&b, "timeml", Options{})
	_ = w.Write(a)
	if err := w.Write(a); err == nil || !strings.Contains(err.Error(), "hint: name a folder") {
		t.Errorf("a second article in one document: %v", err)
	}
}

func TestJSONLOffsets(t *testing.T) {
	a := tagged(t, hostile)
	var line struct {
		ID       string
		Mentions []struct {
			Start, End        int
			Text, Type, Value string
		}
	}
	if err := json.Unmarshal([]byte(written(t, "jsonl", Options{}, a)), &line); err != nil {
		t.Fatal(err)
	}
	if len(line.Mentions) != 3 {
		t.Fatalf("%d mentions in %q", len(line.Mentions), hostile)
	}
	for _, m := range line.Mentions {
		if hostile[m.Start:m.End] != m.Text {
			t.Errorf("bytes %d–%d are %q, not %q", m.Start, m.End, hostile[m.Start:m.End], m.Text)
		}
	}
	if out := written(t, "jsonl", Options{}, Article{ID: "b", Text: "Rien."}); !strings.Contains(out, `"mentions":[]`) {
		t.Errorf("no mentions are no list: %s", out)
	}
}

// TestPageIsSafe: article text cannot become markup.
func TestPageIsSafe(t *testing.T) {
	out := written(t, "html", Options{}, tagged(t, hostile+"<script>alert(1)</script>"), tagged(t, "Il part demain."))
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	marks, articles := 0, 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.Data {
			case "mark":
				marks++
			case "article":
				articles++
			case "script", "b":
				if n.Data == "script" || n.Parent.Data == "article" {
					t.Errorf("the text became <%s>", n.Data)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if articles != 2 || marks != 4 || strings.Count(out, "<!doctype") != 1 {
		t.Errorf("%d articles, %d marks, %d heads", articles, marks, strings.Count(out, "<!doctype"))
	}
}

func TestExplain(t *testing.T) {
	out := written(t, "text", Options{Explain: true}, tagged(t, "Il avait signé trois jours plus tôt, puis mercredi dernier."))
	for _, want := range []string{"the last XXXX-WXX-3", "move -3 day", "from the last date told", "rule offset"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func FuzzWriters(f *testing.F) {
	f.Add(hostile)
	f.Fuzz(func(t *testing.T, text string) {
		a := tagged(t, text)
		for _, name := range Names() {
			written(t, name, Options{}, a)
		}
		dec := xml.NewDecoder(strings.NewReader(written(t, "timeml", Options{}, a)))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
	})
}
