package timeline

import (
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
)

// A tag is the part that a token plays in its sentence, as far as cutting out
// an event needs it.
type tag uint8

const (
	tagNoun tag = iota // nouns, adjectives and whatever is nothing else
	tagName            // with a capital inside the sentence
	tagDeterminer
	tagPreposition
	tagFinite
	tagGroup      // what follows a finite verb and belongs to it: "a été [signé]"
	tagParticiple // without auxiliary: "l'accord signé"
	tagGerund
	tagInfinitive
	tagSubject // il, elle, they
	tagClitic
	tagNegation
	tagRelative
	tagComplementizer
	tagSubordinator
	tagConjunction
	tagAdverb
	tagAdjective // before its noun
	tagNumber
	tagComma
	tagStop // ; :
	tagOpen
	tagClose
	tagDash
	tagQuoteOpen
	tagQuoteClose
	tagMark // apostrophes, hyphens, the end of the sentence
	tagDate // inside a temporal expression
)

// A word is a token of a sentence with what the extraction knows of it.
type word struct {
	class wordClass
	verb  int32 // its lemma, an index into language.verbs; where form is not zero
	form  formSet
	tag   tag
	weak  bool // a finite verb that may be a noun or a participle all the same
	opens phraseSet
}

// A phraseSet tells what phrases of the lists a word is the first of, so that they
// are compared with few places of a text.
type phraseSet uint8

const (
	idlePhrase phraseSet = 1 << iota // a headline does without it: "par ailleurs", "selon"
	comparison                       // "par rapport"
)

// An analysis is one sentence taken apart. Tokens count from the text's first.
type analysis struct {
	first, last int
	words       []word
	of          []int16 // the clause of each token
	clauses     []clause
	open        []int   // buffer of the cutter
	idle        []bool  // tokens of phrases that no title wants
	phrases     []int32 // where the phrase of the date at a token begins, plus one; 0 where not asked
}

func (a *analysis) at(k int) *word     { return &a.words[k-a.first] }
func (a *analysis) has(k int) bool     { return k >= a.first && k < a.last }
func (a *analysis) clauseOf(k int) int { return int(a.of[k-a.first]) }

// tag gives token k's tag, tagMark outside the sentence.
func (a *analysis) tag(k int) tag {
	if !a.has(k) {
		return tagMark
	}
	return a.words[k-a.first].tag
}

func (a *analysis) is(k int, c wordClass) bool { return a.has(k) && a.words[k-a.first].class&c != 0 }

// ofAt tells whether token k is "of" and no article: "une foule [de] gens".
func (a *analysis) ofAt(k int) bool { return a.is(k, isOf) && a.tag(k) == tagPreposition }

// any tells whether a token of a stretch is of a class.
func (a *analysis) any(from, to int, c wordClass) bool {
	for k := from; k < to; k++ {
		if a.is(k, c) {
			return true
		}
	}
	return false
}

// anyTag tells whether a token of a stretch has a tag.
func (a *analysis) anyTag(from, to int, t tag) bool {
	for k := from; k < to; k++ {
		if a.has(k) && a.tag(k) == t {
			return true
		}
	}
	return false
}

// nounWords tells whether a stretch has only words of which noun phrases are made.
func (a *analysis) nounWords(from, to int) bool {
	for k := from; k < to; k++ {
		switch a.tag(k) {
		case tagNoun, tagName, tagAdjective, tagMark, tagPreposition, tagDeterminer, tagNumber:
		default:
			return false
		}
	}
	return true
}

// anyOf tells whether a complement with "of" stands in a stretch.
func (a *analysis) anyOf(from, to int) bool {
	for k := from; k < to; k++ {
		if a.ofAt(k) {
			return true
		}
	}
	return false
}

// prosody reads the tokens of one document with the words of its language.
type prosody struct {
	text   string
	tokens []lang.Token
	lang   *language
	finder *lang.Finder
}

// verbAt gives the verb that token k is a form of: one of which nothing is known where
// no list has it.
func (p *prosody) verbAt(a *analysis, k int) *verb { return &p.lang.verbs[a.at(k).verb] }

