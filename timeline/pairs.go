package timeline

import (
	"cmp"
	"math"
	"slices"
)

// Only drafts that share a key of a year are compared; a key is something that
// a draft is about, the rarest first. Where a key is so common that its drafts
// would be compared in their thousands, they are compared with their nearest
// neighbours in time only, and meet the others under two or three keys at once.
const (
	keysOfDraft    = 10 // keys that a draft has from its title and names
	keysOfSentence = 6  // and from its sentence
	keysCombined   = 6  // of these, the rarest are combined where they are too common
	neighbours     = 16 // drafts that one is compared with under one key
	crowd          = 96 // drafts of a year above which a key is too common
	bestPairs      = 8  // pairs that are kept of a draft
)

// mostCombined is the number of features that a key combines at most.
const mostCombined = 3

// A posting says that a draft has a key.
type posting struct {
	key   uint64
	rank  int32 // of the draft
	which int32 // of its keys, or of the pairs of them
}

// A pairFinder finds the pairs of a year. It knows the drafts by their ranks in
// time, so that postings need only be sorted by their keys.
//
// What most of its time goes to is comparing gists. A pair of drafts on a
// subject of the day meets under a dozen of combined keys, so each draft
// remembers the outcomes of its last comparisons.
type pairFinder struct {
	*merger
	year        *yearOfDrafts
	firsts      []int32  // by rank, at first by index in the year: days on which spans begin
	lasts       []int32  // and end
	keys        []uint32 // of all drafts, one after the other
	keysEnd     []uint32 // by index
	skip        []bool   // by index: another stands for it
	order       []int32  // by rank: the draft's index
	crowded     []uint8  // by rank: a bit for each of its rarest keys that is too common
	pairCrowded []uint16 // and for each pair of these
	best        []nearest
	known       []outcome // once keys are combined: a pair meets under one key alone before
	list, spare []posting
	hits        [][]hit  // of each goroutine
	from, to    uint64   // the keys that are posted at a time
	posted      int      // postings, those of other keys included
	sample      []uint64 // the keys of one in sampled of them
}

// Nearest are the drafts that are most similar to one.
type nearest struct {
	n    int8
	rank [bestPairs]int32
	by   [bestPairs]float32 // how much more they share than they need
}

// survey notes what is needed of all gists and gives their signatures.
func (f *pairFinder) survey() []uint64 {
	y := f.year
	n := len(y.drafts)
	signatures := make([]uint64, n)
	f.firsts, f.lasts, f.keysEnd = make([]int32, n), make([]int32, n), make([]uint32, n)
	var ids []uint32
	y.each(func(i int, g *gist) {
		signatures[i] = g.signature()
		f.firsts[i], f.lasts[i] = g.first, g.last
		ids = f.keysOf(g, ids[:0])
		f.keys = append(f.keys, ids...)
		f.keysEnd[i] = uint32(len(f.keys))
	})
	return signatures
}

// begin puts the drafts in the order of time.
func (f *pairFinder) begin(twin []bool) {
	n := len(f.firsts)
	f.skip, f.order = twin, make([]int32, n)
	for i := range f.order {
		f.order[i] = int32(i)
	}
	slices.SortFunc(f.order, func(i, j int32) int { return cmp.Or(cmp.Compare(f.firsts[i], f.firsts[j]), cmp.Compare(i, j)) })
	firsts, lasts := make([]int32, n), make([]int32, n)
	for r, i := range f.order {
		firsts[r], lasts[r] = f.firsts[i], f.lasts[i]
	}
	f.firsts, f.lasts = firsts, lasts
	f.crowded, f.pairCrowded, f.best = make([]uint8, n), make([]uint16, n), make([]nearest, n)
}

// keysAt gives the keys of a draft by its rank, the rarest first.
func (f *pairFinder) keysAt(r int32) []uint32 {
	i := f.order[r]
	from := uint32(0)
	if i > 0 {
		from = f.keysEnd[i-1]
	}
	return f.keys[from:f.keysEnd[i]]
}

// found gives the pairs of the year, the most similar first.
func (f *pairFinder) found() []pair {
	n := 0
	for r := range f.best {
		n += int(f.best[r].n)
	}
	all := make([]pair, 0, n)
	for r := range f.best {
		b := &f.best[r]
		for k := range b.n {
			x, y := f.year.drafts[f.order[r]], f.year.drafts[f.order[b.rank[k]]]
			all = append(all, pair{min(x, y), max(x, y), b.by[k]})
		}
	}
	slices.SortFunc(all, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.excess, p.excess), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return slices.Compact(all)
}

// meet compares the drafts that stand under the same key of so many features,
// in the order of the keys, in as many shares of them as the memory asks for.
func (f *pairFinder) meet(features int) {
	f.from, f.to = 1, 0 // none: the postings are only counted
	f.sample = f.sample[:0]
	f.post(features)
	if f.posted == 0 {
		return
	}
	if features == 2 {
		f.known = make([]outcome, outcomesKept*max(leastRecent, min(len(f.order), f.share)))
	}
	shares := 1 + f.posted*postingBytes/(max(f.share, leastRecent)*draftBytes/4)
	slices.Sort(f.sample)
	f.from = 0
	for k := range shares {
		f.to = math.MaxUint64
		if k+1 < shares {
			f.to = f.sample[(k+1)*len(f.sample)/shares]
		}
		if f.from > f.to {
			continue // a key that is more than a share
		}
		f.post(features)
		f.meetUnder(f.sorted(), features)
		f.from = f.to + 1
	}
	f.note(f.year, f)
}

