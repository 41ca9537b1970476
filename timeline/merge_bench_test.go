package timeline

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// corpusOf makes n drafts as a newspaper's archive has them: articles of five
// drafts on topics of their own, words by Zipf's law, events that several
// articles tell, days on which everyone tells the same.
func corpusOf(n int) []draft {
	r := rand.New(rand.NewSource(7))
	words := rand.NewZipf(r, 1.1, 8, 40_000)
	states := []string{"RUS", "PRK", "UKR", "FRA", "USA", "CHN", "DEU", "IRN", "ISR", "MLI", "TUR", "GBR"}
	names := []string{"la Russie", "la Corée du Nord", "l'Ukraine", "la France", "les États-Unis", "la Chine", "l'Allemagne", "l'Iran", "Israël", "le Mali", "la Turquie", "le Royaume-Uni"}
	word := func() string { return fmt.Sprintf("mot%xes", words.Uint64()) }
	first := tempo.Date(2000, 1, 1)
	type event struct {
		day   tempo.Instant
		who   [2]int
		about []string
	}
	var events []event
	for range n/6 + 1 {
		e := event{day: first + tempo.Instant(r.Intn(9000))*86400, who: [2]int{r.Intn(len(states)), r.Intn(len(states))}}
		if r.Intn(4) == 0 {
			e.day = first + tempo.Instant(r.Intn(30))*300*86400
		}
		for range 4 {
			e.about = append(e.about, word())
		}
		events = append(events, e)
	}
	french, err := languageFor("fr")
	if err != nil {
		panic(err)
	}
	drafts := make([]draft, n)
	for i := range drafts {
		e := events[r.Intn(len(events))]
		d := &drafts[i]
		d.article = i / 5
		d.articleID = fmt.Sprintf("a%07d", d.article)
		d.lang, d.sentence, d.start, d.end = "fr", i%5, i%5*200, i%5*200+150
		g := tempo.Day
		if r.Intn(6) == 0 {
			g = []tempo.Grain{tempo.Month, tempo.Year}[r.Intn(2)]
		}
		d.span = tempo.Of(e.day, g)
		d.date = d.span.EDTF()
		d.typ = eventTypes[(e.who[0]+e.who[1])%len(eventTypes)]
		d.actors = []string{states[e.who[0]], states[e.who[1]]}
		said := append([]string{names[e.who[0]], names[e.who[1]]}, e.about[r.Intn(4)], e.about[r.Intn(4)])
		for _, a := range d.actors {
			d.terms = append(d.terms, term{hashTerm(a), nameWeight})
		}
		for _, w := range said[2:] {
			d.terms = append(d.terms, term{hashTerm(w), stemWeight})
		}
		for range 10 {
			said = append(said, word())
		}
		d.quote = strings.Join(said, " ")
		d.title = d.quote[:min(80, len(d.quote))]
		named := french.actors.Find(d.quote)
		d.scene.tell(d, &named)
	}
	return drafts
}

// BenchmarkMerge reports drafts merged in a second, which must hardly fall as
// they become more.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		drafts := corpusOf(n)
		build, records := building(b, drafts)
		counted, places := build.census, make([][]place, len(records))
		for i, r := range records {
			places[i] = r.drafts
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			events := 0
			for b.Loop() {
				build.census = counted // merging lets go of this
				for i, r := range records {
					r.drafts = places[i]
				}
				clusters, err := build.merge(records)
				if err != nil {
					b.Fatal(err)
				}
				events = len(clusters)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "drafts/s")
			b.ReportMetric(float64(n)/float64(events), "drafts/event")
		})
	}
}
