package timeline

import (
	"cmp"
	"runtime"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A pair is two drafts that may be one event, and how much more they share than
// they need to.
type pair struct {
	a, b   int32
	excess float32
}

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

// A posting says that a draft has a key.
type posting struct {
	key   uint64
	first int32 // day on which its span begins
	draft int32
}

// years lists the drafts by the years in which they begin: their canonical
// numbers. What the last days of a year conflict with stands in both.
func (m *merger) years() [][]int32 {
	type entry struct {
		year  int
		draft int32
	}
	var all []entry
	for i := range m.gists {
		s := m.gists[i].span
		if s.Start == tempo.Never || m.twin[i] {
			continue
		}
		first, _, _ := (s.Start - conflictDays*secondsADay).Civil()
		last := first
		if s.End != tempo.Forever {
			last, _, _ = (s.End - 1).Civil()
		}
		if s.Grain > tempo.Year {
			first, _, _ = s.Start.Civil()
			last = first
		}
		for y := first; y <= min(last, first+longest); y++ {
			all = append(all, entry{y, int32(i)})
		}
	}
	slices.SortFunc(all, func(x, y entry) int { return cmp.Or(cmp.Compare(x.year, y.year), cmp.Compare(x.draft, y.draft)) })
	var out [][]int32
	for n, e := range all {
		if n == 0 || e.year != all[n-1].year {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], e.draft)
	}
	return out
}

// joinTwins joins drafts that say the same of the same date, as reprints do; one
// of them stands for all in what follows.
func (m *merger) joinTwins() {
	type entry struct {
		signature uint64
		draft     int32
	}
	list := make([]entry, len(m.gists))
	for i := range m.gists {
		list[i] = entry{m.gists[i].signature(), int32(i)}
	}
	slices.SortFunc(list, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.signature, y.signature), cmp.Compare(x.draft, y.draft))
	})
	m.twin = make([]bool, len(m.gists))
	first := 0
	for n := range list {
		if list[n].signature != list[first].signature {
			first = n
		}
		a, b := list[first].draft, list[n].draft
		if n == first {
			continue
		}
		if e := m.excess(&m.gists[a], &m.gists[b]); e >= 0 {
			m.join(pair{a, b, e})
			m.twin[b] = m.root(a) == m.root(b)
		}
	}
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

// eachYear calls f with the pairs of one year after the other; they are found
// on all cores ahead of their turn.
func (m *merger) eachYear(f func([]pair)) {
	years := m.years()
	ready := make([]chan []pair, len(years))
	turn := make(chan struct{}, runtime.GOMAXPROCS(0)+1) // bounds how many wait
	for i := range ready {
		ready[i] = make(chan []pair, 1)
	}
	go func() {
		for i, y := range years {
			turn <- struct{}{}
			go func() { ready[i] <- m.pairs(y) }()
		}
	}()
	for i := range years {
		f(<-ready[i])
		<-turn
	}
}

// longest is the number of years that a span is looked up in after its first.
const longest = 4

// pairs lists the drafts of a year that are similar enough, the most similar
// first, and of each draft only with those that are most similar to it: what a
// thousand articles tell is a thousand drafts, and not their half million pairs.
func (m *merger) pairs(year []int32) []pair {
	f := pairFinder{merger: m, keys: make([][]uint64, len(year)), index: year, best: make([][]pair, len(year))}
	var list []posting
	for n, i := range year {
		f.keys[n] = m.keysOf(&m.gists[i])
		for _, k := range f.keys[n] {
			list = append(list, posting{k, m.gists[i].first, int32(n)})
		}
	}
	f.meet(list, 1)
	found := slices.Concat(f.best...)
	slices.SortFunc(found, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.excess, p.excess), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return slices.Compact(found)
}

type pairFinder struct {
	*merger
	index []int32    // the year's drafts
	keys  [][]uint64 // of each, the rarest first
	best  [][]pair   // of each, the most similar
}

