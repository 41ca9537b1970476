package lang

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestWordsAreKnownHoweverWritten: a word of the vocabulary is found whatever its
// length, its accents, its capitals and what comes after it.
func TestWordsAreKnownHoweverWritten(t *testing.T) {
	v := newVocabulary(16)
	known := []string{"à", "mai", "été", "janvier", "décembre", "aujourd", "septembre", "prochainement", "œuvre", "a380", "x2y", "кремль"}
	ids := map[string]uint16{}
	for _, w := range known {
		ids[w] = v.add(w)
	}
	v.seal()
	for _, w := range known {
		capital, size := utf8.DecodeRuneInString(w)
		for _, written := range []string{w, strings.ToUpper(w), string(unicode.ToUpper(capital)) + w[size:]} {
			for _, after := range []string{"", " ", ".", "'", "’", "«", "\u00a0", " et une suite"} {
				tokens := v.scan(written+after, nil)
				if tokens[0].Word != ids[w] || int(tokens[0].End) != len(written) {
					t.Errorf("%q is read as %+v, want entry %d", written+after, tokens[0], ids[w])
				}
			}
		}
		if tokens := v.scan(w+"s", nil); tokens[0].Word != 0 {
			t.Errorf("%q is taken for %q", w+"s", w)
		}
	}
}

func TestCapitals(t *testing.T) {
	for word, want := range map[string]Flags{
		"été": 0, "Été": Capital, "ÉTÉ": Capital | AllCapitals, "É": Capital, "A380": Capital, "B2B": Capital | AllCapitals,
		"iPhone": 0, "McDo": Capital, "ONU": Capital | AllCapitals, "ÎLE-": Capital | AllCapitals, "Œuvre": Capital, "États": Capital,
	} {
		tokens := noWords.scan("le "+word, nil)
		if got := tokens[1].Flags &^ SpaceBefore; got != want {
			t.Errorf("%q has flags %b, want %b", word, got, want)
		}
	}
}

// FuzzReadWord: eight bytes at a time read what character by character does.
func FuzzReadWord(f *testing.F) {
	for _, s := range []string{"janvier 2024", "Étés", "août", "ÇA380x", "anticonstitutionnellement", "ninº", "a\x00b", "\xc3", "e\u0301t", "été’s", "Ã×", "zzzzzzzzZZZZZZZZ_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := len(text)
		for i, r := range text {
			digit := r >= '0' && r <= '9'
			if r == utf8.RuneError || r < utf8.RuneSelf && !digit && !unicode.IsLetter(r) || r >= utf8.RuneSelf && !letter(r) && !unicode.IsMark(r) {
				want = i
				break
			}
		}
		end, hash := readWord(text, 0)
		if end != want {
			t.Fatalf("%q ends at %d, want %d", text, end, want)
		}
		word := text[:end]
		if strings.ContainsAny(word, "İ\u212a") { // in small letters they are of ASCII
			return
		}
		if lower := strings.ToLower(word); uint32(hash) != hashOf(lower) {
			t.Errorf("%q has not the hash of %q", word, lower)
		}
	})
}

// TestANumberIsNoMark: a token's Num is the code of a mark or the value of a
// number, and 44 is a comma's.
func TestANumberIsNoMark(t *testing.T) {
	tokens := newVocabulary(16).scan("44, 46.", nil)
	for i, want := range []string{"", ",", "", "."} {
		for _, mark := range ",." {
			if got := tokens[i].Is(mark); got != (string(mark) == want) {
				t.Errorf("token %d is %q: %v", i, mark, got)
			}
		}
	}
}
