package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
)

// A stretch is where complements stands in the words that it writes.
type stretch struct {
	from, to, clause int
	commas, ofs      int  // seen so far; complements with "of" of this constituent
	comma            bool // the last token was one
	filled           bool // a noun is written
	object           bool // and it is in no prepositional phrase
	phrasal          bool // inside a prepositional phrase
	participle       bool // inside a participle's phrase
	early            bool // a comma stands between the verb and its object
	adverbial        int  // the run of a phrase between the verb and its object, 0 for none
}

// complements writes the constituents of a stretch, each a run that can go.
func (c *composer) complements(from, to, i int, filled bool) {
	s := stretch{from: from, to: to, clause: i, filled: filled, object: filled}
	inverted := c.a.clauses[i].subject
	for k := from; k < to; k++ {
		if k >= inverted.first && k < inverted.last && inverted.first >= from && c.a.clauses[i].verb >= 0 {
			continue
		}
		if c.a.clauseOf(k) != i {
			kind := c.a.clauses[c.a.clauseOf(k)].kind
			k = c.inner(k, i, to, s.comma) - 1
			if (kind == attributionClause || kind == aside) && c.a.tag(k+1) == tagComma { // "pour éviter, a-t-il dit, un bain"
				k++
			}
			s.comma, s.participle = false, false
			if kind != aside {
				c.within = -1
			}
			if !s.filled && (kind == attributionClause || kind == aside) { // "a fermé [en chinois] la route"
				c.begin(rankCore, false)
				continue
			}
			s.filled = true
			if kind != aside || c.within < 0 {
				c.begin(rankPhrase, false)
			}
			continue
		}
		if c.drop[k-c.a.first] || !c.boundary(k, &s) {
			continue
		}
		s.comma = false
		if words, next := c.named(k, to); next > k {
			c.say(words)
			s.filled, k = true, next-1
			continue
		}
		if c.a.is(k, isObjectPronoun) { // "police found him"
			c.grade -= 0.3
		}
		if c.pointing(k, i) {
			continue
		}
		c.put(k)
		tag := c.a.tag(k)
		if tag == tagInfinitive && c.within >= 0 { // its own object follows
			s.phrasal, s.ofs = false, 0
		}
		s.object = s.object || !s.phrasal && (tag == tagNoun || tag == tagName)
		s.filled = s.filled || tag == tagNoun || tag == tagName || tag == tagNumber || tag == tagInfinitive
	}
}

// boundary begins a new constituent where token k begins one; it tells whether
// the token is still to be written.
func (c *composer) boundary(k int, s *stretch) bool {
	switch c.a.tag(k) {
	case tagComma:
		s.early = s.early || !s.filled
		s.comma, s.participle, s.phrasal, s.ofs, c.within = true, false, false, 0, -1
		s.commas++
		return false
	case tagDash, tagStop:
		s.comma = true
		return false
	case tagMark:
		return !c.x.fullStop(k) || k+1 < s.to && !c.x.fullStop(k+1)
	case tagPreposition:
		c.preposition(k, s)
	case tagSubordinator: // "while trying"
		if s.filled && c.a.tag(k+1) == tagGerund {
			c.begin(rankClause, s.comma)
			c.hold()
			s.phrasal, s.ofs = false, 0
		}
	case tagGerund:
		drive := c.a.tag(k-2) == tagPreposition && c.a.tag(k-1) == tagNoun // "of drunken driving"
		if s.filled && c.a.tag(k-1) != tagPreposition && c.a.tag(k-1) != tagSubordinator && !drive {
			c.begin(rankClause, s.comma)
			c.hold()
			s.phrasal, s.ofs = false, 0
		}
	case tagParticiple:
		if s.filled && !s.participle && (s.comma || c.governs(k)) {
			c.begin(rankPhrase, s.comma)
			c.runs[len(c.runs)-1].host = len(c.runs) - 2
			s.participle = true
		}
	case tagConjunction:
		c.conjunction(k, s.comma)
		s.comma = false
		return false
	case tagAdverb, tagDate:
		if s.comma && s.filled {
			c.begin(rankAside, true)
		}
	case tagInfinitive:
		if s.comma {
			c.begin(rankCore, false)
		}
	case tagDeterminer:
		if !s.comma && s.phrasal && s.filled && !s.object && !c.a.is(k, isPreposition|isOf) && c.nounEnds(k-1) { // "a présenté dans un discours une loi"
			if s.adverbial > 0 && c.transitive(&c.a.clauses[s.clause]) {
				c.runs[s.adverbial].rank = rankPhrase
			}
			c.begin(rankCore, false)
			s.phrasal, s.object, s.ofs = false, true, 0
			return true
		}
		c.afterComma(k, s)
	default:
		c.afterComma(k, s)
	}
	return true
}

