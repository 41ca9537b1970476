package actor

// A candidate is a word or pattern that says an act.
type candidate struct {
	head     int // the token that the event hangs on
	from, to int // tokens of the whole pattern, half-open
	act      uint8
	status   uint8
	verb     bool
	passive  bool
	finite   bool
	governed int // the token of the verb that it depends on, -1 for none
	group    int // where the verb's group begins, with its auxiliaries
	weight   int
}

// findActs lists every act that the text's verbs and nouns say, in text order.
func (s *scratch) findActs() {
	past := 0 // the tokens before it belong to a pattern that is no act
	for i := range s.tokens {
		w := s.tokens[i].word
		if w < 0 || i < past {
			continue
		}
		f := &s.l.forms[w]
		if f.verb < 0 && f.noun < 0 || s.inName(i) {
			continue
		}
		noun := s.isNoun(i, f)
		if !noun && s.noVerb(i, f) {
			continue
		}
		id := f.verb
		if noun {
			id = f.noun
		}
		r, last := s.rule(id, i)
		if r == nil {
			continue
		}
		if r.act == noAct {
			if last-i == len(r.elems) {
				past = last + 1
			}
			continue
		}
		c := candidate{head: i, from: i, to: last + 1, act: r.act, verb: !noun, governed: -1, group: i}
		if c.to-c.from > 9 {
			c.to = i + 1
		}
		if noun {
			s.weighNoun(&c)
		} else {
			s.weighVerb(&c, f)
		}
		c.weight += 3*len(r.elems) - min(i/2, 15)
		s.acts = append(s.acts, c)
	}
}

// inName tells a word inside a name of more words ("Banque mondiale", "Conseil de sécurité").
func (s *scratch) inName(i int) bool {
	for k := range s.found {
		m := &s.found[k]
		if i >= m.from && i < m.to && m.class != classOffice {
			return true
		}
	}
	return false
}

// isNoun decides between a noun and a verb of the same form by the words beside it.
func (s *scratch) isNoun(i int, f *form) bool {
	switch {
	case f.noun < 0:
		return false
	case f.verb < 0:
		return true
	case i == 0 || s.tokens[i].gap == gapStop || s.tokens[i].gap == gapComma && !s.is(i-1, isConjunction):
		return f.as&formInfinitive != 0 || f.as&formParticiple == 0
	case s.is(i-1, isInfinitiveMark|isFuture|isPossible|isPronoun|isReflexive|isNegation):
		return false
	case s.is(i-1, isArticle|isOf|isPreposition):
		return true
	case !s.l.adjFirst && s.nameBefore(i) >= 0 && !s.demonymBefore(i):
		return false
	case s.is(i+1, isOf):
		return true
	case f.as&formParticiple != 0 && s.auxiliary(i) >= 0:
		return false
	case s.l.adjFirst && s.demonymBefore(i):
		return true
	case s.l.adjFirst && !s.tokens[i-1].capital && s.nameBefore(i) < 0:
		return i+1 >= len(s.tokens) || s.tokens[i+1].gap >= gapComma || !s.is(i+1, isArticle) && !s.tokens[i+1].capital
	}
	return false
}

// noVerb tells a form that cannot be a verb here, though no list has it as a
// noun: "la presse", "un lance-missiles", "le lancé de".
func (s *scratch) noVerb(i int, f *form) bool {
	if i+1 < len(s.tokens) && s.tokens[i+1].gap == gapHyphen && !s.is(i+1, isPronoun|isReflexive) && s.tokens[i+1].end-s.tokens[i+1].start > 1 {
		return true
	}
	if f.as&(formInfinitive|formGerund|formFuture|formConditional) != 0 || i == 0 || s.tokens[i].gap >= gapComma {
		return false
	}
	if f.as&formParticiple != 0 {
		return s.is(i-1, isArticle) && s.auxiliary(i) < 0
	}
	if s.is(i-1, isOf) || s.is(i-1, isPreposition) && !s.is(i-1, isNegation|isReflexive) {
		return true
	}
	if !s.is(i-1, isArticle) {
		return false
	}
	// "le", "la", "les" and "l'" may be objects: "il les presse".
	return !s.is(i-1, isDefinite) || i == 1 || s.tokens[i-1].gap >= gapComma || s.is(i-2, isPreposition|isOf|isConjunction)
}

func (s *scratch) demonymBefore(i int) bool {
	k := s.nameBefore(i)
	return k >= 0 && s.found[k].kind == Demonym
}

