package timeline

import (
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

// sameEvent looks for the day or month of an expression in what the partners
// tell. Two things speak for it: that the articles and the sentences are alike,
// and that the expression fits at all, which one day in seven does for a
// weekday, one month in twelve, one day of the year in 365.
func (a *aligner) sameEvent(t *toldDate, best []partner) (evidence, bool) {
	var found []sameness
	for _, p := range best {
		likely := p.sameSubject()
		if likely == 0 {
			continue
		}
		add := func(day int, text string, chance float64) {
			if !t.canBe(day) || chance == 0 {
				return
			}
			first, last := t.unit(day)
			k := slices.IndexFunc(found, func(s sameness) bool { return s.first == first })
			if k < 0 {
				k = len(found)
				found = append(found, sameness{first: first, last: last, not: 1, from: p.doc, text: text})
			}
			found[k].not *= 1 - chance
			if chance > found[k].best {
				found[k].best, found[k].from, found[k].text = chance, p.doc, text
			}
		}
		chances := map[int]sameness{}
		for _, s := range a.read(p.doc, p.day).tells {
			c := likely * sameSentence(a.overlap(t.terms, s.terms))
			if t.deictic { // "today" fits any day
				c *= 0.6
			}
			if first, _ := t.unit(s.day); c > chances[first].best {
				chances[first] = sameness{first: s.day, best: c, text: s.text}
			}
		}
		news, _ := t.unit(p.day) // what the partner's own day is about
		if c := chances[news]; !t.deictic && c.best < likely/3 {
			chances[news] = sameness{first: p.day, best: likely / 2, text: c.text}
		}
		for _, s := range inOrder(chances) {
			add(s.first, s.text, s.best)
		}
	}
	if len(found) == 0 {
		return evidence{}, false
	}
	top := slices.MinFunc(found, func(x, y sameness) int { return compareSameness(x, y) })
	chance := 1 - top.not
	fits := max(1, t.choices()/float64(len(found)))
	sure := chance * fits / (chance*fits + 1 - chance)
	if sure < 0.35 {
		return evidence{}, false
	}
	k := t.kernel
	if t.deictic {
		k = &kernel{0, []step{{t.offset, t.offset, 0.86}, {t.offset + 1, t.offset + 1, 0.05}, {t.offset - 1, t.offset - 1, 0.04}}}
	}
	text := t.text + " = " + a.docs[top.from].article.ID
	if top.text != "" {
		text += ": " + top.text
	}
	e := evidence{by: "same event", text: text, kernel: k, power: 1, mention: t.mention, pins: t.where.Has == 0 || t.where.Has&tempo.HasDay != 0}
	if t.where.Has != 0 { // where it is another one, it comes round all the same
		e.where, e.period, e.floor = t.where, 365.25, 0.02
		e.boost = &occurrence{top.first, top.last, min(1000, era/365.25*sure/(1-sure))}
		return e, true
	}
	e.at, e.period, e.floor = []occurrence{{top.first, top.last, 1}}, era, max(0.02, 1-sure)
	return e, true
}

func compareSameness(x, y sameness) int {
	switch {
	case x.not < y.not:
		return -1
	case x.not > y.not:
		return 1
	}
	return x.first - y.first
}

// inOrder gives the values of a map by their keys, so that no run differs.
func inOrder(m map[int]sameness) []sameness {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]sameness, len(keys))
	for i, k := range keys {
		out[i] = m[k]
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
		w := a.weight(len(a.postings[h]))
		wx += w
		if slices.Contains(y, h) {
			common += w
			n++
		}
	}
	for _, h := range y {
		wy += a.weight(max(1, len(a.postings[h])))
	}
	if n < 2 || wx == 0 || wy == 0 {
		return 0
	}
	return common / math.Sqrt(wx*wy)
}

// read gives what a dated article tells of days.
func (a *aligner) read(doc, day int) *reading {
	a.mu.Lock()
	defer a.mu.Unlock()
	if r := a.readings[doc]; r != nil {
		return r
	}
	d := a.docs[doc]
	f := lang.NewFinder(d.lang.pack)
	text := evidenceText(d)
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