// leadsInfinitive tells whether an infinitive follows a preposition.
func (c *composer) leadsInfinitive(k int) bool {
	for k++; c.x.apostrophe(k) || c.a.tag(k) == tagClitic || c.a.tag(k) == tagNegation; k++ {
	}
	return c.a.tag(k) == tagInfinitive
}

// nounEnds tells whether a noun phrase can end with token k.
func (c *composer) nounEnds(k int) bool {
	switch c.a.tag(k) {
	case tagNoun, tagName, tagNumber, tagQuoteClose, tagParticiple, tagDate:
		return true
	}
	return false
}

// preposition begins the constituent of a prepositional phrase.
func (c *composer) preposition(k int, s *stretch) {
	of := c.a.is(k, isOf)
	s.phrasal = s.phrasal || !of || k == s.from && !c.a.is(k, isDeterminer) && k == c.a.clauses[s.clause].groupEnd // "ont gagné de justesse, dimanche, le match"
	switch {
	case c.quantity(k) && !s.comma:
	case of && !s.comma && s.filled && s.participle && c.a.tag(k-1) != tagParticiple && c.leadsInfinitive(k): // "l'engagement pris par la France de partir"
		c.begin(rankParty, false)
		c.runs[len(c.runs)-1].host = -1
		c.hold()
		s.ofs, s.participle = 0, false
	case of && !s.comma:
		if s.ofs++; s.ofs > 1 && !s.participle && s.filled && !c.joining() {
			c.begin(rankOf, false)
		} else if s.filled && !s.phrasal && !s.participle && !c.joining() && !(c.a.tag(k-1) == tagName && c.a.tag(k+1) == tagName) {
			c.begin(rankHead, false)
		}
	case c.joining(), (c.compound(k) || c.locution(k)) && !s.comma:
	case !s.filled && !s.comma && k > s.from && c.a.clauses[s.clause].verb >= 0 && s.adverbial == 0 && !of: // it may be none that the verb needs
		c.begin(rankCore, false)
		s.adverbial = len(c.runs) - 1
		if cl := &c.a.clauses[s.clause]; c.a.is(k, isAgent) && c.a.at(cl.groupEnd-1).form&participle != 0 && !c.transitive(cl) { // "a été présenté par la galerie"
			c.runs[s.adverbial].rank = rankParty
		}
	case s.filled && !s.participle, s.comma, s.filled && c.a.tag(k+1) == tagInfinitive:
		c.begin(c.phraseRank(k), false)
		s.ofs, s.participle = 0, false
		if r := c.runs[len(c.runs)-1].rank; r == rankPurpose || r == rankClause || r == rankParty && c.leadsInfinitive(k) {
			c.hold()
		}
	}
}

// afterComma begins the constituent of a noun that follows a comma: the object
// after an adverbial, a member of a list, or an apposition.
func (c *composer) afterComma(k int, s *stretch) {
	if !s.comma {
		return
	}
	cl, determined := &c.a.clauses[s.clause], c.a.tag(k) == tagDeterminer
	switch {
	case cl.verb >= 0 && !s.filled && s.commas == 1 && k-2 > cl.groupEnd && determined && s.from == cl.groupEnd: // "doit revenir le 6 août, la seconde"
		c.begin(rankAside, true)
	case s.filled && !s.object && determined && c.a.tag(k-2) != tagName && (s.early || s.commas == 2 && c.transitive(cl)): // "a promulgué, au terme de …, une loi"
		c.begin(rankCore, false)
	case s.filled && c.isMember(k, s.to, s.clause):
		c.begin(rankMember, true)
	case s.filled:
		c.begin(rankAside, true)
	default:
		c.begin(rankCore, false)
	}
	s.ofs = 0
}

// transitive tells a verb that may still wait for its object: it is neither
// reflexive nor passive.
func (c *composer) transitive(cl *clause) bool {
	for k := cl.group; k < cl.groupEnd; k++ {
		if c.a.tag(k) == tagClitic && c.a.is(k, isReflexive) || c.x.verbAt(c.a, k).be {
			return false
		}
	}
	return true
}

// compound tells whether a preposition makes one noun of two: "mises en garde",
// "prise en charge".
func (c *composer) compound(k int) bool {
	return c.a.is(k, isPlace) && c.a.tag(k-1) == tagNoun && c.a.is(k+1, isCompoundEnd)
}

// locution tells the second preposition of one made of several words: "in
// response [to]", "as part [of]".
func (c *composer) locution(k int) bool {
	return c.a.tag(k-1) == tagNoun && c.a.tag(k-2) == tagPreposition && !c.a.is(k-2, isOf) && c.a.tag(k+1) != tagInfinitive && c.a.tag(k+1) != tagGerund && !c.drop[k-1-c.a.first]
}

