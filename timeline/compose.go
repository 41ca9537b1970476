package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/lang"
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
	label    int            // bytes of the label before the title
	spared   int            // words of the date that a short noun would need without it
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
	n := 0
	for _, x := range b { // utf8.RuneCount makes a string of them
		if utf8.RuneStart(x) {
			n++
		}
	}
	return n
}

// detail gives the last constituent that hangs on constituent i and can go
// before it; i itself where none does, or where it would leave a bare infinitive.
func (c *composer) detail(i int) int {
	last := c.last(i)
	if last == i || c.object(i) {
		if r := c.runs[last].rank; last != i && c.runs[i].rank <= rankPurpose && (r == rankOf || r == rankHead) && c.identifies(last) {
			return i // "afin d'obtenir la visite" of whom?
		}
		return last
	}
	for j := range c.runs {
		if j != last && j > i && c.runs[j].rank > 0 && c.runs[j].host == i {
			return last
		}
	}
	return i
}

// identifies tells whether a complement with "of" says which thing a definite
// noun right before it means.
func (c *composer) identifies(i int) bool {
	for n := range c.pieces {
		if int(c.pieces[n].run) != i || c.pieces[n].token < 0 {
			continue
		}
		k := c.pieces[n].token - 1
		for c.a.tag(k) == tagNoun || c.a.tag(k) == tagAdjective || c.a.tag(k) == tagName {
			k--
		}
		if c.a.tag(k) == tagPreposition && c.a.is(k, isDefinite) {
			return true
		}
		return c.x.apostrophe(k) && c.a.is(k-1, isDefinite) || c.a.tag(k) == tagDeterminer && c.a.is(k, isDefinite)
	}
	return false
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
	_, starts := c.text(c.x.starts[:0])
	c.x.starts = starts
	return starts[c.verb] > limit-16
}

// verbLost tells whether a clause that was written last and cut to so many bytes has
// lost its verb.
func (c *composer) verbLost(verb, length int) bool {
	for n := range c.pieces {
		if c.pieces[n].token == verb {
			return c.x.starts[n] >= length
		}
	}
	return false
}

// shorten drops constituents until the title fits: the ones of the lowest rank
// first, of these the last; what still finds room then comes back. It tells
// whether the title fits.
func (c *composer) shorten(limit int) bool {
	if c.length() <= limit {
		return true
	}
	var room [24]uint8
	before := room[:0]
	for _, r := range c.runs {
		before = append(before, r.rank)
	}
	fits := c.dropUntil(limit)
	if fits {
		c.restore(before, limit)
	}
	return fits
}

// restore puts back the constituents that a title has room for after longer ones
// went, the most needed first: but none that stood on one that is gone.
func (c *composer) restore(before []uint8, limit int) {
	for worth := 2 * rankSubject; worth > 2*rankClause; worth-- {
		for i, rank := range before {
			if c.runs[i].rank > 0 || c.worth(i, rank) != worth || !c.stands(before, i) {
				continue
			}
			if c.runs[i].rank = rank; !c.complete(before, i, limit) {
				c.runs[i].rank = 0
			} else if rank >= rankMember {
				c.grade += 0.1
			}
		}
	}
}

// complete puts back what the constituent i that came back is not understood
// without, "au niveau du collège [des électeurs]", "à la faveur d'un coup [d'État]";
// it tells whether all fits.
func (c *composer) complete(before []uint8, i, limit int) bool {
	next := i + 1
	if (c.runs[i].holds || c.alone(i)) && !c.object(i) && next < len(c.runs) && c.runs[next].rank == 0 && c.agent(next) { // "claimed [by the rebels]", "visant [à exclure]"
		return false
	}
	if next < len(c.runs) && c.runs[next].rank == 0 && c.runs[next].host == i && (before[next] == rankOf || before[next] == rankHead) {
		if c.runs[next].rank = before[next]; c.length() > limit {
			c.runs[next].rank = 0
			return false
		}
	}
	return c.length() <= limit
}

// alone tells whether a constituent has but one word.
func (c *composer) alone(i int) bool {
	n := 0
	for _, p := range c.pieces {
		if int(p.run) == i {
			n++
		}
	}
	return n == 1
}

// agent tells whether a constituent begins with a preposition that is not "of".
func (c *composer) agent(i int) bool {
	n := slices.IndexFunc(c.pieces, func(p piece) bool { return int(p.run) == i })
	return n >= 0 && c.a.tag(c.pieces[n].token) == tagPreposition && !c.a.is(c.pieces[n].token, isOf)
}

// stands tells whether what constituent i hangs on and what stood right before
// it are in the title.
func (c *composer) stands(before []uint8, i int) bool {
	if h := c.runs[i].host; h >= 0 && c.runs[h].rank == 0 {
		return false
	}
	for i--; i > 0 && (before[i] <= rankAside || c.empty(i) || c.runs[i].rank == 0 && before[i] >= rankOf && before[i] < rankCore); i-- {
	}
	return i < 0 || c.runs[i].rank > 0
}

// empty tells whether a constituent has no words.
func (c *composer) empty(i int) bool {
	return !slices.ContainsFunc(c.pieces, func(p piece) bool { return int(p.run) == i })
}

// worth tells how long constituent i stays: as its rank says, but what stands
// between the verb and its object goes before what belongs to the object.
func (c *composer) worth(i int, rank uint8) int {
	w := 2 * int(rank)
	if after := c.verb > 0 && c.verb <= len(c.pieces) && int(c.pieces[c.verb-1].run) < i; after && rank == rankPhrase && !c.runs[i].holds {
		for j := i + 1; j < len(c.runs); j++ {
			if c.runs[j].rank == rankCore && !c.empty(j) {
				return min(w, 2*rankPhrase-1)
			}
		}
	}
	return w
}

// dropUntil drops constituents until the title fits, and tells whether it does.
func (c *composer) dropUntil(limit int) bool {
	keep := uint8(rankSubject)
	for c.length() > limit {
		worst := -1
		for i, r := range c.runs {
			if r.rank > 0 && r.rank < keep && (worst < 0 || c.worth(i, r.rank) <= c.worth(worst, c.runs[worst].rank)) {
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
