package tree

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// parseYAML parses YAML by yaml.v3, which no other file of frise's output side knows.
func parseYAML(name string, data []byte) (*Node, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, yamlError(name, err)
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		return nil, fmt.Errorf("%s:1: the file is empty", name)
	}
	root := fromYAML(document.Content[0])
	root.Comment = commentOf(&document, document.Content[0])
	return root, nil
}

var scalarKinds = map[string]Kind{"!!null": Null, "!!str": Text, "!!int": Integer, "!!float": Number, "!!timestamp": Text}

func fromYAML(n *yaml.Node) *Node {
	out := &Node{Value: n.Value, Line: n.Line}
	switch n.Kind {
	case yaml.MappingNode:
		out.Kind = Object
	case yaml.SequenceNode:
		out.Kind = List
	case yaml.AliasNode:
		out.Kind = Alias
		return out // what it stands for is not followed: it may contain itself
	default:
		kind, known := scalarKinds[n.ShortTag()]
		if !known {
			kind = Other
		}
		out.Kind = kind
	}
	for i, child := range n.Content {
		node := fromYAML(child)
		switch {
		case out.Kind == List:
			node.Comment = commentOf(child)
		case i%2 == 1: // a field's comments stand with its key or with its value
			node.Comment = commentOf(n.Content[i-1], child)
		}
		out.Content = append(out.Content, node)
	}
	return out
}

// commentOf is what stands around the first of some nodes that has it.
func commentOf(nodes ...*yaml.Node) *Comment {
	var c Comment
	for _, n := range nodes {
		c.Above, c.Behind, c.Below = cmp.Or(c.Above, n.HeadComment), cmp.Or(c.Behind, n.LineComment), cmp.Or(c.Below, n.FootComment)
	}
	if c == (Comment{}) {
		return nil
	}
	return &c
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// yamlError turns "yaml: line 3: …" into "file:3: …".
func yamlError(name string, err error) error {
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), "1"
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, message = m[1], m[2]
	}
	const hint = "indent with spaces, and put a text that holds “: ” or begins with a sign in quotes"
	return fmt.Errorf("%s:%s: %s\nhint: %s", name, line, message, hint)
}
