package read

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// notText are elements whose content a reader of the article does not read as
// its text; captions carry photo credits more often than facts.
var notText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true, atom.Input: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Figure: true, atom.Figcaption: true, atom.Svg: true,
	atom.Iframe: true, atom.Object: true, atom.Video: true, atom.Audio: true, atom.Head: true, atom.Footer: true, atom.Dialog: true,
}

// blocks are elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Article: true, atom.Section: true, atom.Main: true, atom.Header: true, atom.Aside: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true,
	atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true, atom.Table: true,
	atom.Tr: true, atom.Hr: true, atom.Address: true, atom.Body: true, atom.Tbody: true, atom.Thead: true, atom.Caption: true, atom.Form: true,
}

// nodeText is the text below a node: one paragraph a block, an empty line
// between them, white space as a browser shows it, notices left out.
func nodeText(root *html.Node, page *metadata) string {
	w := textWriter{page: page}
	w.node(root)
	w.endBlock()
	return w.out.String()
}

// A textWriter gathers the runs of one block and writes it when it ends.
type textWriter struct {
	out   strings.Builder
	block strings.Builder
	space bool // a space is due before the next run
	count int  // blocks met so far
	page  *metadata
}

func (w *textWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.run(n.Data)
		return
	case html.ElementNode:
		if notText[n.DataAtom] {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom]
	switch {
	case block:
		w.endBlock()
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.space = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.endBlock()
	}
}

// run adds text to the block, white space collapsed; no-break spaces stay.
func (w *textWriter) run(s string) {
	for len(s) > 0 {
		n := strings.IndexAny(s, " \t\r\n\f")
		if n != 0 {
			if n < 0 {
				n = len(s)
			}
			if w.space && w.block.Len() > 0 && !strings.HasSuffix(w.block.String(), "\n") {
				w.block.WriteByte(' ')
			}
			w.space = false
			w.block.WriteString(s[:n])
			s = s[n:]
			continue
		}
		w.space = true
		s = s[1:]
	}
}

func (w *textWriter) lineBreak() {
	if w.block.Len() > 0 {
		w.block.WriteByte('\n')
	}
	w.space = false
}

// endBlock writes the block unless it is empty or a notice.
func (w *textWriter) endBlock() {
	s := strings.TrimSpace(w.block.String())
	w.block.Reset()
	w.space = false
	if s == "" {
		return
	}
	if w.count++; w.count <= 5 && w.page.isHeading(s) {
		return
	}
	if isNotice(s) || strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	w.out.WriteString(s)
}

// publicationWords begin the line under a headline that says when the page
// was published; the first ones give the date, the others that of a change.
var publicationWords = []string{"publié le", "publié", "publication :", "published on", "published", "posted on", "mis en ligne le"}
var changeWords = []string{"mis à jour", "modifié le", "updated", "last modified"}

// isHeading tells whether a block at the top of a page repeats its title or
// says when it was published; such a date is kept in m, the block is no text.
func (m *metadata) isHeading(block string) bool {
	if block == m.title {
		return true
	}
	if len(block) > 160 || strings.HasSuffix(block, ".") {
		return false
	}
	if _, ok, _ := wordedDate(block); ok && len(strings.Fields(block)) <= 5 && block[len(block)-1] <= '9' {
		m.published = append(m.published, block)
		return true
	}
	lower := strings.ToLower(strings.ReplaceAll(block, "\u00a0", " "))
	for _, word := range publicationWords {
		_, after, found := strings.Cut(lower, word)
		if !found {
			continue
		}
		if date, ok := firstDate(after); ok {
			m.published = append(m.published, date)
			return true
		}
	}
	for _, word := range changeWords {
		if _, after, found := strings.Cut(lower, word); found {
			_, ok := firstDate(after)
			return ok
		}
	}
	return false
}

