package html

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/render/scene"
	"github.com/frise-timeline/frise/render/svg"
	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// comment writes an HTML comment, which html/template drops from its own text.
func comment(s string) template.HTML {
	return template.HTML("<!-- " + template.HTMLEscapeString(s) + " -->")
}

// templates are parsed at their first use, not at every start of the program.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"comment": comment}).ParseFS(files, "tmpl/*.html"))
})

// A view is what the templates read.
type view struct {
	W       *words.Words
	Lang    string
	Title   string
	Theme   string
	Prefix  string // of every id
	Account string // one line: how many events, of how many articles, over which period
	Entries []entry
	Quads   []quadRow
	Shapes  []shapeRow
	Picture template.HTML // the static drawing
	Style   template.CSS  // fragment only
	Assets  *pageAssets   // page only
	Data    any           // for the script; nil where there is none
	Linked  any           // JSON-LD
	Notice  string

	marks  []scene.Mark
	window scene.Window
}

// Long says that the list is worth drawing only where it is looked at.
func (v view) Long() bool { return len(v.Entries) > 200 }

type quadRow struct {
	Quad int
	Name string
}

type shapeRow struct{ Class, Name string }

func newView(t timeline.Timeline, o Options, idPrefix string) view {
	text := words.For(t.Lang)
	v := view{W: text, Lang: cmp.Or(t.Lang, text.Lang), Title: cmp.Or(t.Title, text.Untitled), Theme: o.Theme, Prefix: idPrefix}
	v.marks = scene.Marks(t.Events)
	v.window = scene.View(v.marks)
	v.Entries = entries(t, v.marks, text, idPrefix)
	v.Account = account(t, text)
	v.Quads = quadsUsed(t, text)
	v.Shapes = shapesUsed(v.marks, text)
	v.Linked = linkedData(t, v.Title)
	return v
}

// prefix keeps the ids of several fragments on one page apart.
func prefix(t timeline.Timeline, o Options) string {
	if o.Prefix != "" {
		return strings.Map(func(r rune) rune {
			if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				return r
			}
			return '-'
		}, o.Prefix) + "-"
	}
	sum := sha256.New()
	sum.Write([]byte(t.Title))
	for i := range t.Events {
		sum.Write([]byte("\x00" + t.Events[i].ID))
	}
	return "frise-" + hex.EncodeToString(sum.Sum(nil)[:4]) + "-"
}

// account is the line under the title: "17 events · 5 articles · 1945–2024".
func account(t timeline.Timeline, w *words.Words) string {
	parts := []string{w.Count(len(t.Events), w.Event, w.Events)}
	if n := len(t.Articles); n > 0 {
		parts = append(parts, w.Count(n, w.Article, w.Articles))
	}
	if period := period(scene.Marks(t.Events), w); period != "" {
		parts = append(parts, period)
	}
	return strings.Join(parts, " · ")
}

func period(marks []scene.Mark, w *words.Words) string {
	if len(marks) == 0 {
		return ""
	}
	from, to := marks[0].From, marks[0].To
	for _, m := range marks {
		if !m.OpenStart {
			from = min(from, m.From)
		}
		if !m.OpenEnd {
			to = max(to, m.To)
		}
	}
	first, _, _ := scene.Civil(from)
	last, _, _ := scene.Civil(to - 1)
	if first == last {
		return scene.Year(first, w)
	}
	return scene.Year(first, w) + " – " + scene.Year(last, w)
}

func quadsUsed(t timeline.Timeline, w *words.Words) []quadRow {
	var used [5]bool
	for i := range t.Events {
		used[scene.QuadOf(t.Events[i].Type)] = true
	}
	var rows []quadRow
	for _, q := range []scene.Quad{1, 2, 3, 4, 0} {
		if used[q] {
			rows = append(rows, quadRow{int(q), w.Quads[q]})
		}
	}
	if len(rows) == 1 && rows[0].Quad == 0 {
		return nil // a legend that tells nothing
	}
	return rows
}

// shapesUsed explains the forms of dates that this timeline has.
func shapesUsed(marks []scene.Mark, w *words.Words) []shapeRow {
	var rows []shapeRow
	for _, form := range []struct {
		class, name string
		is          func(scene.Mark) bool
	}{
		{"point", w.Exact, func(m scene.Mark) bool { return m.Kind == scene.Point }},
		{"soft", w.Coarse, func(m scene.Mark) bool { return m.Kind == scene.Soft }},
		{"band", w.Band, func(m scene.Mark) bool { return m.Kind == scene.Band }},
		{"approx", w.Approx, func(m scene.Mark) bool { return m.Approximate }},
		{"open", w.Open, func(m scene.Mark) bool { return m.OpenStart || m.OpenEnd }},
		{"hollow", w.Planned, func(m scene.Mark) bool { return m.Hollow }},
		{"tie", w.Conflict, func(m scene.Mark) bool { return len(m.Others) > 0 }},
	} {
		for _, m := range marks {
			if form.is(m) {
				rows = append(rows, shapeRow{form.class, form.name})
				break
			}
		}
	}
	return rows
}

// picture is the static drawing for paper and for readers without a script.
func picture(t timeline.Timeline) (template.HTML, error) {
	if len(t.Events) == 0 {
		return "", nil
	}
	var b bytes.Buffer
	err := svg.Write(&b, t, svg.Options{Inline: true, Width: 960, Rows: 6, Prefix: "drawing-"})
	return template.HTML(b.String()), err // svg escapes what it writes
}
