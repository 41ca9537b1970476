package html

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/frise-timeline/frise/render/scene"
	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// An entry is one event of the list.
type entry struct {
	ID, Lang     string
	Year         string // where it differs from the entry before
	Gap          string // "8 years later", where the wait was long
	Label, EDTF  string
	Datetime     string // a valid value of <time datetime>, or empty
	Class        string
	Quad         int
	Title, Text  string
	Status, Type string
	Actors       []string
	Conflicts    []string
	Sources      []source
	SourceCount  string
}

// A source is one place that tells an event, the quote cut around the expression.
type source struct {
	Before, Expression, After, Lang      string
	Article, URL, Publisher, ArticleDate string
	Date, Rule                           string
}

func entries(t timeline.Timeline, marks []scene.Mark, w *words.Words, idPrefix string) []entry {
	articles := make(map[string]*timeline.Article, len(t.Articles))
	for i := range t.Articles {
		articles[t.Articles[i].ID] = &t.Articles[i]
	}
	names := newNames(w)
	list := make([]entry, 0, len(t.Events))
	drawn := make([]bool, len(t.Events))
	var last scene.Mark
	for i, m := range marks {
		e := newEntry(&t.Events[m.Index], w, names, articles, idPrefix)
		e.Class = markClass(m)
		year, _, _ := scene.Civil(m.From)
		if before, _, _ := scene.Civil(last.From); i == 0 || before != year {
			e.Year = scene.Year(year, w)
		}
		if i > 0 {
			e.Gap = gap(last, m, w)
		}
		last = m
		drawn[m.Index] = true
		list = append(list, e)
	}
	for i := range t.Events {
		if !drawn[i] {
			e := newEntry(&t.Events[i], w, names, articles, idPrefix)
			e.Class = "undated"
			list = append(list, e)
		}
	}
	return list
}

func newEntry(ev *timeline.Event, w *words.Words, n *names, articles map[string]*timeline.Article, idPrefix string) entry {
	e := entry{
		ID: idPrefix + "e-" + anchor(ev.ID), Label: ev.Label, EDTF: ev.Date, Datetime: datetime(ev.Date),
		Quad: int(scene.QuadOf(ev.Type)), Title: ev.Title, Text: ev.Text, Conflicts: ev.Conflicts,
		SourceCount: w.Count(len(ev.Sources), w.Source, w.Sources),
	}
	if e.Label == "" {
		e.Label = w.Date(ev.Date)
	}
	if e.Label == "" {
		e.Label = w.Undated
	}
	if e.Title == "" {
		e.Title = ev.Text
	}
	if e.Text == e.Title {
		e.Text = ""
	}
	if ev.Lang != "" && !strings.EqualFold(ev.Lang, w.Lang) {
		e.Lang = ev.Lang
	}
	e.Status = label(w.Status, ev.Status)
	e.Type = label(w.Types, ev.Type)
	for _, code := range ev.Actors {
		e.Actors = append(e.Actors, n.of(code))
	}
	for _, s := range ev.Sources {
		e.Sources = append(e.Sources, newSource(s, articles[s.Article], e.Lang))
	}
	return e
}

func newSource(s timeline.Source, a *timeline.Article, lang string) source {
	out := source{Before: s.Quote, Date: s.Date, Rule: s.Rule, Article: s.Article, Lang: lang}
	if i := strings.Index(s.Quote, s.Expression); s.Expression != "" && i >= 0 {
		out.Before, out.Expression, out.After = s.Quote[:i], s.Expression, s.Quote[i+len(s.Expression):]
	}
	if a == nil {
		return out
	}
	if a.Title != "" {
		out.Article = a.Title
	}
	out.URL, out.Publisher, out.ArticleDate = webAddress(a.URL), a.Source, a.Date
	return out
}

// webAddress lets only addresses of the web become links.
func webAddress(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}

// markClass names what the style draws: the kind of date and what softens it.
func markClass(m scene.Mark) string {
	class := string(m.Kind)
	for _, c := range []struct {
		is   bool
		name string
	}{{m.Approximate, "approx"}, {m.OpenStart, "open-start"}, {m.OpenEnd, "open-end"}, {m.Hollow, "hollow"}, {len(m.Others) > 0, "tie"}} {
		if c.is {
			class += " " + c.name
		}
	}
	return class
}

// validTime is compiled at its first use: it would be half a millisecond of every
// start of the command.
var validTime = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)
})

// datetime gives the value that HTML allows in <time datetime> for an EDTF
// date: a year from 1, a month or a day; empty for intervals, decades, seasons
// and what else HTML has no form for.
func datetime(edtf string) string {
	value := strings.TrimRight(edtf, "?~%")
	if len(value) < 4 || !validTime().MatchString(value) || value[:4] == "0000" {
		return ""
	}
	if len(value) == 10 {
		if _, ok := scene.DayMillis(value); !ok {
			return ""
		}
	}
	return value
}

// anchor keeps an id to what is safe in an address and in a selector.
func anchor(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, id)
}

const dayMillis = 86_400_000

// gap tells a long wait between two events; short ones need no words.
func gap(before, after scene.Mark, w *words.Words) string {
	days := int((after.From-before.To)/dayMillis) + 1
	if coarse := int(max(before.To-before.From, after.To-after.From) / dayMillis); coarse > days/3 {
		return "" // the dates are not known well enough to tell
	}
	exact := before.Kind == scene.Point && after.Kind == scene.Point
	switch {
	case days >= 2*365:
		begun := int((after.From - before.From) / dayMillis) // from 1945 to 1961 it is sixteen years
		return w.Count((begun+10)*1000/365243, w.Later[0][0], w.Later[0][1])
	case days >= 92:
		return w.Count(days*1000/30437, w.Later[1][0], w.Later[1][1])
	case days >= 14 && exact:
		return w.Count(days, w.Later[2][0], w.Later[2][1])
	}
	return ""
}

// label looks a code up and shows the code itself where the table lacks it.
func label(table map[string]string, code string) string {
	if name, ok := table[code]; ok {
		return name
	}
	return code
}

// names turns ISO 3166 codes into names, once per code.
type names struct {
	regions display.Namer
	own     map[string]string
	known   map[string]string
}

func newNames(w *words.Words) *names {
	tag := language.English
	if w.Lang == "fr" {
		tag = language.French
	}
	return &names{regions: display.Regions(tag), own: w.Organisations, known: map[string]string{}}
}

func (n *names) of(code string) string {
	if name, ok := n.known[code]; ok {
		return name
	}
	name := code
	if own, ok := n.own[code]; ok {
		name = own
	} else if region, err := language.ParseRegion(code); err == nil && region.IsCountry() && len(code) == 3 {
		if found := n.regions.Name(region); found != "" {
			name = found
		}
	}
	n.known[code] = name
	return name
}

// Number is the entry's data-n for the script: how many sources tell it.
func (e entry) Number() string { return strconv.Itoa(len(e.Sources)) }
