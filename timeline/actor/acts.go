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
	tokens := s.tokens
	for i := range tokens {
		f := tokens[i].form
		if f.verb < 0 && f.noun < 0 || i < past || s.inName(i) || s.inTitle(i, f) {
			continue
		}
		noun := s.isNoun(i, f)
		if !noun && (f.verb < 0 || s.noVerb(i, f)) {
			continue
		}
		id := f.verb
		if noun {
			id = f.noun
		}
		r, last := s.rule(id, i, !noun)
		if r == nil {
			continue
		}
		if noun && s.l.adjFirst && last == i && s.headFollows(i) {
			continue
		}
		if r.act == noAct {
			if last-i == len(r.elems) && len(r.beside) == 0 {
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
		c.weight += 3*(len(r.elems)+len(r.beside)) - min(i/2, 15)
		s.acts = append(s.acts, c)
	}
}

// inName tells a word inside a name of more words ("Banque mondiale", "Conseil de sécurité").
func (s *scratch) inName(i int) bool {
	k := s.tokens[i].found
	return k >= 0 && s.found[k].class != classOffice
}

// headFollows tells a noun that only says what the next one is of: "a tariff deal".
func (s *scratch) headFollows(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap != gapSpace || s.inName(i+1) {
		return false
	}
	f := s.tokens[i+1].form
	if f.noun < 0 || f.as&(formPast|formParticiple|formGerund) != 0 {
		return false
	}
	r, _ := s.rule(f.noun, i+1, false)
	return r != nil && r.act != noAct
}

// inTitle tells a word inside a name that no list has: "Atlantic Coast Conference", "the New Deal".
func (s *scratch) inTitle(i int, f *form) bool {
	t := &s.tokens[i]
	if !t.capital || t.upper || s.titled || f.noun >= 0 && s.l.lemmas[f.noun].proper {
		return false
	}
	if t.initial || i == 0 {
		return false
	}
	next := i+1 < len(s.tokens) && s.tokens[i+1].capital && s.tokens[i+1].gap == gapSpace && s.tokens[i+1].found < 0
	return next || s.tokens[i-1].capital && t.gap == gapSpace && s.tokens[i-1].found < 0 && !s.tokens[i-1].initial
}

// isNoun decides between a noun and a verb of the same form by the words beside it.
func (s *scratch) isNoun(i int, f *form) bool {
	switch {
	case f.noun < 0:
		return false
	case f.verb < 0: // "a été tournée" is a verb that no list has
		return s.l.adjFirst || i == 0 || !s.isAuxiliary(i-1) || s.tokens[i].gap >= gapComma
	case f.as&formGerund != 0 && (s.tokens[i].gap == gapComma || s.is(i-1, isConjunction)) && s.objectRight(i): // "wrecking houses, killing ten people"
		return false
	case i == 0 || s.tokens[i].gap == gapStop || s.tokens[i].gap == gapComma && !s.is(i-1, isConjunction):
		return f.as&formInfinitive != 0 || f.as&formParticiple == 0 || s.is(i+1, isOf)
	case s.is(i-1, isInfinitiveMark|isFuture|isPossible|isPronoun|isReflexive|isNegation):
		return false
	case f.as&formGerund != 0 && s.isAuxiliary(i-1): // "has been fighting"
		return false
	case s.is(i-1, isArticle|isOf|isPreposition), s.is(i-1, isAdjective) && !s.inName(i-1): // not "le Parti socialiste demande"
		return true
	case !s.l.adjFirst && s.nameBefore(i) >= 0 && !s.demonymBefore(i):
		return false
	case s.l.adjFirst && s.ofTheName(i, f):
		return true
	case s.is(i+1, isOf):
		return true
	case f.as&formParticiple != 0 && s.auxiliary(i) >= 0:
		return false
	case s.l.adjFirst && s.demonymBefore(i):
		return true
	case s.l.adjFirst && s.nameBefore(i) < 0:
		return i+1 >= len(s.tokens) || s.tokens[i+1].gap >= gapComma || !s.is(i+1, isArticle) && !s.tokens[i+1].capital
	}
	return false
}

// noVerb tells a form that cannot be a verb here, though no list has it as a
// noun: "la presse", "un lance-missiles", "le lancé de".
func (s *scratch) noVerb(i int, f *form) bool {
	if t := &s.tokens[i]; t.capital && !t.initial && (!t.upper || s.loud(i)) && !s.titled { // "the Armed Forces", "les Allies"
		return true
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].gap == gapHyphen && !s.is(i+1, isPronoun|isReflexive) && s.tokens[i+1].end-s.tokens[i+1].start > 1 {
		return true
	}
	if f.as == formGerund && f.classes != 0 { // "pendant", "suivant"
		return true
	}
	if s.l.adjFirst && f.as&(formPresent|formParticiple|formGerund|formInfinitive) == formPresent && (i == 0 || s.tokens[i].gap == gapStop) {
		return true // "Rebels attack": a present in -s has its subject before it
	}
	if s.l.adjFirst && (s.beforeVerb(i, f) || s.afterVerb(i, f)) {
		return true
	}
	if f.as&(formGerund|formFuture|formConditional) != 0 || f.as&(formInfinitive|formPresent) == formInfinitive ||
		i == 0 || s.tokens[i].gap >= gapComma || s.is(i-1, isInfinitiveMark) {
		return false
	}
	if f.as&formParticiple != 0 {
		// "in occupied areas", "the armed wing": an adjective before its noun
		before := uint32(isArticle)
		if s.l.adjFirst {
			before |= isPreposition | isAdjective
		}
		return s.is(i-1, before) && s.auxiliary(i) < 0
	}
	if s.tokens[i-1].digit && s.tokens[i].gap == gapSpace && !s.l.adjFirst { // "200 détenus"
		return true
	}
	if s.is(i-1, isOf) || s.is(i-1, isAdjective) && !s.inName(i-1) || s.is(i-1, isPreposition) && !s.is(i-1, isNegation|isReflexive) {
		return true
	}
	if !s.is(i-1, isArticle) {
		return false
	}
	// "le", "la", "les" and "l'" may be objects: "il les presse".
	// A participle before them begins a noun phrase: "a rejeté l'offre".
	return !s.is(i-1, isDefinite) || i == 1 || s.participleAt(i-2) || s.tokens[i-1].gap >= gapComma || s.is(i-2, isPreposition|isOf|isConjunction)
}

// ofTheName tells a bare form after one name, which a verb would agree with: "the Berlin attack", "Moscow talks".
func (s *scratch) ofTheName(i int, f *form) bool {
	k := s.nameBefore(i)
	if k < 0 || s.tokens[i].gap != gapSpace || s.tokens[i].capital || f.as&formInfinitive == 0 || f.as&formPast != 0 {
		return false
	}
	m := &s.found[k]
	if m.class > classPlace || m.kind != Name && m.kind != Capital && m.kind != Region {
		return false
	}
	return m.from == 0 || s.is(m.from-1, isArticle|isPreposition|isOf) && s.tokens[m.from].gap < gapComma
}

// beforeVerb tells a word that begins or is a subject, since the verb or the noun stands right after it: "Houthi rebels
// attacked", "Armed men kidnapped".
func (s *scratch) beforeVerb(i int, f *form) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap != gapSpace {
		return false
	}
	if i == 0 && f.as&formParticiple != 0 {
		return !s.tokens[1].digit && !s.tokens[1].capital && !s.is(1, isArticle|isPreposition|isOf|isConjunction|isAgent|isSubordinate|isInfinitiveMark)
	}
	next := s.tokens[i+1].form
	return f.as&(formPresent|formParticiple|formGerund|formInfinitive) == formPresent && next.as&(formPast|formPresent) == formPast && next.noun < 0
}

