package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// A cue is what a word says of the tense of its clause.
type cue uint8

const (
	noCue cue = iota
	cuePast
	cueFuture
	cuePresent
	cueAuxiliary   // past if a participle follows ("a signé"), else present
	cueConditional // past if a participle follows ("aurait signé"), else future
	cueAgenda      // a verb whose present tense announces: "se rend mardi à Pékin"
	cueIntent      // a verb after which an infinitive is to come: "ont décidé de"
	cuePlural      // cueAgenda after a plural: "polls open Sunday"
	cueBeforeTo    // future before "to", else past: "is set to open", "was set on fire"
	cueBe          // future if "to" or a future cue follows ("is to meet", "is expected"), else present
)

// tense looks for the verb that governs the span of tokens: a participle or
// infinitive that it follows closely, else the nearest finite verb of its own
// clause, else one of its sentence.
func (f *Finder) tense(first, last int) tempo.Tense {
	t, _ := f.direction(first, last)
	return t
}

// direction is the tense, and whether it is a future only by a verb in the
// present that announces.
func (f *Finder) direction(first, last int) (t tempo.Tense, announced bool) {
	if f.afterFact(first) {
		return tempo.Past, false
	}
	if f.movedTo(first) || f.eager(first) || f.isShortOf(first) {
		return tempo.Future, false
	}
	c := f.governor(first)
	if c == cueFuture && f.openingParticiple(first, last) {
		return tempo.Past, false
	}
	if c == noCue {
		left, outerLeft := f.cuesLeft(first - 1)
		right, outerRight := f.cuesRight(last)
		switch {
		case right.cue == cuePresent && right.far == 1 && f.atSentenceStart(first): // "Monday is a holiday"
			return tempo.Future, true
		case left.cue == cuePresent && left.far == 1 && right.cue != noCue && last < len(f.tokens) && f.pack.tense.cleft.has(f.tokens[last].Word):
			c = right.cue // "c'est mardi que le procès s'ouvrira"
		case left.cue != noCue && (right.cue == noCue || left.far <= right.far || f.closesClause(first, last)):
			c = left.cue
		case right.cue != noCue:
			c = right.cue
		case outerRight != noCue && f.atSentenceStart(first):
			c = outerRight
		case outerLeft != noCue:
			c = outerLeft
		default:
			c = outerRight
		}
		if c == noCue && f.timed(last) {
			return tempo.Future, false
		}
	}
	ahead := f.looksAhead(first)
	if (c == noCue || c == cuePresent) && f.conditional(first) {
		return tempo.Future, false
	}
	switch {
	case c == cuePast && ahead && first > 0 && f.atSentenceStart(first-1): // "By Friday, he had left"
		return tempo.Past, false
	case c == cuePast && ahead: // "il est resté jusqu'à vendredi": the nearest, as with a present
		return tempo.Present, false
	case c == cuePast:
		return tempo.Past, false
	case c == cueFuture, c == cueAgenda, ahead:
		return tempo.Future, c == cueAgenda
	case c == cuePresent:
		return tempo.Present, false
	}
	return tempo.NoTense, false
}

// closesClause tells whether the span ends what the verb before it says: a mark
// follows it. "They met in Reno, on Thursday, for what is to be …"
func (f *Finder) closesClause(first, last int) bool {
	return last < len(f.tokens) && f.tokens[last].Kind == Punct && f.clauseMark(last) && !f.atSentenceStart(first)
}

// afterFact tells whether a preposition that looks back governs the span
// through nothing but a noun phrase: "depuis l'invasion de l'Ukraine à la fin du
// mois de février" is past, whatever the verb after it.
func (f *Finder) afterFact(first int) bool {
	for k := first - 1; k >= 0 && k > first-16; k-- {
		t := f.tokens[k]
		if f.tokens[k+1].Flags&BreakBefore != 0 || t.Kind == Punct && !t.apostrophe() && t.Num != '-' {
			return false
		}
		if t.Word != 0 && f.pack.tense.back.has(t.Word) {
			for k++; k < first; k++ {
				if f.cue(k) != noCue {
					return false
				}
			}
			return true
		}
	}
	return false
}

