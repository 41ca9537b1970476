package timeline

import (
	"math"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// TestExplanationsAddUp: the parts of a score make the score, the parts of a
// join its excess, and every event of n sources comes from n−1 joins.
func TestExplanationsAddUp(t *testing.T) {
	var all []Explanation
	tl, _, err := Build(func(yield func(read.Article) error) error {
		for _, a := range []read.Article{
			{ID: "a", Lang: "fr", Date: "2024-06-19", Text: "La Russie et la Corée du Nord ont signé mercredi un traité de défense mutuelle à Pyongyang."},
			{ID: "b", Lang: "fr", Date: "2024-06-20", Text: "Signé mercredi 19 juin par Moscou et Pyongyang, le traité de défense mutuelle inquiète Séoul."},
			{ID: "c", Lang: "en", Date: "2024-06-21", Text: "Russia and North Korea signed a defence treaty in Pyongyang on 19 June 2024."},
		} {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}, Options{Explain: func(x Explanation) { all = append(all, x) }})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(tl.Events) {
		t.Fatalf("%d explanations of %d events", len(all), len(tl.Events))
	}
	joined := 0
	for i, x := range all {
		if x.Event.ID != tl.Events[i].ID {
			t.Errorf("explanation %d is of %s, the event is %s", i, x.Event.ID, tl.Events[i].ID)
		}
		if got := score(x.Parts, x.Doubt); got != x.Event.Score {
			t.Errorf("%s: the parts make %v, the score is %v", x.Event.Title, got, x.Event.Score)
		}
		if len(x.Joins) != len(x.Event.Sources)-1 {
			t.Errorf("%s: %d joins of %d sources", x.Event.Title, len(x.Joins), len(x.Event.Sources))
		}
		for _, j := range x.Joins {
			joined++
			sum := 0.0
			for _, p := range j.Parts {
				sum += p.Value * p.Weight
			}
			for r, name := range relationNames {
				if name == j.Dates {
					sum -= float64(need[r])
				}
			}
			if j.A < 0 || j.B < 0 || math.Abs(sum-j.Excess) > 0.01 {
				t.Errorf("%s: sources %d and %d, parts make %.2f, excess is %.2f: %+v", x.Event.Title, j.A, j.B, sum, j.Excess, j)
			}
		}
	}
	if joined == 0 {
		t.Error("three reports of one treaty were not joined")
	}
}
