package timeline

import (
	"slices"
	"strings"
	"unicode"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// A focus is what a query asks for: the codes and identities of whom it names
// in any language that frise knows, and its words.
type focus struct {
	codes  []string // of states and organisations
	people []string // identities
	words  []string // folded
}

// newFocus reads a query: "Corée du Nord", "north korea", "Poutine", "traité".
func newFocus(query string) focus {
	f := focus{words: foldedWords(query)}
	for _, text := range [...]string{query, titleCase(query)} {
		for _, code := range lang.Codes() {
			l, err := languageFor(code)
			if err != nil {
				continue
			}
			found := l.actors.Find(text)
			for _, refs := range [...][]actor.Ref{found.States, found.Orgs} {
				for _, r := range refs {
					if r.Kind != actor.Capital && whole(text, r) && !slices.Contains(f.codes, r.Code) {
						f.codes = append(f.codes, r.Code)
					}
				}
			}
			for _, r := range found.People {
				if r.Code != "" && whole(text, r) && !slices.Contains(f.people, r.Code) {
					f.people = append(f.people, r.Code)
				}
			}
		}
	}
	return f
}

// whole tells whether a name is all of a query but for an article: "la Corée
// du Nord", "the EU".
func whole(query string, r actor.Ref) bool {
	return r.Code != "" && len(strings.TrimSpace(query[r.End:])) == 0 && len(strings.Fields(query[:r.Start])) <= 1 && r.Start <= 4
}

// titleCase gives longer words a capital, as names have: "corée du nord" is "Corée du Nord".
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if r := []rune(w); len(r) > 2 {
			r[0] = unicode.ToUpper(r[0])
			words[i] = string(r)
		} else if len(words) == 1 {
			words[i] = strings.ToUpper(w)
		}
	}
	return strings.Join(words, " ")
}

// holds tells whether an event names whom the query names, or has all its
// words; case and accents do not count, and a word may go on: "manifestation"
// finds "manifestations".
func (f *focus) holds(e *Event) bool {
	for _, a := range e.Actors {
		if slices.Contains(f.codes, a) || len(f.words) == 1 && f.words[0] == strings.ToLower(a) {
			return true
		}
	}
	for _, p := range e.People {
		if f.isPerson(p) {
			return true
		}
	}
	if len(f.words) == 0 {
		return false
	}
	for _, p := range e.Places {
		if beginAll(f.words, foldedWords(p)) {
			return true
		}
	}
	return beginAll(f.words, foldedWords(e.Title+" "+e.Text))
}

// isPerson tells whether a name is a person's that the query names, in whatever spelling.
func (f *focus) isPerson(name string) bool {
	if len(f.words) > 0 && beginAll(f.words, foldedWords(name)) {
		return true
	}
	if len(f.people) == 0 {
		return false
	}
	for _, code := range lang.Codes() {
		if l, err := languageFor(code); err == nil {
			for _, r := range l.actors.Find(name).People {
				if slices.Contains(f.people, r.Code) {
					return true
				}
			}
		}
	}
	return false
}

// beginAll tells whether every word of a query begins some word of a text;
// a short word must be all of it.
func beginAll(query, text []string) bool {
	for _, q := range query {
		if !slices.ContainsFunc(text, func(w string) bool { return w == q || len(q) > 3 && strings.HasPrefix(w, q) }) {
			return false
		}
	}
	return true
}

// foldedWords are the words of a text in lower case without accents.
func foldedWords(s string) []string {
	return strings.FieldsFunc(lang.Unaccent(strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
