package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// Tense gives the tense of the clause that holds a mention of the text last
// read, also where the mention's own meaning needs none: "se tiendra en mars
// 2025" tells a date to come.
func (f *Finder) Tense(m Mention) tempo.Tense {
	if m.Tense != tempo.NoTense {
		return m.Tense
	}
	return f.tense(m.First, m.Last)
}

// ToCome tells whether the clause of a mention is in the future, and not only
// by a present that announces, which histories use too.
func (f *Finder) ToCome(m Mention) bool {
	t, announced := f.direction(m.First, m.Last)
	return t == tempo.Future && !announced
}

// Surely tells whether the verb nearest before a mention, else after it, is in a
// future that no past tells: "se réunira à 18 heures", but not "se réunirait".
func (f *Finder) Surely(m Mention) bool {
	for _, step := range [...]int{-1, 1} {
		k := m.First - 1
		if step > 0 {
			k = m.Last
		}
		for far := 0; far < 12 && k >= 0 && k < len(f.tokens) && !f.sentenceEnd(k); far, k = far+1, k+step {
			if c := f.cue(k); c != noCue && c != cueIntent {
				return c == cueFuture && !f.suffix(k, f.pack.tense.unsure)
			}
			if f.tokens[k].Flags&BreakBefore != 0 {
				break
			}
		}
	}
	return false
}

// Scan reads the words of a text without looking for expressions, for those who
// only compare texts; Tokens, FunctionWord and Sentences then tell of this text.
func (f *Finder) Scan(text string) {
	f.text = text
	f.tokens = f.pack.vocab.scan(text, f.tokens[:0])
	f.last = found{}
}

// Ahead tells whether the preposition before a mention looks ahead: "by June",
// "until May".
func (f *Finder) Ahead(m Mention) bool { return f.looksAhead(m.First) }

// Reduced tells whether a mention dates a participle that opens its sentence
// and so only what came before: "Rachetée en 1998, la société …".
func (f *Finder) Reduced(m Mention) bool {
	for k := m.First - 1; k >= 0 && k > m.First-8 && f.tokens[k+1].Flags&BreakBefore == 0 && !f.sentenceEnd(k); k-- {
		switch {
		case f.entry(k).tense == noCue && f.tokens[k].Kind == Word && f.atSentenceStart(k):
			return f.bare(k) && !f.named(k)
		case f.tokens[k].Kind != Word && !f.tokens[k].apostrophe(), f.cue(k) != noCue:
			return false
		}
	}
	return false
}

// Inserted tells whether a mention closes a participle that commas set off from
// its sentence, and so tells of what came before the main verb: "The rebels,
// driven from power in 2001, took the city."
func (f *Finder) Inserted(m Mention) bool {
	if !f.at(m.Last).Is(',') {
		return false
	}
	for k := m.First - 1; k > 0 && k > m.First-10 && f.tokens[k].Flags&BreakBefore == 0; k-- {
		switch {
		case f.tokens[k-1].Is(','):
			return f.participle(k) || f.entry(k).tense == noCue && f.bare(k) || f.relative(k)
		case f.tokens[k].Kind != Word && !f.tokens[k].apostrophe():
			return false
		case f.cue(k) != noCue && !f.participle(k):
			return f.inRelative(k)
		}
	}
	return false
}

// inRelative tells whether the verb at token k stands in a relative clause that a comma
// opens: "the firm, whose owner was jailed in 2018, sold".
func (f *Finder) inRelative(k int) bool {
	for far := 0; k > 0 && far < 12 && f.tokens[k].Flags&BreakBefore == 0; k, far = k-1, far+1 {
		if f.tokens[k-1].Is(',') {
			return f.relative(k)
		}
		if f.sentenceEnd(k) {
			return false
		}
	}
	return false
}

func (f *Finder) relative(k int) bool {
	w := f.tokens[k].Word
	return w != 0 && f.pack.tense.relatives.has(w)
}

// Since tells whether the preposition just before a mention looks back from now:
// "depuis janvier", "since May".
func (f *Finder) Since(m Mention) bool { return f.LooksBack(m.First - 1) }

// LooksBack tells whether token k is a preposition that looks back from now.
func (f *Finder) LooksBack(k int) bool {
	w := f.at(k).Word
	return k >= 0 && w != 0 && f.pack.tense.back.has(w)
}

// Modifies tells whether a mention belongs to a participle without an auxiliary
// inside its sentence: "l'offensive engagée en février".
func (f *Finder) Modifies(m Mention) bool {
	k := m.First - 1
	for far := 0; k > 0 && far < 2 && f.tokens[k].Kind == Word && f.entry(k).func_; far++ {
		k--
	}
	return k > 0 && f.tokens[k].Kind == Word && !f.atSentenceStart(k) && f.entry(k).tense == noCue && f.bare(k) && !f.named(k) &&
		f.entry(k-1).tense == noCue && !f.entry(k-1).func_
}

