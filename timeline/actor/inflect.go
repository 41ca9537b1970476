package actor

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// An inflection gives the forms of the words with one ending: each group
// of the table is one column, each form an ending in its place.
type inflection struct {
	groups [][]string
}

// inflections are a table of a language, where the longest ending that fits counts.
type inflections struct {
	byEnding map[string]*inflection
	longest  int
}

// inflections reads a table of "ending: forms | forms …", where "=" is the bare stem.
func (b *builder) inflections(into *inflections, columns int) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		into.byEnding = map[string]*inflection{}
		return b.pairs(n, func(k, v *yaml.Node) error {
			inf := &inflection{}
			for _, column := range strings.Split(v.Value, "|") {
				group := strings.Fields(column)
				for i, ending := range group {
					if ending == "=" {
						group[i] = ""
					}
				}
				inf.groups = append(inf.groups, group)
			}
			if len(inf.groups) != columns {
				return b.errorf(v, "%q has %d columns of forms: %d are wanted, parted by \"|\"", k.Value, len(inf.groups), columns)
			}
			into.byEnding[k.Value] = inf
			into.longest = max(into.longest, len(k.Value))
			return nil
		})
	}
}

// find gives the stem of word and its inflection, nil where no ending fits.
func (t *inflections) find(word string) (string, *inflection) {
	for n := min(t.longest, len(word)); n >= 0; n-- {
		if inf := t.byEnding[word[len(word)-n:]]; inf != nil {
			return word[:len(word)-n], inf
		}
	}
	return word, nil
}

// all lists the forms of word in a table of one column; the word itself where no ending fits.
func (t *inflections) all(word string) []string {
	stem, inf := t.find(word)
	if inf == nil {
		return []string{word}
	}
	out := make([]string, len(inf.groups[0]))
	for i, e := range inf.groups[0] {
		out[i] = stem + e
	}
	return out
}
