package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// An extractor makes drafts of one document's sentences. A worker keeps one
// from document to document, so that its buffers are made once: with a fresh
// one, an article's hundreds of small allocations cost as much as its titles.
type extractor struct {
	prosody
	doc        *document
	options    *Options
	people     *actor.People // of the article
	theme      theme         // the states that it names
	main       string        // the one that it is about
	sure       bool          // whether it surely is
	homing     homing        // of the draft that is described
	ownHome    func() string // which tells the people
	ranges     [][2]int      // the mentions of each sentence
	found      []actor.Found // what each sentence names by itself
	looked     []bool        // whether that was asked
	ownTitle   actor.Found   // what the article's own headline names by itself
	own        namesake      // that headline
	stateOf    string        // the state whose label stateName is, with its mark
	stateName  string
	stateCode  string      // which it names
	wholes     []wholeNoun // the nouns whose complement was asked for
	acts       actor.Found // of one headline
	scenes     []scene     // of the drafts, whose room the next document takes
	analyses   []*analysis // of each sentence, nil where not asked or let go
	spare      []*analysis
	current    int // the sentence that is worked on
	drafts     []draft
	heads      []headline // of the drafts
	drop       []bool     // buffers of composers
	runs       []run
	pieces     []piece
	starts     []int
	buffer     []byte
	keptPieces []piece // of the headlines
	keptStarts []int
	keptTerms  []term // of the drafts
	worker     *worker
}

// extract turns the dated clauses of a document into drafts of events. Bare
// durations, sets and references make none; several dates in one sentence make
// several; the article's own news stands at its date even without an
// expression. The drafts are valid until the worker's next document.
func extract(w *worker, d *document, o *Options) []draft {
	x := &w.extractor
	x.begin(w, d, o)
	x.meet()
	for si := range d.sentences {
		x.sentence(si)
		x.forget(si - 3)
	}
	x.news()
	x.latest()
	x.scenes = append(x.scenes, make([]scene, max(0, len(x.drafts)-len(x.scenes)))...)
	for i := range x.drafts {
		x.describe(i)
	}
	x.headlines()
	x.dismiss()
	return x.drafts
}

// begin turns to another document.
func (x *extractor) begin(w *worker, d *document, o *Options) {
	for si := range x.analyses {
		x.forget(si)
	}
	x.worker, x.doc, x.options, x.current, x.own.known = w, d, o, 0, false
	x.text, x.tokens, x.lang, x.finder = d.article.Text, w.finder.Tokens(), d.lang, w.finder
	if x.people == nil {
		x.people = d.lang.actors.NewPeople()
		x.ownHome = func() string {
			code, _ := x.home()
			return code
		}
	}
	x.people.Reset()
	n := len(d.sentences)
	x.ranges, x.found = slices.Grow(x.ranges[:0], n)[:n], slices.Grow(x.found[:0], n)[:n]
	x.looked, x.analyses = slices.Grow(x.looked[:0], n)[:n], slices.Grow(x.analyses[:0], n)[:n]
	clear(x.looked)
	clear(x.analyses)
	x.drafts, x.heads, x.wholes = x.drafts[:0], x.heads[:0], x.wholes[:0]
	x.keptPieces, x.keptStarts, x.keptTerms = x.keptPieces[:0], x.keptStarts[:0], x.keptTerms[:0]
	m := 0
	for si, s := range d.sentences {
		for m < len(d.mentions) && d.mentions[m].First < s.First {
			m++
		}
		first := m
		for m < len(d.mentions) && d.mentions[m].First < s.Last {
			m++
		}
		x.ranges[si] = [2]int{first, m}
	}
}

// forget frees the analysis of a sentence that no pronoun can reach back to.
func (x *extractor) forget(si int) {
	if si >= 0 && x.analyses[si] != nil {
		x.spare = append(x.spare, x.analyses[si])
		x.analyses[si] = nil
	}
}

// sentence drafts the events of one sentence's mentions.
func (x *extractor) sentence(si int) {
	r := x.ranges[si]
	if s := x.doc.sentences[si]; r[0] == r[1] || s.title || x.tooLong(si) || x.lang.caption.prefix(x.text[s.Start:s.End]) > 0 {
		return
	}
	x.current = si
	for i := r[0]; i < r[1]; i++ {
		span, width, ok := x.eventSpan(i, r[1])
		if !ok {
			continue
		}
		if !x.doubled(r[0], i) {
			x.event(si, i, span)
		}
		i += width - 1
	}
}

// tooLong refuses what is no sentence: a list or table without full stops.
func (x *extractor) tooLong(si int) bool {
	s := x.doc.sentences[si]
	return s.End-s.Start > 1500
}

// leastGrade is what a title needs to stand for an event: below are clauses
// without subject and pronouns that stand for nothing.
const leastGrade = 0.42

// leastDraft is what it needs to be a further mention of an event that another
// draft names: "tous deux l'ont signé".
const leastDraft = 0.25

