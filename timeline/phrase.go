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
	return k > 0 && k+1 < len(p.tokens) && (p.tokens[k].Num == '.' || p.tokens[k].Num == ',') && p.tokens[k].Kind == lang.Punct &&
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
		if t == tagMark && !(np.last-1 > np.first && p.tokens[np.last-1].Num == '.' && p.capital(np.last-2) && p.tokens[np.last-2].End-p.tokens[np.last-2].Start == 1) || t == tagComma || t == tagQuoteOpen || t == tagConjunction || t == tagPreposition {
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
	if name := p.described(a, np); !name.empty() {
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

// described gives the name that an apposition without an article describes, where a
// noun phrase ends that: "Julie Simon, adjointe aux [sports], qui".
func (p *prosody) described(a *analysis, np phrase) phrase {
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

// findSubject finds the subject of a clause: the noun phrase or pronoun before
// its verb that stands in no adverbial.
func (p *prosody) findSubject(a *analysis, i int) {
	c := &a.clauses[i]
	if c.verb < 0 {
		return
	}
	if c.kind == relativeClause && a.is(c.lead, isRelative) && p.lang.Relatives[p.lower(c.lead)] == "subject" && c.first == c.lead && !p.nounBetween(a, c.lead+1, c.group) {
		c.subject = phrase{c.lead, c.lead + 1}
		return
	}
	var segments [8]phrase
	n := 0
	begin := -1
	flush := func(k int) {
		if begin >= 0 && n < len(segments) {
			if s := p.trimPhrase(a, phrase{begin, k}); !s.empty() {
				segments[n] = s
				n++
			}
		}
		begin = -1
	}
	endedByComma := false
	from := max(c.body, c.first)
	if c.kind == relativeClause && c.lead >= 0 {
		from = max(from, c.lead+1)
	}
	for k := from; k < c.group; k++ {
		if a.clauseOf(k) != i {
			if kind := a.clauses[a.clauseOf(k)].kind; begin >= 0 && kind != relativeClause && kind != aside {
				flush(k)
			}
			continue
		}
		switch a.tag(k) {
		case tagComma, tagStop, tagDash:
			flush(k)
			endedByComma = true
		case tagConjunction:
			if begin >= 0 {
				continue
			}
		case tagAdverb:
			if begin < 0 && endedByComma { // "X, the mayor, narrowly won"
				continue
			}
			endedByComma = false
			if begin < 0 {
				begin = k
			}
		default:
			endedByComma = false
			if begin < 0 {
				begin = k
			}
		}
	}
	flush(c.group)
	c.subject = p.pickSubject(a, segments[:n], endedByComma)
	if c.subject.empty() && c.kind != coordinate { // inverted: "estime une ancienne négociatrice"
		c.subject = p.inverted(a, i)
	}
}

// nounBetween tells whether a noun phrase stands in a stretch: "which [Ukrainian
// forces] entered".
func (p *prosody) nounBetween(a *analysis, from, to int) bool {
	for k := from; k < to; k++ {
		switch a.tag(k) {
		case tagNoun, tagName, tagSubject:
			return true
		case tagComma:
			return false
		}
	}
	return false
}

// pickSubject chooses the subject among the stretches before the verb: the last
// one, or before an apposition the first that is no adverbial.
func (p *prosody) pickSubject(a *analysis, segments []phrase, appositive bool) phrase {
	if len(segments) == 0 {
		return phrase{}
	}
	last := segments[len(segments)-1]
	if !appositive {
		n := len(segments) - 1
		if n > 0 && p.joins(a, last) && p.nominal(a, segments[n-1]) { // "A, B et C"
			for n > 0 && p.nominal(a, segments[n-1]) {
				n--
			}
			return phrase{segments[n].first, last.last}
		}
		return p.headless(a, last)
	}
	best := phrase{}
	for _, s := range segments {
		if best.empty() && p.nominal(a, s) {
			best = s
			continue
		}
		if !best.empty() && a.tag(best.first) == tagDeterminer && (p.allNames(a, s) || p.titleOf(a, best, s)) { // "son père, Kim Jong Il,"
			return s
		}
	}
	if !best.empty() {
		return best
	}
	return p.headless(a, last)
}

// nominal tells whether a stretch begins as a noun phrase does.
func (p *prosody) nominal(a *analysis, s phrase) bool {
	t := a.tag(s.first)
	if next := a.tag(s.first + 1); t == tagAdjective && s.last-s.first > 1 { // "local officials"
		return next == tagNoun || next == tagName || next == tagAdjective
	}
	return t == tagDeterminer || t == tagName || t == tagSubject || t == tagNumber || t == tagNoun
}

// joins tells whether a stretch joins its members with a conjunction.
func (p *prosody) joins(a *analysis, s phrase) bool {
	for k := s.first; k < s.last; k++ {
		if a.tag(k) == tagConjunction && a.is(k, isJoining) {
			return true
		}
	}
	return false
}

// allNames tells whether a stretch is a person's name.
func (p *prosody) allNames(a *analysis, s phrase) bool {
	for k := s.first; k < s.last; k++ {
		if t := a.tag(k); t != tagName && !p.hyphen(k) {
			return false
		}
	}
	return s.last-s.first >= 2 && s.last-s.first <= 6
}

// titleOf tells whether a stretch between commas is the name of what stands before
// it: "le premier, Spoutnik,", "son dernier film, À la dérive,".
func (p *prosody) titleOf(a *analysis, np, s phrase) bool {
	if !p.capital(s.first) || s.last-s.first > 8 {
		return false
	}
	switch a.tag(s.first) {
	case tagName:
		return s.last-s.first == 1 && (a.tag(np.last-1) == tagAdjective || a.is(np.first, isPossessive))
	case tagDeterminer, tagPreposition:
		return a.is(np.first, isPossessive)
	}
	return false
}

// headless skips the adverbial that no comma parts from the subject: "en 2015
// la France", "mercredi le président".
func (p *prosody) headless(a *analysis, s phrase) phrase {
	k := s.first
	for k < s.last {
		switch a.tag(k) {
		case tagDate, tagAdverb, tagMark, tagConjunction:
			k++
			continue
		case tagPreposition:
			if a.is(k, isOf) && (a.tag(k+1) == tagAdjective || p.apostrophe(k+1) && a.tag(k+2) == tagAdjective) { // "de nombreux", "d'autres"
				break
			}
			// the adverbial ends at a date or before the next determiner or pronoun that "of" does not lead to
			j := k + 1
			for j < s.last && a.tag(j) != tagDate {
				j++
			}
			if j < s.last {
				k = j
				continue
			}
			for j = k + 2; j < s.last; j++ {
				if t := a.tag(j); t == tagSubject || (t == tagDeterminer || t == tagName) && (a.tag(j-1) == tagNoun || a.tag(j-1) == tagName && t == tagDeterminer) {
					break
				}
			}
			if j < s.last {
				k = j
				continue
			}
			return phrase{}
		}
		break
	}
	// dates at the end belong to the verb
	end := s.last
	for end > k && (a.tag(end-1) == tagDate || a.tag(end-1) == tagAdverb) {
		end--
	}
	s = p.trimPhrase(a, phrase{k, end})
	if !s.empty() && a.tag(s.last-1) == tagSubject { // a topic before its pronoun
		s.first = s.last - 1
	}
	return s
}

// inverted gives a subject that stands right after its verb.
func (p *prosody) inverted(a *analysis, i int) phrase {
	c := &a.clauses[i]
	k := c.groupEnd
	for a.tag(k) == tagDate || a.tag(k) == tagAdverb && p.lower(k) != p.lang.As {
		k++
	}
	if t := a.tag(k); t != tagDeterminer && t != tagName {
		return phrase{}
	}
	end := k + 1
	for a.has(end) && a.clauseOf(end) == i {
		t := a.tag(end)
		if t != tagNoun && t != tagName && t != tagMark && t != tagAdjective && !(t == tagPreposition && a.is(end, isOf)) && !(t == tagDeterminer && a.tag(end-1) == tagPreposition) {
			break
		}
		end++
	}
	return p.trimPhrase(a, phrase{k, end})
}
