package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// A tag is the part that a token plays in its sentence, as far as cutting out
// an event needs it.
type tag uint8

const (
	tagNoun tag = iota // nouns, adjectives and whatever is nothing else
	tagName            // with a capital inside the sentence
	tagDeterminer
	tagPreposition
	tagFinite
	tagGroup      // what follows a finite verb and belongs to it: "a été [signé]"
	tagParticiple // without auxiliary: "l'accord signé"
	tagGerund
	tagInfinitive
	tagSubject // il, elle, they
	tagClitic
	tagNegation
	tagRelative
	tagComplementizer
	tagSubordinator
	tagConjunction
	tagAdverb
	tagAdjective // before its noun
	tagNumber
	tagComma
	tagStop // ; :
	tagOpen
	tagClose
	tagDash
	tagQuoteOpen
	tagQuoteClose
	tagMark // apostrophes, hyphens, the end of the sentence
	tagDate // inside a temporal expression
)

// A word is a token of a sentence with what the extraction knows of it.
type word struct {
	tag   tag
	class wordClass
	form  formSet
	verb  int32 // where form is not zero
	weak  bool  // a finite verb that may be a noun or a participle all the same
}

// An analysis is one sentence taken apart. Tokens count from the text's first.
type analysis struct {
	first, last int
	words       []word
	of          []int16 // the clause of each token
	clauses     []clause
	idle        []bool // tokens of phrases that no title wants
}

func (a *analysis) at(k int) *word     { return &a.words[k-a.first] }
func (a *analysis) has(k int) bool     { return k >= a.first && k < a.last }
func (a *analysis) clauseOf(k int) int { return int(a.of[k-a.first]) }

// tag gives token k's tag, tagMark outside the sentence.
func (a *analysis) tag(k int) tag {
	if !a.has(k) {
		return tagMark
	}
	return a.words[k-a.first].tag
}

func (a *analysis) is(k int, c wordClass) bool { return a.has(k) && a.words[k-a.first].class&c != 0 }

// prosody reads the tokens of one document with the words of its language.
type prosody struct {
	text   string
	tokens []lang.Token
	lang   *language
	finder *lang.Finder
	fold   []byte
}

// word gives token k as the text has it.
func (p *prosody) word(k int) string {
	if k < 0 || k >= len(p.tokens) {
		return ""
	}
	return p.text[p.tokens[k].Start:p.tokens[k].End]
}

// lower gives token k in lower case.
func (p *prosody) lower(k int) string { return strings.ToLower(p.word(k)) }

// look finds what token k can be.
func (p *prosody) look(k int) (w word) {
	t := p.tokens[k]
	if t.Kind != lang.Word || t.End-t.Start > 28 {
		return w
	}
	p.fold = p.fold[:0]
	plain := true
	for _, b := range []byte(p.text[t.Start:t.End]) {
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		plain = plain && b < 0x80
		p.fold = append(p.fold, b)
	}
	if t.Flags&lang.Capital != 0 && !plain {
		p.fold = append(p.fold[:0], strings.ToLower(p.text[t.Start:t.End])...)
	}
	w.class = p.lang.class[string(p.fold)]
	if f, ok := p.lang.forms[string(p.fold)]; ok {
		w.form, w.verb = f.as, f.verb
	}
	return w
}

// spaced tells whether white space stands before token k.
func (p *prosody) spaced(k int) bool { return p.tokens[k].Flags&lang.SpaceBefore != 0 }

func (p *prosody) capital(k int) bool { return p.tokens[k].Flags&lang.Capital != 0 }

// apostrophe tells whether token k is the apostrophe of an elision.
func (p *prosody) apostrophe(k int) bool {
	if k < 0 || k >= len(p.tokens) || p.tokens[k].Kind != lang.Punct {
		return false
	}
	r := p.tokens[k].Num
	return r == '\'' || r == '’'
}

