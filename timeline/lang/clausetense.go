package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// Tense gives the tense of the clause that holds a mention of the text last
// read, also where the mention's own meaning needs none: "se tiendra en mars
// 2025" tells a date to come.
func (f *Finder) Tense(m Mention) tempo.Tense {
	if m.Tense != tempo.NoTense {
		return m.Tense
	}
	return f.tense(m.First, m.Last)
}

// Scan reads the words of a text without looking for expressions, for those who
// only compare texts; Tokens, FunctionWord and Sentences then tell of this text.
func (f *Finder) Scan(text string) {
	f.text = text
	f.tokens = f.pack.vocab.scan(text, f.tokens[:0])
	f.last = found{}
}
