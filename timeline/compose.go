package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A piece is one word of a title: a token of the text, or words that stand for
// one.
type piece struct {
	token int    // -1: the words are not the text's
	text  string // instead of the token's; empty: the token's
	run   int16
}

// A run is a constituent of a title that can be dropped as a whole.
type run struct {
	rank  uint8 // the lower, the sooner it goes; core stays
	comma bool  // a comma stands before it
	host  int   // the run that it hangs on and goes with, -1 for none
	holds bool  // what follows belongs to it: an apposition, an infinitive
}

// The ranks of constituents.
const (
	rankAside     = 1 // appositions, relative clauses after a comma
	rankClause    = 2 // adverbial clauses, gerunds
	rankPurpose   = 3 // "pour signer"; relative clauses
	rankPhrase    = 4 // prepositional phrases, participles
	rankParty     = 5 // "entre la Russie et la Chine", "avec", "contre"
	rankMember    = 6 // members of a list
	rankOf        = 7 // complements with "of"
	rankHead      = 8 // the first of them, which goes only where nothing else can
	rankSubject   = 9 // and that of the subject, only for the verb to have its object
	rankCore      = 10
	maxTitleRunes = 80
)

// A composer writes the title of one event.
type composer struct {
	x        *extractor
	a        *analysis
	drop     []bool // by token of the sentence
	pieces   []piece
	runs     []run
	within   int // the apposition or infinitive that is being written, -1 for none
	grade    float64
	verb     int            // the first piece after the verb, 0 for none
	list     int            // how many dates share what the title tells
	singular map[int]string // what to write for the plural that they share
	the      []int          // dates with the mark of possession, which leave an article
}

// begin starts a new constituent. Members of lists, complements with "of" and
// restrictive clauses hang on the constituent before them.
func (c *composer) begin(rank uint8, comma bool) {
	host := -1
	if n := len(c.runs); n > 0 && (rank == rankMember || rank == rankOf || rank == rankHead || rank == rankSubject || rank == rankPurpose && !comma) {
		host = n - 1
	}
	if rank == rankAside {
		c.within = len(c.runs)
	} else if c.within >= 0 && host < 0 && !comma && rank < rankCore {
		host = c.within
	}
	c.runs = append(c.runs, run{rank: rank, comma: comma, host: host})
}

// hold makes the constituent that was begun last the one that what follows
// belongs to.
func (c *composer) hold() {
	c.within = len(c.runs) - 1
	c.runs[c.within].holds = true
}

// last gives the last constituent that hangs on constituent i, i itself where
// none does.
func (c *composer) last(i int) int {
	for j := len(c.runs) - 1; j > i; j-- {
		for h := c.runs[j].host; h >= 0 && c.runs[j].rank > 0; h = c.runs[h].host {
			if h == i {
				return j
			}
		}
	}
	return i
}

// remove drops a constituent and what hangs on it.
func (c *composer) remove(i int) {
	c.runs[i].rank = 0
	for j := i + 1; j < len(c.runs); j++ {
		if c.runs[j].host == i && c.runs[j].rank > 0 && c.runs[i].rank == 0 {
			c.remove(j)
		}
	}
}

func (c *composer) put(k int) {
	if w, ok := c.singular[k]; ok && !c.drop[k-c.a.first] {
		if w != "" {
			c.pieces = append(c.pieces, piece{token: k, text: w, run: int16(len(c.runs) - 1)})
		}
		return
	}
	if slices.Contains(c.the, k) {
		c.say(c.x.lang.Definite[0])
		return
	}
	if c.a.has(k) && c.drop[k-c.a.first] {
		return
	}
	c.pieces = append(c.pieces, piece{token: k, run: int16(len(c.runs) - 1)})
}

func (c *composer) say(words string) {
	c.pieces = append(c.pieces, piece{token: -1, text: words, run: int16(len(c.runs) - 1)})
}

