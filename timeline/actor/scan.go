package actor

import (
	"unicode"
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

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// folded gives the letters without accents for U+00C0 to U+017F, "" for what is no letter.
var folded = [...]string{
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
}

// hashRune adds a letter beyond ASCII to both hashes.
func hashRune(fold, exact uint64, r rune) (uint64, uint64) {
	if r == '\u00ad' || r >= 0x300 && unicode.Is(unicode.Mn, r) {
		return fold, exact
	}
	r = toLower(r)
	if r >= 0xC0 && r <= 0x17F {
		for _, c := range []byte(folded[r-0xC0]) {
			fold = (fold ^ uint64(c)) * hashPrime
		}
	} else {
		fold = (fold ^ uint64(r)) * hashPrime
	}
	return fold, (exact ^ uint64(r)) * hashPrime
}

// hashASCII hashes the letters and digits of ASCII that a text begins with, in lower
// case. capitals is not zero where all of them are capitals.
func hashASCII(text string) (n int, hash uint64, capitals byte) {
	hash, capitals = hashSeed, capitalBit
	for n < len(text) {
		b := text[n]
		c := lowered[b]
		if c == 0 {
			break
		}
		n++
		capitals &= b ^ c
		hash = (hash ^ uint64(c)) * hashPrime
	}
	return n, hash, capitals
}

// toLower is unicode.ToLower, with a short way for the letters of Western Europe:
// the search in Unicode's tables took a sixth of the reading of French.
func toLower(r rune) rune {
	switch {
	case r < utf8.RuneSelf, r > 0xFF:
		return unicode.ToLower(r)
	case r >= 0xC0 && r <= 0xDE && r != 0xD7:
		return r + 0x20
	}
	return r
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\u00ad'
}

// lowered gives ASCII's letters in lower case and its digits, 0 for any other byte.
var lowered = func() (c [utf8.RuneSelf * 2]byte) {
	for b := range c {
		switch {
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9':
			c[b] = byte(b)
		case b >= 'A' && b <= 'Z':
			c[b] = byte(b) + 'a' - 'A'
		}
	}
	return c
}()

// capitalBit is what a capital of ASCII has not and its small letter has.
const capitalBit = 'a' - 'A'

// scanWord hashes the word at i; end == i means there is none.
func scanWord(text string, i int) (t token) {
	t.scan(text, i)
	return t
}

// scan makes t the word at i, hashed; end == i means there is none. The token is
// written where it stands: to hand it over took as long as to read the word.
func (t *token) scan(text string, i int) {
	start := i
	letters, hash, capitals := hashASCII(text[i:])
	i += letters
	capital := letters > 0 && text[start] >= 'A' && text[start] <= 'Z'
	fold, exact := hash, hash // of a word without accents, which most are, both are the same
	for i < len(text) {
		if c := lowered[text[i]]; c != 0 {
			capitals &= text[i] ^ c
			fold, exact = (fold^uint64(c))*hashPrime, (exact^uint64(c))*hashPrime
			letters++
			i++
			continue
		}
		if text[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || !isLetter(r) {
			break
		}
		if unicode.IsUpper(r) {
			capital = capital || letters == 0
		} else {
			capitals = 0
		}
		fold, exact = hashRune(fold, exact, r)
		letters++
		i += n
	}
	t.start, t.end, t.fold, t.exact = start, i, fold, exact
	t.found = -1
	t.capital, t.upper, t.digit = capital, letters > 1 && capitals != 0, i > start && text[start] <= '9'
}

// scanGap reads from i to the next word and says what parts them.
func scanGap(text string, i int) (next int, g gap) {
	if i+1 < len(text) && text[i] == ' ' && lowered[text[i+1]] != 0 { // as most gaps are
		return i + 1, gapSpace
	}
	spaces, lines, marks := 0, 0, 0
	from := i
	for i < len(text) {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r == ' ' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\u202f' || r == '\u2009':
			spaces++
		case r == '\n':
			lines++
		case r == '-' || r == '\u2010' || r == '\u2011':
			g = max(g, gapHyphen)
		case r == '\'' || r == '’' || r == 'ʼ':
			g = max(g, gapMark)
		case r == '.':
			g = max(g, gapPoint)
		case r == ',' || r == '(' || r == ')' || r == '[' || r == ']' || r == '–' || r == '—' || r == '/':
			g = max(g, gapComma)
		case r == '"' || r == '«' || r == '»' || r == '“' || r == '”':
			g = max(g, gapQuote)
		case r < utf8.RuneSelf && isWordByte(byte(r)) || r >= utf8.RuneSelf && r != utf8.RuneError && isLetter(r):
			if marks-spaces-lines > 1 {
				g = max(g, gapComma)
			}
			return i, settle(g, spaces, lines, from)
		default:
			g = gapStop
		}
		marks++
		i += n
	}
	return i, settle(g, spaces, lines, from)
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// settle weighs a gap's marks against the blanks around them: "M. Samaras"
// and "fin. Le" look alike here and are told apart by the word before.
func settle(g gap, spaces, lines, from int) gap {
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

// scan appends the words of text to tokens, each looked up in the lexicon.
func (l *Lexicon) scan(text string, tokens []token) []token {
	i, g := scanGap(text, 0)
	if g != gapStop {
		g = gapOpen
	}
	initial := true
	for i < len(text) {
		tokens = append(tokens, token{gap: g, initial: initial})
		t := &tokens[len(tokens)-1]
		if t.scan(text, i); t.end == i { // cannot be: scanGap stops at words only
			return tokens[:len(tokens)-1]
		}
		t.node = l.node(t.fold)
		t.form = &l.forms[l.words.get(t.exact)]
		i, g = scanGap(text, t.end)
		initial = g >= gapQuote
		if initial && i > t.end && text[t.end] == '.' && l.abbreviates(text, t) {
			g, initial = gapSpace, false
		}
	}
	return tokens
}

// abbreviates tells whether a full stop after t ends an abbreviation and no sentence:
// an initial ("J. Chirac") or a title ("Mme. Merkel", "M. Samaras").
func (l *Lexicon) abbreviates(text string, t *token) bool {
	if !t.capital || t.end-t.start > 4 {
		return false
	}
	if t.end-t.start == 1 {
		return true
	}
	return t.node.bits&bitOffice != 0
}
