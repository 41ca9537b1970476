package actor

import "slices"

// institutions takes "le gouvernement", "l'armée" or "le pays" for the state that the article is
// about (People.Home) where the words beside it name no other.
func (s *scratch) institutions() {
	if s.known == nil || s.stock.classes&isHome == 0 {
		return
	}
	at, code := 0, int32(-1)
	for i := range s.tokens {
		for at < len(s.found) && s.found[at].from < i {
			at++
		}
		if !s.is(i, isHome) || !s.definite(i) || s.ofAnother(i) || at > 0 && s.found[at-1].to > i || at < len(s.found) && s.found[at].from == i {
			continue
		}
		if code < 0 {
			if code = s.home(); code < 0 {
				return
			}
		}
		s.found = slices.Insert(s.found, at, mention{from: i, to: i + 1, cand: -1, class: classState, kind: Institution, code: code, office: -1, of: -1, title: i})
	}
}

// home gives the number of the state that the text is about, -1 where it is not known.
func (s *scratch) home() int32 {
	if s.known == nil || s.known.Home == nil {
		return -1
	}
	if code := s.known.Home(); code != "" { // the empty code is that of places of no state
		return s.l.codeNumber(code)
	}
	return -1
}

// definite tells a noun that stands for the one that everybody knows: not "un gouvernement", "son armée".
func (s *scratch) definite(i int) bool {
	j := i - 1
	for j >= 0 && s.is(j, isAdjective) && !s.is(j, isArticle) && s.tokens[j+1].gap == gapSpace {
		j--
	}
	if j < 0 || s.tokens[j+1].gap >= gapComma {
		return true
	}
	if s.is(j, isDefinite) {
		return true
	}
	if s.tokens[j].capital && !s.tokens[j].initial || s.tokens[j].digit {
		return false
	}
	return !s.is(j, isArticle) || s.is(j, isOf) && j == 0
}

// ofAnother tells whether a name beside the noun says whose it is: "l'armée israélienne",
// "le gouvernement de Pedro Sánchez", "the Russian government".
func (s *scratch) ofAnother(i int) bool {
	for k := range s.found {
		m := &s.found[k]
		switch {
		case s.l.adjFirst && (m.to == i && s.tokens[i].gap <= gapHyphen || m.to == i-1 && s.tokens[i-1].gap == gapMark):
			return true
		case m.kind == Demonym && m.from > i && m.from <= i+3 && s.tokens[m.from].gap < gapComma && !s.is(m.from-1, isArticle|isPreposition|isConjunction):
			return true
		case m.from > i && m.from <= i+4 && s.is(i+1, isOf) && s.onlyLinks(i+1, m.title):
			return true
		}
	}
	return false
}

func (s *scratch) onlyLinks(i, j int) bool {
	for ; i < j; i++ {
		if !s.is(i, isOf|isArticle) || s.tokens[i].gap >= gapComma {
			return false
		}
	}
	return true
}
