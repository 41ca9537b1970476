package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// What a function word does; the names of section "words" of acts.yaml, in order.
const (
	isArticle   = 1 << iota
	isAdjective // before the noun: "nouveau traité"
	isDefinite
	isPreposition
	isOf
	isLocative
	isDative
	isAgent
	isAgainst
	isWith
	isBetween
	isAttribution
	isBackground
	isOccasion
	isSubordinate
	isRelative
	isConjunction
	isNegation
	isNegative
	isReflexive
	isPronoun
	isInfinitiveMark
	isFuture
	isPossible
	isPlacer // "la ville de": a name after it is a place
	isMedium // "la presse russe": a demonym beside it is no actor
	isHome   // "le gouvernement": of the state that the text is about, where none is named
	isDone   // a form by which what hangs on it was done: "a dû", "put"
	isLater  // the future as the past saw it: "would"
	isNoMore // what it negates was so before: "plus"
	isVictim // "victime d'une attaque": its subject is whom the act befalls
	isGiver  // "une aide à": a name after it is a receiver; from section "givers"
)

var wordClasses = [...]string{
	"article", "adjective", "definite", "preposition", "of", "locative", "dative", "agent", "against", "with", "between", "attribution",
	"background", "occasion", "subordinate", "relative", "conjunction", "negation", "negative", "reflexive", "pronoun",
	"infinitive-mark", "future", "possible", "placer", "medium", "home", "done",
	"later", "no-more", "victim",
}

// What a verb form says; the columns of section "verbs", and the infinitive.
const (
	formPresent = 1 << iota
	formPast
	formFuture
	formConditional
	formParticiple
	formGerund
	formInfinitive
	formFinite = formPresent | formPast | formFuture | formConditional
)

// A form is a word of acts.yaml, as text has it.
type form struct {
	classes uint32
	verb    int32  // its lemma as a verb, -1 for none
	noun    int32  // its lemma as a noun, -1 for none
	sets    uint32 // the sets of words that it is in
	as      uint8  // the forms of the verb that it can be
	status  uint8  // of the noun beside it, as an adjective
	thing   bool   // "la compagnie": a name after it is no person's; of section "words" too
}

// A lemma is a verb or noun with the rules that it heads.
type lemma struct {
	rules    []rule
	status   uint8 // what it makes of an act that depends on it
	with     uint8 // and before its particle: "call off"
	particle uint64
	giver    bool // what follows "to" is a receiver
	moves    bool // a verb whose "be" makes a past tense, no passive: "est parvenu"
	proper   bool // a noun that is a name: "Brexit"
	achieves bool // a verb by which what hangs on it is done: "parvenir à signer"
	epoch    bool // a noun of what lasts so long that other things happen in it: "durant la guerre"
	bears    bool // a verb whose subject the act befalls: "subir une attaque"
	doer     bool // a noun whose "of" tells who does it: "l'attaque du Hamas"
}

var statuses = [...]Status{Happened, Planned, Denied, Cancelled, Threatened, Possible}

const (
	statusPlanned = iota + 1
	statusDenied
	statusCancelled
	statusThreatened
	statusPossible
)

func (b *builder) actSections() []section {
	return []section{
		{"language", true, b.language},
		{"adjectives", false, b.adjectives},
		{"verbs", true, b.inflections(&b.verbs, 6)},
		{"nouns", true, b.inflections(&b.nouns, 1)},
		{"words", true, b.functionWords},
		{"auxiliaries", true, b.auxiliaries},
		{"light", false, b.light},
		{"givers", false, b.givers},
		{"sets", false, b.sets},
		{"moves", false, b.flagged(func(l *lemma) { l.moves = true })},
		{"doers", false, b.doers},
		{"achieving", false, b.flagged(func(l *lemma) { l.achieves = true })},
		{"bearers", false, b.flagged(func(l *lemma) { l.bears = true })},
		{"epochs", false, b.epochs},
		{"acts", true, b.acts},
		{"none", false, func(n *yaml.Node) error { return b.patterns(n, noAct) }},
		{"status", true, b.status},
		{"endings", false, b.endings},
	}
}

