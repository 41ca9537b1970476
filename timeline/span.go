package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// eventSpan gives the span that mention i dates an event with, and how many
// mentions it takes: two for a range.
func (x *extractor) eventSpan(i, last int) (s tempo.Span, width int, ok bool) {
	m, v := &x.doc.mentions[i], &x.doc.values[i]
	switch m.Expr.Kind {
	case tempo.Recurring, tempo.Reference:
		return s, 1, false
	case tempo.Amount:
		return v.Span, 1, !v.Span.IsZero() && m.Expr.Anchored < 0 && x.firstSince(i)
	}
	s = v.Span
	if s.IsZero() || slices.Contains(x.lang.Bounds, x.text[m.Start:m.End]) {
		return s, 1, false
	}
	if i+1 < last && x.dated(m, &x.doc.mentions[i+1]) {
		if day := x.doc.values[i+1].Span; day.Grain == tempo.Day && !x.since(m.First) {
			return day, 2, true
		}
	}
	if m.Range && i+1 < last {
		if end := x.doc.values[i+1].Span; !end.IsZero() && end.Start > s.Start && !end.Start.IsOpen() {
			return s.To(end), 2, true
		}
	}
	if i+1 < last && s.Grain == tempo.Day && m.Last-m.First <= 2 && x.doc.mentions[i+1].First == m.Last+1 && x.look(m.Last).class&isJoining != 0 { // "les 16 et 17 juin"
		if n := x.doc.values[i+1].Span; n.Grain == tempo.Day && n.Start == s.End {
			return s.To(n), 2, true
		}
	}
	if s.Grain < tempo.PartOfDay && s.Grain != tempo.NoGrain && isClock(&m.Expr) {
		s = tempo.Of(s.Start, tempo.Day)
	}
	if x.since(m.First) && !x.firstSince(i) {
		s = s.Since()
	}
	return s, 1, s.Grain <= tempo.Century
}

// doubled tells whether another mention of the sentence, close by, gives the
// same day: "mercredi, à 14 h", "cinq semaines plus tard, le 4 novembre".
func (x *extractor) doubled(first, i int) bool {
	if x.specified(i) || x.outOfPlace(first, i) {
		return true
	}
	for k := first; k < i; k++ {
		a, b := x.doc.values[k].Span, x.doc.values[i].Span
		if a.IsZero() || x.specified(k) || x.doc.mentions[k].Expr.Kind != tempo.Point || a.Start.IsOpen() || b.Start.IsOpen() {
			continue
		}
		if b.Grain < tempo.Day && a.Grain == tempo.Day && x.doc.mentions[i].First-x.doc.mentions[k].Last <= 2 { // "mercredi en fin de journée"
			return true
		}
		if x.doc.mentions[i].First-x.doc.mentions[k].Last <= 6 && a.Grain <= tempo.Day && b.Grain <= tempo.Day &&
			a.Start.Midnight() == b.Start.Midnight() && (a.Grain >= tempo.PartOfDay || b.Grain >= tempo.PartOfDay || a.Start == b.Start) { // but two hours are two
			return true
		}
	}
	return false
}

// outOfPlace tells an hour that was put on another day than the one that its
// clause names: "vers 5 h 25, sur la route du col, jeudi".
func (x *extractor) outOfPlace(first, i int) bool {
	m, v := &x.doc.mentions[i], x.doc.values[i].Span
	if !isClock(&m.Expr) || v.IsZero() {
		return false
	}
	a := x.analysis(x.current)
	for k := first; k < x.ranges[x.current][1]; k++ {
		o, s := &x.doc.mentions[k], x.doc.values[k].Span
		if k == i || o.Expr.Kind != tempo.Point || s.IsZero() || s.Start.IsOpen() || s.Grain != tempo.Day && s.Grain != tempo.PartOfDay || o.Range || !a.has(o.First) || a.clauseOf(o.First) != a.clauseOf(m.First) {
			continue
		}
		if s.Start.Midnight() != v.Start.Midnight() {
			return true
		}
	}
	return false
}

// specified tells whether the date right after mention i, after a comma or in
// brackets, says more exactly what i says.
func (x *extractor) specified(i int) bool {
	if i+1 >= len(x.doc.mentions) {
		return false
	}
	m, n := &x.doc.mentions[i], &x.doc.mentions[i+1]
	if k := m.Last; n.First-k < 1 || n.First-k > 2 || !x.tokens[k].Is(',') && !x.tokens[k].Is('(') || m.Range {
		return false
	}
	s, t := x.doc.values[i].Span, x.doc.values[i+1].Span
	if s.IsZero() || t.IsZero() || n.Expr.Kind != tempo.Point || t.Grain > s.Grain || s.Start.IsOpen() || t.Start.IsOpen() {
		return false
	}
	return t.Grain < s.Grain && s.Contains(t) || t.Grain == tempo.Day && m.Expr.Base != n.Expr.Base && t.Start < s.End+8*secondsADay && s.Start < t.End+8*secondsADay
}

// since tells whether the preposition before a date opens it to the present.
func (x *extractor) since(first int) bool {
	for k := first - 1; k >= 0 && k >= first-2; k-- {
		if x.finder.LooksBack(k) {
			return true
		}
		if !x.apostrophe(k) && x.look(k).class&isDefinite == 0 {
			return false
		}
	}
	return false
}

// firstSince tells whether an amount stands in "pour la première fois depuis
// 24 ans", which dates the time before.
func (x *extractor) firstSince(i int) bool {
	first := x.doc.mentions[i].First
	before := strings.ToLower(x.text[x.tokens[max(0, first-5)].Start:x.tokens[first].Start])
	for _, words := range x.lang.FirstSince {
		if strings.Contains(before, words) {
			return true
		}
	}
	return false
}

// dated tells whether a calendar day stands right after a day reckoned from the
// publication and says which one it is: "demain le 30 mars", "hier (4 mai
// 2012)". Where they disagree the words are quoted from another day, or the
// article appeared later than it was written: the calendar day is what happened.
func (x *extractor) dated(m, n *lang.Mention) bool {
	if !isOffset(&m.Expr) || m.Expr.Unit != tempo.Day || !m.Expr.Where.IsZero() || m.Range || n.Expr.Kind != tempo.Point || n.Expr.Unit != tempo.NoGrain || n.Expr.From != nil ||
		n.Expr.Where.Has&(tempo.HasMonth|tempo.HasDay) != tempo.HasMonth|tempo.HasDay || n.First < m.Last || n.First > m.Last+1 {
		return false
	}
	if k := m.Last; k < n.First {
		t := x.tokens[k]
		return t.Is(',') || t.Is('(') || t.Is('[')
	}
	return true
}

// dating gives the mention that says the date of the event of mention i: the
// calendar day beside it, where that is another day.
func (x *extractor) dating(i int, s tempo.Span) *lang.Mention {
	m := &x.doc.mentions[i]
	if i+1 < len(x.doc.mentions) && x.doc.values[i].Span != s && x.doc.values[i+1].Span == s && x.dated(m, &x.doc.mentions[i+1]) {
		return &x.doc.mentions[i+1]
	}
	return m
}
