package timeline

import (
	"cmp"
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
	order       []int32 // by rank: the draft's index in the year
	first, last []int32 // by rank: days on which its span begins and ends
	keys        [][]uint32
	crowded     []uint8  // by rank: a bit for each of its rarest keys that is too common
	pairCrowded []uint16 // and for each pair of these
	best        []nearest
	known       []outcomes // once keys are combined: a pair meets under one key alone before
	list, spare []posting
}

// Nearest are the drafts that are most similar to one.
type nearest struct {
	n    int8
	rank [bestPairs]int32
	by   [bestPairs]float32 // how much more they share than they need
}

// Outcomes are what a draft has lately been compared with, by the last bits of
// the others' ranks: those that meet are neighbours in time.
type outcomes [outcomesKept]struct {
	other  int32 // its rank, plus one
	excess float32
}

const outcomesKept = 32

func newPairFinder(m *merger, y *yearOfDrafts, twin []bool) *pairFinder {
	n := len(y.drafts)
	f := &pairFinder{merger: m, year: y, order: make([]int32, 0, n), first: make([]int32, n), last: make([]int32, n), keys: make([][]uint32, n),
		crowded: make([]uint8, n), pairCrowded: make([]uint16, n), best: make([]nearest, n)}
	for i := range y.drafts {
		f.order = append(f.order, int32(i))
	}
	slices.SortFunc(f.order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(y.gists[i].first, y.gists[j].first), cmp.Compare(i, j))
	})
	var all, ids []uint32
	for r, i := range f.order {
		g := &y.gists[i]
		f.first[r], f.last[r] = g.first, g.last
		if twin[i] {
			continue
		}
		ids = m.keysOf(g, ids[:0])
		if cap(all)-len(all) < len(ids) {
			all = make([]uint32, 0, 1<<12)
		}
		all = append(all, ids...)
		f.keys[r] = slices.Clip(all[len(all)-len(ids):])
	}
	return f
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

// meet compares the drafts that stand under the same key of so many features.
func (f *pairFinder) meet(features int) {
	f.list = f.list[:0]
	if features == 1 {
		n := 0
		for _, keys := range f.keys {
			n += len(keys)
		}
		f.list = slices.Grow(f.list, n)
	}
	for r := range f.keys {
		f.post(int32(r), features)
	}
	if features == 2 && len(f.list) > 0 {
		f.known = make([]outcomes, len(f.keys))
	}
	list := f.sorted()
	for lo := 0; lo < len(list); {
		hi := lo + 1
		for hi < len(list) && list[hi].key == list[lo].key {
			hi++
		}
		group := list[lo:hi]
		lo = hi
		f.sweep(group, features)
		if len(group) > crowd {
			f.noteCrowd(group, features)
		}
	}
}

// post lists the keys of so many features of a draft: all its features, and
// where one is too common, or two together are, with one more of its rarest.
func (f *pairFinder) post(r int32, features int) {
	keys := f.keys[r]
	if features == 1 {
		for i, k := range keys {
			f.list = append(f.list, posting{uint64(k), r, int32(i)})
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
					f.list = append(f.list, posting{key, r, int32(which)})
				}
				continue
			}
			if f.pairCrowded[r]>>which&1 == 0 {
				continue
			}
			for _, k := range keys[j+1:] {
				for range times {
					f.list = append(f.list, posting{mixKeys(key, uint64(k)), r, 0})
				}
			}
		}
	}
}

// noteCrowd notes for the drafts of a key that it is too common.
func (f *pairFinder) noteCrowd(group []posting, features int) {
	for _, p := range group {
		switch {
		case features == 1 && p.which < keysCombined:
			f.crowded[p.rank] |= 1 << p.which
		case features == 2:
			f.pairCrowded[p.rank] |= 1 << p.which
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

// sweep compares the drafts under one key whose spans meet, in order of time.
func (f *pairFinder) sweep(group []posting, features int) {
	reach := len(group)
	if len(group) > crowd {
		reach = neighbours
	}
	for i := range group {
		a := group[i].rank
		until := f.last[a] + conflictDays
		for _, p := range group[i+1 : min(len(group), i+1+reach)] {
			if f.first[p.rank] > until {
				break
			}
			if p.rank == a || features == 1 && f.met(a, p.rank, group[i].which) {
				continue
			}
			if e := f.compared(a, p.rank); e >= 0 {
				f.best[a].keep(p.rank, e)
				f.best[p.rank].keep(a, e)
			}
		}
	}
}

// met tells whether two drafts share a key before the one of this number of
// the first: each pair is compared once, under its first common key.
func (f *pairFinder) met(a, b, which int32) bool {
	for _, k := range f.keys[a][:which] {
		if slices.Contains(f.keys[b], k) {
			return true
		}
	}
	return false
}

// compared gives how much more two drafts share than they need.
func (f *pairFinder) compared(a, b int32) float32 {
	x, y := f.order[a], f.order[b]
	x, y = min(x, y), max(x, y)
	if f.known == nil {
		return f.excess(&f.year.gists[x], &f.year.gists[y])
	}
	o := &f.known[a][b%outcomesKept]
	if o.other != b+1 {
		o.other, o.excess = b+1, f.excess(&f.year.gists[x], &f.year.gists[y])
	}
	return o.excess
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
	byRarity := func(x, y uint32) int { return cmp.Or(cmp.Compare(m.uses[x-1], m.uses[y-1]), cmp.Compare(x, y)) }
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
