package lang

import (
	"cmp"
	"math/bits"
	"slices"
)

// candidates are the rules that may begin at a token, in the order of the pack;
// any joins what they need of the token after it.
type candidates struct {
	list    []candidate
	any     uint64
	several uint64 // the classes with which they begin that may take several tokens
	solo    bool   // one of them needs no second token

	// Of the hundred rules that "the" begins, the next token leaves a handful.
	// Sets of the list's places find them: a row for each bit of the second token, and
	// those that need none.
	words  int // of a row
	rows   []uint64
	always []uint64
}

// A candidate is a rule that may begin at a token.
type candidate struct {
	rule   uint16
	first  uint64 // the classes and words as which it takes the first token
	need   uint64 // what it needs of the second token
	solo   bool   // it can end after the first
	follow []follow
}

// A follow is a way in which a rule goes on: the bits of the second token, and
// what it then needs of the third, or of a later one where the second is the
// first of several ("10 000"). Told apart by the second token, most rules
// that begin with a common word ("in [the] [early] {season}") fail here.
type follow struct {
	second, third uint64
	ends          bool // it can end after the second
}

// index lists for every entry the rules that may begin with it.
func (p *Pack) index() {
	p.byWord, p.byNum, p.byRom = make([]*candidates, len(p.vocab.entries)), &candidates{}, &candidates{}
	byClass := make([]candidates, classCount)
	p.wordBits()
	for r := range p.rules {
		rule := &p.rules[r]
		rule.ahead = p.steps(rule.prog)
		begins(rule.prog, 0, func(in instr, pc int) {
			c := p.candidate(uint16(r), in, pc)
			if in.op == opClass {
				byClass[in.arg].add(c)
				return
			}
			p.beginning(in.arg).add(c)
			if first := p.vocab.entries[in.arg].text[0]; class[first] == digit {
				p.byNum.add(c)
			}
		})
	}
	for c := classN; c < classCount; c++ {
		if c.bit()&numericBits != 0 {
			p.byNum.addAll(&byClass[c])
		}
	}
	p.byRom.addAll(&byClass[classRoman])
	p.byRom.addAll(&byClass[classOrd])
	if apostrophe := p.vocab.punct['\'']; apostrophe != 0 {
		for _, c := range byClass[classYear].list { // "'98": the number is the second token
			after := follow{second: classYY.bit(), third: c.need, ends: c.solo}
			p.beginning(apostrophe).add(candidate{rule: c.rule, first: c.first, need: after.second, follow: []follow{after}})
		}
	}
	p.indexWords(byClass)
	p.byNum.seal()
	p.byRom.seal()
}

// indexWords gives every word the rules that begin with its classes. Words of
// the same classes, such as the months, share their list.
func (p *Pack) indexWords(byClass []candidates) {
	shared := map[uint64]*candidates{}
	for id := range p.vocab.entries {
		e := &p.vocab.entries[id]
		classes := uint64(0)
		for _, v := range e.values {
			classes |= v.class.bit()
		}
		switch own := p.byWord[id]; {
		case classes == 0:
		case own != nil:
			for _, v := range e.values {
				own.addAll(&byClass[v.class])
			}
		default:
			if shared[classes] == nil {
				shared[classes] = &candidates{}
				for _, v := range e.values {
					shared[classes].addAll(&byClass[v.class])
				}
				shared[classes].seal()
			}
			p.byWord[id] = shared[classes]
		}
		if own := p.byWord[id]; own != nil && own.words == 0 {
			own.seal()
		}
		if e.func_ {
			e.mask |= classFunc.bit()
		} else if e.values == nil {
			e.mask |= classNoun.bit()
		}
	}
}

// beginning gives the list of a word, making it if needed.
func (p *Pack) beginning(id uint16) *candidates {
	if p.byWord[id] == nil {
		p.byWord[id] = &candidates{}
	}
	return p.byWord[id]
}

// candidate tells what a rule needs that begins with the instruction at pc.
func (p *Pack) candidate(number uint16, in instr, pc int) candidate {
	r := &p.rules[number]
	s := r.ahead[pc+1]
	c := candidate{rule: number, first: p.bit(in), need: s.mask, solo: s.ends}
	begins(r.prog, pc+1, func(in instr, pc int) {
		s := r.ahead[pc+1]
		c.goesOn(follow{second: p.bit(in), third: s.mask, ends: s.ends})
	})
	return c
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
	const free = 64 - int(classCount)
	for rank, w := range words {
		e := &p.vocab.entries[w]
		e.bit = 1 << (int(classCount) + rank%free)
		e.mask |= e.bit
	}
}

// goesOn adds a way to go on to those that a candidate has.
func (c *candidate) goesOn(x follow) {
	for i := range c.follow {
		if f := &c.follow[i]; f.third == x.third && f.ends == x.ends {
			f.second |= x.second
			return
		}
	}
	c.follow = append(c.follow, x)
}

// add adds a candidate; what a rule needs that is there already is joined.
func (c *candidates) add(x candidate) {
	c.any, c.several, c.solo = c.any|x.need, c.several|x.first&severalBits, c.solo || x.solo
	at, found := slices.BinarySearchFunc(c.list, x.rule, func(have candidate, rule uint16) int { return cmp.Compare(have.rule, rule) })
	if !found {
		c.list = slices.Insert(c.list, at, x)
		return
	}
	old := &c.list[at]
	old.first |= x.first
	old.need |= x.need
	old.solo = old.solo || x.solo
	old.follow = slices.Clone(old.follow) // the lists of other words share it
	for _, f := range x.follow {
		old.goesOn(f)
	}
}

func (c *candidates) addAll(from *candidates) {
	for _, x := range from.list {
		c.add(x)
	}
}

// seal makes the sets of a list that is whole.
func (c *candidates) seal() {
	c.words = (len(c.list) + 63) / 64
	sets := make([]uint64, 65*c.words)
	c.always, c.rows = sets[:c.words], sets[c.words:]
	for k := range c.list {
		word, bit := k/64, uint64(1)<<(k%64)
		if c.list[k].solo {
			c.always[word] |= bit
		}
		for need := c.list[k].need; need != 0; need &= need - 1 {
			c.rows[bits.TrailingZeros64(need)*c.words+word] |= bit
		}
	}
}

// of gives the places in one word of the list that a second token leaves.
func (c *candidates) of(second uint64, word int) uint64 {
	set := c.always[word]
	for b := second & c.any; b != 0; b &= b - 1 {
		set |= c.rows[bits.TrailingZeros64(b)*c.words+word]
	}
	return set
}

// severalBits are the classes that may take more than one token: "vingt et un",
// "10 000", "sept.".
const severalBits = 1<<classN | 1<<classYear | 1<<classDay | 1<<classOrd | 1<<classHour | 1<<classMinute | 1<<classDecade | 1<<classMonth | 1<<classWeekday
