package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// dropDates leaves out the dates of the sentence with their prepositions, and
// of a list of dates what belongs to the others: "en avril 2019, à Vladivostok,
// puis en septembre 2023, à Vostotchny".
// It gives the number of dates of the list.
func (c *composer) dropDates(i, first, last int) int {
	ms := c.x.doc.mentions
	for k := first; k < last; k++ {
		if !c.told(k, i) {
			c.dropDate(k, last)
			if k != i {
				c.measured(k, i)
				c.bareParticiple(k)
			}
		}
	}
	c.restriction()
	if i < first {
		return 0
	}
	c.sequelOf(i, last)
	lo, size := i, 1
	for k := c.point(lo, first, last, -1); k >= 0 && c.listed(k, lo); k = c.point(lo, first, last, -1) {
		lo = k
	}
	for k, n := lo, c.point(lo, first, last, 1); n >= 0 && c.listed(k, n); n = c.point(k, first, last, 1) {
		k = n
		size++
	}
	if size == 1 {
		return 1
	}
	shared := true // what follows the last date belongs to all, if no other date has words of its own
	k, next := lo, c.point(lo, first, last, 1)
	begin := c.itemStart(lo, next)
	for n := size; n > 0; n-- {
		if n == 1 {
			next = -1
		}
		end := c.itemEnd(k, next)
		if n > 1 && !c.allDropped(ms[k].Last, end) {
			shared = false
		}
		if n == 1 && shared {
			end = ms[k].Last
		}
		if k != i {
			c.cross(begin, end)
		} else {
			until := end
			if c.opensItem(k) {
				until = ms[k].Last + 1
			}
			c.marks(begin, until)
		}
		begin = end
		if k = next; k >= 0 {
			next = c.point(k, first, last, 1)
		}
	}
	return size
}

// point gives the next mention before or after mention k that is no duration, unless
// that measures from another date; -1 for none.
func (c *composer) point(k, first, last, step int) int {
	for k += step; k >= first && k < last; k += step {
		if m := &c.x.doc.mentions[k]; m.Expr.Kind != tempo.Amount || c.measures(m.Last) {
			return k
		}
	}
	return -1
}

// bareParticiple leaves out a participle of which only date k said more: "la
// loi, votée en mai, entre", "la loi votée en mai entre".
func (c *composer) bareParticiple(k int) {
	m := &c.x.doc.mentions[k]
	at := c.x.datePhrase(c.a, m) - 1
	if c.a.tag(at) != tagParticiple {
		return
	}
	switch t := c.a.tag(m.Last); {
	case c.a.tag(at-1) == tagComma && (t == tagComma || !c.a.has(m.Last) || c.x.fullStop(m.Last)):
		c.cross(at-1, at+1)
	case c.nounEnds(at-1) && t == tagFinite: // "le mouvement né en mai a"
		c.cross(at, at+1)
	}
}

// sequelOf leaves out a participle with a date of its own after date i: "a été votée
// en mars, puis promulguée en juin".
func (c *composer) sequelOf(i, last int) {
	a, ms := c.a, c.x.doc.mentions
	next := i + 1
	for next < last && ms[next].Expr.Kind != tempo.Point {
		next++
	}
	if next >= last || !a.has(ms[i].First) {
		return
	}
	clause := a.clauseOf(ms[i].First)
	for k := ms[i].Last; k < ms[next].First; k++ {
		if a.tag(k) != tagParticiple || a.clauseOf(k) != clause || c.x.shared(a, clause, k).empty() {
			continue
		}
		from := k
		for t := a.tag(from - 1); t == tagAdverb || t == tagComma || t == tagConjunction; t = a.tag(from - 1) {
			from--
		}
		c.cross(from, c.x.phraseEnd(a, clause, ms[next].First))
		return
	}
}

// objectAt tells whether mention k is the object of its verb and not its date.
func (c *composer) objectAt(k int) bool {
	m := &c.x.doc.mentions[k]
	t := c.a.tag(m.First - 1)
	if (t == tagFinite || t == tagGroup || t == tagInfinitive) && c.x.verbAt(c.a, max(m.First-1, c.a.first)).spends {
		return m.Last-m.First <= 3 // "a passé la soirée chez un ami"
	}
	return (t == tagFinite || t == tagGroup) && c.x.look(m.First).class&(isDeterminer|isDemonstrative) == isDeterminer && m.Last-m.First <= 3 && (!c.a.has(m.Last) || c.x.fullStop(m.Last))
}

// restriction leaves out "ne … que" where what it restricts is a date that
// goes: "n'a atterri que mardi".
func (c *composer) restriction() {
	a := c.a
	for k := a.first; k < a.last; k++ {
		if a.tag(k) != tagAdverb || !a.is(k, isComplementizer) {
			continue
		}
		next := k + 1
		for a.has(next) && c.x.apostrophe(next) {
			next++
		}
		if !a.has(next) || !c.drop[next-a.first] {
			continue
		}
		c.cross(k, next)
		for j := k - 1; a.has(j) && j > k-8; j-- {
			if a.tag(j) == tagNegation {
				c.cross(j, j+1)
				if c.x.apostrophe(j + 1) {
					c.cross(j+1, j+2)
				}
				break
			}
		}
	}
}

// cross leaves out the tokens of a stretch.
func (c *composer) cross(from, to int) {
	for t := max(from, c.a.first); t < min(to, c.a.last); t++ {
		c.drop[t-c.a.first] = true
	}
}

