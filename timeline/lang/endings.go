package lang

import (
	"cmp"
	"slices"
	"strings"
)

// Endings are those of a list of words. They are asked of nearly every word, and most
// words end in a letter that none of them ends in.
type Endings struct {
	list []string    // by their last byte
	from [257]uint16 // where those with a last byte begin in list
}

// NewEndings makes a table of a list; an empty ending is none.
func NewEndings(list []string) *Endings {
	e := &Endings{list: slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })}
	last := func(s string) byte { return s[len(s)-1] }
	slices.SortFunc(e.list, func(a, b string) int { return cmp.Compare(last(a), last(b)) })
	for _, s := range e.list {
		e.from[int(last(s))+1]++
	}
	for b := range 256 {
		e.from[b+1] += e.from[b]
	}
	return e
}

// End tells whether one of the endings ends the word, with at least so many
// bytes before it.
func (e *Endings) End(word string, before int) bool {
	if word == "" {
		return false
	}
	last := int(word[len(word)-1])
	for _, s := range e.list[e.from[last]:e.from[last+1]] {
		if len(word) >= len(s)+before && strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

// spelt gives the word at token k as endings are compared with it: a word in
// capitals in small letters.
func (f *Finder) spelt(k int) string {
	t := f.tokens[k]
	w := f.text[t.Start:t.End]
	if t.Flags&AllCapitals != 0 {
		return strings.ToLower(w)
	}
	return w
}

// suffix tells whether word k has one of the endings, and more before it.
func (f *Finder) suffix(k int, e *Endings) bool {
	return f.tokens[k].Kind == Word && e.End(f.spelt(k), 1)
}

// adverb tells an adverb by its ending, which is that of participles' company:
// "officiellement", "récemment".
func (f *Finder) adverb(k int) bool { return f.suffix(k, f.pack.tense.adverbs) }

// bare tells a participle by an ending that needs no auxiliary to be known,
// in any gender and number.
func (f *Finder) bare(k int) bool {
	w := f.spelt(k)
	for _, inflection := range [...]string{"", "s", "e", "es"} {
		stem, ok := strings.CutSuffix(w, inflection)
		if !ok {
			continue
		}
		before := 1
		if len(stem) > 3 { // a long ending is a word of its own: "ouvert"
			before = 0
		}
		if f.pack.tense.bare.End(stem, before) {
			return true
		}
	}
	return false
}
