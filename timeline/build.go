package timeline

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// Options say how Build works. The zero value builds a timeline of all that the
// articles tell.
type Options struct {
	Title       string
	Lang        string     // of the timeline's own words; empty: that of most articles
	Since       tempo.Span // leave out what ends before it begins; zero: nothing
	Until       tempo.Span // leave out what begins after it ends; zero: nothing
	Max         int        // keep so many events, the weightiest; 0: all
	MinSources  int        // keep what so many articles tell
	About       string     // keep what names this actor, person, place or these words
	Titles      string     // "sentence": the plain sentence as title
	Mode        Mode
	NoInference bool // date no article from its words
	Workers     int  // goroutines that read articles; 0: one a core
	// Explain is called for every event of the timeline, in its order; nil: not.
	Explain func(Explanation)
}

// workers is the number of goroutines to use.
func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// A Warning is something about one article that its reader should know.
type Warning struct {
	Article string
	Msg     string
}

// Build makes one timeline of the articles that the function yields. Articles
// stream in; workers share them; the result is the same whatever the number of
// workers and the order of the articles.
func Build(articles func(yield func(read.Article) error) error, o Options) (Timeline, []Warning, error) {
	b := builder{options: o, people: people{names: map[string]string{}}}
	docs, err := b.read(articles)
	if err != nil {
		return Timeline{}, nil, err
	}
	b.lang = cmp.Or(o.Lang, b.mainLanguage(docs))
	b.dates(docs)
	drafts := b.extract(docs)
	for i := range drafts {
		for id, n := range drafts[i].names {
			b.people.note(id, n)
		}
	}
	t := Timeline{Title: o.Title, Lang: b.lang, Events: []Event{}, Articles: []Article{}}
	b.witnesses = witnesses(docs, b.prints)
	clusters := merge(drafts, o.Explain != nil)
	events := make([]told, len(clusters))
	inParallel(o.workers(), len(clusters), func(i int) { events[i] = b.event(drafts, clusters[i]) })
	for _, e := range o.keep(events) {
		t.Events = append(t.Events, e.Event)
		if o.Explain != nil {
			o.Explain(e.explain(drafts))
		}
	}
	for _, d := range docs {
		t.Articles = append(t.Articles, Article{ID: d.article.ID, Title: d.article.Title, URL: d.article.URL, Source: d.article.Source,
			Lang: d.lang.code, Date: d.date.EDTF(), Dated: d.dated})
	}
	slices.SortFunc(t.Articles, func(x, y Article) int { return cmp.Compare(x.ID, y.ID) })
	if t.Title == "" {
		t.Title = b.defaultTitle(t)
	}
	return t, b.warnings, nil
}

type builder struct {
	options   Options
	lang      string
	people    people
	warnings  []Warning
	prints    []read.Fingerprint // of the documents, to tell reprints
	witnesses []witness          // by the articles' order in the input
}

// read gathers the articles and tells their languages, on all cores.
func (b *builder) read(articles func(yield func(read.Article) error) error) ([]*document, error) {
	workers := b.options.workers()
	var (
		docs    []*document
		jobs    = make(chan *document, 4*workers)
		wait    sync.WaitGroup
		mu      sync.Mutex
		failure error
	)
	for range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for d := range jobs {
				if err := b.recognise(d); err != nil {
					mu.Lock()
					failure = cmp.Or(failure, err)
					mu.Unlock()
				}
			}
		}()
	}
	err := articles(func(a read.Article) error {
		d := &document{order: len(docs), article: a}
		docs = append(docs, d)
		jobs <- d
		return nil
	})
	close(jobs)
	wait.Wait()
	if err == nil {
		err = failure
	}
	docs = slices.DeleteFunc(docs, func(d *document) bool { return d.lang == nil })
	return docs, err
}