// seen is a cue and its distance; marks of a clause count as six words.
type seen struct {
	cue cue
	far int
}

const tenseReach, clauseFar = 40, 6

// cuesLeft gives the nearest cue before token k in its clause, and the nearest
// one beyond the word that begins this clause.
func (f *Finder) cuesLeft(k int) (inner seen, outer cue) {
	crossed := false
	for far := 1; k >= 0 && far < tenseReach; k, far = k-1, far+1 {
		if f.tokens[k+1].Flags&BreakBefore != 0 || f.sentenceEnd(k) {
			break
		}
		if f.clauseMark(k) && (far > 1 || f.tokens[k].Kind != Word || f.pack.tense.cleft.has(f.tokens[k].Word)) { // "before" just before the date is a preposition
			far += clauseFar
			crossed = crossed || f.tokens[k].Kind == Word
		}
		switch c := f.cue(k); {
		case c == cueIntent && crossed && f.pack.tense.cleft.has(f.tokens[k+1].Word): // "souhaite que l'on vote mardi"
			return inner, cueFuture
		case c == noCue || c == cueIntent:
		case crossed:
			return inner, c
		default:
			return seen{c, far}, noCue
		}
	}
	return inner, outer
}

// cuesRight gives the nearest cue after token k in its clause; where another
// clause begins first, it gives the cue after that clause's own verb: "Jeudi,
// le président qui a signé l'accord se rendra …".
func (f *Finder) cuesRight(k int) (inner seen, outer cue) {
	pending := 0
	for far, from := 1, k; k < len(f.tokens) && far < tenseReach; k, far = k+1, far+1 {
		if f.tokens[k].Flags&BreakBefore != 0 || f.sentenceEnd(k) {
			break
		}
		if f.clauseMark(k) && (k > from || f.tokens[k].Kind == Punct || !f.cleft(k)) {
			far += clauseFar
			if f.tokens[k].Kind == Word {
				pending++
				continue
			}
		}
		if f.tokens[k].Word != 0 && f.tokens[k].Word == f.pack.and && k+1 < len(f.tokens) && f.cue(k+1) != noCue {
			far += clauseFar // "au premier trimestre et devrait progresser": the date belongs to the verb before
		}
		c := f.cue(k)
		switch {
		case c == noCue || c == cueIntent:
		case pending == 0:
			return seen{c, far}, noCue
		case pending == 1:
			pending = -1
		default:
			return inner, c
		}
		if c == cuePast { // step over the participle of a compound tense
			for k+1 < len(f.tokens) && f.participle(k+1) {
				k++
			}
		}
	}
	return inner, outer
}

// looksAhead tells whether the preposition before the span looks to the
// future: "jusqu'à vendredi", "d'ici lundi".
func (f *Finder) looksAhead(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.ahead.has(w) {
			return true
		}
		if f.tokens[k].Kind == Word && !f.entry(k).func_ {
			return false
		}
	}
	return false
}

func (f *Finder) clauseMark(k int) bool {
	t := f.tokens[k]
	if t.Kind == Punct {
		if t.Flags&SpaceBefore == 0 && f.at(k-1).Kind == Number && f.at(k+1).Kind == Number && f.at(k+1).Flags&SpaceBefore == 0 {
			return false // "0,2 %", "20:30"
		}
		return t.Num == ',' || t.Num == ';' || t.Num == ':' || t.Num == '(' || t.Num == ')' || t.Num == '—' || t.Num == '–'
	}
	return t.Word != 0 && f.pack.tense.clause.has(t.Word) && !(f.pack.tense.prepositions.has(t.Word) && (f.determiner(k+1) || f.at(k+1).Flags&Capital != 0))
}

