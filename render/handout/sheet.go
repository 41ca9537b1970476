package handout

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A document is a handout before it is HTML or DOCX.
type document struct {
	title  string
	o      Options
	print  *words.Print
	labels *words.Words
	sheets []sheet
}

// A sheet begins on a new page: an exercise in one version, or an answer key.
type sheet struct {
	kind     string // one of Kinds, or "key"
	version  string
	heading  string
	task     string
	bank     []string // dates to choose from
	rows     []row
	glossary []term
}

// A row is one event of a sheet.
type row struct {
	mark   string // number or letter; empty: none
	date   string // empty: to fill in
	title  string
	status string
	quotes []quote
}

// A quote is what an article says of an event, cut around its expression.
type quote struct {
	before, expression, after string
	masked                    bool // the expression would give the date away
	article, date             string
}

type term struct{ name, kind string }

// An item is an event with its place in time.
type item struct {
	event    timeline.Event
	from, to tempo.Instant
}

func compose(t timeline.Timeline, o Options) (document, error) {
	o, err := o.check(t)
	if err != nil {
		return document{}, err
	}
	d := document{title: oneLine(t.Title), o: o, print: words.PrintFor(o.Lang), labels: words.For(o.Lang)}
	if d.title == "" {
		d.title = d.labels.Untitled
	}
	items := best(inTime(t.Events), o.Max)
	articles := map[string]timeline.Article{}
	for _, a := range t.Articles {
		articles[a.ID] = a
	}
	var keys []sheet
	for _, version := range o.Versions {
		exercise, key := d.exercise(items, articles, version)
		d.sheets = append(d.sheets, exercise)
		if key != nil {
			keys = append(keys, *key)
		}
	}
	d.sheets = append(d.sheets, keys...)
	return d, nil
}

// exercise makes one version of the handout, and its answer key.
func (d *document) exercise(items []item, articles map[string]timeline.Article, version string) (sheet, *sheet) {
	random := d.random(version)
	switch d.o.Kind {
	case "blank-dates":
		return d.blankDates(items, articles, version, random)
	case "shuffle":
		return d.shuffle(items, version, random)
	case "cards":
		return d.cards(items, articles, version, random)
	case "quotes":
		return d.quotes(items, articles, version, random)
	}
	s := sheet{kind: "full", version: version, heading: d.print.Full, task: d.print.FullTask, glossary: d.glossary(items)}
	for _, i := range items {
		r := d.row(i.event)
		r.date = label(i.event)
		r.quotes = d.quotesOf(i.event, articles)
		s.rows = append(s.rows, r)
	}
	return s, nil
}

// random gives the source of every shuffle of a version: the same seed, version,
// kind and title shuffle alike on every machine.
func (d *document) random(version string) *rand.Rand {
	h := fnv.New64a()
	for _, part := range []string{d.o.Seed, version, d.o.Kind, d.title} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return rand.New(rand.NewPCG(h.Sum64(), 0x6672697365))
}

// inTime gives the events that have a place in time, in its order.
func inTime(events []timeline.Event) []item {
	var items []item
	for _, e := range events {
		from, errFrom := tempo.ParseEDTF(e.Start)
		to, errTo := tempo.ParseEDTF(e.End)
		switch {
		case e.Start == "" && e.End == "", e.Start != "" && errFrom != nil, e.End != "" && errTo != nil:
			continue
		case e.Start == "":
			from = to
		case e.End == "":
			to = from
		}
		items = append(items, item{e, from.Start, to.End})
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return items
}

// best keeps the n events of the highest score, in time order; 0 keeps all.
func best(items []item, n int) []item {
	if n <= 0 || len(items) <= n {
		return items
	}
	byScore := slices.Clone(items)
	slices.SortStableFunc(byScore, func(a, b item) int { return cmp.Compare(b.event.Score, a.event.Score) })
	kept := byScore[:n]
	slices.SortStableFunc(kept, func(a, b item) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return kept
}

// orderable keeps the best events whose order no one can doubt: any two lie
// apart, or on the very same days. "2022" and "2022-02" cannot both be asked for.
func orderable(items []item, n int) []item {
	byScore := slices.Clone(items)
	slices.SortStableFunc(byScore, func(a, b item) int { return cmp.Compare(b.event.Score, a.event.Score) })
	var kept []item
	for _, i := range byScore {
		clash := slices.ContainsFunc(kept, func(k item) bool {
			return i.from < k.to && k.from < i.to && (i.from != k.from || i.to != k.to)
		})
		if !clash && i.event.Start != "" && i.event.End != "" && len(kept) < n {
			kept = append(kept, i)
		}
	}
	slices.SortStableFunc(kept, func(a, b item) int { return cmp.Compare(a.from, b.from) })
	return kept
}

func (d *document) row(e timeline.Event) row {
	r := row{title: oneLine(e.Title)}
	if e.Status != "" {
		r.status = cmp.Or(d.labels.Status[e.Status], e.Status)
	}
	return r
}

func label(e timeline.Event) string { return cmp.Or(e.Label, e.Date) }

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

func number(i int) string { return strconv.Itoa(i + 1) }

// letter names cards A, B … Z, AA, AB ….
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}
