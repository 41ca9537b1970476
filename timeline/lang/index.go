package lang

import (
	"cmp"
	"slices"
)

// severalBits are the classes that may take more than one token: "vingt et un",
// "10 000", "sept.".
const severalBits = 1<<classN | 1<<classYear | 1<<classDay | 1<<classOrd | 1<<classHour | 1<<classMinute | 1<<classDecade | 1<<classMonth | 1<<classWeekday

// index looks ahead from every point of every rule.
func (p *Pack) index() {
	p.wordBits()
	for id := range p.vocab.entries {
		e := &p.vocab.entries[id]
		if e.func_ {
			e.mask |= classFunc.bit()
		} else if e.values == nil {
			e.mask |= classNoun.bit()
		}
		if id > 0 && (uint16(id) == p.and || p.ordinalEndings.has(uint16(id)) || e.mask&(classN.bit()|classOrd.bit()) != 0) {
			e.mask |= goesOn
		}
	}
	p.beginWord = make([][]uint16, len(p.vocab.entries))
	total := 0
	for r := range p.rules {
		total += len(p.rules[r].prog)
	}
	room := make([]uint64, total)
	for r := range p.rules {
		rule := &p.rules[r]
		rule.ahead, room = room[:len(rule.prog):len(rule.prog)], room[len(rule.prog):]
		p.steps(rule.prog, rule.ahead)
		p.begin(uint16(r), 0)
	}
	p.numberSymbols()
	p.automata.New = func() any { return newAutomaton(p) }
}

// begin lists a rule under the words and classes that it may begin with.
func (p *Pack) begin(rule uint16, pc int) {
	add := func(to *[]uint16) {
		if n := len(*to); n == 0 || (*to)[n-1] != rule {
			*to = append(*to, rule)
		}
	}
	switch in := p.rules[rule].prog[pc]; in.op {
	case opMatch, opFound:
	case opWord:
		add(&p.beginWord[in.arg])
	case opClass:
		add(&p.beginClass[in.arg])
	case opSplit:
		p.begin(rule, int(in.x))
		p.begin(rule, int(in.y))
	case opJump, opNot:
		p.begin(rule, int(in.x))
	default:
		p.begin(rule, pc+1)
	}
}

// bit gives the bit of what an instruction takes.
func (p *Pack) bit(in instr) uint64 {
	if in.op == opClass {
		return Class(in.arg).bit()
	}
	return p.vocab.entries[in.arg].bit
}

// wordBits gives the words that rules name the bits that classes leave free, the
// most used ones first, so that these share theirs with rarer words. Words that
// no rule names have none: nothing that is asked for can be mistaken for them.
func (p *Pack) wordBits() {
	uses := make([]int, len(p.vocab.entries))
	var words []uint16
	for r := range p.rules {
		for _, in := range p.rules[r].prog {
			if in.op != opWord {
				continue
			}
			if uses[in.arg] == 0 {
				words = append(words, in.arg)
			}
			uses[in.arg]++
		}
	}
	slices.SortFunc(words, func(a, b uint16) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
	const free = 63 - int(classCount) // and one bit for ends
	for rank, w := range words {
		e := &p.vocab.entries[w]
		e.bit = 1 << (int(classCount) + rank%free)
		e.mask |= e.bit
	}
}
