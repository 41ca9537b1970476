package timeline

import "slices"

// A weatherWords tells verbs whose subject stands for nothing and needs no name:
// "il a neigé", "il fera 38 degrés".
type weatherWords struct {
	Verbs  []string `yaml:"verbs"`
	Making []string `yaml:"making"` // only before one of words
	Words  []string `yaml:"words"`
}

// weather tells whether the clause of a pronoun at token k tells of the weather.
func (x *extractor) weather(a *analysis, k int) bool {
	w := &x.lang.Weather
	if len(w.Verbs) == 0 {
		return false
	}
	for i := range a.clauses {
		c := &a.clauses[i]
		if c.verb < 0 || c.subject.first != k || c.subject.empty() {
			continue
		}
		last := a.at(c.groupEnd - 1)
		if last.form == 0 {
			return false
		}
		name := x.lang.verbs[last.verb].infinitive
		if slices.Contains(w.Verbs, name) {
			return true
		}
		if !slices.Contains(w.Making, name) {
			return false
		}
		for j := c.groupEnd; a.has(j) && j < c.groupEnd+5; j++ {
			if slices.Contains(w.Words, x.lower(j)) {
				return true
			}
			if t := a.tag(j); t != tagNumber && t != tagAdverb && t != tagMark && t != tagDeterminer && t != tagPreposition && t != tagDate {
				return false
			}
		}
	}
	return false
}
