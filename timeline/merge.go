package timeline

import (
	"cmp"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A cluster is one event with all the drafts that tell it.
type cluster struct {
	drafts []int
	span   tempo.Span
}

// merger joins the drafts that tell one event: their spans are compatible, a
// finer date refining a coarser one, and they are about the same thing.
type merger struct {
	drafts []draft
	rarity map[uint64]float64 // inverse document frequency of a term
	norm   []float64
	parent []int
	spans  []tempo.Span
	sets   [][]int
}

// Above these similarities two drafts are one event; the more their dates
// leave open, the more they must share.
const (
	sameDay    = 0.34
	sameCoarse = 0.42 // both as coarse as each other: a month, a year
	refined    = 0.50 // one date lies inside the other, coarser one
	conflict   = 0.60 // exact days at most three days apart
)

// merge groups the drafts into events. The result does not depend on their order.
func merge(drafts []draft) []cluster {
	m := &merger{drafts: drafts, rarity: rarities(drafts)}
	m.norm = make([]float64, len(drafts))
	m.parent = make([]int, len(drafts))
	m.spans = make([]tempo.Span, len(drafts))
	m.sets = make([][]int, len(drafts))
	for i := range drafts {
		m.parent[i], m.spans[i], m.sets[i] = i, drafts[i].span, []int{i}
		for _, t := range drafts[i].terms {
			w := float64(t.weight) * m.rarity[t.hash]
			m.norm[i] += w * w
		}
		m.norm[i] = math.Sqrt(m.norm[i])
	}
	for _, p := range m.pairs() {
		m.join(p)
	}
	return m.clusters()
}

// rarities weighs a term by the number of articles that have it: ln(1 + N/n).
func rarities(drafts []draft) map[uint64]float64 {
	count := map[uint64]int{}
	last := map[uint64]int{}
	articles := map[int]bool{}
	for i := range drafts {
		articles[drafts[i].article] = true
		for _, t := range drafts[i].terms {
			if a, seen := last[t.hash]; !seen || a != drafts[i].article {
				count[t.hash]++
				last[t.hash] = drafts[i].article
			}
		}
	}
	out := make(map[uint64]float64, len(count))
	for h, n := range count {
		out[h] = math.Log(1 + float64(len(articles)+1)/float64(n))
	}
	return out
}

// A pair is two drafts that may be one event.
type pair struct {
	a, b  int
	score float64
}

// pairs lists the pairs that are similar enough, the most similar first. Only
// drafts that share a year and a term are ever compared.
func (m *merger) pairs() []pair {
	blocks := map[block][]int{}
	for i := range m.drafts {
		for _, b := range m.blocks(i) {
			blocks[b] = append(blocks[b], i)
		}
	}
	seen := map[[2]int]bool{}
	var out []pair
	for _, ids := range blocks {
		if len(ids) > 400 {
			continue // a term that common tells nothing
		}
		for x, a := range ids {
			for _, b := range ids[x+1:] {
				key := [2]int{min(a, b), max(a, b)}
				if a == b || seen[key] {
					continue
				}
				seen[key] = true
				if s := m.similarity(key[0], key[1]); s > 0 {
					out = append(out, pair{key[0], key[1], s})
				}
			}
		}
	}
	slices.SortFunc(out, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), m.compare(p.a, q.a), m.compare(p.b, q.b))
	})
	return out
}

// compare orders drafts by what they are, not by when they came.
func (m *merger) compare(i, j int) int {
	a, b := &m.drafts[i], &m.drafts[j]
	return cmp.Or(cmp.Compare(a.articleID, b.articleID), cmp.Compare(a.start, b.start), cmp.Compare(a.date, b.date), cmp.Compare(a.expression, b.expression))
}

type block struct {
	year int
	term uint64
}

// blocks gives the years and terms under which a draft can be found; a term
// that most articles have finds nothing.
func (m *merger) blocks(i int) []block {
	d := &m.drafts[i]
	if d.span.Start == tempo.Never || d.span.Grain > tempo.Year {
		return nil
	}
	first, _, _ := d.span.Start.Civil()
	last := first
	if d.span.End != tempo.Forever {
		last, _, _ = (d.span.End - 1).Civil()
	}
	var out []block
	for y := first; y <= min(last, first+4); y++ {
		for _, t := range d.terms {
			out = append(out, block{y, t.hash})
		}
	}
	return out
}

