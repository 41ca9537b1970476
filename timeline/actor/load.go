package actor

import (
	"fmt"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// A Lexicon is what one language's actors.yaml and acts.yaml say, made ready for
// Find. It does not change, so that many goroutines may share it.
type Lexicon struct {
	Lang string // BCP 47

	// words holds under the hash of a phrase, folded, and of each beginning of one its node, and
	// under that of a word in lower case, accents kept, its form: one look gives both of most words.
	words table

	nodes    []node // the first is that of a word that no name has
	cands    []cand
	codes    []string // codes, offices and full names that cands point to
	codeOf   map[string]int32
	partyOf  map[int32]int32     // the code of a party → of its state
	ruling   map[string]ruler    // the last part of a key → whose office it tells, where all of that name held one of the same
	leaders  map[string]int32    // the key of a name → the code of whom its bearer led
	capitals map[string][]string // by the code of the state

	forms     []form // the first is that of a word that is not listed
	lemmas    []lemma
	have, be  int32 // lemmas of the auxiliaries
	make      int32 // of the verb that makes a passive of an infinitive, -1 for none: "se faire"
	endings   []ending
	adjFirst  bool // an adjective stands before its noun
	scratches sync.Pool
}

// Load reads the data of one language. Errors name the file and line.
func Load(actorsYAML, actsYAML []byte) (*Lexicon, error) {
	acts, err := ParseActs(actsYAML)
	if err != nil {
		return nil, err
	}
	return LoadParsed(actorsYAML, acts)
}

// ParseActs parses an acts.yaml for LoadParsed, and for whoever reads more of it: to parse it takes a
// fifth of loading a language.
func ParseActs(data []byte) (*yaml.Node, error) { return parse("acts.yaml", data) }

func parse(path string, data []byte) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s:%s", path, strings.TrimPrefix(strings.TrimPrefix(err.Error(), "yaml: "), "line "))
	}
	return &doc, nil
}

// LoadParsed is Load with an acts.yaml that is parsed. It leaves acts as it is.
func LoadParsed(actorsYAML []byte, acts *yaml.Node) (*Lexicon, error) {
	l := &Lexicon{words: newTable(20000), have: -1, be: -1, make: -1,
		nodes: append(make([]node, 0, 8192), node{first: -1, spell: -1}), cands: make([]cand, 0, 6144), forms: append(make([]form, 0, 16384), form{verb: -1, noun: -1}), lemmas: make([]lemma, 0, 1024)}
	l.scratches.New = func() any { return new(scratch) }
	b := &builder{l: l, lemmaOf: map[string]int32{}}
	l.codeOf, l.leaders, l.partyOf, l.ruling = map[string]int32{}, map[string]int32{}, map[int32]int32{}, map[string]ruler{}
	l.capitals = map[string][]string{}
	if err := b.file("acts.yaml", acts, b.actSections()); err != nil {
		return nil, err
	}
	b.share()
	actors, err := parse("actors.yaml", actorsYAML)
	if err != nil {
		return nil, err
	}
	if err := b.file("actors.yaml", actors, b.actorSections()); err != nil {
		return nil, err
	}
	if l.have < 0 || l.be < 0 {
		return nil, fmt.Errorf("acts.yaml:1: no auxiliaries: it needs \"auxiliaries: {have: …, be: …}\"")
	}
	return l, nil
}

// node gives what the names that are listed have under a hash.
func (l *Lexicon) node(hash uint64) *node {
	at, _ := l.words.get(hash)
	return &l.nodes[at]
}

// A builder fills a Lexicon.
type builder struct {
	l       *Lexicon
	path    string
	lemmaOf map[string]int32
	setOf   map[string]uint32
	shared  [][2]int32 // lemmas of nouns of one form
	buffer  []token

	demonyms, nouns, verbs inflections
}

// A section is one top-level key of a file and what reads it.
type section struct {
	name     string
	required bool
	read     func(*yaml.Node) error
}

