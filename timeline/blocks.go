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
	f := newPairFinder(m, y, twin)
	for depth := 1; depth <= mostCombined; depth++ {
		f.meet(depth)
	}
	y.pairs = f.found()
	return y
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
		err := in.take(m.gists, m.gistAt[n], read.code)
		g := &out[i]
		*g = read
		g.matter, g.names, g.context = shelved(&features, read.matter), shelved(&features, read.names), shelved(&features, read.context)
		g.actors, g.people = shelved(&numbers, read.actors), shelved(&numbers, read.people)
		if i > 0 && out[i-1].article == g.article {
			g.about = out[i-1].about
		} else if err == nil {
			err = in.take(m.gists, m.aboutAt[m.article[n]], func(c *coder) { c.vector(&read.about) })
			g.about = shelved(&features, read.about)
		}
		if err != nil {
			m.fail(err)
			return out
		}
	}
	return out
}

// shelved copies a short list to the end of a block that many share; a full
// block gives way to a new one, and is kept by what stands in it.
func shelved[T any](block *[]T, list []T) []T {
	if cap(*block)-len(*block) < len(list) {
		*block = make([]T, 0, max(512, len(list)))
	}
	return keep(block, list)
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
