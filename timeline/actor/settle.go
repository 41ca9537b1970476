package actor

// settle decides what hangs on the rest of the text: names that several
// states share, and which names are places and which are actors.
func (s *scratch) settle() {
	s.markNamed()
	kept := s.found[:0]
	for _, m := range s.found {
		if m.class == classState || m.class == classOrg || m.class == classPlace {
			where := m.kind == Demonym && m.class == classState && s.adjoins(&m)
			if where && !s.located(&m) {
				continue
			}
			if m.class == classOrg {
				s.asCapital(&m)
			}
			m.place = where || m.class == classPlace || m.class == classState && m.kind != Demonym && s.isPlace(&m)
			if m.cand >= 0 && !s.unshare(&m) {
				continue
			}
		}
		kept = append(kept, m)
	}
	s.found = kept
	for k := range s.found {
		for i := s.found[k].from; i < s.found[k].to; i++ {
			if m := &s.found[k]; s.tokens[i].found < 0 || m.class < classPerson {
				s.tokens[i].found = int32(k)
			}
		}
	}
}

// markNamed notes the states and organisations that the text names by words of their own.
func (s *scratch) markNamed() {
	if n := len(s.l.codes); len(s.named) != n {
		s.named = make([]bool, n)
	}
	clear(s.named)
	for i := range s.found {
		if m := &s.found[i]; m.cand >= 0 && m.class <= classOrg && !s.l.cands[m.cand].shared {
			s.named[m.code] = true
		}
	}
}

// asCapital takes a capital that stands for an organisation ("Bruxelles") for itself where it is a place.
func (s *scratch) asCapital(m *mention) {
	n := s.nodeOf(m)
	if n == nil {
		return
	}
	for at := n.first; at >= 0; at = s.l.cands[at].next {
		if c := &s.l.cands[at]; c.class == classState && c.kind == Capital {
			as := *m
			as.class, as.kind = classState, Capital
			if s.isPlace(&as) {
				m.cand, m.class, m.kind, m.code = at, classState, Capital, c.code
			}
			return
		}
	}
}

// demonymAt tells a demonym at token i, before the mentions are settled.
func (s *scratch) demonymAt(i int) bool {
	if i < 0 {
		return false
	}
	_, c := s.match(i)
	return c >= 0 && s.l.cands[c].kind == Demonym && s.l.cands[c].class == classState
}

// adjoins tells a demonym that only says where something lies or who prints it:
// "la capitale ukrainienne", "the Russian city of".
func (s *scratch) adjoins(m *mention) bool {
	if s.l.adjFirst {
		return s.is(m.to, isPlacer|isMedium) && s.tokens[m.to].gap == gapSpace && !s.compound(m.to)
	}
	return s.is(m.from-1, isPlacer|isMedium) && s.tokens[m.from].gap <= gapHyphen && s.tokens[m.from-1].gap != gapHyphen // not "garde-côtes russes"
}

// compound tells a noun that another follows at once: "border guards".
func (s *scratch) compound(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap != gapSpace || s.tokens[i+1].capital || s.tokens[i+1].digit {
		return false
	}
	w := s.tokens[i+1].word
	return w < 0 || s.l.forms[w].classes == 0 && s.l.forms[w].verb < 0
}

// located tells whether that place is where something is done: "à la frontière ukrainienne";
// in "la presse russe" it is not.
func (s *scratch) located(m *mention) bool {
	at, _ := s.governor(m.from - 1)
	return !s.l.adjFirst && s.is(at, isLocative) && !s.is(m.from-1, isMedium)
}

// unshare picks the state that a shared name stands for: the one that the text names otherwise too.
func (s *scratch) unshare(m *mention) bool {
	n := s.nodeOf(m)
	if n == nil || m.place {
		return m.place || !s.l.cands[m.cand].shared
	}
	for at := n.first; at >= 0; at = s.l.cands[at].next {
		c := &s.l.cands[at]
		if c.shared && !(m.place && c.class == classOrg) && s.named[c.code] {
			m.code, m.class, m.kind = c.code, c.class, c.kind
			return true
		}
	}
	return !s.l.cands[m.cand].shared
}

func (s *scratch) nodeOf(m *mention) *node {
	h := uint64(0)
	for i := m.from; i < m.to; i++ {
		h = chain(h, s.tokens[i].fold)
	}
	if at := s.l.names.get(h); at >= 0 {
		return &s.l.nodes[at]
	}
	return nil
}

// isPlace tells a state's name or capital that is where something happens, not who does it.
func (s *scratch) isPlace(m *mention) bool {
	at, article := s.governor(m.from)
	switch {
	case s.is(at, isLocative):
		if !s.is(at, isDative) {
			return true
		}
		return !article && !s.given(at) // "à la Russie", "livrer aux États-Unis" are receivers
	case at == m.from-1 && s.is(at, isPlacer) && s.tokens[m.from].gap == gapSpace: // "la capitale Sanaa"
		return true
	case s.is(at, isOf) && (s.is(at-1, isPlacer) || s.is(at-2, isPlacer) && s.demonymAt(at-1)):
		return true
	case m.kind != Capital:
		return false
	case s.is(at, isOf) && s.struckNoun(at-1): // "les attentats de Paris"
		return true
	case at < 0 && s.tokens[m.from].initial && m.to < len(s.tokens):
		next := &s.tokens[m.to]
		return next.gap >= gapComma && (next.digit || s.mediaAt(m.to)) // a dateline
	}
	return false
}

// struckNoun tells a noun of violence or protest at token i.
func (s *scratch) struckNoun(i int) bool {
	if i < 0 || s.tokens[i].word < 0 {
		return false
	}
	f := &s.l.forms[s.tokens[i].word]
	if f.noun < 0 {
		return false
	}
	for _, r := range s.l.lemmas[f.noun].rules {
		if t := types[min(int(r.act), len(types)-1)]; r.act != noAct && (t == "assault" || t == "protest") {
			return true
		}
	}
	return false
}

func (s *scratch) mediaAt(i int) bool {
	_, c := s.match(i)
	return c >= 0 && s.l.cands[c].class == classMedia
}

// given tells whether the preposition at token i follows a word of giving or asking.
func (s *scratch) given(i int) bool {
	for j := i - 1; j >= 0 && j > i-7 && s.tokens[j+1].gap < gapStop; j-- {
		if w := s.tokens[j].word; w >= 0 {
			f := &s.l.forms[w]
			if f.classes&isGiver != 0 || f.verb >= 0 && s.l.lemmas[f.verb].giver {
				return true
			}
		}
	}
	return false
}
