package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	bcp47 "golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// stateLabel gives the name of the state that the article is surely about, as a
// label before a title: "Syrie : ". It is made once an article.
func (x *extractor) stateLabel() string {
	if x.main == "" || !x.sure || x.lang.LabelMark == "" || !x.theme.alone() {
		return ""
	}
	if x.stateOf != x.main {
		x.stateOf, x.stateName = x.main, ""
		if name := x.mainName(); name != "" {
			x.stateName, x.stateCode = name+x.lang.LabelMark, x.stateIn(name)
		}
	}
	return x.stateName
}

// alone tells whether an article is about one state, and others only pass: where
// two states deal with each other, what happens may be in either.
func (t *theme) alone() bool {
	best, second := 0, 0
	for _, n := range t.counts {
		best, second = max(best, n), max(second, min(best, n))
	}
	return best >= 4*second
}

// mainName gives the name of the state that the article is about in the
// article's own words, else in CLDR's.
func (x *extractor) mainName() string {
	for si := range x.found {
		if s := x.doc.sentences[si]; x.looked[si] {
			for _, r := range x.found[si].States {
				if r.Code == x.main && r.Kind == actor.Name {
					return x.text[s.Start+r.Start : s.Start+r.End]
				}
			}
		}
	}
	tag, err := bcp47.Parse(x.lang.code)
	if err != nil {
		return ""
	}
	region, err := bcp47.ParseRegion(x.main)
	if err != nil || region.ISO3() != x.main {
		return ""
	}
	if regions := display.Regions(tag); regions != nil {
		name, _, _ := strings.Cut(regions.Name(region), " (")
		return name
	}
	return ""
}

// labelState puts the state that the article is about before a title that names
// nobody and nothing: "Combats" is "Libye : combats", "un avion s'est écrasé" is
// "Nigeria : un avion s'est écrasé". Where the sentence names another state, it
// may have happened there.
func (c *composer) labelState(t target) {
	if c.x.main == "" || len(c.pieces) == 0 || t.kind == infinitiveTarget || t.kind == clauseTarget && c.pronominal(t.clause) || c.names() {
		return
	}
	label := c.x.stateLabel()
	if label == "" || c.x.elsewhere() || c.length()+utf8.RuneCountInString(label) > maxTitle || c.namesState() {
		return
	}
	if c.pieces[0].token < 0 && t.kind != clauseTarget { // "Signature"
		p := &c.pieces[0]
		r, size := utf8.DecodeRuneInString(p.text)
		p.text = string(unicode.ToLower(r)) + p.text[size:]
	}
	c.pieces = append(c.pieces, piece{})
	copy(c.pieces[1:], c.pieces)
	c.pieces[0] = piece{token: -1, text: strings.TrimRight(label, " "), run: c.pieces[1].run}
	c.label = len(label)
}

// namesState tells whether the words of a title say of which state it tells: "la
// population algérienne".
func (c *composer) namesState() bool {
	f, from := c.x.named(c.x.current), c.x.doc.sentences[c.x.current].Start
	for _, p := range c.pieces {
		if p.token >= 0 && c.runs[p.run].rank > 0 {
			if at := int(c.x.tokens[p.token].Start) - from; inRefs(f.States, at) || inRefs(f.Places, at) {
				return true
			}
		}
	}
	return false
}

// elsewhere tells whether the current sentence names a state that is not the one
// that the article is about.
func (x *extractor) elsewhere() bool {
	f := x.named(x.current)
	for _, refs := range [...][]actor.Ref{f.States, f.Places} {
		for _, r := range refs {
			if len(r.Code) == 3 && r.Code != x.main {
				return true
			}
		}
	}
	return false
}

