package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// participleEvent gives the participle at token k with the noun that it
// belongs to.
func (x *extractor) participleEvent(a *analysis, i, k int, m *lang.Mention) target {
	t := target{kind: participleTarget, clause: i, at: k, until: x.phraseEnd(a, i, m.First)}
	if t.noun = x.shared(a, i, k); t.noun.empty() {
		t.noun = x.owned(a, i, k)
	}
	if t.noun.empty() && (x.verbAt(a, k).noun != "" || x.opensSentence(a, k)) { // "Signé à Vienne en 2015, l'accord …"
		c := &a.clauses[i]
		if c.verb < 0 || k > c.group || c.subject.empty() || x.verbAt(a, k).expects {
			return target{}
		}
		if x.verbAt(a, k).gathers { // "Réunie mardi à Vienne, la commission a voté"
			return target{kind: clauseTarget, clause: i}
		}
		if a.tag(c.subject.first) == tagSubject {
			if t.name = x.referent(a, c.subject.first); t.name == "" {
				return target{}
			}
		}
		t.noun = c.subject
	}
	if t.noun.empty() {
		return target{}
	}
	if x.verbAt(a, k).kills {
		t.noun = x.victim(a, t.noun)
	}
	return t
}

// victim gives the person in a noun phrase who was killed: of "l'assassin du
// préfet Paul Martin, tué en 1998" it is "Paul Martin".
func (x *extractor) victim(a *analysis, np phrase) phrase {
	if !a.is(np.first, isDefinite) || a.tag(np.last-1) != tagName {
		return np
	}
	from := x.tokens[np.first].Start
	text := x.text[from:x.tokens[np.last-1].End]
	for _, p := range x.lang.actors.FindIn(text, x.people).People {
		if p.End < len(text) || p.Start == 0 {
			continue
		}
		of := false
		for k := np.first; k < np.last; k++ {
			if of && x.tokens[k].Start >= from+uint32(p.Start) {
				return phrase{k, np.last}
			}
			of = of || a.ofAt(k)
		}
	}
	return np
}

// opensSentence tells whether nothing but an adverb stands before token k in its
// sentence.
func (x *extractor) opensSentence(a *analysis, k int) bool {
	for k--; a.has(k); k-- {
		if t := a.tag(k); t != tagAdverb && t != tagMark && t != tagQuoteOpen {
			return false
		}
	}
	return true
}

// shared gives the noun phrase of the participle before the one at token k
// where both belong to it: "le capitaine condamné en 1894, dégradé en 1895 et
// réhabilité en 1906", "la loi a été votée en mai puis promulguée en juin".
func (x *extractor) shared(a *analysis, i, k int) phrase {
	j := k - 1
	for a.tag(j) == tagAdverb {
		j--
	}
	if t := a.tag(j); t != tagComma && t != tagConjunction || !a.has(j) {
		return phrase{}
	}
	dated := false
	for j--; a.has(j) && j > k-25; j-- {
		if a.clauseOf(j) != i {
			continue
		}
		switch a.tag(j) {
		case tagDate:
			dated = true
		case tagStop, tagDash, tagFinite, tagSubject, tagInfinitive:
			return phrase{}
		case tagGroup:
			c := &a.clauses[i]
			if !dated || j >= c.groupEnd || !x.undergone(a, c) || !x.alike(j, k) || c.subject.empty() || a.tag(c.subject.first) == tagSubject {
				return phrase{}
			}
			return c.subject
		case tagParticiple:
			if !dated || !x.alike(j, k) {
				continue
			}
			if np := x.shared(a, i, j); !np.empty() {
				return np
			}
			return x.owned(a, i, j)
		}
	}
	return phrase{}
}

// alike tells whether two participles agree with the same noun.
func (x *extractor) alike(j, k int) bool {
	if x.lang.AmbiguousPast {
		return true
	}
	v, w := x.word(j), x.word(k)
	plural := strings.HasSuffix(v, "s") == strings.HasSuffix(w, "s")
	return plural && strings.HasSuffix(strings.TrimSuffix(v, "s"), "e") == strings.HasSuffix(strings.TrimSuffix(w, "s"), "e")
}

// undergone tells whether the verb of a clause is passive: "a été votée".
func (x *extractor) undergone(a *analysis, c *clause) bool {
	be, done := false, false
	for j := max(c.verb, 0); j < c.groupEnd; j++ {
		w := a.at(j)
		is := x.lang.verbs[w.verb].be
		be = be || is
		done = done || a.tag(j) == tagGroup && w.form&participle != 0 && !is
	}
	return be && done
}