func (b *builder) adjectives(n *yaml.Node) error {
	if n.Value != "first" && n.Value != "last" {
		return b.errorf(n, "adjectives are \"first\" or \"last\", not %q", n.Value)
	}
	b.l.adjFirst = n.Value == "first"
	return nil
}

func (b *builder) functionWords(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		if k.Value == "thing" {
			return b.items(v, func(_ *yaml.Node, item string) error {
				b.formAt(scanWord(item, 0).exact).thing = true
				return nil
			})
		}
		for i, name := range wordClasses {
			if name == k.Value {
				return b.items(v, func(_ *yaml.Node, item string) error {
					b.formAt(scanWord(item, 0).exact).classes |= 1 << i
					return nil
				})
			}
		}
		return b.errorf(k, "unknown class of words %q: the classes are %s", k.Value, strings.Join(wordClasses[:], ", "))
	})
}

func (b *builder) auxiliaries(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		id, err := b.verb(v, v.Value)
		switch k.Value {
		case "have":
			b.l.have = id
		case "be":
			b.l.be = id
		case "make":
			b.l.make = id
		default:
			return b.errorf(k, "unknown auxiliary %q: there are \"have\", \"be\" and \"make\"", k.Value)
		}
		return err
	})
}

func (b *builder) light(n *yaml.Node) error {
	return b.items(n, func(n *yaml.Node, item string) error {
		_, err := b.verb(n, item)
		return err
	})
}

func (b *builder) givers(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		return b.items(v, func(n *yaml.Node, item string) error {
			if k.Value == "nouns" {
				for _, h := range b.exact(item) {
					b.formAt(h).classes |= isGiver
				}
				return nil
			}
			id, err := b.verb(n, item)
			if err == nil {
				b.l.lemmas[id].giver = true
			}
			return err
		})
	})
}

// flagged reads verbs that share a property.
func (b *builder) flagged(flag func(*lemma)) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return b.items(n, func(n *yaml.Node, item string) error {
			id, err := b.verb(n, item)
			if err == nil {
				flag(&b.l.lemmas[id])
			}
			return err
		})
	}
}

func (b *builder) epochs(n *yaml.Node) error {
	return b.items(n, func(_ *yaml.Node, item string) error {
		b.l.lemmas[b.noun(item)].epoch = true
		return nil
	})
}

func (b *builder) doers(n *yaml.Node) error {
	return b.items(n, func(_ *yaml.Node, item string) error {
		b.l.lemmas[b.noun(item)].doer = true
		return nil
	})
}

func (b *builder) acts(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		for i, t := range types {
			if i > 0 && t == k.Value {
				return b.patterns(v, uint8(i))
			}
		}
		return b.errorf(k, "%q is none of PLOVER's types: %s", k.Value, strings.Join(types[1:], ", "))
	})
}

func (b *builder) status(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		for i, s := range statuses {
			if i == 0 || string(s) != k.Value {
				continue
			}
			return b.pairs(v, func(k, v *yaml.Node) error {
				return b.items(v, func(n *yaml.Node, item string) error {
					if k.Value == "words" {
						for _, h := range b.exact(item) {
							b.formAt(h).status = uint8(i)
						}
						return nil
					}
					item = strings.TrimPrefix(strings.TrimPrefix(item, "se "), "s'")
					verb, particle, phrasal := strings.Cut(item, " ")
					id, err := b.verb(n, verb)
					if err == nil && phrasal {
						b.l.lemmas[id].particle, b.l.lemmas[id].with = scanWord(particle, 0).exact, uint8(i)
					} else if err == nil && b.l.lemmas[id].status == 0 {
						b.l.lemmas[id].status = uint8(i)
					}
					return err
				})
			})
		}
		return b.errorf(k, "unknown status %q: planned, denied, cancelled, threatened or possible", k.Value)
	})
}

