package timeline

import (
	"cmp"
	"slices"
	"strings"
)

// firstWord gives the first token of a phrase.
func firstWord(phrase string) string {
	if i := strings.IndexAny(phrase, " '"); i >= 0 {
		return phrase[:i]
	}
	return phrase
}

// A phraseList holds phrases by their first byte, the longest first.
type phraseList [256][]string

func phrases(list []string) (out phraseList) {
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, p := range list {
		out[p[0]|0x20] = append(out[p[0]|0x20], p)
	}
	return out
}

// prefix gives the length of the phrase of a list that a text begins with, as whole
// words; 0 for none.
func (p *phraseList) prefix(s string) int {
	if s == "" {
		return 0
	}
	for _, phrase := range p[s[0]|0x20] {
		if startsOther(s, phrase) {
			continue
		}
		if n := prefixLength(s, phrase); n > 0 && (n == len(s) || !isLetter(s[n:])) {
			return n
		}
	}
	return 0
}

// phraseAt gives the number of tokens of the phrase of a list that begins at
// token k, 0 for none.
func (p *prosody) phraseAt(a *analysis, k int, phrases *phraseList) int {
	start := p.tokens[k].Start
	n := phrases.prefix(p.text[start:p.tokens[a.last-1].End])
	count := 0
	for k+count < a.last && int(p.tokens[k+count].Start) < int(start)+n {
		count++
	}
	return count
}

// startsOther tells by the second byte that p is no prefix of s, as of most phrases
// with the same first letter it does.
func startsOther(s, p string) bool {
	return len(p) > 1 && p[0] < 0x80 && p[1] != '\'' && (len(s) < 2 || s[1] != p[1])
}

// prefixLength gives the length of the prefix of s that is p but for the case of
// its first letter and the shape of its apostrophes; 0 for none.
func prefixLength(s, p string) int {
	i := 0
	for j := 0; j < len(p); {
		if i >= len(s) {
			return 0
		}
		switch {
		case s[i] == p[j], i == 0 && s[i]|0x20 == p[j], i == 1 && s[0] == 0xc3 && s[i]|0x20 == p[j]: // À is à
			i++
			j++
		case p[j] == '\'' && strings.HasPrefix(s[i:], "’"):
			i += len("’")
			j++
		default:
			return 0
		}
	}
	return i
}
