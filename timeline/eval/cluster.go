package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// ClusterScores say how well a system's clusters of mentions are the gold's.
type ClusterScores struct {
	Mentions int `json:"mentions"`
	Gold     int `json:"goldClusters"`
	System   int `json:"systemClusters"`
	// MUC counts links (Vilain et al. 1995): blind to singletons.
	MUC PRF `json:"muc"`
	// BCubed averages over mentions the overlap of their two clusters (Bagga and Baldwin 1998).
	BCubed PRF `json:"bCubed"`
	// CEAFe aligns clusters one to one, φ4 = 2·|g∩s|/(|g|+|s|) (Luo 2005).
	CEAFe PRF `json:"ceafe"`
	// Pairs counts pairs of mentions that stand in one cluster.
	Pairs PRF `json:"pairs"`
	// CoNLL is the mean F1 of MUC, BCubed and CEAFe (Pradhan et al. 2011).
	CoNLL float64 `json:"conll"`
}

// partition is mentions grouped: clusters of their indices, and the cluster of each.
type partition struct {
	clusters [][]int
	of       []int
}

// partitionOf groups equal labels; every empty label is a cluster of its own.
func partitionOf(labels []string) partition {
	p := partition{of: make([]int, len(labels))}
	known := map[string]int{}
	for i, label := range labels {
		c, ok := known[label]
		if !ok || label == "" {
			c = len(p.clusters)
			p.clusters = append(p.clusters, nil)
			known[label] = c
		}
		p.clusters[c] = append(p.clusters[c], i)
		p.of[i] = c
	}
	return p
}

// shared counts the mentions that a cluster has in common with each cluster of
// the other partition, in the order in which they come up.
func (p partition) shared(cluster []int) (others []int, counts map[int]int) {
	counts = map[int]int{}
	for _, m := range cluster {
		o := p.of[m]
		if counts[o] == 0 {
			others = append(others, o)
		}
		counts[o]++
	}
	return others, counts
}

// CompareClusters scores system labels against gold labels of the same
// mentions: gold[i] and system[i] name the clusters of mention i, and an empty
// label is a cluster of one. It panics when the lengths differ, which is a
// mistake of the caller's.
func CompareClusters(gold, system []string) ClusterScores {
	if len(gold) != len(system) {
		panic(fmt.Sprintf("eval: %d gold labels and %d system labels", len(gold), len(system)))
	}
	g, s := partitionOf(gold), partitionOf(system)
	r := ClusterScores{Mentions: len(gold), Gold: len(g.clusters), System: len(s.clusters)}
	r.MUC = ratio(muc(s, g), muc(g, s))
	r.BCubed = ratio(bCubed(s, g), bCubed(g, s))
	similarity := bestAlignment(g, s)
	r.CEAFe = ratio(fraction{similarity, float64(len(s.clusters))}, fraction{similarity, float64(len(g.clusters))})
	r.Pairs = pairScore(g, s)
	r.CoNLL = (r.MUC.F1 + r.BCubed.F1 + r.CEAFe.F1) / 3
	return r
}

// fraction is a sum of rights and of all, so that topics can be added up.
type fraction struct{ right, all float64 }

func (f fraction) value() float64 {
	if f.all == 0 {
		return 0
	}
	return f.right / f.all
}

func ratio(precision, recall fraction) PRF {
	p, r := precision.value(), recall.value()
	return PRF{P: p, R: r, F1: harmonic(p, r)}
}

// muc is Σ(|k| − parts of k in the other) / Σ(|k| − 1) over the clusters k of a.
func muc(a, b partition) fraction {
	var f fraction
	for _, cluster := range a.clusters {
		others, _ := b.shared(cluster)
		f.right += float64(len(cluster) - len(others))
		f.all += float64(len(cluster) - 1)
	}
	return f
}

// bCubed is Σ over mentions of |a∩b| / |a|, a and b being the mention's clusters.
func bCubed(a, b partition) fraction {
	var f fraction
	for _, cluster := range a.clusters {
		_, counts := b.shared(cluster)
		for _, n := range slices.Sorted(maps.Values(counts)) {
			f.right += float64(n) * float64(n) / float64(len(cluster))
		}
		f.all += float64(len(cluster))
	}
	return f
}

func pairScore(g, s partition) PRF {
	pairs := func(n int) int { return n * (n - 1) / 2 }
	right, inGold, inSystem := 0, 0, 0
	for _, cluster := range g.clusters {
		inGold += pairs(len(cluster))
		_, counts := s.shared(cluster)
		for _, n := range counts {
			right += pairs(n)
		}
	}
	for _, cluster := range s.clusters {
		inSystem += pairs(len(cluster))
	}
	return prf(right, inGold, inSystem)
}

// line adds a line to a table of cluster scores.
func (c ClusterScores) line(t *table, name string) {
	t.line(name, fmt.Sprint(c.Mentions), fmt.Sprint(c.Gold), fmt.Sprint(c.System),
		percent(c.MUC.F1), percent(c.BCubed.P), percent(c.BCubed.R), percent(c.BCubed.F1), percent(c.CEAFe.F1), percent(c.CoNLL),
		percent(c.Pairs.P), percent(c.Pairs.R), percent(c.Pairs.F1))
}

// NamedScores are cluster scores with the name they go by in a table.
type NamedScores struct {
	Name string `json:"name"`
	ClusterScores
}

// WriteClusters prints a table of cluster scores in percent.
func WriteClusters(w io.Writer, rows []NamedScores) error {
	var t table
	t.line("", "mentions", "gold", "ours", "MUC", "B³ P", "R", "F1", "CEAFe", "CoNLL", "pairs P", "R", "F1")
	t.rule()
	for _, x := range rows {
		x.line(&t, clip(x.Name, 44))
	}
	return t.write(w)
}
