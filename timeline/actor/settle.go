package actor

// settle decides what hangs on the rest of the text: names that several
// states share, and which names are places and which are actors.
func (s *scratch) settle() {
	s.markNamed()
	kept := 0
	for i := range s.found {
		m := &s.found[i]
		if m.class <= classPlace && !s.settled(m, s.found[:kept]) {
			continue
		}
		if kept < i {
			s.found[kept] = *m
		}
		kept++
	}
	s.found = s.found[:kept]
	for k := range s.found {
		for i := s.found[k].from; i < s.found[k].to; i++ {
			if m := &s.found[k]; s.tokens[i].found < 0 || m.class < classPerson {
				s.tokens[i].found = int32(k)
			}
		}
	}
}

// settled settles one state, organisation or place, after those that are kept; false: it is none.
func (s *scratch) settled(m *mention, kept []mention) bool {
	if s.source(m) {
		return false
	}
	where := m.kind == Demonym && m.class == classState && s.adjoins(m)
	if where && !s.located(m) {
		return false
	}
	if m.class == classOrg {
		if s.otherParty(m) {
			return false
		}
		s.asCapital(m)
	}
	m.place = where || m.class == classPlace || s.afterPlace(kept, m) || m.class == classState && m.kind != Demonym && s.isPlace(m)
	return m.cand < 0 || s.unshare(m)
}

// markNamed notes the states and organisations that the text names by words of their own.
func (s *scratch) markNamed() {
	if n := len(s.l.codes); len(s.named) != n {
		s.named = make([]bool, n)
	}
	for _, code := range s.marked { // clearing all of the lexicon's codes took longer than the rest
		s.named[code] = false
	}
	s.marked = s.marked[:0]
	for i := range s.found {
		if m := &s.found[i]; m.cand >= 0 && m.code >= 0 && m.class <= classPlace && !s.l.cands[m.cand].shared {
			s.named[m.code] = true
			s.marked = append(s.marked, m.code)
		}
	}
}

// asCapital takes a capital that stands for an organisation ("Bruxelles") for itself where it is a place.
func (s *scratch) asCapital(m *mention) {
	at := s.capitalOf(m)
	if at < 0 {
		return
	}
	as := *m
	as.class, as.kind = classState, Capital
	if s.isPlace(&as) {
		m.cand, m.class, m.kind, m.code = at, classState, Capital, s.l.cands[at].code
	}
}

// capitalOf gives what an organisation's name stands for as a capital, -1 for none.
func (s *scratch) capitalOf(m *mention) int32 {
	for at := s.nodeOf(m).first; at >= 0; at = s.l.cands[at].next {
		if c := &s.l.cands[at]; c.class == classState && c.kind == Capital {
			return at
		}
	}
	return -1
}

// source tells a name that only says who reports or from where: "selon l'Otan", "a London-based group".
func (s *scratch) source(m *mention) bool {
	if m.to < len(s.tokens) && s.tokens[m.to].gap == gapHyphen && s.is(m.to, isMedium) {
		return true
	}
	for j := m.from - 1; j >= 0 && j >= m.from-9 && s.tokens[j+1].gap < gapComma; j-- {
		if f := s.tokens[j].form; f.as&formFinite != 0 && f.noun < 0 {
			return false
		}
		if s.is(j, isAttribution) {
			return !s.is(j, isBackground) || s.is(j-1, isOf) && s.tokens[j].gap == gapMark // "d'après", but not "après"
		}
	}
	return false
}

// afterPlace tells a state's name that says where the place before it lies: "in Potsdam, Germany".
func (s *scratch) afterPlace(kept []mention, m *mention) bool {
	if len(kept) == 0 || m.class != classState || m.kind != Name || s.tokens[m.from].gap != gapComma {
		return false
	}
	p := &kept[len(kept)-1]
	return p.place && p.to == m.from && p.code == m.code
}

