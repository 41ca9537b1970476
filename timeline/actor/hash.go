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

// lowered gives ASCII's letters in lower case and its digits, 0 for any other byte.
var lowered = func() (c [256]byte) {
	for b := range utf8.RuneSelf {
		if r := rune(b); isLetter(r) {
			c[b] = byte(unicode.ToLower(r))
		}
	}
	return c
}()

// scan makes t the word at i, hashed; end == i means there is none. The token is
// written where it stands: to hand it over took as long as to read the word.
func (t *token) scan(text string, i int) {
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
	t.capital, t.upper, t.digit = false, false, false
	if i > start {
		first := text[start]
		t.capital, t.digit = first >= 'A' && first <= 'Z', first <= '9'
		t.upper = t.capital && i > start+1 && capitals(text[start:i])
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		t.beyond(text)
	}
}

// capitals tells some letters and digits of ASCII that are all capitals.
func capitals(word string) bool {
	for k := 0; k < len(word); k++ {
		if word[k] == lowered[word[k]] {
			return false
		}
	}
	return true
}

// beyond goes on with a word after the letters of ASCII that it begins with.
func (t *token) beyond(text string) {
	i, fold, exact := t.end, t.fold, t.exact
	letters, upper := i-t.start, t.end == t.start || capitals(text[t.start:t.end])
	for i < len(text) {
		b := text[i]
		if c := lowered[b]; c != 0 {
			fold, exact = (fold^uint64(c))*hashPrime, (exact^uint64(c))*hashPrime
			upper = upper && b != c
			letters++
			i++
			continue
		}
		if b < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			break
		}
		if unicode.IsUpper(r) {
			t.capital = t.capital || letters == 0
		} else {
			upper = false
		}
		fold, exact = hashRune(fold, exact, r)
		letters++
		i += n
	}
	t.end, t.fold, t.exact, t.upper = i, fold, exact, upper && letters > 1
}

// hashRune adds a letter beyond ASCII to both hashes.
func hashRune(fold, exact uint64, r rune) (uint64, uint64) {
	if silent(r) {
		return fold, exact
	}
	r = toLower(r)
	if r >= 0xC0 && r <= 0x17F {
		letters := folded[r-0xC0]
		for k := 0; k < len(letters); k++ {
			fold = (fold ^ uint64(letters[k])) * hashPrime
		}
	} else {
		fold = (fold ^ uint64(r)) * hashPrime
	}
	return fold, (exact ^ uint64(r)) * hashPrime
}

// scanWord hashes the word at i; end == i means there is none.
func scanWord(text string, i int) (t token) {
	t.scan(text, i)
	return t
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

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || silent(r) }

// silent tells an accent that stands by itself, and the soft hyphen.
func silent(r rune) bool { return r == '\u00ad' || r >= 0x300 && unicode.Is(unicode.Mn, r) }
