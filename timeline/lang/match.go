package lang

// A capture is what a class of a rule took from the text.
type capture struct {
	class      Class
	vague      bool
	weak       bool
	n          int32
	num        float64
	start, end int32 // tokens
}

// A match is one way in which a rule fits the tokens from start on.
type match struct {
	start, end int // tokens of the span
	reach      int // the token after the last that the rule used
	tags       tagSet
	caps       []capture
}

// A machine runs a rule's program by backtracking and keeps the match with
// the longest span, among these the one that used most context.
type machine struct {
	f     *Finder
	prog  []instr
	ahead []uint64
	start int
	end   int
	tags  tagSet
	caps  []capture
	best  match
	found bool
}

func (m *machine) reset(f *Finder, r *rule) {
	m.f, m.prog, m.ahead, m.found = f, r.prog, r.ahead, false
	m.start, m.end, m.tags = -1, -1, 0
	m.caps = m.caps[:0]
}

// run goes on with the program at pc and token i; begin is the token where the
// rule began. It reports whether it reached opFound. What it notes on a way that
// fails, the one who takes another way puts back.
func (m *machine) run(pc, i, begin int) bool {
	bits, known := uint64(0), -1 // what token number known can be
	prog, ahead := m.prog, m.ahead
	for {
		switch in := &prog[pc]; in.op {
		case opMatch:
			m.accept(i, begin)
			return false
		case opFound:
			return true
		case opWord:
			if !m.f.isWord(i, in.arg) || i > begin && m.f.tokens[i].Flags&BreakBefore != 0 {
				return false
			}
			pc, i = pc+1, i+1
		case opClass:
			if i >= len(m.f.tokens) || i > begin && m.f.tokens[i].Flags&BreakBefore != 0 {
				return false
			}
			var room [2]capture
			ways := m.f.consume(Class(in.arg), i, room[:0])
			if len(ways) != 1 {
				return m.several(Class(in.arg), ways, pc, i, begin)
			}
			ways[0].class, ways[0].start = Class(in.arg), int32(i)
			m.caps = append(m.caps, ways[0])
			pc, i = pc+1, int(ways[0].end)
		case opSplit:
			// Most alternatives fail at their first token: look before going there.
			if known != i {
				bits, known = m.f.bits(i)|ends, i
			}
			if ahead[in.x]&bits == 0 {
				if ahead[in.y]&bits == 0 {
					return false
				}
				pc = int(in.y)
				continue
			}
			if ahead[in.y]&bits == 0 {
				pc = int(in.x)
				continue
			}
			start, end, tags, n := m.start, m.end, m.tags, len(m.caps)
			if m.run(int(in.x), i, begin) {
				return true
			}
			m.start, m.end, m.tags, m.caps = start, end, tags, m.caps[:n]
			pc = int(in.y)
		case opJump:
			pc = int(in.x)
		case opSpanStart:
			m.start, pc = i, pc+1
		case opSpanEnd:
			m.end, pc = i, pc+1
		case opTag:
			m.tags |= 1 << in.arg
			pc++
		case opNot:
			start, end, tags, n := m.start, m.end, m.tags, len(m.caps)
			if i < len(m.f.tokens) && m.run(pc+1, i, begin) {
				return false
			}
			m.start, m.end, m.tags, m.caps = start, end, tags, m.caps[:n]
			pc = int(in.x)
		case opGlue:
			if i >= len(m.f.tokens) || m.f.tokens[i].Flags&SpaceBefore != 0 {
				return false
			}
			pc++
		}
	}
}

// several tries the ways in which a class can take tokens, one after the other.
func (m *machine) several(c Class, ways []capture, pc, i, begin int) bool {
	start, end, tags, n := m.start, m.end, m.tags, len(m.caps)
	for _, cp := range ways {
		cp.class, cp.start = c, int32(i)
		m.start, m.end, m.tags, m.caps = start, end, tags, append(m.caps[:n], cp)
		if m.run(pc+1, int(cp.end), begin) {
			return true
		}
	}
	return false
}

func (m *machine) accept(i, begin int) {
	start, end := m.start, m.end
	if start < 0 {
		start = begin
	}
	if end < 0 {
		end = i
	}
	if end <= start {
		return
	}
	b := &m.best
	if m.found && (end-start < b.end-b.start || end-start == b.end-b.start && i <= b.reach) {
		return
	}
	m.found = true
	b.start, b.end, b.reach, b.tags = start, end, i, m.tags
	b.caps = append(b.caps[:0], m.caps...)
}

// get gives the k-th capture of a class.
func (m *match) get(c Class, k int) (capture, bool) {
	for _, cp := range m.caps {
		if cp.class == c {
			if k == 0 {
				return cp, true
			}
			k--
		}
	}
	return capture{}, false
}

func (m *match) has(c Class) bool { _, ok := m.get(c, 0); return ok }
func (m *match) is(t tag) bool    { return m.tags&(1<<t) != 0 }
