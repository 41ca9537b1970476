package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind tells what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Word Kind = iota
	Number
	Roman // capitals that read as a Roman numeral, with or without an ordinal ending ("XXe")
	Punct
)

// Flags tell how a token stands in the text.
type Flags uint8

// The flags of a token.
const (
	Capital     Flags = 1 << iota // it begins with a capital letter
	AllCapitals                   // it has at least two letters, all of them capitals
	SpaceBefore                   // white space stands before it
	LineBefore                    // a line ends before it
	BreakBefore                   // a paragraph ends before it, or a line that is no wrapped text
)

// A Token is a word, a number or a mark of punctuation, as offsets into the
// text. Word is its entry in the pack's vocabulary, 0 if it has none; Num the
// value of a number's digits or of a Roman numeral.
type Token struct {
	Start, End uint32
	Num        int32
	Word       uint16
	Kind       Kind
	Flags      Flags
}

// Has tells whether the token has all the given flags.
func (t Token) Has(f Flags) bool { return t.Flags&f == f }

// Is tells whether the token is a given mark of punctuation. Num alone does not
// tell: the number 44 has that of a comma.
func (t Token) Is(mark rune) bool { return t.Kind == Punct && t.Num == mark }

// byte classes
const (
	other = iota
	space
	newline
	lower
	upper
	digit // this and the next may go on with a word
	multi // a lead or continuation byte of UTF-8
)

var class = func() (c [256]uint8) {
	for b := 'a'; b <= 'z'; b++ {
		c[b], c[b-32] = lower, upper
	}
	for b := '0'; b <= '9'; b++ {
		c[b] = digit
	}
	c[' '], c['\t'], c['\r'], c['\v'], c['\f'] = space, space, space, space, space
	c['\n'] = newline
	for b := 0x80; b <= 0xff; b++ {
		c[b] = multi
	}
	return c
}()

// scan cuts the text into tokens in one pass, hashing each word while
// lower-casing it. It appends to buf and allocates nothing else.
func (v *vocabulary) scan(text string, buf []Token) []Token {
	flags := BreakBefore
	for i := 0; i < len(text); {
		b := text[i]
		if b == ' ' { // and then most often a word
			flags |= SpaceBefore
			if i++; i == len(text) {
				break
			}
			b = text[i]
		}
		switch class[b] {
		case space:
			flags |= SpaceBefore
			i++
			continue
		case newline:
			if flags&LineBefore != 0 {
				flags |= BreakBefore
			}
			flags |= LineBefore | SpaceBefore
			i++
			continue
		case digit:
			start, n := i, int32(0)
			for i < len(text) && class[text[i]] == digit {
				if n < 100_000_000 {
					n = n*10 + int32(text[i]-'0')
				}
				i++
			}
			if flags&LineBefore != 0 && newEntry(text, start, i) {
				flags |= BreakBefore
			}
			t := Token{Start: uint32(start), End: uint32(i), Num: n, Kind: Number, Flags: flags}
			if i-start <= 2 {
				t.Word = v.numbers[n] // the few that stand in rules: "14-Juillet"
			}
			buf = append(buf, t)
		case lower:
			x := eight(text, i)
			mask, n := letters(x)
			if n < 8 && class[byte(x>>(8*n))] < digit { // as most words: a few plain letters, the first a small one
				id := v.lookup(uint32(mix(hashSeed, (x|smallBit*inEach)&mask)), n, 0)
				buf = append(buf, Token{Start: uint32(i), End: uint32(i + n), Kind: Word, Word: id, Flags: flags})
				i += n
				break
			}
			fallthrough
		case upper:
			word := text
			if (b|0x20 == 'h' || b == 'T') && i+1 < len(text) && class[text[i+1]] == digit && len(buf) > 0 && buf[len(buf)-1].Kind == Number &&
				(flags == 0 || flags == SpaceBefore && minutes(text[i+1:])) {
				word = text[:i+1] // "20h30", "20 h30", "05T13:15"
			}
			var t Token
			t, i = v.word(word, i, flags)
			buf = append(buf, t)
		case other:
			if i++; flags&LineBefore != 0 && bullet(rune(b)) && i < len(text) && text[i] == ' ' {
				flags |= BreakBefore
			}
			buf = append(buf, Token{Start: uint32(i - 1), End: uint32(i), Kind: Punct, Word: v.punct[b&0x7f], Num: int32(b), Flags: flags})
		default:
			if accented(text, i) {
				var t Token
				t, i = v.word(text, i, flags)
				buf = append(buf, t)
				break
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			p := plainPunct(r) // most are ’ or « », for which Unicode's tables need not be asked
			switch {
			case p == 0 && (r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\ufeff' || unicode.IsSpace(r)):
				flags |= SpaceBefore
				i += size
				continue
			case letter(r):
				var t Token
				t, i = v.word(text, i, flags)
				buf = append(buf, t)
			default:
				if flags&LineBefore != 0 && bullet(r) && strings.HasPrefix(text[i+size:], " ") {
					flags |= BreakBefore
				}
				buf = append(buf, Token{Start: uint32(i), End: uint32(i + size), Kind: Punct, Word: v.punct[p], Num: int32(r), Flags: flags})
				i += size
			}
		}
		flags = 0
	}
	return buf
}

// plainPunct gives the ASCII mark that a typographic one stands for.
func plainPunct(r rune) byte {
	switch r {
	case '’', 'ʼ', '‘', '′', 'ʻ', 'ʹ', '՚', 'ꞌ', '＇', '‵': // some of which Unicode counts as letters
		return '\''
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '«', '»', '“', '”', '„':
		return '"'
	}
	return 0
}

// minutes tells whether the text begins with two digits that stand alone.
func minutes(text string) bool {
	return len(text) > 1 && class[text[0]] == digit && class[text[1]] == digit &&
		(len(text) == 2 || class[text[2]] != digit && class[text[2]] != lower && class[text[2]] != upper)
}

// newEntry tells whether a number that begins a line also begins a paragraph:
// the line before is finished, or the number is a year and a colon follows
// ("1943 : Vicaire à Couches").
func newEntry(text string, start, end int) bool {
	before := strings.TrimRight(text[:start], " \n\r\t")
	if before != "" && strings.IndexByte(".!?:;", before[len(before)-1]) >= 0 {
		return true
	}
	return end-start == 4 && strings.HasPrefix(strings.TrimLeft(text[end:min(len(text), end+4)], " \u00a0"), ":")
}
