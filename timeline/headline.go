package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A namesake is the article's headline as a title, made at its first use.
type namesake struct {
	known, ok bool
	title     string
	words     []uint64 // the stems of its words
	acts      []uint64 // of those that are no names: that two lines name the same people does not mean that they tell the same
}

// ownHeadline gives the article's headline if it can stand as a title.
func (x *extractor) ownHeadline() (string, bool) {
	if !x.own.known {
		x.own.title, x.own.ok = x.makeHeadline()
		x.own.known = true
		x.own.words = x.stems(x.own.words[:0], x.own.title)
		x.own.acts = x.own.acts[:0]
		for w := range strings.FieldsSeq(x.own.title) {
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
				x.own.acts = x.stems(x.own.acts, w)
			}
		}
	}
	return x.own.title, x.own.ok
}

func (x *extractor) makeHeadline() (string, bool) {
	title := x.lang.opened(singleSpaced(x.doc.article.Title))
	first, _, _ := strings.Cut(title, " ")
	if c := x.lang.look(first).class; c&isPreposition != 0 || c&isDanglingSubject != 0 && c&isDeterminer == 0 {
		return "", false // "Ils promettent …": who?
	}
	if strings.Count(title, " ") < 3 {
		return "", false
	}
	for _, mark := range [...]string{"?", "«", "»", "\"", "“", "”", "…"} {
		if strings.Contains(title, mark) {
			return "", false
		}
	}
	title = x.undatedLine(title)
	if longer(title, maxTitle) {
		for _, mark := range []string{" | ", " – ", " — ", " - "} {
			if i := strings.LastIndex(title, mark); i > 20 {
				title = title[:i]
			}
		}
	}
	if longer(title, maxTitle) {
		if _, rest, ok := strings.Cut(title, " : "); ok && longer(rest, 20) {
			title = rest
		}
	}
	if longer(title, maxTitle) {
		title = x.lessPhrase(title)
	}
	if longer(title, maxTitle) || strings.Count(title, " ") < 3 {
		return "", false
	}
	return tidy(title), true
}

// opened takes from a headline what only announces it: "URGENT - ", "C'est
// officiel, ", "Vidéo. ".
func (l *language) opened(title string) string {
	if title == "" || title[0] < utf8.RuneSelf && len(l.headlineOpeners[title[0]|0x20]) == 0 {
		return title
	}
	low := strings.ToLower(title)
	if low == "" || len(low) != len(title) {
		return title
	}
	for _, p := range l.headlineOpeners[low[0]|0x20] {
		n := prefixLength(low, p)
		if n == 0 {
			continue
		}
		rest := strings.TrimLeft(title[n:], " \u00a0")
		for _, mark := range []string{",", ":", ".", "!", "–", "—", "-", "|"} {
			if after, ok := strings.CutPrefix(rest, mark); ok && strings.Count(after, " ") >= 3 {
				return strings.TrimSpace(after)
			}
		}
	}
	return title
}

// lessPhrase leaves out the last phrases with a preposition of a headline that is
// a little too long.
func (x *extractor) lessPhrase(title string) string {
	words := strings.Fields(title)
	for n := len(words) - 2; n > len(words)/2; n-- {
		if c := x.lang.look(words[n]).class; c&isPreposition == 0 || c&isOf != 0 {
			continue
		}
		if s := strings.Join(words[:n], " "); !longer(s, maxTitle) {
			return s
		}
	}
	return title
}

// undatedLine takes the dates from a headline.
func (x *extractor) undatedLine(title string) string {
	if !strings.ContainsAny(title, "0123456789") {
		return title
	}
	if x.worker.heads == nil {
		x.worker.heads = lang.NewFinder(x.lang.pack)
	}
	f := x.worker.heads
	ms := f.Find(title, nil)
	tokens := f.Tokens()
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.Expr.Kind != tempo.Point {
			continue
		}
		k := m.First
		for k > 0 && x.lang.look(title[tokens[k-1].Start:tokens[k-1].End]).class&isDateWord != 0 {
			k--
		}
		if k == m.First && k > 0 && tokens[k-1].Kind == lang.Word { // "le BAC 2012"
			continue
		}
		title = strings.TrimSpace(title[:tokens[k].Start]) + " " + strings.TrimSpace(title[m.End:])
	}
	return strings.TrimSpace(title)
}

// stems appends the hashes of the stems of a line's longer words.
func (x *extractor) stems(out []uint64, line string) []uint64 {
	for start := 0; start < len(line); {
		end, size := start, 0
		for ; end < len(line) && size == 0; end++ {
			if c := line[end] | 0x20; c < 'a' || c > 'z' {
				size = markLength(line[end:])
			}
		}
		if size > 0 {
			end--
		}
		if end-start > 3 {
			out = append(out, x.stem(line[start:end]))
		}
		start = end + size
	}
	return out
}

// markLength gives the length of the mark between words that a text begins with,
// 0 where it begins with none.
func markLength(s string) int {
	switch s[0] {
	case ' ', '\'', ',', '.', ':', ';', '(', ')', '-':
		return 1
	case 0xC2, 0xE2:
		for _, mark := range [...]string{"\u00a0", "’"} {
			if strings.HasPrefix(s, mark) {
				return len(mark)
			}
		}
	}
	return 0
}
