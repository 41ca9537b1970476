package actor

import (
	"strings"

	"gopkg.in/yaml.v3"
)

func (b *builder) patterns(n *yaml.Node, act uint8) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		if k.Value != "verbs" && k.Value != "nouns" {
			return b.errorf(k, "%q: patterns stand under \"verbs\" or \"nouns\"", k.Value)
		}
		return b.items(v, func(n *yaml.Node, item string) error {
			return b.pattern(n, item, act, k.Value == "verbs")
		})
	})
}

// pattern adds one rule: "signer .. traité|accord", "se rendre .. à|en", "prise d'otages".
func (b *builder) pattern(n *yaml.Node, item string, act uint8, verb bool) error {
	r := rule{act: act}
	if verb {
		for _, mark := range [...]string{"se ", "s'", "s’"} {
			if rest, ok := strings.CutPrefix(item, mark); ok {
				item, r.reflexive = rest, true
			}
		}
	}
	// The head ends at a blank, an apostrophe or a hyphen, as a word of the text does.
	head := item
	if words := b.split(item); len(words) > 0 {
		head = item[words[0].start:words[0].end]
	}
	rest := item[len(head):]
	if head == "" || strings.HasPrefix(item, "..") {
		return b.errorf(n, "pattern %q has no head", item)
	}
	if err := b.by(n, &r, item, rest); err != nil {
		return err
	}
	var id int32
	if verb {
		var err error
		if id, err = b.verb(n, head); err != nil {
			return err
		}
	} else {
		id = b.noun(head)
	}
	le := &b.l.lemmas[id]
	le.rules = append(le.rules, r)
	return nil
}

// by reads what must stand by a head: ".. word", "< word" before it, "~ word" on either side.
func (b *builder) by(n *yaml.Node, r *rule, item, rest string) error {
	mark := ""
	for _, field := range strings.Fields(rest) {
		if field == ".." || field == "<" || field == "~" {
			mark = field
			continue
		}
		elems, err := b.elements(n, field)
		if err != nil {
			return err
		}
		switch mark {
		case "..":
			elems[0].gap = true
		case "<", "~":
			elems[0].around = mark == "~"
			r.beside = append(r.beside, elems...)
			elems = nil
		}
		r.elems = append(r.elems, elems...)
		mark = ""
	}
	if mark == ".." {
		return b.errorf(n, "pattern %q ends in a gap", item)
	}
	if mark != "" {
		return b.errorf(n, "pattern %q ends in %q: a word must follow", item, mark)
	}
	return nil
}

// elements gives a field of a pattern: "traité|accord|@troops" is one element,
// "coup-de-feu" three.
func (b *builder) elements(n *yaml.Node, field string) ([]element, error) {
	if !strings.ContainsAny(field, "|@") {
		var out []element
		for _, t := range b.split(field) {
			out = append(out, element{words: b.exact(field[t.start:t.end])})
		}
		if out == nil {
			return nil, b.errorf(n, "%q is no word", field)
		}
		return out, nil
	}
	var e element
	for _, w := range strings.Split(field, "|") {
		switch {
		case nameSorts[w] != 0:
			e.names |= nameSorts[w]
		case strings.HasPrefix(w, "@"):
			bit, ok := b.setOf[w[1:]]
			if !ok {
				return nil, b.errorf(n, "no set %q: @person, @place, @org, @state and those of section \"sets\" are known", w)
			}
			e.sets |= bit
		case len(b.split(w)) != 1:
			return nil, b.errorf(n, "%q is more than one word: give the one that a text has there", w)
		default:
			e.words = append(e.words, b.exact(w)...)
		}
	}
	return []element{e}, nil
}

// sets reads the named sets of nouns that patterns share: "troops: soldat, armée".
func (b *builder) sets(n *yaml.Node) error {
	b.setOf = map[string]uint32{}
	return b.pairs(n, func(k, v *yaml.Node) error {
		if len(b.setOf) == 32 {
			return b.errorf(k, "there are more than 32 sets")
		}
		bit := uint32(1) << len(b.setOf)
		b.setOf[k.Value] = bit
		return b.items(v, func(n *yaml.Node, item string) error {
			if len(b.split(item)) != 1 {
				return b.errorf(n, "%q is more than one word: a set has single words", item)
			}
			for _, h := range b.exact(item) {
				b.formAt(h).sets |= bit
			}
			return nil
		})
	})
}

// exact gives the hashes of a noun's forms.
func (b *builder) exact(word string) []uint64 {
	stem, inf := b.nouns.find(word)
	out := make([]uint64, 1, 3)
	out[0] = scanWord(word, 0).exact
	if inf == nil {
		return out
	}
	prefix := scanWord(stem, 0).exact
	for _, ending := range inf.groups[0] {
		if h := extend(prefix, ending); h != out[0] {
			out = append(out, h)
		}
	}
	return out
}
