package lang

import (
	"slices"
	"testing"
)

// eachText runs a test over the texts of every pack's corpus, as a finder reads them.
func eachText(t *testing.T, test func(t *testing.T, f *Finder)) {
	for _, code := range Codes() {
		t.Run(code, func(t *testing.T) {
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
				test(t, f)
			}
		})
	}
}

// TestAutomatonLosesNothing runs every rule from every token of the packs'
// corpora: one that fits must be among those that the automaton gives, and few
// others are.
func TestAutomatonLosesNothing(t *testing.T) {
	automata := map[*Pack]*automaton{}
	given, fits := 0, 0
	eachText(t, func(t *testing.T, f *Finder) {
		p := f.pack
		if automata[p] == nil {
			automata[p] = newAutomaton(p)
		}
		for i := range f.tokens {
			rules := automata[p].rules(f, i)
			given += len(rules)
			for r := range p.rules {
				f.m.reset(f, &p.rules[r])
				f.m.run(0, i, i)
				if !f.m.found {
					continue
				}
				if fits++; !slices.Contains(rules, uint16(r)) {
					t.Errorf("%q from %q is not tried: %s", f.text[f.tokens[i].Start:], p.rules[r].pattern, p.rules[r].meaning)
				}
			}
		}
	})
	if given > 2*fits {
		t.Errorf("%d rules are given where %d fit", given, fits)
	}
}

// TestSymbolsTellAll: tokens of one symbol are one to every rule.
func TestSymbolsTellAll(t *testing.T) {
	type token struct {
		mask    uint64
		literal uint16
		kind    Kind
		glued   bool
		stopped bool
	}
	known := map[*Pack]map[uint32]token{}
	eachText(t, func(t *testing.T, f *Finder) {
		if known[f.pack] == nil {
			known[f.pack] = map[uint32]token{}
		}
		for i, tok := range f.tokens {
			e := f.entry(i)
			is := token{mask: f.mask(i), kind: tok.Kind, glued: tok.Flags&SpaceBefore == 0, stopped: e.abbrev}
			if e.bit != 0 {
				is.literal = tok.Word
			}
			s := f.symbol(i)
			if s >= uint32(f.pack.symbols()) {
				t.Fatalf("%q has symbol %d of %d", f.text[tok.Start:tok.End], s, f.pack.symbols())
			}
			if was, ok := known[f.pack][s]; ok && was != is {
				t.Errorf("%q is %+v, another with its symbol %+v", f.text[tok.Start:tok.End], is, was)
			}
			known[f.pack][s] = is
		}
	})
}

// TestAutomatonBeginsAnew: one that may remember next to nothing gives the same
// rules as one that remembers all.
func TestAutomatonBeginsAnew(t *testing.T) {
	automata := map[*Pack][2]*automaton{}
	eachText(t, func(t *testing.T, f *Finder) {
		if automata[f.pack][0] == nil {
			automata[f.pack] = [2]*automaton{newAutomaton(f.pack), newAutomaton(f.pack)}
			automata[f.pack][1].most = 3
		}
		whole, short := automata[f.pack][0], automata[f.pack][1]
		for i := range f.tokens {
			if got, want := short.rules(f, i), whole.rules(f, i); !slices.Equal(got, want) {
				t.Errorf("%q: %v, want %v", f.text[f.tokens[i].Start:], got, want)
			}
		}
		if short.steps.used > 20 {
			t.Errorf("%d steps are remembered", short.steps.used)
		}
	})
}