// hyphened tells whether token k is joined to the one before it by a hyphen.
func (p *prosody) hyphened(k int) bool {
	return k >= 2 && p.hyphen(k-1) && !p.spaced(k-1) && !p.spaced(k)
}

func (p *prosody) hyphen(k int) bool {
	return k >= 0 && k < len(p.tokens) && p.tokens[k].Kind == lang.Punct && (p.tokens[k].Num == '-' || p.tokens[k].Num == '‑' || p.tokens[k].Num == '‐')
}

// evening tells a part of the day that an adjective makes an event: "la soirée
// électorale".
func (p *prosody) evening(m lang.Mention, last int) bool {
	if m.Last-m.First != 2 || m.Last >= last || p.lang.PossessiveMark {
		return false
	}
	next := p.tokens[m.Last]
	if next.Kind != lang.Word || next.Has(lang.Capital) || p.finder.FunctionWord(m.Last) || p.look(m.First).class&isDefinite == 0 {
		return false
	}
	w := p.look(m.Last)
	return w.class == 0 && w.form == 0
}

// possessive tells whether token k is the mark of "Monday's".
func (p *prosody) possessive(k int) bool {
	return p.lang.PossessiveMark && p.apostrophe(k) && k+1 < len(p.tokens) && !p.spaced(k+1) && p.word(k+1) == "s"
}

// analyse tags the tokens of a sentence and cuts it into clauses.
func (p *prosody) analyse(a *analysis, s lang.Sentence, dates []lang.Mention) {
	a.first, a.last = s.First, s.Last
	a.words, a.idle = a.words[:0], a.idle[:0]
	t := tagger{prosody: p, a: a}
	for k := s.First; k < s.Last; k++ {
		for len(dates) > 0 && k >= dates[0].Last {
			dates = dates[1:]
		}
		w := p.look(k)
		a.words = append(a.words, w)
		if len(dates) > 0 && k >= dates[0].First && !p.evening(dates[0], s.Last) {
			a.words[k-a.first].tag = tagDate
		} else if p.possessive(k) && k > s.First && a.words[k-1-a.first].tag == tagDate || p.possessive(k-1) && k-1 > s.First && a.words[k-2-a.first].tag == tagDate { // "Monday's"
			a.words[k-a.first].tag = tagDate
		}
	}
	for k := s.First; k < s.Last; k++ {
		t.tag(k)
	}
	p.cut(a)
}

// A tagger decides the tags from left to right.
type tagger struct {
	*prosody
	a     *analysis
	quote bool // inside straight quotes
}

func (t *tagger) tag(k int) {
	w := t.a.at(k)
	if w.tag == tagDate {
		if t.bareYear(k) {
			w.tag = tagNumber
		}
		return
	}
	switch t.tokens[k].Kind {
	case lang.Punct:
		w.tag = t.mark(k)
	case lang.Number, lang.Roman:
		w.tag = tagNumber
	default:
		w.tag = t.wordTag(k, w)
	}
}

// bareYear tells a year right after its noun, which belongs to the name of the
// thing: "l'édition 2010".
func (t *tagger) bareYear(k int) bool {
	if t.lang.PossessiveMark || t.tokens[k].Kind != lang.Number || t.tokens[k].Num < 1000 || t.a.tag(k+1) == tagDate && t.a.has(k+1) {
		return false
	}
	p := t.a.tag(k - 1)
	return p == tagNoun || p == tagName
}

// labelled tells whether a colon parts the date of a chronology's entry from
// what it tells: "- 24 février : l'armée entre dans la ville" says "Le 24
// février, l'armée …".
func (t *tagger) labelled(k int) bool {
	if t.a.tag(k-1) != tagDate || !t.a.has(k-1) {
		return false
	}
	for k--; k >= t.a.first; k-- {
		if t.a.tag(k) != tagDate && t.tokens[k].Kind != lang.Punct {
			return false
		}
	}
	return true
}

