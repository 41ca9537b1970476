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
	cueAuxiliary // past if a participle follows ("a signé"), else present
	cueBe        // future if "-ing" or a future cue follows ("is meeting", "is expected"), else present
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
}

type tenses struct {
	clause      map[uint16]bool
	participles []string
	past        []string
	future      []string
	except      map[uint16]bool
}

func (p *Pack) loadTense(file tenseFile) tenses {
	for c, words := range map[cue][]string{cuePast: file.Past, cueFuture: file.Future, cuePresent: file.Present, cueAuxiliary: file.Auxiliary, cueBe: file.Be} {
		for _, w := range words {
			p.vocab.entries[p.vocab.add(w)].tense = c
		}
	}
	t := tenses{clause: p.set(file.Clause), except: p.set(file.Except), participles: file.Participle}
	for ending, c := range file.Endings {
		if c == "future" {
			t.future = append(t.future, ending)
		} else {
			t.past = append(t.past, ending)
		}
	}
	return t
}

// tense looks for the verb that governs the span of tokens: the nearest cue in
// its clause, what stands before it first; then the nearest in its sentence.
func (f *Finder) tense(first, last int) tempo.Tense {
	const reach = 40
	left, leftFar := noCue, 0
	for k, far := first-1, 1; k >= 0 && far < reach; k, far = k-1, far+1 {
		if f.tokens[k+1].Flags&BreakBefore != 0 || f.sentenceEnd(k) {
			break
		}
		if f.clauseMark(k) {
			far += 6
		}
		if c := f.cue(k); c != noCue {
			left, leftFar = c, far
			break
		}
	}
	right, rightFar := noCue, 0
	for k, far := last, 1; k < len(f.tokens) && far < reach; k, far = k+1, far+1 {
		if f.tokens[k].Flags&BreakBefore != 0 || f.sentenceEnd(k) {
			break
		}
		if k > last && f.tokens[k].Kind == Word && f.clauseMark(k) {
			break // what follows is another clause
		}
		if k > last && f.clauseMark(k) {
			far += 6
		}
		if c := f.cue(k); c != noCue {
			right, rightFar = c, far
			break
		}
	}
	best := left
	if left == noCue || right != noCue && rightFar < leftFar {
		best = right
	}
	switch best {
	case cuePast:
		return tempo.Past
	case cueFuture:
		return tempo.Future
	case cuePresent:
		return tempo.Present
	}
	return tempo.NoTense
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
	switch c := f.entry(k).tense; c {
	case noCue:
	case cueAuxiliary:
		for j := k + 1; j <= k+4 && j < len(f.tokens) && f.tokens[j].Kind == Word; j++ {
			if f.entry(j).tense == cueFuture {
				return cueFuture
			}
			if f.participle(j) {
				return cuePast
			}
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

// beCue reads what follows "is", "are": "is to meet", "is expected", "is
// meeting" look ahead; a clause with a date that says "is" alone is present.
func (f *Finder) beCue(k int) cue {
	for j := k + 1; j <= k+3 && j < len(f.tokens) && f.tokens[j].Kind == Word; j++ {
		w := f.text[f.tokens[j].Start:f.tokens[j].End]
		if f.entry(j).tense == cueFuture || j == k+1 && w == "to" || len(w) > 5 && strings.HasSuffix(w, "ing") {
			return cueFuture
		}
	}
	return cuePresent
}

func (f *Finder) participle(k int) bool {
	t := f.tokens[k]
	if f.entry(k).func_ {
		return false
	}
	w := f.text[t.Start:t.End]
	for _, e := range f.pack.tense.participles {
		if strings.HasSuffix(w, e) {
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
