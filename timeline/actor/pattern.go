package actor

import "slices"

// A rule is one pattern of acts.yaml: an act's head, and what must stand by it.
type rule struct {
	act       uint8 // index into types; noAct for a pattern that is none
	reflexive bool
	elems     []element // after the head, in this order
	beside    []element // before the head, or on either side
}

const noAct = 255

// An element is what must stand by a head: one of some words, of the words of
// some sets, or a name.
type element struct {
	gap    bool  // up to seven words may stand between
	around bool  // of beside: after the head as well
	names  uint8 // the sorts of names that it can be
	sets   uint32
	words  []uint64
}

// The sorts of names in patterns, and how acts.yaml writes them.
const (
	namePerson = 1 << iota // by name or office
	namePlace              // a place or state
	nameOrg                // an organisation
	nameState              // a state or organisation
)

var nameSorts = map[string]uint8{"@person": namePerson, "@place": namePlace, "@org": nameOrg, "@state": nameState}

// reachBeside is how far from its head an element of beside can stand.
const reachBeside = 14

// size is how much a pattern asks for: of the patterns that fit, that with most counts.
func (r *rule) size() int {
	n := 4 * (len(r.elems) + len(r.beside))
	for i := range r.elems {
		if !r.elems[i].gap { // what stands right there says more than what stands near
			n++
		}
	}
	if r.reflexive {
		n += 2
	}
	if r.act == noAct {
		n++
	}
	return n
}

// rule picks the rule of a lemma that asks for most of what stands by token i,
// and the last token that it took. The loader has put those that ask for most first.
func (s *scratch) rule(id int32, i int, verb bool) (*rule, int) {
	rules := s.l.lemmas[id].rules
	for k := range rules {
		r := &rules[k]
		if s.lacks(r.beside) || s.lacks(r.elems) || r.reflexive && !s.reflexive(i) || len(r.beside) > 0 && !s.beside(r.beside, i) {
			continue
		}
		if len(r.elems) == 0 {
			return r, i
		}
		end := s.follows(r.elems, i)
		if end < 0 && verb && (r.elems[0].gap || r.elems[0].names&namePlace != 0) && s.objectBefore(&r.elems[0], i) {
			end = s.follows(r.elems[1:], i)
		}
		if end >= 0 {
			return r, end
		}
	}
	return nil, i
}

// A stock is what the words of a text are, whatever their places: most patterns
// ask for a word that the whole text has not, and to look for it around each
// verb and noun was half of finding acts.
type stock struct {
	classes, sets uint32
	words         [4]uint64 // a bit for each word, by its hash
}

func (s *stock) add(t *token) {
	s.words[t.exact>>62] |= 1 << (t.exact >> 56 & 63)
	s.classes, s.sets = s.classes|t.form.classes, s.sets|t.form.sets
}

// lacks tells that the text has nothing that could be one of the elements.
func (s *scratch) lacks(elems []element) bool {
	for k := range elems {
		if !s.has(&elems[k]) {
			return true
		}
	}
	return false
}

func (s *scratch) has(e *element) bool {
	if e.sets&s.stock.sets != 0 || e.names != 0 && len(s.found) > 0 {
		return true
	}
	for _, h := range e.words {
		if s.stock.words[h>>62]>>(h>>56&63)&1 != 0 {
			return true
		}
	}
	return false
}

// beside tells whether every element stands in the sentence before token i, or around it.
func (s *scratch) beside(elems []element, i int) bool {
	for k := range elems {
		e := &elems[k]
		if !s.before(e, i) && !(e.around && s.behind(e, i)) {
			return false
		}
	}
	return true
}

func (s *scratch) before(e *element, i int) bool {
	for j := i - 1; j >= 0 && j >= i-reachBeside && s.tokens[j+1].gap < gapStop; j-- {
		if s.fulfils(e, j) {
			return true
		}
	}
	return false
}

func (s *scratch) behind(e *element, i int) bool {
	for j := i + 1; j < len(s.tokens) && j <= i+reachBeside && s.tokens[j].gap < gapStop; j++ {
		if s.fulfils(e, j) {
			return true
		}
	}
	return false
}

