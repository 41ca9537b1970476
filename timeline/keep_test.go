package timeline

import (
	"slices"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

func TestAbout(t *testing.T) {
	treaty := &Event{Title: "Signature d'un traité de défense", Text: "ils ont signé un traité de défense", Actors: []string{"RUS", "PRK"},
		People: []string{"Kim Jong Un", "Vladimir Putin"}, Places: []string{"Pyongyang"}}
	trade := &Event{Title: "La Chine veut normaliser ses échanges", Text: "la Chine veut normaliser ses échanges", Actors: []string{"CHN"}, Places: []string{"Shanghaï"}}
	for _, c := range []struct {
		query         string
		treaty, trade bool
	}{
		{"Corée du Nord", true, false},
		{"la Corée du Nord", true, false},
		{"coree du nord", true, false},
		{"North Korea", true, false},
		{"PRK", true, false},
		{"prk", true, false},
		{"Poutine", true, false},
		{"Vladimir Poutine", true, false},
		{"kim jong un", true, false},
		{"Pyongyang", true, false},
		{"traité", true, false},
		{"TRAITE", true, false},
		{"défense traité", true, false},
		{"chine", false, true},
		{"China", false, true},
		{"Mali", false, false},   // not in "normaliser"
		{"échange", false, true}, // begins "échanges"
		{"Corée du Sud", false, false},
		{"Poutine Corée du Nord", true, false},
		{"kim et poutine", true, false},
		{"traités", true, false}, // another ending
		{"traité Russie", true, false},
		{"traité Iran", false, false},
		{"la Chine et ses échanges", false, true},
		{"pyongyang traité", true, false},
		{"Kim Chine", false, false},
		{"Shanghai", false, true}, // in French Shanghaï
		{"Shanghaï", false, true},
		{"Shandong", false, false},
		{"Kim Jong-un", true, false},
		{"Kim Jong Un, Poutine", true, false},
		{"Kim Jong Nam", false, false}, // whose names are among the words
		{"nord-coréennes", true, false},
		{"NORD-COREEN", true, false},
		{"DPRK", true, false},
		{"Pékin", false, true}, // Shanghai's clause names Beijing
		{"Beijing", false, true},
		{"UN", false, false}, // not "un"
		{"un", false, false},
		{"«traité»", true, false},
		{"M. Poutine", true, false},
		{"russo-coréen", false, false}, // which Korea it is nobody knows
		{"sino-russe", false, false},
		{"russo-chinois", false, false},
		{"russo-nord-coréen", true, false},
		{"traité zeppelin", false, false},
		{"", false, false},
		{"?!", false, false},
	} {
		f := newFocus(c.query)
		if got := f.holds(&told{Event: *treaty}, nil); got != c.treaty {
			t.Errorf("%q holds the treaty: %v, want %v (%+v)", c.query, got, c.treaty, f)
		}
		if got := f.holds(&told{Event: *trade, said: "envoie un émissaire de Beijing"}, nil); got != c.trade {
			t.Errorf("%q holds trade: %v, want %v (%+v)", c.query, got, c.trade, f)
		}
	}
}

// TestAboutCounts counts the events that have each part of a query, so that an
// empty timeline can say which part nothing has.
func TestAboutCounts(t *testing.T) {
	o := Options{About: "zeppelin Poutine", MinSources: 2}
	f := newFocus(o.About)
	left := Omission{Topics: f.counts()}
	has := make([]bool, len(f))
	for _, e := range []told{
		{Event: Event{Title: "Poutine à Pyongyang", People: []string{"Vladimir Poutine"}}, tally: tally{witnesses: 3}},
		{Event: Event{Title: "Un zeppelin au-dessus du lac"}, tally: tally{witnesses: 2}},
		{Event: Event{Title: "Un zeppelin se pose"}, tally: tally{witnesses: 2}},
		{Event: Event{Title: "Poutine à Moscou", People: []string{"Vladimir Poutine"}}, tally: tally{witnesses: 1}}, // told once: not asked
		{Event: Event{Title: "Il se rend à Moscou"}, tally: tally{witnesses: 4}, vague: true},
	} {
		clear(has)
		left.note(o.keeps(&e, f, has), has)
	}
	if left.Told != 4 || left.FewSources != 1 || left.OtherTopic != 3 || left.Outside != 0 {
		t.Errorf("of 4 events 1 has too few sources and 3 another topic, not %+v", left)
	}
	count := map[string]int{}
	for _, c := range left.Topics {
		count[c.Asked] = c.Events
	}
	if count["zeppelin"] != 2 || count["Poutine"] != 1 {
		t.Errorf("two events have a zeppelin, one has Poutine: %v", count)
	}
}

// TestOpenEndsReachToTheirArticles: what still goes on is known to do so up to
// the day of its last article, and no further.
func TestOpenEndsReachToTheirArticles(t *testing.T) {
	span := func(date string) tempo.Span {
		s, err := tempo.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	told := dayNumber(span("2024-06-20").Start)
	for _, c := range []struct {
		date         string
		lastDay      int32
		since, until string
		want         bool
	}{
		{"2019/..", told, "2024-06-20", "", true},
		{"2019/..", told, "2024-06-21", "", false},
		{"2019/..", 0, "2030", "", true}, // nobody knows when it was told
		{"2030/..", told, "2030", "", true},
		{"2019/..", told, "", "2018", false},
		{"../2005", told, "1900", "1901", true},
		{"../2005", told, "2005-12-31", "", true},
		{"../2005", told, "2006", "", false},
		{"1992/1995", told, "1995", "1999", true},
		{"1992/1995", told, "", "1991", false},
		{"2024-06", told, "2024-06-30", "", true},
		{"2024-06", told, "2024-07", "", false},
	} {
		var o Options
		if c.since != "" {
			o.Since = span(c.since)
		}
		if c.until != "" {
			o.Until = span(c.until)
		}
		if got := o.inPeriod(span(c.date), c.lastDay); got != c.want {
			t.Errorf("%s told until day %d, since %q until %q: %v, want %v", c.date, c.lastDay, c.since, c.until, got, c.want)
		}
	}
}

func FuzzAbout(f *testing.F) {
	f.Add("la Corée du Nord")
	f.Add("\xff l'Élysée \x00")
	f.Fuzz(func(t *testing.T, query string) {
		x := newFocus(query)
		x.holds(&told{Event: Event{Title: query, Actors: []string{"FRA"}, People: []string{query}, Places: []string{query}}}, nil)
	})
}

func TestKeep(t *testing.T) {
	event := func(id, date string, score float64, witnesses int) told {
		s, err := tempo.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		return told{Event: Event{ID: id, Date: date, Score: score, Title: id}, tally: tally{witnesses: witnesses}, span: s}
	}
	span := func(date string) tempo.Span {
		s, err := tempo.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	all := []told{event("treaty", "2024-06-19", 0.8, 3), event("war", "2022-02-24", 0.7, 2), event("year", "2022", 0.1, 1),
		event("open", "2022-05/..", 0.3, 1), event("past", "../2005", 0.2, 1), event("later", "2024-11", 0.4, 1)}
	for _, c := range []struct {
		name string
		o    Options
		want []string
	}{
		{"all, in the order of time", Options{}, []string{"past", "year", "war", "open", "treaty", "later"}},
		{"the weightiest, in the order of time", Options{Max: 3}, []string{"war", "treaty", "later"}},
		{"two witnesses", Options{MinSources: 2}, []string{"war", "treaty"}},
		{"since a day", Options{Since: span("2022-03-01")}, []string{"year", "open", "treaty", "later"}},
		{"since a year", Options{Since: span("2022")}, []string{"year", "war", "open", "treaty", "later"}},
		{"until a year", Options{Until: span("2022")}, []string{"past", "year", "war", "open"}},
		{"until a day", Options{Until: span("2022-02-24")}, []string{"past", "year", "war"}},
		{"between", Options{Since: span("2023"), Until: span("2024-06")}, []string{"open", "treaty"}},
		{"words", Options{About: "treaty"}, []string{"treaty"}},
	} {
		var got []string
		var f focus
		if c.o.About != "" {
			f = newFocus(c.o.About)
		}
		var left []kept
		for i := range all {
			if e := &all[i]; c.o.keeps(e, f, nil) == wanted {
				left = append(left, kept{cluster: int32(i), span: e.span, score: e.Score, id: e.ID})
			}
		}
		for _, e := range c.o.choose(left) {
			got = append(got, e.id)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if again := repeated([]kept{{id: "same"}, {id: "other"}, {id: "same"}, {id: "same"}}); len(again) != 2 || again[2] != 1 || again[3] != 2 {
		t.Errorf("of four events the third and the fourth have the first's ID, not %v", again)
	}
}

// TestChooseSpreadsOverDates wants of two nearly equal events the one of another
// day, and still the second of a day where it weighs clearly more.
func TestChooseSpreadsOverDates(t *testing.T) {
	day := func(n int) tempo.Span { return tempo.Of(tempo.Date(2024, 6, n), tempo.Day) }
	evening := tempo.PartOf(tempo.Date(2024, 6, 19), tempo.Evening)
	choose := func(events ...kept) (ids []string) {
		for _, e := range (Options{Max: 2}).choose(events) {
			ids = append(ids, e.id)
		}
		return ids
	}
	treaty, other := kept{cluster: 0, span: day(19), score: 0.8, id: "treaty"}, kept{cluster: 2, span: day(20), score: 0.49, id: "other"}
	if got := choose(treaty, kept{cluster: 1, span: evening, score: 0.5, id: "concert"}, other); !slices.Equal(got, []string{"treaty", "other"}) {
		t.Errorf("a concert of the treaty's day is chosen before another day: %v", got)
	}
	if got := choose(treaty, kept{cluster: 1, span: evening, score: 0.7, id: "visit"}, other); !slices.Equal(got, []string{"treaty", "visit"}) {
		t.Errorf("what weighs clearly more is not chosen: %v", got)
	}
}
