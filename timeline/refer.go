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
			if x.agrees(b, c.subject, pronoun) && !(passive && b.tag(c.subject.first) == tagName) {
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

// gender tells whether a person's name can be what "he" or "she" stands for: a
// woman's given name is known, any other is a man's.
func (x *extractor) gender(name string, pronoun wordClass) bool {
	given, _, _ := strings.Cut(name, " ")
	woman := x.lang.feminineNames[given]
	if first, _, ok := strings.Cut(given, "-"); ok {
		woman = woman || x.lang.feminineNames[first]
	}
	return pronoun&isFeminine == 0 && (pronoun&isMasculine == 0 || !woman) || pronoun&isFeminine != 0 && woman
}

// agrees tells whether a noun phrase can be what a pronoun stands for.
func (x *extractor) agrees(a *analysis, s phrase, pronoun wordClass) bool {
	if a.tag(s.first) == tagSubject || a.tag(s.first) == tagRelative || a.tag(s.first) == tagNumber || s.last-s.first > 14 {
		return false
	}
	plural, feminine, masculine, name := false, false, false, false
	for k := s.first; k < s.last; k++ {
		w := a.at(k)
		if k == s.first {
			plural = w.class&isPlural != 0
			feminine = w.class&isFeminine != 0
			masculine = w.class&isMasculine != 0
			name = w.tag == tagName || w.tag == tagAdjective && s.last > s.first+1 && a.tag(s.first+1) == tagName // "North Korea" at the start
			if w.class&isPossessive != 0 {
				return false
			}
		}
		if w.tag == tagConjunction && w.class&isJoining != 0 {
			plural, feminine = true, false
		}
	}
	if name && x.plural(a, s) {
		plural = true
	}
	if !name && a.tag(s.first) != tagDeterminer && a.tag(s.first) != tagNoun {
		return false
	}
	if x.lang.PossessiveMark && !plural {
		plural = x.pluralHead(a, s)
	}
	if x.lang.PossessiveMark && !name && pronoun&(isMasculine|isFeminine) != 0 && !x.personHead(a, s) {
		return false
	}
	if name && pronoun&isPlural == 0 || pronoun&isNeuter != 0 {
		words := x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End]
		f := x.lang.actors.FindIn(words, x.people)
		person := len(f.People) > 0
		switch {
		case pronoun&isNeuter != 0 && person:
			return false
		case pronoun&isNeuter == 0 && name && !person && x.lang.PossessiveMark && len(f.States)+len(f.Orgs)+len(f.Places) > 0: // "he" is no company
			return false
		case pronoun&isNeuter == 0 && name && person && !x.gender(f.People[0].Name, pronoun), pronoun&isFeminine != 0 && name && !person && !x.gender(words, pronoun):
			return false
		}
	}
	switch {
	case pronoun&isPlural != 0 != plural:
		return false
	case pronoun&isFeminine != 0 && masculine, pronoun&isMasculine != 0 && feminine:
		return false
	}
	return true
}

// personHead tells whether a noun phrase means a person: by its head or a name.
func (x *extractor) personHead(a *analysis, s phrase) bool {
	for k := s.first; k < s.last && a.tag(k) != tagPreposition && a.tag(k) != tagComma; k++ {
		if a.is(k, isPersonNoun) {
			return true
		}
	}
	f := x.lang.actors.FindIn(x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End], x.people)
	return len(f.People) > 0
}

// pluralHead tells whether the head of a noun phrase ends as a plural of English
// does.
func (x *extractor) pluralHead(a *analysis, s phrase) bool {
	head := -1
	for k := s.first; k < s.last && a.tag(k) != tagPreposition && a.tag(k) != tagComma; k++ {
		if a.tag(k) == tagNoun || a.tag(k) == tagName {
			head = k
		}
	}
	if head < 0 || a.tag(head) != tagNoun {
		return false
	}
	w := x.word(head)
	n := len(w)
	return n > 3 && w[n-1] == 's' && !strings.ContainsRune("sui", rune(w[n-2]))
}

func (x *extractor) plural(a *analysis, s phrase) bool {
	return x.lang.PossessiveMark && strings.HasSuffix(x.word(s.last-1), "s") && a.tag(s.last-1) == tagNoun
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
	if a.tag(s.first) == tagDeterminer || a.tag(s.first) == tagName {
		f := x.lang.actors.FindIn(words, x.people)
		if len(f.People) == 1 && f.People[0].Name != "" && strings.Contains(f.People[0].Name, " ") && !a.anyOf(s.first, end) { // not "les joueurs de X"
			return f.People[0].Name
		}
	}
	if a.tag(s.first) == tagDeterminer && a.is(s.first, isDemonstrative) {
		if article, ok := x.lang.Demonstratives[x.lower(s.first)]; ok {
			return x.lang.elide(article, x.word(s.first+1)) + spaceUnless(article, x, s) + strings.TrimSpace(words[len(x.word(s.first)):])
		}
	}
	if strings.ContainsAny(words, "«»“”\"()") {
		return ""
	}
	return words
}

func spaceUnless(article string, x *extractor, s phrase) string {
	if x.lang.elide(article, x.word(s.first+1)) != article {
		return ""
	}
	return " "
}
