package timeline

import (
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
)

// idle marks the phrases of a sentence that a headline does without, and who
// is named as its source: "également", "selon KCNA".
func (x *extractor) idle(a *analysis) []bool {
	if len(a.idle) > 0 {
		return a.idle
	}
	a.idle = slices.Grow(a.idle, len(a.words))[:len(a.words)]
	clear(a.idle)
	cross := func(from, to int) {
		for t := from; t < min(to, a.last); t++ {
			a.idle[t-a.first] = true
		}
	}
	for k := a.first; k < a.last; k++ {
		tag := a.tag(k)
		if tag == tagComma {
			if end := x.age(a, k); end > k {
				cross(k, end+1)
				k = end
			}
			continue
		}
		if tag == tagMark {
			if x.tokens[k].Is('#') && (k+2 >= a.last || a.tag(k+2) == tagMark) { // hashtags after the sentence
				cross(k, k+2)
			}
			continue
		}
		if a.at(k).opens&idlePhrase == 0 {
			continue
		}
		if n := x.phraseAt(a, k, &x.lang.attribution); n > 0 && (k == a.first || a.tag(k-1) == tagComma || !x.capital(k)) {
			end := k + n
			for a.has(end) && a.tag(end) != tagComma && a.tag(end) != tagStop && a.tag(end) != tagFinite && !x.fullStop(end) {
				end++
			}
			if !a.has(end) || a.tag(end) == tagComma || x.fullStop(end) {
				cross(k, end)
				k = end - 1
				continue
			}
		}
		if tag == tagAdverb || tag == tagPreposition || tag == tagNoun || tag == tagAdjective || tag == tagDeterminer || tag == tagConjunction && a.tag(k-1) == tagFinite {
			if n := x.phraseAt(a, k, &x.lang.droppable); n > 0 && !(n == 1 && a.is(k, isPreposition) && x.leadsNoun(a, k)) {
				cross(k, k+n)
				k += n - 1
			}
		}
	}
	return a.idle
}

// leadsNoun tells whether a preposition has a noun phrase after it, and is no
// adverb: "depuis les élections".
func (x *extractor) leadsNoun(a *analysis, k int) bool {
	switch a.tag(k + 1) {
	case tagDeterminer, tagName, tagNoun, tagNumber, tagAdjective:
		return a.has(k + 1)
	}
	return false
}

// age gives the end of an age between commas that begins at token k: ", aged
// 40,", ", 52 ans,"; k for none.
func (x *extractor) age(a *analysis, k int) int {
	end := k + 1
	if a.has(end) && slices.Contains(x.lang.Aged, x.lower(end)) {
		end++
	}
	if !a.has(end) || x.tokens[end].Kind != lang.Number || x.tokens[end].Num > 120 {
		return k
	}
	for end++; a.has(end) && a.tag(end) != tagComma && end < k+6; end++ {
		if a.tag(end) == tagMark && x.hyphen(end) || slices.Contains(x.lang.AgeUnits, x.lower(end)) {
			continue
		}
		return k
	}
	if a.tag(end) != tagComma {
		return k
	}
	return end
}
