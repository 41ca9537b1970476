package timeline

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

func TestScoreWeights(t *testing.T) {
	sum := 0.0
	for _, p := range (tally{witnesses: 1, days: 1, mentions: 1}).parts(tempo.Of(0, tempo.Day)) {
		sum += p.Weight
		if p.Value < 0 || p.Value > 1 {
			t.Errorf("%s is %v", p.Name, p.Value)
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the weights add up to %v, want 1", sum)
	}
}

// TestScoreBounds: whatever is counted, each part lies between 0 and 1, and so
// does the score.
func TestScoreBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		x := tally{witnesses: 1 + random.IntN(5000), days: 1 + random.IntN(900), later: random.IntN(2) == 0, named: naming{int32(random.IntN(3000)), int32(random.IntN(900))},
			mentions: 1 + random.IntN(9000), lead: random.IntN(2) == 0, position: random.Float64(), explicit: random.Float64(), certainty: random.Float64(),
			central: random.Float64(), status: []string{"", "planned", "denied"}[random.IntN(3)], typed: random.IntN(2) == 0, actors: random.IntN(2) == 0}
		parts := x.parts(tempo.Of(tempo.Date(2024, 6, 1+random.IntN(30)), tempo.Grain(random.IntN(int(tempo.Century)))))
		for _, p := range parts {
			if p.Value < 0 || p.Value > 1 || math.IsNaN(p.Value) {
				t.Fatalf("%s is %v of %+v", p.Name, p.Value, x)
			}
		}
		if got := score(parts, x.doubt()); got < 0 || got > 1 {
			t.Fatalf("score %v of %+v", got, x)
		}
	}
}

