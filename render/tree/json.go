package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth is deeper than any file of ours and shallower than any stack.
const maxDepth = 32

// parseJSON parses JSON to the same nodes as YAML, so that both are checked by
// one checker that knows the lines. yaml.v3 alone would refuse JSON's surrogates.
func parseJSON(name string, data []byte) (*Node, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	p := &jsonParser{decoder: decoder, data: data, line: 1}
	node, err := p.value(0)
	if err == nil {
		if _, end := decoder.Token(); end != io.EOF {
			err = errors.New("something stands behind the closing brace")
		}
	}
	if err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("%s:%d: %s", name, 1+bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n")), syntax.Error())
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.New("the file ends too early")
		}
		return nil, fmt.Errorf("%s:%d: %w", name, p.at(), err)
	}
	return node, nil
}

type jsonParser struct {
	decoder *json.Decoder
	data    []byte
	offset  int // up to where lines are counted
	line    int
}

// at gives the line of the last token read.
func (p *jsonParser) at() int {
	to := min(int(p.decoder.InputOffset()), len(p.data))
	p.line += bytes.Count(p.data[p.offset:to], []byte("\n"))
	p.offset = to
	return p.line
}

func (p *jsonParser) value(depth int) (*Node, error) {
	token, err := p.decoder.Token()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, errors.New("nested too deep")
	}
	n := &Node{Line: p.at()}
	switch v := token.(type) {
	case json.Delim:
		n.Kind = List
		if v == '{' {
			n.Kind = Object
		}
		for p.decoder.More() {
			child, err := p.value(depth + 1)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, child)
		}
		if _, err := p.decoder.Token(); err != nil {
			return nil, err
		}
	case string:
		n.Kind, n.Value = Text, v
	case json.Number:
		n.Kind, n.Value = Integer, v.String()
		if strings.ContainsAny(n.Value, ".eE") {
			n.Kind = Number
		}
	case bool:
		n.Kind, n.Value = Other, fmt.Sprint(v)
	default:
		n.Kind = Null
	}
	return n, nil
}
