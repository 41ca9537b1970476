package timeline

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// stage runs one stage of the build over a sample article of every language.
// ready makes, once, what the stages before it leave, and gives the stage.
func stage(b *testing.B, ready func(b *testing.B, l *language, text string) func()) {
	for _, code := range lang.Codes() {
		b.Run(code, func(b *testing.B) {
			l, err := languageFor(code)
			if err != nil {
				b.Fatal(err)
			}
			run := ready(b, l, sampleText[code])
			b.SetBytes(int64(len(sampleText[code])))
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}

func BenchmarkFindResolve(b *testing.B) {
	publication := tempo.Of(tempo.Date(2024, 6, 19), tempo.Day)
	stage(b, func(b *testing.B, l *language, text string) func() {
		f := lang.NewFinder(l.pack)
		var ms []lang.Mention
		return func() {
			ms = f.Find(text, ms[:0])
			Resolve(f, ms, publication, AutoMode)
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	stage(b, func(b *testing.B, l *language, text string) func() {
		f := lang.NewFinder(l.pack)
		f.Find(text, nil)
		var s []lang.Sentence
		return func() { s = f.Sentences(s[:0]) }
	})
}

// BenchmarkExtract drafts the events of a text whose dates are found and
// resolved, titles and actors included.
func BenchmarkExtract(b *testing.B) {
	publication := tempo.Of(tempo.Date(2024, 6, 19), tempo.Day)
	stage(b, func(b *testing.B, l *language, text string) func() {
		w := newWorker(l, newCrew().counts)
		d := &document{article: read.Article{ID: "case", Text: text}, lang: l, date: publication}
		d.mentions = w.finder.Find(text, nil)
		d.values = Resolve(w.finder, d.mentions, d.date, News)
		d.sentences = w.sieve.prose(text, w.finder.Tokens(), w.finder.Sentences(nil), l, "")
		return func() {
			if len(extract(w, d, &Options{})) == 0 {
				b.Fatal("no event")
			}
		}
	})
}

// BenchmarkLanguage loads all that the pipeline knows of a language, which is
// most of what a build of a few articles costs.
func BenchmarkLanguage(b *testing.B) {
	for _, code := range lang.Codes() {
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := loadLanguage(code); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
