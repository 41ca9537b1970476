package timeline

import "unicode/utf8"

// wordStarts calls f with the place of every word of a text and a hash of its
// first letters, folded: "nucléaire" and "nuclear" begin alike. Words of less
// than four letters say little.
func wordStarts(text string, f func(at int, hash uint64)) {
	const letters = 5
	hash, n, at := uint64(offset64), 0, 0
	for i := 0; i < len(text); {
		var r rune
		if b := text[i]; b < utf8.RuneSelf {
			r = rune(asciiFolds[b])
			i++
			for n >= letters && r != 0 && i < len(text) && text[i] < utf8.RuneSelf { // the end of the word says nothing
				r = rune(asciiFolds[text[i]])
				i++
			}
		} else {
			var size int
			r, size = utf8.DecodeRuneInString(text[i:])
			r = foldLetter(r)
			i += size
		}
		if r == 0 {
			if n >= letters-1 {
				f(at, hash)
			}
			hash, n, at = offset64, 0, i
			continue
		}
		if n < letters {
			hash = (hash ^ uint64(r)) * prime64
		}
		n++
	}
	if n >= letters-1 {
		f(at, hash)
	}
}

const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// latin1 are the letters U+00C0 to U+00FF without their accents.
const latin1 = "aaaaaaaceeeeiiiidnooooo\x00ouuuuytsaaaaaaaceeeeiiiidnooooo\x00ouuuuyty"

// asciiFolds is foldLetter of ASCII, as a table: most letters are.
var asciiFolds = func() (folds [utf8.RuneSelf]byte) {
	for r := range folds {
		folds[r] = byte(foldLetter(rune(r)))
	}
	return folds
}()

// foldLetter gives a letter or digit in lower case without accent, 0 for
// anything else.
func foldLetter(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0xC0:
		return 0
	case r <= 0xFF:
		return rune(latin1[r-0xC0])
	case r == 'œ', r == 'Œ':
		return 'o'
	case r >= 0x2000 && r < 0x3000: // punctuation and signs
		return 0
	}
	return r
}
