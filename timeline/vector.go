package timeline

import (
	"math"
	"slices"
)

// A vector is a unit vector of weighted features, sorted by feature.
type vector []feature

type feature struct {
	id     int32
	weight float32
}

// A meeting is where two vectors have a feature in common.
type meeting struct{ inA, inB uint8 }

// longestVector is more than any vector has features: those of an event have
// twice as many as a draft's at most.
const longestVector = 2*contextSize + 1

// meet finds the features that two vectors have in common. Each step moves on
// in one of them or in both by what a comparison gives and not by a branch: which
// it will be nobody can foretell, and a branch that is mistaken costs more than
// the rest of a step.
func (a vector) meet(b vector, at *[longestVector]meeting) []meeting {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i].id, b[j].id
		at[n] = meeting{uint8(i), uint8(j)}
		var both, inA, inB int
		if x == y {
			both = 1
		}
		if x <= y {
			inA = 1
		}
		if y <= x {
			inB = 1
		}
		n += both
		i += inA
		j += inB
	}
	return at[:n]
}

// shared is how much two unit vectors share, every feature weighed by its
// rarity: Σ aᵢ·bᵢ·rarityᵢ; the rarest thing that they share; and how rare the others
// are, all together. What many articles say is the same in all of them and says
// little.
func shared(a, b vector, rarity []float32) (sum, rare, more float32) {
	var room [longestVector]meeting
	for _, m := range a.meet(b, &room) {
		f := a[m.inA]
		r, wa, wb := rarity[f.id], f.weight, b[m.inB].weight
		sum += wa * wb * r
		r *= min(1, 4*wa, 4*wb) // what few of an event's drafts say is not what it is about
		more += r
		rare = max(rare, r)
	}
	return sum, rare, min(more-rare, mostMore)
}

// mostMore is as much as further things in common can count.
const mostMore = 2

// cosine is that of two unit vectors: Σ aᵢ·bᵢ.
func cosine(a, b vector) (sum float32) {
	var room [longestVector]meeting
	for _, m := range a.meet(b, &room) {
		sum += a[m.inA].weight * b[m.inB].weight
	}
	return sum
}

// unit sorts a vector's features and scales it to length 1, keeping the
// heaviest n.
func unit(v vector, n int) vector {
	if len(v) > n {
		v = heaviest(v, n)
	}
	slices.SortFunc(v, func(x, y feature) int { return int(x.id - y.id) })
	var sum float64
	for _, f := range v {
		sum += float64(f.weight) * float64(f.weight)
	}
	if sum > 0 {
		scale := float32(1 / math.Sqrt(sum))
		for i := range v {
			v[i].weight *= scale
		}
	}
	return v
}

// heaviest keeps the heaviest n features of a vector, in the order that they
// have: a sum's are sorted by feature already, and need not be again.
func heaviest(v vector, n int) vector {
	var room [128]feature
	sorted := append(room[:0], v...)
	slices.SortFunc(sorted, heavierFirst)
	out, last := v[:0], sorted[n-1]
	same := 0 // of the last, which may stand there more than once
	for k := n - 1; k >= 0 && sorted[k] == last; k-- {
		same++
	}
	for _, f := range v {
		if f == last {
			same--
		}
		if f == last && same >= 0 || heavierFirst(f, last) < 0 {
			out = append(out, f)
		}
	}
	return out
}

// heavierFirst orders features, the heaviest first. cmp.Or would compare both weight
// and feature, and cmp.Compare look for NaN.
func heavierFirst(x, y feature) int {
	switch {
	case x.weight > y.weight:
		return -1
	case x.weight < y.weight:
		return 1
	}
	return int(x.id - y.id)
}

// sum is the sum of a vector's weights.
func (v vector) sum() (sum float32) {
	for _, f := range v {
		sum += f.weight
	}
	return sum
}

func (v vector) has(id int32) bool {
	for _, f := range v {
		if f.id == id {
			return true
		}
	}
	return false
}

// collect sorts features and adds up those that are the same.
func (v vector) collect() vector {
	slices.SortStableFunc(v, func(x, y feature) int { return int(x.id - y.id) })
	out := v[:0]
	for _, f := range v {
		if n := len(out); n > 0 && out[n-1].id == f.id {
			out[n-1].weight += f.weight
		} else {
			out = append(out, f)
		}
	}
	return out
}

// sum is the unit vector of n of a and k of b, its heaviest features only, in
// the room of out.
func sum(out, a, b vector, n, k int32, limit int) vector {
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].id < b[j].id:
			out = append(out, feature{a[i].id, a[i].weight * float32(n)})
			i++
		case i == len(a) || a[i].id > b[j].id:
			out = append(out, feature{b[j].id, b[j].weight * float32(k)})
			j++
		default:
			out = append(out, feature{a[i].id, a[i].weight*float32(n) + b[j].weight*float32(k)})
			i, j = i+1, j+1
		}
	}
	return unit(out, limit)
}
