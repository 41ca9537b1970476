package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// one puts the plural that several dates share into the singular for the event of
// one of them: "quatre coups d'État, en 1974, 1996, 1999 et 2010" are one coup
// each. It notes the words to write instead and tells whether it could.
func (c *composer) one(k, size int, counted bool) bool {
	a, l := c.a, c.x.lang
	if counted && !c.counts(k, size) {
		return false
	}
	noun := k + 1
	for a.tag(noun) == tagAdjective || a.tag(noun) == tagNumber {
		noun++
	}
	if a.tag(noun) != tagNoun || len(l.One) < 2 {
		return false
	}
	end := k + 1
	for a.has(end) && (a.tag(end) == tagNoun || a.tag(end) == tagAdjective || a.tag(end) == tagParticiple || a.tag(end) == tagNumber && end < noun) {
		end++
	}
	if c.singular == nil {
		c.singular = map[int]string{}
	}
	for j := k + 1; j < end; j++ {
		if a.tag(j) == tagNumber {
			c.singular[j] = ""
		} else {
			c.singular[j] = l.singularOf(c.x.word(j))
		}
	}
	c.singular[k] = l.article(c.singular[noun], c.singular[k+1])
	return true
}

// counts tells whether token k is the number of the dates: "quatre", "2".
func (c *composer) counts(k, size int) bool {
	if t := c.x.tokens[k]; t.Kind == lang.Number {
		return int(t.Num) == size
	}
	for n, w := range c.x.lang.Counts {
		if w == c.x.lower(k) {
			return n+2 == size
		}
	}
	return false
}

// article gives the indefinite article of a noun, by its ending and the word
// that follows.
func (l *language) article(noun, next string) string {
	if l.PossessiveMark { // a, an
		if next != "" && strings.ContainsRune("aeiou", rune(next[0]|0x20)) {
			return l.One[1]
		}
		return l.One[0]
	}
	if l.feminineNoun(noun) {
		return l.One[1]
	}
	return l.One[0]
}

// feminineNoun tells a noun that is feminine by the list or by its ending.
func (l *language) feminineNoun(noun string) bool {
	if l.known(noun).class&isFeminineNoun != 0 {
		return true
	}
	for _, e := range l.FeminineEndings {
		if strings.HasSuffix(noun, e) {
			return true
		}
	}
	return false
}

// singularOf gives the singular of a regular plural; the longest ending counts.
func (l *language) singularOf(word string) string {
	best, with := "", ""
	for plural, singular := range l.Singulars {
		if len(plural) > len(best) && len(word) > len(plural)+2 && strings.HasSuffix(word, plural) {
			best, with = plural, singular
		}
	}
	return strings.TrimSuffix(word, best) + with
}

// shareOut puts into the singular what a list of dates counts, where it is the
// object of its clause.
func (c *composer) shareOut(t target, size int) {
	if size < 2 {
		return
	}
	c.list = size
	from, to := t.noun.first, t.until
	if t.kind == clauseTarget {
		cl := &c.a.clauses[t.clause]
		if j := c.beforeColon(t.clause); j >= 0 {
			cl = &c.a.clauses[j]
		}
		if cl.verb < 0 || cl.subject.first > cl.verb {
			return
		}
		from, to = cl.groupEnd, cl.last
	}
	for k := from; k < to; k++ {
		if c.a.tag(k) == tagDeterminer || c.a.tag(k) == tagNumber {
			if c.one(k, size, true) {
				return
			}
		}
	}
}
