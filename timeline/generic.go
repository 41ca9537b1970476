package timeline

import (
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
)

// meant gives the name that a word of a kind stands for, where the text before
// it makes that clear: "le pays" is the state that was a subject last, else the
// only one that the last sentences name; "le groupe" the organisation. Empty
// where nothing is clear.
func (c *composer) meant(np phrase) string {
	head := np.last - 1
	if np.last-np.first > 3 || c.a.tag(np.first) != tagDeterminer || !c.a.is(np.first, isDefinite|isDemonstrative) || c.a.tag(head) != tagNoun {
		return ""
	}
	kind := c.a.at(head).class & (isStateKind | isOrgKind | isPlaceKind)
	if kind == 0 || c.a.is(np.first, isPlural) {
		return ""
	}
	if name := c.x.lastNamed(c.a, np.first, kind); name != "" {
		return name
	}
	if kind == isStateKind {
		return c.x.onlyState(np.first)
	}
	return ""
}

// lastNamed gives the name of a kind that was the subject of a clause last, in
// the sentence up to token k or in the three before it.
func (x *extractor) lastNamed(a *analysis, k int, kind wordClass) string {
	for si := x.current; si >= 0 && si >= x.current-3; si-- {
		b := a
		if si != x.current {
			b = x.analysis(si)
		}
		for i := len(b.clauses) - 1; i >= 0; i-- {
			s := b.clauses[i].subject
			if c := &b.clauses[i]; c.kind == relativeClause && s.first == c.lead { // "avec Renault, qui s'est engagé"
				if s = c.antecedent; !s.empty() && b.tag(s.last-1) == tagName {
					for s.first = s.last - 1; b.tag(s.first-1) == tagName && s.first > c.antecedent.first; {
						s.first--
					}
				}
			}
			if b.clauses[i].verb < 0 || s.empty() || s.last > k && si == x.current {
				continue
			}
			if name := x.nameOf(b, s, kind); name != "" {
				return name
			}
		}
	}
	return ""
}

// nameOf gives a noun phrase that is a name of that kind, and nothing more.
func (x *extractor) nameOf(b *analysis, s phrase, kind wordClass) string {
	for k := s.first; k < s.last; k++ {
		if t := b.tag(k); t != tagName && t != tagMark && !(t == tagDeterminer && k == s.first && b.is(k, isDefinite)) {
			return ""
		}
	}
	words := strings.Join(strings.Fields(x.text[x.tokens[s.first].Start:x.tokens[s.last-1].End]), " ")
	f := x.lang.actors.FindIn(words, x.people)
	var refs []actor.Ref
	switch kind {
	case isStateKind:
		refs = f.States
	case isOrgKind:
		refs = f.Orgs
		if len(f.States)+len(f.Orgs)+len(f.People)+len(f.Places) == 0 && b.tag(s.first) == tagName {
			return words
		}
	case isPlaceKind:
		refs = f.Places
	}
	if len(refs) != 1 || len(f.People) > 0 || len(f.States)+len(f.Orgs)+len(f.Places) > 1 || refs[0].End < len(words) {
		return ""
	}
	return words
}

// onlyState gives the state that the headline and the sentences before token k
// name, where it is one alone.
func (x *extractor) onlyState(k int) string {
	code, name := "", ""
	note := func(text string) bool {
		for _, r := range x.lang.actors.FindIn(text, x.people).States {
			if code != "" && r.Code != code {
				return false
			}
			if w := text[r.Start:r.End]; startsUpper(w) {
				code, name = r.Code, w
			}
		}
		return true
	}
	for si := x.current; si >= 0 && si >= x.current-3; si-- {
		if text := x.upTo(si, k); text != "" && !note(text) {
			return ""
		}
	}
	if !note(x.doc.article.Title) || name == "" {
		return ""
	}
	return x.withArticle(name)
}

// withArticle gives a name with the definite article that the text has for it
// somewhere; empty where it shows none and the language wants one.
func (x *extractor) withArticle(name string) string {
	for _, article := range x.lang.Definite {
		if _, contracted := x.lang.Uncontracted[article]; contracted {
			continue
		}
		for _, glue := range [...]string{" ", "'", "’"} {
			if len(article) == 1 == (glue == " ") {
				continue
			}
			if x.hasWords(article + glue + name) {
				return article + glue + name
			}
		}
	}
	for joined, article := range x.lang.Uncontracted {
		if x.hasWords(joined + " " + name) {
			return article + " " + name
		}
	}
	if !x.lang.PossessiveMark {
		return ""
	}
	return name
}

// hasWords tells whether the text has words as they are, after a space.
func (x *extractor) hasWords(words string) bool { return strings.Contains(x.text, " "+words) }

func startsUpper(s string) bool {
	return s != "" && (s[0] >= 'A' && s[0] <= 'Z' || s[0] == 0xc3)
}
