package handout_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"github.com/frise-timeline/frise/render"
	"github.com/frise-timeline/frise/render/handout"
	"github.com/frise-timeline/frise/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

var styles = regexp.MustCompile(`(?s)<style>.*</style>`)

func lesson(t testing.TB) timeline.Timeline {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "lesson.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tl, err := render.Read("lesson.yaml", file)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

func logo(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 60, 30))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func htmlOf(t testing.TB, tl timeline.Timeline, o handout.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := handout.HTML(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, kind := range handout.Kinds {
		o := handout.Options{Kind: kind, Versions: []string{"A", "B"}, Style: handout.Style{School: "Collège Jules-Ferry"}}
		got := styles.ReplaceAllString(htmlOf(t, lesson(t), o), "<style></style>") // handout.css is there to be read itself
		golden := filepath.Join("testdata", kind+".html")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; look at the page, then run go test -update", kind, golden)
		}
	}
}

// classes gives the text of every element of a class, in order.
func classes(t *testing.T, page, class string) []string {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
				var b strings.Builder
				for c := range n.Descendants() {
					if c.Type == xhtml.TextNode {
						b.WriteString(c.Data)
					}
				}
				found = append(found, strings.Join(strings.Fields(b.String()), " "))
			}
		}
	}
	return found
}

// No exercise may give its dates away: neither in a quotation nor anywhere else before the key.
func TestExercisesKeepTheirDates(t *testing.T) {
	for _, kind := range []string{"shuffle", "cards"} {
		page := htmlOf(t, lesson(t), handout.Options{Kind: kind})
		exercise, key, found := strings.Cut(page, `<section class="sheet key">`)
		if !found {
			t.Fatalf("%s has no key", kind)
		}
		_, exercise, _ = strings.Cut(exercise, "<body>")
		for _, date := range []string{"24 février 2022", "27 avril 2018", "27 April 2018", "juillet 2000"} {
			if strings.Contains(exercise, date) {
				t.Errorf("%s tells %q before its key", kind, date)
			}
		}
		if !strings.Contains(key, "24 février 2022") {
			t.Errorf("the key of %s has no 24 février 2022", kind)
		}
	}
	page := htmlOf(t, lesson(t), handout.Options{Kind: "blank-dates"})
	exercise, _, _ := strings.Cut(page, `<section class="sheet key">`)
	for _, q := range regexp.MustCompile(`(?s)<blockquote><p>.*?</p>`).FindAllString(exercise, -1) {
		if regexp.MustCompile(`\d{4}`).MatchString(q) {
			t.Errorf("a quotation tells its year: %s", q)
		}
	}
	if !strings.Contains(exercise, "<u>mercredi</u>") {
		t.Error("relative expressions must stay: they are the exercise")
	}
}

// "2024" covers the days of other events, so nobody could order it.
func TestOnlyWhatCanBeOrdered(t *testing.T) {
	for _, kind := range []string{"shuffle", "cards"} {
		page := htmlOf(t, lesson(t), handout.Options{Kind: kind, Max: 20})
		if strings.Contains(page, "Une année de traités") {
			t.Errorf("%s asks to order an event that overlaps others", kind)
		}
	}
	tl := lesson(t)
	for i := range tl.Events {
		if tl.Events[i].Date == "2022-07-23" { // the same day as the grain deal: either may come first
			tl.Events[i].Start, tl.Events[i].End = "2022-07-22", "2022-07-22"
		}
	}
	marks := strings.Join(classes(t, htmlOf(t, tl, handout.Options{Kind: "shuffle", Max: 20}), "mark"), " ")
	if marks != "1 2 3 4 5 6 7–8 7–8 9 10 11 12 13" {
		t.Errorf("the key numbers %s", marks)
	}
}

func TestVersionsDifferAndComeBack(t *testing.T) {
	for _, kind := range []string{"blank-dates", "shuffle", "cards", "quotes"} {
		of := func(version, seed string) string {
			page := htmlOf(t, lesson(t), handout.Options{Kind: kind, Versions: []string{version}, Seed: seed})
			return strings.ReplaceAll(page, "Version "+version, "")
		}
		first, again := of("A", "1"), of("A", "1")
		if first != again {
			t.Errorf("%s: the same seed gives another handout", kind)
		}
		if of("A", "1") == of("B", "1") {
			t.Errorf("%s: versions A and B are the same", kind)
		}
		if of("A", "1") == of("A", "2") {
			t.Errorf("%s: seeds 1 and 2 give the same", kind)
		}
	}
	page := htmlOf(t, lesson(t), handout.Options{Kind: "shuffle", Versions: []string{"A", "B", "C"}})
	if got := strings.Join(classes(t, page, "version"), ", "); got != "Version A, Version B, Version C, Version A, Version B, Version C" {
		t.Errorf("sheets and keys: %s", got)
	}
}

