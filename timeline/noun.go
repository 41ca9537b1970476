package timeline

import (
	"slices"
	"strings"
)

// subject gives the subject of a clause: its own, or of "et a signé" that of the
// clause before; of a relative clause what it is about.
func (c *composer) subject(i int) phrase {
	cl := &c.a.clauses[i]
	s := cl.subject
	for n := 0; s.empty() && n < 6; n++ {
		p := cl.parent
		if kind := cl.kind; p < 0 || kind != coordinate && kind != quoted {
			return phrase{}
		}
		cl = &c.a.clauses[p]
		s = cl.subject
	}
	if cl.kind == relativeClause && !s.empty() && s.first == cl.lead {
		return cl.antecedent
	}
	return s
}

// subjectOf writes the subject of a clause.
func (c *composer) subjectOf(i int) {
	s := c.subject(i)
	if s.empty() {
		c.grade -= 0.6
		if cl := &c.a.clauses[i]; cl.kind == relativeClause && !cl.subject.empty() {
			c.grade -= 0.1
		}
		return
	}
	if c.verbal(s) || c.a.is(s.first, isPlace) && !c.a.is(s.first, isDeterminer) && c.a.tag(s.first+1) == tagDeterminer { // "dans un billet"
		c.grade -= 0.6 // "attendus et craints": no noun
	}
	if c.a.tag(s.first) == tagDeterminer && s.last-s.first <= 3 && c.a.is(s.last-1, isGeneric) && c.a.is(s.first, isDefinite|isDemonstrative|isPossessive) && c.meant(s) == "" {
		c.grade -= 0.15 // "le pays"
	}
	if c.headlessSubject(s) && c.latter(s) == "" {
		c.grade -= 0.6 // "the first", "les deux"
	}
	if c.witnessed(&c.a.clauses[i], s) {
		c.say(c.x.lang.Witness.Noun)
		c.grade -= 0.5
		return
	}
	if c.a.is(s.first, isFirstPerson) && c.a.tag(s.first) != tagName {
		c.grade -= 0.6 // the author's own days are no news
	}
	c.nounPhrase(s, true)
}

// witnessed tells a clause in which the author tells what happened before him:
// "j'ai vu un tank" is "un témoin a vu un tank". It notes the verb's form.
func (c *composer) witnessed(cl *clause, s phrase) bool {
	w := &c.x.lang.Witness
	if !slices.Contains(w.Words, c.x.lower(s.first)) || cl.verb < 0 || s.last > cl.verb {
		return false
	}
	verb := c.a.at(cl.verb)
	if other, ok := w.Verbs[c.x.lower(cl.verb)]; ok && c.x.compound(c.a, cl) {
		if c.singular == nil {
			c.singular = map[int]string{}
		}
		c.singular[cl.verb] = other
		for k := cl.verb + 1; k < cl.groupEnd; k++ { // "je suis passée"
			if w := c.a.at(k); c.a.tag(k) == tagGroup && w.form&participle != 0 && c.x.lang.verbs[w.verb].participle != "" {
				c.singular[k] = c.x.lang.verbs[w.verb].participle
			}
		}
		return true
	}
	return c.x.lang.AmbiguousPast && verb.form&past != 0
}

// verbal tells a stretch without a noun, that begins with a participle: what was
// found for the subject belongs to it.
func (c *composer) verbal(s phrase) bool {
	if t := c.a.tag(s.first); t != tagParticiple && t != tagGerund {
		return false
	}
	for k := s.first; k < s.last; k++ {
		if t := c.a.tag(k); t == tagName || t == tagSubject || t == tagNoun && !c.a.is(k, isAdverb) {
			return false
		}
	}
	return true
}

// headlessSubject tells a subject that leaves its noun to the text before it.
func (c *composer) headlessSubject(s phrase) bool {
	for k := s.first; k < s.last; k++ {
		t := c.a.tag(k)
		if t == tagPreposition && k > s.first { // "the deadliest in decades"
			return true
		}
		if t != tagDeterminer && t != tagAdjective && !c.a.is(k, isBoth) && !c.x.superlativeAt(c.a, k) {
			return false
		}
	}
	return true
}