// endings reads by which endings a verb that no list has is in the future or the conditional.
func (b *builder) endings(n *yaml.Node) error {
	return b.pairs(n, func(k, v *yaml.Node) error {
		if k.Value != "future" && k.Value != "conditional" {
			return b.errorf(k, "unknown endings %q: there are \"future\" and \"conditional\"", k.Value)
		}
		return b.items(v, func(_ *yaml.Node, item string) error {
			e := ending{item, statusPlanned}
			if k.Value == "conditional" {
				e.status = statusPossible
			}
			b.l.endings = append(b.l.endings, e)
			return nil
		})
	})
}

// statusAt gives what the verb at token j makes of an act that depends on it, a particle after it taken with it.
func (s *scratch) statusAt(j int) uint8 {
	le := &s.l.lemmas[s.tokens[j].form.verb]
	if le.particle != 0 && j+1 < len(s.tokens) && s.tokens[j+1].exact == le.particle {
		return le.with
	}
	return le.status
}

// formAt gives the entry of a word's hash, made where it is new. The pointer holds until the next call.
func (b *builder) formAt(h uint64) *form {
	slot := b.l.words.at(h)
	if slot.form == 0 {
		slot.form = int32(len(b.l.forms))
		b.l.forms = append(b.l.forms, form{verb: -1, noun: -1})
	}
	return &b.l.forms[slot.form]
}

// verb gives the lemma of an infinitive, inflected at its first call.
func (b *builder) verb(n *yaml.Node, infinitive string) (int32, error) {
	id, ok := b.lemmaOf[infinitive]
	if ok {
		return id, nil
	}
	stem, inf := b.verbs.find(infinitive)
	if inf == nil {
		return 0, b.errorf(n, "verb %q ends in none of the endings of section \"verbs\"", infinitive)
	}
	id = int32(len(b.l.lemmas))
	b.l.lemmas = append(b.l.lemmas, lemma{})
	b.lemmaOf[infinitive] = id
	b.verbForm(scanWord(infinitive, 0).exact, id, formInfinitive)
	prefix := scanWord(stem, 0).exact
	for i, group := range inf.groups {
		for _, ending := range group {
			b.verbForm(extend(prefix, ending), id, 1<<i)
		}
	}
	return id, nil
}

func (b *builder) verbForm(h uint64, id int32, as uint8) {
	f := b.formAt(h)
	if f.verb < 0 {
		f.verb = id
	}
	if f.verb == id {
		f.as |= as
	}
}

// extend goes on hashing where a stem ended, so that no form is ever written out.
func extend(h uint64, ending string) uint64 {
	for _, r := range ending {
		h = (h ^ uint64(r)) * hashPrime
	}
	return h
}

// noun gives the lemma of a singular, inflected at its first call.
func (b *builder) noun(singular string) int32 {
	key := singular + " n"
	id, ok := b.lemmaOf[key]
	if ok {
		return id
	}
	id = int32(len(b.l.lemmas))
	first, _ := utf8.DecodeRuneInString(singular)
	b.l.lemmas = append(b.l.lemmas, lemma{proper: unicode.IsUpper(first)})
	b.lemmaOf[key] = id
	for _, h := range b.exact(singular) {
		if f := b.formAt(h); f.noun < 0 {
			f.noun = id
		} else {
			b.shared = append(b.shared, [2]int32{f.noun, id})
		}
	}
	return id
}

// share gives a noun's rules to the one that has its form too: a pattern with the plural for its
// head ("sanctions relief") stands beside those of the singular, whichever comes first. Then it puts
// the rules that ask for most first.
func (b *builder) share() {
	for _, pair := range b.shared {
		owner, other := &b.l.lemmas[pair[0]], &b.l.lemmas[pair[1]]
		owner.rules = append(slices.Clip(owner.rules), other.rules...)
	}
	for i := range b.l.lemmas {
		slices.SortStableFunc(b.l.lemmas[i].rules, func(x, y rule) int { return y.size() - x.size() })
	}
}
