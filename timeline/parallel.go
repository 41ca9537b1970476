package timeline

import (
	"sync"
	"sync/atomic"
)

// inParallel calls work for every number below n, on so many goroutines; begin
// gives each its own function, with buffers of its own. They take the numbers in
// stretches, so that a call may cost less than handing it over: long ones at
// first, since neighbours share lines of the cache, and shorter ones towards the
// end, where one goroutine would wait for another (guided self-scheduling,
// Polychronopoulos and Kuck 1987).
func inParallel(workers, n int, begin func() (work func(i int))) {
	const stretch = 16
	workers = min(workers, (n+stretch-1)/stretch)
	if workers <= 1 {
		work := begin()
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			work := begin()
			for {
				first := int(next.Load())
				if first >= n {
					return
				}
				last := min(n, first+max(stretch, (n-first)/(4*workers)))
				if !next.CompareAndSwap(int64(first), int64(last)) {
					continue
				}
				for i := first; i < last; i++ {
					work(i)
				}
			}
		})
	}
	wait.Wait()
}
