package lang

// governor reads the participle or infinitive that stands just before token i,
// with only names and function words between: "arrêté à Moscou dimanche",
// "la réunion prévue mardi", "a appelé à manifester samedi".
func (f *Finder) governor(i int) cue {
	k := i - 1
	for far := 0; k >= 0 && far < 8; k, far = k-1, far+1 {
		t := f.tokens[k]
		if f.tokens[k+1].Flags&BreakBefore != 0 || t.Kind != Word && !t.apostrophe() {
			return noCue
		}
		if t.Kind == Word && f.pack.tense.cleft.has(t.Word) && f.clauseMark(k) { // "il écrit que mardi …"
			return noCue
		}
		e := f.entry(k)
		name := t.Flags&Capital != 0 && !f.atSentenceStart(k) // "into Promises on Friday"
		if e.tense == cueFuture && !e.func_ && !f.waited(k) && (!name || t.Flags&AllCapitals != 0) {
			return cueFuture
		}
		if e.tense != noCue && !name || !e.func_ && !name && !f.pack.tense.light.has(t.Word) {
			break
		}
	}
	switch {
	case k < 0:
		return noCue
	case len(f.pack.tense.infinitiveMark) > 0 && f.intended(k):
		return cueFuture
	case f.entry(k).tense == noCue && f.suffix(k, f.pack.tense.infinitives) && f.infinitive(k):
		return f.intent(k)
	case f.entry(k).tense == noCue && f.bare(k) && !f.named(k):
		if f.atSentenceStart(k) && f.pack.tense.states.has(f.tokens[k].Word) {
			return cuePresent
		}
		return f.auxiliary(k)
	}
	return noCue
}

// auxiliary reads what stands before the participle k: "sera signé", "doit être
// signé" and "avant d'être signé" are to come, "a été signé" is past, and so
// is a participle without an auxiliary.
func (f *Finder) auxiliary(k int) cue {
	for j, far := k-1, 0; j >= 0 && far < 6 && f.tokens[j+1].Flags&BreakBefore == 0; j, far = j-1, far+1 {
		t, e := f.tokens[j], f.entry(j)
		switch c := e.tense; {
		case t.Kind != Word:
			if !t.apostrophe() && !t.hyphen() {
				return cuePast
			}
		case t.Word != 0 && f.pack.tense.haveDone.has(t.Word): // après avoir signé
			return cuePast
		case c == cueAuxiliary && f.suffix(j, f.pack.tense.infinitives):
		case c == cueFuture, c == cueIntent, f.cue(j) == cueFuture:
			return cueFuture
		case c == cueAuxiliary, c == cueConditional, f.determiner(j):
			return cuePast
		case t.Word != 0 && f.pack.tense.irregular.has(t.Word), e.func_, f.adverb(j):
		default:
			return cuePast
		}
	}
	return cuePast
}

// infinitive tells whether a preposition or a reflexive pronoun stands before
// word k: "de signer", "à se réunir"; "le ministre" has the ending alone.
func (f *Finder) infinitive(k int) bool {
	j := k - 1
	if p := f.at(j); p.apostrophe() {
		j--
	}
	return j >= 0 && f.tokens[j].Word != 0 && f.pack.tense.toInfinitive.has(f.tokens[j].Word)
}

// named tells whether a word that looks like a participle is a noun: a
// determiner or a number stands before it.
func (f *Finder) named(k int) bool {
	if f.tokens[k].Flags&Capital != 0 && !f.atSentenceStart(k) || f.entry(k).values != nil || f.entry(k).func_ {
		return true
	}
	if w := f.tokens[k].Word; w != 0 && f.pack.tense.except.has(w) {
		return true
	}
	if f.atSentenceStart(k) {
		return false
	}
	e, t := f.entry(k-1), f.tokens[k-1]
	return t.Kind == Number || t.apostrophe() && f.determiner(k-2) || e.values != nil || f.determiner(k-1)
}

func (f *Finder) determiner(k int) bool {
	return k >= 0 && f.tokens[k].Word != 0 && f.pack.tense.determiners.has(f.tokens[k].Word)
}

// intent reads an infinitive after a verb that looks ahead: "ont décidé de se
// réunir mardi".
func (f *Finder) intent(k int) cue {
	for far := 0; k >= 0 && far < 8 && f.tokens[k].Kind == Word && !f.sentenceEnd(k); k, far = k-1, far+1 {
		if c := f.entry(k).tense; c == cueIntent || c == cueFuture {
			return cueFuture
		}
		if k == 0 || f.tokens[k].Flags&BreakBefore != 0 {
			break
		}
		if p := f.tokens[k-1]; p.apostrophe() {
			k--
		}
	}
	return noCue
}

