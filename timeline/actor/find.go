package actor

import "slices"

// A scratch is what one Find works on.
type scratch struct {
	l      *Lexicon
	text   string
	known  *People
	tokens []token
	found  []mention
	acts   []candidate
	stock  stock
	named  []bool  // by code
	marked []int32 // the codes that are true in named
	office pending
	titled bool // its words mostly begin with capitals, as some headlines are set: a capital says little
}

// A mention is a run of tokens that names someone or something.
type mention struct {
	from, to int // tokens, half-open
	cand     int32
	class    class
	kind     Kind
	code     int32
	place    bool
	role     Role
	office   int32 // a person's office, -1 for none
	of       int32 // whose office, -1 for none
	title    int   // a person: where the title before the name begins
	name     string
	key      string
}

// A pending office waits for its state and its person.
type pending struct {
	from, to int // tokens; to == 0: there is none
	code     int32
	of       int32
	definite bool
}

// Find tells who acts in a clause and what they do.
func (l *Lexicon) Find(text string) Found { return l.FindIn(text, nil) }

// FindIn is Find where the people of the article or corpus are known: a
// surname alone is then a person, and a spelling is that of its full name.
func (l *Lexicon) FindIn(text string, known *People) (f Found) {
	l.FindInto(&f, text, known)
	return f
}

// FindInto is FindIn that puts what it finds into f and reuses f's slices: for
// those who look into many texts and keep nothing of what they found.
func (l *Lexicon) FindInto(f *Found, text string, known *People) {
	s := l.scratches.Get().(*scratch)
	s.l, s.text, s.known = l, text, known
	s.found, s.acts, s.office = s.found[:0], s.acts[:0], pending{}
	s.scan()
	s.names()
	s.institutions()
	s.settle()
	s.findActs()
	best := s.choose()
	s.roles(best)
	s.result(f, best)
	s.text, s.known = "", nil
	for i := range s.found { // a pooled scratch holds on to no text
		s.found[i].name, s.found[i].key = "", ""
	}
	l.scratches.Put(s)
}

// names finds states, organisations, places, offices and people from left to right.
func (s *scratch) names() {
	tokens := s.tokens
	for i := 0; i < len(tokens); {
		t := &tokens[i]
		if t.digit || !t.capital && s.office.to != i && t.node.nameless() {
			i++
			continue
		}
		if s.epithet(i) {
			s.office.to = i + 1
			i++
			continue
		}
		if s.office.to > 0 && s.office.to <= i && !s.officeGoesOn(i) {
			s.closeOffice()
		}
		end, c := s.match(i)
		if t.capital && (c < 0 || s.l.cands[c].class != classOffice) {
			if to := s.person(i, end, c); to > 0 {
				if s.office.to == i || (!s.is(i-1, isPlacer) && !s.thing(i-1) || s.tokens[i].gap != gapSpace) && !s.namesThing(to) { // not "place Kim Il-sung"
					s.addPerson(i, to)
				}
				i = to
				continue
			}
		}
		if c < 0 {
			i++
			continue
		}
		if s.l.cands[c].kind == Capital && s.goesOn(end) {
			i = end
			continue
		}
		s.add(i, end, c)
		i = end
	}
	s.closeOffice()
}

// goesOn tells a capital that only begins a longer name: "Paris Saint-Germain", "the Washington Redskins".
func (s *scratch) goesOn(end int) bool {
	if end >= len(s.tokens) || s.titled {
		return false
	}
	t := &s.tokens[end]
	if !t.capital || t.upper || t.gap != gapSpace || s.bits(end)&(bitGiven|bitOffice|bitFamily) != 0 || s.known != nil && s.known.has(t.fold) {
		return false
	}
	_, c := s.match(end)
	return c < 0 || s.l.cands[c].class == classPlace
}

// namesThing tells the noun of a thing or place that a person's name before it names: "the Nelson Mandela Bridge".
func (s *scratch) namesThing(i int) bool {
	return s.l.adjFirst && !s.titled && i < len(s.tokens) && s.tokens[i].capital && !s.tokens[i].upper && s.tokens[i].gap == gapSpace &&
		(s.thing(i) || s.is(i, isPlacer))
}

// add notes what the tokens from i to end stand for.
func (s *scratch) add(i, end int, c int32) {
	ca := &s.l.cands[c]
	m := mention{from: i, to: end, cand: c, class: ca.class, kind: ca.kind, code: ca.code, office: -1, of: -1, title: i}
	switch ca.class {
	case classMedia:
		return
	case classOffice:
		s.openOffice(i, end, ca.code)
		return
	case classPerson:
		m.kind = Name
		s.found = append(s.found, m)
		s.name(&s.found[len(s.found)-1])
		s.office.to = 0
		return
	case classState, classOrg:
		if s.office.to > 0 && s.office.of < 0 && s.ofOffice(i) {
			s.office.of, s.office.to = ca.code, end
		}
		if ca.kind == Demonym && s.isLanguage(i, end) {
			return
		}
	}
	s.found = append(s.found, m)
}

