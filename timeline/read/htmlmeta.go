package read

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of itself.
type metadata struct {
	title, url, site, author, lang string
	dates                          []string // publication dates as written, best first
	published                      []string // those that stand in the page's text
	body                           string   // the article's text, where the page's JSON-LD holds it
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
	var shown shownDates
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
		case atom.Script:
			if strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.addLinkedData(n.FirstChild.Data)
			}
		}
		shown.add(n, heading != "")
	}
	m.fill(metas, heading, titleTag)
	if best := shown.best(); best != "" && len(m.dates) == 0 {
		m.dates = append(m.dates, best)
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

// shownDates are the dates that a page shows near its headline: in <time>, and
// in elements whose class says that they hold one.
type shownDates struct{ certain, after, before string }

// dateClasses are parts of the class names under which pages show their date,
// and otherDates those of dates that are not the publication's.
var dateClasses = []string{"date", "publi", "posted", "time", "dtreviewed", "byline-timestamp"}
var otherDates = []string{"updat", "modif", "comment", "event", "expire", "countdown", "agenda", "calend", "readingtime", "reading-time", "read-time", "timeline"}

func (s *shownDates) add(n *html.Node, afterHeading bool) {
	name := strings.ToLower(attribute(n, "class") + " " + attribute(n, "id") + " " + attribute(n, "itemprop"))
	if s.certain != "" || n.DataAtom != atom.Time && n.DataAtom != atom.Abbr && !containsAny(name, dateClasses) || containsAny(name, otherDates) {
		return
	}
	words := attribute(n, "datetime")
	if words == "" {
		words = attribute(n, "content")
	}
	if _, err := normalDate(words, ""); err != nil {
		text := plainText(n)
		if len(text) > 100 {
			return
		}
		var ok bool
		if words, ok = firstDate(strings.ToLower(text)); !ok {
			return
		}
	}
	for p := n.Parent; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		if p.DataAtom == atom.Aside || p.DataAtom == atom.Nav || p.DataAtom == atom.Footer || containsAny(strings.ToLower(attribute(p, "class")), elsewhere) {
			return
		}
	}
	switch {
	case strings.Contains(name, "publi") || hasAttribute(n, "pubdate"):
		s.certain = words
	case afterHeading && s.after == "":
		s.after = words
	case !afterHeading:
		s.before = words
	}
}

// elsewhere are parts of the class names of boxes that hold other articles.
var elsewhere = []string{"related", "sidebar", "widget", "comment", "recommend", "teaser", "most-read", "a-lire"}

// best prefers a date that says it is the publication's, then the first under
// the headline, then the last above it.
func (s *shownDates) best() string {
	for _, words := range []string{s.certain, s.after, s.before} {
		if words != "" {
			return words
		}
	}
	return ""
}

func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

func hasAttribute(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// publishedInScript finds the date in a JSON-LD script that is no valid JSON.
var publishedInScript = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]+)"`)

// addLinkedData reads schema.org's NewsArticle and its kin out of a JSON-LD script.
func (m *metadata) addLinkedData(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		if found := publishedInScript.FindStringSubmatch(script); found != nil && len(m.dates) == 0 {
			m.dates = append(m.dates, found[1])
		}
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
		if s, ok := v["articleBody"].(string); ok && m.body == "" {
			m.body = html.UnescapeString(s)
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
