package read

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of itself.
type metadata struct {
	title, url, site, author, lang string
	dates                          []string // publication dates as written, best first
	published                      []string // those that stand in the page's text
}

// dateMetas are the names of <meta> under which pages tell when they were
// published, best first. Dates of modification are none.
var dateMetas = []string{
	"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "citation_publication_date", "citation_date",
	"dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "article.published",
	"published-date", "publishdate", "publish-date", "pubdate", "date-publication", "datecreated", "cxenseparse:recs:publishtime", "date",
}

// pageMetadata reads JSON-LD, <meta>, <time> and <title>, in this order of trust.
func pageMetadata(doc *html.Node) metadata {
	var m metadata
	metas := map[string]string{}
	var titleTag, heading string
	var times []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			m.lang = languageTag(attribute(n, "lang"))
			if m.lang == "" {
				m.lang = languageTag(attribute(n, "xml:lang"))
			}
		case atom.Meta:
			content := strings.TrimSpace(attribute(n, "content"))
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if name := strings.ToLower(attribute(n, key)); name != "" && content != "" && metas[name] == "" {
					metas[name] = content
				}
			}
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") && m.url == "" {
				m.url = attribute(n, "href")
			}
		case atom.Title:
			if titleTag == "" && n.Parent.DataAtom == atom.Head {
				titleTag = plainText(n)
			}
		case atom.H1:
			if heading == "" {
				heading = plainText(n)
			}
		case atom.Time:
			if t := publicationTime(n); t != "" {
				times = append(times, t)
			}
		case atom.Script:
			if strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.addLinkedData(n.FirstChild.Data)
			}
		}
	}
	m.fill(metas, heading, titleTag)
	if len(times) > 0 && len(m.dates) == 0 {
		m.dates = append(m.dates, times[0])
	}
	return m
}

// fill completes m from the page's <meta>, first <h1> and <title>.
func (m *metadata) fill(metas map[string]string, heading, titleTag string) {
	for _, name := range dateMetas {
		if v := metas[name]; v != "" {
			m.dates = append(m.dates, v)
		}
	}
	first := func(into *string, names ...string) {
		for _, name := range names {
			if *into == "" {
				*into = metas[name]
			}
		}
	}
	first(&m.title, "og:title", "twitter:title", "dc.title", "citation_title")
	first(&m.url, "og:url")
	first(&m.site, "og:site_name", "dc.publisher", "citation_journal_title", "application-name")
	first(&m.author, "author", "article:author", "dc.creator", "citation_author")
	if strings.HasPrefix(m.author, "http") {
		m.author = ""
	}
	if m.lang == "" {
		locale := metas["og:locale"]
		if locale == "" {
			locale = metas["content-language"]
		}
		m.lang = languageTag(locale)
	}
	if m.title == "" {
		m.title = heading
	}
	if m.title == "" {
		m.title = titleTag
	}
	m.title = trimSite(m.title, m.site)
	if !strings.HasPrefix(m.url, "http") {
		m.url = ""
	}
}

// trimSite takes " - Le Monde" off a title.
func trimSite(title, site string) string {
	title = strings.Join(strings.Fields(title), " ")
	if site == "" {
		return title
	}
	for _, sep := range []string{" - ", " | ", " – ", " — ", " · ", " : "} {
		if rest, ok := strings.CutSuffix(title, sep+site); ok {
			return rest
		}
	}
	return title
}

// publicationTime is the date of a <time> that says it is the publication's.
func publicationTime(n *html.Node) string {
	when := attribute(n, "datetime")
	if when == "" {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == "pubdate" {
			return when
		}
	}
	name := strings.ToLower(attribute(n, "class") + attribute(n, "itemprop") + attribute(n, "id"))
	if strings.Contains(name, "publi") || strings.Contains(name, "entry-date") || strings.Contains(name, "posted") {
		return when
	}
	for p := n.Parent; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		if p.DataAtom == atom.Header {
			return when
		}
	}
	return ""
}

// addLinkedData reads schema.org's NewsArticle and its kin out of a JSON-LD script.
func (m *metadata) addLinkedData(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		return
	}
	m.linked(v, 0)
}

func (m *metadata) linked(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			m.linked(item, depth+1)
		}
	case map[string]any:
		m.linked(v["@graph"], depth+1)
		m.linked(v["mainEntity"], depth+1)
		kind := linkedName(v["@type"])
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") && kind != "Report" {
			return
		}
		if s, ok := v["datePublished"].(string); ok && len(m.dates) == 0 {
			m.dates = append(m.dates, s)
		}
		if m.title == "" {
			m.title = linkedName(v["headline"])
		}
		if m.author == "" {
			m.author = linkedName(v["author"])
		}
		if m.site == "" {
			m.site = linkedName(v["publisher"])
		}
	}
}

// linkedName is a JSON-LD value as a string: itself, its name, or the first of a list.
func linkedName(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		return linkedName(v["name"])
	case []any:
		if len(v) > 0 {
			return linkedName(v[0])
		}
	}
	return ""
}

// languageTag is the BCP 47 form of what pages write ("fr_FR", "FR"); "" where it is none.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	lang, region, _ := strings.Cut(s, "-")
	if len(lang) < 2 || len(lang) > 3 || !letters(lang) {
		return ""
	}
	if len(region) == 2 && letters(region) {
		return strings.ToLower(lang) + "-" + strings.ToUpper(region)
	}
	return strings.ToLower(lang)
}

func letters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// plainText is all text below a node on one line.
func plainText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
