package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// headLines and footLines are how many lines of an article's head and foot may
// hold its date.
const (
	headLines = 12
	footLines = 6
)

// A dateLook is how a line holds a date: as a dateline before the first
// sentence, alone, or after a label ("Publié le", "Mis à jour le", "©").
type dateLook uint8

const (
	noDateLook dateLook = iota
	datelineLook
	aloneLook
	publishedLook
	updatedLook
	copyrightLook
)

// headsAndFeet reckons with the dates that stand by form where articles have
// their own: datelines, lines of a date alone, "Publié le …", copyright lines.
func (g *gatherer) headsAndFeet() {
	lines := g.edgeLines()
	for i := range g.ms {
		m := &g.ms[i]
		for _, l := range lines {
			if m.Start < l.start || m.End > l.end {
				continue
			}
			if look := g.lookOf(i, l.start, l.end); look != noDateLook {
				g.formal(i, look)
			}
		}
	}
}

type textLine struct{ start, end int }

// edgeLines gives the lines at the head and the foot of the text.
func (g *gatherer) edgeLines() []textLine {
	var head, foot []textLine
	for start := 0; start < len(g.text) && len(head) < headLines; {
		end := strings.IndexByte(g.text[start:], '\n')
		if end < 0 {
			end = len(g.text) - start
		}
		if strings.TrimSpace(g.text[start:start+end]) != "" {
			head = append(head, textLine{start, start + end})
		}
		start += end + 1
	}
	read := 0
	if len(head) > 0 {
		read = head[len(head)-1].end
	}
	for end := len(g.text); end > read && len(foot) < footLines; {
		start := strings.LastIndexByte(g.text[:end], '\n') + 1
		if start <= read {
			break
		}
		if strings.TrimSpace(g.text[start:end]) != "" {
			foot = append(foot, textLine{start, end})
		}
		end = start - 1
	}
	return append(head, foot...)
}

// lookOf tells how a line holds mention i.
func (g *gatherer) lookOf(i, start, end int) dateLook {
	m := &g.ms[i]
	w := m.Expr.Where
	if m.Expr.Kind != tempo.Point || m.Expr.From != nil || m.Expr.Base == tempo.Mentioned {
		return noDateLook
	}
	if m.Start-start > 120 { // too far into its line for a label or a place
		return noDateLook
	}
	before, after := strings.TrimSpace(g.text[start:m.Start]), strings.TrimSpace(g.text[m.End:min(end, m.End+120)])
	label := strings.ToLower(before)
	if w.Has&(tempo.HasMonth|tempo.HasDay) != tempo.HasMonth|tempo.HasDay {
		if isFull(&m.Expr) && end-start < 200 && (strings.Contains(label, "©") || hasAnyWord(label, g.facts.copyright)) {
			return copyrightLook
		}
		return noDateLook
	}
	short := end-start <= 120
	switch {
	case short && startsWithAny(label, g.facts.updated) && len(before) < 60:
		return updatedLook
	case short && hasAnyWord(label, g.facts.published) && len(before) < 60:
		return publishedLook
	case short && g.isPlace(before) && g.isTail(after):
		return aloneLook
	case g.isPlace(before) && g.isDash(after) && start < 1500:
		return datelineLook
	}
	return noDateLook
}

// isPlace tells whether a date is preceded by nothing, or by a place and a
// comma: "Paris, le", "WASHINGTON (Reuters),".
func (g *gatherer) isPlace(before string) bool {
	before = strings.TrimSpace(before)
	for _, p := range g.facts.on {
		before = strings.TrimSpace(strings.TrimSuffix(before, " "+p))
		if strings.EqualFold(before, p) {
			before = ""
		}
	}
	if before == "" || strings.Trim(before, "-–—·|•[( ") == "" {
		return true
	}
	r := before[0]
	capital := r >= 'A' && r <= 'Z' || r >= 0xc3
	if !capital || len(before) > 60 || len(strings.Fields(before)) > 6 {
		return false
	}
	switch before[len(before)-1] {
	case ',', '-', ')', '(':
		return true
	}
	return strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—")
}

// isTail tells whether a line that a date begins says no more than a time, an
// agency or a mark.
func (g *gatherer) isTail(after string) bool {
	after = strings.TrimLeft(after, " .,:;|-–—·•)]")
	if after == "" {
		return true
	}
	if strings.HasPrefix(after, "(") && strings.HasSuffix(strings.TrimRight(after, ". "), ")") && len(after) < 50 {
		return true
	}
	return isClockTail(after)
}

// isClockTail tells whether a text is a time of day and little else: "à 10h20",
// "| 5:03pm", "10:20 GMT".
func isClockTail(s string) bool {
	if len(s) > 28 {
		return false
	}
	digits, words := 0, 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsAny(w, "0123456789") {
			digits++
		} else if len(w) > 5 {
			words++
		}
	}
	return digits > 0 && words == 0
}

// isDash tells whether a dash divides the date from the first sentence, an
// agency or a mark before it: ". -", "(AFP) –", ", Espagne. -".
func (g *gatherer) isDash(after string) bool {
	if len(after) > 70 {
		after = after[:70]
	}
	for _, dash := range []string{"-", "–", "—"} {
		i := strings.Index(after, dash)
		if i < 0 || i > 45 {
			continue
		}
		if rest := after[i+len(dash):]; !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\u00a0") {
			continue
		}
		between := strings.TrimSpace(strings.Trim(after[:i], " .,:"))
		if between == "" || strings.HasPrefix(between, "(") && strings.HasSuffix(between, ")") {
			return true
		}
		if strings.HasPrefix(after, ",") && len(strings.Fields(between)) <= 4 && between[0] < 0x80 && between[0] >= 'A' && between[0] <= 'Z' {
			return true
		}
	}
	return false
}

