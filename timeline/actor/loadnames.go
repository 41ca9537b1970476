package actor

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"gopkg.in/yaml.v3"
)

// A class is what a phrase of actors.yaml stands for.
type class uint8

const (
	classState class = iota
	classOrg
	classPlace
	classMedia
	classPerson
	classOffice
)

// A node is a phrase of actors.yaml or the beginning of one.
type node struct {
	first int32 // its first cand, -1 for none
	spell int32 // the code of the spelling that it is compared under, -1 for itself
	more  bool  // a longer phrase begins with it
	bits  uint8
}

// nameless tells a word that no name begins with.
func (n *node) nameless() bool { return n.first < 0 && !n.more }

// What a single word can be besides.
const (
	bitGiven    = 1 << iota // a given name
	bitCommon               // a word that is no part of a name
	bitParticle             // "de", "von", "al"
	bitFamily               // a family name that stands first
	bitOffice               // an office, for abbreviations
)

// A cand is one thing that a phrase can stand for.
type cand struct {
	code    int32
	next    int32 // the next cand of the same phrase, -1 for none
	class   class
	kind    Kind
	capital uint16 // bit k: the k-th word must begin with a capital
	upper   bool   // all of it must be capitals
	weak    bool   // only after a locative preposition
	shared  bool   // only beside another name of the same code
	usual   bool   // of those that share it, the one that is meant where nothing tells
	prefix  bool   // only before a hyphen: "franco-"
}

func (b *builder) actorSections() []section {
	list := func(f func(string)) func(*yaml.Node) error {
		return func(n *yaml.Node) error {
			return b.items(n, func(_ *yaml.Node, item string) error { f(item); return nil })
		}
	}
	bit := func(bit uint8) func(*yaml.Node) error {
		return list(func(s string) { b.node(s).bits |= bit })
	}
	return []section{
		{"language", true, b.language},
		{"demonyms", true, b.inflections(&b.demonyms, 1)},
		{"states", true, b.states},
		{"places", false, b.coded(classPlace, Region)},
		{"organisations", true, b.coded(classOrg, Name)},
		{"parties", false, b.parties},
		{"spellings", false, b.spellings},
		{"people", false, b.people},
		{"leaders", false, b.leaders},
		{"offices", true, b.coded(classOffice, Name)},
		{"given", false, bit(bitGiven)},
		{"family-first", false, bit(bitFamily)},
		{"particles", false, bit(bitParticle)},
		{"common", false, bit(bitCommon)},
		{"media", false, list(func(s string) { b.phrase(s, cand{class: classMedia, code: b.code("")}) })},
	}
}

// states reads "CODE: demonyms; capitals; other names; seats of power".
func (b *builder) states(n *yaml.Node) error {
	tag, err := language.Parse(b.l.Lang)
	if err != nil {
		return b.errorf(n, "language %q is no BCP 47 code", b.l.Lang)
	}
	regions := display.Regions(tag)
	return b.pairs(n, func(k, v *yaml.Node) error {
		if len(k.Value) != 3 || strings.ToUpper(k.Value) != k.Value {
			return b.errorf(k, "%q is no ISO 3166 alpha-3 code", k.Value)
		}
		code := b.code(k.Value)
		fields := strings.Split(v.Value, ";")
		if len(fields) > 4 {
			return b.errorf(v, "%s has %d fields: demonyms; capitals; other names; seats of power", k.Value, len(fields))
		}
		for i, kind := range [...]Kind{Demonym, Capital, Name, Seat} {
			if i >= len(fields) {
				break
			}
			for _, s := range strings.Split(fields[i], ",") {
				if s = strings.TrimSpace(s); s != "" {
					b.stateName(s, kind, code)
				}
			}
		}
		// Last, so that the file's own "~" or "?" before that name stands.
		if region, err := language.ParseRegion(k.Value); err == nil && regions != nil && region.ISO3() == k.Value && !former(k.Value) {
			if name := regions.Name(region); name != "" {
				b.phrase(name, cand{class: classState, kind: Name, code: code})
			}
		}
		return nil
	})
}

// former tells the codes of ISO 3166-3, for which CLDR gives the name of a successor.
func former(code string) bool {
	return code == "DDR" || code == "SUN" || code == "YUG" || code == "CSK" || code == "SCG" || code == "VDR" || code == "YMD"
}

func (b *builder) stateName(s string, kind Kind, code int32) {
	c := cand{class: classState, kind: kind, code: code}
	if strings.HasSuffix(s, "?") {
		s, c.shared = strings.TrimSuffix(s, "?"), true
	}
	if strings.HasSuffix(s, "!") {
		s, c.shared, c.usual = strings.TrimSuffix(s, "!"), true, true
	}
	if kind == Capital {
		state := b.l.codes[code]
		b.l.capitals[state] = append(b.l.capitals[state], strings.TrimPrefix(s, "~"))
	}
	switch {
	case strings.HasSuffix(s, "-"):
		b.phrase(s, c)
	case strings.Contains(s, "/"):
		c.kind = Demonym
		for _, f := range strings.Split(s, "/") {
			b.phrase(f, c)
		}
	case kind == Demonym:
		for _, f := range b.demonyms.all(s) {
			b.phrase(f, c)
		}
	default:
		b.phrase(s, c)
	}
}

