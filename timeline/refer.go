package timeline

import (
	"strings"
)

// analysis gives a sentence of the document taken apart, at its first use.
func (x *extractor) analysis(si int) *analysis {
	if a := x.analyses[si]; a != nil {
		return a
	}
	var a *analysis
	if n := len(x.spare); n > 0 {
		a, x.spare = x.spare[n-1], x.spare[:n-1]
	} else {
		a = &analysis{}
	}
	s := x.doc.sentences[si]
	r := x.ranges[si]
	x.analyse(a, s.Sentence, x.doc.mentions[r[0]:r[1]])
	x.analyses[si] = a
	return a
}

// referent gives the words that a pronoun at token k stands for: the nearest
// subject before it that agrees with it, in its sentence or in the three
// before; empty where none is clear.
func (x *extractor) referent(a *analysis, k int) string {
	pronoun := a.at(k).class
	if x.impersonal(a, k) || x.weather(a, k) {
		return ""
	}
	c := &a.clauses[a.clauseOf(k)]
	passive := c.subject.first == k && x.undergone(a, c) && (pronoun&isNeuter != 0 || x.befallsThings(a, c)) // "it was announced": a thing, no company
	best := phrase{}
	if c.kind == contentClause && c.parent >= 0 && c.subject.first == k { // "Londres, où P, a dit qu'elle": who says it
		if s := a.clauses[c.parent].subject; !s.empty() && s.last <= k && x.agrees(a, s, pronoun) && !(passive && a.tag(s.first) == tagName) {
			return x.called(a, s)
		}
	}
	for i := range a.clauses {
		c := &a.clauses[i]
		if s := c.subject; c.verb >= 0 && !s.empty() && s.last <= k && x.agrees(a, s, pronoun) {
			best = s
		}
	}
	if !best.empty() && !(passive && pronoun&isNeuter != 0 && a.tag(best.first) == tagName) {
		return x.called(a, best)
	}
	for si := x.current - 1; si >= 0 && si >= x.current-3; si-- {
		b := x.analysis(si)
		if words := x.passiveReferent(b, pronoun, passive); words != "" {
			return words
		}
		for i := range b.clauses {
			c := &b.clauses[i]
			if c.verb < 0 || c.kind != mainClause || c.subject.empty() {
				continue
			}
			if x.agrees(b, c.subject, pronoun) {
				if passive && b.tag(c.subject.first) == tagName {
					return "" // not whom a sentence before that names
				}
				if who := x.personBeside(b, c.subject, pronoun); who != "" {
					return who
				}
				return x.called(b, c.subject)
			}
		}
	}
	if pronoun&isPlural != 0 || passive {
		return ""
	}
	if pronoun&isNeuter != 0 {
		return ""
	}
	if who := x.lastPerson(k, pronoun, ""); who != "" || pronoun&(isMasculine|isFeminine) == 0 {
		return who
	}
	return x.topic(pronoun)
}

// personBeside gives the person who is the subject of another clause of a
// sentence whose own subject is a place: "La Bretagne vote, et Julie Simon s'y rend".
func (x *extractor) personBeside(b *analysis, s phrase, pronoun wordClass) string {
	if b.tag(s.last-1) != tagName {
		return ""
	}
	f := x.lang.actors.FindIn(x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End], x.people)
	if len(f.People) > 0 || len(f.States)+len(f.Places) == 0 {
		return ""
	}
	for i := range b.clauses {
		o := b.clauses[i].subject
		if b.clauses[i].verb < 0 || o.empty() || b.tag(o.first) != tagName || !x.agrees(b, o, pronoun) {
			continue
		}
		if people := x.lang.actors.FindIn(x.text[x.tokens[o.first].Start:x.tokens[o.last-1].End], x.people).People; len(people) == 1 {
			return x.called(b, o)
		}
	}
	return ""
}

// upTo gives a sentence's text, of the current one only what stands before
// token k.
func (x *extractor) upTo(si, k int) string {
	s := x.doc.sentences[si]
	end := s.End
	if si == x.current {
		end = min(end, int(x.tokens[k].Start))
	}
	return x.text[s.Start:max(end, s.Start)]
}

// lastPerson gives the only person, other than one, whom the sentence up to token
// k and the two before it name.
func (x *extractor) lastPerson(k int, pronoun wordClass, other string) string {
	who := ""
	for si := x.current; si >= 0 && si >= x.current-2; si-- {
		text := x.upTo(si, k)
		if text == "" {
			continue
		}
		for _, r := range x.lang.actors.FindIn(text, x.people).People {
			p, ok := x.people.Canonical(r.Name)
			if !ok || p.Name == other || !x.gender(p.Name, pronoun) {
				continue
			}
			if who != "" && who != p.Name {
				return ""
			}
			who = p.Name
		}
	}
	return who
}

