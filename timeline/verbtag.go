package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// clitic tells an object pronoun from the article or preposition of the same
// letters: a verb follows it, and before it stands what stands before verbs.
func (t *tagger) clitic(k, prev int, c wordClass) bool {
	if c&isClitic == 0 {
		return false
	}
	next := k + 1
	for t.a.has(next) && (t.apostrophe(next) || t.a.is(next, isClitic|isNegation) && !t.hyphened(next)) {
		next++
	}
	if !t.a.has(next) || t.a.at(next).tag == tagDate {
		return false
	}
	n := t.a.at(next)
	if n.form == 0 && !t.finiteEnding(next) || t.capital(next) {
		return false
	}
	if c&isReflexive != 0 {
		return true
	}
	if next == k+2 && t.a.is(next+1, isOf) && slices.Contains(t.lang.CompassVerbs, t.word(next)) { // "a frappé mardi l'est du pays"
		return false
	}
	before := t.a.tag(prev)
	if !t.a.has(prev) {
		before = tagComma
	}
	switch {
	case c&(isDeterminer|isPreposition) == 0: // lui, y
		return n.form&^participle != 0 && (c&isSubject == 0 || before == tagSubject || before == tagName)
	case before == tagSubject, before == tagNegation, before == tagClitic, before == tagRelative && t.a.is(prev, isRelative):
		return n.form&(finite|infinitive) != 0
	case n.form&infinitive != 0:
		return before == tagPreposition || before == tagFinite || before == tagGroup
	case before == tagNoun || before == tagName:
		// "Poutine le reçoit", but not "Corée du Nord la date": a present in -e may be a noun
		return n.form&finite != 0 && n.form&participle == 0 && n.class&(isNoun|isEvent|isPreposition) == 0 && !strings.HasSuffix(t.word(next), "e") || t.isAux(next)
	}
	return n.form&finite != 0 && t.isAux(next) && n.class&isPreposition == 0 && before != tagPreposition
}

// isAux tells whether token k is a finite form of an auxiliary.
func (t *tagger) isAux(k int) bool {
	w := t.a.at(k)
	return w.form&finite != 0 && (t.lang.verbs[w.verb].be || t.lang.verbs[w.verb].have) && w.form&(participle|infinitive) == 0
}

// thirdPlural tells whether token k ends as the plural of the third person does:
// "ont", but not "avions".
func (t *tagger) thirdPlural(k int) bool {
	return slices.ContainsFunc(t.lang.PluralVerbEnds, func(e string) bool { return strings.HasSuffix(t.word(k), e) })
}

// auxiliaryBefore tells whether the verb group before token k is open to a
// participle: "a été [signé]", "has [signed]", "être [signé]".
func (t *tagger) auxiliaryBefore(k int) bool {
	for n, j := 0, k-1; t.a.has(j) && n < 7; j-- {
		w := t.a.at(j)
		switch w.tag {
		case tagAdverb, tagNegation, tagClitic, tagMark, tagQuoteOpen:
			continue
		case tagComma: // "a, de son côté, signé"
			n++
			j = t.beforeInsertion(j)
			continue
		case tagDate: // "a, mercredi, signé"
			n++
			continue
		case tagConjunction: // "a été signé et [ratifié]"
			if p := t.a.tag(j - 1); p == tagGroup {
				n++
				continue
			}
			return false
		case tagFinite, tagGroup, tagInfinitive, tagGerund, tagParticiple:
			v := &t.lang.verbs[w.verb]
			if w.form != 0 && (v.be || v.have) {
				return true
			}
			return w.tag == tagGroup && t.a.tag(j+1) == tagConjunction
		case tagSubject: // "has he signed"
			if t.hyphened(j) {
				continue
			}
			return false
		case tagNoun: // an adverb that no list has: "a officieusement signé"
			if n < 2 && adverbial(t.word(j)) {
				n++
				continue
			}
			return false
		default:
			return false
		}
	}
	return false
}

// adverbial tells a word with an ending of adverbs.
func adverbial(w string) bool {
	return len(w) > 6 && (w[len(w)-4:] == "ment" || w[len(w)-2:] == "ly")
}

