package eval

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var suiteNames = []string{"duckling_fr", "duckling_en", "chrono_en", "dateparser_fr", "dateparser_en", "when_en"}

// repeater says what the suite says, in TIMEX3: an interval is its two ends.
func repeater(c Case) []Timex {
	var out []Timex
	for _, e := range c.Expect {
		start, end := e.Start, e.End
		if end == 0 {
			start, end = 0, len(c.Input)
		}
		t := Timex{Start: start, End: end, Type: e.Type, Value: e.Value}
		if said, ok := targetOf(e); ok && said.kind == isPoint { // a day that stands for its month is the month
			at := said.first.start()
			isoYear, isoWeek := at.ISOWeek()
			switch said.first.grain {
			case week:
				t.Value = fmt.Sprintf("%04d-W%02d", isoYear, isoWeek)
			case month:
				t.Value = at.Format("2006-01")
			case year:
				if at.Year() > 0 {
					t.Value = at.Format("2006")
				}
			}
		}
		if e.Value == "" {
			field := func(name string) int { return int(e.Fields[name]) }
			t.Value = fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", field("year"), max(1, field("month")), max(1, field("day")), field("hour"), field("minute"))
			if y := field("year"); y < 0 {
				t.Value = fmt.Sprintf("BC%04d-%02d-%02d", -y, field("month"), field("day"))
			}
			if w, ok := e.Fields["weekday"]; ok { // 1 February 2026 is a Sunday
				t.Value = fmt.Sprintf("2026-02-%02d", 1+int(w))
			}
		}
		out = append(out, t)
		switch {
		case e.EndValue != "":
			out = append(out, Timex{Start: start, End: end, Type: e.Type, Value: e.EndValue})
		case e.EndExclude != "":
			last, _ := parseExtent(e.EndExclude)
			out = append(out, Timex{Start: start, End: end, Value: last.start().AddDate(0, 0, -1).Format("2006-01-02")})
		}
	}
	return out
}

func TestSuitesAgreeWithThemselves(t *testing.T) {
	for _, name := range suiteNames {
		cases, err := ReadSuite(shared(t, "suites", name+".jsonl"), name)
		if err != nil {
			t.Fatal(err)
		}
		r := ScoreSuite(name, cases, repeater, nil)
		if r.Agree != r.Cases {
			var b bytes.Buffer
			for _, outcome := range []string{Disagrees, ByConvention} {
				if err := r.WriteDisagreements(&b, outcome); err != nil {
					t.Fatal(err)
				}
			}
			t.Errorf("%s: %d of %d agree with themselves\n%s", name, r.Agree, r.Cases, b.String())
		}
		silent := ScoreSuite(name, cases, func(Case) []Timex { return nil }, nil)
		if silent.Agreement() > 0.25 {
			t.Errorf("%s: a tagger that finds nothing has agreement %.2f", name, silent.Agreement())
		}
	}
}

// The lists of agreed disagreements are readable and name cases that exist.
func TestAgreedLists(t *testing.T) {
	for _, name := range suiteNames {
		path := filepath.Join("..", "..", "testdata", "agreed", name+".yaml")
		f, err := os.Open(path)
		if err != nil {
			t.Error(err)
			continue
		}
		defer f.Close()
		agreed, err := ReadAgreed(f, path)
		if err != nil {
			t.Error(err)
			continue
		}
		cases, err := ReadSuite(shared(t, "suites", name+".jsonl"), name)
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, c := range cases {
			known[c.Hash] = true
		}
		for hash := range agreed {
			if !known[hash] {
				t.Errorf("%s: no case has the hash %s", path, hash)
			}
		}
	}
}

// A convention excuses a difference that is its own and no other: taggers that
// are wrong stay wrong.
func TestConventionsDoNotExcuseErrors(t *testing.T) {
	constant := func(typ, value string) func(Case) []Timex {
		return func(c Case) []Timex { return []Timex{{End: len(c.Input), Type: typ, Value: value}} }
	}
	taggers := map[string]func(Case) []Timex{
		"always now":      constant("DATE", "PRESENT_REF"),
		"always some day": constant("DURATION", "PXD"),
		"always 2013":     constant("DATE", "2013"),
		"three days late": func(c Case) []Timex {
			out := repeater(c)
			for i, m := range out {
				if e, ok := parseExtent(m.Value); ok {
					layout := "2006-01-02"
					if e.grain < day {
						layout = "2006-01-02T15:04"
					}
					out[i].Value = e.start().AddDate(0, 0, 3).Format(layout)
				}
			}
			return out
		},
	}
	for _, name := range suiteNames {
		cases, err := ReadSuite(shared(t, "suites", name+".jsonl"), name)
		if err != nil {
			t.Fatal(err)
		}
		cases = slices.DeleteFunc(cases, func(c Case) bool { // that assert a place and no value, or a mode of the tool
			return c.Parser == "custom" || strings.HasSuffix(c.Parser, ".strict") || c.Options != "" || slices.ContainsFunc(c.Expect, func(e Expectation) bool { return e.Value == "" })
		})
		for what, tag := range taggers {
			r := ScoreSuite(name, cases, tag, nil)
			right := 0
			for _, v := range r.Verdicts {
				if v.Outcome != Disagrees && len(v.Ours) > 0 {
					right++
				}
			}
			if excused := share(right, r.Cases); excused > 0.09 {
				t.Errorf("%s: a tagger that says %q is right or excused in %.2f of all cases: %v", name, what, excused, r.Reasons)
			}
		}
	}
}

func BenchmarkReadSuite(b *testing.B) {
	data, err := io.ReadAll(shared(b, "suites", "duckling_fr.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := ReadSuite(bytes.NewReader(data), "suite"); err != nil {
			b.Fatal(err)
		}
	}
}
