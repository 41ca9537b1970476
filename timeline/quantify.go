package timeline

import "github.com/frise-timeline/frise/timeline/lang"

// quantify makes the words before a number that say how exact it is a part of
// its noun phrase: "près de mille personnes ont défilé", "at least twelve people
// were killed". Left as prepositions and adverbs they would take the number away
// from the subject. A numeral that opens a sentence is a number and no name.
func (p *prosody) quantify(a *analysis) {
	for k := a.first; k < a.last; k++ {
		if a.tag(k) == tagName && a.is(k, isNumeral) && (k == a.first || a.tag(k-1) == tagQuoteOpen || a.tag(k-1) == tagStop) && !p.hyphen(k+1) {
			a.at(k).tag = tagNumber
		}
		if number := p.approximated(a, k); number > 0 {
			p.determine(a, k, number)
			k = number
		}
	}
}

// approximated gives the token of the number that an approximation beginning at
// token k belongs to, 0 where there is none.
func (p *prosody) approximated(a *analysis, k int) int {
	if !a.is(k, isApproximation) || a.tag(k) == tagDate || a.tag(k) == tagName && k > a.first {
		return 0
	}
	if n := p.phraseAt(a, k, &p.lang.approximations); n > 0 && p.numbers(a, k+n) {
		return k + n
	}
	n := p.phraseAt(a, k, &p.lang.approximationsOf)
	if n == 0 || !a.is(k+n, isOf) {
		return 0
	}
	for n++; p.apostrophe(k + n); n++ {
	}
	if p.numbers(a, k+n) {
		return k + n
	}
	return 0
}

// numbers tells whether token k begins a number: "500", "mille", "un millier",
// "la moitié".
func (p *prosody) numbers(a *analysis, k int) bool {
	if !a.has(k+1) || a.tag(k) == tagDate || a.is(k+1, isConjunction) && a.tag(k+2) == tagDate { // "between 20 and 30 March"
		return false
	}
	if p.tokens[k].Kind == lang.Number || a.is(k, isNumeral) || a.is(k, isQuantity) && a.is(k+1, isOf) {
		return true
	}
	return a.is(k, isDeterminer) && a.is(k+1, isQuantity) && a.tag(k+1) != tagDate
}

// determine makes tokens from k to number the determiner of what is counted.
// After "between" the second number belongs to it as well.
func (p *prosody) determine(a *analysis, k, number int) {
	plural := isPlural
	if !a.is(number, isNumeral) && p.tokens[number].Kind != lang.Number {
		plural = 0 // "plus d'un millier de personnes a défilé" or "ont défilé"
	}
	a.become(k, tagDeterminer, isDeterminer|plural)
	for i := k + 1; i < number; i++ {
		if !p.apostrophe(i) {
			a.become(i, tagAdjective, 0)
		}
	}
	if a.tag(number) != tagMark && !a.is(number, isQuantity) {
		a.become(number, tagNumber, 0)
	}
	if next := number + 1; a.is(next, isConjunction) && p.numbers(a, next+1) && a.tag(next) == tagConjunction {
		a.become(next, tagAdjective, 0)
		a.become(next+1, tagNumber, 0)
	}
}

// become makes token k a word that is nothing but what it is told to be.
func (a *analysis) become(k int, t tag, c wordClass) {
	w := a.at(k)
	*w = word{tag: t, class: c, opens: w.opens}
}
