package eval

import (
	"cmp"
	"maps"
	"slices"
)

// Counts are what all measures are computed from: how many mentions there are
// on either side, how many were paired, and in how many pairs what agrees.
type Counts struct {
	Gold    int `json:"gold"`
	System  int `json:"system"`
	Strict  int `json:"strict"`  // pairs with equal spans
	Relaxed int `json:"relaxed"` // pairs, that is spans that overlap
	Type    int `json:"type"`    // pairs with equal type
	Value   int `json:"value"`   // pairs with equal value, as strings
	Mod     int `json:"mod"`     // pairs with equal mod, none included
	Same    int `json:"same"`    // pairs with values equal in meaning (NormalValue)
	Judged  int `json:"judged"`  // pairs whose gold has a value at all
}

func (c *Counts) add(o Counts) {
	c.Gold += o.Gold
	c.System += o.System
	c.Strict += o.Strict
	c.Relaxed += o.Relaxed
	c.Type += o.Type
	c.Value += o.Value
	c.Mod += o.Mod
	c.Same += o.Same
	c.Judged += o.Judged
}

// PRF is precision, recall and their harmonic mean, from 0 to 1.
type PRF struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
}

// prf computes P = right/system, R = right/gold, F1 = 2PR/(P+R); 0/0 is 0.
func prf(right, gold, system int) PRF {
	m := PRF{P: share(right, system), R: share(right, gold)}
	m.F1 = harmonic(m.P, m.R)
	return m
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// StrictSpan counts a mention as found when its span is exactly the gold's.
func (c Counts) StrictSpan() PRF { return prf(c.Strict, c.Gold, c.System) }

// RelaxedSpan counts a mention as found when its span overlaps the gold's.
func (c Counts) RelaxedSpan() PRF { return prf(c.Relaxed, c.Gold, c.System) }

// TypeF1 is TempEval-3's attribute F1: relaxed F1 × share of the matched spans
// with the right type (UzZaman et al. 2013, section 4.1).
func (c Counts) TypeF1() float64 { return c.RelaxedSpan().F1 * share(c.Type, c.Relaxed) }

// ValueF1 is relaxed F1 × share of the matched spans whose value is, as a
// string, the gold's. It is the figure that papers report.
func (c Counts) ValueF1() float64 { return c.RelaxedSpan().F1 * share(c.Value, c.Relaxed) }

// ModF1 is relaxed F1 × share of the matched spans with the right mod.
func (c Counts) ModF1() float64 { return c.RelaxedSpan().F1 * share(c.Mod, c.Relaxed) }

// SameF1 is ValueF1 with trivial differences of writing forgiven ("T3:15" is
// "T03:15") and gold without a value left out of the share. Extra information,
// never to be set beside a published figure.
func (c Counts) SameF1() float64 { return c.RelaxedSpan().F1 * share(c.Same, c.Judged) }

// A Row is the score of one group of mentions.
type Row struct {
	Name string `json:"name"`
	Counts
}

// A Result holds every count that Score made, grouped in four ways.
type Result struct {
	Total  Row    `json:"total"`
	Files  []Row  `json:"files"`
	Docs   []Row  `json:"docs"`
	Types  []Row  `json:"types"`
	Rules  []Row  `json:"rules"` // Gold is the part of System that overlaps gold
	Misses []Miss `json:"misses"`
}

// Score tags every document and counts, micro-averaged over the mentions of
// all documents, as TempEval-3 does.
//
// By type, a pair counts under its gold type and an unpaired mention under its
// own. By rule, only what was found counts, so recall means nothing there.
func Score(documents []Document, tag func(Document) []Timex) Result {
	r := Result{Total: Row{Name: "all"}}
	files, types, rules := map[string]*Row{}, map[string]*Row{}, map[string]*Row{}
	var fileOrder []string
	for _, d := range documents {
		system := usable(d, tag(d))
		if !slices.Contains(fileOrder, d.File) {
			fileOrder = append(fileOrder, d.File)
		}
		doc := Row{Name: d.ID}
		for _, o := range compare(d, system) {
			doc.add(o.counts)
			row(types, o.kind).add(o.counts)
			if o.counts.System > 0 {
				c := o.counts
				c.Gold = c.Relaxed
				row(rules, o.rule).add(c)
			}
			if o.miss != nil {
				r.Misses = append(r.Misses, *o.miss)
			}
		}
		row(files, d.File).add(doc.Counts)
		r.Total.add(doc.Counts)
		r.Docs = append(r.Docs, doc)
	}
	for _, name := range fileOrder {
		r.Files = append(r.Files, *row(files, name))
	}
	r.Types = sorted(types, func(x Row) int { return x.Gold })
	r.Rules = sorted(rules, func(x Row) int { return x.System })
	return r
}

// observation is one pair or one unpaired mention.
type observation struct {
	kind, rule string
	counts     Counts
	miss       *Miss
}

// compare lists the observations of one document in the order of its text.
func compare(d Document, system []Timex) []observation {
	pairs := match(d.Gold, system)
	goldTaken, systemTaken := make([]bool, len(d.Gold)), make([]bool, len(system))
	type placed struct {
		at int
		observation
	}
	var all []placed
	for _, p := range pairs {
		goldTaken[p.g], systemTaken[p.s] = true, true
		g, s := d.Gold[p.g], system[p.s]
		all = append(all, placed{g.Start, observation{g.Type, s.Rule, countPair(g, s), pairMiss(d, g, s)}})
	}
	for i, g := range d.Gold {
		if !goldTaken[i] {
			all = append(all, placed{g.Start, observation{g.Type, "", Counts{Gold: 1}, newMiss(d, &g, nil, Missed)}})
		}
	}
	for i, s := range system {
		if !systemTaken[i] {
			all = append(all, placed{s.Start, observation{s.Type, s.Rule, Counts{System: 1}, newMiss(d, nil, &s, Spurious)}})
		}
	}
	slices.SortStableFunc(all, func(x, y placed) int { return cmp.Compare(x.at, y.at) })
	out := make([]observation, len(all))
	for i, p := range all {
		out[i] = p.observation
	}
	return out
}

func countPair(g, s Timex) Counts {
	return Counts{
		Gold: 1, System: 1, Relaxed: 1,
		Strict: one(g.Start == s.Start && g.End == s.End),
		Type:   one(g.Type == s.Type),
		Value:  one(g.Value == s.Value),
		Mod:    one(g.Mod == s.Mod),
		Same:   one(g.Value != "" && NormalValue(g.Value) == NormalValue(s.Value)),
		Judged: one(g.Value != ""),
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// usable drops mentions that do not stand in the text, so that a broken tagger
// is scored and not crashed on, and fills in the text of the others.
func usable(d Document, system []Timex) []Timex {
	var kept []Timex
	for _, t := range system {
		if t.Start >= 0 && t.Start < t.End && t.End <= len(d.Text) {
			t.Text = d.Text[t.Start:t.End]
			kept = append(kept, t)
		}
	}
	return kept
}

func row(rows map[string]*Row, name string) *Row {
	if name == "" {
		name = "(none)"
	}
	if rows[name] == nil {
		rows[name] = &Row{Name: name}
	}
	return rows[name]
}

// sorted lists rows by falling size, then by name.
func sorted(rows map[string]*Row, size func(Row) int) []Row {
	var out []Row
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		out = append(out, *rows[name])
	}
	slices.SortStableFunc(out, func(x, y Row) int { return cmp.Compare(size(y), size(x)) })
	return out
}
