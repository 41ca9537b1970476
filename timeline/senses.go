package timeline

import (
	"fmt"
)

// readSenses reads a language's senses.yaml: the words that news uses for one
// and the same happening. What they say has one name in all languages.
func (l *language) readSenses(data []byte) error {
	var lines map[string][]string
	if err := readYAML(data, &lines); err != nil {
		return fmt.Errorf("%s/senses.yaml: %w", l.code, err)
	}
	l.senses = make(map[uint64]uint64, 4*len(lines))
	for _, name := range keys(lines) {
		sense := hashTerm("sense " + name)
		l.senses[sense] = sense
		for _, word := range lines[name] {
			l.senses[stemOf(l.code, word)] = sense
		}
	}
	return nil
}

// commonWords notes the words of news at large.
func (l *language) commonWords() {
	l.common = make(map[uint64]bool, 2*len(l.Common))
	for _, word := range l.Common {
		l.common[l.meaning(word)] = true
		wordStarts(word, func(_ int, h uint64) { l.common[contextual(h)] = true })
	}
}

// meaning gives the hash of what a word of the language says: a sense that it
// shares with others, or its stem. A form of a verb is that verb ("fell" is
// "fall"), but for a name.
func (l *language) meaning(word string) uint64 {
	if w := l.known(word); w.form != 0 && w.verb > 0 {
		word = l.verbs[w.verb].infinitive
	}
	h := stemOf(l.code, word)
	if s, ok := l.senses[h]; ok {
		return s
	}
	return h
}

// headOf gives the token of the verb or noun that says what a target is: "a
// attaqué", "attaque". It is -1 where the verb says little by itself.
func (x *extractor) headOf(a *analysis, t target) int {
	switch t.kind {
	case nounTarget:
		return x.headNoun(a, t.noun)
	case participleTarget, infinitiveTarget:
		return t.at
	}
	c := &a.clauses[t.clause]
	if c.verb < 0 {
		return -1
	}
	head := c.verb
	for k := c.verb + 1; k < c.groupEnd; k++ {
		if a.tag(k) == tagGroup && a.at(k).form != 0 {
			head = k
		}
	}
	if v := x.verbAt(a, head); a.at(head).form != 0 && (v.light || v.be || v.have) {
		return -1
	}
	return head
}

// headNoun gives the noun of a phrase that names an event, else the one that
// what follows belongs to: the first in French, the last in English.
func (x *extractor) headNoun(a *analysis, np phrase) int {
	head := -1
	for k := np.first; k < np.last && a.has(k); k++ {
		switch {
		case a.tag(k) == tagNoun && a.is(k, isEvent):
			return k
		case a.tag(k) == tagNoun && (head < 0 || x.lang.PossessiveMark):
			head = k
		case a.tag(k) == tagPreposition && head >= 0:
			return head
		}
	}
	return head
}
