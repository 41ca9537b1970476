package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Sequence is a timeline that is walked and not held: its events and articles
// are made of what the build has put away as they are asked for.
type Sequence struct {
	Title string
	Lang  string

	builder  *builder
	records  []*record // by their IDs
	clusters []cluster
	found    int // events that the options ask for, before the weightiest are chosen
	omitted  Omission
	kept     []kept
	again    map[int]int // of kept events whose ID others had before: how many had
}

// A kept event is what choosing and ordering events needs to know of one.
type kept struct {
	cluster int32
	span    tempo.Span
	score   float64
	id      string
	weight  float64 // its score as choosing counts it
	rank    int32   // by weight, from 1; 0 where nobody asks
	before  int32   // events of its date that weigh more
	made    *told   // nil where the memory does not reach: it is made again when it is asked for
}

// Head gives the title and the language.
func (s *Sequence) Head() (title, lang string) { return s.Title, s.Lang }

// Counts gives the numbers of events and articles.
func (s *Sequence) Counts() (events, articles int) { return len(s.kept), len(s.records) }

// Omitted tells what the options left out, but for Max.
func (s *Sequence) Omitted() Omission { return s.omitted }

// sequence chooses the events of a timeline and puts them in order.
func (b *builder) sequence(records []*record, clusters []cluster) (*Sequence, error) {
	s := &Sequence{Title: b.options.Title, Lang: b.lang, builder: b, records: records, clusters: clusters}
	var f focus
	if b.options.About != "" {
		f = newFocus(b.options.About)
	}
	s.omitted.Topics = f.counts()
	all := make([]kept, len(clusters))
	inParallel(b.options.workers(), len(clusters), func() func(int) {
		var in shelf
		has := make([]bool, len(f))
		return func(i int) {
			t, _, err := b.tell(&in, clusters[i])
			if err != nil {
				b.fail(err)
				return
			}
			clear(has)
			v := b.options.keeps(&t, f, has)
			if b.options.focused() {
				b.mu.Lock()
				s.omitted.note(v, has)
				b.mu.Unlock()
			}
			if v == wanted {
				all[i] = kept{cluster: int32(i), span: t.span, score: t.Score, id: t.ID, made: b.affordable(&t)}
			}
		}
	})
	all = slices.DeleteFunc(all, func(k kept) bool { return k.id == "" })
	s.found = len(all)
	s.kept = b.options.choose(all)
	s.again = repeated(s.kept)
	if s.Title == "" {
		s.Title = s.defaultTitle()
	}
	return s, b.failure
}

// affordable gives an event back to be held if it fits into what is left of the
// memory, else nil.
func (b *builder) affordable(t *told) *told {
	if size := int64(1000 + 400*len(t.Sources)); b.options.Explain != nil || b.memory.Add(-size) < 0 {
		return nil
	}
	return t
}

// tell makes the event of a cluster. Its drafts are there until the next one.
func (b *builder) tell(in *shelf, c cluster) (told, []draft, error) {
	in.part = forEvents
	in.drafts = slices.Grow(in.drafts[:0], len(c.drafts))[:len(c.drafts)]
	for i, n := range c.drafts {
		if err := in.take(b.drafts, b.places[n], in.drafts[i].code); err != nil {
			return told{}, nil, err
		}
	}
	return b.event(in.drafts), in.drafts, nil
}

// madeAhead is how many events are made at once.
const madeAhead = 256

// EachEvent calls f with one event after the other, in the order of time. While
// it is at some, the next are made on all cores.
func (s *Sequence) EachEvent(f func(*Event) error) error {
	b := s.builder
	var batches [2]batch
	var making sync.WaitGroup
	defer making.Wait() // none may read once this returns
	making.Go(func() { s.make(&batches[0], 0) })
	for lo := 0; lo < len(s.kept); lo += madeAhead {
		making.Wait()
		now := &batches[lo/madeAhead%2]
		if err := cmp.Or(b.failure, b.reached("writing", int64(lo+len(now.made)), int64(len(s.kept)))); err != nil {
			return err
		}
		if next := lo + madeAhead; next < len(s.kept) {
			making.Go(func() { s.make(&batches[next/madeAhead%2], next) })
		}
		for i := range now.made {
			if err := f(&now.made[i].Event); err != nil {
				return err
			}
			if b.options.Explain != nil {
				b.options.Explain(now.explained[i])
			}
		}
	}
	return nil
}

// A batch is some events that are made at once.
type batch struct {
	made      []told
	explained []Explanation
}

// make makes the events from lo on.
func (s *Sequence) make(out *batch, lo int) {
	b := s.builder
	n := min(madeAhead, len(s.kept)-lo)
	out.made, out.explained = slices.Grow(out.made[:0], n)[:n], slices.Grow(out.explained[:0], n)[:n]
	inParallel(b.options.workers(), n, func() func(int) {
		var in shelf
		return func(i int) {
			var drafts []draft
			c := s.clusters[s.kept[lo+i].cluster]
			if t := s.kept[lo+i].made; t != nil {
				out.made[i] = *t
			} else if t, all, err := b.tell(&in, c); err == nil {
				out.made[i], drafts = t, all
			} else {
				b.fail(err)
				return
			}
			if k := s.again[lo+i]; k > 0 {
				out.made[i].ID = fmt.Sprintf("%s-%d", out.made[i].ID, k+1)
			}
			if b.options.Explain != nil {
				out.explained[i] = out.made[i].explain(drafts, c)
				out.explained[i].place(&s.kept[lo+i], s.found)
			}
		}
	})
}

// EachArticle calls f with one article after the other, in the order of their IDs.
func (s *Sequence) EachArticle(f func(*Article) error) error {
	var in shelf
	for _, r := range s.records {
		a, err := s.article(&in, r)
		if err != nil {
			return err
		}
		if err := f(&a); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sequence) article(in *shelf, r *record) (Article, error) {
	h, err := in.head(s.builder.heads, r.head)
	a := Article{ID: r.id, Title: h.Title, URL: h.URL, Source: h.Source, Lang: r.lang.code, Date: r.date.EDTF(), Dated: h.Dated}
	return a, err
}

// Lookup gives a function that finds an article by its ID.
func (s *Sequence) Lookup() func(id string) *Article {
	var in shelf
	return func(id string) *Article {
		i, ok := slices.BinarySearchFunc(s.records, id, func(r *record, id string) int { return cmp.Compare(r.id, id) })
		if !ok {
			return nil
		}
		a, err := s.article(&in, s.records[i])
		if err != nil {
			s.builder.fail(err)
			return nil
		}
		return &a
	}
}

// Close lets go of what the build put away.
func (s *Sequence) Close() error { return s.builder.close() }

var defaultTitles = map[string]string{"fr": "Chronologie", "en": "Timeline"}

// defaultTitle names a timeline by its period.
func (s *Sequence) defaultTitle() string {
	title := cmp.Or(defaultTitles[s.Lang], defaultTitles["en"])
	first, last := "", ""
	for _, k := range s.kept {
		var e Event
		setDays(&e, k.span)
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
