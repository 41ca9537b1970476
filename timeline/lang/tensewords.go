package lang

import "slices"

// tenseFile is the tense section of a pack.
type tenseFile struct {
	Past       []string          `yaml:"past"`
	Future     []string          `yaml:"future"`
	Present    []string          `yaml:"present"`
	Auxiliary  []string          `yaml:"auxiliary"`
	Be         []string          `yaml:"be"`
	Clause     []string          `yaml:"clause"`     // words that begin another clause
	Participle []string          `yaml:"participle"` // endings of past participles
	Endings    map[string]string `yaml:"endings"`    // of other verbs: ending → past or future
	Except     []string          `yaml:"except"`     // words with such an ending that are no verbs

	Conditional  []string `yaml:"conditional"`
	Agenda       []string `yaml:"agenda"`
	Intent       []string `yaml:"intent"`
	Back         []string `yaml:"back"`            // prepositions that look back: depuis
	Ahead        []string `yaml:"ahead"`           // prepositions that look to the future
	Bare         []string `yaml:"bare"`            // endings of participles that need no auxiliary before them
	Infinitive   []string `yaml:"infinitive"`      // endings of infinitives
	Determiners  []string `yaml:"determiners"`     // words before nouns
	Adverbs      []string `yaml:"adverbs"`         // endings of adverbs
	ToInf        []string `yaml:"to_infinitive"`   // words before an infinitive
	Light        []string `yaml:"light"`           // nouns that make one verb with it: "entrer en vigueur"
	HaveDone     []string `yaml:"have_done"`       // auxiliaries that are past but no finite verbs: "après avoir signé"
	BePresent    []string `yaml:"be_present"`      // present forms of "be", with which a summons is to come: "sont convoqués"
	Irregular    []string `yaml:"participles"`     // past participles that are also other words, or too short for an ending
	Perfect      []string `yaml:"perfect"`         // auxiliaries of the tense that tells from now on, not from the story: "a signé"
	Plural       []string `yaml:"agenda_plural"`   // the like of agenda after a plural, else infinitives and nouns: "polls open"
	Eager        []string `yaml:"eager"`           // prepositions whose date is to come, whatever the verb: "ahead of"
	Condition    []string `yaml:"condition"`       // conjunctions whose present tense is to come: "if it passes Thursday"
	BeforeTo     []string `yaml:"before_to"`       // words that look ahead before one of to_infinitive only: "set to open"
	Unsure       []string `yaml:"unsure"`          // endings of futures that are also told from the past: "viendrait", "devait"
	States       []string `yaml:"states"`          // participles that are adjectives without an auxiliary: "fermé"
	Prepositions []string `yaml:"prepositions"`    // words of clause that before a determiner begin none: "après une matinée"
	Waiting      []string `yaml:"waiting"`         // participles that look ahead, but not after "have": "est attendu", "a attendu"
	Have         []string `yaml:"have"`            // forms of that "have"
	Moved        []string `yaml:"moved"`           // participles of what is put off or set: to come if "to" stands before the date
	Onto         []string `yaml:"onto"`            // that "to": "reporté au 4 mai"
	Cleft        []string `yaml:"cleft"`           // words after the date that begin no other clause: "c'est mardi que"
	Passive      []string `yaml:"passive"`         // words that leave the tense of a participle after them to what stands before: "will be signed"
	Relatives    []string `yaml:"relatives"`       // pronouns that open a relative clause
	InfMark      []string `yaml:"infinitive_mark"` // the word that makes an infinitive, where no ending does: "to"
	Subjects     []string `yaml:"plural_subjects"` // pronouns that a verb in the plural may follow, so that one of agenda_plural is no noun
	ShortOf      []string `yaml:"short_of"`        // words before an amount of time that is left until a date: "à deux mois du scrutin du 3 mai"
	Pluperfect   []string `yaml:"pluperfect"`      // auxiliaries of the tense that tells what came before the story: "had signed"
}

// A compound is written in several tokens with no space between, and says what
// none of them does: "won't" is no past, nor is "called" in "so-called".
type compound struct {
	words []uint16
	cue   cue
}

