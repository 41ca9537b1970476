package timeline

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sync"

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

// longest is the number of years that a span is looked up in after its first.
const longest = 4

// yearsOf gives the first and the last year in which a draft of a span is looked
// for. What the last days of a year conflict with stands in both; what has no
// beginning stands in a year before all.
func yearsOf(s tempo.Span) (from, to int32) {
	if s.Start == tempo.Never {
		return beforeAll, beforeAll
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
	return int32(first), int32(min(last, first+longest))
}

const beforeAll = math.MinInt32

// A yearOfDrafts is the drafts of one year while it is worked on.
type yearOfDrafts struct {
	year   int32
	drafts []int32 // canonical numbers, rising
	gists  []gist
	twins  []pair // drafts that say the same of the same date, as reprints do
	pairs  []pair // drafts that are similar enough, the most similar first
}

func (y *yearOfDrafts) gist(n int32) *gist {
	i, _ := slices.BinarySearch(y.drafts, n)
	return &y.gists[i]
}

// draftBytes is about what a draft of a year takes while its pairs are sought.
const draftBytes = 1500

// yearShare is how many drafts of years may be worked on at once.
func (b *builder) yearShare() int {
	return int(cmp.Or(b.options.Memory, DefaultMemory) / 3 / draftBytes)
}

// eachYear calls f with one year after the other. Their pairs are found on all
// cores ahead of their turn, in as many years as have no more than share drafts.
// f may fail, and ends it so.
func (m *merger) eachYear(workers, share int, f func(y *yearOfDrafts, done, total int64) error) error {
	lists := map[int32][]int32{}
	total := int64(0)
	for n := range m.from {
		for y := m.from[n]; y <= m.to[n]; y++ {
			lists[y] = append(lists[y], int32(n))
			total++
		}
	}
	years := slices.Sorted(maps.Keys(lists))
	ready := make([]chan *yearOfDrafts, len(years))
	for i := range ready {
		ready[i] = make(chan *yearOfDrafts, 1)
	}
	var mu sync.Mutex
	free := sync.NewCond(&mu)
	running, drafts, ended := 0, 0, false
	var working sync.WaitGroup // none may read gists once this returns
	defer working.Wait()
	working.Go(func() {
		for i, y := range years {
			n := len(lists[y])
			mu.Lock()
			for !ended && (running > workers || running > 0 && drafts+n > share) {
				free.Wait()
			}
			if ended {
				mu.Unlock()
				return
			}
			running++
			drafts += n
			mu.Unlock()
			working.Go(func() { ready[i] <- m.work(y, lists[y]) })
		}
	})
	done := int64(0)
	for i, y := range years {
		work := <-ready[i]
		done += int64(len(lists[y]))
		err := f(work, done, total)
		mu.Lock()
		running--
		drafts -= len(lists[y])
		ended = err != nil
		mu.Unlock()
		free.Signal()
		if err != nil {
			return err
		}
	}
	return nil
}

// work finds the pairs of a year: of each draft only those with the drafts that
// are most similar to it, since what a thousand articles tell is a thousand
// drafts, and not their half million pairs.
func (m *merger) work(year int32, drafts []int32) *yearOfDrafts {
	y := &yearOfDrafts{year: year, drafts: drafts, gists: m.load(drafts)}
	twin := m.findTwins(y)
	if year == beforeAll {
		return y
	}
	m.noteReunions(y, twin)
	f := pairFinder{merger: m, year: y, keys: make([][]uint64, len(drafts)), best: make([][]pair, len(drafts))}
	var list []posting
	for n := range drafts {
		if twin[n] {
			continue
		}
		g := &y.gists[n]
		f.keys[n] = m.keysOf(g)
		for _, k := range f.keys[n] {
			list = append(list, posting{k, g.first, int32(n)})
		}
	}
	f.meet(list, 1)
	found := slices.Concat(f.best...)
	slices.SortFunc(found, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.excess, p.excess), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	y.pairs = slices.Compact(found)
	return y
}

// load reads the gists of drafts, which stand in rising order so that those of
// an article follow each other.
func (m *merger) load(drafts []int32) []gist {
	out := make([]gist, len(drafts))
	var in shelf
	for i, n := range drafts {
		g := &out[i]
		err := in.take(m.gists, m.gistAt[n], g.code)
		if i > 0 && out[i-1].article == g.article {
			g.about = out[i-1].about
		} else if err == nil {
			err = in.take(m.gists, m.aboutAt[m.article[n]], func(c *coder) { c.vector(&g.about) })
		}
		if err != nil {
			m.fail(err)
			return out
		}
	}
	return out
}

// findTwins pairs drafts that say the same of the same date; the first of them
// stands for all in what follows.
func (m *merger) findTwins(y *yearOfDrafts) []bool {
	type entry struct {
		signature uint64
		draft     int32
	}
	list := make([]entry, len(y.gists))
	for i := range y.gists {
		list[i] = entry{y.gists[i].signature(), int32(i)}
	}
	slices.SortFunc(list, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.signature, y.signature), cmp.Compare(x.draft, y.draft))
	})
	twin := make([]bool, len(y.gists))
	first := 0
	for n := range list {
		if list[n].signature != list[first].signature {
			first = n
		}
		a, b := list[first].draft, list[n].draft
		if n == first {
			continue
		}
		if e := m.excess(&y.gists[a], &y.gists[b]); e >= 0 {
			y.twins = append(y.twins, pair{y.drafts[a], y.drafts[b], e})
			twin[b] = true
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

type pairFinder struct {
	*merger
	year *yearOfDrafts
	keys [][]uint64 // of each, the rarest first
	best [][]pair   // of each, the most similar
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
		a := &f.year.gists[group[i].draft]
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
	if i > j {
		i, j = j, i
	}
	if e := f.excess(&f.year.gists[i], &f.year.gists[j]); e >= 0 {
		p := pair{f.year.drafts[i], f.year.drafts[j], e}
		f.keep(i, p)
		f.keep(j, p)
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
