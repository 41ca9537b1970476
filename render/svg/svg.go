// Package svg draws a timeline as one static picture: for paper, for slides,
// and for the page where no script runs.
package svg

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/scene"
	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// Options shape the picture; the zero value is a picture 1200 wide with its title.
type Options struct {
	Width  int    // in user units, 1200 where 0
	Rows   int    // at most so many rows of labels, 7 where 0
	Prefix string // of every id, where several pictures share a page
	Inline bool   // inside a page: no XML head, no paper, no title
}

// The measures of the picture, in user units (CSS pixels at 100 %).
const (
	margin     = 24
	labelWidth = 172
	textLines  = 3
	lineHeight = 15
	rowHeight  = (textLines+1)*lineHeight + 16
	fontSize   = 12
	dateSize   = 10.5
	axisHeight = 44
)

// colour of a class of events, on white; each has at least 4.5:1 against it.
var colours = [5]string{"#5b6472", "#1f62b5", "#0f766e", "#a34f00", "#b4232a"}

type drawing struct {
	bytes.Buffer
	t      timeline.Timeline
	words  *words.Words
	o      Options
	window scene.Window
	height int
	axis   int // y of the axis
	top    int
}

// Write draws the timeline's main window; what stands outside it is announced
// at the edge, and what finds no room keeps a tick on the axis.
func Write(w io.Writer, t timeline.Timeline, o Options) error {
	o.Width = cmp.Or(o.Width, 1200)
	o.Rows = cmp.Or(o.Rows, 7)
	o.Prefix = cmp.Or(o.Prefix, "frise-")
	marks := scene.Marks(t.Events)
	d := &drawing{t: t, words: words.For(t.Lang), o: o, window: roomForLast(scene.View(marks), marks, o.Width)}
	labels, left := d.place(marks)
	rows := 1
	for _, l := range labels {
		rows = max(rows, l.row+1)
	}
	d.top = 10
	if !o.Inline {
		d.top = 64
	}
	d.axis = d.top + rows*rowHeight + 14
	d.height = d.axis + axisHeight
	d.head()
	d.bands(marks)
	d.axisLine(left)
	for _, l := range labels {
		d.stem(l)
	}
	for _, l := range labels {
		d.label(l)
	}
	d.outliers()
	d.WriteString("</svg>\n")
	_, err := w.Write(d.Bytes())
	return err
}

// roomForLast widens a window until the label of its last event fits into it.
func roomForLast(w scene.Window, marks []scene.Mark, width int) scene.Window {
	last := w.From
	for _, m := range marks {
		if m.From < w.To && m.To > w.From {
			last = max(last, m.From)
		}
	}
	share := float64(labelWidth+8) / float64(width-2*margin)
	w.To = max(w.To, w.From+int64(float64(last-w.From)/(1-share)))
	return w
}

func (d *drawing) x(at int64) float64 {
	inner := float64(d.o.Width - 2*margin)
	return margin + inner*float64(at-d.window.From)/float64(d.window.To-d.window.From)
}

// A label is an event that found room: its text stands in row (0 is next to
// the axis) from left to right.
type label struct {
	mark        scene.Mark
	row         int
	left, right float64
	lines       []string
}

// place gives rows to the events, the weightiest first; the others are returned too.
func (d *drawing) place(marks []scene.Mark) (placed []label, left []scene.Mark) {
	order := slices.Clone(marks)
	slices.SortStableFunc(order, func(a, b scene.Mark) int {
		return cmp.Compare(d.t.Events[b.Index].Score, d.t.Events[a.Index].Score)
	})
	rows := make([][]label, d.o.Rows)
	for _, m := range order {
		if m.To <= d.window.From || m.From >= d.window.To {
			continue
		}
		l := label{mark: m, lines: wrap(d.t.Events[m.Index].Title, labelWidth-4, textLines)}
		l.left = max(d.x(m.From), margin)
		if l.left+labelWidth > float64(d.o.Width-margin) {
			l.left = float64(d.o.Width - margin - labelWidth)
		}
		l.right = l.left + labelWidth
		if m.Kind != scene.Point {
			l.right = max(l.right, min(d.x(m.To), float64(d.o.Width-margin)))
		}
		row := slices.IndexFunc(rows, func(taken []label) bool {
			return !slices.ContainsFunc(taken, func(o label) bool { return l.left < o.right+8 && o.left < l.right+8 })
		})
		if row < 0 {
			left = append(left, m)
			continue
		}
		l.row = row
		rows[row] = append(rows[row], l)
		placed = append(placed, l)
	}
	slices.SortFunc(placed, func(a, b label) int { return cmp.Compare(b.row, a.row) })
	return placed, left
}

