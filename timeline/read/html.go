package read

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// sniffHTML recognises an HTML page by its first tag.
func sniffHTML(head []byte) bool {
	s := bytes.ToLower(head[:min(len(head), 4096)])
	s = bytes.TrimLeft(bytes.TrimPrefix(s, []byte("\ufeff")), " \t\r\n")
	for bytes.HasPrefix(s, []byte("<!--")) || bytes.HasPrefix(s, []byte("<?xml")) {
		_, after, ok := bytes.Cut(s, []byte(">"))
		if !ok {
			return false
		}
		s = bytes.TrimLeft(after, " \t\r\n")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(s, []byte(tag)) {
			return true
		}
	}
	return false
}

// readHTML reads a saved web page: its main text without menus, cookie and
// paywall notices, and what the page says of itself.
func readHTML(in *Input, yield func(Article) error) error {
	doc, err := in.parseHTML()
	if err != nil {
		return err
	}
	page := pageMetadata(doc)
	a := Article{Title: page.title, URL: page.url, Source: page.site, Lang: page.lang}
	if page.author != "" {
		a.Meta = map[string]any{"author": page.author}
	}
	for _, d := range page.dates {
		in.addDate(&a, "metadata", d, 0)
	}
	removeNamed(doc, noticeNames, 0.4)
	removeNamed(doc, commentNames, 0.95)
	a.Text = mainText(doc, &page)
	if len(page.dates) == 0 && len(page.published) > 0 {
		in.addDate(&a, "metadata", page.published[0], 0)
	}
	if a.Text == "" {
		in.Problem(0, "save the page again once its text shows, or copy the text into a .txt file", "the page has no text")
		return nil
	}
	return yield(a)
}

// parseHTML parses the input in whatever encoding it declares.
func (in *Input) parseHTML() (*html.Node, error) {
	b, err := in.all()
	if err != nil {
		return nil, err
	}
	if !isText(b[:min(len(b), 8192)]) && utf16Of(b) == nil {
		return nil, errNotText
	}
	text, err := pageUTF8(b)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, errors.New("the page cannot be parsed: " + err.Error())
	}
	return doc, nil
}

// pageUTF8 decodes a page. What is UTF-8 throughout, accents and all, is that
// whatever the page declares: saved pages often declare what they no longer are,
// or far below the first kilobyte that browsers look at.
func pageUTF8(b []byte) ([]byte, error) {
	if enc := utf16Of(b); enc != nil {
		return enc.NewDecoder().Bytes(b)
	}
	if utf8.Valid(b) {
		return b, nil
	}
	enc, _, certain := charset.DetermineEncoding(b[:min(len(b), 4096)], "")
	if !certain && mostlyUTF8(b) {
		return bytes.ToValidUTF8(b, []byte("\ufffd")), nil
	}
	return enc.NewDecoder().Bytes(b)
}

// shortText is the length below which what Readability finds is doubted.
const shortText = 200

// mainText finds the article of a page. Readability knows the layouts of news
// sites; where it finds next to nothing, or far less than the page's only
// <article> holds or its JSON-LD says, those are the text.
//
// Trafilatura finds a little more (F1 0.908 against 0.896 on its own 881 pages),
// but its date parser compiles some thousand regular expressions when a program
// starts: 0.15 s for every command, also those that never see a page.
func mainText(doc *html.Node, page *metadata) string {
	pageURL, err := url.Parse(page.url)
	if err != nil {
		pageURL = &url.URL{}
	}
	text := ""
	parser := readability.NewParser()
	parser.CharThresholds = shortText
	parser.KeepClasses = true
	if found, err := parser.ParseDocument(doc, pageURL); err == nil && found.Node != nil {
		removeNamed(found.Node, asideNames, 0.2)
		text = nodeText(found.Node, page)
	}
	article := articleNode(doc)
	if article.DataAtom == atom.Article || article.DataAtom == atom.Main || len(text) < shortText {
		removeNamed(article, asideNames, 0.2)
		whole := nodeText(article, page)
		if len(text) < shortText && len(whole) > len(text) || article.DataAtom == atom.Article && len(whole) > 2*len(text) {
			text = whole
		}
	}
	if len(page.body) > 3*len(text)/2 {
		text = fragmentText(page.body)
	}
	return text
}

// articleNode is the page's only <article>, its <main>, or its body.
func articleNode(doc *html.Node) *html.Node {
	articles := findAll(doc, func(n *html.Node) bool { return n.DataAtom == atom.Article })
	if len(articles) == 1 {
		return articles[0]
	}
	if main := findAll(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main }); len(main) == 1 {
		return main[0]
	}
	if body := findAll(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body }); len(body) > 0 {
		return body[0]
	}
	return doc
}

// findAll lists the elements that match, in document order.
func findAll(root *html.Node, match func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && match(n) {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// firstClass is the first element below root of a class, or nil.
func firstClass(root *html.Node, class string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && hasClass(n, class) {
			return n
		}
	}
	return nil
}

func hasClass(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attribute(n, "class")) {
		if strings.EqualFold(c, class) {
			return true
		}
	}
	return false
}
