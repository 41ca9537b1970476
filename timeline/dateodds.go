package timeline

import (
	"math"

	"github.com/frise-timeline/frise/timeline/tempo"
)

const secondsADay = 86400

// dayOf gives the number of an instant's day, 0 for 1970-01-01.
func dayOf(t tempo.Instant) int { return int(t.Midnight() / secondsADay) }

// dayNumber is dayOf in the half of the space, in which an event or article is
// kept; an open end is the last day that fits.
func dayNumber(t tempo.Instant) int32 {
	return int32(max(math.MinInt32, min(math.MaxInt32, dayOf(t))))
}

// instantOf gives the midnight that begins a numbered day.
func instantOf(day int) tempo.Instant { return tempo.Instant(day) * secondsADay }

// era is how many days a date without any evidence is spread over: some sixty
// years. All ratios of likelihood are reckoned against it.
const era = 22000

// A kernel says how long after a date that it tells an article comes out: the
// share of publications within the date itself (its day, month or year), and
// in steps before and after it.
type kernel struct {
	within float64
	steps  []step
}

// A step is the share of publications from..to days after a date (negative:
// before it), from ≤ to.
type step struct {
	from, to int
	share    float64
}

// An occurrence is a stretch of days that a clue can mean, both ends included,
// with its weight among the others.
type occurrence struct {
	first, last int
	weight      float64
}

// occurrenceOf is a bounded span as an occurrence; daysOf is the same as all
// that a clue can mean.
func occurrenceOf(s tempo.Span, weight float64) occurrence {
	return occurrence{dayOf(s.Start), dayOf(s.End - 1), weight}
}

func daysOf(s tempo.Span) []occurrence { return []occurrence{occurrenceOf(s, 1)} }

// step gives the days that a step of a kernel around the occurrence covers.
func (c occurrence) step(s step) (from, to int) {
	if s.from < 0 {
		return c.first + s.from, c.first + s.to
	}
	return c.last + s.from, c.last + s.to
}

// daysWithin gives the days from first to last that lie in a span, which may
// be open; none where from > to.
func daysWithin(s tempo.Span, first, last int) (from, to int) {
	from, to = first, last
	if !s.Start.IsOpen() {
		from = max(from, dayOf(s.Start))
	}
	if !s.End.IsOpen() {
		to = min(to, dayOf(s.End-1))
	}
	return from, to
}

// Evidence is one clue for the day of publication, as likelihood ratios.
type evidence struct {
	by, text string
	at       []occurrence
	where    tempo.Partial // instead of at, for a date that comes round every year
	boost    *occurrence   // which of them it is, by another article
	fact     []tempo.Span  // instead of at, for what holds from day to day: ratio 1 within, floor outside
	kernel   *kernel
	period   float64    // days after which the clue comes round again; era for a date with its year
	weekly   [7]float64 // for a bare weekday instead of at: ratios from Monday to Sunday
	shares   []step     // after the weekday
	floor    float64    // ratio where the clue is a slip or means something else
	power    float64    // below 1 where the clue repeats another
	mention  int        // index among the article's mentions, −1 for none
	day      int        // of a weekday clue: 1 to 7
	pins     bool       // it can tell the very day
}

// Odds are what is known of the day of publication: a logarithm of likelihood
// for every day of a window, and one for all days outside it.
type odds struct {
	first     int
	ln        []float64
	elsewhere float64
	buf       []float64
}

// newOdds gives even odds for the days first to last: each as likely as any
// other day of an era, the rest elsewhere. A closed window has no elsewhere.
func newOdds(first, last int, closed bool) *odds {
	n := last - first + 1
	o := &odds{first: first, ln: make([]float64, n), buf: make([]float64, n), elsewhere: math.Inf(-1)}
	if !closed {
		o.elsewhere = math.Log(max(era-float64(n), era/4))
	}
	return o
}

func (o *odds) last() int { return o.first + len(o.ln) - 1 }

// add reckons with one more clue.
func (o *odds) add(e *evidence) {
	if e.weekly != [7]float64{} {
		o.addWeekly(e)
		return
	}
	if e.fact != nil {
		o.addFact(e)
		return
	}
	clear(o.buf)
	outside := e.spread(o)
	scale := (1 - e.floor) * e.period
	if e.period < era {
		scale /= e.meanWeight()
	}
	memo, memoLn := -1.0, 0.0
	for i, share := range o.buf {
		if share != memo {
			memo, memoLn = share, e.power*math.Log(e.floor+scale*share)
		}
		o.ln[i] += memoLn
	}
	switch {
	case e.period < era:
		o.elsewhere += e.power * math.Log(min(1, 1/e.meanWeight()))
	default:
		room := max(era-float64(len(o.ln)), era/4)
		o.elsewhere += e.power * math.Log(e.floor+(1-e.floor)*era*outside/room)
	}
}

// meanWeight is the mean weight of the occurrences of a date that comes round,
// over an era.
func (e *evidence) meanWeight() float64 {
	rounds, extra := era/e.period, 0.0
	for _, c := range e.at {
		extra += c.weight - 1
	}
	return (rounds + max(extra, 0)) / rounds
}

// spread lays the kernel around every occurrence into the buffer and returns
// the share that falls outside the window.
func (e *evidence) spread(o *odds) (outside float64) {
	total := 0.0
	for _, c := range e.at {
		total += c.weight
	}
	for _, c := range e.at {
		w := c.weight
		if e.period == era {
			w /= total
		}
		outside += w * o.lay(c.first, c.last, w*e.kernel.within)
		for _, s := range e.kernel.steps {
			from, to := c.step(s)
			outside += w * o.lay(from, to, w*s.share)
		}
	}
	return min(outside, 1)
}

