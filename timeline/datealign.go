package timeline

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// commonTerm is the number of articles beyond which a term is too common to
// lead from one article to another; it keeps the work linear.
const commonTerm = 400

// partners is how many articles another is aligned with at most.
const partners = 4

// An aligner dates open articles from dated ones that tell the same. What it
// holds of an article is its rarer terms; the pairs of words stand with the
// dossiers.
type aligner struct {
	b        *builder
	records  []*record
	dossier  []*dossier // by record; nil where the article is not open
	size     []int32    // of each record: how many terms it has
	pairSize []int32    // and how many pairs
	pairsAt  []place    // where the pairs of those that are not open stand, so far as open ones may have them
	period   evidence   // when the dated articles of the collection came out

	mu       sync.Mutex // of what follows
	terms    map[uint64]*termUse
	wanted   hashFilter // the pairs of open articles
	pairs    pairCount  // in how many articles pairs stand
	readings map[int]*reading
}

// A termUse is in which articles a term of open articles stands; they are only
// counted where they are too many to lead anywhere.
type termUse struct {
	articles int32
	list     []int32
}

// newAligner makes an aligner that knows no article's words yet.
func newAligner(b *builder, records []*record, open []*dossier) *aligner {
	n := len(records)
	a := &aligner{b: b, records: records, dossier: make([]*dossier, n), size: make([]int32, n), pairSize: make([]int32, n),
		pairsAt: make([]place, n), terms: map[uint64]*termUse{}, readings: map[int]*reading{}}
	for _, d := range open {
		a.dossier[d.index] = d
	}
	a.wanted = newHashFilter(2 * maxTerms * len(open))
	a.pairs = newPairCount(n)
	return a
}

// want notes that what an open article tells is looked for.
func (a *aligner) want(d *dossierParts) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, t := range d.terms {
		if a.terms[t.hash] == nil {
			a.terms[t.hash] = &termUse{}
		}
	}
	for _, h := range d.pairs {
		a.wanted.add(h)
	}
}

// index notes where the terms and pairs of open articles stand.
func (a *aligner) index() {
	b := a.b
	b.each(a.records, func(i int, w *worker) {
		if d := a.dossier[i]; d != nil {
			w.in.part = forAligning
			full := d.open(b, w)
			w.in.part = wholeDraft
			a.add(i, full.terms, full.pairs)
			return
		}
		if !isDayDated(a.records[i]) {
			return
		}
		text := evidenceText(b.document(a.records[i]))
		w.finder.Scan(text)
		terms, pairs := subject(w.finder, text, w.hashes())
		a.pairSize[i] = int32(len(pairs))
		pairs = slices.DeleteFunc(pairs, func(h uint64) bool { return !a.wanted.has(h) })
		var err error
		if a.pairsAt[i], err = w.out.put(b.dossiers, func(c *coder) { list(c, &pairs, c.fixed64) }); err != nil {
			b.fail(err)
		}
		a.add(i, terms, pairs)
	})
	a.countPairs()
}

// add notes the words of an article.
func (a *aligner) add(i int, terms []docTerm, pairs []uint64) {
	a.size[i], a.pairSize[i] = int32(len(terms)), max(a.pairSize[i], int32(len(pairs)))
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, t := range terms {
		u := a.terms[t.hash]
		if u == nil {
			continue
		}
		if u.articles++; u.articles <= commonTerm {
			u.list = append(u.list, int32(i))
		} else {
			u.list = nil
		}
	}
	a.pairs.guess(pairs)
}

// use is in how many articles a term stands.
func (a *aligner) use(term uint64) int {
	if u := a.terms[term]; u != nil {
		return int(u.articles)
	}
	return 0
}

// pairsOf gives the pairs of words of an article.
func (a *aligner) pairsOf(in *shelf, i int) (pairs []uint64) {
	var err error
	if d := a.dossier[i]; d != nil {
		var parts dossierParts
		in.part = forAligning
		err = in.take(a.b.dossiers, d.at, parts.code)
		in.part = wholeDraft
		pairs = parts.pairs
	} else if isDayDated(a.records[i]) {
		err = in.take(a.b.dossiers, a.pairsAt[i], func(c *coder) { list(c, &pairs, c.fixed64) })
	}
	if err != nil {
		a.b.fail(err)
	}
	return pairs
}

// countPairs counts the pairs that may be common.
func (a *aligner) countPairs() {
	if !a.pairs.any() {
		return
	}
	var in shelf
	for i := range a.records {
		a.pairs.count(a.pairsOf(&in, i))
	}
}

