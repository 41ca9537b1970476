package timeline

import (
	"maps"
	"slices"
	"sync"
)

// An agenda is which years are being worked on. They are taken in their order,
// by helpers and by the goroutine that joins what was found, whenever it would
// wait: joining cannot be shared, and is not to wait for a core.
type agenda struct {
	merger *merger
	years  []int32
	drafts map[int32][]int32 // by year
	ready  []chan *yearOfDrafts
	total  int64 // drafts of all years
	ahead  int   // years that may be taken and not joined

	mu      sync.Mutex
	changed *sync.Cond
	taken   int // years
	joined  int
	open    int // drafts of the years that are taken and not joined
	ended   bool
}

// yearsAhead is how many years each goroutine may be ahead of joining.
const yearsAhead = 4

func newAgenda(m *merger, workers int) *agenda {
	a := &agenda{merger: m, drafts: map[int32][]int32{}, ahead: yearsAhead * workers}
	a.changed = sync.NewCond(&a.mu)
	for n := range m.from {
		for y := m.from[n]; y <= m.to[n]; y++ {
			a.drafts[y] = append(a.drafts[y], int32(n))
			a.total++
		}
	}
	a.years = slices.Sorted(maps.Keys(a.drafts))
	a.ready = make([]chan *yearOfDrafts, len(a.years))
	for i := range a.ready {
		a.ready[i] = make(chan *yearOfDrafts, 1)
	}
	return a
}

// takeNext works on the next year that nobody has taken. Where it has to wait
// until others are joined, it does so or gives up.
func (a *agenda) takeNext(wait bool) bool {
	a.mu.Lock()
	for !a.ended && a.taken < len(a.years) && !a.mayTake() {
		if !wait {
			a.mu.Unlock()
			return false
		}
		a.changed.Wait()
	}
	if a.ended || a.taken == len(a.years) {
		a.mu.Unlock()
		return false
	}
	i := a.taken
	list := a.drafts[a.years[i]]
	a.taken++
	a.open += len(list)
	a.mu.Unlock()
	a.ready[i] <- a.merger.work(a.years[i], list)
	return true
}

// mayTake tells whether there is room for the next year; for one there always is.
func (a *agenda) mayTake() bool {
	return a.taken == a.joined || a.taken-a.joined < a.ahead && a.open+len(a.drafts[a.years[a.taken]]) <= a.merger.share
}

// found gives year i once its pairs are found; until then it works on others.
func (a *agenda) found(i int) *yearOfDrafts {
	for {
		select {
		case y := <-a.ready[i]:
			return y
		default:
			if !a.takeNext(false) {
				return <-a.ready[i]
			}
		}
	}
}

// finish notes that a year is joined.
func (a *agenda) finish(y *yearOfDrafts) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.joined++
	a.open -= len(y.drafts)
	a.changed.Broadcast()
}

// end lets the helpers go.
func (a *agenda) end() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ended = true
	a.changed.Broadcast()
}
