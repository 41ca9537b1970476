package lang

import (
	"math/bits"
	"slices"
)

// A pack has some six hundred rules, and nearly every word may begin a hundred of
// them ("la", "the"), of which one or none matches. An automaton reads them all
// at once: a state is the set of the places, in all rules, to which the tokens
// read so far may have led, and is made when a text first leads there (the lazy
// subset construction of Thompson's 1968 matcher, as in grep and RE2). It tells
// which rules can match from a token on; only these are run by the machine, which
// knows spans, captures and tags.
//
// Before it, each rule was asked alone, by the bits of the next three tokens: a
// word that begins rules left eighteen of them to be asked and four to be run,
// of which one in eight matched, and this was six tenths of the time of Find.
// Now two thirds of those that are run match.
//
// An automaton belongs to one goroutine at a time; finders of a pack take one
// from its pool, so that what one text has taught it serves the next.
type automaton struct {
	pack   *Pack
	states []state
	first  []int32 // the state after a first token, by its symbol
	steps  stepTable
	most   int              // steps that it may know
	known  map[uint64]int32 // states by the hash of their places and rules
	making making
}

// A state is what the tokens from a start on leave open and what they settle.
type state struct {
	asks   uint64   // of the next token: bits of which it must have one to lead on
	places []place  // in rules that do not match yet, in order
	rules  []uint16 // that may match with these tokens, whatever follows, in order
}

// A place is an instruction of a rule's program that is next; begun, where its
// class has taken a token and may take more ("10" of "10 000").
type place struct {
	asks  uint64
	rule  uint16
	pc    int16
	begun bool
}

// The first two states: that nobody has asked for yet, and that where no rule goes on.
const unknown, dead = 0, 1

// mostSteps bounds the memory of an automaton, to some megabytes: beyond it, it
// begins anew. News of three hundred thousand words take a sixth of it.
const mostSteps = 1 << 16

func newAutomaton(p *Pack) *automaton {
	a := &automaton{pack: p, most: mostSteps}
	a.forget()
	return a
}

// automaton gives one that is free; the finder puts it back.
func (p *Pack) automaton() *automaton { return p.automata.Get().(*automaton) }

func (a *automaton) forget() {
	a.states = make([]state, 2, 256)
	a.first = make([]int32, a.pack.symbols())
	a.steps = stepTable{}
	a.known = map[uint64]int32{}
}

// rules gives the rules that may match from token i on, in the order of the
// pack. None that matches is missing.
func (a *automaton) rules(f *Finder, i int) []uint16 {
	if a.steps.used > a.most {
		a.forget()
	}
	t := &f.tokens[i]
	symbol := f.traits[t.Word].symbol | uint32(t.Flags)&spaced // no rule begins with a name as such
	if t.Kind != Word {
		symbol = f.otherSymbol(i)
	}
	n := a.first[symbol]
	if n == unknown {
		n = a.begin(f, i)
		a.first[symbol] = n
	}
	s := &a.states[n]
	for i++; s.asks != 0 && i < len(f.tokens); i++ {
		if f.tokens[i].Flags&BreakBefore != 0 || f.mask(i)&s.asks == 0 {
			break
		}
		symbol = f.symbol(i)
		next := a.steps.get(n, symbol)
		if next == unknown {
			next = a.step(f, n, i)
			a.steps.put(n, symbol, next)
		}
		n = next
		s = &a.states[n]
	}
	return s.rules
}

// making is the state that is being made and the token that leads to it.
type making struct {
	state
	token   Token
	classes uint64   // as which the rules may take the token
	asked   uint64   // these and the word
	several bool     // the token may be the first of several that one class takes
	seen    []uint32 // the round in which an instruction of the rule was looked at last
	round   uint32
	taken   []place
	matches bool
	begins  []uint16
}

// begin makes the state after the first token i of rules.
func (a *automaton) begin(f *Finder, i int) int32 {
	a.ready(f, i)
	m, own := &a.making, uint64(0)
	switch m.token.Kind {
	case Number:
		own = numericBits
	case Roman:
		own = classRoman.bit() | classOrd.bit()
	case Punct:
		own = classYear.bit() // "'98"
	}
	for _, v := range f.entry(i).values {
		own |= v.class.bit()
	}
	m.classes &= own
	m.asked = m.classes | f.entry(i).bit
	m.begins = append(m.begins[:0], a.pack.beginWord[m.token.Word]...)
	for set := m.classes; set != 0; set &= set - 1 {
		m.begins = append(m.begins, a.pack.beginClass[bits.TrailingZeros64(set)]...)
	}
	slices.Sort(m.begins)
	for _, r := range slices.Compact(m.begins) {
		a.walk(r, 0)
		a.close(r)
	}
	return a.made()
}

