package timeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A told event is one with what keep and explain ask for.
type told struct {
	Event
	span  tempo.Span
	tally tally
	vague bool // no draft has a title that can be understood alone
	// Where the build is about something: whom its sources name, by hashed codes,
	// and all that the drafts say of the event.
	names  []uint64
	places []string
	said   string
}

// tellAbout notes what --about looks at beside the event itself: a title in one
// language may stand for clauses in several.
func (t *told) tellAbout(drafts []draft) {
	var said strings.Builder
	for i := range drafts {
		d := &drafts[i]
		text := d.title + "\n" + d.text + "\n"
		said.WriteString(text)
		l, err := languageFor(d.lang)
		if err != nil {
			continue
		}
		found := l.actors.Find(text)
		for _, refs := range [...][]actor.Ref{found.States, found.Orgs, found.People} {
			for _, r := range refs {
				t.name(r.Code)
				t.name(r.Of) // "le président russe"
			}
		}
		for _, r := range found.Places {
			t.places = append(t.places, r.Name)
		}
	}
	t.said = said.String()
}

// name notes whom an event names, by code.
func (t *told) name(code string) {
	if h := hashTerm(code); code != "" && !slices.Contains(t.names, h) {
		t.names = append(t.names, h)
	}
}

// event makes the event of the drafts that tell it: the best title of all, their
// common date, every source.
func (b *builder) event(drafts []draft) told {
	span := b.spanOf(drafts)
	d := b.best(drafts, span)
	e := Event{Title: d.title, Text: d.text, Lang: d.lang, Type: mainType(drafts, d.typ), Status: d.status}
	setDate(&e, span, b.lang)
	e.Actors = mainActors(drafts, d.actors)
	e.Places = append(e.Places, d.places...)
	var people map[string]string
	e.Sources = make([]Source, 0, len(drafts))
	for i := range drafts {
		m := &drafts[i]
		e.Places = appendNew(e.Places, m.places)
		if m.status == "" {
			e.Status = "" // one report that it happened outweighs the plans
		}
		for _, id := range m.people {
			if n := b.people.name(id, m.names[id]); len(n) > len(people[id]) {
				if people == nil {
					people = map[string]string{}
				}
				people[id] = n
			}
		}
		e.Sources = append(e.Sources, Source{Article: m.articleID, Start: m.start, End: m.end, Quote: m.quote,
			Expression: m.expression, Date: m.date, Rule: m.rule})
		if disagrees(m, span) {
			if other := m.span.EDTF(); !slices.Contains(e.Conflicts, other) {
				e.Conflicts = append(e.Conflicts, other)
			}
		}
	}
	for _, n := range people {
		e.People = append(e.People, n)
	}
	slices.Sort(e.People)
	slices.Sort(e.Conflicts)
	slices.SortFunc(e.Sources, func(x, y Source) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Start, y.Start), cmp.Compare(x.Date, y.Date), cmp.Compare(x.Expression, y.Expression))
	})
	e.ID = eventID(e.Sources)
	t := b.count(drafts, span, &e)
	e.Score = score(t.parts(span), t.doubt())
	out := told{Event: e, span: span, tally: t, vague: d.titleGrade < leastGrade}
	if b.options.About != "" {
		out.tellAbout(drafts)
	}
	return out
}

// mainType is the type that most articles give the event, best's among equals.
func mainType(drafts []draft, best string) string {
	if len(drafts) == 1 {
		return best // the only draft's
	}
	count := map[string]int{}
	for i := range drafts {
		if t := drafts[i].typ; t != "" {
			count[t]++
		}
	}
	for _, t := range eventTypes {
		if count[t] > count[best] || best == "" && count[t] > 0 {
			best = t
		}
	}
	return best
}

// mainActors are best's actors and those that a quarter of the drafts name, and
// at least two of them where there are more than two.
func mainActors(drafts []draft, best []string) []string {
	if len(drafts) == 1 {
		return append([]string(nil), best...) // the only draft's
	}
	count := map[string]int{}
	for i := range drafts {
		for _, a := range drafts[i].actors {
			count[a]++
		}
	}
	least := max(1, len(drafts)/4)
	if len(drafts) > 2 {
		least = max(2, least)
	}
	out := append([]string(nil), best...)
	for i := range drafts {
		for _, a := range drafts[i].actors {
			if count[a] >= least && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

func appendNew(list, more []string) []string {
	list = slices.Clip(list)
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// disagrees tells whether a source says another date than the event's. A day
// that is only its article's own, or was inferred, says nothing against it, nor
// does another hour of the same day.
func disagrees(d *draft, s tempo.Span) bool {
	if d.onlyPublished() || d.span.Mod&tempo.Inferred != 0 || d.span.Overlaps(s) {
		return false
	}
	first, last := d.span.Days()
	from, to := s.Days()
	return last < from || to < first
}

// setDate writes a span into an event's date fields.
func setDate(e *Event, s tempo.Span, code string) {
	e.Date, e.Precision = s.EDTF(), s.Grain.String()
	if m := s.Mod.Plain(); m != tempo.NoMod {
		e.Modifier = strings.ToLower(m.String())
	}
	e.Label = Label(s, code)
	setDays(e, s)
	switch s.Grain {
	case tempo.Second, tempo.Hour:
		e.Precision = "minute"
	case tempo.Millennium:
		e.Precision = "century"
	}
}

func setDays(e *Event, s tempo.Span) {
	first, last := s.Days()
	if !first.IsOpen() {
		e.Start = first.ISODay()
	}
	if !last.IsOpen() {
		e.End = last.ISODay()
	}
}

// best gives the draft whose title represents the event.
func (b *builder) best(drafts []draft, s tempo.Span) *draft {
	best, most := &drafts[0], math.Inf(-1)
	if len(drafts) == 1 {
		return best
	}
	typ, actors := mainType(drafts, ""), mainActors(drafts, nil)
	for i := range drafts {
		d := &drafts[i]
		w := worth(d, s)
		if typ != "" && d.typ == typ {
			w += 0.05 // a scene is of another kind
		}
		if d.lang == b.lang {
			w += 0.1
		}
		if w += 0.15 * shareOf(d.actors, actors); w > most {
			best, most = d, w
		}
	}
	return best
}

// shareOf is the share of a list of actors that another has.
func shareOf(some, all []string) float64 {
	if len(all) == 0 {
		return 0
	}
	n := 0
	for _, a := range all {
		if slices.Contains(some, a) {
			n++
		}
	}
	return float64(n) / float64(len(all))
}

// worth tells how well a draft's title represents its event, as far as the
// draft alone tells.
func worth(d *draft, s tempo.Span) float64 {
	w := d.titleGrade
	if w < leastGrade {
		w -= 1
	}
	if d.lead {
		w += 0.15
	}
	if d.span == s {
		w += 0.1
	}
	if d.status != "" {
		w -= 0.3
	}
	return w - d.position/20 - float64(len(d.title))/2000
}

// eventID names an event by its sources, so that it keeps its name from run to
// run.
func eventID(sources []Source) string {
	b := make([]byte, 0, 256)
	for i := range sources {
		s := &sources[i]
		b = append(append(b, s.Article...), 0)
		b = append(strconv.AppendInt(b, int64(s.Start), 10), 0)
		b = append(strconv.AppendInt(b, int64(s.End), 10), 0)
		b = append(append(b, s.Expression...), '\n')
	}
	sum := sha256.Sum256(b)
	return "e" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:10])
}
