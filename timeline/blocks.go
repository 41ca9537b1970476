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

// draftBytes is about what a draft of a year takes while its pairs are sought:
// half of it its gist, half of it its keys and what it was compared with.
const draftBytes = 1500

// yearShare is how many drafts of years may be worked on at once: a fifth of
// the memory. The gists of a year that has more are read again as they are
// needed.
func (b *builder) yearShare() int {
	return int(cmp.Or(b.options.Memory, DefaultMemory) / 5 / draftBytes)
}

// eachYear calls f with one year after the other. Their pairs are found on all
// cores ahead of their turn, in as many years as have no more than share drafts.
// f may fail, and ends it so.
func (m *merger) eachYear(workers, share int, f func(y *yearOfDrafts, done, total int64) error) error {
	m.share, m.workers = share, workers
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
