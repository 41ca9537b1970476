package timeline

import (
	"sync"
	"sync/atomic"
)

// inParallel calls work for every number below n, on so many goroutines. They
// take the numbers in stretches, so that a call may cost less than handing it over.
func inParallel(workers, n int, work func(i int)) {
	const stretch = 64
	workers = min(workers, (n+stretch-1)/stretch)
	if workers <= 1 {
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
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