// verbTag tags a word that can be a form of a verb.
func (t *tagger) verbTag(k, prev int, w *word, start bool) (tag, bool) {
	before := t.a.tag(prev)
	if !t.a.has(prev) {
		before = tagStop
	}
	if start && w.form&participle != 0 && w.form&finite == 0 && t.a.is(k+1, isPreposition) && !t.a.is(k+1, isOf) { // "Élu en 2019, le maire"
		return tagParticiple, true
	}
	nominal := before == tagDeterminer && !(t.a.is(prev, isPlural) && t.isAux(k) && t.thirdPlural(k)) || // "deux trains sur trois ont"
		w.form == infinitive && before != tagClitic && t.a.is(prev, isDeterminer) || // "au pouvoir"
		t.lang.PossessiveMark && before == tagDate && t.datedNoun(k) || // "the 1998 selected works"
		before == tagNumber && !t.isAux(k) || before == tagAdjective && t.a.tag(prev-1) != tagFinite && !(t.isAux(k) && !t.capital(k) && t.a.tag(prev-1) == tagDeterminer) // but "ce dernier avait"
	if w.form&participle != 0 && t.auxiliaryBefore(k) && !nominal {
		return tagGroup, true
	}
	if w.form&infinitive != 0 {
		if t.lang.InfinitiveMark == "" && w.form == infinitive && !nominal {
			return t.infinitiveTag(k, prev), true
		}
		if t.lang.InfinitiveMark != "" && (t.lower(prev) == t.lang.InfinitiveMark || t.modalBefore(k)) {
			return t.infinitiveTag(k, prev), true
		}
	}
	if w.class&(isNoun|isEvent) == isNoun && t.transitiveHere(k, before, w) {
		w.weak = true
		return tagFinite, true
	}
	switch {
	case nominal && !(before == tagNumber && t.a.at(prev).form != 0), w.class&isNoun != 0 && before != tagSubject && before != tagNegation && before != tagRelative &&
		!(before == tagClitic && t.a.is(prev, isReflexive)): // "s'élève"
		return 0, false
	case w.form&gerund != 0 && w.class&isEvent != 0 && (before == tagNoun || before == tagAdjective) && (t.a.at(k+1).form&(finite|participle) != 0 || t.a.is(k+1, isModal)): // "a suicide bombing claimed"
		return 0, false
	case w.form&gerund != 0 && w.form&finite == 0:
		return tagGerund, true
	case w.form&finite == 0:
		if w.form&participle != 0 && before != tagPreposition {
			return tagParticiple, true
		}
		return 0, false
	}
	if t.finiteHere(k, prev, before, w, start) {
		return tagFinite, true
	}
	if w.form&participle != 0 && before != tagPreposition {
		return tagParticiple, true
	}
	return 0, false
}

// datedNoun tells a word that stands, with the year before it, between an article and
// its noun.
func (t *tagger) datedNoun(k int) bool {
	p := k - 1
	return p > t.a.first && t.a.tag(p-1) == tagDeterminer && t.tokens[p].Kind == lang.Number && t.tokens[p].Num > 999
}

// transitiveHere tells the verb from the noun of the same letters by what stands
// around it: a subject before it and an object with its article after it, "Rome
// signe le traité".
func (t *tagger) transitiveHere(k int, before tag, w *word) bool {
	if w.form&present == 0 || t.lang.AmbiguousPresent || before != tagName && before != tagNoun || t.capital(k) {
		return false
	}
	for k++; t.a.has(k) && t.a.tag(k) == tagDate; k++ {
	}
	if !t.a.has(k) {
		return false
	}
	c := t.a.at(k).class
	return c&isDeterminer != 0 && c&(isPreposition|isAdjective|isAdverb) == 0
}

// beforeInsertion gives the comma that opens a prepositional phrase closed by the
// comma at token k; k itself where there is none.
func (t *tagger) beforeInsertion(k int) int {
	for j := k - 1; t.a.has(j) && j > k-8; j-- {
		switch t.a.tag(j) {
		case tagComma:
			if t.a.tag(j+1) == tagPreposition {
				return j
			}
			return k
		case tagFinite, tagGroup, tagSubject, tagRelative, tagComplementizer:
			return k
		}
	}
	return k
}

// infinitiveTag joins an infinitive to the finite verb before it: "va signer".
func (t *tagger) infinitiveTag(k, prev int) tag {
	for j := prev; t.a.has(j) && j > prev-4; j-- {
		switch t.a.tag(j) {
		case tagFinite, tagGroup:
			return tagGroup
		case tagAdverb, tagNegation, tagClitic, tagMark:
			continue
		case tagPreposition:
			if t.lang.InfinitiveMark != "" && t.lower(j) == t.lang.InfinitiveMark && t.a.tag(j-1) == tagFinite {
				continue
			}
		}
		break
	}
	return tagInfinitive
}