// file reads the sections of one file in the order of the list, whatever theirs in the file.
func (b *builder) file(path string, doc *yaml.Node, sections []section) error {
	b.path = path
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return fmt.Errorf("%s:1: no sections: it is a mapping that begins with \"language: …\"", path)
	}
	root := doc.Content[0]
	byName := map[string]*yaml.Node{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		if byName[key.Value] != nil {
			return b.errorf(key, "section %q comes twice", key.Value)
		}
		byName[key.Value] = root.Content[i+1]
		if !known(sections, key.Value) {
			return b.errorf(key, "unknown section %q: the sections are %s", key.Value, sectionNames(sections))
		}
	}
	for _, s := range sections {
		n := byName[s.name]
		if n == nil {
			if s.required {
				return fmt.Errorf("%s:1: section %q is missing", path, s.name)
			}
			continue
		}
		if err := s.read(n); err != nil {
			return err
		}
	}
	return nil
}

func known(sections []section, name string) bool {
	for _, s := range sections {
		if s.name == name {
			return true
		}
	}
	return false
}

func sectionNames(sections []section) string {
	names := make([]string, len(sections))
	for i, s := range sections {
		names[i] = s.name
	}
	return strings.Join(names, ", ")
}

func (b *builder) errorf(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", b.path, n.Line, fmt.Sprintf(format, args...))
}

// pairs calls f for each key and value of a mapping.
func (b *builder) pairs(n *yaml.Node, f func(key, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return b.errorf(n, "a mapping is wanted here: \"key: value\"")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if seen[k.Value] {
			return b.errorf(k, "%q comes twice", k.Value)
		}
		seen[k.Value] = true
		if err := f(k, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// items calls f for each item of a list: a sequence of lines, each of items
// parted by commas, or one such line.
func (b *builder) items(n *yaml.Node, f func(n *yaml.Node, item string) error) error {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			if err := b.items(c, f); err != nil {
				return err
			}
		}
		return nil
	case yaml.ScalarNode:
		for rest, more := n.Value, true; more; {
			var item string
			item, rest, more = strings.Cut(rest, ",")
			if item = strings.TrimSpace(item); item != "" {
				if err := f(n, item); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return b.errorf(n, "a list is wanted here: \"one, two, three\"")
}

func (b *builder) language(n *yaml.Node) error {
	switch {
	case n.Value == "":
		return b.errorf(n, "the language is empty: give its BCP 47 code, as in \"language: fr\"")
	case b.l.Lang != "" && b.l.Lang != n.Value:
		return b.errorf(n, "language %q, but acts.yaml is %q", n.Value, b.l.Lang)
	}
	b.l.Lang = n.Value
	return nil
}

// code gives s its number, the same for the same s.
func (b *builder) code(s string) int32 {
	c, ok := b.l.codeOf[s]
	if !ok {
		c = int32(len(b.l.codes))
		b.l.codes = append(b.l.codes, s)
		b.l.codeOf[s] = c
	}
	return c
}

// codeNumber is the number of a code of this language, -1 for none.
func (l *Lexicon) codeNumber(s string) int32 {
	if c, ok := l.codeOf[s]; ok {
		return c
	}
	return -1
}

// split is hashes into a buffer that the next call takes again.
func (b *builder) split(s string) []token {
	b.buffer = hashesInto(b.buffer[:0], s)
	return b.buffer
}

// hashes gives the words of s, split as text is, each with both hashes and its case.
func hashes(s string) []token { return hashesInto(nil, s) }

func hashesInto(out []token, s string) []token {
	for i := 0; i < len(s); {
		i, _ = scanGap(s, i)
		t := scanWord(s, i)
		if t.end == i {
			break
		}
		out = append(out, t)
		i = t.end
	}
	return out
}

// Capitals gives the names of a state's capital, by the state's ISO 3166-1
// alpha-3 code.
func (l *Lexicon) Capitals(code string) []string { return l.capitals[code] }
