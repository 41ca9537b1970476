package timeline

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"sync/atomic"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A cluster is one event with all the drafts that tell it, by their canonical
// numbers in rising order.
type cluster struct {
	drafts []int32
	joins  []joint // what brought them together, where it is asked for
}

// merger joins the drafts that tell one event: their spans are compatible, a
// finer date refining a coarser one, and they are about the same thing. Drafts
// are numbered in their canonical order, by what they are and not by when they
// came, so that no result depends on the order of the articles.
//
// It works year by year. What it holds of every draft is some fifty bytes; the
// gists are those of the years that are being worked on, and of the events that
// reach into years to come.
type merger struct {
	*comparer
	gists    *spool
	drafts   []place // where each draft stands in the builder's spool
	gistAt   []place
	aboutAt  []place   // by article
	article  []int32   // by the order of the IDs
	central  []float32 // by article: how much it is about what the collection is about
	sentence []int32
	day      []int32 // that a draft says, noDay for none or for that of its article
	from, to []int32 // the years in which each is looked for; from > to: none
	parent   []int32
	size     []int32
	next     []int32    // the cluster's drafts as a ring
	events   eventShelf // what the clusters of several drafts are about
	now      *yearOfDrafts
	spare    vector // room for a sum
	explain  bool
	joints   []joint
	years    reunions
	fail     func(error)
	workers  int          // goroutines
	share    int          // drafts of years that are worked on at once
	most     atomic.Int64 // bytes that a year has taken
}

// merge groups the drafts of all articles into events, in n·log n time.
func (b *builder) merge(records []*record) ([]cluster, error) {
	m := b.newMerger(records)
	m.explain = b.options.Explain != nil
	err := m.eachYear(b.options.workers(), b.yearShare(), func(y *yearOfDrafts, done, total int64) error {
		m.now = y
		for _, p := range y.twins {
			m.join(p)
		}
		for _, p := range y.pairs {
			m.join(p)
		}
		m.forget(y.year)
		return b.reached("merging", done, total)
	})
	m.now = nil
	b.yearBytes = m.most.Load()
	if err != nil {
		return nil, errors.Join(err, m.gists.close())
	}
	m.otherYears()
	b.places, b.cells = m.drafts, m.cells
	for i, r := range records {
		b.witnesses[r.order].central = m.central[i]
	}
	return m.clusters(), errors.Join(b.failure, m.gists.close())
}

// newMerger numbers the drafts of articles, which stand in the order of their
// IDs, and makes their gists.
func (b *builder) newMerger(records []*record) *merger {
	m := &merger{comparer: b.census.comparer(), gists: b.spool(), fail: b.fail}
	m.events = eventShelf{held: map[int32]*gist{}, away: map[int32]place{}, most: max(leastRecent, b.yearShare()/2), gists: m.gists, fail: b.fail}
	first := make([]int32, len(records)+1)
	for i, r := range records {
		first[i+1] = first[i] + int32(len(r.drafts))
	}
	n := first[len(records)]
	m.drafts, m.gistAt, m.aboutAt = make([]place, n), make([]place, n), make([]place, len(records))
	m.central = make([]float32, len(records))
	m.article, m.sentence, m.day, m.from, m.to = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	m.parent, m.size, m.next = make([]int32, n), make([]int32, n), make([]int32, n)
	inParallel(b.options.workers(), len(records), func() func(int) {
		p := newGistMaker()
		return func(i int) {
			if err := m.take(p, b.drafts, int32(i), first[i], records[i].drafts); err != nil {
				b.fail(err)
			}
			records[i].drafts = nil
		}
	})
	return m
}

// A gistMaker is what one goroutine needs to make gists.
type gistMaker struct {
	shelf
	out    coder
	draft  draft  // the one that was read last
	gists  []gist // of the article that was taken last
	about  vector // what it is about
	places []place
	told   map[cell]int32 // how many of its drafts stand in a cell
}

func newGistMaker() *gistMaker {
	p := &gistMaker{told: map[cell]int32{}}
	p.part = forMerging
	return p
}

// take numbers an article's drafts from n on and puts their gists away.
func (m *merger) take(p *gistMaker, drafts *spool, article, n int32, places []place) error {
	if len(places) == 0 {
		return nil
	}
	p.gists = slices.Grow(p.gists[:0], len(places))[:len(places)]
	for i, at := range places {
		d := &p.draft
		if err := p.shelf.take(drafts, at, d.code); err != nil {
			return err
		}
		k := n + int32(i)
		m.drafts[k], m.article[k], m.sentence[k] = at, article, int32(d.sentence)
		m.from[k], m.to[k] = yearsOf(d.span)
		m.parent[k], m.next[k], m.size[k] = k, k, 1
		g := &p.gists[i]
		m.gist(g, d, article)
		if m.day[k] = noDay; g.when.day && !g.published && !g.inferred {
			m.day[k] = g.first
		}
	}
	p.learnArticle()
	m.central[article] = m.ofCollection(p.about)
	p.places = slices.Grow(p.places[:0], 1+len(places))[:1+len(places)]
	err := p.out.putAll(m.gists, p.places, func(i int, c *coder) {
		if i == 0 {
			c.vector(&p.about)
		} else {
			p.gists[i-1].code(c)
		}
	})
	m.aboutAt[article] = p.places[0]
	copy(m.gistAt[n:], p.places[1:])
	return err
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
	kept, article := m.shared(a, b)
	if kept {
		return
	}
	if m.size[a] > 1 {
		whole := m.excess(ga, gb)
		if article && (ga.article < 0 || ga.article != gb.article) {
			whole += ofShared
		}
		if whole < unlike || m.meanExcess(a, b) < unlike {
			return
		}
	}
	x, y := m.now.gist(p.a), m.now.gist(p.b)
	j := joint{a: p.a, b: p.b, relation: relate(&x.when, &y.when), excess: p.excess}
	if m.explain {
		j.likeness = m.compare(x, y)
		j.likeness.at(j.relation)
	}
	m.unite(a, b, j)
}

