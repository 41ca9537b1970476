package timeline

import "slices"

// unlike is how much two clusters may lack as wholes, and their drafts on
// average: each pair may miss what another has.
const unlike = -2

// meanExcess is how much more than they need the drafts of two clusters share,
// on average over the first few of each that this year has (average linkage).
func (m *merger) meanExcess(a, b int32) float32 {
	const few, least = 4, -5
	var x, y [few]*gist
	n, k := m.firstOf(a, x[:]), m.firstOf(b, y[:])
	var sum float32
	for _, g := range x[:n] {
		for _, h := range y[:k] {
			sum += max(least, m.excess(g, h))
		}
	}
	return sum / float32(max(1, n*k))
}

// firstOf fills a list with the gists of a cluster's drafts that this year has.
func (m *merger) firstOf(root int32, list []*gist) (n int) {
	for i := root; n < len(list); {
		if k, ok := slices.BinarySearch(m.now.drafts, i); ok {
			list[n] = &m.now.gists[k]
			n++
		}
		if i = m.next[i]; i == root {
			break
		}
	}
	return n
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
	a.people = union(a.people, b.people)
	if a.article != b.article {
		a.article = -1
	}
	a.lead, a.beside = a.lead || b.lead, a.beside && b.beside
	if a.lang != b.lang {
		a.lang = manyLanguages
	}
	w := whenOf(finer(a.span, b.span))
	w.published, w.today = a.published && b.published, a.today || b.today
	w.lowest, w.highest = a.lowest, a.highest
	a.span, a.when = finer(a.span, b.span), w
}

// union lists what stands in either, each once; the lists are left as they are.
func union(a, b []int32) []int32 {
	out := slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
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
