package timeline

import (
	"cmp"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A cluster is one event with all the drafts that tell it, in their canonical
// order.
type cluster struct {
	drafts []int
	span   tempo.Span
}

// merger joins the drafts that tell one event: their spans are compatible, a
// finer date refining a coarser one, and they are about the same thing. Drafts
// are numbered in their canonical order, by what they are and not by when they
// came, so that no result depends on the order of the articles.
type merger struct {
	*comparer
	drafts []draft
	order  []int32 // canonical number → index in drafts
	gists  []gist
	parent []int32
	events []gist // of the clusters' roots: what all their drafts are about
	size   []int32
	next   []int32 // the cluster's drafts as a ring
}

// merge groups the drafts into events. The result does not depend on their
// order, and takes n·log n time.
func merge(drafts []draft) []cluster {
	m := newMerger(drafts)
	for _, year := range m.years() {
		for _, p := range m.pairs(year) {
			m.join(p)
		}
	}
	return m.clusters()
}

func newMerger(drafts []draft) *merger {
	m := &merger{drafts: drafts, order: make([]int32, len(drafts))}
	for i := range m.order {
		m.order[i] = int32(i)
	}
	slices.SortStableFunc(m.order, func(i, j int32) int { return canonical(&drafts[i], &drafts[j]) })
	m.comparer = newComparer(drafts, m.order)
	m.gists = make([]gist, len(drafts))
	m.parent, m.next, m.size = make([]int32, len(drafts)), make([]int32, len(drafts)), make([]int32, len(drafts))
	article := int32(-1)
	for n, i := range m.order {
		if n == 0 || drafts[m.order[n-1]].article != drafts[i].article {
			article++
		}
		m.gists[n] = m.gist(i, &drafts[i], article)
		m.parent[n], m.next[n], m.size[n] = int32(n), int32(n), 1
	}
	learnArticles(m.gists)
	m.events = slices.Clone(m.gists)
	return m
}

// canonical orders drafts by what they are, not by when they came.
func canonical(a, b *draft) int {
	return cmp.Or(cmp.Compare(a.articleID, b.articleID), cmp.Compare(a.start, b.start), cmp.Compare(a.date, b.date),
		cmp.Compare(a.expression, b.expression), cmp.Compare(a.title, b.title))
}

// join unites the clusters of a pair if all their dates can be one and they are
// alike as wholes.
func (m *merger) join(p pair) {
	a, b := m.root(p.a), m.root(p.b)
	if a == b {
		return
	}
	if m.size[a] < m.size[b] || m.size[a] == m.size[b] && b < a {
		a, b = b, a
	}
	sentence, article := m.shared(a, b)
	if sentence {
		return // what one sentence tells apart stays apart
	}
	if m.size[a] > 1 {
		whole := m.excess(&m.events[a], &m.events[b])
		if article && (m.events[a].article < 0 || m.events[a].article != m.events[b].article) {
			whole -= oneArticle * 0.7
		}
		if whole < 0 {
			return
		}
	}
	m.absorb(&m.events[a], &m.events[b], m.size[a], m.size[b])
	m.parent[b] = a
	m.size[a] += m.size[b]
	m.next[a], m.next[b] = m.next[b], m.next[a]
}

// shared tells whether a sentence, and whether an article, tells something of
// both clusters; b is the smaller one.
func (m *merger) shared(a, b int32) (sentence, article bool) {
	for i := b; ; {
		g := &m.gists[i]
		for _, step := range [...]int32{-1, 1} {
			for j := i + step; j >= 0 && int(j) < len(m.gists) && m.gists[j].article == g.article; j += step {
				if m.root(j) == a {
					article = true
					sentence = sentence || m.gists[j].sentence == g.sentence
				}
			}
		}
		if i = m.next[i]; i == b || sentence {
			return sentence, article
		}
	}
}

// absorb makes a the gist of the drafts of both: n of a, k of b.
func (m *merger) absorb(a, b *gist, n, k int32) {
	a.matter = sum(a.matter, b.matter, n, k, 2*matterSize)
	a.names = sum(a.names, b.names, n, k, 2*namesSize)
	a.about = sum(a.about, b.about, n, k, 2*namesSize)
	a.context = sum(a.context, b.context, n, k, 2*contextSize)
	for _, x := range b.actors {
		if len(a.actors) < 8 && !slices.Contains(a.actors, x) {
			a.actors = append(slices.Clip(a.actors), x)
		}
	}
	switch {
	case a.types == 0 || n == k:
		a.types |= b.types
	case n < k && b.types != 0:
		a.types = b.types
	}
	a.acts |= b.acts
	if a.article != b.article {
		a.article = -1
	}
	a.lead = a.lead || b.lead
	if a.lang != b.lang {
		a.lang = manyLanguages
	}
	a.span = finer(a.span, b.span)
}

func (m *merger) root(i int32) int32 {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}

func (m *merger) clusters() []cluster {
	var out []cluster
	for i := range m.gists {
		if m.parent[i] != int32(i) {
			continue
		}
		members := make([]int32, 0, m.size[i])
		for j := int32(i); ; {
			members = append(members, j)
			if j = m.next[j]; j == int32(i) {
				break
			}
		}
		slices.Sort(members)
		c := cluster{drafts: make([]int, len(members))}
		for n, j := range members {
			c.drafts[n] = int(m.order[j])
			if n == 0 {
				c.span = m.gists[j].span
			} else {
				c.span = finer(c.span, m.gists[j].span)
			}
		}
		out = append(out, c)
	}
	return out
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
		return int64(tempo.Forever)
	}
	return int64(s.End - s.Start)
}