// isDayDated tells whether an article's own date is a day, or two where it may
// be either.
func isDayDated(r *record) bool {
	return isBounded(r.date) && r.date.End-r.date.Start <= 2*secondsADay
}

// anchorDay gives the day of an article that may date others in a round; ok is
// false where it may not.
func (a *aligner) anchorDay(i, round int) (day int, ok bool) {
	if d := a.dossier[i]; d != nil {
		if d.round < 0 || d.round >= round {
			return 0, false
		}
		return dayOf(d.settled.Start), true
	}
	r := a.records[i]
	return dayOf(r.date.Start), isDayDated(r)
}

// anchor prepares a round: it counts the articles that may date others and
// spreads the period of the collection over the days of those that were dated
// by themselves.
func (a *aligner) anchor(round int) int {
	n := 0
	var days []int
	for i := range a.records {
		day, ok := a.anchorDay(i, round)
		if !ok {
			continue
		}
		n++
		if _, ok := a.anchorDay(i, 1); ok {
			days = append(days, day)
		}
	}
	a.period = collectionPeriod(days)
	return n
}

// collectionPeriod says when a collection's articles come out, by those that
// are dated: weak evidence, and none of fewer than five. One more article lies
// before the first or after the last of n in two of n + 1 cases.
func collectionPeriod(days []int) evidence {
	e := evidence{by: "collection", period: era, power: 1, mention: -1}
	n := len(days)
	if n < 5 {
		return e
	}
	slices.Sort(days)
	e.floor = max(0.04, 2/float64(n+1))
	reach := max(20, 4*(days[n-1]-days[0])/n)
	e.kernel = &kernel{0.02, []step{{1, reach, 0.36}, {-reach, -1, 0.36}, {reach + 1, 4 * reach, 0.13}, {-4 * reach, -reach - 1, 0.13}}}
	step := max(1, n/40)
	for i := step / 2; i < n; i += step {
		e.at = append(e.at, occurrence{days[i], days[i], 1})
	}
	first, last := instantOf(days[0]), instantOf(days[n-1])
	e.text = tempo.Of(first, tempo.Day).EDTF() + "/" + tempo.Of(last, tempo.Day).EDTF()
	return e
}

// A partner is a dated article that tells the same as an open one.
type partner struct {
	doc   int
	day   int
	score float64 // cosine of the articles' words
	pairs int     // of words, that both have and few others do
	alike int     // index into alikeKernels
}

// weight is what a term that so many articles have says. A small collection is
// reckoned with as part of a larger one, lest its common names say nothing.
func (a *aligner) weight(df int) float64 {
	return math.Log(float64(len(a.records)+30) / (float64(df) + 0.5))
}

// partnersOf gives the dated articles that share most with an open one, the
// best first: at most three times as many as it is aligned with.
func (a *aligner) partnersOf(in *shelf, d *dossier, round int) []partner {
	scores := map[int32]float64{}
	own := 0.0
	for _, t := range d.terms {
		w := a.weight(a.use(t.hash)) * float64(t.weight)
		own += w * w
		for _, i := range a.terms[t.hash].list {
			scores[i] += w * w
		}
	}
	mean := own / float64(max(len(d.terms), 1))
	var out []partner
	for i, s := range scores {
		day, ok := a.anchorDay(int(i), round)
		if !ok || int(i) == d.index {
			continue
		}
		if score := s / math.Sqrt(own*max(float64(a.size[i])*mean, s)); score > 0.07 {
			out = append(out, partner{doc: int(i), day: day, score: score})
		}
	}
	byID := func(x, y partner) int {
		return cmp.Compare(a.records[x.doc].id, a.records[y.doc].id)
	}
	slices.SortFunc(out, func(x, y partner) int { return cmp.Or(cmp.Compare(y.score, x.score), byID(x, y)) })
	out = out[:min(len(out), 3*partners)]
	ownPairs := setOf(d.pairs)
	for i := range out {
		a.measure(in, &out[i], ownPairs)
	}
	slices.SortFunc(out, func(x, y partner) int {
		return cmp.Or(cmp.Compare(x.alike, y.alike), cmp.Compare(y.pairs, x.pairs), cmp.Compare(y.score, x.score), byID(x, y))
	})
	return out
}

// nearWeight is how much more the articles near in subject say of when an
// article came out than the collection as a whole.
const nearWeight = 3

