package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// figure tells a clause that gives a number and not what happened: "est de 3 %", "comptait 300 élèves".
func (x *extractor) figure(a *analysis, c *clause) bool {
	last := c.groupEnd - 1
	w := a.at(last)
	if w.form == 0 {
		return false
	}
	v := &x.lang.verbs[w.verb]
	if !v.be && !(v.counts && (!x.compound(a, c) || last == c.verb)) {
		return false
	}
	k := c.groupEnd
	for a.tag(k) == tagAdverb || a.tag(k) == tagPreposition && !v.be || a.is(k, isOf) && v.be || a.tag(k) == tagMark && !x.fullStop(k) && a.tag(k+1) == tagNumber {
		k++
	}
	return a.tag(k) == tagNumber && x.tokens[k].Kind == lang.Number && a.clauseOf(k) == a.clauseOf(c.verb)
}

// described tells a past of "be" that says how somebody or something was: neither
// a passive or progressive nor where it was.
func (x *extractor) described(a *analysis, c *clause) bool {
	w := a.at(c.verb)
	v := &x.lang.verbs[w.verb]
	negated := a.tag(c.group) == tagNegation
	switch {
	case w.form&past == 0 || w.form&present != 0:
		return false
	case !x.lang.AmbiguousPast && !x.imperfect(c.verb):
		return false
	case !v.be:
		return v.states && !v.have && !x.lang.AmbiguousPast && !x.infinitiveIn(a, c)
	case x.compound(a, c):
		return negated && !x.lang.AmbiguousPast // "n'était pas connu"
	}
	k := c.groupEnd
	for a.tag(k) == tagAdverb || a.tag(k) == tagDate {
		k++
	}
	t := a.tag(k)
	return t == tagNoun || t == tagAdjective || t == tagParticiple && !x.lang.AmbiguousPast
}

// infinitiveIn tells whether the verb of a clause has an infinitive: "devait partir".
func (x *extractor) infinitiveIn(a *analysis, c *clause) bool {
	for k := c.verb + 1; k < c.groupEnd+3; k++ {
		if a.has(k) && a.at(k).form&infinitive != 0 && (a.tag(k) == tagGroup || a.tag(k) == tagInfinitive) {
			return true
		}
	}
	return false
}

// imperfect tells a past that describes, by its ending, in a language that has one.
func (x *extractor) imperfect(k int) bool {
	w := x.lower(k)
	return slices.ContainsFunc(x.lang.ImperfectEnds, func(e string) bool { return strings.HasSuffix(w, e) })
}
