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
	joins  []joint // what brought them together, where it is asked for
}

// merger joins the drafts that tell one event: their spans are compatible, a
// finer date refining a coarser one, and they are about the same thing. Drafts
// are numbered in their canonical order, by what they are and not by when they
// came, so that no result depends on the order of the articles.
type merger struct {
	*comparer
	drafts  []draft
	order   []int32 // canonical number → index in drafts
	gists   []gist
	parent  []int32
	events  []*gist // of the roots of clusters: what all their drafts are about, nil for a single draft
	size    []int32
	next    []int32 // the cluster's drafts as a ring
	twin    []bool  // another draft stands for it
	explain bool
	joints  []joint
}

// merge groups the drafts into events. The result does not depend on their
// order, and takes n·log n time.
func merge(drafts []draft, explain bool) []cluster {
	m := newMerger(drafts)
	m.explain = explain
	m.joinTwins()
	m.eachYear(func(pairs []pair) {
		for _, p := range pairs {
			m.join(p)
		}
	})
	m.otherYears()
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
	m.events = make([]*gist, len(drafts))
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
	ga, gb := m.whole(a), m.whole(b)
	if max(ga.highest, gb.highest)-min(ga.lowest, gb.lowest) > conflictDays && ga.highest >= ga.lowest && gb.highest >= gb.lowest {
		return // or days would chain to weeks
	}
	sentence, article := m.shared(a, b)
	if sentence {
		return // what one sentence tells apart stays apart
	}
	if m.size[a] > 1 {
		whole := m.excess(ga, gb)
		if article && (ga.article < 0 || ga.article != gb.article) {
			whole += ofShared
		}
		if whole < 0 {
			return
		}
	}
	x, y := &m.gists[p.a], &m.gists[p.b]
	j := joint{a: p.a, b: p.b, relation: relate(&x.when, &y.when), excess: p.excess}
	if m.explain {
		j.likeness = m.compare(x, y)
		j.likeness.at(j.relation)
	}
	m.unite(a, b, j)
}

// unite makes one cluster of two, of which b is not the larger.
func (m *merger) unite(a, b int32, j joint) {
	if m.explain {
		m.joints = append(m.joints, j)
	}
	if m.events[a] == nil {
		g := m.gists[a]
		m.events[a] = &g
	}
	m.absorb(m.events[a], m.whole(b), m.size[a], m.size[b])
	m.events[b] = nil
	m.parent[b] = a
	m.size[a] += m.size[b]
	m.next[a], m.next[b] = m.next[b], m.next[a]
}

// whole is what all drafts of a cluster are about.
func (m *merger) whole(root int32) *gist {
	if g := m.events[root]; g != nil {
		return g
	}
	return &m.gists[root]
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
	a.actors, a.votes = addVotes(a, b, n, k)
	a.lowest, a.highest = min(a.lowest, b.lowest), max(a.highest, b.highest)
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
	w := whenOf(finer(a.span, b.span))
	w.published = a.published && b.published
	w.lowest, w.highest = a.lowest, a.highest
	a.span, a.when = finer(a.span, b.span), w
}

// addVotes counts the states of both.
func addVotes(a, b *gist, n, k int32) (actors, votes []int32) {
	count := func(g *gist, i int) int32 {
		if g.votes == nil {
			return 1
		}
		return g.votes[i]
	}
	for i, x := range a.actors {
		actors, votes = append(actors, x), append(votes, count(a, i))
	}
	for i, x := range b.actors {
		if at := slices.Index(actors, x); at >= 0 {
			votes[at] += count(b, i)
		} else {
			actors, votes = append(actors, x), append(votes, count(b, i))
		}
	}
	return actors, votes
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
	joints := map[int32][]joint{}
	for _, j := range m.joints {
		root := m.root(j.a)
		j.a, j.b = m.order[j.a], m.order[j.b]
		joints[root] = append(joints[root], j)
	}
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
		}
		c.span = m.spanOf(members)
		c.joins = joints[int32(i)]
		out = append(out, c)
	}
	return out
}

// spanOf is the finest date of a cluster; where its sources give several days,
// the one that most articles say, then the one of which the articles tell most,
// then the first. A day that is only that of a publication, or inferred, yields
// to one that a text says.
func (m *merger) spanOf(members []int32) tempo.Span {
	best := m.gists[members[0]].span
	said := false
	votes := map[tempo.Span]int{}
	last := map[tempo.Span]int32{}
	for _, j := range members {
		g := &m.gists[j]
		best = finer(best, g.span)
		if s := g.span; s.Grain <= tempo.Day && s.End != tempo.Forever {
			day := tempo.Of(s.Start, tempo.Day)
			firm := !g.published && s.Mod&tempo.Inferred == 0
			if firm && !said {
				said = true
				clear(votes)
				clear(last)
			}
			if a, ok := last[day]; firm == said && (!ok || a != g.article) {
				votes[day]++
				last[day] = g.article
			}
		}
	}
	if len(votes) == 0 || len(votes) == 1 && votes[tempo.Of(best.Start, tempo.Day)] > 0 {
		return best
	}
	var day tempo.Span
	for s, n := range votes {
		more := cmp.Or(cmp.Compare(n, votes[day]), cmp.Compare(m.cells[cellOf(s.Start, tempo.Day)], m.cells[cellOf(day.Start, tempo.Day)]),
			cmp.Compare(day.Start, s.Start))
		if more > 0 {
			day = s
		}
	}
	// The finest date on that day.
	found := false
	for _, j := range members {
		if s := m.gists[j].span; day.Contains(s) && s.Grain <= tempo.Day {
			if !found {
				best, found = s, true
			}
			best = finer(best, s)
		}
	}
	return best
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
