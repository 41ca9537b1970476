package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// An extractor makes drafts of one document's sentences.
type extractor struct {
	prosody
	finder  *lang.Finder
	doc     *document
	found   map[int]*actor.Found // by sentence
	drafts  []draft
	options *Options
}

// extract turns the dated clauses of a document into drafts of events. Bare
// durations, sets and references make none; several dates in one sentence make
// several; the article's own news stands at its date even without an
// expression.
func extract(f *lang.Finder, d *document, o *Options) []draft {
	x := extractor{prosody: prosody{text: d.article.Text, tokens: f.Tokens(), lang: d.lang}, finder: f, doc: d,
		found: map[int]*actor.Found{}, options: o}
	m := 0
	for si, s := range d.sentences {
		for m < len(d.mentions) && d.mentions[m].First < s.First {
			m++
		}
		first := m
		for m < len(d.mentions) && d.mentions[m].First < s.Last {
			m++
		}
		x.sentence(si, first, m)
	}
	x.news()
	return x.drafts
}

// sentence drafts the events of one sentence's mentions.
func (x *extractor) sentence(si, first, last int) {
	if x.doc.sentences[si].title || x.tooLong(si) {
		return
	}
	for i := first; i < last; i++ {
		span, width, ok := x.eventSpan(i, last)
		if !ok {
			continue
		}
		if !x.doubled(first, i) {
			x.event(si, i, span, first, last)
		}
		i += width - 1
	}
}

// tooLong refuses what is no sentence: a list or table without full stops.
func (x *extractor) tooLong(si int) bool {
	s := x.doc.sentences[si]
	return s.End-s.Start > 1500
}

// eventSpan gives the span that mention i dates an event with, and how many
// mentions it takes: two for a range.
func (x *extractor) eventSpan(i, last int) (s tempo.Span, width int, ok bool) {
	m, v := &x.doc.mentions[i], &x.doc.values[i]
	switch m.Expr.Kind {
	case tempo.Recurring, tempo.Reference:
		return s, 1, false
	case tempo.Amount:
		return v.Span, 1, !v.Span.IsZero() && m.Expr.Anchored < 0 && x.firstSince(i)
	}
	s = v.Span
	if s.IsZero() {
		return s, 1, false
	}
	if m.Range && i+1 < last {
		if end := x.doc.values[i+1].Span; !end.IsZero() && end.Start > s.Start && !end.Start.IsOpen() {
			return s.To(end), 2, true
		}
	}
	if s.Grain < tempo.PartOfDay && s.Grain != tempo.NoGrain && isClock(m.Expr) {
		s = tempo.Of(s.Start, tempo.Day)
	}
	switch x.before(m.First) {
	case openSince:
		s = s.Since()
	}
	return s, 1, s.Grain <= tempo.Century
}

// doubled tells whether an earlier mention of the sentence, close by, gives the
// same day: "mercredi, à 14 h".
func (x *extractor) doubled(first, i int) bool {
	for k := first; k < i; k++ {
		a, b := x.doc.values[k].Span, x.doc.values[i].Span
		if a.IsZero() || x.doc.mentions[k].Expr.Kind != tempo.Point || a.Start.IsOpen() || b.Start.IsOpen() {
			continue
		}
		if x.doc.mentions[i].First-x.doc.mentions[k].Last <= 6 && a.Grain <= tempo.Day && b.Grain <= tempo.Day &&
			a.Start.Midnight() == b.Start.Midnight() {
			return true
		}
	}
	return false
}

type opening uint8

const (
	closed opening = iota
	openSince
)

// before tells what the preposition before a date makes of it.
func (x *extractor) before(first int) opening {
	for k := first - 1; k >= 0 && k >= first-2; k-- {
		switch strings.ToLower(x.word(k)) {
		case "depuis", "since":
			return openSince
		case "le", "la", "l", "les", "'", "’", "the":
			continue
		}
		break
	}
	return closed
}

