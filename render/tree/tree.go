// Package tree reads YAML and JSON that a person may have edited: to nodes that
// know their lines, checked against a shape, with every mistake told as
// "file:line: what is wrong" and a hint.
package tree

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// A Kind is what a node is in the file.
type Kind uint8

const (
	Null Kind = iota
	Text
	Integer
	Number
	Other // a boolean, binary data: no field takes it but as a text
	List
	Object
	Alias
)

// A Node is one value of a file. Content holds the items of a list, or the keys
// and values of an object in turn.
type Node struct {
	Kind    Kind
	Value   string
	Line    int
	Content []*Node
	Comment *Comment // nil: there is none
}

// A Comment is what a person has written around a value, with its signs: above
// it, behind it on its line, and below it.
type Comment struct{ Above, Behind, Below string }

// Parse reads a file that is JSON, if it begins with a brace, or YAML. Name is
// for the errors.
func Parse(name string, r io.Reader) (*Node, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '{' {
		return parseJSON(name, data)
	}
	return parseYAML(name, data)
}

// Child gives the value of an object's field, or nil.
func (n *Node) Child(field string) *Node {
	if n.Kind != Object {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == field {
			return n.Content[i+1]
		}
	}
	return nil
}

// Items are those of a list that are not empty, as Decode takes them.
func (n *Node) Items() []*Node {
	return slices.DeleteFunc(slices.Clone(n.Content), func(item *Node) bool { return item.Kind == Null })
}

// Item gives the i-th node of the list in a field, or n itself where there is none.
func (n *Node) Item(field string, i int) *Node {
	if list := n.Child(field); list != nil && i < len(list.Content) {
		return list.Content[i]
	}
	return n
}

// LineOf gives the line of a field's value, or that of n where it is absent.
func (n *Node) LineOf(field string) int {
	if value := n.Child(field); value != nil {
		return value.Line
	}
	return n.Line
}

// A Shape is what a node has to be: a scalar of Kind, a list of Item, or an
// object of Fields.
type Shape struct {
	Kind   Kind
	Item   *Shape
	Fields []Field
}

// A Field is a named part of an object.
type Field struct {
	Name  string
	Shape *Shape
}

// Decode fills v, a pointer to a struct with json tags, from a node that has
// been checked against the shape.
func Decode(n *Node, s *Shape, v any) error {
	data, err := json.Marshal(value(n, s))
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}

func value(n *Node, s *Shape) any {
	switch {
	case n.Kind == Null:
		return nil
	case s.Fields != nil:
		object := make(map[string]any, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			at := slices.IndexFunc(s.Fields, func(f Field) bool { return f.Name == n.Content[i].Value })
			if at >= 0 && n.Content[i+1].Kind != Null {
				object[s.Fields[at].Name] = value(n.Content[i+1], s.Fields[at].Shape)
			}
		}
		return object
	case s.Item != nil:
		list := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			if item.Kind != Null {
				list = append(list, value(item, s.Item))
			}
		}
		return list
	case s.Kind == Text:
		return n.Value
	}
	return json.Number(n.Value)
}
