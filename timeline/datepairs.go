package timeline

import "math/bits"

// A hashFilter tells of hashes that were added, and of a few others, that they
// were (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).
type hashFilter struct {
	words []uint64
}

// mostFiltered bounds a filter to sixteen megabytes.
const mostFiltered = 1 << 27

// newHashFilter makes a filter for about n hashes, with eight bits for each.
func newHashFilter(n int) hashFilter {
	return hashFilter{make([]uint64, powerAbove(min(8*n, mostFiltered)/64))}
}

// powerAbove gives the power of two above n.
func powerAbove(n int) int { return 1 << bits.Len(uint(n)) }

// spread mixes a hash whose bits are not all alike.
func spread(h uint64) uint64 {
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>32
}

func (f *hashFilter) bit(h uint64) (word int, mask uint64) {
	h = spread(h)
	return int(h>>6) & (len(f.words) - 1), 1 << (h & 63)
}

func (f *hashFilter) add(h uint64) {
	word, mask := f.bit(h)
	f.words[word] |= mask
}

func (f *hashFilter) has(h uint64) bool {
	word, mask := f.bit(h)
	return f.words[word]&mask != 0
}

// A pairCount finds the pairs of words that stand in so many articles that
// they say nothing. First it counts them by a part of their hashes, which tells
// at least as many as there are of each; then those one by one of which that
// is too many. So a million articles need a few megabytes, not gigabytes.
type pairCount struct {
	most    int32 // articles that a pair may stand in
	guesses []int32
	counts  map[uint64]int32 // of what may be common
}

func newPairCount(articles int) pairCount {
	return pairCount{most: int32(3 + articles/20), guesses: make([]int32, min(1<<20, powerAbove(2*maxTerms*articles))), counts: map[uint64]int32{}}
}

func (p *pairCount) slot(h uint64) *int32 { return &p.guesses[int(spread(h))&(len(p.guesses)-1)] }

// guess counts the pairs of an article by a part of their hashes.
func (p *pairCount) guess(pairs []uint64) {
	for _, h := range pairs {
		*p.slot(h)++
	}
}

// any tells whether any pair may be common.
func (p *pairCount) any() bool {
	for _, n := range p.guesses {
		if n > p.most {
			return true
		}
	}
	return false
}

// count counts the pairs of an article that may be common.
func (p *pairCount) count(pairs []uint64) {
	for _, h := range pairs {
		if *p.slot(h) > p.most {
			p.counts[h]++
		}
	}
}

func (p *pairCount) common(h uint64) bool { return p.counts[h] > p.most }