// personOf gives the first person whom a phrase names.
func (x *extractor) personOf(s phrase) string {
	if s.empty() {
		return ""
	}
	for _, r := range x.lang.actors.FindIn(x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End], x.people).People {
		if p, ok := x.people.Canonical(r.Name); ok {
			return p.Name
		}
	}
	return ""
}

// topic gives the person that the article is about and a pronoun can mean: the only
// one that its headline names.
func (x *extractor) topic(pronoun wordClass) string {
	people := x.lang.actors.FindIn(x.doc.article.Title, x.people).People
	if len(people) != 1 {
		return ""
	}
	if p, ok := x.people.Canonical(people[0].Name); ok && x.gender(p.Name, pronoun) {
		return p.Name
	}
	return ""
}

// befallsThings tells whether a passive is in the perfect, and no person is born,
// elected or named by it.
func (x *extractor) befallsThings(a *analysis, c *clause) bool {
	for k := c.verb; k < c.groupEnd; k++ {
		if a.tag(k) == tagGroup && x.verbAt(a, k).personal {
			return false
		}
	}
	return x.verbAt(a, c.verb).have
}

// passiveReferent gives, for the subject of a passive, the last noun of an act
// in a sentence: "Moscou avait suspendu l'accord. Il a été reconduit."
func (x *extractor) passiveReferent(b *analysis, pronoun wordClass, passive bool) string {
	if !passive {
		return ""
	}
	for k := b.last - 1; k > b.first; k-- {
		if b.tag(k) != tagNoun || !b.is(k, isEvent) {
			continue
		}
		np := x.nounPhrase(b, k+1)
		if !np.empty() && b.tag(np.first) == tagDeterminer && b.is(np.first, isDefinite|isDemonstrative) && x.agrees(b, np, pronoun) {
			return x.called(b, np)
		}
	}
	return ""
}

// impersonal tells the pronoun that stands for nothing a title could name: of
// "il y a", "il faut", "c'est", "it is".
func (x *extractor) impersonal(a *analysis, k int) bool {
	switch {
	case a.is(k, isDeterminer|isDemonstrative):
		return true
	case a.is(k, isNeuter):
		if x.expletive(a, k) {
			return true
		}
	case a.at(k).class&(isMasculine|isFeminine|isPlural) == 0:
		return true
	}
	for j := k + 1; a.has(j) && j < k+6; j++ {
		if x.lower(j) == "y" && a.tag(j) == tagClitic {
			return true
		}
		if t := a.tag(j); (t == tagFinite || t == tagGroup) && x.verbAt(a, j).impersonal {
			return true
		}
	}
	return false
}

// expletive tells the "it" that only announces what follows: "it is clear",
// "it emerged that P".
func (x *extractor) expletive(a *analysis, k int) bool {
	i := a.clauseOf(k)
	c := &a.clauses[i]
	if c.verb < 0 || c.subject.first != k {
		return true
	}
	last := c.verb
	for j := c.verb; j < c.groupEnd; j++ {
		if t := a.tag(j); (t == tagGroup || t == tagFinite) && a.at(j).form != 0 {
			last = j
		}
	}
	if x.verbAt(a, last).be {
		return true
	}
	for j := range a.clauses {
		if d := &a.clauses[j]; d.kind == contentClause && d.parent == i && d.first <= c.groupEnd+1 {
			return true
		}
	}
	return false
}

// called gives the words by which a title names a noun phrase of another
// sentence: the person that it names, else its words up to the first
// complement that is not "of".
func (x *extractor) called(a *analysis, s phrase) string {
	end := s.first
	joined := x.joins(a, s)
	for end < s.last {
		t := a.tag(end)
		if end > s.first && (t == tagComma && !joined || t == tagOpen || t == tagRelative || t == tagParticiple || t == tagPreposition && !a.is(end, isOf) || t == tagDate || t == tagDash) {
			break
		}
		end++
	}
	words := strings.Join(strings.Fields(x.text[x.tokens[s.first].Start:x.tokens[end-1].End]), " ")
	if !joined && (a.tag(s.first) == tagDeterminer || a.tag(s.first) == tagName) {
		f := x.lang.actors.FindIn(words, x.people)
		if len(f.People) == 1 && f.People[0].Name != "" && strings.Contains(f.People[0].Name, " ") && !a.anyOf(s.first, end) { // not "les joueurs de X"
			return f.People[0].Name
		}
	}
	if a.tag(s.first) == tagDeterminer && a.is(s.first, isDemonstrative) {
		if article, ok := x.lang.Demonstratives[x.lower(s.first)]; ok {
			glued := x.lang.elide(article, x.word(s.first+1))
			if glued == article {
				glued += " "
			}
			return glued + strings.TrimSpace(words[len(x.word(s.first)):])
		}
	}
	if strings.ContainsAny(words, "«»“”\"()") {
		return ""
	}
	return words
}
