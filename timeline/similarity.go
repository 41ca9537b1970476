package timeline

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A vector is a unit vector of weighted features, sorted by feature.
type vector []feature

type feature struct {
	id     int32
	weight float32
}

// dot is the cosine of two unit vectors, and the rarest thing they share.
func dot(a, b vector, rarity []float32) (sum, rare float32) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += a[i].weight * b[j].weight
			rare = max(rare, rarity[a[i].id])
			i, j = i+1, j+1
		}
	}
	return sum, rare
}

// unit sorts a vector's features and scales it to length 1, keeping the
// heaviest n.
func unit(v vector, n int) vector {
	if len(v) > n {
		slices.SortFunc(v, func(x, y feature) int { return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.id, y.id)) })
		v = v[:n]
	}
	slices.SortFunc(v, func(x, y feature) int { return cmp.Compare(x.id, y.id) })
	var sum float64
	for _, f := range v {
		sum += float64(f.weight) * float64(f.weight)
	}
	if sum > 0 {
		scale := float32(1 / math.Sqrt(sum))
		for i := range v {
			v[i].weight *= scale
		}
	}
	return v
}

func (v vector) has(id int32) bool {
	for _, f := range v {
		if f.id == id {
			return true
		}
	}
	return false
}

// collect sorts features and adds up those that are the same.
func (v vector) collect() vector {
	slices.SortStableFunc(v, func(x, y feature) int { return cmp.Compare(x.id, y.id) })
	out := v[:0]
	for _, f := range v {
		if n := len(out); n > 0 && out[n-1].id == f.id {
			out[n-1].weight += f.weight
		} else {
			out = append(out, f)
		}
	}
	return out
}

// likeness is how two gists agree, each part from 0 to 1.
type likeness struct {
	matter, names, context float32 // cosines
	rare                   float32 // of the rarest stem or number that both titles have
	actors                 float32 // share of actors in common
	sameType, otherType    bool
	oneType                bool    // the act of one alone is known
	sameAct                bool    // some act of the one's sentence is the other's
	crowd                  float32 // how many drafts share the date: 0 for these two, 1 for 64 or more
	several                float32 // how many drafts one of their articles has at the date: 0 for one, 1 for eight
	rareName               float32
	elsewhere              bool    // each is of a state that the other's sentence does not name
	article                float32 // of their articles
	sameArticle            bool
	leads                  bool // both are their articles' news
	foreign                bool // told in two languages
}

// overlapOf is the share of actors that two lists have in common.
func overlapOf(a, b []int32) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float32(n) / float32(len(a)+len(b)-n)
}

// wordStarts calls f with a hash of the first letters of every word of a text,
// folded: "nucléaire" and "nuclear" begin alike. Shorter words say little.
func wordStarts(text string, f func(hash uint64)) {
	const letters = 5
	hash, n := uint64(offset64), 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		r = foldLetter(r)
		if r == 0 {
			if n >= letters-1 {
				f(hash)
			}
			hash, n = offset64, 0
			continue
		}
		if n < letters {
			hash = (hash ^ uint64(r)) * prime64
		}
		n++
	}
	if n >= letters-1 {
		f(hash)
	}
}

const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// latin1 are the letters U+00C0 to U+00FF without their accents.
const latin1 = "aaaaaaaceeeeiiiidnooooo\x00ouuuuytsaaaaaaaceeeeiiiidnooooo\x00ouuuuyty"

// foldLetter gives a letter or digit in lower case without accent, 0 for
// anything else.
func foldLetter(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0xC0:
		return 0
	case r <= 0xFF:
		return rune(latin1[r-0xC0])
	case r == 'œ', r == 'Œ':
		return 'o'
	case r >= 0x2000 && r < 0x3000: // punctuation and signs
		return 0
	}
	return r
}

func typeBit(t string) uint32 {
	for i, name := range eventTypes {
		if t == name {
			return 1 << i
		}
	}
	return 0
}

// eventTypes are PLOVER's.
var eventTypes = [...]string{"agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject",
	"threaten", "protest", "sanction", "mobilize", "coerce", "assault"}

// compare finds what two gists have in common.
func (c *comparer) compare(a, b *gist) likeness {
	var l likeness
	l.matter, l.rare = dot(a.matter, b.matter, c.rarity)
	l.names, l.rareName = dot(a.names, b.names, c.rarity)
	l.context, _ = dot(a.context, b.context, c.rarity)
	l.actors = overlapOf(a.actors, b.actors)
	l.sameType = a.types&b.types != 0
	l.oneType = (a.types == 0) != (b.types == 0)
	l.otherType = a.types != 0 && b.types != 0 && !l.sameType
	l.sameAct = a.types&b.acts != 0 || b.types&a.acts != 0
	l.crowd = min(1, max(0, float32(math.Log(float64(c.crowded(a.span, b.span))/2)/math.Log(32))))
	if n := max(a.told[cellGrain(a.span, b.span)], b.told[cellGrain(a.span, b.span)]); n > 1 {
		l.several = min(1, float32(math.Log2(float64(n)))/3)
	}
	l.sameArticle = a.article == b.article && a.article >= 0
	l.elsewhere = c.elsewhere(a, b)
	l.article, _ = dot(a.about, b.about, c.rarity)
	l.leads = a.lead && b.lead
	l.foreign = a.lang != b.lang
	return l
}