// nameBefore gives the mention that ends at token i, -1 for none.
func (s *scratch) nameBefore(i int) int {
	for k := range s.found {
		if s.found[k].to == i {
			return k
		}
	}
	return -1
}

// rule picks the rule of a lemma with the most elements that the text after token i fulfils,
// and the last token that it took.
func (s *scratch) rule(id int32, i int) (*rule, int) {
	rules := s.l.lemmas[id].rules
	var best *rule
	last := i
	for k := range rules {
		r := &rules[k]
		if best != nil && (len(r.elems) < len(best.elems) || len(r.elems) == len(best.elems) && (best.act == noAct || best.reflexive || !r.reflexive)) {
			continue
		}
		if r.reflexive && !s.reflexive(i) {
			continue
		}
		if end := s.follows(r.elems, i); end >= 0 {
			best, last = r, end
		}
	}
	return best, last
}

// reflexive tells whether "se" stands before the verb at token i: "s'est rendu".
func (s *scratch) reflexive(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isReflexive) {
			return true
		}
	}
	return false
}

// follows matches the elements after token i and gives the last token matched, -1 for a miss.
func (s *scratch) follows(elems []element, i int) int {
	at := i
	for e := range elems {
		reach := 1
		if elems[e].gap {
			reach = 8
		}
		hit := -1
		for j := at + 1; j < len(s.tokens) && j <= at+reach; j++ {
			if s.tokens[j].gap == gapStop || elems[e].person && s.tokens[j].gap == gapComma {
				break
			}
			if elems[e].person && s.personAt(j) || has(elems[e].words, s.tokens[j].exact) {
				hit = j
				break
			}
		}
		if hit < 0 {
			return -1
		}
		at = hit
	}
	return at
}

// personAt tells whether a person, by name or office, begins at token j.
func (s *scratch) personAt(j int) bool {
	for k := range s.found {
		if m := &s.found[k]; m.from == j && (m.class == classPerson || m.class == classOffice) || m.title == j && m.class == classPerson {
			return true
		}
	}
	return false
}

func has(list []uint64, h uint64) bool {
	for _, x := range list {
		if x == h {
			return true
		}
	}
	return false
}

// auxiliary gives the nearest auxiliary before the participle at token i, -1 for none;
// "a, selon lui, été signé" is passed over, an article is not: "a des sanctions imposées".
func (s *scratch) auxiliary(i int) int {
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if s.tokens[j+1].gap == gapStop {
			return -1
		}
		if s.isAuxiliary(j) {
			return j
		}
		w := s.tokens[j].word
		if w < 0 {
			continue
		}
		f := &s.l.forms[w]
		if f.classes&isArticle != 0 && j > 0 && s.isAuxiliary(j-1) && s.tokens[j].gap < gapComma || f.verb >= 0 && f.as&formFinite != 0 && f.as&formParticiple == 0 && f.noun < 0 {
			return -1
		}
	}
	return -1
}

func (s *scratch) isAuxiliary(j int) bool {
	w := s.tokens[j].word
	if w < 0 {
		return false
	}
	v := s.l.forms[w].verb
	return v >= 0 && (v == s.l.have || v == s.l.be)
}

// weighVerb reads the verb's group: its auxiliaries, tense, voice, negation and what governs it.
func (s *scratch) weighVerb(c *candidate, f *form) {
	as, start := f.as, c.head
	if as&formParticiple != 0 {
		if aux := s.auxiliary(c.head); aux >= 0 {
			c.passive = s.l.forms[s.tokens[aux].word].verb == s.l.be && !s.reflexive(c.head)
			for start = aux; s.isAuxiliary(aux); {
				start = aux
				if aux = s.auxiliary(aux); aux < 0 {
					break
				}
			}
			as = s.l.forms[s.tokens[start].word].as
			if as&formFinite != 0 {
				as &= formFinite
			}
		} else if as&formFinite != 0 && !s.looksParticiple(c.head) {
			as &= formFinite
		} else {
			as, c.passive = formParticiple, true
		}
	} else if as&formInfinitive != 0 && as&formFinite != 0 && s.infinitive(c.head) {
		as = formInfinitive
	}
	c.group = start
	c.finite = as&formFinite != 0
	switch {
	case c.finite:
		c.weight = 100
		c.status = tense(as)
		if s.is(start-1, isFuture) || s.is(start-2, isFuture) && s.is(start-1, isNegative|isNegation) {
			c.status = statusPlanned
		} else if s.is(start-1, isPossible) {
			c.status = statusPossible
		}
		if c.status == statusPossible && as&formConditional != 0 && start == c.head && s.reported(start) {
			c.status = statusPlanned // the future as the past saw it
		}
	case as&formInfinitive != 0:
		c.weight = 45
	case as&formParticiple != 0:
		c.weight = 60
	default:
		c.weight = 40
	}
	if s.modal(c, start) {
		c.finite, c.weight = true, 96
	} else if !c.finite || s.is(start-1, isSubordinate) || s.reported(start) {
		s.govern(c, start)
	}
	if s.negated(start, c.head) {
		c.status = statusDenied
	}
	if s.inRelative(start) {
		c.weight -= 40
	}
}

