package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An articleObject is one JSON object read as an article. Articles come by the
// million, and all they need is a few strings of the top level: those are cut out by
// hand, at the speed of finding their closing quotes, and only values that belong
// to Meta go through encoding/json.
type articleObject struct {
	columns map[string]string // field → key, from --columns
	values  [7]string         // in the order of Fields
	ranks   [7]int            // how good the alias was that filled each value
	meta    map[string]any
	noMeta  bool
}

var errJSONEnd = errors.New("the object ends too early")

// parse reads the object that is all of b.
func (o *articleObject) parse(b []byte) error {
	o.values, o.meta = [7]string{}, nil
	if len(b) == 0 || b[0] != '{' {
		return errors.New("no JSON object")
	}
	i := skipSpace(b, 1)
	if i < len(b) && b[i] == '}' {
		return atEnd(b, i+1)
	}
	for {
		key, next, err := stringEnd(b, i)
		if err != nil {
			return err
		}
		i = skipSpace(b, next)
		if i >= len(b) || b[i] != ':' {
			return fmt.Errorf("no colon after %s", cut(string(key), 40))
		}
		i = skipSpace(b, i+1)
		end, err := valueEnd(b, i)
		if err != nil {
			return err
		}
		if err := o.set(key, b[i:end]); err != nil {
			return err
		}
		i = skipSpace(b, end)
		switch {
		case i >= len(b):
			return errJSONEnd
		case b[i] == '}':
			return atEnd(b, i+1)
		case b[i] != ',':
			return fmt.Errorf("%q where a comma should be", b[i])
		}
		i = skipSpace(b, i+1)
	}
}

func atEnd(b []byte, i int) error {
	if i = skipSpace(b, i); i < len(b) {
		return fmt.Errorf("%q after the object's end", b[i])
	}
	return nil
}

// set stores one member. key is still as JSON writes it, quotes included.
func (o *articleObject) set(key, value []byte) error {
	name := key[1 : len(key)-1]
	field, rank := -1, 0
	switch string(name) { // the contract's own names, without a search
	case "id":
		field = 0
	case "title":
		field = 1
	case "text":
		field = 2
	case "date":
		field = 3
	case "url":
		field = 4
	case "source":
		field = 5
	case "lang":
		field = 6
	default:
		if f, r := fieldOf(string(name)); f != "" {
			field, rank = slices.Index(Fields, f), r
		}
	}
	if o.columns != nil {
		if f := o.columnField(string(name)); f >= 0 {
			field, rank = f, -1
		} else if field >= 0 && o.columns[Fields[field]] != "" {
			field = -1 // another key was named for this field
		}
	}
	if field >= 0 && value[0] != '{' && value[0] != '[' {
		if string(value) == "null" || o.values[field] != "" && o.ranks[field] <= rank && rank != 0 {
			return nil
		}
		text, err := scalar(value)
		if err != nil {
			return err
		}
		o.values[field], o.ranks[field] = text, rank
		return nil
	}
	if o.noMeta && json.Valid(value) {
		return nil
	}
	var v any
	if err := json.Unmarshal(value, &v); err != nil {
		return err
	}
	k, err := scalar(key)
	if err != nil || v == nil {
		return err
	}
	if o.meta == nil {
		o.meta = map[string]any{}
	}
	o.meta[k] = v
	return nil
}

func (o *articleObject) columnField(name string) int {
	for field, column := range o.columns {
		if strings.EqualFold(column, name) {
			return slices.Index(Fields, field)
		}
	}
	return -1
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

// stringEnd returns the string literal at i, quotes included, and where it ends.
func stringEnd(b []byte, i int) (literal []byte, end int, err error) {
	if i >= len(b) || b[i] != '"' {
		return nil, 0, errors.New("a name in quotes is missing")
	}
	for at := i + 1; ; {
		n := bytes.IndexByte(b[at:], '"')
		if n < 0 {
			return nil, 0, errors.New("a string has no end")
		}
		at += n
		slashes := 0
		for b[at-1-slashes] == '\\' {
			slashes++
		}
		at++
		if slashes%2 == 0 {
			return b[i:at], at, nil
		}
	}
}

// valueEnd finds where the value at i ends. What is inside an array or an object is
// only counted here; encoding/json checks it when it goes to Meta.
func valueEnd(b []byte, i int) (int, error) {
	if i >= len(b) {
		return 0, errJSONEnd
	}
	depth := 0
	for at := i; at < len(b); {
		switch b[at] {
		case '"':
			_, end, err := stringEnd(b, at)
			if err != nil {
				return 0, err
			}
			at = end
		case '{', '[':
			depth++
			at++
			continue
		case '}', ']':
			depth--
			at++
			if depth < 0 {
				return 0, errors.New("a value is missing")
			}
		default:
			if depth == 0 {
				return scalarEnd(b, at)
			}
			at++
		}
		if depth == 0 {
			return at, nil
		}
	}
	return 0, errJSONEnd
}

// scalarEnd finds the end of a number, true, false or null.
func scalarEnd(b []byte, i int) (int, error) {
	end := i
	for end < len(b) && strings.IndexByte(" \t\r\n,}]", b[end]) < 0 {
		end++
	}
	if !json.Valid(b[i:end]) {
		return 0, fmt.Errorf("%s is no JSON value", cut(validUTF8(b[i:end]), 40))
	}
	return end, nil
}

// scalar is the text of a JSON string, or of a number or truth value as written.
func scalar(v []byte) (string, error) {
	if v[0] != '"' {
		return string(v), nil
	}
	body := v[1 : len(v)-1]
	if bytes.IndexByte(body, '\\') < 0 {
		return validUTF8(body), nil
	}
	return unescape(body)
}

// unescape resolves the escapes of a JSON string. Files written with
// ASCII only have one in every accented letter, so it is a single pass.
func unescape(body []byte) (string, error) {
	var out strings.Builder
	out.Grow(len(body))
	for {
		n := bytes.IndexByte(body, '\\')
		if n < 0 {
			out.Write(body)
			break
		}
		out.Write(body[:n])
		if n+1 >= len(body) {
			return "", errors.New("a string ends in a backslash")
		}
		c := body[n+1]
		body = body[n+2:]
		switch c {
		case '"', '\\', '/':
			out.WriteByte(c)
		case 'n':
			out.WriteByte('\n')
		case 't':
			out.WriteByte('\t')
		case 'r':
			out.WriteByte('\r')
		case 'b':
			out.WriteByte('\b')
		case 'f':
			out.WriteByte('\f')
		case 'u':
			r, ok := hex4(body)
			if !ok {
				return "", errors.New(`\u wants four hexadecimal digits`)
			}
			body = body[4:]
			if utf16.IsSurrogate(r) {
				low, ok := rune(0), false
				if len(body) >= 6 && body[0] == '\\' && body[1] == 'u' {
					low, ok = hex4(body[2:])
				}
				if pair := utf16.DecodeRune(r, low); ok && pair != utf8.RuneError {
					r, body = pair, body[6:]
				} else {
					r = utf8.RuneError
				}
			}
			out.WriteRune(r)
		default:
			return "", fmt.Errorf(`\%c is no JSON escape`, c)
		}
	}
	if text := out.String(); !utf8.ValidString(text) {
		return strings.ToValidUTF8(text, "\ufffd"), nil
	}
	return out.String(), nil
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