// joining tells whether the last word written is a conjunction that waits for
// its member.
func (c *composer) joining() bool {
	n := len(c.pieces)
	return n > 0 && c.pieces[n-1].token >= 0 && c.a.has(c.pieces[n-1].token) && c.a.tag(c.pieces[n-1].token) == tagConjunction
}

// conjunction begins the second member of a pair, which can go.
func (c *composer) conjunction(k int, comma bool) {
	if len(c.pieces) == 0 || !c.a.is(k, isJoining) && comma {
		c.begin(rankAside, true)
	} else {
		c.begin(rankMember, false)
	}
	c.put(k)
}

// phraseRank tells how readily a prepositional phrase goes.
func (c *composer) phraseRank(k int) uint8 {
	next := k + 1
	for c.x.apostrophe(next) || c.a.tag(next) == tagClitic || c.a.tag(next) == tagNegation || c.a.ofAt(next) && c.leadsInfinitive(next) { // "afin d'obtenir"
		next++
	}
	switch {
	case c.a.tag(next) == tagInfinitive && c.a.is(k, isPlace):
		return rankParty // "l'un des 24 États à rejeter"
	case c.a.tag(next) == tagInfinitive:
		return rankPurpose
	case c.a.tag(next) == tagGerund:
		return rankClause
	case c.a.is(k, isParty) && (c.a.tag(next) == tagName || c.a.tag(next+1) == tagName || c.a.is(next+1, isBoth) || c.x.apostrophe(next+1)):
		return rankParty
	}
	return rankPhrase
}

// isMember tells whether what follows a comma goes on with a list: a
// conjunction joins its last member before the clause ends.
func (c *composer) isMember(k, to, i int) bool {
	for ; k < to; k++ {
		if c.a.clauseOf(k) != i {
			return false
		}
		switch c.a.tag(k) {
		case tagConjunction:
			return c.a.is(k, isJoining)
		case tagStop, tagDash, tagParticiple, tagGerund:
			return false
		}
	}
	return false
}

// relativeRank tells how readily a relative clause at token k goes: last of what
// stands after the verb where only it tells which thing is meant, "les maisons
// qui ont brûlé".
func (c *composer) relativeRank(k int) uint8 {
	for n := 1; n <= 3; n++ {
		switch t := c.a.tag(k - n); {
		case t == tagDeterminer && n > 1 && c.a.is(k-n, isDefinite) && !c.a.is(k-n, isOf):
			return rankParty
		case t != tagNoun && !c.x.apostrophe(k-n):
			return rankPurpose
		}
	}
	return rankPurpose
}

// loosely tells whether token t stands in a clause inside clause j that a comma
// opens, or is that comma.
func (c *composer) loosely(t, j int) bool {
	if c.a.tag(t) == tagComma && c.a.has(t+1) {
		t++
	}
	for i := c.a.clauseOf(t); i != j && i >= 0; i = c.a.clauses[i].parent {
		if c.a.clauses[i].comma && c.a.clauses[i].kind == relativeClause || c.a.clauses[i].kind == relativeClause && c.a.tag(c.a.clauses[i].first-1) == tagComma {
			return true
		}
	}
	return false
}

// inner writes the clause that stands inside clause i at token k, as far as a
// title wants it, and gives the first token after it.
func (c *composer) inner(k, i, to int, comma bool) int {
	j := c.a.clauseOf(k)
	for c.a.clauses[j].parent != i && c.a.clauses[j].parent >= 0 && c.a.clauses[j].kind != coordinate {
		j = c.a.clauses[j].parent
	}
	cl := &c.a.clauses[j]
	end := max(k+1, min(cl.last, to))
	comma = comma || cl.comma
	switch cl.kind {
	case aside, attributionClause, mainClause:
		return end
	case coordinate:
		for end < to && c.a.clauseOf(end) != i { // and what hangs on it
			end++
		}
		return end
	case relativeClause:
		if s := c.a.clauses[i].subject; comma || s.first > c.a.clauses[i].verb && c.a.clauses[i].verb >= 0 { // what it hangs on has moved
			return end
		}
		c.begin(c.relativeRank(k), false)
	case adverbialClause:
		if comma {
			return end
		}
		c.begin(rankClause, false)
	case quoted:
		if len(c.runs) == 0 || c.a.clauses[i].verb < 0 {
			c.begin(rankCore, false)
		}
	}
	for t := k; t < end; t++ {
		kind := c.a.clauses[c.a.clauseOf(t)].kind
		if cl.kind == relativeClause && c.loosely(t, j) { // "qui vit à Lyon, où …"
			continue
		}
		if kind == aside || kind == attributionClause || t == end-1 && c.a.tag(t) == tagComma || c.x.fullStop(t) && t+1 >= to {
			continue
		}
		if c.x.tokens[t].Kind == lang.Punct && c.a.tag(t) == tagComma && c.drop[min(t+1, c.a.last-1)-c.a.first] {
			continue
		}
		c.put(t)
	}
	return end
}
