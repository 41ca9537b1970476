package actor

// reflexive tells whether "se" stands before the verb at token i: "s'est rendu".
func (s *scratch) reflexive(i int) bool {
	if i > 0 && s.l.make >= 0 && s.tokens[i-1].form.verb == s.l.make {
		return false // of "se faire arrêter", "faire" is the reflexive one
	}
	for j := i - 1; j >= 0 && j >= i-4 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isReflexive) {
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
		f := s.tokens[j].form
		if f.classes&(isSubordinate|isRelative) != 0 || f.classes&isArticle != 0 && j > 0 && s.isAuxiliary(j-1) && s.tokens[j].gap < gapComma || f.as&formFinite != 0 && f.as&formParticiple == 0 && f.noun < 0 {
			return -1
		}
	}
	return -1
}

func (s *scratch) isAuxiliary(j int) bool {
	v := s.tokens[j].form.verb
	return v == s.l.have || v == s.l.be
}

// weighVerb reads the verb's group: its auxiliaries, tense, voice, negation and what governs it.
func (s *scratch) weighVerb(c *candidate, f *form) {
	as, foreseen := s.verbGroup(c, f)
	start := c.group
	s.weighForm(c, as, foreseen)
	if !c.finite && s.dueTo(c, start) {
		return
	}
	if s.modal(c, start) {
		c.finite, c.weight = true, 96
	} else if !c.finite || s.is(start-1, isSubordinate) || s.reported(start) {
		s.govern(c, start)
		if c.finite && c.governed >= 0 && c.status != 0 && s.l.lemmas[s.tokens[c.governed].form.verb].rules != nil {
			c.weight -= 45 // "exige que la Chine retire": what is demanded is not what was done
		}
	}
	if s.negated(start, c.head) && !(c.to > c.head+1 && s.is(c.head+1, isNegative)) { // "n'ont plus de relations" is what happened
		c.status = statusDenied
	}
	if c.to > c.head+1 && !s.isAuxiliary(c.head) && s.noSuch(c.to-1) { // "will impose no sanctions"
		c.status = statusDenied
	}
	if s.inAdverbial(start) {
		c.weight -= 45
	}
	if s.inRelative(start) {
		c.weight -= 58 // below an infinitive of the main clause: "l'un des cinq à voter contre la résolution qui exige"
	}
}

// verbGroup finds where the verb's group begins and its voice, and gives the form that tells its tense, and
// the status that a participle like "attendu" tells beside "be".
func (s *scratch) verbGroup(c *candidate, f *form) (as, foreseen uint8) {
	as = f.as
	if as&formParticiple == 0 {
		if as&formInfinitive != 0 && as&formFinite != 0 && s.infinitive(c.head) {
			as = formInfinitive
		}
		return as, 0
	}
	aux := s.auxiliary(c.head)
	switch {
	case aux >= 0:
		c.passive = s.tokens[aux].form.verb == s.l.be && !s.reflexive(c.head) && !s.l.lemmas[f.verb].moves
		if c.passive && f.status != 0 { // "est attendu à Alger" is no passive: he comes
			c.passive, foreseen = false, f.status
		}
		c.group = aux
		if s.tokens[aux].form.as&(formParticiple|formFinite) == formParticiple { // "a été signé"
			if first := s.auxiliary(aux); first >= 0 {
				c.group = first
			}
		}
		as = s.tokens[c.group].form.as
		if as&formFinite != 0 {
			as &= formFinite
		}
	case as&formFinite != 0 && !s.is(c.head+1, isAgent): // not "cities attacked by"
		as &= formFinite
	default:
		as, c.passive = formParticiple, true
	}
	return as, foreseen
}

// weighForm gives the verb the weight of its form, and the status that its tense tells.
func (s *scratch) weighForm(c *candidate, as, foreseen uint8) {
	start := c.group
	c.finite = as&formFinite != 0
	switch {
	case c.finite:
		c.weight = 100
		c.status = tense(as)
		if s.is(start-1, isFuture) || s.is(start-2, isFuture) && s.is(start-1, isNegative|isNegation) {
			c.status = statusPlanned
		} else if s.auxiliaryWord(start-1, isPossible) {
			c.status = statusPossible
		}
		if c.status == statusPossible && as&formConditional != 0 && start == c.head && s.reported(start) {
			c.status = statusPlanned // the future as the past saw it
		}
		if c.status == 0 {
			c.status = foreseen
		}
	case as&formInfinitive != 0 && s.madePassive(c.head):
		c.passive, c.finite, c.weight = true, true, 98
	case as&formInfinitive != 0:
		c.weight = 45
	case as&formParticiple != 0 && !s.l.adjFirst && c.passive && s.finiteAfter(c.head): // "les soldats tués hier ont été enterrés"
		c.weight = 35
	case as&formParticiple != 0:
		c.weight = 60
	default:
		c.weight = 40
	}
}

// dueTo tells an infinitive at token start that hangs on "be" or on a word of planning: "are to meet", "are due to meet".
func (s *scratch) dueTo(c *candidate, start int) bool {
	if !s.is(start-1, isInfinitiveMark) || start < 2 {
		return false
	}
	f := s.tokens[start-2].form
	switch {
	case f.verb == s.l.be:
		c.status = statusPlanned
	case f.status == 0:
		return false
	default:
		c.status = f.status
		if f.verb >= 0 && s.l.lemmas[f.verb].status == statusDenied && !s.groupBe(start-2) { // "failed to meet"
			c.status = statusDenied
			if s.negated(s.groupStart(start-2), start-2) {
				c.status = 0
			}
		}
	}
	c.finite, c.weight = true, 96
	return true
}

