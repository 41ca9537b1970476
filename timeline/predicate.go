package timeline

import (
	"strings"
)

// clause writes a clause as a sentence of its own: its subject, found
// elsewhere where a pronoun stands for it, its verb and what the verb takes.
func (c *composer) clause(i int) {
	cl := &c.a.clauses[i]
	c.begin(rankCore, false)
	switch {
	case cl.verb < 0:
		if !c.elliptic(i) {
			c.verbless(cl)
		}
		return
	case c.dateSubject(cl):
		c.dayOf(i)
		return
	}
	c.subjectOf(i)
	if c.discord(i) {
		c.grade -= 0.6
	}
	relative := c.relativeRole(cl)
	if relative == "of" && c.subjects(cl) { // "la Chine, dont la sonde s'est posée": the probe of China
		if relative = "own"; c.x.personOf(cl.subject) == "" { // a name tells whom it means
			c.oblique(cl, "of")
		}
	}
	if relative == "of" && c.x.lang.PossessiveMark { // "the airline, whose flight vanished": it is the flight's
		c.oblique(cl, relative)
	}
	c.begin(rankCore, false)
	c.verbGroup(cl)
	c.verb = len(c.pieces)
	if relative == "object" {
		if cl.antecedent.empty() {
			c.grade -= 0.7
		} else {
			c.plainParticiple(cl)
			c.begin(rankCore, false)
			c.nounPhrase(cl.antecedent, false)
		}
	}
	before := len(c.pieces)
	c.complements(cl.groupEnd, cl.last, i, false)
	if len(c.pieces) == before && relative == "" && cl.groupEnd == cl.verb+1 { // "court", "entered"
		c.grade -= 0.2
	}
	if len(c.pieces) == before && relative == "" && c.x.verbAt(c.a, cl.groupEnd-1).be {
		c.grade -= 0.7 // "is", with nothing that it is
	}
	for _, p := range c.pieces {
		if c.a.has(p.token) && c.a.is(p.token, isDanglingAdverb) && c.a.tag(p.token) == tagAdverb {
			c.grade -= 0.6 // "had last been there"
			break
		}
	}
	if relative != "own" && (relative != "of" || !c.x.lang.PossessiveMark) {
		c.oblique(cl, relative)
	}
}

// discord tells whether a plural subject has a singular verb, or one thing a
// plural: the clause is not cut as it was meant.
func (c *composer) discord(i int) bool {
	l, cl, s := c.x.lang, &c.a.clauses[i], c.subject(i)
	if len(l.PluralVerbEnds) == 0 || s.empty() || c.a.is(s.first, isSubject) {
		return false
	}
	word, pluralVerb := c.x.lower(cl.verb), false
	for _, e := range l.PluralVerbEnds {
		pluralVerb = pluralVerb || strings.HasSuffix(word, e)
	}
	if c.a.tag(s.first) == tagDeterminer && c.a.is(s.first, isPlural) {
		return !pluralVerb
	}
	if article, ok := c.contracted(c.afterLocution(s)); ok && article == l.Definite[0] { // "au centre des colonnes s'étaient"
		return pluralVerb
	}
	name := s.first
	for name < s.last && c.a.tag(name) == tagName {
		name++
	}
	for k := s.first; k < s.last; k++ { // "une centaine de manifestants ont", "le roi et la reine ont"
		if c.a.tag(k) == tagPreposition && name == s.first || c.a.tag(k) == tagConjunction || c.a.tag(k) == tagComma || c.a.is(k, isBoth) {
			return false
		}
	}
	if name > s.first { // "Gaza ont quitté", but "Human Rights Watch et les Verts ont"
		return pluralVerb && name == s.first+1 && !c.x.hyphen(name) && !strings.HasSuffix(c.x.word(s.first), "s")
	}
	return pluralVerb && c.a.tag(s.first) == tagDeterminer && c.a.is(s.first, isDefinite|isDemonstrative|isFeminine|isMasculine)
}

// verbGroup writes the verb with its pronouns and participles.
func (c *composer) verbGroup(cl *clause) {
	object, name := c.objectName(cl)
	c.passiveOf(cl)
	from := cl.group
	for from-1 >= max(cl.body, cl.subject.last) && c.a.tag(from-1) == tagAdverb && c.a.clauseOf(from-1) == c.a.clauseOf(cl.verb) { // "never signed"
		from--
	}
	for k := from; k < cl.group; k++ {
		c.put(k)
	}
	for k := cl.group; k < cl.groupEnd; k++ {
		if cl.subject.first > cl.verb && k >= cl.subject.first && k < cl.subject.last {
			continue
		}
		if name != "" && (k == object || k == object+1 && c.x.apostrophe(k)) {
			continue
		}
		if c.x.hyphen(k) && c.a.tag(k+1) == tagMark || c.x.hyphened(k) || c.a.is(k, isAdverbialPronoun) && c.a.tag(k) == tagClitic { // "a-t-il"; "en", "y"
			continue
		}
		c.put(k)
	}
	if name != "" {
		c.plainParticiple(cl)
		c.say(name)
		c.grade -= 0.1
		return
	}
	c.objectPronouns(cl)
}

