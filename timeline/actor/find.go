package actor

// A scratch is what one Find works on.
type scratch struct {
	l      *Lexicon
	text   string
	known  *People
	tokens []token
	found  []mention
	acts   []candidate
	named  []bool // by code
	office pending
	titled bool // the text is set in headline capitals: a capital says little
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
func (l *Lexicon) FindIn(text string, known *People) Found {
	s := l.scratches.Get().(*scratch)
	s.l, s.text, s.known = l, text, known
	s.tokens = l.scan(text, s.tokens[:0])
	s.found, s.acts, s.office = s.found[:0], s.acts[:0], pending{}
	s.titled = s.headline()
	s.names()
	s.settle()
	s.findActs()
	best := s.choose()
	s.roles(best)
	f := s.result(best)
	s.text, s.known = "", nil
	for i := range s.found { // a pooled scratch holds on to no text
		s.found[i].name, s.found[i].key = "", ""
	}
	l.scratches.Put(s)
	return f
}

// headline tells a text whose words mostly begin with capitals.
func (s *scratch) headline() bool {
	capitals, words := 0, 0
	for i := range s.tokens {
		if t := &s.tokens[i]; !t.digit && t.end-t.start > 3 {
			words++
			if t.capital {
				capitals++
			}
		}
	}
	return words > 3 && capitals*10 > words*7
}

// names finds states, organisations, places, offices and people from left to right.
func (s *scratch) names() {
	for i := 0; i < len(s.tokens); {
		t := &s.tokens[i]
		if t.digit || t.name < 0 && !t.capital && s.office.to != i {
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
				if s.office.to == i || !s.is(i-1, isPlacer) || s.tokens[i].gap != gapSpace { // not "place Kim Il-sung"
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
		s.add(i, end, c)
		i = end
	}
	s.closeOffice()
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
	l := s.l
	at, h, c := s.tokens[i].name, s.tokens[i].fold, int32(-1)
	for j := i; at >= 0; {
		n := &l.nodes[at]
		if k := s.fitting(n, i, j); k >= 0 {
			end, c = j+1, k
		}
		if j++; !n.more || j == len(s.tokens) || s.tokens[j].gap >= gapComma {
			break
		}
		h = chain(h, s.tokens[j].fold)
		at = l.names.get(h)
	}
	return end, c
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
		case c.weak && !s.locative(i):
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
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	w := s.tokens[i].word
	return w >= 0 && s.l.forms[w].classes&classes != 0
}

// bits gives what token i can be by itself.
func (s *scratch) bits(i int) uint8 {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].name < 0 {
		return 0
	}
	return s.l.nodes[s.tokens[i].name].bits
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

// locative tells whether token i follows a preposition of place.
func (s *scratch) locative(i int) bool {
	at, _ := s.governor(i)
	return s.is(at, isLocative)
}

// settle decides what hangs on the rest of the text: names that several
// states share, and which names are places and which are actors.
func (s *scratch) settle() {
	s.markNamed()
	kept := s.found[:0]
	for _, m := range s.found {
		if m.class == classState || m.class == classOrg || m.class == classPlace {
			if m.kind == Demonym && m.class == classState && s.adjoins(&m) {
				continue
			}
			if m.class == classOrg {
				s.asCapital(&m)
			}
			m.place = m.class == classPlace || m.class == classState && m.kind != Demonym && s.isPlace(&m)
			if !s.unshare(&m) {
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
		return s.is(m.to, isPlacer) && s.tokens[m.to].gap == gapSpace
	}
	return s.is(m.from-1, isPlacer) && s.tokens[m.from].gap <= gapHyphen
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

// result makes the contract's refs of the mentions.
func (s *scratch) result(best int) Found {
	var f Found
	for i := range s.found {
		m := &s.found[i]
		r := Ref{Start: s.tokens[m.from].start, End: s.tokens[m.to-1].end, Kind: m.kind, Role: m.role}
		r.Name = s.text[r.Start:r.End]
		if m.code >= 0 {
			r.Code = s.l.codes[m.code]
		}
		switch {
		case m.class == classPerson || m.class == classOffice:
			r.Name, r.Code = m.name, m.key
			if m.office >= 0 {
				r.Office = s.l.codes[m.office]
			}
			if m.of >= 0 {
				r.Of = s.l.codes[m.of]
			}
			f.People = append(f.People, r)
		case m.place:
			f.Places = append(f.Places, r)
		case m.class == classOrg:
			f.Orgs = append(f.Orgs, r)
		default:
			f.States = append(f.States, r)
		}
	}
	if len(s.acts) > 0 {
		f.Acts = make([]Act, 0, len(s.acts))
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
	return f
}
