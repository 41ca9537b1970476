package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A record is what a build holds of an article for good: a hundred bytes. The
// rest stands in the spools.
type record struct {
	order  int // place in the input
	id     string
	lang   *language
	date   tempo.Span // publication, zero while unknown
	open   bool       // its file does not date it to the day
	head   place
	drafts []place // in their canonical order
	print  *read.Fingerprint

	text    string // while the dating of this article or of another may need it, and the memory lasts
	spilled bool   // it does not
	textAt  place  // and there the text is
}

// read takes the articles in, on all cores: take has each in a document of its
// own, and what it wants kept it puts away.
func (b *builder) read(articles func(yield func(read.Article) error) error, take func(*document, *worker) error) ([]*record, error) {
	workers := b.options.workers()
	var (
		records []*record
		fresh   recordBlock
		jobs    = make(chan *document, 16*workers) // or a goroutine is woken for every few articles
		wait    sync.WaitGroup
	)
	for range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			own := newCrew()
			for d := range jobs {
				if err := b.recognise(d); err != nil {
					b.fail(err)
				} else if err := take(d, own.worker(d.lang)); err != nil {
					b.fail(err)
				}
			}
			b.join(own)
		}()
	}
	err := articles(func(a read.Article) error {
		r := fresh.record()
		r.order, r.id = len(records), a.ID
		records = append(records, r)
		jobs <- &document{record: r, order: r.order, article: a}
		return nil
	})
	close(jobs)
	wait.Wait()
	return records, cmp.Or(err, b.failure)
}

// A recordBlock hands out records, with their fingerprints, so many at a time
// that the collector has few things to look at.
type recordBlock struct {
	records []record
	prints  []read.Fingerprint
}

func (f *recordBlock) record() *record {
	if len(f.records) == 0 {
		const block = 64
		f.records, f.prints = make([]record, block), make([]read.Fingerprint, block)
	}
	r := &f.records[0]
	r.print = &f.prints[0]
	f.records, f.prints = f.records[1:], f.prints[1:]
	return r
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
	if s, err := tempo.ParseEDTF(d.article.Date); err == nil {
		d.date = s
	}
	d.record.lang, d.record.date = d.lang, d.date
	d.record.open = !isDay(d.date) && !b.options.NoInference
	return nil
}

// take puts an article away and, where its date is known, its events as well.
func (b *builder) take(d *document, w *worker) error {
	if err := b.store(d, w); err != nil {
		return err
	}
	*d.record.print = read.FingerprintOf(d.article.Text)
	if d.record.open {
		return nil
	}
	return b.harvest(d, w)
}

// store puts an article away, and its text where the dating of articles may
// come back to it.
func (b *builder) store(d *document, w *worker) error {
	r := d.record
	h := front{Title: d.article.Title, URL: d.article.URL, Source: d.article.Source}
	for _, c := range d.article.Dated {
		h.Dated = append(h.Dated, Clue(c))
	}
	d.dated = h.Dated
	var err error
	if r.head, err = w.out.put(b.heads, h.code); err != nil || b.options.NoInference {
		return err
	}
	if isDay(d.date) {
		facts, err := loadFacts()
		if err != nil {
			return err
		}
		if msg := doubt(w.finder, facts, d); msg != "" {
			b.warn(d.article.ID, msg)
		}
	}
	return b.keepText(r, &w.out, d.article.Text)
}

// harvest resolves a document's expressions and puts the drafts of its events
// away.
func (b *builder) harvest(d *document, w *worker) error {
	f := w.finder
	w.mentions = f.Find(d.article.Text, w.mentions[:0])
	w.sentences = f.Sentences(w.sentences[:0])
	d.mentions = w.mentions
	d.values = Resolve(f, d.mentions, d.date, b.options.Mode)
	d.sentences = w.sieve.prose(d.article.Text, f.Tokens(), w.sentences, d.lang, d.article.Title)
	drafts := extract(w, d, &b.options)
	slices.SortStableFunc(drafts, func(x, y draft) int { return canonical(&x, &y) })
	w.census.add(drafts)
	for i := range drafts {
		for id, n := range drafts[i].names {
			w.people.note(id, n)
		}
	}
	d.record.drafts = make([]place, len(drafts))
	return w.out.putAll(b.drafts, d.record.drafts, func(i int, c *coder) { drafts[i].code(c) })
}

// takeOpen dates the articles whose files do not, from their own words and from
// those of all others, and then takes their events.
func (b *builder) takeOpen(records []*record) error {
	var open []*record
	for _, r := range records {
		if r.open {
			open = append(open, r)
		}
	}
	b.datings(records)
	b.each(open, func(i int, w *worker) {
		if err := b.harvest(b.document(open[i]), w); err != nil {
			b.fail(err)
		}
	})
	return b.failure
}

// document opens an article again.
func (b *builder) document(r *record) *document {
	var in shelf
	h, err := in.head(b.heads, r.head)
	if err != nil {
		b.fail(err)
	}
	text, err := b.textOf(&in, r)
	if err != nil {
		b.fail(err)
	}
	return &document{record: r, order: r.order, lang: r.lang, date: r.date, dated: h.Dated, article: read.Article{ID: r.id, Title: h.Title, Text: text}}
}

// A front is what the timeline tells of an article.
type front struct {
	Title, URL, Source string
	Dated              []Clue
}

func (h *front) code(c *coder) {
	c.string(&h.Title)
	c.string(&h.URL)
	c.symbol(&h.Source)
	codeClues(c, &h.Dated)
}

func codeClues(c *coder, clues *[]Clue) {
	list(c, clues, func(x *Clue) {
		c.symbol(&x.By)
		c.string(&x.Date)
		c.string(&x.Text)
		c.float64(&x.Weight)
	})
}

// A shelf reads records of spools; each goroutine has its own.
type shelf struct {
	coder
	buffer []byte
	drafts []draft // that were read last, whose lists give theirs room
}

// take reads a record by the function that codes it.
func (s *shelf) take(from *spool, at place, code func(*coder)) error {
	record, buffer, err := from.get(at, s.buffer)
	s.buffer = buffer
	if err != nil {
		return err
	}
	s.reading, s.data, s.at = true, record, 0
	code(&s.coder)
	return nil
}

func (s *shelf) head(from *spool, at place) (h front, err error) {
	err = s.take(from, at, h.code)
	return h, err
}
