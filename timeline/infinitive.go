package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// infinitiveEvent is the clause of the infinitive at token k, or what its verb,
// at token at, tells where that came after the rest, or before it: "avant de
// revenir en mai", "après avoir signé en mai".
func (x *extractor) infinitiveEvent(a *analysis, i, k, at int, m *lang.Mention) target {
	if k == at {
		if p := x.perfectOver(a, i, k); p >= 0 {
			k = p
		}
	}
	switch c := &a.clauses[i]; {
	case c.verb < 0:
	case k < c.verb && !c.subject.empty() && a.anyTag(c.subject.last, k, tagComma): // "the team, due to play on Monday, escaped"
		return target{}
	case k < at && (x.afterwards(a, k) || x.condemned(a, c, k)), x.sequel(a, k) && k > c.verb:
		return target{kind: infinitiveTarget, clause: i, at: at, until: x.phraseEnd(a, i, m.First)}
	case k < at && x.verbAt(a, k).have: // "Mardi, elle l'a accusé d'avoir menti en 1998"
		return target{}
	}
	return target{kind: clauseTarget, clause: i}
}

// perfectOver gives the perfect infinitive that the infinitive at token k hangs on,
// "accusé d'[avoir] tenté de tuer"; -1 for none.
func (x *extractor) perfectOver(a *analysis, i, k int) int {
	for k--; a.tag(k) == tagPreposition || a.tag(k) == tagClitic || a.tag(k) == tagInfinitive || x.apostrophe(k); k-- {
	}
	if a.tag(k) != tagGroup || !a.has(k) {
		return -1
	}
	return x.perfectInfinitive(a, i, k)
}

// perfectInfinitive gives the infinitive of "have" or "be" that the participle at
// token k goes with, in "avoir signé", outside the verb of clause i; -1 for none.
func (x *extractor) perfectInfinitive(a *analysis, i, k int) int {
	if c := &a.clauses[i]; a.tag(k) != tagGroup || c.verb >= 0 && k < c.groupEnd && k > c.verb {
		return -1
	}
	for j := k - 1; a.has(j) && j > k-4; j-- {
		switch a.tag(j) {
		case tagInfinitive:
			if v := x.verbAt(a, j); v.have || v.be {
				return j
			}
			return -1
		case tagAdverb, tagGroup:
		default:
			return -1
		}
	}
	return -1
}

// afterwards tells whether a preposition of time leads to the infinitive at token
// k: "après avoir signé".
func (x *extractor) afterwards(a *analysis, k int) bool {
	for k--; a.tag(k) == tagClitic || a.tag(k) == tagAdverb || x.apostrophe(k); k-- {
	}
	return a.tag(k) == tagPreposition && a.is(k, isTimePreposition)
}

// condemned tells whether the perfect infinitive at token k says for what the
// subject of a passive is known to have been: "a été condamné pour avoir tué en
// 2010". What somebody is only accused of is no event.
func (x *extractor) condemned(a *analysis, c *clause, k int) bool {
	p := k - 1
	for a.tag(p) == tagClitic || a.tag(p) == tagNegation || x.apostrophe(p) {
		p--
	}
	return x.verbAt(a, k).have && p > c.verb && a.tag(p) == tagPreposition && !a.is(p, isOf|isPlace|isTimePreposition) &&
		a.at(c.groupEnd-1).form&participle != 0 && x.undergone(a, c) && !x.alleges(a, c.groupEnd-1)
}

// alleges tells whether the verb at token k says what somebody is thought to have
// done: "accusé", "suspected".
func (x *extractor) alleges(a *analysis, k int) bool {
	return x.verbAt(a, k).alleges
}

// sequel tells whether the infinitive at token k tells what came after: "avant
// de revenir".
func (x *extractor) sequel(a *analysis, k int) bool {
	for k--; a.tag(k) == tagClitic || x.apostrophe(k); k-- {
	}
	if a.ofAt(k) {
		k--
	}
	return a.is(k, isSequel)
}

// datedElsewhere tells whether clause i has a date other than mention m.
func (x *extractor) datedElsewhere(a *analysis, i int, m *lang.Mention) bool {
	r := x.ranges[x.current]
	for k := r[0]; k < r[1]; k++ {
		if o := &x.doc.mentions[k]; o.First != m.First && o.Expr.Kind == tempo.Point && a.clauseOf(o.First) == i {
			return true
		}
	}
	return false
}