// objectBefore tells whether the object that a verb asks for is the subject of its
// passive: "les sanctions ont été levées", "sanctions lifted".
func (s *scratch) objectBefore(e *element, i int) bool {
	f := s.tokens[i].form
	if s.reflexive(i) || f.as&formParticiple == 0 || s.l.lemmas[f.verb].moves || s.auxiliary(i) >= 0 && !s.groupBe(i) {
		return false
	}
	bare := !s.groupBe(i)
	if e.names&namePerson != 0 && !bare && s.personBefore(i) {
		return true
	}
	if bare && f.as&formFinite != 0 && (e.names != 0 || s.objectAfter(i)) { // "Iran seized a tanker" has its object after it
		return false
	}
	for j := i - 1; j >= 0 && j > i-9 && s.tokens[j+1].gap < gapStop; j-- {
		if s.fulfils(e, j) && !(e.names&namePlace != 0 && len(e.words) == 0 && s.under(j, isLocative|isOf)) { // not "in Texas, the thief was captured", "les habitants de Gaza"
			return true
		}
		if s.is(j, isRelative|isSubordinate) {
			return false
		}
	}
	return false
}

// objectAfter tells whether an object may follow token i: no stop, preposition or conjunction does.
func (s *scratch) objectAfter(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i+1].gap < gapComma && !s.is(i+1, isPreposition|isOf|isConjunction|isSubordinate|isBackground)
}

// follows matches the elements after token i and gives the last token matched, -1 for a miss.
func (s *scratch) follows(elems []element, i int) int {
	if len(elems) == 0 {
		return i
	}
	e := &elems[0]
	reach := 1
	switch {
	case e.gap:
		reach = 8
	case e.names != 0: // "en Russie", "dans l'Extrême-Orient"
		reach = 3
	}
	for j := i + 1; j < len(s.tokens) && j <= i+reach; j++ {
		if s.tokens[j].gap == gapStop || e.names != 0 && s.tokens[j].gap == gapComma {
			break
		}
		if s.fulfils(e, j) {
			if last := s.follows(elems[1:], j); last >= 0 {
				return last
			}
		}
		if e.names != 0 && e.names&namePerson == 0 && !e.gap && !s.is(j, isArticle|isAdjective) {
			break
		}
	}
	return -1
}

func (s *scratch) fulfils(e *element, j int) bool {
	t := &s.tokens[j]
	return t.form.sets&e.sets != 0 || slices.Contains(e.words, t.exact) || e.names != 0 && s.nameAt(e.names, j)
}

// nameAt tells whether a name of one of some sorts begins at token j.
func (s *scratch) nameAt(sorts uint8, j int) bool {
	return sorts&namePerson != 0 && s.personAt(j) || sorts&namePlace != 0 && s.placeAt(j) || sorts&(nameOrg|nameState) != 0 && s.partyAt(sorts, j)
}

// placeAt tells whether the name of a place or state begins at token j.
func (s *scratch) placeAt(j int) bool {
	k := s.tokens[j].found
	if k < 0 {
		return false
	}
	m := &s.found[k]
	return m.from == j && (m.class == classPlace || m.class == classState && m.kind <= Capital && m.kind != Demonym)
}

// partyAt tells whether an organisation begins at token j, or under nameState a state.
func (s *scratch) partyAt(sorts uint8, j int) bool {
	k := s.tokens[j].found
	if k < 0 {
		return false
	}
	m := &s.found[k]
	return m.from == j && (m.class == classOrg || sorts&nameState != 0 && m.class == classState)
}

// personBefore tells whether a person stands before token i: "Wael Ghonim a été libéré".
func (s *scratch) personBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-9 && s.tokens[j+1].gap < gapStop; j-- {
		if k := s.tokens[j].found; k >= 0 && (s.found[k].class == classPerson || s.found[k].class == classOffice) {
			return true
		}
	}
	return false
}

// personAt tells whether a person, by name or office, begins at token j.
func (s *scratch) personAt(j int) bool {
	for i := j; i < len(s.tokens) && i < j+8 && (i == j || s.tokens[i].gap < gapComma); i++ {
		if k := s.tokens[i].found; k >= 0 && s.found[k].class >= classPerson {
			m := &s.found[k]
			return m.from == j || m.title == j
		}
	}
	return false
}
