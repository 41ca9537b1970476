package timeline

import "github.com/frise-timeline/frise/timeline/lang"

// clause writes a clause as a sentence of its own: its subject, found
// elsewhere where a pronoun stands for it, its verb and what the verb takes.
func (c *composer) clause(i int) {
	cl := &c.a.clauses[i]
	c.begin(rankCore, false)
	if cl.verb < 0 {
		if !c.elliptic(i) {
			c.verbless(cl)
		}
		return
	}
	if c.dateSubject(cl) {
		k := cl.groupEnd
		if c.a.tag(k) != tagDeterminer {
			c.grade -= 0.6
		}
		for c.a.tag(k) == tagDeterminer && c.a.is(k, isDefinite|isDemonstrative) || c.x.apostrophe(k) {
			k++
		}
		cl.subject = phrase{}
		c.complements(k, cl.last, i, true)
		return
	}
	c.subjectOf(i)
	c.begin(rankCore, false)
	relative := ""
	if cl.kind == relativeClause && !(cl.subject.first == cl.lead && !cl.subject.empty()) {
		relative = c.x.lang.Relatives[c.x.lower(cl.lead)]
		if relative == "subject" && cl.first == cl.lead { // "which Ukrainian forces entered"
			relative = "object"
		}
	}
	for k := cl.group; k < cl.groupEnd; k++ {
		if cl.subject.first > cl.verb && k >= cl.subject.first && k < cl.subject.last {
			continue
		}
		if c.x.hyphen(k) && c.a.tag(k+1) == tagMark || c.x.hyphened(k) || c.a.is(k, isAdverbialPronoun) && c.a.tag(k) == tagClitic { // "a-t-il"; "en", "y"
			continue
		}
		c.put(k)
	}
	c.objectPronouns(cl)
	if relative == "object" {
		if cl.antecedent.empty() {
			c.grade -= 0.5
		} else {
			c.plainParticiple(cl)
			c.begin(rankCore, false)
			c.nounPhrase(cl.antecedent, false)
		}
	}
	before := len(c.pieces)
	c.predicate(i, cl.groupEnd, cl.last)
	for _, p := range c.pieces {
		if c.a.has(p.token) && c.a.is(p.token, isDanglingAdverb) && c.a.tag(p.token) == tagAdverb {
			c.grade -= 0.25 // "had last been there"
			break
		}
	}
	if len(c.pieces) == before && relative == "" && cl.groupEnd == cl.verb+1 { // "court", "entered"
		c.grade -= 0.2
	}
	switch relative {
	case "of":
		if !cl.antecedent.empty() {
			c.begin(rankCore, false)
			c.joined(c.x.lang.OfWord, cl.antecedent)
		}
	case "subject", "oblique":
		if p := cl.first; p < cl.lead && !cl.antecedent.empty() && c.a.tag(p) == tagPreposition && c.a.tag(cl.antecedent.first) != tagNoun && !c.timeNoun(cl.antecedent) {
			c.begin(rankPhrase, false)
			c.joined(c.x.lower(p), cl.antecedent)
		}
	case "place":
		if !cl.antecedent.empty() && c.a.tag(cl.antecedent.first) == tagName {
			c.begin(rankPhrase, false)
			c.joined(c.x.lang.ToWord, cl.antecedent)
		}
	}
}

// dateSubject tells a clause that says what day it is: "Saturday is the first
// anniversary of the summit" is an anniversary.
func (c *composer) dateSubject(cl *clause) bool {
	w := c.a.at(cl.verb)
	if w.form == 0 || !cl.subject.empty() && cl.subject.first < cl.verb || cl.kind != mainClause {
		return false
	}
	v := &c.x.lang.verbs[w.verb]
	if !v.be && !v.marks {
		return false
	}
	dated := false
	for k := cl.first; k < cl.group; k++ {
		dated = dated || c.a.tag(k) == tagDate
	}
	return dated
}

// timeNoun tells an antecedent that is a date: "date à laquelle".
func (c *composer) timeNoun(np phrase) bool {
	for k := np.first; k < np.last; k++ {
		if c.a.tag(k) == tagDate || c.a.is(k, isDateWord) && c.a.tag(k) == tagNoun {
			return true
		}
	}
	return false
}

// elliptic writes a clause that leaves its verb to the one before a colon: "en
// sont partis : du Mali en 2022, du Niger en 2023".
func (c *composer) elliptic(i int) bool {
	cl := &c.a.clauses[i]
	if i == 0 || cl.kind != mainClause || c.a.tag(cl.first-1) != tagStop || c.x.tokens[cl.first-1].Num != ':' || c.a.tag(cl.body) != tagPreposition {
		return false
	}
	j := c.a.clauseOf(cl.first - 1)
	p := &c.a.clauses[j]
	if p.verb < 0 || p.kind != mainClause {
		return false
	}
	c.subjectOf(j)
	c.begin(rankCore, false)
	for k := p.group; k < p.groupEnd; k++ {
		if c.a.tag(k) == tagClitic && c.a.is(k, isAdverbialPronoun) {
			continue
		}
		c.put(k)
	}
	c.begin(rankCore, false)
	c.complements(cl.body, cl.last, i, false)
	return true
}

