package timeline

import (
	"cmp"
	"slices"
)

// A yearOfDrafts is the drafts of one year while it is worked on.
type yearOfDrafts struct {
	year   int32
	drafts []int32 // canonical numbers, rising
	twins  []pair  // drafts that say the same of the same date, as reprints do
	pairs  []pair  // drafts that are similar enough, the most similar first

	merger *merger
	gists  []gist       // of all; nil where they are more than the memory holds
	recent []recentGist // those that were asked for last, by the last digits of their index
	in     shelf
}

type recentGist struct {
	index int32 // in the year, plus one
	gist  *gist
}

// leastRecent is the number of gists that a year has at hand at least.
const leastRecent = 64

// work finds the pairs of a year: of each draft only those with the drafts that
// are most similar to it, since what a thousand articles tell is a thousand
// drafts, and not their half million pairs.
func (m *merger) work(year int32, drafts []int32) *yearOfDrafts {
	y := &yearOfDrafts{year: year, drafts: drafts, merger: m}
	if len(drafts) <= m.share {
		y.gists = m.load(drafts)
	} else {
		y.recent = make([]recentGist, max(leastRecent, m.share/2))
	}
	f := pairFinder{merger: m, year: y}
	twin := y.findTwins(f.survey())
	m.note(y, nil)
	if year == beforeAll {
		return y
	}
	m.noteReunions(y, twin)
	f.begin(twin)
	for features := 1; features <= mostCombined; features++ {
		f.meet(features)
	}
	y.pairs = f.found()
	m.note(y, &f)
	return y
}

// at gives the gist of a draft by its index in the year. It holds for good,
// whatever is asked for next.
func (y *yearOfDrafts) at(i int32) *gist {
	if y.gists != nil {
		return &y.gists[i]
	}
	r := &y.recent[int(i)%len(y.recent)]
	if r.index != i+1 {
		g := new(gist)
		if err := y.merger.read(&y.in, y.drafts[i], g, nil); err != nil {
			y.merger.fail(err)
		}
		*r = recentGist{i + 1, g}
	}
	return r.gist
}

// gist gives the gist of a draft of the year by its canonical number.
func (y *yearOfDrafts) gist(n int32) *gist {
	i, _ := slices.BinarySearch(y.drafts, n)
	return y.at(int32(i))
}

// each calls f with one gist after the other.
func (y *yearOfDrafts) each(f func(i int, g *gist)) {
	part := y.gists
	for lo := 0; lo < len(y.drafts); lo += len(part) {
		if y.gists == nil {
			part = y.merger.load(y.drafts[lo:min(len(y.drafts), lo+len(y.recent))])
		}
		for k := range part {
			f(lo+k, &part[k])
		}
	}
}

// load reads the gists of drafts, which stand in rising order so that those of
// an article follow each other.
func (m *merger) load(drafts []int32) []gist {
	out := make([]gist, len(drafts))
	var in shelf
	var read gist
	var features []feature
	var numbers []int32
	for i, n := range drafts {
		var before *gist
		if i > 0 {
			before = &out[i-1]
		}
		if err := m.read(&in, n, &read, before); err != nil {
			m.fail(err)
			return out
		}
		g := &out[i]
		*g = read
		g.matter, g.names, g.context = shelved(&features, read.matter), shelved(&features, read.names), shelved(&features, read.context)
		g.actors, g.people, g.heads = shelved(&numbers, read.actors), shelved(&numbers, read.people), shelved(&numbers, read.heads)
		if before != nil && before.article == g.article {
			g.about = before.about
		} else {
			g.about = shelved(&features, read.about)
		}
	}
	return out
}

// read reads the gist of a draft into the room of another. What its article is
// about is left as it is where the gist before is of the same article.
func (m *merger) read(in *shelf, n int32, g, before *gist) error {
	err := in.take(m.gists, m.gistAt[n], g.code)
	if err != nil || before != nil && before.article == g.article {
		return err
	}
	return in.take(m.gists, m.aboutAt[m.article[n]], func(c *coder) { c.vector(&g.about) })
}

// shelved copies a short list to the end of a block that many share; a full
// block gives way to a new one, and is kept by what stands in it.
func shelved[T any](block *[]T, list []T) []T {
	if cap(*block)-len(*block) < len(list) {
		*block = make([]T, 0, max(512, len(list)))
	}
	return keep(block, list)
}

// findTwins pairs drafts that say the same of the same date, by their
// signatures; the first of them stands for all in what follows.
func (y *yearOfDrafts) findTwins(signatures []uint64) []bool {
	order := make([]int32, len(signatures))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return cmp.Or(cmp.Compare(signatures[i], signatures[j]), cmp.Compare(i, j)) })
	twin := make([]bool, len(order))
	first := int32(-1)
	for _, i := range order {
		if first < 0 || signatures[i] != signatures[first] {
			first = i
			continue
		}
		if e := y.merger.excess(y.at(first), y.at(i)); e >= 0 {
			y.twins = append(y.twins, pair{y.drafts[first], y.drafts[i], e})
			twin[i] = true
		}
	}
	return twin
}

// signature is the same for drafts that say the same of the same date.
func (g *gist) signature() uint64 {
	h := uint64(offset64)
	add := func(x uint64) { h = (h ^ x) * prime64 }
	add(uint64(uint32(g.first))<<32 | uint64(uint32(g.last)))
	add(uint64(g.types))
	for _, v := range [...]vector{g.matter, g.names} {
		for _, f := range v {
			add(uint64(f.id) + 1)
		}
		add(0)
	}
	return h
}

// bytes is about what the pairs of the year take and the gists that are at hand.
func (y *yearOfDrafts) bytes() int64 {
	return int64(len(y.gists)+len(y.recent))*draftBytes/2 + 12*int64(cap(y.pairs))
}

// note keeps the most that a year has taken.
func (m *merger) note(y *yearOfDrafts, f *pairFinder) {
	n := y.bytes()
	if f != nil {
		n += f.bytes()
	}
	for most := m.most.Load(); n > most && !m.most.CompareAndSwap(most, n); {
		most = m.most.Load()
	}
}
