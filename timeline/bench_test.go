package timeline_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
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

func BenchmarkFindResolve(b *testing.B) {
	_, articles := corpus(b, 200)
	p, err := lang.Get("fr")
	if err != nil {
		b.Fatal(err)
	}
	f := lang.NewFinder(p)
	publication := tempo.Of(tempo.Date(2024, 6, 19), tempo.Day)
	var ms []lang.Mention
	b.SetBytes(textBytes(articles))
	b.ReportAllocs()
	for b.Loop() {
		for i := range articles {
			ms = f.Find(articles[i].Text, ms[:0])
			timeline.Resolve(f, ms, publication, timeline.AutoMode)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	_, articles := corpus(b, 200)
	p, err := lang.Get("fr")
	if err != nil {
		b.Fatal(err)
	}
	f := lang.NewFinder(p)
	f.Find(articles[0].Text, nil)
	var s []lang.Sentence
	b.SetBytes(int64(len(articles[0].Text)))
	b.ReportAllocs()
	for b.Loop() {
		s = f.Sentences(s[:0])
	}
}

// BenchmarkBuild goes from JSON lines to the timeline, on one core and on all.
func BenchmarkBuild(b *testing.B) {
	lines, articles := corpus(b, 1000)
	for _, c := range []struct {
		name    string
		workers int
	}{{"one-core", 1}, {"all-cores", 0}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(lines)))
			b.ReportAllocs()
			for b.Loop() {
				t, _, err := timeline.Build(func(yield func(read.Article) error) error {
					_, err := read.Read(context.Background(), "corpus.jsonl", bytes.NewReader(lines), read.Options{}, yield)
					return err
				}, timeline.Options{Workers: c.workers})
				if err != nil || len(t.Articles) != len(articles) {
					b.Fatal(len(t.Articles), err)
				}
			}
		})
	}
}
