package lang

import (
	"strings"
	"testing"
)

// text is ordinary French prose of our own with one expression in about every
// sentence, long enough to leave the processor's caches.
var text = strings.Repeat(`Le ministre des Affaires étrangères a reçu mercredi 19 juin son homologue pour un entretien consacré à la
situation dans la région. Selon plusieurs diplomates, les deux délégations s'étaient déjà rencontrées en février 2022, puis à l'automne
dernier, sans parvenir à un accord sur le calendrier du retrait. « Nous avons besoin de temps », a déclaré le porte-parole, qui
n'exclut pas une nouvelle réunion avant la fin de l'année. Près de 12 000 personnes ont quitté la zone depuis trois semaines.
`, 400)

func BenchmarkScan(b *testing.B) {
	p, err := Get("fr")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var tokens []Token
	for b.Loop() {
		tokens = p.vocab.scan(text, tokens[:0])
	}
}

func BenchmarkFind(b *testing.B) {
	p, err := Get("fr")
	if err != nil {
		b.Fatal(err)
	}
	f := NewFinder(p)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var ms []Mention
	for b.Loop() {
		ms = f.Find(text, ms[:0])
	}
}

func BenchmarkLoad(b *testing.B) {
	data, _ := Data("fr", "pack.yaml")
	for b.Loop() {
		if _, err := Load(data, "fr"); err != nil {
			b.Fatal(err)
		}
	}
}
