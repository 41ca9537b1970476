package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
)

// both gives the two that "les deux pays" are, from the last pair of states or
// people that the text joins with "et".
func (c *composer) both(np phrase) (string, int) {
	k := np.first
	if c.a.tag(k) != tagDeterminer && c.a.tag(k) != tagNumber || np.last-np.first < 2 {
		return "", k
	}
	two := k
	if !c.a.is(two, isBoth) {
		two++
	}
	noun := two + 1
	if !c.a.is(two, isBoth) || !c.a.has(noun) || !c.a.is(noun, isPairOfStates|isPairOfPeople) || c.a.ofAt(noun+1) || two == k && slices.Contains(c.x.lang.Counts, c.x.lower(two)) || c.x.apostrophe(noun+1) { // "both sides of the border", "two men", "two women's"
		return "", k
	}
	pair := c.x.pair(k, c.a.at(noun).class)
	if pair == "" {
		c.grade -= 0.15
		return "", k
	}
	next := noun + 1
	for c.a.has(next) && next < np.last && c.a.tag(next) == tagNoun { // "les deux dirigeants coréens"
		next++
	}
	return pair, next
}

// pair finds the last two states or people before token k that "et" joins.
func (x *extractor) pair(k int, kind wordClass) string {
	for j := k - 1; j > 1 && j > k-900; j-- {
		if x.tokens[j].Kind != lang.Word || x.lower(j) != x.lang.AndWord || !x.capital(j-1) {
			continue
		}
		first, last := x.names(j-1, -1), x.names(j+1, 1)
		if first < 0 || last < 0 {
			continue
		}
		words := strings.Join(strings.Fields(x.text[x.tokens[first].Start:x.tokens[last].End]), " ")
		if len(words) > 60 || strings.ContainsAny(words, ".,;:\"«»()") {
			continue
		}
		f := x.lang.actors.FindIn(words, x.people)
		if kind&isPairOfPeople != 0 && len(f.People) == 2 && len(f.States) == 0 || kind&isPairOfStates != 0 && len(f.States)+len(f.Places) == 2 && len(f.People) == 0 {
			return words
		}
	}
	if kind&isPairOfPeople != 0 {
		return x.lastTwo(k)
	}
	return ""
}

// lastTwo joins the two people that the sentences before token k named last.
func (x *extractor) lastTwo(k int) string {
	var names []string
	for si := x.current; si >= 0 && si >= x.current-4; si-- {
		text := x.upTo(si, k)
		if text == "" {
			continue
		}
		people := x.lang.actors.FindIn(text, x.people).People
		for i := len(people) - 1; i >= 0; i-- {
			n := people[i].Name
			if p, ok := x.people.Canonical(n); ok {
				n = p.Name
			}
			if strings.Contains(n, " ") && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		if len(names) > 2 {
			return ""
		}
	}
	if len(names) != 2 {
		return ""
	}
	return names[1] + " " + x.lang.AndWord + " " + names[0]
}

// names gives the end of a run of names from token k in direction step, its
// article included; -1 where none begins there.
func (x *extractor) names(k, step int) int {
	end := -1
	if step > 0 && k < len(x.tokens) && x.look(k).class&isDeterminer != 0 && !x.capital(k) {
		if k++; x.apostrophe(k) {
			k++
		}
	}
	for n := 0; n < 7 && k >= 0 && k < len(x.tokens); n, k = n+1, k+step {
		t := x.tokens[k]
		switch {
		case t.Kind == lang.Word && x.capital(k), t.Kind == lang.Roman:
			end = k
		case x.hyphen(k), end >= 0 && x.apostrophe(k), end >= 0 && t.Kind == lang.Word && x.look(k).class&isOf != 0:
			if step > 0 && x.spaced(k) && x.hyphen(k) {
				return end
			}
		case step < 0 && end >= 0 && t.Kind == lang.Word && x.look(k).class&isDefinite != 0:
			return k
		default:
			return end
		}
	}
	return end
}