// marks leaves out the commas and conjunctions of a stretch, but those between
// two places: "en Europe et au Japon".
func (c *composer) marks(from, to int) {
	for t := from; t < to; t++ {
		if tg := c.a.tag(t); tg == tagComma || tg == tagConjunction && (t == from || !c.placeAt(t+1) || c.a.tag(t-1) != tagName) {
			c.cross(t, t+1)
		}
	}
}

// opensItem tells a date that stands before what it is the date of, in a list
// without verbs: "9 h 15, messe à Klow, 10 h 30, messe à Dbrnouk".
func (c *composer) opensItem(k int) bool {
	m := &c.x.doc.mentions[k]
	from := c.x.datePhrase(c.a, m)
	return c.a.clauses[c.a.clauseOf(m.First)].verb < 0 && c.a.tag(m.Last) == tagComma && (c.a.tag(from-1) == tagComma || !c.a.has(from-1) || c.a.tag(from-1) == tagStop)
}

// measures tells whether an amount that ends before token k says how long before or
// after: "three weeks after her budget", "trente ans jour pour jour après".
func (c *composer) measures(k int) bool {
	for n := 0; n < 4 && c.a.has(k); n, k = n+1, k+1 {
		if c.a.is(k, isTimePreposition) {
			return true
		}
		if t := c.a.tag(k); t != tagNoun && t != tagPreposition && t != tagAdverb {
			return false
		}
	}
	return false
}

// measured leaves out what amount k measures from, "trente ans après [celui qui
// avait détruit le port]", unless that is what date i is the date of.
func (c *composer) measured(k, i int) {
	m := &c.x.doc.mentions[k]
	if m.Expr.Kind != tempo.Amount || !c.measures(m.Last) {
		return
	}
	end, own := m.Last, c.a.clauseOf(m.First)
	for c.a.has(end) && !c.x.fullStop(end) {
		if t := c.a.tag(end); c.a.clauseOf(end) == own && (t == tagComma || t == tagFinite || t == tagStop) {
			break
		}
		end++
	}
	if i >= 0 && k < i && c.x.doc.mentions[i].First <= end+3 { // "deux mois après l'élection, en juin"
		return
	}
	c.cross(m.Last, end)
}

// told tells whether a headline keeps mention k: it is part of what is told, and
// not when it happened.
func (c *composer) told(k, i int) bool {
	m, grain := &c.x.doc.mentions[k], c.x.doc.values[k].Span.Grain
	from := c.x.datePhrase(c.a, m)
	if m.Expr.Kind == tempo.Amount && k != i && !c.a.any(from, m.First, isLasting) && !c.measures(m.Last) { // "cinq ans d'autonomie"
		return true
	}
	if m.Expr.Kind == tempo.Recurring && k != i && from == m.First && c.a.tag(m.Last) == tagNoun && (c.a.tag(m.First-1) == tagDeterminer || c.a.tag(m.First-1) == tagAdjective) { // "an annual rate"
		return true
	}
	if k != i && m.Expr.Where.Has&(tempo.HasYear|tempo.HasMonth) != 0 && c.a.any(from, m.First, isLimit) { // "will stay until October"
		return true
	}
	if np, ok := c.x.attributive(c.a, m); ok && grain >= tempo.Month && (np.empty() || k != i) { // "le budget 2010"
		return true
	}
	if m.Expr.Kind == tempo.Point && from == m.First && grain == tempo.PartOfDay && c.objectAt(k) { // "a clos la soirée"
		return true
	}
	return c.a.has(m.First) && c.a.tag(m.First) == tagDeterminer // "la soirée électorale"
}

// dropDate leaves out mention k with the words that lead to it.
func (c *composer) dropDate(k, last int) {
	ms := c.x.doc.mentions
	m := &ms[k]
	if c.x.possessive(m.Last) { // "Monday's vote" is "the vote"
		if m.Expr.Kind == tempo.Point && c.x.doc.values[k].Span.Grain <= tempo.Month {
			c.cross(m.First+1, m.Last+2)
			c.the = append(c.the, m.First)
		}
		return
	}
	from := c.x.datePhrase(c.a, m)
	if c.season(m, k, last, from) {
		return
	}
	c.cross(from, m.Last)
	if c.a.is(m.Last, isZone) && c.a.tag(m.Last) == tagName { // "vers 5 h 25 CEST"
		c.cross(m.Last, m.Last+1)
	}
	if m.Expr.Kind == tempo.Point && m.Expr.Base != tempo.Publication && c.a.ofAt(m.Last) { // "le lendemain de la signature"
		end := m.Last + 1
		for c.nounEnds(end) || c.a.tag(end) == tagDeterminer || c.a.tag(end) == tagAdjective || c.x.apostrophe(end) || c.a.ofAt(end) {
			end++
		}
		c.cross(m.Last, end)
	}
	if m.Range && k+1 < last {
		c.cross(m.Last, ms[k+1].First)
	}
	if t := c.x.comparedAt(c.a, from); t >= 0 {
		c.cross(t, from)
	}
}

// season leaves out a year that stands before its noun: of "the 1974 cup" the
// year, but "in the 2004-05 season" is all a date. It tells whether nothing else
// of it goes.
func (c *composer) season(m *lang.Mention, k, last, from int) bool {
	end := m.Last
	if m.Range && k+1 < last {
		end = c.x.doc.mentions[k+1].Last
	}
	if !c.x.lang.PossessiveMark || c.a.tag(m.First-1) != tagDeterminer || from == m.First || c.a.tag(end) != tagNoun {
		return false
	}
	if c.a.is(end, isDateHead) && c.a.is(from, isPreposition) {
		c.cross(end, end+1)
		return false
	}
	c.cross(m.First, end)
	return true
}
