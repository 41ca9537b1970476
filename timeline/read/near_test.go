package read

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// randomText is a text of n words drawn from a vocabulary of 3,000.
func randomText(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "mot%d ", r.IntN(3000))
	}
	return b.String()
}

func TestFingerprintIgnoresTypography(t *testing.T) {
	a := FingerprintOf("« L’Été » à Genève : l'accord a été signé – enfin !")
	b := FingerprintOf("\"L'été\" À Genève, l’accord A ÉTÉ signé - enfin.")
	if a != b {
		t.Errorf("%v\n%v", a, b)
	}
}

func TestResemblance(t *testing.T) {
	// Two texts of n words that share the first k: of the n−3 shingles each has,
	// k−3 are common, so their resemblance is (k−3) / (2(n−3)−(k−3)).
	for _, share := range []int{0, 250, 500, 750, 1000} {
		common := randomText(7, share)
		a := FingerprintOf(common + randomText(8, 1000-share))
		b := FingerprintOf(common + randomText(9, 1000-share))
		k := float64(max(share-3, 0))
		want := k / (2*997 - k)
		// The standard error of 64 bins is at most 1/16; four of them are 0.25.
		if got := a.Resemblance(&b); math.Abs(got-want) > 0.25 || share == 0 && got > 0.05 || share == 1000 && got != 1 {
			t.Errorf("share %d: resemblance %.2f, want about %.2f", share, got, want)
		}
	}
}

func TestGroups(t *testing.T) {
	agency := randomText(1, 400)
	words := strings.Fields(agency)
	texts := []string{
		randomText(2, 400),
		agency,
		"Un chapeau du journal, avec AFP. " + agency,       // reprinted under a lead of its own
		strings.Join(words[:300], " "),                     // cut to three quarters
		strings.Replace(agency, words[200], "rectifié", 1), // one word put right
		randomText(3, 400),
		"court", "court", // too short to tell
		strings.Join(words[:40], " ") + " " + randomText(4, 360), // quotes a tenth of it
		"un communiqué de cinq mots", "Un communiqué de cinq mots !",
		"", "",
	}
	prints := make([]*Fingerprint, len(texts))
	for i, text := range texts {
		prints[i] = printOf(text)
	}
	want := [][]int{{1, 2, 3, 4}, {9, 10}}
	if got := Groups(prints); !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
	if got := Groups(nil); len(got) != 0 {
		t.Errorf("groups of nothing: %v", got)
	}
}

func printOf(text string) *Fingerprint {
	f := FingerprintOf(text)
	return &f
}

func TestGroupsDoNotDependOnOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var prints []*Fingerprint
	var family []int
	for i := range 300 {
		text := randomText(uint64(i%60), 300)
		prints = append(prints, printOf(text+randomText(uint64(1000+i), 30)))
		family = append(family, i%60)
	}
	for range 5 {
		r.Shuffle(len(prints), func(i, j int) {
			prints[i], prints[j] = prints[j], prints[i]
			family[i], family[j] = family[j], family[i]
		})
		groups := Groups(prints)
		if len(groups) != 60 {
			t.Fatalf("%d groups, want 60", len(groups))
		}
		for _, g := range groups {
			for _, i := range g {
				if len(g) != 5 || family[i] != family[g[0]] {
					t.Errorf("group %v mixes families", g)
				}
			}
		}
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("l’été\xc2", "x")
	f.Add("\xe2\x80", "a b c d e")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := FingerprintOf(a), FingerprintOf(b)
		if x.Resemblance(&y) != y.Resemblance(&x) || a == b && x != y {
			t.Error("not symmetric")
		}
		Groups([]*Fingerprint{&x, &y, &x})
	})
}

func BenchmarkFingerprint(b *testing.B) {
	text := longText(8000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FingerprintOf(text)
	}
}

func BenchmarkGroups(b *testing.B) {
	prints := make([]*Fingerprint, 10000)
	for i := range prints {
		prints[i] = printOf(randomText(uint64(i/2), 100))
	}
	b.ReportAllocs()
	for b.Loop() {
		if n := len(Groups(prints)); n != 5000 {
			b.Fatal(n)
		}
	}
}
