package actor

// journey makes the place that a pattern ends before its target: "se rendre .. en" Russie.
func (s *scratch) journey(m *mention, c *candidate) {
	if m.from > c.head && m.from < c.to {
		m.role = Target
		return
	}
	if at, _ := s.governor(m.from); at >= 0 && at == c.to-1 && c.to-c.from > 1 && s.is(at, isLocative) {
		m.role = Target
	}
}

// struck makes the place that a verb has for its object its target: "bombarder Gaza".
func (s *scratch) struck(m *mention) {
	if s.l.adjFirst && m.to < len(s.tokens) && s.tokens[m.to].gap == gapSpace && s.tokens[m.to].form.noun >= 0 { // "the Camp David accords"
		return
	}
	at, _ := s.governor(m.from)
	if !s.is(at, isLocative) && !(s.is(at, isOf) && s.is(at-1, isPlacer)) && s.l.codes[m.code] != "" {
		m.role = Target
	}
}

// strike makes the place where a material act is done its target, unless it is the doer's own:
// "des missiles russes sur Kiev", "se retirer du Sud-Liban", "déployer des troupes en Pologne".
func (s *scratch) strike(c *candidate, stop int) {
	switch types[c.act] {
	case "assault", "coerce", "retreat", "mobilize", "aid", "sanction", "cooperate", "threaten":
	default:
		return
	}
	for i := range s.found {
		m := &s.found[i]
		if !m.place || m.role != NoRole || m.from < c.head || m.from > stop || s.codeOf(m) == "" || s.does(m.code) {
			continue
		}
		at, _ := s.governor(m.from)
		if at-1 > c.head && types[c.act] != "threaten" && s.otherAct(at-1, c) { // "des armes pour la guerre en Ukraine"
			continue
		}
		if s.is(at, isLocative|isOf|isAgainst) && !s.is(at, isAttribution) || m.kind == Demonym {
			m.role = Target
		}
	}
}

// otherAct tells a noun at token i that names another act than c.
func (s *scratch) otherAct(i int, c *candidate) bool {
	for k := range s.acts {
		if o := &s.acts[k]; !o.verb && o.head <= i && i < o.to && o.head >= c.to {
			return true
		}
	}
	return false
}

// does tells whether a state with that code, or someone of it, is a source.
func (s *scratch) does(code int32) bool {
	for i := range s.found {
		if m := &s.found[i]; m.role == Source && (m.code == code && m.class <= classOrg || m.of == code) {
			return true
		}
	}
	return false
}

func (s *scratch) codeOf(m *mention) string {
	if m.code < 0 {
		return ""
	}
	return s.l.codes[m.code]
}
