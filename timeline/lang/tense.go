package lang

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

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
	cueBe          // future if "to" or a future cue follows ("is to meet", "is expected"), else present
)

// tenseFile is the tense section of a pack.
type tenseFile struct {
	Past       []string          `yaml:"past"`
	Future     []string          `yaml:"future"`
	Present    []string          `yaml:"present"`
	Auxiliary  []string          `yaml:"auxiliary"`
	Be         []string          `yaml:"be"`
	Clause     []string          `yaml:"clause"`     // words that begin another clause
	Participle []string          `yaml:"participle"` // endings of past participles
	Endings    map[string]string `yaml:"endings"`    // of other verbs: ending → past or future
	Except     []string          `yaml:"except"`     // words with such an ending that are no verbs

	Conditional []string `yaml:"conditional"`
	Agenda      []string `yaml:"agenda"`
	Intent      []string `yaml:"intent"`
	Ahead       []string `yaml:"ahead"`       // prepositions that look to the future
	Bare        []string `yaml:"bare"`        // endings of participles that need no auxiliary before them
	Infinitive  []string `yaml:"infinitive"`  // endings of infinitives
	Determiners []string `yaml:"determiners"` // words before nouns
	Irregular   []string `yaml:"participles"` // past participles that are also other words, or too short for an ending
	Perfect     []string `yaml:"perfect"`     // auxiliaries of the tense that tells from now on, not from the story: "a signé"
	Passive     []string `yaml:"passive"`     // words that leave the tense of a participle after them to what stands before: "will be signed"
}

type tenses struct {
	clause      map[uint16]bool
	participles []string
	past        []string
	future      []string
	except      map[uint16]bool
	ahead       map[uint16]bool
	determiners map[uint16]bool
	irregular   map[uint16]bool
	passive     map[uint16]bool
	perfect     map[uint16]bool
	bare        []string
	infinitives []string
}

func (p *Pack) loadTense(file tenseFile) tenses {
	for _, list := range []struct {
		cue   cue
		words []string
	}{{cueIntent, file.Intent}, {cueAgenda, file.Agenda}, {cuePresent, file.Present}, {cueAuxiliary, file.Auxiliary},
		{cueBe, file.Be}, {cueConditional, file.Conditional}, {cuePast, file.Past}, {cueFuture, file.Future}} {
		for _, w := range list.words {
			p.vocab.entries[p.vocab.add(w)].tense = list.cue
		}
	}
	t := tenses{clause: p.set(file.Clause), except: p.set(file.Except), participles: file.Participle,
		ahead: p.set(file.Ahead), determiners: p.set(file.Determiners), irregular: p.set(file.Irregular), passive: p.set(file.Passive), perfect: p.set(file.Perfect), bare: file.Bare, infinitives: file.Infinitive}
	for ending, c := range file.Endings {
		if c == "future" {
			t.future = append(t.future, ending)
		} else {
			t.past = append(t.past, ending)
		}
	}
	return t
}

