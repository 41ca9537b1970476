package timeline

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// An Explanation says why an event has its score and why its sources were
// taken for one event.
type Explanation struct {
	Event   *Event
	Parts   []Part  // of the score, before Doubt
	Doubt   float64 // the share of the score that is left for what may not have happened
	Rank    int     // by weight among the events found, from 1
	Found   int     // how many they are
	Before  int     // events of its date that weigh more
	Weight  float64 // what is left of the score for them where few events are chosen
	Joins   []Join
	Clauses [][2]int // for each source, the bytes of its article that tell the event: a part of its quote
}

// A Join is two sources that were taken for one event: each event of n sources
// comes from n−1 of them, the surest first.
type Join struct {
	A, B   int    // indices of the event's sources
	Dates  string // how their dates stand to each other
	Excess float64
	Parts  []Part // what speaks for one event, in log-odds
}

// A joint is a join by the drafts that it is of.
type joint struct {
	a, b     int32
	relation relation
	excess   float32
	likeness likeness
}

var relationNames = [...]string{"another year of the same matter", "the same day", "the same month, year or stretch", "one within the other", "one within the other, which is only inferred", "news of the day before", "days apart", "publications days apart", "days apart, one of them inferred"}

// parts lists what evidence sums up.
func (l *likeness) parts() []Part {
	is := func(yes bool) float64 {
		if yes {
			return 1
		}
		return 0
	}
	all := []Part{
		{Name: "same kind of act", Value: is(l.sameType), Weight: ofSameType},
		{Name: "the word that tells both", Value: float64(l.head), Weight: ofHead},
		{Name: "act told beside", Value: is(!l.sameType && l.sameAct && !l.otherType), Weight: ofSameAct},
		{Name: "another kind of act", Value: is(l.otherType && !l.sameAct), Weight: ofOtherType},
		{Name: "one kind of act unknown", Value: is(!l.sameType && !l.otherType && l.oneType && !l.sameAct), Weight: ofOneType},
		{Name: "rarest word in both titles", Value: float64(l.rare), Weight: ofRare},
		{Name: "other words in both titles", Value: float64(l.more), Weight: ofMore},
		{Name: "words of the titles", Value: float64(l.matter), Weight: ofMatter},
		{Name: "share of one title in the other", Value: float64(l.covered), Weight: ofCovered},
		{Name: "words of the sentences", Value: float64(l.context), Weight: ofContext},
		{Name: "rarest word in both sentences", Value: float64(l.rareWord), Weight: ofRareWord},
		{Name: "rarest name in both", Value: float64(l.rareName), Weight: ofRareName},
		{Name: "states", Value: float64(l.actors), Weight: ofActors},
		{Name: "subject of the articles", Value: float64(l.article), Weight: ofArticle},
		{Name: "both are the news", Value: is(l.leads), Weight: ofLeads},
		{Name: "news, and told beside the news", Value: is(l.beside), Weight: ofBeside},
		{Name: "one article", Value: is(l.sameArticle), Weight: ofOneArticle},
		{Name: "one kind of act between the same states", Value: is(l.sameParties), Weight: ofSameParties},
		{Name: "articles on other subjects", Value: is(l.otherSubject), Weight: ofOtherSubject},
		{Name: "other people", Value: is(l.otherPeople), Weight: ofOtherPeople},
		{Name: "other languages", Value: is(l.otherLanguage), Weight: ofOtherLanguage},
		{Name: "no word in both titles", Value: is(l.otherWords), Weight: ofOtherWords},
		{Name: "a date as coarse as a year", Value: is(l.year), Weight: ofYear},
		{Name: "another state takes part", Value: is(l.elsewhere), Weight: ofElsewhere},
		{Name: "it is between other states", Value: is(l.parties), Weight: ofParties},
		{Name: "no state in common", Value: is(l.strangers), Weight: ofStrangers},
		{Name: "much else is told of the date", Value: float64(l.crowd * (1 - l.article)), Weight: ofCrowd},
		{Name: "the article tells more of the date", Value: float64(l.several), Weight: ofSeveral},
	}
	return slices.DeleteFunc(all, func(p Part) bool { return p.Value == 0 })
}