// similarity compares two drafts, 0 where they cannot be one event.
func (m *merger) similarity(i, j int) float64 {
	a, b := &m.drafts[i], &m.drafts[j]
	if a.article == b.article && a.sentence == b.sentence {
		return 0
	}
	need, ok := m.needed(a.span, b.span)
	if !ok {
		return 0
	}
	shared, rare := 0.0, 0.0
	for _, t := range a.terms {
		for _, u := range b.terms {
			if t.hash == u.hash {
				w := float64(t.weight) * m.rarity[t.hash]
				shared += w * w
				if t.weight < nameWeight {
					rare = max(rare, m.rarity[t.hash])
				}
			}
		}
	}
	if shared == 0 || m.norm[i] == 0 || m.norm[j] == 0 {
		return 0
	}
	s := shared / (m.norm[i] * m.norm[j])
	if a.lang != b.lang { // stems cannot agree: names, actors and type must
		s *= 1.35
	}
	switch {
	case a.typ != "" && a.typ == b.typ:
		s += 0.12
	case a.typ != "" && b.typ != "":
		s -= 0.06
	}
	s += 0.15 * overlap(a.actors, b.actors)
	if a.lead && b.lead {
		s += 0.1
	}
	if a.article == b.article {
		s -= 0.08
	}
	if s < need {
		return 0
	}
	return s - need + 0.001
}

// overlap is the share of actors that two drafts have in common.
func overlap(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float64(n) / float64(max(len(a), len(b)))
}

// needed gives the similarity that two spans ask for, and whether they can be
// one date at all.
func (m *merger) needed(a, b tempo.Span) (float64, bool) {
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
		return conflict, gap <= 3*86400 && gap >= -3*86400
	case a.Start == b.Start && a.End == b.End:
		return sameCoarse, true
	case a.Contains(b), b.Contains(a):
		return refined, true
	}
	return 0, false
}

func begin(s tempo.Span) tempo.Span {
	if s.End == tempo.Forever {
		return tempo.Of(s.Start, s.Grain)
	}
	return s
}

// join unites the clusters of a pair if all their dates can be one.
func (m *merger) join(p pair) {
	a, b := m.root(p.a), m.root(p.b)
	if a == b {
		return
	}
	if _, ok := m.needed(m.spans[a], m.spans[b]); !ok {
		return
	}
	for _, i := range m.sets[a] {
		for _, j := range m.sets[b] {
			if m.drafts[i].article == m.drafts[j].article && m.drafts[i].sentence == m.drafts[j].sentence {
				return // what one sentence tells apart stays apart
			}
		}
	}
	if m.similarityOfSets(m.sets[a], m.sets[b]) < 0.5 {
		return
	}
	m.parent[b] = a
	m.spans[a] = finer(m.spans[a], m.spans[b])
	m.sets[a] = append(m.sets[a], m.sets[b]...)
	m.sets[b] = nil
}

// similarityOfSets is the share of pairs between two clusters whose dates and
// matter do not forbid them to be one.
func (m *merger) similarityOfSets(a, b []int) float64 {
	good, all := 0, 0
	for _, i := range a {
		for _, j := range b {
			all++
			if m.similarity(i, j) > 0 {
				good++
			}
		}
	}
	return float64(good) / float64(all)
}

func (m *merger) root(i int) int {
	for m.parent[i] != i {
		i = m.parent[i]
	}
	return i
}

// finer gives the more exact of two spans.
func finer(a, b tempo.Span) tempo.Span {
	la, lb := length(a), length(b)
	switch {
	case la < lb || la == lb && a.Grain < b.Grain:
		return a
	case lb < la || b.Grain < a.Grain:
		return b
	case a.Start < b.Start || a.Start == b.Start && a.Mod <= b.Mod:
		return a
	}
	return b
}

func length(s tempo.Span) int64 {
	if s.Start.IsOpen() || s.End.IsOpen() {
		return math.MaxInt64
	}
	return int64(s.End - s.Start)
}

func (m *merger) clusters() []cluster {
	var out []cluster
	for i := range m.drafts {
		if m.parent[i] != i {
			continue
		}
		c := cluster{drafts: m.sets[i]}
		slices.SortFunc(c.drafts, m.compare)
		c.span = m.drafts[c.drafts[0]].span
		for _, d := range c.drafts[1:] {
			c.span = finer(c.span, m.drafts[d].span)
		}
		out = append(out, c)
	}
	return out
}