// step makes the state to which token i leads from another.
func (a *automaton) step(f *Finder, from int32, i int) int32 {
	a.ready(f, i)
	m := &a.making
	s := a.states[from]
	m.rules = append(m.rules, s.rules...)
	for k := range s.places {
		p := &s.places[k]
		switch {
		case p.asks&m.asked == 0:
		case p.begun:
			m.taken = append(m.taken, *p)
			a.arrive(p.rule, int(p.pc)+1)
		default:
			a.walk(p.rule, int(p.pc))
		}
		if k+1 == len(s.places) || s.places[k+1].rule != p.rule {
			a.close(p.rule)
		}
	}
	slices.Sort(m.rules)
	return a.made()
}

func (a *automaton) ready(f *Finder, i int) {
	m := &a.making
	m.places, m.rules, m.state.asks = m.places[:0], m.rules[:0], 0
	m.token, m.classes = f.tokens[i], f.mask(i)
	m.asked = m.classes
	m.round++
	m.several = m.token.Kind == Punct || m.classes&numericBits != 0 || f.entry(i).abbrev
}

// walk follows a rule from an instruction over those that take no token, and
// takes the token with those that can.
func (a *automaton) walk(rule uint16, pc int) {
	m, r := &a.making, &a.pack.rules[rule]
	if r.ahead[pc]&m.asked == 0 {
		return
	}
	if len(m.seen) < len(r.prog) {
		m.seen = make([]uint32, 2*len(r.prog))
	}
	if m.seen[pc] == m.round {
		return
	}
	m.seen[pc] = m.round
	switch in := r.prog[pc]; in.op {
	case opMatch, opFound:
	case opWord:
		if m.token.Word == in.arg {
			a.arrive(rule, pc+1)
		}
	case opClass:
		if c := Class(in.arg).bit(); m.classes&c != 0 {
			if m.several && c&severalBits != 0 {
				m.taken = append(m.taken, place{asks: goesOn, rule: rule, pc: int16(pc), begun: true})
			}
			if m.token.Kind != Punct || c != classYear.bit() { // "'98" is two tokens
				a.arrive(rule, pc+1)
			}
		}
	case opSplit:
		a.walk(rule, int(in.x))
		a.walk(rule, int(in.y))
	case opJump, opNot:
		a.walk(rule, int(in.x))
	case opGlue:
		if m.token.Flags&SpaceBefore == 0 {
			a.walk(rule, pc+1)
		}
	default:
		a.walk(rule, pc+1)
	}
}

// arrive notes where the token has led a rule.
func (a *automaton) arrive(rule uint16, pc int) {
	ahead := a.pack.rules[rule].ahead[pc]
	a.making.taken = append(a.making.taken, place{asks: ahead &^ ends, rule: rule, pc: int16(pc)})
	a.making.matches = a.making.matches || ahead&ends != 0
}

// close puts away what the token does to a rule. One that may match has no
// more to prove.
func (a *automaton) close(rule uint16) {
	m := &a.making
	if m.matches {
		m.rules = append(m.rules, rule)
	} else {
		for k, p := range m.taken {
			if !slices.Contains(m.taken[:k], p) {
				m.places, m.asks = append(m.places, p), m.asks|p.asks
			}
		}
	}
	m.taken, m.matches = m.taken[:0], false
	m.round++
}

// made gives the number of the state that was made, that of an old one if there
// is one like it.
func (a *automaton) made() int32 {
	m := &a.making
	if len(m.places) == 0 && len(m.rules) == 0 {
		return dead
	}
	h := uint64(hashSeed)
	for _, p := range m.places {
		h = (h ^ uint64(p.rule)<<16 ^ uint64(p.pc)) * wideHashPrime
	}
	for _, r := range m.rules {
		h = (h ^ uint64(r)) * wideHashPrime
	}
	if n, ok := a.known[h]; ok && slices.Equal(a.states[n].places, m.places) && slices.Equal(a.states[n].rules, m.rules) {
		return n
	}
	n := int32(len(a.states))
	a.states = append(a.states, state{asks: m.asks, places: slices.Clone(m.places), rules: slices.Clone(m.rules)})
	a.known[h] = n
	return n
}

const wideHashPrime = 0x9e3779b97f4a7c15

// A stepTable holds to which state a symbol leads from another, by open addressing.
type stepTable struct {
	slots []struct {
		key uint64
		to  int32
	}
	used int
}

func (t *stepTable) get(from int32, symbol uint32) int32 {
	if len(t.slots) == 0 {
		return unknown
	}
	key := uint64(from)<<32 | uint64(symbol)
	for i := t.slot(key); ; i = (i + 1) & (len(t.slots) - 1) {
		if s := &t.slots[i]; s.key == key || s.key == 0 {
			return s.to
		}
	}
}

func (t *stepTable) slot(key uint64) int {
	return int(key*wideHashPrime>>32) & (len(t.slots) - 1)
}

func (t *stepTable) put(from int32, symbol uint32, to int32) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots, t.used = make([]struct {
			key uint64
			to  int32
		}, max(256, 2*len(old))), 0
		for _, s := range old {
			if s.key != 0 {
				t.put(int32(s.key>>32), uint32(s.key), s.to)
			}
		}
	}
	key := uint64(from)<<32 | uint64(symbol)
	i := t.slot(key)
	for t.slots[i].key != 0 {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.slots[i].key, t.slots[i].to = key, to
	t.used++
}