// isLanguage tells "en russe", "in Russian": the language, no actor.
func (s *scratch) isLanguage(i, end int) bool {
	if i == 0 || !s.is(i-1, isLocative) || s.is(i-1, isArticle) || s.tokens[i].gap != gapSpace || end != i+1 {
		return false
	}
	return !s.l.adjFirst || end == len(s.tokens) || s.tokens[end].gap >= gapComma
}

// match finds the longest phrase that begins at token i: the token after it and
// the first cand that fits its capitals, -1 for none.
func (s *scratch) match(i int) (end int, c int32) {
	n, h, c := s.tokens[i].node, s.tokens[i].fold, int32(-1)
	for j := i; ; {
		if n.first >= 0 {
			if k := s.fitting(n, i, j); k >= 0 {
				end, c = j+1, k
			}
		}
		if j++; !n.more || j == len(s.tokens) || s.tokens[j].gap >= gapComma {
			return end, c
		}
		h = chain(h, s.tokens[j].fold)
		n = s.l.node(h)
	}
}

// fitting gives the first cand of a node that the capitals of tokens i to j allow,
// one that stands for itself before one that is shared.
func (s *scratch) fitting(n *node, i, j int) int32 {
	shared := int32(-1)
	for at := n.first; at >= 0; at = s.l.cands[at].next {
		c := &s.l.cands[at]
		switch {
		case c.upper && !s.tokens[i].upper && i == j:
		case c.prefix && (j+1 == len(s.tokens) || s.tokens[j+1].gap != gapHyphen):
		case c.weak && !s.under(i, isLocative):
		case c.class == classPlace && i == j && s.acronym(i):
		case !s.capitalised(c.capital, i, j):
		case c.shared:
			if shared < 0 {
				shared = at
			}
		default:
			return at
		}
	}
	return shared
}

// acronym tells a short word all in capitals among words that are not: a SWAT team is not of Swat.
func (s *scratch) acronym(i int) bool {
	return s.tokens[i].upper && s.tokens[i].end-s.tokens[i].start <= 5 && s.loud(i) && s.tokens[i].gap == gapSpace
}

func (s *scratch) capitalised(want uint16, i, j int) bool {
	for k := i; k <= j && want != 0; k++ {
		if want&1 != 0 && !s.tokens[k].capital && !s.tokens[k].digit {
			return false
		}
		want >>= 1
	}
	return true
}

// is tells whether token i has one of the classes.
func (s *scratch) is(i int, classes uint32) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].form.classes&classes != 0
}

// bits gives what token i can be by itself.
func (s *scratch) bits(i int) uint8 {
	if i < 0 || i >= len(s.tokens) {
		return 0
	}
	return s.tokens[i].node.bits
}

// governor gives the token before i that is no article: the preposition, if any.
// A contracted article ("au") is both and counts as the preposition.
func (s *scratch) governor(i int) (at int, article bool) {
	for at = i - 1; at >= 0; at-- {
		if s.tokens[at+1].gap >= gapComma {
			return -1, article
		}
		if !s.is(at, isArticle|isAdjective) || s.is(at, isLocative|isOf) {
			return at, article
		}
		article = article || s.is(at, isArticle)
	}
	return -1, article
}

// under tells whether token i follows a preposition of one of the classes.
func (s *scratch) under(i int, classes uint32) bool {
	at, _ := s.governor(i)
	return s.is(at, classes)
}

// result makes the contract's refs of the mentions.
func (s *scratch) result(f *Found, best int) {
	f.States, f.Orgs, f.People, f.Places = f.States[:0], f.Orgs[:0], f.People[:0], f.Places[:0]
	f.Act, f.Acts, f.Status = Act{}, f.Acts[:0], Happened
	for i := range s.found {
		m := &s.found[i]
		list := &f.States
		switch {
		case m.class == classPerson || m.class == classOffice:
			list = &f.People
		case m.place && m.kind == Demonym && m.role == NoRole:
			continue
		case m.place && m.kind == Demonym:
		case m.place:
			list = &f.Places
		case m.class == classOrg:
			list = &f.Orgs
		}
		*list = append(*list, s.ref(m))
	}
	if len(s.acts) > 0 {
		f.Acts = slices.Grow(f.Acts, len(s.acts))
	}
	for i := range s.acts {
		c := &s.acts[i]
		a := Act{Type: types[c.act], Start: s.tokens[c.from].start, End: s.tokens[c.to-1].end,
			Verb: c.verb, Passive: c.passive, Status: statuses[c.status], Weight: c.weight}
		f.Acts = append(f.Acts, a)
		if i == best {
			f.Act, f.Status = a, a.Status
		}
	}
}

func (s *scratch) ref(m *mention) Ref {
	r := Ref{Start: s.tokens[m.from].start, End: s.tokens[m.to-1].end, Kind: m.kind, Role: m.role}
	r.Name = s.text[r.Start:r.End]
	if m.code >= 0 {
		r.Code = s.l.codes[m.code]
	}
	if m.class == classPerson || m.class == classOffice {
		r.Name, r.Code = m.name, m.key
		if m.office >= 0 {
			r.Office = s.l.codes[m.office]
		}
		if m.of >= 0 {
			r.Of = s.l.codes[m.of]
		}
	}
	return r
}
