package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table prints lines of cells in columns: the first flush left, the others right.
type table struct {
	rows [][]string
	// rules holds the indices of rows before which a line is drawn.
	rules map[int]bool
}

func (t *table) line(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) rule() {
	if t.rules == nil {
		t.rules = map[int]bool{}
	}
	t.rules[len(t.rows)] = true
}

// widths gives the width of each column.
func (t *table) widths() (widths []int) {
	for _, cells := range t.rows {
		for i, c := range cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(c))
		}
	}
	return widths
}

func (t *table) write(w io.Writer) error {
	widths := t.widths()
	var b strings.Builder
	for n, cells := range t.rows {
		if t.rules[n] {
			total := 2 * (len(widths) - 1)
			for _, x := range widths {
				total += x
			}
			b.WriteString(strings.Repeat("─", total) + "\n")
		}
		var line strings.Builder
		for i, c := range cells {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c))
			if i == 0 {
				line.WriteString(c + pad)
			} else {
				line.WriteString("  " + pad + c)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// percent writes a share as a percentage with one decimal, as the papers do.
func percent(x float64) string { return fmt.Sprintf("%.1f", 100*x) }

// clip shortens a name in its middle, for a table that fits a terminal.
func clip(s string, width int) string {
	r := []rune(s)
	if len(r) <= width {
		return s
	}
	head := (width - 1) / 2
	return string(r[:head]) + "…" + string(r[len(r)-(width-1-head):])
}

// WriteTable prints the scores of every file and of all, in percent. With by
// "type", "rule" or "doc" it prints that table too; any other word but "" is an error.
func (r Result) WriteTable(w io.Writer, by string) error {
	rows := r.Files
	if len(rows) != 1 {
		rows = append(append([]Row{}, rows...), r.Total)
	}
	if err := writeRows(w, "file", rows, len(rows) > 1); err != nil {
		return err
	}
	switch by {
	case "":
		return nil
	case "type":
		return afterBlank(w, func() error { return writeRows(w, "type", r.Types, false) })
	case "doc":
		return afterBlank(w, func() error { return writeRows(w, "document", r.Docs, false) })
	case "rule":
		return afterBlank(w, func() error { return writeRules(w, r.Rules) })
	}
	return fmt.Errorf("no table by %q; there are type, rule and doc", by)
}

func afterBlank(w io.Writer, f func() error) error {
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return f()
}

func writeRows(w io.Writer, what string, rows []Row, total bool) error {
	var t table
	t.line(what, "gold", "ours", "strict P", "R", "F1", "relaxed P", "R", "F1", "type", "value", "mod", "(same)")
	t.rule()
	for i, x := range rows {
		if total && i == len(rows)-1 {
			t.rule()
		}
		s, l := x.StrictSpan(), x.RelaxedSpan()
		t.line(clip(x.Name, 40), fmt.Sprint(x.Gold), fmt.Sprint(x.System),
			percent(s.P), percent(s.R), percent(s.F1), percent(l.P), percent(l.R), percent(l.F1),
			percent(x.TypeF1()), percent(x.ValueF1()), percent(x.ModF1()), percent(x.SameF1()))
	}
	return t.write(w)
}

// writeRules prints, for every rule, how many of its mentions overlap gold and
// how many of those are right in each respect.
func writeRules(w io.Writer, rows []Row) error {
	var t table
	t.line("rule", "ours", "in gold", "%", "span", "type", "value", "value %")
	t.rule()
	for _, x := range rows {
		if x.System == 0 {
			continue
		}
		t.line(clip(x.Name, 60), fmt.Sprint(x.System), fmt.Sprint(x.Relaxed), percent(share(x.Relaxed, x.System)),
			fmt.Sprint(x.Strict), fmt.Sprint(x.Type), fmt.Sprint(x.Value), percent(share(x.Value, x.System)))
	}
	return t.write(w)
}

// WriteMisses prints every difference with its sentence, the expression between
// » and «, gold and ours side by side. kinds limits what is shown to some
// kinds; none shows all.
func (r Result) WriteMisses(w io.Writer, kinds ...string) error {
	var b strings.Builder
	for _, m := range r.Misses {
		if len(kinds) > 0 && !slices.ContainsFunc(kinds, m.Is) {
			continue
		}
		fmt.Fprintf(&b, "%s:%d  %s  %s", m.File, m.Line, m.Doc, strings.Join(m.Kinds, ", "))
		if m.DCT != "" {
			fmt.Fprintf(&b, "  (%s)", m.DCT)
		}
		fmt.Fprintf(&b, "\n    %s»%s«%s\n", m.Sentence[:m.From], m.Sentence[m.From:m.To], m.Sentence[m.To:])
		g, s := describe(m.Gold), describe(m.Ours)
		var t table
		t.line("    gold", g[0], g[1], g[2], g[3], "")
		t.line("    ours", s[0], s[1], s[2], s[3], s[4])
		b.WriteString(leftAligned(t))
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func describe(t *Timex) [5]string {
	if t == nil {
		return [5]string{"—"}
	}
	rule := ""
	if t.Rule != "" {
		rule = "[" + t.Rule + "]"
	}
	return [5]string{strings.ReplaceAll(t.Text, "\n", " "), t.Type, t.Value, t.Mod, rule}
}

// leftAligned prints a table with every column flush left and empty columns left out.
func leftAligned(t table) string {
	widths := t.widths()
	var b strings.Builder
	for _, cells := range t.rows {
		line := ""
		for i, c := range cells {
			if widths[i] > 0 {
				line += c + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c)+2)
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// scores are the figures of a row, for JSON.
type scores struct {
	Row
	StrictSpan  PRF     `json:"strictSpan"`
	RelaxedSpan PRF     `json:"relaxedSpan"`
	TypeF1      float64 `json:"typeF1"`
	ValueF1     float64 `json:"valueF1"`
	ModF1       float64 `json:"modF1"`
	SameF1      float64 `json:"sameF1"`
}

func figures(rows []Row) []scores {
	out := make([]scores, len(rows))
	for i, x := range rows {
		out[i] = scores{x, x.StrictSpan(), x.RelaxedSpan(), x.TypeF1(), x.ValueF1(), x.ModF1(), x.SameF1()}
	}
	return out
}

// WriteJSON prints all tables, and every miss where misses is set.
func (r Result) WriteJSON(w io.Writer, misses bool) error {
	out := struct {
		Total  scores   `json:"total"`
		Files  []scores `json:"files"`
		Types  []scores `json:"types"`
		Rules  []scores `json:"rules"`
		Docs   []scores `json:"docs"`
		Misses []Miss   `json:"misses,omitempty"`
	}{figures([]Row{r.Total})[0], figures(r.Files), figures(r.Types), figures(r.Rules), figures(r.Docs), nil}
	if misses {
		out.Misses = r.Misses
	}
	return writeJSON(w, out)
}

func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}
