package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// A clause is a stretch of tokens of one sentence.
type clause struct{ first, last int }

// prosody reads the tokens of one document with the words of its language.
type prosody struct {
	text   string
	tokens []lang.Token
	lang   *language
	fold   []byte
}

// class gives what token i is to the extraction.
func (p *prosody) class(i int) wordClass {
	t := p.tokens[i]
	if t.Kind != lang.Word || t.End-t.Start > 24 {
		return 0
	}
	p.fold = p.fold[:0]
	for _, b := range []byte(p.text[t.Start:t.End]) {
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		p.fold = append(p.fold, b)
	}
	if c, ok := p.lang.class[string(p.fold)]; ok {
		return c
	}
	if t.Flags&lang.Capital != 0 { // À, É
		return p.lang.class[strings.ToLower(p.text[t.Start:t.End])]
	}
	return 0
}

func (p *prosody) is(i int, c wordClass) bool { return p.class(i)&c != 0 }

// mark gives the punctuation at token i, 0 for a word.
func (p *prosody) mark(i int) rune {
	if t := p.tokens[i]; t.Kind == lang.Punct {
		return rune(t.Num)
	}
	return 0
}

func opensQuote(r rune) bool  { return r == '«' || r == '“' }
func closesQuote(r rune) bool { return r == '»' || r == '”' }

// split cuts a sentence at the marks and words where another clause may begin:
// semicolons, colons, dashes, brackets, commas before a subordinate, and
// relative pronouns. Commas of enumerations do not cut.
func (p *prosody) split(s lang.Sentence) []clause {
	var out []clause
	first := s.First
	cutAt := func(i, next int) {
		if i > first {
			out = append(out, clause{first, i})
		}
		first = next
	}
	for i := s.First; i < s.Last; i++ {
		switch m := p.mark(i); m {
		case ';', ':', '—', '–', '(', ')', '«', '»', '“', '”', '"':
			cutAt(i, i+1)
		case ',':
			cutAt(i, i+1)
		case '-':
			if p.tokens[i].Flags&lang.SpaceBefore != 0 {
				cutAt(i, i+1)
			}
		case 0:
			if i > first && p.is(i, isSubordinator) && p.tokens[i].Flags&lang.SpaceBefore != 0 {
				cutAt(i, i)
			}
		}
	}
	cutAt(s.Last, s.Last)
	return out
}

// bytes gives the stretch of text of a clause.
func (p *prosody) bytes(c clause) (start, end int) {
	return int(p.tokens[c.first].Start), int(p.tokens[c.last-1].End)
}
