package timeline

// groupStart gives the first token of the verb group of a finite verb: its
// pronouns and negation stand before it.
func (p *prosody) groupStart(a *analysis, k int) int {
	for a.has(k - 1) {
		switch a.tag(k - 1) {
		case tagClitic, tagNegation:
			k--
			continue
		case tagMark:
			if p.apostrophe(k-1) && (a.tag(k-2) == tagClitic || a.tag(k-2) == tagNegation) {
				k -= 2
				continue
			}
		}
		break
	}
	return k
}

// group notes the verb group of a clause: "ne s'est pas [rendu]".
func (p *prosody) group(a *analysis, i int) {
	c := &a.clauses[i]
	if c.verb < 0 {
		return
	}
	c.group, c.groupEnd = p.groupStart(a, c.verb), c.verb+1
	for k := c.groupEnd; a.has(k) && k < c.groupEnd+6; k++ {
		switch a.tag(k) {
		case tagGroup:
			if a.clauseOf(k) == i {
				c.groupEnd = k + 1
			}
			continue
		case tagAdverb, tagClitic, tagNegation, tagDate, tagPreposition:
			continue
		case tagMark, tagSubject:
			if p.hyphened(k) || p.hyphen(k) || p.apostrophe(k) {
				continue
			}
		case tagNoun:
			if adverbial(p.word(k)) {
				continue
			}
		}
		break
	}
	if p.hyphen(c.verb + 1) { // inversion: "a-t-il"
		for c.groupEnd < a.last && (p.hyphen(c.groupEnd) || p.hyphened(c.groupEnd)) {
			c.groupEnd++
		}
	}
}

// nounPhrase gives the noun phrase that ends before token end: its noun with
// determiner, adjectives and names, and the complement with "of" that has no
// determiner of its own ("traité de paix").
func (p *prosody) nounPhrase(a *analysis, end int) phrase {
	k := end
	nouns := false
	for a.has(k - 1) {
		w := a.at(k - 1)
		switch w.tag {
		case tagNoun, tagName:
			nouns = true
			k--
			continue
		case tagNumber, tagAdjective, tagQuoteOpen, tagQuoteClose:
			k--
			continue
		case tagParticiple, tagAdverb:
			if nouns || a.tag(k-2) == tagNoun || a.tag(k-2) == tagDeterminer {
				k--
				continue
			}
		case tagMark:
			if p.apostrophe(k-1) || p.hyphen(k-1) {
				k--
				continue
			}
		case tagDeterminer:
			if nouns {
				return p.trimPhrase(a, phrase{k - 1, end})
			}
		case tagPreposition:
			if nouns && w.class&isOf != 0 && (a.tag(k-2) == tagNoun || a.tag(k-2) == tagName) {
				k--
				continue
			}
		}
		break
	}
	if !nouns {
		return phrase{}
	}
	return p.trimPhrase(a, phrase{k, end})
}

// trimPhrase drops from a phrase's ends the marks that do not belong to it.
func (p *prosody) trimPhrase(a *analysis, np phrase) phrase {
	for np.first < np.last {
		t := a.tag(np.first)
		if t == tagMark || t == tagQuoteClose || t == tagAdverb || t == tagComma {
			np.first++
			continue
		}
		break
	}
	for np.last > np.first {
		t := a.tag(np.last - 1)
		if t == tagMark && !(np.last-1 > np.first && p.tokens[np.last-1].Num == '.') || t == tagComma || t == tagQuoteOpen || t == tagConjunction || t == tagPreposition {
			np.last--
			continue
		}
		break
	}
	return np
}

// antecedent gives the noun phrase that a relative clause beginning at token k
// is about; of an apposition ("Pyongyang, ville que") the name before it.
func (p *prosody) antecedent(a *analysis, k int) phrase {
	end := k
	for a.tag(end-1) == tagComma || a.tag(end-1) == tagDate {
		end--
	}
	np := p.nounPhrase(a, end)
	if np.empty() {
		return np
	}
	if a.tag(np.first-1) == tagComma && a.tag(np.first) == tagNoun && np.last-np.first <= 2 {
		if before := p.nounPhrase(a, np.first-1); !before.empty() {
			return before
		}
	}
	return np
}

// findSubject finds the subject of a clause: the noun phrase or pronoun before
// its verb that stands in no adverbial.
func (p *prosody) findSubject(a *analysis, i int) {
	c := &a.clauses[i]
	if c.verb < 0 {
		return
	}
	if c.kind == relativeClause && a.is(c.lead, isRelative) && p.lang.Relatives[p.lower(c.lead)] == "subject" {
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
	for k := max(c.body, c.first); k < c.group; k++ {
		if a.clauseOf(k) != i {
			if begin >= 0 && a.clauses[a.clauseOf(k)].kind != relativeClause {
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

// pickSubject chooses the subject among the stretches before the verb: the last
// one, or before an apposition the first that is no adverbial.
func (p *prosody) pickSubject(a *analysis, segments []phrase, appositive bool) phrase {
	if len(segments) == 0 {
		return phrase{}
	}
	last := segments[len(segments)-1]
	if !appositive {
		return p.headless(a, last)
	}
	for _, s := range segments {
		if t := a.tag(s.first); t != tagPreposition && t != tagDate && t != tagGerund && t != tagParticiple && t != tagAdverb && t != tagInfinitive {
			return s
		}
	}
	return p.headless(a, last)
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
	return p.trimPhrase(a, phrase{k, end})
}

// inverted gives a subject that stands right after its verb.
func (p *prosody) inverted(a *analysis, i int) phrase {
	c := &a.clauses[i]
	k := c.groupEnd
	for a.tag(k) == tagDate || a.tag(k) == tagAdverb {
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
