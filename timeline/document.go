package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A document is an article while it is worked on: its text, what was found in
// it, and what it is about to become.
type document struct {
	record    *record
	order     int // place in the input
	article   read.Article
	lang      *language
	mentions  []lang.Mention
	values    []tempo.Value
	sentences []sentence
	date      tempo.Span // publication, zero while unknown
	dated     []Clue
}

// A sentence is one that belongs to the article's prose.
type sentence struct {
	lang.Sentence
	title bool // it repeats or is the article's headline
	lead  bool // among the first of the prose
}

// A sieve keeps the sentences of a document that are text. Its room serves the
// next document again.
type sieve struct {
	kept []sentence
	seen map[uint64]bool // the lines, by hash
}

// manyLines is how many lines a document has whose room is not kept for the next:
// to clear it would take longer than to make another.
const manyLines = 500

// prose gives the sentences that are text: no menu, caption, credit, "read also"
// or line that stands twice. They are valid until the next call.
func (v *sieve) prose(text string, tokens []lang.Token, all []lang.Sentence, l *language, title string) []sentence {
	all = splitHeadline(text, tokens, all, title)
	if v.seen == nil || len(v.seen) > manyLines {
		v.seen = map[uint64]bool{}
	}
	clear(v.seen)
	out, seen := v.kept[:0], v.seen
	leads := 0
	for i := 0; i < len(all); {
		first := i
		for i++; i < len(all) && !all[i].Paragraph; i++ {
		}
		line := text[all[first].Start:all[i-1].End]
		if key := hashLine(line); seen[key] {
			continue
		} else {
			seen[key] = true
		}
		if l.isBoilerplate(line) || i < len(all) && i-first == 1 && l.isCaptionMark(text[all[i].Start:all[i].End]) {
			continue
		}
		finished := endsFinished(line)
		skipDateline(tokens, &all[first], leads == 0)
		for j, s := range all[first:i] {
			if j == 0 && first+1 < i && s.Last-s.First <= 10 && isDash(tokens, all[first+1].First) { // "3 mai 2019. - Un bateau"
				skipDateline(tokens, &all[first+1], leads == 0)
				continue
			}
			sen := sentence{Sentence: s}
			heading := i-first == 1 && s.End-s.Start < 160 && (!finished || leads == 0 && i < len(all) && s.Last-s.First <= 8 && !l.hasVerb(text, tokens, s))
			switch {
			case heading && (leads > 0 || len(line) < 12 || s.Last-s.First < 4):
				continue // a heading in the text, or a stray word
			case heading, sameWords(title, line):
				sen.title = true
			case leads < 2:
				sen.lead = true
				leads++
			}
			out = append(out, sen)
		}
	}
	v.kept = out
	return out
}

// hasVerb tells whether a sentence has a word that can be a finite verb.
func (l *language) hasVerb(text string, tokens []lang.Token, s lang.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		w := l.look(text[tokens[k].Start:tokens[k].End])
		if w.form&finite != 0 && w.class&(isNoun|isPreposition) == 0 || w.class&isModal != 0 {
			return true
		}
	}
	return false
}

// hashLine hashes a line but for the case of its letters, which is one bit of
// their bytes, eight at a time: every line of every article is hashed.
func hashLine(line string) uint64 {
	const cases = 0x2020202020202020
	h := uint64(offset64)
	for ; len(line) >= 8; line = line[8:] {
		x := uint64(line[0]) | uint64(line[1])<<8 | uint64(line[2])<<16 | uint64(line[3])<<24 |
			uint64(line[4])<<32 | uint64(line[5])<<40 | uint64(line[6])<<48 | uint64(line[7])<<56
		h = (h ^ (x | cases)) * prime64
		h ^= h >> 32
	}
	for i := 0; i < len(line); i++ {
		h = (h ^ uint64(line[i]|0x20)) * prime64
	}
	return h
}

func (l *language) isBoilerplate(line string) bool {
	return len(line) < 200 && l.boilerplate.prefix(line) > 0
}

func (l *language) isCaptionMark(line string) bool {
	return len(line) < 60 && l.caption.prefix(line) > 0
}

func startsWithAny(line string, phrases []string) bool {
	low := strings.ToLower(line[:min(len(line), 64)])
	for _, p := range phrases {
		if rest, ok := strings.CutPrefix(low, p); ok && (rest == "" || !isLetter(rest)) {
			return true
		}
	}
	return false
}

// isLetter tells whether a string goes on with a letter.
func isLetter(s string) bool {
	c := s[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0xc3
}

// endsFinished tells whether a line ends as a sentence does.
func endsFinished(line string) bool {
	line = strings.TrimRight(line, " \t\"'»”’)]")
	line = strings.TrimRight(line, "\u00a0\u202f »”’")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":")
}

