package timeline

import (
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A witness is what ranking knows of an article: whose words it has and when it
// appeared. Agency copy that five papers print is one witness.
type witness struct {
	group   int32   // articles with the same words have the same
	day     int32   // of publication, in days since 1970; 0 where it is not known to the day
	central float32 // how much it is about what the collection is about, 0 to 1
}

// groupReprints makes the witness of every article, by its order in the input.
// It lets the articles' fingerprints go.
func groupReprints(records []*record, out []witness) {
	prints := make([]*read.Fingerprint, len(records))
	for n, r := range records {
		w := &out[r.order]
		w.group = int32(n)
		if s := r.date; !s.IsZero() && s.Grain <= tempo.Day {
			w.day = dayNumber(s.Start)
		}
		prints[n], r.print = r.print, nil
	}
	for _, group := range read.Groups(prints) {
		for _, n := range group {
			out[records[n].order].group = int32(group[0])
		}
	}
}
