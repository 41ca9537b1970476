package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// Mermaid writes a mermaid timeline: a section a year, a period a date, and the
// titles of its events. mermaid places them in order and not to scale, so that
// any year will do.
func Mermaid(w io.Writer, t timeline.Timeline, o Options) error {
	out := bufio.NewWriter(w)
	labels := words.For(o.lang(t))
	out.WriteString("timeline\n")
	if title := mermaidText(t.Title); title != "" {
		fmt.Fprintf(out, "    title %s\n", title)
	}
	year, date := "", ""
	for _, e := range chronological(t.Events) {
		if y := mermaidText(yearHeading(e, labels)); y != year {
			fmt.Fprintf(out, "    section %s\n", y)
			year, date = y, ""
		}
		title := mermaidText(e.Title)
		if e.Status != "" {
			title += " (" + labelled(labels.Status, e.Status) + ")"
		}
		if d := mermaidText(label(e)); d != date {
			fmt.Fprintf(out, "        %s : %s\n", d, title)
			date = d
		} else {
			fmt.Fprintf(out, "            : %s\n", title)
		}
	}
	return out.Flush()
}

// mermaidSigns are what mermaid's timeline grammar or its HTML labels would
// take for markup, and look-alikes or plain words that it does not.
var mermaidSigns = strings.NewReplacer(":", "∶", "#", "＃", ";", "；", "<", "‹", ">", "›", "%%", "%", "\\", "/", "`", "'", "{", "(", "}", ")")

// mermaidText is a text that stands in a diagram as it is. A title that begins
// with a word of the grammar ("section", "title") gets a no-break space before it.
func mermaidText(s string) string {
	s = mermaidSigns.Replace(oneLine(s))
	word, _, _ := strings.Cut(strings.ToLower(s), " ")
	switch strings.TrimRight(word, "∶") {
	case "title", "section", "timeline", "acctitle", "accdescr", "---":
		return "\u00a0" + s
	}
	return s
}
