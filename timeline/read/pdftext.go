package read

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// A matrix is a PDF transformation (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// after is the matrix that applies m and then n.
func (m matrix) after(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// A pageWriter runs the text operators of a page (ISO 32000-1, 9.4) and writes
// down what is shown, line by line. The library's own text extraction adds a
// glyph after every TJ and knows no spaces between pieces, so that only its
// parser and its fonts are used.
type pageWriter struct {
	page  int
	lines []pdfLine

	line     strings.Builder
	startX   float64
	endX     float64 // where the last piece ended
	lastY    float64
	lineSize float64
}

// textState is what the text operators change.
type textState struct {
	ctm       matrix
	text      matrix // Tm
	lineStart matrix // Tlm
	leading   float64
	size      float64
	font      pdf.Font
	decode    pdf.TextEncoding
	moved     bool // since the last piece was shown
}

// maxForms is how deep form XObjects may draw one another.
const maxForms = 5

// interpret runs one content stream. Marked artifacts (page numbers, running
// heads) are no text.
func (w *pageWriter) interpret(stream, resources pdf.Value, ctm matrix, depth int) {
	s := textState{ctm: ctm, text: identity, lineStart: identity, moved: true}
	var saved []textState
	fonts := map[string]pdf.Font{}
	marks, artifact := 0, 0 // depth of marked content; the depth at which an artifact began
	pdf.Interpret(stream, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		number := func(i int) float64 {
			if i < len(args) {
				return args[i].Float64()
			}
			return 0
		}
		switch op {
		case "q":
			if len(saved) < 1000 {
				saved = append(saved, s)
			}
		case "Q":
			if n := len(saved); n > 0 {
				s, saved = saved[n-1], saved[:n-1]
			}
		case "cm":
			s.ctm = matrix{number(0), number(1), number(2), number(3), number(4), number(5)}.after(s.ctm)
		case "BDC", "BMC":
			marks++
			if artifact == 0 && len(args) > 0 && args[0].Name() == "Artifact" {
				artifact = marks
			}
		case "EMC":
			if artifact == marks {
				artifact = 0
			}
			marks = max(0, marks-1)
		case "Do":
			if form := resources.Key("XObject").Key(nameOf(args)); depth < maxForms && form.Key("Subtype").Name() == "Form" {
				inner := form.Key("Resources")
				if inner.IsNull() {
					inner = resources
				}
				w.interpret(form, inner, s.ctm, depth+1)
			}
		case "Tf":
			name := nameOf(args)
			font, ok := fonts[name]
			if !ok {
				font = pdf.Font{V: resources.Key("Font").Key(name)}
				fonts[name] = font
			}
			s.font, s.decode, s.size = font, font.Encoder(), number(1)
		default:
			s.position(op, number)
			if artifact == 0 {
				w.show(&s, op, args)
			}
		}
	})
}

func nameOf(args []pdf.Value) string {
	if len(args) == 0 {
		return ""
	}
	return args[0].Name()
}

// position runs the operators that move the text position.
func (s *textState) position(op string, number func(int) float64) {
	move := func(x, y float64) {
		s.lineStart = matrix{1, 0, 0, 1, x, y}.after(s.lineStart)
		s.text, s.moved = s.lineStart, true
	}
	switch op {
	case "BT":
		s.text, s.lineStart, s.moved = identity, identity, true
	case "Tm":
		s.lineStart = matrix{number(0), number(1), number(2), number(3), number(4), number(5)}
		s.text, s.moved = s.lineStart, true
	case "Td":
		move(number(0), number(1))
	case "TD":
		s.leading = -number(1)
		move(number(0), number(1))
	case "TL":
		s.leading = number(0)
	case "T*", "'", "\"":
		move(0, -s.leading)
	}
}

// show runs the operators that show text.
func (w *pageWriter) show(s *textState, op string, args []pdf.Value) {
	if len(args) == 0 || s.decode == nil {
		return
	}
	switch op {
	case "Tj", "'", "\"":
		w.piece(s, args[len(args)-1].RawString())
	case "TJ":
		for i := range args[0].Len() {
			v := args[0].Index(i)
			if v.Kind() == pdf.String {
				w.piece(s, v.RawString())
				continue
			}
			shift := -v.Float64() / 1000
			s.advance(shift * s.size)
			w.endX += shift * w.lineSize
			if shift > 0.17 { // thousandths of an em: more than kerning is a space
				w.space()
			}
		}
	}
}

// advance moves the text position right by x of text space.
func (s *textState) advance(x float64) { s.text = matrix{1, 0, 0, 1, x, 0}.after(s.text) }

// piece writes one string where it is shown: after a line end or a space where
// its place asks for one.
func (w *pageWriter) piece(s *textState, raw string) {
	text := strings.ToValidUTF8(strings.Map(printable, s.decode.Decode(raw)), "")
	at := s.text.after(s.ctm)
	size := math.Abs(s.size) * math.Hypot(at.c, at.d)
	width, known := 0.0, false
	for i := range len(raw) {
		if g := s.font.Width(int(raw[i])); g > 0 {
			width, known = width+g/1000*s.size, true
		}
	}
	slack := 0.15
	if !known { // composite fonts keep their widths elsewhere: half an em a letter
		width, slack = 0.5*s.size*float64(utf8.RuneCountInString(text)), 0.5
	}
	if s.moved && w.line.Len() > 0 {
		if math.Abs(at.f-w.lastY) > 0.4*max(size, w.lineSize) || at.e < w.startX-size {
			w.endLine()
		} else if at.e > w.endX+slack*size {
			w.space()
		}
	}
	if w.line.Len() == 0 {
		w.startX, w.lastY, w.lineSize = at.e, at.f, size
	}
	w.line.WriteString(text)
	s.advance(width)
	w.endX = s.text.after(s.ctm).e
	s.moved = false
}

// printable drops control characters and puts ligatures and soft hyphens right.
func printable(r rune) rune {
	if r < ' ' || r == 0xAD || r == 0xFEFF || r == utf8.RuneError {
		return -1
	}
	return r
}

func (w *pageWriter) space() {
	if n := w.line.Len(); n > 0 && w.line.String()[n-1] != ' ' {
		w.line.WriteByte(' ')
	}
}

func (w *pageWriter) endLine() {
	if text := strings.Join(strings.Fields(ligatures.Replace(w.line.String())), " "); text != "" {
		w.lines = append(w.lines, pdfLine{text, w.page, w.lastY, w.lineSize, w.endX - w.startX})
	}
	w.line.Reset()
}

// ligatures are single characters in some fonts and letters in every text.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")
