package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

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
// thing: "le budget 2010".
func (t *tagger) bareYear(k int) bool {
	if t.lang.PossessiveMark || t.tokens[k].Kind != lang.Number || t.tokens[k].Num < 1000 || t.a.tag(k+1) == tagDate && t.a.has(k+1) {
		return false
	}
	p := t.a.tag(k - 1)
	return p == tagNoun || p == tagName
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
		if t.score(k) {
			return tagMark
		}
		return tagDash
	case '-':
		if t.hyphen(k+1) && k+1 < t.a.last && !t.spaced(k+1) { // "--"
			return tagDash
		}
		if t.spaced(k) && k+1 < t.a.last && t.spaced(k+1) && !t.score(k) {
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

// score tells whether the dash at token k stands between two numbers: "25 – 7".
func (t *tagger) score(k int) bool {
	return k > t.a.first && k+1 < t.a.last && t.tokens[k-1].Kind == lang.Number && t.tokens[k+1].Kind == lang.Number
}

// before gives the token before k that is no apostrophe and not the point of an
// abbreviation: "Acme Inc. signed".
func (t *tagger) before(k int) int {
	k--
	for t.a.has(k) && (t.apostrophe(k) || t.fullStop(k) && t.a.tag(k-1) == tagName && t.tokens[k].Is('.')) {
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
	compound := t.hyphen(k+1) && k+2 < len(t.tokens) && !t.spaced(k+1) && !t.spaced(k+2)
	if compound && w.class&isPreposition != 0 && t.a.tag(prev) == tagDeterminer { // "une avant-première"
		return tagNoun
	}
	if tag, ok := t.functionTag(k, prev, w); ok {
		return tag
	}
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
		w.form = t.endingForm(k)
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
	case w.class == 0 && adverbial(t.word(k)) && t.a.has(k+1) && t.a.at(k+1).form&finite != 0 && t.a.tag(prev) == tagComma: // ", narrowly escaped"
		return tagAdverb
	}
	return tagNoun
}

// finiteEnding tells whether a word that no list has ends as a finite verb.
func (t *tagger) finiteEnding(k int) bool {
	return t.lang.verbEndings.End(t.word(k), 3) && t.finder.Verb(k)
}

// endingForm gives the tense of a verb that no list has, by its ending.
func (t *tagger) endingForm(k int) formSet {
	w := t.word(k)
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(e string) bool { return strings.HasSuffix(w, e) })
	}
	switch {
	case ends(t.lang.ConditionalEnds):
		return conditional
	case ends(t.lang.FutureEnds):
		return future
	}
	return past
}

// participleEnding tells whether a word that no list has ends as a participle.
func (t *tagger) participleEnding(k int) bool {
	return t.lang.participleEndings.End(t.word(k), 3)
}

// functionTag tags the words that are mostly of one class.
func (t *tagger) functionTag(k, prev int, w *word) (tag, bool) {
	c := w.class
	switch {
	case c&isNegation != 0 && w.form == 0:
		return tagNegation, true
	case c&isReflexive != 0 && t.apostrophe(k+1) && t.a.is(k+2, isSubject) && t.a.is(k+2, isMasculine): // "s'il"
		return tagSubordinator, true
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

// afterApposition gives the comma that closes what the comma at token k opens
// after a name: "after Mary Jones, the mayor, was"; -1 where nothing does.
func (t *tagger) afterApposition(k int) int {
	if !t.capital(k-1) || !t.a.is(k+1, isDeterminer) {
		return -1
	}
	for j := k + 2; t.a.has(j) && j < k+8; j++ {
		if t.tokens[j].Is(',') {
			return j
		}
		if w := t.a.at(j); w.form&finite != 0 && w.class&(isNoun|isEvent|isPreposition) == 0 && !t.capital(j) {
			return -1
		}
	}
	return -1
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
			if r := t.tokens[k].Num; r == ';' || r == ':' || r == '(' {
				return false
			} else if r == ',' {
				if k = t.afterApposition(k); k < 0 {
					return false
				}
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
