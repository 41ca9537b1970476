package timeline

import (
	"cmp"
	"math"
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
	a := newAgenda(m, workers)
	var helping sync.WaitGroup // none may read gists once this returns
	defer helping.Wait()
	for range workers - 1 {
		helping.Go(func() {
			for a.takeNext(true) {
			}
		})
	}
	defer a.end()
	done := int64(0)
	for i := range a.years {
		y := a.found(i)
		done += int64(len(y.drafts))
		if err := f(y, done, a.total); err != nil {
			return err
		}
		a.finish(y)
	}
	return nil
}
