package read

import (
	"errors"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// Pages and documents take longer to read than to search, so that small files
// are read ahead on all cores while their articles are still handed on in order.
const (
	smallFile = 8 << 20  // a larger one is streamed when its turn comes
	maxBatch  = 16 << 20 // bytes of text after which a file proves to be none of the small ones
)

// A batch is a small file that was read ahead.
type batch struct {
	articles []Article
	numbered []bool // whose ID is a database's
	text     int
	report   Report
	err      error
	done     chan struct{}
}

// errLarge ends the reading ahead of a file that unpacks to very much; it is
// streamed instead.
var errLarge = errors.New("not a small file")

// errAbandoned ends the reading ahead of what nobody waits for any more.
var errAbandoned = errors.New("abandoned")

// small tells whether a file is read ahead. Addresses are not: one site is not
// asked for several pages at once.
func (f *file) small() bool {
	ext := strings.ToLower(path.Ext(f.shown))
	return f.size >= 0 && f.size <= smallFile && ext != ".gz" && ext != ".zip" && !isAddress(f.shown)
}

// files reads all files and hands their articles on in order. How many are read
// ahead depends on the cores; what comes out does not.
func (w *walker) files(files []file) error {
	type job struct {
		file  file
		batch *batch
	}
	var (
		workers   = runtime.GOMAXPROCS(0)
		jobs      = make(chan job, 4*workers) // as many as are ahead: sending never waits
		abandoned atomic.Bool
		running   sync.WaitGroup
		batches   = make(map[int]*batch, 4*workers)
		next      int
	)
	defer running.Wait()
	defer close(jobs)
	defer abandoned.Store(true)
	for range min(workers, len(files)) {
		running.Add(1)
		go func() {
			defer running.Done()
			r := reader{opts: w.opts, ctx: w.ctx, progress: func() {}}
			for j := range jobs {
				r.report = &j.batch.report
				r.emit = func(a Article, numbered bool) error { return j.batch.take(a, numbered, abandoned.Load()) }
				if !abandoned.Load() {
					j.batch.err = r.file(j.file)
				}
				close(j.batch.done)
			}
		}()
	}
	for i := range files {
		for next = max(next, i); next < len(files) && next < i+4*workers; next++ {
			if files[next].small() {
				batches[next] = &batch{done: make(chan struct{})}
				jobs <- job{files[next], batches[next]}
			}
		}
		if err := w.deliver(files[i], batches[i]); err != nil {
			return err
		}
		delete(batches, i)
	}
	return nil
}

func (b *batch) take(a Article, numbered, abandoned bool) error {
	b.articles, b.numbered = append(b.articles, a), append(b.numbered, numbered)
	if b.text += len(a.Text); b.text > maxBatch {
		return errLarge
	}
	if abandoned {
		return errAbandoned
	}
	return nil
}

// deliver hands on the articles of one file, read ahead or not.
func (w *walker) deliver(f file, b *batch) error {
	if b == nil {
		return w.file(f)
	}
	<-b.done
	if errors.Is(b.err, errLarge) {
		return w.file(f)
	}
	if b.err != nil {
		return b.err
	}
	w.report.Files += b.report.Files
	w.report.Bytes += b.report.Bytes
	w.report.Problems = append(w.report.Problems, b.report.Problems...)
	w.report.Skipped = append(w.report.Skipped, b.report.Skipped...)
	w.progress()
	for i, a := range b.articles {
		if err := w.admit(a, b.numbered[i]); err != nil {
			return err
		}
	}
	return nil
}
