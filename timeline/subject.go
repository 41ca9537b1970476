package timeline

// findSubject finds the subject of a clause: the noun phrase or pronoun before
// its verb that stands in no adverbial.
func (p *prosody) findSubject(a *analysis, i int) {
	c := &a.clauses[i]
	if c.verb < 0 {
		return
	}
	if c.kind == relativeClause && a.is(c.lead, isRelative) && p.lang.Relatives[p.lower(c.lead)] == "subject" && c.first == c.lead && !p.nounBetween(a, c.lead+1, c.group) {
		c.subject = phrase{c.lead, c.lead + 1}
		return
	}
	var segments [8]phrase
	n := 0
	begin := -1
	flush := func(k int) {
		if begin >= 0 && n < len(segments) {
			if s := p.trimPhrase(a, phrase{begin, k}); !s.empty() {
				segments[n] = s
				n++
			}
		}
		begin = -1
	}
	endedByComma := false
	from := max(c.body, c.first)
	if c.kind == relativeClause && c.lead >= 0 {
		from = max(from, c.lead+1)
	}
	for k := from; k < c.group; k++ {
		if a.clauseOf(k) != i {
			if kind := a.clauses[a.clauseOf(k)].kind; begin >= 0 && kind != relativeClause && kind != aside {
				flush(k)
			}
			continue
		}
		switch a.tag(k) {
		case tagComma, tagStop, tagDash:
			flush(k)
			endedByComma = true
		case tagConjunction:
			if begin >= 0 {
				continue
			}
		case tagAdverb:
			if begin < 0 && endedByComma { // "X, the mayor, narrowly won"
				continue
			}
			endedByComma = false
			if begin < 0 {
				begin = k
			}
		default:
			endedByComma = false
			if begin < 0 {
				begin = k
			}
		}
	}
	flush(c.group)
	c.subject = p.pickSubject(a, segments[:n], endedByComma)
	if c.subject.empty() && c.kind != coordinate { // inverted: "estime une ancienne négociatrice"
		c.subject = p.inverted(a, i)
	}
}

// nounBetween tells whether a noun phrase stands in a stretch: "which [Ukrainian
// forces] entered".
func (p *prosody) nounBetween(a *analysis, from, to int) bool {
	for k := from; k < to; k++ {
		switch a.tag(k) {
		case tagNoun, tagName, tagSubject:
			return true
		case tagComma:
			return false
		}
	}
	return false
}

// pickSubject chooses the subject among the stretches before the verb: the last
// one, or before an apposition the first that is no adverbial.
func (p *prosody) pickSubject(a *analysis, segments []phrase, appositive bool) phrase {
	if len(segments) == 0 {
		return phrase{}
	}
	last := segments[len(segments)-1]
	if !appositive {
		n := len(segments) - 1
		if n > 0 && p.joins(a, last) && p.nominal(a, segments[n-1]) { // "A, B et C"
			for n > 0 && p.nominal(a, segments[n-1]) {
				n--
			}
			return phrase{segments[n].first, last.last}
		}
		return p.headless(a, last)
	}
	best := phrase{}
	for _, s := range segments {
		if best.empty() && p.nominal(a, s) {
			best = s
			continue
		}
		if !best.empty() && a.tag(best.first) == tagDeterminer && (p.allNames(a, s) || p.titleOf(a, best, s)) { // "son père, Kim Jong Il,"
			return s
		}
	}
	if !best.empty() {
		return best
	}
	return p.headless(a, last)
}

// nominal tells whether a stretch begins as a noun phrase does.
func (p *prosody) nominal(a *analysis, s phrase) bool {
	t := a.tag(s.first)
	if next := a.tag(s.first + 1); t == tagAdjective && s.last-s.first > 1 { // "local officials"
		return next == tagNoun || next == tagName || next == tagAdjective
	}
	return t == tagDeterminer || t == tagName || t == tagSubject || t == tagNumber || t == tagNoun
}

// joins tells whether a stretch joins its members with a conjunction.
func (p *prosody) joins(a *analysis, s phrase) bool {
	for k := s.first; k < s.last; k++ {
		if a.tag(k) == tagConjunction && a.is(k, isJoining) {
			return true
		}
	}
	return false
}

// allNames tells whether a stretch is a person's name.
func (p *prosody) allNames(a *analysis, s phrase) bool {
	for k := s.first; k < s.last; k++ {
		if t := a.tag(k); t != tagName && !p.hyphen(k) {
			return false
		}
	}
	return s.last-s.first >= 2 && s.last-s.first <= 6
}

// titleOf tells whether a stretch between commas is the name of what stands before
// it: "le premier, Spoutnik,", "son dernier film, À la dérive,".
func (p *prosody) titleOf(a *analysis, np, s phrase) bool {
	if !p.capital(s.first) || s.last-s.first > 8 {
		return false
	}
	switch a.tag(s.first) {
	case tagName:
		return s.last-s.first == 1 && (a.tag(np.last-1) == tagAdjective || a.is(np.first, isPossessive))
	case tagDeterminer, tagPreposition:
		return a.is(np.first, isPossessive)
	}
	return false
}

// headless skips the adverbial that no comma parts from the subject: "en 2015
// la France", "mercredi le président".
func (p *prosody) headless(a *analysis, s phrase) phrase {
	k := s.first
	for k < s.last {
		switch a.tag(k) {
		case tagDate, tagAdverb, tagMark, tagConjunction:
			k++
			continue
		case tagPreposition:
			if a.is(k, isOf) && (a.tag(k+1) == tagAdjective || p.apostrophe(k+1) && a.tag(k+2) == tagAdjective) { // "de nombreux", "d'autres"
				break
			}
			// the adverbial ends at a date or before the next determiner or pronoun that "of" does not lead to
			j := k + 1
			for j < s.last && a.tag(j) != tagDate {
				j++
			}
			if j < s.last {
				k = j
				continue
			}
			for j = k + 2; j < s.last; j++ {
				if t := a.tag(j); t == tagSubject || (t == tagDeterminer || t == tagName) && (a.tag(j-1) == tagNoun || a.tag(j-1) == tagName && t == tagDeterminer) {
					break
				}
			}
			if j < s.last {
				k = j
				continue
			}
			return phrase{}
		}
		break
	}
	// dates at the end belong to the verb
	end := s.last
	for end > k && (a.tag(end-1) == tagDate || a.tag(end-1) == tagAdverb) {
		end--
	}
	s = p.trimPhrase(a, phrase{k, end})
	if !s.empty() && a.tag(s.last-1) == tagSubject { // a topic before its pronoun
		s.first = s.last - 1
	}
	return s
}

// inverted gives a subject that stands right after its verb.
func (p *prosody) inverted(a *analysis, i int) phrase {
	c := &a.clauses[i]
	k := c.groupEnd
	for a.tag(k) == tagDate || a.tag(k) == tagAdverb && p.lower(k) != p.lang.As {
		k++
	}
	if t := a.tag(k); t != tagDeterminer && t != tagName {
		return phrase{}
	}
	end := k + 1
	for a.has(end) && a.clauseOf(end) == i {
		t := a.tag(end)
		if t != tagNoun && t != tagName && t != tagMark && t != tagAdjective && !(t == tagPreposition && a.is(end, isOf)) && !(t == tagDeterminer && a.tag(end-1) == tagPreposition) {
			break
		}
		end++
	}
	return p.trimPhrase(a, phrase{k, end})
}
