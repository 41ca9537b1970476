package timeline

import (
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
)

// datePhrase gives the first token of a date's phrase: its prepositions and
// articles. A dozen rules ask for it, so the sentence keeps it.
func (x *extractor) datePhrase(a *analysis, m *lang.Mention) int {
	if !a.has(m.First) {
		return x.findPhrase(a, m)
	}
	kept := &a.phrases[m.First-a.first]
	if *kept == 0 {
		*kept = int32(x.findPhrase(a, m)) + 1
	}
	return int(*kept) - 1
}

// findPhrase is datePhrase worked out.
func (x *extractor) findPhrase(a *analysis, m *lang.Mention) int {
	k := m.First
	for a.has(k-1) && k > m.First-5 && (a.is(k-1, isDateWord) && x.leadsToDate(a, k-1) || x.apostrophe(k-1) && a.is(k-2, isDateWord)) {
		k--
	}
	if k == m.First && x.look(k).class&isDeterminer != 0 && slices.Contains(x.lang.Whole, x.lower(k-1)) { // "toute la nuit"
		k--
	}
	if k < m.First && a.is(k, isTimePreposition) && slices.Contains(x.lang.Near, x.lower(k-1)) { // "peu avant 10 heures"
		k--
	}
	for j := k + 1; j < m.First; j++ { // "a vu le jour le 20 mai": what was seen is no date
		if a.tag(j) == tagNoun && a.tag(j-1) == tagDeterminer && (a.tag(j-2) == tagGroup || a.tag(j-2) == tagFinite) {
			return j + 1
		}
	}
	return k
}

// leadsToDate tells a word that goes with dates from the verb or subject of the
// same letters: "à partir de" from "devait partir".
func (x *extractor) leadsToDate(a *analysis, k int) bool {
	switch a.tag(k) {
	case tagFinite, tagSubject, tagGroup:
		return false
	case tagInfinitive:
		return a.tag(k-1) == tagPreposition && a.is(k-1, isPlace)
	}
	return true
}

// skipDates steps over the dates of a list that stand before token k.
func (x *extractor) skipDates(a *analysis, k int) int {
	j := k
	for a.has(j-1) && (a.tag(j) == tagComma || a.tag(j) == tagConjunction) {
		b := j - 1
		for a.tag(b) == tagDate || a.is(b, isDateWord) && a.tag(b) == tagPreposition {
			b--
		}
		if b == j-1 || a.tag(j-1) != tagDate {
			break
		}
		j = b
	}
	return j
}
