package render

import (
	"fmt"
	stdhtml "html"
	"io"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// The types of TimelineJS3's JSON (timeline.knightlab.com/docs/json-format.html).
type (
	tjsTimeline struct {
		Title  *tjsSlide  `json:"title,omitempty"`
		Events []tjsSlide `json:"events"`
		Scale  string     `json:"scale"`
	}
	tjsSlide struct {
		StartDate   *tjsDate `json:"start_date,omitempty"`
		EndDate     *tjsDate `json:"end_date,omitempty"`
		DisplayDate string   `json:"display_date,omitempty"`
		Text        tjsText  `json:"text"`
		Group       string   `json:"group,omitempty"`
		UniqueID    string   `json:"unique_id,omitempty"`
		Autolink    bool     `json:"autolink"`
	}
	tjsDate struct {
		Year  int `json:"year"`
		Month int `json:"month,omitempty"`
		Day   int `json:"day,omitempty"`
	}
	tjsText struct {
		Headline string `json:"headline"`
		Text     string `json:"text,omitempty"`
	}
)

// tjsYears is how far JavaScript's Date reaches, and with it TimelineJS's human scale.
const tjsYears = 270_000

// TimelineJS writes the JSON that TimelineJS3 loads. display_date carries what
// TimelineJS cannot say with its dates: how uncertain they are. Texts are
// escaped, since TimelineJS takes them for HTML.
func TimelineJS(w io.Writer, t timeline.Timeline, o Options) error {
	labels := words.For(o.lang(t))
	out := tjsTimeline{Events: []tjsSlide{}, Scale: "human"}
	if title := oneLine(t.Title); title != "" {
		out.Title = &tjsSlide{Text: tjsText{Headline: stdhtml.EscapeString(valid(title)),
			Text: "<p>" + stdhtml.EscapeString(labels.Count(len(t.Articles), labels.Article, labels.Articles)) + "</p>"}}
	}
	byID, names := t.Lookup(), newXMLIDs()
	for _, e := range chronological(t.Events) {
		slide, ok := tjsEvent(e, byID, labels)
		if !ok {
			o.skip(e, "TimelineJS needs a date within 270,000 years of our era")
			continue
		}
		slide.UniqueID = names.of(e.ID) // TimelineJS makes ids of elements of them
		out.Events = append(out.Events, slide)
	}
	return writeJSON(w, out, o)
}

func tjsEvent(e timeline.Event, byID articleFinder, labels *words.Words) (tjsSlide, bool) {
	first, last, hasFirst, hasLast := daysOf(e)
	switch {
	case !hasFirst && !hasLast:
		return tjsSlide{}, false
	case !hasFirst:
		first = last
	case !hasLast:
		last = first
	}
	if max(first.year, -first.year, last.year, -last.year) > tjsYears {
		return tjsSlide{}, false
	}
	slide := tjsSlide{DisplayDate: stdhtml.EscapeString(tjsDisplay(e, labels)),
		Text: tjsText{Headline: stdhtml.EscapeString(oneLine(e.Title)), Text: tjsBody(e, byID, labels)}}
	if e.Type != "" {
		slide.Group = stdhtml.EscapeString(labelled(labels.Types, e.Type))
	}
	switch calendarUnit(first, last) {
	case tempo.Day:
		slide.StartDate = &tjsDate{first.year, first.month, first.day}
	case tempo.Month:
		slide.StartDate = &tjsDate{Year: first.year, Month: first.month}
	case tempo.Year:
		slide.StartDate = &tjsDate{Year: first.year}
	default:
		slide.StartDate = &tjsDate{first.year, first.month, first.day}
		slide.EndDate = &tjsDate{last.year, last.month, last.day}
	}
	return slide, true
}

// tjsDisplay adds to the label what it may not say: that the date is inferred,
// that sources differ, that nothing has happened yet.
func tjsDisplay(e timeline.Event, labels *words.Words) string {
	text := label(e)
	var notes []string
	if inferred(e) {
		notes = append(notes, labels.Inferred)
	}
	if e.Status != "" {
		notes = append(notes, labelled(labels.Status, e.Status))
	}
	for _, other := range e.Conflicts {
		notes = append(notes, strings.ReplaceAll(labels.Script.Conflict, "{n}", labels.Date(other)))
	}
	notes = slices.DeleteFunc(notes, func(n string) bool { return strings.Contains(text, n) })
	if len(notes) > 0 {
		text += " (" + strings.Join(notes, ", ") + ")"
	}
	return text
}

func tjsBody(e timeline.Event, byID articleFinder, labels *words.Words) string {
	var b strings.Builder
	for _, s := range e.Sources {
		a := byID(s.Article)
		if a == nil {
			a = &timeline.Article{ID: s.Article}
		}
		name := a.Title
		if name == "" {
			name = a.ID
		}
		name = stdhtml.EscapeString(oneLine(name))
		if address := webAddress(a.URL); address != "" {
			name = fmt.Sprintf(`<a href="%s">%s</a>`, stdhtml.EscapeString(address), name)
		}
		for _, more := range []string{a.Source, labels.Date(a.Date)} {
			if more != "" {
				name += ", " + stdhtml.EscapeString(oneLine(more))
			}
		}
		fmt.Fprintf(&b, "<blockquote>%s</blockquote><p>— %s</p>", stdhtml.EscapeString(oneLine(s.Quote)), name)
	}
	return b.String()
}
