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

// Aside tells whether a mention dates no step of a story: it qualifies a noun
// ("the May 2007 high", "the treaty of 1763"), opens a stretch up to the story
// ("since 1995"), or stands in a clause that tells what came before ("troops
// that had landed in late 1943").
func (f *Finder) Aside(m Mention) bool {
	if next := f.at(m.Last); next.Kind == Word && next.Flags&BreakBefore == 0 && !f.entry(m.Last).func_ && f.entry(m.Last).tense == noCue &&
		f.determinedBefore(m.First) {
		return true
	}
	if w := f.at(m.First - 1).Word; m.First > 0 && w != 0 && f.pack.tense.back[w] {
		return true
	}
	for k, far := m.First-1, 0; k >= 0 && far < tenseReach && f.tokens[k+1].Flags&BreakBefore == 0 && !f.sentenceEnd(k); k, far = k-1, far+1 {
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.pluperfect[w] {
			return f.participle(k+1) || f.participle(k+2)
		}
		if f.clauseMark(k) || f.cue(k) == cueFuture || f.cue(k) == cuePresent || f.cue(k) == cuePast && !f.participle(k) {
			return false
		}
	}
	return false
}

// determinedBefore tells whether a determiner or a possessive stands just
// before token k, an adjective at most between: "the", "its", "Iraq's".
func (f *Finder) determinedBefore(k int) bool {
	return k > 0 && f.tokens[k].Flags&BreakBefore == 0 && (f.determiner(k-1) || f.pack.articles[f.at(k-1).Word])
}

// Joins tells whether token k is the language's "and".
func (f *Finder) Joins(k int) bool { return f.isWord(k, f.pack.and) && f.pack.and != 0 }

// ClockWord tells a word that may stand between a clock time and its day:
// "local time", "heure locale".
func (f *Finder) ClockWord(k int) bool {
	w := f.at(k).Word
	return w != 0 && f.pack.clockWords[w]
}