// modalBefore tells whether a verb stands before token k that takes a bare
// infinitive: "will sign", "did not sign".
func (t *tagger) modalBefore(k int) bool {
	for j := k - 1; t.a.has(j) && j > k-5; j-- {
		switch {
		case t.a.is(j, isModal):
			return true
		case t.a.tag(j) == tagAdverb, t.a.tag(j) == tagMark, t.a.tag(j) == tagSubject:
		default:
			return false
		}
	}
	return false
}

// finiteHere decides whether a word that can be a finite verb is one.
func (t *tagger) finiteHere(k, prev int, before tag, w *word, start bool) bool {
	v := &t.lang.verbs[w.verb]
	if w.class&isModal != 0 || v.be || v.have {
		return !(before == tagPreposition && t.lang.InfinitiveMark == "") || before == tagStop
	}
	switch before {
	case tagPreposition:
		return false
	case tagSubject, tagNegation, tagClitic, tagRelative:
		return true
	case tagComplementizer: // "a deal that allows", but "the news that talks had failed"
		if t.lang.AmbiguousPresent && w.form&present != 0 && w.class&isEvent == 0 && t.lower(k) != v.infinitive && (t.a.tag(prev-1) == tagNoun || t.a.tag(prev-1) == tagName) {
			return true
		}
	}
	if t.capital(k) && (!start || t.a.tag(k+1) == tagMark && k+1 < t.a.last) {
		return false
	}
	if start && t.capital(k) { // "Reste la Chine" but "Visite officielle"
		return k+1 < t.a.last && t.look(k+1).class&isDeterminer != 0 && w.form&present != 0 && w.class&isEvent == 0
	}
	if w.form&participle != 0 && w.form&(past|present) != 0 && t.lang.AmbiguousPast {
		next := t.a.is(k+1, isPreposition) || t.a.tag(k+1) == tagDate
		if before == tagComma && next && !t.announces(k) && t.finiteElsewhere(k) || t.a.is(k+1, isAgent) && !v.intransitive { // ", concluded in June,"
			return false
		}
		w.weak = true
		return true
	}
	if w.form&present != 0 && w.form&(past|future|conditional) == 0 || w.form&present != 0 && t.lang.AmbiguousPresent {
		w.weak = w.class&isEvent != 0 || t.lang.AmbiguousPresent || w.form&participle != 0
		if t.lang.AmbiguousPresent {
			return t.presentHere(k, prev, before, w)
		}
		// a noun right after a verb or an "et" has no article only in set phrases
		return !(w.class&isEvent != 0 && (before == tagFinite || before == tagGroup || before == tagInfinitive))
	}
	if w.form&participle != 0 && before == tagComma { // "un accord, dit Oslo II, fut"
		w.weak = true
	}
	return true
}

// announces tells whether "that" follows the verb at token k, dates aside: ",
// announced today that".
func (t *tagger) announces(k int) bool {
	for k++; t.a.has(k) && t.a.tag(k) == tagDate; k++ {
	}
	return t.a.is(k, isComplementizer)
}

// finiteElsewhere tells whether the clause around token k has its verb before
// it, or can have one after it.
func (t *tagger) finiteElsewhere(k int) bool {
	for j := k - 1; t.a.has(j); j-- {
		switch t.a.tag(j) {
		case tagFinite:
			return true
		case tagStop, tagRelative, tagComplementizer, tagSubordinator:
			return true
		}
	}
	for j := k + 1; t.a.has(j); j++ {
		if w := t.a.at(j); w.form&(past|future|conditional) != 0 || w.form&present != 0 && (t.lang.verbs[w.verb].be || t.lang.verbs[w.verb].have) || w.class&isModal != 0 {
			return true
		}
	}
	return false
}

// presentHere decides for a language whose present looks like its nouns
// ("visits", "talks"): an -s form needs a singular before it, the bare form a
// plural or a pronoun.
func (t *tagger) presentHere(k, prev int, before tag, w *word) bool {
	if before != tagNoun && before != tagName && before != tagAdverb && before != tagQuoteClose && before != tagDate && before != tagComma && before != tagConjunction {
		return false
	}
	if t.a.is(prev, isPossessive) || before == tagMark {
		return false
	}
	word := t.word(k)
	v := &t.lang.verbs[w.verb]
	if t.lower(k) != v.infinitive {
		return len(word) > 3 && w.form&present != 0 && (before != tagComma && before != tagConjunction || w.class&isEvent == 0)
	}
	p := t.word(prev)
	return (before == tagNoun || before == tagName) && len(p) > 2 && p[len(p)-1] == 's' && p[len(p)-2] != 's' && w.class&isEvent == 0
}
