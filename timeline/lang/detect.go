package lang

import (
	"strings"
	"sync"
)

// A detector holds the function words of all languages, and no others: to tell a
// text's language should not cost the compilation of every pack.
type detector struct {
	codes []string
	words *vocabulary
	of    []uint64 // the languages that an entry belongs to, a bit each
}

var detectors = sync.OnceValue(func() *detector {
	d := &detector{codes: Codes(), words: newVocabulary(1024), of: make([]uint64, 1, 1024)}
	for n, code := range d.codes {
		pack, err := data.ReadFile(code + "/pack.yaml")
		if err != nil {
			continue
		}
		for _, w := range functionWords(string(pack)) {
			for _, token := range cut(w) {
				id := d.words.add(token)
				if int(id) == len(d.of) {
					d.of = append(d.of, 0)
				}
				d.of[id] |= 1 << n
			}
		}
	}
	d.words.seal()
	return d
})

// functionWords reads the list under "function:" of a pack without reading the
// rest; a test holds it to what the whole pack says.
func functionWords(pack string) (words []string) {
	_, list, ok := strings.Cut(pack, "\nfunction: [")
	if !ok {
		return nil
	}
	list, _, _ = strings.Cut(list, "]")
	for _, line := range strings.Split(list, "\n") {
		line, _, _ = strings.Cut(line, " #")
		for _, w := range strings.Split(line, ",") {
			if w = strings.Trim(w, " \t\r\"'"); w != "" {
				words = append(words, w)
			}
		}
	}
	return words
}

// Detect gives the language whose function words make the largest share of
// the text's words, and that share; the empty code where none reaches a tenth.
// The first lines tell most texts; where two languages are close there, the first
// kilobytes do. (One pass over three hundred bytes, where it was one for each
// language over 1,500, is a fifth of the time: it was a twentieth of a build's.)
func Detect(text string) (code string, share float64) {
	d := detectors()
	const glance, look = 320, 1536
	if len(text) > glance {
		if code, share, second := d.tell(text[:glance]); share > 0.25 && share > 2*second {
			return code, share
		}
	}
	code, share, _ = d.tell(text[:min(len(text), look)])
	return code, share
}

// tell gives the language with the largest share, and the share of the next.
func (d *detector) tell(text string) (code string, share, second float64) {
	var buffer [256]Token
	var known, words [64]int // by language
	all := 0
	for _, t := range d.words.scan(text, buffer[:0]) {
		if t.Kind != Word {
			continue
		}
		all++
		if t.Word == 0 {
			continue
		}
		roman := romanValue(text[t.Start:t.End]) > 0
		for n := range d.codes {
			if d.of[t.Word]>>n&1 != 0 {
				known[n]++
			} else if roman { // "I" is a word of English and a number elsewhere
				words[n]--
			}
		}
	}
	for n, c := range d.codes {
		s := float64(known[n]) / float64(max(all+words[n], 1))
		switch {
		case s > share && s >= 0.1:
			code, share, second = c, s, share
		case s > second:
			second = s
		}
	}
	return code, share, second
}
