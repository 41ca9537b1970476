package lang

import (
	"strings"
	"testing"
)

// text is ordinary French prose of our own with an expression every two hundred
// bytes, somewhat more than newspapers have, and too long for the processor's
// caches.
var text = strings.Repeat(`Le ministre des Affaires étrangères a reçu mercredi 19 juin son homologue pour un entretien consacré à la
situation dans la région. Les deux délégations se sont montrées prudentes, et aucun texte n'a été publié à l'issue de la rencontre.
Selon plusieurs diplomates, elles s'étaient déjà parlé en février 2022 sans parvenir à un accord sur le calendrier du retrait ni sur
le sort des prisonniers que réclament leurs familles. « Nous avons besoin de confiance et de garanties », a déclaré le porte-parole,
qui n'exclut pas une nouvelle réunion avant la fin de l'année. Les organisations humanitaires décrivent une population épuisée, des
routes coupées et des hôpitaux qui manquent de médicaments ; près de 12 000 personnes ont quitté la zone depuis trois semaines. Dans
la capitale, les partis de l'opposition demandent que le gouvernement rende compte de ces pourparlers devant les élus, et que les
observateurs étrangers puissent se rendre sur place. Le président de la commission a répondu que le règlement le permettait, sans
dire quand la séance aurait lieu.
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

// BenchmarkDetect tells the language of an article of two kilobytes, of which it
// reads the beginning.
func BenchmarkDetect(b *testing.B) {
	article := text[:2048]
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		if code, _ := Detect(article); code != "fr" {
			b.Fatal(code)
		}
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