// otherParty tells a party by whose name the text says another state: "le Parti socialiste grec".
func (s *scratch) otherParty(m *mention) bool {
	of, ok := s.l.partyOf[m.code]
	if !ok {
		return false
	}
	for i := range s.found {
		if d := &s.found[i]; d.class == classState && d.kind == Demonym && d.code != of && (d.from == m.to || d.to == m.from) {
			return true
		}
	}
	return s.told(of) == 0 && s.known != nil && s.known.tells()
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
	f := s.tokens[i+1].form
	return f.classes == 0 && f.verb < 0
}

// located tells whether that place is where something is done: "à la frontière ukrainienne";
// in "la presse russe" it is not.
func (s *scratch) located(m *mention) bool {
	if s.l.adjFirst {
		at, _ := s.governor(m.from)
		return s.is(m.to, isPlacer) && s.is(at, isLocative|isAgainst)
	}
	at, _ := s.governor(m.from - 1)
	return s.is(at, isLocative) && !s.is(m.from-1, isMedium)
}

// unshare picks what a shared name stands for: the state that the text names otherwise too, or that the
// article does, or else the city or region of a state that is named.
func (s *scratch) unshare(m *mention) bool {
	first := &s.l.cands[m.cand]
	if !first.shared {
		return true
	}
	several := false
	best, usual, most, second := int32(-1), int32(-1), 0, 0
	for at := s.nodeOf(m).first; at >= 0; at = s.l.cands[at].next {
		c := &s.l.cands[at]
		if !c.shared || m.place && c.class == classOrg {
			continue
		}
		several = several || c.code != first.code
		if c.usual {
			usual = at
		}
		told := s.told(c.code)
		if c.class == classPlace {
			if best < 0 && (told > 0 || s.named[c.code] || s.beforeNoun(m)) {
				best = at
			}
			continue
		}
		if s.named[c.code] {
			told += 1000
		}
		if told > most {
			best, most, second = at, told, most
		} else {
			second = max(second, told)
		}
	}
	if best < 0 || most > 0 && most <= 2*second {
		best = usual
	}
	switch {
	case best >= 0:
		c := &s.l.cands[best]
		m.code, m.class, m.kind, m.place = c.code, c.class, c.kind, m.place || c.class == classPlace
		return true
	case m.place && several:
		m.code = -1 // a place of we do not know which
		return true
	}
	return m.place
}

// beforeNoun tells a name before a noun that it says more of: "a Georgia judge". A state would have its adjective there.
func (s *scratch) beforeNoun(m *mention) bool {
	if !s.l.adjFirst || m.to >= len(s.tokens) {
		return false
	}
	t := &s.tokens[m.to]
	if t.gap != gapSpace || t.capital || t.digit {
		return false
	}
	return t.form.classes == 0 && t.form.verb < 0
}

// told gives how often the article names a state, as far as the people known to FindIn tell.
func (s *scratch) told(code int32) int {
	if s.known == nil {
		return 0
	}
	return s.known.told(s.l.codes[code])
}

// nodeOf gives the node of a mention's words.
func (s *scratch) nodeOf(m *mention) *node {
	h := uint64(0)
	for i := m.from; i < m.to; i++ {
		h = chain(h, s.tokens[i].fold)
	}
	return s.l.node(h)
}

// isPlace tells a state's name or capital that is where something happens, not who does it.
func (s *scratch) isPlace(m *mention) bool {
	at, article := s.governor(m.from)
	switch {
	case s.is(m.from-1, isPlacer) && s.is(m.from-1, isAdjective) && s.tokens[m.from].gap == gapSpace: // "northern Japan"
		return true
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
	if i < 0 || s.tokens[i].form.noun < 0 {
		return false
	}
	for _, r := range s.l.lemmas[s.tokens[i].form.noun].rules {
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
		if f := s.tokens[j].form; f.classes&isGiver != 0 || f.verb >= 0 && s.l.lemmas[f.verb].giver {
			return true
		}
	}
	return false
}
