package timeline

// sound is the last look at a title: it takes off what dropping words has left
// without its other half, and grades down what is no sentence. It tells whether
// words went.
func (c *composer) sound(t target) (shorter bool) {
	for c.trimEnd() {
		shorter = true
	}
	n := len(c.pieces)
	c.articles(t)
	if extra := c.extraVerbs(); extra > 1 || extra > 0 && t.kind == nounTarget {
		c.grade -= 0.6 // "des gens réclamaient sont partis": two clauses in one
	}
	return shorter || len(c.pieces) < n
}

// end gives the last piece that is in the title, -1 for none.
func (c *composer) end() int {
	for n := len(c.pieces) - 1; n >= 0; n-- {
		if c.runs[c.pieces[n].run].rank > 0 {
			return n
		}
	}
	return -1
}

// trimEnd drops the last constituent where it ends with a verb whose object is
// gone, or is a participle that only its date went with; it tells whether it did.
func (c *composer) trimEnd() bool {
	n := c.end()
	if n < 0 || c.pieces[n].token < 0 {
		return false
	}
	p := c.pieces[n]
	r := c.runs[p.run]
	if r.rank >= rankCore {
		if c.a.tag(p.token) == tagInfinitive && c.objectGone(n) && n+1 < len(c.pieces) {
			c.grade -= 0.3 // "sont accusés de permettre"
		}
		return false
	}
	switch tag := c.a.tag(p.token); tag {
	case tagInfinitive, tagGerund:
		if !c.objectGone(n) && !(tag == tagGerund && (c.a.tag(p.token+1) == tagStop || c.begins(p.token))) {
			return false
		}
	case tagGroup:
		if c.a.at(p.token).form&participle == 0 || !c.dateGone(p.token) || c.object(int(p.run)) || c.a.tag(p.token-1) != tagInfinitive || !c.x.verbAt(c.a, p.token-1).be { // "to be held"
			return false
		}
	case tagParticiple:
		if !r.comma || c.size(int(p.run)) > 1 {
			return false
		}
	default:
		return false
	}
	c.remove(int(p.run))
	return true
}

// objectGone tells whether what the verb at token k takes had to go: its object,
// or what the second of two verbs takes. What stands there with a preposition
// mostly is none: "pour manifester [avec eux]".
func (c *composer) objectGone(n int) bool {
	k := c.pieces[n].token
	next := k + 1
	if n+1 < len(c.pieces) && c.pieces[n+1].token > k && c.a.tag(next) == tagComma { // "pour éviter, a-t-il dit, un bain"
		next = c.pieces[n+1].token
	}
	for c.x.apostrophe(next) {
		next++
	}
	for c.a.has(next) && c.drop[next-c.a.first] { // "se consacrer dès lundi à la campagne"
		next++
	}
	if !c.a.has(next) {
		return false
	}
	switch c.a.tag(next) {
	case tagDeterminer, tagName, tagNumber, tagNoun, tagQuoteOpen, tagComplementizer:
		return true
	case tagPreposition: // "pour se consacrer [à la campagne]"
		before := k - 1
		for c.x.apostrophe(before) {
			before--
		}
		return c.a.tag(before) == tagConjunction || c.a.tag(before) == tagClitic && c.a.is(before, isReflexive)
	}
	return false
}

// dateGone tells whether right after token k a date was left out.
func (c *composer) dateGone(k int) bool { return c.a.has(k+1) && c.drop[k+1-c.a.first] }

// begins tells a word that only leads to the time from which something holds:
// "beginning Monday".
func (c *composer) begins(k int) bool {
	w := c.x.lower(k)
	for _, b := range c.x.lang.Beginning {
		if w == b {
			return true
		}
	}
	return false
}

// size counts the pieces of a constituent.
func (c *composer) size(run int) int {
	n := 0
	for _, p := range c.pieces {
		if int(p.run) == run {
			n++
		}
	}
	return n
}

// articles ends a title before an article that another one precedes ("des les
// premières"): a word of the text is lost or misspelt there.
func (c *composer) articles(t target) {
	last := -1
	for n, p := range c.pieces {
		if c.runs[p.run].rank == 0 {
			continue
		}
		if p.token < 0 || p.text != "" {
			last = -1
			continue
		}
		if last >= 0 && p.token == c.pieces[last].token+1 && c.determined(c.pieces[last].token, true) && c.determined(p.token, false) {
			if t.kind != nounTarget || last == 0 {
				c.grade -= 0.6
				return
			}
			c.pieces = c.pieces[:last]
			return
		}
		last = n
	}
}

// determined tells an article, demonstrative or possessive, which wants a noun
// next: "tous" and numbers go before another. What "of" is part of can only be
// the first of two: "des les".
func (c *composer) determined(k int, first bool) bool {
	if t := c.a.tag(k); t != tagDeterminer && t != tagPreposition || c.a.is(k, isBoth) || c.x.capital(k) && k > c.a.first {
		return false
	}
	if c.a.is(k, isOf|isPreposition) {
		return first && c.a.is(k, isDeterminer)
	}
	return c.a.is(k, isDefinite|isDemonstrative|isPossessive)
}

// extraVerbs counts the finite verbs of a title beyond those that a word or mark
// ties to the rest or that have their own subject with them.
func (c *composer) extraVerbs() int {
	n, lastRun := 0, int16(-1)
	for _, p := range c.pieces {
		r := c.runs[p.run]
		if r.rank == 0 {
			continue
		}
		if p.run != lastRun && r.comma {
			n--
		}
		lastRun = p.run
		if !c.a.has(p.token) {
			continue
		}
		switch c.a.tag(p.token) {
		case tagRelative, tagComplementizer, tagSubordinator, tagConjunction, tagComma, tagQuoteOpen, tagStop, tagDash, tagOpen:
			n--
		case tagAdverb:
			if c.a.is(p.token, isComplementizer) {
				n--
			}
		case tagFinite:
			if s := c.a.clauses[c.a.clauseOf(p.token)].subject; n > 0 && !s.empty() && c.written(s.last-1) || c.a.at(p.token).weak {
				continue
			}
			n++
		}
	}
	return n
}

// written tells whether token k stands in the title.
func (c *composer) written(k int) bool {
	for _, p := range c.pieces {
		if p.token == k && c.runs[p.run].rank > 0 {
			return true
		}
	}
	return false
}
