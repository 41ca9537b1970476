package timeline

import "slices"

// A clauseKind tells how a clause hangs on the one around it.
type clauseKind uint8

const (
	mainClause clauseKind = iota
	coordinate            // "et a signé": shares the subject of the clause before, unless it has its own
	relativeClause
	contentClause   // "que P", "that P"
	adverbialClause // "lorsque P", "depuis que P"
	aside           // between brackets or dashes
	quoted
	attributionClause // "a déclaré le président": says who says it
)

// A clause is a stretch of tokens around one finite verb; the clauses inside
// it are other clauses.
type clause struct {
	first, last     int // with what stands inside
	kind            clauseKind
	parent          int
	lead            int // the word that ties it to its parent, -1 for none
	body            int // the first token after the words that tie it
	verb            int // the finite verb, -1 for none
	group, groupEnd int // the verb with its pronouns and participles
	subject         phrase
	antecedent      phrase // of a relative clause
	comma           bool   // opened after a comma
	sealed          bool   // brackets or quotes close it
}

// A phrase is a stretch of tokens; empty where first == last.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last <= p.first }

// A cutter walks over the tags with a stack of the clauses that are open.
type cutter struct {
	*prosody
	a     *analysis
	stack []int
	comma int // last comma of the clause on top, -1 none
	join  int // last conjunction of the clause on top, -1 none
}

// cut finds the clauses of a tagged sentence.
func (p *prosody) cut(a *analysis) {
	a.of = slices.Grow(a.of[:0], len(a.words))[:len(a.words)]
	clear(a.of)
	a.clauses = a.clauses[:0]
	c := cutter{prosody: p, a: a, comma: -1, join: -1, stack: a.open[:0]}
	c.open(a.first, mainClause, -1)
	for k := a.first; k < a.last; k++ {
		k = c.step(k)
	}
	for i := range a.clauses {
		if a.clauses[i].last == 0 {
			a.clauses[i].last = a.last
		}
	}
	c.dissolve()
	a.open = c.stack
	for i := range a.clauses {
		p.group(a, i)
	}
	for i := range a.clauses {
		p.findSubject(a, i)
	}
}

func (c *cutter) top() *clause { return &c.a.clauses[c.stack[len(c.stack)-1]] }

// open begins a clause at token k.
func (c *cutter) open(k int, kind clauseKind, lead int) {
	parent := -1
	if len(c.stack) > 0 {
		parent = c.stack[len(c.stack)-1]
	}
	c.a.clauses = append(c.a.clauses, clause{first: k, kind: kind, parent: parent, lead: lead, body: k, verb: -1})
	c.stack = append(c.stack, len(c.a.clauses)-1)
	c.comma, c.join = -1, -1
}

// shut ends the clause on top before token k.
func (c *cutter) shut(k int) {
	if len(c.stack) == 1 {
		return
	}
	c.top().last = k
	c.stack = c.stack[:len(c.stack)-1]
	c.comma, c.join = -1, -1
}

func (c *cutter) take(k int) { c.a.of[k-c.a.first] = int16(c.stack[len(c.stack)-1]) }

// step takes token k and gives the last token that it took.
func (c *cutter) step(k int) int {
	switch c.a.tag(k) {
	case tagOpen:
		c.open(k, aside, -1)
		c.top().sealed = true
	case tagClose:
		return c.closeTo(k, aside)
	case tagQuoteOpen:
		c.open(k, quoted, -1)
		c.top().sealed = true
	case tagQuoteClose:
		return c.closeTo(k, quoted)
	case tagDash:
		c.dash(k)
	case tagStop:
		for len(c.stack) > 1 && !c.top().sealed {
			c.shut(k)
		}
		c.take(k)
		if len(c.stack) == 1 {
			c.sibling(k + 1)
		}
		return k
	case tagComma:
		c.atComma(k)
	case tagConjunction:
		c.atConjunction(k)
	case tagRelative, tagComplementizer, tagSubordinator:
		return c.subordinate(k)
	case tagFinite:
		c.finite(k)
	}
	c.take(k)
	return k
}

