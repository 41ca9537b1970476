package timeline_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/read"
)

// corpus gives n synthetic articles, as JSON lines and read.
func corpus(tb testing.TB, n int) ([]byte, []read.Article) {
	tb.Helper()
	var b bytes.Buffer
	if err := eval.Synthetic(&b, n, 1); err != nil {
		tb.Fatal(err)
	}
	var articles []read.Article
	_, err := read.Read(context.Background(), "corpus.jsonl", bytes.NewReader(b.Bytes()), read.Options{}, func(a read.Article) error {
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes(), articles
}

func textBytes(articles []read.Article) (n int64) {
	for _, a := range articles {
		n += int64(len(a.Text))
	}
	return n
}

func each(articles []read.Article) func(func(read.Article) error) error {
	return func(yield func(read.Article) error) error {
		for _, a := range articles {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}
}

// BenchmarkBuild goes from an input to the timeline: JSON lines and a folder of
// text files, on one core and on all, and ten times as many lines, of which each
// core has enough to do. What an article allocates is reported beside the rate,
// so that neither grows unseen.
func BenchmarkBuild(b *testing.B) {
	lines, articles := corpus(b, 1000)
	long, more := corpus(b, 10_000)
	folder := b.TempDir()
	for i, a := range articles {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s_%04d.txt", a.Date, i)), []byte(a.Text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, c := range []struct {
		name     string
		cores    int
		articles int
		size     int64
		read     func(yield func(read.Article) error) error
	}{
		{"jsonl/one-core", 1, len(articles), int64(len(lines)), jsonLines(lines)},
		{"jsonl/all-cores", runtime.NumCPU(), len(articles), int64(len(lines)), jsonLines(lines)},
		{"jsonl-10000/one-core", 1, len(more), int64(len(long)), jsonLines(long)},
		{"jsonl-10000/all-cores", runtime.NumCPU(), len(more), int64(len(long)), jsonLines(long)},
		{"folder/one-core", 1, len(articles), textBytes(articles), folderOf(folder)},
		{"folder/all-cores", runtime.NumCPU(), len(articles), textBytes(articles), folderOf(folder)},
	} {
		b.Run(c.name, func(b *testing.B) {
			// One core is one for the garbage collector too.
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(c.cores))
			b.SetBytes(c.size)
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			n := 0
			for b.Loop() {
				t, _, err := timeline.Build(c.read, timeline.Options{})
				if err != nil || len(t.Articles) != c.articles {
					b.Fatal(len(t.Articles), err)
				}
				n += c.articles
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(n), "allocs/article")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(n), "B/article")
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

func jsonLines(lines []byte) func(yield func(read.Article) error) error {
	return func(yield func(read.Article) error) error {
		_, err := read.Read(context.Background(), "corpus.jsonl", bytes.NewReader(lines), read.Options{NoMeta: true}, yield)
		return err
	}
}

func folderOf(folder string) func(yield func(read.Article) error) error {
	return func(yield func(read.Article) error) error {
		_, err := read.Walk(context.Background(), []string{folder}, read.Options{NoMeta: true}, yield)
		return err
	}
}
