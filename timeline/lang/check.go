package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A pack's corpus is its specification: groups of cases by phenomenon, one
// case a line. What stands in brackets is an expression and its value; a case
// without brackets is a negative one, in which nothing may be found.
//
//	weekdays:
//	  on: 2024-06-19                                      # publication date of the group
//	  cases:
//	    - Il a signé [mercredi dernier = 2024-06-12].
//	    - {on: 2024-06, text: "Il signe [mercredi = XXXX-WXX-3]."}
//	    - {told: 2024-06-12, text: "[Le lendemain = 2024-06-13], il signe."}
//	    - Il a été signé.
//
// A value is TIMEX3's, with its type before it where the value alone does not
// tell (SET P1Y; a P is a DURATION, a T a TIME, all else a DATE), then TIMEX3's
// mod, "@2000" for the point that an anchored duration implies, and ".." where
// the expression opens a range that the next one closes.
type corpusGroup struct {
	On    string      `yaml:"on"`
	Told  string      `yaml:"told"`
	Cases []yaml.Node `yaml:"cases"`
}

// A corpusCase is one example.
type corpusCase struct {
	On   string `yaml:"on"`
	Told string `yaml:"told"`
	Text string `yaml:"text"`
	line int
}

// wanted is an expression that a case marks.
type wanted struct {
	start, end int
	value      string
}

// LoadDir compiles the pack of a folder: its pack.yaml.
func LoadDir(folder fs.FS) (*Pack, error) {
	text, err := fs.ReadFile(folder, "pack.yaml")
	if err != nil {
		return nil, fmt.Errorf("no pack there: %w; a pack is a folder with pack.yaml and corpus.yaml", err)
	}
	return Load(text, "pack.yaml")
}

// Check runs the pack over a corpus and gives what is wrong, each error as
// "corpus.yaml:27: …" with the name that is given for the file; cases is the
// number of examples.
func (p *Pack) Check(corpus []byte, name string) (cases int, problems []error) {
	all, err := readCorpus(corpus, name)
	if err != nil {
		return 0, []error{err}
	}
	f := NewFinder(p)
	for _, c := range all {
		for _, err := range f.checkCase(c) {
			problems = append(problems, fmt.Errorf("%s:%d: %w", name, c.line, err))
		}
	}
	return len(all), problems
}

func readCorpus(corpus []byte, name string) (all []corpusCase, err error) {
	var groups yaml.Node
	if err := yaml.Unmarshal(corpus, &groups); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if len(groups.Content) == 0 || groups.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s:1: no groups of cases; write phenomenon: {on: 2024-06-19, cases: […]}", name)
	}
	entries := groups.Content[0].Content
	for i := 0; i+1 < len(entries); i += 2 {
		var g corpusGroup
		if err := entries[i+1].Decode(&g); err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", name, entries[i].Line, entries[i].Value, err)
		}
		if len(g.Cases) == 0 {
			return nil, fmt.Errorf("%s:%d: %s has no cases", name, entries[i].Line, entries[i].Value)
		}
		for _, node := range g.Cases {
			c := corpusCase{On: g.On, Told: g.Told, line: node.Line}
			if node.Kind == yaml.ScalarNode {
				c.Text = node.Value
			} else if err := node.Decode(&c); err != nil || c.Text == "" {
				return nil, fmt.Errorf("%s:%d: no case; write a text or {on: 2024-06-19, text: …}; a text with %q in it needs quotes", name, node.Line, ": ")
			}
			all = append(all, c)
		}
	}
	return all, nil
}

// unmark takes the brackets out of a case's text.
func unmark(marked string) (text string, want []wanted, err error) {
	var b strings.Builder
	for rest := marked; ; {
		before, after, found := strings.Cut(rest, "[")
		b.WriteString(before)
		if !found {
			return b.String(), want, nil
		}
		inside, next, closed := strings.Cut(after, "]")
		words, value, valued := strings.Cut(inside, " = ")
		if !closed || !valued {
			return "", nil, fmt.Errorf("%q is no marked expression; write [mercredi = 2024-06-19]", inside)
		}
		start := b.Len()
		b.WriteString(words)
		want = append(want, wanted{start, b.Len(), strings.TrimSpace(value)})
		rest = next
	}
}

// checkCase finds and resolves a case's expressions with the simplest of
// discourses: the last date told.
func (f *Finder) checkCase(c corpusCase) (problems []error) {
	text, want, err := unmark(c.Text)
	publication, errOn := corpusDate(c.On)
	told, errTold := corpusDate(c.Told)
	if err := errors.Join(err, errOn, errTold); err != nil {
		return []error{err}
	}
	ctx := discourse{tempo.Context{Publication: publication}}
	ctx.tell(told)
	report := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	for _, m := range f.Find(text, nil) {
		ctx.Tense = m.Tense
		v := m.Expr.Resolve(ctx.Context)
		if m.Expr.Kind == tempo.Point {
			ctx.tell(v.Span)
		}
		found := text[m.Start:m.End]
		_, pattern, line := f.pack.Rule(m.Rule)
		k := slices.IndexFunc(want, func(w wanted) bool { return w.start < m.End && m.Start < w.end })
		if k < 0 {
			report("%q is found and should not be (rule %q, line %d)", found, pattern, line)
			continue
		}
		w := want[k]
		want = slices.Delete(want, k, k+1)
		if w.start != m.Start || w.end != m.End {
			report("%q is found instead of %q (rule %q, line %d)", found, text[w.start:w.end], pattern, line)
		}
		if got := f.pack.written(v, m, w.value); got != w.value {
			report("%q means %s instead of %s (rule %q, line %d)", found, got, w.value, pattern, line)
		}
	}
	for _, w := range want {
		report("%q is not found in %q", text[w.start:w.end], text)
	}
	return problems
}

// A discourse keeps the last dates told.
type discourse struct{ tempo.Context }

func (d *discourse) tell(s tempo.Span) {
	if s.IsZero() {
		return
	}
	d.Told = s
	if s.Grain <= tempo.Day {
		d.ToldDay = tempo.Of(s.Start, tempo.Day)
	}
}

func corpusDate(s string) (tempo.Span, error) {
	if s == "" {
		return tempo.Span{}, nil
	}
	d, err := tempo.ParseEDTF(s)
	if err != nil {
		return d, fmt.Errorf("%q is no date: %w", s, err)
	}
	return d, nil
}

// written gives a value as corpora write it, with the type and the implied
// point where the wanted form has them.
func (p *Pack) written(v tempo.Value, m Mention, wanted string) string {
	typ, value, mod := p.Timex(v)
	parts := []string{value}
	implied := "DATE"
	switch {
	case strings.HasPrefix(value, "P") && !strings.HasSuffix(value, "_REF"):
		implied = "DURATION"
	case strings.Contains(value, "T"):
		implied = "TIME"
	}
	if isReference := strings.HasSuffix(value, "_REF"); typ != implied && !isReference || strings.HasPrefix(wanted, typ+" ") {
		parts = []string{typ, value}
	}
	if mod != "" {
		parts = append(parts, mod)
	}
	if strings.Contains(wanted, "@") {
		parts = append(parts, "@"+v.Span.EDTF())
	}
	if m.Range {
		parts = append(parts, "..")
	}
	return strings.Join(parts, " ")
}
