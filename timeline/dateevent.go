package timeline

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A reading is what a dated article tells, sentence by sentence.
type reading struct {
	tells []dayTold
}

// A dayTold is a day that a dated article tells, and the sentence that does.
type dayTold struct {
	day   int
	text  string
	terms []uint64
}

// A sameness is how likely an expression means the same event as a day that
// dated articles tell.
type sameness struct {
	first, last int
	not         float64 // that none of them does
	best        float64
	from        int // the document that tells it most alike, and its words
	text        string
}

// A match is an expression whose day a partner gives.
type match struct {
	evidence evidence
	partner  int
	sure     float64
}

// sameEvents gives the expressions of an open article whose day its partners
// give, the surest first.
func (a *aligner) sameEvents(d *dossier, best []partner) []match {
	var out []match
	for i := range d.told {
		if m, ok := a.sameEvent(&d.told[i], best); ok {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y match) int { return cmp.Compare(y.sure, x.sure) })
	return out
}

// sameEvent looks for the day or month of an expression in what the partners
// tell. Two things speak for it: that the articles and the sentences are alike,
// and that the expression fits at all, which one day in seven does for a
// weekday, one month in twelve, one day of the year in 365.
func (a *aligner) sameEvent(t *toldDate, best []partner) (match, bool) {
	var found []sameness
	for _, p := range best {
		for _, c := range a.chances(t, p) {
			first, last := t.unit(c.first)
			k := slices.IndexFunc(found, func(s sameness) bool { return s.first == first })
			if k < 0 {
				k = len(found)
				found = append(found, sameness{first: first, last: last, not: 1})
			}
			found[k].not *= 1 - c.best
			if c.best > found[k].best {
				found[k].best, found[k].from, found[k].text = c.best, p.doc, c.text
			}
		}
	}
	if len(found) == 0 {
		return match{}, false
	}
	top := slices.MinFunc(found, func(x, y sameness) int { return cmp.Or(cmp.Compare(x.not, y.not), cmp.Compare(x.first, y.first)) })
	fits := max(1, t.choices()/float64(len(found)))
	sure := (1 - top.not) * fits / ((1-top.not)*fits + top.not)
	if sure < 0.35 {
		return match{}, false
	}
	return match{a.evidenceOf(t, top, sure), top.from, sure}, true
}

// chances gives the days that a partner tells and the expression can mean,
// each with how likely it does.
func (a *aligner) chances(t *toldDate, p partner) []sameness {
	likely := p.sameSubject()
	if likely == 0 {
		return nil
	}
	units := map[int]sameness{}
	for _, s := range a.read(p.doc, p.day).tells {
		if !t.canBe(s.day) {
			continue
		}
		c := likely * sameSentence(a.overlap(t.terms, s.terms))
		if t.deictic { // "today" fits any day
			c *= 0.6
		}
		if first, _ := t.unit(s.day); c > units[first].best {
			units[first] = sameness{first: s.day, best: c, text: s.text}
		}
	}
	if news, _ := t.unit(p.day); !t.deictic && t.canBe(p.day) && units[news].best < likely/3 { // what its own day is about
		units[news] = sameness{first: p.day, best: likely / 3, text: units[news].text}
	}
	return inOrder(units)
}

// evidenceOf makes evidence of a day or month that an expression means.
func (a *aligner) evidenceOf(t *toldDate, top sameness, sure float64) evidence {
	text := t.text + " = " + a.records[top.from].id
	if top.text != "" {
		text += ": " + top.text
	}
	e := evidence{by: "same event", text: text, kernel: t.kernel, power: 1, mention: t.mention, pins: t.where.Has == 0 || t.where.Has&tempo.HasDay != 0}
	if t.where.Has != 0 { // where it is another one, it comes round all the same
		e.where, e.period, e.floor = t.where, 365.25, 0.02
		e.boost = &occurrence{top.first, top.last, min(1000, era/365.25*sure/(1-sure))}
		return e
	}
	if t.deictic {
		e.kernel = &kernel{0, []step{{t.offset, t.offset, 0.86}, {t.offset + 1, t.offset + 1, 0.05}, {t.offset - 1, t.offset - 1, 0.04}}}
	}
	e.at, e.period, e.floor = []occurrence{{top.first, top.last, 1}}, era, max(0.02, 1-sure)
	return e
}