// phraseEnd gives the first token from k on that ends a phrase without verb.
func (x *extractor) phraseEnd(a *analysis, i, k int) int {
	for a.has(k) && a.clauseOf(k) == i && !x.fullStop(k) {
		switch a.tag(k) {
		case tagComma, tagFinite, tagStop, tagConjunction, tagClitic, tagNegation:
			return k
		}
		k++
	}
	return k
}

// owned gives the noun phrase before a participle, which a comma may part from it.
func (x *extractor) owned(a *analysis, i, k int) phrase {
	np := x.modified(a, i, k, k)
	comma := k - 1
	for a.has(comma) && (a.tag(comma) == tagAdverb || a.tag(comma) == tagNoun && adverbial(x.word(comma))) { // ", initialement prévu"
		comma--
	}
	if a.tag(comma) != tagComma {
		return np
	}
	if np.empty() || comma < k-1 {
		np = x.modified(a, i, k, comma)
	}
	return x.nearest(a, np, k)
}

// nearest gives of a noun phrase before a comma and the participle of an announcement
// at token k the event that it is of, "[la fermeture de l'usine], annoncée lundi", else
// the person whom it names last: "l'assassin [du préfet Paul Martin], tué en mai".
func (x *extractor) nearest(a *analysis, np phrase, k int) phrase {
	if p := np.first - 1; !np.empty() && x.verbAt(a, k).reporting && a.ofAt(p) {
		if wider := x.nounPhrase(a, p); !wider.empty() && x.hasEvent(a, wider) && x.concords(a, wider.first, k) {
			return phrase{wider.first, np.last}
		}
	}
	if np.empty() {
		return np
	}
	if a.tag(np.last-1) != tagName {
		if s := a.clauses[a.clauseOf(k)].subject; x.lang.AmbiguousPast && s.last == np.last && s.first < np.first { // "work on a new engine, begun in May"
			return s
		}
		return np
	}
	for j := np.last - 2; j > np.first; j-- {
		if a.tag(j) != tagPreposition || !a.is(j, isOf) || a.tag(j+1) == tagName {
			continue
		}
		first, head := j, j+1
		if !a.is(j, isDeterminer) {
			if first = j + 1; a.tag(first) == tagDeterminer {
				for head = first + 1; x.apostrophe(head); head++ {
				}
			}
		}
		if a.is(head, isPersonNoun) && x.concords(a, first, k) {
			return phrase{first, np.last}
		}
	}
	return np
}

// modified gives the noun phrase that a participle belongs to: the one before
// token end, or with the phrase that the former hangs on, "le traité pour un
// partenariat [signé]", where the participle does not agree with the former
// alone.
func (x *extractor) modified(a *analysis, i, k, end int) phrase {
	np := x.nounPhrase(a, end)
	for !np.empty() && a.tag(np.first-1) == tagPreposition && a.clauseOf(np.first-1) == i && (a.tag(np.first-2) == tagNoun || a.tag(np.first-2) == tagName) {
		wider := x.nounPhrase(a, np.first-1)
		if wider.empty() || a.tag(wider.first) != tagDeterminer || !x.concords(a, wider.first, k) {
			break
		}
		if a.is(np.first, isDefinite) && x.hasEvent(a, np) { // "its side of the agreement reached"
			break
		}
		if p := np.first - 1; a.is(p, isTimePreposition) || x.concords(a, np.first, k) && a.is(p, isPlace) {
			break
		}
		np.first = wider.first
	}
	return np
}

// hasEvent tells whether a noun phrase names an event.
func (x *extractor) hasEvent(a *analysis, np phrase) bool {
	for k := np.first; k < np.last; k++ {
		if a.tag(k) == tagNoun && a.is(k, isEvent) {
			return true
		}
	}
	return false
}

// concords tells whether a participle can agree with a determiner.
func (x *extractor) concords(a *analysis, det, k int) bool {
	d, w := a.at(det), x.word(k)
	plural := strings.HasSuffix(w, "s") && x.verbAt(a, k).participle != w
	feminine := strings.HasSuffix(strings.TrimSuffix(w, "s"), "e")
	switch {
	case d.tag != tagDeterminer && d.class&isDeterminer == 0, x.lang.AmbiguousPast:
		return true
	case d.class&isPlural != 0 != plural, d.class&isFeminine != 0 && !feminine, d.class&isMasculine != 0 && feminine:
		return false
	}
	return true
}

// fullStop tells whether token k ends the sentence.
func (p *prosody) fullStop(k int) bool {
	switch p.tokens[k].Num {
	case '.', '!', '?', '…':
		return p.tokens[k].Kind == lang.Punct
	}
	return false
}
