package timeline

import (
	"slices"
	"strings"
)

// possessor gives the person whose the thing is that a possessive at the head of a
// subject tells of, where the text before it is about that person alone: the
// subject of the sentence before, across sentences that begin with "he" or "elle",
// or the only person of the article's headline. "Her husband died" is the husband
// of the queen of whom the sentences before it told.
func (c *composer) possessor(np phrase) string {
	x, l := c.x, c.x.lang
	if c.a.tag(np.first) != tagDeterminer || !slices.Contains(l.OneOwner, x.lower(np.first)) || c.a.tag(np.last-1) == tagName {
		return ""
	}
	who := wordClass(0)
	if l.PossessiveMark { // a French possessive agrees with the thing
		if who = c.a.at(np.first).class & (isMasculine | isFeminine); who == 0 {
			return "" // "its"
		}
	}
	if before := c.subjectBefore(np.first); !before.empty() { // "Paul Martin a dit que son fils viendrait"
		return c.possessorIn(c.a, before, who)
	}
	for si := x.current - 1; si >= 0 && si >= x.current-3; si-- {
		b := x.analysis(si)
		for i := range b.clauses {
			s := b.clauses[i].subject
			if b.clauses[i].kind != mainClause || s.empty() {
				continue
			}
			if b.tag(s.first) == tagSubject && b.at(s.first).class&isPlural == 0 && b.is(s.first, isMasculine|isFeminine) {
				break // it goes on about the person
			}
			if b.is(s.first, isPossessive) || b.at(s.first).class&isPlural != 0 && b.tag(s.first) == tagSubject {
				break
			}
			return c.possessorIn(b, s, who)
		}
	}
	return x.topic(who)
}

// subjectBefore gives the subject of the clause that the one of token k hangs on, or of
// the main clause before it in its sentence; empty for none.
func (c *composer) subjectBefore(k int) (s phrase) {
	own := c.a.clauseOf(k)
	if p := c.a.clauses[own].parent; p >= 0 {
		return c.subject(p)
	}
	for i := 0; i < own; i++ {
		if cl := &c.a.clauses[i]; cl.kind == mainClause && !cl.subject.empty() {
			s = cl.subject
		}
	}
	return s
}

// possessorIn gives the person whom a subject names, if a possessive can be that person's.
func (c *composer) possessorIn(a *analysis, s phrase, who wordClass) string {
	name := c.x.personOf(s)
	if name == "" || !strings.Contains(name, " ") || !strings.HasSuffix(c.x.called(a, s), name) || !c.x.gender(name, who) {
		return ""
	}
	return name
}

// owned writes a noun phrase with the person whose it is: "the queen's husband", "le
// mari de la reine".
func (c *composer) owned(np phrase, owner string) {
	l, k := c.x.lang, np.first+1
	if l.PossessiveMark {
		c.say(owner + "'s")
		c.rest(np, k, true)
		return
	}
	article, _ := c.article(np.first)
	c.grade += 0.15
	c.say(article)
	end := k
	for end < np.last && c.a.tag(end) != tagPreposition && c.a.tag(end) != tagComma && c.a.clauseOf(end) == c.a.clauseOf(np.first) {
		end++
	}
	c.rest(phrase{np.first, end}, k, true)
	c.begin(rankSubject, false)
	c.say(l.with(l.OfWord, owner))
	if end < np.last {
		c.rest(phrase{np.first, np.last}, end, true)
	}
}

// latter gives the person whom "ce dernier" means: the last that the text before it
// names, if that is what it names last, or if the verb is one that is done to persons.
func (c *composer) latter(np phrase) string {
	x := c.x
	if np.last-np.first != 2 || !c.a.is(np.first, isDemonstrative|isDefinite) || c.a.is(np.first, isPlural) || !slices.Contains(x.lang.Latter, x.lower(np.last-1)) {
		return ""
	}
	who := c.a.at(np.first).class & (isMasculine | isFeminine)
	for si := x.current; si >= 0 && si >= x.current-1; si-- {
		text := x.upTo(si, np.first)
		people := x.lang.actors.FindIn(text, x.people).People
		if len(people) == 0 {
			continue
		}
		last := people[0]
		for _, p := range people {
			if p.Start > last.Start {
				last = p
			}
		}
		p, ok := x.people.Canonical(last.Name)
		if !ok || !x.gender(p.Name, who) || strings.Count(text[last.End:], " ") > 3 && !c.doneToPersons(np) {
			return ""
		}
		return p.Name
	}
	return ""
}

// doneToPersons tells whether the verb of a subject is one that is done to persons:
// "a été arrêté".
func (c *composer) doneToPersons(s phrase) bool {
	for i := range c.a.clauses {
		cl := &c.a.clauses[i]
		if cl.verb < 0 || cl.subject != s {
			continue
		}
		w := c.a.at(cl.groupEnd - 1)
		return c.x.undergone(c.a, cl) && w.form != 0 && c.x.lang.verbs[w.verb].personal
	}
	return false
}
