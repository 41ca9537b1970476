package read

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
)

// The four documents of testdata were made by Writer and a browser from one
// text of ours, and say the same.
func TestDocuments(t *testing.T) {
	const want = `Un traité signé à Genève

Les deux délégations ont signé mercredi à Genève un traité négocié depuis douze ans. Le texte, long de quatre cents pages, prévoit un calendrier de retrait en trois étapes et une commission de contrôle.

La cérémonie, prévue en avril, avait été repoussée à deux reprises. « Enfin », a dit l’un des médiateurs.`
	for _, name := range []string{"document.docx", "texte.odt", "writer.pdf", "browser.pdf"} {
		articles, report := fixture(t, name)
		if len(articles) != 1 || len(report.Problems) > 0 {
			t.Errorf("%s: %+v", name, report)
			continue
		}
		a := articles[0]
		if a.Text != want || a.Title != "Un traité signé à Genève" {
			t.Errorf("%s: %q %q", name, a.Title, a.Text)
		}
		if a.Date != "" {
			t.Errorf("%s: the day the file was made became the article's date: %s %+v", name, a.Date, a.Dated)
		}
	}
}

// zipped makes an archive of names and contents, in this order.
func zipped(t testing.TB, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err == nil {
			_, err = w.Write([]byte(pairs[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	docxBody = `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Un titre</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Le vote </w:t></w:r><w:del><w:r><w:delText>a été</w:delText></w:r></w:del><w:ins><w:r><w:t>fut</w:t></w:r></w:ins><w:r><w:tab/><w:t>reporté.</w:t><w:br/><w:instrText>PAGE</w:instrText></w:r></w:p></w:body></w:document>`
	docxCore = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Le titre</dc:title><dc:creator>J. Martin</dc:creator><dcterms:created>2024-09-20T10:00:00Z</dcterms:created></cp:coreProperties>`
	odtBody  = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Un titre</text:h><text:p>Le vote<text:s text:c="2"/>fut<text:note><text:note-body><text:p>une note</text:p></text:note-body></text:note><text:tab/>reporté.<office:annotation><text:p>un avis</text:p></office:annotation></text:p></office:text></office:body></office:document-content>`
)

// A text box stands inside a paragraph and has paragraphs of its own; the
// paragraph around it ends where it ends.
func TestTextBoxInParagraph(t *testing.T) {
	const body = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Le vote fut reporté.</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p><w:p><w:r><w:t>Il aura lieu mardi.</w:t></w:r></w:p></w:body></w:document>`
	articles, report := readAll(t, "a.docx", zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", body), Options{})
	if len(articles) != 1 || articles[0].Text != "Le vote fut reporté.\n\nIl aura lieu mardi." || articles[0].Title == "Encadré" {
		t.Errorf("%+v %+v", articles, report)
	}
}

func TestOfficeTraps(t *testing.T) {
	articles, report := readAll(t, "a.docx", zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", docxBody, "docProps/core.xml", docxCore), Options{})
	if len(articles) != 1 || articles[0].Text != "Un titre\n\nLe vote fut\treporté." || articles[0].Title != "Le titre" || articles[0].Meta["author"] != "J. Martin" {
		t.Errorf("docx: %+v %+v", articles, report)
	}
	if d := articles[0].Dated; articles[0].Date != "" || len(d) != 1 || d[0].By != "document property" || d[0].Date != "2024-09-20" {
		t.Errorf("docx: %+v", d)
	}
	articles, report = readAll(t, "a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtBody), Options{})
	if len(articles) != 1 || articles[0].Text != "Un titre\n\nLe vote  fut\treporté." || articles[0].Title != "Un titre" {
		t.Errorf("odt: %+v %+v", articles, report)
	}
	for name, content := range map[string]string{
		"cut.docx": zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", docxBody)[:200], "empty.docx": zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<w/>"),
		"broken.docx": zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<w><"), "none.docx": zipped(t, "x", "y"),
	} {
		articles, report := readAll(t, name, content, Options{From: "docx"})
		if len(articles) != 0 || len(report.Problems) != 1 {
			t.Errorf("%s: %+v %+v", name, articles, report)
		}
	}
}

// onePagePDF is the smallest PDF that shows the given content stream in Helvetica.
func onePagePDF(stream string) string {
	var b strings.Builder
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
	object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(stream), stream))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.String()
}

func TestPDFTraps(t *testing.T) {
	for stream, want := range map[string]string{
		"BT /F1 12 Tf 14 TL 50 700 Td (Le vote a \xe9t\xe9 re-) Tj T* (port\xe9 en avril.) Tj ET":                     "Le vote a été reporté en avril.",
		"BT /F1 12 Tf 50 700 Td [(Le)-300(vo)20(te)] TJ ET":                                                           "Le vote",
		"BT /F1 12 Tf 50 700 Td (Le vote.) Tj 0 -14 Td (La suite.) Tj 0 -40 Td (Plus loin.) Tj 0 -14 Td (Fin.) Tj ET": "Le vote. La suite.\n\nPlus loin. Fin.",
		"/Artifact BMC BT /F1 12 Tf 50 780 Td (Page 1) Tj ET EMC BT /F1 12 Tf 50 700 Td (Le vote.) Tj ET":             "Le vote.",
		"Q Q Q BT /F9 12 Tf (x) Tj 50 700 Td ET BT /F1 12 Tf 50 700 Td (Le vote.) Tj ET EMC EMC":                      "x Le vote.",
	} {
		articles, report := readAll(t, "a.pdf", onePagePDF(stream), Options{})
		if len(articles) != 1 || articles[0].Text != want {
			t.Errorf("%s: %+v %+v, want %q", stream, articles, report, want)
		}
	}
	_, report := readAll(t, "a.pdf", onePagePDF("0 0 10 10 re f"), Options{})
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Msg, "no text layer") || !strings.Contains(report.Problems[0].Hint, "OCR") {
		t.Errorf("a scan: %+v", report)
	}
	_, report = readAll(t, "a.pdf", "%PDF-1.4\nrien", Options{})
	if len(report.Problems) != 1 {
		t.Errorf("a broken one: %+v", report)
	}
}

func TestArchives(t *testing.T) {
	inner := zipped(t, "z.txt", "le plus profond")
	archive := zipped(t, "b/2024-06-19-b.txt", "deux", "a.md", "# Un\n\ntexte", ".hidden.txt", "x", "__MACOSX/a.md", "x", "articles.yaml", "a.md: {date: 2024-06-18, source: Le Journal}\ngone.txt: 2024\n",
		"photo.jpg", "\xff\xd8\x00", "lines.jsonl.gz", gzipped(t, `{"text":"un"}`+"\n"+`{"id":"x","text":"deux fois"}`), "inner.zip", inner)
	dir := folder(t, map[string]string{"c.zip": archive, "d.jsonl.gz": gzipped(t, `{"text":"trois"}`), "e.txt.gz": gzipped(t, "quatre")})
	articles, report := walk(t, Options{}, dir)
	check(t, articles, [][4]string{
		{"a", "2024-06-18", "Le Journal", "Un"}, {"2024-06-19-b", "2024-06-19", "", ""}, {"z", "", "", ""}, {"lines#1", "", "", ""}, {"x", "", "", ""}, {"d#1", "", "", ""}, {"e", "", "", ""},
	})
	if got := problems(report, dir); len(got) != 1 || !strings.HasPrefix(got[0], "c.zip/articles.yaml:2: there is no file gone.txt") {
		t.Errorf("problems %q", got)
	}
	if len(report.Skipped) != 1 || !strings.HasSuffix(report.Skipped[0].Path, "c.zip/photo.jpg") {
		t.Errorf("skipped %+v", report.Skipped)
	}
}

func TestHostileArchives(t *testing.T) {
	deep := "au fond"
	for range maxDepth + 2 {
		deep = gzipped(t, deep)
	}
	_, report := readAll(t, "a.txt.gz", deep, Options{})
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Msg, "too deep") {
		t.Errorf("a nest of archives: %+v", report)
	}
	bomb := gzipped(t, strings.Repeat(" ", 4<<20))
	_, report = readAll(t, "a.txt.gz", bomb, Options{MaxSize: 1 << 20})
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Msg, "over 1 MB") {
		t.Errorf("a bomb: %+v", report)
	}
	_, report = readAll(t, "a.zip", zipped(t, "../../etc/a.txt", "hors du dossier"), Options{})
	if report.Articles != 1 {
		t.Errorf("a path out of the archive is only a name: %+v", report)
	}
	_, report = readAll(t, "a.zip", "PK\x03\x04rien", Options{})
	if len(report.Problems) != 1 {
		t.Errorf("damaged: %+v", report)
	}
}

func FuzzDocuments(f *testing.F) {
	for _, name := range []string{"document.docx", "texte.odt"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(onePagePDF("BT /F1 12 Tf 50 700 Td (Le vote.) Tj ET")))
	f.Add([]byte(zipped(f, "a.txt", "b", "articles.yaml", "a.txt: 2024")))
	f.Add([]byte(gzipped(f, "texte")))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := Read(context.Background(), "x", bytes.NewReader(b), Options{MaxSize: 1 << 20}, func(Article) error { return nil })
		if err != nil && !strings.Contains(err.Error(), "is already that of") {
			t.Error(err)
		}
	})
}

// Texts of Office XML as they stand in the archive, without its packing.
func FuzzOfficeXML(f *testing.F) {
	f.Add(docxBody)
	f.Add(odtBody)
	f.Add(docxCore)
	f.Fuzz(func(t *testing.T, s string) {
		for _, archive := range []string{zipped(t, "word/document.xml", s, "docProps/core.xml", s), zipped(t, "content.xml", s, "meta.xml", s)} {
			if _, err := Read(context.Background(), "x", strings.NewReader(archive), Options{}, func(Article) error { return nil }); err != nil {
				t.Error(err)
			}
		}
	})
}
