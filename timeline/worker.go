package timeline

import (
	"sync"

	"github.com/frise-timeline/frise/timeline/lang"
)

// A worker is what one goroutine keeps from document to document of one
// language: the finder and buffers, the stems that it has worked out, and what
// it has counted.
type worker struct {
	finder    *lang.Finder
	heads     *lang.Finder // for headlines, while the finder holds the text's tokens
	mentions  []lang.Mention
	sentences []lang.Sentence
	stems     map[string]uint64
	sieve     sieve
	extractor extractor
	seen      *hashSet // scratch space, made at its first use: most builds date nothing
	in        shelf
	out       coder
	*counts
}

// counts are what a goroutine learns of its documents, whatever their language.
type counts struct {
	census census
	people people
}

func newWorker(l *language, c *counts) *worker {
	return &worker{finder: lang.NewFinder(l.pack), stems: map[string]uint64{}, counts: c}
}

// hashes gives scratch space for a set of hashes.
func (w *worker) hashes() *hashSet {
	if w.seen == nil {
		w.seen = new(hashSet)
	}
	return w.seen
}

// A crew is one goroutine's workers, one a language.
type crew struct {
	*counts
	workers map[*language]*worker
}

func newCrew() *crew {
	return &crew{counts: &counts{census: newCensus(), people: people{names: map[string]string{}}}, workers: map[*language]*worker{}}
}

func (c *crew) worker(l *language) *worker {
	w := c.workers[l]
	if w == nil {
		w = newWorker(l, c.counts)
		c.workers[l] = w
	}
	return w
}

// join adds what a crew has counted to what the build knows.
func (b *builder) join(c *crew) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.census.join(&c.census)
	for id, n := range c.people.names {
		b.people.note(id, n)
	}
}

// each runs work over articles, on all cores, with a worker of their language.
func (b *builder) each(records []*record, work func(i int, w *worker)) {
	next := make(chan int, 64)
	var wait sync.WaitGroup
	for range b.options.workers() {
		wait.Add(1)
		go func() {
			defer wait.Done()
			own := newCrew()
			for i := range next {
				work(i, own.worker(records[i].lang))
			}
			b.join(own)
		}()
	}
	for i := range records {
		next <- i
	}
	close(next)
	wait.Wait()
}
