package svg

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/frise-timeline/frise/render/scene"
)

// stem draws what says when: a line down to the axis for a day, a bar over the
// time that the words allow for everything else.
func (d *drawing) stem(l label) {
	m, colour := l.mark, colours[l.mark.Quad]
	y := d.rowTop(l.row)
	x := max(d.x(m.From), margin/2)
	fmt.Fprintf(d, `<line class="f-q%d f-stem" x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="%s" stroke-opacity="0.45"%s/>`+"\n",
		m.Quad, x, y+6, x, d.axis, colour, dash(m))
	for _, other := range m.Others {
		if other.To <= d.window.From || other.From >= d.window.To {
			continue
		}
		fmt.Fprintf(d, `<path class="f-q%d" d="M%.1f %d H%.1f V%d" fill="none" stroke="%s" stroke-dasharray="1 3" stroke-linecap="round" stroke-width="2"/>`+"\n",
			m.Quad, x, y+rowHeight-6, d.x(other.From), d.axis, colour)
	}
	if m.Kind == scene.Point {
		d.glyph(m, x, float64(d.axis))
		return
	}
	d.bar(m, float64(d.axis)-2)
}

// bar draws the time that the words allow: solid where both ends were said,
// fading where they are open or only somewhere in it, broken where approximate.
func (d *drawing) bar(m scene.Mark, y float64) {
	from, to := max(d.x(m.From), 0), min(d.x(m.To), float64(d.o.Width))
	width := max(to-from, 4)
	if !m.Approximate {
		fmt.Fprintf(d, `<rect class="f-q%d" x="%.1f" y="%.1f" width="%.1f" height="4" rx="2" fill="%s"/>`+"\n",
			m.Quad, from, y, width, d.fill(m))
		return
	}
	for x := 0.0; x < width; x += 14 {
		fmt.Fprintf(d, `<rect class="f-q%d f-full" x="%.1f" y="%.1f" width="%.1f" height="4" fill="%s" opacity="%.2f"/>`+"\n",
			m.Quad, from+x, y, min(9, width-x), colours[m.Quad], strength(m, (x+4)/width))
	}
}

// strength is how sure a place (0 to 1) in a bar is.
func strength(m scene.Mark, place float64) float64 {
	switch {
	case m.OpenEnd:
		return max(0.15, 1-place)
	case m.OpenStart:
		return max(0.15, place)
	}
	return 0.9
}

// fill is how the ends of a bar look: fading where they are open or not exactly known.
func (d *drawing) fill(m scene.Mark) string {
	name := ""
	switch {
	case m.OpenEnd:
		name = "out"
	case m.OpenStart:
		name = "in"
	case m.Kind != scene.Range:
		name = "soft"
	default:
		return colours[m.Quad]
	}
	return fmt.Sprintf("url(#%s%s%d)", d.o.Prefix, name, m.Quad)
}

func dash(m scene.Mark) string {
	if m.Approximate {
		return ` stroke-dasharray="4 3"`
	}
	return ""
}

func (d *drawing) rowTop(row int) int { return d.axis - 14 - (row+1)*rowHeight }

// label writes the date and two lines of title on a ground that hides the stems behind it.
func (d *drawing) label(l label) {
	m, e := l.mark, &d.t.Events[l.mark.Index]
	y := d.rowTop(l.row)
	fmt.Fprintf(d, `<rect class="f-paper" x="%.1f" y="%d" width="%d" height="%d" fill="#fff"/>`+"\n", l.left-1, y, labelWidth+1, (len(l.lines)+1)*lineHeight+7)
	if m.Kind != scene.Point {
		d.bar(m, float64(y))
	}
	d.glyph(m, l.left+5, float64(y)+12.5)
	fmt.Fprintf(d, `<text class="f-q%d f-date" x="%.1f" y="%d" font-size="%g" font-weight="600" fill="%s">%s</text>`+"\n",
		m.Quad, l.left+14, y+16, dateSize, colours[m.Quad], escape(fit(e.Label, labelWidth-14, dateSize)))
	for i, line := range l.lines {
		fmt.Fprintf(d, `<text class="f-ink" x="%.1f" y="%d" font-size="%d" fill="#1b1f24">%s</text>`+"\n",
			l.left, y+16+(i+1)*lineHeight, fontSize, escape(line))
	}
}

// glyph tells the class without colour: round for cooperation in words, square
// in deeds, a triangle for conflict in words, a lozenge in deeds.
func (d *drawing) glyph(m scene.Mark, x, y float64) {
	var shape string
	switch m.Quad {
	case scene.VerbalCooperation:
		shape = fmt.Sprintf(`<circle cx="%.1f" cy="%.1f" r="4.2"`, x, y)
	case scene.MaterialCooperation:
		shape = fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="7.6" height="7.6" rx="1"`, x-3.8, y-3.8)
	case scene.VerbalConflict:
		shape = fmt.Sprintf(`<path d="M%.1f %.1fl4.8 8.2h-9.6z"`, x, y-4.8)
	case scene.MaterialConflict:
		shape = fmt.Sprintf(`<path d="M%.1f %.1fl5 5-5 5-5-5z"`, x, y-5)
	default:
		shape = fmt.Sprintf(`<circle cx="%.1f" cy="%.1f" r="2.8"`, x, y)
	}
	paint := fmt.Sprintf(`fill="%s" stroke="#fff" stroke-width="1"`, colours[m.Quad])
	class := "f-full"
	if m.Hollow {
		paint, class = fmt.Sprintf(`fill="#fff" stroke="%s" stroke-width="1.6"`, colours[m.Quad]), "f-hollow"
	}
	fmt.Fprintf(d, "%s class=\"f-q%d %s\" %s/>\n", shape, m.Quad, class, paint)
}

// wrap breaks a text into at most n lines of a width, and says with an
// ellipsis where it stops.
func wrap(s string, width float64, n int) []string {
	var lines []string
	line := ""
	fields := strings.Fields(s)
	for i, word := range fields {
		joined := strings.TrimSpace(line + " " + word)
		if textWidth(joined, fontSize) <= width || line == "" {
			line = joined
			continue
		}
		if len(lines) == n-1 {
			line = fit(line+" "+strings.Join(fields[i:], " "), width, fontSize)
			return append(lines, line)
		}
		lines = append(lines, fit(line, width, fontSize))
		line = word
	}
	if line != "" {
		lines = append(lines, fit(line, width, fontSize))
	}
	return lines
}

// fit shortens a text to a width, at a word where one is near.
func fit(s string, width, size float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 1 && textWidth(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	cut := strings.TrimRight(string(runes), " ")
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// textWidth estimates a text's width in a usual sans-serif face, on the wide
// side so that nothing runs out of its place.
func textWidth(s string, size float64) float64 {
	em := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iljI.,;:'’!|()[] ft\u00a0\u202f", r):
			em += 0.32
		case strings.ContainsRune("mwMWœŒ—…%@", r):
			em += 0.92
		case unicode.IsUpper(r):
			em += 0.7
		case r >= 0x1100 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r)):
			em += 1.05
		case unicode.Is(unicode.Mn, r):
		default:
			em += 0.57
		}
	}
	return em * size
}