// event drafts the event of mention i.
func (x *extractor) event(si, i int, span tempo.Span) {
	r, m := x.ranges[si], x.dating(i, span)
	a := x.analysis(si)
	h := x.headline(a, i, r[0], r[1])
	certainty, ok := x.certain(a, i, &h)
	if !ok || h.title == "" || h.grade < leastDraft {
		return
	}
	for k := range x.drafts { // the same clause at the same day says the same
		d := &x.drafts[k]
		if d.sentence != si || d.title != h.title {
			continue
		}
		if d.span.Start.Midnight() == span.Start.Midnight() && span.Grain <= tempo.Day && d.span.Grain <= tempo.Day {
			return
		}
		if d.clause != [2]int{h.start, h.end} || d.span.Grain == span.Grain || !x.oneDate(d, i, span) {
			continue
		}
		if d.span.Contains(span) {
			d.span = span
			x.dateBy(d, m)
		}
		return
	}
	d := x.draft(si, span)
	x.dateBy(&d, m)
	d.nominal, d.certainty = h.nominal, certainty
	h.outlook, h.around = x.outlook(a, &h), x.around(a, &h, si)
	d.title, d.titleGrade = h.title, h.grade
	if m.Expr.Kind == tempo.Amount {
		d.titleGrade = max(d.titleGrade/2, min(d.titleGrade, leastGrade))
	}
	d.lead = x.doc.sentences[si].lead && x.nearPublication(span) && a.clauses[h.clause].kind != relativeClause
	x.add(d, h)
}

// oneDate tells whether the date of a draft and that of mention i are one that is
// given twice: side by side, and one inside the other, as in "in the year to
// September". The finer one holds then.
func (x *extractor) oneDate(d *draft, i int, span tempo.Span) bool {
	if !isBounded(d.span) || !isBounded(span) || !d.span.Contains(span) && !span.Contains(d.span) {
		return false
	}
	ms := x.doc.mentions
	beside := func(k, before, after int) bool {
		return d.expression == x.text[ms[k].Start:ms[k].End] && ms[after].First-ms[before].Last <= 2
	}
	return i > 0 && beside(i-1, i-1, i) || i+1 < len(ms) && beside(i+1, i, i+1)
}

// dateBy notes the words and the rule that date a draft.
func (x *extractor) dateBy(d *draft, m *lang.Mention) {
	d.expression, d.date = x.text[m.Start:m.End], d.span.EDTF()
	d.rule, _, _ = x.doc.lang.pack.Rule(m.Rule)
}

func (x *extractor) add(d draft, h headline) {
	d.text = singleSpaced(x.text[h.start:h.end])
	d.clause = [2]int{h.start, h.end}
	if x.options.Titles == "sentence" {
		d.title = singleSpaced(d.quote)
	}
	x.drafts = append(x.drafts, d)
	x.heads = append(x.heads, h)
}

// certain tells how surely a date dates something that happened: not where it
// only says "nowadays", or where the clause tells of a state.
func (x *extractor) certain(a *analysis, i int, h *headline) (float64, bool) {
	m := &x.doc.mentions[i]
	c := &a.clauses[h.clause]
	state := !h.nominal && c.verb >= 0 && a.at(c.verb).form&present != 0 && a.at(c.verb).form&(past|future) == 0 && !x.compound(a, c)
	if c.verb >= 0 && a.at(c.verb).form&present != 0 && x.verbAt(a, c.verb).be && !h.nominal && m.Expr.Kind == tempo.Point && x.doc.values[i].Span.Grain > tempo.Month {
		state = state || a.at(c.verb).form&(past|future) == 0 // "est plus rare cette année"
	}
	text := x.text[m.Start:m.End]
	vague := slices.ContainsFunc(x.lang.vague[text[0]|0x20], func(v string) bool { return prefixLength(text, v) == len(text) })
	lead := x.doc.sentences[x.current].lead
	told := !h.nominal && c.verb >= 0 && h.start <= int(x.tokens[c.verb].Start) && int(x.tokens[c.verb].Start) < h.end
	switch {
	case told && !lead && x.figure(a, c):
		return 0, false
	case told && !lead && x.doc.values[i].Span.Grain <= tempo.Month && x.described(a, c):
		return 0.5, true
	case vague && told && lead && !state && a.at(c.verb).form&past != 0: // "fell this week", where it is the news
		return 1, true
	case vague && state && (x.doc.values[i].Span.Grain > tempo.Day || x.verbAt(a, c.verb).states):
		return 0, false
	case vague && (state || x.doc.values[i].Span.Grain > tempo.Day):
		return 0.5, true
	case state && x.since(m.First) && a.tag(c.group) == tagNegation: // "n'ont plus de relations depuis 1980": they ended
		return 0.7, true
	case state && x.since(m.First):
		return 0.5, true
	case !h.nominal && c.verb < 0:
		return 0.6, true
	}
	return 1, true
}

// compound tells whether the verb of a clause is more than its finite form:
// "a signé".
func (x *extractor) compound(a *analysis, c *clause) bool {
	return a.anyTag(c.verb+1, c.groupEnd, tagGroup)
}

