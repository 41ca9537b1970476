package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// itemStart gives where the first member of a list with date k begins: at its
// date, or where the next member has its place before its date ("in Singapore
// in June and in Hanoi in May") at the place before it.
func (c *composer) itemStart(k, after int) int {
	a, ms := c.a, c.x.doc.mentions
	start := c.x.datePhrase(a, &ms[k])
	if np, ok := c.x.item(a, a.clauseOf(ms[k].First), &ms[k]); ok { // "a gagné le titre en 2010 et la coupe en 2011"
		return np.first
	}
	next := c.itemEnd(k, after)
	placed := false
	for t := next; t < c.x.datePhrase(a, &ms[after]); t++ {
		placed = placed || c.placeAt(t)
	}
	if !placed {
		return c.paired(start, next)
	}
	for t := start - 1; a.has(t) && t > start-7; t-- {
		switch a.tag(t) {
		case tagPreposition:
			if c.placeAt(t) {
				if j := t - 2; a.tag(t-1) == tagConjunction && a.tag(j) == tagName { // "en Europe et au Japon"
					for a.tag(j) == tagName || a.tag(j) == tagMark {
						j--
					}
					if c.placeAt(j) {
						return j
					}
				}
				return t
			}
		case tagName, tagNoun, tagDeterminer, tagMark, tagAdjective:
			continue
		}
		break
	}
	return start
}

// paired gives where a member of a list begins whose date begins at token start,
// where the next one, from token next on, has a number after the same
// preposition: "de [2 % en 2013] et de 3 % en 2014".
func (c *composer) paired(start, next int) int {
	for c.a.tag(next) == tagConjunction || c.a.tag(next) == tagComma {
		next++
	}
	if c.a.tag(next) != tagPreposition || c.a.tag(next+1) != tagNumber {
		return start
	}
	for t := start - 1; c.a.has(t) && t > start-8; t-- {
		switch c.a.tag(t) {
		case tagPreposition:
			if c.x.lower(t) == c.x.lower(next) && c.a.tag(t+1) == tagNumber {
				return t
			}
			return start
		case tagNumber, tagMark, tagNoun:
			continue
		}
		break
	}
	return start
}

// placeAt tells whether a phrase that says where begins at token k.
func (c *composer) placeAt(k int) bool {
	return c.a.tag(k) == tagPreposition && (c.a.is(k, isPlace) || c.a.tag(k+1) == tagName && c.a.is(k, isDeterminer))
}

// listed tells whether two neighbouring dates are members of one list.
func (c *composer) listed(i, j int) bool {
	a, ms := c.a, c.x.doc.mentions
	if ms[i].Range || !a.has(ms[i].First) || !a.has(ms[j].First) || a.clauseOf(ms[i].First) != a.clauseOf(ms[j].First) {
		return false
	}
	g, h := c.x.doc.values[i].Span.Grain, c.x.doc.values[j].Span.Grain
	if g != h && (max(g, h) > tempo.Month || min(g, h) < tempo.Day) {
		return false
	}
	if c.x.since(ms[i].First) != c.x.since(ms[j].First) { // "jeudi, pour la première fois depuis mai"
		return false
	}
	joined, clause := false, a.clauseOf(ms[i].First)
	for k := ms[i].Last; k < ms[j].First; k++ {
		if j := a.clauseOf(k); j != clause {
			if a.clauses[j].kind == aside && a.clauses[j].parent == clause { // "2 % en 2013 (au lieu de 3 %) et"
				continue
			}
			return false
		}
		switch a.tag(k) {
		case tagFinite, tagStop, tagParticiple, tagGerund, tagInfinitive, tagGroup:
			return false
		case tagComma, tagConjunction:
			joined = true
		}
	}
	return joined
}

// itemEnd gives where the member of a list with date k ends: at the conjunction
// or else the last comma before the next date.
func (c *composer) itemEnd(k, next int) int {
	a, ms := c.a, c.x.doc.mentions
	if next < 0 && c.opensItem(k) {
		return c.a.clauses[a.clauseOf(ms[k].First)].last
	}
	if next < 0 {
		end := ms[k].Last
		for comma := false; a.has(end) && a.clauseOf(end) == a.clauseOf(ms[k].First) && !c.x.fullStop(end) && a.tag(end) != tagConjunction && a.tag(end) != tagStop; end++ {
			if a.tag(end) == tagComma {
				if comma || a.tag(end+1) != tagPreposition {
					break
				}
				comma = true
			}
		}
		return end
	}
	comma, join := -1, -1
	for t := ms[k].Last; t < ms[next].First; t++ {
		switch a.tag(t) {
		case tagComma:
			comma = t
		case tagConjunction:
			join = t
		}
	}
	if join >= 0 {
		return join
	}
	for t := ms[k].Last; t < comma; t++ { // "le 6 août, la seconde, …, le 4 novembre"
		if a.tag(t) == tagComma && a.tag(t+1) == tagDeterminer {
			return t
		}
	}
	return comma
}

func (c *composer) allDropped(from, to int) bool {
	for t := from; t < to; t++ {
		if tg := c.a.tag(t); !c.drop[t-c.a.first] && tg != tagComma && tg != tagMark {
			return false
		}
	}
	return true
}