// hasAnyWord tells whether a lower-cased text has one of the phrases in it.
func hasAnyWord(low string, phrases []string) bool {
	for _, p := range phrases {
		if i := strings.Index(low, p); i >= 0 && (i == 0 || !isLetter(low[i-1:])) && (i+len(p) == len(low) || !isLetter(low[i+len(p):])) {
			return true
		}
	}
	return false
}

// formal reckons with a date that stands by form.
func (g *gatherer) formal(i int, look dateLook) {
	if g.used[i] {
		return
	}
	m := &g.ms[i]
	e := evidence{by: "dateline", text: g.words(i), floor: 0.001, mention: i, kernel: &exactly, pins: look != copyrightLook}
	switch look {
	case updatedLook:
		e.by, e.kernel, e.floor = "updated", &updated, 0.02
	case publishedLook:
		e.by = "published"
	case copyrightLook:
		e.by, e.kernel, e.floor = "copyright", &copyright, 0.05
	}
	if isFull(&m.Expr) {
		s, ok := m.Expr.Span(tempo.Context{})
		if !ok {
			return
		}
		e.at = daysOf(s)
	} else {
		if look == copyrightLook || m.Expr.Where.Has&tempo.HasShortYear != 0 {
			return
		}
		e.where, e.period = m.Expr.Where, 365.25
		if look != updatedLook {
			e.kernel = &headDay
		}
		e.floor = max(e.floor, 0.004)
	}
	g.used[i] = look != copyrightLook
	g.add(e)
}

// appositions reckons with expressions that stand side by side and mean one
// day: "hier, le 9 juin", "aujourd'hui (mercredi 19 juin)", "l'an dernier, en
// 2011", "il y a dix ans, en 2014".
func (g *gatherer) appositions() {
	for i := 0; i+1 < len(g.ms); i++ {
		a, b := i, i+1
		if !g.beside(&g.ms[a], &g.ms[b]) {
			continue
		}
		if !isOffset(&g.ms[a].Expr) {
			a, b = b, a
		}
		if isOffset(&g.ms[a].Expr) && g.ms[b].Expr.Kind == tempo.Point && g.ms[b].Expr.From == nil && g.ms[b].Expr.Unit == tempo.NoGrain {
			g.apposition(a, b)
		}
	}
}

// isOffset tells whether an expression is a known step from the publication.
func isOffset(e *tempo.Expr) bool {
	return e.Kind == tempo.Point && e.Base == tempo.Publication && e.From == nil && e.Unit != tempo.NoGrain && !e.Vague && e.Nth == 0 &&
		e.Where.Has&^(tempo.HasPart|tempo.HasHour|tempo.HasMinute) == 0 && e.N > -3000 && e.N < 300
}

// beside tells whether nothing but a comma, a bracket or one small word stands
// between two mentions.
func (g *gatherer) beside(a, b *lang.Mention) bool {
	if b.First-a.Last > 2 || b.First < a.Last || a.Range || a.Expr.Reach != tempo.Exact || b.Expr.Reach != tempo.Exact {
		return false
	}
	for k := a.Last; k < b.First; k++ {
		t := g.f.Tokens()[k]
		if t.Kind == lang.Punct && t.Num != ',' && t.Num != '(' || t.Kind == lang.Number || t.Kind == lang.Word && !g.facts.apposed[strings.ToLower(g.token(k))] {
			return false
		}
	}
	return true
}

// apposition makes one clue of a step from the publication (mention a) and the
// date that it leads to (mention b).
func (g *gatherer) apposition(a, b int) {
	offset, w := g.ms[a].Expr, g.ms[b].Expr.Where
	start, end := min(g.ms[a].Start, g.ms[b].Start), max(g.ms[a].End, g.ms[b].End)
	e := evidence{by: "apposition", text: oneLine(g.text[start:end], 80), floor: 0.02, mention: b, kernel: &exactly, pins: true}
	switch {
	case isFull(&g.ms[b].Expr):
		s, ok := g.ms[b].Expr.Span(tempo.Context{})
		if !ok || !isBounded(s) {
			return
		}
		at := tempo.Shift(s.Start, -offset.N, offset.Unit)
		years := int(-offset.N)
		if offset.Unit == tempo.Year && s.Grain <= tempo.Day && years > 0 && (years%5 == 0 || years < 4) {
			e.by, e.kernel = "anniversary", &anniversary
			e.at = []occurrence{{dayOf(at), dayOf(at), 1}}
			break
		}
		u := tempo.Of(at, max(offset.Unit, s.Grain))
		e.at = daysOf(u)
		if u.Grain <= tempo.Day {
			e.kernel = &thisDay
		}
		g.used[b] = true
	case w.Has&tempo.HasMonth != 0 && w.Has&tempo.HasDay != 0 && offset.Unit == tempo.Day && w.Has&(tempo.HasYear|tempo.HasShortYear) == 0:
		n := int(-offset.N)
		e.where, e.period = w, 365.25
		e.kernel = &kernel{0, []step{{n, n, 0.82}, {n + 1, n + 1, 0.10}, {n + 2, n + 7, 0.04}, {n - 1, n - 1, 0.02}}}
		g.used[b] = true
	default:
		return
	}
	g.add(e)
}