// TestSubjectOfTheCollection: what most articles are about weighs more than what
// one of them tells of something else, and a single article has no subject in
// common with others.
func TestSubjectOfTheCollection(t *testing.T) {
	article := func(id, text string) read.Article {
		return read.Article{ID: id, Lang: "fr", Date: "2021-03-10", Text: text}
	}
	articles := []read.Article{
		article("a", "Le Paraguay a fermé lundi sa frontière avec la Bolivie."),
		article("b", "Le Paraguay a rappelé mardi son ambassadeur à La Paz, en Bolivie."),
		article("c", "La Bolivie a protesté mardi auprès du Paraguay."),
		article("d", "Le Paraguay et la Bolivie ont suspendu dimanche leurs liaisons aériennes."),
		article("e", "Le Danemark a fermé lundi deux ponts."),
	}
	central := func(articles ...read.Article) map[string]float64 {
		out := map[string]float64{}
		_, _, err := Build(func(yield func(read.Article) error) error {
			for _, a := range articles {
				if err := yield(a); err != nil {
					return err
				}
			}
			return nil
		}, Options{Explain: func(x Explanation) {
			for _, p := range x.Parts {
				if p.Name == "subject of the collection" {
					out[x.Event.Sources[0].Article] = p.Value
				}
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	all := central(articles...)
	if len(all) < 5 {
		t.Fatalf("%d of 5 articles have an event: %v", len(all), all)
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		if all[id] < 0.3 || all["e"] > 0.01 {
			t.Errorf("Paraguay and Bolivia in %s are %.2f of the subject, Denmark %.2f", id, all[id], all["e"])
		}
	}
	if alone := central(articles[0]); alone["a"] != 0 {
		t.Errorf("the subject of one article alone counts %.2f", alone["a"])
	}
	slices.Reverse(articles)
	if again := central(articles...); !maps.Equal(all, again) {
		t.Errorf("in another order %v is %v", all, again)
	}
}

// TestScoreOrder states which of two events weighs more, all else being equal.
func TestScoreOrder(t *testing.T) {
	day, month, year := tempo.Of(0, tempo.Day), tempo.Of(0, tempo.Month), tempo.Of(0, tempo.Year)
	plain := tally{witnesses: 2, days: 1, mentions: 2, position: 0.5, explicit: 0.7, certainty: 1}
	with := func(change func(*tally)) tally {
		t := plain
		change(&t)
		return t
	}
	weigh := func(x tally, s tempo.Span) float64 { return score(x.parts(s), x.doubt()) }
	for _, c := range []struct {
		name  string
		more  tally
		on    tempo.Span
		less  tally
		other tempo.Span
	}{
		{"more articles", with(func(t *tally) { t.witnesses = 3 }), day, plain, day},
		{"fifty articles more than twenty", with(func(t *tally) { t.witnesses = 50 }), day, with(func(t *tally) { t.witnesses = 20 }), day},
		{"more days", with(func(t *tally) { t.days = 2 }), day, plain, day},
		{"more mentions", with(func(t *tally) { t.mentions = 5 }), day, plain, day},
		{"still told later", with(func(t *tally) { t.later = true }), day, plain, day},
		{"on the subject of the collection", with(func(t *tally) { t.central = 0.5 }), day, plain, day},
		{"the news", with(func(t *tally) { t.lead = true }), day, plain, day},
		{"earlier in the article", with(func(t *tally) { t.position = 0 }), day, plain, day},
		{"a day, not a month", plain, day, plain, month},
		{"a month, not a year", plain, month, plain, year},
		{"a day, not a part of it", plain, day, plain, tempo.PartOf(0, tempo.Evening)},
		{"a date in figures", with(func(t *tally) { t.explicit = 1 }), day, plain, day},
		{"a day that more articles name", with(func(t *tally) { t.named.articles = 3 }), day, with(func(t *tally) { t.named.articles = 1 }), day},
		{"a day still named a week later", with(func(t *tally) { t.named = naming{2, 1} }), day, with(func(t *tally) { t.named = naming{2, 0} }), day},
		{"a known act", with(func(t *tally) { t.typed = true }), day, plain, day},
		{"known actors", with(func(t *tally) { t.actors = true }), day, plain, day},
		{"done, not planned", plain, day, with(func(t *tally) { t.status = "planned" }), day},
		{"done, not denied", plain, day, with(func(t *tally) { t.status = "denied" }), day},
		{"sure, not vague", plain, day, with(func(t *tally) { t.certainty = 0.5 }), day},
	} {
		if a, b := weigh(c.more, c.on), weigh(c.less, c.other); a <= b {
			t.Errorf("%s: %v is not more than %v", c.name, a, b)
		}
	}
	vague := with(func(t *tally) { t.witnesses, t.explicit, t.certainty = 1, 0, 0.5 })
	if a, b := weigh(vague, year), weigh(with(func(t *tally) { t.witnesses = 1 }), day); 2*a > b {
		t.Errorf("\"cette année\" weighs %v, a day of one article %v", a, b)
	}
}

// TestDaysThatArticlesName counts each article once a day, and none for the day
// on which it appeared and that it does not name.
func TestDaysThatArticlesName(t *testing.T) {
	span := func(date string) tempo.Span {
		s, err := tempo.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	told := func(published, date, expression string) draft {
		return draft{published: span(published), span: span(date), expression: expression}
	}
	c := newCensus()
	c.add([]draft{told("2024-06-20", "2024-06-19", "mercredi"), told("2024-06-20", "2024-06-19", "hier"), told("2024-06-20", "2024-06-20", "")})
	c.add([]draft{told("2024-11-11", "2024-06-19", "le 19 juin"), told("2024-11-11", "2024-06", "en juin")})
	other := newCensus()
	other.add([]draft{told("2024-06-26", "2024-06-19", "le 19 juin")}) // a week later is not more than a week
	c.join(&other)
	if got, want := c.named[dayNumber(span("2024-06-19").Start)], (naming{3, 1}); got != want {
		t.Errorf("19 June: %+v, want %+v", got, want)
	}
	if len(c.named) != 1 {
		t.Errorf("%d days are named, want one: %v", len(c.named), c.named)
	}
}

func TestExplicit(t *testing.T) {
	year, day := tempo.Of(0, tempo.Year), tempo.Of(0, tempo.Day)
	for _, c := range []struct {
		expression string
		span       tempo.Span
		want       float64
	}{
		{"", day, 0.3}, {"mercredi", day, 0.7}, {"le 19 juin", day, 1}, {"2022", year, 1}, {"cette année", year, 0},
	} {
		if got := explicit(&draft{expression: c.expression, span: c.span}); got != c.want {
			t.Errorf("%q: %v, want %v", c.expression, got, c.want)
		}
	}
}

// TestReprintsAreOneWitness prints one agency report in three papers: they are
// one witness, and weigh less than two that tell it in words of their own.
func TestReprintsAreOneWitness(t *testing.T) {
	agency := "Les deux présidents ont signé mercredi 19 juin 2024 à Pyongyang un traité de défense mutuelle, a annoncé l'agence officielle. " +
		"Le texte prévoit un secours immédiat si l'un des deux pays est attaqué, et sera ratifié par les parlements avant la fin de l'automne. " +
		"Les ministres des affaires étrangères des pays voisins ont exprimé leur inquiétude devant ce rapprochement, que rien ne laissait prévoir au début de l'année."
	own := "Un pacte de défense lie désormais la Russie et la Corée du Nord : Vladimir Poutine et Kim Jong Un l'ont signé mercredi 19 juin 2024 dans la capitale nord-coréenne. " +
		"Personne ne sait encore quelles obligations secrètes il comporte, ni combien de temps il durera."
	build := func(texts ...string) Timeline {
		tl, _, err := Build(func(yield func(read.Article) error) error {
			for i, text := range texts {
				if err := yield(read.Article{ID: string(rune('a' + i)), Text: text, Lang: "fr", Date: "2024-06-19"}); err != nil {
					return err
				}
			}
			return nil
		}, Options{MinSources: 2})
		if err != nil {
			t.Fatal(err)
		}
		return tl
	}
	if tl := build(agency, agency, strings.Replace(agency, "Le texte", "Ce texte", 1)); len(tl.Events) != 0 {
		t.Errorf("reprints alone make an event of two sources: %q", tl.Events[0].Title)
	}
	tl := build(agency, agency, own)
	if len(tl.Events) == 0 {
		t.Fatal("a report and another in words of its own make no event of two sources")
	}
	if n := len(tl.Events[0].Sources); n < 3 {
		t.Errorf("%d sources; reprints stay among them", n)
	}
}