// passiveOf writes the auxiliaries that a participle without an object shares with
// the passive before it: "was founded in 1998 and sold in 2006".
func (c *composer) passiveOf(cl *clause) {
	w := c.a.at(cl.verb)
	if !c.x.lang.AmbiguousPast || cl.kind != coordinate || cl.parent < 0 || !cl.subject.empty() || w.form&participle == 0 || cl.groupEnd != cl.verb+1 || c.x.lang.verbs[w.verb].intransitive {
		return
	}
	switch c.a.tag(cl.groupEnd) {
	case tagDeterminer, tagNoun, tagName, tagNumber, tagSubject, tagAdjective, tagGerund, tagComplementizer:
		return
	}
	p := &c.a.clauses[cl.parent]
	if p.verb < 0 || !c.x.undergone(c.a, p) {
		return
	}
	for k := p.verb; k < p.groupEnd; k++ {
		if v := c.x.verbAt(c.a, k); v.be || v.have {
			c.put(k)
		}
	}
}

// subjects tells whether "dont" stands for what the subject of its clause belongs to,
// and not for a complement of the verb: "dont la sonde s'est posée", but "dont le maire
// s'est emparé".
func (c *composer) subjects(cl *clause) bool {
	s := cl.subject
	if c.x.lang.PossessiveMark || s.empty() || s.first > cl.verb || c.a.tag(s.first) != tagDeterminer || !c.a.is(s.first, isDefinite) || c.a.anyOf(s.first, s.last) {
		return false
	}
	w := c.a.at(cl.groupEnd - 1)
	if w.form == 0 || c.x.lang.verbs[w.verb].be && cl.groupEnd == cl.verb+1 { // "dont il est le maire"
		return false
	}
	return !c.x.lang.verbs[w.verb].takesOf
}

// objectName gives the pronoun that opens a verb group and the only person whom
// it can stand for: "l'Académie l'a exclu".
func (c *composer) objectName(cl *clause) (k int, name string) {
	k = cl.group
	if k == cl.verb || c.a.tag(k) != tagClitic || !c.a.is(k, isDefinite) || c.a.is(k, isPlural|isReflexive) || cl.groupEnd == cl.verb+1 {
		return k, ""
	}
	if !c.x.verbAt(c.a, cl.groupEnd-1).personal { // "il l'a annoncé": a fact
		return k, ""
	}
	who := c.a.at(k).class & (isMasculine | isFeminine)
	if last := c.a.at(cl.groupEnd - 1); who == 0 && last.form&participle != 0 { // "l'a exclue"
		if who = isMasculine; strings.HasSuffix(strings.TrimSuffix(c.x.word(cl.groupEnd-1), "s"), "e") {
			who = isFeminine
		}
	}
	if who == 0 {
		return k, ""
	}
	return k, c.x.lastPerson(k, who, c.x.personOf(cl.subject))
}

// relativeRole gives what the antecedent of a relative clause is in it, where
// it is not the subject: "object", "of", "place" or "oblique".
func (c *composer) relativeRole(cl *clause) string {
	if cl.kind != relativeClause || cl.subject.first == cl.lead && !cl.subject.empty() {
		return ""
	}
	role := c.x.lang.Relatives[c.x.lower(cl.lead)]
	if role == "subject" && cl.first == cl.lead { // "which Ukrainian forces entered"
		return "object"
	}
	return role
}

// oblique writes the antecedent of a relative clause that is neither its
// subject nor its object: "dont l'État s'est retiré", "avec qui".
func (c *composer) oblique(cl *clause, role string) {
	np := cl.antecedent
	if np.empty() {
		return
	}
	switch role {
	case "of":
		c.begin(rankCore, false)
		c.joined(c.x.lang.OfWord, np)
	case "subject", "oblique":
		if p := cl.first; p < cl.lead && c.a.tag(p) == tagPreposition && c.a.tag(np.first) != tagNoun && !c.timeNoun(np) {
			c.begin(rankPhrase, false)
			c.joined(c.x.lower(p), np)
		}
	case "place":
		if c.a.tag(np.first) == tagName {
			to := c.x.lang.ToWord
			if p := np.first - 1; c.a.tag(p) == tagPreposition && c.a.is(p, isPlace) && !c.a.is(p, isDeterminer) {
				to = c.x.lower(p) // "en Virginie, où"
			}
			c.begin(rankPhrase, false)
			c.joined(to, np)
		}
	}
}

// dayOf writes what a clause says of a day, as a noun: "First anniversary of
// the summit".
func (c *composer) dayOf(i int) {
	cl := &c.a.clauses[i]
	k := cl.groupEnd
	if c.a.tag(k) != tagDeterminer {
		c.grade -= 0.6
	}
	for c.a.tag(k) == tagDeterminer && c.a.is(k, isDefinite|isDemonstrative) || c.x.apostrophe(k) {
		k++
	}
	cl.subject = phrase{}
	c.complements(k, cl.last, i, true)
}

