package read

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

func sniffPDF(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head[:min(len(head), 1024)], " \r\n\t\x00\ufeff"), []byte("%PDF-"))
}

// readPDF reads the text layer of a PDF. A scan has none, and that is said: no
// letters are recognised here.
func readPDF(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	lines, info, err := pdfLines(b)
	if err != nil {
		hint := "print it to a new PDF, or save its text as .txt"
		if strings.Contains(err.Error(), "password") || strings.Contains(err.Error(), "encrypt") {
			hint = "save it without a password first"
		}
		return &Problem{Msg: fmt.Sprintf("the PDF cannot be read: %v", err), Hint: hint}
	}
	a := Article{Text: pdfParagraphs(dropRunningHeads(lines))}
	if strings.TrimSpace(a.Text) == "" {
		return &Problem{Msg: "the PDF has no text layer", Hint: "it is a scan: run OCR over it (for instance ocrmypdf) and read the result"}
	}
	if title := strings.TrimSpace(info["Title"]); title != "" && !strings.HasPrefix(title, "Microsoft") && !strings.Contains(title, ".") {
		a.Title = title
	} else {
		a.Title = largestLine(lines)
	}
	if author := strings.TrimSpace(info["Author"]); author != "" {
		a.Meta = map[string]any{"author": author}
	}
	if when := strings.TrimPrefix(info["CreationDate"], "D:"); len(when) >= 8 && digits(when[:8]) {
		in.addDate(&a, "document property", when[:8], 0)
	}
	return yield(a)
}

// A pdfLine is one line of a page.
type pdfLine struct {
	text    string
	page    int
	y, size float64
	width   float64
}

// pdfLines reads the lines of all pages in the order they are drawn, which is
// the order of reading in what word processors and browsers print. The library
// panics on damaged files; that is an error here.
func pdfLines(b []byte) (lines []pdfLine, info map[string]string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("it is damaged (%v)", p)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, nil, err
	}
	info = map[string]string{}
	for _, key := range []string{"Title", "Author", "CreationDate"} {
		info[key] = r.Trailer().Key("Info").Key(key).Text()
	}
	for n := 1; n <= r.NumPage(); n++ {
		page := r.Page(n)
		if page.V.IsNull() {
			continue
		}
		w := pageWriter{page: n}
		w.interpret(page.V.Key("Contents"), page.Resources(), identity, 0)
		w.endLine()
		lines = append(lines, w.lines...)
	}
	return lines, info, nil
}

// dropRunningHeads takes out lines that stand at the top or foot of three pages
// or more, whatever numbers they carry.
func dropRunningHeads(lines []pdfLine) []pdfLine {
	key := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return '0'
			}
			return r
		}, s)
	}
	edge := func(i int) bool { // among the first or last two lines of its page
		n := len(lines)
		return i < 2 || lines[i-2].page != lines[i].page || i+2 >= n || lines[i+2].page != lines[i].page
	}
	seen := map[string]int{}
	for i, l := range lines {
		if edge(i) {
			seen[key(l.text)]++
		}
	}
	kept := make([]pdfLine, 0, len(lines))
	for i, l := range lines {
		if !edge(i) || seen[key(l.text)] < 3 {
			kept = append(kept, l)
		}
	}
	return kept
}

// pdfParagraphs joins lines to paragraphs: a paragraph ends at a wider gap, at
// another size of letters, and after a short line that ends a sentence. A word that
// was broken at the line's end is put together.
func pdfParagraphs(lines []pdfLine) string {
	var out strings.Builder
	leading, width := usualLeading(lines), 0.0
	for _, l := range lines {
		width = max(width, l.width)
	}
	for i, l := range lines {
		if i > 0 {
			before := lines[i-1]
			gap := before.y - l.y
			sentence := strings.ContainsAny(before.text[len(before.text)-1:], ".!?»\"") || strings.HasSuffix(before.text, "…") || strings.HasSuffix(before.text, "»")
			moved := before.page != l.page || gap < 0 // next page or column
			switch first, _ := utf8.DecodeRuneInString(l.text); {
			case before.size > l.size*1.15 || l.size > before.size*1.15,
				!moved && gap > leading*1.35,
				sentence && (moved || before.width < width*0.8):
				out.WriteString("\n\n")
			case strings.HasSuffix(before.text, "-") && len(before.text) > 1 && unicode.IsLower(first):
				text := out.String()
				out.Reset()
				out.WriteString(text[:len(text)-1])
			default:
				out.WriteByte(' ')
			}
		}
		out.WriteString(l.text)
	}
	return out.String()
}

// usualLeading is the distance between the baselines of two lines inside a
// paragraph: the lower quartile of all, since a page of short paragraphs has
// more of the wider ones.
func usualLeading(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if gap := lines[i-1].y - lines[i].y; gap > 0.8*lines[i].size && lines[i-1].page == lines[i].page {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return 1e9
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}

// largestLine is the text in the largest letters at the top of the first page,
// where that is larger than the rest: the headline.
func largestLine(lines []pdfLine) string {
	if len(lines) == 0 {
		return ""
	}
	first := lines[0]
	var title []string
	rest := 0.0
	for _, l := range lines {
		if l.page == first.page && l.size >= first.size*0.95 && rest == 0 {
			title = append(title, l.text)
			continue
		}
		rest = max(rest, l.size)
	}
	if rest == 0 || first.size < rest*1.15 || len(title) > 4 {
		return ""
	}
	return strings.Join(title, " ")
}
