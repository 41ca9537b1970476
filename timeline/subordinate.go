package timeline

import "slices"

// subordinate begins the clause that a relative, "que" or a conjunction leads,
// and gives the last token that it took.
func (c *cutter) subordinate(k int) int {
	a := c.a
	if c.reduced(k) {
		c.take(k)
		return k
	}
	if !c.finiteAhead(k+1) || c.only(k) {
		a.at(k).tag = tagAdverb // "n'a atterri que mardi"
		c.take(k)
		return k
	}
	start, kind := c.lead(k)
	inherited := -1
	if a.tag(start-1) == tagConjunction && c.top().verb >= 0 && c.top().lead >= 0 && !c.top().sealed { // "et que", "et qui"
		inherited = c.stack[len(c.stack)-1]
		kind = a.clauses[inherited].kind
		c.shut(start - 1)
	}
	comma := a.tag(start-1) == tagComma
	if comma && c.top().comma && c.top().verb >= 0 {
		c.shut(start - 1)
	}
	c.open(start, kind, k)
	top := c.top()
	top.comma = comma
	top.body = k + 1
	if kind == relativeClause {
		if top.antecedent = c.antecedent(a, start); inherited >= 0 {
			top.antecedent = a.clauses[inherited].antecedent
		} else if c.aspectAhead(k) {
			top.antecedent = c.act(a, top.antecedent)
		}
		if slices.Contains(c.lang.PersonalRelatives, c.lower(k)) {
			top.antecedent = c.person(a, top.antecedent)
		}
		if c.lang.Relatives[c.lower(k)] == "subject" {
			top.body = k
		}
	}
	for j := start; j <= k; j++ {
		c.take(j)
	}
	if c.apostrophe(k + 1) {
		top.body = max(top.body, k+2)
		k++
		c.take(k)
	}
	return k
}

// reduced tells whether a conjunction leads a phrase with a preposition and no verb:
// "while in Kenya".
func (c *cutter) reduced(k int) bool {
	if c.a.tag(k) != tagSubordinator || c.a.tag(k+1) != tagPreposition || c.a.tag(k+2) == tagDate {
		return false
	}
	for k++; c.a.has(k); k++ {
		switch c.a.tag(k) {
		case tagConjunction, tagComma, tagStop:
			return true
		case tagFinite, tagSubject, tagRelative, tagComplementizer:
			return false
		}
	}
	return true
}

// person gives the name at the end of a noun phrase, which a relative that stands
// for persons only means: "the fall of Mr Smith, who".
func (c *cutter) person(a *analysis, np phrase) phrase {
	for k := np.last - 1; k > np.first && a.tag(k) != tagNoun; k-- {
		if a.tag(k) == tagPreposition {
			return phrase{k + 1, np.last}
		}
	}
	return np
}

// aspectAhead tells whether the verb after the relative at token k says what acts
// do: "which began".
func (c *cutter) aspectAhead(k int) bool {
	for n := 0; n < 5 && c.a.has(k+1); n++ {
		k++
		if w := c.a.at(k); c.lang.verbs[w.verb].aspect {
			return true
		}
		switch c.a.tag(k) {
		case tagFinite, tagAdverb, tagNegation, tagMark:
		default:
			return false
		}
	}
	return false
}

// act gives the noun of an act that a noun phrase is a complement of, with it:
// "the attack on the [market]"; the phrase itself where there is none.
func (c *cutter) act(a *analysis, np phrase) phrase {
	q := np.first - 1
	if np.empty() || a.tag(q) != tagPreposition || a.tag(q-1) != tagNoun || !a.is(q-1, isEvent) {
		return np
	}
	if wider := c.nounPhrase(a, q); !wider.empty() {
		return phrase{wider.first, np.last}
	}
	return np
}

