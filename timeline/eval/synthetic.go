package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Truth is an event that a synthetic article tells, and its day.
type Truth struct {
	Event int    `json:"event"` // the same number in every article that tells it
	Date  string `json:"date"`  // as exactly as this article tells it, EDTF
}

// A SyntheticArticle is one line of a synthetic corpus: an article as frise
// reads it, with the truth of what it tells.
type SyntheticArticle struct {
	ID    string  `json:"id"`
	Date  string  `json:"date"`
	Lang  string  `json:"lang"`
	Title string  `json:"title"`
	Text  string  `json:"text"`
	Truth []Truth `json:"truth"`
}

// Synthetic writes a corpus of n French articles of about two kilobytes as JSON
// lines, for measuring at scale. Each event is told by about three articles in
// other words and with other precision, and recalled by later ones; the seed
// decides everything.
func Synthetic(w io.Writer, n int, seed uint64) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	g := generator{rand: rand.New(rand.NewPCG(seed, 1)), events: max(1, n/3)}
	for i := range n {
		if err := enc.Encode(g.article(i)); err != nil {
			return err
		}
	}
	return b.Flush()
}

type generator struct {
	rand   *rand.Rand
	events int
}

// happening is an event, drawn from its number alone.
type happening struct {
	number   int
	day      tempo.Instant
	from, to country
	city     string
	act      act
}

type country struct{ name, demonym, leader string }

type act struct{ noun, told string }

