package timeline

import (
	"slices"
	"strings"
)

// eventOnly makes a noun of a clause that only says that its subject took place:
// "une conférence sur l'eau s'est tenue à Oslo" is "Conférence sur l'eau à Oslo".
// What may not have taken place stays a clause.
func (c *composer) eventOnly(t target) bool {
	if t.kind != clauseTarget {
		return false
	}
	cl := &c.a.clauses[t.clause]
	s, end := cl.subject, c.takesPlace(cl)
	if end == 0 || s.empty() || s.first > cl.verb || cl.kind == relativeClause || !c.isArticle(s.first) {
		return false
	}
	first, head, words := -1, s.first+1, 0
	if c.x.apostrophe(head) {
		head++
	}
	for n, p := range c.pieces {
		if c.runs[p.run].rank == 0 {
			continue
		}
		if first < 0 {
			if first = n; p.token != s.first {
				return false // the subject stands for something else
			}
		}
		if !(p.token >= s.first && p.token < head || p.token >= cl.group && p.token < end) {
			words++
		}
	}
	if words < 4 || !c.written(head) {
		return false
	}
	kept := c.pieces[:0]
	for _, p := range c.pieces {
		if p.token < s.first || p.token >= head && p.token < cl.group || p.token >= end {
			kept = append(kept, p)
		}
	}
	c.pieces = kept
	return true
}

// isArticle tells an article, which no heading needs.
func (c *composer) isArticle(k int) bool {
	return c.a.tag(k) == tagDeterminer && (c.a.is(k, isDefinite) || c.a.is(k, isOf) && c.a.is(k, isPlural) || slices.Contains(c.x.lang.One, c.x.lower(k)))
}

// takesPlace gives where the verb of a clause ends that says only that something
// took place, 0 where it says more, or denies or doubts it.
func (c *composer) takesPlace(cl *clause) int {
	if cl.verb < 0 {
		return 0
	}
	verb, reflexive := int32(0), false
	for k := cl.group; k < cl.groupEnd; k++ {
		w := c.a.at(k)
		switch c.a.tag(k) {
		case tagNegation, tagInfinitive, tagSubject:
			return 0
		case tagClitic:
			reflexive = reflexive || w.class&isReflexive != 0
		case tagFinite, tagGroup:
			if w.class&isModal != 0 && w.form == 0 || w.form&infinitive != 0 && c.a.tag(k) == tagGroup && w.form&(participle|past) == 0 || w.form&conditional != 0 && w.form&^conditional == 0 {
				return 0
			}
			if w.form != 0 {
				verb = w.verb
			}
		}
	}
	if !c.x.lang.verbs[verb].takesPlace { // the verb that no list has does not
		return 0
	}
	lemma := c.x.lang.verbs[verb].infinitive
	for _, p := range c.x.lang.TakingPlace {
		word, particle, _ := strings.Cut(p, " ")
		if bare, ok := strings.CutSuffix(word, "-se"); ok {
			if !reflexive {
				continue
			}
			word = bare
		}
		switch {
		case word != lemma:
		case particle == "":
			return cl.groupEnd
		case c.x.lower(cl.groupEnd) == particle && !c.written(cl.groupEnd+1) || c.x.lower(cl.groupEnd) == particle && c.a.tag(cl.groupEnd+1) == tagPreposition:
			return cl.groupEnd + 1
		}
	}
	return 0
}
