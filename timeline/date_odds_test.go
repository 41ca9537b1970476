package timeline

import (
	"math"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

func day(y, m, d int) int { return dayOf(tempo.Date(y, m, d)) }

// A kernel is a share of publications: it sums to one, but for a little that
// is left to chance.
func TestKernels(t *testing.T) {
	check := func(name string, within float64, steps []step) {
		sum := within
		for _, s := range steps {
			if s.from > s.to || s.share <= 0 || s.from < 0 && s.to > 0 {
				t.Errorf("%s: step %+v", name, s)
			}
			sum += s.share
		}
		if sum < 0.9 || sum > 1.0001 {
			t.Errorf("%s sums to %.3f", name, sum)
		}
	}
	for i, k := range []*kernel{&pastDay, &futureDay, &openDay, &lastDay, &nextDay, &pastNamedDay, &openNamedDay, &nextNamedDay, &pastLeadDay, &nextLeadDay,
		&thisDay, &headDay, &pastMonth, &futureMonth, &openMonth, &lastMonth, &nextMonth, &fullDay, &fullDayLead, &fullNamedDay, &fullMonth,
		&fullYear, &fullYearOften, &futureFull, &futureYear, &inOffice, &exactly, &anniversary, &updated, &copyright, &sinceNews, &fileMade} {
		check("kernel "+string(rune('A'+i)), k.within, k.steps)
	}
	for i := range alikeKernels {
		check("alike", alikeKernels[i].kernel.within, alikeKernels[i].kernel.steps)
	}
	for i, s := range [][]step{pastWeekday, futureWeekday, openWeekday, thisWeekday, lastWeekday, nextWeekday} {
		check("weekday "+string(rune('A'+i)), 0, s)
	}
}

// Even odds stay even; a certain clue wins; of two that contradict each other
// neither does, and what is stated holds both.
func TestOdds(t *testing.T) {
	first, last := day(2012, 1, 1), day(2013, 12, 31)
	o := newOdds(first, last, false)
	p := o.posterior()
	// 731 days (2012 is a leap year) of an era of 22000.
	if got, want := p.share(first, last), 731.0/22000; math.Abs(got-want) > 1e-6 {
		t.Errorf("even odds give the window %v, want %v", got, want)
	}
	clue := func(d int) *evidence {
		return &evidence{at: []occurrence{{d, d, 1}}, kernel: &exactly, period: era, floor: 0.001, power: 1}
	}
	o.add(clue(day(2012, 6, 22)))
	p = o.posterior()
	if s, sure := p.state(true); s != tempo.Of(tempo.Date(2012, 6, 22), tempo.Day) || sure < 0.99 {
		t.Errorf("a certain clue gives %s at %v", s.EDTF(), sure)
	}
	if s, _ := p.state(false); s.End-s.Start != 3*secondsADay {
		t.Errorf("without a clue that tells the day, %s", s.EDTF())
	}
	o.add(clue(day(2013, 3, 1)))
	p = o.posterior()
	if s, _ := p.state(true); s.EDTF() != "2012-06/2013-03" {
		t.Errorf("two that contradict each other give %s", s.EDTF())
	}
	if a, b := p.share(day(2012, 6, 22), day(2012, 6, 22)), p.share(day(2013, 3, 1), day(2013, 3, 1)); math.Abs(a-b) > 1e-6 || a < 0.4 {
		t.Errorf("they leave %v and %v", a, b)
	}
}

// A bare weekday tells days of the week apart and nothing else.
func TestWeekly(t *testing.T) {
	first, last := day(2012, 6, 4), day(2012, 6, 17) // two weeks, from a Monday
	o := newOdds(first, last, true)
	o.add(&evidence{weekly: weeklyRatios(3, []step{{0, 0, 0.75}, {1, 1, 0.25}}), floor: 0.001, power: 1, period: 7})
	p := o.posterior()
	wednesdays := p.share(day(2012, 6, 6), day(2012, 6, 6)) + p.share(day(2012, 6, 13), day(2012, 6, 13))
	thursdays := p.share(day(2012, 6, 7), day(2012, 6, 7)) + p.share(day(2012, 6, 14), day(2012, 6, 14))
	if math.Abs(wednesdays-0.75) > 0.01 || math.Abs(thursdays-0.25) > 0.01 {
		t.Errorf("Wednesdays %.3f, Thursdays %.3f, want 0.75 and 0.25", wednesdays, thursdays)
	}
}

// 19 June is a Wednesday in 2013, 2019 and 2024.
func TestPlace(t *testing.T) {
	e := evidence{where: tempo.Partial{Day: 19, Month: 6, Weekday: 3, Has: tempo.HasDay | tempo.HasMonth | tempo.HasWeekday}}
	e.place(day(2012, 1, 1), day(2023, 12, 31)) // and a year beyond
	var got []int
	for _, c := range e.at {
		y, m, d := instantOf(c.first).Civil()
		if m != 6 || d != 19 || c.first != c.last {
			t.Errorf("occurrence %+v", c)
		}
		got = append(got, y)
	}
	if len(got) != 3 || got[0] != 2013 || got[1] != 2019 || got[2] != 2024 {
		t.Errorf("years %v", got)
	}
}

// The states are years, months and days in a row.
func TestState(t *testing.T) {
	window := func(shares map[int]float64) posterior {
		p := posterior{first: day(2012, 1, 1), sum: make([]float64, 3*366)}
		for i := 1; i < len(p.sum); i++ {
			p.sum[i] = p.sum[i-1] + shares[p.first+i-1]
		}
		return p
	}
	even := func(from, to int, total float64) map[int]float64 {
		m := map[int]float64{}
		for d := from; d <= to; d++ {
			m[d] = total / float64(to-from+1)
		}
		return m
	}
	for _, c := range []struct {
		shares map[int]float64
		want   string
	}{
		{even(day(2012, 6, 22), day(2012, 6, 22), 0.95), "2012-06-22"},
		{even(day(2012, 6, 22), day(2012, 6, 23), 0.95), "2012-06-22/2012-06-23"},
		{even(day(2012, 6, 1), day(2012, 6, 30), 0.95), "2012-06"},
		{even(day(2012, 6, 1), day(2012, 8, 31), 0.95), "2012-06/2012-08"},
		{even(day(2012, 1, 1), day(2012, 12, 31), 0.95), "2012"},
		{even(day(2012, 7, 1), day(2013, 5, 31), 0.99), "2012-07/2013-05"},
		{even(day(2012, 1, 1), day(2013, 12, 31), 0.99), ""},
		{even(day(2012, 6, 22), day(2012, 6, 22), 0.50), ""},
	} {
		p := window(c.shares)
		if s, _ := p.state(true); s.EDTF() != c.want && !(c.want == "" && s.IsZero()) {
			t.Errorf("stated %q, want %q", s.EDTF(), c.want)
		}
	}
}