// explain makes the explanation of an event of the drafts of a cluster.
func (t *told) explain(drafts []draft, c cluster) Explanation {
	x := Explanation{Event: &t.Event, Parts: t.tally.parts(t.span), Doubt: t.tally.doubt(), Clauses: make([][2]int, len(t.Sources))}
	sources := make(map[int32]int, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		n := slices.IndexFunc(t.Sources, func(s Source) bool {
			return s.Article == d.articleID && s.Start == d.start && s.Expression == d.expression && s.Date == d.date
		})
		x.Clauses[n] = d.clause
		sources[c.drafts[i]] = n
	}
	for _, j := range c.joins {
		x.Joins = append(x.Joins, Join{A: sources[j.a], B: sources[j.b], Dates: relationNames[j.relation], Excess: float64(j.excess), Parts: j.likeness.parts()})
	}
	return x
}

// place notes where an event stands among all that were found.
func (x *Explanation) place(k *kept, found int) {
	x.Rank, x.Found, x.Before, x.Weight = int(k.rank), found, int(k.before), k.weight
}

// WriteText writes an explanation for a person to read.
func (x Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	e := x.Event
	fmt.Fprintf(&b, "%s  %s  (%s)\n", e.Date, e.Title, e.ID)
	x.writeScore(&b)
	for i, s := range e.Sources {
		date := s.Expression
		if date == "" {
			date = "the article's date"
		}
		fmt.Fprintf(&b, "  [%d] %s, byte %d: %s → %s\n", i+1, s.Article, s.Start, date, s.Date)
	}
	for _, j := range x.Joins {
		fmt.Fprintf(&b, "  [%d] and [%d] are one (%s), %.2f more than it takes:", j.A+1, j.B+1, j.Dates, j.Excess)
		column := explainedWidth
		for i, p := range byWeight(j.Parts) {
			said := fmt.Sprintf(" %+.2f %s", p.Value*p.Weight, p.Name)
			if i > 0 {
				b.WriteByte(',')
			}
			if column += 1 + utf8.RuneCountInString(said); column > explainedWidth {
				b.WriteString("\n     ")
				column = 5 + utf8.RuneCountInString(said)
			}
			b.WriteString(said)
		}
		b.WriteByte('\n')
	}
	if len(e.Conflicts) > 0 {
		fmt.Fprintf(&b, "  other dates given: %s\n", strings.Join(e.Conflicts, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// explainedWidth is the number of columns in which a list of reasons is set.
const explainedWidth = 100

// writeScore writes the score, what it is made of, and what it makes of the
// event among the others.
func (x *Explanation) writeScore(b *strings.Builder) {
	fmt.Fprintf(b, "  score %.3f", x.Event.Score)
	if x.Rank > 0 {
		fmt.Fprintf(b, ", number %d of the %d events found", x.Rank, x.Found)
	}
	if x.Before > 0 {
		fmt.Fprintf(b, " by %.3f, since %d of its date weigh%s more", x.Weight, x.Before, map[bool]string{true: "s"}[x.Before == 1])
	}
	b.WriteByte('\n')
	for _, p := range byWeight(x.Parts) {
		fmt.Fprintf(b, "    %.2f of %.2f  %s", p.Value*p.Weight, p.Weight, p.Name)
		if p.Count > 0 {
			fmt.Fprintf(b, ": %d", p.Count)
		}
		b.WriteByte('\n')
	}
	if x.Doubt != 1 {
		fmt.Fprintf(b, "    of which %.0f %% count: it may be no event that happened\n", 100*x.Doubt)
	}
}

// byWeight orders parts by what they add, the most first, without those that
// add nothing.
func byWeight(parts []Part) []Part {
	out := slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return p.Value*p.Weight < 0.005 && p.Value*p.Weight > -0.005 })
	slices.SortStableFunc(out, func(x, y Part) int { return cmp.Compare(y.Value*y.Weight, x.Value*x.Weight) })
	return out
}