func TestQuotes(t *testing.T) {
	page := htmlOf(t, lesson(t), handout.Options{Kind: "quotes", Max: 20})
	if strings.Contains(page, "27 April 2018") {
		t.Error("a quotation that tells its date is no question")
	}
	exercise, key, _ := strings.Cut(page, `<section class="sheet key">`)
	asked := strings.Count(exercise, "<blockquote>")
	answered := strings.Count(key, `<td class="date">`)
	if asked != 12 || answered != 12 { // 16 quotations, 4 of which tell their year
		t.Errorf("%d questions, %d answers", asked, answered)
	}
	if !strings.Contains(exercise, "article du 19 juin 2024") || !strings.Contains(key, "20 juin 2024") {
		t.Error("the article's date or the answer is missing")
	}
}

func TestEnglish(t *testing.T) {
	tl := lesson(t)
	tl.Lang = "en"
	page := htmlOf(t, tl, handout.Options{Kind: "blank-dates"})
	for _, word := range []string{"Timeline to complete", "Answer key", "Who is who?", "North Korea", "Name:", `<html lang="en">`} {
		if !strings.Contains(page, word) {
			t.Errorf("no %q", word)
		}
	}
	for _, word := range []string{"Corrigé", "Nom :", "«", "organisation</small"} {
		if strings.Contains(page, word) && word != "organisation</small" {
			t.Errorf("French %q on an English page", word)
		}
	}
}

func TestCardsAPage(t *testing.T) {
	page := htmlOf(t, lesson(t), handout.Options{Kind: "cards"})
	if cards, pages := len(classes(t, page, "card")), len(classes(t, page, "cardpage")); cards != 13 || pages != 2 {
		t.Errorf("%d cards on %d pages", cards, pages)
	}
}

