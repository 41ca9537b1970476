package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A docTerm is a word that an article is about, hashed.
type docTerm struct {
	hash   uint64
	weight float32 // names weigh more than other words
}

// maxTerms and maxSentence are how many different words of an article and of a
// sentence count.
const (
	maxTerms    = 300
	maxSentence = 60
)

// termsOf gives the words of a sentence that say what it is about, each once:
// the first seven letters stand for a word, which joins its forms.
func termsOf(f *lang.Finder, text string, first, last int) []docTerm {
	var out []docTerm
	eachTerm(f, text, first, last, func(h uint64, weight float32, _ bool) bool {
		if !slices.ContainsFunc(out, func(t docTerm) bool { return t.hash == h }) {
			out = append(out, docTerm{h, weight})
		}
		return len(out) < maxSentence
	})
	return out
}

// subject gives what the text last read is about: its words and the pairs of
// them that follow each other, each once. Articles that tell the same event
// share many pairs. The set is scratch space.
func subject(f *lang.Finder, text string, seen *hashSet) (terms []docTerm, pairs []uint64) {
	seen.clear()
	before := uint64(0)
	eachTerm(f, text, 0, len(f.Tokens()), func(h uint64, weight float32, breaks bool) bool {
		if len(terms) < maxTerms && seen.add(h) {
			terms = append(terms, docTerm{h, weight})
		}
		if pair := before*31 + h; before != 0 && !breaks && seen.add(pair) {
			pairs = append(pairs, pair)
		}
		before = h
		return len(pairs) < 2*maxTerms
	})
	return terms, pairs
}

// A hashSet is a set of at most some thousand hashes that is cheap to clear.
type hashSet struct {
	slots [4096]struct {
		hash  uint64
		epoch uint32
	}
	epoch uint32
}

func (s *hashSet) clear() { s.epoch++ }

// add puts a hash into the set and tells whether it is new.
func (s *hashSet) add(h uint64) bool {
	for i := h * 0x9e3779b97f4a7c15 >> 52; ; i = (i + 1) & 4095 {
		switch slot := &s.slots[i]; {
		case slot.epoch != s.epoch:
			slot.hash, slot.epoch = h, s.epoch
			return true
		case slot.hash == h:
			return false
		}
	}
}

// eachTerm calls yield with the words of a stretch of tokens that say what it
// is about, until that gives false; breaks is true at the first of a sentence part.
func eachTerm(f *lang.Finder, text string, first, last int, yield func(h uint64, weight float32, breaks bool) bool) {
	tokens := f.Tokens()
	var buf [64]byte
	breaks := true
	for k := first; k < last; k++ {
		t := tokens[k]
		weight := float32(1)
		switch {
		case t.Kind == lang.Punct && !strings.ContainsRune(`'’-"«»“”`, t.Num):
			breaks = true
			continue
		case t.Kind == lang.Number && t.Num > 31 && (t.Num < 1900 || t.Num > 2100):
		case t.Kind != lang.Word && t.Kind != lang.Roman, f.FunctionWord(k), f.TimeWord(k) && !t.Has(lang.Capital):
			continue
		case t.Has(lang.AllCapitals):
			weight = 1.3
		case t.End-t.Start < 4:
			continue
		case t.Has(lang.Capital) && !t.Has(lang.BreakBefore):
			weight = 1.3
		}
		if !yield(hashTerm(string(foldPrefix(buf[:0], text[t.Start:t.End]))), weight, breaks || t.Has(lang.BreakBefore)) {
			return
		}
		breaks = false
	}
}

// foldPrefix appends the first seven letters of a word in lower case and
// without accents.
func foldPrefix(buf []byte, word string) []byte {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if !ascii {
		word = lang.Unaccent(strings.ToLower(word))
	}
	for i := 0; i < len(word) && len(buf) < 7; i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// tellers lists the expressions whose day another article may give, each with
// what its sentence is about.
func (g *gatherer) tellers() {
	i := 0
	for _, s := range g.sentences {
		for ; i < len(g.ms) && g.ms[i].Start < s.End; i++ {
			if len(g.d.told) == 12 {
				return
			}
			if t, ok := g.teller(i); ok {
				t.terms = hashes(termsOf(g.f, g.text, s.First, s.Last))
				g.d.told = append(g.d.told, t)
			}
		}
	}
}

func (g *gatherer) teller(i int) (toldDate, bool) {
	e := &g.ms[i].Expr
	t := toldDate{mention: i, text: g.words(i)}
	if isOffset(e) && e.Unit == tempo.Day && e.N >= -3 && e.N <= 1 {
		t.deictic, t.offset = true, int(-e.N)
		return t, true
	}
	k := slices.IndexFunc(g.d.evidence, func(e evidence) bool { return e.mention == i })
	if k < 0 || e.Kind != tempo.Point {
		return t, false
	}
	switch ev := &g.d.evidence[k]; {
	case ev.day != 0:
		t.weekday = int8(ev.day)
		t.kernel = &kernel{steps: ev.shares}
	case ev.where.Has != 0 && ev.by != "dateline":
		t.where, t.kernel = ev.where, ev.kernel
	default:
		return t, false
	}
	return t, true
}
