package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// A focus is what a query asks for, all of it: "Poutine Corée du Nord traité"
// asks for a person, a state and a word.
type focus []topic

// A topic is someone, something or a word that an event is to be about, in any
// language that frise knows.
type topic struct {
	asked  string     // its words in the query
	known  bool       // the lexicons know who it is
	codes  []string   // of states and organisations
	people []string   // identities
	words  []string   // folded; a name may be said otherwise than the lexicons know it
	stems  []uint64   // of the words, in every language
	towns  [][]string // what other languages call the capital that it is, folded
}

// newFocus reads a query: "Corée du Nord", "north korea", "Poutine, Kim",
// "traité Iran". Words that only join others ask for nothing.
func newFocus(query string) focus {
	fields := fieldsOf(query)
	var named []nameSpan
	for first := range fields {
		for last := first; last < min(len(fields), first+longestName); last++ {
			named = append(named, namesOf(fields, first, last)...)
		}
	}
	slices.SortStableFunc(named, func(x, y nameSpan) int { // any two words may be a name: what the lexicons know comes first
		return cmp.Or(boolCompare(y.known, x.known), cmp.Compare(y.last-y.first, x.last-x.first), cmp.Compare(x.first, y.first))
	})
	of := make([]int, len(fields)) // by field: 1 + the index of its topic
	var f focus
	for _, n := range named {
		at := of[n.first]
		free := !slices.ContainsFunc(of[n.first:n.last+1], func(k int) bool { return k != at })
		switch {
		case free && at == 0:
			f = append(f, topic{asked: strings.Join(fields[n.first:n.last+1], " ")})
			for k := n.first; k <= n.last; k++ {
				of[k] = len(f)
			}
			at = len(f)
		case !free || !slices.Equal(wordsOf(fields, of, at), foldedWords(strings.Join(fields[n.first:n.last+1], " "))):
			continue // a part of a longer name
		}
		switch s := &f[at-1]; {
		case n.capital:
			s.towns = append(s.towns, townsOf(n.code, s.asked)...)
			continue
		case n.person && !slices.Contains(s.people, n.code):
			s.people = append(s.people, n.code)
		case !n.person && !slices.Contains(s.codes, n.code):
			s.codes = append(s.codes, n.code)
		}
		f[at-1].known = f[at-1].known || n.known
	}
	for at := range f {
		f[at].words = wordsOf(fields, of, at+1)
	}
	for k, field := range fields {
		if of[k] > 0 {
			continue
		}
		for _, w := range foldedWords(field) {
			if !joins(w) || len(fields) == 1 {
				f = append(f, topic{asked: field, words: []string{w}, codes: []string{strings.ToUpper(w)}})
			}
		}
	}
	for i := range f {
		for _, w := range f[i].words {
			for _, code := range lang.Codes() {
				f[i].stems = append(f[i].stems, stemOf(code, w))
			}
		}
	}
	return f
}

// fieldsOf cuts a query into words, without the punctuation around them; two
// states in one word are two.
func fieldsOf(query string) (out []string) {
	fields := strings.FieldsFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == '+' || r == '&' })
	for _, w := range fields {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if both := statesOf(w); both != nil {
			out = append(out, both...)
		} else if len([]rune(w)) > 1 || w != "" && len(fields) == 1 { // but not "M." before a name
			out = append(out, w)
		}
	}
	return out
}

// statesOf gives the codes of the two states that one word names:
// "russo-ukrainien".
func statesOf(word string) []string {
	if !strings.Contains(word, "-") {
		return nil
	}
	for _, code := range lang.Codes() {
		if l, err := languageFor(code); err == nil {
			if s := l.actors.Find(word).States; len(s) == 2 && s[0].Start == 0 && s[1].Start == s[0].End+1 && s[1].End == len(word) {
				return []string{s[0].Code, s[1].Code}
			}
		}
	}
	return nil
}

// townsOf gives what languages call a state's capital that a query names. A
// state's list has its capital first and then other spellings, seats of
// government and former capitals: only what stands first in one language is what
// stands first in another.
func townsOf(state, asked string) (out [][]string) {
	first := false
	for _, code := range lang.Codes() {
		l, err := languageFor(code)
		if err != nil {
			continue
		}
		if names := l.actors.Capitals(state); len(names) > 0 {
			words := foldedWords(names[0])
			first = first || slices.Equal(words, foldedWords(asked))
			out = append(out, words)
		}
	}
	if !first {
		return nil
	}
	return out
}

// A nameSpan is a name in a query: its first and last field, and what it names.
type nameSpan struct {
	first, last int
	code        string
	person      bool
	capital     bool // of the state with the code
	known       bool // by the lexicons: any two words may be a name
}

// boolCompare is cmp.Compare for truth values: false comes first.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// longestName is the number of words of the longest name that is looked for.
const longestName = 6

// namesOf gives the states, organisations and people that some fields of a query
// name, all of them together. A capital is a place: "Moscou" asks for what
// happened there and for whom it stands for.
func namesOf(fields []string, first, last int) (out []nameSpan) {
	words := strings.Join(fields[first:last+1], " ")
	texts := []string{words, titleCase(words, 3), titleCase(words, 1)}
	if len(fields) == 1 && len([]rune(words)) < 4 {
		texts = append(texts, strings.ToUpper(words)) // "onu"
	}
	for _, text := range slices.Compact(texts) {
		for _, code := range lang.Codes() {
			l, err := languageFor(code)
			if err != nil {
				continue
			}
			found := l.actors.Find(text)
			for k, refs := range [...][]actor.Ref{found.States, found.Orgs, found.People} {
				for _, r := range refs {
					n := nameSpan{first, last, r.Code, k == 2, r.Kind == actor.Capital, k < 2 || r.Of != ""}
					typed := text == words || words == strings.ToLower(words) // with capitals as names have them, or without any
					if (n.known || typed && !slices.ContainsFunc(foldedWords(words), joins)) && whole(text, r) && !slices.Contains(out, n) {
						out = append(out, n)
					}
				}
			}
		}
	}
	return out
}

