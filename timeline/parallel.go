package timeline

import (
	"sync"
	"sync/atomic"
)

// inParallel calls work for every number below n, on so many goroutines; begin
// gives each its own function, with buffers of its own. They take the numbers in
// stretches, so that a call may cost less than handing it over.
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
				last := int(next.Add(stretch))
				for i := last - stretch; i < min(last, n); i++ {
					work(i)
				}
				if last >= n {
					return
				}
			}
		})
	}
	wait.Wait()
}