// coded reads "CODE: phrase, phrase"; the code "none" stands for none.
func (b *builder) coded(class class, kind Kind) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return b.pairs(n, func(k, v *yaml.Node) error {
			code := k.Value
			if code == "none" {
				code = ""
			}
			return b.items(v, func(_ *yaml.Node, item string) error {
				c := cand{class: class, kind: kind, code: b.code(code)}
				if strings.HasSuffix(item, "?") {
					item, c.shared = strings.TrimSuffix(item, "?"), true
				}
				b.phrase(item, c)
				if class == classOffice {
					if words := b.split(item); len(words) == 1 {
						b.node(item).bits |= bitOffice
					}
				}
				return nil
			})
		})
	}
}

// parties reads "CODE: code, code": the parties of a state.
func (b *builder) parties(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		of := b.code(k.Value)
		return b.items(v, func(_ *yaml.Node, item string) error {
			b.l.partyOf[b.code(item)] = of
			return nil
		})
	})
}

// spellings reads "key: variant, variant", each of one name part.
func (b *builder) spellings(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		code := b.code(k.Value)
		return b.items(v, func(n *yaml.Node, item string) error {
			node := b.node(item)
			if node.spell >= 0 && node.spell != code {
				return b.errorf(n, "%q is spelled both %q and %q", item, b.l.codes[node.spell], k.Value)
			}
			node.spell = code
			return nil
		})
	})
}

// people reads "Surname: Full Name".
func (b *builder) people(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		b.phrase(k.Value, cand{class: classPerson, kind: Name, code: b.code(v.Value)})
		return nil
	})
}

// leaders reads "CODE: Full Name, Full Name".
func (b *builder) leaders(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		code := b.code(k.Value)
		return b.items(v, func(n *yaml.Node, item string) error {
			key := b.l.key(item)
			if had, ok := b.l.leaders[key]; ok && had != code {
				return b.errorf(n, "%q leads both %s and %s", item, b.l.codes[had], k.Value)
			}
			b.l.leaders[key] = code
			b.rule(key, item, code)
			return nil
		})
	})
}

// A ruler is what a surname tells of a leader: whose, and who where one alone has it.
type ruler struct {
	of   int32 // -1 where leaders of several states have that name
	name string
}

// rule notes a leader by the last part of the key: "le président Chirac".
func (b *builder) rule(key, name string, of int32) {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	if len(last) == len(key) {
		return
	}
	r, ok := b.l.ruling[last]
	switch {
	case !ok:
		r = ruler{of, name}
	case r.of != of:
		r = ruler{of: -1}
	default:
		r.name = ""
	}
	b.l.ruling[last] = r
}

// node gives the node of a phrase, made with those of its beginnings where it is new.
// The pointer holds until the next call.
func (b *builder) node(phrase string) *node { return b.nodeOf(b.split(phrase)) }

func (b *builder) nodeOf(words []token) *node {
	l := b.l
	h, at := uint64(0), int32(0)
	for _, w := range words {
		if at > 0 {
			l.nodes[at].more = true
		}
		h = chain(h, w.fold)
		slot := l.words.at(h)
		if slot.node == 0 {
			slot.node = int32(len(l.nodes))
			l.nodes = append(l.nodes, node{first: -1, spell: -1})
		}
		at = slot.node
	}
	if at == 0 {
		return &node{}
	}
	return &l.nodes[at]
}

// chain adds a word to the hash of a phrase; a phrase of one word has that word's hash.
func chain(h, word uint64) uint64 {
	if h == 0 {
		return word
	}
	return (h<<7|h>>57)*hashPrime ^ word
}

// phrase adds c to what phrase can stand for. A leading "~" makes it weak.
func (b *builder) phrase(phrase string, c cand) {
	if strings.HasPrefix(phrase, "~") {
		phrase, c.weak = phrase[1:], true
	}
	words := b.split(phrase)
	if len(words) == 0 {
		return
	}
	c.prefix = strings.HasSuffix(phrase, "-")
	for k, w := range words {
		if w.capital {
			c.capital |= 1 << min(k, 15)
		}
	}
	c.upper = len(words) == 1 && words[0].upper && utf8.RuneCountInString(phrase) <= 3
	n := b.nodeOf(words)
	for at := n.first; at >= 0; at = b.l.cands[at].next {
		if o := &b.l.cands[at]; o.code == c.code && o.class == c.class {
			o.capital &= c.capital
			if c.kind == Name && o.kind < Region {
				o.kind = Name
			}
			return
		}
	}
	c.next = -1
	b.l.cands = append(b.l.cands, c)
	added := int32(len(b.l.cands) - 1)
	if n.first < 0 {
		n.first = added
		return
	}
	at := n.first
	for b.l.cands[at].next >= 0 {
		at = b.l.cands[at].next
	}
	b.l.cands[at].next = added
}