// only tells the "que" of "ne … que" before a noun: "ne vend plus que des
// pommes".
func (c *cutter) only(k int) bool {
	a := c.a
	if a.tag(k) != tagComplementizer || a.is(k, isDeterminer) {
		return false
	}
	next := k + 1
	for c.apostrophe(next) {
		next++
	}
	if t := a.tag(next); t != tagDeterminer && t != tagNumber && t != tagPreposition {
		return false
	}
	for j := k - 1; a.has(j) && j > k-8; j-- {
		switch a.tag(j) {
		case tagNegation:
			return true
		case tagFinite, tagGroup, tagMark, tagClitic:
		case tagNoun: // a verb that no list has
			if a.tag(j-1) != tagNegation && !(c.apostrophe(j-1) && a.tag(j-2) == tagNegation) {
				return false
			}
		case tagAdverb:
			if !a.is(j, isComplementizer) && c.lower(j) != c.lang.More {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// finiteAhead tells whether a finite verb follows in the rest of the sentence
// before a mark that closes it.
func (c *cutter) finiteAhead(k int) bool {
	depth := 0
	for ; c.a.has(k); k++ {
		switch c.a.tag(k) {
		case tagFinite:
			return true
		case tagOpen, tagQuoteOpen:
			depth++
		case tagStop:
			return false
		case tagClose, tagQuoteClose:
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return false
}

// lead finds where the words that lead the clause begin and what it is.
func (c *cutter) lead(k int) (start int, kind clauseKind) {
	a := c.a
	prev := k - 1
	for a.has(prev) && c.apostrophe(prev) {
		prev--
	}
	switch a.tag(k) {
	case tagSubordinator:
		return k, adverbialClause
	case tagRelative:
		if a.is(prev, isDemonstrative) && a.tag(prev) != tagNoun { // "ce qui"
			return prev, relativeClause
		}
		if a.tag(prev) == tagPreposition && c.lang.Relatives[c.lower(k)] != "of" {
			return prev, relativeClause // "à laquelle"
		}
		return k, relativeClause
	}
	if a.is(prev, isCompound) && a.tag(prev) != tagFinite {
		return prev, adverbialClause
	}
	if a.is(prev, isDemonstrative) { // "ce que", "jusqu'à ce que"
		if a.tag(prev-1) == tagPreposition {
			for prev--; a.tag(prev-1) == tagPreposition || a.tag(prev-1) == tagMark && prev-1 > a.first; prev-- {
			}
			return prev, adverbialClause
		}
		return prev, contentClause
	}
	for a.tag(prev) == tagDate || a.tag(prev) == tagComma {
		prev--
	}
	if a.tag(prev) == tagSubject && a.is(k, isRelative) && !a.is(prev, isClitic) && prev == k-1 { // "ceux que"
		return k, relativeClause
	}
	if c.cleft(prev) {
		return k, contentClause
	}
	if a.is(k, isRelative) && (a.tag(prev) == tagNoun || a.tag(prev) == tagName) && !c.saidTo(prev) {
		return k, relativeClause
	}
	return k, contentClause
}

// cleft tells "c'est par X que P", which says no more than "P".
func (c *cutter) cleft(prev int) bool {
	top := c.top()
	if top.verb < 0 || top.groupEnd > 0 || !c.a.has(prev) {
		return false
	}
	w, k := c.a.at(top.verb), top.verb-1
	for c.apostrophe(k) {
		k--
	}
	return c.lang.verbs[w.verb].be && c.a.is(k, isDemonstrative|isSubject) && c.a.is(k, isDanglingSubject) &&
		c.a.at(k).class&(isMasculine|isFeminine|isPlural) == 0 && c.a.tag(top.verb+1) == tagPreposition
}

// saidTo tells whether the noun before "que" belongs to a saying and is not
// what it says: "a déclaré à la presse que".
func (c *cutter) saidTo(k int) bool {
	a, top := c.a, c.top()
	if top.verb < 0 || a.at(top.verb).form == 0 {
		return false
	}
	saying := c.verbAt(a, top.verb).reporting
	for j := top.verb; j < k; j++ {
		if t := a.tag(j); (t == tagGroup || t == tagInfinitive) && c.verbAt(a, j).reporting {
			saying = true
		}
	}
	if !saying {
		return false
	}
	np := c.nounPhrase(a, k+1)
	return np.empty() || a.tag(np.first-1) == tagPreposition || a.at(np.first).tag == tagPreposition || a.tag(np.first-1) == tagQuoteOpen
}

// dissolve gives the tokens of clauses without a verb to the clause around
// them; brackets stay.
func (c *cutter) dissolve() {
	a := c.a
	for i := len(a.clauses) - 1; i > 0; i-- {
		cl := &a.clauses[i]
		if cl.verb >= 0 || cl.kind == aside || cl.parent < 0 || cl.kind == mainClause {
			continue
		}
		for k := cl.first; k < cl.last; k++ {
			if a.of[k-a.first] == int16(i) {
				a.of[k-a.first] = int16(cl.parent)
			}
		}
		for j := range a.clauses {
			if a.clauses[j].parent == i && j != cl.parent {
				a.clauses[j].parent = cl.parent
			}
		}
		if p := &a.clauses[cl.parent]; cl.kind == coordinate && p.last < cl.last {
			p.last = cl.last
		}
		cl.last = cl.first
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.verb >= 0 && cl.kind == coordinate && c.saying(a, i) && (c.groupStart(a, cl.verb) <= cl.body+1 || c.trailing(i)) && a.tag(cl.first) == tagComma {
			cl.kind = attributionClause
		}
		if cl.verb >= 0 && cl.kind == adverbialClause && c.saying(a, i) && cl.lead == cl.first && c.lower(cl.lead) == c.lang.As {
			cl.kind = attributionClause // "comme l'a avancé X"
		}
	}
}

// trailing tells whether nothing but a date follows the verb of a clause: ",
// state media reported on Tuesday."
func (c *cutter) trailing(i int) bool {
	a, cl := c.a, &c.a.clauses[i]
	for k := cl.verb + 1; k < cl.last; k++ {
		if j := a.clauseOf(k); j != i && a.clauses[j].kind == adverbialClause { // ", a day before the pact was to end"
			continue
		}
		if t := a.tag(k); t != tagDate && t != tagMark && t != tagComma && !a.is(k, isDateWord) {
			return t == tagGerund // "said on Tuesday, completing …"
		}
	}
	return true
}

// saying tells whether the verb of a clause is one of saying.
func (p *prosody) saying(a *analysis, i int) bool {
	cl := &a.clauses[i]
	if cl.verb < 0 {
		return false
	}
	for k := cl.verb; k < cl.last && k < cl.verb+7; k++ {
		if w := a.at(k); (k == cl.verb || w.tag == tagGroup) && w.form != 0 && a.clauseOf(k) == i && p.lang.verbs[w.verb].reporting {
			return true
		}
	}
	return false
}