// text joins the pieces of the runs that stay, as the text spaces them, and
// appends to starts where each piece begins. The bytes are valid until the next
// call: a title is written several times before it is settled, and only what is
// kept becomes a string.
func (c *composer) text(starts []int) ([]byte, []int) {
	b := c.x.buffer[:0]
	last := -2 // the token written last
	lastRun := int16(-1)
	glue := true
	for i := range c.pieces {
		p := &c.pieces[i]
		if c.runs[p.run].rank == 0 {
			starts = append(starts, -1)
			continue
		}
		if p.run != lastRun && c.runs[p.run].comma && len(b) > 0 {
			b = append(b, ',')
			glue = false
		}
		lastRun = p.run
		if p.token < 0 {
			if len(b) > 0 && !glue {
				b = append(b, ' ')
			}
			starts = append(starts, len(b))
			b = append(b, p.text...)
			glue = strings.HasSuffix(p.text, "'") || strings.HasSuffix(p.text, "’")
			last = -2
			continue
		}
		t := c.x.tokens[p.token]
		space := t.Has(lang.SpaceBefore) || last != p.token-1
		if t.Kind == lang.Punct && !t.Has(lang.SpaceBefore) && last >= 0 && !opening(rune(t.Num)) {
			space = false
		}
		if len(b) > 0 && space && !glue {
			b = append(b, ' ')
		}
		glue = t.Kind == lang.Punct && (c.x.apostrophe(p.token) && !c.spaceAfter(p.token) || rune(t.Num) == '(')
		starts = append(starts, len(b))
		if p.text != "" {
			b = append(b, p.text...)
			glue = glue || strings.HasSuffix(p.text, "'")
		} else {
			b = append(b, c.x.text[t.Start:t.End]...)
		}
		last = p.token
	}
	c.x.buffer = b
	return b, starts
}

func opening(r rune) bool { return r == '«' || r == '“' || r == '"' || r == '(' }

func (c *composer) spaceAfter(k int) bool { return k+1 < len(c.x.tokens) && c.x.spaced(k+1) }

// length counts the characters of the title as it stands.
func (c *composer) length() int {
	b, starts := c.text(c.x.starts[:0])
	c.x.starts = starts
	return utf8.RuneCount(b)
}

// detail gives the last constituent that hangs on constituent i and can go
// before it; i itself where none does, or where it would leave a bare infinitive.
func (c *composer) detail(i int) int {
	last := c.last(i)
	if last == i || c.last(i) != i && c.object(i) {
		return last
	}
	for j := range c.runs {
		if j != last && j > i && c.runs[j].rank > 0 && c.runs[j].host == i {
			return last
		}
	}
	return i
}

// object tells whether a constituent has a noun of its own.
func (c *composer) object(i int) bool {
	for _, p := range c.pieces {
		if int(p.run) == i && (p.token < 0 || c.a.tag(p.token) == tagNoun || c.a.tag(p.token) == tagName) {
			return true
		}
	}
	return false
}

// bareVerb tells whether a title of that length would end before the object of
// its verb.
func (c *composer) bareVerb(limit int) bool {
	if c.verb == 0 || c.verb >= len(c.pieces) {
		return false
	}
	_, starts := c.text(nil)
	return starts[c.verb] > limit-16
}

// shorten drops constituents until the title fits: the ones of the lowest rank
// first, of these the last. It tells whether the title fits.
func (c *composer) shorten(limit int) bool {
	keep := uint8(rankSubject)
	for c.length() > limit {
		worst := -1
		for i, r := range c.runs {
			if r.rank > 0 && r.rank < keep && (worst < 0 || r.rank <= c.runs[worst].rank) {
				worst = i
			}
		}
		if worst < 0 && keep == rankSubject && c.bareVerb(limit) {
			keep = rankCore
			continue
		}
		if worst < 0 {
			return false
		}
		if c.runs[worst].holds {
			worst = c.detail(worst)
		}
		if c.runs[worst].rank >= rankMember {
			c.grade -= 0.1
		}
		c.remove(worst)
	}
	return true
}

