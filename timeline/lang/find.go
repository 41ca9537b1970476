package lang

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Mention is one temporal expression of a text and what it means.
type Mention struct {
	Start, End  int // byte offsets; the span has no leading preposition
	Expr        tempo.Expr
	Tense       tempo.Tense // of its clause, where the meaning needs one
	Announced   bool        // that tense is the future only as the present of announced acts: "se rend mardi"
	Rule        int         // index for Pack.Rule
	Range       bool        // with the next mention it spans a range: from this one to that one
	First, Last int         // tokens of the span: First up to, not including, Last
}

// A Finder runs a pack over texts. It keeps its buffers from text to text, so
// one Finder serves one goroutine.
type Finder struct {
	pack    *Pack
	traits  []trait // of the pack's entries
	text    string
	tokens  []Token
	m       machine
	rules   *automaton
	context meaningContext // reused, so that a match allocates nothing
	last    found          // the mention before, for lists
	months  bool           // a month stood over entries: days alone may follow
}

// found is a candidate mention.
type found struct {
	match match
	expr  tempo.Expr
	rule  int
	ok    bool
}

// NewFinder gives a finder for a pack.
func NewFinder(p *Pack) *Finder { return &Finder{pack: p, traits: p.traits} }

// Tokens gives the tokens of the text last read, valid until the next Find.
func (f *Finder) Tokens() []Token { return f.tokens }

// Pack gives the finder's language.
func (f *Finder) Pack() *Pack { return f.pack }

// Rule gives the name of a rule's meaning, its pattern and its line in the pack.
func (p *Pack) Rule(i int) (meaning, pattern string, line int) {
	r := &p.rules[i]
	return r.meaning, r.pattern, r.line
}

// Timex gives TIMEX3's type, value and mod of a value, written as the annotated
// texts of the language write it.
func (p *Pack) Timex(v tempo.Value) (typ, value, mod string) {
	typ, value, mod = v.Timex()
	if p.shortTimes && strings.HasPrefix(value, openDay+"T") {
		value = value[len(openDay):]
	}
	return typ, value, mod
}

const openDay = "XXXX-XX-XX"

// Find appends the mentions of the text to out, in the order of the text. It
// takes the leftmost expression, of those the longest, and goes on after it.
func (f *Finder) Find(text string, out []Mention) []Mention {
	f.text = text
	f.tokens = f.pack.vocab.scan(text, f.tokens[:0])
	f.last, f.months = found{}, false
	f.rules = f.pack.automaton()
	defer f.pack.automata.Put(f.rules)
	first := len(out)
	var best, better found
	for i := 0; i < len(f.tokens); i++ {
		if !f.begins(i) || !f.bestAt(i, &best) {
			continue
		}
		// A rule with context before its span may be beaten by one that
		// begins inside that context and covers more.
		for j := i + 1; j <= best.match.start; j++ {
			if f.begins(j) && f.bestAt(j, &better) && better.match.start <= best.match.start &&
				(better.match.end > best.match.end || better.match.end == best.match.end && better.match.reach > best.match.reach) {
				best = better
			}
		}
		out = f.within(out, i+1, best.match.start)
		if f.pack.rules[best.rule].meaning != "none" {
			out = append(out, f.mention(best))
			f.last, f.months = best, f.months || f.opensMonth(&best)
		}
		i = best.match.end - 1
	}
	f.link(out[first:])
	return out
}

// within appends the mentions that lie wholly in the context before another
// one: "mardi" in "décédé mardi à 90 ans", where the age is none.
func (f *Finder) within(out []Mention, i, end int) []Mention {
	var b found
	for ; i < end; i++ {
		if f.begins(i) && f.bestAt(i, &b) && b.match.end <= end {
			if f.pack.rules[b.rule].meaning != "none" {
				out = append(out, f.mention(b))
				f.last = b
			}
			i = b.match.end - 1
		}
	}
	return out
}

// mask gives the bits of all that token i can be.
func (f *Finder) mask(i int) uint64 {
	if t := &f.tokens[i]; t.Kind == Word && t.Flags&Capital == 0 {
		return f.traits[t.Word].mask
	}
	return f.maskOf(i)
}

// maskOf is mask for what is no word in small letters.
func (f *Finder) maskOf(i int) uint64 {
	t := &f.tokens[i]
	m := f.traits[t.Word].mask
	switch t.Kind {
	case Number:
		return m&^classNoun.bit() | f.numberMask(i)
	case Roman:
		return classRoman.bit() | classOrd.bit() | classAny.bit()
	case Punct:
		if t.elides() {
			m |= classYear.bit()
		}
		if f.joins(t) {
			m |= goesOn
		}
		return m&^classNoun.bit() | classFunc.bit()
	}
	if t.Flags&Capital != 0 { // a word of a rule may still be a name: "Lunar"
		m = m&^classNoun.bit() | className.bit()
	}
	if t.Flags&AllCapitals != 0 {
		m |= classRoman.bit()
	}
	return m
}

// numberMask gives the bits of the classes that the digits of token i fit. Every
// number begins hundreds of rules; by its value, most of them go no further.
func (f *Finder) numberMask(i int) uint64 {
	t := &f.tokens[i]
	n, w := t.Num, t.width()
	m := classN.bit() | goesOn
	if f.gluedWord(i + 1) {
		m |= classOrd.bit()
	}
	if w <= 4 && n > 0 {
		m |= classYYYY.bit()
	}
	switch {
	case w == 4:
		if n < 2400 && n%100 < 60 {
			m |= classClock.bit()
		}
		if n >= 1000 && n < 2200 {
			m |= classYear.bit()
			if n%10 == 0 {
				m |= classDecade.bit()
			}
		}
		return m
	case w > 2:
		return m
	case w == 2:
		m |= classYY.bit()
		if n < 60 {
			m |= classMinute.bit()
		}
		if n >= 10 && n%10 == 0 {
			m |= classDecade.bit()
		}
	}
	if n >= 1 && n <= 31 {
		m |= classDay.bit() | classDD.bit()
	}
	if n >= 1 && n <= 12 {
		m |= classMM.bit()
	}
	if n <= 24 {
		m |= classHour.bit()
	}
	return m
}

