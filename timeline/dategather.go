package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A dossier is what is known of the date of one article that needs one. Its
// parts, some ten kilobytes, stand in a spool while no one looks at them.
type dossier struct {
	record  *record
	index   int        // of the record
	limit   tempo.Span // the coarse date that its file gives; zero: none
	round   int        // in which it was settled to a day; −1: not yet
	own     tempo.Span // what its own words bear
	settled tempo.Span
	sure    float64
	at      place // of the parts
	dossierParts
}

type dossierParts struct {
	evidence []evidence // from its own words
	told     []toldDate // its expressions that another article may date
	terms    []docTerm  // what it is about, for alignment
	pairs    []uint64   // pairs of words that follow each other
	anchors  []int      // days that the window is laid around
	clues    []Clue     // what speaks for the date that it has so far
}

// A toldDate is an expression whose day another article may give.
type toldDate struct {
	mention int
	text    string
	offset  int           // for "hier", "aujourd'hui": days from the publication
	deictic bool          // the offset counts
	weekday int8          // a bare weekday, 1 to 7
	where   tempo.Partial // a day or month without its year
	kernel  *kernel
	terms   []uint64 // of its sentence
}

// lead is how much of a text counts as its head.
const lead = 450

// A fullDate is a date with its year, as an article tells it.
type fullDate struct {
	span    tempo.Span
	tense   tempo.Tense
	mention int
	named   bool // with its weekday
	at      int
}

// A gatherer reads one article for what dates it.
type gatherer struct {
	f     *lang.Finder
	facts *factTable
	doc   *document
	d     *dossier
	text  string
	ms    []lang.Mention

	sentences []lang.Sentence
	full      []fullDate
	used      map[int]bool // mentions that a stronger clue has taken
	seen      map[tempo.Partial]bool
}

// gather reads an article for what dates it.
func gather(w *worker, facts *factTable, doc *document, limit tempo.Span) *dossier {
	f := w.finder
	g := &gatherer{f: f, facts: facts, doc: doc, text: evidenceText(doc), used: map[int]bool{}, seen: map[tempo.Partial]bool{}}
	g.d = &dossier{limit: limit, round: -1}
	g.ms = f.Find(g.text, nil)
	g.sentences = f.Sentences(nil)
	g.fullDates()
	for k := range g.full {
		g.full[k].tense = f.Tense(g.ms[g.full[k].mention])
	}
	g.headsAndFeet()
	g.appositions()
	g.partials()
	g.latest()
	g.intervals()
	g.worldFacts()
	g.fileClues()
	g.d.terms, g.d.pairs = subject(f, g.text, w.hashes())
	g.tellers()
	return g.d
}

// evidenceText is the article's text, with its title before it where the text
// does not begin with that.
func evidenceText(doc *document) string {
	a := &doc.article
	if a.Title == "" || strings.Contains(a.Text[:min(len(a.Text), 600)], a.Title) {
		return a.Text
	}
	return a.Title + "\n\n" + a.Text
}

func (g *gatherer) words(i int) string { return oneLine(g.text[g.ms[i].Start:g.ms[i].End], 60) }

// oneLine joins the words of a text by single spaces, cut at about n bytes.
func oneLine(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}

func (g *gatherer) add(e evidence) {
	if e.power == 0 {
		e.power = 1
	}
	if e.period == 0 {
		e.period = era
	}
	if e.period == era {
		for _, c := range e.at {
			g.d.anchors = append(g.d.anchors, c.first, c.last)
		}
	}
	g.d.evidence = append(g.d.evidence, e)
}

// isFull tells whether a mention is a date with its year.
func isFull(e *tempo.Expr) bool {
	return e.Kind == tempo.Point && e.From == nil && e.Unit == tempo.NoGrain && e.Nth == 0 &&
		e.Where.Has&tempo.HasYear != 0 && e.Where.YearGrain == tempo.Year && e.Where.Year > 1000 && e.Where.Year < 2200
}

