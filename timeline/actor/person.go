package actor

import "strings"

// person tells whether a person's name begins at token i and gives the token after
// it, 0 for no. What the lexicon finds at i (its cand c, to token end) yields to a given name.
func (s *scratch) person(i, end int, c int32) int {
	t := &s.tokens[i]
	bits := s.bits(i)
	given := bits&bitGiven != 0
	if s.partyBefore(i) {
		return 0
	}
	known := s.known != nil && s.known.has(t.fold)
	entity := c >= 0 && s.l.cands[c].class <= classMedia
	title := s.office.to == i && i > 0 && t.gap <= gapComma && s.office.to > 0
	if bits&bitCommon != 0 && bits&(bitGiven|bitFamily) == 0 || entity && end > i+1 || entity && !given && !known {
		return 0
	}
	to, capitals, acronym := s.sequence(i, given || title)
	evidence := given || title || known || bits&bitFamily != 0 || c >= 0 && s.l.cands[c].class == classPerson
	switch {
	case capitals >= 2 && evidence:
		return to
	case capitals >= 2:
		if s.looksLikeName(i, to) && !acronym || s.knownName(i, to) {
			return to
		}
	case c >= 0 && s.l.cands[c].class == classPerson, known && !entity && (!given || title || bits&bitFamily != 0):
		return to
	case known && entity && s.namesake(i, c):
		return to
	case title && t.gap == gapSpace && !t.upper && !entity && t.end-t.start > 2 && !s.titled:
		return to
	}
	return 0
}

// partyBefore tells letters between an office and a given name: "le député UDF Philippe Douste-Blazy".
func (s *scratch) partyBefore(i int) bool {
	return s.tokens[i].upper && s.office.to == i && i > 0 && i+1 < len(s.tokens) && s.tokens[i+1].gap == gapSpace &&
		!s.tokens[i+1].upper && s.bits(i+1)&bitGiven != 0
}

// namesake tells a state's name or capital that is a surname of the article, where no word before it takes it for a
// place: "Jordan" of an article about Michael Jordan.
func (s *scratch) namesake(i int, c int32) bool {
	if ca := &s.l.cands[c]; ca.class != classState || ca.kind != Name && ca.kind != Capital || s.tokens[i].upper {
		return false
	}
	if i > 0 && s.tokens[i].gap < gapComma && s.is(i-1, isArticle|isPreposition|isLocative) {
		return false
	}
	_, ok := s.known.Canonical(s.text[s.tokens[i].start:s.tokens[i].end])
	return ok
}

// knownName tells a full name of a leader, or one that the article has elsewhere.
func (s *scratch) knownName(i, to int) bool {
	key := s.l.key(s.text[s.tokens[i].start:s.tokens[to-1].end])
	_, ok := s.l.leaders[key]
	if !ok && s.known != nil {
		_, ok = s.known.canonical(key)
	}
	return ok
}

// sequence follows the capitalised words and particles of a name from token i.
func (s *scratch) sequence(i int, sure bool) (to, capitals int, acronym bool) {
	to, capitals = i+1, 1
	asian := s.bits(i)&bitFamily != 0
	acronym = s.tokens[i].upper
	for j := i + 1; j < len(s.tokens) && j < i+7; j++ {
		t := &s.tokens[j]
		if t.gap >= gapComma || t.digit || strings.IndexByte(s.text[s.tokens[j-1].end:t.start], '\n') >= 0 {
			break
		}
		particle := s.bits(j)&bitParticle != 0
		switch {
		case particle && s.particle(j, capitals):
			continue
		case !t.capital:
			if t.gap != gapHyphen || !s.tokens[j-1].capital || t.end-t.start > 6 || t.end-t.start < 2 || s.is(j, isPreposition) && !asian {
				return to, capitals, acronym
			}
		case t.gap == gapMark && t.end-t.start < 3 || t.gap == gapHyphen && s.tokens[j-1].upper:
			return to, capitals, acronym
		case s.bits(j)&bitCommon != 0 && t.gap != gapHyphen && !(asian && s.asianPart(j, capitals)) && !(sure && capitals == 1 && j == i+1 && s.surname(j)) && !s.lastPart(j, capitals) && !(j > i+1 && s.bits(j-1)&bitParticle != 0 && s.tokens[j-1].capital && !s.titled),
			s.breaksName(j, j == i+1 && sure):
			return to, capitals, acronym
		}
		capitals++
		acronym = acronym || t.upper
		to = j + 1
	}
	return to, capitals, acronym
}