var (
	countries = []country{{"la Norvège", "norvégien", "Haakon Lund"}, {"le Pérou", "péruvien", "Alonso Quispe"}, {"le Kenya", "kényan", "Daniel Otieno"},
		{"la Thaïlande", "thaïlandais", "Somchai Prasert"}, {"le Maroc", "marocain", "Youssef Benali"}, {"la Hongrie", "hongrois", "Imre Szabo"},
		{"le Chili", "chilien", "Ernesto Vidal"}, {"le Vietnam", "vietnamien", "Nguyen Van Hai"}, {"la Géorgie", "géorgien", "Levan Beridze"},
		{"le Ghana", "ghanéen", "Kwame Asante"}, {"l'Équateur", "équatorien", "Rafael Moreno"}, {"la Jordanie", "jordanien", "Samir Haddad"},
		{"la Finlande", "finlandais", "Eero Lahti"}, {"le Sénégal", "sénégalais", "Mamadou Sarr"}, {"la Colombie", "colombien", "Camilo Rojas"},
		{"le Népal", "népalais", "Bishnu Thapa"}}
	cities = []string{"Genève", "Oslo", "Lima", "Nairobi", "Bangkok", "Rabat", "Budapest", "Santiago", "Hanoï", "Tbilissi", "Accra", "Quito",
		"Amman", "Helsinki", "Dakar", "Bogota", "Katmandou", "Vienne", "Lisbonne", "Ankara"}
	acts = []act{{"un traité de pêche", "ont signé %s"}, {"un accord sur les frontières", "ont conclu %s"}, {"un échange de prisonniers", "ont annoncé %s"},
		{"une trêve de cent jours", "ont accepté %s"}, {"un pacte de défense", "ont ratifié %s"}, {"des sanctions contre les banques", "ont décidé %s"},
		{"une conférence sur l'eau", "ont ouvert %s"}, {"la reprise des liaisons aériennes", "ont annoncé %s"}}
	weekdays = [...]string{"", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
	months   = [...]string{"", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	fillers  = []string{
		"Les observateurs présents sur place décrivent des échanges longs et souvent tendus, que ni l'une ni l'autre des délégations n'a voulu commenter.",
		"Dans les rues, les avis sont partagés : beaucoup saluent un geste attendu, d'autres craignent que rien ne change pour les habitants des régions du nord.",
		"Le texte compte plusieurs annexes, dont une sur la surveillance des côtes et une autre sur le règlement des différends entre entreprises.",
		"Selon un diplomate qui a requis l'anonymat, les experts ont travaillé jusqu'au bout sur la rédaction d'un article qui divisait les deux camps.",
		"Les organisations de défense des droits demandent que les engagements pris soient rendus publics et que leur application puisse être vérifiée.",
		"L'opposition parlementaire juge le compromis fragile et réclame un débat, tandis que la majorité y voit la preuve que la patience finit par payer.",
		"Les marchés ont peu réagi à la nouvelle, les investisseurs attendant de connaître les détails du calendrier et les garanties offertes.",
		"Un comité commun, composé de juristes et d'ingénieurs, sera chargé de suivre les travaux et de rendre compte aux deux gouvernements.",
	}
)

func (g *generator) event(number int) happening {
	r := rand.New(rand.NewPCG(uint64(number), 7))
	h := happening{number: number, day: tempo.Date(2000, 1, 1) + tempo.Instant(r.IntN(9000))*86400}
	a := r.IntN(len(countries))
	h.from, h.to = countries[a], countries[(a+1+r.IntN(len(countries)-1))%len(countries)]
	h.city, h.act = cities[r.IntN(len(cities))], acts[r.IntN(len(acts))]
	return h
}

func (g *generator) article(i int) SyntheticArticle {
	h := g.event(i % g.events)
	after := g.rand.IntN(3)
	published := h.day + tempo.Instant(after)*86400
	a := SyntheticArticle{ID: fmt.Sprintf("s%07d", i), Date: published.ISODay(), Lang: "fr"}
	when := weekdays[h.day.Weekday()]
	switch {
	case after == 1 && g.rand.IntN(2) == 0:
		when = "hier"
	case g.rand.IntN(3) == 0:
		when = weekdays[h.day.Weekday()] + " " + dayMonth(h.day)
	}
	a.Truth = append(a.Truth, Truth{h.number, h.day.ISODay()})
	news := fmt.Sprintf(h.act.told, h.act.noun)
	var b strings.Builder
	switch g.rand.IntN(3) {
	case 0:
		fmt.Fprintf(&b, "%s et %s %s %s à %s.", upper(h.from.name), h.to.name, news, when, h.city)
	case 1:
		fmt.Fprintf(&b, "Réunis %s à %s, %s et %s %s.", when, h.city, h.from.name, h.to.name, news)
	default:
		fmt.Fprintf(&b, "Le président %s %s et son homologue %s %s %s à %s.", h.from.demonym, h.from.leader, h.to.demonym, news, when, h.city)
	}
	a.Title = fmt.Sprintf("%s et %s %s", upper(h.from.name), h.to.name, news)
	g.paragraph(&b, 5)
	for range 2 {
		g.recall(&b, &a, published)
		g.paragraph(&b, 3)
	}
	a.Text = b.String()
	return a
}

func (g *generator) paragraph(b *strings.Builder, n int) {
	b.WriteString("\n\n")
	first := g.rand.IntN(len(fillers))
	for k := range n {
		b.WriteString(fillers[(first+k)%len(fillers)] + " ")
	}
}

// recall tells an event of the past with the precision of memory.
func (g *generator) recall(b *strings.Builder, a *SyntheticArticle, published tempo.Instant) {
	for range 20 {
		h := g.event(g.rand.IntN(g.events))
		if h.day > published-400*86400 {
			continue
		}
		y, m, _ := h.day.Civil()
		when, date := fmt.Sprintf("en %s %d", months[m], y), fmt.Sprintf("%04d-%02d", y, m)
		if g.rand.IntN(2) == 0 {
			when, date = fmt.Sprintf("le %s %d", dayMonth(h.day), y), h.day.ISODay()
		}
		fmt.Fprintf(b, "\n\n%s, %s et %s %s à %s.", upper(when), h.from.name, h.to.name, fmt.Sprintf(h.act.told, h.act.noun), h.city)
		a.Truth = append(a.Truth, Truth{h.number, date})
		return
	}
}

func dayMonth(t tempo.Instant) string {
	_, m, d := t.Civil()
	if d == 1 {
		return "1er " + months[m]
	}
	return fmt.Sprintf("%d %s", d, months[m])
}

func upper(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
