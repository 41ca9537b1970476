package actor

// openOffice notes an office whose person or state may follow, or stand before it ("Russian President").
func (s *scratch) openOffice(i, end int, code int32) {
	s.closeOffice()
	s.office = pending{from: i, to: end, code: code, of: -1, definite: s.is(i-1, isDefinite)}
	if n := len(s.found); n > 0 && s.l.adjFirst {
		m := &s.found[n-1]
		possessive := m.to == i-1 && s.tokens[i-1].gap == gapMark && s.tokens[i-1].end-s.tokens[i-1].start == 1
		if m.class <= classOrg && (m.to == i && s.tokens[i].gap == gapSpace || possessive) {
			s.office.of, s.office.from = m.code, m.from
		}
	}
}

// officeGoesOn tells whether token i still belongs to the office before it.
func (s *scratch) officeGoesOn(i int) bool {
	return i == s.office.to && s.tokens[i].gap <= gapComma || s.office.of < 0 && s.ofOffice(i)
}

// epithet tells an adjective between an office and its person: "le président déchu Ben Ali".
func (s *scratch) epithet(i int) bool {
	return s.office.to == i && i > 0 && i+1 < len(s.tokens) && !s.tokens[i].capital && s.tokens[i].gap == gapSpace &&
		s.is(i, isAdjective) && s.tokens[i+1].capital && s.tokens[i+1].gap == gapSpace
}

// ofOffice tells whether a state at token i tells whose office waits: "président russe", "roi de la Belgique".
func (s *scratch) ofOffice(i int) bool {
	for j := s.office.to; j <= i; j++ {
		if s.tokens[j].gap >= gapComma || j > s.office.to+3 {
			return false
		}
		if j < i && !s.is(j, isOf|isArticle) {
			return false
		}
	}
	return true
}

// closeOffice ends the wait: the office was that of the person before it
// ("Vladimir Poutine, le président russe") or stands for its holder.
func (s *scratch) closeOffice() {
	o := s.office
	s.office.to = 0
	if o.to == 0 || s.apposition(o) {
		return
	}
	if o.of < 0 {
		o.of = s.ofHolder(o.code)
	}
	code := s.l.codes[o.code]
	named := o.of >= 0 || o.definite && code != "leader" && !s.is(o.to, isOf)
	if !named || code == "other" || code == "minister" {
		return
	}
	m := mention{from: o.from, to: o.to, cand: -1, class: classOffice, kind: Holder, code: -1, office: o.code, of: o.of, title: o.from}
	s.resolve(&m)
	if m.of < 0 && m.name == "" {
		m.of = s.home()
	}
	s.found = append(s.found, m)
}

// resolve names the holder of an office whom the known people tell.
func (s *scratch) resolve(m *mention) {
	if s.known == nil {
		return
	}
	of := ""
	if m.of >= 0 {
		of = s.l.codes[m.of]
	}
	who, ok := s.known.Holder(s.l.codes[m.office], of)
	if !ok {
		return
	}
	m.name, m.key = who.Name, who.Key
	if m.of < 0 && who.Of != "" {
		m.of = s.l.codeNumber(who.Of)
	}
}

// asideEnds tells whether a comma comes before any verb: "Mary Jones, présidente de la Commission des ports
// du Nord, a …".
func (s *scratch) asideEnds(i int) bool {
	for j := i; j < len(s.tokens) && j < i+9; j++ {
		if s.tokens[j].gap >= gapComma {
			return s.tokens[j].gap == gapComma
		}
		if f := s.tokens[j].form; f.as&formFinite != 0 && f.noun < 0 {
			return false
		}
	}
	return false
}

// apposition gives the office to the person before it, from whom a comma parts it
// and whom it ends: "Vladimir Poutine, le président russe, a …".
func (s *scratch) apposition(o pending) bool {
	if o.to < len(s.tokens) && s.tokens[o.to].gap < gapComma && (o.of < 0 || !s.asideEnds(o.to)) {
		return false
	}
	k := len(s.found) - 1
	for k >= 0 && s.found[k].from >= o.from {
		k--
	}
	if k < 0 {
		return false
	}
	m := &s.found[k]
	between := o.from - m.to
	if m.class != classPerson || m.office >= 0 || s.tokens[m.to].gap != gapComma ||
		between != 0 && !(between == 1 && s.is(m.to, isArticle)) {
		return false
	}
	m.office, m.of = o.code, o.of
	return true
}
