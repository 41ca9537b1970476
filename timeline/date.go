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
	sure := b.datings(records)
	out := make([]Dating, len(records))
	var in shelf
	for i, r := range records {
		h, err := in.head(b.heads, r.head)
		if err != nil {
			b.fail(err)
		}
		out[i] = Dating{ID: r.id, Date: r.date.EDTF(), Confidence: sure[i], Dated: h.Dated}
		if r.date.IsZero() {
			out[i].Date = ""
			continue
		}
		out[i].Precision = precisionOf(r.date)
		if !r.open && len(h.Dated) > 0 {
			out[i].Confidence = h.Dated[0].Weight
		}
	}
	if err := errors.Join(b.failure, b.close()); err != nil {
		return nil, err
	}
	warnings := map[string]string{}
	for _, w := range b.warnings {
		warnings[w.Article] = w.Msg
	}
	for i := range out {
		out[i].Warning = warnings[out[i].ID]
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
// each is of those whose files do not say it to the day. A coarse date is only
// refined within itself.
func (b *builder) datings(records []*record) []float64 {
	sure := make([]float64, len(records))
	facts, err := loadFacts()
	if err != nil { // the table is part of the program, and a test reads it
		return sure
	}
	var open []*dossier
	for i, r := range records {
		if r.open {
			open = append(open, &dossier{record: r, index: i, round: -1})
		}
	}
	if len(open) == 0 {
		return sure
	}
	a := newAligner(b, records, open)
	b.eachDossier(open, func(d *dossier, w *worker) {
		doc := b.document(d.record)
		if !doc.date.IsZero() && len(doc.dated) > 0 {
			sure[d.index] = doc.dated[0].Weight
		}
		full := gather(w, facts, doc, doc.date)
		a.want(&full.dossierParts)
		d.limit = full.limit
		d.settled, d.sure, full.clues = solve(full, nil, nil)
		d.own = d.settled
		d.putAway(b, w, full)
	})
	b.settle(a, open)
	b.eachDossier(open, func(d *dossier, w *worker) {
		if d.close(b, w) {
			sure[d.index] = min(float64(int(d.sure*1000))/1000, 0.99) // the model itself may be wrong
		}
	})
	return sure
}

// settle dates the open articles: those that their own words date to the day
// are settled; then come rounds from those that are. An article that is settled
// stays so, and dates others only in later rounds: no article is dated from one
// that was dated from it.
func (b *builder) settle(a *aligner, open []*dossier) {
	for _, d := range open {
		if d.isAnchor() {
			d.round = 0
		}
	}
	a.index()
	for round, before := 1, 0; round <= 4; round++ {
		anchors := a.anchor(round)
		if anchors == before { // none at all, or none that is new
			return
		}
		before = anchors
		b.eachDossier(open, func(d *dossier, w *worker) {
			if d.round >= 0 {
				return
			}
			full := d.open(b, w)
			if more, replaced := a.align(&w.in, full, round); len(more) > 0 {
				d.settled, d.sure, full.clues = solve(full, more, replaced)
				d.putAway(b, w, full)
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

// close hands the results to the article; it tells whether they date it.
func (d *dossier) close(b *builder, w *worker) bool {
	full := d.open(b, w)
	r := d.record
	h, err := w.in.head(b.heads, r.head)
	if err == nil {
		h.Dated = mergeClues(h.Dated, full.clues)
		r.head, err = w.out.put(b.heads, h.code)
	}
	if err != nil {
		b.fail(err)
		return false
	}
	if !d.limit.IsZero() {
		if msg := contradiction(full.evidence, d.limit); msg != "" {
			b.warn(r.id, msg)
		}
	}
	if d.settled.IsZero() || !d.limit.IsZero() && !d.limit.Contains(d.settled) || d.settled == d.limit {
		return false
	}
	r.date = d.settled
	r.date.Mod |= tempo.Inferred
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
func (b *builder) eachDossier(all []*dossier, work func(*dossier, *worker)) {
	records := make([]*record, len(all))
	for i, d := range all {
		records[i] = d.record
	}
	b.each(records, func(i int, w *worker) { work(all[i], w) })
}
