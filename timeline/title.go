package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// maxTitle is the most characters that a title has.
const maxTitle = 80

// A headline is what an event is called, and the stretch of text it is from.
type headline struct {
	title      string
	full       string  // before anything was dropped for its length
	pieces     []piece // the words of full
	starts     []int   // and where in it they begin
	start, end int     // bytes of the clause
	nominal    bool
	apart      bool // of a participle that is none of the clause's verb
	grade      float64
	clause     int
	head       int  // the token of the verb or noun that says what happened, -1 for none
	said       bool // what is reported, not the saying
	outlook    outlook
	around     [2]int // bytes of the words among which a noun's actors may stand
}

// headline makes the title of the event that mention i of a sentence dates.
func (x *extractor) headline(a *analysis, i, first, last int) headline {
	m := &x.doc.mentions[i]
	t := x.govern(a, m)
	if t.kind == noTarget {
		return headline{}
	}
	said := false
	if t.kind == clauseTarget {
		if j := x.reported(a, t.clause); j != t.clause {
			if x.opinion(a, j) {
				if h := x.titled(a, t, i, first, last); h.grade >= leastGrade && !longer(h.full, maxTitle) {
					return h
				}
			}
			for k := first; k < last; k++ { // what is reported has its own date
				if o := &x.doc.mentions[k]; k != i && o.Expr.Kind == tempo.Point && a.clauseOf(o.First) == j && x.govern(a, o).clause == j {
					if _, _, ok := x.eventSpan(k, last); ok {
						return headline{}
					}
				}
			}
			t.clause, said = j, true
		}
	}
	if c := &a.clauses[t.clause]; t.kind == clauseTarget && c.kind == contentClause && c.lead == a.first { // "Que Dieu veille": a wish
		return headline{}
	}
	if t = x.notYet(a, t, i); t.kind == noTarget {
		return headline{}
	}
	t = x.undone(a, t)
	if k := x.reportedInfinitive(a, &t); k >= 0 {
		t = target{kind: infinitiveTarget, clause: t.clause, at: k, until: a.clauses[t.clause].last}
		said = true
	}
	h := x.titled(a, t, i, first, last)
	if h.grade < leastGrade && t.kind == nounTarget && x.finder.Moved(*m) { // "Procès" says less than "Le procès a été fixé"
		h = x.titled(a, target{kind: clauseTarget, clause: t.clause}, i, first, last)
	}
	if !said && t.kind == clauseTarget && x.saysNothing(a, t.clause) {
		h.grade -= 0.6
	}
	if h.said = said; said {
		h.grade -= 0.05
		if c := &a.clauses[t.clause]; c.verb >= 0 && !x.compound(a, c) && a.at(c.verb).form&past != 0 {
			h.grade -= 0.1 // "constituait": what was said to be, not what happened
		}
		if n := x.occasion(a, i, first, last); n.grade > h.grade-0.1 {
			return n
		}
	}
	if h.grade < 0.5 && t.kind == clauseTarget { // what the clause hangs on may say more
		c := &a.clauses[t.clause]
		if (c.verb < 0 || c.subject.empty() && c.kind != coordinate && c.kind != relativeClause) && c.parent >= 0 && c.kind != aside {
			t.clause = c.parent
			if g := x.titled(a, t, i, first, last); g.grade > h.grade {
				h = g
			}
		}
	}
	return h
}

// opinion tells a clause that says what something is, "le nucléaire est une
// filière d'avenir": the news is that somebody says so.
func (x *extractor) opinion(a *analysis, i int) bool {
	c := &a.clauses[i]
	if c.kind != contentClause || c.verb < 0 || a.at(c.verb).form&present == 0 || a.at(c.verb).form&(past|future) != 0 || !x.verbAt(a, c.verb).be || x.compound(a, c) {
		return false
	}
	k := c.groupEnd
	for a.tag(k) == tagAdverb && a.has(k) {
		k++
	}
	return a.tag(k) == tagDeterminer && a.clauseOf(k) == i
}

// saysNothing tells a saying that has no object: "a annoncé jeudi la mairie", whose
// news stands elsewhere.
func (x *extractor) saysNothing(a *analysis, i int) bool {
	c := &a.clauses[i]
	if !x.saying(a, i) {
		return false
	}
	for k := c.groupEnd; k < c.last; k++ {
		if k >= c.subject.first && k < c.subject.last {
			continue
		}
		if t := a.tag(k); a.clauseOf(k) != i || t == tagNoun || t == tagName || t == tagInfinitive {
			return false
		}
	}
	return true
}