func TestOptionsRefused(t *testing.T) {
	for _, o := range []handout.Options{{Kind: "test"}, {Paper: "a7"}, {Logo: []byte("GIF89a")}} {
		if err := handout.HTML(io.Discard, lesson(t), o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
		if err := handout.DOCX(io.Discard, lesson(t), o); err == nil {
			t.Errorf("%+v is accepted for DOCX", o)
		}
	}
}

func TestEmptyTimeline(t *testing.T) {
	for _, kind := range handout.Kinds {
		htmlOf(t, timeline.Timeline{Lang: "fr"}, handout.Options{Kind: kind})
		if err := handout.DOCX(io.Discard, timeline.Timeline{Lang: "fr"}, handout.Options{Kind: kind}); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// A style that was not read from a file cannot break out of the page's CSS either.
func TestHostileTexts(t *testing.T) {
	const evil = "</style><script>alert(1)</script>]]>\x00 & \" '"
	tl := lesson(t)
	for i := range tl.Events {
		tl.Events[i].Title = evil
		tl.Events[i].Actors = []string{evil}
		tl.Events[i].Sources[0].Quote = evil
	}
	tl.Title = evil
	style := handout.Style{School: evil, Ink: "red;}</style><script>", Accent: "url(x)", Body: `x";}`, Heading: `"</style>`, Size: "9e9"}
	for _, kind := range handout.Kinds {
		page := htmlOf(t, tl, handout.Options{Kind: kind, Style: style})
		if strings.Contains(page, "<script") || strings.Count(page, "</style>") != 1 || strings.Contains(page, "url(x)") {
			t.Errorf("%s: the texts break out", kind)
		}
		wellFormed(t, docx(t, tl, handout.Options{Kind: kind, Style: style}))
	}
}

func docx(t testing.TB, tl timeline.Timeline, o handout.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := handout.DOCX(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wellFormed reads every part of a DOCX and follows every relationship.
func wellFormed(t *testing.T, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			decoder := xml.NewDecoder(bytes.NewReader(content))
			for {
				if _, err := decoder.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
			}
		}
	}
	for _, m := range regexp.MustCompile(`Id="(\w+)" Type="[^"]*" Target="([^"]*)"`).FindAllStringSubmatch(parts["word/_rels/document.xml.rels"], -1) {
		if _, ok := parts["word/"+m[2]]; !ok {
			t.Errorf("relationship %s leads to %s, which is not there", m[1], m[2])
		}
	}
	for _, m := range regexp.MustCompile(`r:(?:id|embed)="(\w+)"`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="`+m[1]+`"`) {
			t.Errorf("no relationship %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`<w:pStyle w:val="(\w+)"`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+m[1]+`"`) {
			t.Errorf("no style %s", m[1])
		}
	}
	return parts
}

func TestDOCX(t *testing.T) {
	for _, kind := range handout.Kinds {
		o := handout.Options{Kind: kind, Versions: []string{"A", "B"}, Logo: logo(t), Paper: "letter"}
		data := docx(t, lesson(t), o)
		parts := wellFormed(t, data)
		if !bytes.Equal(data, docx(t, lesson(t), o)) {
			t.Errorf("%s: two runs differ", kind)
		}
		if !strings.Contains(parts["word/document.xml"], `<w:pgSz w:w="12240" w:h="15840"/>`) {
			t.Errorf("%s: not on Letter", kind)
		}
		if _, ok := parts["word/media/logo.png"]; !ok {
			t.Errorf("%s: no logo", kind)
		}
		// A table cell must end in a paragraph, a row must have as many cells as the grid has columns.
		for _, table := range strings.Split(parts["word/document.xml"], "<w:tbl>")[1:] {
			columns := strings.Count(table, "<w:gridCol")
			for _, row := range strings.Split(table, "<w:tr>")[1:] {
				row, _, _ = strings.Cut(row, "</w:tr>")
				if n := strings.Count(row, "<w:tc>"); n != columns {
					t.Errorf("%s: a row of %d cells in a table of %d columns", kind, n, columns)
				}
			}
			if strings.Contains(table, "/></w:tc>") || strings.Contains(table, "</w:tcPr></w:tc>") {
				t.Errorf("%s: a cell without a paragraph", kind)
			}
		}
	}
}

func TestReadStyle(t *testing.T) {
	s, err := handout.ReadStyle("s.yaml", strings.NewReader("school: Lycée Ada-Lovelace\naccent: \"#7a1f1f\"\nbody: Atkinson Hyperlegible\nsize: 12\n"))
	if err != nil || s.School != "Lycée Ada-Lovelace" || s.Accent != "#7a1f1f" || s.Body != "Atkinson Hyperlegible" || s.Size != "12" {
		t.Errorf("%+v, %v", s, err)
	}
	page := htmlOf(t, lesson(t), handout.Options{Style: s, Large: true, Paper: "letter"})
	for _, want := range []string{"--accent:#7a1f1f", `--body:"Atkinson Hyperlegible"`, "--size:17.4pt", "size:letter"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	for text, want := range map[string]string{
		"color: red":        `s.yaml:1: unknown field "color"`,
		"\naccent: red":     `s.yaml:2: accent: "red" is no colour`,
		"body: 'a\"b'":      "s.yaml:1: body: ",
		"size: 400":         `s.yaml:1: size: "400" is no size`,
		"school: [a, b]":    "s.yaml:1: school must be a text",
		"- a":               "s.yaml:1: a style must hold fields",
		"accent: #7a1f1f\n": "", // YAML takes it for a comment: the default stays
	} {
		_, err := handout.ReadStyle("s.yaml", strings.NewReader(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func FuzzReadStyle(f *testing.F) {
	f.Add("school: x\naccent: '#123456'\n")
	f.Add(`{"ink": "#000000"}`)
	tl := lesson(f)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := handout.ReadStyle("s", strings.NewReader(text))
		if err != nil {
			return
		}
		page := htmlOf(t, tl, handout.Options{Style: s})
		if strings.Count(page, "</style>") != 1 {
			t.Error("the style breaks out of the page's CSS")
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, handout.HTML)
}

func BenchmarkDOCX(b *testing.B) {
	benchmark(b, handout.DOCX)
}

func benchmark(b *testing.B, write func(io.Writer, timeline.Timeline, handout.Options) error) {
	tl := lesson(b)
	for _, kind := range handout.Kinds {
		b.Run(kind, func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := write(&out, tl, handout.Options{Kind: kind}); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(out.Len()))
		})
	}
}