func (x *extractor) word(k int) string {
	if k < 0 || k >= len(x.tokens) {
		return ""
	}
	return x.text[x.tokens[k].Start:x.tokens[k].End]
}

// firstSince tells whether an amount stands in "pour la première fois depuis
// 24 ans", which dates the time before.
func (x *extractor) firstSince(i int) bool {
	first := x.doc.mentions[i].First
	before := strings.ToLower(x.text[x.tokens[max(0, first-5)].Start:x.tokens[first].Start])
	return strings.Contains(before, "première fois depuis") || strings.Contains(before, "first time in") || strings.Contains(before, "first time since")
}

// event drafts the event of mention i.
func (x *extractor) event(si, i int, span tempo.Span, first, last int) {
	s, m := x.doc.sentences[si], x.doc.mentions[i]
	h := x.headline(si, m, first, last)
	if h.title == "" {
		return
	}
	d := x.draft(si, span)
	d.expression, d.date = x.text[m.Start:m.End], span.EDTF()
	d.rule, _, _ = x.doc.lang.pack.Rule(m.Rule)
	d.title, d.text, d.nominal, d.titleGrade = h.title, h.text, h.nominal, h.grade
	if m.Expr.Kind == tempo.Amount {
		d.titleGrade /= 2
		if p := previousTime[d.lang]; p != "" {
			d.title = x.lang.fit(p+lowerFirst(d.title), maxTitle)
		}
	}
	x.describe(&d, si, h)
	d.lead = s.lead && x.nearPublication(span)
	x.drafts = append(x.drafts, d)
}

// previousTime heads the title of the time before, in "for the first time in
// 24 years".
var previousTime = map[string]string{"fr": "Fois précédente : ", "en": "Previous time: "}

// draft begins a draft with the quote of its sentence.
func (x *extractor) draft(si int, span tempo.Span) draft {
	s := x.doc.sentences[si]
	return draft{article: x.doc.order, articleID: x.doc.article.ID, lang: x.doc.lang.code, span: span, start: s.Start, end: s.End, sentence: si,
		quote: x.text[s.Start:s.End], position: float64(s.Start) / float64(max(1, len(x.text)))}
}

// describe finds who acts, what kind of act it is, and what the event is about.
func (x *extractor) describe(d *draft, si int, h headline) {
	start, end := h.start, h.end
	f := x.doc.lang.actors.Find(x.text[start:end])
	d.typ, d.status = f.Act.Type, string(f.Status)
	d.actors = f.Actors()
	d.names = map[string]string{}
	for _, p := range f.People {
		if p.Code != "" {
			d.people = append(d.people, p.Code)
			d.names[p.Code] = p.Name
		}
	}
	for _, p := range f.Places {
		if p.Name != "" {
			d.places = append(d.places, p.Name)
		}
	}
	d.terms = x.terms(start, end, f)
}

// nearPublication tells whether a span holds the day of publication or the two
// days before it: what an article tells first of these is its news.
func (x *extractor) nearPublication(s tempo.Span) bool {
	p := x.doc.date
	const days = 86400
	return !p.IsZero() && s.Grain <= tempo.Day && s.Start < p.End && s.End > p.Start-2*days
}

// news drafts the article's own news at its date where no expression of its
// first sentences does.
func (x *extractor) news() {
	if x.doc.date.IsZero() || x.doc.date.Grain > tempo.Month {
		return
	}
	for _, d := range x.drafts {
		if d.lead {
			return
		}
	}
	for si, s := range x.doc.sentences {
		if !s.lead || x.tooLong(si) {
			continue
		}
		h := x.leadHeadline(si)
		if h.title == "" {
			return
		}
		d := x.draft(si, x.doc.date)
		d.date, d.rule, d.lead = x.doc.date.EDTF(), "publication", true
		d.title, d.text, d.titleGrade = h.title, h.text, h.grade
		x.describe(&d, si, h)
		x.drafts = append(x.drafts, d)
		return
	}
}
