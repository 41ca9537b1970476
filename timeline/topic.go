package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	bcp47 "golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// stateLabel gives the name of the state that the article is surely about, as a
// label before a title: "Syrie : ".
func (x *extractor) stateLabel() string {
	if x.main == "" || !x.sure || x.lang.LabelMark == "" {
		return ""
	}
	tag, err := bcp47.Parse(x.lang.code)
	if err != nil {
		return ""
	}
	region, err := bcp47.ParseRegion(x.main)
	if err != nil || region.ISO3() != x.main {
		return ""
	}
	regions := display.Regions(tag)
	if regions == nil || regions.Name(region) == "" {
		return ""
	}
	return regions.Name(region) + x.lang.LabelMark
}

// labelState puts the state that the article is about before a title that names
// nobody and nothing: "Combats" is "Libye : combats", "le gouvernement a cédé" is
// "Libye : le gouvernement a cédé".
func (c *composer) labelState(t target) {
	if t.kind == clauseTarget && !c.homeless(t.clause) || t.kind == infinitiveTarget || c.names() {
		return
	}
	label := c.x.stateLabel()
	if label == "" || c.length()+utf8.RuneCountInString(label) > maxTitle {
		return
	}
	if len(c.pieces) == 0 {
		return
	}
	if c.pieces[0].token < 0 { // "Signature"
		p := &c.pieces[0]
		r, size := utf8.DecodeRuneInString(p.text)
		p.text = string(unicode.ToLower(r)) + p.text[size:]
	}
	c.pieces = append(c.pieces, piece{})
	copy(c.pieces[1:], c.pieces)
	c.pieces[0] = piece{token: -1, text: strings.TrimRight(label, " "), run: c.pieces[1].run}
	c.label = len(label)
}

// homeless tells a clause whose subject is an institution that every state has:
// "le gouvernement".
func (c *composer) homeless(i int) bool {
	s := c.subject(i)
	if s.empty() || c.a.tag(s.first) != tagDeterminer || !c.a.is(s.first, isDefinite) || s.last-s.first > 3 || c.x.apostrophe(s.last-1) {
		return false
	}
	return c.a.is(s.last-1, isInstitution) && c.written(s.last-1)
}

// names tells whether a title names somebody or something.
func (c *composer) names() bool {
	for n, p := range c.pieces {
		if c.runs[p.run].rank == 0 {
			continue
		}
		if p.token < 0 {
			if i := strings.LastIndexAny(p.text, " '’"); i >= 0 && startsUpper(p.text[i+1:]) || n > 0 && startsUpper(p.text) {
				return true
			}
			continue
		}
		if c.a.tag(p.token) == tagName || p.token > c.a.first && c.x.capital(p.token) && c.a.tag(p.token-1) != tagQuoteOpen {
			return true
		}
	}
	return false
}

// whole gives the complement that a noun has where the article speaks of it
// elsewhere, if it always has the same: of "la direction" it is "de Renault"
// where the text before has "la direction de Renault". The noun stands at token k.
func (x *extractor) whole(k int) string {
	word, found := x.word(k), ""
	for j := 0; j+2 < len(x.tokens) && j < k; j++ {
		if x.tokens[j].End-x.tokens[j].Start != x.tokens[k].End-x.tokens[k].Start || !strings.EqualFold(x.word(j), word) {
			continue
		}
		words := x.namedComplement(j + 1)
		switch {
		case words == "":
		case words == otherComplement, found != "" && found != words:
			return ""
		default:
			found = words
		}
	}
	return found
}

// otherComplement stands for a complement that a title cannot take over.
const otherComplement = "…"

// namedComplement gives the complement with "of" and a name that begins at token
// j, "de Renault", "du Sénat"; otherComplement for any other.
func (x *extractor) namedComplement(j int) string {
	from := j
	if x.look(j).class&isOf == 0 {
		return ""
	}
	j++
	if x.apostrophe(j) {
		j++
	}
	if x.look(j).class&isDefinite != 0 && !x.capital(j) {
		j++
		if x.apostrophe(j) {
			j++
		}
	}
	first := j
	for j < len(x.tokens) && (x.capital(j) && !x.fullStop(j-1) || x.hyphen(j) && j > first) {
		j++
	}
	if j == first || j-first > 4 || x.hyphen(j-1) || x.look(first).class&(isDateWord|isDeterminer|isSubject) != 0 {
		return otherComplement
	}
	if j < len(x.tokens) && x.look(j).class&isConjunction != 0 { // "de Paris et de Rome"
		return otherComplement
	}
	return singleSpaced(x.text[x.tokens[from].Start:x.tokens[j-1].End])
}
