package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
)

// An outlook is what the verb of an event's clause says of whether it
// happened, whatever act it tells: "ouvrira", "is due to open", "n'a pas ouvert".
type outlook struct {
	status actor.Status
	tense  bool // by a future alone, which looks back as well: "en 1970, il mourra", "he would die"
}

// A verbGroup is read from its finite verb on.
type verbGroup struct {
	*extractor
	a      *analysis
	last   int          // the verb, or the word before an infinitive, that was read last
	over   actor.Status // what that verb makes of an infinitive
	be     bool         // it is "be"
	denies bool         // "ne" was read
	denied bool         // and "pas"
}

// farVerb is how many tokens after its finite verb a group can go on.
const farVerb = 9

// outlook reads the verb group of a headline's clause.
func (x *extractor) outlook(a *analysis, h *headline) outlook {
	if h.clause >= len(a.clauses) || a.clauses[h.clause].verb < 0 {
		return outlook{}
	}
	c := &a.clauses[h.clause]
	if h.nominal {
		if h.apart {
			return outlook{} // "Signé en 2004, le texte devait": signed it was
		}
		if s := c.subject; s.empty() || int(x.tokens[s.first].Start) > h.start || int(x.tokens[s.last-1].End) < h.start {
			return outlook{} // the clause tells of something else
		}
	}
	m := x.lang.actors.Mood(x.lower(c.verb))
	o := outlook{status: m.Form, tense: m.Form == actor.Planned || m.Later && a.is(c.verb, isModal)}
	if m.Later && (h.said || c.kind == contentClause) && x.toldBefore(a, c) && !x.perfect(a, c) { // "said it would close"
		o = outlook{status: actor.Planned}
	}
	g := verbGroup{extractor: x, a: a, last: c.verb, over: m.Over, be: x.verbAt(a, c.verb).be, denies: a.tag(c.group) == tagNegation || m.Negation, denied: m.Negative}
	for k := c.verb + 1; k < c.verb+farVerb && a.has(k) && g.step(k, &o); k++ {
	}
	switch {
	case !g.denied:
	case o.status != actor.Happened:
		o = outlook{status: o.status.Not()}
	case g.last != c.verb || !x.verbAt(a, c.verb).states: // "n'est pas" is no event
		o.status = actor.Denied
	}
	return o
}

// step reads token k and tells whether the group can go on after it.
func (g *verbGroup) step(k int, o *outlook) bool {
	w := g.lang.actors.Mood(g.lower(k))
	tag := g.a.tag(k)
	switch {
	case w.Negation || w.Negative:
		g.denied = g.denied || w.Negative && (g.denies || w.Negation)
		g.denies = g.denies || w.Negation
	case g.infinitive(k):
		switch {
		case g.over == actor.Planned && o.status == actor.Possible: // "envisagerait de vendre"
		case g.over != actor.Happened:
			*o = outlook{status: g.over}
		case g.be && g.lower(k-1) == g.lang.InfinitiveMark: // "is to open"
			*o = outlook{status: actor.Planned}
		}
		g.take(k, w)
	case tag == tagGroup, tag == tagGerund && g.be, g.be && w.Beside != actor.Happened:
		if g.be && (w.Beside == actor.Planned || w.Beside == actor.Cancelled) {
			*o = outlook{status: w.Beside}
		}
		g.take(k, w)
	case tag == tagAdverb, tag == tagNegation, tag == tagClitic, tag == tagDate, adverbial(g.word(k)), tag == tagMark && !g.fullStop(k), g.linking(k):
	default:
		return false
	}
	return true
}

// take goes on with the verb at token k.
func (g *verbGroup) take(k int, w actor.Mood) {
	g.last, g.over, g.be = k, w.Over, g.verbAt(g.a, k).be
}

// linking tells a word between a verb and its infinitive: "to", "de", "à".
func (g *verbGroup) linking(k int) bool {
	if g.lang.InfinitiveMark != "" {
		return g.lower(k) == g.lang.InfinitiveMark
	}
	return g.a.is(k, isOf|isPlace) && g.a.has(k+1) && (g.infinitive(k+1) || g.apostrophe(k+1) || g.a.tag(k+1) == tagClitic)
}

// infinitive tells an infinitive at token k, of a verb that no list has by its ending or the word before it.
func (g *verbGroup) infinitive(k int) bool {
	w := g.a.at(k)
	if g.capital(k) {
		return false
	}
	if mark := g.lang.InfinitiveMark; mark != "" {
		return g.lower(k-1) == mark && (w.form&infinitive != 0 || w.tag == tagNoun || w.tag == tagGroup || w.tag == tagInfinitive)
	}
	if w.form != 0 {
		return w.form&infinitive != 0
	}
	word := g.word(k)
	return w.tag == tagNoun && len(word) > 4 && slices.ContainsFunc(g.lang.InfinitiveEndings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// perfect tells a group with "have" in it: "aurait fermé", "would have closed".
func (x *extractor) perfect(a *analysis, c *clause) bool {
	for k := c.verb; k < c.groupEnd; k++ {
		if w := a.at(k); x.lang.verbs[w.verb].have {
			return true
		}
	}
	return false
}

// toldBefore tells whether the clause that reports c is in a past tense.
func (x *extractor) toldBefore(a *analysis, c *clause) bool {
	if c.parent < 0 || a.clauses[c.parent].verb < 0 {
		return false
	}
	p := &a.clauses[c.parent]
	return a.at(p.verb).form&past != 0 || x.compound(a, p)
}

// settle gives a draft the status that its clause and its date say: of what an article dates after itself nothing has
// happened yet, and a future of what lies before it looks back.
func (d *draft) settle(act actor.Status, typed bool, o outlook) {
	status := act
	if !typed || o.status == actor.Planned && (status == actor.Happened || status == actor.Possible) {
		status = o.status
	}
	published := d.published
	switch {
	case published.IsZero() || d.span.IsZero():
	case d.nominal && !typed && d.span.End <= published.Start && status != actor.Cancelled, d.nominal && !typed && status == actor.Denied:
		status = actor.Happened // the verb tells what became of it
	case d.span.Start >= published.End && status == actor.Happened:
		status = actor.Planned
	case d.span.End <= published.Start && o.tense && (status == actor.Planned || status == actor.Possible):
		status = actor.Happened
	}
	d.status = string(status)
}