// closeTo shuts the clauses up to the one of a kind that a mark closes.
func (c *cutter) closeTo(k int, kind clauseKind) int {
	open := false
	for _, i := range c.stack[1:] {
		open = open || c.a.clauses[i].kind == kind && c.a.clauses[i].sealed
	}
	if !open {
		c.take(k)
		return k
	}
	for c.top().kind != kind || !c.top().sealed {
		c.shut(k)
	}
	c.take(k)
	c.shut(k + 1)
	return k
}

func (c *cutter) dash(k int) {
	for _, i := range c.stack[1:] {
		if c.a.clauses[i].kind == aside && !c.a.clauses[i].sealed {
			for c.top().kind != aside || c.top().sealed {
				c.shut(k)
			}
			c.take(k)
			c.shut(k + 1)
			return
		}
	}
	c.open(k, aside, -1)
}

// sibling begins a new main clause at token k.
func (c *cutter) sibling(k int) {
	c.a.clauses[c.stack[0]].last = k
	c.stack = c.stack[:0]
	c.open(k, mainClause, -1)
}

// atComma ends the embedded clause that a comma opened, or that belongs to what
// opens the sentence, once it has its verb; a saying after a comma or quotation begins an attribution.
func (c *cutter) atComma(k int) {
	for len(c.stack) > 1 && c.top().verb >= 0 && !c.top().sealed &&
		(c.top().comma || c.a.clauses[c.top().parent].verb < 0 && (c.top().kind == adverbialClause || c.adverbialFirst(&c.a.clauses[c.top().parent], c.top().first))) {
		c.shut(k)
	}
	c.comma = k
}

// atConjunction begins a clause of its own where a verb follows before the
// next mark: "et a signé", "et la Russie a signé".
func (c *cutter) atConjunction(k int) {
	c.join = k
	next := k + 1
	if c.a.tag(next) == tagRelative || c.a.tag(next) == tagComplementizer {
		return
	}
	if c.top().verb < 0 || !c.verbAhead(next) {
		return
	}
	kind := coordinate
	c.openSibling(k, kind)
}

// openSibling begins a clause beside the one on top, inside the same parent.
func (c *cutter) openSibling(k int, kind clauseKind) {
	old := c.stack[len(c.stack)-1]
	o := c.a.clauses[old]
	if len(c.stack) == 1 {
		c.a.clauses[old].last = k
		c.stack = c.stack[:0]
	} else if !o.sealed {
		c.shut(k)
	}
	c.open(k, kind, k)
	n := c.top()
	n.parent = old
	if c.a.tag(k) == tagConjunction || c.a.tag(k) == tagComma {
		n.body = k + 1
	}
}

// verbAhead tells whether a finite verb comes before the next mark or
// subordinate, so that what follows "et" is a clause and no noun of a list.
func (c *cutter) verbAhead(k int) bool {
	for n := 0; n < 16 && c.a.has(k); n, k = n+1, k+1 {
		switch c.a.tag(k) {
		case tagFinite:
			return true
		case tagRelative, tagComplementizer, tagSubordinator, tagStop, tagClose, tagOpen, tagDash, tagQuoteOpen, tagQuoteClose:
			return false
		case tagComma, tagConjunction:
			if n > 0 {
				return c.relativeThenVerb(k + 1)
			}
		}
	}
	return false
}

// relativeThenVerb tells whether a relative clause between commas begins at token k
// and a finite verb follows it: "and Greece[, whose army is small,] has sent".
func (c *cutter) relativeThenVerb(k int) bool {
	if c.a.tag(k) != tagRelative {
		return false
	}
	for n := 0; n < 16 && c.a.has(k); n, k = n+1, k+1 {
		switch c.a.tag(k) {
		case tagStop, tagClose, tagOpen, tagDash, tagQuoteOpen, tagQuoteClose:
			return false
		case tagComma:
			for k++; c.a.tag(k) == tagClitic || c.a.tag(k) == tagNegation || c.a.tag(k) == tagAdverb || c.a.tag(k) == tagMark && c.apostrophe(k) && c.a.has(k); k++ {
			}
			return c.a.tag(k) == tagFinite
		}
	}
	return false
}