// dropDates leaves out the dates of the sentence with their prepositions, and
// of a list of dates what belongs to the others: "en avril 2019, à Vladivostok,
// puis en septembre 2023, à Vostotchny".
// It gives the number of dates of the list.
func (c *composer) dropDates(i, first, last int) int {
	ms := c.x.doc.mentions
	for k := first; k < last; k++ {
		from := c.x.datePhrase(c.a, &ms[k])
		if ms[k].Expr.Kind == tempo.Amount && k != i && !c.lasting(from, ms[k].First) { // "cinq ans d'autonomie" is what is told
			continue
		}
		if np, ok := c.x.attributive(c.a, &ms[k]); ok && c.x.doc.values[k].Span.Grain >= tempo.Month && (np.empty() || k != i) { // "l'édition 2010"
			continue
		}
		if c.x.possessive(ms[k].Last) { // "Monday's vote" is "the vote"
			if ms[k].Expr.Kind == tempo.Point && c.x.doc.values[k].Span.Grain <= tempo.Month {
				c.cross(ms[k].First+1, ms[k].Last+2)
				c.the = append(c.the, ms[k].First)
			}
			continue
		}
		if ms[k].Expr.Kind == tempo.Point && from == ms[k].First && c.x.doc.values[k].Span.Grain == tempo.PartOfDay && c.objectAt(k) { // "a clos la soirée"
			continue
		}
		if c.a.has(ms[k].First) && c.a.tag(ms[k].First) == tagDeterminer { // "la soirée électorale"
			continue
		}
		c.cross(from, ms[k].Last)
		if end := ms[k].Last; ms[k].Expr.Kind == tempo.Point && ms[k].Expr.Base != tempo.Publication && c.a.is(end, isOf) && c.a.tag(end) == tagPreposition { // "le lendemain de la signature"
			for end++; c.nounEnds(end) || c.a.tag(end) == tagDeterminer || c.a.tag(end) == tagAdjective || c.x.apostrophe(end) || c.a.tag(end) == tagPreposition && c.a.is(end, isOf); end++ {
			}
			c.cross(ms[k].Last, end)
		}
		if ms[k].Range && k+1 < last {
			c.cross(ms[k].Last, ms[k+1].First)
		}
		for t := max(c.a.first, from-4); t < from; t++ { // "par rapport à l'an dernier"
			if n := c.x.phraseAt(c.a, t, &c.x.lang.comparing); n > 0 && t+n >= from {
				c.cross(t, from)
			}
		}
	}
	c.restriction()
	if i < first {
		return 0
	}
	lo, hi := i, i
	for lo > first && c.listed(lo-1, lo) {
		lo--
	}
	for hi+1 < last && c.listed(hi, hi+1) {
		hi++
	}
	if lo == hi {
		return 1
	}
	shared := true // what follows the last date belongs to all, if no other date has words of its own
	begin := c.itemStart(lo)
	for k := lo; k <= hi; k++ {
		end := c.itemEnd(k, hi)
		if k < hi && !c.allDropped(ms[k].Last, end) {
			shared = false
		}
		if k == hi && shared {
			end = ms[k].Last
		}
		if k != i {
			c.cross(begin, end)
		} else {
			c.marks(begin, end)
		}
		begin = end
	}
	return hi - lo + 1
}

// lasting tells whether the words before a duration make it an adverbial:
// "depuis", "pendant".
func (c *composer) lasting(from, to int) bool {
	for t := from; t < to; t++ {
		if c.a.is(t, isLasting) {
			return true
		}
	}
	return false
}

// objectAt tells whether mention k is the object of its verb and not its date.
func (c *composer) objectAt(k int) bool {
	m := &c.x.doc.mentions[k]
	t := c.a.tag(m.First - 1)
	return (t == tagFinite || t == tagGroup) && c.x.look(m.First).class&isDeterminer != 0 && m.Last-m.First <= 3 && (!c.a.has(m.Last) || c.x.fullStop(m.Last))
}

// restriction leaves out "ne … que" where what it restricts is a date that
// goes: "n'a atterri que mardi".
func (c *composer) restriction() {
	a := c.a
	for k := a.first; k < a.last; k++ {
		if a.tag(k) != tagAdverb || !a.is(k, isComplementizer) {
			continue
		}
		next := k + 1
		for a.has(next) && c.x.apostrophe(next) {
			next++
		}
		if !a.has(next) || !c.drop[next-a.first] {
			continue
		}
		c.cross(k, next)
		for j := k - 1; a.has(j) && j > k-8; j-- {
			if a.tag(j) == tagNegation {
				c.cross(j, j+1)
				if c.x.apostrophe(j + 1) {
					c.cross(j+1, j+2)
				}
				break
			}
		}
	}
}