// sameWords tells whether two lines are the same but for case and marks.
func sameWords(a, b string) bool {
	if d := len(a) - len(b); a == "" || d > 16 || d < -16 {
		return false
	}
	i, j := 0, 0
	for {
		for i < len(a) && isMark(a[i]) {
			i++
		}
		for j < len(b) && isMark(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] && (a[i]|0x20 != b[j]|0x20 || a[i] >= 0x80) {
			return false
		}
		i++
		j++
	}
}

// isMark tells an ASCII byte that is neither letter nor digit.
func isMark(b byte) bool {
	return b < 0x80 && !(b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9')
}

// splitHeadline ends the first line where it is the article's headline, or no
// finished sentence and the next line begins with a date: a digit alone does not
// tell a new line from a wrapped one.
func splitHeadline(text string, tokens []lang.Token, all []lang.Sentence, title string) []lang.Sentence {
	if len(all) == 0 {
		return all
	}
	k := all[0].First + 1
	for k < len(tokens) && tokens[k].Flags&lang.LineBefore == 0 {
		k++
	}
	line := strings.TrimSpace(text[all[0].Start:int(tokens[k-1].End)])
	if k >= len(tokens) || !sameWords(title, line) && (tokens[k].Kind != lang.Number || endsFinished(line) || len(line) > 150 || !yearSoon(tokens, k)) {
		return all
	}
	for i := range all {
		if s := all[i]; s.First < k && k < s.Last {
			all = slices.Insert(all, i+1, lang.Sentence{Start: int(tokens[k].Start), End: s.End, First: k, Last: s.Last, Paragraph: true})
			all[i].Last, all[i].End = k, int(tokens[k-1].End)
			break
		} else if s.First == k {
			all[i].Paragraph = true
			break
		}
	}
	return all
}

// yearSoon tells whether a line begins as a full date does: "5 juin 2012".
func yearSoon(tokens []lang.Token, k int) bool {
	for j := k + 1; j < min(k+5, len(tokens)); j++ {
		if t := tokens[j]; t.Kind == lang.Number && t.Num > 1000 && t.Num < 2200 {
			return true
		}
	}
	return false
}

// isDash tells a dash that stands alone.
func isDash(tokens []lang.Token, k int) bool {
	t := tokens[k]
	return t.Kind == lang.Punct && (t.Num == '–' || t.Num == '—' || t.Num == '-') && k+1 < len(tokens) && tokens[k+1].Has(lang.SpaceBefore)
}

// skipDateline begins a sentence after its dateline: "PARIS (AFP) –", "22 mai
// 2012. –", "SEOUL, South Korea —"; at the head of an article also "Paris -".
func skipDateline(tokens []lang.Token, s *lang.Sentence, opens bool) {
	if isDash(tokens, s.First) && s.First+1 < s.Last {
		s.First++
		s.Start = int(tokens[s.First].Start)
	}
	for k := s.First; opens && k < s.Last && k < s.First+4 && (tokens[k].Has(lang.Capital) || tokens[k].Is(',')); k++ {
		if k+2 < s.Last && isDash(tokens, k+1) && tokens[k+1].Has(lang.SpaceBefore) && tokens[k+2].Has(lang.Capital) {
			s.First, s.Start = k+2, int(tokens[k+2].Start)
			return
		}
	}
	for k := s.First + 1; k < s.Last-2 && k < s.First+14; k++ { // "SAINT-LUNAIRE.- Deux hommes"
		if next := tokens[k+1]; tokens[k].Is('.') && (next.Is('-') || next.Is('_') || next.Is('–')) &&
			!next.Has(lang.SpaceBefore) && tokens[k+2].Has(lang.Capital) && tokens[k+2].Has(lang.SpaceBefore) {
			s.First, s.Start = k+2, int(tokens[k+2].Start)
			return
		}
	}
	capitals := false
	for k := s.First; k < s.Last && k < s.First+14; k++ {
		t := tokens[k]
		switch {
		case t.Kind == lang.Word && t.Has(lang.AllCapitals):
			capitals = true
		case t.Kind == lang.Word && !t.Has(lang.Capital) && !capitals && k > s.First+3, t.Kind == lang.Word && t.End-t.Start > 14:
			return
		case t.Kind == lang.Punct && (t.Num == '–' || t.Num == '—' || t.Num == '-' && t.Has(lang.SpaceBefore) && k+1 < s.Last && tokens[k+1].Has(lang.SpaceBefore)):
			if (capitals || k > s.First && tokens[k-1].Is('.') || k > s.First && tokens[k-1].Is(')')) && k+1 < s.Last {
				s.First, s.Start = k+1, int(tokens[k+1].Start)
			}
			return
		}
	}
}