// whole tells whether a name is all of some words but for an article: "la Corée
// du Nord", "the EU".
func whole(words string, r actor.Ref) bool {
	before := foldedWords(words[:r.Start])
	return r.Code != "" && len(strings.TrimSpace(words[r.End:])) == 0 && (len(before) == 0 || len(before) == 1 && joins(before[0]))
}

// wordsOf gives the folded words of the fields of a topic, without those that
// only join.
func wordsOf(fields []string, of []int, at int) (out []string) {
	for k, field := range fields {
		if of[k] == at {
			out = append(out, foldedWords(field)...)
		}
	}
	return out
}

// joins tells whether a word only joins others in some language: "la", "of".
func joins(word string) bool {
	for _, code := range lang.Codes() {
		if l, err := languageFor(code); err == nil && l.known(word).class&(isDeterminer|isPreposition|isOf|isConjunction) != 0 {
			return true
		}
	}
	return false
}

// titleCase gives words of so many letters or more a capital, as names have:
// "corée du nord" is "Corée du Nord", "kim jong un" is "Kim Jong Un".
func titleCase(s string, letters int) string {
	words := strings.Fields(s)
	for i, w := range words {
		if r := []rune(w); len(r) >= letters {
			r[0] = unicode.ToUpper(r[0])
			words[i] = string(r)
		}
	}
	return strings.Join(words, " ")
}

// holds tells whether an event is about all that the query asks for, and in has
// which of it, where the caller wants to know.
func (f focus) holds(t *told, has []bool) bool {
	all := len(f) > 0
	var said []string
	for i := range f {
		yes := f[i].named(t)
		if !yes {
			if said == nil {
				said = foldedWords(t.Title + " " + t.Text + " " + t.said)
			}
			yes = f[i].in(said)
		}
		if all = all && yes; has != nil {
			has[i] = yes
		} else if !all {
			return false
		}
	}
	return all
}

// counts begins a count of events for each topic.
func (f focus) counts() []TopicCount {
	out := make([]TopicCount, len(f))
	for i := range f {
		out[i].Asked = f[i].asked
	}
	return out
}

// named tells whether an event's actors, people or places are the topic, or a
// title names it.
func (s *topic) named(t *told) bool {
	for _, code := range s.codes {
		if slices.Contains(t.Actors, code) || slices.Contains(t.names, hashTerm(code)) {
			return true
		}
	}
	for _, code := range s.people {
		if slices.Contains(t.names, hashTerm(code)) {
			return true
		}
	}
	return slices.ContainsFunc(t.People, s.isPerson) || slices.ContainsFunc(t.places, s.isPlace) ||
		slices.ContainsFunc(t.Places, func(p string) bool { return s.in(foldedWords(p)) || s.isPlace(p) })
}

// isPlace tells whether the topic's one word is a place in another language:
// "Moscou" and "Moscow" begin alike.
func (s *topic) isPlace(name string) bool {
	const letters = 5
	words := foldedWords(name)
	return len(s.words) == 1 && len(words) == 1 && len(s.words[0]) > letters && len(words[0]) > letters && s.words[0][:letters] == words[0][:letters]
}

// isPerson tells whether a name is a person's that the query names, in whatever spelling.
func (s *topic) isPerson(name string) bool {
	if s.in(foldedWords(name)) {
		return true
	}
	if len(s.people) == 0 {
		return false
	}
	for _, code := range lang.Codes() {
		if l, err := languageFor(code); err == nil {
			for _, r := range l.actors.Find(name).People {
				if slices.Contains(s.people, r.Code) {
					return true
				}
			}
		}
	}
	return false
}

// in tells whether all words of the topic are among those of a text: a word
// may go on or have another ending ("élections" finds "élection"); a short one
// must be all of it. What a lexicon finds by its code is looked for by one long
// word alone: "UN" is not "un", and "nord" may be that of another country.
func (s *topic) in(text []string) bool {
	if s.known && (len(s.words) > 1 || len(s.words[0]) < 4) {
		return false
	}
	for _, town := range s.towns {
		if !slices.ContainsFunc(town, func(w string) bool { return !slices.Contains(text, w) }) {
			return true
		}
	}
	for k, q := range s.words {
		stems := s.stems[k*len(s.stems)/len(s.words) : (k+1)*len(s.stems)/len(s.words)]
		if !slices.ContainsFunc(text, func(w string) bool { return w == q || len(q) > 3 && (strings.HasPrefix(w, q) || akin(q, w, stems)) }) {
			return false
		}
	}
	return len(s.words) > 0
}

// akin tells whether a word has one of the stems of a query's word q, each in its language.
func akin(q, word string, stems []uint64) bool {
	if len(word) < 4 || word[:3] != q[:3] {
		return false
	}
	for k, code := range lang.Codes() {
		if k < len(stems) && stemOf(code, word) == stems[k] {
			return true
		}
	}
	return false
}

// foldedWords are the words of a text in lower case without accents.
func foldedWords(s string) []string {
	return strings.FieldsFunc(lang.Unaccent(strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// CheckAbout tells what is wrong with a query for Options.About: one that asks
// for nothing.
func CheckAbout(query string) error {
	if len(newFocus(query)) == 0 {
		return fmt.Errorf("%q names no actor, person, place or word", query)
	}
	return nil
}