func tense(as uint8) uint8 {
	switch {
	case as&(formPresent|formPast) != 0:
		return 0
	case as&formFuture != 0:
		return statusPlanned
	case as&formConditional != 0:
		return statusPossible
	}
	return 0
}

// looksParticiple tells a form like "attacked" without auxiliary that is a participle: "cities attacked by".
func (s *scratch) looksParticiple(i int) bool { return s.is(i+1, isAgent) }

// infinitive tells a form like "attack" that follows "to", "will" or "may".
func (s *scratch) infinitive(i int) bool {
	return s.is(i-1, isInfinitiveMark) && !s.is(i-1, isFuture|isPossible)
}

// modal gives a verb after "will", "might" or "to" of a plan its status.
func (s *scratch) modal(c *candidate, start int) bool {
	for j := start - 1; j >= 0 && j >= start-3 && s.tokens[j+1].gap < gapComma; j-- {
		switch {
		case s.is(j, isFuture):
			c.status = statusPlanned
			return true
		case s.is(j, isPossible):
			c.status = statusPossible
			return true
		case !s.is(j, isNegation|isNegative) && s.tokens[j].word >= 0:
			return false
		}
	}
	return false
}

// govern lets a verb of planning, denying and so on before token i decide the act's status.
func (s *scratch) govern(c *candidate, i int) {
	for j := i - 1; j >= 0 && j >= i-9 && s.tokens[j+1].gap < gapStop; j-- {
		w := s.tokens[j].word
		if w < 0 {
			continue
		}
		f := &s.l.forms[w]
		if f.verb < 0 || s.isAuxiliary(j) && s.l.lemmas[f.verb].status == 0 {
			continue
		}
		if f.noun >= 0 && s.isNoun(j, f) {
			continue
		}
		st := s.l.lemmas[f.verb].status
		if st == 0 {
			if f.as&formFinite != 0 && f.as&formInfinitive == 0 {
				return
			}
			continue
		}
		c.governed, c.status = j, st
		if s.negated(s.groupStart(j), j) {
			c.status = undone(st)
		}
		if s.l.lemmas[f.verb].rules == nil && c.verb && !c.finite && (st == statusPlanned || st == statusPossible) {
			c.weight = 96 // "doit rencontrer": the infinitive is the clause's verb
		}
		return
	}
}

// undone gives what the negation of a status comes to: "n'exclut pas de négocier" leaves it possible.
func undone(status uint8) uint8 {
	if status == statusDenied || status == statusCancelled {
		return statusPossible
	}
	return statusDenied
}

func (s *scratch) groupStart(i int) int {
	if aux := s.auxiliary(i); aux >= 0 {
		return aux
	}
	return i
}

// negated tells "n'a pas signé", "did not sign"; "ne … que" is no negation.
func (s *scratch) negated(start, head int) bool {
	for j := head - 1; j >= 0 && j >= start-3; j-- {
		if s.tokens[j+1].gap == gapStop || j < start && s.tokens[j+1].gap >= gapComma {
			return false
		}
		if !s.is(j, isNegation) {
			continue
		}
		if s.is(j, isNegative) { // a language with one word for it
			return true
		}
		for k := j + 1; k < len(s.tokens) && k <= head+4 && k <= j+8; k++ {
			if s.is(k, isNegative) {
				return true
			}
		}
		return false
	}
	return false
}

// reported tells a clause that hangs on "que" or "that" before token i.
func (s *scratch) reported(i int) bool {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		if s.tokens[j+1].gap == gapStop {
			return false
		}
		if s.is(j, isSubordinate) && s.is(j, isRelative) && j > 0 {
			return true
		}
	}
	return false
}

// inRelative tells whether the verb at token i belongs to a relative clause: "qui a envahi".
func (s *scratch) inRelative(i int) bool {
	for j := i - 1; j > 0 && j >= i-4 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isRelative) {
			return !s.is(j, isSubordinate)
		}
		if s.tokens[j].capital {
			return false
		}
	}
	return false
}
