package timeline

// finite gives the verb at token k to its clause: the one on top, or one that
// still waits for its verb, or a new one beside it.
func (c *cutter) finite(k int) {
	a, top := c.a, c.top()
	begin := c.groupStart(a, k)
	if top.kind == quoted && top.verb < 0 && top.parent >= 0 {
		if p := &a.clauses[top.parent]; p.verb < 0 && (begin == top.first+1 && p.kind != mainClause || p.kind == contentClause || begin == top.first+1 && top.first > p.first) {
			p.verb = k
			return
		}
	}
	if top.verb < 0 {
		top.verb = k
		return
	}
	if c.verbAtLast(top, begin) {
		c.demote(top.verb)
		top.verb = k
		return
	}
	apart := c.comma > top.verb || c.join > top.verb
	if at := c.bareContent(top, k, begin); at > 0 && !apart {
		c.open(at, contentClause, -1)
		c.top().verb = k
		for j := at; j < k; j++ {
			c.take(j)
		}
		return
	}
	if !apart {
		if a.at(top.verb).weak && !a.at(k).weak {
			c.demote(top.verb)
			top.verb = k
			return
		}
	}
	for i := len(c.stack) - 2; i >= 0 && !a.clauses[c.stack[i+1]].sealed; i-- {
		if a.clauses[c.stack[i]].verb < 0 {
			end := begin
			if c.comma > top.verb && (!c.nounsBetween(c.comma+1, begin) || c.pronounBetween(c.comma+1, begin) || c.adverbialFirst(&a.clauses[c.stack[i]], top.first)) {
				end = c.comma
			}
			for len(c.stack) > i+1 {
				c.shut(end)
			}
			c.top().verb = k
			for j := end; j < k; j++ {
				c.take(j)
			}
			return
		}
	}
	if a.at(k).weak && !apart {
		c.demote(k)
		return
	}
	at := begin
	switch {
	case c.comma > top.verb:
		at = c.comma
	case c.join > top.verb:
		at = c.join
	}
	c.openSibling(at, coordinate)
	c.top().verb = k
	for j := at; j < k; j++ {
		c.take(j)
	}
}

// bareContent gives where what is said begins, in a language that says it
// without a conjunction, between a verb of saying and the verb at token k: "said
// on Monday [it will close]"; 0 for none.
func (c *cutter) bareContent(top *clause, k, begin int) int {
	a := c.a
	if w := a.at(top.verb); !c.lang.PossessiveMark || w.form == 0 || !c.lang.verbs[w.verb].reporting || !c.nounsBetween(top.body, top.verb) {
		return 0
	}
	at := top.verb + 1
	for a.tag(at) == tagDate || a.tag(at) == tagMark || a.is(at, isDateWord) && a.tag(at) == tagPreposition && a.tag(at+1) == tagDate {
		at++
	}
	switch t := a.tag(at); {
	case at >= begin, a.clauseOf(at) != c.stack[len(c.stack)-1]:
		return 0
	case t == tagSubject, !a.at(k).weak && (t == tagDeterminer || t == tagName || t == tagNoun || t == tagNumber || t == tagAdjective):
		return at
	}
	return 0
}

// verbAtLast tells whether the verb that a clause seemed to have was a
// participle of its opening: "un accord, dit Oslo II, fut", "Under a resolution
// adopted in 2017, all have".
func (c *cutter) verbAtLast(top *clause, begin int) bool {
	a := c.a
	return a.at(top.verb).weak && (a.tag(top.verb-1) == tagComma && c.comma == begin-1 || a.tag(top.first) == tagPreposition && !a.anyTag(top.first, top.verb, tagComma))
}

// adverbialFirst tells whether a clause has only adverbials before token k, so
// that its subject is still to come: "Dans les jours qui ont suivi, la ville", "En
// mer, dans une zone où la pêche est interdite, un chalutier", "Estimant que le
// prix est trop haut, la ville".
func (c *cutter) adverbialFirst(cl *clause, k int) bool {
	for j := cl.body; j < k; j++ {
		for j < k && (c.a.tag(j) == tagConjunction || c.a.tag(j) == tagComma || c.a.tag(j) == tagAdverb) {
			j++
		}
		if j >= k {
			return false
		}
		if t := c.a.tag(j); t != tagPreposition && (t != tagGerund || c.lang.PossessiveMark) {
			return false
		}
		for j < k && c.a.tag(j) != tagComma {
			j++
		}
		if j >= k {
			return true
		}
	}
	return false
}

// pronounBetween tells whether a stretch has a pronoun that can only be the
// subject of the verb after it.
func (c *cutter) pronounBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if c.a.tag(k) == tagSubject && !c.hyphened(k) {
			return true
		}
	}
	return false
}

// nounsBetween tells whether a subject could stand in a stretch.
func (c *cutter) nounsBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if t := c.a.tag(k); t == tagNoun || t == tagName || t == tagSubject {
			return true
		}
	}
	return false
}

// demote makes a word that looked like a finite verb what else it can be.
func (c *cutter) demote(k int) {
	w := c.a.at(k)
	if w.tag = tagNoun; w.form&participle != 0 {
		w.tag = tagParticiple
	}
}
