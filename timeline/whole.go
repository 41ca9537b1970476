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
			list[n] = m.now.at(int32(k))
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
	own := n > 1 // a's lists are no draft's
	m.add(&a.matter, b.matter, n, k, 2*matterSize, own)
	m.add(&a.names, b.names, n, k, 2*namesSize, own)
	m.add(&a.about, b.about, n, k, 2*namesSize, own)
	m.add(&a.context, b.context, n, k, 2*contextSize, own)
	addVotes(a, b)
	a.lowest, a.highest = min(a.lowest, b.lowest), max(a.highest, b.highest)
	switch {
	case a.types == 0 || n == k:
		a.types |= b.types
	case n < k && b.types != 0:
		a.types = b.types
	}
	a.acts |= b.acts
	a.people, a.heads = union(a.people, b.people), union(a.heads, b.heads)
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

// add adds k of a vector to n of another, in its own room if it has that.
func (m *merger) add(to *vector, more vector, n, k int32, limit int, own bool) {
	m.spare = sum(m.spare[:0], *to, more, n, k, limit)
	if !own {
		*to = nil
	}
	*to = append((*to)[:0], m.spare...)
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

// addVotes counts the states of both with a; a draft names each once.
func addVotes(a, b *gist) {
	if a.votes == nil {
		a.actors = slices.Clone(a.actors)
		for range a.actors {
			a.votes = append(a.votes, 1)
		}
	}
	for i, x := range b.actors {
		votes := int32(1)
		if b.votes != nil {
			votes = b.votes[i]
		}
		if at := slices.Index(a.actors, x); at >= 0 {
			a.votes[at] += votes
		} else {
			a.actors, a.votes = append(a.actors, x), append(a.votes, votes)
		}
	}
}
