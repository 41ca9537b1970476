package timeline

import (
	"cmp"
	"slices"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A witness is what ranking knows of an article: whose words it has and when it
// appeared. Agency copy that five papers print is one witness.
type witness struct {
	group int   // articles with the same words have the same
	day   int32 // of publication, in days since 1970; 0 where it is not known to the day
}

// witnesses gives the witness of every article, by its order in the input.
func witnesses(docs []*document, prints []read.Fingerprint) []witness {
	most := 0
	for _, d := range docs {
		most = max(most, d.order)
	}
	out := make([]witness, most+1)
	sorted := make([]int, len(docs)) // so that groups do not depend on the order of the input
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortFunc(sorted, func(i, j int) int { return cmp.Compare(docs[i].article.ID, docs[j].article.ID) })
	ordered := make([]read.Fingerprint, len(docs))
	for n, i := range sorted {
		w := &out[docs[i].order]
		w.group = n
		if s := docs[i].date; !s.IsZero() && s.Grain <= tempo.Day {
			w.day = dayNumber(s.Start)
		}
		if len(prints) > 0 {
			ordered[n] = prints[i]
		}
	}
	if len(prints) > 0 {
		for _, group := range read.Groups(ordered) {
			for _, n := range group {
				out[docs[sorted[n]].order].group = group[0]
			}
		}
	}
	return out
}
