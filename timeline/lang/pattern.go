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