// pronominal tells a clause whose subject is a pronoun, or that has none.
func (c *composer) pronominal(i int) bool {
	s := c.subject(i)
	return s.empty() || c.a.tag(s.first) == tagSubject || c.a.is(s.first, isFirstPerson)
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

// A wholeNoun is what the text up to a token tells of the complements of a noun.
type wholeNoun struct {
	noun       string
	upTo       int
	complement string // the only one that it has, otherComplement where it has several
}

// whole gives the complement that a noun has where the article speaks of it
// elsewhere, if it always has the same: of "la direction" it is "de Renault"
// where the text before has "la direction de Renault". The noun stands at token k.
// An article comes back to its nouns: what was read for one is not read again.
func (x *extractor) whole(k int) string {
	noun := x.word(k)
	i := slices.IndexFunc(x.wholes, func(n wholeNoun) bool { return strings.EqualFold(n.noun, noun) })
	if i < 0 {
		i, x.wholes = len(x.wholes), append(x.wholes, wholeNoun{noun: noun})
	}
	n := &x.wholes[i]
	if n.upTo > k {
		*n = wholeNoun{noun: noun}
	}
	for ; n.upTo < min(k, len(x.tokens)-2) && n.complement != otherComplement; n.upTo++ {
		t := x.tokens[n.upTo]
		if int(t.End-t.Start) != len(noun) || !strings.EqualFold(x.text[t.Start:t.End], noun) { // most words differ in length
			continue
		}
		switch words := x.namedComplement(n.upTo + 1); {
		case words == "":
		case n.complement != "" && n.complement != words:
			n.complement = otherComplement
		default:
			n.complement = words
		}
	}
	if n.complement == otherComplement {
		return ""
	}
	return n.complement
}

// otherComplement stands for a complement that a title cannot take over.
const otherComplement = "…"

// namedComplement gives the complement with "of" and a name that begins at token
// j, "de Renault", "du Sénat"; otherComplement for any other.
func (x *extractor) namedComplement(j int) string {
	from := j
	switch c := x.look(j).class; {
	case c&isAbout != 0:
		return x.aboutComplement(j)
	case c&isOf == 0:
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

// aboutComplement gives the complement that begins at token j and says what a
// noun is about, "sur les céréales", with an "of" of its own at most; "" for what
// does not end after a few words.
func (x *extractor) aboutComplement(j int) string {
	from := j
	for j++; j < len(x.tokens) && j < from+7; j++ {
		w := x.look(j)
		switch {
		case x.apostrophe(j), x.hyphen(j):
		case x.tokens[j].Kind == lang.Punct, w.class&(isConjunction|isRelative|isNegation|isClitic) != 0 && w.class&isDeterminer == 0, w.class&(isPreposition|isAdverb|isSubject) != 0 && w.class&(isOf|isDeterminer) == 0, w.form&finite != 0 && w.class&(isNoun|isEvent|isDeterminer) == 0:
			if j < from+2 || x.look(j-1).class&isDangling != 0 || x.apostrophe(j-1) {
				return otherComplement
			}
			return singleSpaced(x.text[x.tokens[from].Start:x.tokens[j-1].End])
		case w.class&isDemonstrative != 0 || x.tokens[j].Kind == lang.Number:
			return otherComplement
		}
	}
	return otherComplement
}

// pointing writes the article that a title has for a demonstrative, which points
// into the text, and for a possessive that cannot be the subject's: "dans ce pays"
// is "dans le pays", "de ce pays" "du pays", and "les rebelles réclament sa chute"
// "la chute".
func (c *composer) pointing(k, i int) bool {
	l := c.x.lang
	if !c.a.is(k, isDemonstrative|isPossessive) || c.a.is(k, isComplementizer) || c.a.tag(k) != tagDeterminer || c.a.tag(k+1) == tagMark || c.a.is(k+1, isDateHead|isDateNoun) || c.a.is(k, isPlural) && c.a.ofAt(k-1) {
		return false
	}
	article, ok := l.Demonstratives[c.x.lower(k)]
	if !ok {
		if article, ok = l.Possessives[c.x.lower(k)]; !ok || !c.strange(k, i) {
			return false
		}
	}
	c.grade -= 0.05
	elided := l.elide(article, c.x.word(k+1))
	if n := len(c.pieces) - 1; n >= 0 && c.pieces[n].token == k-1 && elided == article {
		if joined, ok := l.Contractions[c.x.lower(k-1)+" "+article]; ok {
			c.pieces[n].text = joined
			return true
		}
	}
	c.say(elided)
	return true
}

// strange tells a possessive of one owner in a clause that several are the
// subject of, so that it is the text before that tells whose it is.
func (c *composer) strange(k, i int) bool {
	if !slices.Contains(c.x.lang.OneOwner, c.x.lower(k)) {
		return false
	}
	s := c.subject(i)
	if s.empty() || c.a.tag(s.first) != tagDeterminer || !c.a.is(s.first, isPlural) || c.a.clauses[i].verb < 0 {
		return false
	}
	for t := s.last; t < k; t++ { // "ont salué le roi et sa fille"
		if tag := c.a.tag(t); tag == tagNoun && c.a.tag(t-1) == tagDeterminer && !c.a.is(t-1, isPlural) || tag == tagName {
			return false
		}
	}
	return true
}