// draft begins a draft with the quote of its sentence.
func (x *extractor) draft(si int, span tempo.Span) draft {
	s := x.doc.sentences[si]
	return draft{published: x.doc.date, article: x.doc.order, articleID: x.doc.article.ID, lang: x.doc.lang.code, span: span, start: s.Start, end: s.End, sentence: si,
		quote: x.text[s.Start:s.End], position: float64(s.Start) / float64(max(1, len(x.text))), certainty: 1}
}

// meet learns the people of the article from its headline and the sentences
// that tell events.
func (x *extractor) meet() {
	x.lang.actors.FindInto(&x.ownTitle, x.doc.article.Title, nil)
	x.people.Add(x.ownTitle.People)
	x.theme.codes, x.theme.counts = x.theme.codes[:0], x.theme.counts[:0]
	x.theme.note(&x.ownTitle, 2)
	for si, s := range x.doc.sentences {
		if r := x.ranges[si]; s.lead || x.dates(r[0], r[1]) && !x.tooLong(si) {
			f := x.named(si)
			x.people.Add(f.People)
			x.theme.note(f, 1)
		}
	}
	x.main, x.sure = x.theme.main()
	x.stateOf, x.stateName = "", ""
	x.people.About(x.theme.codes, x.theme.counts)
}

// named gives what sentence si names by itself. Both the article's people and
// the scenes of its drafts come from it, so it is kept: a pass of the actors'
// lexicon over a sentence costs as much as finding its dates.
func (x *extractor) named(si int) *actor.Found {
	f := &x.found[si]
	if !x.looked[si] {
		s := x.doc.sentences[si]
		x.lang.actors.FindInto(f, x.text[s.Start:s.End], nil)
		x.looked[si] = true
	}
	return f
}

// dates tells whether one of the mentions is a point in time.
func (x *extractor) dates(first, last int) bool {
	for i := first; i < last; i++ {
		if x.doc.mentions[i].Expr.Kind == tempo.Point {
			return true
		}
	}
	return false
}

// describe finds who acts, what kind of act it is, and what the event is about.
func (x *extractor) describe(i int) {
	d, h := &x.drafts[i], &x.heads[i]
	f := &x.acts
	x.homing, x.people.Home = homing{draft: d}, x.ownHome
	x.lang.actors.FindInto(f, h.full, x.people)
	d.typ = f.Act.Type
	d.settle(f.Status, d.typ != "", h.outlook)
	d.actors = f.Actors()
	if len(d.actors) == 0 { // a noun's actors stand around it, a person's state in the article
		if h.nominal {
			d.actors = x.aroundNoun(d, h)
		}
		for _, p := range f.People {
			if p.Of != "" && !slices.Contains(d.actors, p.Of) {
				d.actors = append(d.actors, p.Of)
			}
		}
	}
	if x.sure && befell(f) { // "dix marins américains ont été libérés": by the state that the article is about
		if home, _ := x.home(); home != "" && home == x.main && !slices.Contains(d.actors, home) {
			d.actors = append(d.actors, home)
		}
	}
	if len(d.actors) == 0 && d.typ != "" { // "Au Burkina Faso, deux coups d'État …": the place stands outside the clause
		if code := x.stage(d, h); code != "" {
			d.actors = []string{code}
		}
	}
	if len(d.actors) == 0 { // what is done without a word of who or where is done at home
		if home, labelled := x.home(); home != "" && (labelled || d.typ != "" && home == x.main && x.sure) {
			d.actors = []string{home}
		}
	}
	if len(f.People) > 0 { // "un Kim Jong Un qui …": a name takes no article
		if before, after, ok := strings.Cut(d.title, f.People[0].Name); ok && x.lang.look(strings.TrimSpace(before)).class&isDeterminer != 0 {
			d.title = f.People[0].Name + after
		}
	}
	for _, p := range f.People {
		if p.Code != "" {
			if d.names == nil {
				d.names = map[string]string{}
			}
			d.people = append(d.people, p.Code)
			d.names[p.Code] = p.Name
		}
	}
	for _, p := range f.Places {
		if p.Name != "" && p.Kind != actor.Institution { // "le pays"
			d.places = append(d.places, p.Name)
		}
	}
	d.terms = x.terms(h, f)
	d.scene = x.scenes[i].emptied()
	d.scene.tell(d, x.named(d.sentence))
	if title := x.doc.article.Title; d.lead && title != "" { // which tells the same news
		d.scene.read(title, &x.ownTitle, 0, 0)
	}
	if h.head >= 0 && h.title != "" {
		d.scene.head = x.stem(x.word(h.head))
	}
	x.scenes[i] = d.scene
}

// nearPublication tells whether a span holds the day of publication or the two
// days before it: what an article tells first of these is its news.
func (x *extractor) nearPublication(s tempo.Span) bool {
	p := x.doc.date
	return !p.IsZero() && s.Grain <= tempo.Day && s.Start < p.End && s.End > p.Start-2*secondsADay
}
