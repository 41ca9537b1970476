package read

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// A saved page of our own with what such pages carry around the article.
const webPage = `<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="utf-8">
<title>Un traité signé à Genève - Le Journal d'essai</title>
<meta property="og:title" content="Un traité signé à Genève">
<meta property="og:site_name" content="Le Journal d'essai">
<meta property="article:published_time" content="2023-05-04T18:12:00+02:00">
<meta property="article:modified_time" content="2024-01-01T00:00:00+02:00">
<link rel="canonical" href="https://journal.example/monde/2023/05/04/traite">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Un traité signé à Genève","datePublished":"2023-05-04T18:12:00+02:00","dateModified":"2024-01-01","author":[{"@type":"Person","name":"Jeanne Martin"}],"publisher":{"name":"Le Journal d'essai"}}]}</script>
<style>p{color:red}</style></head>
<body class="has-paywall cookie-ready">
<div id="cookie-banner"><p>Nous utilisons des cookies pour mesurer l'audience depuis 2019.</p><button>Accepter</button></div>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<main><article class="article-paywall">
<h1>Un traité signé à Genève</h1>
<p class="date">Publié le 4 mai 2023 à 18h12</p>
<p>Les deux délégations ont signé mercredi à Genève un traité négocié depuis douze ans. Le texte, long de quatre cents pages, prévoit un calendrier de retrait en trois étapes et une commission de contrôle.</p>
<figure><img src="a.jpg"><figcaption>La salle des négociations, le 3 mai 2021. Photo AGENCE</figcaption></figure>
<p>La cérémonie, prévue en avril, avait été repoussée à deux reprises. Selon les médiateurs, les premières mesures <em>entreront</em> en vigueur le 1<sup>er</sup> juillet, et les dernières à la fin de l'année prochaine.</p>
<aside class="related-articles"><p>Lire aussi : Dix ans de négociations, de 2013 à 2023</p></aside>
<h2>Un long chemin</h2>
<p>Lire aussi notre récit du sommet de 2018</p>
<p>En 2018, un premier sommet s'était achevé sans accord. Les discussions avaient repris deux ans plus tard, à huis clos, dans une villa des bords du lac, avec l'aide de trois pays neutres.</p>
<div class="paywall-notice"><p>Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés.</p></div>
</article></main>
<footer><p>Le Journal d'essai, fondé en 1999</p></footer>
</body></html>`

func TestWebPage(t *testing.T) {
	articles, report := readAll(t, "page.html", webPage, Options{})
	if len(articles) != 1 || len(report.Problems) > 0 {
		t.Fatalf("%+v %+v", articles, report)
	}
	a := articles[0]
	if a.Title != "Un traité signé à Genève" || a.Source != "Le Journal d'essai" || a.Lang != "fr" || a.URL != "https://journal.example/monde/2023/05/04/traite" || a.Meta["author"] != "Jeanne Martin" {
		t.Errorf("title %q, source %q, lang %q, url %q, meta %v", a.Title, a.Source, a.Lang, a.URL, a.Meta)
	}
	if a.Date != "2023-05-04" || a.Dated[0].By != "metadata" || a.Dated[1].By != "url" {
		t.Errorf("date %q of %+v", a.Date, a.Dated)
	}
	for _, want := range []string{"signé mercredi à Genève", "repoussée à deux reprises", "entreront en vigueur le 1er juillet", "Un long chemin", "trois pays neutres."} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("the text lacks %q:\n%s", want, a.Text)
		}
	}
	for _, no := range []string{"cookies", "Accueil", "Lire aussi", "abonnés", "fondé en", "Photo", "Publié le", "color:red"} {
		if strings.Contains(a.Text, no) {
			t.Errorf("the text holds %q:\n%s", no, a.Text)
		}
	}
}

