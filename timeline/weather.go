package timeline

import "slices"

// A weatherWords tells verbs whose subject stands for nothing and needs no name:
// "il a neigé", and with one of the words "il fera 38 degrés".
type weatherWords struct {
	Verbs []string `yaml:"verbs"`
	Words []string `yaml:"words"`
}

// weather tells whether the clause of a pronoun at token k tells of the weather.
func (x *extractor) weather(a *analysis, k int) bool {
	for i := range a.clauses {
		c := &a.clauses[i]
		if c.verb < 0 || c.subject.first != k || c.subject.empty() {
			continue
		}
		verb := x.verbAt(a, c.groupEnd-1)
		if verb.weather || !verb.makes {
			return verb.weather
		}
		for j := c.groupEnd; a.has(j) && j < c.groupEnd+5; j++ {
			if slices.Contains(x.lang.Weather.Words, x.lower(j)) {
				return true
			}
			if t := a.tag(j); t != tagNumber && t != tagAdverb && t != tagMark && t != tagDeterminer && t != tagPreposition && t != tagDate {
				return false
			}
		}
	}
	return false
}