// afterVerb tells a plural right after a verb in the past, whose object it is: "targeted camps".
func (s *scratch) afterVerb(i int, f *form) bool {
	if i == 0 || s.tokens[i].gap != gapSpace || f.as&(formPresent|formParticiple|formGerund|formInfinitive) != formPresent {
		return false
	}
	v := s.tokens[i-1].form
	return v.as&formPast != 0 && v.noun < 0 && !s.isAuxiliary(i-1)
}

// loud tells a word all in capitals among words that are not: "ARM".
func (s *scratch) loud(i int) bool {
	return !(i > 0 && s.tokens[i-1].upper) && !(i+1 < len(s.tokens) && s.tokens[i+1].upper)
}

// objectRight tells whether an object stands right after token i: an article, number or name.
func (s *scratch) objectRight(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap != gapSpace {
		return false
	}
	t := &s.tokens[i+1]
	return t.digit || t.capital || s.is(i+1, isArticle)
}

func (s *scratch) demonymBefore(i int) bool {
	k := s.nameBefore(i)
	return k >= 0 && s.found[k].kind == Demonym
}

// nameBefore gives the mention that ends at token i, -1 for none.
func (s *scratch) nameBefore(i int) int {
	if i == 0 {
		return -1
	}
	return int(s.tokens[i-1].found)
}

// participleAt tells a word that can be nothing but a past participle.
func (s *scratch) participleAt(i int) bool {
	return i >= 0 && s.tokens[i].form.noun < 0 && s.tokens[i].form.as == formParticiple
}
