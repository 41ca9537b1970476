package eval

import "math"

// bestAlignment is the greatest sum of φ4 = 2·|g∩s|/(|g|+|s|) over all ways to
// pair gold and system clusters one to one.
//
// Clusters that share no mention add nothing, so each connected part of the
// graph "shares a mention" is solved by itself: thousands of clusters fall into
// parts of a few, and the cubic algorithm stays fast.
func bestAlignment(g, s partition) float64 {
	seen := make([]bool, len(g.clusters))
	sum := 0.0
	for start := range g.clusters {
		if seen[start] {
			continue
		}
		seen[start] = true
		rows, columns := []int{start}, []int{}
		column := map[int]int{}
		for i := 0; i < len(rows); i++ { // rows grows while it is walked
			others, _ := s.shared(g.clusters[rows[i]])
			for _, c := range others {
				if _, ok := column[c]; ok {
					continue
				}
				column[c] = len(columns)
				columns = append(columns, c)
				back, _ := g.shared(s.clusters[c])
				for _, r := range back {
					if !seen[r] {
						seen[r] = true
						rows = append(rows, r)
					}
				}
			}
		}
		weights := make([][]float64, len(rows))
		for i, r := range rows {
			weights[i] = make([]float64, len(columns))
			others, counts := s.shared(g.clusters[r])
			for _, c := range others {
				weights[i][column[c]] = 2 * float64(counts[c]) / float64(len(g.clusters[r])+len(s.clusters[c]))
			}
		}
		sum += maximumAssignment(weights)
	}
	return sum
}

// maximumAssignment is the greatest sum of weights with at most one taken from
// every row and every column: the Hungarian method with potentials
// (Kuhn 1955, Munkres 1957), O(n³).
func maximumAssignment(weights [][]float64) float64 {
	n := len(weights)
	for _, r := range weights {
		n = max(n, len(r))
	}
	cost := func(i, j int) float64 { // 1-based; what is missing costs nothing
		if i <= len(weights) && j <= len(weights[i-1]) {
			return -weights[i-1][j-1]
		}
		return 0
	}
	rowPotential, columnPotential := make([]float64, n+1), make([]float64, n+1)
	rowOf := make([]int, n+1) // the row that holds a column, 0 for none
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		augment(n, cost, rowPotential, columnPotential, rowOf)
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum -= cost(rowOf[j], j)
	}
	return sum
}

// augment gives the row in rowOf[0] a column, along the cheapest path.
func augment(n int, cost func(i, j int) float64, rowPotential, columnPotential []float64, rowOf []int) {
	least, previous, used := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	at := 0
	for {
		used[at] = true
		row, delta, next := rowOf[at], math.Inf(1), 0
		for j := 1; j <= n; j++ {
			if used[j] {
				continue
			}
			if c := cost(row, j) - rowPotential[row] - columnPotential[j]; c < least[j] {
				least[j], previous[j] = c, at
			}
			if least[j] < delta {
				delta, next = least[j], j
			}
		}
		for j := 0; j <= n; j++ {
			if used[j] {
				rowPotential[rowOf[j]] += delta
				columnPotential[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		at = next
		if rowOf[at] == 0 {
			break
		}
	}
	for at != 0 {
		rowOf[at], at = rowOf[previous[at]], previous[at]
	}
}
