package handout

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/frise-timeline/frise/timeline"
)

// How many events a kind bears unless Options.Max says another number.
const (
	shuffleMost = 12
	cardsMost   = 16
	quotesMost  = 12
)

func (d *document) most(otherwise int) int {
	if d.o.Max > 0 {
		return d.o.Max
	}
	return otherwise
}

// blankDates leaves the dates out and lists them in another order to choose
// from. Expressions that tell the date outright are masked in the quotations;
// "mercredi" stays, since finding out which one is the exercise.
func (d *document) blankDates(items []item, articles map[string]timeline.Article, version string, random *rand.Rand) (sheet, *sheet) {
	s := sheet{kind: "blank-dates", version: version, heading: d.print.Blank, task: d.print.BlankTask, glossary: d.glossary(items)}
	key := d.key(version)
	for i, it := range items {
		r := d.row(it.event)
		r.mark = number(i)
		answer := r
		answer.date = label(it.event)
		key.rows = append(key.rows, answer)
		s.bank = append(s.bank, answer.date)
		r.quotes = d.quotesOf(it.event, articles)
		for j := range r.quotes {
			r.quotes[j].masked = explicit(r.quotes[j].expression)
		}
		s.rows = append(s.rows, r)
	}
	random.Shuffle(len(s.bank), func(i, j int) { s.bank[i], s.bank[j] = s.bank[j], s.bank[i] })
	return s, key
}

// shuffle mixes the events up; the pupil numbers them. Events of the very same
// days share their numbers in the key ("3–4").
func (d *document) shuffle(items []item, version string, random *rand.Rand) (sheet, *sheet) {
	kept := orderable(items, d.most(shuffleMost))
	task := strings.ReplaceAll(d.print.ShuffleTask, "{n}", d.labels.Number(len(kept)))
	s := sheet{kind: "shuffle", version: version, heading: d.print.Shuffle, task: task, glossary: d.glossary(kept)}
	for _, it := range kept {
		s.rows = append(s.rows, d.row(it.event))
	}
	mix(random, s.rows)
	key := d.key(version)
	for i, it := range kept {
		r := d.row(it.event)
		r.date, r.mark = label(it.event), rank(kept, i)
		key.rows = append(key.rows, r)
	}
	return s, key
}

// mix shuffles rows, and does it again while they lie in their own order.
func mix(random *rand.Rand, rows []row) {
	inOrder := true
	before := append([]row(nil), rows...)
	for try := 0; inOrder && try < 8 && len(rows) > 1; try++ {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		inOrder = true
		for i := range rows {
			inOrder = inOrder && rows[i].title == before[i].title
		}
	}
}

// rank is the place of the i-th event: "3", or "3–4" where two share their days.
func rank(items []item, i int) string {
	first, last := i, i
	for first > 0 && items[first-1].from == items[i].from {
		first--
	}
	for last+1 < len(items) && items[last+1].from == items[i].from {
		last++
	}
	if first == last {
		return number(i)
	}
	return number(first) + "–" + number(last)
}

// cards are cut out, eight a page; their letters are in no order, and the key
// tells the letters in the order of time.
func (d *document) cards(items []item, articles map[string]timeline.Article, version string, random *rand.Rand) (sheet, *sheet) {
	kept := orderable(items, d.most(cardsMost))
	s := sheet{kind: "cards", version: version, heading: d.print.Cards, task: d.print.CardsTask}
	key := d.key(version)
	places := random.Perm(len(kept))
	s.rows = make([]row, len(kept))
	for i, it := range kept {
		r := d.row(it.event)
		r.mark = letter(places[i])
		answer := r
		answer.date = label(it.event)
		key.rows = append(key.rows, answer)
		if quotes := d.quotesOf(it.event, articles); len(quotes) > 0 {
			r.quotes = quotes[:1]
			r.quotes[0].masked = explicit(r.quotes[0].expression)
			r.quotes[0].date = ""
		}
		s.rows[places[i]] = r
	}
	return s, key
}

// quotes asks which day a quotation speaks of: "mercredi" in an article of
// 19 June 2024. Only quotations that do not tell the date outright are asked
// for, unless there are no others.
func (d *document) quotes(items []item, articles map[string]timeline.Article, version string, random *rand.Rand) (sheet, *sheet) {
	s := sheet{kind: "quotes", version: version, heading: d.print.Quotes, task: d.print.QuotesTask}
	key := d.key(version)
	type riddle struct{ asked, answer row }
	var relative, outright []riddle
	seen := map[string]bool{}
	for _, it := range items {
		for n, q := range d.quotesOf(it.event, articles) {
			source := it.event.Sources[n]
			if q.expression == "" || q.date == "" || source.Date == "" || seen[source.Quote] {
				continue
			}
			seen[source.Quote] = true
			found := riddle{row{quotes: []quote{q}}, row{title: q.expression, date: d.labels.Date(source.Date), status: oneLine(it.event.Title)}}
			if explicit(q.expression) {
				outright = append(outright, found)
			} else {
				relative = append(relative, found)
			}
		}
	}
	if len(relative) == 0 {
		relative = outright
	}
	random.Shuffle(len(relative), func(i, j int) { relative[i], relative[j] = relative[j], relative[i] })
	for i, r := range relative[:min(len(relative), d.most(quotesMost))] {
		r.asked.mark, r.answer.mark = number(i), number(i)
		s.rows = append(s.rows, r.asked)
		key.rows = append(key.rows, r.answer)
	}
	return s, key
}

func (d *document) key(version string) *sheet {
	return &sheet{kind: "key", version: version, heading: d.print.AnswerKey}
}

// explicit tells whether an expression gives its date away: it holds a year of
// three digits or more.
func explicit(expression string) bool {
	digits := 0
	for _, r := range expression {
		if !unicode.IsDigit(r) {
			digits = 0
			continue
		}
		if digits++; digits == 3 {
			return true
		}
	}
	return false
}
