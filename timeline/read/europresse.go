package read

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sniffEuropresse recognises an export of Europresse, new or old, by the
// class of a document's publication.
func sniffEuropresse(head []byte) bool {
	return bytes.Contains(head, []byte("DocPublicationName")) ||
		bytes.Contains(head, []byte("rdp__articletitle")) || bytes.Contains(head, []byte("docOcurrContainer")) || bytes.Contains(head, []byte("TitreArticleVisu"))
}

// documentNumber is Europresse's own: the kind of document, the day, the
// publication and a running number ("news·20240911·LM·8726").
var documentNumber = regexp.MustCompile(`\b([a-z]+)[·.](\d{8})[·.]([A-Za-z0-9_]+)[·.]([A-Za-z0-9_.·-]+)`)

// notPress are the kinds of document that are no press articles.
var notPress = []struct{ kind, reason string }{
	{"report", "a report, not a press article"},
	{"rapport", "a report, not a press article"},
	{"bio", "a biography, not a press article"},
	{"social", "a post on a social network"},
	{"tweet", "a tweet"},
	{"twitter", "a tweet"},
	{"radiotv", "a transcript of radio or television"},
	{"tvradio", "a transcript of radio or television"},
	{"trans", "a transcript of radio or television"},
	{"broadcast", "a transcript of radio or television"},
}

// readEuropresse reads an export of the press database Europresse: <article>
// elements since 2014 or so, cells of a table before.
func readEuropresse(in *Input, yield func(Article) error) error {
	doc, err := in.parseHTML()
	if err != nil {
		return err
	}
	items := findAll(doc, func(n *html.Node) bool { return n.DataAtom == atom.Article })
	if len(items) == 0 {
		items = findAll(doc, func(n *html.Node) bool {
			return n.DataAtom == atom.Td && firstClass(n, "DocPublicationName") != nil && firstTag(n, atom.Table) == nil
		})
	}
	if len(items) == 0 {
		return &Problem{Msg: "this export of Europresse holds no documents", Hint: "export it again as HTML, with the full text"}
	}
	for i, item := range items {
		a, number, reason := in.europresseItem(item)
		if reason != "" {
			in.Skip(0, a.Title, fmt.Sprintf("document %d: %s", i+1, reason))
			continue
		}
		a.ID = number
		if err := yield(in.numbered(a, i+1)); err != nil {
			return err
		}
	}
	return nil
}

// europresseItem reads one document, and says why where it is none to keep.
func (in *Input) europresseItem(item *html.Node) (a Article, number, reason string) {
	m := findNumber(item)
	if m != nil {
		number = m[1] + "·" + m[2] + "·" + m[3] + "·" + strings.Trim(m[4], ".·-")
	}
	var header []string
	for n := range item.Descendants() {
		if n.Type == html.ElementNode && hasClass(n, "DocHeader") {
			header = append(header, plainText(n))
		}
	}
	for _, class := range []string{"rdp__articletitle", "titreArticleVisu", "titreArticle"} {
		if n := firstClass(item, class); n != nil && a.Title == "" {
			a.Title = plainText(n)
		}
	}
	if n := firstClass(item, "DocPublicationName"); n != nil {
		a.Source = publicationName(n)
	}
	if n := firstClass(item, "docAuthors"); n != nil {
		a.Meta = map[string]any{"author": plainText(n)}
	}
	in.europresseText(item, &a)
	words := strings.ReplaceAll(strings.Join(header, " "), " ,", ",")
	if date, ok, err := wordedDate(words); ok && err == nil {
		a.addClue("field", date, words)
	}
	if m != nil {
		if date, err := normalDate(m[2], ""); err == nil {
			a.addClue("metadata", date, number)
		}
	}
	return a, number, europresseReason(item, m, &a)
}

// findNumber is the last document number in the item, which its foot holds; a
// paragraph is not looked through.
func findNumber(item *html.Node) (found []string) {
	for n := range item.Descendants() {
		if n.Type == html.TextNode && len(n.Data) < 300 {
			if m := documentNumber.FindStringSubmatch(n.Data); m != nil {
				found = m
			}
		}
	}
	return found
}

func europresseReason(item *html.Node, number []string, a *Article) string {
	if number != nil {
		for _, kind := range notPress {
			if number[1] == kind.kind {
				return kind.reason
			}
		}
	}
	switch source := strings.ToLower(a.Source); {
	case firstClass(item, "twitter") != nil || strings.Contains(source, "(tweet") || strings.Contains(source, "twitter"):
		return "a tweet"
	case firstClass(item, "grandTitre") != nil:
		return "a report, not a press article"
	case strings.Contains(source, "transcription") || strings.Contains(source, "(tv") || strings.Contains(source, "(radio"):
		return "a transcript of radio or television"
	case a.Source == "":
		return "the publication is missing: no press article"
	case strings.TrimSpace(a.Text) == "":
		return "there is no text"
	}
	return ""
}

// publicationName is the name of the paper without the number that
// may follow it ("Le Monde, no. 24100").
func publicationName(n *html.Node) string {
	name := plainText(n)
	for _, sign := range []string{", no.", ", no ", ", n°", ", nº", " no. "} {
		name, _, _ = strings.Cut(name, sign)
	}
	return strings.TrimRight(strings.TrimSpace(name), ",")
}

// europresseText is the text container of the new layout; in the old one it is
// all that follows the title in the cell, up to the notice of copyright, and
// the line right under the title is the author.
func (in *Input) europresseText(item *html.Node, a *Article) {
	page := &metadata{title: a.Title}
	for _, class := range []string{"docOcurrContainer", "DocText"} {
		if n := firstClass(item, class); n != nil {
			if a.Text = nodeText(n, page); a.Text != "" {
				return
			}
		}
	}
	if item.DataAtom == atom.Article {
		return
	}
	w := textWriter{page: page}
	for n := item.FirstChild; n != nil; n = n.NextSibling {
		if n.Type != html.ElementNode || !hasClass(n, "DocPublicationName") && !hasClass(n, "DocHeader") && !hasClass(n, "titreArticleVisu") && !hasClass(n, "docAuthors") {
			w.node(n)
		}
	}
	w.endBlock()
	var kept []string
	for i, p := range strings.Split(w.out.String(), "\n\n") {
		if strings.HasPrefix(p, "©") || strings.HasPrefix(p, "Numéro de document") || documentNumber.MatchString(p) && len(p) < 120 {
			break
		}
		if i == 0 && len(p) < 80 && !strings.HasSuffix(p, ".") && a.Meta == nil {
			a.Meta = map[string]any{"author": p}
			continue
		}
		kept = append(kept, p)
	}
	a.Text = strings.Join(kept, "\n\n")
}

// firstTag is the first element below root of a tag, or nil.
func firstTag(root *html.Node, tag atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == tag {
			return n
		}
	}
	return nil
}
