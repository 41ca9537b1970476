package plainyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A parser reads a text by recursive descent. What it does not know it gives up.
type parser struct {
	text  string
	pos   int
	line  int // from 1
	start int // of the line
}

// giveUp ends a parse of what is not plain.
type giveUp struct{}

// parse gives the root of a text, nil where it is not plain.
func parse(text string) (root *yaml.Node) {
	if strings.ContainsFunc(text, odd) {
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(giveUp); !ok {
				panic(r)
			}
			root = nil
		}
	}()
	p := &parser{text: text, line: 1}
	p.blank()
	p.must(p.pos < len(text) && p.column() == 0)
	root = p.block(0, 0)
	p.must(p.pos == len(text))
	return root
}

// odd tells characters that YAML refuses, takes for blanks or for the end of a line.
func odd(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError
}

func (p *parser) must(ok bool) {
	if !ok {
		panic(giveUp{})
	}
}

// peek gives the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

func (p *parser) column() int { return p.pos - p.start }

// blank skips blanks, comments and ends of lines.
func (p *parser) blank() {
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == ' ':
			p.pos++
		case c == '\n':
			p.pos++
			p.line, p.start = p.line+1, p.pos
		case c == '#':
			p.must(p.pos == p.start || p.text[p.pos-1] == ' ')
			if end := strings.IndexByte(p.text[p.pos:], '\n'); end >= 0 {
				p.pos += end
			} else {
				p.pos = len(p.text)
			}
		default:
			return
		}
	}
}

// ends tells whether a key, a dash or a scalar ends before byte i: a blank or
// the end of the text.
func (p *parser) ends(i int) bool {
	return i >= len(p.text) || p.text[i] == ' ' || p.text[i] == '\n'
}

func (p *parser) node(kind yaml.Kind, tag string) *yaml.Node {
	return &yaml.Node{Kind: kind, Tag: tag, Line: p.line}
}

// block reads a mapping or sequence whose entries stand in one column.
func (p *parser) block(column, depth int) *yaml.Node {
	p.must(depth < 50)
	if p.peek() == '-' && p.ends(p.pos+1) {
		n := p.node(yaml.SequenceNode, "!!seq")
		for p.pos < len(p.text) && p.column() == column && p.peek() == '-' && p.ends(p.pos+1) {
			p.pos++
			n.Content = append(n.Content, p.value(column, depth, false))
		}
		p.must(p.pos == len(p.text) || p.column() <= column)
		return n
	}
	n := p.node(yaml.MappingNode, "!!map")
	for p.pos < len(p.text) && p.column() == column {
		key := p.key()
		n.Content = append(n.Content, key, p.value(column, depth, true))
	}
	p.must(p.pos == len(p.text) || p.column() < column)
	return n
}

// key reads a key of a block mapping and its colon.
func (p *parser) key() *yaml.Node {
	if c := p.peek(); c == '"' || c == '\'' {
		n := p.quoted()
		p.must(p.peek() == ':' && p.ends(p.pos+1))
		p.pos++
		return n
	}
	p.plainStart(false)
	n, from := p.node(yaml.ScalarNode, ""), p.pos
	for !p.ends(p.pos) || p.peek() == ' ' {
		p.must(!(p.peek() == '#' && p.text[p.pos-1] == ' '))
		if p.peek() == ':' && p.ends(p.pos+1) {
			n.Value = p.text[from:p.pos]
			p.must(n.Value != "" && n.Value[len(n.Value)-1] != ' ' && n.Value != "<<" && len(n.Value) < 500)
			p.pos++
			return n
		}
		p.pos++
	}
	panic(giveUp{})
}

// value reads what stands after a key or a dash whose block is in a column.
func (p *parser) value(column, depth int, mapping bool) *yaml.Node {
	empty := p.node(yaml.ScalarNode, "!!null")
	line := p.line
	p.blank()
	sequence := p.peek() == '-' && p.ends(p.pos+1)
	if p.pos == len(p.text) || p.line > line && p.column() <= column && !(mapping && sequence && p.column() == column) {
		return empty
	}
	if p.line > line && (p.column() > column || mapping && sequence && p.column() == column) {
		if c := p.peek(); c != '[' && c != '{' {
			return p.block(p.column(), depth+1)
		}
	}
	p.must(p.column() > column && !sequence)
	var n *yaml.Node
	switch p.peek() {
	case '[', '{':
		n = p.flow(column, depth+1)
	case '"', '\'':
		n = p.quoted()
	case '>':
		n := p.folded(column)
		p.blank()
		p.must(p.pos == len(p.text) || p.column() <= column)
		return n
	default:
		n = p.plain(column)
	}
	line = p.line
	p.blank() // what follows on the line would be more than a value
	p.must(p.pos == len(p.text) || p.line > line && p.column() <= column)
	return n
}

// plainStart refuses what begins no plain scalar.
func (p *parser) plainStart(flow bool) {
	c := p.peek()
	p.must(strings.IndexByte(" \n,[]{}#&*!|>'\"%@`", c) < 0 && c != 0)
	if c == '-' || c == '?' || c == ':' {
		p.must(!p.ends(p.pos+1) && !(flow && strings.IndexByte(",[]{}", p.text[p.pos+1]) >= 0))
		p.must(!strings.HasPrefix(p.text[p.pos:], "---"))
	}
	p.must(!(p.column() == 0 && strings.HasPrefix(p.text[p.pos:], "...")))
}

