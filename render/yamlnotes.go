package render

import (
	"strings"

	"github.com/frise-timeline/frise/render/tree"
)

// A person's comments on a timeline come back where they stood: above a field
// or an item, behind a field on its line, below a field. The writer walks the
// tree that was read along with what it writes; without one it loses no time.

// comment is that of a field of the object being written, or nil.
func (y *yamlWriter) comment(name string) *tree.Comment {
	if y.notes == nil {
		return nil
	}
	if n := y.notes.Child(name); n != nil {
		return n.Comment
	}
	return nil
}

// ownHead writes what a person has put at the top of the file, without the
// explanation of the fields that is written in any case.
func (y *yamlWriter) ownHead() {
	if y.notes == nil || y.notes.Comment == nil {
		return
	}
	ours := map[string]bool{}
	for _, line := range strings.Split(englishComment+frenchComment, "\n") {
		ours[line] = true
	}
	var own []string
	for _, line := range strings.Split(y.notes.Comment.Above, "\n") {
		if !ours[line] {
			own = append(own, line)
		}
	}
	if len(own) > 0 {
		y.lines("", strings.Join(own, "\n"))
		y.out.WriteByte('\n')
	}
}

// items gives a function that writes one item of a list after the other, each
// with its own comments.
func (y *yamlWriter) items(indent, name string) func(write func()) {
	whole := y.notes
	if whole == nil {
		return func(write func()) { write() }
	}
	var items []*tree.Node
	if list := whole.Child(name); list != nil {
		items = list.Items()
	}
	return func(write func()) {
		if y.notes = nil; len(items) > 0 {
			y.notes, items = items[0], items[1:]
		}
		write()
		if y.notes != nil && y.notes.Comment != nil {
			y.lines(indent+"  ", y.notes.Comment.Below)
		}
		y.notes = whole
	}
}

// above writes what stands above a field, or above the item that it begins.
func (y *yamlWriter) above(indent, name string) {
	at := strings.TrimSuffix(indent, "- ")
	if at != indent && y.notes.Comment != nil {
		y.lines(at, y.notes.Comment.Above)
	}
	n := y.notes.Child(name)
	if n == nil {
		return
	}
	if n.Comment != nil {
		y.lines(at, n.Comment.Above)
	}
	if n.Kind == tree.List && len(n.Content) > 0 && n.Content[0].Kind != tree.Object {
		for _, item := range n.Content { // they are written on one line
			if c := item.Comment; c != nil {
				y.lines(at, c.Above)
				y.lines(at, c.Behind)
				y.lines(at, c.Below)
			}
		}
	}
}

// end ends the line of a field.
func (y *yamlWriter) end(indent, name string) {
	y.endLine(name)
	y.below(indent, name)
}

func (y *yamlWriter) endLine(name string) {
	if c := y.comment(name); c != nil && c.Behind != "" {
		y.out.WriteString("  ")
		y.out.WriteString(strings.ReplaceAll(c.Behind, "\n", " "))
	}
	y.out.WriteByte('\n')
}

func (y *yamlWriter) below(indent, name string) {
	if c := y.comment(name); c != nil {
		y.lines(strings.Repeat(" ", len(indent)), c.Below)
	}
}

// lines writes the lines of a comment.
func (y *yamlWriter) lines(indent, comment string) {
	if comment == "" {
		return
	}
	for _, line := range strings.Split(comment, "\n") {
		if line != "" {
			y.out.WriteString(indent)
			y.out.WriteString(line)
		}
		y.out.WriteByte('\n')
	}
}