// recognise tells one article's language and takes the date that its file gives.
func (b *builder) recognise(d *document) error {
	code := d.article.Lang
	if i := strings.IndexAny(code, "-_"); i > 0 {
		code = code[:i]
	}
	if !slices.Contains(lang.Codes(), code) {
		if code, _ = lang.Detect(d.article.Text); code == "" {
			code = cmp.Or(b.options.Lang, "fr")
		}
	}
	l, err := languageFor(code)
	if err != nil {
		return fmt.Errorf("article %s: %w", d.article.ID, err)
	}
	d.lang = l
	d.dated = clues(d.article.Dated)
	if s, err := tempo.ParseEDTF(d.article.Date); err == nil {
		d.date = s
	}
	return nil
}

func clues(in []read.Clue) []Clue {
	out := make([]Clue, len(in))
	for i, c := range in {
		out[i] = Clue(c)
	}
	return out
}

// extract resolves and drafts the events of all documents, on all cores, in
// their order. The text of a document is let go once it is read.
func (b *builder) extract(docs []*document) []draft {
	parts := make([][]draft, len(docs))
	if len(docs) > 1 {
		b.prints = make([]read.Fingerprint, len(docs))
	}
	b.each(docs, func(i int, w *worker) {
		d, f := docs[i], w.finder
		w.mentions = f.Find(d.article.Text, w.mentions[:0])
		w.sentences = f.Sentences(w.sentences[:0])
		d.mentions = w.mentions
		d.values = Resolve(f, d.mentions, d.date, b.options.Mode)
		d.sentences = prose(d.article.Text, f.Tokens(), w.sentences, d.lang, d.article.Title)
		parts[i] = extract(w, d, &b.options)
		if b.prints != nil {
			b.prints[i] = read.FingerprintOf(d.article.Text)
		}
		d.mentions, d.values, d.sentences, d.article.Text = nil, nil, nil, ""
	})
	return slices.Concat(parts...)
}

// A worker is what one goroutine keeps from document to document of one
// language: the finder and buffers, and the stems that it has worked out.
type worker struct {
	finder    *lang.Finder
	mentions  []lang.Mention
	sentences []lang.Sentence
	stems     map[string]uint64
	extractor extractor
}

func newWorker(l *language) *worker {
	return &worker{finder: lang.NewFinder(l.pack), stems: map[string]uint64{}}
}

// each runs work over the documents, on all cores, with a worker of their
// language.
func (b *builder) each(docs []*document, work func(i int, w *worker)) {
	n := b.options.workers()
	next := make(chan int, 64)
	var wait sync.WaitGroup
	for range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			workers := map[*language]*worker{}
			for i := range next {
				l := docs[i].lang
				if workers[l] == nil {
					workers[l] = newWorker(l)
				}
				work(i, workers[l])
			}
		}()
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wait.Wait()
}

// mainLanguage gives the language of most articles.
func (b *builder) mainLanguage(docs []*document) string {
	count := map[string]int{}
	best := "fr"
	for _, d := range docs {
		count[d.lang.code]++
	}
	for _, code := range lang.Codes() {
		if count[code] > count[best] {
			best = code
		}
	}
	return best
}

var defaultTitles = map[string]string{"fr": "Chronologie", "en": "Timeline"}

// defaultTitle names a timeline by its period.
func (b *builder) defaultTitle(t Timeline) string {
	title := cmp.Or(defaultTitles[b.lang], defaultTitles["en"])
	first, last := "", ""
	for _, e := range t.Events {
		if y := yearOf(e.Start); y != "" && (first == "" || e.Start < first) {
			first = e.Start
		}
		if e.End > last {
			last = e.End
		}
	}
	a, z := yearOf(first), yearOf(last)
	switch {
	case a == "":
		return title
	case z == "" || a == z:
		return title + " " + a
	}
	return title + " " + a + "–" + z
}

func yearOf(day string) string {
	if len(day) == 10 {
		return day[:4]
	}
	return ""
}