// tense looks for the verb that governs the span of tokens: a participle or
// infinitive that it follows closely, else the nearest finite verb of its own
// clause, else one of its sentence.
func (f *Finder) tense(first, last int) tempo.Tense {
	c := f.governor(first)
	if c == noCue {
		left, outerLeft := f.cuesLeft(first - 1)
		right, outerRight := f.cuesRight(last)
		switch {
		case left.cue != noCue && (right.cue == noCue || left.far <= right.far):
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
	}
	ahead := f.looksAhead(first)
	switch {
	case c == cuePast && ahead:
		return tempo.NoTense
	case c == cuePast:
		return tempo.Past
	case c == cueFuture, c == cueAgenda, ahead:
		return tempo.Future
	case c == cuePresent:
		return tempo.Present
	}
	return tempo.NoTense
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
		if f.clauseMark(k) {
			far += clauseFar
			crossed = crossed || f.tokens[k].Kind == Word
		}
		switch c := f.cue(k); {
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
		if f.clauseMark(k) && (k > from || f.tokens[k].Kind == Punct) {
			far += clauseFar
			if f.tokens[k].Kind == Word {
				pending++
				continue
			}
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

// governor reads the participle or infinitive that stands just before token i,
// with only names and function words between: "arrêté à Moscou dimanche",
// "la réunion prévue mardi", "a appelé à manifester samedi".
func (f *Finder) governor(i int) cue {
	k := i - 1
	for far := 0; k >= 0 && far < 8; k, far = k-1, far+1 {
		t := f.tokens[k]
		if f.tokens[k+1].Flags&BreakBefore != 0 || t.Kind != Word && t.Num != '\'' && t.Num != '’' {
			return noCue
		}
		e := f.entry(k)
		if e.tense == cueFuture && !e.func_ {
			return cueFuture
		}
		if name := t.Flags&Capital != 0 && !f.atSentenceStart(k); e.tense != noCue || !e.func_ && !name {
			break
		}
	}
	if k < 0 {
		return noCue
	}
	if f.suffix(k, f.pack.tense.infinitives) && f.entry(k).tense == noCue {
		return f.intent(k)
	}
	if !f.suffix(k, f.pack.tense.bare) || f.entry(k).tense != noCue || f.named(k) {
		return noCue
	}
	for j, far := k-1, 0; j >= 0 && far < 5 && f.tokens[j+1].Flags&BreakBefore == 0; j, far = j-1, far+1 {
		switch c := f.entry(j).tense; {
		case f.tokens[j].Kind != Word && f.tokens[j].Num != '\'' && f.tokens[j].Num != '-':
			return cuePast
		case c == cueAuxiliary && f.suffix(j, f.pack.tense.infinitives): // doit être signé
		case c == cueFuture, c == cueIntent, f.cue(j) == cueFuture: // va être vendu, avant d'être vendu
			return cueFuture
		case c == cueAuxiliary, c == cueConditional:
			return cuePast
		}
	}
	return cuePast
}

// named tells whether a word that looks like a participle is a noun: a
// determiner or a number stands before it.
func (f *Finder) named(k int) bool {
	if f.tokens[k].Flags&Capital != 0 && !f.atSentenceStart(k) || f.entry(k).values != nil || f.entry(k).func_ {
		return true
	}
	if w := f.tokens[k].Word; w != 0 && f.pack.tense.except[w] {
		return true
	}
	if f.atSentenceStart(k) {
		return false
	}
	e, t := f.entry(k-1), f.tokens[k-1]
	return t.Kind == Number || t.Kind == Punct && (t.Num == '\'' || t.Num == '’') && f.determiner(k-2) || e.values != nil || f.determiner(k-1)
}

func (f *Finder) determiner(k int) bool {
	return k >= 0 && f.tokens[k].Word != 0 && f.pack.tense.determiners[f.tokens[k].Word]
}

// intent reads an infinitive after a verb that looks ahead: "ont décidé de se
// réunir mardi".
func (f *Finder) intent(k int) cue {
	for far := 0; k >= 0 && far < 8 && f.tokens[k].Kind == Word && !f.sentenceEnd(k); k, far = k-1, far+1 {
		switch c := f.entry(k).tense; c {
		case cueIntent, cueFuture:
			return cueFuture
		}
		if k == 0 || f.tokens[k].Flags&BreakBefore != 0 {
			break
		}
		if p := f.tokens[k-1]; p.Kind == Punct && (p.Num == '\'' || p.Num == '’') {
			k--
		}
	}
	return noCue
}

// looksAhead tells whether the preposition before the span looks to the
// future: "jusqu'à vendredi", "d'ici lundi".
func (f *Finder) looksAhead(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.ahead[w] {
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
		return t.Num == ',' || t.Num == ';' || t.Num == ':' || t.Num == '(' || t.Num == ')' || t.Num == '—' || t.Num == '–'
	}
	return t.Word != 0 && f.pack.tense.clause[t.Word]
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
	if k > 0 && f.pack.tense.passive[f.tokens[k-1].Word] {
		return noCue
	}
	switch c := f.entry(k).tense; c {
	case noCue:
	case cueAgenda: // "le vote", "une rencontre"
		if f.determiner(k-1) || k > 1 && f.tokens[k-1].Kind == Punct && f.determiner(k-2) {
			return noCue
		}
		return c
	case cueAuxiliary, cueConditional:
		for j := k + 1; j <= k+5 && j < len(f.tokens) && (f.tokens[j].Kind == Word || f.tokens[j].Num == '-'); j++ {
			if f.entry(j).tense == cueFuture {
				return cueFuture
			}
			if f.participle(j) {
				return cuePast
			}
		}
		if c == cueConditional {
			return cueFuture
		}
		return cuePresent
	case cueBe:
		return f.beCue(k)
	default:
		return c
	}
	if f.entry(k).values != nil || t.Word != 0 && (f.pack.tense.except[t.Word] || f.entry(k).func_) {
		return noCue
	}
	w := f.text[t.Start:t.End]
	for _, e := range f.pack.tense.future {
		if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
			return cueFuture
		}
	}
	for _, e := range f.pack.tense.past {
		if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
			return cuePast
		}
	}
	return noCue
}

// beCue reads what follows "is", "are": "is to meet", "is expected" look
// ahead, all else is present.
func (f *Finder) beCue(k int) cue {
	for j := k + 1; j <= k+3 && j < len(f.tokens) && f.tokens[j].Kind == Word; j++ {
		w := f.text[f.tokens[j].Start:f.tokens[j].End]
		if f.entry(j).tense == cueFuture || j == k+1 && w == "to" {
			return cueFuture
		}
	}
	return cuePresent
}

func (f *Finder) participle(k int) bool {
	if w := f.tokens[k].Word; w != 0 && f.pack.tense.irregular[w] {
		return true
	}
	return !f.entry(k).func_ && f.entry(k).values == nil && f.suffix(k, f.pack.tense.participles)
}

// suffix tells whether word k has one of the endings, and more before it.
func (f *Finder) suffix(k int, endings []string) bool {
	t := f.tokens[k]
	if t.Kind != Word {
		return false
	}
	w := f.text[t.Start:t.End]
	if t.Flags&AllCapitals != 0 {
		w = strings.ToLower(w)
	}
	for _, e := range endings {
		if len(w) > len(e) && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
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
		if w := f.tokens[k].Word; w != 0 && f.pack.tense.perfect[w] {
			return true
		}
		if f.cue(k) != noCue {
			return false
		}
	}
	return false
}
