package tagged

import (
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// writeText writes the article with every expression marked and its value
// beside it; with Explain the expressions in a list, each with its reasons.
func writeText(w io.Writer, a Article, o Options) error {
	var b strings.Builder
	date := a.Date
	if date == "" {
		date = "no date"
	}
	fmt.Fprintf(&b, "%s (%s, %s): %d expressions\n", a.ID, a.Lang, date, len(a.Tags))
	if o.Explain {
		for _, t := range a.Tags {
			explain(&b, t)
		}
	} else {
		at := 0
		for _, t := range a.Tags {
			b.WriteString(a.Text[at:t.Start])
			mark(&b, t, o.Color)
			at = t.End
		}
		b.WriteString(strings.TrimRight(a.Text[at:], "\n"))
		b.WriteString("\n")
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func mark(b *strings.Builder, t timeline.Tag, color bool) {
	value := t.Type + " " + t.Value
	if t.Mod != "" {
		value += " " + t.Mod
	}
	if color {
		fmt.Fprintf(b, "\x1b[1;36m%s\x1b[0m \x1b[2m⟨%s⟩\x1b[0m", t.Text, value)
		return
	}
	fmt.Fprintf(b, "[%s ⟨%s⟩]", t.Text, value)
}

// explain tells how a value was reached: rule, base, tense, and the verbs that
// led from the base to the value.
func explain(b *strings.Builder, t timeline.Tag) {
	fmt.Fprintf(b, "  %-28s %s %s", t.Text, t.Type, t.Value)
	if t.Mod != "" {
		fmt.Fprintf(b, " %s", t.Mod)
	}
	if t.EDTF != "" {
		fmt.Fprintf(b, "  = %s", t.EDTF)
	}
	fmt.Fprintf(b, "\n      rule %s (line %d): %s\n      %s", t.Rule, t.Line, t.Pattern, Reason(t.Expr))
	if t.Tense != "" {
		fmt.Fprintf(b, "; the clause is %s", t.Tense)
	}
	b.WriteString("\n")
}

// Reason tells in words how an expression is reckoned.
func Reason(e tempo.Expr) string {
	switch e.Kind {
	case tempo.Amount:
		s := "an amount of " + e.Duration.String()
		switch {
		case e.Anchored < 0:
			s += " that ends at the publication date"
		case e.Anchored > 0:
			s += " that begins at the publication date"
		}
		return s
	case tempo.Recurring:
		return "recurring"
	case tempo.Reference:
		return "points to " + strings.ToLower(strings.ReplaceAll(e.Ref.String(), "_REF", "")) + " without a date"
	}
	var steps []string
	switch {
	case e.From != nil:
		steps = append(steps, "from ("+Reason(*e.From)+")")
	case e.Where.Knows(tempo.HasYear) && e.Unit == tempo.NoGrain:
		steps = append(steps, "by the calendar")
	case e.Base == tempo.Mentioned:
		steps = append(steps, "from the last date told")
	case e.Base == tempo.Nearby:
		steps = append(steps, "on the day told nearby, else the publication date")
	default:
		steps = append(steps, "from the publication date")
	}
	if e.Unit != tempo.NoGrain && e.N != 0 {
		steps = append(steps, fmt.Sprintf("move %+g %s", e.N, e.Unit))
	}
	if e.Land != tempo.NoGrain {
		steps = append(steps, "land on the "+e.Land.String())
	} else if e.Unit != tempo.NoGrain {
		steps = append(steps, "land on the "+e.Unit.String())
	}
	if e.Nth != 0 {
		steps = append(steps, fmt.Sprintf("take number %d", e.Nth))
	}
	if !e.Where.IsZero() {
		pick := [...]string{"by tense", "the last", "the next", "this", "the nearest", "the coming"}[e.Pick]
		if e.Where.Knows(tempo.HasYear) || e.From != nil || e.Unit != tempo.NoGrain {
			pick = "narrow to"
		}
		steps = append(steps, pick+" "+e.Where.Timex())
	}
	if e.Mod != tempo.NoMod {
		steps = append(steps, "soften: "+strings.ToLower(e.Mod.String()))
	}
	return strings.Join(steps, ", ")
}
