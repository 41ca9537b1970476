package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
)

// A theme is how often the sentences of an article that tell events, and its
// headline, name each state.
type theme struct {
	codes  []string
	counts []int
}

// note counts the states of one sentence, each once.
func (t *theme) note(f *actor.Found, weight int) {
	for _, refs := range [...][]actor.Ref{f.States, f.Places} {
		for i := range refs {
			r := &refs[i]
			t.add(r.Code, weight)
		}
	}
	for i := range f.People {
		r := &f.People[i]
		t.add(r.Of, weight)
	}
}

func (t *theme) add(code string, weight int) {
	if len(code) != 3 {
		return
	}
	for i, c := range t.codes {
		if c == code {
			t.counts[i] += weight
			return
		}
	}
	t.codes, t.counts = append(t.codes, code), append(t.counts, weight)
}

// surely is how often an article names its state before what it tells of nobody is taken to be done there.
const surely = 3

// main gives the state that the article is about: the one that it names at
// least twice as often as any other, empty where none is.
func (t *theme) main() (code string, sure bool) {
	best, second := -1, 0
	for i, n := range t.counts {
		switch {
		case best < 0 || n > t.counts[best]:
			if best >= 0 {
				second = max(second, t.counts[best])
			}
			best = i
		default:
			second = max(second, n)
		}
	}
	if best < 0 || t.counts[best] < 2 || t.counts[best] < 2*second {
		return "", false
	}
	return t.codes[best], t.counts[best] >= surely
}

// A homing is the home of the draft that is described, found at its first use:
// most drafts name who acts, and to read the sentences before each for their
// states took as long as to find the actors of all headlines.
type homing struct {
	draft    *draft
	known    bool
	code     string
	labelled bool
}

// home gives the state whose "le gouvernement" and "le pays" are in the draft
// that is described, and whether a label tells it.
func (x *extractor) home() (code string, labelled bool) {
	h := &x.homing
	if !h.known {
		h.code, h.labelled = x.findHome(h.draft)
		h.known = true
	}
	return h.code, h.labelled
}

// findHome gives the home of a draft: that of the label before its title, the one
// that the article is about, or the last one that the sentences before it name.
func (x *extractor) findHome(d *draft) (code string, labelled bool) {
	if code = x.label(d.title); code != "" {
		return code, true
	}
	if x.main != "" {
		return x.main, false
	}
	for si := d.sentence - 1; si >= 0 && si >= d.sentence-3; si-- {
		if code = teller(x.named(si)); code != "" {
			return code, false
		}
	}
	return "", false
}

// label gives the state that a label before a title names: "Syrie : …".
func (x *extractor) label(title string) string {
	if x.stateName != "" && strings.HasPrefix(title, x.stateName) {
		return x.stateCode
	}
	label, _, ok := strings.Cut(title, " : ")
	if !ok || len(label) > 40 {
		return ""
	}
	return x.stateIn(label)
}

// stateIn gives the only state that some words name.
func (x *extractor) stateIn(words string) string {
	f := x.lang.actors.Find(words)
	return onlyState(&f)
}

// beginning is how far into a sentence the one that it tells of can stand.
const beginning = 40

// teller gives the state that a sentence tells something of: the one that it
// begins with.
func teller(f *actor.Found) string {
	code, at := "", beginning
	note := func(c string, start int) {
		if len(c) == 3 && start < at {
			code, at = c, start
		}
	}
	for i := range f.States {
		r := &f.States[i]
		note(r.Code, r.Start)
	}
	for i := range f.People {
		r := &f.People[i]
		note(r.Of, r.Start)
	}
	return code
}

// onlyState gives the only state that a sentence names or says a place of, empty where it is none or several.
func onlyState(f *actor.Found) string {
	only := ""
	for _, refs := range [...][]actor.Ref{f.States, f.Places} {
		for i := range refs {
			r := &refs[i]
			if len(r.Code) == 3 && only != "" && r.Code != only {
				return ""
			}
			if len(r.Code) == 3 {
				only = r.Code
			}
		}
	}
	return only
}

// stage gives the only state that the sentence of a draft names, or where an act of violence or power is done in it. Where
// people meet and agree is a venue: "un accord a été signé à Genève" is none of Switzerland's.
func (x *extractor) stage(d *draft, h *headline) string {
	f := x.named(d.sentence)
	code := onlyState(f)
	switch {
	case h.nominal && h.around[1]-h.around[0] < len(d.quote): // who reports is not who acts
		return ""
	case code == "" || len(f.States) > 0:
		return code
	}
	switch d.typ {
	case "agree", "consult", "cooperate", "":
		return ""
	}
	for _, r := range f.Places {
		if r.Code == code && x.inPlace(d.quote[:r.Start]) {
			return code
		}
	}
	return ""
}

// inPlace tells words that end in a preposition of place, with or without an article: "dans la".
func (x *extractor) inPlace(before string) bool {
	words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '\'' || r == '’' || r == '\u00a0' })
	for i := len(words) - 1; i >= 0 && i >= len(words)-2; i-- {
		c := x.lang.look(strings.ToLower(words[i])).class
		if c&isPlace != 0 {
			return true
		}
		if c&isDeterminer == 0 {
			return false
		}
	}
	return len(words) == 0
}

// befell tells a passive of violence, arrest or release that names those whom it befell and nobody who did it.
func befell(f *actor.Found) bool {
	if !f.Act.Passive || f.Act.Type != "coerce" && f.Act.Type != "assault" && f.Act.Type != "retreat" {
		return false
	}
	target := false
	for _, refs := range [...][]actor.Ref{f.States, f.Orgs, f.People} {
		for i := range refs {
			r := &refs[i]
			if r.Role == actor.Source {
				return false
			}
			target = target || r.Role == actor.Target
		}
	}
	return target
}

// aroundNoun gives who acts in the words around a noun that names an event; where they are a report that names nobody, who
// is told by name to have said it: "« Le traité signé hier nous protège », a dit Angela Merkel", but not "un membre de la
// délégation allemande".
func (x *extractor) aroundNoun(d *draft, h *headline) []string {
	around := x.lang.actors.FindIn(x.text[h.around[0]:h.around[1]], x.people)
	actors := around.Actors()
	if len(actors) > 0 || h.around[1]-h.around[0] >= len(d.quote) {
		return actors
	}
	around = x.lang.actors.FindIn(d.quote, x.people)
	for _, p := range around.People {
		if p.Kind != actor.Holder && p.Of != "" && !slices.Contains(actors, p.Of) {
			actors = append(actors, p.Of)
		}
	}
	return actors
}

// around gives the bytes among which the actors of a noun may stand: what is reported where a report tells of it, so that
// who reports it is none of them, else the sentence.
func (x *extractor) around(a *analysis, h *headline, si int) [2]int {
	for i := h.clause; i >= 0 && i < len(a.clauses); i = a.clauses[i].parent {
		if c := &a.clauses[i]; (c.kind == contentClause || c.kind == quoted) && c.parent >= 0 && c.last > c.body {
			return [2]int{int(x.tokens[c.body].Start), int(x.tokens[c.last-1].End)}
		}
	}
	s := x.doc.sentences[si]
	return [2]int{s.Start, s.End}
}