func (t *tagger) mark(k int) tag {
	switch rune(t.tokens[k].Num) {
	case ',':
		if k > t.a.first && k+1 < t.a.last && t.tokens[k-1].Kind == lang.Number && t.tokens[k+1].Kind == lang.Number && !t.spaced(k) && !t.spaced(k+1) {
			return tagMark // 7,2
		}
		return tagComma
	case ':':
		if t.labelled(k) {
			return tagComma
		}
		return tagStop
	case ';':
		return tagStop
	case '(', '[':
		return tagOpen
	case ')', ']':
		return tagClose
	case '—', '–':
		return tagDash
	case '-':
		if t.hyphen(k+1) && k+1 < t.a.last && !t.spaced(k+1) { // "--"
			return tagDash
		}
		if t.spaced(k) && k+1 < t.a.last && t.spaced(k+1) {
			return tagDash
		}
	case '«', '“', '„':
		return tagQuoteOpen
	case '»', '”':
		return tagQuoteClose
	case '"':
		if t.quote = !t.quote; t.quote {
			return tagQuoteOpen
		}
		return tagQuoteClose
	}
	return tagMark
}

// before gives the token before k that is no apostrophe.
func (t *tagger) before(k int) int {
	k--
	for t.a.has(k) && t.apostrophe(k) {
		k--
	}
	return k
}

func (t *tagger) wordTag(k int, w *word) tag {
	start := k == t.a.first || t.a.tag(k-1) == tagQuoteOpen && k-1 == t.a.first
	if t.capital(k) && !start && (w.class&(isSubject|isDeterminer) == 0 || t.a.tag(k-1) == tagName && w.class&(isSubject|isPlural) != isSubject|isPlural) {
		return tagName
	}
	if t.hyphened(k) {
		if w.class&isSubject != 0 || t.word(k) == "t" {
			return tagMark // "a-t-il"
		}
		return tagNoun
	}
	prev := t.before(k)
	if tag, ok := t.functionTag(k, prev, w); ok {
		return tag
	}
	compound := t.hyphen(k+1) && k+2 < len(t.tokens) && !t.spaced(k+1) && !t.spaced(k+2)
	if compound && t.look(k+2).class&isSubject == 0 && t.word(k+2) != "t" {
		return tagNoun
	}
	if w.form != 0 {
		if tag, ok := t.verbTag(k, prev, w, start); ok {
			return tag
		}
	} else if w.class&isModal != 0 {
		return tagFinite
	} else if w.class&(isNoun|isEvent|isAdjective) == 0 && t.participleEnding(k) && t.a.tag(prev) != tagDeterminer && t.auxiliaryBefore(k) {
		w.form = participle
		return tagGroup
	} else if w.class&isNoun == 0 && t.finiteEnding(k) && t.a.tag(prev) != tagDeterminer && t.a.tag(prev) != tagPreposition {
		w.form = past
		return tagFinite
	}
	switch {
	case t.capital(k) && start && t.a.has(k+1) && t.capital(k+1) && w.class == 0 && t.a.at(k+1).class == 0 && !t.apostrophe(k+1):
		return tagName
	case w.class&isAdverb != 0 && !(w.class&isAdjective != 0 && t.a.tag(prev) == tagDeterminer):
		return tagAdverb
	case w.class&isAdjective != 0:
		return tagAdjective
	case t.capital(k) && start && w.class == 0 && w.form == 0 && !t.finder.FunctionWord(k):
		return tagName
	}
	return tagNoun
}

// finiteEnding tells whether a word that no list has ends as a finite verb.
func (t *tagger) finiteEnding(k int) bool {
	w := t.word(k)
	for _, e := range t.lang.Endings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return t.finder.Verb(k)
		}
	}
	return false
}

