package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// What a field of a closed list may hold; the JSON Schema says the same.
var (
	eventTypes = []string{"agree", "consult", "support", "cooperate", "aid", "concede", "retreat", "request", "accuse",
		"reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault"}
	statuses = []string{"planned", "denied", "threatened", "cancelled", "possible"}
)

// complete checks what the fields say and works out what was left out.
func (c *checker) complete(root *tree.Node, t *timeline.Timeline) {
	articles := map[string]bool{}
	for i := range t.Articles {
		a, n := &t.Articles[i], root.Item("articles", i)
		switch {
		case a.ID == "":
			c.Add(n.Line, "", "the article has no id")
		case articles[a.ID]:
			c.Add(n.LineOf("id"), "", "another article has the id %q", a.ID)
		}
		articles[a.ID] = true
		if a.Date != "" {
			c.date(n.LineOf("date"), "date", a.Date)
		}
	}
	ids := map[string]bool{}
	for i := range t.Events {
		e, n := &t.Events[i], root.Item("events", i)
		c.event(e, n, t.Lang)
		c.sources(e, n, articles)
		if ids[e.ID] {
			c.Add(n.LineOf("id"), "delete the line: an id is worked out", "another event has the id %q", e.ID)
		}
		ids[e.ID] = true
	}
}

func (c *checker) event(e *timeline.Event, n *tree.Node, lang string) {
	if e.Title == "" {
		c.Add(n.Line, "", "the event has no title")
	}
	if e.Date == "" {
		c.Add(n.Line, "write 2024-06-19, 2024-06, 2024, 199X or 1914/1918", "the event has no date")
		return
	}
	c.oneOf(n, "type", e.Type, eventTypes)
	c.oneOf(n, "status", e.Status, statuses)
	if e.Modifier != "" {
		if _, ok := tempo.ParseMod(strings.ToUpper(e.Modifier)); !ok {
			c.Add(n.LineOf("modifier"), "start, mid, end, approx, before, after …", "unknown modifier %q", e.Modifier)
		}
	}
	if e.Score < 0 || e.Score > 1 {
		c.Add(n.LineOf("score"), "", "score must be from 0 to 1, and is %v", e.Score)
	}
	for _, other := range e.Conflicts {
		c.date(n.LineOf("conflicts"), "conflicts", other)
	}
	span, ok := c.date(n.LineOf("date"), "date", e.Date)
	if !ok {
		return
	}
	c.days(e, n, span)
	if e.Precision == "" {
		e.Precision = span.Grain.String()
	} else if _, ok := tempo.ParseGrain(e.Precision); !ok {
		c.Add(n.LineOf("precision"), "century, decade, year, half, quarter, season, month, week, weekend, day …", "unknown precision %q", e.Precision)
	}
	if e.Lang == "" {
		e.Lang = lang
	}
	if e.Label == "" {
		if m, ok := tempo.ParseMod(strings.ToUpper(e.Modifier)); ok && m != tempo.NoMod {
			span.Mod = m | span.Mod&tempo.Inferred
		}
		e.Label = words.For(lang).Span(span)
	}
	if e.ID == "" {
		sum := sha256.Sum256([]byte(e.Date + "\x00" + e.Title))
		e.ID = "e" + hex.EncodeToString(sum[:5])
	}
}

// days keeps start and end where they lie within the date; else the date was
// edited and they, the precision and the label follow it.
func (c *checker) days(e *timeline.Event, n *tree.Node, span tempo.Span) {
	first, last := isoDays(span)
	edited := false
	for _, side := range []struct {
		field string
		value string
	}{{"start", e.Start}, {"end", e.End}} {
		if side.value == "" {
			continue
		}
		d, ok := parseDay(side.value)
		if !ok {
			c.Add(n.LineOf(side.field), "delete the line: it is worked out from date", "%s: %q is no day such as 2024-06-19", side.field, side.value)
			return
		}
		if d.instant() < span.Start || d.instant() >= span.End {
			edited = true
		}
	}
	if edited {
		e.Precision, e.Label = span.Grain.String(), ""
	}
	if edited || e.Start == "" {
		e.Start = first
	}
	if edited || e.End == "" {
		e.End = last
	}
}

// isoDays gives the days of a span as an event holds them.
func isoDays(span tempo.Span) (start, end string) {
	first, last := span.Days()
	if !first.IsOpen() {
		start = first.ISODay()
	}
	if !last.IsOpen() {
		end = last.ISODay()
	}
	return start, end
}

func (c *checker) sources(e *timeline.Event, n *tree.Node, articles map[string]bool) {
	for i, s := range e.Sources {
		line := n.Item("sources", i).Line
		if !articles[s.Article] {
			c.Add(line, "it must be the id of one of the articles below", "the source names the article %q, which is not in the file", s.Article)
		}
		if s.Start < 0 || s.End < s.Start {
			c.Add(line, "", "the source’s bytes go from %d to %d", s.Start, s.End)
		}
	}
}

func (c *checker) date(line int, field, edtf string) (tempo.Span, bool) {
	span, err := tempo.ParseEDTF(edtf)
	if err != nil {
		c.Add(line, "", "%s: %v", field, err)
	}
	return span, err == nil
}

func (c *checker) oneOf(n *tree.Node, field, value string, allowed []string) {
	if value != "" && !slices.Contains(allowed, value) {
		c.Add(n.LineOf(field), fmt.Sprintf("one of %s, or none", strings.Join(allowed, ", ")), "unknown %s %q", field, value)
	}
}