// nounPhrase writes a noun phrase that must be understood without the text
// around it: for a pronoun what it stands for, no demonstratives.
func (c *composer) nounPhrase(np phrase, subject bool) {
	np = c.afterLocution(np)
	if c.a.is(np.first, isDanglingSubject) && (c.a.tag(np.first) == tagSubject || np.last-np.first == 1) {
		if words := c.x.referent(c.a, np.first); words != "" {
			c.say(words)
			return
		}
		if subject && c.x.weather(c.a, np.first) { // "il a neigé"
			c.pieces = append(c.pieces, piece{token: np.first, text: c.x.lower(np.first), run: int16(len(c.runs) - 1)})
			return
		}
		c.grade -= 0.6
		if c.a.at(np.first).class&(isMasculine|isFeminine|isPlural) == 0 { // "c'est"
			c.grade -= 0.2
		}
		c.put(np.first)
		for k := np.first + 1; c.x.apostrophe(k); k++ {
			c.put(k)
		}
		return
	}
	if name := c.latter(np); name != "" {
		c.say(name)
		return
	}
	if c.a.is(np.first, isDemonstrative|isDefinite) && np.last-np.first == 2 && slices.Contains(c.x.lang.Latter, c.x.lower(np.last-1)) { // "ces derniers"
		c.grade -= 0.6
	}
	if subject && c.a.is(np.first, isPossessive) {
		if owner := c.possessor(np); owner != "" {
			c.owned(np, owner)
			return
		}
	}
	k := np.first
	if name := c.holder(np); subject && name != "" {
		c.say(name)
		return
	}
	if name := c.meant(np); subject && name != "" {
		if len(c.pieces) > 0 {
			name = c.x.lowered(name)
		}
		c.say(name)
		return
	}
	if words, next := c.surname(np); next > k && subject {
		c.say(words)
		k = next
	} else if words, next := c.named(k, np.last); next > k {
		c.say(words)
		k = next
	} else if article, next := c.article(k); next > k {
		if article != "" {
			c.say(article)
		}
		k = next
	} else if article, ok := c.contracted(np); ok && subject && len(c.pieces) == 0 {
		c.say(article)
	} else if c.bareOf(np) {
		c.say(c.x.lang.Indefinite[0])
	} else if k == c.a.first && c.a.tag(k) == tagDeterminer {
		c.pieces = append(c.pieces, piece{token: k, text: c.x.lower(k), run: int16(len(c.runs) - 1)})
		k++
	}
	c.rest(np, k, subject)
	c.completed(np, subject)
}

// completed adds to a subject that is a noun alone the complement that the
// article has for it: "la direction" is "la direction de Renault".
func (c *composer) completed(np phrase, subject bool) {
	head := np.last - 1
	bare := head == np.first+1 || head == np.first+2 && c.x.apostrophe(np.first+1)
	if !subject || !bare || c.a.tag(np.first) != tagDeterminer || c.a.tag(head) != tagNoun || !c.a.is(np.first, isDefinite|isDemonstrative) || c.a.ofAt(np.last) {
		return
	}
	if words := c.x.whole(head); words != "" {
		c.begin(rankPurpose, false)
		c.runs[len(c.runs)-1].host = len(c.runs) - 2
		c.say(words)
	}
}

// afterLocution gives the noun that a locution leads to: "au bout de
// manifestations" is about "manifestations".
func (c *composer) afterLocution(np phrase) phrase {
	k := np.first
	if c.x.capital(k) && k > c.a.first { // a title: "Au bout de la nuit"
		return np
	}
	for k < np.last && (c.a.tag(k) == tagDeterminer || c.a.tag(k) == tagPreposition && !c.a.ofAt(k) || c.x.apostrophe(k)) {
		k++
	}
	before := np.first - 1
	led := k > np.first && c.a.is(k-1, isPlace) || c.a.tag(before) == tagPreposition && c.a.is(before, isPlace) || c.x.apostrophe(k-1) && c.a.is(k-3, isPlace)
	if k+2 >= np.last || !c.a.is(k, isLocution) || !c.a.ofAt(k+1) || !led {
		return np
	}
	k += 2
	if c.x.apostrophe(k) {
		k++
	}
	return phrase{k, np.last}
}

// contracted gives the article that a preposition before a noun phrase has in it:
// of "au centre de la ville" it is "le".
func (c *composer) contracted(np phrase) (string, bool) {
	k := np.first - 1
	if c.a.tag(np.first) != tagNoun || c.a.tag(k) != tagPreposition || c.a.clauseOf(np.first) != c.a.clauseOf(k) {
		return "", false
	}
	article, ok := c.x.lang.Uncontracted[c.x.lower(k)]
	return article, ok
}

// bareOf tells a plural that follows the "of" of a locution without a
// determiner, and takes one at the head of a sentence.
func (c *composer) bareOf(np phrase) bool {
	k := np.first
	if len(c.x.lang.Indefinite) == 0 || len(c.pieces) > 0 || c.a.tag(k) != tagNoun || !c.a.ofAt(k-1) || c.a.is(k-1, isDefinite|isPlural) {
		return false
	}
	w := c.x.word(k)
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x")
}