// keep notes a pair of draft n of the year if it is among its best.
func (f *pairFinder) keep(n int32, p pair) {
	list := f.best[n]
	if len(list) < bestPairs {
		f.best[n] = append(list, p)
		return
	}
	least := 0
	for i := range list {
		if list[i].excess < list[least].excess {
			least = i
		}
	}
	if p.excess > list[least].excess {
		list[least] = p
	}
}

// meet compares the drafts that stand under the same key; depth is the number
// of features that a key combines.
func (f *pairFinder) meet(list []posting, depth int) {
	slices.SortFunc(list, func(x, y posting) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.first, y.first), cmp.Compare(x.draft, y.draft))
	})
	var crowded []posting
	for lo := 0; lo < len(list); {
		hi := lo + 1
		for hi < len(list) && list[hi].key == list[lo].key {
			hi++
		}
		group := list[lo:hi]
		lo = hi
		f.sweep(group, depth)
		if len(group) > crowd && depth < 3 {
			for _, p := range group {
				crowded = append(crowded, f.combine(p, depth)...)
			}
		}
	}
	if len(crowded) > 0 {
		f.meet(crowded, depth+1)
	}
}

// sweep compares the drafts under one key whose spans meet, in order of time.
func (f *pairFinder) sweep(group []posting, depth int) {
	reach := len(group)
	if len(group) > crowd {
		reach = neighbours
	}
	for i := range group {
		a := &f.gists[f.index[group[i].draft]]
		until := a.last + conflictDays
		for j := i + 1; j < len(group) && j <= i+reach && group[j].first <= until; j++ {
			f.consider(group[i].draft, group[j].draft, group[i].key, depth)
		}
	}
}

// consider compares two drafts of the year, under their first common key only
// so that each pair is compared once.
func (f *pairFinder) consider(i, j int32, key uint64, depth int) {
	if depth == 1 && firstCommon(f.keys[i], f.keys[j]) != key {
		return
	}
	a, b := f.index[i], f.index[j]
	if a > b {
		a, b = b, a
	}
	if e := f.excess(&f.gists[a], &f.gists[b]); e >= 0 {
		f.keep(i, pair{a, b, e})
		f.keep(j, pair{a, b, e})
	}
}

func firstCommon(a, b []uint64) uint64 {
	for _, k := range a {
		if slices.Contains(b, k) {
			return k
		}
	}
	return 0
}

// combine gives the keys of one feature more than a key that too many share.
func (f *pairFinder) combine(p posting, depth int) []posting {
	keys := f.keys[p.draft]
	keys = keys[:min(len(keys), keysCombined)]
	var out []posting
	for i, a := range keys {
		for j, b := range keys[i+1:] {
			switch {
			case depth == 1 && (p.key == a || p.key == b):
				out = append(out, posting{mixKeys(a, b), p.first, p.draft})
			case depth == 2 && p.key == mixKeys(a, b):
				for _, c := range keys[i+1+j+1:] {
					out = append(out, posting{mixKeys(mixKeys(a, b), c), p.first, p.draft})
				}
			}
		}
	}
	return out
}

func mixKeys(a, b uint64) uint64 { return (a*prime64 ^ b) * prime64 }

// keysOf gives the features under which a draft is looked for, the rarest
// first: what only one draft has finds nothing.
func (m *merger) keysOf(g *gist) []uint64 {
	ids := make([]int32, 0, 2*keysOfDraft)
	add := func(id int32) {
		if m.uses[id] > 1 && !slices.Contains(ids, id) {
			ids = append(ids, id)
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
	byRarity := func(x, y int32) int { return cmp.Or(cmp.Compare(m.uses[x], m.uses[y]), cmp.Compare(x, y)) }
	slices.SortFunc(ids, byRarity)
	ids = ids[:min(len(ids), keysOfDraft)]
	title := len(ids)
	for _, f := range g.context {
		add(f.id)
	}
	slices.SortFunc(ids[title:], byRarity)
	ids = ids[:min(len(ids), title+keysOfSentence)]
	slices.SortFunc(ids, byRarity)
	keys := make([]uint64, len(ids))
	for i, id := range ids {
		keys[i] = uint64(id) + 1
	}
	return keys
}
