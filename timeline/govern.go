package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A target is what a date is the date of: a clause, a noun ("l'invasion de
// l'Ukraine en février 2022") or a participle ("l'accord signé en 2015").
type target struct {
	kind   targetKind
	clause int
	noun   phrase // the noun phrase, with determiner; of a participle what it belongs to
	at     int    // the participle
	name   string // of a participle, what the pronoun stands for that it belongs to
	until  int    // where the phrase ends
}

type targetKind uint8

const (
	noTarget targetKind = iota
	clauseTarget
	nounTarget
	participleTarget
	infinitiveTarget // "avant de revenir en mai"
)

// govern finds what the mention dates by looking left from it, inside its
// clause, for the first word that can have a date.
func (x *extractor) govern(a *analysis, m *lang.Mention) target {
	i := a.clauseOf(m.First)
	if t, ok := x.apartFrom(a, i, m); ok {
		return t
	}
	k := x.datePhrase(a, m) - 1
	of := k+1 < m.First && a.is(k+1, isOf) || a.is(m.First, isOf)
	crossed, nouns := false, false
	for ; a.has(k) && k >= a.clauses[i].first; k-- {
		if a.clauseOf(k) != i {
			continue
		}
		w := a.at(k)
		switch w.tag {
		case tagComma, tagConjunction:
			if w.tag == tagComma && !crossed {
				if t := x.atComma(a, i, k, m, nouns); t.kind != noTarget {
					return t
				}
				if x.role(a, i, k, m) { // "X, capitaine en 1998, a"
					return target{}
				}
			}
			if j := x.skipDates(a, k); j < k { // "en 1961, 2000 et 2001"
				k = j + 1
				continue
			}
			if w.tag == tagConjunction && !crossed { // "après le vote de A le 3 et l'accord de B le 6"
				continue
			}
			crossed = true
		case tagStop, tagDash:
			return target{kind: clauseTarget, clause: i}
		case tagFinite, tagGroup, tagGerund:
			if x.lang.verbs[w.verb].dates && !nouns {
				return target{}
			}
			if w.tag == tagGerund && a.ofAt(k-1) && a.has(k-2) && x.alleges(a, k-2) { // "accused of killing a guard in 2011"
				return target{}
			}
			if c := &a.clauses[i]; w.tag == tagGerund && k < c.verb && w.form != 0 && !c.subject.empty() && a.is(k-1, isTimePreposition) { // "since taking office in 2017, he"
				return target{kind: infinitiveTarget, clause: i, at: k, until: x.phraseEnd(a, i, m.First)}
			}
			if p := x.perfectInfinitive(a, i, k); p >= 0 {
				return x.infinitiveEvent(a, i, p, k, m)
			}
			if of && nouns && !crossed { // "ending the longest strike of 2009"
				return x.nounEvent(a, i, k+1, m)
			}
			return target{kind: clauseTarget, clause: i}
		case tagInfinitive:
			if of && nouns && !crossed {
				if t := x.nounEvent(a, i, k+1, m); t.kind != noTarget { // "à voter à l'élection de mardi"
					return t
				}
			}
			return x.infinitiveEvent(a, i, k, k, m)
		case tagParticiple:
			if crossed && !nouns {
				continue
			}
			if x.idle(a)[k-a.first] { // "selon un rapport remis en mai"
				if crossed {
					continue
				}
				return target{}
			}
			if x.publishedIn(a, i, k) {
				return target{kind: clauseTarget, clause: i}
			}
			if !crossed {
				if t := x.presumed(a, i, k, m); t.kind != noTarget {
					return t
				}
			}
			if t := x.participleEvent(a, i, k, m); t.kind != noTarget {
				return t
			}
			if c := &a.clauses[i]; c.verb >= 0 && k < c.subject.first && !crossed { // "Attendu pour lundi, le départ": not the clause's date
				return target{}
			}
		case tagNoun, tagName:
			nouns = true
		case tagPreposition:
			if w.class&isTimePreposition != 0 && !crossed && nouns {
				if t := x.afterEvent(a, i, k, m); t.kind != noTarget {
					return t
				}
			}
		}
	}
	return x.beforeVerb(a, i, m, of && nouns && !crossed)
}

// actPhrase gives the noun phrase from token k to token end if its head has an
// ending of nouns of acts and an article: "leur fondation".
func (x *extractor) actPhrase(a *analysis, k, end int) (phrase, bool) {
	for a.is(k, isOf|isPlace) && a.tag(k) == tagPreposition {
		k++
	}
	head := k + 1
	for x.apostrophe(head) || a.tag(head) == tagAdjective {
		head++
	}
	if a.tag(k) != tagDeterminer || a.tag(head) != tagNoun || head >= end {
		return phrase{}, false
	}
	for _, e := range x.lang.EventEndings {
		if w := x.word(head); len(w) > len(e)+2 && strings.HasSuffix(w, e) || w == e {
			return phrase{k, end}, true
		}
	}
	return phrase{}, false
}

// apartFrom gives what a date is the date of where its own phrase tells, without
// a look at the verb; false where it does not.
func (x *extractor) apartFrom(a *analysis, i int, m *lang.Mention) (target, bool) {
	if j := x.datedRelative(a, m); j >= 0 {
		return target{kind: clauseTarget, clause: j}, true
	}
	if j := x.announcedBy(a, i, m); j >= 0 {
		return target{kind: clauseTarget, clause: j}, true
	}
	if x.noWhen(a, m) || x.valid(a, m) || x.beside(a, i, m) {
		return target{}, true
	}
	if t, ok := x.partOf(a, i, m); ok {
		return t, true
	}
	if t, ok := x.listedEvent(a, i, m); ok {
		return t, true
	}
	if c := &a.clauses[i]; x.finder.Moved(*m) && x.undergone(a, c) && !c.subject.empty() { // "le procès a été reporté au 4 mai": is then
		if a.tag(c.subject.first) == tagSubject {
			return target{}, x.datedElsewhere(a, i, m)
		}
		return target{kind: nounTarget, clause: i, noun: c.subject, until: c.subject.last}, true
	}
	if t, ok := x.inserted(a, i, m); ok {
		return t, true
	}
	if j := x.datedWhen(a, i, m); j >= 0 {
		return target{kind: clauseTarget, clause: j}, true
	}
	if j := x.cleftAt(a, i, m); j >= 0 {
		return target{kind: clauseTarget, clause: j}, true
	}
	if np, ok := x.attributive(a, m); ok {
		switch grain := x.doc.values[x.indexOf(m)].Span.Grain; {
		case !np.empty() && x.hasEvent(a, np) && grain >= tempo.Day:
			return target{kind: nounTarget, clause: i, noun: np, until: x.phraseEnd(a, i, np.last)}, true
		case grain >= tempo.Month:
			return target{}, true
		}
	}
	if c := &a.clauses[i]; c.kind == aside && c.verb < 0 && x.bracketed(a, c, m) { // "la guerre de Corée (1950-1953)"
		if np := x.nounPhrase(a, c.first); !np.empty() && x.hasEvent(a, np) {
			return target{kind: nounTarget, clause: max(c.parent, 0), noun: np, until: c.first}, true
		}
		return target{}, true
	}
	return target{}, false
}

// role tells whether what stands between the comma at token k and one after the
// date only says what the name before it then was: "X, maire en 1998, a signé".
func (x *extractor) role(a *analysis, i, k int, m *lang.Mention) bool {
	c := &a.clauses[i]
	end := m.Last
	if n := x.indexOf(m) + 1; m.Range && n < len(x.doc.mentions) { // "X, deux fois champion entre 2005 et 2010, a"
		end = x.doc.mentions[n].Last
	}
	if a.tag(k-1) != tagName || a.tag(end) != tagComma || c.verb < m.Last {
		return false
	}
	if t := a.tag(k + 1); t != tagNoun && t != tagAdjective && t != tagNumber && !slices.Contains(x.lang.Numerals, x.lower(k+1)) {
		return false
	}
	if !a.nounWords(k+1, m.First) {
		return false
	}
	for j := k + 1; j < m.First; j++ {
		if a.is(j, isEvent) {
			return false
		}
	}
	return true
}

// atComma gives the event noun that a comma parts from its date, "depuis son
// indépendance, en 1960, le pays", or that stands with it between commas.
func (x *extractor) atComma(a *analysis, i, k int, m *lang.Mention, nouns bool) target {
	if nouns {
		return x.apposed(a, i, k+1, m)
	}
	np := x.nounPhrase(a, k)
	for n := 0; n < 3 && !np.empty() && a.tag(np.first-1) == tagPreposition && !a.is(np.first-1, isTimePreposition) && a.clauseOf(np.first-1) == i; n++ { // "depuis le traité avec la Jordanie, en 1994"
		wider := x.nounPhrase(a, np.first-1)
		if wider.empty() {
			break
		}
		np.first = wider.first
	}
	if np.empty() || !a.is(np.first-1, isTimePreposition) || a.tag(np.first-1) != tagPreposition || !x.hasEvent(a, np) || !x.within(a, i, k+1, m) {
		return target{}
	}
	return target{kind: nounTarget, clause: i, noun: np, until: k}
}

// afterEvent gives the event that the preposition of time at token k leads to:
// "depuis l'invasion de l'Ukraine en 2022".
func (x *extractor) afterEvent(a *analysis, i, k int, m *lang.Mention) target {
	if t := x.nounEvent(a, i, k+1, m); t.kind != noTarget {
		return x.unlessDuring(a, i, k, t)
	}
	if np, ok := x.actPhrase(a, k+1, x.datePhrase(a, m)); ok {
		return x.unlessDuring(a, i, k, target{kind: nounTarget, clause: i, noun: np, until: np.last})
	}
	return target{}
}

// apposed gives the event noun of a phrase between commas: "cet accord, fruit
// d'une visite en juin,".
func (x *extractor) apposed(a *analysis, i, k int, m *lang.Mention) target {
	if k >= m.First || !x.within(a, i, k, m) {
		return target{}
	}
	t := x.nounEvent(a, i, k, m)
	if t.kind == noTarget {
		return t
	}
	for j := k + 1; j < t.noun.first; j++ { // "of the WBA and IBO titles with a victory on Saturday": no apposition
		if a.tag(j) == tagPreposition && !a.is(j, isOf) && a.tag(k) != tagPreposition {
			return target{}
		}
	}
	return x.unlessDuring(a, i, k, t)
}

// within tells whether a phrase that begins at token k after a comma and holds
// the date stands apart from the verb: an apposition or an adverbial.
func (x *extractor) within(a *analysis, i, k int, m *lang.Mention) bool {
	if t := a.tag(k); t != tagNoun && t != tagDeterminer && t != tagPreposition && t != tagName {
		return false
	}
	next := m.Last
	for a.tag(next) == tagDate {
		next++
	}
	return a.tag(next) == tagComma || !a.has(next) || x.fullStop(next)
}

// unlessDuring is the clause where the noun only says on what occasion it
// happened and says little itself: "lors de leur rencontre de mercredi".
func (x *extractor) unlessDuring(a *analysis, i, k int, t target) target {
	if a.is(k, isDuring) && a.clauses[i].verb >= 0 && (t.until-t.noun.first < 5 || a.tag(t.noun.first) == tagDeterminer && a.is(t.noun.first, isPossessive)) {
		return target{kind: clauseTarget, clause: i}
	}
	return t
}

// beforeVerb decides for a date that stands before the verb of its clause:
// within the subject it dates the subject, else the clause.
func (x *extractor) beforeVerb(a *analysis, i int, m *lang.Mention, of bool) target {
	c := &a.clauses[i]
	if c.verb < 0 {
		if of {
			if t := x.nounEvent(a, i, c.first, m); t.kind != noTarget {
				return t
			}
		}
		return target{kind: clauseTarget, clause: i}
	}
	if x.opensWithNoun(a, c, m) {
		return x.nounEvent(a, i, c.body, m)
	}
	if s := c.subject; !s.empty() && m.First > s.first && m.First < c.verb && a.tag(m.First-1) != tagComma {
		comma := false
		for k := s.first; k < m.First; k++ {
			comma = comma || a.tag(k) == tagComma || a.tag(k) == tagConjunction
		}
		if comma {
			return target{kind: clauseTarget, clause: i}
		}
		if t := x.nounEvent(a, i, s.first, m); t.kind != noTarget {
			if x.tolls(a, c) {
				return target{kind: clauseTarget, clause: i}
			}
			return t
		}
		if of { // "le budget de 2023 est": no event
			return target{}
		}
	}
	return target{kind: clauseTarget, clause: i}
}

// opensWithNoun tells whether a date ends a noun without an article that opens the
// sentence and says what its subject then was: "Lauréate du prix en mai, elle a".
func (x *extractor) opensWithNoun(a *analysis, c *clause, m *lang.Mention) bool {
	if c.body != a.first || a.tag(c.body) != tagNoun && !(a.tag(c.body) == tagName && a.is(c.body+1, isOf)) || m.Last > c.subject.first || a.tag(m.Last) != tagComma || a.is(c.body, isDateWord|isAdverb|isPreposition) || a.at(c.body).form&participle != 0 {
		return false
	}
	return a.nounWords(c.body, m.First) && x.datePhrase(a, m) > c.body+1
}

// tolls tells whether a clause says what its subject cost, and so what it was: "les
// affrontements du 3 mai ont fait deux morts".
func (x *extractor) tolls(a *analysis, c *clause) bool {
	if !x.verbAt(a, c.groupEnd-1).makes {
		return false
	}
	for k := c.groupEnd; a.has(k) && k < c.groupEnd+7; k++ {
		if slices.Contains(x.lang.Tolls, x.lower(k)) {
			return true
		}
		if t := a.tag(k); t == tagComma || t == tagFinite {
			return false
		}
	}
	return false
}

// nounEvent gives the noun phrase from token k to the date if its head names an
// event.
func (x *extractor) nounEvent(a *analysis, i, k int, m *lang.Mention) target {
	for k < m.First && (a.is(k, isOf) || a.is(k, isPlace) && a.tag(k) == tagPreposition || a.tag(k) == tagMark || a.tag(k) == tagConjunction) {
		k++
	}
	first := k
	// the noun that the date belongs to is the last event noun with an article
	best := -1
	for j := k; j < m.First; j++ {
		if a.clauseOf(j) != i {
			return target{}
		}
		switch w := a.at(j); w.tag {
		case tagFinite, tagSubject:
			return target{}
		case tagNoun, tagName: // "le Sommet de la Terre"
			if w.class&isEvent != 0 && best < 0 && (w.tag == tagNoun || a.tag(j-1) == tagDeterminer || a.tag(j-1) == tagMark && a.tag(j-2) == tagDeterminer) {
				best = j
			}
		case tagConjunction, tagComma:
			if t := a.tag(j + 1); t == tagDeterminer || t == tagAdjective || a.tag(j-1) == tagDate { // "A le 3 et B le 6": only B
				first, best = j+1, -1
			}
		}
	}
	if best < 0 {
		return target{}
	}
	np := x.nounPhrase(a, best+1)
	if !np.empty() && np.first >= first {
		first = np.first
	}
	for j := first; j < best; j++ { // "lieu du débarquement": only the landing
		if a.ofAt(j) {
			first = j + 1
		}
	}
	until := x.datePhrase(a, m)
	if c := &a.clauses[i]; c.verb > m.Last && a.tag(m.Last) == tagPreposition { // "le référendum du 29 mai sur la Constitution a"
		until = c.group
		for k := m.Last; k < c.group; k++ {
			if a.tag(k) == tagComma || a.clauseOf(k) != i {
				until = k
				break
			}
		}
	}
	return target{kind: nounTarget, clause: i, noun: phrase{first, m.First}, until: until}
}