// firstDate finds the words of the first date in a line, up to what follows a
// change mark ("Publié le 4 mai 2023, mis à jour le 9 mai").
func firstDate(line string) (words string, ok bool) {
	for _, word := range changeWords {
		line, _, _ = strings.Cut(line, word)
	}
	line = strings.Trim(line, " :,-–|")
	if _, ok, err := wordedDate(line); ok && err == nil {
		return line, true
	}
	for _, w := range strings.Fields(line) {
		w = strings.Trim(w, ",;()")
		if len(w) >= 8 && strings.ContainsAny(w, "/.-") {
			if _, err := normalDate(w, "fr"); err == nil {
				return w, true
			}
		}
	}
	return "", false
}

// noticeNames are parts of class names and ids under which sites put what is
// laid over the page; asideNames those of what stands among an article's
// paragraphs and is no part of it.
var noticeNames = []string{
	"cookie", "consent", "gdpr", "rgpd", "didomi", "onetrust", "axeptio", "tarteaucitron", "paywall", "piano-", "abonne", "newsletter", "popup", "modal",
}

// commentNames are parts of the names of what readers wrote, which may be longer
// than the article and read like one.
var commentNames = []string{"comments", "comment-", "commentlist", "commentaires", "commentarea", "kommentar", "disqus"}

var asideNames = []string{
	"related", "recommend", "lire-aussi", "read-also", "a-lire", "read-more", "social", "share", "sharing", "partage", "breadcrumb", "promo", "advert", "publicite",
	"outbrain", "taboola", "toolbar", "subscri", "author-bio", "tags",
}

// noticePhrases are what such notices say, lower case, where they have no
// telling name; noticeStarts are what only a notice begins with. A paragraph of
// at most noticeLength bytes that holds one is left out.
var noticePhrases = []string{
	"de cet article à lire", "réservé aux abonnés", "réservée aux abonnés", "réservé à nos abonnés", "réservée à nos abonnés", "déjà abonné",
	"pour lire la suite", "la suite de cet article", "utilisons des cookies", "accepter les cookies", "paramétrer les cookies", "gérer les cookies",
	"politique de confidentialité", "already a subscriber", "for subscribers only", "to continue reading", "sign in to read", "we use cookies",
	"accept all cookies", "accept cookies", "manage cookies", "cookie policy", "our privacy policy",
}

var noticeStarts = []string{
	"abonnez-vous", "s’abonner", "s'abonner", "inscrivez-vous à notre", "recevez notre newsletter", "temps de lecture", "lire aussi", "à lire aussi",
	"lire également", "partager cet article", "partager sur", "subscribe", "sign up for", "read also", "read more", "share this article",
}

const noticeLength = 240

func isNotice(paragraph string) bool {
	if len(paragraph) > noticeLength {
		return false
	}
	p := strings.ToLower(strings.ReplaceAll(paragraph, "\u00a0", " "))
	for _, start := range noticeStarts {
		if strings.HasPrefix(p, start) {
			return true
		}
	}
	for _, phrase := range noticePhrases {
		if strings.Contains(p, phrase) {
			return true
		}
	}
	return false
}

// removeNamed takes out elements below root whose class or id holds one of the
// names, unless they hold more than this share of its text: a site may well
// call its whole body "has-paywall".
func removeNamed(root *html.Node, names []string, share float64) {
	limit := int(float64(textLength(root)) * share)
	var gone []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
			continue
		case n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head || n.DataAtom == atom.Article || n.DataAtom == atom.Main,
			n.DataAtom == atom.Meta || n.DataAtom == atom.Script || n.DataAtom == atom.Link:
			continue
		}
		name := strings.ToLower(attribute(n, "class") + " " + attribute(n, "id"))
		if name == " " {
			continue
		}
		for _, part := range names {
			if strings.Contains(name, part) {
				if textLength(n) <= limit {
					gone = append(gone, n)
				}
				break
			}
		}
	}
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// textLength counts the bytes of text below a node, scripts and styles aside.
func textLength(root *html.Node) int {
	length := 0
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Script && n.Parent.DataAtom != atom.Style {
			length += len(strings.TrimSpace(n.Data))
		}
	}
	return length
}
