package read

import (
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// fields are what a manifest or a front matter says of an article, as written.
type fields struct {
	file, id, title, date, url, source, lang string
	meta                                     map[string]any
	dateWords                                string // the date as written, once date is EDTF
	line                                     int    // where the entry begins
	dateLine                                 int    // where its date stands
}

// fillFrom takes from g what f leaves open.
func (f *fields) fillFrom(g fields) {
	if f.date == "" {
		f.date, f.dateWords = g.date, g.dateWords
	}
	for _, pair := range [][2]*string{{&f.id, &g.id}, {&f.title, &g.title}, {&f.url, &g.url}, {&f.source, &g.source}, {&f.lang, &g.lang}} {
		if *pair[0] == "" {
			*pair[0] = *pair[1]
		}
	}
	for key, value := range g.meta {
		if f.meta == nil {
			f.meta = map[string]any{}
		}
		if _, ok := f.meta[key]; !ok {
			f.meta[key] = value
		}
	}
}

// set puts a YAML value under the field that its key names; a key that names
// none goes to meta.
func (f *fields) set(key string, value *yaml.Node) {
	field, _ := fieldOf(key)
	text := value.Value
	switch {
	case value.Kind != yaml.ScalarNode || field == "":
		if lower := strings.ToLower(key); value.Kind == yaml.ScalarNode && (lower == "file" || lower == "fichier") {
			f.file = text
			return
		}
		var v any
		if value.Decode(&v) != nil || v == nil {
			return
		}
		if f.meta == nil {
			f.meta = map[string]any{}
		}
		f.meta[key] = v
	case value.Tag == "!!null":
	default:
		*f.field(field) = text
		if field == "date" {
			f.dateLine = value.Line
		}
	}
}

// field is where the value of one of Fields is kept; an article's text has no
// place in a manifest and is dropped.
func (f *fields) field(name string) *string {
	switch name {
	case "id":
		return &f.id
	case "title":
		return &f.title
	case "date":
		return &f.date
	case "url":
		return &f.url
	case "source":
		return &f.source
	case "lang":
		return &f.lang
	}
	return new(string)
}

// setAll reads the pairs of a YAML mapping.
func (f *fields) setAll(m *yaml.Node) {
	f.line = m.Line
	for i := 0; i+1 < len(m.Content); i += 2 {
		value := m.Content[i+1]
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		f.set(m.Content[i].Value, value)
	}
}

// yamlLine finds the line number that the messages of yaml.v3 begin with.
var yamlLine = regexp.MustCompile(`(?s)^(?:yaml: )?(?:unmarshal errors:\s*)?(?:line (\d+): )?(.*)$`)

// yamlProblem splits an error of yaml.v3 into line and message.
func yamlProblem(err error) (line int, msg string) {
	m := yamlLine.FindStringSubmatch(err.Error())
	line, _ = strconv.Atoi(m[1])
	return line, m[2]
}

// parseYAML reads one YAML document; nil where it is empty.
func parseYAML(b []byte) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}
