package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A dossier is what is known of the date of one article that needs one.
type dossier struct {
	doc      *document
	limit    tempo.Span // the coarse date that its file gives; zero: none
	evidence []evidence // from its own words
	told     []toldDate // its expressions that another article may date
	terms    []docTerm  // what it is about, for alignment
	pairs    []uint64   // pairs of words that follow each other
	anchors  []int      // days that the window is laid around
	round    int        // in which it was settled to a day; −1: not yet
	own      tempo.Span // what its own words bear
	settled  tempo.Span
	sure     float64
	clues    []Clue
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
	d     *dossier
	text  string
	ms    []lang.Mention

	sentences []lang.Sentence
	full      []fullDate
	used      map[int]bool // mentions that a stronger clue has taken
	seen      map[tempo.Partial]bool
}

// gather reads an article for what dates it.
func gather(f *lang.Finder, facts *factTable, doc *document, limit tempo.Span) *dossier {
	g := &gatherer{f: f, facts: facts, text: evidenceText(doc), used: map[int]bool{}, seen: map[tempo.Partial]bool{}}
	g.d = &dossier{doc: doc, limit: limit, round: -1}
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
	g.d.terms, g.d.pairs = subject(f, g.text, nil)
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
			g.d.anchors = append(g.d.anchors, c.first)
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
	count := map[int]int{}
	for _, d := range g.full {
		if g.used[d.mention] {
			continue
		}
		y, _, _ := d.span.Start.Civil()
		count[y]++
		if d.tense == tempo.Future && !g.isOver(d) {
			future = append(future, d)
		} else {
			past = append(past, d)
		}
	}
	order := func(a, b fullDate) int {
		return cmp.Or(cmp.Compare(b.span.Start.Midnight()+yearEnd(b.span), a.span.Start.Midnight()+yearEnd(a.span)), cmp.Compare(a.at, b.at))
	}
	slices.SortStableFunc(past, order)
	if len(past) > 0 {
		g.add(g.latestOf(past, count))
	}
	if len(future) > 0 {
		slices.SortStableFunc(future, order)
		d := future[len(future)-1] // the first to come
		g.add(evidence{by: "date to come", text: g.words(d.mention), at: []occurrence{{dayOf(d.span.Start), dayOf(d.span.End - 1), 1}},
			kernel: &futureFull, floor: 0.05, mention: d.mention})
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
// to come, of the one in the year before it.
func (g *gatherer) latestOf(past []fullDate, count map[int]int) evidence {
	top := past[0]
	y, _, _ := top.span.Start.Civil()
	e := evidence{by: "latest date", text: g.words(top.mention), floor: 0.02, mention: top.mention}
	e.kernel = latestKernel(top, count[y])
	e.at = []occurrence{{dayOf(top.span.Start), dayOf(top.span.End - 1), 0.6 + 0.4*float64(count[y])}}
	if top.tense == tempo.Past {
		return e
	}
	for _, d := range past[1:] {
		if z, _, _ := d.span.Start.Civil(); z < y && z > y-30 {
			e.at = append(e.at, occurrence{dayOf(d.span.Start), dayOf(d.span.End - 1), 0.15 + 0.25*float64(min(count[z], 6))})
			break
		}
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

// partials reckons with the dates without a year: days and months, months,
// weekdays. The most telling come first, since those after them repeat much of
// what they say.
func (g *gatherer) partials() {
	type annual struct {
		i, rank int
	}
	var found []annual
	for i := range g.ms {
		switch w, ok := g.partial(i); {
		case !ok:
		case w.Has&tempo.HasMonth == 0:
			g.weekday(i, int(w.Weekday))
		case g.demonstrative(&g.ms[i]) || g.ms[i].Expr.Pick == tempo.This:
			found = append(found, annual{i, 0})
		case w.Has&tempo.HasWeekday != 0:
			found = append(found, annual{i, 1})
		case w.Has&tempo.HasDay != 0:
			found = append(found, annual{i, 2})
		default:
			found = append(found, annual{i, 3})
		}
	}
	slices.SortStableFunc(found, func(a, b annual) int { return cmp.Compare(a.rank, b.rank) })
	for _, a := range found[:min(len(found), 8)] {
		g.annual(a.i)
	}
}

// partial gives what a mention tells of a date without its year; ok is false
// where it is none, is known otherwise or was told before.
func (g *gatherer) partial(i int) (w tempo.Partial, ok bool) {
	e := &g.ms[i].Expr
	w = e.Where
	if g.used[i] || e.Kind != tempo.Point || e.From != nil || e.Base == tempo.Mentioned || e.Unit != tempo.NoGrain || e.Nth != 0 ||
		w.Has&(tempo.HasYear|tempo.HasShortYear|tempo.HasEaster) != 0 {
		return w, false
	}
	key := tempo.Partial{Month: w.Month, Day: w.Day, Weekday: w.Weekday, Season: int8(e.Pick), Has: w.Has & (tempo.HasMonth | tempo.HasDay | tempo.HasWeekday)}
	if key.Has&(tempo.HasMonth|tempo.HasWeekday) == 0 || key.Has&tempo.HasMonth == 0 && key.Has&tempo.HasDay != 0 || g.seen[key] || g.toldFull(w) && !g.demonstrative(&g.ms[i]) {
		return w, false
	}
	g.seen[key] = true
	return w, true
}

// toldFull tells whether the article tells a day or month with its year, too,
// in the latest of its years or the one before.
func (g *gatherer) toldFull(w tempo.Partial) bool {
	latest := 0
	for _, d := range g.full {
		y, _, _ := d.span.Start.Civil()
		latest = max(latest, y)
	}
	return w.Has&tempo.HasMonth != 0 && slices.ContainsFunc(g.full, func(d fullDate) bool {
		y, m, day := d.span.Start.Civil()
		return y >= latest-1 && d.span.Grain <= tempo.Month && m == int(w.Month) &&
			(w.Has&tempo.HasDay == 0 || d.span.Grain <= tempo.Day && day == int(w.Day))
	})
}

// weekday reckons with a bare weekday. The first ones say the most: they are
// the news, later ones its history.
func (g *gatherer) weekday(i, weekday int) {
	power := 1.0
	for k := range g.d.evidence {
		if g.d.evidence[k].day != 0 {
			power *= 0.6
		}
	}
	if power < 0.2 {
		return
	}
	m := &g.ms[i]
	e := evidence{by: "weekday", text: g.words(i), shares: weekdayShares(m.Expr.Pick, m.Tense),
		floor: 0.15, power: power, mention: i, day: weekday, period: 7, pins: m.Expr.Pick == tempo.This}
	if k, ok := g.todayBeside(i); ok {
		e.text, e.shares, e.pins = e.text+" = "+g.words(k), thisWeekday, true
	}
	e.weekly = weeklyRatios(weekday, e.shares)
	g.add(e)
}

// todayBeside looks for an expression that means the day of publication in the
// sentence of a bare weekday or the ones beside it, where both tell of the same
// things: "a annoncé mercredi …", "« … signé aujourd'hui »".
func (g *gatherer) todayBeside(i int) (int, bool) {
	if e := &g.ms[i].Expr; e.Pick != tempo.ByTense || g.ms[i].Tense == tempo.Future {
		return 0, false
	}
	at := g.sentenceOf(i)
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(g.ms) || !isToday(&g.ms[k].Expr) {
			continue
		}
		if other := g.sentenceOf(k); other >= at-1 && other <= at+1 && at >= 0 && g.shared(at, other) >= 3 {
			return k, true
		}
	}
	return 0, false
}

func isToday(e *tempo.Expr) bool {
	return isOffset(e) && e.Unit == tempo.Day && e.N == 0 && e.Where.Has == 0
}

// sentenceOf gives the sentence that holds a mention, −1 for none.
func (g *gatherer) sentenceOf(i int) int {
	return slices.IndexFunc(g.sentences, func(s lang.Sentence) bool { return s.Start <= g.ms[i].Start && g.ms[i].End <= s.End })
}

// shared counts the words that two sentences are both about.
func (g *gatherer) shared(a, b int) (n int) {
	y := termsOf(g.f, g.text, g.sentences[b].First, g.sentences[b].Last)
	for _, t := range termsOf(g.f, g.text, g.sentences[a].First, g.sentences[a].Last) {
		if slices.ContainsFunc(y, func(o docTerm) bool { return o.hash == t.hash }) {
			n++
		}
	}
	return n
}

// annual reckons with a date that recurs every year. One that stands in the
// history of another year says little.
func (g *gatherer) annual(i int) {
	m := &g.ms[i]
	w := m.Expr.Where
	e := evidence{by: "date", text: g.words(i), where: w, period: 365.25, floor: 0.06, mention: i, power: 1}
	named := w.Has&tempo.HasWeekday != 0
	if w.Has&tempo.HasDay != 0 {
		e.kernel = dayKernel(m.Expr.Pick, m.Tense, named, m.Start < lead, g.demonstrative(m) || m.Expr.Pick == tempo.This)
		if named {
			e.by, e.floor = "weekday and date", 0.04
		}
		if e.kernel == &thisDay {
			e.floor, e.pins = 0.03, true
		}
	} else {
		e.by, e.kernel, e.floor = "month", monthKernel(m.Expr.Pick, m.Tense), 0.12
	}
	if g.inHistory(m) {
		e.power = 0.3
	}
	n := 0
	for k := range g.d.evidence {
		o := &g.d.evidence[k]
		if o.where.Has == 0 {
			continue
		}
		n++
		if o.mention >= 0 && m.Start-g.ms[o.mention].End < 80 && g.ms[o.mention].Start-m.End < 80 {
			e.power = min(e.power, 0.25) // "les 5, 6 et 9 août" is one thing told
		}
	}
	if n > 0 {
		e.power *= 0.6
	}
	g.add(e)
}

// demonstrative tells whether a date begins with "ce" or "this".
func (g *gatherer) demonstrative(m *lang.Mention) bool {
	t := g.f.Tokens()[m.First]
	return g.facts.this[strings.ToLower(g.text[t.Start:t.End])]
}

// inHistory tells whether a date stands closely after one of another year than
// the latest that is told: it belongs to that year.
func (g *gatherer) inHistory(m *lang.Mention) bool {
	near, latest := 0, 0
	for _, d := range g.full {
		y, _, _ := d.span.Start.Civil()
		if d.tense != tempo.Future {
			latest = max(latest, y)
		}
		if d.at < m.Start && m.Start-d.at < 250 {
			near = y
		}
	}
	return near != 0 && near < latest || near != 0 && len(g.full) > 6
}
