package actor

// weighNoun says how much a noun is the clause's head: the subject or the whole of
// a headline most, what stands after "après" or "malgré" least.
func (s *scratch) weighNoun(c *candidate) {
	i := c.head
	at := s.nounGovernor(i)
	switch {
	case at < 0:
		c.weight = 75
	case s.is(at, isAgent): // "endommagé par une explosion"
		c.weight = 50
	case s.is(at, isBackground) && s.l.lemmas[s.tokens[i].form.noun].epoch: // "tombé durant la guerre"
		c.weight = 25
	case s.is(at, isOccasion):
		c.weight = 45
	case s.is(at, isBackground), s.is(at, isAttribution):
		c.weight = 25
	case s.is(at, isOf):
		c.weight = 35
		if s.is(at-1, isVictim) {
			c.weight = 75
		} else if s.is(at-1, isOccasion) {
			c.weight = 45
		} else if s.is(at-1, isBackground) {
			c.weight = 25
		}
	case s.is(at, isPreposition):
		c.weight = 35
	default:
		c.weight = 70
	}
	if s.inWho(i) {
		c.weight -= 30
	}
	s.govern(c, i)
	s.nounStatus(c)
}

// inWho tells a noun in a clause that "qui" begins after the main one: "une résolution qui exigeait le retrait".
func (s *scratch) inWho(i int) bool {
	for j := i - 1; j > 1 && j >= i-10 && s.tokens[j+1].gap < gapComma; j-- {
		if s.is(j, isRelative) && s.is(j, isPronoun) {
			return true
		}
	}
	return false
}

// nounGovernor gives the preposition that a noun stands under, or the word before
// its group; -1 at the start of a clause.
func (s *scratch) nounGovernor(i int) int {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if s.tokens[j+1].gap >= gapComma {
			return -1
		}
		if s.is(j, isPreposition|isOf|isBackground|isOccasion) && !(s.is(j, isArticle) && !s.is(j, isPreposition|isOf)) {
			return j
		}
		if s.is(j, isArticle) {
			if s.is(j-1, isPreposition|isOf|isBackground|isOccasion) && s.tokens[j].gap < gapComma {
				return j - 1
			}
			if j == 0 || s.tokens[j].gap >= gapComma {
				return -1
			}
			return j - 1
		}
		if s.is(j, isAdjective) {
			continue
		}
		if s.tokens[j].form.as&formFinite != 0 {
			return j
		}
		if !s.l.adjFirst && j < i-1 {
			return j
		}
	}
	if i <= 5 {
		return -1
	}
	return i - 1
}

// nounStatus reads the words beside a noun ("sommet prévu", "prochain sommet") and the
// verb that it is the subject of ("le sommet aura lieu", "a été annulé").
func (s *scratch) nounStatus(c *candidate) {
	if s.noSuch(c.head) {
		c.status = statusDenied
		return
	}
	if c.status != statusCancelled && s.calledOff(c) { // "la visite prévue a été annulée"
		c.status = statusCancelled
		return
	}
	if c.status != 0 && c.governed >= 0 {
		return
	}
	for j := c.head - 1; j >= 0 && j >= c.head-2 && s.tokens[j+1].gap < gapComma; j-- {
		if s.adjective(c, j) {
			if s.tookPlace(c) { // "le sommet attendu a eu lieu"
				c.status = 0
			}
			return
		}
	}
	for j := c.to; j < len(s.tokens) && j < c.to+14 && s.tokens[j].gap < gapStop; j++ {
		if j < c.to+3 && s.tokens[j].gap < gapComma && s.adjective(c, j) {
			return
		}
		f := s.tokens[j].form
		if f.verb < 0 || f.noun >= 0 && s.isNoun(j, f) || s.is(j, isBetween) || s.tokens[j].capital && !s.titled { // not "in March"
			continue
		}
		if s.is(j-1, isRelative) {
			return
		}
		if st := s.statusAt(j); st != 0 && f.as&formParticiple != 0 && (s.auxiliary(j) >= 0 || j < c.to+2 && f.status != 0) {
			if s.groupBe(j) || s.auxiliary(j) < 0 {
				c.status = st
				if s.negated(s.groupStart(j), j) {
					c.status = undone(st)
				}
			}
			return
		}
		if f.as&formParticiple != 0 && s.tokens[j].gap == gapComma && j+1 < len(s.tokens) && s.is(j+1, isPreposition) {
			continue // "a summit, postponed to March, will"
		}
		if f.as&formFinite != 0 && !s.isAuxiliary(j) || s.isAuxiliary(j) && tense(f.as) != 0 {
			if c.weight >= 70 {
				c.status = tense(f.as & formFinite)
				if s.is(j-1, isFuture) {
					c.status = statusPlanned
				}
				if s.negated(j, j) {
					c.status = statusDenied
				}
			}
			return
		}
		if s.is(j-1, isFuture) && c.weight >= 70 {
			c.status = statusPlanned
			return
		}
	}
}