// reportedInfinitive gives the infinitive of "have" with which a saying tells what
// its subject has done, "ont annoncé avoir mis fin"; -1 where it does not.
func (x *extractor) reportedInfinitive(a *analysis, t *target) int {
	c := &a.clauses[t.clause]
	if t.kind != clauseTarget || c.kind != mainClause || c.subject.empty() || !x.saying(a, t.clause) {
		return -1
	}
	for k := c.groupEnd; a.has(k) && k < c.groupEnd+8 && a.clauseOf(k) == t.clause; k++ {
		switch a.tag(k) {
		case tagInfinitive:
			if v := x.verbAt(a, k); v.have && a.tag(k+1) == tagGroup && v.singular != "" && !x.lang.AmbiguousPast {
				return k
			}
			return -1
		case tagDate, tagAdverb, tagPreposition, tagDeterminer, tagNoun, tagMark:
		default:
			return -1
		}
	}
	return -1
}

// occasion gives the act on whose occasion something was said at the date: "a
// affirmé mercredi que …, suite à la signature d'un traité".
func (x *extractor) occasion(a *analysis, i, first, last int) headline {
	for k := a.first; k < a.last-3; k++ {
		if a.tag(k) != tagPreposition || !a.is(k, isTimePreposition) || a.tag(k+1) == tagDate {
			continue
		}
		n := k + 1
		for a.is(n, isPlace|isOf) && a.tag(n) == tagPreposition {
			n++
		}
		np := phrase{n, n + 1}
		if a.tag(n) == tagDeterminer {
			for np.last++; x.apostrophe(np.last - 1); np.last++ {
			}
		}
		if head := np.last - 1; !x.actNoun(x.lower(head)) {
			continue
		}
		until, dated := np.last, false
		for a.has(until) && a.clauseOf(until) == a.clauseOf(k) && !x.fullStop(until) {
			if t := a.tag(until); t == tagComma || t == tagFinite || t == tagStop {
				break
			}
			dated = dated || a.tag(until) == tagDate
			until++
		}
		if !dated && until-np.last > 2 {
			return x.titled(a, target{kind: nounTarget, clause: a.clauseOf(k), noun: phrase{np.first, until}, until: until}, i, first, last)
		}
	}
	return headline{}
}

// actNoun tells the noun of an act that a list of the language names.
func (x *extractor) actNoun(word string) bool {
	for _, n := range x.lang.Nominals {
		if n == word {
			return true
		}
	}
	return false
}

// titled composes the title of a target.
func (x *extractor) titled(a *analysis, t target, i, first, last int) headline {
	c := composer{x: x, a: a, grade: 1, within: -1, drop: append(x.drop[:0], x.idle(a)...), pieces: x.pieces[:0], runs: x.runs[:0]}
	c.shareOut(t, c.dropDates(i, first, last))
	if i >= 0 && t.kind == clauseTarget {
		c.bareParticiple(i)
	}
	h := c.headline(t)
	x.drop, x.runs, x.pieces = c.drop, c.runs, c.pieces
	return h
}

// keep copies what a headline is made of out of the composer's buffers to the
// end of one that the whole document has.
func keep[T any](all *[]T, part []T) []T {
	from := len(*all)
	*all = append(*all, part...)
	return (*all)[from:len(*all):len(*all)]
}

func (c *composer) headline(t target) headline {
	x, a := c.x, c.a
	cl := &a.clauses[t.clause]
	h := headline{nominal: t.kind == nounTarget || t.kind == participleTarget, clause: t.clause, head: x.headOf(a, t)}
	h.apart = t.kind == participleTarget && !x.verbAt(a, t.at).expects
	from, to := cl.first, cl.last
	switch t.kind {
	case nounTarget:
		c.noun(t)
		from, to = t.noun.first, t.until
	case participleTarget:
		c.participle(t)
		from, to = min(t.noun.first, t.at), max(t.until, t.noun.last)
	case infinitiveTarget:
		c.infinitive(t)
		from, to = t.at, t.until
	default:
		c.clause(t.clause)
	}
	for from < to-1 && (a.tag(from) == tagComma || a.tag(from) == tagConjunction) {
		from++
	}
	h.start, h.end = int(x.tokens[from].Start), int(x.tokens[max(from, to-1)].End)
	for n := range c.runs { // nothing goes that was said to go before the length asks for it, but asides
		if c.runs[n].rank == rankAside {
			c.remove(n)
		}
	}
	b, starts := c.text(x.starts[:0])
	h.full, x.starts = string(b), starts
	h.pieces, h.starts = keep(&x.keptPieces, c.pieces), keep(&x.keptStarts, starts)
	long := longer(h.full, maxTitle)
	if long && t.kind == clauseTarget {
		c.nameSubject(t.clause)
	}
	if long && !c.shorten(maxTitle) {
		c.grade -= 0.35
	}
	shorter := c.sound(t)
	shorter = c.eventOnly(t) || shorter
	c.labelState(t)
	short := h.full
	if shorter || long || c.label > 0 {
		b, x.starts = c.text(x.starts[:0])
		short = string(b)
	}
	h.title = x.lang.fit(tidy(x.lang.oneSentence(short)), maxTitle)
	if t.kind == clauseTarget && c.verbLost(cl.verb, len(h.title)) {
		c.grade -= 0.6
	}
	h.grade = c.graded(h.title, t)
	return h
}

