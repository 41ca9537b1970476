package render

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

// Markdown writes CommonMark: a heading a year, an item an event, its quotes
// with their articles below. With Options.FrontMatter it begins with the YAML
// that static site generators read.
func Markdown(w io.Writer, t timeline.Timeline, o Options) error {
	out := bufio.NewWriter(w)
	labels := words.For(o.lang(t))
	title := oneLine(t.Title)
	if title == "" {
		title = labels.Untitled
	}
	if o.FrontMatter {
		frontMatter(out, title, t, o)
	} else {
		fmt.Fprintf(out, "# %s\n\n", mdText(title))
	}
	if len(t.Events) == 0 {
		fmt.Fprintf(out, "%s\n\n", mdText(labels.NoEvents))
	}
	byID, year := t.Lookup(), ""
	for _, e := range chronological(t.Events) {
		if y := yearHeading(e, labels); y != year {
			fmt.Fprintf(out, "## %s\n\n", mdText(y))
			year = y
		}
		mdEvent(out, e, byID, labels)
	}
	if len(t.Articles) > 0 {
		fmt.Fprintf(out, "## %s\n\n", mdText(labels.ArticlesTitle))
		for _, a := range t.Articles {
			fmt.Fprintf(out, "- %s\n", mdArticle(a, labels))
		}
	}
	return out.Flush()
}

func frontMatter(out *bufio.Writer, title string, t timeline.Timeline, o Options) {
	y := &yamlWriter{out: out}
	out.WriteString("---\n")
	y.text("", "title", title, always)
	y.text("", "lang", o.lang(t), always)
	y.integer("", "events", len(t.Events))
	y.integer("", "articles", len(t.Articles))
	out.WriteString("---\n\n")
}

// yearHeading is the year that an event begins in, or its label where it is open on the left.
func yearHeading(e timeline.Event, labels *words.Words) string {
	if first, _, ok, _ := daysOf(e); ok {
		return labels.Date(edtfYear(first))
	}
	return label(e)
}

func mdEvent(out *bufio.Writer, e timeline.Event, byID articleFinder, labels *words.Words) {
	fmt.Fprintf(out, "- **%s** — %s", mdText(label(e)), mdText(e.Title))
	var notes []string
	if e.Status != "" {
		notes = append(notes, labelled(labels.Status, e.Status))
	}
	if e.Type != "" {
		notes = append(notes, labelled(labels.Types, e.Type))
	}
	notes = append(notes, strings.Join(e.Actors, ", "))
	for _, other := range e.Conflicts {
		notes = append(notes, strings.TrimSuffix(labels.OtherDate, ":")+": "+labels.Date(other))
	}
	if note := mdText(strings.Join(nonEmpty(notes), "; ")); note != "" {
		fmt.Fprintf(out, " *(%s)*", note)
	}
	out.WriteString("\n")
	for _, s := range e.Sources {
		a := byID(s.Article)
		if a == nil {
			a = &timeline.Article{ID: s.Article}
		}
		fmt.Fprintf(out, "\n  > %s\n  >\n  > — %s\n", mdText(s.Quote), mdArticle(*a, labels))
	}
	out.WriteString("\n")
}

// mdArticle names an article: title, who published it, when.
func mdArticle(a timeline.Article, labels *words.Words) string {
	name := a.Title
	if oneLine(name) == "" {
		name = a.ID
	}
	text := mdText(name)
	if address := webAddress(a.URL); address != "" {
		text = fmt.Sprintf("[%s](<%s>)", text, address)
	}
	if a.Source != "" {
		text += ", " + mdText(a.Source)
	}
	if a.Date != "" {
		text += ", " + mdText(labels.Date(a.Date))
	}
	return text
}

// webAddress lets through only http and https addresses, so that nothing that
// an article claims to be its address can run in a reader's browser.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C").Replace(u.String())
}

var entity = regexp.MustCompile(`^&(#|[A-Za-z][A-Za-z0-9]*;)`)

// mdText escapes what CommonMark reads as markup, on one line.
func mdText(s string) string {
	s = oneLine(s)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case strings.IndexByte("\\`*_[]<>#|~$", c) >= 0, c == '&' && entity.MatchString(s[i:]):
			b.WriteByte('\\')
		case i == 0 && strings.IndexByte("+-=:", c) >= 0:
			b.WriteByte('\\')
		case (c == '.' || c == ')') && i > 0 && i < 10 && digitsOnly(s[:i]):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func labelled(table map[string]string, key string) string {
	if text, ok := table[key]; ok {
		return text
	}
	return key
}

func nonEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
