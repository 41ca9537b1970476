package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// BibTeX writes the articles for BibLaTeX, whose date field takes EDTF; year
// and month stand beside it for classic BibTeX.
func BibTeX(w io.Writer, t timeline.Timeline, _ Options) error {
	out := bufio.NewWriter(w)
	keys := newXMLIDs()
	for i, a := range t.Articles {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(out, "@article{%s,\n", keys.of(a.ID))
		title := a.Title
		if oneLine(title) == "" {
			title = a.ID
		}
		bibField(out, "title", "{"+texText(title)+"}")
		bibField(out, "journaltitle", texText(a.Source))
		bibDate(out, a.Date)
		if address := webAddress(a.URL); address != "" {
			bibField(out, "url", strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C", " ", "%20").Replace(address))
		}
		bibField(out, "langid", babelName(a.Lang))
		out.WriteString("}\n")
	}
	return out.Flush()
}

func bibField(out *bufio.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(out, "  %-12s = {%s},\n", name, value)
	}
}

// bibDate writes what BibLaTeX reads of EDTF (levels 0 and 1) and the year and
// month that BibTeX knows.
func bibDate(out *bufio.Writer, edtf string) {
	if edtf == "" {
		return
	}
	bibField(out, "date", edtf)
	if d, unit, ok := articleDate(edtf); ok && d.year > 0 {
		bibField(out, "year", fmt.Sprint(d.year))
		if unit == "day" || unit == "month" {
			bibField(out, "month", fmt.Sprint(d.month))
		}
	}
}

// texSigns are TeX's special characters.
var texSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func texText(s string) string { return texSigns.Replace(oneLine(s)) }

func babelName(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "fr":
		return "french"
	case "en":
		return "english"
	}
	return ""
}