// tookPlace tells whether the verb whose subject the noun is says that it happened: a past tense of no
// verb of planning.
func (s *scratch) tookPlace(c *candidate) bool {
	for j := c.to; j < len(s.tokens) && j < c.to+25 && s.tokens[j].gap < gapStop && c.weight >= 70; j++ {
		f := s.tokens[j].form
		if f.as&formFinite == 0 || s.inRelative(j) || s.is(j, isBetween) {
			continue
		}
		if f.noun >= 0 && s.isNoun(j, f) || s.noVerb(j, f) {
			continue
		}
		if s.isAuxiliary(j) {
			return f.verb == s.l.have && tense(f.as&formFinite) == 0 && j+1 < len(s.tokens) && s.participleAt(j+1)
		}
		return f.as&formPast != 0 && s.l.lemmas[f.verb].status == 0
	}
	return false
}

// noSuch tells a noun of which there is none: "n'imposera pas de sanctions", "aucun accord", "no agreement".
func (s *scratch) noSuch(i int) bool {
	j := i - 1
	for j >= 0 && s.is(j, isAdjective) && !s.is(j, isArticle) && s.tokens[j+1].gap == gapSpace {
		j--
	}
	if s.is(j, isOf) && s.tokens[j+1].gap <= gapMark {
		j--
		return s.is(j, isNegative) && !s.is(j, isNegation|isPronoun)
	}
	return s.is(j, isNegative) && s.is(j, isArticle)
}

// calledOff tells whether the verb whose subject the noun is cancels it.
func (s *scratch) calledOff(c *candidate) bool {
	for j := c.to; j < len(s.tokens) && j < c.to+10 && s.tokens[j].gap < gapStop && c.weight >= 70; j++ {
		if f := s.tokens[j].form; (f.status == statusCancelled || f.as&formParticiple != 0) && s.groupBe(j) {
			return (f.status == statusCancelled || s.statusAt(j) == statusCancelled) && !s.negated(s.groupStart(j), j)
		}
	}
	return false
}

// groupBe tells whether the participle at token j is passive.
func (s *scratch) groupBe(j int) bool {
	aux := s.auxiliary(j)
	return aux >= 0 && s.tokens[aux].form.verb == s.l.be
}

func (s *scratch) adjective(c *candidate, j int) bool {
	if f := s.tokens[j].form; f.status != 0 && !s.is(j+1, isInfinitiveMark) {
		c.status = f.status
		return true
	}
	return false
}

// lightest is the weight that an act needs to be a clause's head; below it stand
// acts that the clause only looks back on ("après la guerre, il …").
const lightest = 30

// choose gives the act that is the clause's head, -1 for none: the heaviest, of equals the first.
func (s *scratch) choose() int {
	best := -1
	for i := range s.acts {
		if s.acts[i].weight >= lightest && (best < 0 || s.acts[i].weight > s.acts[best].weight) {
			best = i
		}
	}
	return best
}
