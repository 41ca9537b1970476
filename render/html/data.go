package html

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/scene"
	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// pageData is what the script reads. Texts stand in the list already, so that
// only what the drawing and the filters need is repeated.
type pageData struct {
	Lang   string       `json:"lang"`
	By     string       `json:"by"`
	Window [4]int64     `json:"window"` // from, to, min, max
	Lanes  []lane       `json:"lanes"`
	Words  words.Script `json:"words"`
	Quads  [5]string    `json:"quads"`
	Types  []lane       `json:"types"`
	Actors []lane       `json:"actors"`
	Papers []lane       `json:"papers"`
	Events []eventData  `json:"events"`
}

// A lane is a code with its name.
type lane struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// eventData is one event; the order is the list's.
type eventData struct {
	ID     string     `json:"id"`
	Title  string     `json:"t"`
	Label  string     `json:"l"`
	From   int64      `json:"a"`
	To     int64      `json:"b"`
	Kind   scene.Kind `json:"k"`
	Quad   scene.Quad `json:"q"`
	Class  string     `json:"c"`
	Score  float64    `json:"s"`
	Others [][2]int64 `json:"o,omitempty"`
	Type   string     `json:"y,omitempty"`
	Actors []string   `json:"p,omitempty"`
	Papers []string   `json:"r,omitempty"`
	Lane   string     `json:"n,omitempty"`
}

func newData(v *view, t timeline.Timeline, o Options) *pageData {
	d := &pageData{Lang: v.W.Lang, By: o.By, Words: v.W.Script, Quads: v.W.Quads,
		Window: [4]int64{v.window.From, v.window.To, v.window.Min, v.window.Max}}
	names := newNames(v.W)
	actors, types, papers := counter{}, counter{}, counter{}
	for i, m := range v.marks {
		e := &t.Events[m.Index]
		item := eventData{ID: v.Entries[i].ID, Title: v.Entries[i].Title, Label: v.Entries[i].Label, From: m.From, To: m.To,
			Kind: m.Kind, Quad: m.Quad, Class: v.Entries[i].Class, Score: e.Score, Type: e.Type, Actors: e.Actors}
		for _, other := range m.Others {
			item.Others = append(item.Others, [2]int64{other.From, other.To})
		}
		for _, s := range e.Sources {
			if !slices.Contains(item.Papers, s.Article) {
				item.Papers = append(item.Papers, s.Article)
			}
		}
		actors.add(e.Actors...)
		types.add(e.Type)
		papers.add(item.Papers...)
		d.Events = append(d.Events, item)
	}
	d.Actors = actors.lanes(names.of)
	d.Types = types.lanes(func(code string) string { return label(v.W.Types, code) })
	titles := map[string]string{}
	for _, a := range t.Articles {
		titles[a.ID] = strings.TrimSpace(a.Title)
	}
	d.Papers = papers.lanes(func(id string) string { return firstOf(titles[id], id) })
	d.laneEvents(v.W)
	return d
}

// laneEvents puts each event into one lane: its first actor that has a lane,
// its type's class, or its first article. The commonest seven have their own.
func (d *pageData) laneEvents(w *words.Words) {
	all := map[string][]lane{"actor": d.Actors, "source": d.Papers}[d.By]
	if d.By == "type" {
		for _, q := range []scene.Quad{1, 2, 3, 4} {
			all = append(all, lane{string(rune('0' + q)), w.Quads[q]})
		}
	}
	if len(all) == 0 {
		return
	}
	d.Lanes = slices.Clone(all[:min(len(all), 7)])
	rest := false
	for i := range d.Events {
		e := &d.Events[i]
		codes := map[string][]string{"actor": e.Actors, "source": e.Papers, "type": {string(rune('0' + e.Quad))}}[d.By]
		for _, code := range codes {
			if slices.ContainsFunc(d.Lanes, func(l lane) bool { return l.ID == code }) {
				e.Lane = code
				break
			}
		}
		if e.Lane == "" {
			e.Lane, rest = "-", true
		}
	}
	if rest {
		d.Lanes = append(d.Lanes, lane{"-", w.Quads[0]})
	}
	d.Lanes = slices.DeleteFunc(d.Lanes, func(l lane) bool {
		return !slices.ContainsFunc(d.Events, func(e eventData) bool { return e.Lane == l.ID })
	})
}

// A counter counts codes.
type counter map[string]int

func (c counter) add(codes ...string) {
	for _, code := range codes {
		if code != "" {
			c[code]++
		}
	}
}

// lanes lists the codes with their names, the commonest first.
func (c counter) lanes(name func(string) string) []lane {
	list := make([]lane, 0, len(c))
	for code := range c {
		list = append(list, lane{code, name(code)})
	}
	slices.SortFunc(list, func(a, b lane) int {
		if c[a.ID] != c[b.ID] {
			return c[b.ID] - c[a.ID]
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
