package lang

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Half of a finder's work is to read words, so they are read eight bytes at a
// time: most words end within the first eight.

// inEach is one byte's value in each of the eight bytes of a number.
const inEach = 0x0101010101010101

// eight gives the eight bytes of the text from i on as one number, the first
// lowest, with zeros after the end of the text.
func eight(text string, i int) uint64 {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8])) // which copies nothing
	}
	return lastBytes(text, i)
}

func lastBytes(text string, i int) (x uint64) {
	for k := len(text) - 1; k >= i; k-- {
		x = x<<8 | uint64(text[k])
	}
	return x
}

// smallBit is what sets a small letter of ASCII apart from its capital.
const smallBit = 'a' - 'A'

// letters tells how many of eight bytes are letters of ASCII up to the first
// that is none, and gives all the bits of these.
func letters(x uint64) (mask uint64, n int) {
	low := (x | smallBit*inEach) &^ (0x80 * inEach)
	// A byte's highest bit is set in the first sum from 'a' on, in the second beyond 'z'.
	other := (^(low + (0x80-'a')*inEach) | (low + (0x7f-'z')*inEach) | x) >> 7 & inEach
	return other&-other - 1, bits.TrailingZeros64(other) / 8
}

const hashSeed = 0xcbf29ce484222325

// mix adds a part of a word to its hash: up to eight letters of ASCII, or any
// other character.
func mix(h, part uint64) uint64 {
	h = (h ^ part) * wideHashPrime
	return h ^ h>>32
}

// hashOf gives the hash of a word in small letters, as reading it in a text does.
func hashOf(word string) uint32 {
	h := uint64(hashSeed)
	for i := 0; i < len(word); {
		x := eight(word, i)
		mask, n := letters(x)
		if n > 0 {
			h = mix(h, x&mask)
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		h = mix(h, uint64(r))
		i += size
	}
	return uint32(h)
}

// accented tells whether a letter from À to ÿ stands at i, as most letters
// beyond ASCII do that French and English have.
func accented(text string, i int) bool {
	return text[i] == 0xc3 && i+1 < len(text) && text[i+1]&0xc0 == 0x80 && text[i+1] != 0x97 && text[i+1] != 0xb7
}

// letter tells a letter of words from a sign that Unicode counts as one.
func letter(r rune) bool {
	return unicode.IsLetter(r) && r != 'º' && r != 'ª' && plainPunct(r) == 0
}

// readWord reads the word at i, letters and the digits that follow them
// ("A380"), and gives where it ends and its hash in small letters.
func readWord(text string, i int) (end int, hash uint64) {
	hash = hashSeed
	for {
		x := eight(text, i)
		mask, n := letters(x)
		if n > 0 {
			hash = mix(hash, (x|smallBit*inEach)&mask)
			i += n
		}
		if n == 8 {
			continue
		}
		switch class[byte(x>>(8*n))] {
		case digit:
			hash = mix(hash, uint64(text[i]))
			i++
		case multi:
			if accented(text, i) {
				r := uint64(text[i+1]) + 'À' - 0x80
				if r < 'ß' {
					r += 'à' - 'À'
				}
				hash = mix(hash, r)
				i += 2
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if !letter(r) && !unicode.IsMark(r) {
				return i, hash
			}
			hash = mix(hash, uint64(unicode.ToLower(r)))
			i += size
		default:
			return i, hash
		}
	}
}

// word gives the token of the word at i, and where it ends.
func (v *vocabulary) word(text string, i int, flags Flags) (Token, int) {
	end, hash := readWord(text, i)
	t := Token{Start: uint32(i), End: uint32(end), Kind: Word, Flags: flags}
	if class[text[i]] != lower {
		t.Flags |= capitals(text[i:end], flags)
	}
	t.Word = v.lookup(uint32(hash), end-i, t.Flags)
	if t.Flags&Capital != 0 && (t.Word == 0 || t.Flags&AllCapitals == 0 && end > i+1 && class[text[i+1]] == upper) { // "VIe" is no life, "vie"
		if n := romanValue(text[i:end]); n > 0 {
			t.Kind, t.Num, t.Word = Roman, int32(n), 0
		}
	}
	return t, end
}

// capitals gives the flags that a word has for its capitals. A line that
// begins with one is no continuation of the line before it.
func capitals(word string, flags Flags) Flags {
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return 0
	}
	f := Capital
	if flags&LineBefore != 0 {
		f |= BreakBefore
	}
	several := false
	for _, r := range word[size:] {
		switch {
		case r >= '0' && r <= '9':
		case r >= 'a' && r <= 'z' || r == unicode.ToLower(r):
			return f
		default:
			several = true
		}
	}
	if several {
		f |= AllCapitals
	}
	return f
}

// romanValue reads a Roman numeral of up to 30 with an optional ordinal ending
// (e, ème, er, th …); 0 if the word is none.
func romanValue(word string) int {
	n, last, i := 0, 0, 0
	for ; i < len(word); i++ {
		d := 0
		switch word[i] {
		case 'I':
			d = 1
		case 'V':
			d = 5
		case 'X':
			d = 10
		}
		if d == 0 {
			break
		}
		if d > last {
			n -= 2 * last
		}
		n += d
		last = d
	}
	switch word[i:] {
	case "", "e", "è", "er", "re", "ère", "ème", "eme", "ième", "nd", "nde", "th", "st", "rd":
	default:
		return 0
	}
	if n < 1 || n > 30 {
		return 0
	}
	return n
}
