package timeline

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
)

// TestManyUndatedArticles dates articles from their own words and from each
// other while the memory holds next to none of what is known of them: the same
// dates come out, and what is known stands on disk.
func TestManyUndatedArticles(t *testing.T) {
	articles, _ := many(300, 2)
	var want []Dating
	for _, memory := range []int64{0, 1 << 20, 1} {
		o := Options{Workers: 3, Memory: memory, Scratch: scratchIn(t.TempDir())}
		got, err := DateArticles(articles, o)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		} else if !reflect.DeepEqual(got, want) {
			t.Errorf("with %d bytes of memory the dates are others", memory)
		}
		b := newBuilder(o)
		records, err := b.read(inTurn(articles), b.store)
		if err != nil {
			t.Fatal(err)
		}
		b.datings(records)
		held := int64(0)
		for _, r := range records {
			held += int64(len(r.text))
		}
		for _, s := range []*spool{b.heads, b.texts, b.dossiers} {
			for _, block := range s.inMemory() {
				held += int64(cap(block))
			}
		}
		if memory > 0 && (held > memory/spoolShare || b.dossiers.file == nil) {
			t.Errorf("with %d bytes of memory %d are held", memory, held)
		}
		if memory == 0 && b.dossiers.file != nil {
			t.Error("dossiers go to disk although they fit")
		}
		if err := b.close(); err != nil {
			t.Error(err)
		}
	}
}

// TestDossiersComeBack: what is put away of a dossier is what is read again.
func TestDossiersComeBack(t *testing.T) {
	articles, _ := many(40, 1)
	b := newBuilder(Options{})
	records, err := b.read(inTurn(articles), b.store)
	if err != nil {
		t.Fatal(err)
	}
	facts, err := loadFacts()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorker(records[0].lang, newCrew().counts)
	for _, r := range records {
		doc := b.document(r)
		full := gather(w, facts, doc, doc.date)
		_, _, full.clues = solve(full, nil, nil)
		full.evidence = append(full.evidence, evidence{by: "x", kernel: &exactly, boost: &occurrence{1, 2, 3}, weekly: [7]float64{1, 2}})
		var d dossier
		d.putAway(b, w, full)
		if got := d.open(b, w); !reflect.DeepEqual(got.dossierParts, full.dossierParts) {
			t.Fatalf("%s comes back as\n%+v, not\n%+v", r.id, got.dossierParts, full.dossierParts)
		} else if got.evidence[len(got.evidence)-1].kernel != &exactly {
			t.Fatal("the exact kernel comes back as a copy")
		}
	}
}

// TestCommonPairs compares the count in two passes with a plain one.
func TestCommonPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 10, 2000} {
		articles := make([][]uint64, n)
		plain := map[uint64]int{}
		for i := range articles {
			for k := range uint64(200) {
				if r.Uint64N(k+1) < 3 { // the first are in all, the last in few
					articles[i] = append(articles[i], k<<40)
					plain[k<<40]++
				}
			}
		}
		p := newPairCount(n)
		p.guesses = make([]int32, 64) // so that many share a part of their hashes
		filter := newHashFilter(100)
		for _, pairs := range articles {
			p.guess(pairs)
			filter.add(pairs[0])
		}
		for _, pairs := range articles {
			p.count(pairs)
			if !filter.has(pairs[0]) {
				t.Errorf("%x was added to the filter and is not in it", pairs[0])
			}
		}
		for h, times := range plain {
			if got, want := p.common(h), times > 3+n/20; got != want {
				t.Errorf("pair %x stands in %d of %d articles: common %v", h, times, n, got)
			}
		}
	}
}

// inTurn yields one article after the other.
func inTurn(articles []read.Article) func(yield func(read.Article) error) error {
	return func(yield func(read.Article) error) error {
		for _, a := range articles {
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}
}