// graded tells how well a title stands alone.
func (c *composer) graded(title string, t target) float64 {
	title = title[min(c.label, len(title)):] // a label makes no event of what is none
	n := utf8.RuneCountInString(title) + 5*c.spared
	words := strings.Count(title, " ") + 1 + c.spared
	g := c.grade
	switch {
	case n < 12 || words < 2:
		return min(g, 0.1)
	case words < 3 && t.kind == participleTarget:
		g -= 0.45
	case words < 3:
		g -= 0.3
	}
	if t.kind == nounTarget && words < 5 {
		g -= 0.15
	}
	if t.kind != clauseTarget || c.a.clauses[t.clause].kind == relativeClause {
		g -= 0.07
	}
	for _, p := range c.pieces {
		if p.token >= 0 && c.runs[p.run].rank > 0 && c.a.has(p.token) && c.a.tag(p.token) == tagSubject && c.a.is(p.token, isFirstPerson) {
			g -= 0.7 // "dit que nous"
			break
		}
	}
	if strings.ContainsAny(title, "?") || c.x.tokens[c.a.last-1].Is('?') && (t.kind != clauseTarget || c.a.clauses[t.clause].kind != adverbialClause) {
		g -= 0.7
	}
	return max(g, 0.05)
}

// oneSentence cuts a title where the text lost the space or the capital that
// would have ended its sentence, or where a letter hid its end: "38 degrés C. Il".
func (l *language) oneSentence(s string) string {
	for at := 0; ; {
		i := strings.Index(s[at:], ". ")
		if i < 0 {
			return s
		}
		at += i
		word := at - 1 - strings.LastIndexByte(s[:at], ' ')
		next, _, _ := strings.Cut(s[at+2:], " ")
		switch {
		case at > 20 && word > 2 && s[at-1] >= 'a' && s[at-1] <= 'z',
			at > 10 && word > 3 && lowerBefore(s, at) && next != "" && next[0] >= 'a' && next[0] <= 'z',
			at > 20 && startsUpper(next) && l.look(next).class&(isSubject|isDeterminer) != 0:
			return s[:at]
		}
		at += 2
	}
}

// lowerBefore tells whether a small letter stands before byte i.
func lowerBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLower(r)
}

// nameSubject puts for a long subject the person whom it names: "le président
// russe Vladimir Poutine" is "Vladimir Poutine".
func (c *composer) nameSubject(i int) {
	s := c.a.clauses[i].subject
	if s.empty() || c.a.tag(s.first) != tagDeterminer {
		return
	}
	first := s.last
	for first > s.first && (c.a.tag(first-1) == tagName || c.x.hyphen(first-1)) {
		first--
	}
	if !c.a.is(s.first+1, isPersonNoun) && !c.a.is(s.first+2, isPersonNoun) || c.a.clauseOf(first) != c.a.clauseOf(s.first) {
		return
	}
	if s.last-first < 2 || first-s.first < 2 || c.a.is(first-1, isOf|isDeterminer) || c.x.apostrophe(first-1) {
		return
	}
	kept := c.pieces[:0]
	for _, p := range c.pieces {
		if p.token < s.first || p.token >= first || p.token < 0 {
			kept = append(kept, p)
		}
	}
	c.pieces = kept
}

// reported gives the clause that a saying reports, else the clause itself: of
// "X a annoncé mercredi que P", and of "P, a annoncé X mercredi", it is P.
func (x *extractor) reported(a *analysis, i int) int {
	c := &a.clauses[i]
	if c.kind == attributionClause && c.parent >= 0 {
		j := c.parent
		for p := &a.clauses[j]; p.kind == relativeClause && p.parent >= 0 && c.last >= a.last-1; p = &a.clauses[j] { // "a deal that helps, he said"
			j = p.parent
		}
		return j
	}
	if !x.saying(a, i) {
		return i
	}
	said := -1
	for j := range a.clauses {
		k := &a.clauses[j]
		if k.verb < 0 || j == i {
			continue
		}
		inside := x.under(a, j, i)
		switch {
		case k.kind == contentClause && inside && k.first >= c.verb, k.kind == quoted && inside:
			if said < 0 {
				said = j
			}
		case k.kind == mainClause && j > i && a.tag(k.first-1) == tagStop && x.tokens[k.first-1].Is(':') && said < 0:
			said = j
		}
	}
	if said < 0 {
		return i
	}
	if x.saying(a, said) && a.clauses[said].kind == contentClause {
		return x.reported(a, said)
	}
	return said
}

// under tells whether clause j stands inside clause i and no clause between.
func (x *extractor) under(a *analysis, j, i int) bool {
	p := a.clauses[j].parent
	for n := 0; p >= 0 && n < 4; n++ {
		if p == i {
			return true
		}
		if a.clauses[p].kind != quoted && a.clauses[p].verb >= 0 {
			return false
		}
		p = a.clauses[p].parent
	}
	return false
}