// surname tells a common word that can end a name begun by a given name: "Theresa May".
func (s *scratch) surname(j int) bool {
	return !s.titled && !s.thing(j) && !s.is(j, isPlacer) && s.tokens[j].end-s.tokens[j].start > 2 && (j+1 == len(s.tokens) || !s.tokens[j+1].digit && !s.tokens[j+1].capital)
}

// asianPart tells a short word of a name like "Kim Jong Un" or "Kim Il-sung" that is a word of the language too.
func (s *scratch) asianPart(j, capitals int) bool {
	if t := &s.tokens[j]; t.end-t.start > 4 || capitals > 2 {
		return false
	}
	return capitals == 2 || j+1 < len(s.tokens) && (s.tokens[j+1].gap == gapHyphen || s.tokens[j+1].gap == gapSpace && s.tokens[j+1].capital)
}

// lastPart tells a short word of the language that ends a name of three parts, "Jong Un": its capital has no other
// reason, and no word that it could belong to follows.
func (s *scratch) lastPart(j, capitals int) bool {
	t := &s.tokens[j]
	if s.titled || t.upper || t.initial || capitals != 2 || t.gap != gapSpace || t.end-t.start > 4 {
		return false
	}
	if j+1 == len(s.tokens) || s.tokens[j+1].gap >= gapComma {
		return true
	}
	next := &s.tokens[j+1]
	return !next.capital && !next.digit && (next.form.classes&(isPreposition|isConjunction|isNegation|isRelative) != 0 || next.form.as&formFinite != 0 && next.form.noun < 0)
}

// particle tells whether the particle at token j goes on to another part of the name.
func (s *scratch) particle(j, capitals int) bool {
	if capitals > 2 {
		return false
	}
	for k := j + 1; k < len(s.tokens) && k < j+3; k++ {
		t := &s.tokens[k]
		if t.gap >= gapComma || t.digit {
			return false
		}
		if t.capital && s.bits(k)&bitParticle == 0 {
			if s.tokens[j].capital && k == j+1 && !s.titled && s.bits(k)&bitCommon != 0 { // "Saif Al Islam Al Kadhafi"
				return !s.breaksName(k, false)
			}
			return s.bits(k)&bitCommon == 0 && !s.breaksName(k, false)
		}
		if s.bits(k)&bitParticle == 0 {
			return false
		}
	}
	return false
}

// breaksName tells a word that is a state, an organisation or an office, and so ends
// a person's name; after a given name one such word may be the surname ("George Washington").
func (s *scratch) breaksName(j int, sure bool) bool {
	end, c := s.match(j)
	if c < 0 || s.l.cands[c].class == classPerson {
		return false
	}
	if s.l.cands[c].class == classOffice {
		return true
	}
	return !sure || end > j+1 || s.l.cands[c].kind == Demonym || s.l.cands[c].class == classOrg
}

// looksLikeName weighs a run of capitalised words that no list knows: people take no
// article and no preposition of place, and stand where a capital says something.
func (s *scratch) looksLikeName(i, to int) bool {
	if s.titled || to-i > 4 {
		return false
	}
	if s.tokens[i].initial || i == 0 {
		return s.subjectName(i, to)
	}
	if s.text[s.tokens[i].start-1] == '(' {
		return false
	}
	if s.is(i-1, isArticle|isLocative) || s.tokens[i-1].digit || s.tokens[i-1].capital && s.tokens[i].gap == gapSpace {
		return false
	}
	if to < len(s.tokens) && s.tokens[to].digit && s.tokens[to].gap < gapComma {
		return false
	}
	for _, c := range []byte(s.text[s.tokens[i-1].start:s.tokens[i-1].end]) {
		if c >= 'A' && c <= 'Z' { // "the iTunes Music Store"
			return false
		}
	}
	if s.thing(i-1) || s.eventNoun(to-1) {
		return false
	}
	spaces := 0
	for k := i; k < to; k++ {
		if s.tokens[k].end-s.tokens[k].start < 2 {
			return false
		}
		if k > i && s.tokens[k].gap != gapHyphen {
			spaces++
		}
	}
	return spaces > 0 // "Neuilly-sur-Marne" is a place
}

// eventNoun tells a noun of acts.yaml, which ends the name of a thing: "the Johnson Resolution".
func (s *scratch) eventNoun(i int) bool {
	f := s.tokens[i].form
	return (f.noun >= 0 || f.thing) && f.verb < 0
}

// thing tells a noun whose name is no person's: "la compagnie".
func (s *scratch) thing(i int) bool {
	return i >= 0 && s.tokens[i].form.thing
}

