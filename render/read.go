package render

import (
	"io"

	"github.com/frise-timeline/frise/render/tree"
	"github.com/frise-timeline/frise/timeline"
)

// Read takes back a timeline that YAML or JSON wrote and that a person may have
// edited since. Name is for its errors, which tell every mistake as
// "name:line: what is wrong". What a person may leave out is worked out anew:
// an event's id, its start, end and precision from its date, and its label.
func Read(name string, r io.Reader) (timeline.Timeline, error) {
	t, _, err := ReadCommented(name, r)
	return t, err
}

// ReadCommented is Read that gives the file's tree as well, for Options.Comments.
func ReadCommented(name string, r io.Reader) (t timeline.Timeline, root *tree.Node, err error) {
	if root, err = tree.Parse(name, r); err != nil {
		return t, nil, err
	}
	c := &checker{tree.Problems{Name: name}}
	c.Check(root, timelineShape, "a timeline")
	if err := c.Err(); err != nil {
		return t, nil, err
	}
	if err := tree.Decode(root, timelineShape, &t); err != nil {
		return timeline.Timeline{}, nil, err
	}
	c.complete(root, &t)
	return t, root, c.Err()
}

// A checker collects the mistakes of one file.
type checker struct{ tree.Problems }

// The shapes of the contract, field by field in its order.
var (
	text    = &tree.Shape{Kind: tree.Text}
	integer = &tree.Shape{Kind: tree.Integer}
	number  = &tree.Shape{Kind: tree.Number}
	texts   = list(text)

	sourceShape = object(tree.Field{Name: "article", Shape: text}, tree.Field{Name: "start", Shape: integer}, tree.Field{Name: "end", Shape: integer}, tree.Field{Name: "quote", Shape: text},
		tree.Field{Name: "expression", Shape: text}, tree.Field{Name: "date", Shape: text}, tree.Field{Name: "rule", Shape: text})
	eventShape = object(tree.Field{Name: "id", Shape: text}, tree.Field{Name: "date", Shape: text}, tree.Field{Name: "start", Shape: text}, tree.Field{Name: "end", Shape: text},
		tree.Field{Name: "precision", Shape: text}, tree.Field{Name: "modifier", Shape: text}, tree.Field{Name: "label", Shape: text}, tree.Field{Name: "title", Shape: text},
		tree.Field{Name: "text", Shape: text}, tree.Field{Name: "lang", Shape: text}, tree.Field{Name: "type", Shape: text}, tree.Field{Name: "status", Shape: text},
		tree.Field{Name: "actors", Shape: texts}, tree.Field{Name: "people", Shape: texts}, tree.Field{Name: "places", Shape: texts}, tree.Field{Name: "conflicts", Shape: texts},
		tree.Field{Name: "score", Shape: number}, tree.Field{Name: "sources", Shape: list(sourceShape)})
	clueShape    = object(tree.Field{Name: "by", Shape: text}, tree.Field{Name: "date", Shape: text}, tree.Field{Name: "text", Shape: text}, tree.Field{Name: "weight", Shape: number})
	articleShape = object(tree.Field{Name: "id", Shape: text}, tree.Field{Name: "title", Shape: text}, tree.Field{Name: "url", Shape: text}, tree.Field{Name: "source", Shape: text},
		tree.Field{Name: "lang", Shape: text}, tree.Field{Name: "date", Shape: text}, tree.Field{Name: "dated", Shape: list(clueShape)})
	timelineShape = object(tree.Field{Name: "title", Shape: text}, tree.Field{Name: "lang", Shape: text}, tree.Field{Name: "events", Shape: list(eventShape)},
		tree.Field{Name: "articles", Shape: list(articleShape)})
)

func object(fields ...tree.Field) *tree.Shape { return &tree.Shape{Kind: tree.Object, Fields: fields} }

func list(item *tree.Shape) *tree.Shape { return &tree.Shape{Kind: tree.List, Item: item} }
