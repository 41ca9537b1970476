package timeline

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// draftOf makes the draft that extraction makes of a sentence whose clause is
// all of it. The date is EDTF; "" after the title's bar leaves the expression
// out, as for an article's own news.
func draftOf(t testing.TB, article, date, text, typ string) draft {
	t.Helper()
	span, err := tempo.ParseEDTF(date)
	if err != nil {
		t.Fatal(err)
	}
	code := "fr"
	if strings.HasPrefix(article, "en") {
		code = "en"
	}
	l, err := languageFor(code)
	if err != nil {
		t.Fatal(err)
	}
	f := l.actors.Find(text)
	d := draft{article: int(hashTerm(article) % 1000), articleID: article, lang: code, span: span, date: date, expression: "le " + date, quote: text, text: text,
		title: text, typ: typ, actors: f.Actors(), certainty: 1, end: len(text)}
	for _, r := range slices.Concat(f.States, f.Orgs, f.People, f.Places) {
		if r.Code != "" {
			d.terms = append(d.terms, term{hashTerm(r.Code), nameWeight})
		}
	}
	d.scene.tell(&d, &f)
	x := extractor{prosody: prosody{lang: l}, worker: &worker{stems: map[string]uint64{}}}
	for _, w := range strings.FieldsFunc(text, notLetter) {
		if len(w) > 3 && !inAny(&f, strings.Index(text, w)) {
			d.terms = append(d.terms, term{x.stem(w), stemWeight})
		}
	}
	return d
}

// numbered gives the drafts of one article the places of sentences that follow
// one another.
func numbered(drafts []draft) []draft {
	next := map[string]int{}
	for i := range drafts {
		d := &drafts[i]
		n := next[d.articleID]
		next[d.articleID]++
		d.sentence, d.start, d.end = n, 1000*n, 1000*n+len(d.quote)
	}
	return drafts
}

// building gives a build that has read the drafts' articles, in the order in
// which the drafts have them.
func building(t testing.TB, drafts []draft) (*builder, []*record) {
	t.Helper()
	b := newBuilder(Options{})
	b.lang = "fr"
	byID := map[string][]draft{}
	var ids []string
	for _, d := range drafts {
		if byID[d.articleID] == nil {
			ids = append(ids, d.articleID)
		}
		byID[d.articleID] = append(byID[d.articleID], d)
	}
	records := make([]*record, len(ids))
	var out coder
	for n, id := range ids {
		own := byID[id]
		slices.SortStableFunc(own, func(x, y draft) int { return canonical(&x, &y) })
		records[n] = &record{order: n, id: id}
		for i := range own {
			own[i].article = n
			at, err := out.put(b.drafts, own[i].code)
			if err != nil {
				t.Fatal(err)
			}
			records[n].drafts = append(records[n].drafts, at)
		}
		b.census.add(own)
	}
	b.witnesses = make([]witness, len(records))
	slices.SortStableFunc(records, func(x, y *record) int { return cmp.Compare(x.id, y.id) })
	return b, records
}

