package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/lang"
)

// maxTitle is the most characters that a title has.
const maxTitle = 80

// A headline is what an event is called, and the stretch of text it is from.
type headline struct {
	title      string
	text       string
	start, end int // bytes
	nominal    bool
	grade      float64
}

// headline makes the title of the event that a mention dates: the clause around
// it, or the noun that it belongs to, without the words of the date.
func (x *extractor) headline(si int, m lang.Mention, first, last int) headline {
	s := x.doc.sentences[si]
	pieces := x.split(s.Sentence)
	at := 0
	for k, c := range pieces {
		if c.first <= m.First {
			at = k
		}
	}
	if len(pieces) == 0 {
		return headline{}
	}
	if c, ok := x.nominal(pieces[at], m); ok {
		h := x.compose(c, first, last)
		h.nominal = true
		return h
	}
	from, to := x.governing(pieces, at)
	c := clause{pieces[from].first, pieces[to].last}
	if rc, ok := x.reported(pieces, from, to); ok {
		c = rc
	}
	h := x.compose(c, first, last)
	if h.title == "" || h.grade < 0.3 {
		whole := x.compose(clause{s.First, s.Last}, first, last)
		if whole.grade > h.grade {
			h = whole
		}
	}
	return h
}

// governing extends the piece that holds the date until it has a verb: an
// adverbial that opens the sentence takes what follows, one that closes it what
// stands before.
func (x *extractor) governing(pieces []clause, at int) (from, to int) {
	from, to = at, at
	for !x.verbal(pieces[from].first, pieces[to].last) {
		switch {
		case from == 0 && to+1 < len(pieces), at <= 1 && to+1 < len(pieces) && from == 0:
			to++
		case from > 0:
			from--
		default:
			return from, to
		}
	}
	// a verb without its subject: the piece before has it
	for from > 0 && !x.startsClause(pieces[from].first) && x.gap(pieces[from-1], pieces[from]) == ',' && !x.verbal(pieces[from-1].first, pieces[from-1].last) {
		from--
	}
	return from, to
}

// gap gives the mark between two pieces.
func (x *extractor) gap(a, b clause) rune {
	if a.last < b.first {
		return x.mark(a.last)
	}
	return 0
}

// startsClause tells whether a token can begin a clause of its own.
func (x *extractor) startsClause(k int) bool {
	return x.is(k, isSubordinator|isPronoun|isArticle|isConjunction) || x.tokens[k].Has(lang.Capital)
}

func (x *extractor) verbal(first, last int) bool {
	for k := first; k < last; k++ {
		if x.finder.Verb(k) {
			return true
		}
	}
	return false
}

// reported gives what a saying reports: "X a annoncé mercredi que P" is P.
func (x *extractor) reported(pieces []clause, from, to int) (clause, bool) {
	if to+1 >= len(pieces) {
		return clause{}, false
	}
	next := pieces[to+1]
	w := strings.ToLower(x.word(next.first))
	if w != "que" && w != "qu" && w != "that" || next.last-next.first < 4 {
		return clause{}, false
	}
	for k := pieces[from].first; k < pieces[to].last; k++ {
		if x.is(k, isReporting) {
			end := to + 1
			for !x.verbal(next.first, pieces[end].last) && end+1 < len(pieces) {
				end++
			}
			return clause{next.first, pieces[end].last}, true
		}
	}
	return clause{}, false
}

// nominal gives the noun phrase that a date belongs to: after a preposition of
// time ("après l'invasion de l'Ukraine en février 2022").
func (x *extractor) nominal(piece clause, m lang.Mention) (clause, bool) {
	for k := m.First - 1; k >= piece.first && k > m.First-16; k-- {
		if x.finder.Verb(k) || x.mark(k) != 0 && x.mark(k) != '\'' && x.mark(k) != '’' && x.mark(k) != '-' {
			return clause{}, false
		}
		if !timePrepositions[strings.ToLower(x.word(k))] {
			continue
		}
		start := k + 1
		if w := strings.ToLower(x.word(start)); w == "de" || w == "d" || w == "of" || w == "que" || w == "qu" {
			return clause{}, false
		}
		if start < m.First-1 && x.is(start, isArticle) {
			return clause{start, m.First}, true
		}
		return clause{}, false
	}
	return clause{}, false
}

var timePrepositions = map[string]bool{"après": true, "depuis": true, "dès": true, "lors": true, "since": true, "following": true}

// leadHeadline makes the title of the article's own news: its headline if it
// has one, else its first clause.
func (x *extractor) leadHeadline(si int) headline {
	s := x.doc.sentences[si]
	h := x.compose(clause{s.First, s.Last}, 0, 0)
	if t := strings.TrimSpace(x.doc.article.Title); t != "" && utf8.RuneCountInString(t) <= 3*maxTitle {
		h.title, h.grade = x.lang.fit(tidy(t), maxTitle), 0.9
	}
	return h
}

// compose writes the title of a clause: its words without dates, attribution
// and openers.
func (x *extractor) compose(c clause, first, last int) headline {
	if c.last <= c.first {
		return headline{}
	}
	start, end := x.bytes(c)
	h := headline{text: strings.Join(strings.Fields(x.text[start:end]), " "), start: start, end: end}
	drop := make([]bool, c.last-c.first)
	for k := first; k < last; k++ {
		m := x.doc.mentions[k]
		if m.First >= c.last || m.Last <= c.first {
			continue
		}
		from := m.First
		for from > c.first && x.is(from-1, isPreposition) || from > c.first+1 && x.mark(from-1) == '\'' && x.is(from-2, isPreposition) {
			from--
		}
		for t := max(from, c.first); t < min(m.Last, c.last); t++ {
			drop[t-c.first] = true
		}
	}
	x.dropOpeners(c, drop)
	title := tidy(x.words(c, drop))
	h.title = x.lang.fit(title, maxTitle)
	h.grade = x.grade(h.title, title, c)
	return h
}

