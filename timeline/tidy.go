package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy mends what is left when words are taken out: marks at the ends, double
// spaces, brackets and quotes without their other half; and begins with a
// capital.
var tidier = strings.NewReplacer(" 's ", "'s ", "`` ", "", " ''", "", "``", "", "''", "", " ,", ",", ",,", ",", " .", ".", "( )", "", "()", "", "« »", "", "“”", "", "’ ", "’", "\"", "", "“", "", "”", "", "« ", "", " »", "", "«", "", "»", "", "«\u00a0", "", "\u00a0»", "", "«\u202f", "", "\u202f»", "", "#", "", "[", "", "]", "")

var unbracket = strings.NewReplacer("(", "", ")", "")

func tidy(s string) string {
	if untidy(s) {
		s = tidier.Replace(singleSpaced(s))
		s = singleSpaced(balance(s))
	}
	if strings.HasPrefix(s, "(") {
		s = unbracket.Replace(s)
	}
	s = strings.Trim(s, " ,;:.-–—…•*'\u00a0\u202f")
	r, size := utf8.DecodeRuneInString(s)
	if upper := unicode.ToUpper(r); size > 0 && upper != r {
		s = string(upper) + s[size:]
	}
	return s
}

// untidy tells whether a text has anything that tidy mends inside it. Most have
// not, and one look at their bytes is a tenth of a search for each sort of thing.
func untidy(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '`', '"', '#', '[', ']', '(', ')', '\n', '\t':
			return true
		case ' ':
			if i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == ',' || s[i+1] == '.' || s[i+1] == '\'') {
				return true
			}
		case ',', '\'':
			if i+1 < len(s) && s[i+1] == s[i] {
				return true
			}
		case 0xC2, 0xE2: // the first bytes of all others
			rest := s[i:]
			for _, mark := range [...]string{"«", "»", "\u00a0", "“", "”", "\u202f", "’ "} {
				if strings.HasPrefix(rest, mark) {
					return true
				}
			}
		}
	}
	return false
}

// singleSpaced gives a text with one space wherever it has white space, and none at
// its ends. Most texts are that already and are given as they are.
func singleSpaced(s string) string {
	space := true // before the text
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < utf8.RuneSelf:
		case c == ' ':
			if space {
				return strings.Join(strings.Fields(s), " ")
			}
			space = true
			continue
		case c < ' ', c == 0xC2 && (s[i+1:] == "" || s[i+1] <= 0xA0), c >= 0xE1 && c <= 0xE3:
			// Control characters, U+0080 to U+00A0 and the three-byte letters among
			// which Unicode's other spaces are.
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return strings.Join(strings.Fields(s), " ")
			}
		}
		space = false
	}
	if space {
		return strings.TrimSuffix(s, " ")
	}
	return s
}

// balance drops brackets whose other half is missing.
func balance(s string) string {
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = unbracket.Replace(s)
	}
	return s
}

// lowered gives a title as it stands after other words: a name keeps its capital.
func (x *extractor) lowered(s string) string {
	first, _, _ := strings.Cut(s, " ")
	first, _, _ = strings.Cut(first, "'")
	first, _, _ = strings.Cut(first, "’")
	if x.lang.look(first).class&isDeterminer == 0 {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// longer tells whether a text has more than n characters. Most titles tell by
// their bytes: a character has at least one and at most four.
func longer(s string, n int) bool {
	return len(s) > 4*n || len(s) > n && utf8.RuneCountInString(s) > n
}

// fit shortens what no constituent shortens to at most n characters, before a
// word, and never ends with a word that wants another after it.
func (l *language) fit(s string, n int) string {
	if !longer(s, n) {
		return strings.TrimRight(l.trimDangling(s), " ,;:")
	}
	cut, runes, space := len(s), 0, 0
	for i, r := range s {
		if runes >= n {
			cut = i
			break
		}
		if unicode.IsSpace(r) || r == ',' || r == ';' || r == ':' {
			space = i
		}
		runes++
	}
	if space == 0 {
		space = cut
	}
	return strings.TrimRight(l.trimDangling(s[:space]), " ,;:")
}

// lastBreak gives the last space or apostrophe of a text and its length, -1 for none.
func lastBreak(s string) (i, size int) {
	for i = len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ' ', '\'':
			return i, 1
		case 0xA0, 0x99: // the last bytes of the others
			for _, mark := range [...]string{"\u00a0", "’"} {
				if strings.HasSuffix(s[:i+1], mark) {
					return i + 1 - len(mark), len(mark)
				}
			}
		}
	}
	return -1, 0
}

// trimDangling takes from the end the words that cannot end a headline.
func (l *language) trimDangling(s string) string {
	for {
		i, size := lastBreak(s)
		if i <= 0 {
			return s
		}
		w := strings.Trim(s[i+size:], " ,;:(\u00a0")
		if w != "" && l.look(w).class&isDangling == 0 {
			return s
		}
		s = strings.TrimRight(s[:i], " ,;:\u00a0")
	}
}
