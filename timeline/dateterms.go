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

// maxTerms is how many different words of an article count.
const maxTerms = 300

// termsOf gives the words of a stretch of tokens that say what it is about,
// each once: the first seven letters stand for a word, which joins its forms.
func termsOf(f *lang.Finder, text string, first, last int) []docTerm {
	var out []docTerm
	seen := make(map[uint64]bool, 64)
	eachTerm(f, text, first, last, func(h uint64, weight float32, _ bool) bool {
		if !seen[h] {
			seen[h] = true
			out = append(out, docTerm{h, weight})
		}
		return len(out) < maxTerms
	})
	return out
}

// pairsOf gives the pairs of such words that follow each other, each once:
// articles that tell the same event share many.
func pairsOf(f *lang.Finder, text string, first, last int) []uint64 {
	var out []uint64
	seen := make(map[uint64]bool, 64)
	before := uint64(0)
	eachTerm(f, text, first, last, func(h uint64, _ float32, breaks bool) bool {
		if pair := before*31 + h; before != 0 && !breaks && !seen[pair] {
			seen[pair] = true
			out = append(out, pair)
		}
		before = h
		return len(out) < maxTerms
	})
	return out
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
		case t.Kind == lang.Punct && t.Num != '\'' && t.Num != '’' && t.Num != '-' && t.Num != '"' && t.Num != '«' && t.Num != '»' && t.Num != '“' && t.Num != '”':
			breaks = true
			continue
		case t.Kind == lang.Number && t.Num > 31 && (t.Num < 1900 || t.Num > 2100):
		case t.Kind != lang.Word && t.Kind != lang.Roman, f.FunctionWord(k), t.Word != 0 && !t.Has(lang.Capital):
			continue
		case t.Has(lang.AllCapitals):
			weight = 1.3
		case t.End-t.Start < 4:
			continue
		case t.Has(lang.Capital) && !t.Has(lang.BreakBefore):
			weight = 1.3
		}
		if !yield(hashBytes(foldPrefix(buf[:0], text[t.Start:t.End])), weight, breaks || t.Has(lang.BreakBefore)) {
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

func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
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