// Aside tells whether a mention dates no step of a story: it qualifies a noun
// ("the May 2007 high", "the treaty of 1763"), opens a stretch up to the story
// ("since 1995"), or stands in a clause that tells what came before ("troops
// that had landed in late 1943").
func (f *Finder) Aside(m Mention) bool {
	if f.Qualifies(m) && f.determinedBefore(m.First) {
		return true
	}
	if f.Since(m) {
		return true
	}
	for k, far := m.First-1, 0; k >= 0 && far < tenseReach && f.tokens[k+1].Flags&BreakBefore == 0 && !f.sentenceEnd(k); k, far = k-1, far+1 {
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.pluperfect.has(w) {
			return f.participle(k+1) || f.participle(k+2)
		}
		if f.clauseMark(k) || f.cue(k) == cueFuture || f.cue(k) == cuePresent || f.cue(k) == cuePast && !f.participle(k) {
			return false
		}
	}
	return false
}

// Qualifies tells whether a noun follows a mention, which then stands before it
// as an adjective does: "third-quarter results".
func (f *Finder) Qualifies(m Mention) bool {
	next := f.at(m.Last)
	return next.Kind == Word && next.Flags&BreakBefore == 0 && !f.entry(m.Last).func_ && f.entry(m.Last).tense == noCue
}

// determinedBefore tells whether a determiner or a possessive stands just
// before token k, an adjective at most between: "the", "its", "Iraq's".
func (f *Finder) determinedBefore(k int) bool {
	return k > 0 && f.tokens[k].Flags&BreakBefore == 0 && (f.determiner(k-1) || f.pack.articles.has(f.at(k-1).Word))
}

// Joins tells whether token k is the language's "and".
func (f *Finder) Joins(k int) bool { return f.isWord(k, f.pack.and) && f.pack.and != 0 }

// ClockWord tells a word that may stand between a clock time and its day:
// "local time", "heure locale".
func (f *Finder) ClockWord(k int) bool {
	w := f.at(k).Word
	return w != 0 && f.pack.clockWords.has(w)
}

// Moved tells whether a mention is the date to which something is put off or set.
func (f *Finder) Moved(m Mention) bool { return f.movedTo(m.First) }

// movedTo tells whether something is put off or set to the date: "l'audience a
// été reportée au 4 mai", "le juge a fixé le procès à septembre".
func (f *Finder) movedTo(first int) bool {
	if first == 0 || !f.pack.tense.onto.has(f.tokens[first-1].Word) {
		return false
	}
	for k := first - 2; k >= 0 && k > first-12; k-- {
		t := f.tokens[k]
		if f.tokens[k+1].Flags&BreakBefore != 0 || t.Kind == Punct && f.clauseMark(k) {
			return false
		}
		if t.Word != 0 && f.pack.tense.moved.has(t.Word) {
			return true
		}
	}
	return false
}

// cleft tells whether the word after the date goes on with its own clause:
// "c'est mardi que le procès s'ouvrira". Without a list, all may.
func (f *Finder) cleft(k int) bool {
	return len(f.pack.tense.cleft) == 0 || f.pack.tense.cleft.has(f.tokens[k].Word)
}

// openingParticiple tells whether the participle before the span opens the
// sentence, apart from a main clause of the past: "Attendu mardi soir, il n'a
// atterri que dans la nuit". What was to come has come or failed to.
func (f *Finder) openingParticiple(first, last int) bool {
	if first == 0 || !f.atSentenceStart(first-1) || last >= len(f.tokens) || !f.tokens[last].Is(',') {
		return false
	}
	for k := last + 1; k < len(f.tokens) && k < last+20 && !f.sentenceEnd(k) && f.tokens[k].Flags&BreakBefore == 0; k++ {
		if c := f.cue(k); c != noCue {
			return c == cuePast
		}
	}
	return false
}

// timed tells whether a clock time follows the span, as in the lists of what is
// on: "Loto dimanche à 14 h", but "Collision mardi vers 14 h". Without a verb that says otherwise it is to come.
func (f *Finder) timed(last int) bool {
	k := last
	if f.at(k).Is(',') {
		k++
	}
	if f.pack.tense.onto.has(f.at(k).Word) {
		k++
	}
	return f.at(k).Kind == Number && f.at(k).Flags&BreakBefore == 0 && k+1 < len(f.tokens) && f.pack.clockUnits.has(f.tokens[k+1].Word) && f.tokens[k+1].Word != 0
}

// waited tells a participle that looks ahead ("est attendu") from the same after
// "have", which tells what was done: "ont longtemps attendu".
func (f *Finder) waited(k int) bool {
	if w := f.tokens[k].Word; w == 0 || !f.pack.tense.waiting.has(w) {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3 && f.tokens[j].Kind == Word; j-- {
		if f.pack.tense.have.has(f.tokens[j].Word) {
			return f.tokens[j].Word != 0
		}
		if !f.entry(j).func_ && !f.adverb(j) {
			return false
		}
	}
	return false
}
