package actor

import (
	"slices"
	"unicode/utf8"
)

// A gap is what parts a word from the one before it.
type gap uint8

const (
	gapOpen   gap = iota // nothing before: the text begins
	gapSpace             // blanks, at most one line break
	gapHyphen            // "nord-coréen"
	gapMark              // an apostrophe: "l’Ukraine"
	gapPoint             // a full stop inside an abbreviation: "U.S."
	gapComma             // a comma, a bracket or a dash
	gapQuote             // a quotation mark inside a sentence: "a signé un « pacte »"
	gapStop              // the end of a sentence, ";", ":" or a line
)

// A token is a word of the text: letters and digits between anything else.
type token struct {
	start, end  int
	fold, exact uint64 // hashes of the letters: lower case without and with accents
	node        *node  // what actors.yaml says of the word
	form        *form  // what acts.yaml says of it
	found       int32  // the mention that covers it, -1 for none; set by settle
	gap         gap
	capital     bool // begins with a capital
	upper       bool // two letters or more, all of them capitals
	digit       bool // begins with a digit
	initial     bool // a capital here says nothing: the sentence begins
}

// What a character may be that makes no gap by itself, beside the gaps that others make.
const (
	charBlank gap = gapStop + 1 + iota
	charLine
	charLetter
)

// charOf tells what a character between words makes of the gap.
func charOf(r rune) gap {
	switch r {
	case ' ', '\t', '\r', '\u00a0', '\u202f', '\u2009':
		return charBlank
	case '\n':
		return charLine
	case '-', '\u2010', '\u2011':
		return gapHyphen
	case '\'', '’', 'ʼ':
		return gapMark
	case '.':
		return gapPoint
	case ',', '(', ')', '[', ']', '–', '—', '/':
		return gapComma
	case '"', '«', '»', '“', '”':
		return gapQuote
	}
	if isLetter(r) {
		return charLetter
	}
	return gapStop
}

// charsOfASCII is charOf of the bytes below utf8.RuneSelf.
var charsOfASCII = func() (chars [utf8.RuneSelf]gap) {
	for r := range chars {
		chars[r] = charOf(rune(r))
	}
	return chars
}()

// scanGap reads from i to the next word and says what parts them.
func scanGap(text string, i int) (next int, g gap) {
	spaces, lines, marks := 0, 0, 0
	from := i
	for i < len(text) {
		char, n := gapStop, 1
		if b := text[i]; b < utf8.RuneSelf {
			char = charsOfASCII[b]
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(text[i:])
			char = charOf(r)
		}
		switch char {
		case charBlank:
			spaces++
		case charLine:
			lines++
		case charLetter:
			if marks > 1 {
				g = max(g, gapComma)
			}
			return i, weighGap(g, spaces, lines, from)
		default:
			marks++
			g = max(g, char)
		}
		i += n
	}
	return i, weighGap(g, spaces, lines, from)
}

// weighGap weighs a gap's marks against the blanks around them: "M. Samaras"
// and "fin. Le" look alike here and are told apart by the word before.
func weighGap(g gap, spaces, lines, from int) gap {
	switch {
	case lines > 1, lines > 0 && g != gapOpen && g != gapComma:
		return gapStop
	case g == gapPoint && spaces+lines > 0:
		return gapStop
	case g == gapHyphen && spaces > 0:
		return gapComma
	case g == gapOpen && spaces+lines > 0:
		return gapSpace
	case g == gapOpen && from > 0:
		return gapSpace
	}
	return g
}

// scan reads the words of the text, each looked up in the lexicon, and notes what they are whatever
// their places.
func (s *scratch) scan() {
	l, text, tokens := s.l, s.text, s.tokens[:0]
	s.stock = stock{}
	capitals, words := 0, 0 // of more than three bytes
	i, g := scanGap(text, 0)
	if g != gapStop {
		g = gapOpen
	}
	initial := true
	for i < len(text) {
		tokens = slices.Grow(tokens, 1)
		tokens = tokens[:len(tokens)+1]
		t := &tokens[len(tokens)-1]
		t.gap, t.initial = g, initial
		start := i
		i = t.scan(text, start)
		node, form := l.words.get(t.fold)
		if t.exact != t.fold {
			_, form = l.words.get(t.exact)
		}
		t.node, t.form = &l.nodes[node], &l.forms[form]
		s.stock.add(t)
		if !t.digit && i-start > 3 {
			words++
			if t.capital {
				capitals++
			}
		}
		if i+1 < len(text) && text[i] == ' ' && lowered[text[i+1]] != 0 { // as most gaps are
			i, g, initial = i+1, gapSpace, false
			continue
		}
		i, g = scanGap(text, i)
		initial = g >= gapQuote
		if initial && text[t.end] == '.' && abbreviates(t) {
			g, initial = gapSpace, false
		}
	}
	s.tokens = tokens
	s.titled = words > 3 && capitals*10 > words*7
}

// abbreviates tells whether a full stop after t ends an abbreviation and no sentence:
// an initial ("J. Chirac") or a title ("Mme. Merkel", "M. Samaras").
func abbreviates(t *token) bool {
	if !t.capital || t.end-t.start > 4 {
		return false
	}
	if t.end-t.start == 1 {
		return true
	}
	return t.node.bits&bitOffice != 0
}
