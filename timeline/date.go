package timeline

import (
	"cmp"
	"errors"
	"slices"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Dating is what is known of an article's date.
type Dating struct {
	ID         string  `json:"id" yaml:"id"`
	Date       string  `json:"date" yaml:"date"`                               // EDTF, "?" where it was inferred, empty where it stays open
	Precision  string  `json:"precision,omitempty" yaml:"precision,omitempty"` // day, week, month, year …; empty where the date stays open
	Confidence float64 `json:"confidence" yaml:"confidence"`
	Dated      []Clue  `json:"dated" yaml:"dated"`
	Warning    string  `json:"warning,omitempty" yaml:"warning,omitempty"` // the words contradict the date that is given
}

// DateArticles dates articles from what their files say, from their own words
// and from each other. The results are in the order of the articles and do not
// depend on it.
func DateArticles(articles []read.Article, o Options) ([]Dating, error) {
	b := newBuilder(o)
	records, err := b.read(func(yield func(read.Article) error) error {
		for _, a := range articles {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}, b.store)
	if err != nil {
		return nil, err
	}
	docs := b.documents(records)
	sure := b.datings(docs)
	if err := errors.Join(b.failure, b.close()); err != nil {
		return nil, err
	}
	out := make([]Dating, len(docs))
	for i, d := range docs {
		out[i] = Dating{ID: d.article.ID, Date: d.date.EDTF(), Confidence: sure[i], Dated: d.dated}
		if d.date.IsZero() {
			out[i].Date = ""
		} else {
			out[i].Precision = precisionOf(d.date)
		}
	}
	for _, w := range b.warnings {
		for i := range out {
			if out[i].ID == w.Article {
				out[i].Warning = w.Msg
			}
		}
	}
	return out, nil
}

// precisionOf names how fine a date is: the unit that it is, or the one that
// holds as many days.
func precisionOf(s tempo.Span) string {
	days := int64((s.End - s.Start) / secondsADay)
	switch {
	case s.Start.IsOpen() || s.End.IsOpen() || s.Grain > tempo.Year:
		return s.Grain.String()
	case days <= 1:
		return tempo.Day.String()
	case days <= 7:
		return tempo.Week.String()
	case days <= 31:
		return tempo.Month.String()
	case days <= 92:
		return tempo.Quarter.String()
	case days <= 184:
		return tempo.Half.String()
	}
	return tempo.Year.String()
}

// isDay tells whether a date is one day.
func isDay(s tempo.Span) bool { return isBounded(s) && s.End-s.Start <= secondsADay }

// isBounded tells whether a date has both a first and a last day.
func isBounded(s tempo.Span) bool { return !s.IsZero() && !s.Start.IsOpen() && !s.End.IsOpen() }

// datings gives every article that can be dated its date, and tells how certain
// each is. An article whose file says it to the day keeps it; a coarse date is
// only refined within itself.
func (b *builder) datings(docs []*document) []float64 {
	sure := make([]float64, len(docs))
	for i, d := range docs {
		if !d.date.IsZero() && len(d.dated) > 0 {
			sure[i] = d.dated[0].Weight
		}
	}
	facts, err := loadFacts()
	if err != nil || b.options.NoInference { // the table is part of the program, and a test reads it
		return sure
	}
	open := make([]*dossier, len(docs))
	b.each(docs, func(i int, w *worker) {
		if d := docs[i]; d.record.open {
			open[i] = gather(w.finder, facts, b.withText(d), d.date)
			open[i].doc = d
		}
	})
	dossiers := slices.DeleteFunc(slices.Clone(open), func(d *dossier) bool { return d == nil })
	if len(dossiers) == 0 {
		return sure
	}
	b.settle(docs, dossiers)
	for i, d := range open {
		if d != nil && d.close(b) {
			sure[i] = min(float64(int(d.sure*1000))/1000, 0.99) // the model itself may be wrong
		}
	}
	return sure
}

// settle dates the open articles: first from their own words, then in rounds
// from those that are dated to the day. An article that is settled stays so,
// and dates others only in later rounds: no article is dated from one that was
// dated from it.
func (b *builder) settle(docs []*document, open []*dossier) {
	b.eachDossier(open, func(d *dossier) {
		d.settled, d.sure, d.clues = solve(d, nil, nil)
		d.own = d.settled
		if d.isAnchor() {
			d.round = 0
		}
	})
	a := newAligner(b, docs, open)
	for round, before := 1, 0; round <= 4; round++ {
		anchors := a.anchor(round)
		if anchors == before { // none at all, or none that is new
			return
		}
		before = anchors
		b.eachDossier(open, func(d *dossier) {
			if d.round < 0 {
				more, replaced := a.align(d, round)
				if len(more) > 0 {
					d.settled, d.sure, d.clues = solve(d, more, replaced)
				}
			}
		})
		for _, d := range open {
			if d.round < 0 && d.isAnchor() {
				d.round = round
			}
		}
	}
}

// isAnchor tells whether an article is dated well enough to date others.
func (d *dossier) isAnchor() bool {
	return isDay(d.settled) && d.sure >= sureDay
}

// close hands the results to the document; it tells whether they date it.
func (d *dossier) close(b *builder) bool {
	doc := d.doc
	doc.dated = mergeClues(doc.dated, d.clues)
	if !d.limit.IsZero() {
		if msg := d.contradiction(); msg != "" {
			b.warn(doc.article.ID, msg)
		}
	}
	if d.settled.IsZero() || !d.limit.IsZero() && !d.limit.Contains(d.settled) || d.settled == d.limit {
		return false
	}
	doc.date = d.settled
	doc.date.Mod |= tempo.Inferred
	return true
}

// mergeClues puts the clues in order, best first.
func mergeClues(file, words []Clue) []Clue {
	out := slices.Concat(file, words)
	for i := range out {
		out[i].Weight = float64(int(out[i].Weight*1000+0.5)) / 1000
	}
	slices.SortStableFunc(out, func(x, y Clue) int { return cmp.Compare(y.Weight, x.Weight) })
	return out
}

// eachDossier runs work over the dossiers, on all cores.
func (b *builder) eachDossier(all []*dossier, work func(*dossier)) {
	docs := make([]*document, len(all))
	for i, d := range all {
		docs[i] = d.doc
	}
	b.each(docs, func(i int, _ *worker) { work(all[i]) })
}
