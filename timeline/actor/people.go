package actor

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// People joins the names of one person in an article or a corpus. Add all
// names first, in any order: the answers depend on the set of names alone.
type People struct {
	l        *Lexicon
	people   map[string]*person  // by first and last part of the key
	surnames map[string][]string // a part that may stand alone → people
	folds    map[uint64]bool     // the same parts, for Find
	holders  map[string][]string // office, state → people

	// Home gives the code of the state that the text is about, empty where that is not clear: whose
	// "le gouvernement" or "l'armée" is. It is asked where a text has such words only, since to answer
	// may take reading the sentences before it; nil answers nothing.
	Home func() string

	themes []string // the states that the text names
	counts []int    // and how often
}

// About notes how often the text names which states, for names that several share: "Congo".
// It keeps the slices.
func (p *People) About(codes []string, counts []int) { p.themes, p.counts = codes, counts }

// tells tells whether the text names a state time and again.
func (p *People) tells() bool {
	for _, n := range p.counts {
		if n >= 3 {
			return true
		}
	}
	return false
}

func (p *People) told(code string) int {
	for i, c := range p.themes {
		if c == code {
			return p.counts[i]
		}
	}
	return 0
}

type person struct {
	spellings map[string]int
	key       string // the shortest full key, first of equals
	of        []string
}

// A Person is one that a corpus names in full.
type Person struct {
	Name string // the spelling that the corpus has most
	Key  string // what spellings share: "vladimir putin"
	Of   string // the state or organisation that they hold an office of, where one alone is said
}

// NewPeople starts an empty set of people whose names l compares.
func (l *Lexicon) NewPeople() *People {
	return &People{l: l, people: map[string]*person{}, surnames: map[string][]string{},
		folds: map[uint64]bool{}, holders: map[string][]string{}}
}

// Reset empties the set.
func (p *People) Reset() {
	clear(p.people)
	clear(p.surnames)
	clear(p.folds)
	clear(p.holders)
	p.Home = nil
	p.themes, p.counts = nil, nil
}

// Add notes the people of a text: full names, and who holds which office.
func (p *People) Add(refs []Ref) {
	for i := range refs {
		r := &refs[i]
		if r.Kind == Holder || r.Name == "" {
			continue
		}
		id := p.AddName(r.Name)
		if id == "" && r.Kind == Titled {
			continue
		}
		if id != "" && r.Office != "" && r.Office != "other" {
			k := r.Office + " " + r.Of
			if !contains(p.holders[k], id) {
				p.holders[k] = append(p.holders[k], id)
			}
		}
		if q := p.people[id]; q != nil && r.Of != "" && !contains(q.of, r.Of) {
			q.of = append(q.of, r.Of)
		}
	}
}

// AddName notes one full name and gives its identity; empty for a single word.
func (p *People) AddName(name string) string {
	key := p.l.key(name)
	id, ok := identity(key)
	if !ok {
		return ""
	}
	q := p.people[id]
	if q == nil {
		parts := strings.Fields(key)
		q = &person{spellings: map[string]int{}, key: key}
		p.people[id] = q
		words := hashes(name)
		if p.l.familyFirst(words[0].fold) {
			p.alone(parts[0], id, words[0].fold)
		} else {
			p.alone(parts[len(parts)-1], id, words[len(words)-1].fold)
		}
		if len(parts) > 2 { // "de Gaulle", "Le Pen", "von der Leyen"
			if tail := p.l.tail(name, words); tail != "" {
				p.alone(tail, id, 0)
			}
		}
	}
	if len(key) < len(q.key) || len(key) == len(q.key) && key < q.key {
		q.key = key
	}
	q.spellings[name]++
	return id
}

// identity gives the first and last part of a key; false where it has but one.
func identity(key string) (string, bool) {
	key = strings.TrimSpace(key)
	first, last := strings.IndexByte(key, ' '), strings.LastIndexByte(key, ' ')
	if first == last {
		return key, first > 0
	}
	return key[:first] + key[last:], true
}

// alone notes that part of a name may stand for its person.
func (p *People) alone(part, id string, fold uint64) {
	if !contains(p.surnames[part], id) {
		p.surnames[part] = append(p.surnames[part], id)
	}
	if fold != 0 {
		p.folds[fold] = true
		p.folds[foldHash(part)] = true
	}
}

// has tells whether a word with that hash is a surname here.
func (p *People) has(fold uint64) bool { return p.folds[fold] }

// Canonical gives the person that name stands for; false where it could be several, or no one known.
func (p *People) Canonical(name string) (Person, bool) { return p.canonical(p.l.key(name)) }

func (p *People) canonical(key string) (Person, bool) {
	if id, ok := identity(key); ok {
		if q := p.people[id]; q != nil {
			return q.person(), true
		}
	}
	if ids := p.surnames[key]; len(ids) == 1 {
		return p.people[ids[0]].person(), true
	}
	return Person{}, false
}

// of gives the state or organisation that everybody of a name holds an office of: two Kims
// who are not told apart are both of one state.
func (p *People) of(key string) string {
	of := ""
	for _, id := range p.surnames[key] {
		who := p.people[id]
		if len(who.of) != 1 || of != "" && of != who.of[0] {
			return ""
		}
		of = who.of[0]
	}
	return of
}

// Holder gives the person of an office ("president", "RUS") when exactly one is
// known; a "leader" is whoever holds power there, and an empty state is any.
func (p *People) Holder(office, of string) (Person, bool) {
	var ids []string
	for k, list := range p.holders {
		o, st, _ := strings.Cut(k, " ")
		if (o == office || rules(office) && rules(o) && (office == "leader" || o == "leader")) && (of == "" || st == of) {
			for _, id := range list {
				if !contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	if len(ids) != 1 {
		return Person{}, false
	}
	return p.people[ids[0]].person(), true
}

func rules(office string) bool {
	return office == "leader" || office == "president" || office == "premier" || office == "monarch"
}

// Names lists the people, in the order of their keys.
func (p *People) Names() []Person {
	out := make([]Person, 0, len(p.people))
	for _, q := range p.people {
		out = append(out, q.person())
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}

// person picks the most frequent spelling, of equals the first in byte order.
func (q *person) person() Person {
	best, n := "", 0
	for s, k := range q.spellings {
		if k > n || k == n && s < best {
			best, n = s, k
		}
	}
	who := Person{Name: best, Key: q.key}
	if len(q.of) == 1 {
		who.Of = q.of[0]
	}
	return who
}

func (l *Lexicon) familyFirst(fold uint64) bool {
	return l.node(fold).bits&bitFamily != 0
}

// tail gives the key of a surname with its particles: "de gaulle".
func (l *Lexicon) tail(name string, words []token) string {
	i := len(words) - 1
	for i > 0 {
		if l.node(words[i-1].fold).bits&bitParticle == 0 {
			break
		}
		i--
	}
	if i == len(words)-1 || i == 0 {
		return ""
	}
	return l.key(name[words[i].start:])
}

// appendFolded appends word in lower case without accents.
func appendFolded(b []byte, word string) []byte {
	for _, r := range word {
		r = unicode.ToLower(r)
		switch {
		case r < 0x80:
			b = append(b, byte(r))
		case r >= 0xC0 && r <= 0x17F:
			b = append(b, folded[r-0xC0]...)
		case unicode.Is(unicode.Mn, r), r == '\u00ad':
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

func foldHash(s string) uint64 { return scanWord(s, 0).fold }
