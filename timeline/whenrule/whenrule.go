// Package whenrule reads dates that a person types: EDTF, our packs' own
// expressions, and whatever olebedev/when understands. It is for one date on a
// command line, not for text.
package whenrule

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// Parse reads a typed date from a moment on: "2024-06", "mercredi dernier",
// "last Wednesday", "il y a trois jours". The code names the language; empty
// tries all that frise knows.
func Parse(text string, now time.Time, code string) (tempo.Span, error) {
	text = strings.TrimSpace(text)
	if s, err := tempo.ParseEDTF(text); err == nil {
		return s, nil
	}
	codes := lang.Codes()
	if code != "" {
		codes = []string{code}
	}
	for _, c := range codes {
		p, err := lang.Get(c)
		if err != nil {
			return tempo.Span{}, err
		}
		if s, ok := wholly(p, text, now); ok {
			return s, nil
		}
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) { // a date in figures that is none
		return tempo.Span{}, noDate(text)
	}
	w := when.New(nil)
	for _, c := range codes {
		if r, err := Rule(c); err == nil {
			w.Add(r)
		}
	}
	w.Add(en.All...)
	w.Add(common.All...)
	r, err := w.Parse(text, now)
	if err != nil || r == nil || len(text) > 2*len(r.Text)+4 || strings.ContainsAny(strings.Replace(text, r.Text, "", 1), "0123456789") {
		return tempo.Span{}, noDate(text)
	}
	y, m, d := r.Time.Date()
	return tempo.Of(tempo.Date(y, int(m), d), tempo.Day), nil
}

func noDate(text string) error {
	return fmt.Errorf("%q is no date\nhint: write 2024-06-19, 2024-06, \"mercredi dernier\" or \"last Wednesday\"", text)
}

// wholly resolves a text that is one expression of the pack from end to end.
func wholly(p *lang.Pack, text string, now time.Time) (tempo.Span, bool) {
	s, start, end, ok := first(p, text, now)
	return s, ok && start <= 3 && end == len(text)
}

// first resolves the first dated expression of a text.
func first(p *lang.Pack, text string, now time.Time) (s tempo.Span, start, end int, ok bool) {
	y, m, d := now.Date()
	c := tempo.Context{Publication: tempo.Of(tempo.Date(y, int(m), d), tempo.Day)}
	for _, mention := range lang.NewFinder(p).Find(text, nil) {
		c.Tense = mention.Tense
		if s, ok := mention.Expr.Span(c); ok && mention.Expr.Kind == tempo.Point {
			return s, mention.Start, mention.End, true
		}
	}
	return tempo.Span{}, 0, 0, false
}

// Rule bridges a language's pack into a rule of olebedev/when, so that its
// parser understands "mercredi dernier". It sets the day and leaves the time.
func Rule(code string) (rules.Rule, error) {
	p, err := lang.Get(code)
	if err != nil {
		return nil, err
	}
	return &packRule{p}, nil
}

type packRule struct{ pack *lang.Pack }

// Find implements rules.Rule.
func (r *packRule) Find(text string) *rules.Match {
	_, start, end, ok := first(r.pack, text, time.Now())
	if !ok {
		return nil
	}
	return &rules.Match{Left: start, Right: end, Text: text[start:end], Applier: func(m *rules.Match, c *rules.Context, _ *rules.Options, ref time.Time) (bool, error) {
		s, _, _, ok := first(r.pack, m.Text, ref)
		if !ok {
			return false, nil
		}
		y, month, day := s.Start.Civil()
		c.Year, c.Month, c.Day = &y, &month, &day
		return true, nil
	}}
}
