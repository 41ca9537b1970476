package lang

import "fmt"

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
