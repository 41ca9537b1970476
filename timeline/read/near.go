package read

import (
	"slices"
)

// A Fingerprint tells near-duplicates apart from different texts: agency copy
// that five papers print is one witness, not five.
//
// It is a MinHash of the text's four-word shingles by one-permutation hashing,
// so that a word costs one hash and not one per bin: Broder, "On the resemblance
// and containment of documents" (1997); Li, Owen and Zhang, "One permutation
// hashing" (2012); the bins keep 16 bits, Li and König, "b-bit minwise hashing" (2010).
type Fingerprint struct {
	bins  [bins]uint16
	words uint32
}

const (
	bins = 64
	// bandWidth bins together are one key of the locality-sensitive hash: texts
	// of resemblance s share one of the 21 keys with probability 1−(1−s³)²¹,
	// which is 0.99 at 0.6, 0.94 at 0.5 and 0.02 at 0.1.
	bandWidth = 3
	bands     = bins / bandWidth
	// A reprint resembles the original, or is a cut of it, or contains it.
	minResemblance = 0.5
	minContainment = 0.75
	minOverlap     = 0.35 // resemblance below which 64 bins cannot tell containment
)

// FingerprintOf hashes a text in one pass. Case, punctuation and the kind of
// quotation marks and spaces do not count.
func FingerprintOf(text string) Fingerprint {
	var minimum [bins]uint64
	for i := range minimum {
		minimum[i] = ^uint64(0)
	}
	var f Fingerprint
	var w1, w2, w3 uint64 // the three words before
	hash := uint64(0)
	add := func() {
		if f.words++; f.words >= 4 {
			// one mix of a sum in which each word has a factor of its own: four
			// in a row, each waiting for the last, took half of all fingerprinting
			shingle := mix(hash + w3*0x9E3779B97F4A7C15 + w2*0xC2B2AE3D27D4EB4F + w1*0x165667B19E3779F9)
			bin := shingle >> 58
			minimum[bin] = min(minimum[bin], shingle&(1<<58-1))
		}
		w1, w2, w3, hash = w2, w3, hash, 0
	}
	for i := 0; i < len(text); i++ {
		for i < len(text) && letterKind[text[i]] == letter { // as most bytes are
			hash = (hash ^ uint64(text[i]|0x20)) * 0x9E3779B97F4A7C15
			i++
		}
		if i == len(text) {
			break
		}
		kind := letterKind[text[i]]
		if kind == lead {
			hash = (hash ^ uint64(text[i])) * 0x9E3779B97F4A7C15
			continue
		}
		if hash != 0 {
			add()
		}
		switch kind {
		case twoBytes:
			i++
		case threeBytes:
			i += 2
		}
	}
	if hash != 0 {
		add()
	}
	f.fill(&minimum)
	return f
}

// What a byte is to FingerprintOf. Typographic quotes, dashes and no-break
// spaces begin with 0xC2 or 0xE2 in UTF-8, the letters of Europe do not; upper
// and lower case differ in bit 0x20 of ASCII letters and of the second byte of é and É.
const (
	separator = iota
	letter
	lead
	twoBytes
	threeBytes
)

var letterKind = func() (kinds [256]uint8) {
	for c := range kinds {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80 && c < 0xC0:
			kinds[c] = letter
		case c == 0xC2:
			kinds[c] = twoBytes
		case c == 0xE2:
			kinds[c] = threeBytes
		case c >= 0xC0:
			kinds[c] = lead
		}
	}
	return kinds
}()

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// fill keeps the low bits of each bin's minimum; a bin that a short text left
// empty borrows from the next full one (Shrivastava and Li, "Densifying one
// permutation hashing", 2014), changed by the distance so that runs of empty bins differ.
func (f *Fingerprint) fill(minimum *[bins]uint64) {
	for i := range f.bins {
		for distance := range bins {
			if m := minimum[(i+distance)%bins]; m != ^uint64(0) {
				f.bins[i] = uint16(mix(m + uint64(distance)<<58))
				break
			}
		}
	}
}

// Resemblance estimates the share of shingles that two texts have in common,
// |A∩B| / |A∪B|, from 0 to 1.
func (f *Fingerprint) Resemblance(g *Fingerprint) float64 {
	if f.words < 4 || g.words < 4 {
		return 0
	}
	same := 0
	for i := range f.bins {
		if f.bins[i] == g.bins[i] {
			same++
		}
	}
	return float64(same) / bins
}

// reprint tells whether one of two texts is the other, or a cut of it.
func (f *Fingerprint) reprint(g *Fingerprint) bool {
	r := f.Resemblance(g)
	if r >= minResemblance {
		return true
	}
	// |A∩B| = r/(1+r) · (|A|+|B|), and containment is its share in the smaller.
	common := r / (1 + r) * float64(f.words+g.words)
	return r >= minOverlap && common >= minContainment*float64(min(f.words, g.words))
}

// Groups finds the texts that are reprints of one another: the groups of two
// or more, as indices in rising order, ordered by their first. The cost grows with the
// number of texts, not its square: only those that share a band are compared.
func Groups(prints []*Fingerprint) [][]int {
	parent := make([]int32, len(prints))
	for i := range parent {
		parent[i] = int32(i)
	}
	root := func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	// kept bounds how many texts of one key are compared; more than a few that
	// share a key and are no reprints of each other are a chance of 2⁻⁴⁸ or hostile.
	const kept = 8
	last := make(map[uint64]int32, len(prints)) // by key: the text that was kept last, plus one
	before := make([]int32, len(prints))        // the one that was kept before it
	for band := range bands {
		clear(last)
		for i, f := range prints {
			if f.words < 4 {
				continue
			}
			at := band * bandWidth
			key := uint64(f.bins[at])<<32 | uint64(f.bins[at+1])<<16 | uint64(f.bins[at+2])
			others, known := 0, false
			for j := last[key] - 1; j >= 0; j = before[j] {
				others++
				if a, b := root(j), root(int32(i)); a == b {
					known = true
				} else if f.reprint(prints[j]) {
					parent[max(a, b)] = min(a, b)
					known = true
				}
			}
			if !known && others < kept {
				before[i] = last[key] - 1
				last[key] = int32(i) + 1
			}
		}
	}
	members := map[int][]int{}
	var groups [][]int
	for i := range prints {
		r := int(root(int32(i)))
		members[r] = append(members[r], i)
	}
	for _, group := range members {
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}