// dropOpeners leaves out what leads into the clause: connectors, and the
// relative or conjunction that ties it to the clause before.
func (x *extractor) dropOpeners(c clause, drop []bool) {
	k := c.first
	for k < c.last {
		if drop[k-c.first] || x.mark(k) == ',' {
			k++
			continue
		}
		if n := x.opener(k, c.last); n > 0 {
			for ; n > 0; n-- {
				drop[k-c.first] = true
				k++
			}
			continue
		}
		if x.is(k, isRelative|isSubordinator|isConjunction) && !x.tokens[k].Has(lang.Capital) {
			drop[k-c.first] = true
			k++
			if k < c.last && (x.mark(k) == '\'' || x.mark(k) == '’') {
				drop[k-c.first] = true
				k++
			}
			continue
		}
		return
	}
}

// opener gives the number of tokens of a phrase that a headline does without.
func (x *extractor) opener(k, last int) int {
	rest := x.text[x.tokens[k].Start:x.tokens[last-1].End]
	low := strings.ToLower(strings.ReplaceAll(rest[:min(len(rest), 40)], "’", "'"))
	for _, o := range x.lang.openers {
		if !strings.HasPrefix(low, o) {
			continue
		}
		end := int(x.tokens[k].Start) + len(o)
		n := 0
		for k+n < last && int(x.tokens[k+n].Start) < end {
			n++
		}
		if k+n < last && (x.mark(k+n) == ',' || len(o) > 5 && strings.Contains(o, " ")) {
			return n
		}
	}
	return 0
}

// words joins the tokens that stay, as the text spaces them.
func (x *extractor) words(c clause, drop []bool) string {
	var b strings.Builder
	gap := false
	for k := c.first; k < c.last; k++ {
		t := x.tokens[k]
		if drop[k-c.first] {
			gap = true
			continue
		}
		if b.Len() > 0 && (t.Has(lang.SpaceBefore) || gap && t.Kind != lang.Punct) {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(x.text[t.Start:t.End])
	}
	return b.String()
}

// grade tells how well a title stands alone.
func (x *extractor) grade(title, whole string, c clause) float64 {
	n := utf8.RuneCountInString(title)
	if n < 12 {
		return 0.1
	}
	g := 1.0
	if n < utf8.RuneCountInString(whole) {
		g -= 0.2
	}
	first, _, _ := strings.Cut(title, " ")
	first, _, _ = strings.Cut(first, "'")
	first, _, _ = strings.Cut(first, "’")
	if x.lang.class[strings.ToLower(first)]&isPronoun != 0 {
		g -= 0.5
	}
	if !x.verbal(c.first, c.last) {
		g -= 0.2
	}
	return g
}

// tidy mends what is left when words are taken out: marks at the ends, double
// spaces, brackets and quotes without their other half; and begins with a
// capital.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.NewReplacer(" ,", ",", ",,", ",", " .", ".", "( )", "", "()", "", "« »", "", "“”", "").Replace(s)
	s = balance(s)
	s = strings.Trim(s, " ,;:.-–—…\u00a0\u202f")
	r, size := utf8.DecodeRuneInString(s)
	if size > 0 {
		s = string(unicode.ToUpper(r)) + s[size:]
	}
	return s
}

// balance drops quotes and brackets whose other half is missing.
func balance(s string) string {
	for _, pair := range [...][2]string{{"«", "»"}, {"“", "”"}, {"(", ")"}} {
		if strings.Count(s, pair[0]) != strings.Count(s, pair[1]) {
			s = strings.NewReplacer(pair[0]+"\u00a0", "", pair[0]+" ", "", pair[0], "", "\u00a0"+pair[1], "", " "+pair[1], "", pair[1], "").Replace(s)
		}
	}
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	return s
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// fit shortens a title to at most n characters, at the last comma or else the
// last word that fits, never inside a word.
func (l *language) fit(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut, runes, comma, space := 0, 0, 0, 0
	for i, r := range s {
		if runes >= n {
			cut = i
			break
		}
		if r == ',' || r == ';' || r == '(' || r == ':' {
			comma = i
		}
		if unicode.IsSpace(r) {
			space = i
		}
		runes++
	}
	if comma > cut/2 {
		return strings.TrimRight(s[:comma], " ,;:")
	}
	return strings.TrimRight(l.trimDangling(s[:space]), " ,;:")
}

// trimDangling takes from the end the words that cannot end a headline.
func (l *language) trimDangling(s string) string {
	for {
		i := strings.LastIndexAny(s, " \u00a0")
		w := strings.ToLower(strings.Trim(s[i+1:], " ,;:«»\"(\u00a0"))
		if j := strings.LastIndexAny(w, "'’"); j >= 0 {
			w = w[j+1:]
			for _, q := range []string{"’", "'"} {
				w = strings.TrimPrefix(w, q)
			}
		}
		if i <= 0 || w != "" && l.class[w]&isDangling == 0 {
			return s
		}
		s = strings.TrimRight(s[:i], " ,;:\u00a0")
	}
}
