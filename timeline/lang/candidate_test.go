package lang

import (
	"math/bits"
	"testing"
)

// TestLookAheadLosesNothing runs every rule from every token of the packs'
// corpora: one that fits must be among those that are tried there.
func TestLookAheadLosesNothing(t *testing.T) {
	for _, code := range Codes() {
		p, err := Get(code)
		if err != nil {
			t.Fatal(err)
		}
		data, err := Data(code, "corpus.yaml")
		if err != nil {
			t.Fatal(err)
		}
		cases, err := readCorpus(data, code)
		if err != nil {
			t.Fatal(err)
		}
		f := NewFinder(p)
		for _, c := range cases {
			f.Find(c.Text, nil)
			for i := range f.tokens {
				tried := f.tries(i)
				for r := range p.rules {
					f.m.reset(f, &p.rules[r])
					f.m.run(0, i, i)
					if f.m.found && !tried[r] {
						t.Errorf("%s: %q from %q is not tried: %s", code, f.text[f.tokens[i].Start:], p.rules[r].pattern, p.rules[r].meaning)
					}
				}
			}
		}
	}
}

// tries gives the rules that bestAt runs at token i.
func (f *Finder) tries(i int) map[int]bool {
	tried := map[int]bool{}
	if !f.starts(i) {
		return tried
	}
	c, first := f.candidates(i), f.mask(i)
	ahead := f.lookAhead(i, first)
	for word := range c.words {
		for set := c.of(ahead.farSecond, word); set != 0; set &= set - 1 {
			if cand := &c.list[word*64+bits.TrailingZeros64(set)]; cand.first&first != 0 && (cand.solo || ahead.allows(cand)) {
				tried[int(cand.rule)] = true
			}
		}
	}
	return tried
}