// plain reads a plain scalar of a block, of one line.
func (p *parser) plain(column int) *yaml.Node {
	p.plainStart(false)
	n, from := p.node(yaml.ScalarNode, ""), p.pos
	end := strings.IndexByte(p.text[from:], '\n')
	if end < 0 {
		end = len(p.text) - from
	}
	s := p.text[from : from+end]
	if comment := strings.Index(s, " #"); comment >= 0 {
		s = s[:comment]
	}
	s = strings.TrimRight(s, " ")
	p.must(!strings.Contains(s, ": ") && !strings.HasSuffix(s, ":") && s != "<<")
	n.Value = s
	p.pos += len(s)
	return n
}

// quoted reads a scalar between quotation marks, of one line.
func (p *parser) quoted() *yaml.Node {
	n, mark := p.node(yaml.ScalarNode, "!!str"), p.peek()
	n.Style = yaml.DoubleQuotedStyle
	if mark == '\'' {
		n.Style = yaml.SingleQuotedStyle
	}
	p.pos++
	var b []byte // where the value is not as it stands
	for from := p.pos; ; p.pos++ {
		c := p.peek()
		p.must(c != 0 && c != '\n')
		switch {
		case c == mark && mark == '\'' && strings.HasPrefix(p.text[p.pos:], "''"), c == '\\' && mark == '"':
			b = append(b, p.text[from:p.pos]...)
			p.pos++
			escaped := p.peek()
			p.must(escaped == mark || mark == '"' && escaped == '\\')
			from = p.pos
		case c == mark:
			if n.Value = p.text[from:p.pos]; b != nil {
				n.Value = string(append(b, n.Value...))
			}
			p.pos++
			return n
		}
	}
}

// folded reads a text of lines in one column, which become one.
func (p *parser) folded(column int) *yaml.Node {
	n := p.node(yaml.ScalarNode, "!!str")
	n.Style = yaml.FoldedStyle
	p.pos++
	line := p.line
	p.must(p.peek() == '\n')
	p.ended()
	p.must(p.line == line+1 && p.pos < len(p.text) && p.column() > column)
	indent := p.column()
	var lines []string
	for p.pos < len(p.text) && p.column() == indent {
		end := strings.IndexByte(p.text[p.pos:], '\n')
		p.must(end >= 0 && p.text[p.pos+end-1] != ' ')
		lines = append(lines, p.text[p.pos:p.pos+end])
		p.pos, line = p.pos+end, p.line
		p.ended()
		p.must(p.line == line+1 || p.column() <= column)
	}
	p.must(p.column() <= column)
	n.Value = strings.Join(lines, " ") + "\n"
	return n
}

// ended skips the end of a line and empty ones; not comments, which are none in a folded text.
func (p *parser) ended() {
	for p.peek() == '\n' {
		p.pos++
		p.line, p.start = p.line+1, p.pos
	}
	for p.peek() == ' ' {
		p.pos++
	}
	p.must(p.peek() != '\n')
}

// flow reads [a, b] or {a: b}; its lines stand to the right of the block's column.
func (p *parser) flow(column, depth int) *yaml.Node {
	p.must(depth < 50)
	n, closing := p.node(yaml.SequenceNode, "!!seq"), byte(']')
	if p.peek() == '{' {
		n, closing = p.node(yaml.MappingNode, "!!map"), '}'
	}
	n.Style = yaml.FlowStyle
	p.pos++
	for {
		p.inFlow(column)
		if p.peek() == closing {
			p.pos++
			return n
		}
		entry := p.flowValue(column, depth)
		if closing == '}' {
			p.must(entry.Kind == yaml.ScalarNode && entry.Value != "<<" && p.peek() == ':' && p.ends(p.pos+1))
			p.pos++
			p.inFlow(column)
			n.Content = append(n.Content, entry)
			entry = p.flowValue(column, depth)
		}
		n.Content = append(n.Content, entry)
		p.inFlow(column)
		if p.peek() == ',' {
			p.pos++
		} else {
			p.must(p.peek() == closing)
		}
	}
}

// inFlow skips blanks inside of a flow, whose lines stand to the right of the block's column.
func (p *parser) inFlow(column int) {
	line := p.line
	p.blank()
	p.must(p.pos < len(p.text) && (p.line == line || p.column() > column))
}

func (p *parser) flowValue(column, depth int) *yaml.Node {
	switch p.peek() {
	case '[', '{':
		return p.flow(column, depth+1)
	case '"', '\'':
		return p.quoted()
	}
	return p.flowPlain(column)
}

// flowPlain reads a plain scalar of a flow; its lines become one.
func (p *parser) flowPlain(column int) *yaml.Node {
	p.plainStart(true)
	n, from := p.node(yaml.ScalarNode, ""), p.pos
	for p.pos < len(p.text) {
		c := p.text[p.pos]
		if c == ',' || c == ']' || c == '}' || c == '\n' || c == '#' && p.text[p.pos-1] == ' ' {
			break
		}
		p.must(c != '[' && c != '{')
		if c == ':' {
			if p.ends(p.pos + 1) {
				break
			}
			p.must(strings.IndexByte(",[]{}", p.text[p.pos+1]) < 0)
		}
		p.pos++
	}
	n.Value = strings.TrimRight(p.text[from:p.pos], " ")
	p.must(n.Value != "" && n.Value != "<<")
	if c := p.peek(); c == '\n' || c == '#' { // the comma may stand on the next line; a scalar that goes on there is not plain
		p.inFlow(column)
		p.must(p.peek() == ',' || p.peek() == ']' || p.peek() == '}')
	}
	return n
}
