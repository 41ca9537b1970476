package actor

// ofRole is the role of whom the noun takes with "de": "l'invasion de l'Ukraine" is done to
// Ukraine, "la visite de Poutine" and "la frappe de l'Otan" by them; "l'accusation de" may be either.
func (s *scratch) ofRole(c *candidate) Role {
	switch f := s.tokens[c.head].form; types[c.act] {
	case "assault", "coerce":
		if s.l.lemmas[f.noun].doer {
			return Source
		}
		return Target
	case "accuse":
		return NoRole
	}
	return Source
}

// nounRoles gives the names around a noun their roles in its act.
func (s *scratch) nounRoles(c *candidate) {
	of := s.ofRole(c)
	verb, bears := s.lightVerb(c)
	subject, acting := 0, Source
	if verb > 0 {
		subject = s.subjectFrom(verb)
	}
	if bears {
		acting = Target
	}
	for i := range s.found {
		m := &s.found[i]
		if c.far(m) {
			continue
		}
		if m.place {
			s.journey(m, c)
			if at, _ := s.governor(m.from); (m.class == classPlace || m.kind == Capital) && m.from > c.head && m.from <= c.to+4 && s.is(at, isOf) && of == Target && !s.is(at-1, isPlacer) {
				m.role = Target
			}
		} else if verb > 0 && m.to <= verb && m.from >= subject && !s.inClause(subject, m.from) {
			if _, shown := s.explicit(m); !shown {
				m.role = acting
			}
			continue
		}
		if m.place || m.from > c.to+12 || s.apart(m, c) {
			continue
		}
		if role, shown := s.explicit(m); shown && m.from >= c.head-4 {
			m.role = role
			continue
		}
		at, _ := s.governor(m.from)
		switch {
		case m.kind == Demonym && m.class == classState:
			s.demonymRole(m, c, of)
		case m.from > c.head && m.to < c.to: // "retrait des États-Unis de l'accord"
			m.role = Source
		case m.from > c.head && s.is(at, isOf) && at > c.to && s.otherAct(at-1, c): // "leur aide à la rébellion du Nord"
		case m.from > c.head && s.is(at, isOf):
			m.role = of
		case m.to == c.head && m.kind == Capital && of == Target && s.tokens[c.head].gap == gapSpace: // "the Paris attacks"
			m.role, m.place = Target, true
		case m.to == c.head || m.to == c.head-1: // "Russia's invasion"
			m.role = Source
		case m.to < c.head:
			s.objectOf(m, c)
		}
	}
	s.join()
	s.strike(c, c.to+8)
}

// demonymRole gives a demonym beside or before a noun its role: "l'offensive russe", "Russian troops' offensive".
func (s *scratch) demonymRole(m *mention, c *candidate, of Role) {
	switch {
	case m.from >= c.head && m.from <= c.to+1 && !s.is(m.from-1, isPreposition|isArticle), m.to <= c.head && m.to >= c.head-2:
		m.role = Source
	case m.to < c.head:
		s.objectOf(m, c)
	case s.ofChain(m.from, c.to-1):
		m.role = of
	}
}

// lightVerb gives the verb whose object the noun is, -1 for none: "a apposé sa signature", "annonce un retrait"; bears
// tells that its subject is whom the act befalls: "a subi une attaque", "a été victime d'une attaque".
func (s *scratch) lightVerb(c *candidate) (verb int, bears bool) {
	if c.weight < 45 {
		return -1, false
	}
	at := s.nounGovernor(c.head)
	bears = s.is(at, isOf) && s.is(at-1, isVictim)
	for j := c.head - 1; j > 0 && j >= c.head-8 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isSubordinate|isRelative) {
			return -1, false
		}
		f := s.tokens[j].form
		if f.as&(formFinite|formParticiple) != 0 && !s.isNoun(j, f) && s.l.lemmas[f.verb].bears {
			bears = true
		}
		if f.as&formFinite != 0 && !s.isNoun(j, f) && !s.noVerb(j, f) {
			return s.groupStart(j), bears
		}
	}
	return -1, false
}

// apart tells whether a stop parts a mention from the noun.
func (s *scratch) apart(m *mention, c *candidate) bool {
	from, to := c.head, m.from
	if m.from < c.head {
		from, to = m.from, c.head
	}
	for j := from + 1; j <= to; j++ {
		if s.tokens[j].gap == gapStop {
			return true
		}
	}
	return false
}

// ofChain tells whether only words of one group under "de" stand from a noun at token i to
// the demonym at token j: "les frappes de la coalition saoudienne".
func (s *scratch) ofChain(j, i int) bool {
	if !s.is(i+1, isOf) || j-i > 5 {
		return false
	}
	for k := i + 2; k < j; k++ {
		if s.tokens[k].gap >= gapComma || s.is(k, isPreposition|isRelative|isConjunction) {
			return false
		}
	}
	return true
}

// objectOf gives the subject of a clause its role in an act that the noun names and whose verb
// no list knows: "Washington réaffirme son soutien"; under "par" the noun's act befalls it.
func (s *scratch) objectOf(m *mention, c *candidate) {
	for j := m.title - 1; j >= 0; j-- {
		if s.tokens[j+1].gap >= gapStop {
			break
		}
		if s.tokens[j+1].gap == gapComma || s.is(j, isPreposition) && !s.is(j, isOf) || s.is(j, isSubordinate) || m.title-j > 8 {
			return
		}
	}
	at := s.nounGovernor(c.head)
	switch {
	case s.is(at, isAgent):
		m.role = Target
	case at < m.to, s.is(at, isOf) && at < m.to+1:
	default:
		m.role = Source
	}
}
