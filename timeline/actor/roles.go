package actor

// farthest is how many tokens from an act someone can still have a role in it.
const farthest = 60

// far tells a mention that is too far from an act for a role in it.
func (c *candidate) far(m *mention) bool {
	return m.to < c.group-farthest || m.from > c.head+farthest
}

// roles tells who acts in the chosen act and who is acted upon.
func (s *scratch) roles(best int) {
	if best < 0 {
		return
	}
	c := &s.acts[best]
	if c.verb {
		s.verbRoles(c)
	} else {
		s.nounRoles(c)
	}
	switch types[c.act] {
	case "assault", "coerce", "protest":
		s.struckCapitals()
	}
}

// struckCapitals takes a capital that stands for an organisation for itself where violence befalls it: "des attentats
// ont frappé Bruxelles".
func (s *scratch) struckCapitals() {
	for i := range s.found {
		m := &s.found[i]
		if m.class != classOrg || m.role == Source {
			continue
		}
		if at := s.capitalOf(m); at >= 0 {
			m.cand, m.class, m.kind, m.code, m.place, m.role = at, classState, Capital, s.l.cands[at].code, true, Target
		}
	}
}

// explicit gives the role that a preposition before a mention shows: "par", "contre", "avec", "entre".
func (s *scratch) explicit(m *mention) (Role, bool) {
	at := s.phraseGovernor(m)
	switch {
	case at < 0:
		return NoRole, false
	case s.is(at, isAgent):
		return Source, true
	case s.is(at, isAgainst), s.is(at, isOf) && s.is(at-1, isAgainst):
		return Target, true
	case s.is(at, isWith):
		return Target, true
	case s.is(at, isBetween):
		return Source, true
	case s.is(at, isAttribution) && !s.is(at, isOf):
		return NoRole, true
	case s.is(at, isDative):
		return Target, true
	}
	return NoRole, false
}

// phraseGovernor gives the preposition before the group that a mention stands in, or the word before
// it: "entre" for the demonym of "entre les Premiers ministres indien et pakistanais".
func (s *scratch) phraseGovernor(m *mention) int {
	at, _ := s.governor(m.from)
	if m.kind != Demonym || s.l.adjFirst {
		return at
	}
	for j := at; j >= 0 && j > at-4 && s.tokens[j+1].gap < gapComma && !s.is(j, isRelative|isSubordinate|isPronoun); j-- {
		if s.is(j, isAgent|isAgainst|isWith|isBetween) {
			return j
		}
		if f := s.tokens[j].form; s.is(j, isPreposition) && !s.is(j, isArticle) || f.verb >= 0 && f.noun < 0 {
			break
		}
	}
	return at
}

// verbRoles gives the names around a verb their roles in its act.
func (s *scratch) verbRoles(c *candidate) {
	before, after := Source, Target
	if c.passive {
		before, after = Target, NoRole
	}
	subject := s.subjectFrom(c.group)
	relative := s.relativeBefore(c.group)
	stop := s.objectEnd(c)
	for i := range s.found {
		m := &s.found[i]
		if c.far(m) {
			continue
		}
		if m.place {
			s.journey(m, c)
			if m.class == classPlace && m.to <= c.group && m.from >= subject && relative < 0 && s.regionActs(m, c) {
				m.role = before
				continue
			}
			if m.class == classPlace && (m.from >= c.head && m.from <= stop && before == Source || m.to <= c.group && m.from >= subject && before == Target) {
				s.struck(m)
			}
			continue
		}
		role, shown := s.explicit(m)
		switch {
		case m.to <= c.group:
			if relative >= 0 { // "qui" stands for the name right before it
				if m.to == relative {
					m.role = before
				}
				continue
			}
			if m.from < subject || s.inClause(subject, m.from) {
				continue
			}
			if shown && (role == NoRole || role == Target && !s.under(m.from, isWith|isBetween)) {
				continue
			}
			if m.role = before; shown && (c.passive || !s.under(m.from, isBetween)) {
				m.role = role
			} else if i > 0 && c.passive && s.under(s.found[i-1].from, isWith|isBetween) && s.onlyAnd(s.found[i-1].to, m.title) {
				m.role = s.found[i-1].role // "un accord entre le Mali et le Niger a été signé"
			}
		case m.from >= c.head:
			if m.from > stop {
				continue
			}
			if m.role = after; shown {
				m.role = role
			}
		}
	}
	s.subjectsPlace(c, subject)
	s.join()
	s.strike(c, stop)
}

// subjectsPlace makes the place of a subject that is no name its state: "des députés au Kenya réclament".
func (s *scratch) subjectsPlace(c *candidate, subject int) {
	if c.passive || !c.finite {
		return
	}
	place := -1
	for i := range s.found {
		m := &s.found[i]
		if m.role == Source {
			return
		}
		if m.place && m.to == c.group && m.from > subject+1 && s.codeOf(m) != "" && s.tokens[c.group].gap < gapComma && s.under(m.from, isLocative) {
			place = i
		}
	}
	if place >= 0 {
		s.found[place].role = Source
	}
}