// itemStart gives where the first member of a list with date k begins: at its
// date, or where the next member has its place before its date ("in Singapore
// in June and in Hanoi in May") at the place before it.
func (c *composer) itemStart(k int) int {
	a, ms := c.a, c.x.doc.mentions
	start := c.x.datePhrase(a, &ms[k])
	next := c.itemEnd(k, k+1)
	placed := false
	for t := next; t < c.x.datePhrase(a, &ms[k+1]); t++ {
		placed = placed || c.placeAt(t)
	}
	if !placed {
		return start
	}
	for t := start - 1; a.has(t) && t > start-7; t-- {
		switch a.tag(t) {
		case tagPreposition:
			if c.placeAt(t) {
				if j := t - 2; a.tag(t-1) == tagConjunction && a.tag(j) == tagName { // "en Europe et au Japon"
					for a.tag(j) == tagName || a.tag(j) == tagMark {
						j--
					}
					if c.placeAt(j) {
						return j
					}
				}
				return t
			}
		case tagName, tagNoun, tagDeterminer, tagMark, tagAdjective:
			continue
		}
		break
	}
	return start
}

// placeAt tells whether a phrase that says where begins at token k.
func (c *composer) placeAt(k int) bool {
	return c.a.tag(k) == tagPreposition && (c.a.is(k, isPlace) || c.a.tag(k+1) == tagName && c.a.is(k, isDeterminer))
}

// cross leaves out the tokens of a stretch.
func (c *composer) cross(from, to int) {
	for t := max(from, c.a.first); t < min(to, c.a.last); t++ {
		c.drop[t-c.a.first] = true
	}
}

// marks leaves out the commas and conjunctions of a stretch, but those between
// two places: "en Europe et au Japon".
func (c *composer) marks(from, to int) {
	for t := from; t < to; t++ {
		if tg := c.a.tag(t); tg == tagComma || tg == tagConjunction && (t == from || !c.placeAt(t+1) || c.a.tag(t-1) != tagName) {
			c.cross(t, t+1)
		}
	}
}

// listed tells whether two neighbouring dates are members of one list.
func (c *composer) listed(i, j int) bool {
	a, ms := c.a, c.x.doc.mentions
	if ms[i].Range || !a.has(ms[i].First) || !a.has(ms[j].First) || a.clauseOf(ms[i].First) != a.clauseOf(ms[j].First) {
		return false
	}
	g, h := c.x.doc.values[i].Span.Grain, c.x.doc.values[j].Span.Grain
	if g != h && (max(g, h) > tempo.Month || min(g, h) < tempo.Day) {
		return false
	}
	joined, clause := false, a.clauseOf(ms[i].First)
	for k := ms[i].Last; k < ms[j].First; k++ {
		if a.clauseOf(k) != clause {
			return false
		}
		switch a.tag(k) {
		case tagFinite, tagStop, tagParticiple, tagGerund, tagInfinitive, tagGroup:
			return false
		case tagComma, tagConjunction:
			joined = true
		}
	}
	return joined
}

// itemEnd gives where the member of a list with date k ends: at the conjunction
// or else the last comma before the next date.
func (c *composer) itemEnd(k, hi int) int {
	a, ms := c.a, c.x.doc.mentions
	if k == hi {
		end := ms[k].Last
		for comma := false; a.has(end) && a.clauseOf(end) == a.clauseOf(ms[k].First) && !c.x.fullStop(end) && a.tag(end) != tagConjunction && a.tag(end) != tagStop; end++ {
			if a.tag(end) == tagComma {
				if comma || a.tag(end+1) != tagPreposition {
					break
				}
				comma = true
			}
		}
		return end
	}
	comma, join := -1, -1
	for t := ms[k].Last; t < ms[k+1].First; t++ {
		switch a.tag(t) {
		case tagComma:
			comma = t
		case tagConjunction:
			join = t
		}
	}
	if join >= 0 {
		return join
	}
	for t := ms[k].Last; t < comma; t++ { // "le 6 août, la seconde, …, le 4 novembre"
		if a.tag(t) == tagComma && a.tag(t+1) == tagDeterminer {
			return t
		}
	}
	return comma
}

func (c *composer) allDropped(from, to int) bool {
	for t := from; t < to; t++ {
		if tg := c.a.tag(t); !c.drop[t-c.a.first] && tg != tagComma && tg != tagMark {
			return false
		}
	}
	return true
}
