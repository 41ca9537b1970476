package timeline

import (
	"maps"
	"strings"

	"gopkg.in/yaml.v3"
)

// A formSet is what a word can be of a verb: the columns of the table "verbs"
// of acts.yaml, and the infinitive.
type formSet uint8

const (
	present formSet = 1 << iota
	past
	future
	conditional
	participle
	gerund
	infinitive
	finite = present | past | future | conditional
)

// A verb is one lemma.
type verb struct {
	infinitive   string
	participle   string // the form that agrees with nothing: "signé"
	singular     string // third person of the present
	plural       string
	noun         string // of the act, for titles: "signature"
	reporting    bool
	impersonal   bool
	personal     bool // is done to persons: "libéré"
	gathers      bool // tells, as a participle, how what the verb tells was done: "réuni"
	expects      bool // says, as a participle, what was to come: "prévu"
	aspect       bool // what an act does and no place: "commencer"
	intransitive bool // may stand without an object
	occurs       bool // says only that it happened: "survenu"
	marks        bool // "Monday marks the anniversary"
	dates        bool // tells how old a thing is: "date de 1922"
	states       bool // what is or lasts rather than happens
	schedules    bool // says when something is to be: "fixer au 3 mai"
	publishes    bool // is done with a text: "publier"
	counts       bool // gives a number: "s'élever à"
	alleges      bool // says what somebody is thought to have done: "accuser"
	light        bool // says little of what happened: "faire", "assister à"
	takesPlace   bool // may say only that its subject took place: "se tenir", "avoir lieu"
	kills        bool // of it somebody dies: "assassiner"
	spends       bool // has a stretch of time for its object: "passer la nuit"
	makes        bool // has what it brings for its object: "faire"
	undoes       bool // says what became of what was to be: "annuler"
	takesOf      bool // has "dont" for its own complement: "s'emparer"
	weather      bool // has a subject that stands for nothing: "neiger"
	be, have     bool
}

// actVerbs is what the extraction reads of acts.yaml: the table of forms and
// the patterns whose first word is a verb or an event noun.
type actVerbs struct {
	Verbs map[string]string         `yaml:"verbs"`
	Nouns map[string]string         `yaml:"nouns"`
	Acts  map[string]map[string]any `yaml:"acts"`
	Light string                    `yaml:"light"`
	Aux   map[string]string         `yaml:"auxiliaries"`
}

// conjugate makes the forms of every verb that acts.yaml and text.yaml name,
// by the endings that acts.yaml lists.
func (l *language) conjugate(acts *yaml.Node) error {
	var a actVerbs
	if err := acts.Decode(&a); err != nil {
		return err
	}
	maps.Copy(a.Verbs, l.Conjugations)
	endings := columns(a.Verbs)
	seen := make(map[string]int32, 1024)
	l.verbs = append(l.verbs, verb{}) // 0 is the verb that no list has
	add := func(infinitive string) {
		if _, ok := seen[infinitive]; ok || infinitive == "" {
			return
		}
		seen[infinitive] = int32(len(l.verbs))
		l.verbs = append(l.verbs, verb{infinitive: infinitive, noun: l.Nominals[infinitive]})
		l.inflect(endings, infinitive, seen[infinitive])
	}
	for _, word := range []string{a.Aux["be"], a.Aux["have"]} {
		add(word)
	}
	for _, list := range [][]string{l.Reporting, keys(l.Nominals), l.Verbs, l.Personal, l.Gathering, l.Scheduling, l.Alleging, l.Counting, l.Publishing, strings.Split(a.Light, ",")} {
		for _, word := range list {
			add(strings.TrimSpace(word))
		}
	}
	for _, name := range keys(a.Acts) {
		act := a.Acts[name]
		for _, p := range patterns(act["verbs"]) {
			add(head(p))
		}
		for _, p := range patterns(act["nouns"]) {
			l.eventNoun(p, a.Nouns)
		}
	}
	l.mark(seen, a)
	return nil
}

