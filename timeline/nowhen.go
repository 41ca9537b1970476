package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// bracketed tells whether a date stands alone between brackets.
func (x *extractor) bracketed(a *analysis, c *clause, m *lang.Mention) bool {
	if a.tag(c.first) != tagOpen {
		return false
	}
	for k := c.first + 1; k < c.last; k++ {
		if t := a.tag(k); t != tagDate && t != tagMark && t != tagClose && t != tagConjunction && t != tagDash && !a.is(k, isDateWord) {
			return false
		}
	}
	return true
}

// noWhen tells a date that says how long something lasts or with what it is
// compared, but not when it happens: "jusqu'en 1970", "par rapport à 2008".
func (x *extractor) noWhen(a *analysis, m *lang.Mention) bool {
	first := x.datePhrase(a, m)
	if x.objectYear(a, m, first) || a.tag(m.First-1) == tagDeterminer && a.is(m.First-1, isPossessive) && a.tag(m.First-2) != tagPreposition { // "a raconté sa journée du 3 mai"
		return true
	}
	if a.any(first, m.First, isLimit) {
		return true
	}
	for k := first - 1; a.tag(k) == tagPreposition || a.tag(k) == tagAdverb; k-- { // "jusque tard dans la nuit"
		if a.is(k, isLimit) {
			return true
		}
	}
	for k := first - 1; a.has(k) && k > first-6; k-- { // "contre 300 en mars"
		if t := a.tag(k); t == tagNumber || t == tagNoun || t == tagMark {
			continue
		}
		if k < first-1 && a.tag(k+1) == tagNumber && slices.Contains(x.lang.Against, x.lower(k)) {
			return true
		}
		break
	}
	if k := x.listStart(a, m) - 1; a.is(k, isTimePreposition|isSequel) && a.tag(k) == tagPreposition && !a.is(k, isLasting) && a.clauses[a.clauseOf(k)].body == k &&
		x.doc.values[x.indexOf(m)].Span.Grain > tempo.Day { // "Before June, he had", "Après 2002, elle"
		return true
	}
	if x.since(m.First) && !x.firstSince(x.indexOf(m)) && (x.apart(a, first) || x.superlative(a, first) || a.tag(first-1) == tagParticiple && slices.Contains(x.lang.Unseen, x.lower(first-2))) { // "un groupe, en place depuis 2009,"
		return true
	}
	for a.tag(first-1) == tagDate && a.has(first-1) { // "par rapport à l'an dernier à la même époque"
		k := first - 1
		for a.tag(k-1) == tagDate {
			k--
		}
		for first = k; a.tag(first-1) == tagPreposition && a.is(first-1, isDateWord); first-- {
		}
	}
	return x.comparedAt(a, first) >= 0
}

// comparedAt gives where the words of a comparison begin that lead to token k, "[par
// rapport à] l'an dernier"; -1 for none.
func (x *extractor) comparedAt(a *analysis, k int) int {
	for t := max(a.first, k-4); t < k; t++ {
		if a.at(t).opens&comparison == 0 {
			continue
		}
		if n := x.phraseAt(a, t, &x.lang.comparing); n > 0 && t+n >= k {
			return t
		}
	}
	return -1
}

// objectYear tells a bare year right after a verb, whose object it is: "a déclaré
// 2024 année de la mer".
func (x *extractor) objectYear(a *analysis, m *lang.Mention, first int) bool {
	if first != m.First || m.Last-m.First != 1 || x.tokens[first].Kind != lang.Number || x.tokens[first].Num < 1000 {
		return false
	}
	t := a.tag(first - 1)
	return t == tagFinite || t == tagGroup || t == tagInfinitive || t == tagGerund
}

// listStart gives the first token of the list of dates that ends with a mention.
func (x *extractor) listStart(a *analysis, m *lang.Mention) int {
	k := m.First
	for (a.tag(k-1) == tagComma || a.tag(k-1) == tagConjunction) && a.has(k-1) && a.tag(k-2) == tagDate && a.has(k-2) {
		for k -= 2; a.has(k-1) && a.tag(k-1) == tagDate; k-- {
		}
	}
	return k
}

// superlative tells whether what stands before token k, up to a verb or comma,
// has no equal since: "the driest summer since 1976".
func (x *extractor) superlative(a *analysis, k int) bool {
	for n := 0; a.has(k-1) && n < 9; n++ {
		k--
		switch a.tag(k) {
		case tagFinite, tagGroup, tagComma, tagStop:
			return false
		}
		if x.superlativeAt(a, k) {
			return true
		}
	}
	return false
}

// superlativeAt tells whether token k is the highest degree of an adjective.
func (x *extractor) superlativeAt(a *analysis, k int) bool {
	return a.is(k, isSuperlative) && (a.tag(k) != tagAdverb || a.tag(k-1) == tagDeterminer) ||
		x.lang.PossessiveMark && a.tag(k) != tagName && len(x.word(k)) > 5 && strings.HasSuffix(x.word(k), "est")
}

// attributive gives the noun that a date before it belongs to, "the 1974
// treaty", or after it, "le budget 2010"; false where the date stands on its
// own.
func (x *extractor) attributive(a *analysis, m *lang.Mention) (phrase, bool) {
	before, after := a.tag(m.First-1), a.tag(m.Last)
	if x.possessive(m.Last) {
		return phrase{}, false
	}
	if !x.lang.PossessiveMark {
		bare := m.Last-m.First == 1 && x.tokens[m.First].Kind == lang.Number && x.tokens[m.First].Num > 999
		return phrase{}, bare && (before == tagNoun || before == tagName) && !x.fullStop(m.First-1)
	}
	if !a.has(m.First-1) || before != tagDeterminer && before != tagAdjective || after != tagNoun && after != tagName && after != tagAdjective && after != tagGerund {
		return phrase{}, false
	}
	np := phrase{m.Last, m.Last}
	for t := a.tag(np.last); t == tagNoun || t == tagName || t == tagAdjective || t == tagMark && !x.fullStop(np.last); t = a.tag(np.last) {
		np.last++
	}
	return np, true
}

// indexOf gives the place of a mention among those of the document.
func (x *extractor) indexOf(m *lang.Mention) int {
	i, _ := slices.BinarySearchFunc(x.doc.mentions, m.First, func(o lang.Mention, first int) int { return o.First - first })
	return i
}

// apart tells whether what stands before token k, up to a comma, has no verb but
// words of its own: an apposition.
func (x *extractor) apart(a *analysis, k int) bool {
	words := 0
	for k--; a.has(k); k-- {
		switch a.tag(k) {
		case tagFinite, tagGroup, tagInfinitive, tagGerund, tagSubject:
			return false
		case tagComma:
			return words > 0
		case tagNoun, tagName, tagParticiple, tagAdjective:
			words++
		}
	}
	return false
}