func (d *drawing) head() {
	title := cmp.Or(d.t.Title, d.words.Untitled)
	if !d.o.Inline {
		d.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	}
	fmt.Fprintf(d, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"`, d.o.Width, d.height)
	if !d.o.Inline {
		fmt.Fprintf(d, ` width="%d" height="%d"`, d.o.Width, d.height)
	}
	fmt.Fprintf(d, ` role="img" aria-labelledby="%stitle" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">`+"\n", d.o.Prefix)
	fmt.Fprintf(d, `<title id="%stitle">%s</title>`+"\n", d.o.Prefix, escape(title))
	d.WriteString("<defs>\n")
	for q, colour := range colours {
		for _, g := range []struct {
			name  string
			stops []stop
		}{
			{"soft", []stop{{0, 0}, {0.18, 0.75}, {0.82, 0.75}, {1, 0}}},
			{"in", []stop{{0, 0}, {0.7, 0.75}, {1, 0.75}}},
			{"out", []stop{{0, 0.75}, {0.3, 0.75}, {1, 0}}},
		} {
			fmt.Fprintf(d, `<linearGradient id="%s%s%d">`, d.o.Prefix, g.name, q)
			for _, s := range g.stops {
				fmt.Fprintf(d, `<stop class="f-q%d" offset="%g" stop-color="%s" stop-opacity="%g"/>`, q, s.at, colour, s.opacity)
			}
			d.WriteString("</linearGradient>\n")
		}
	}
	d.WriteString("</defs>\n")
	if !d.o.Inline {
		fmt.Fprintf(d, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", d.o.Width, d.height)
		fmt.Fprintf(d, `<text x="%d" y="38" font-size="22" font-weight="650" fill="#1b1f24">%s</text>`+"\n", margin, escape(title))
	}
}

type stop struct{ at, opacity float64 }

// bands lays decades and centuries behind everything else.
func (d *drawing) bands(marks []scene.Mark) {
	for _, m := range marks {
		if m.Kind != scene.Band || m.To <= d.window.From || m.From >= d.window.To {
			continue
		}
		from, to := max(d.x(m.From), 0), min(d.x(m.To), float64(d.o.Width))
		fmt.Fprintf(d, `<rect class="f-band" x="%.1f" y="%d" width="%.1f" height="%d" fill="#5b6472" fill-opacity="0.07"/>`+"\n",
			from, d.top, to-from, d.axis-d.top)
	}
}

func (d *drawing) axisLine(left []scene.Mark) {
	fmt.Fprintf(d, `<line class="f-axis" x1="0" y1="%d" x2="%d" y2="%d" stroke="#5b6472"/>`+"\n", d.axis, d.o.Width, d.axis)
	for _, m := range left {
		fmt.Fprintf(d, `<line class="f-q%d" x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="%s" stroke-opacity="0.6"/>`+"\n",
			m.Quad, d.x(m.From), d.axis-7, d.x(m.From), d.axis, colours[m.Quad])
	}
	for _, t := range scene.Ticks(d.window.From, d.window.To, d.o.Width/90, d.words) {
		x := d.x(t.At)
		if x < margin/2 || x > float64(d.o.Width-margin) {
			continue
		}
		weight := ""
		if t.Major {
			weight = ` font-weight="600"`
		}
		fmt.Fprintf(d, `<line class="f-axis" x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#5b6472"/>`, x, d.axis, x, d.axis+6)
		fmt.Fprintf(d, `<text class="f-ink2" x="%.1f" y="%d" font-size="11" text-anchor="middle" fill="#4a525e"%s>%s</text>`+"\n",
			x, d.axis+20, weight, escape(t.Label))
	}
}

func (d *drawing) outliers() {
	s := d.words.Script
	if n := d.window.Before; n > 0 {
		fmt.Fprintf(d, `<text class="f-ink2" x="%d" y="%d" font-size="11" font-style="italic" fill="#4a525e">← %s</text>`+"\n",
			margin/2, d.axis+38, escape(number(n, s.Earlier1, s.Earlier)))
	}
	if n := d.window.After; n > 0 {
		fmt.Fprintf(d, `<text class="f-ink2" x="%d" y="%d" font-size="11" font-style="italic" text-anchor="end" fill="#4a525e">%s →</text>`+"\n",
			d.o.Width-margin/2, d.axis+38, escape(number(n, s.LaterOn1, s.LaterOn)))
	}
}

func number(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return strings.Replace(many, "{n}", fmt.Sprint(n), 1)
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape keeps article text from being markup, and drops what XML cannot hold.
func escape(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return xmlEscaper.Replace(s)
}
