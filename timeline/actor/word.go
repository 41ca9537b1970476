package actor

import (
	"unicode"
	"unicode/utf8"
)

const (
	hashSeed  = 14695981039346656037 // of FNV-1a, 64 bits
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

// latin gives the letters U+00C0 to U+00FF in lower case: the search in Unicode's tables took
// a sixth of the reading of French.
var latin = func() (c [64]byte) {
	for k := range c {
		c[k] = byte(unicode.ToLower(0xC0 + rune(k)))
	}
	return c
}()

// lowered gives ASCII's letters in lower case and its digits, 0 for any other byte.
var lowered = func() (c [256]byte) {
	for b := range utf8.RuneSelf {
		if r := rune(b); isLetter(r) {
			c[b] = byte(unicode.ToLower(r))
		}
	}
	return c
}()

// scan makes t the word at i, hashed, and gives its end: i where there is none. The token is
// written where it stands: to hand it over took as long as to read the word.
func (t *token) scan(text string, i int) (end int) {
	start, hash := i, uint64(hashSeed)
	for uint(i) < uint(len(text)) {
		c := lowered[text[i]]
		if c == 0 {
			break
		}
		hash = (hash ^ uint64(c)) * hashPrime
		i++
	}
	t.start, t.end, t.fold, t.exact, t.found = start, i, hash, hash, -1 // of a word without accents, which most are, both hashes are the same
	if i < len(text) && text[i] >= utf8.RuneSelf {
		t.beyond(text)
	}
	t.capital, t.upper, t.digit = false, false, false
	if t.end > start {
		switch first := text[start]; {
		case first >= 'a' && first <= 'z':
		case first <= '9':
			t.digit = true
		case first < utf8.RuneSelf || upperFirst(text[start:]):
			t.capital, t.upper = true, allUpper(text[start:t.end])
		}
	}
	return t.end
}

// beyond goes on with a word after the letters of ASCII that it begins with.
func (t *token) beyond(text string) {
	i, fold, exact := t.end, t.fold, t.exact
	for i < len(text) {
		b := text[i]
		if c := lowered[b]; c != 0 {
			fold, exact = (fold^uint64(c))*hashPrime, (exact^uint64(c))*hashPrime
			i++
			continue
		}
		if b == 0xC3 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // À to ÿ, the common case
			c := text[i+1] & 0x3F
			letters := folded[c]
			if letters == "" {
				break
			}
			fold = hashed(fold, letters)
			exact = (exact ^ uint64(latin[c])) * hashPrime
			i += 2
			continue
		}
		if b < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			break
		}
		fold, exact = hashRune(fold, exact, r)
		i += n
	}
	t.end, t.fold, t.exact = i, fold, exact
}

func upperFirst(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// allUpper tells a word of two letters or more that are all capitals.
func allUpper(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return utf8.RuneCountInString(word) > 1
}

// hashRune adds a letter beyond ASCII to both hashes.
func hashRune(fold, exact uint64, r rune) (uint64, uint64) {
	if silent(r) {
		return fold, exact
	}
	r = unicode.ToLower(r)
	if r >= 0xC0 && r <= 0x17F {
		fold = hashed(fold, folded[r-0xC0])
	} else {
		fold = (fold ^ uint64(r)) * hashPrime
	}
	return fold, (exact ^ uint64(r)) * hashPrime
}

// hashed goes on with a hash over some letters.
func hashed(hash uint64, letters string) uint64 {
	for k := 0; k < len(letters); k++ {
		hash = (hash ^ uint64(letters[k])) * hashPrime
	}
	return hash
}

// scanWord hashes the word at i; end == i means there is none.
func scanWord(text string, i int) (t token) {
	t.scan(text, i)
	return t
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || silent(r) }

// silent tells an accent that stands by itself, and the soft hyphen.
func silent(r rune) bool { return r == '\u00ad' || r >= 0x300 && unicode.Is(unicode.Mn, r) }
