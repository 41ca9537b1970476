package timeline

import (
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
)

// datedWhen gives the clause that says what happened at the date before it, where
// the clause of the date only tells a state or asks: "Où était-il le 2 mai quand
// la foule a forcé la porte ?"; -1 for none.
func (x *extractor) datedWhen(a *analysis, i int, m *lang.Mention) int {
	c := &a.clauses[i]
	if c.verb < 0 || a.at(c.verb).form == 0 {
		return -1
	}
	from := x.datePhrase(a, m)
	of := from < m.First && a.is(from, isOf) || a.is(m.First, isOf) // "les fêtes de jeudi, lorsque …"
	if !of && (!x.verbAt(a, c.verb).be && !x.imperfect(c.verb) || x.compound(a, c)) {
		return -1
	}
	next := m.Last
	if a.tag(next) == tagComma {
		next++
	}
	for j := range a.clauses {
		if d := &a.clauses[j]; d.kind == adverbialClause && d.verb >= 0 && d.first == next && d.lead == d.first && slices.Contains(x.lang.When, x.lower(d.lead)) && a.at(d.verb).form&(past|present) != 0 {
			return j
		}
	}
	return -1
}

// datedRelative gives the clause that says what happened at a date: "1945, date
// à laquelle la péninsule a été libérée"; -1 for none.
func (x *extractor) datedRelative(a *analysis, m *lang.Mention) int {
	k := m.Last
	if a.tag(k) == tagComma {
		k++
	}
	if !a.has(k) || !a.is(k, isDateNoun) || a.tag(k) == tagDate {
		return -1
	}
	for j := range a.clauses {
		if c := &a.clauses[j]; c.kind == relativeClause && c.verb >= 0 && c.first == k+1 {
			return j
		}
	}
	return -1
}

// announcedBy gives the clause that follows one which only says when: "C'était il y a
// dix ans, le 5 juillet, le roi abdiquait"; -1 for none.
func (x *extractor) announcedBy(a *analysis, i int, m *lang.Mention) int {
	c := &a.clauses[i]
	if c.verb < 0 || !x.verbAt(a, c.verb).be || c.subject.empty() || !a.is(c.subject.first, isDemonstrative|isSubject) || a.at(c.subject.first).class&(isMasculine|isFeminine|isPlural) != 0 {
		return -1
	}
	for k := c.groupEnd; k < c.last; k++ {
		if t := a.tag(k); a.clauseOf(k) == i && t != tagDate && t != tagComma && t != tagAdverb && !(k < m.Last && a.is(k, isDateWord)) && t != tagMark {
			return -1
		}
	}
	for j := i + 1; j < len(a.clauses); j++ {
		if d := &a.clauses[j]; d.verb >= 0 && (d.kind == coordinate || d.kind == mainClause) && d.parent <= i && d.first >= m.Last {
			return j
		}
	}
	return -1
}

// cleftAt gives the clause that a date brought to the front belongs to: "c'est
// mardi que le procès s'ouvre", "it was in 1985 that the dam was built"; -1 for none.
func (x *extractor) cleftAt(a *analysis, i int, m *lang.Mention) int {
	c := &a.clauses[i]
	if c.verb < 0 || !x.verbAt(a, c.verb).be || c.verb >= m.First {
		return -1
	}
	k := c.verb - 1
	for x.apostrophe(k) {
		k--
	}
	if !a.is(k, isDanglingSubject) || !a.is(k, isDemonstrative|isSubject|isNeuter) || a.is(k, isMasculine|isFeminine|isPlural|isFirstPerson) {
		return -1
	}
	for k = c.verb + 1; k < m.First; k++ {
		if t := a.tag(k); t != tagPreposition && t != tagAdverb && t != tagDate && t != tagDeterminer {
			return -1
		}
	}
	for j := range a.clauses {
		if d := &a.clauses[j]; d.first == m.Last && d.verb >= 0 && a.is(d.first, isComplementizer) && (d.kind == contentClause || d.kind == relativeClause) {
			return j
		}
	}
	return -1
}
