package lang

import (
	"fmt"
	"strings"
)

// A rule is one pattern under the name of a meaning.
//
//	il y a {n} {unit}               words and classes
//	[le] {day} {month} [{year}]     optional parts
//	(an|année) (dernier|passé)      alternatives
//	<det>                           a macro of the pack
//	depuis ^ {n} {unit} $ déjà      the span lies between ^ and $
//	{month} !{lower}                not before a word of this class
//	{n} ~ h                         no space before the next word
//	14 - Juillet                    a number of one or two digits stands for itself
//	l'an dernier @last              a tag that the meaning reads
//	demain = +1 day                 arguments of the meaning
//
// A hyphen inside a word of a pattern also matches where the text has none.
type rule struct {
	meaning string
	mean    meaning
	pattern string
	line    int
	args    args
	prog    []instr
	ahead   []uint64 // what can come next, by instruction: see steps
}

type opcode uint8

const (
	opMatch opcode = iota
	opWord
	opClass
	opSplit // try x, then y
	opJump
	opSpanStart
	opSpanEnd
	opTag
	opNot  // fail if the program at pc+1 reaches opFound; else go on at x
	opGlue // the next token has no space before it
	opFound
)

type instr struct {
	op   opcode
	arg  uint16 // word, class or tag
	x, y int16
}

// A patternParser compiles a pattern by recursive descent.
type patternParser struct {
	pack  *Pack
	src   string
	pos   int
	prog  []instr
	depth int
}

// compile gives the program of a pattern; room is what it may write over.
func (p *Pack) compile(pattern string, room []instr) ([]instr, error) {
	c := patternParser{pack: p, src: pattern, prog: room[:0]}
	if err := c.alternatives(""); err != nil {
		return nil, err
	}
	if c.pos < len(c.src) {
		return nil, fmt.Errorf("unexpected %q", c.src[c.pos:])
	}
	return threaded(append(c.prog, instr{op: opMatch})), nil
}

// threaded lets every branch go straight to where a chain of jumps ends.
func threaded(prog []instr) []instr {
	end := func(pc int16) int16 {
		for prog[pc].op == opJump {
			pc = prog[pc].x
		}
		return pc
	}
	for k := range prog {
		switch prog[k].op {
		case opSplit:
			prog[k].x, prog[k].y = end(prog[k].x), end(prog[k].y)
		case opJump, opNot:
			prog[k].x = end(prog[k].x)
		}
	}
	return prog
}

func (c *patternParser) emit(in instr) int {
	c.prog = append(c.prog, in)
	return len(c.prog) - 1
}

// alternatives compiles a|b|c up to a closing mark, under a balanced tree of
// splits: a list of thirty prepositions then costs five looks ahead and not
// thirty. They are tried in their order all the same.
func (c *patternParser) alternatives(closing string) error {
	tree, n := len(c.prog), c.countAlternatives()
	for range n - 1 {
		c.emit(instr{op: opSplit})
	}
	starts := make([]int16, 0, 16)
	for {
		starts = append(starts, int16(len(c.prog)))
		if err := c.sequence(); err != nil {
			return err
		}
		if c.pos >= len(c.src) || c.src[c.pos] != '|' {
			break
		}
		c.pos++
		c.emit(instr{op: opJump})
	}
	if len(starts) != n {
		return fmt.Errorf("a mark without its other half in %q", c.src)
	}
	for _, start := range starts[1:] {
		c.prog[start-1].x = int16(len(c.prog))
	}
	c.plant(&tree, starts)
	if closing != "" {
		if c.pos >= len(c.src) || string(c.src[c.pos]) != closing {
			return fmt.Errorf("missing %q", closing)
		}
		c.pos++
	}
	return nil
}

// countAlternatives counts the alternatives from here to the closing mark.
func (c *patternParser) countAlternatives() int {
	n, depth := 1, 0
	for i := c.pos; i < len(c.src) && depth >= 0; i++ {
		switch c.src[i] {
		case '\\':
			i++
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '|':
			if depth == 0 {
				n++
			}
		}
	}
	return n
}

// plant makes the splits of a part of the alternatives, from the one at next
// on, and gives where the part begins.
func (c *patternParser) plant(next *int, part []int16) int16 {
	if len(part) == 1 {
		return part[0]
	}
	node, half := *next, (len(part)+1)/2
	*next++
	c.prog[node].x = c.plant(next, part[:half])
	c.prog[node].y = c.plant(next, part[half:])
	return int16(node)
}

// insert appends a program, moved to where it stands.
func (c *patternParser) insert(prog []instr) {
	at := len(c.prog)
	c.prog = append(c.prog, prog...)
	for k := range c.prog[at:] {
		switch in := &c.prog[at+k]; in.op {
		case opSplit:
			in.x, in.y = in.x+int16(at), in.y+int16(at)
		case opJump, opNot:
			in.x += int16(at)
		}
	}
}

