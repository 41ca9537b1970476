package timeline

import (
	"slices"
	"sync"
)

// An outcome is what came of a comparison.
type outcome struct {
	a, b   int32 // ranks, plus one
	excess float32
}

// outcomesKept is how many outcomes a draft remembers, by the last bits of the
// others' ranks: those that meet are neighbours in time.
const outcomesKept = 32

// A hit is a pair under one key that is similar enough.
type hit struct {
	at     int32 // the first of them, by its index in the list of postings
	other  int32 // the rank of the second
	excess float32
}

// mostSweeping is how many goroutines sweep a year at most.
const mostSweeping = 16

// sweptAtOnce is about how many postings are swept before their hits are kept.
const sweptAtOnce = 1 << 14

// meetUnder compares the drafts of each key of a list. Each goroutine has
// drafts of its own, which it compares with those that come after them, so that
// no two compare the same pair; the hits are kept in the order of the list.
func (f *pairFinder) meetUnder(list []posting, features int) {
	workers := max(1, min(f.workers, mostSweeping))
	if f.year.gists == nil || len(list) < sweptAtOnce/4 {
		workers = 1 // what is read again is not shared, and little is soon done
	}
	f.hits = slices.Grow(f.hits[:0], workers)[:workers]
	for len(list) > 0 {
		part := list[:wholeGroups(list, sweptAtOnce)]
		list = list[len(part):]
		var wait sync.WaitGroup
		for w := 1; w < workers; w++ {
			wait.Go(func() { f.hits[w] = f.sweep(part, features, int32(w), int32(workers), f.hits[w][:0]) })
		}
		f.hits[0] = f.sweep(part, features, 0, int32(workers), f.hits[0][:0])
		wait.Wait()
		f.keepHits(part)
		f.noteCrowds(part, features)
	}
}

// wholeGroups is the length of a part of a list that is at least n and ends
// with all postings of a key.
func wholeGroups(list []posting, n int) int {
	for n < len(list) && list[n].key == list[n-1].key {
		n++
	}
	return min(n, len(list))
}

// eachGroup calls do with the postings of one key after the other, and with
// where they stand in the list.
func eachGroup(list []posting, do func(at int, group []posting)) {
	for lo := 0; lo < len(list); {
		hi := lo + 1
		for hi < len(list) && list[hi].key == list[lo].key {
			hi++
		}
		do(lo, list[lo:hi])
		lo = hi
	}
}

// sweep compares the drafts under one key whose spans meet, in order of time:
// one in so many drafts with what follows it.
func (f *pairFinder) sweep(list []posting, features int, own, of int32, hits []hit) []hit {
	eachGroup(list, func(at int, group []posting) {
		reach := len(group)
		if len(group) > crowd {
			reach = neighbours
		}
		for i := range group {
			a := group[i].rank
			if a%of != own {
				continue
			}
			until := f.lasts[a] + conflictDays
			for _, p := range group[i+1 : min(len(group), i+1+reach)] {
				if f.firsts[p.rank] > until {
					break
				}
				if p.rank == a || features == 1 && f.met(a, p.rank, group[i].which) {
					continue
				}
				if e := f.compared(a, p.rank); e >= 0 {
					hits = append(hits, hit{int32(at + i), p.rank, e})
				}
			}
		}
	})
	return hits
}

// keepHits keeps the hits of a list among the best of their drafts. The order
// matters where there are more that are as good.
func (f *pairFinder) keepHits(list []posting) {
	var at [mostSweeping]int
	for {
		next := -1
		for w, hits := range f.hits {
			if at[w] < len(hits) && (next < 0 || hits[at[w]].at < f.hits[next][at[next]].at) {
				next = w
			}
		}
		if next < 0 {
			return
		}
		h := f.hits[next][at[next]]
		at[next]++
		a := list[h.at].rank
		f.best[a].keep(h.other, h.excess)
		f.best[h.other].keep(a, h.excess)
	}
}

// noteCrowds notes for the drafts of keys that are too common that they are.
func (f *pairFinder) noteCrowds(list []posting, features int) {
	eachGroup(list, func(_ int, group []posting) {
		if len(group) <= crowd {
			return
		}
		for _, p := range group {
			switch {
			case features == 1 && p.which < keysCombined:
				f.crowded[p.rank] |= 1 << p.which
			case features == 2:
				f.pairCrowded[p.rank] |= 1 << p.which
			}
		}
	})
}

// met tells whether two drafts share a key before the one of this number of
// the first: each pair is compared once, under its first common key.
func (f *pairFinder) met(a, b, which int32) bool {
	others := f.keysAt(b)
	for _, k := range f.keysAt(a)[:which] {
		if slices.Contains(others, k) {
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
		return f.excess(f.year.at(x), f.year.at(y))
	}
	o := &f.known[(int(a)*outcomesKept+int(b)%outcomesKept)%len(f.known)]
	if o.a != a+1 || o.b != b+1 {
		*o = outcome{a + 1, b + 1, f.excess(f.year.at(x), f.year.at(y))}
	}
	return o.excess
}
