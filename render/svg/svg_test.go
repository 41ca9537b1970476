package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline"
)

// texts parses a picture and gives the contents of its <text> elements; it
// fails on anything that is no well-formed XML or no number.
func texts(t *testing.T, picture string) []string {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(picture))
	var found []string
	inText := false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("no well-formed XML: %v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "text"
			for _, a := range token.Attr {
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("<%s %s=%q>", token.Name.Local, a.Name.Local, a.Value)
				}
				if strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("an event handler: %s", a.Name.Local)
				}
			}
		case xml.CharData:
			if inText {
				found = append(found, string(token))
			}
		case xml.EndElement:
			inText = false
		}
	}
	return found
}

func draw(t *testing.T, tl timeline.Timeline, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func day(id, iso, label, title string, score float64) timeline.Event {
	return timeline.Event{ID: id, Date: iso, Start: iso, End: iso, Precision: "day", Label: label, Title: title, Score: score}
}

func TestDrawing(t *testing.T) {
	tl := timeline.Timeline{Title: "Oslo", Lang: "fr", Events: []timeline.Event{
		day("a", "1993-09-13", "13 septembre 1993", "Signature à Washington", 1),
		day("b", "1995-09-28", "28 septembre 1995", "Accord de Taba", 0.8),
		{ID: "c", Date: "1994", Start: "1994-01-01", End: "1994-12-31", Precision: "year", Label: "1994", Title: "Retrait de Jéricho", Type: "retreat"},
	}}
	got := strings.Join(texts(t, draw(t, tl, Options{})), "|")
	for _, want := range []string{"Oslo", "13 septembre 1993", "Signature à Washington", "28 septembre 1995", "Accord de Taba", "Retrait de Jéricho", "1994"} {
		if !strings.Contains(got, want) {
			t.Errorf("the drawing lacks %q: %s", want, got)
		}
	}
}

var textElement = regexp.MustCompile(`<text[^>]* x="([\d.-]+)"[^>]* font-size="([\d.]+)"[^>]*>([^<]*)<`)

// Nothing may be cut at the edges, whatever the dates.
func TestLabelsStayInside(t *testing.T) {
	var tl timeline.Timeline
	for i := range 60 {
		iso := fmt.Sprintf("20%02d-%02d-%02d", i%25, 1+i%12, 1+i%28)
		tl.Events = append(tl.Events, day(fmt.Sprint(i), iso, iso, "A meeting whose title is long enough to need three lines of text", float64(i)/60))
	}
	for _, width := range []int{480, 960, 1600} {
		picture := draw(t, tl, Options{Width: width})
		for _, m := range textElement.FindAllStringSubmatch(picture, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			size, _ := strconv.ParseFloat(m[2], 64)
			if !strings.Contains(m[0], "anchor") && (x < 0 || x+textWidth(m[3], size) > float64(width)+1) {
				t.Errorf("width %d: %q from %.0f runs out", width, m[3], x)
			}
		}
	}
}

func TestNoEventsNoCrash(t *testing.T) {
	texts(t, draw(t, timeline.Timeline{}, Options{}))
	texts(t, draw(t, timeline.Timeline{Events: []timeline.Event{{ID: "x"}}}, Options{Inline: true}))
	same := timeline.Timeline{Events: []timeline.Event{day("a", "2024-06-19", "", "", 1), day("b", "2024-06-19", "", "", 1)}}
	texts(t, draw(t, same, Options{}))
}

func TestOutliersAreAnnounced(t *testing.T) {
	tl := timeline.Timeline{Lang: "en"}
	for m := 1; m <= 12; m++ {
		iso := fmt.Sprintf("2023-%02d-10", m)
		tl.Events = append(tl.Events, day(iso, iso, iso, "Talks", 0.5))
	}
	tl.Events = append(tl.Events, day("old", "-0500-01-01", "501 BC", "An old battle", 1))
	if got := strings.Join(texts(t, draw(t, tl, Options{})), "|"); !strings.Contains(got, "← 1 earlier event") {
		t.Errorf("nothing says that an event stands before the window: %s", got)
	}
}

func TestWrapNeverCutsAWord(t *testing.T) {
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"Accord de Taba", []string{"Accord de Taba"}},
		{"", nil},
	} {
		if got := wrap(c.title, 160, 3); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q) = %q", c.title, got)
		}
	}
	title := "Le Conseil de sécurité des Nations unies durcit une nouvelle fois les sanctions contre Pyongyang et ses alliés"
	lines := wrap(title, 120, 3)
	if len(lines) != 3 || !strings.HasSuffix(lines[2], "…") {
		t.Fatalf("%q", lines)
	}
	whole := strings.TrimSuffix(strings.Join(lines, " "), "…")
	if !strings.HasPrefix(title, whole) || title[len(whole)] != ' ' {
		t.Errorf("%q is not the beginning of the title up to a word's end", whole)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("</text><script>alert(1)</script>", "2024-06-19", "2024-06-19", "day")
	f.Add("\x00\xff]]>&\u2028", "-0500-01-01", "", "year")
	f.Add("ордер 日本語 word", "", "99999-12-31", "century")
	f.Fuzz(func(t *testing.T, s, start, end, precision string) {
		tl := timeline.Timeline{Title: s, Lang: s, Events: []timeline.Event{
			{ID: s, Date: s, Start: start, End: end, Precision: precision, Label: s, Title: s, Conflicts: []string{s, start}},
			day("b", "2024-06-19", s, s, 1)}}
		texts(t, draw(t, tl, Options{}))
	})
}

func BenchmarkWrite(b *testing.B) {
	var tl timeline.Timeline
	for i := range 500 {
		iso := fmt.Sprintf("%04d-%02d-%02d", 1900+i%120, 1+i%12, 1+i%28)
		tl.Events = append(tl.Events, day(fmt.Sprint(i), iso, iso, "A meeting whose title is long enough", float64(i%97)/97))
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := Write(&out, tl, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
