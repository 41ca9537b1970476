package read

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"testing"
)

// One article with what breaks in conversions: typographic signs, no-break
// spaces, markup, quotes, separators.
const (
	sameTitle = "L’accord « de Genève » & la suite"
	sameFirst = "Le président a annoncé mercredi, à Genève, que l’accord « global » serait signé le 1er juillet ; il couvre 10\u00a0000 militaires & leurs familles, soit moins (<) de la moitié de l'effectif d'avant-guerre."
	sameNext  = "\"Nous avons attendu douze ans\", a dit le médiateur, qui n'a pas voulu parler du calendrier. La commission se réunira en septembre 2024, puis au printemps 2025."
	sameDate  = "2024-06-19"
)

// sameArticle writes that article in every format that can hold it.
func sameArticle(t *testing.T) map[string]string {
	text := sameFirst + "\n\n" + sameNext
	oneLine := sameFirst + " " + sameNext
	e := html.EscapeString
	page := "<p>" + e(sameFirst) + "</p><p>" + e(sameNext) + "</p>"
	object, err := json.Marshal(map[string]string{"id": "x", "title": sameTitle, "text": text, "date": sameDate})
	if err != nil {
		t.Fatal(err)
	}
	table := func(comma rune, rows ...[]string) string {
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = comma
		w.WriteAll(rows)
		return b.String()
	}
	markdown := "---\ntitle: " + fmt.Sprintf("%q", sameTitle) + "\ndate: " + sameDate + "\n---\n" + strings.ReplaceAll(strings.ReplaceAll(sameFirst, "<", "&lt;"), "&amp;", "&") + "\n\n" + sameNext + "\n"
	files := map[string]string{
		"x.md":    markdown,
		"x.html":  `<!doctype html><html><head><meta charset="utf-8"><meta property="og:title" content="` + e(sameTitle) + `"><meta property="article:published_time" content="2024-06-19T08:00:00+02:00"></head><body><nav>Menu</nav><article><h1>` + e(sameTitle) + "</h1>" + page + "</article></body></html>",
		"x.jsonl": string(object), "x.json": "[" + string(object) + "]",
		"x.csv":           table(';', []string{"id", "titre", "texte", "date"}, []string{"x", sameTitle, text, "19/06/2024"}),
		"x.tsv":           table('\t', []string{"id", "title", "text", "date"}, []string{"x", sameTitle, text, sameDate}),
		"x.rss":           `<rss version="2.0"><channel><title>F</title><item><guid>x</guid><title>` + e(sameTitle) + `</title><pubDate>Wed, 19 Jun 2024 08:00:00 +0200</pubDate><description>` + e(page) + "</description></item></channel></rss>",
		"x.atom":          `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>x</id><title>` + e(sameTitle) + `</title><published>2024-06-19T08:00:00+02:00</published><content type="html">` + e(page) + "</content></entry></feed>",
		"x.eml":           "From: a@x.example\r\nSubject: " + sameTitle + "\r\nDate: Wed, 19 Jun 2024 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n"),
		"europresse.html": `<html><head><meta charset="utf-8"></head><body><article><span class="DocPublicationName">F</span><span class="DocHeader">Monde, mercredi 19 juin 2024, p. 2</span><p class="titreArticleVisu rdp__articletitle">` + e(sameTitle) + `</p><div class="docOcurrContainer">` + page + `</div><p>news·20240619·F·1</p></article></body></html>`,
		"factiva.html":    `<html><head><meta charset="utf-8"></head><body><div class="article frArticle"><table><tr><td><b>HD</b></td><td>` + e(sameTitle) + `</td></tr><tr><td><b>PD</b></td><td>19 juin 2024</td></tr><tr><td><b>LP</b></td><td><p>` + e(sameFirst) + `</p></td></tr><tr><td><b>TD</b></td><td><p>` + e(sameNext) + "</p></td></tr></table></div></body></html>",
		"x.txt.gz":        gzipped(t, text),
		"x.zip":           zipped(t, "x.txt", text, "articles.yaml", "x.txt: {date: 2024-06-19, title: "+fmt.Sprintf("%q", sameTitle)+"}"),
		"x.docx":          zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<w><p><r><t>"+e(sameFirst)+"</t></r></p><p><r><t>"+e(sameNext)+"</t></r></p></w>", "docProps/core.xml", "<c><title>"+e(sameTitle)+"</title></c>"),
		"x.odt":           zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<o><text><p>"+e(sameFirst)+"</p><p>"+e(sameNext)+"</p></text></o>", "meta.xml", "<m><title>"+e(sameTitle)+"</title></m>"),
		"oneline.tsv":     table('\t', []string{"authors", "source", "publication_year", "publication_month", "publication_day", "title", "abstract"}, []string{"", "", "2024", "6", "19", sameTitle, oneLine}),
		"oneline.ris":     "TY  - NEWS\nTI  - " + sameTitle + "\nAB  - " + e(oneLine) + "\nDA  - 2024/06/19/\nER  - \n",
		"oneline.json":    `[{"id":"x","title":` + quoted(sameTitle) + `,"abstract":` + quoted(e(oneLine)) + `,"issued":{"date-parts":[[2024,6,19]]}}]`,
		"oneline-alc.txt": "**** *date_" + sameDate + " *titre_" + strings.ReplaceAll(sameTitle, " ", "_") + "\n" + oneLine + "\n",
	}
	return files
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func TestSameArticleInEveryFormat(t *testing.T) {
	for name, content := range sameArticle(t) {
		articles, report := readAll(t, name, content, Options{})
		if len(articles) != 1 || len(report.Problems)+len(report.Skipped) > 0 {
			t.Errorf("%s: %d articles, %+v", name, len(articles), report)
			continue
		}
		a := articles[0]
		want := sameFirst + "\n\n" + sameNext
		if strings.HasPrefix(name, "oneline") {
			want = sameFirst + " " + sameNext
		}
		if got := strings.TrimSpace(a.Text); got != want {
			t.Errorf("%s: text\n%q, want\n%q", name, got, want)
		}
		undated := name == "x.docx" || name == "x.odt" || name == "x.txt.gz"
		if !undated && a.Date != sameDate {
			t.Errorf("%s: date %q", name, a.Date)
		}
		if name != "x.txt.gz" && a.Title != sameTitle {
			t.Errorf("%s: title %q", name, a.Title)
		}
	}
}