// participleEnding tells whether a word that no list has ends as a participle.
func (t *tagger) participleEnding(k int) bool {
	w := t.word(k)
	for _, e := range t.lang.ParticipleEndings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// functionTag tags the words that are mostly of one class.
func (t *tagger) functionTag(k, prev int, w *word) (tag, bool) {
	c := w.class
	switch {
	case c&isNegation != 0 && w.form == 0:
		return tagNegation, true
	case c&(isClitic|isDeterminer) != 0 && t.clitic(k, prev, c):
		return tagClitic, true
	case c&isRelative != 0 && c&isComplementizer == 0 && t.relative(k, prev):
		return tagRelative, true
	case c&isComplementizer != 0 && c&isDeterminer == 0:
		return tagComplementizer, true
	case c&isComplementizer != 0 && t.complements(k, prev): // that
		return tagComplementizer, true
	case c&isDeterminer != 0 && c&(isPreposition|isOf) != 0: // du, des, au
		if c&isPlural != 0 && c&isDefinite == 0 && t.a.tag(prev) != tagNoun && t.a.tag(prev) != tagName {
			return tagDeterminer, true
		}
		return tagPreposition, true
	case c&isSubject != 0 && c&isDeterminer == 0:
		return tagSubject, true
	case c&isSubject != 0 && t.standsAlone(k):
		return tagSubject, true
	case c&isDeterminer != 0:
		return tagDeterminer, true
	case c&isConjunction != 0:
		return tagConjunction, true
	case c&isSubordinator != 0 && (c&isPreposition == 0 || t.clauseAhead(k)):
		return tagSubordinator, true
	case c&isPreposition != 0 && w.form&finite != 0 && t.a.is(k+1, isPlace) && !t.a.is(k+1, isDefinite) && t.a.tag(prev) != tagDeterminer: // "puis entre à l'université"
		w.weak = true
		return tagFinite, true
	case c&isPreposition != 0 && !(w.form&(finite|participle) != 0 && t.auxiliaryBefore(k)):
		return tagPreposition, true
	}
	return 0, false
}

// relative tells a relative from a question word or a noun.
func (t *tagger) relative(k, prev int) bool {
	tag := t.a.tag(prev)
	return t.a.has(prev) && (tag != tagDeterminer || t.a.is(prev, isDemonstrative))
}

// complements tells "that" before a clause from "that" before a noun.
func (t *tagger) complements(k, prev int) bool {
	switch t.a.tag(prev) {
	case tagFinite, tagGroup, tagParticiple, tagDate, tagAdverb:
		return t.a.has(prev)
	case tagNoun, tagName, tagQuoteClose, tagInfinitive, tagGerund:
		return true
	case tagComma:
		return t.clauseAhead(k)
	}
	return false
}

// standsAlone tells a demonstrative or possessive word that is the subject
// itself: a finite verb follows.
func (t *tagger) standsAlone(k int) bool {
	for k++; t.a.has(k) && (t.apostrophe(k) || t.a.is(k, isNegation|isClitic|isAdverb)); k++ {
	}
	return t.a.has(k) && t.a.at(k).form&finite != 0 && t.a.at(k).class&isNoun == 0 && !t.capital(k)
}

// clauseAhead tells whether a finite verb follows within the same phrase, so
// that a word such as "after" leads into a clause.
func (t *tagger) clauseAhead(k int) bool {
	for n := 0; n < 14; n++ {
		k++
		if !t.a.has(k) {
			return false
		}
		w := t.a.at(k)
		if t.tokens[k].Kind == lang.Punct {
			if r := t.tokens[k].Num; r == ',' || r == ';' || r == ':' || r == '(' {
				return false
			}
			continue
		}
		if w.tag == tagDate || t.capital(k) {
			continue
		}
		if w.class&(isRelative|isSubordinator) != 0 && n > 0 {
			return false
		}
		if w.form&finite != 0 && w.form&participle == 0 && w.class&(isNoun|isEvent|isPreposition) == 0 && !t.a.is(k-1, isDeterminer|isPreposition|isAdjective) {
			return true
		}
		if w.form&past != 0 && w.form&participle != 0 && t.lang.AmbiguousPast && w.class&isPreposition == 0 && !t.a.is(k-1, isDeterminer|isPreposition|isAdjective) {
			return true
		}
	}
	return false
}
