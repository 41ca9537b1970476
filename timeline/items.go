package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// item gives the member of an enumeration that ends with its own date: of "a
// gagné le titre en 2010, la coupe en 2011 et la médaille en 2012" each object.
func (x *extractor) item(a *analysis, i int, m *lang.Mention) (phrase, bool) {
	from, c := x.datePhrase(a, m), &a.clauses[i]
	if from < m.First && a.is(from, isOf) || c.verb >= 0 && from <= c.verb {
		return phrase{}, false
	}
	start, joined := x.itemBegin(a, i, from)
	if start >= from || !x.begins(a, c, start, from) {
		return phrase{}, false
	}
	if joined && x.memberBefore(a, i, start) || !joined && x.memberAfter(a, i, m) {
		return phrase{start, from}, true
	}
	return phrase{}, false
}

// itemBegin looks left from a date's phrase for where a member of an enumeration
// begins: after a comma or conjunction, or right after the verb.
func (x *extractor) itemBegin(a *analysis, i, from int) (start int, joined bool) {
	c, k := &a.clauses[i], from
	for a.has(k-1) && k > c.first && (c.verb < 0 || k > c.groupEnd) {
		if a.clauseOf(k-1) != i {
			return from, false
		}
		switch t := a.tag(k - 1); t {
		case tagComma, tagConjunction:
			if t == tagConjunction && (a.tag(k) == tagPreposition || a.tag(k-2) != tagDate && a.tag(k-2) != tagComma && x.dateAt(a, i, k-1, -1) == nil) {
				k--
				continue
			}
			for k < from && (a.tag(k) == tagAdverb || a.tag(k) == tagConjunction) {
				k++
			}
			return k, true
		case tagPreposition:
			if a.is(k-1, isTimePreposition) {
				return from, false
			}
		case tagDate:
			if x.pointAt(k - 1) {
				return from, false
			}
		case tagFinite, tagInfinitive, tagGerund, tagSubject, tagClitic, tagNegation, tagStop, tagDash:
			return from, false
		}
		k--
	}
	return k, false
}

// begins tells whether a stretch begins as a noun phrase and has its noun.
func (x *extractor) begins(a *analysis, c *clause, start, from int) bool {
	switch a.tag(start) {
	case tagDeterminer, tagNumber:
	case tagNoun:
		if c.verb >= 0 {
			return false
		}
	case tagParticiple: // "défilé"
		return c.verb < 0 && a.is(start, isEvent)
	default:
		return false
	}
	for k := start; k < from; k++ {
		if a.tag(k) == tagNoun || a.tag(k) == tagNumber && k == from-1 { // "50 en avril"
			return true
		}
	}
	return false
}

// pointAt tells whether token k belongs to a point in time and not to a duration:
// "a three-day walk".
func (x *extractor) pointAt(k int) bool {
	r := x.ranges[x.current]
	for n := r[0]; n < r[1]; n++ {
		if o := &x.doc.mentions[n]; o.First <= k && k < o.Last {
			return o.Expr.Kind == tempo.Point
		}
	}
	return true
}

// memberBefore tells whether the member that begins at token k follows another
// one with its date.
func (x *extractor) memberBefore(a *analysis, i, k int) bool {
	o := x.dateAt(a, i, k, -1)
	if o == nil {
		return false
	}
	from := x.datePhrase(a, o)
	start, joined := x.itemBegin(a, i, from)
	return start < from && x.begins(a, &a.clauses[i], start, from) && (!joined || x.memberBefore(a, i, start))
}

// memberAfter tells whether a member with its date follows the first one.
func (x *extractor) memberAfter(a *analysis, i int, m *lang.Mention) bool {
	o := x.dateAt(a, i, m.Last, 1)
	if o == nil {
		return false
	}
	from := x.datePhrase(a, o)
	start, joined := x.itemBegin(a, i, from)
	return joined && start >= m.Last && start < from && x.begins(a, &a.clauses[i], start, from)
}

// dateAt gives the nearest point in time of a clause before or from token k on.
func (x *extractor) dateAt(a *analysis, i, k, step int) *lang.Mention {
	r := x.ranges[x.current]
	var found *lang.Mention
	for n := r[0]; n < r[1]; n++ {
		o := &x.doc.mentions[n]
		if o.Expr.Kind != tempo.Point || !a.has(o.First) || a.clauseOf(o.First) != i || a.tag(o.First) != tagDate {
			continue
		}
		if step > 0 && o.First >= k {
			return o
		}
		if step < 0 && o.Last <= k && o.First >= a.clauses[i].groupEnd {
			found = o
		}
	}
	return found
}

// listedEvent gives what the date of a member of an enumeration is the date of: the
// member alone where there is no verb or the verb only says that it is there, else
// the clause, whose title then has no other member.
func (x *extractor) listedEvent(a *analysis, i int, m *lang.Mention) (target, bool) {
	np, ok := x.item(a, i, m)
	if !ok {
		return target{}, false
	}
	c := &a.clauses[i]
	if c.verb >= 0 && c.subject.first < c.verb && !x.presents(a, c) {
		return target{kind: clauseTarget, clause: i}, true
	}
	return target{kind: nounTarget, clause: i, noun: np, until: x.phraseEnd(a, i, m.Last)}, true
}

// presents tells whether a clause only says that something is there: "le programme
// comprend", "figurent".
func (x *extractor) presents(a *analysis, c *clause) bool {
	w := a.at(c.verb)
	return x.lang.verbs[w.verb].states && !x.lang.verbs[w.verb].have
}
