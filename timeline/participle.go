package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// participleEvent gives the participle at token k with the noun that it
// belongs to.
func (x *extractor) participleEvent(a *analysis, i, k int, m *lang.Mention) target {
	np := x.modified(a, i, k)
	until := x.phraseEnd(a, i, m.First)
	if np.empty() && a.tag(k-1) == tagComma {
		np = x.nounPhrase(a, k-1)
	}
	if np.empty() && x.lang.verbs[a.at(k).verb].noun != "" { // "Signé à Vienne en 2015, l'accord …"
		c := &a.clauses[i]
		if c.verb < 0 || k > c.group || c.subject.empty() || a.tag(c.subject.first) == tagSubject {
			return target{}
		}
		np = c.subject
	}
	if np.empty() {
		return target{}
	}
	return target{kind: participleTarget, clause: i, noun: np, at: k, until: until}
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

// sequel tells whether the infinitive at token k tells what came after: "avant
// de revenir".
func (x *extractor) sequel(a *analysis, k int) bool {
	for k--; a.tag(k) == tagClitic || x.apostrophe(k); k-- {
	}
	if a.tag(k) == tagPreposition && a.is(k, isOf) {
		k--
	}
	return a.is(k, isSequel)
}

// modified gives the noun phrase that a participle belongs to: the one before
// it, or with the phrase that the former hangs on, "le traité pour un
// partenariat [signé]", where the participle does not agree with the former
// alone.
func (x *extractor) modified(a *analysis, i, k int) phrase {
	np := x.nounPhrase(a, k)
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
	plural := strings.HasSuffix(w, "s") && x.lang.verbs[a.at(k).verb].participle != w
	feminine := strings.HasSuffix(strings.TrimSuffix(w, "s"), "e")
	switch {
	case d.tag != tagDeterminer, x.lang.AmbiguousPast:
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