// rest writes a noun phrase from token k on; its prepositional phrases and
// relative clauses can go.
func (c *composer) rest(np phrase, k int, subject bool) {
	ofs := 0
	own := c.a.clauseOf(np.first)
	for ; k < np.last; k++ {
		if j := c.a.clauseOf(k); j != own {
			cl := &c.a.clauses[j]
			if cl.kind == aside || cl.kind == attributionClause || cl.comma || cl.kind == coordinate || cl.kind == relativeClause && c.a.tag(cl.first-1) == tagName { // a name needs none
				continue
			}
			if k == cl.first {
				c.begin(rankPurpose, false)
			}
		} else if c.a.tag(k) == tagPreposition && !c.drop[k-c.a.first] {
			switch {
			case c.quantity(k):
			case !c.a.is(k, isOf):
				c.begin(rankPhrase, false)
				ofs = 0
			case subject:
				if ofs++; ofs > 1 {
					c.begin(rankOf, false)
				} else if !(c.a.tag(k-1) == tagName && c.a.tag(k+1) == tagName) && c.a.tag(k-1) != tagNumber {
					c.begin(rankSubject, false)
					if c.unidentified(np.first) && !c.a.is(k-1, isRelational) && (c.a.is(k, isDefinite) || c.a.tag(k+1) == tagName || c.a.is(k+1, isDefinite)) {
						c.runs[len(c.runs)-1].rank = rankParty // "des partisans du roi": some partisans
					}
				}
			}
		} else if c.a.tag(k) == tagParticiple && k > np.first+1 && (c.governs(k) || c.a.tag(k+1) == tagNoun && c.a.tag(k+2) == tagName) {
			c.begin(rankPurpose, false)
			c.hold()
		}
		if c.a.tag(k) == tagGerund && k > np.first && c.a.tag(k-1) == tagNoun && c.a.clauseOf(k) == own && c.a.tag(k+1) != tagNoun { // "trois hommes portant un sac"
			c.begin(rankPurpose, false)
			c.hold()
		}
		if c.a.tag(k) == tagComma && (k+1 >= np.last || c.drop[k+1-c.a.first]) {
			continue
		}
		if words, next := c.named(k, np.last); next > k {
			c.say(words)
			k = next - 1
			continue
		}
		if k > np.first && c.pointing(k, own) {
			continue
		}
		c.put(k)
	}
	c.within = -1
}

// quantity tells the "of" after a noun that only says how much: "une partie [de]
// la ville".
func (c *composer) quantity(k int) bool {
	return c.a.ofAt(k) && (c.a.is(k-1, isQuantity) || c.a.tag(k-1) == tagAdjective && c.a.is(k-2, isQuantity))
}

// unidentified tells the determiner of a noun that no complement has to tell from
// others: "un", "des", "plusieurs".
func (c *composer) unidentified(k int) bool {
	return c.a.tag(k) == tagNumber || c.a.tag(k) == tagDeterminer && !c.a.is(k, isDefinite|isDemonstrative|isPossessive)
}

// governs tells whether a participle has a complement of its own, and is no
// adjective: "Nations unies".
func (c *composer) governs(k int) bool {
	if c.a.is(k+1, isOf) && c.a.tag(k+1) == tagDeterminer { // "crédités des progrès"
		return true
	}
	switch c.a.tag(k + 1) {
	case tagPreposition, tagDate, tagAdverb, tagComma:
		return !(c.a.tag(k-1) == tagName && c.a.tag(k+1) != tagPreposition)
	}
	return false
}

// article gives the definite article that a title has for a demonstrative or
// possessive at token k, and the token after it.
func (c *composer) article(k int) (string, int) {
	if c.a.tag(k) != tagDeterminer {
		return "", k
	}
	w := c.x.lower(k)
	l := c.x.lang
	article, ok := l.Demonstratives[w]
	if ok {
		c.grade -= 0.12
	} else if article, ok = l.Possessives[w]; ok {
		if c.grade -= 0.2; c.a.tag(k+1) == tagNoun && c.a.at(k).class&(isFeminine|isMasculine|isPlural) == 0 && l.feminineNoun(c.x.word(k+1)) &&
			!(slices.Contains(l.OneOwner, w) && l.elide(article, c.x.word(k+1)) == article) { // "leur victoire", but "son capitaine"
			article = l.Definite[1%len(l.Definite)]
		}
	} else {
		return "", k
	}
	return l.elide(article, c.x.word(k+1)), k + 1
}
