package lang

import (
	"strings"
	"sync"
)

// detectors hold, per language, a vocabulary of its function words alone: to
// tell a text's language should not cost the compilation of every pack.
var detectors = sync.OnceValue(func() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	for _, code := range Codes() {
		pack, err := data.ReadFile(code + "/pack.yaml")
		if err != nil {
			continue
		}
		v := newVocabulary()
		for _, w := range functionWords(string(pack)) {
			for _, token := range cut(w) {
				v.entries[v.add(token)].func_ = true
			}
		}
		all[code] = v
	}
	return all
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
// The first kilobytes are enough to tell.
func Detect(text string) (code string, share float64) {
	if len(text) > 1536 {
		text = text[:1536]
	}
	var tokens []Token
	for _, c := range Codes() {
		v := detectors()[c]
		if v == nil {
			continue
		}
		words, known := 0, 0
		tokens = v.scan(text, tokens[:0])
		for _, t := range tokens {
			if t.Kind == Word {
				words++
				if v.entries[t.Word].func_ {
					known++
				}
			}
		}
		if s := float64(known) / float64(max(words, 1)); s > share && s >= 0.1 {
			code, share = c, s
		}
	}
	return code, share
}