func (c *patternParser) sequence() error {
	for c.pos < len(c.src) {
		switch ch := c.src[c.pos]; ch {
		case ' ':
			c.pos++
		case '|', ')', ']':
			return nil
		case '^':
			c.pos++
			c.emit(instr{op: opSpanStart})
		case '$':
			c.pos++
			c.emit(instr{op: opSpanEnd})
		case '~':
			c.pos++
			c.emit(instr{op: opGlue})
		default:
			if err := c.element(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *patternParser) element() error {
	switch ch := c.src[c.pos]; ch {
	case '(':
		c.pos++
		return c.alternatives(")")
	case '[':
		c.pos++
		split := c.emit(instr{op: opSplit, x: int16(len(c.prog) + 1)})
		if err := c.alternatives("]"); err != nil {
			return err
		}
		c.prog[split].y = int16(len(c.prog))
		return nil
	case '!':
		c.pos++
		not := c.emit(instr{op: opNot})
		if err := c.element(); err != nil {
			return err
		}
		c.emit(instr{op: opFound})
		c.prog[not].x = int16(len(c.prog))
		return nil
	case '{':
		name, err := c.until('}')
		if err != nil {
			return err
		}
		for i, n := range classNames {
			if n == name && i > 0 {
				c.emit(instr{op: opClass, arg: uint16(i)})
				return nil
			}
		}
		return fmt.Errorf("no class {%s}; there are {%s}", name, strings.Join(classNames[1:], "} {"))
	case '<':
		name, err := c.until('>')
		if err != nil {
			return err
		}
		return c.macro(name)
	case '@':
		c.pos++
		start := c.pos
		for c.pos < len(c.src) && (class[c.src[c.pos]] == lower || class[c.src[c.pos]] == digit) {
			c.pos++
		}
		name := c.src[start:c.pos]
		t, ok := tagNames[name]
		if !ok {
			return fmt.Errorf("no tag @%s", name)
		}
		c.emit(instr{op: opTag, arg: uint16(t)})
		return nil
	}
	return c.literal()
}

func (c *patternParser) until(closing byte) (string, error) {
	end := strings.IndexByte(c.src[c.pos:], closing)
	if end < 0 {
		return "", fmt.Errorf("missing %q", string(closing))
	}
	s := c.src[c.pos+1 : c.pos+end]
	c.pos += end + 1
	return s, nil
}

// macro inserts a macro's program, compiled once and moved to where it stands.
func (c *patternParser) macro(name string) error {
	prog, ok := c.pack.compiled[name]
	if !ok {
		body, known := c.pack.macros[name]
		if !known {
			return fmt.Errorf("no macro <%s>", name)
		}
		if c.depth > 8 {
			return fmt.Errorf("macro <%s> contains itself", name)
		}
		inner, naming := patternParser{pack: c.pack, src: body, depth: c.depth + 1}, c.pack.naming
		c.pack.naming = false
		defer func() { c.pack.naming = naming }()
		if err := inner.alternatives(""); err != nil {
			return fmt.Errorf("in <%s>: %w", name, err)
		}
		if inner.pos < len(body) {
			return fmt.Errorf("in <%s>: unexpected %q", name, body[inner.pos:])
		}
		prog = inner.prog
		c.pack.compiled[name] = prog
	}
	c.insert(prog)
	return nil
}

// signs are the bytes that end a literal.
var signs = func() (is [256]bool) {
	for _, c := range []byte(" |)]([{}<>^$@!~") {
		is[c] = true
	}
	return is
}()

// literal compiles words and marks, cut as the text is.
func (c *patternParser) literal() error {
	start, escaped := c.pos, false
	for c.pos < len(c.src) && !signs[c.src[c.pos]] {
		if c.src[c.pos] == '\\' && c.pos+1 < len(c.src) {
			c.pos++
			escaped = true
		}
		c.pos++
	}
	if c.pos == start {
		return fmt.Errorf("unexpected %q", c.src[start:])
	}
	words := c.src[start:c.pos]
	if escaped {
		words = unescaped(words)
	}
	ids := c.pack.literal(words)
	for _, id := range ids {
		e := &c.pack.vocab.entries[id]
		e.ruled = e.ruled || !c.pack.naming
		if len(ids) > 1 && e.text == "-" {
			at := len(c.prog)
			c.emit(instr{op: opSplit, x: int16(at + 1), y: int16(at + 2)})
		}
		c.emit(instr{op: opWord, arg: id})
	}
	return nil
}

// unescaped drops the backslashes that mark what follows as no sign of patterns.
func unescaped(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// literal gives the entries of the words of a pattern; the same few stand in
// most of them.
func (p *Pack) literal(words string) []uint16 {
	ids, ok := p.literals[words]
	if !ok {
		ids = p.ids(words)
		p.literals[words] = ids
	}
	return ids
}

// cut gives the tokens of a literal of a pack.
func cut(s string) []string {
	var room [16]Token
	tokens := noWords.scan(s, room[:0])
	out := make([]string, 0, len(tokens))
	for _, t := range tokens {
		w := s[t.Start:t.End]
		if t.Kind == Punct && t.Num > 127 {
			if p := plainPunct(rune(t.Num)); p != 0 {
				w = string(p)
			}
		}
		out = append(out, w)
	}
	return out
}

// ends is the bit of a program that can end where it stands. No token has it.
const ends = 1 << 63

// steps looks ahead from every point of a program: the bits of the words and
// classes that it can go on with, and ends. Programs only jump forward, so one
// pass from the end does it.
func (p *Pack) steps(prog []instr, out []uint64) {
	for pc := len(prog) - 1; pc >= 0; pc-- {
		switch in := prog[pc]; in.op {
		case opMatch, opFound:
			out[pc] = ends
		case opWord, opClass:
			out[pc] = p.bit(in)
		case opSplit:
			out[pc] = out[in.x] | out[in.y]
		case opJump, opNot:
			out[pc] = out[in.x]
		default:
			out[pc] = out[pc+1]
		}
	}
}
