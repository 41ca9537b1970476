// Package plainyaml reads YAML as the data files of this module write it, ten
// times as fast as a reader of all of YAML, which took half of the time of a
// small build. What it knows is block mappings and sequences, flow mappings and
// sequences, plain and quoted scalars and folded text; a file with anything else
// is left to gopkg.in/yaml.v3, and so are errors, so that none but the speed
// depends on which of the two reads a file.
package plainyaml

import (
	"bytes"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Unmarshal is yaml.Unmarshal. The nodes that it gives know no comments, columns
// and anchors.
func Unmarshal(data []byte, out any) error {
	root := parse(string(data))
	if root == nil {
		return yaml.Unmarshal(data, out)
	}
	if document, ok := out.(*yaml.Node); ok {
		*document = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{root}, Line: 1}
		return nil
	}
	return root.Decode(out)
}

// UnmarshalKnown is Unmarshal that refuses fields that out does not have.
func UnmarshalKnown(data []byte, out any) error {
	if root := parse(string(data)); root != nil && known(root, reflect.TypeOf(out)) {
		return root.Decode(out)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	return d.Decode(out)
}

var unmarshaler = reflect.TypeFor[yaml.Unmarshaler]()

// known tells whether a type has all fields of a node.
func known(n *yaml.Node, t reflect.Type) bool {
	kind := t.Kind()
	if n.Kind == yaml.ScalarNode || kind < reflect.Array || t == reflect.TypeFor[yaml.Node]() || t.Implements(unmarshaler) || reflect.PointerTo(t).Implements(unmarshaler) {
		return true
	}
	switch {
	case kind == reflect.Pointer:
		return known(n, t.Elem())
	case kind == reflect.Struct && n.Kind == yaml.MappingNode:
		fields := fieldsOf(t)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if of, ok := fields[n.Content[i].Value]; !ok || !known(n.Content[i+1], of) {
				return false
			}
		}
	case kind == reflect.Map && n.Kind == yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			if !known(n.Content[i], t.Elem()) {
				return false
			}
		}
	case (kind == reflect.Slice || kind == reflect.Array) && n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			if !known(c, t.Elem()) {
				return false
			}
		}
	}
	return true
}

// fieldsOf gives the types of a struct's fields by their names in YAML; an
// inlined one has none, and leaves the whole to yaml.v3.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	fields := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" {
			name = strings.ToLower(f.Name)
		}
		fields[name] = f.Type
	}
	return fields
}
