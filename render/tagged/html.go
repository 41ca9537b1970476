package tagged

import (
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/timeline"
)

// pageHead begins the page. It needs no script and loads nothing.
const pageHead = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>frise tag</title>
<style>
:root{color-scheme:light dark}
body{font:17px/1.65 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
article{white-space:pre-wrap;border-top:1px solid #8886;padding:1rem 0 2rem}
h2{font-size:1.05rem;margin:0 0 .6rem;white-space:normal}
mark{background:#ffe58a;color:#111;border-radius:.2em;padding:0 .15em;position:relative}
mark.TIME{background:#b9dcff}mark.DURATION{background:#cdeec2}mark.SET{background:#ecd2f7}
mark:focus-visible{outline:2px solid #06c}
mark>span{display:none;position:absolute;left:0;top:1.7em;z-index:1;background:#222;color:#fff;font-size:.8rem;line-height:1.4;
padding:.5em .7em;border-radius:.3em;width:max-content;max-width:22rem;white-space:normal}
mark:hover>span,mark:focus>span{display:block}
@media print{mark>span{display:inline;position:static;background:none;color:inherit;padding:0}mark>span::before{content:" ["}mark>span::after{content:"]"}}
</style></head><body>
`

// article is parsed at its first use, not at every start of the program.
var article = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("article").Parse(articleText))
})

const articleText = `<article lang="{{.Lang}}"><h2>{{.ID}}{{with .Date}} · {{.}}{{end}}</h2>{{range .Pieces}}{{if .Tag}}<mark class="{{.Tag.Type}}" tabindex="0">{{.Text}}<span role="note"><b>{{.Tag.Type}} {{.Tag.Value}}{{with .Tag.Mod}} {{.}}{{end}}</b>{{with .Tag.EDTF}}<br>EDTF {{.}}{{end}}<br>{{.Reason}}<br>{{.Tag.Rule}}: {{.Tag.Pattern}}</span></mark>{{else}}{{.Text}}{{end}}{{end}}</article>
`

type piece struct {
	Text   string
	Tag    *timeline.Tag
	Reason string
}

// writeHTML writes an article of a page on which hovering or focusing an
// expression shows its value, what it is reckoned from, and its rule. The page
// needs no script.
func writeHTML(w io.Writer, a Article, _ Options) error {
	var pieces []piece
	at := 0
	for i := range a.Tags {
		t := &a.Tags[i]
		reason := Reason(t.Expr)
		if t.Tense != "" {
			reason += "; the clause is " + t.Tense
		}
		pieces = append(pieces, piece{Text: a.Text[at:t.Start]}, piece{Text: t.Text, Tag: t, Reason: reason})
		at = t.End
	}
	pieces = append(pieces, piece{Text: strings.TrimRight(a.Text[at:], "\n")})
	return article().Execute(w, struct {
		ID, Lang, Date string
		Pieces         []piece
	}{a.ID, a.Lang, a.Date, pieces})
}