// lay adds a share, spread evenly over the days from..to, and returns what
// part of the share lies outside the window.
func (o *odds) lay(from, to int, share float64) float64 {
	if share == 0 || to < from {
		return 0
	}
	each := share / float64(to-from+1)
	a, b := max(from, o.first), min(to, o.last())
	for d := a; d <= b; d++ {
		o.buf[d-o.first] += each
	}
	if b < a {
		return share
	}
	return share - each*float64(b-a+1)
}

func (o *odds) addWeekly(e *evidence) {
	var ln [7]float64
	for i, r := range e.weekly {
		ln[i] = e.power * math.Log(e.floor+(1-e.floor)*r)
	}
	w := instantOf(o.first).Weekday() - 1
	for i := range o.ln {
		o.ln[i] += ln[w]
		if w++; w == 7 {
			w = 0
		}
	}
}

// addFact reckons with something that holds in some spans and in no others.
func (o *odds) addFact(e *evidence) {
	miss := e.power * math.Log(e.floor)
	outside := miss
	for i := range o.ln {
		o.ln[i] += miss
	}
	for _, s := range e.fact {
		first, last := daysWithin(s, o.first, o.last())
		for d := first; d <= last; d++ {
			o.ln[d-o.first] -= miss
		}
		if s.Start < instantOf(o.first) || s.End > instantOf(o.last()+1) {
			outside = 0
		}
	}
	o.elsewhere += outside
}

// A posterior is a share of certainty for every day of a window.
type posterior struct {
	first int
	sum   []float64 // sum[i]: all days before the i-th
}

// posterior turns the odds into shares that add up to one with what lies
// elsewhere.
func (o *odds) posterior() posterior {
	top := o.elsewhere
	for _, l := range o.ln {
		top = max(top, l)
	}
	total := math.Exp(o.elsewhere - top)
	p := posterior{first: o.first, sum: make([]float64, len(o.ln)+1)}
	for i, l := range o.ln {
		p.sum[i+1] = p.sum[i] + math.Exp(l-top)
	}
	total += p.sum[len(o.ln)]
	for i := range p.sum {
		p.sum[i] /= total
	}
	return p
}

// share is the certainty that the day lies between two days, both included.
func (p *posterior) share(first, last int) float64 {
	a, b := max(first-p.first, 0), min(last-p.first+1, len(p.sum)-1)
	if b <= a {
		return 0
	}
	return p.sum[b] - p.sum[a]
}

// The certainty that a date must have to be stated, by how fine it is. A date
// of some days or months is stated at a higher price, since it says less.
const (
	sureDay    = 0.82
	sureDays   = 0.88
	sureMonth  = 0.90
	sureMonths = 0.93
	sureYear   = 0.90
)

// state gives the finest date that the posterior bears, and its certainty; the
// zero span where it bears none. A single day needs a clue that tells it: dates
// that surround it are not enough, however many.
func (p *posterior) state(pinned bool) (tempo.Span, float64) {
	first, share := p.best(1)
	if share >= sureDay && pinned {
		return tempo.Of(instantOf(first), tempo.Day), share
	}
	shortest := 2
	if !pinned {
		shortest = 3
	}
	if _, most := p.best(8); most >= sureDays {
		for n := shortest; n <= 8; n++ {
			if first, share = p.best(n); share >= sureDays {
				return tempo.Span{Start: instantOf(first), End: instantOf(first + n), Grain: tempo.Day}, share
			}
		}
	}
	months := p.months()
	if s, share := p.bestMonths(months, 1, 1); share >= sureMonth {
		return s, share
	}
	for n := 2; n <= 6; n++ {
		if s, share := p.bestMonths(months, n, 1); share >= sureMonths {
			return s, share
		}
	}
	if s, share := p.bestMonths(months, 12, 12); share >= sureYear {
		s.Grain = tempo.Year
		return s, share
	}
	for n := 7; n <= 12; n++ {
		if s, share := p.bestMonths(months, n, 1); share >= sureMonths {
			return s, share
		}
	}
	return tempo.Span{}, 0
}

// best gives the n days in a row that hold the largest share.
func (p *posterior) best(n int) (first int, share float64) {
	for i := 0; i+n < len(p.sum); i++ {
		if s := p.sum[i+n] - p.sum[i]; s > share {
			first, share = p.first+i, s
		}
	}
	if len(p.sum) <= n { // a window shorter than that
		return p.first, p.sum[len(p.sum)-1]
	}
	return first, share
}

// months gives the days on which the months of the window begin, from January
// of its first year to the January after its last.
func (p *posterior) months() []int {
	y, _, _ := instantOf(p.first).Civil()
	z, _, _ := instantOf(p.first + len(p.sum) - 2).Civil()
	out := make([]int, 0, 12*(z-y+1)+1)
	for ; y <= z; y++ {
		day := dayOf(tempo.Date(y, 1, 1))
		for m := 1; m <= 12; m++ {
			out = append(out, day)
			day += tempo.DaysIn(y, m)
		}
	}
	return append(out, dayOf(tempo.Date(z+1, 1, 1)))
}

// bestMonths gives the n months in a row that hold the largest share, beginning
// at every step-th month from January.
func (p *posterior) bestMonths(months []int, n, step int) (best tempo.Span, share float64) {
	for i := 0; i+n < len(months); i += step {
		if got := p.share(months[i], months[i+n]-1); got > share+1e-9 {
			best = tempo.Span{Start: instantOf(months[i]), End: instantOf(months[i+n]), Grain: tempo.Month}
			share = got
		}
	}
	return best, share
}
