package eval

import (
	"cmp"
	"slices"
)

// pair says that gold[g] and system[s] are taken for the same expression.
type pair struct{ g, s int }

// match pairs gold and system mentions that overlap, each at most once.
//
// The order is greedy by best overlap: equal spans first, then the most bytes
// in common, then the fewest bytes that only one of both has, then the place in
// the text. (The official script of TempEval-3 pairs through its normaliser,
// which aligns one to one; it does not say how it chooses between several.)
func match(gold, system []Timex) []pair {
	type candidate struct {
		pair
		exact          bool
		common, differ int
	}
	var candidates []candidate
	bySpan := order(system)
	longest := 0
	for _, t := range system {
		longest = max(longest, t.End-t.Start)
	}
	for g, a := range gold {
		// No mention that starts before a.Start-longest can reach into a.
		from, _ := slices.BinarySearchFunc(bySpan, a.Start-longest, func(s, start int) int { return cmp.Compare(system[s].Start, start) })
		for _, s := range bySpan[from:] {
			b := system[s]
			if b.Start >= a.End {
				break
			}
			common := min(a.End, b.End) - max(a.Start, b.Start)
			if common <= 0 {
				continue
			}
			candidates = append(candidates, candidate{
				pair:   pair{g, s},
				exact:  a.Start == b.Start && a.End == b.End,
				common: common,
				differ: a.End - a.Start + b.End - b.Start - 2*common,
			})
		}
	}
	slices.SortStableFunc(candidates, func(x, y candidate) int {
		if x.exact != y.exact {
			if x.exact {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(y.common, x.common), cmp.Compare(x.differ, y.differ),
			cmp.Compare(gold[x.g].Start, gold[y.g].Start), cmp.Compare(system[x.s].Start, system[y.s].Start))
	})
	goldTaken, systemTaken := make([]bool, len(gold)), make([]bool, len(system))
	var pairs []pair
	for _, c := range candidates {
		if goldTaken[c.g] || systemTaken[c.s] {
			continue
		}
		goldTaken[c.g], systemTaken[c.s] = true, true
		pairs = append(pairs, c.pair)
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(gold[x.g].Start, gold[y.g].Start), cmp.Compare(x.g, y.g))
	})
	return pairs
}

// order lists the indices of mentions by their place in the text.
func order(mentions []Timex) []int {
	indices := make([]int, len(mentions))
	for i := range indices {
		indices[i] = i
	}
	slices.SortStableFunc(indices, func(x, y int) int {
		return cmp.Or(cmp.Compare(mentions[x].Start, mentions[y].Start), cmp.Compare(mentions[x].End, mentions[y].End))
	})
	return indices
}
