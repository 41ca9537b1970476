package eval

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// What came of a case.
const (
	Agrees       = "agrees"
	ByConvention = "convention" // differs, and a Convention says why
	ByList       = "listed"     // differs, and an Agreed list says why
	Disagrees    = "disagrees"
)

// A Verdict is what came of one case.
type Verdict struct {
	Case    Case
	Outcome string
	Reason  string // name of the convention, or the reason in the list
	Detail  string // what was expected and is not there
	Ours    []Timex
}

// Judge compares our mentions in a case with what its suite expects. Mentions
// beside the expected ones do no harm; where the suite expects nothing, any does.
func Judge(c Case, ours []Timex, agreed Agreed) Verdict {
	v := Verdict{Case: c, Outcome: Agrees, Ours: ours}
	if len(c.Expect) == 0 && len(ours) > 0 {
		v.blame("nothing expected", Expectation{}, target{}, ours, negativeConventions)
	}
	for _, e := range c.Expect {
		candidates := overlapping(e, ours)
		read := readings(candidates)
		t, valued := targetOf(e)
		switch {
		case valued && t.meets(read):
		case !valued && len(e.Fields) > 0 && meetsFields(e, read):
		case !valued && len(e.Fields) == 0 && len(candidates) > 0:
		default:
			if !valued {
				t, _ = fieldsTarget(c, e)
			}
			v.blame(fmt.Sprintf("expected %q = %s", e.Text, written(e)), e, t, candidates, Conventions)
		}
	}
	if v.Outcome == Disagrees {
		if reason, listed := agreed[c.Hash]; listed {
			v.Outcome, v.Reason = ByList, reason
		}
	}
	return v
}

// written is an expectation's value as the suite gives it.
func written(e Expectation) string {
	s := e.Value
	switch {
	case e.Direction == "after":
		s += "/.."
	case e.Direction == "before":
		s = "../" + s
	case e.EndValue != "":
		s += "/" + e.EndValue
	}
	if s == "" {
		for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
			s += fmt.Sprintf("%s=%g ", name, e.Fields[name])
		}
	}
	return strings.TrimSpace(s)
}

// blame finds the convention behind a difference; the worst outcome of a
// case's expectations is the case's.
func (v *Verdict) blame(detail string, e Expectation, t target, ours []Timex, conventions []Convention) {
	if v.Outcome == Disagrees {
		return
	}
	read := readings(ours)
	for _, k := range conventions {
		if k.holds(v.Case, e, t, read) {
			v.Outcome, v.Reason, v.Detail = ByConvention, k.Name, detail
			return
		}
	}
	v.Outcome, v.Reason, v.Detail = Disagrees, "", detail
}

// A SuiteResult sums up the verdicts on one suite.
type SuiteResult struct {
	Name       string
	Cases      int
	Agree      int
	Convention int
	Listed     int
	Disagree   int
	Reasons    map[string]int // how many cases each convention and listed reason covers
	Verdicts   []Verdict      // in the suite's order
	Stale      []string       // hashes of the list that no longer disagree, or are no case
}

// Agreement is the share that agrees of the cases that are left when the
// agreed disagreements, by convention or list, are set aside.
func (r SuiteResult) Agreement() float64 { return share(r.Agree, r.Agree+r.Disagree) }

// ScoreSuite tags the input of every case and judges it.
func ScoreSuite(name string, cases []Case, tag func(Case) []Timex, agreed Agreed) SuiteResult {
	r := SuiteResult{Name: name, Cases: len(cases), Reasons: map[string]int{}}
	used := map[string]bool{}
	for _, c := range cases {
		v := Judge(c, usable(Document{Text: c.Input}, tag(c)), agreed)
		switch v.Outcome {
		case Agrees:
			r.Agree++
		case ByConvention:
			r.Convention++
			r.Reasons[v.Reason]++
		case ByList:
			r.Listed++
			r.Reasons[v.Reason]++
			used[c.Hash] = true
		default:
			r.Disagree++
		}
		r.Verdicts = append(r.Verdicts, v)
	}
	for _, hash := range slices.Sorted(maps.Keys(agreed)) {
		if !used[hash] {
			r.Stale = append(r.Stale, hash)
		}
	}
	return r
}

// WriteSuites prints one line a suite, and under it why cases were set aside.
func WriteSuites(w io.Writer, results []SuiteResult) error {
	var t table
	t.line("suite", "cases", "agree", "convention", "listed", "disagree", "agreement %")
	t.rule()
	reasons := map[string]int{}
	for _, r := range results {
		t.line(clip(r.Name, 40), fmt.Sprint(r.Cases), fmt.Sprint(r.Agree), fmt.Sprint(r.Convention), fmt.Sprint(r.Listed), fmt.Sprint(r.Disagree), percent(r.Agreement()))
		for k, n := range r.Reasons {
			reasons[k] += n
		}
	}
	t.rule()
	names := slices.SortedFunc(maps.Keys(reasons), func(x, y string) int {
		return cmp.Or(cmp.Compare(reasons[y], reasons[x]), cmp.Compare(x, y))
	})
	for _, k := range names {
		t.line(clip(k, 40), "", "", fmt.Sprint(reasons[k]))
	}
	return t.write(w)
}

// WriteDisagreements prints every case of the given outcome (Disagrees, or one
// to check a convention by eye), with its hash for the list.
func (r SuiteResult) WriteDisagreements(w io.Writer, outcome string) error {
	var b strings.Builder
	for _, v := range r.Verdicts {
		if v.Outcome != outcome {
			continue
		}
		fmt.Fprintf(&b, "%s:%d  %s  %s", v.Case.Name, v.Case.Line, v.Case.Hash, v.Case.Ref)
		if v.Reason != "" {
			fmt.Fprintf(&b, "  (%s)", v.Reason)
		}
		fmt.Fprintf(&b, "\n    %q: %s\n", v.Case.Input, v.Detail)
		if len(v.Ours) == 0 {
			b.WriteString("    ours: nothing\n")
		}
		for _, m := range v.Ours {
			fmt.Fprintf(&b, "    ours: %q %s\n", m.Text, strings.TrimSpace(strings.Join([]string{m.Type, m.Value, m.Mod, m.Rule}, " ")))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