// sampled is of how many postings one tells how the keys are spread.
const sampled = 16

// postingBytes is what a posting takes while postings are sorted.
const postingBytes = 2 * 16

// post lists the postings of so many features that are of the keys in turn.
func (f *pairFinder) post(features int) {
	f.list, f.posted = f.list[:0], 0
	for r := range f.order {
		if !f.skip[f.order[r]] {
			f.postDraft(int32(r), features)
		}
	}
}

func (f *pairFinder) add(p posting) {
	if f.to == 0 && f.posted%sampled == 0 {
		f.sample = append(f.sample, p.key)
	}
	f.posted++
	if f.from <= p.key && p.key <= f.to {
		f.list = append(f.list, p)
	}
}

// postDraft lists the keys of so many features of a draft: all its features, and
// where one is too common, or two together are, with one more of its rarest.
func (f *pairFinder) postDraft(r int32, features int) {
	keys := f.keysAt(r)
	if features == 1 {
		for i, k := range keys {
			f.add(posting{uint64(k), r, int32(i)})
		}
		return
	}
	if f.crowded[r] == 0 || features == 3 && f.pairCrowded[r] == 0 {
		return
	}
	keys = keys[:min(len(keys), keysCombined)]
	pairs := 0
	for i := range keys {
		for j := i + 1; j < len(keys); j++ {
			which := pairs
			pairs++
			times := f.crowded[r]>>i&1 + f.crowded[r]>>j&1 // once for each of the two that is too common
			if times == 0 {
				continue
			}
			key := mixKeys(uint64(keys[i]), uint64(keys[j]))
			if features == 2 {
				for range times {
					f.add(posting{key, r, int32(which)})
				}
				continue
			}
			if f.pairCrowded[r]>>which&1 == 0 {
				continue
			}
			for _, k := range keys[j+1:] {
				for range times {
					f.add(posting{mixKeys(key, uint64(k)), r, 0})
				}
			}
		}
	}
}

// sorted sorts the postings by their keys, those of one key left in the order
// of time: a radix sort, byte by byte, of the bytes in which the keys differ.
func (f *pairFinder) sorted() []posting {
	list := f.list
	f.spare = slices.Grow(f.spare[:0], len(list))[:len(list)]
	var counts [8][256]int32
	for i := range list {
		for b := range counts {
			counts[b][byte(list[i].key>>(8*b))]++
		}
	}
	for b := range counts {
		count := &counts[b]
		if len(list) == 0 || int(count[byte(list[0].key>>(8*b))]) == len(list) {
			continue
		}
		at := int32(0)
		for k, n := range count {
			count[k] = at
			at += n
		}
		for i := range list {
			k := byte(list[i].key >> (8 * b))
			f.spare[count[k]] = list[i]
			count[k]++
		}
		list, f.spare = f.spare, list
	}
	f.list = list
	return list
}

// keep notes a partner if it is among the best.
func (p *nearest) keep(rank int32, excess float32) {
	if p.n < bestPairs {
		p.rank[p.n], p.by[p.n] = rank, excess
		p.n++
		return
	}
	least := 0
	for i := range p.by {
		if p.by[i] < p.by[least] {
			least = i
		}
	}
	if excess > p.by[least] {
		p.rank[least], p.by[least] = rank, excess
	}
}

func mixKeys(a, b uint64) uint64 { return (a*prime64 ^ b) * prime64 }

// keysOf adds to a list the features under which a draft is looked for, the
// rarest first, plus one each: what only one draft has finds nothing.
func (m *merger) keysOf(g *gist, ids []uint32) []uint32 {
	add := func(id int32) {
		if m.uses[id] > 1 && !slices.Contains(ids, uint32(id)+1) {
			ids = append(ids, uint32(id)+1)
		}
	}
	for _, v := range [...]vector{g.matter, g.names} {
		for _, f := range v {
			add(f.id)
		}
	}
	for _, a := range g.actors {
		add(a)
	}
	byRarity := func(x, y uint32) int { // cmp.Or would compare both
		if a, b := m.uses[x-1], m.uses[y-1]; a != b {
			return cmp.Compare(a, b)
		}
		return cmp.Compare(x, y)
	}
	slices.SortFunc(ids, byRarity)
	ids = ids[:min(len(ids), keysOfDraft)]
	title := len(ids)
	for _, f := range g.context {
		add(f.id)
	}
	slices.SortFunc(ids[title:], byRarity)
	ids = ids[:min(len(ids), title+keysOfSentence)]
	slices.SortFunc(ids, byRarity)
	return ids
}

// bytes is what the finder takes.
func (f *pairFinder) bytes() int64 {
	return int64(4*(cap(f.firsts)+cap(f.lasts)+cap(f.keys)+cap(f.keysEnd)+cap(f.order)) + 3*len(f.order) +
		68*cap(f.best) + 12*cap(f.known) + 16*(cap(f.list)+cap(f.spare)) + 8*cap(f.sample))
}
