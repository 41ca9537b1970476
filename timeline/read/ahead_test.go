package read

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func TestReadingAheadKeepsTheOrder(t *testing.T) {
	files := map[string]string{"articles.yaml": "'07*': 2024\n"}
	for i := range 300 {
		name := fmt.Sprintf("%03d", i)
		switch i % 4 {
		case 0:
			files[name+".txt"] = "texte " + name
		case 1:
			files[name+".html"] = "<html><body><p>page " + name + "</p></body></html>"
		case 2:
			files[name+".jsonl"] = `{"text":"un"}` + "\n" + `faux` + "\n" + `{"text":"deux"}`
		case 3:
			files[name+".txt.gz"] = gzipped(t, "zip "+name)
		}
	}
	dir := folder(t, files)
	one, many := "", ""
	for _, cores := range []int{1, 7} {
		before := runtime.GOMAXPROCS(cores)
		articles, report := walk(t, Options{}, dir)
		runtime.GOMAXPROCS(before)
		all := fmt.Sprintf("%+v\n%+v", articles, report)
		if cores == 1 {
			one = all
		} else {
			many = all
		}
		if len(articles) != 375 || len(report.Problems) != 75 || report.Files != 300 || byID(t, articles, "076").Date != "2024" {
			t.Errorf("%d articles, %d problems, %d files", len(articles), len(report.Problems), report.Files)
		}
	}
	if one != many {
		t.Error("what comes out depends on the number of cores")
	}
}

func TestASmallFileThatUnpacksToMuch(t *testing.T) {
	var lines strings.Builder
	for i := range 20 {
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":%q}\n", i, strings.Repeat("a ", 500<<10))
	}
	// The ending does not tell that it is packed, so that it is read ahead first.
	dir := folder(t, map[string]string{"a.dat": gzipped(t, lines.String()), "b.txt": "fin"})
	n := 0
	report, err := Walk(context.Background(), []string{dir}, Options{}, func(Article) error { n++; return nil })
	if err != nil || n != 21 || len(report.Problems) > 0 || report.Files != 2 {
		t.Errorf("%d articles, %v, %+v", n, err, report)
	}
}

func TestAbandonedReadingEnds(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("%03d.txt", i)] = "texte"
	}
	dir := folder(t, files)
	enough := errors.New("enough")
	n := 0
	if _, err := Walk(context.Background(), []string{dir}, Options{}, func(Article) error {
		if n++; n == 50 {
			return enough
		}
		return nil
	}); err != enough || n != 50 {
		t.Errorf("%d articles, %v", n, err)
	}
	defer func() {
		if recover() != "of the caller's own" {
			t.Error("a panic of yield was swallowed")
		}
	}()
	Walk(context.Background(), []string{dir}, Options{}, func(Article) error { panic("of the caller's own") })
}

// BenchmarkExports reads one file of a megabyte or so of each export.
func BenchmarkExports(b *testing.B) {
	text := strings.TrimSpace(strings.ReplaceAll(longText(3000), "\n", " "))
	repeat := func(n int, item func(i int) string) string {
		var s strings.Builder
		for i := range n {
			s.WriteString(item(i))
		}
		return s.String()
	}
	for _, c := range []struct{ name, content string }{
		{"x.csv", "id;titre;texte;date\n" + repeat(300, func(i int) string { return fmt.Sprintf("%d;Un titre;\"%s\";19/06/2024\n", i, text) })},
		{"x.txt", repeat(300, func(i int) string {
			return fmt.Sprintf("**** *source_Le_Journal *date_2024-06-19 *id_%d\n%s\n", i, text)
		})},
		{"x.ris", repeat(300, func(i int) string {
			return fmt.Sprintf("TY  - NEWS\nID  - %d\nTI  - Un titre\nAB  - %s\nDA  - 2024/06/19/\nER  - \n", i, text)
		})},
		{"x.json", "[" + repeat(300, func(i int) string {
			return fmt.Sprintf(`{"id":"%d","title":"Un titre","abstract":%q,"issued":{"date-parts":[[2024,6,19]]}},`, i, text)
		}) + `{"id":"z","abstract":"x","issued":{}}]`},
		{"x.rss", `<rss version="2.0"><channel><title>F</title>` + repeat(300, func(i int) string {
			return fmt.Sprintf("<item><guid>%d</guid><title>T</title><pubDate>Wed, 19 Jun 2024 08:00:00 +0200</pubDate><description>%s</description></item>", i, text)
		}) + "</channel></rss>"},
		{"europresse.html", "<html><body>" + repeat(300, func(i int) string {
			return fmt.Sprintf(`<article><header><span class="DocPublicationName">Le Journal, no. 3</span><span class="DocHeader">Monde, mercredi 19 juin 2024, p. 2</span><div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Un titre</p></div></header><section><div class="docOcurrContainer"><p>%s</p></div></section><footer>news·20240619·LJ·%d</footer></article>`, text, i)
		}) + "</body></html>"},
		{"factiva.html", "<html><body>" + repeat(300, func(i int) string {
			return fmt.Sprintf(`<div class="article frArticle"><table><tr><td><b>HD</b></td><td>Titre %d</td></tr><tr><td><b>PD</b></td><td>19 juin 2024</td></tr><tr><td><b>TD</b></td><td><p>%s</p></td></tr></table></div>`, i, text)
		}) + "</body></html>"},
		{"gargantext.tsv", "authors\tsource\tpublication_year\tpublication_month\tpublication_day\ttitle\tabstract\n" +
			repeat(300, func(i int) string { return fmt.Sprintf("\tRevue\t2024\t6\t19\tTitre %d\t%s\n", i, text) })},
		{"articles.json", "[" + repeat(300, func(i int) string {
			return fmt.Sprintf(`{"id":"%d","title":"Un titre","text":%q,"date":"2024-06-19"},`, i, text)
		}) +
			`{"id":"z","text":"x"}]`},
		{"x.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>` + repeat(300, func(i int) string {
			return fmt.Sprintf(`<entry><id>%d</id><title>T</title><published>2024-06-19T08:00:00+02:00</published><content type="html">%s</content></entry>`, i, text)
		}) + "</feed>"},
		{"x.eml", "From: a@x.example\r\nSubject: Un titre\r\nDate: Wed, 19 Jun 2024 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			repeat(100, func(int) string { return text + "\r\n\r\n" })},
		{"x.txt.gz", gzipped(b, repeat(100, func(i int) string { return fmt.Sprintf("%d. %s\n\n", i, text) }))},
		{"x.odt", zipped(b, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<o><text>"+repeat(300, func(int) string { return "<p>" + text + "</p>" })+"</text></o>")},
		{"x.docx", zipped(b, "[Content_Types].xml", "<x/>", "word/document.xml", "<w>"+repeat(300, func(int) string { return "<p><r><t>" + text + "</t></r></p>" })+"</w>")},
		{"x.pdf", onePagePDF(repeat(300, func(i int) string {
			return fmt.Sprintf("BT /F1 12 Tf 50 %d Td (%s) Tj ET\n", 10000-14*i, "Le vote a eu lieu mercredi. "+strings.Repeat("abc ", 700))
		}))},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := 0
			bytes := 0
			for b.Loop() {
				bytes = 0
				report, err := Read(context.Background(), c.name, strings.NewReader(c.content), Options{}, func(a Article) error { n++; bytes += len(a.Text); return nil })
				if err != nil || len(report.Problems) > 0 || report.Articles == 0 {
					b.Fatal(err, report)
				}
			}
			b.SetBytes(int64(bytes)) // of text that comes out: packed files are small
		})
	}
}
