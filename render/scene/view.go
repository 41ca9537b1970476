package scene

import (
	"cmp"
	"math"
	"slices"
)

// A Window is the stretch of time to show first, inside all there is.
type Window struct {
	From, To int64 // shown first, with a margin
	Min, Max int64 // all there is, with a margin
	Before   int   // events wholly before From
	After    int   // events wholly after To
}

// The first view is the run of events that maximises
//
//	share of the events − narrowing · log2(length of the run)
//
// so that leaving one event in ten out must halve the window to pay.
const (
	leastShare = 0.6
	narrowing  = 0.1
)

// View gives the window that holds the dense part of the timeline, widened to
// take in what stands near it; the whole where no part is much denser.
func View(marks []Mark) Window {
	if len(marks) == 0 {
		from := FromCivil(2000, 1, 1)
		return Window{From: from, To: from + 365*dayMillis, Min: from, Max: from + 365*dayMillis}
	}
	byStart := slices.Clone(marks)
	slices.SortFunc(byStart, func(a, b Mark) int { return cmp.Compare(a.From, b.From) })
	w := Window{Min: byStart[0].From, Max: byStart[0].To}
	for _, m := range byStart {
		w.Max = max(w.Max, m.To)
	}
	first, last := densest(byStart)
	w.From, w.To = byStart[first].From, reach(byStart[first:last+1])
	if last-first+1 == len(byStart) {
		w.From, w.To = w.Min, w.Max
	} else {
		widen(&w, byStart)
	}
	pad(&w.From, &w.To)
	pad(&w.Min, &w.Max)
	w.Min, w.Max = min(w.Min, w.From), max(w.Max, w.To)
	for _, m := range byStart {
		if m.To <= w.From {
			w.Before++
		} else if m.From >= w.To {
			w.After++
		}
	}
	return w
}

// densest finds the run of marks with the best trade of share for length.
func densest(byStart []Mark) (first, last int) {
	n := len(byStart)
	best := math.Inf(-1)
	for percent := 100; percent >= 100*leastShare; percent -= 2 {
		size := max(1, (n*percent+99)/100)
		for i := 0; i+size <= n; i++ {
			length := byStart[i+size-1].From - byStart[i].From + 30*dayMillis
			value := float64(size)/float64(n) - narrowing*math.Log2(float64(length))
			if value > best+1e-9 {
				best, first, last = value, i, i+size-1
			}
		}
	}
	return first, last
}

// reach is where the marks end, long ranges that only begin here left aside
// beyond twice the span of the starts.
func reach(run []Mark) int64 {
	first, last := run[0].From, run[len(run)-1].From
	limit := last + max(last-first, 366*dayMillis)
	end := last + dayMillis
	for _, m := range run {
		end = max(end, min(m.To, limit))
	}
	return end
}

// widen takes in neighbours while the next one stands within a twelfth of the window.
func widen(w *Window, byStart []Mark) {
	for changed := true; changed; {
		changed = false
		near := max((w.To-w.From)/12, 31*dayMillis)
		for _, m := range byStart {
			if m.From < w.From && m.From >= w.From-near {
				w.From, changed = m.From, true
			}
			if m.From >= w.To && m.From < w.To+near && m.To <= w.To+2*near {
				w.To, changed = m.To, true
			}
		}
	}
}

// pad leaves a margin so that no mark touches the frame, and shows a month at
// least: a single day needs the days around it.
func pad(from, to *int64) {
	length := *to - *from
	margin := max(length/20, 2*dayMillis, (30*dayMillis-length)/2)
	*from, *to = *from-margin, *to+margin
}

func sortMarks(marks []Mark) {
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Index, b.Index))
	})
}
