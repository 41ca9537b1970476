package eval

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// A Case is one example of another tool's test suite: a phrase, or a text with
// phrases in it, the moment it was said, and what that tool makes of it.
type Case struct {
	Suite, File, Parser, Lang string
	Input                     string
	Ref                       string // as the suite writes it; empty: it gives none
	Reference                 time.Time
	HasReference              bool
	Options                   string // settings of the tool that change its reading
	Expect                    []Expectation
	Hash                      string // identifies the case without quoting it
	Name                      string // the reader's name for the file
	Line                      int
}

// An Expectation is one thing that a suite finds in a case. Without a Value,
// the suite asserts only that something is found there, or the Fields.
type Expectation struct {
	Text       string
	Start, End int // bytes of the input; both 0: somewhere
	Type       string
	Value      string
	EndValue   string // last unit of an INTERVAL
	EndExclude string // where the interval ends, exclusive, if the suite says so
	Grain      string
	Direction  string
	Holiday    string
	Fields     map[string]float64
	Certain    map[string]bool // which of Fields are said, and not implied; others are unknown
}

type suiteLine struct {
	Suite   string          `json:"suite"`
	File    string          `json:"file"`
	Parser  string          `json:"parser"`
	Lang    string          `json:"lang"`
	Input   string          `json:"input"`
	Ref     string          `json:"ref"`
	Options json.RawMessage `json:"options"`
	Expect  []struct {
		Text         string         `json:"text"`
		Start        int            `json:"start"`
		End          int            `json:"end"`
		Type         string         `json:"type"`
		Value        string         `json:"value"`
		EndValue     string         `json:"end_value"`
		EndExclusive string         `json:"end_exclusive"`
		Grain        string         `json:"grain"`
		Period       string         `json:"period"`
		Direction    string         `json:"direction"`
		Holiday      string         `json:"holiday"`
		Fields       map[string]any `json:"fields"`
	} `json:"expect"`
}

// ReadSuite reads the cases of a suite, one JSON object a line:
//
//	{"suite","lang","input","ref","expect":[{"text","start","end","type","value",…}]}
func ReadSuite(r io.Reader, name string) ([]Case, error) {
	var cases []Case
	var problems []error
	err := eachLine(r, name, func(line int, data []byte) error {
		var in suiteLine
		if err := json.Unmarshal(data, &in); err != nil {
			return fmt.Errorf("%s:%d: no case of a suite: %w; expected {\"input\",\"ref\",\"expect\":[…]}", name, line, err)
		}
		c := Case{Suite: in.Suite, File: in.File, Parser: in.Parser, Lang: in.Lang, Input: in.Input, Ref: in.Ref, Name: name, Line: line}
		if in.Options != nil && string(in.Options) != "null" {
			c.Options = string(in.Options)
		}
		c.Reference, c.HasReference = parseReference(in.Ref)
		c.Hash = caseHash(in)
		for i, e := range in.Expect {
			x := Expectation{Text: e.Text, Start: e.Start, End: e.End, Type: e.Type, Value: e.Value, EndValue: e.EndValue,
				EndExclude: e.EndExclusive, Grain: e.Grain, Direction: e.Direction, Holiday: e.Holiday}
			if x.Grain == "" {
				x.Grain = e.Period
			}
			x.Fields, x.Certain = readFields(e.Fields)
			if x.End != 0 {
				if err := checkSpan(in.Input, x.Start, x.End, ""); err != nil {
					problems = append(problems, fmt.Errorf("%s:%d: expectation %d: %w", name, line, i+1, err))
					x.Start, x.End = 0, 0
				}
			}
			x.splitInterval()
			c.Expect = append(c.Expect, x)
		}
		cases = append(cases, c)
		return nil
	})
	if err != nil {
		problems = append(problems, err)
	}
	return cases, errors.Join(problems...)
}

// splitInterval moves the end out of a value "2013-07-13/2013-07-15". An end
// marked "(excl)" is the first unit after the interval.
func (e *Expectation) splitInterval() {
	from, to, isInterval := strings.Cut(e.Value, "/")
	if !isInterval {
		return
	}
	to, exclusive := strings.CutSuffix(to, "(excl)")
	switch {
	case exclusive:
		e.Value, e.EndExclude = from, to
	case to == "..":
		e.Value, e.Direction = from, "after"
	case from == "..":
		e.Value, e.Direction = to, "before"
	default:
		e.Value, e.EndValue = from, to
	}
}

// readFields takes the numbers of a suite's fields and what it says of their certainty.
func readFields(in map[string]any) (map[string]float64, map[string]bool) {
	if in == nil {
		return nil, nil
	}
	fields, certain := map[string]float64{}, map[string]bool{}
	for name, v := range in {
		switch v := v.(type) {
		case float64:
			fields[name] = v
		case map[string]any:
			for field, said := range v {
				if b, ok := said.(bool); ok {
					certain[field] = b
				}
			}
		}
	}
	return fields, certain
}

// referenceLayouts are the ways in which suites write the moment of speaking.
var referenceLayouts = []string{
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02",
	"Mon Jan 2 2006", "monday 2 January 2006", "January 2, 2006, 15:04", "Jan 2 2006 15:04:05",
}

func parseReference(s string) (time.Time, bool) {
	for _, layout := range referenceLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	if weekday, rest, ok := strings.Cut(s, " "); ok && strings.HasSuffix(weekday, "day") {
		if t, err := time.Parse("2 January 2006", rest); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// caseHash names a case by what was asked and what was expected, so that a list
// of cases can be kept without their text.
func caseHash(in suiteLine) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%s\x00%s", in.Suite, in.Parser, in.Lang, in.Options, in.Ref, in.Input)
	for _, e := range in.Expect {
		fmt.Fprintf(h, "\x00%s\x00%s", e.Text, e.Value)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// Agreed lists disagreements with a suite that were looked at and are meant,
// by the hash of the case: the reason each has.
type Agreed map[string]string

// ReadAgreed reads a list of agreed disagreements:
//
//   - reason: the suite counts weeks from Sunday
//     cases: [0123456789ab, ba9876543210]
func ReadAgreed(r io.Reader, name string) (Agreed, error) {
	var in []struct {
		Reason string   `yaml:"reason"`
		Cases  []string `yaml:"cases"`
	}
	d := yaml.NewDecoder(r)
	d.KnownFields(true)
	if err := d.Decode(&in); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w; expected a list of {reason, cases}", name, err)
	}
	agreed := Agreed{}
	for i, group := range in {
		if strings.TrimSpace(group.Reason) == "" {
			return nil, fmt.Errorf("%s: group %d has no reason; a disagreement is agreed for one", name, i+1)
		}
		for _, c := range group.Cases {
			if _, err := hex.DecodeString(c); err != nil || len(c) != 12 {
				return nil, fmt.Errorf("%s: group %d: %q is no hash of a case; expected twelve hexadecimal digits", name, i+1, c)
			}
			if _, twice := agreed[c]; twice {
				return nil, fmt.Errorf("%s: group %d: case %s stands in the list twice", name, i+1, c)
			}
			agreed[c] = group.Reason
		}
	}
	return agreed, nil
}
