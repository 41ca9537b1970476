package eval

import "github.com/frise-timeline/frise/timeline"

// sentenceKey is a sentence of an article, by the byte where it starts.
type sentenceKey struct {
	doc   string
	start int
}

// linkCount scores merging by sentences instead of mentions: two sentences of
// different articles are linked when they hold mentions of one event. A
// timeline's source is a sentence, so all mentions of a sentence fall into its
// events whatever merging does; links leave that out of the figures.
type linkCount struct{ right, gold, system int }

func (f *linkCount) score() PRF { return prf(f.right, f.gold, f.system) }

// add counts the links of one topic. Empty labels link nothing.
func (f *linkCount) add(t Topic, gold, system []string) {
	texts := map[string]string{}
	for _, d := range t.Documents {
		texts[d.ID] = d.Text
	}
	g, s := map[[2]sentenceKey]bool{}, map[[2]sentenceKey]bool{}
	for _, set := range []struct {
		labels []string
		pairs  map[[2]sentenceKey]bool
	}{{gold, g}, {system, s}} {
		places := map[string][]sentenceKey{}
		for i, m := range t.Mentions {
			if set.labels[i] != "" {
				_, from, _ := sentenceAround(texts[m.Doc], m.Start, m.End)
				places[set.labels[i]] = append(places[set.labels[i]], sentenceKey{m.Doc, m.Start - from})
			}
		}
		for _, list := range places {
			for i, a := range list {
				for _, b := range list[i+1:] {
					if a.doc != b.doc {
						set.pairs[ordered(a, b)] = true
					}
				}
			}
		}
	}
	f.gold += len(g)
	f.system += len(s)
	for p := range s {
		if g[p] {
			f.right++
		}
	}
}

func ordered(a, b sentenceKey) [2]sentenceKey {
	if b.doc < a.doc || b.doc == a.doc && b.start < a.start {
		a, b = b, a
	}
	return [2]sentenceKey{a, b}
}

// ToClauses narrows the sources of a timeline to the clauses that tell its
// events: what else a sentence mentions is no part of its event. clauses holds,
// by event and source, the bytes of the article (see timeline.Explanation).
func ToClauses(t *timeline.Timeline, clauses [][][2]int, documents []Document) {
	texts := map[string]string{}
	for _, d := range documents {
		texts[d.ID] = d.Text
	}
	for i := range t.Events {
		for j := range t.Events[i].Sources {
			s := &t.Events[i].Sources[j]
			s.Start, s.End = clauses[i][j][0], clauses[i][j][1]
			s.Quote = texts[s.Article][s.Start:s.End]
		}
	}
}