// listed tells a word that the language's data have, as a name or a word.
func (s *scratch) listed(i int) bool {
	t := &s.tokens[i]
	return t.form != &s.l.forms[0] || t.node != &s.l.nodes[0]
}

// subjectName tells two capitalised words that begin a sentence before its verb, the first of which the language does
// not have: "Keir Starmer a rencontré"; a particle may stand between.
func (s *scratch) subjectName(i, to int) bool {
	last := to - 1
	if last == i+2 && s.bits(i+1)&bitParticle != 0 && !s.tokens[i+1].capital && s.tokens[i+1].gap == gapSpace {
		last = i + 1
	}
	if last != i+1 || to >= len(s.tokens) || s.listed(i) || s.listed(to-1) ||
		s.tokens[to-1].gap != gapSpace || s.tokens[to].gap != gapSpace || s.tokens[to].capital {
		return false
	}
	f := s.tokens[to].form
	return f.as&formFinite != 0 && f.noun < 0
}

// addPerson notes a person and gives them the office that waited.
func (s *scratch) addPerson(i, to int) {
	m := mention{from: i, to: to, cand: -1, class: classPerson, kind: Name, code: -1, office: -1, of: -1, title: i}
	if s.office.to == i && s.office.to > 0 {
		m.kind, m.office, m.of, m.title = Titled, s.office.code, s.office.of, s.office.from
	}
	if m.of < 0 && m.office >= 0 {
		m.of = s.ofHolder(m.office)
	}
	s.office.to = 0
	if to == i+1 {
		if _, c := s.match(i); c >= 0 && s.l.cands[c].class == classPerson {
			m.cand, m.code = c, s.l.cands[c].code
		}
	}
	s.name(&m)
	s.found = append(s.found, m)
}

// ofHolder gives whose office it is of itself, -1 for none: the pope is the Vatican's.
func (s *scratch) ofHolder(office int32) int32 {
	if of, ok := s.l.leaders[s.l.codes[office]]; ok {
		return of
	}
	return -1
}

// name sets a person's name as the text has it, and its key.
func (s *scratch) name(m *mention) {
	from, to := s.tokens[m.from].start, s.tokens[m.to-1].end
	m.name = s.text[from:to]
	if m.cand >= 0 { // "Obama": by the list of those whom a surname alone tells
		m.name = s.l.codes[m.code]
	}
	m.key = s.l.key(m.name)
	if s.known != nil {
		if full, ok := s.known.canonical(m.key); ok {
			m.name, m.key = full.Name, full.Key
			if m.of < 0 && full.Of != "" {
				m.of = s.l.codeNumber(full.Of)
			}
		} else if of := s.known.of(m.key); of != "" && m.of < 0 {
			m.of = s.l.codeNumber(of)
		}
	}
	if of, ok := s.l.leaders[m.key]; ok && m.of < 0 {
		m.of = of
	}
	if m.kind == Titled && m.to == m.from+1 && m.office >= 0 && rules(s.l.codes[m.office]) { // "le président Chirac"
		s.byOffice(m)
	}
}

// byOffice names a ruler of one name alone by the list of those who lead or led.
func (s *scratch) byOffice(m *mention) {
	r, ok := s.l.ruling[m.key]
	if !ok || r.of < 0 || m.of >= 0 && m.of != r.of {
		return
	}
	m.of = r.of
	if r.name != "" && m.name == s.text[s.tokens[m.from].start:s.tokens[m.to-1].end] {
		m.name, m.key = r.name, s.l.key(r.name)
	}
}

// Key is what a name is compared by: its parts in lower case without accents or
// hyphens, each by the spelling that the language's table gives it.
func (l *Lexicon) Key(name string) string { return l.key(name) }

func (l *Lexicon) key(name string) string {
	var buffer [64]byte
	var few [8]token
	b := buffer[:0]
	words := hashesInto(few[:0], name)
	for i := 0; i < len(words); {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		if end, code := l.spelling(words, i); code >= 0 {
			b = append(b, l.codes[code]...)
			i = end
			continue
		}
		b = appendFolded(b, name[words[i].start:words[i].end])
		i++
	}
	return string(b)
}

// spelling gives the longest part of a name from word i that the table spells otherwise, -1 for none.
func (l *Lexicon) spelling(words []token, i int) (end int, code int32) {
	code = -1
	h := uint64(0)
	for j := i; j < len(words); j++ {
		h = chain(h, words[j].fold)
		n := l.node(h)
		if n.spell >= 0 {
			end, code = j+1, n.spell
		}
		if !n.more {
			break
		}
	}
	return end, code
}