func (p *Pack) compound(words []uint16, c cue) compound {
	for _, id := range words {
		p.vocab.entries[id].compound = true
	}
	return compound{words, c}
}

// compound gives what the compound says that token k is of.
func (f *Finder) compound(k int) (c cue, ok bool) {
	for _, whole := range f.pack.tense.compounds {
		for at, id := range whole.words {
			if id == f.tokens[k].Word && f.spells(k-at, whole.words) {
				return whole.cue, true
			}
		}
	}
	return noCue, false
}

// spells tells whether the words stand from token k on, with no space between.
func (f *Finder) spells(k int, words []uint16) bool {
	if k < 0 || k+len(words) > len(f.tokens) {
		return false
	}
	for at, id := range words {
		if t := &f.tokens[k+at]; t.Word != id || at > 0 && t.Flags&SpaceBefore != 0 {
			return false
		}
	}
	return true
}

type tenses struct {
	compounds      []compound
	clause         wordSet
	participles    *Endings
	past           *Endings
	future         *Endings
	except         wordSet
	ahead          wordSet
	back           wordSet
	determiners    wordSet
	irregular      wordSet
	light          wordSet
	toInfinitive   wordSet
	adverbs        *Endings
	present        wordSet
	passive        wordSet
	moved          wordSet
	prepositions   wordSet
	waiting        wordSet
	have           wordSet
	states         wordSet
	unsure         *Endings
	onto           wordSet
	cleft          wordSet
	perfect        wordSet
	haveDone       wordSet
	pluperfect     wordSet
	eager          wordSet
	shortOf        wordSet
	relatives      wordSet
	condition      wordSet
	bare           *Endings
	infinitives    *Endings
	infinitiveMark wordSet
	pluralSubjects wordSet
}

func (p *Pack) loadTense(file tenseFile) tenses {
	var compounds []compound
	for _, list := range []struct {
		cue   cue
		words []string
	}{{cueIntent, file.Intent}, {cueAgenda, file.Agenda}, {cuePresent, file.Present}, {cueAuxiliary, file.Auxiliary},
		{cueBe, file.Be}, {cueBeforeTo, file.BeforeTo}, {cuePlural, file.Plural}, {cueConditional, file.Conditional}, {cuePast, file.Past}, {cueFuture, file.Future}} {
		for _, w := range list.words {
			switch ids := p.ids(w); len(ids) {
			case 0:
			case 1:
				p.vocab.entries[ids[0]].tense = list.cue
			default:
				compounds = append(compounds, p.compound(ids, list.cue))
			}
		}
	}
	except := slices.DeleteFunc(file.Except, func(w string) bool {
		ids := p.ids(w)
		if len(ids) > 1 {
			compounds = append(compounds, p.compound(ids, noCue))
		}
		return len(ids) > 1
	})
	t := tenses{compounds: compounds, clause: p.set(file.Clause), except: p.set(except), participles: NewEndings(file.Participle),
		ahead: p.set(file.Ahead), back: p.set(file.Back), determiners: p.set(file.Determiners), irregular: p.set(file.Irregular),
		light: p.set(file.Light), toInfinitive: p.set(file.ToInf), adverbs: NewEndings(file.Adverbs), present: p.set(file.BePresent),
		prepositions: p.set(file.Prepositions), waiting: p.set(file.Waiting), have: p.set(file.Have), moved: p.set(file.Moved), states: p.set(file.States), unsure: NewEndings(file.Unsure), onto: p.set(file.Onto), cleft: p.set(file.Cleft),
		haveDone: p.set(file.HaveDone), passive: p.set(file.Passive), perfect: p.set(file.Perfect), pluperfect: p.set(file.Pluperfect), eager: p.set(file.Eager), shortOf: p.set(file.ShortOf), relatives: p.set(file.Relatives), condition: p.set(file.Condition), bare: NewEndings(file.Bare), infinitives: NewEndings(file.Infinitive),
		infinitiveMark: p.set(file.InfMark), pluralSubjects: p.set(file.Subjects)}
	var future, past []string
	for ending, c := range file.Endings {
		if c == "future" {
			future = append(future, ending)
		} else {
			past = append(past, ending)
		}
	}
	t.future, t.past = NewEndings(future), NewEndings(past)
	return t
}