// periodNear is the collection's period as seen from an article: articles on
// the same subject came out closer to it than others.
func (a *aligner) periodNear(near []partner) evidence {
	e := a.period
	e.at = slices.Clone(e.at)
	total := 0.0
	for _, p := range near {
		total += p.score
	}
	for _, p := range near {
		e.at = append(e.at, occurrence{p.day, p.day, nearWeight * float64(len(a.period.at)) * p.score / total})
	}
	return e
}

func setOf(hs []uint64) map[uint64]bool {
	set := make(map[uint64]bool, len(hs))
	for _, h := range hs {
		set[h] = true
	}
	return set
}

// measure counts the pairs of words that a partner shares with an open article
// and tells how alike the two are.
func (a *aligner) measure(in *shelf, p *partner, own map[uint64]bool) {
	for _, h := range a.pairsOf(in, p.doc) {
		if own[h] && !a.pairs.common(h) {
			p.pairs++
		}
	}
	share := float64(p.pairs) / float64(max(10, min(int(a.pairSize[p.doc]), len(own))))
	p.alike = len(alikeKernels)
	for k := len(alikeKernels) - 1; k >= 0; k-- {
		if l := &alikeKernels[k]; p.pairs >= l.pairs && share >= l.share && p.score >= l.score {
			p.alike = k
		}
	}
}

// tellsSame is the last of the alikeKernels that speak of one event.
const tellsSame = 2

// alikeKernels say when an article came out that tells much the same as
// another, by how many pairs of words they share, of how many, and how near
// their words are as a whole. Articles on one subject mostly lie far apart:
// only shared wording tells that the event is the same.
var alikeKernels = []struct {
	pairs  int
	share  float64
	score  float64
	kernel kernel
	floor  float64
}{
	{10, 0.25, 0.30, kernel{0.50, []step{{1, 1, 0.14}, {-1, -1, 0.14}, {2, 7, 0.05}, {-7, -2, 0.05}, {8, 60, 0.03}, {-60, -8, 0.03}, {61, 400, 0.03}, {-400, -61, 0.03}}}, 0.15},
	{8, 0.07, 0.18, kernel{0.34, []step{{1, 1, 0.10}, {-1, -1, 0.10}, {2, 7, 0.06}, {-7, -2, 0.06}, {8, 60, 0.08}, {-60, -8, 0.08}, {61, 400, 0.09}, {-400, -61, 0.09}}}, 0.40},
	{10, 0.04, 0.20, kernel{0.34, []step{{1, 1, 0.10}, {-1, -1, 0.10}, {2, 7, 0.06}, {-7, -2, 0.06}, {8, 60, 0.08}, {-60, -8, 0.08}, {61, 400, 0.09}, {-400, -61, 0.09}}}, 0.45},
	{3, 0.02, 0.15, kernel{0.01, []step{{1, 60, 0.16}, {-60, -1, 0.16}, {61, 400, 0.33}, {-400, -61, 0.33}}}, 0.60},
}

// align gives the evidence that dated articles hold for an open one, and the
// mentions whose own evidence it replaces.
func (a *aligner) align(in *shelf, d *dossier, round int) ([]evidence, map[int]bool) {
	var out []evidence
	near := a.partnersOf(in, d, round)
	if len(a.period.at) > 0 {
		out = append(out, a.periodNear(near))
	}
	best := near[:min(len(near), partners)]
	replaced, used := map[int]bool{}, map[int]bool{}
	for _, m := range a.sameEvents(d, best) {
		if !used[m.partner] { // what one article says is said once
			used[m.partner], replaced[m.evidence.mention] = true, true
			out = append(out, m.evidence)
		}
	}
	same := 0
	for _, p := range best {
		if p.alike <= tellsSame {
			same++
		}
	}
	for n, p := range best {
		if p.alike > tellsSame && (n > 0 || p.alike == len(alikeKernels) || d.own != d.limit) {
			continue
		}
		l := &alikeKernels[p.alike]
		e := evidence{by: "article", text: a.records[p.doc].id, at: []occurrence{{p.day, p.day, 1}},
			kernel: &l.kernel, period: era, floor: l.floor, power: [...]float64{1, 0.5, 0.35, 0.25}[n], mention: -1, pins: p.alike <= tellsSame}
		if used[p.doc] && p.alike <= tellsSame && same == 1 {
			e.power *= 0.6 // nothing but this one article speaks for the event
		}
		out = append(out, e)
	}
	return out, replaced
}
