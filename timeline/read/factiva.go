package read

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// factivaClass is how Factiva marks an article with its language: "article frArticle".
var factivaClass = regexp.MustCompile(`\barticle\s+([a-z]{2})Article\b`)

func sniffFactiva(head []byte) bool {
	return factivaClass.Match(head) || bytes.Contains(head, []byte("<b>HD</b>")) && bytes.Contains(head, []byte("<b>SN</b>"))
}

// readFactiva reads an HTML export of Factiva in its indexed form, where a
// table gives each part of an article a code of two letters: HD headline, LP and TD
// text, PD date, SN source, LA language, BY author, AN document number.
func readFactiva(in *Input, yield func(Article) error) error {
	doc, err := in.parseHTML()
	if err != nil {
		return err
	}
	items := findAll(doc, func(n *html.Node) bool {
		return n.DataAtom == atom.Div && factivaClass.MatchString(attribute(n, "class"))
	})
	if len(items) == 0 {
		items = findAll(doc, func(n *html.Node) bool { return n.DataAtom == atom.Table && factivaCell(n, "HD") != nil })
	}
	if len(items) == 0 {
		return &Problem{Msg: "this export of Factiva holds no articles", Hint: "save it as \"Article/Report plus Indexing\", in HTML"}
	}
	for i, item := range items {
		value := func(code string) string {
			if n := factivaCell(item, code); n != nil {
				return plainText(n)
			}
			return ""
		}
		a := Article{Title: value("HD"), Source: value("SN"), Lang: value("LA"),
			ID: strings.TrimSpace(strings.TrimPrefix(value("AN"), "Document "))}
		if m := factivaClass.FindStringSubmatch(attribute(item, "class")); m != nil {
			a.Lang = m[1]
		}
		if by := value("BY"); by != "" {
			a.Meta = map[string]any{"author": by}
		}
		var parts []string
		for _, code := range []string{"LP", "TD"} {
			if n := factivaCell(item, code); n != nil {
				parts = append(parts, nodeText(n, &metadata{title: a.Title}))
			}
		}
		a.Text = strings.TrimSpace(strings.Join(parts, "\n\n"))
		if a.Text == "" {
			reason := "there is no text"
			if factivaCell(item, "HD") == nil {
				reason = "the parts have no codes: save it as \"Article/Report plus Indexing\""
			}
			in.Skip(0, a.Title, fmt.Sprintf("article %d: %s", i+1, reason))
			continue
		}
		in.addDate(&a, "field", value("PD"), 0)
		if err := yield(in.numbered(a, i+1)); err != nil {
			return err
		}
	}
	return nil
}

// factivaCell is the cell beside the one that holds a code, or nil.
func factivaCell(root *html.Node, code string) *html.Node {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Td && n.DataAtom != atom.Th || firstTag(n, atom.Td) != nil || plainText(n) != code {
			continue
		}
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if s.Type == html.ElementNode && s.DataAtom == atom.Td {
				return s
			}
		}
	}
	return nil
}
