package timeline

import (
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// partOf gives what a date with "of" belongs to: the noun before it, "l'élection
// de mardi", which is an event or none. False where the date stands on its own,
// or its noun in an adverbial, whose time is that of the verb: "lors de la réunion
// de mardi".
func (x *extractor) partOf(a *analysis, i int, m *lang.Mention) (target, bool) {
	from := x.datePhrase(a, m)
	if !(from < m.First && a.is(from, isOf)) && !a.is(m.First, isOf) || a.clauses[i].verb < 0 {
		return target{}, false
	}
	end := from
	if a.tag(end-1) == tagClose { // "leur nul (0-0) de mardi"
		for end--; a.has(end) && a.tag(end) != tagOpen; end-- {
		}
	}
	np := x.nounPhrase(a, end)
	if np.empty() {
		return target{}, x.superlative(a, from) // "parmi les plus froids de l'entre-deux-guerres"
	}
	if a.tag(np.first) == tagDeterminer && a.is(np.first, isPossessive) && !x.hasEvent(a, np) && x.clauseObject(a, i, np) {
		return target{}, true // "a raconté sa journée du 3 mai"
	}
	if a.is(np.first-1, isTimePreposition) && !a.is(np.first-1, isDuring|isLasting) && a.tag(np.first-1) == tagPreposition && a.is(np.first, isPossessive) && !x.hasEvent(a, np) {
		return target{}, true // "recevra Lens, après son nul de mardi"
	}
	if a.is(np.last-1, isDateNoun|isDateWord) && a.is(np.first-1, isTimePreposition|isPlace|isDuring) || a.clauseOf(np.first) != i {
		return target{}, false
	}
	for a.ofAt(np.first-1) && a.clauseOf(np.first-1) == i {
		wider := x.nounPhrase(a, np.first-1)
		if wider.empty() {
			break
		}
		np.first = wider.first
	}
	if p := np.first - 1; a.tag(p) == tagPreposition && slices.Contains(x.lang.Remote, x.lower(p)) { // "malgré la panne de mardi"
		return x.nounEvent(a, i, np.first, m), true
	}
	if a.tag(np.first-1) == tagPreposition || x.hasEvent(a, np) || !a.has(np.first) || a.is(np.last-1, isDateNoun|isDateWord) {
		return target{}, false
	}
	s := a.clauses[i].subject
	return target{}, np.first >= s.first && np.last <= s.last
}

// clauseObject tells whether a noun phrase stands after the verb of a clause in no
// prepositional phrase of its own.
func (x *extractor) clauseObject(a *analysis, i int, np phrase) bool {
	return a.clauses[i].verb >= 0 && np.first >= a.clauses[i].groupEnd && a.tag(np.first-1) != tagPreposition
}

// inserted gives the noun of an act that a date between commas stands in, before
// whose it is: "la saisie, jeudi, par la douane, de neuf tableaux".
func (x *extractor) inserted(a *analysis, i int, m *lang.Mention) (target, bool) {
	head := m.First - 2
	if a.tag(head+1) != tagComma || a.tag(m.Last) != tagComma || a.tag(head) != tagNoun || !a.is(head, isEvent) || !a.is(m.Last+1, isAgent|isOf) || a.tag(m.Last+1) != tagPreposition {
		return target{}, false
	}
	np := x.nounPhrase(a, head+1)
	until := x.phraseEnd(a, i, m.Last+1)
	for a.tag(until) == tagComma && a.ofAt(until+1) {
		until = x.phraseEnd(a, i, until+1)
	}
	return target{kind: nounTarget, clause: i, noun: np, until: until}, !np.empty()
}

// publishedIn tells the participle of a document in which the subject says what
// follows: "Dans un rapport publié mardi, l'ONU accuse".
func (x *extractor) publishedIn(a *analysis, i, k int) bool {
	c, w := &a.clauses[i], a.at(k)
	if w.form == 0 || !x.lang.verbs[w.verb].publishes || c.verb < 0 || k > c.verb || c.subject.first < k || a.at(c.verb).form&future != 0 {
		return false
	}
	np := x.modified(a, i, k, k)
	p := np.first - 1
	return !np.empty() && a.tag(p) == tagPreposition && a.is(p, isPlace) && (p == c.body || a.tag(p-1) == tagComma)
}

// beside tells a date that a name in an adverbial of time has for itself: "après
// le Mali en août 2020" is no date of the verb.
func (x *extractor) beside(a *analysis, i int, m *lang.Mention) bool {
	np := x.nounPhrase(a, x.skipDates(a, x.datePhrase(a, m)-1)+1)
	if np.empty() || a.tag(np.first-1) != tagPreposition || !a.is(np.first-1, isTimePreposition|isSequel) || a.is(np.first-1, isLasting|isDuring) || a.clauseOf(np.first-1) != i {
		return false
	}
	for k := np.first; k < np.last; k++ {
		if t := a.tag(k); t != tagName && t != tagMark && !(t == tagDeterminer && k == np.first) {
			return false
		}
	}
	return a.clauses[i].verb >= 0 && a.clauses[i].verb < np.first
}

// valid tells a year or the like that says what time a thing is meant for and not
// when something happens: "une croissance de 2 % pour 2013".
func (x *extractor) valid(a *analysis, m *lang.Mention) bool {
	from := x.datePhrase(a, m)
	if from >= m.First || !slices.Contains(x.lang.Validity, x.lower(from)) || x.doc.values[x.indexOf(m)].Span.Grain <= tempo.Month {
		return false
	}
	switch a.tag(from - 1) {
	case tagNoun, tagName, tagNumber, tagMark:
	default:
		return false
	}
	np := x.nounPhrase(a, from)
	return np.empty() || !x.hasEvent(a, np)
}

// presumed gives the event whose date stands after a participle that has no say in
// when it is: "la fermeture annoncée de l'usine en 2030", "le complice présumé du
// tueur dans l'attentat de Klow en 1975".
func (x *extractor) presumed(a *analysis, i, k int, m *lang.Mention) target {
	v, from := x.verbAt(a, k), x.datePhrase(a, m)
	if from == k+1 || a.at(k).form == 0 {
		return target{}
	}
	p, s := x.doc.date, x.doc.values[x.indexOf(m)].Span
	if (v.reporting || v.schedules) && !p.IsZero() && !s.Start.IsOpen() && s.Start >= p.End {
		if np := x.modified(a, i, k, k); !np.empty() && x.hasEvent(a, np) {
			return target{kind: nounTarget, clause: i, noun: phrase{np.first, from}, until: from}
		}
	}
	if v.noun != "" || !v.alleges {
		return target{}
	}
	for j := k + 1; j < from; j++ {
		if a.tag(j) == tagPreposition && !a.is(j, isOf) {
			if t := x.nounEvent(a, i, j+1, m); t.kind != noTarget {
				return t
			}
		}
	}
	return target{}
}

// notYet puts right a clause that tells what has happened and is given a date
// after the publication, which cannot be that of its verb: of "a annoncé la tenue
// d'un sommet en février" it is that of the summit.
func (x *extractor) notYet(a *analysis, t target, i int) target {
	p, s, m := x.doc.date, x.doc.values[i].Span, &x.doc.mentions[i]
	c := &a.clauses[t.clause]
	if t.kind != clauseTarget || c.verb < 0 || p.IsZero() || p.Grain != tempo.Day || s.IsZero() || s.Start.IsOpen() || m.Expr.Kind != tempo.Point {
		return t
	}
	saying := x.saying(a, t.clause)
	if s.Start < p.End && !(x.schedules(a, c) && slices.Contains(x.lang.Aims, x.lower(x.datePhrase(a, m)))) {
		if w := a.at(c.verb); saying && s.End <= p.Start && w.form&present != 0 && w.form&past == 0 && !x.compound(a, c) && a.clauseOf(m.First) == t.clause && m.First > c.groupEnd { // "rappelle le raid du 1er août"
			if n := x.nounEvent(a, t.clause, c.groupEnd, m); n.kind != noTarget {
				return n
			}
		}
		return t
	}
	if x.schedules(a, c) && !x.undergone(a, c) && m.First > c.groupEnd && a.clauseOf(m.First) == t.clause { // "a fixé une réunion au 3 mai"
		if n := x.nounEvent(a, t.clause, c.groupEnd, m); n.kind != noTarget {
			return n
		}
	}
	if !saying && !x.happened(a, c) || x.schedules(a, c) || c.kind == contentClause {
		return t
	}
	for k := c.verb; k < m.First; k++ { // "devait partir vendredi", "a promis de partir vendredi"
		if w := a.at(k); w.form&infinitive != 0 && (a.tag(k) == tagInfinitive || a.tag(k) == tagGroup) && w.form&participle == 0 {
			return t
		}
	}
	if a.clauseOf(m.First) == t.clause && m.First > c.groupEnd {
		if n := x.nounEvent(a, t.clause, c.groupEnd, m); n.kind != noTarget {
			return n
		}
	}
	if saying && !x.happened(a, c) {
		return t
	}
	return target{}
}

// happened tells whether the verb of a clause can only tell what is over: a past,
// or a perfect with the auxiliary of possession, "a signé".
func (x *extractor) happened(a *analysis, c *clause) bool {
	w := a.at(c.verb)
	if w.form == 0 || w.form&(future|conditional) != 0 || a.is(c.verb, isModal) {
		return false
	}
	if w.form&past != 0 && w.form&present == 0 {
		return true
	}
	return x.lang.verbs[w.verb].have && x.compound(a, c)
}

// undone gives, for what was to be at a date, the clause that says what became of it:
// "le marché, qui devait avoir lieu dimanche, est annulé".
func (x *extractor) undone(a *analysis, t target) target {
	i := t.clause
	c := &a.clauses[i]
	switch {
	case t.kind == participleTarget && (x.verbAt(a, t.at).expects || x.verbAt(a, t.at).schedules) && t.noun.first == c.subject.first:
	case t.kind == clauseTarget && c.kind == relativeClause && c.parent >= 0 && c.verb >= 0 && a.at(c.verb).form&past != 0 && x.infinitiveIn(a, c) && !c.antecedent.empty() &&
		c.antecedent.first == a.clauses[c.parent].subject.first:
		i = c.parent
	default:
		return t
	}
	if c = &a.clauses[i]; c.verb < 0 || !x.verbAt(a, c.groupEnd-1).undoes {
		return t
	}
	return target{kind: clauseTarget, clause: i}
}

// schedules tells whether a clause says when something is to be: "a été fixée au 3
// mai", "was postponed".
func (x *extractor) schedules(a *analysis, c *clause) bool {
	for k := c.verb; k < c.groupEnd; k++ {
		if x.verbAt(a, k).schedules {
			return true
		}
	}
	return false
}