// finiteAfter tells whether the clause of a participle without auxiliary at token i has its verb after it.
func (s *scratch) finiteAfter(i int) bool {
	for j := i + 1; j < len(s.tokens) && j < i+12 && s.tokens[j].gap < gapStop; j++ {
		if s.is(j, isRelative|isSubordinate|isConjunction) {
			return false
		}
		f := s.tokens[j].form
		if f.as&formFinite == 0 {
			continue
		}
		if s.isAuxiliary(j) || f.noun < 0 && f.as&formParticiple == 0 && !s.noVerb(j, f) {
			return true
		}
	}
	return false
}

// madePassive tells an infinitive that "se faire" makes a passive of: "s'est fait arrêter".
func (s *scratch) madePassive(i int) bool {
	if i == 0 || s.l.make < 0 || s.tokens[i].gap != gapSpace {
		return false
	}
	return s.tokens[i-1].form.verb == s.l.make && s.reflexive(i-1)
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

// infinitive tells a form like "attack" that follows "to", "will" or "may".
func (s *scratch) infinitive(i int) bool {
	return s.is(i-1, isInfinitiveMark) && !s.is(i-1, isFuture|isPossible)
}

// auxiliaryWord tells a word of one of the classes that is no part of a name: not "Theresa May".
func (s *scratch) auxiliaryWord(i int, classes uint32) bool {
	return s.is(i, classes) && s.tokens[i].found < 0
}

// modal gives a verb after "will", "might" or "to" of a plan its status.
func (s *scratch) modal(c *candidate, start int) bool {
	for j := start - 1; j >= 0 && j >= start-3 && s.tokens[j+1].gap < gapComma; j-- {
		switch {
		case s.auxiliaryWord(j, isFuture):
			c.status = statusPlanned
			return true
		case s.auxiliaryWord(j, isPossible):
			c.status = statusPossible
			if s.is(j, isLater) && s.toldBefore(j) { // "announced that it would"
				c.status = statusPlanned
			}
			return true
		case !s.is(j, isNegation|isNegative) && s.tokens[j].form != &s.l.forms[0]:
			return false
		}
	}
	return false
}

// toldBefore tells whether a verb in the past stands before "would" at token i, two words off or more: "said he would".
func (s *scratch) toldBefore(i int) bool {
	for j := i - 2; j >= 0 && j >= i-8 && s.tokens[j+1].gap < gapStop; j-- {
		if s.tokens[j].form.as&formPast != 0 && !s.isAuxiliary(j) {
			return true
		}
		if s.is(j, isSubordinate) && !s.is(j, isRelative) { // "if"
			return false
		}
	}
	return false
}

// govern lets a verb of planning, denying and so on before token i decide the act's status.
func (s *scratch) govern(c *candidate, i int) {
	for j := i - 1; j >= 0 && j >= i-9 && s.tokens[j+1].gap < gapStop; j-- {
		f := s.tokens[j].form
		if f.verb < 0 || s.isAuxiliary(j) && s.l.lemmas[f.verb].status == 0 {
			continue
		}
		if f.noun >= 0 && s.isNoun(j, f) || s.is(j-1, isArticle) && s.is(j-1, isPreposition) { // "au pouvoir"
			continue
		}
		st := s.statusAt(j)
		if s.l.lemmas[f.verb].achieves || st != 0 && s.is(j, isDone) && s.done(j) { // "est parvenu à", "a dû"
			s.achieve(c, j)
			return
		}
		if st == 0 {
			if f.as&formFinite != 0 && f.as&formInfinitive == 0 {
				return
			}
			continue
		}
		c.governed, c.status = j, st
		if st == statusPlanned && !s.is(j, isFuture) && tense(s.tokens[s.groupStart(j)].form.as&formFinite) == statusPossible {
			c.status = statusPossible // "envisagerait de", but not "devrait"
		}
		if s.negated(s.groupStart(j), j) {
			c.status = undone(st)
		}
		if s.l.lemmas[f.verb].rules == nil && c.verb && !c.finite && (st == statusPlanned || st == statusPossible) {
			c.weight = 96 // "doit rencontrer": the infinitive is the clause's verb
		}
		return
	}
}

// achieve gives an act the status of the verb at token j by which it was done, or was not.
func (s *scratch) achieve(c *candidate, j int) {
	c.governed = j
	if c.verb && !c.finite {
		c.finite, c.weight = true, 96
	}
	start := s.groupStart(j)
	c.status = tense(s.tokens[start].form.as & formFinite)
	if s.is(start-1, isFuture) {
		c.status = statusPlanned
	}
	if s.negated(start, j) {
		c.status = statusDenied
	}
}

// done tells whether the form at token j says that what hangs on it was done: "put", "a dû", not
// "aurait pu" and not "l'argent dû".
func (s *scratch) done(j int) bool {
	if s.tokens[j].form.as&formFinite != 0 {
		return true
	}
	aux := s.auxiliary(j)
	return aux >= 0 && tense(s.tokens[aux].form.as&formFinite) == 0
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

// inAdverbial tells whether the verb at token i belongs to a clause that only says when or why: "alors qu'ils
// manifestaient", "lorsque l'armée a attaqué"; not to what is reported: "dit que l'armée a attaqué".
func (s *scratch) inAdverbial(i int) bool {
	for j := i - 1; j >= 0 && j >= i-6 && s.tokens[j+1].gap < gapComma; j-- {
		if !s.is(j, isSubordinate) {
			continue
		}
		if !s.is(j, isRelative) {
			return true
		}
		return s.is(j-1, isSubordinate|isBackground) && s.tokens[j].gap < gapComma
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