// dateSubject tells a clause that says what day it is: "Saturday is the first
// anniversary of the summit" is an anniversary.
func (c *composer) dateSubject(cl *clause) bool {
	w := c.a.at(cl.verb)
	if w.form == 0 || !cl.subject.empty() && cl.subject.first < cl.verb || cl.kind != mainClause {
		return false
	}
	v := &c.x.lang.verbs[w.verb]
	if !v.be && !v.marks {
		return false
	}
	return c.a.anyTag(cl.first, cl.group, tagDate)
}

// timeNoun tells an antecedent that is a date: "date à laquelle".
func (c *composer) timeNoun(np phrase) bool {
	for k := np.first; k < np.last; k++ {
		if c.a.tag(k) == tagDate || c.a.is(k, isDateWord) && c.a.tag(k) == tagNoun {
			return true
		}
	}
	return false
}

// elliptic writes a clause that leaves its verb to the one before a colon: "en
// sont partis : du Mali en 2022, du Niger en 2023", "deux grèves : en 1995 et en 2003".
func (c *composer) elliptic(i int) bool {
	cl := &c.a.clauses[i]
	j := c.beforeColon(i)
	if j < 0 || c.a.tag(cl.body) != tagPreposition {
		return false
	}
	p, whole := &c.a.clauses[j], c.onlyDates(cl)
	if !whole && c.a.tag(p.groupEnd) == tagDeterminer && c.a.tag(p.groupEnd+1) == tagNoun {
		return false
	}
	c.subjectOf(j)
	c.begin(rankCore, false)
	for k := p.group; k < p.groupEnd; k++ {
		if c.a.tag(k) == tagClitic && c.a.is(k, isAdverbialPronoun) {
			continue
		}
		c.put(k)
	}
	c.begin(rankCore, false)
	if whole {
		c.complements(p.groupEnd, p.last, j, false)
	} else {
		c.complements(cl.body, cl.last, i, false)
	}
	return true
}

// beforeColon gives the clause with a verb that a colon parts from clause i,
// which has none; -1 where there is none.
func (c *composer) beforeColon(i int) int {
	cl := &c.a.clauses[i]
	if i == 0 || cl.verb >= 0 || cl.kind != mainClause || c.a.tag(cl.first-1) != tagStop || !c.x.tokens[cl.first-1].Is(':') {
		return -1
	}
	j := c.a.clauseOf(cl.first - 1)
	if p := &c.a.clauses[j]; p.verb < 0 || p.kind != mainClause {
		return -1
	}
	return j
}

// onlyDates tells whether a clause has nothing but dates and what joins them.
func (c *composer) onlyDates(cl *clause) bool {
	for k := cl.first; k < cl.last; k++ {
		if t := c.a.tag(k); t != tagDate && t != tagComma && t != tagConjunction && t != tagMark && !c.a.is(k, isDateWord) {
			return false
		}
	}
	return true
}

// plainParticiple takes from the participle of a relative clause the agreement
// with its object, which now follows: "que X a visitée" is "X a visité".
func (c *composer) plainParticiple(cl *clause) {
	for n := range c.pieces {
		p := &c.pieces[n]
		if p.token >= cl.verb && p.token < cl.groupEnd && c.a.tag(p.token) == tagGroup {
			if w := c.a.at(p.token); w.form&participle != 0 {
				p.text = c.x.lang.verbs[w.verb].participle
			}
		}
	}
}

// objectPronouns grades down a verb with a pronoun for its object.
func (c *composer) objectPronouns(cl *clause) {
	for k := cl.group; k < cl.groupEnd; k++ {
		if c.a.tag(k) == tagClitic && !c.a.is(k, isReflexive) {
			if c.grade -= 0.3; c.a.is(k, isDefinite) { // "l'ont signé": what?
				c.grade -= 0.3
			}
			return
		}
	}
	if k := cl.groupEnd; c.a.has(k) && c.a.is(k, isDanglingSubject) && !c.a.is(k, isDeterminer) && c.a.tag(k) == tagSubject && !c.x.hyphened(k) {
		c.grade -= 0.6
	}
}

// verbless writes a clause that has no verb, without what leads into it.
func (c *composer) verbless(cl *clause) {
	k := cl.body
	for k < cl.last && (c.a.tag(k) == tagConjunction || c.a.tag(k) == tagComma || c.a.tag(k) == tagAdverb || c.drop[k-c.a.first] || c.a.tag(k) == tagDate) {
		k++
	}
	c.grade -= 0.3
	if t := c.a.tag(k); t == tagPreposition || t == tagParticiple || t == tagGerund || cl.kind == aside {
		c.grade -= 0.35
	}
	c.complements(k, cl.last, int(c.a.of[cl.first-c.a.first]), true)
}