// participle tells a past participle after an auxiliary.
func (f *Finder) participle(k int) bool {
	w := f.tokens[k].Word
	if w != 0 && f.pack.tense.irregular.has(w) {
		return true
	}
	return !f.entry(k).func_ && f.entry(k).values == nil && !(w != 0 && f.pack.tense.except.has(w)) && f.suffix(k, f.pack.tense.participles)
}

// beCue reads what follows "is", "are": "is to meet", "is expected" look
// ahead, all else is present.
func (f *Finder) beCue(k int) cue {
	for j := k + 1; j <= k+3 && j < len(f.tokens) && f.tokens[j].Kind == Word; j++ {
		if f.toCome(j) || j == k+1 && f.pack.tense.infinitiveMark.has(f.tokens[j].Word) && !f.isIdiom(j+1) {
			return cueFuture
		}
	}
	return cuePresent
}

// toCome tells whether word k alone looks ahead.
func (f *Finder) toCome(k int) bool {
	switch next := f.at(k + 1).Word; f.entry(k).tense {
	case cueFuture:
		return true
	case cueBeforeTo:
		return next != 0 && f.pack.tense.toInfinitive.has(next)
	}
	return false
}

// isIdiom tells an infinitive that is to come in no wise: "is to blame".
func (f *Finder) isIdiom(k int) bool {
	w := f.at(k).Word
	return w != 0 && f.pack.tense.except.has(w)
}

// presentPassive tells a participle after a present form of "be", an adverb at
// most between: "it is officially reported" is no past.
func (f *Finder) presentPassive(k int) bool {
	if k == 0 {
		return false
	}
	be := k - 1
	if be > 0 && f.entry(be).tense != cueBe && f.adverb(be) {
		be--
	}
	if f.entry(be).tense != cueBe || f.tokens[be+1].Flags&BreakBefore != 0 {
		return false
	}
	c := f.entry(k).tense
	return (c == noCue || c == cuePast) && f.participle(k)
}

// intended tells whether word k belongs to an infinitive with "to" after a verb
// that looks ahead: "agreed to hold talks".
func (f *Finder) intended(k int) bool {
	for j := k; j > 1 && j > k-4 && f.tokens[j].Kind == Word && f.tokens[j].Flags&BreakBefore == 0; j-- {
		if c := f.entry(j).tense; c != noCue && c != cuePlural {
			return false
		}
		if f.pack.tense.infinitiveMark.has(f.tokens[j-1].Word) {
			return f.intent(j-2) == cueFuture
		}
	}
	return false
}

// pluralSubject tells whether word k is what a verb in the plural may follow:
// "they", "polls", "rules, which".
func (f *Finder) pluralSubject(k int) bool {
	t := f.tokens[k]
	if t.Kind != Word {
		return false
	}
	return f.pack.tense.pluralSubjects.has(t.Word) || !f.entry(k).func_ && f.plural(k) && f.entry(k).tense == noCue
}

// eager tells whether a preposition whose date is to come governs the span:
// "ahead of Sunday's vote".
func (f *Finder) eager(first int) bool {
	if len(f.pack.tense.eager) == 0 || first < 2 {
		return false
	}
	w := f.tokens[first-2].Word
	return w != 0 && f.pack.tense.eager.has(w) && f.tokens[first-1].Kind == Word && f.entry(first-1).func_
}

// isShortOf tells whether the time that is left until the span is told just before
// it: "à sept semaines de l'élection du 3 novembre".
func (f *Finder) isShortOf(first int) bool {
	if len(f.pack.tense.shortOf) == 0 || first < 5 || !f.entry(first-1).func_ {
		return false
	}
	for k := first - 2; k >= 2 && k > first-12 && f.tokens[k].Flags&BreakBefore == 0; k-- {
		if t := f.tokens[k]; t.Kind == Punct && !t.apostrophe() && t.Num != '-' || f.cue(k) != noCue {
			return false
		}
		if _, ok := f.entry(k).value(classUnit); ok {
			_, counted := f.entry(k - 1).value(classN)
			w := f.tokens[k-2].Word
			return (counted || f.tokens[k-1].Kind == Number) && f.entry(k+1).func_ && w != 0 && f.pack.tense.shortOf.has(w)
		}
	}
	return false
}

// conditional tells whether a conjunction whose present tense is to come opens
// the clause of the span: "if it passes Thursday".
func (f *Finder) conditional(first int) bool {
	if len(f.pack.tense.condition) == 0 {
		return false
	}
	for k, far := first-1, 0; k >= 0 && far < 12 && f.tokens[k+1].Flags&BreakBefore == 0 && !f.sentenceEnd(k); k, far = k-1, far+1 {
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.condition.has(w) {
			return k < first-1 // "before Monday" is a preposition
		}
		if f.clauseMark(k) {
			return false
		}
	}
	return false
}
