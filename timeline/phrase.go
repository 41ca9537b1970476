package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// groupStart gives the first token of the verb group of a finite verb: its
// pronouns and negation stand before it.
func (p *prosody) groupStart(a *analysis, k int) int {
	for a.has(k - 1) {
		switch a.tag(k - 1) {
		case tagClitic, tagNegation:
			k--
			continue
		case tagMark:
			if p.apostrophe(k-1) && (a.tag(k-2) == tagClitic || a.tag(k-2) == tagNegation) {
				k -= 2
				continue
			}
		}
		break
	}
	return k
}

// group notes the verb group of a clause: "ne s'est pas [rendu]".
func (p *prosody) group(a *analysis, i int) {
	c := &a.clauses[i]
	if c.verb < 0 {
		return
	}
	c.group, c.groupEnd = p.groupStart(a, c.verb), c.verb+1
	for k := c.groupEnd; a.has(k) && k < c.groupEnd+6; k++ {
		switch a.tag(k) {
		case tagGroup:
			if a.clauseOf(k) == i {
				c.groupEnd = k + 1
			}
			continue
		case tagAdverb, tagClitic, tagNegation, tagDate, tagPreposition:
			continue
		case tagMark, tagSubject:
			if p.hyphened(k) || p.hyphen(k) || p.apostrophe(k) {
				continue
			}
		case tagNoun:
			if adverbial(p.word(k)) {
				continue
			}
		}
		break
	}
	if p.hyphen(c.verb + 1) { // inversion: "a-t-il"
		for c.groupEnd < a.last && (p.hyphen(c.groupEnd) || p.hyphened(c.groupEnd)) {
			c.groupEnd++
		}
	}
}

// nounPhrase gives the noun phrase that ends before token end: its noun with
// determiner, adjectives and names, and the complement with "of" that has no
// determiner of its own ("traité de paix").
func (p *prosody) nounPhrase(a *analysis, end int) phrase {
	k := end
	nouns := false
	for a.has(k - 1) {
		w := a.at(k - 1)
		switch w.tag {
		case tagNoun, tagName:
			nouns = true
			k--
			continue
		case tagNumber, tagAdjective, tagQuoteOpen, tagQuoteClose:
			k--
			continue
		case tagParticiple, tagAdverb:
			if nouns || a.tag(k-2) == tagNoun || a.tag(k-2) == tagDeterminer {
				k--
				continue
			}
		case tagMark:
			if p.apostrophe(k-1) || p.hyphen(k-1) || p.decimal(k-1) {
				k--
				continue
			}
		case tagDeterminer:
			if nouns {
				return p.trimPhrase(a, phrase{k - 1, end})
			}
		case tagPreposition:
			if nouns && w.class&isOf != 0 && (a.tag(k-2) == tagNoun || a.tag(k-2) == tagName) {
				k--
				continue
			}
		}
		break
	}
	if !nouns {
		return phrase{}
	}
	return p.trimPhrase(a, phrase{k, end})
}

// decimal tells whether token k is the point inside a number: "3.0".
func (p *prosody) decimal(k int) bool {
	return k > 0 && k+1 < len(p.tokens) && (p.tokens[k].Is('.') || p.tokens[k].Is(',')) &&
		p.tokens[k-1].Kind == lang.Number && p.tokens[k+1].Kind == lang.Number && !p.spaced(k) && !p.spaced(k+1)
}

// trimPhrase drops from a phrase's ends the marks that do not belong to it.
func (p *prosody) trimPhrase(a *analysis, np phrase) phrase {
	for np.first < np.last {
		t := a.tag(np.first)
		if t == tagMark || t == tagQuoteClose || t == tagAdverb && !a.is(np.first, isAdjective) || t == tagComma {
			np.first++
			continue
		}
		break
	}
	for np.last > np.first {
		t := a.tag(np.last - 1)
		if t == tagMark && !(np.last-1 > np.first && p.tokens[np.last-1].Is('.') && p.capital(np.last-2) && p.tokens[np.last-2].End-p.tokens[np.last-2].Start == 1) || t == tagComma || t == tagQuoteOpen || t == tagConjunction || t == tagPreposition {
			np.last--
			continue
		}
		break
	}
	return np
}

// antecedent gives the noun phrase that a relative clause beginning at token k
// is about; of an apposition ("Pyongyang, ville que") the name before it.
func (p *prosody) antecedent(a *analysis, k int) phrase {
	end := k
	for a.tag(end-1) == tagComma || a.tag(end-1) == tagDate {
		end--
	}
	np := p.nounPhrase(a, end)
	if np.empty() {
		return np
	}
	for j := np.last - 2; j > np.first; j-- { // "a arrêté au Mali [des colonnes] qui": a name of a place has no such complement
		if a.ofAt(j) && a.is(j, isPlural) && a.tag(j-1) == tagName {
			return phrase{j, np.last}
		}
	}
	if q := np.first - 1; (a.tag(np.first) == tagNoun || a.tag(np.first) == tagName) && a.tag(q) == tagPreposition && !a.is(q, isOf) && (a.tag(q-1) == tagNoun || a.tag(q-1) == tagName) && a.clauseOf(q) == a.clauseOf(np.first) {
		if wider := p.nounPhrase(a, q); !wider.empty() && a.tag(wider.first) == tagDeterminer && p.fits(a, wider, k) { // "des élèves en grève qui"
			return phrase{wider.first, np.last}
		}
	}
	if a.is(np.first, isDemonstrative) && a.tag(np.first-1) == tagPreposition && !a.is(np.first-1, isOf) { // "un accord dans ce domaine que"
		if before := p.nounPhrase(a, np.first-1); !before.empty() {
			return before
		}
	}
	if name := p.nameBefore(a, np); !name.empty() {
		return name
	}
	if a.tag(np.first-1) == tagComma && a.tag(np.first) == tagNoun && np.last-np.first <= 2 {
		if before := p.nounPhrase(a, np.first-1); !before.empty() {
			return before
		}
	}
	return np
}

// fits tells whether the verb after the relative at token k can have the noun phrase
// for its subject: no singular for "ont".
func (p *prosody) fits(a *analysis, np phrase, k int) bool {
	if len(p.lang.PluralVerbEnds) == 0 || p.lang.Relatives[p.lower(k)] != "subject" || a.is(np.first, isPlural) {
		return true
	}
	for n := 0; n < 5 && a.has(k) && a.tag(k) != tagFinite; n++ {
		k++
	}
	return a.tag(k) != tagFinite || !slices.ContainsFunc(p.lang.PluralVerbEnds, func(e string) bool { return strings.HasSuffix(p.word(k), e) })
}

// nameBefore gives the name that an apposition without an article describes, where a
// noun phrase ends that: "Julie Simon, adjointe aux [sports], qui".
func (p *prosody) nameBefore(a *analysis, np phrase) phrase {
	k := np.first - 1
	if a.tag(k) != tagPreposition || !a.has(k) {
		return phrase{}
	}
	for n := 0; n < 6 && (a.tag(k) == tagPreposition || a.tag(k) == tagNoun || a.tag(k) == tagParticiple || p.apostrophe(k)); n++ {
		k--
	}
	if t := a.tag(k + 1); a.tag(k) != tagComma || a.tag(k-1) != tagName || t != tagNoun && t != tagParticiple {
		return phrase{}
	}
	return p.nounPhrase(a, k)
}
