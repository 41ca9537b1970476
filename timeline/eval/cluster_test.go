package eval

import (
	"bytes"
	"math/rand"
	"strings"
	"testing"
)

func labels(s string) []string {
	f := strings.Fields(s)
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	return f
}

// Gold {1,2,3} {4,5} {6}, ours {1,2} {3,4,5} {6}: worked out on paper.
func TestClusterScoresByHand(t *testing.T) {
	c := CompareClusters(labels("a a a b b -"), labels("x x y y y -"))
	// MUC: gold {1,2,3} falls into 2 parts, {4,5} into 1: (1+1)/(2+1) = 2/3; the same the other way round.
	about(t, "MUC P", c.MUC.P, 2.0/3)
	about(t, "MUC R", c.MUC.R, 2.0/3)
	// B³ recall: (2/3+2/3+1/3+1+1+1)/6 = (4²+1²)/… = 14/18; precision: (1+1+1/3+2/3+2/3+1)/6 = 14/18.
	about(t, "B³ R", c.BCubed.R, 14.0/18)
	about(t, "B³ P", c.BCubed.P, 14.0/18)
	// φ4: {1,2,3}–{1,2} 4/5, {4,5}–{3,4,5} 4/5, {6} 1: 2.6 of 3.
	about(t, "CEAFe", c.CEAFe.F1, 2.6/3)
	about(t, "CoNLL", c.CoNLL, (2.0/3+14.0/18+2.6/3)/3)
	// Pairs: gold 12 13 23 45, ours 12 34 35 45: two in common.
	about(t, "pairs F1", c.Pairs.F1, 0.5)
}

func TestClusterScoresAtTheEnds(t *testing.T) {
	same := CompareClusters(labels("a a b -"), labels("q q r -"))
	about(t, "CoNLL of the same", same.CoNLL, 1)
	about(t, "pairs of the same", same.Pairs.F1, 1)
	// Four in one cluster, ours all alone: B³ precision 1, recall 1/4; no link, no pair.
	alone := CompareClusters(labels("a a a a"), labels("- - - -"))
	about(t, "B³ P", alone.BCubed.P, 1)
	about(t, "B³ R", alone.BCubed.R, 0.25)
	about(t, "MUC", alone.MUC.F1, 0)
	about(t, "pairs", alone.Pairs.F1, 0)
	// One singleton aligns with the cluster of four: φ4 = 2·1/(4+1) = 0.4; P = 0.4/4, R = 0.4/1.
	about(t, "CEAFe P", alone.CEAFe.P, 0.1)
	about(t, "CEAFe R", alone.CEAFe.R, 0.4)
	if empty := CompareClusters(nil, nil); empty.CoNLL != 0 {
		t.Errorf("nothing scores %v", empty.CoNLL)
	}
}

// The greedy choice 0.9 + 0.1 is worse than 0.8 + 0.7.
func TestAssignmentIsNotGreedy(t *testing.T) {
	about(t, "sum", maximumAssignment([][]float64{{0.9, 0.8}, {0.7, 0.1}}), 1.5)
	about(t, "wide", maximumAssignment([][]float64{{0.2, 0.5, 0.4}}), 0.5)
	about(t, "tall", maximumAssignment([][]float64{{0.2}, {0.5}, {0.4}}), 0.5)
	about(t, "none", maximumAssignment(nil), 0)
}

// On small matrices the result is the best of all permutations.
func TestAssignmentAgainstAllPermutations(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	var best func(w [][]float64, row int, taken []bool) float64
	best = func(w [][]float64, row int, taken []bool) float64 {
		if row == len(w) {
			return 0
		}
		top := 0.0
		for j := range taken {
			if !taken[j] {
				taken[j] = true
				top = max(top, w[row][j]+best(w, row+1, taken))
				taken[j] = false
			}
		}
		return top
	}
	for range 200 {
		n := 1 + random.Intn(5)
		w := make([][]float64, n)
		for i := range w {
			w[i] = make([]float64, n)
			for j := range w[i] {
				w[i][j] = float64(random.Intn(5)) / 4
			}
		}
		about(t, "sum", maximumAssignment(w), best(w, 0, make([]bool, n)))
	}
}

func TestClusterTable(t *testing.T) {
	var b bytes.Buffer
	if err := WriteClusters(&b, []NamedScores{{"topic 1", CompareClusters(labels("a a"), labels("x x"))}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "topic 1         2     1     1  100.0") {
		t.Errorf("table:\n%s", b.String())
	}
}
