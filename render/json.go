package render

import (
	"encoding/json"
	"io"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/frise-timeline/frise/timeline"
)

// JSON writes the timeline as the contract has it; `frise schema` describes it.
func JSON(w io.Writer, t timeline.Timeline, o Options) error { return streamJSON(w, &t, o) }

// streamJSON writes a whole timeline, one event after the other. The encoder is
// that of encoding/json's second version: the first takes four times as long,
// half of it to indent what it has written.
func streamJSON(w io.Writer, p timeline.Pieces, o Options) error {
	e := jsontext.NewEncoder(w, jsonOptions(o))
	title, lang := p.Head()
	j := jsonWriter{e: e}
	j.put(jsontext.BeginObject, jsontext.String("title"), jsontext.String(title), jsontext.String("lang"), jsontext.String(lang),
		jsontext.String("events"), jsontext.BeginArray)
	if err := p.EachEvent(func(event *timeline.Event) error { return j.value(event) }); err != nil {
		return err
	}
	j.put(jsontext.EndArray, jsontext.String("articles"), jsontext.BeginArray)
	if err := p.EachArticle(func(article *timeline.Article) error { return j.value(article) }); err != nil {
		return err
	}
	j.put(jsontext.EndArray, jsontext.EndObject)
	return j.err
}

// jsonOptions leaves <, > and & as they are: the file is no part of a web page,
// and people read it. Broken bytes are replaced, and field names are not looked
// through for pairs: they are ours.
func jsonOptions(o Options) jsontext.Options {
	options := []jsontext.Options{jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true), jsontext.EscapeForJS(true)}
	if !o.Compact {
		options = append(options, jsontext.WithIndent("  "))
	}
	return jsonv2.JoinOptions(options...)
}

// A jsonWriter keeps the first error of an encoder.
type jsonWriter struct {
	e   *jsontext.Encoder
	err error
}

func (j *jsonWriter) put(tokens ...jsontext.Token) {
	for _, t := range tokens {
		if j.err == nil {
			j.err = j.e.WriteToken(t)
		}
	}
}

func (j *jsonWriter) value(v any) error {
	if j.err == nil {
		j.err = jsonv2.MarshalEncode(j.e, v)
	}
	return j.err
}

// writeJSON writes any other value likewise.
func writeJSON(w io.Writer, v any, o Options) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if !o.Compact {
		encoder.SetIndent("", "  ")
	}
	return encoder.Encode(v)
}