// mark notes what each verb of the lists is like.
func (l *language) mark(seen map[string]int32, a actVerbs) {
	for _, list := range []struct {
		words []string
		flag  func(*verb) *bool
	}{
		{l.Reporting, func(v *verb) *bool { return &v.reporting }},
		{l.Occurring, func(v *verb) *bool { return &v.occurs }},
		{append(strings.Split(a.Light, ","), l.Attending...), func(v *verb) *bool { return &v.light }},
		{l.Personal, func(v *verb) *bool { return &v.personal }},
		{l.Expecting, func(v *verb) *bool { return &v.expects }},
		{l.Gathering, func(v *verb) *bool { return &v.gathers }},
		{l.Aspects, func(v *verb) *bool { return &v.aspect }},
		{l.Intransitive, func(v *verb) *bool { return &v.intransitive }},
		{l.Dating, func(v *verb) *bool { return &v.dates }},
		{l.Scheduling, func(v *verb) *bool { return &v.schedules }},
		{l.Publishing, func(v *verb) *bool { return &v.publishes }},
		{l.Counting, func(v *verb) *bool { return &v.counts }},
		{l.Alleging, func(v *verb) *bool { return &v.alleges }},
		{l.States, func(v *verb) *bool { return &v.states }},
		{l.Killing, func(v *verb) *bool { return &v.kills }},
		{bareVerbs(l.TakingPlace), func(v *verb) *bool { return &v.takesPlace }},
		{l.Spending, func(v *verb) *bool { return &v.spends }},
		{l.Marking, func(v *verb) *bool { return &v.marks }},
		{l.Impersonal, func(v *verb) *bool { return &v.impersonal }},
		{l.Making, func(v *verb) *bool { return &v.makes }},
		{l.Undoing, func(v *verb) *bool { return &v.undoes }},
		{l.TakingOf, func(v *verb) *bool { return &v.takesOf }},
		{l.Weather.Verbs, func(v *verb) *bool { return &v.weather }},
		{[]string{a.Aux["be"]}, func(v *verb) *bool { return &v.be }},
		{[]string{a.Aux["have"]}, func(v *verb) *bool { return &v.have }},
	} {
		for _, word := range list.words {
			if v, ok := seen[strings.TrimSpace(word)]; ok {
				*list.flag(&l.verbs[v]) = true
			}
		}
	}
}

// bareVerbs gives the verbs of patterns of the list "taking place": of "tenir-se"
// it is "tenir", of "avoir lieu" "avoir".
func bareVerbs(list []string) (out []string) {
	for _, p := range list {
		word, _, _ := strings.Cut(p, " ")
		out = append(out, strings.TrimSuffix(word, "-se"))
	}
	return out
}

// patterns lists the patterns of a section of acts.yaml.
func patterns(section any) []string {
	var out []string
	switch s := section.(type) {
	case string:
		out = strings.Split(s, ",")
	case []any:
		for _, line := range s {
			if t, ok := line.(string); ok {
				out = append(out, strings.Split(t, ",")...)
			}
		}
	}
	return out
}

// head gives the first word of a pattern: "se rendre .. à" is rendre.
func head(pattern string) string {
	pattern = strings.TrimSpace(pattern)
	for _, reflexive := range []string{"se ", "s'", "s’"} {
		pattern = strings.TrimPrefix(pattern, reflexive)
	}
	word, _, _ := strings.Cut(pattern, " ")
	return word
}

// eventNoun notes a noun of acts.yaml as the name of an event; of a pattern of
// several words, the first one alone is none.
func (l *language) eventNoun(pattern string, endings map[string]string) {
	pattern = strings.TrimSpace(pattern)
	word, more, _ := strings.Cut(pattern, " ")
	if more != "" && !strings.HasPrefix(more, ".") || word == "" {
		return
	}
	for n := len(word); n >= 0; n-- {
		table, ok := endings[word[len(word)-n:]]
		if !ok {
			continue
		}
		for _, e := range strings.Fields(table) {
			l.add(word[:len(word)-n] + strings.TrimPrefix(e, "=")).class |= isEvent
		}
		return
	}
	l.add(word).class |= isEvent
}

// columns splits the table of endings: ending → columns → forms.
func columns(table map[string]string) map[string][][]string {
	out := make(map[string][][]string, len(table))
	for ending, forms := range table {
		for _, column := range strings.Split(forms, "|") {
			out[ending] = append(out[ending], strings.Fields(column))
		}
	}
	return out
}

// inflect notes all the forms of a verb; the longest ending that fits counts.
func (l *language) inflect(endings map[string][][]string, word string, id int32) {
	note := func(key uint64, as formSet) {
		f := l.entry(key)
		if f.form == 0 {
			f.verb = id
		}
		f.form |= as
	}
	v := &l.verbs[id]
	for n := len(word); n >= 0; n-- {
		table, ok := endings[word[len(word)-n:]]
		if !ok {
			continue
		}
		stem := word[:len(word)-n]
		key := hashTerm(stem)
		for column, forms := range table {
			for i, e := range forms {
				if column == 0 && i > 1 && e == "es" && !l.AmbiguousPresent { // "tu visites": news has the plural "visites"
					continue
				}
				e = strings.TrimPrefix(e, "=")
				note(hashMore(key, e), 1<<column)
				switch {
				case column == 0 && i == 0:
					v.singular = stem + e
					v.plural = v.singular
				case column == 0 && i == 1:
					v.plural = stem + e
				case column == 4 && i == 0:
					v.participle = stem + e
				}
			}
		}
		break
	}
	note(hashTerm(word), infinitive)
}