// regionActs tells a region that is itself the subject of an act of words: "l'Écosse rejette l'accord".
func (s *scratch) regionActs(m *mention, c *candidate) bool {
	if c.passive || s.codeOf(m) == "" {
		return false
	}
	if at, _ := s.governor(m.from); at >= 0 && s.tokens[at+1].gap < gapComma && s.is(at, isPreposition|isLocative|isOf|isPlacer) {
		return false
	}
	switch types[c.act] {
	case "agree", "consult", "support", "concede", "request", "accuse", "reject", "threaten":
		return c.group-m.to < 4
	}
	return false
}

// relativeBefore gives the "qui" that is the subject of the verb at token i, -1 for none.
func (s *scratch) relativeBefore(i int) int {
	for j := i - 1; j > 0 && j >= i-4 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isRelative) && s.is(j, isPronoun) {
			return j
		}
		if s.tokens[j].capital {
			return -1
		}
	}
	return -1
}

// inClause tells whether a relative clause with its own subject before it holds token i:
// Ukraine in "la Russie, qui a envahi l'Ukraine, négocie".
func (s *scratch) inClause(from, i int) bool {
	for j := i - 1; j > from && j > i-farthest; j-- {
		if s.is(j, isRelative) {
			return s.namedIn(from, j)
		}
	}
	return false
}

// subjectFrom gives the first token of the verb's own clause: what a fronted adjunct
// ("Après l'invasion de l'Ukraine, la Russie …") or an earlier clause holds is no subject.
func (s *scratch) subjectFrom(verb int) int {
	from := 0
	for j := verb; j > 0; j-- {
		if s.tokens[j].gap == gapStop {
			from = j
			break
		}
		if s.is(j, isSubordinate) && j < verb {
			from = j
			break
		}
	}
	for j := from; j < verb; j++ {
		if j > from && s.tokens[j].gap == gapComma && s.is(from, isPreposition|isBackground|isOccasion|isAttribution|isSubordinate) && s.namedIn(j, verb) {
			return j
		}
	}
	return from
}

func (s *scratch) namedIn(from, to int) bool {
	for i := range s.found {
		if m := &s.found[i]; !m.place && m.from >= from && m.to <= to {
			return true
		}
	}
	return false
}

// objectEnd gives the last token that can hold the verb's object: the sentence, or the next clause, ends it.
func (s *scratch) objectEnd(c *candidate) int {
	for j := c.head + 1; j < len(s.tokens); j++ {
		if s.tokens[j].gap == gapStop || s.is(j, isRelative|isSubordinate) && (j > c.to || j == c.to && c.to > c.head+1) {
			return j - 1
		}
		f := s.tokens[j].form
		if j < c.to || f.verb < 0 || f.as&formParticiple != 0 || s.tokens[j].end-s.tokens[j].start < 3 || s.isNoun(j, f) || s.noVerb(j, f) {
			continue
		}
		// "menace d'envahir l'Ukraine" has its object after the infinitive,
		// "accuse Pyongyang de livrer des armes à la Russie" before it.
		if f.as&formInfinitive == 0 && f.as&formFinite != 0 || f.as&formInfinitive != 0 && s.namedIn(c.head, j) {
			return j - 1
		}
	}
	return len(s.tokens)
}

// join gives the second of two names parted by "et" or a comma the role of the first.
func (s *scratch) join() {
	for i := 1; i < len(s.found); i++ {
		a, b := &s.found[i-1], &s.found[i]
		if b.place || a.place || b.role != NoRole || a.role == NoRole {
			continue
		}
		and, list := s.joined(a.to, b.title)
		if !list || !and && (i+1 == len(s.found) || !s.onlyAnd(b.to, s.found[i+1].title)) {
			continue
		}
		b.role = a.role
	}
	s.titles()
}

// joined tells whether only articles, commas and "et" stand from token a to b.
func (s *scratch) joined(a, b int) (and, list bool) {
	if b < a || b-a > 4 {
		return false, false
	}
	for j := a; j < b; j++ {
		if !s.is(j, isConjunction|isArticle|isOf) || s.tokens[j].gap == gapStop {
			return false, false
		}
		and = and || s.is(j, isConjunction)
	}
	return and, true
}

func (s *scratch) onlyAnd(a, b int) bool {
	and, _ := s.joined(a, b)
	return and
}

// titles gives the state in a person's title the role of the person: "le président russe Vladimir Poutine".
func (s *scratch) titles() {
	for i := range s.found {
		p := &s.found[i]
		if p.class != classPerson && p.class != classOffice || p.title == p.from && p.class == classPerson {
			continue
		}
		for k := max(i-3, 0); k < len(s.found) && k < i+3; k++ {
			if m := &s.found[k]; m.class <= classOrg && m.from >= p.title && m.to <= p.to {
				if p.role == NoRole && m.role != NoRole && p.class == classPerson {
					p.role = m.role
				}
				m.role = p.role
			}
		}
	}
}
