package timeline

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestHeaviest(t *testing.T) {
	got := heaviest(vector{{1, 2}, {3, 1}, {4, 5}, {7, 1}}, 3)
	if want := (vector{{1, 2}, {3, 1}, {4, 5}}); !slices.Equal(got, want) { // of two that weigh the same, the first feature
		t.Errorf("%v, want %v", got, want)
	}
	got = heaviest(vector{{5, 1}, {5, 1}, {2, 3}}, 2)
	if want := (vector{{5, 1}, {2, 3}}); !slices.Equal(got, want) {
		t.Errorf("of what stands there twice %v, want %v", got, want)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		v := make(vector, 1+r.IntN(60))
		for i := range v {
			v[i] = feature{r.Int32N(20), float32(r.IntN(4))}
		}
		n := 1 + r.IntN(len(v))
		want := slices.Clone(v)
		slices.SortFunc(want, heavierFirst)
		got := heaviest(slices.Clone(v), n)
		slices.SortFunc(got, heavierFirst)
		if !slices.Equal(got, want[:n]) {
			t.Fatalf("the heaviest %d of %v are %v, not %v", n, v, want[:n], got)
		}
	}
}