// merged gives the events of drafts.
func merged(t testing.TB, drafts []draft) []told {
	t.Helper()
	b, records := building(t, drafts)
	clusters, err := b.merge(records)
	if err != nil {
		t.Fatal(err)
	}
	var in shelf
	out := make([]told, len(clusters))
	for i, c := range clusters {
		if out[i], _, err = b.tell(&in, c); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// groups writes events as the articles of each.
func groups(events []told) []string {
	var out []string
	for _, e := range events {
		var names []string
		for _, s := range e.Sources {
			names = append(names, s.Article)
		}
		out = append(out, e.Date+" "+strings.Join(names, " "))
	}
	slices.Sort(out)
	return out
}

func TestMerge(t *testing.T) {
	type say struct{ article, date, text, typ string }
	for _, c := range []struct {
		name string
		say  []say
		want []string
	}{
		{"other words, same act, same states, same day", []say{
			{"a", "2024-06-19", "La Russie et la Corée du Nord ont signé un traité de défense mutuelle", "agree"},
			{"b", "2024-06-19", "Signature d'un pacte entre Moscou et Pyongyang", "agree"},
		}, []string{"2024-06-19 a b"}},
		{"two events of one day stay two", []say{
			{"a", "2024-06-19", "La Russie et la Corée du Nord ont signé un traité de défense mutuelle", "agree"},
			{"b", "2024-06-19", "Les spectateurs ont applaudi un concert de musique militaire", ""},
		}, []string{"2024-06-19 a", "2024-06-19 b"}},
		{"a finer date refines a coarser one", []say{
			{"a", "2022-02", "La Russie a envahi l'Ukraine", "assault"},
			{"b", "2022-02-24", "L'invasion de l'Ukraine par la Russie", "assault"},
		}, []string{"2022-02-24 a b"}},
		{"languages meet in names and acts", []say{
			{"a", "2022-02-24", "La Russie envahit l'Ukraine", "assault"},
			{"en", "2022-02-24", "Russia invaded Ukraine", "assault"},
		}, []string{"2022-02-24 a en"}},
		{"two states at war on one day are not two others", []say{
			{"a", "2022-02-24", "La Russie envahit l'Ukraine", "assault"},
			{"b", "2022-02-24", "Israël a bombardé la Syrie", "assault"},
		}, []string{"2022-02-24 a", "2022-02-24 b"}},
		{"days apart, the same rare matter: a conflict", []say{
			{"a", "2024-06-18", "Vladimir Poutine a assisté à un concert de la fanfare militaire à Pyongyang", ""},
			{"b", "2024-06-19", "Vladimir Poutine et Kim Jong Un au concert de la fanfare militaire à Pyongyang", ""},
		}, []string{"2024-06-18 a b"}},
		{"a week apart is another event", []say{
			{"a", "2024-06-11", "Vladimir Poutine a assisté à un concert de la fanfare militaire à Pyongyang", ""},
			{"b", "2024-06-19", "Vladimir Poutine et Kim Jong Un au concert de la fanfare militaire à Pyongyang", ""},
		}, []string{"2024-06-11 a", "2024-06-19 b"}},
		{"most articles say the day", []say{
			{"a", "2024-06-18", "Vladimir Poutine a assisté à un concert de la fanfare militaire à Pyongyang", ""},
			{"b", "2024-06-19", "Vladimir Poutine et Kim Jong Un au concert de la fanfare militaire à Pyongyang", ""},
			{"c", "2024-06-19", "Concert de la fanfare militaire à Pyongyang devant Vladimir Poutine", ""},
		}, []string{"2024-06-19 a b c"}},
		{"a decade is no date of a day", []say{
			{"a", "199X", "La Russie et la Chine ont signé un traité de paix", "agree"},
			{"b", "1995-03-04", "La Russie et la Chine ont signé un traité de paix", "agree"},
		}, []string{"1995-03-04 b", "199X a"}},
		{"a stretch of years is no date of a day", []say{
			{"a", "2020-08/2023-07", "La Russie et la Chine ont signé un traité de paix", "agree"},
			{"b", "2022-09", "La Russie et la Chine ont signé un traité de paix", "agree"},
		}, []string{"2020-08/2023-07 a", "2022-09 b"}},
		{"the same year, the same matter", []say{
			{"a", "1975", "Fondation de l'organisation par quinze États à Lagos", "agree"},
			{"b", "1975", "Quinze États fondent l'organisation à Lagos", "agree"},
		}, []string{"1975 a b"}},
		{"since a year, and in it", []say{
			{"a", "2022-02/..", "La Russie a envahi l'Ukraine", "assault"},
			{"b", "2022-02-24", "La Russie a envahi l'Ukraine", "assault"},
		}, []string{"2022-02-24 a b"}},
		{"another year of a clearly identical matter: a conflict", []say{
			{"a", "2015-02-12", "Signature à Minsk par la Russie et l'Ukraine d'un accord sur un cessez-le-feu dans le Donbass", "agree"},
			{"b", "2014-02-12", "La Russie et l'Ukraine ont signé à Minsk l'accord de cessez-le-feu dans le Donbass", "agree"},
			{"c", "2015-02-12", "Accord de cessez-le-feu dans le Donbass signé à Minsk par la Russie et l'Ukraine", "agree"},
		}, []string{"2015-02-12 a b c"}},
		{"what comes back every year stays apart", []say{
			{"a", "2015-05-09", "La Russie célèbre à Moscou la victoire par un défilé militaire sur la place Rouge", "support"},
			{"b", "2016-05-09", "La Russie célèbre à Moscou la victoire par un défilé militaire sur la place Rouge", "support"},
			{"c", "2017-05-09", "La Russie célèbre à Moscou la victoire par un défilé militaire sur la place Rouge", "support"},
		}, []string{"2015-05-09 a", "2016-05-09 b", "2017-05-09 c"}},
		{"words that any news uses are no matter", []say{
			{"a", "2023-05-04", "Le président a annoncé une nouvelle mesure pour les régions du pays", ""},
			{"b", "2023-05-04", "Le ministre a annoncé une première réunion des régions du monde", ""},
		}, []string{"2023-05-04 a", "2023-05-04 b"}},
		{"other people meet at the same place", []say{
			{"a", "2021-06-16", "Joe Biden a reçu des journalistes à la villa La Grange", ""},
			{"b", "2021-06-16", "Vladimir Poutine a quitté la villa en hélicoptère", ""},
		}, []string{"2021-06-16 a", "2021-06-16 b"}},
		{"a summit of the same two states in its year", []say{
			{"a", "2019", "Le premier sommet entre la Russie et la Corée du Nord", "consult"},
			{"b", "2019-04-25", "La Corée du Nord et la Russie se sont rencontrées", "consult"},
		}, []string{"2019-04-25 a b"}},
		{"one shared word is no bond of a year and a day", []say{
			{"a", "2006", "Boeing a livré un hélicoptère à l'armée canadienne", "aid"},
			{"b", "2006-05-23", "Airbus livre son dernier quadrimoteur à une compagnie espagnole", "aid"},
		}, []string{"2006 a", "2006-05-23 b"}},
		{"the news of one article is that of another, not a scene of its day", []say{
			{"a", "2024-06-19", "Accord de défense signé à Pyongyang par la Russie et la Corée du Nord", "agree"},
			{"a", "2024-06-19T09:00:00", "Des enfants ont salué le cortège sur la grande place", "consult"},
			{"b", "2024-06-19", "Un accord de défense lie la Russie et la Corée du Nord", "agree"},
		}, []string{"2024-06-19 a b", "2024-06-19T09:00:00 a"}},
		{"no article tells one thing of two days", []say{
			{"a", "2024-06-18", "Vladimir Poutine a assisté à un concert de la fanfare militaire à Pyongyang", ""},
			{"a", "2024-06-19", "Concert de la fanfare militaire à Pyongyang devant Vladimir Poutine", ""},
			{"b", "2024-06-19", "Vladimir Poutine et Kim Jong Un au concert de la fanfare militaire à Pyongyang", ""},
		}, []string{"2024-06-18 a", "2024-06-19 a b"}},
		{"what a year tells with one word is of many things", []say{
			{"a", "2007", "Sortie du téléphone original", ""},
			{"b", "2007-01-10", "Sortie de la console portative", ""},
		}, []string{"2007 a", "2007-01-10 b"}},
		{"synonyms of one act", []say{
			{"a", "2021-03-12", "Le groupe Belmont rachète la papeterie Vasseur de Rouen", ""},
			{"b", "2021-03-12", "Acquisition de Vasseur par Belmont", ""},
		}, []string{"2021-03-12 a b"}},
		{"without a year nothing is compared", []say{
			{"a", "../2005", "La Russie a envahi l'Ukraine", "assault"},
			{"b", "../2005", "La Russie a envahi l'Ukraine", "assault"},
		}, []string{"../2005 a", "../2005 b"}},
	} {
		var drafts []draft
		for _, s := range c.say {
			drafts = append(drafts, draftOf(t, s.article, s.date, s.text, s.typ))
		}
		numbered(drafts)
		if got := groups(merged(t, drafts)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestBesideTheNews marks what an article tells beside its own news of a date.
func TestBesideTheNews(t *testing.T) {
	gistOn := func(date string, lead bool) gist {
		s, err := tempo.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		return gist{span: s, when: whenOf(s), lead: lead}
	}
	gists := []gist{gistOn("2024-06-19", true), gistOn("2024-06-19T20:00:00", false), gistOn("2024-06", false), gistOn("2024-06-18", false)}
	p := newGistMaker()
	p.gists = gists
	p.learnArticle()
	for i, want := range []bool{false, true, true, false} {
		if gists[i].beside != want {
			t.Errorf("%s: beside the news is %v, want %v", gists[i].span.EDTF(), gists[i].beside, want)
		}
	}
}

func TestMergeKeepsApartWhatOneSentenceTells(t *testing.T) {
	drafts := []draft{
		draftOf(t, "a", "1961", "Signature des traités entre Moscou et Pyongyang", "agree"),
		draftOf(t, "a", "1961-07", "Signature des traités entre Moscou et Pyongyang", "agree"),
	}
	if n := len(merged(t, drafts)); n != 2 {
		t.Errorf("two dates of one sentence make %d events, want 2", n)
	}
	// Nor are they brought together by what a second article tells.
	drafts = append(drafts, draftOf(t, "b", "1961-07", "Signature des traités entre Moscou et Pyongyang", "agree"))
	if n := len(merged(t, drafts)); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}

func TestConflictsAreShown(t *testing.T) {
	drafts := numbered([]draft{
		draftOf(t, "a", "2024-06-18", "Vladimir Poutine a assisté à un concert de la fanfare militaire à Pyongyang", ""),
		draftOf(t, "b", "2024-06-19", "Vladimir Poutine et Kim Jong Un au concert de la fanfare militaire à Pyongyang", ""),
		draftOf(t, "c", "2024-06-19", "Concert de la fanfare militaire à Pyongyang devant Vladimir Poutine", ""),
	})
	events := merged(t, drafts)
	if len(events) != 1 {
		t.Fatalf("%q", groups(events))
	}
	e := events[0]
	if e.Date != "2024-06-19" || !slices.Equal(e.Conflicts, []string{"2024-06-18"}) || len(e.Sources) != 3 {
		t.Errorf("date %s, conflicts %v, %d sources; want 2024-06-19, [2024-06-18], 3", e.Date, e.Conflicts, len(e.Sources))
	}
	// Another hour of the day is no conflict.
	drafts[0].span, _ = tempo.ParseEDTF("2024-06-19T21:00:00")
	drafts[1].span, _ = tempo.ParseEDTF("2024-06-19T20:30:00")
	if events = merged(t, drafts); len(events) != 1 || len(events[0].Conflicts) != 0 {
		t.Errorf("%q, conflicts %v; want one event without", groups(events), events[0].Conflicts)
	}
	// A coarser date that agrees is no conflict, nor is the day of a publication.
	drafts[0].span, _ = tempo.ParseEDTF("2024-06")
	drafts[1].expression = ""
	drafts[1].span, _ = tempo.ParseEDTF("2024-06-20")
	events = merged(t, drafts)
	if len(events) != 1 {
		t.Fatalf("%q", groups(events))
	}
	if e := events[0]; e.Date != "2024-06-19" || len(e.Conflicts) != 0 {
		t.Errorf("date %s, conflicts %v; want 2024-06-19 and none", e.Date, e.Conflicts)
	}
}

func TestAPlanMergesWithItsReport(t *testing.T) {
	drafts := numbered([]draft{
		draftOf(t, "a", "2015-07-20", "Le Conseil de sécurité doit voter une résolution sur l'Iran", "support"),
		draftOf(t, "b", "2015-07-20", "Le Conseil de sécurité a voté la résolution sur l'Iran", "support"),
	})
	drafts[0].status = "planned"
	events := merged(t, drafts)
	if len(events) != 1 {
		t.Fatalf("%q", groups(events))
	}
	if e := events[0]; e.Status != "" || !strings.Contains(e.Title, "a voté") {
		t.Errorf("status %q, title %q; the report outweighs the plan", e.Status, e.Title)
	}
}

// TestMergeDoesNotDependOnOrder shuffles the drafts: the same sources must make
// the same events, at the same dates.
func TestMergeDoesNotDependOnOrder(t *testing.T) {
	drafts := corpusOf(3000)
	want := groups(merged(t, drafts))
	r := rand.New(rand.NewSource(1))
	for range 3 {
		shuffled := slices.Clone(drafts)
		// Articles come in any order; within one its drafts keep theirs.
		order := r.Perm(len(drafts)/5 + 1)
		slices.SortStableFunc(shuffled, func(a, b draft) int { return order[a.article] - order[b.article] })
		for i := range shuffled {
			shuffled[i].article = order[shuffled[i].article]
		}
		if got := groups(merged(t, shuffled)); !slices.Equal(got, want) {
			t.Fatalf("%d events in one order, %d in another, or others", len(want), len(got))
		}
	}
}

// TestBuildDoesNotDependOnOrder builds the sample articles in several orders
// with several numbers of workers: the timelines must be the same byte for byte.
func TestBuildDoesNotDependOnOrder(t *testing.T) {
	var articles []read.Article
	if _, err := read.Walk(context.Background(), []string{"../testdata/articles"}, read.Options{}, func(a read.Article) error {
		articles = append(articles, a)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewSource(2))
	var want []byte
	dir := t.TempDir()
	for _, workers := range []int{1, 2, 7} {
		for _, memory := range []int64{0, 1, 3 << 20} { // with 1 byte all goes to disk, with 3 MiB some
			var told strings.Builder
			tl, _, err := Build(func(yield func(read.Article) error) error {
				for _, a := range articles {
					if err := yield(a); err != nil {
						return err
					}
				}
				return nil
			}, Options{Workers: workers, Memory: memory, Scratch: scratchIn(dir), Explain: func(x Explanation) {
				x.WriteText(&told)
				if x.Rank == 0 || x.Found < x.Rank {
					t.Errorf("%s is number %d of %d", x.Event.ID, x.Rank, x.Found)
				}
			}})
			if err != nil {
				t.Fatal(err)
			}
			left, err := filepath.Glob(filepath.Join(dir, "frise*"))
			if err != nil || (len(left) > 0) != (memory > 0) {
				t.Errorf("memory %d: scratch files %v, %v", memory, left, err)
			}
			for _, name := range left {
				os.Remove(name)
			}
			data, err := json.Marshal(tl)
			if err != nil {
				t.Fatal(err)
			}
			data = append(data, told.String()...)
			if want == nil {
				want = data
			} else if string(data) != string(want) {
				t.Fatalf("%d workers, memory %d: another order gives another timeline, first different at byte %d", workers, memory, firstDifference(want, data))
			}
			r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		}
	}
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// inOneYear moves drafts into one year, each to its day of a year.
func inOneYear(drafts []draft) []draft {
	for i := range drafts {
		d := &drafts[i]
		day := tempo.Date(2012, 1, 1) + d.span.Start.Midnight()%(366*86400)
		d.span = tempo.Of(day, d.span.Grain)
		d.date = d.span.EDTF()
	}
	return drafts
}

// TestAYearThatDoesNotFit merges a year on one core and on many, and one of more
// drafts than the memory holds: the same events come out, and the year keeps to
// its part of the memory but for the few numbers that it needs of every draft.
func TestAYearThatDoesNotFit(t *testing.T) {
	const n, numbers = 12_000, 200
	dir := t.TempDir()
	var want []cluster
	for i, memory := range []int64{0, 0, 6 << 20, 1} {
		b, records := building(t, inOneYear(corpusOf(n)))
		b.options.Memory, b.options.Scratch, b.options.Workers = memory, scratchIn(dir), 1+4*(i%2)
		if memory > 0 {
			b.memory.Store(memory / spoolShare)
		}
		clusters, err := b.merge(records)
		if err != nil || b.failure != nil {
			t.Fatal(err, b.failure)
		}
		switch {
		case i == 0:
			want = clusters
			if b.yearBytes < n*1000 {
				t.Errorf("a year that is held takes %d bytes", b.yearBytes)
			}
		case !reflect.DeepEqual(clusters, want):
			t.Errorf("with %d bytes of memory and %d workers there are %d events, with all and one there are %d", memory, b.options.Workers, len(clusters), len(want))
		case memory > 0 && b.yearBytes > memory/5+leastRecent*draftBytes+n*numbers:
			t.Errorf("with %d bytes of memory a year takes %d", memory, b.yearBytes)
		}
	}
}

// TestPairsAreFound checks the blocks against comparing all with
// all: what the evidence joins and what shares a key must be found.
func TestPairsAreFound(t *testing.T) {
	drafts := corpusOf(600)
	b, records := building(t, drafts)
	m := b.newMerger(records)
	found := map[[2]int32]int{}
	twin := map[int32]bool{} // another stands for it
	err := m.eachYear(1, len(drafts), func(y *yearOfDrafts, _, _ int64) error {
		for _, p := range y.pairs {
			found[[2]int32{p.a, p.b}]++
		}
		for _, p := range y.twins {
			twin[p.b] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	all := make([]int32, len(drafts))
	for i := range all {
		all[i] = int32(i)
	}
	gists := m.load(all)
	missed := 0
	for i := range gists {
		for j := i + 1; j < len(gists); j++ {
			if twin[int32(i)] || twin[int32(j)] {
				continue
			}
			if m.excess(&gists[i], &gists[j]) >= 0 && found[[2]int32{int32(i), int32(j)}] == 0 && len(partnersOf(found, i)) < bestPairs && len(partnersOf(found, j)) < bestPairs {
				missed++
			}
		}
	}
	if missed*50 > len(found) {
		t.Errorf("%d pairs found, %d missed", len(found), missed)
	}
}

// partnersOf lists the drafts that draft i was paired with.
func partnersOf(found map[[2]int32]int, i int) (out []int32) {
	for p := range found {
		if p[0] == int32(i) || p[1] == int32(i) {
			out = append(out, p[0]+p[1]-int32(i))
		}
	}
	return out
}

func TestWordStarts(t *testing.T) {
	starts := func(s string) (out []uint64) {
		wordStarts(s, func(_ int, h uint64) { out = append(out, h) })
		return out
	}
	for _, c := range [][2]string{{"nucléaire", "nuclear"}, {"RÉSOLUTION", "resolution"}, {"Genève", "Geneva"}, {"cœurs", "coeur"}} {
		a, b := starts(c[0]), starts(c[1])
		if c[0] == "cœurs" {
			continue // œ is one letter here and two there
		}
		if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
			t.Errorf("%q and %q begin with other letters", c[0], c[1])
		}
	}
	if n := len(starts("la loi de l'eau, un \xff été «guerre»")); n != 1 {
		t.Errorf("%d long words, want 1", n)
	}
}

func FuzzWordStarts(f *testing.F) {
	f.Add("La Corée du Nord, « Œuvre » \x00\xff 日本語 2024-06-19")
	f.Fuzz(func(t *testing.T, s string) {
		last := -1
		wordStarts(s, func(at int, _ uint64) {
			if at <= last || at >= len(s) {
				t.Fatalf("word at %d after %d of %d bytes", at, last, len(s))
			}
			last = at
		})
	})
}

func ExampleExplanation_WriteText() {
	x := Explanation{Event: &Event{ID: "e1", Date: "2024-06-19", Title: "Signature du traité", Score: 0.27, Sources: []Source{
		{Article: "a", Start: 10, Expression: "mercredi", Date: "2024-06-19"}, {Article: "b", Date: "2024-06"}}},
		Parts: []Part{{"exact date", 0, 1, 0.12}, {"independent articles", 2, 0.5, 0.3}}, Doubt: 1, Rank: 4, Found: 20, Before: 1, Weight: 0.216,
		Joins: []Join{{A: 0, B: 1, Dates: "one within the other", Excess: 1.5, Parts: []Part{{Name: "same kind of act", Value: 1, Weight: 2}, {Name: "several", Value: 1, Weight: -0.5}}}}}
	var b strings.Builder
	if err := x.WriteText(&b); err != nil {
		fmt.Println(err)
	}
	fmt.Print(b.String())
	// Output:
	// 2024-06-19  Signature du traité  (e1)
	//   score 0.270, number 4 of the 20 events found by 0.216, since 1 of its date weighs more
	//     0.15 of 0.30  independent articles: 2
	//     0.12 of 0.12  exact date
	//   [1] a, byte 10: mercredi → 2024-06-19
	//   [2] b, byte 0: the article's date → 2024-06
	//   [1] and [2] are one (one within the other), 1.50 more than it takes:
	//       +2.00 same kind of act, -0.50 several
}

// TestAnEndedBuildWaitsForItsWorkers ends builds in the middle of merging, when
// other years are still being read from where they were put away.
func TestAnEndedBuildWaitsForItsWorkers(t *testing.T) {
	drafts := corpusOf(4000)
	stop := errors.New("enough")
	for at := range 6 {
		b, records := building(t, drafts)
		b.options.Workers = 4
		b.options.Interrupted = func() error {
			if at--; at < 0 {
				return stop
			}
			return nil
		}
		if _, err := b.merge(records); !errors.Is(err, stop) || b.failure != nil {
			t.Errorf("the build ends with %v and %v, want %v alone", err, b.failure, stop)
		}
	}
}
