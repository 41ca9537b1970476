package timeline

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// stemmers are the languages' stemming algorithms (Porter's Snowball).
var stemmers = map[string]func(*snowballstem.Env) bool{"fr": french.Stem, "en": english.Stem}

// The weights of what an event can be about: names identify it, verbs and
// nouns describe it.
const (
	nameWeight   = 2.5
	numberWeight = 1.5
	stemWeight   = 1
)

// terms gives what a title is about: its names, numbers and stems, each once,
// without function words and what says little.
func (x *extractor) terms(h *headline, f *actor.Found) []term {
	from := len(x.keptTerms)
	out := x.keptTerms[from:]
	add := func(hash uint64, w float32) {
		for _, t := range out {
			if t.hash == hash {
				return
			}
		}
		out = append(out, term{hash, w})
	}
	var few [8][2]int
	named := few[:0]
	for _, refs := range [...][]actor.Ref{f.States, f.Orgs, f.People, f.Places} {
		for i := range refs {
			if r := &refs[i]; r.Code != "" {
				add(hashTerm(r.Code), nameWeight)
				named = append(named, [2]int{r.Start, r.End})
			}
		}
	}
	for n, p := range h.pieces {
		if h.starts[n] < 0 || inStretches(named, h.starts[n]) {
			continue
		}
		if p.token < 0 {
			for _, w := range strings.FieldsFunc(p.text, notLetter) {
				if len(w) > 3 {
					add(x.stem(w), stemWeight)
				}
			}
			continue
		}
		t := x.tokens[p.token]
		switch t.Kind {
		case lang.Number:
			if t.Num > 9 {
				add(hashTerm(x.word(p.token)), numberWeight)
			}
		case lang.Word:
			if w := x.word(p.token); !x.finder.FunctionWord(p.token) && (len(w) > 3 || x.lang.senses[x.stem(w)] != 0) && !x.saysLittle(p.token) {
				weight := float32(stemWeight)
				if t.Has(lang.Capital) {
					weight = 1.6
				}
				add(x.stem(w), weight)
			}
		}
	}
	x.keptTerms = append(x.keptTerms[:from], out...)
	return x.keptTerms[from:len(x.keptTerms):len(x.keptTerms)]
}

// inStretches tells whether a byte belongs to one of some stretches of a text.
func inStretches(stretches [][2]int, at int) bool {
	for _, s := range stretches {
		if at >= s[0] && at < s[1] {
			return true
		}
	}
	return false
}

// saysLittle tells whether token k says nothing of what happened: an adverb,
// which says how ("ensemble"), a verb that needs its object to say anything.
func (x *extractor) saysLittle(k int) bool {
	w := x.look(k)
	return w.class&isAdverb != 0 || x.lang.verbs[w.verb].light
}

func notLetter(r rune) bool { return r == ' ' || r == '\'' || r == '’' || r == '-' || r == ',' }

func inRefs(refs []actor.Ref, at int) bool {
	for i := range refs {
		if r := &refs[i]; at >= r.Start && at < r.End {
			return true
		}
	}
	return false
}

// maxStems bounds the stems that a worker keeps: more than a language's common
// words, less than memory notices.
const maxStems = 1 << 16

// stem gives the hash of what a word says. Stemming costs a microsecond and
// words recur, so a worker keeps its stems.
func (x *extractor) stem(word string) uint64 {
	if h, ok := x.worker.stems[word]; ok {
		return h
	}
	h := x.lang.meaning(word)
	if len(x.worker.stems) >= maxStems {
		clear(x.worker.stems)
	}
	x.worker.stems[strings.Clone(word)] = h // the clone lets the article's text go
	return h
}

// stemOf gives the hash of the stem of a word of a language.
func stemOf(code, word string) uint64 {
	folded := strings.ToLower(word)
	if s := stemmers[code]; s != nil {
		env := snowballstem.NewEnv(folded)
		s(env)
		folded = env.Current()
	}
	return hashTerm(lang.Unaccent(folded))
}

// hashTerm is FNV-1a, the same in every run so that the output is.
func hashTerm(s string) uint64 { return hashMore(offset64, s) }

// hashMore goes on hashing where what stands before s ended.
func hashMore(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime64
	}
	return h
}
