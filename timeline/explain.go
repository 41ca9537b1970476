package timeline

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// An Explanation says why an event has its score and why its sources were
// taken for one event.
type Explanation struct {
	Event   *Event
	Parts   []Part  // of the score, before Doubt
	Doubt   float64 // the share of the score that is left for what may not have happened
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

var relationNames = [...]string{"another year of the same matter", "the same day", "the same month, year or stretch", "one within the other", "news of the day before", "days apart", "publications days apart", "days apart, one of them inferred"}

// parts lists what evidence sums up.
func (l *likeness) parts() []Part {
	is := func(yes bool) float64 {
		if yes {
			return 1
		}
		return 0
	}
	all := []Part{
		{"same kind of act", is(l.sameType), ofSameType},
		{"act told beside", is(!l.sameType && l.sameAct && !l.otherType), ofSameAct},
		{"another kind of act", is(l.otherType && !l.sameAct), ofOtherType},
		{"one kind of act unknown", is(!l.sameType && !l.otherType && l.oneType && !l.sameAct), ofOneType},
		{"rarest word in both titles", float64(l.rare), ofRare},
		{"words of the titles", float64(l.matter), ofMatter},
		{"share of one title in the other", float64(l.covered), ofCovered},
		{"words of the sentences", float64(l.context), ofContext},
		{"rarest word in both sentences", float64(l.rareWord), ofRareWord},
		{"rarest name in both", float64(l.rareName), ofRareName},
		{"states", float64(l.actors), ofActors},
		{"subject of the articles", float64(l.article), ofArticle},
		{"both are the news", is(l.leads), ofLeads},
		{"news, and told beside the news", is(l.beside), ofBeside},
		{"one article", is(l.sameArticle), ofOneArticle},
		{"one kind of act between the same states", is(l.sameParties), ofSameParties},
		{"articles on other subjects", is(l.otherSubject), ofOtherSubject},
		{"other people", is(l.otherPeople), ofOtherPeople},
		{"other languages", is(l.otherLanguage), ofOtherLanguage},
		{"a date as coarse as a year", is(l.year), ofYear},
		{"another state takes part", is(l.elsewhere), ofElsewhere},
		{"it is between other states", is(l.parties), ofParties},
		{"no state in common", is(l.strangers), ofStrangers},
		{"much else is told of the date", float64(l.crowd * (1 - l.article)), ofCrowd},
		{"the article tells more of the date", float64(l.several), ofSeveral},
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

// WriteText writes an explanation for a person to read.
func (x Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	e := x.Event
	fmt.Fprintf(&b, "%s  %s  (%s)\n  score %.3f", e.Date, e.Title, e.ID, e.Score)
	sep := " = "
	for _, p := range byWeight(x.Parts) {
		fmt.Fprintf(&b, "%s%s %.2f", sep, p.Name, p.Value*p.Weight)
		sep = " + "
	}
	if x.Doubt != 1 {
		fmt.Fprintf(&b, ", of which %.0f %% count: it may be no event that happened", 100*x.Doubt)
	}
	b.WriteByte('\n')
	for i, s := range e.Sources {
		date := s.Expression
		if date == "" {
			date = "the article's date"
		}
		fmt.Fprintf(&b, "  [%d] %s, byte %d: %s → %s\n", i+1, s.Article, s.Start, date, s.Date)
	}
	for _, j := range x.Joins {
		fmt.Fprintf(&b, "  [%d] and [%d] are one (%s, %+.2f):", j.A+1, j.B+1, j.Dates, j.Excess)
		for _, p := range byWeight(j.Parts) {
			fmt.Fprintf(&b, " %s %+.2f;", p.Name, p.Value*p.Weight)
		}
		b.WriteByte('\n')
	}
	if len(e.Conflicts) > 0 {
		fmt.Fprintf(&b, "  other dates given: %s\n", strings.Join(e.Conflicts, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// byWeight orders parts by what they add, the most first, without those that
// add nothing.
func byWeight(parts []Part) []Part {
	out := slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return p.Value*p.Weight < 0.005 && p.Value*p.Weight > -0.005 })
	slices.SortStableFunc(out, func(x, y Part) int { return cmp.Compare(y.Value*y.Weight, x.Value*x.Weight) })
	return out
}