// elsewhere tells whether each gist acts in a state that the other's sentence
// does not name.
func (c *comparer) elsewhere(a, b *gist) bool {
	lacks := func(x, y *gist) bool {
		for _, s := range x.actors {
			if !y.names.has(s) && !slices.Contains(y.actors, s) {
				return true
			}
		}
		return false
	}
	return lacks(a, b) && lacks(b, a)
}

// excess is how much more two gists share than their dates ask for; below 0
// they are not one event.
func (c *comparer) excess(a, b *gist) float32 {
	need, ok := needed(a.span, b.span)
	if !ok || a.article == b.article && a.article >= 0 && a.sentence == b.sentence {
		return -10
	}
	l := c.compare(a, b)
	return l.evidence() - need
}

// evidence sums up what speaks for one event, in log-odds: the weights are
// those of a logistic regression over labelled pairs of drafts, rounded.
func (l *likeness) evidence() float32 {
	e := 1.5*l.rare + 1.5*l.matter + 2.5*l.context + 0.7*l.names + 1.0*l.rareName + 0.6*l.actors + 1.2*l.article - 1.2*l.crowd*(1-l.article) - 0.7*l.several
	switch {
	case l.sameType:
		e += 1.5
	case l.sameAct && !l.otherType:
		e += 0.6
	case l.otherType && !l.sameAct:
		e -= 0.8
	case l.otherType:
		e -= 0.2
	case l.oneType:
		e -= 0.5
	}
	if l.leads {
		e += 0.3
	}
	if l.sameArticle {
		e -= oneArticle
	}
	if l.elsewhere {
		e -= 0.9
	}
	return e
}

// The evidence that two dates ask for; the more they leave open, the more.
const (
	sameDay    = 1.0
	sameCoarse = 1.9 // both as coarse as each other: a month, a year
	refined    = 2.1 // one date lies inside the other, coarser one
	conflicted = 2.2 // exact days at most three days apart
	oneArticle = 1.5 // more, within one article, which tells each thing once
)

// needed gives the evidence that two spans ask for, and whether they can be
// one date at all.
func needed(a, b tempo.Span) (float32, bool) {
	dayA, dayB := a.Grain <= tempo.Day, b.Grain <= tempo.Day
	openA, openB := a.End == tempo.Forever, b.End == tempo.Forever
	if openA || openB { // "depuis 2022" and "février 2022" begin together
		a, b = begin(a), begin(b)
	}
	switch {
	case dayA && dayB && !openA && !openB:
		if a.Start.Midnight() == b.Start.Midnight() {
			return sameDay, true
		}
		gap := a.Start - b.Start
		return conflicted, gap <= conflictRange && gap >= -conflictRange
	case a.Start == b.Start && a.End == b.End:
		return sameCoarse, true
	case isStretch(a) || isStretch(b):
		return 0, false // a decade or "de 2020 à 2023" is no date of a day
	case a.Contains(b), b.Contains(a):
		return refined, true
	}
	return 0, false
}

// isStretch tells whether a span is longer than a year or than the unit that
// was said. An inferred one is a day that is not known better.
func isStretch(s tempo.Span) bool {
	return s.Mod&tempo.Inferred == 0 && (s.Grain > tempo.Year || s.End > tempo.Of(s.Start, s.Grain).End && s.Grain > tempo.Day)
}

func begin(s tempo.Span) tempo.Span {
	if s.End == tempo.Forever && s.Start != tempo.Never {
		return tempo.Of(s.Start, s.Grain)
	}
	return s
}

// sum is the unit vector of n of a and k of b, its heaviest features only.
func sum(a, b vector, n, k int32, limit int) vector {
	out := make(vector, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].id < b[j].id:
			out = append(out, feature{a[i].id, a[i].weight * float32(n)})
			i++
		case i == len(a) || a[i].id > b[j].id:
			out = append(out, feature{b[j].id, b[j].weight * float32(k)})
			j++
		default:
			out = append(out, feature{a[i].id, a[i].weight*float32(n) + b[j].weight*float32(k)})
			i, j = i+1, j+1
		}
	}
	return unit(out, limit)
}
