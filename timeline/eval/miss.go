package eval

import "slices"

// What can be wrong with a mention.
const (
	Missed   = "missed"   // gold that nothing of ours overlaps
	Spurious = "spurious" // ours that overlaps no gold
	SpanKind = "span"     // paired, with other bounds
	TypeKind = "type"     // paired, with another type
	ValKind  = "value"    // paired, with another value
	ModKind  = "mod"      // paired, with another mod
)

// A Miss is one place where gold and ours differ, with its sentence.
type Miss struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Doc  string `json:"doc"`
	DCT  string `json:"dct,omitempty"`
	// Kinds holds one or more of missed, spurious, span, type, value and mod.
	Kinds    []string `json:"kinds"`
	Sentence string   `json:"sentence"`
	// From and To are the place of the expression in Sentence: the gold's, or ours where there is no gold.
	From int    `json:"from"`
	To   int    `json:"to"`
	Gold *Timex `json:"gold,omitempty"`
	Ours *Timex `json:"ours,omitempty"`
}

// Is says whether the miss is of this kind.
func (m Miss) Is(kind string) bool {
	return slices.Contains(m.Kinds, kind)
}

// pairMiss is what is wrong with a pair, nil where nothing is.
func pairMiss(d Document, g, s Timex) *Miss {
	var kinds []string
	if g.Start != s.Start || g.End != s.End {
		kinds = append(kinds, SpanKind)
	}
	if g.Type != s.Type {
		kinds = append(kinds, TypeKind)
	}
	if g.Value != s.Value {
		kinds = append(kinds, ValKind)
	}
	if g.Mod != s.Mod {
		kinds = append(kinds, ModKind)
	}
	if kinds == nil {
		return nil
	}
	return newMiss(d, &g, &s, kinds...)
}

func newMiss(d Document, gold, ours *Timex, kinds ...string) *Miss {
	at := gold
	if at == nil {
		at = ours
	}
	m := &Miss{File: d.File, Line: d.Line, Doc: d.ID, DCT: d.DCT, Kinds: kinds, Gold: gold, Ours: ours}
	m.Sentence, m.From, m.To = sentenceAround(d.Text, at.Start, at.End)
	return m
}