func TestWebPageDates(t *testing.T) {
	body := "<p>" + longText(400) + "</p>"
	for head, want := range map[string]string{
		`<head></head><body><article><p>Publié le 4 mai 2023 à 18h12</p>` + body:                                           "2023-05-04",
		`<head></head><body><article><p>Par J. Martin - Publié le 04/05/2023</p>` + body:                                   "2023-05-04",
		`<head></head><body><article><p>Mis à jour le 4 mai 2023</p>` + body:                                               "",
		`<head></head><body><header><time datetime="2023-05-04T18:00">hier</time></header><article>` + body:                "2023-05-04",
		`<head></head><body><article><time class="updated" datetime="2023-05-09">x</time>` + body:                          "",
		`<head><meta name="DC.date.issued" content="2023-05"></head><body>` + body:                                         "2023-05",
		`<head><meta itemprop="datePublished" content="May 4, 2023"></head><body>` + body:                                  "2023-05-04",
		`<head><meta name="last-modified" content="2023-05-04"></head><body>` + body:                                       "",
		`<head><script type="application/ld+json">{"@type":"WebSite","datePublished":"2010-01-01"}</script></head>` + body: "",
		`<head><script type="application/ld+json">{broken</script></head><body>` + body:                                    "",
	} {
		articles, _ := readAll(t, "page.html", "<!doctype html><html>"+head, Options{})
		if len(articles) != 1 || articles[0].Date != want {
			t.Errorf("%s: date %q, want %q", cut(head, 120), articles[0].Date, want)
		}
	}
}

func TestAddressHasTheLocalDay(t *testing.T) {
	page := `<html><head><meta property="article:published_time" content="%s"><link rel="canonical" href="https://x.example/2020/02/24/a"></head><body><p>` + longText(400) + "</p></body></html>"
	for published, want := range map[string]string{
		"2020-02-25T02:25:54Z": "2020-02-24", "2020-02-25T02:25:54+01:00": "2020-02-25", "2020-02-26T02:25:54Z": "2020-02-26", "2020-02-23T23:30:00+00:00": "2020-02-24",
	} {
		articles, _ := readAll(t, "page.html", strings.Replace(page, "%s", published, 1), Options{})
		if len(articles) != 1 || articles[0].Date != want {
			t.Errorf("%s: %s, want %s", published, articles[0].Date, want)
		}
	}
}

func TestWebPageEncodings(t *testing.T) {
	page := "<html><head><meta charset=\"iso-8859-1\"><title>\xc9t\xe9</title></head><body><article><p>" + strings.Repeat("L'\xe9t\xe9 dernier, l'accord a \xe9t\xe9 sign\xe9. ", 20) + "</p></article></body></html>"
	articles, _ := readAll(t, "page.html", page, Options{})
	if len(articles) != 1 || articles[0].Title != "Été" || !strings.HasPrefix(articles[0].Text, "L'été dernier, l'accord a été signé.") {
		t.Errorf("%+v", articles)
	}
}

// A saved page may declare an encoding that it no longer has, or none at all.
func TestWebPageThatIsUTF8(t *testing.T) {
	for _, meta := range []string{"", `<meta charset="iso-8859-1">`, strings.Repeat("<!-- rien -->", 1000) + `<meta charset="utf-8">`} {
		articles, _ := readAll(t, "page.html", "<html><head>"+meta+"</head><body><article><p>"+strings.Repeat("L’été dernier, l'accord a été signé. ", 20)+"</p></article></body></html>", Options{})
		if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "L’été dernier, l'accord a été signé.") {
			t.Errorf("%.40s: %.80q", meta, articles[0].Text)
		}
	}
}

func TestShortAndEmptyPages(t *testing.T) {
	articles, _ := readAll(t, "page.html", "<html><body><p>Bref.</p></body></html>", Options{})
	if len(articles) != 1 || articles[0].Text != "Bref." {
		t.Errorf("%+v", articles)
	}
	articles, report := readAll(t, "page.html", "<html><body><script>1</script></body></html>", Options{})
	if len(articles) != 0 || len(report.Problems) != 1 || report.Problems[0].Hint == "" {
		t.Errorf("%+v %+v", articles, report)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(webPage)
	f.Add("<html><body><p>x<table><tr><td>y")
	f.Add("<html><head><script type=application/ld+json>[[[{\"@type\":[]}]]]</script>")
	f.Fuzz(func(t *testing.T, s string) {
		_, err := Read(context.Background(), "a.html", strings.NewReader(s), Options{From: "html"}, func(a Article) error {
			if !utf8.ValidString(a.Text) {
				t.Errorf("not UTF-8: %q", a.Text)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	benchmarkFolder(b, ".html", strings.Replace(webPage, "<h2>", strings.ReplaceAll(longText(8000), "Le ministre", "</p><p>Le ministre")+"<h2>", 1))
}
