package tree

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Problems collects what is wrong with a file, so that a person mends it in one go.
type Problems struct {
	Name string
	list []error
}

// maxProblems keeps a file of another kind from filling the screen.
const maxProblems = 20

// Add tells a mistake of a line, and how to mend it where that is known.
func (p *Problems) Add(line int, hint, format string, args ...any) {
	if len(p.list) == maxProblems {
		p.list = append(p.list, fmt.Errorf("%s: more mistakes of this kind", p.Name))
	}
	if len(p.list) > maxProblems {
		return
	}
	text := fmt.Sprintf("%s:%d: ", p.Name, line) + fmt.Sprintf(format, args...)
	if hint != "" {
		text += "\nhint: " + hint
	}
	p.list = append(p.list, errors.New(text))
}

// Err gives all mistakes as one error, or nil.
func (p *Problems) Err() error { return errors.Join(p.list...) }

// Check compares a node with its shape; what is the file's contents in words ("a timeline").
func (p *Problems) Check(n *Node, s *Shape, what string) { p.check(n, s, what, true) }

func (p *Problems) check(n *Node, s *Shape, where string, root bool) {
	switch {
	case n.Kind == Alias:
		p.Add(n.Line, "write the value out", "%s: an alias (*%s) has no place here", where, n.Value)
	case n.Kind == Null && !root:
	case s.Fields != nil:
		p.object(n, s, where)
	case s.Item != nil && n.Kind != List:
		p.Add(n.Line, "", "%s must be a list, and is %s", where, describe(n))
	case s.Item != nil:
		for _, item := range n.Content {
			p.check(item, s.Item, where, false)
		}
	case s.Kind == Text && !slices.Contains([]Kind{Text, Integer, Number, Other}, n.Kind):
		p.Add(n.Line, "", "%s must be a text, and is %s", where, describe(n))
	case s.Kind == Integer && !isInteger(n):
		p.Add(n.Line, "", "%s must be a whole number, and is %s", where, describe(n))
	case s.Kind == Number && !isNumber(n):
		p.Add(n.Line, "", "%s must be a number, and is %s", where, describe(n))
	}
}

func isInteger(n *Node) bool {
	_, err := strconv.ParseInt(n.Value, 10, 64)
	return n.Kind == Integer && err == nil && !strings.HasPrefix(n.Value, "+") && plain(n.Value)
}

func isNumber(n *Node) bool {
	_, err := strconv.ParseFloat(n.Value, 64)
	return (n.Kind == Integer || n.Kind == Number) && err == nil && plain(n.Value)
}

// plain tells whether YAML's number is also JSON's: "0.5", not ".5", "0x10" or "1_000".
func plain(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && digits[0] >= '0' && digits[0] <= '9' && !strings.ContainsAny(s, "_xXoObBpP+") &&
		(len(digits) == 1 || digits[0] != '0' || digits[1] == '.' || digits[1] == 'e' || digits[1] == 'E') &&
		!strings.HasSuffix(s, ".") && !strings.Contains(s, ".e") && !strings.Contains(s, ".E")
}

func (p *Problems) object(n *Node, s *Shape, where string) {
	if n.Kind != Object {
		p.Add(n.Line, "", "%s must hold fields such as “%s:”, and is %s", where, s.Fields[0].Name, describe(n))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			p.Add(key.Line, "", "%q stands here and on line %d already", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		at := slices.IndexFunc(s.Fields, func(f Field) bool { return f.Name == key.Value })
		if at < 0 {
			p.Add(key.Line, nearest(key.Value, s), "unknown field %q", key.Value)
			continue
		}
		p.check(value, s.Fields[at].Shape, key.Value, false)
	}
}

func describe(n *Node) string {
	switch n.Kind {
	case Object:
		return "an object"
	case List:
		return "a list"
	case Null:
		return "empty"
	}
	if len(n.Value) > 40 {
		return "a long text"
	}
	return fmt.Sprintf("%q", n.Value)
}

// nearest is the hint for a field's name that is not known.
func nearest(word string, s *Shape) string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
		if distance(strings.ToLower(word), f.Name) <= 2 {
			return fmt.Sprintf("did you mean %q?", f.Name)
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