// plainParticiple takes from the participle of a relative clause the agreement
// with its object, which now follows: "que X a visitée" is "X a visité".
func (c *composer) plainParticiple(cl *clause) {
	for n := range c.pieces {
		p := &c.pieces[n]
		if p.token >= cl.verb && p.token < cl.groupEnd && c.a.tag(p.token) == tagGroup {
			if w := c.a.at(p.token); w.form&participle != 0 {
				p.text = c.x.lang.verbs[w.verb].participle
			}
		}
	}
}

// objectPronouns grades down a verb with a pronoun for its object.
func (c *composer) objectPronouns(cl *clause) {
	for k := cl.group; k < cl.groupEnd; k++ {
		if c.a.tag(k) == tagClitic && !c.a.is(k, isReflexive) {
			c.grade -= 0.3
			return
		}
	}
	if k := cl.groupEnd; c.a.has(k) && c.a.is(k, isDanglingSubject) && !c.a.is(k, isDeterminer) && c.a.tag(k) == tagSubject && !c.x.hyphened(k) {
		c.grade -= 0.3
	}
}

// verbless writes a clause that has no verb, without what leads into it.
func (c *composer) verbless(cl *clause) {
	k := cl.body
	for k < cl.last && (c.a.tag(k) == tagConjunction || c.a.tag(k) == tagComma || c.a.tag(k) == tagAdverb || c.drop[k-c.a.first] || c.a.tag(k) == tagDate) {
		k++
	}
	c.grade -= 0.3
	if t := c.a.tag(k); t == tagPreposition || t == tagParticiple || t == tagGerund || cl.kind == aside {
		c.grade -= 0.35
	}
	c.complements(k, cl.last, int(c.a.of[cl.first-c.a.first]), true)
}

// predicate writes what follows the verb of clause i.
func (c *composer) predicate(i, from, to int) {
	c.complements(from, to, i, false)
}

// complements writes the constituents of a stretch, each a run that can go.
func (c *composer) complements(from, to, i int, filled bool) {
	comma, participle, phrasal, object, ofs := false, false, false, filled, 0
	commas := 0
	inverted := c.a.clauses[i].subject
	for k := from; k < to; k++ {
		if k >= inverted.first && k < inverted.last && inverted.first >= from && c.a.clauses[i].verb >= 0 {
			continue
		}
		if c.a.clauseOf(k) != i {
			k = c.inner(k, i, to, comma) - 1
			comma, participle = false, false
			c.begin(rankPhrase, false)
			filled = true
			continue
		}
		if c.drop[k-c.a.first] {
			continue
		}
		switch c.a.tag(k) {
		case tagComma:
			comma, participle, phrasal, ofs = true, false, false, 0
			commas++
			continue
		case tagDash, tagStop:
			comma = true
			continue
		case tagMark:
			if c.x.fullStop(k) && k+1 >= to {
				continue
			}
		case tagPreposition:
			switch {
			case c.a.is(k, isOf) && !comma:
				if ofs++; ofs > 1 && !participle && filled && !c.joining() {
					c.begin(rankOf, false)
				}
			case c.joining(), c.compound(k) && !comma:
			case filled && !participle || comma || filled && c.a.tag(k+1) == tagInfinitive:
				c.begin(c.phraseRank(k), false)
				ofs, participle = 0, false
			}
			phrasal = phrasal || !c.a.is(k, isOf)
		case tagGerund:
			if filled {
				c.begin(rankClause, comma)
			}
		case tagParticiple:
			if filled && !participle && (comma || c.governs(k)) {
				c.begin(rankPhrase, comma)
				c.runs[len(c.runs)-1].host = len(c.runs) - 2
				participle = true
			}
		case tagConjunction:
			c.conjunction(k, comma)
			comma = false
			continue
		case tagAdverb, tagDate:
			if comma && filled {
				c.begin(rankAside, true)
			}
		case tagInfinitive:
			if comma {
				c.begin(rankCore, false)
			}
		default:
			if comma && c.a.clauses[i].verb >= 0 && !filled && commas == 1 && k-2 > c.a.clauses[i].groupEnd && c.a.tag(k) == tagDeterminer && from == c.a.clauses[i].groupEnd { // "doit revenir le 6 août, la seconde"
				c.begin(rankAside, true)
			} else if comma && filled && !object && c.a.tag(k) == tagDeterminer { // "a promulgué, au terme de …, une loi"
				c.begin(rankCore, false)
			} else if comma && filled {
				if c.isMember(k, to, i) {
					c.begin(rankMember, true)
				} else {
					c.begin(rankAside, true)
				}
				ofs = 0
			} else if comma {
				c.begin(rankCore, false)
			}
		}
		comma = false
		if words, next := c.named(k, to); next > k {
			c.say(words)
			filled, k = true, next-1
			continue
		}
		c.put(k)
		object = object || !phrasal && (c.a.tag(k) == tagNoun || c.a.tag(k) == tagName)
		filled = filled || c.a.tag(k) == tagNoun || c.a.tag(k) == tagName || c.a.tag(k) == tagNumber || c.a.tag(k) == tagInfinitive
	}
}

// compound tells whether a preposition makes one noun of two: "mises en garde",
// "prise en charge".
func (c *composer) compound(k int) bool {
	return c.a.is(k, isPlace) && c.a.tag(k-1) == tagNoun && c.a.is(k+1, isCompoundEnd)
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
	for c.x.apostrophe(next) || c.a.tag(next) == tagClitic || c.a.tag(next) == tagNegation {
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
		c.begin(rankPurpose, false)
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
