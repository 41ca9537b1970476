package timeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// many makes n articles of about two kilobytes on different subjects; one in
// open of them has no date.
func many(n, open int) ([]read.Article, int64) {
	subjects := []string{"le port", "la gare", "le stade", "la mairie", "le lycée", "le tribunal", "la forêt", "le musée"}
	var out []read.Article
	size := int64(0)
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "Le conseil de Ville%03d a voté mercredi un budget pour %s numéro %d.\n", i%397, subjects[i%len(subjects)], i)
		for k := range 12 {
			fmt.Fprintf(&b, "Le rapporteur Martin%d a rappelé que %s de Bourg%d coûte %d euros depuis 2011, et que rien ne sera décidé avant mars 2013. ",
				(i*7+k)%211, subjects[(i+k)%len(subjects)], (i*13+k*5)%307, 1000+i*k)
		}
		a := read.Article{ID: fmt.Sprintf("a%06d", i), Lang: "fr", Text: b.String(), Date: fmt.Sprintf("2012-%02d-%02d", i%12+1, i%28+1)}
		if open > 0 && i%open == 0 {
			a.Date = ""
		}
		size += int64(len(a.Text))
		out = append(out, a)
	}
	return out, size
}

func BenchmarkDates(b *testing.B) {
	for _, c := range []struct {
		name string
		open int
	}{{"dated", 0}, {"one in fifty open", 50}, {"open", 1}} {
		b.Run(c.name, func(b *testing.B) {
			articles, size := many(1000, c.open)
			bld := newBuilder(Options{Workers: 1})
			records, err := bld.read(inTurn(articles), bld.store)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(size)
			before := make([]record, len(records))
			for i, r := range records {
				before[i] = *r
			}
			for b.Loop() {
				bld.datings(records)
				for i, r := range records { // undated again
					*r = before[i]
				}
			}
		})
	}
}
