package handout

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/timeline"
)

//go:embed handout.tmpl
var pageText string

//go:embed handout.css
var pageStyle string

// page is parsed at its first use, not at every start of the program.
var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("handout").Parse(pageText)) })

// HTML writes the handout as one page of HTML that prints well: sheets begin on
// new pages, and nothing is loaded from anywhere.
func HTML(w io.Writer, t timeline.Timeline, o Options) error {
	d, err := compose(t, o)
	if err != nil {
		return err
	}
	return page().Execute(w, d.view())
}

// The view is what the template sees.
type (
	view struct {
		Lang, Title, School, Body string
		Logo                      template.URL
		CSS                       template.CSS
		Words                     any
		Sheets                    []sheetView
	}
	sheetView struct {
		Kind, Heading, Version, Task string
		Key                          bool
		Bank                         []string
		Rows                         []rowView
		Pages                        [][]rowView // of cards
		Glossary                     []termView
	}
	rowView struct {
		Mark, Date, Title, Status string
		Quotes                    []quoteView
	}
	quoteView struct {
		Open, Before, Expression, After, Close, Article, Published string
		Masked                                                     bool
	}
	termView struct{ Name, Kind string }
)

const cardsOnAPage = 8

func (d document) view() view {
	v := view{Lang: d.labels.Lang, Title: d.title, School: d.o.Style.School, Words: d.print, CSS: d.css()}
	if media := logoType(d.o.Logo); media != "" {
		v.Logo = template.URL("data:" + media + ";base64," + base64.StdEncoding.EncodeToString(d.o.Logo))
	}
	for _, s := range d.sheets {
		sv := sheetView{Kind: s.kind, Key: s.kind == "key", Heading: s.heading, Version: s.version, Task: s.task, Bank: s.bank}
		for _, r := range s.rows {
			rv := rowView{Mark: r.mark, Date: r.date, Title: r.title, Status: r.status}
			for _, q := range r.quotes {
				qv := quoteView{Open: d.print.OpenQuote, Close: d.print.CloseQuote, Before: q.before, Expression: q.expression, After: q.after, Article: q.article, Masked: q.masked}
				if q.date != "" {
					qv.Published = strings.ReplaceAll(d.print.Published, "{n}", q.date)
				}
				rv.Quotes = append(rv.Quotes, qv)
			}
			sv.Rows = append(sv.Rows, rv)
		}
		if s.kind == "cards" {
			for from := 0; from < len(sv.Rows); from += cardsOnAPage {
				sv.Pages = append(sv.Pages, sv.Rows[from:min(from+cardsOnAPage, len(sv.Rows))])
			}
		}
		for _, g := range s.glossary {
			sv.Glossary = append(sv.Glossary, termView{g.name, g.kind})
		}
		v.Sheets = append(v.Sheets, sv)
	}
	return v
}

// css sets the style's colours and fonts, which check has let through only as
// #rrggbb and plain names, before the sheet's own rules.
func (d document) css() template.CSS {
	s, size, card := d.o.Style, "A4", "53mm"
	if d.o.Paper == "letter" {
		size, card = "letter", "48mm"
	}
	return template.CSS(fmt.Sprintf(":root{--ink:%s;--accent:%s;--rule:%s;--body:%q,\"Liberation Serif\",serif;--heading:%q,\"Liberation Sans\",sans-serif;--size:%.1fpt;--card:%s}\n@page{size:%s}\n",
		s.Ink, s.Accent, s.Rule, s.Body, s.Heading, d.o.points(), card, size) + pageStyle)
}
