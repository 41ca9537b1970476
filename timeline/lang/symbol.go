package lang

// A token's symbol stands for all that automata ask of it: its word, how it is
// written, which classes its digits fit, and whether a space stands before it.
// Where a token is no word of the pack, few symbols are left.
const (
	written     = uint32(Capital | AllCapitals) // two bits that tell how a word or mark is written
	spaced      = uint32(SpaceBefore)
	perWord     = 8
	shortDigits = 200 // numbers of one digit or two have a symbol each
	digitKinds  = shortDigits + 2 + 16 + 1
)

// symbols gives how many there are: those of words and marks, of marks and Roman
// numerals that are none, and of numbers.
func (p *Pack) symbols() int { return int(p.strange) + (2+digitKinds)*perWord }

// A trait is what finders ask of the entry of nearly every token, apart from the
// rest of the entries, which no near cache can hold.
type trait struct {
	mask   uint64
	symbol uint32 // of a word in small letters without a space before it
	begins bool   // a rule may begin with it
}

// numberSymbols gives every entry its traits. Words that stand in no rule share
// the symbol of all others of their classes.
func (p *Pack) numberSymbols() {
	type kind struct {
		mask    uint64
		mark    bool
		stopped bool // a full stop may belong to it
	}
	known := map[kind]uint32{}
	p.traits = make([]trait, len(p.vocab.entries))
	for id := range p.vocab.entries {
		e, t := &p.vocab.entries[id], &p.traits[id]
		t.mask, t.begins = e.mask|classAny.bit(), len(p.beginWord[id]) > 0
		for _, v := range e.values {
			t.begins = t.begins || len(p.beginClass[v.class]) > 0
		}
		if e.bit == 0 {
			k := kind{mask: e.mask, stopped: e.abbrev, mark: e.text != "" && class[e.text[0]] == other}
			n, ok := known[k]
			if ok {
				t.symbol = n
				continue
			}
			known[k] = p.strange
		}
		t.symbol = p.strange
		p.strange += perWord
	}
	if apostrophe := p.vocab.punct['\'']; apostrophe != 0 { // "'98"
		p.traits[apostrophe].begins = true
	}
}

// begins is the fast answer for most tokens: no rule begins there.
func (f *Finder) begins(i int) bool {
	t := &f.tokens[i]
	return t.Kind == Number || t.Kind == Roman || f.traits[t.Word].begins
}

func (f *Finder) symbol(i int) uint32 {
	if t := &f.tokens[i]; t.Kind == Word {
		return f.traits[t.Word].symbol | uint32(t.Flags)&(written|spaced)
	}
	return f.otherSymbol(i)
}

func (f *Finder) otherSymbol(i int) uint32 {
	t := &f.tokens[i]
	s, strange := uint32(t.Flags)&spaced, f.pack.strange
	switch t.Kind {
	case Punct:
		if t.elides() {
			s |= 1
		}
		if f.joins(t) {
			s |= 2
		}
		if t.Word == 0 {
			return s | strange
		}
		return s | f.traits[t.Word].symbol
	case Roman:
		return s | (strange + perWord)
	}
	if f.gluedWord(i + 1) {
		s |= 1
	}
	return s | (strange + (2+t.digitKind())*perWord)
}

// digitKind numbers what the classes of numbers tell apart.
func (t *Token) digitKind() uint32 {
	n := t.Num
	switch w := t.width(); {
	case w <= 2:
		return uint32(n) + (w-1)*shortDigits/2
	case w == 3 && n == 0:
		return shortDigits
	case w == 3:
		return shortDigits + 1
	case w == 4:
		k := uint32(0)
		for bit, is := range [...]bool{n > 0, n < 2400 && n%100 < 60, n >= 1000 && n < 2200, n%10 == 0} {
			if is {
				k |= 1 << bit
			}
		}
		return shortDigits + 2 + k
	}
	return digitKinds - 1
}

// goesOn is the bit of what may be a later token of several that one class takes: a
// part of a number ("000", "et un"), the ending of an ordinal, the full stop
// of an abbreviation.
const goesOn = 1 << noClass

// joins tells a mark that stands inside a number or ends an abbreviation.
func (f *Finder) joins(t *Token) bool {
	return t.Flags&SpaceBefore == 0 && (t.Num == '.' || t.hyphen() || t.Num == f.pack.thousands || t.Num == f.pack.decimal)
}