// word gives token k as the text has it.
func (p *prosody) word(k int) string {
	if k < 0 || k >= len(p.tokens) {
		return ""
	}
	return p.text[p.tokens[k].Start:p.tokens[k].End]
}

// lower gives token k in lower case.
func (p *prosody) lower(k int) string { return lowerWord(p.word(k)) }

// look finds what token k can be.
func (p *prosody) look(k int) (w word) {
	t := p.tokens[k]
	if t.Kind != lang.Word || t.End-t.Start > 28 {
		return w
	}
	return p.lang.look(p.text[t.Start:t.End])
}

// spaced tells whether white space stands before token k.
func (p *prosody) spaced(k int) bool { return p.tokens[k].Flags&lang.SpaceBefore != 0 }

func (p *prosody) capital(k int) bool { return p.tokens[k].Flags&lang.Capital != 0 }

// apostrophe tells whether token k is the apostrophe of an elision.
func (p *prosody) apostrophe(k int) bool {
	if k < 0 || k >= len(p.tokens) || p.tokens[k].Kind != lang.Punct {
		return false
	}
	r := p.tokens[k].Num
	return r == '\'' || r == '’'
}

// hyphened tells whether token k is joined to the one before it by a hyphen.
func (p *prosody) hyphened(k int) bool {
	return k >= 2 && p.hyphen(k-1) && !p.spaced(k-1) && !p.spaced(k)
}

func (p *prosody) hyphen(k int) bool {
	return k >= 0 && k < len(p.tokens) && p.tokens[k].Kind == lang.Punct && (p.tokens[k].Num == '-' || p.tokens[k].Num == '‑' || p.tokens[k].Num == '‐')
}

// evening tells a part of the day that an adjective makes an event: "la soirée
// électorale".
func (p *prosody) evening(m *lang.Mention, last int) bool {
	if m.Last-m.First != 2 || m.Last >= last || p.lang.PossessiveMark {
		return false
	}
	next := p.tokens[m.Last]
	if next.Kind != lang.Word || next.Has(lang.Capital) || p.finder.FunctionWord(m.Last) || p.look(m.First).class&isDefinite == 0 {
		return false
	}
	w := p.look(m.Last)
	return w.class == 0 && w.form == 0
}

// possessive tells whether token k is the mark of "Monday's".
func (p *prosody) possessive(k int) bool {
	return p.lang.PossessiveMark && p.apostrophe(k) && k+1 < len(p.tokens) && !p.spaced(k+1) && p.word(k+1) == "s"
}

// analyse tags the tokens of a sentence and cuts it into clauses.
func (p *prosody) analyse(a *analysis, s lang.Sentence, dates []lang.Mention) {
	a.first, a.last = s.First, s.Last
	a.words, a.idle = a.words[:0], a.idle[:0]
	a.phrases = slices.Grow(a.phrases[:0], s.Last-s.First)[:s.Last-s.First]
	clear(a.phrases)
	t := tagger{prosody: p, a: a}
	for k := s.First; k < s.Last; k++ {
		a.words = append(a.words, p.look(k))
	}
	for i := range dates {
		p.markDate(a, &dates[i])
	}
	for k := s.First; k < s.Last; k++ {
		t.tag(k)
	}
	p.quantify(a)
	p.cut(a)
}

// markDate tags the tokens of a temporal expression, "Monday's" with its mark.
func (p *prosody) markDate(a *analysis, m *lang.Mention) {
	if p.evening(m, a.last) {
		return
	}
	last := m.Last
	if p.possessive(last) {
		last += 2
	}
	for k := m.First; k < min(last, a.last); k++ {
		a.at(k).tag = tagDate
	}
}

// labelled tells whether a colon parts the date of a chronology's entry from
// what it tells: "- 24 février : l'armée entre dans la ville" says "Le 24
// février, l'armée …". In a list the entry begins after the mark before it.
func (t *tagger) labelled(k int) bool {
	if t.a.tag(k-1) != tagDate || !t.a.has(k-1) {
		return false
	}
	for k--; k >= t.a.first && t.a.tag(k) != tagStop; k-- {
		if t.a.tag(k) != tagDate && t.tokens[k].Kind != lang.Punct && t.look(k).class&isDateWord == 0 {
			return false
		}
	}
	return true
}