// fullDates lists the dates with their year.
func (g *gatherer) fullDates() {
	for i := range g.ms {
		m := &g.ms[i]
		if !isFull(&m.Expr) {
			continue
		}
		e := m.Expr
		e.Reach, e.Mod = tempo.Exact, tempo.NoMod
		s, ok := e.Span(tempo.Context{})
		if !ok {
			continue
		}
		if s.Grain < tempo.Day {
			s = tempo.Of(s.Start, tempo.Day)
		}
		if s.Grain == tempo.Season { // "l'été 2012" is said from June on
			s.Start, s.End = s.Start-31*secondsADay, s.End+31*secondsADay
		}
		g.full = append(g.full, fullDate{span: s, mention: i, at: m.Start, named: e.Where.Has&tempo.HasWeekday != 0})
	}
}

// latest reckons with the latest date that is told with its year: the article
// is no older, and mostly little younger. What is told as to come is later.
func (g *gatherer) latest() {
	var past, future []fullDate
	for _, d := range g.full {
		switch {
		case g.used[d.mention]:
		case d.tense == tempo.Future && !g.isOver(d):
			future = append(future, d)
		default:
			past = append(past, d)
		}
	}
	past = slices.DeleteFunc(past, func(d fullDate) bool { // told as to come elsewhere
		return d.tense == tempo.NoTense && slices.ContainsFunc(future, func(o fullDate) bool { return o.span == d.span })
	})
	order := func(a, b fullDate) int {
		return cmp.Or(cmp.Compare(b.span.Start.Midnight()+yearEnd(b.span), a.span.Start.Midnight()+yearEnd(a.span)), cmp.Compare(a.at, b.at))
	}
	slices.SortStableFunc(past, order)
	if len(past) > 0 {
		g.add(g.latestOf(past))
	}
	if len(future) > 0 {
		slices.SortStableFunc(future, order)
		d := future[len(future)-1] // the first to come
		e := evidence{by: "date to come", text: g.words(d.mention), at: daysOf(d.span),
			kernel: &futureFull, floor: 0.05, mention: d.mention}
		if d.span.Grain >= tempo.Year {
			e.kernel = &futureYear
		}
		g.add(e)
	}
}

// isOver tells whether a later date is told as past.
func (g *gatherer) isOver(d fullDate) bool {
	return slices.ContainsFunc(g.full, func(o fullDate) bool { return o.tense != tempo.Future && o.span.Start >= d.span.End })
}

// yearEnd sorts a year before the days and months that are told within it.
func yearEnd(s tempo.Span) tempo.Instant {
	if s.Grain >= tempo.Year {
		return -1
	}
	return 0
}

// latestOf makes one clue of the latest date told and, where that may be one
// to come, of the year before it that the article speaks of most.
func (g *gatherer) latestOf(past []fullDate) evidence {
	weight := map[int]float64{} // how much is said of a year; more in the head
	count := map[int]int{}
	for _, d := range past {
		y, _, _ := d.span.Start.Civil()
		weight[y]++
		if count[y]++; d.at < lead && count[y] == 1 {
			weight[y]++
		}
	}
	top := past[0]
	y, _, _ := top.span.Start.Civil()
	e := evidence{by: "latest date", text: g.words(top.mention), floor: 0.02, mention: top.mention, kernel: latestKernel(top, count[y])}
	e.at = []occurrence{occurrenceOf(top.span, weight[y]+0.5)}
	if top.tense == tempo.Past {
		return e
	}
	var next *fullDate
	said := 0.0
	for i := range past {
		if z, _, _ := past[i].span.Start.Civil(); z < y && z > y-20 && weight[z] > said {
			next, said = &past[i], weight[z]
		}
	}
	if next != nil {
		e.at = append(e.at, occurrenceOf(next.span, 0.6*said))
	}
	return e
}

func latestKernel(d fullDate, count int) *kernel {
	switch {
	case d.span.Grain <= tempo.Day && d.named:
		return &fullNamedDay
	case d.span.Grain <= tempo.Day && d.at < lead:
		return &fullDayLead
	case d.span.Grain <= tempo.Day:
		return &fullDay
	case d.span.Grain <= tempo.Season:
		return &fullMonth
	case count > 1:
		return &fullYearOften
	}
	return &fullYear
}