// unite makes one cluster of two, of which b is not the larger.
func (m *merger) unite(a, b int32, j joint) {
	more := m.whole(b)
	g := m.events.get(a)
	if g == nil {
		own := *m.whole(a)
		g = &own
	}
	m.absorb(g, more, m.size[a], m.size[b])
	m.events.keep(a, g)
	m.events.drop(b)
	m.to[a] = max(m.to[a], m.to[b])
	m.link(a, b, j)
}

// link makes one ring of the drafts of two clusters.
func (m *merger) link(a, b int32, j joint) {
	if m.explain {
		m.joints = append(m.joints, j)
	}
	m.parent[b] = a
	m.size[a] += m.size[b]
	m.next[a], m.next[b] = m.next[b], m.next[a]
}

// whole is what all drafts of a cluster are about.
func (m *merger) whole(root int32) *gist {
	if g := m.events.get(root); g != nil {
		return g
	}
	return m.now.gist(root)
}

// forget lets go of the events that no later year can add to.
func (m *merger) forget(year int32) {
	m.events.forget(func(root int32) bool { return m.to[root] <= year })
}

// noDay is the day of a draft that says none.
const noDay = math.MinInt32

// shared tells whether an article tells something of both clusters, and whether
// it keeps them apart: in one sentence, or by giving them other days, since no
// article contradicts itself. b is the smaller cluster.
func (m *merger) shared(a, b int32) (kept, article bool) {
	for i := b; ; {
		for _, step := range [...]int32{-1, 1} {
			for j := i + step; j >= 0 && int(j) < len(m.article) && m.article[j] == m.article[i]; j += step {
				if m.root(j) == a {
					article = true
					kept = kept || m.sentence[j] == m.sentence[i] || m.day[i] != noDay && m.day[j] != noDay && m.day[i] != m.day[j]
				}
			}
		}
		if i = m.next[i]; i == b || kept {
			return kept, article
		}
	}
}

func (m *merger) root(i int32) int32 {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}

// clusters lists the events by their first drafts.
func (m *merger) clusters() []cluster {
	joints := map[int32][]joint{}
	for _, j := range m.joints {
		root := m.root(j.a)
		joints[root] = append(joints[root], j)
	}
	var out []cluster
	told := make([]bool, len(m.parent)) // by root
	for i := range m.parent {
		if root := m.root(int32(i)); !told[root] {
			told[root] = true
			out = append(out, cluster{drafts: m.members(root), joins: joints[root]})
		}
	}
	return out
}

// spanOf is the finest date of an event's drafts; where its sources give several days,
// the one that most articles say, then the one of which the articles tell most,
// then the first. A day that is only that of a publication, or inferred, yields
// to one that a text says.
func (b *builder) spanOf(drafts []draft) tempo.Span {
	best := drafts[0].span
	if len(drafts) == 1 {
		return best
	}
	said := false
	votes := map[tempo.Span]int{}
	last := map[tempo.Span]string{}
	for i := range drafts {
		d := &drafts[i]
		best = finer(best, d.span)
		if s := d.span; s.Grain <= tempo.Day && s.End != tempo.Forever {
			day := tempo.Of(s.Start, tempo.Day)
			firm := !d.onlyPublished() && s.Mod&tempo.Inferred == 0
			if firm && !said {
				said = true
				clear(votes)
				clear(last)
			}
			if a, ok := last[day]; firm == said && (!ok || a != d.articleID) {
				votes[day]++
				last[day] = d.articleID
			}
		}
	}
	if len(votes) == 0 || len(votes) == 1 && votes[tempo.Of(best.Start, tempo.Day)] > 0 {
		return best
	}
	var day tempo.Span
	for s, n := range votes {
		more := cmp.Or(cmp.Compare(n, votes[day]), cmp.Compare(b.cells[dayCell(s.Start)], b.cells[dayCell(day.Start)]),
			cmp.Compare(day.Start, s.Start))
		if more > 0 {
			day = s
		}
	}
	// The finest date on that day.
	found := false
	for i := range drafts {
		if s := drafts[i].span; day.Contains(s) && s.Grain <= tempo.Day {
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