func (f *Finder) sentenceEnd(k int) bool {
	t := f.tokens[k]
	return t.Kind == Punct && (t.Num == '.' || t.Num == '!' || t.Num == '?' || t.Num == '…') && f.endsSentence(k)
}

// cue tells what token k says of the tense.
func (f *Finder) cue(k int) cue {
	t := f.tokens[k]
	if t.Kind != Word || t.Flags&Capital != 0 && t.Flags&AllCapitals == 0 && !f.atSentenceStart(k) {
		return noCue
	}
	if k > 0 && f.pack.tense.passive.has(f.tokens[k-1].Word) || f.presentPassive(k) {
		return noCue
	}
	if f.entry(k).compound {
		if c, ok := f.compound(k); ok {
			return c
		}
	}
	if f.waited(k) {
		return cuePast
	}
	switch c := f.entry(k).tense; c {
	case noCue:
	case cueAgenda: // "le vote", "une rencontre"
		if f.determiner(k-1) || k > 1 && f.tokens[k-1].Kind == Punct && f.determiner(k-2) {
			return noCue
		}
		return c
	case cueAuxiliary, cueConditional:
		if f.suffix(k, f.pack.tense.infinitives) && !f.pack.tense.haveDone.has(t.Word) { // "être signé" is what its finite verb is
			return noCue
		}
		for j := k + 1; j <= k+5 && j < len(f.tokens) && (f.tokens[j].Kind == Word || f.tokens[j].hyphen()); j++ {
			if e := f.entry(j); e.tense == cueFuture && !f.waited(j) || e.tense == cueIntent && f.pack.tense.present.has(t.Word) { // sont convoqués
				return cueFuture
			}
			if f.participle(j) {
				return cuePast
			}
		}
		switch {
		case c == cueConditional:
			return cueFuture
		case f.suffix(k, f.pack.tense.infinitives): // "avoir lieu"
			return noCue
		case f.suffix(k, f.pack.tense.past): // "était décisif"
			return cuePast
		}
		return cuePresent
	case cueBe:
		return f.beCue(k)
	case cueIntent:
		if f.suffix(k, f.pack.tense.past) {
			return cuePast
		}
		return c
	case cuePlural:
		if k > 0 && f.tokens[k].Flags&BreakBefore == 0 && f.pluralSubject(k-1) {
			return cueAgenda
		}
		return noCue
	case cueBeforeTo:
		if f.toCome(k) {
			return cueFuture
		}
		return cuePast
	default:
		return c
	}
	if f.entry(k).values != nil || t.Word != 0 && (f.pack.tense.except.has(t.Word) || f.entry(k).func_) {
		return noCue
	}
	switch w := f.spelt(k); {
	case f.pack.tense.future.End(w, 2):
		return cueFuture
	case f.pack.tense.past.End(w, 2):
		return cuePast
	}
	return noCue
}

func (f *Finder) atSentenceStart(k int) bool {
	return f.tokens[k].Flags&BreakBefore != 0 || k == 0 || f.sentenceEnd(k-1)
}

// Verb tells whether token k is a verb that shows its tense: what a clause
// needs to stand alone.
func (f *Finder) Verb(k int) bool { return f.cue(k) != noCue }

// Perfect tells whether the first verb after a span of tokens is in the tense
// that tells a past event from the present of the writer ("Fin mars, la Russie a
// mis son veto"), not from inside the story ("Au printemps, la guerre gagnait
// le Donbass"): Benveniste's discours and histoire (1959).
func (f *Finder) Perfect(last int) bool {
	for k := last; k < len(f.tokens) && k < last+20; k++ {
		if f.tokens[k].Flags&BreakBefore != 0 || f.sentenceEnd(k) {
			return false
		}
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.perfect.has(w) {
			return true
		}
		if f.cue(k) != noCue {
			return false
		}
	}
	return false
}
