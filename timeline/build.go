package timeline

import (
	"cmp"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

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
	// Memory is about how many bytes the build may take; 0: DefaultMemory. What
	// does not fit goes to the files that Scratch opens; without it all stays in memory.
	Memory  int64
	Scratch func() (Scratch, error)
	// Progress is told how far a stage is, once the articles are read; nil: nobody is.
	Progress func(stage string, done, total int64)
	// Interrupted ends the build with the error that it gives; nil: never.
	Interrupted func() error
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
	s, warnings, err := Stream(articles, o)
	if err != nil {
		return Timeline{}, nil, err
	}
	t, err := Whole(s)
	if err = errors.Join(err, s.Close()); err != nil {
		return Timeline{}, nil, err
	}
	return *t, warnings, nil
}

// Stream builds as Build does and keeps the timeline where it stands, in memory
// and on disk, for a caller who walks it: a million articles tell more than
// should be held at once. The caller closes it.
func Stream(articles func(yield func(read.Article) error) error, o Options) (*Sequence, []Warning, error) {
	b := newBuilder(o)
	s, err := b.build(articles)
	if err != nil {
		return nil, nil, errors.Join(err, b.close())
	}
	slices.SortFunc(b.warnings, func(x, y Warning) int { return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Msg, y.Msg)) })
	return s, b.warnings, nil
}

// build is the whole way from articles to events, stage by stage.
func (b *builder) build(articles func(yield func(read.Article) error) error) (*Sequence, error) {
	records, err := b.read(articles, b.take) // dated articles are extracted as they come
	if err != nil {
		return nil, err
	}
	b.lang = cmp.Or(b.options.Lang, b.mainLanguage(records))
	if err := b.takeOpen(records); err != nil { // the others once the words of all have dated them
		return nil, err
	}
	if err := errors.Join(b.forgetTexts(records), b.dossiers.close()); err != nil {
		return nil, err
	}
	slices.SortStableFunc(records, func(x, y *record) int { return cmp.Compare(x.id, y.id) }) // nothing more depends on the order of the input
	b.witnesses = make([]witness, len(records))
	var grouping sync.WaitGroup // merging does not ask for the reprints
	grouping.Go(func() { groupReprints(records, b.witnesses) })
	clusters, err := b.merge(records)
	grouping.Wait()
	if err != nil {
		return nil, err
	}
	return b.sequence(records, clusters)
}

// A builder is one build on its way.
type builder struct {
	options   Options
	lang      string
	people    people
	witnesses []witness // by the articles' order in the input
	places    []place   // of the drafts, by their canonical numbers
	cells     map[cell]int32
	yearBytes int64 // the most that merging has taken for a year, its events left out

	memory               atomic.Int64 // bytes that the spools may still keep
	heads, texts, drafts *spool
	dossiers             *spool // of articles that are being dated

	mu       sync.Mutex // of what follows, while workers are at it
	warnings []Warning
	census   census
	failure  error
}

// spoolShare is the part of a build's memory that its spools may keep; the
// rest is for the tables of merging, a year's drafts, and the collector.
const spoolShare = 8

// DefaultMemory is the memory that a build aims not to exceed: what a laptop
// has to spare, and enough for a million articles.
const DefaultMemory = 1 << 30

func newBuilder(o Options) *builder {
	b := &builder{options: o, people: people{names: map[string]string{}}, census: newCensus()}
	b.memory.Store(cmp.Or(o.Memory, DefaultMemory) / spoolShare)
	b.heads, b.texts, b.drafts, b.dossiers = b.spool(), b.spool(), b.spool(), b.spool()
	return b
}

func (b *builder) spool() *spool { return &spool{budget: &b.memory, scratch: b.options.Scratch} }

// fail notes what ends the build; the first failure is told.
func (b *builder) fail(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failure = cmp.Or(b.failure, err)
}

// reached tells how far a stage is; it fails where the build is to end.
func (b *builder) reached(stage string, done, total int64) error {
	if b.options.Progress != nil {
		b.options.Progress(stage, done, total)
	}
	if b.options.Interrupted != nil {
		return b.options.Interrupted()
	}
	return nil
}

func (b *builder) warn(article, msg string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.warnings = append(b.warnings, Warning{article, msg})
}

func (b *builder) close() error {
	return errors.Join(b.heads.close(), b.texts.close(), b.drafts.close(), b.dossiers.close())
}

// mainLanguage gives the language of most articles.
func (b *builder) mainLanguage(records []*record) string {
	count := map[string]int{}
	best := "fr"
	for _, r := range records {
		count[r.lang.code]++
	}
	for _, code := range lang.Codes() {
		if count[code] > count[best] {
			best = code
		}
	}
	return best
}
