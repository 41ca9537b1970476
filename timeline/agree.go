package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
)

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
	if head < 0 {
		return false
	}
	w := x.word(head)
	if a.tag(head) == tagName { // "the Americans", but "the United States"
		f := x.lang.actors.FindIn(x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End], x.people)
		return head == s.last-1 && head == s.first+1 && a.is(s.first, isDefinite) && strings.HasSuffix(w, "s") && len(f.States) > 0 && f.States[0].Kind == actor.Demonym
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && !strings.ContainsRune("sui", rune(w[n-2]))
}

// plural tells whether a phrase that begins with a name ends with a plural of English:
// "Taliban fighters".
func (x *extractor) plural(a *analysis, s phrase) bool {
	return x.lang.PossessiveMark && strings.HasSuffix(x.word(s.last-1), "s") && a.tag(s.last-1) == tagNoun
}
