package lang

// An opcode is what an instruction of a rule's program does.
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
