package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
)

// holder gives the person whom a description means, where the article tells:
// "le président russe".
func (c *composer) holder(np phrase) string {
	if c.a.tag(np.first) != tagDeterminer || !c.a.is(np.first, isDefinite) || np.last-np.first > 8 {
		return ""
	}
	generic := false
	for k := np.first; k < np.last; k++ {
		if c.a.clauseOf(k) != c.a.clauseOf(np.first) || c.a.tag(k) == tagConjunction || c.a.tag(k) == tagComma {
			return ""
		}
		generic = generic || c.a.is(k, isGeneric)
	}
	if !generic {
		return ""
	}
	words := c.x.text[c.x.tokens[np.first].Start:c.x.tokens[np.last-1].End]
	f := c.x.lang.actors.FindIn(words, c.x.people)
	if len(f.People) != 1 || f.People[0].Kind != actor.Holder || !strings.Contains(f.People[0].Name, " ") || f.People[0].End < len(words) {
		return ""
	}
	return f.People[0].Name
}

// named gives the words that say by name whom the text means at token k.
func (c *composer) named(k, last int) (string, int) {
	if words, next := c.fullName(k, last); next > k {
		return words, next
	}
	if c.a.tag(k) == tagName && c.a.tag(k-1) == tagConjunction && c.a.tag(k-2) == tagName {
		if words, next := c.surname(phrase{k, last}); next > k {
			return words, next
		}
	}
	return c.both(phrase{k, last})
}

// surname gives for a subject of one name alone the person's full name.
func (c *composer) surname(np phrase) (string, int) {
	k := np.first
	if c.a.tag(k) != tagName || k+1 < np.last && (c.a.tag(k+1) == tagName || c.a.tag(k+1) == tagMark || c.a.tag(k+1) == tagNumber || c.a.tag(k+1) == tagNoun) {
		return "", k
	}
	if p, ok := c.x.people.Canonical(c.x.word(k)); ok {
		return p.Name, k + 1
	}
	return "", k
}

// fullName gives for "M. Poutine" the name that the article has in full.
func (c *composer) fullName(k, last int) (string, int) {
	name := k + 1
	if !c.a.is(k, isTitle) || !c.x.capital(k) || name >= last {
		return "", k
	}
	if c.x.fullStop(name) {
		name++
	}
	end := name
	for end < last && (c.a.tag(end) == tagName || c.x.hyphen(end)) {
		end++
	}
	if end == name {
		return "", k
	}
	surname := c.x.text[c.x.tokens[name].Start:c.x.tokens[end-1].End]
	if p, ok := c.x.people.Canonical(surname); ok {
		return p.Name, end
	}
	return "", k
}
