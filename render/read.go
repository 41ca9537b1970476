package render

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline"
)

// Read takes back a timeline that YAML or JSON wrote and that a person may have
// edited since. Name is for its errors, which tell every mistake as
// "name:line: what is wrong". What a person may leave out is worked out anew:
// an event's id, its start, end and precision from its date, and its label.
func Read(name string, r io.Reader) (timeline.Timeline, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return timeline.Timeline{}, fmt.Errorf("%s: %w", name, err)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	parse := yamlNode
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '{' {
		parse = jsonNode
	}
	root, err := parse(name, data)
	if err != nil {
		return timeline.Timeline{}, err
	}
	c := &checker{name: name}
	c.check(root, timelineShape, "")
	if len(c.problems) > 0 {
		return timeline.Timeline{}, c.err()
	}
	var t timeline.Timeline
	if err := root.Decode(&t); err != nil {
		return timeline.Timeline{}, yamlError(name, err)
	}
	c.complete(root, &t)
	return t, c.err()
}

// A checker collects what is wrong with a file, so that a person mends it in one go.
type checker struct {
	name     string
	problems []error
}

// maxProblems keeps a file of another kind from filling the screen.
const maxProblems = 20

func (c *checker) add(line int, hint, format string, args ...any) {
	if len(c.problems) == maxProblems {
		c.problems = append(c.problems, fmt.Errorf("%s: more mistakes of this kind", c.name))
	}
	if len(c.problems) > maxProblems {
		return
	}
	text := fmt.Sprintf("%s:%d: ", c.name, line) + fmt.Sprintf(format, args...)
	if hint != "" {
		text += "\nhint: " + hint
	}
	c.problems = append(c.problems, errors.New(text))
}

func (c *checker) err() error { return errors.Join(c.problems...) }

// A shape is what a node of the tree has to be: text, integer, number, a list
// of item, or an object of fields.
type shape struct {
	kind   string
	item   *shape
	fields []field
}

type field struct {
	name  string
	shape *shape
}

var (
	text    = &shape{kind: "a text"}
	integer = &shape{kind: "a whole number"}
	number  = &shape{kind: "a number"}
	texts   = &shape{kind: "a list", item: text}

	sourceShape = &shape{kind: "an object", fields: []field{
		{"article", text}, {"start", integer}, {"end", integer}, {"quote", text}, {"expression", text}, {"date", text}, {"rule", text}}}
	eventShape = &shape{kind: "an object", fields: []field{
		{"id", text}, {"date", text}, {"start", text}, {"end", text}, {"precision", text}, {"modifier", text}, {"label", text},
		{"title", text}, {"text", text}, {"lang", text}, {"type", text}, {"status", text}, {"actors", texts}, {"people", texts},
		{"places", texts}, {"conflicts", texts}, {"score", number}, {"sources", &shape{kind: "a list", item: sourceShape}}}}
	clueShape = &shape{kind: "an object", fields: []field{
		{"by", text}, {"date", text}, {"text", text}, {"weight", number}}}
	articleShape = &shape{kind: "an object", fields: []field{
		{"id", text}, {"title", text}, {"url", text}, {"source", text}, {"lang", text}, {"date", text},
		{"dated", &shape{kind: "a list", item: clueShape}}}}
	timelineShape = &shape{kind: "an object", fields: []field{
		{"title", text}, {"lang", text}, {"events", &shape{kind: "a list", item: eventShape}},
		{"articles", &shape{kind: "a list", item: articleShape}}}}
)

// check compares a node with its shape; where is the name of its field.
func (c *checker) check(n *yaml.Node, s *shape, where string) {
	if n.Kind == yaml.AliasNode {
		c.add(n.Line, "write the value out", "%s: an alias (*%s) has no place in a timeline", name(where), n.Value)
		return
	}
	empty := n.Kind == yaml.ScalarNode && n.Tag == "!!null" && where != ""
	switch {
	case empty:
	case s.fields != nil:
		c.checkObject(n, s, where)
	case s.item != nil:
		if n.Kind != yaml.SequenceNode {
			c.add(n.Line, "", "%s must be a list, and is %s", name(where), kindOf(n))
			return
		}
		for _, item := range n.Content {
			c.check(item, s.item, where)
		}
	case n.Kind != yaml.ScalarNode || n.Tag == "!!binary",
		s == integer && n.Tag != "!!int",
		s == number && n.Tag != "!!int" && n.Tag != "!!float":
		c.add(n.Line, "", "%s must be %s, and is %s", name(where), s.kind, kindOf(n))
	}
}

func (c *checker) checkObject(n *yaml.Node, s *shape, where string) {
	if n.Kind != yaml.MappingNode {
		c.add(n.Line, "", "%s must hold fields such as “%s:”, and is %s", name(where), s.fields[0].name, kindOf(n))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			c.add(key.Line, "", "%q stands here and on line %d already", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		at := slices.IndexFunc(s.fields, func(f field) bool { return f.name == key.Value })
		if at < 0 || key.Kind != yaml.ScalarNode {
			c.add(key.Line, nearest(key.Value, s), "unknown field %q", key.Value)
			continue
		}
		c.check(value, s.fields[at].shape, key.Value)
	}
}

func name(where string) string {
	if where == "" {
		return "a timeline"
	}
	return where
}

func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "an object"
	case yaml.SequenceNode:
		return "a list"
	}
	if len(n.Value) > 40 {
		return "a long text"
	}
	return fmt.Sprintf("%q", n.Value)
}

// nearest is the hint for a field's name that is not known.
func nearest(word string, s *shape) string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
		if distance(strings.ToLower(word), f.name) <= 2 {
			return fmt.Sprintf("did you mean %q?", f.name)
		}
	}
	return "the fields here are " + strings.Join(names, ", ")
}

// distance is Levenshtein's, given up above a difference of two in length.
func distance(a, b string) int {
	if len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return 3
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