// inOrder gives the values of a map by their keys, so that no run differs.
func inOrder(m map[int]sameness) []sameness {
	out := make([]sameness, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[k])
	}
	return out
}

// sameSubject is how likely a partner tells of the same things.
func (p *partner) sameSubject() float64 {
	switch {
	case p.alike == 0:
		return 0.85
	case p.alike <= tellsSame:
		return 0.65
	case p.score >= 0.20:
		return 0.22
	case p.score >= 0.14:
		return 0.12
	}
	return 0
}

// sameSentence is how likely two sentences tell the same event, in articles on
// the same subject, by their overlap.
func sameSentence(overlap float64) float64 {
	switch {
	case overlap >= 0.35:
		return 0.85
	case overlap >= 0.25:
		return 0.55
	case overlap >= 0.18:
		return 0.3
	case overlap >= 0.12:
		return 0.12
	}
	return 0.03
}

// canBe tells whether an expression can mean a day.
func (t *toldDate) canBe(day int) bool {
	at := instantOf(day)
	_, m, d := at.Civil()
	switch {
	case t.weekday != 0:
		return at.Weekday() == int(t.weekday)
	case t.where.Has&tempo.HasMonth != 0:
		return m == int(t.where.Month) && (t.where.Has&tempo.HasDay == 0 || d == int(t.where.Day))
	}
	return t.deictic
}

// unit gives the day or month around a day that an expression names.
func (t *toldDate) unit(day int) (first, last int) {
	if t.where.Has&tempo.HasMonth != 0 && t.where.Has&tempo.HasDay == 0 {
		u := tempo.Of(instantOf(day), tempo.Month)
		return dayOf(u.Start), dayOf(u.End - 1)
	}
	return day, day
}

// choices is how many days or months an expression can mean of those around.
func (t *toldDate) choices() float64 {
	switch {
	case t.weekday != 0:
		return 7
	case t.where.Has&tempo.HasDay != 0:
		return 365
	case t.where.Has&tempo.HasMonth != 0:
		return 12
	}
	return 1
}

// overlap is the share of their weight that two sentences have in common.
func (a *aligner) overlap(x, y []uint64) float64 {
	common, wx, wy := 0.0, 0.0, 0.0
	n := 0
	for _, h := range x {
		w := a.weight(a.use(h))
		wx += w
		if slices.Contains(y, h) {
			common += w
			n++
		}
	}
	for _, h := range y {
		wy += a.weight(max(1, a.use(h)))
	}
	if n < 2 || wx == 0 || wy == 0 {
		return 0
	}
	return common / math.Sqrt(wx*wy)
}

// mostReadings is how many readings are kept; what more are asked for are made
// again.
const mostReadings = 4096

// read gives what a dated article tells of days.
func (a *aligner) read(doc, day int) *reading {
	a.mu.Lock()
	known := a.readings[doc]
	a.mu.Unlock()
	if known != nil {
		return known
	}
	d := a.records[doc]
	f := lang.NewFinder(d.lang.pack)
	text := evidenceText(a.b.document(d))
	ms := f.Find(text, nil)
	values := Resolve(f, ms, tempo.Of(instantOf(day), tempo.Day), a.b.options.Mode)
	r := &reading{}
	i := 0
	for _, s := range f.Sentences(nil) {
		for ; i < len(ms) && ms[i].Start < s.End; i++ {
			v := values[i]
			if v.Span.IsZero() || v.Span.Grain > tempo.Day || v.Type == tempo.SetType || v.Type == tempo.DurationType || v.Span.Start.IsOpen() {
				continue
			}
			r.tells = append(r.tells, dayTold{dayOf(v.Span.Start), oneLine(text[ms[i].Start:ms[i].End], 40), hashes(termsOf(f, text, s.First, s.Last))})
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.readings) >= mostReadings {
		clear(a.readings)
	}
	a.readings[doc] = r
	return r
}

func hashes(terms []docTerm) []uint64 {
	out := make([]uint64, len(terms))
	for i, t := range terms {
		out[i] = t.hash
	}
	return out
}