// gluedWord tells whether token i is a word with no space before it.
func (f *Finder) gluedWord(i int) bool {
	return i < len(f.tokens) && f.tokens[i].Kind == Word && f.tokens[i].Flags&SpaceBefore == 0
}

// bestAt finds the best mention that a rule beginning at token i makes.
func (f *Finder) bestAt(i int, best *found) bool {
	rules := f.rules.rules(f, i)
	if len(rules) == 0 {
		return false
	}
	best.ok = false
	for _, r := range rules {
		f.try(r, i, best)
	}
	return best.ok
}

// try runs a rule from token i and keeps what it makes if it is better: it
// begins earlier, or ends later, or rests on more of what comes after.
func (f *Finder) try(number uint16, i int, best *found) {
	r := &f.pack.rules[number]
	if r.args.alone && i > 0 {
		return
	}
	f.m.reset(f, r)
	f.m.run(0, i, i)
	if !f.m.found {
		return
	}
	m := &f.m.best
	if best.ok && (m.start > best.match.start || m.start == best.match.start &&
		(m.end < best.match.end || m.end == best.match.end && m.reach <= best.match.reach)) {
		return
	}
	if !f.guard(r, m, i) {
		return
	}
	f.context = meaningContext{f: f, m: m, r: r}
	if expr, ok := r.mean(&f.context); ok {
		*best = found{match: match{start: m.start, end: m.end, reach: m.reach, tags: m.tags}, expr: expr, rule: int(number), ok: true}
	}
}

func (f *Finder) mention(b found) Mention {
	m := Mention{
		Start: int(f.tokens[b.match.start].Start), End: int(f.tokens[b.match.end-1].End),
		Expr: b.expr, Rule: b.rule, First: b.match.start, Last: b.match.end,
	}
	if needsTense(&b.expr) {
		m.Tense, m.Announced = f.direction(b.match.start, b.match.end)
	}
	return m
}

// needsTense tells whether the tense of the clause directs the expression.
func needsTense(e *tempo.Expr) bool {
	if e.From != nil && needsTense(e.From) {
		return true
	}
	thisDay := e.Pick == tempo.This && e.Where.Has&(tempo.HasWeekday|tempo.HasWeekend) != 0
	return e.Kind == tempo.Point && !e.Where.IsZero() && (e.Pick == tempo.ByTense || thisDay) && e.Nth == 0 &&
		e.Where.Has&(tempo.HasYear|tempo.HasShortYear) == 0
}

// link marks the mentions that open a range: "du 3 au 5 juillet", "1939-1945".
func (f *Finder) link(ms []Mention) {
	for k := 0; k+1 < len(ms); k++ {
		a, b := &ms[k], &ms[k+1]
		if a.Expr.Kind != tempo.Point || b.Expr.Kind != tempo.Point {
			continue
		}
		linked, hyphen, and := false, false, false
		gap := b.First - a.Last
		if gap < 1 || gap > 3 {
			continue
		}
		for i := a.Last; i < b.First; i++ {
			t := f.tokens[i]
			switch {
			case t.hyphen() || t.Kind == Punct && (t.Num == '–' || t.Num == '—' || t.Num == '/' && gap == 1):
				linked, hyphen = true, true
			case t.Word != 0 && f.pack.ranges.has(t.Word):
				linked, and = true, t.Word == f.pack.and
			case f.entry(i).func_, t.apostrophe(): // "jusqu'à"
			default:
				gap = -1
			}
		}
		first := a.First
		if k > 0 && ms[k-1].Last == first { // "de mercredi 22 heures à jeudi"
			first = ms[k-1].First
		}
		plain := gap == 1 && f.pack.rangePlain.has(f.tokens[a.Last].Word) && a.Expr.Where.Grain() == b.Expr.Where.Grain() // "Friday to Monday"
		a.Range = gap > 0 && linked && (hyphen || plain || f.rangeOpens(first, and))
	}
}

// rangeOpens looks for "de", "du", "entre", "from" just before the span; where
// "et" joins the two, for "entre" only: "des 30 juin et 7 juillet" are two days.
func (f *Finder) rangeOpens(i int, and bool) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if w := f.tokens[k].Word; w != 0 && f.pack.rangeOpen.has(w) {
			return !and || len(f.pack.between) == 0 || f.pack.between.has(w)
		}
		if f.tokens[k].Kind == Punct && !f.tokens[k].apostrophe() || f.tokens[k].Kind == Word && !f.entry(k).func_ {
			return false
		}
	}
	return false
}

// TimeWord tells whether the pack's lists or rules know token k for more than a
// part of a feast's name: "last", "month", but not "water" of World Water Day.
func (f *Finder) TimeWord(k int) bool {
	e := f.entry(k)
	return f.tokens[k].Word != 0 && (e.ruled || !e.plain() || e.measure || e.before)
}

// FunctionWord tells whether token k is one of the pack's function words.
func (f *Finder) FunctionWord(k int) bool { return f.entry(k).func_ }

func (f *Finder) bits(i int) uint64 {
	if i < len(f.tokens) {
		return f.mask(i)
	}
	return 0
}
