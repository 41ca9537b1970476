// Package lang finds temporal expressions in text. A language is a pack: one
// folder of data (words, rules, a corpus of examples) that a linguist can
// edit; this package compiles packs and runs them over texts.
package lang

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Pack is a compiled language. It is read-only and may be shared.
type Pack struct {
	Code string // BCP 47 ("fr")
	Name string // in the language itself ("français")

	vocab      *vocabulary
	macros     map[string]string
	compiled   map[string][]instr  // of the macros, while rules are compiled
	literals   map[string][]uint16 // entries of words in patterns, while rules are compiled
	naming     bool                // the rules being compiled are names of feasts
	rules      []rule
	beginWord  [][]uint16 // the rules that begin with a word, by its entry
	beginClass [classCount][]uint16
	traits     []trait   // of the entries
	strange    uint32    // the first symbol after those of the pack's words and marks
	automata   sync.Pool // of *automaton

	and            uint16
	ordinalEndings wordSet
	decimal        int32
	thousands      int32
	spaceGroups    bool
	vigesimal      bool
	ordinalDays    bool
	hyphenOrdinals bool
	idiomDays      map[int]int // days that are said for a number of weeks: 15 → 14
	refIsTime      bool
	shortTimes     bool // a time of a day that nobody knows is written T12:00, not XXXX-XX-XXT12:00
	personEndings  *Endings
	noPerson       wordSet
	ofAge          wordSet
	smallNames     bool // months and weekdays are written in small letters
	tense          tenses
	ranges         wordSet
	rangeOpen      wordSet
	between        wordSet // the openings that "and" can answer
	rangePlain     wordSet // links that need no opening
	articles       wordSet
	clockUnits     wordSet // after the digits of a clock time
	gameWords      wordSet // words of matches, whose quarters are none of a year
	clockWords     wordSet // between a clock time and its day: "local time on"
	Labels         Labels
}

// Labels are the words with which a timeline's dates are written for readers.
type Labels struct {
	Months  []string          `yaml:"months"`
	Seasons []string          `yaml:"seasons"`
	Parts   []string          `yaml:"parts"`
	Forms   map[string]string `yaml:"forms"`
}

// packFile is the shape of a pack's YAML.
type packFile struct {
	Code    string `yaml:"code"`
	Name    string `yaml:"name"`
	Numbers struct {
		Decimal     string         `yaml:"decimal"`
		Thousands   string         `yaml:"thousands"`
		SpaceGroups bool           `yaml:"space_groups"`
		Vigesimal   bool           `yaml:"vigesimal"`
		OrdinalDays bool           `yaml:"ordinal_days"`
		HyphenOrd   bool           `yaml:"hyphen_ordinals"`
		IdiomDays   map[int]int    `yaml:"idiom_days"`
		And         string         `yaml:"and"`
		Words       map[string]int `yaml:"words"`
		Vague       []string       `yaml:"vague"`
		Ordinals    map[string]int `yaml:"ordinals"`
		Endings     []string       `yaml:"ordinal_endings"`
		Collective  map[string]int `yaml:"collective"`
	} `yaml:"numbers"`
	Words struct {
		Month   map[string]int    `yaml:"month"`
		Weekday map[string]int    `yaml:"weekday"`
		Unit    map[string]string `yaml:"unit"`
		Season  map[string]int    `yaml:"season"`
		Part    map[string]string `yaml:"part"`
		Zone    map[string]int    `yaml:"zone"` // hours from UTC
		Other   map[string]int    `yaml:"other_month"`
		Measure []string          `yaml:"measure"`
		Before  []string          `yaml:"names_number"`
		Hours   []string          `yaml:"hours"` // after the digits of a clock time: h, heures
		Game    []string          `yaml:"game"`  // words of matches, whose quarters are none of a year
		Clock   []string          `yaml:"clock"` // "local time", between a clock time and its day
	} `yaml:"words"`
	References    string              `yaml:"references"`
	SmallNames    bool                `yaml:"small_names"`
	OpenTimes     string              `yaml:"open_times"`
	Function      []string            `yaml:"function"`
	Articles      []string            `yaml:"articles"` // words that open a noun phrase, possessives included
	People        peopleFile          `yaml:"people"`
	Abbreviations []string            `yaml:"abbreviations"`
	Tense         tenseFile           `yaml:"tense"`
	Ranges        rangeFile           `yaml:"ranges"`
	Labels        Labels              `yaml:"labels"`
	Macros        yaml.Node           `yaml:"macros"`
	Rules         map[string]ruleList `yaml:"rules"`
}

// peopleFile tells nouns for people by their endings, so that "an engineer of 41
// years" gives an age and no duration.
type peopleFile struct {
	Endings []string `yaml:"endings"`
	Except  []string `yaml:"except"` // with such an ending, but no people
	Of      []string `yaml:"of"`     // the preposition between noun and age
}

type rangeFile struct {
	Open    []string `yaml:"open"`
	Link    []string `yaml:"link"`
	Between []string `yaml:"between"`
	Plain   []string `yaml:"plain"`
}

type ruleList []yaml.Node

// Load compiles a pack; name is what its errors call the file ("fr.yaml").
// Errors read "fr.yaml:27: what is wrong".
func Load(data []byte, name string) (*Pack, error) {
	var file packFile
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&file); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	p := &Pack{Code: file.Code, Name: file.Name, vocab: newVocabulary(4096), macros: map[string]string{}, compiled: map[string][]instr{}, literals: map[string][]uint16{}, Labels: file.Labels}
	if err := p.words(&file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i := 0; i+1 < len(file.Macros.Content); i += 2 {
		p.macros[file.Macros.Content[i].Value] = file.Macros.Content[i+1].Value
	}
	if err := p.loadRules(file.Rules, name); err != nil {
		return nil, err
	}
	p.tense = p.loadTense(file.Tense)
	p.vocab.addBare()
	p.vocab.seal()
	p.index()
	p.compiled, p.literals = nil, nil
	return p, nil
}

func (p *Pack) words(file *packFile) error {
	n := file.Numbers
	one := func(s string) int32 {
		for _, r := range s {
			return r
		}
		return -1
	}
	p.decimal, p.thousands, p.spaceGroups = one(n.Decimal), one(n.Thousands), n.SpaceGroups
	p.vigesimal, p.ordinalDays, p.hyphenOrdinals, p.idiomDays = n.Vigesimal, n.OrdinalDays, n.HyphenOrd, n.IdiomDays
	p.personEndings, p.noPerson, p.ofAge = NewEndings(file.People.Endings), p.set(file.People.Except), p.set(file.People.Of)
	p.refIsTime, p.smallNames, p.shortTimes = file.References == "TIME", file.SmallNames, file.OpenTimes == "short"
	if n.And != "" {
		p.and = p.vocab.add(n.And)
	}
	p.ordinalEndings = p.set(n.Endings)
	p.gameWords = p.set(file.Words.Game)
	p.articles, p.clockWords, p.clockUnits = p.set(file.Articles), p.set(file.Words.Clock), p.set(file.Words.Hours)
	p.rangePlain = p.set(file.Ranges.Plain)
	p.ranges, p.rangeOpen, p.between = p.set(file.Ranges.Link), p.set(file.Ranges.Open), p.set(file.Ranges.Between)
	for _, w := range words(n.Words) {
		v := n.Words[w]
		classes := []Class{classN}
		if v >= 1 && v <= 31 {
			classes = append(classes, classDay)
		}
		if v <= 24 {
			classes = append(classes, classHour)
		}
		if v >= 10 || v == 2 { // "two thousand ten", "deux mille dix"
			classes = append(classes, classYear)
		}
		if v >= 10 && v < 100 {
			classes = append(classes, classDecade)
		}
		if p.hyphenOrdinals {
			classes = append(classes, classOrd)
		}
		p.word(w, int32(v), false, classes...)
		if p.vigesimal { // the first word of "dix-neuvième", "quatre-vingt-dix"; alone it is neither
			p.word(w, 0, false, classOrd, classDecade, classMinute)
		}
	}
	for _, w := range n.Vague {
		p.word(w, 0, true, classN)
	}
	for _, w := range words(n.Ordinals) {
		v := n.Ordinals[w]
		p.word(w, int32(v), false, classOrd, classDay)
	}
	for _, w := range words(n.Collective) {
		v := n.Collective[w]
		p.word(w, int32(v), false, classColl)
	}
	for _, m := range []struct {
		class Class
		words map[string]int
	}{{classMonth, file.Words.Month}, {classWeekday, file.Words.Weekday}, {classSeason, file.Words.Season}, {classZone, file.Words.Zone}, {classOtherMonth, file.Words.Other}} {
		for _, w := range words(m.words) {
			v := m.words[w]
			p.word(w, int32(v), false, m.class)
		}
	}
	for _, w := range words(file.Words.Unit) {
		u := file.Words.Unit[w]
		g, ok := tempo.ParseGrain(u)
		if !ok {
			return fmt.Errorf("unit %q: no grain %q", w, u)
		}
		p.word(w, int32(g), false, classUnit)
	}
	for _, w := range words(file.Words.Part) {
		u := file.Words.Part[w]
		v, ok := partNames[u]
		if !ok {
			return fmt.Errorf("part of day %q: no part %q", w, u)
		}
		p.word(w, int32(v), false, classPart)
	}
	for _, w := range file.Words.Measure {
		for _, id := range p.ids(w) {
			p.vocab.entries[id].measure = true
		}
	}
	for _, w := range file.Words.Before {
		for _, id := range p.ids(w) {
			p.vocab.entries[id].before = true
		}
	}
	for _, w := range file.Function {
		for _, id := range p.ids(w) {
			p.vocab.entries[id].func_ = true
		}
	}
	for _, w := range file.Abbreviations {
		p.vocab.entries[p.vocab.add(strings.TrimSuffix(w, "."))].abbrev = true
	}
	return nil
}

// words lists the words of a table in order, so that every run numbers them alike
// and takes the same time.
func words[V any](table map[string]V) []string { return slices.Sorted(maps.Keys(table)) }

var partNames = map[string]int{"morning": tempo.Morning, "midday": tempo.Midday, "afternoon": tempo.Afternoon,
	"evening": tempo.Evening, "night": tempo.Night, "daytime": tempo.Daytime}

// word gives a word a value in classes. A full stop at its end marks an
// abbreviation that means this only with its stop ("sept."); a "~" a word that
// is also another and means this only where more is said ("may~" in "in May"),
// "~." an abbreviation of that kind, its stop optional ("sun~.").
func (p *Pack) word(w string, n int32, vague bool, classes ...Class) {
	bare := strings.TrimSuffix(w, ".")
	weak := strings.HasSuffix(bare, "~")
	dotOnly := bare != w && !weak
	abbreviation := bare != w
	bare = strings.TrimSuffix(bare, "~")
	id := p.vocab.add(bare)
	e := &p.vocab.entries[id]
	if abbreviation {
		e.abbrev = true
	}
	for _, c := range classes {
		if _, twice := e.value(c); twice {
			continue
		}
		e.values = append(e.values, value{class: c, n: n, vague: vague, dotOnly: dotOnly, weak: weak})
		e.mask |= c.bit()
	}
}

func (p *Pack) ids(words string) (ids []uint16) {
	for _, w := range cut(words) {
		ids = append(ids, p.vocab.add(w))
	}
	return ids
}

func (p *Pack) set(words []string) (s wordSet) {
	for _, w := range words {
		for _, id := range p.ids(w) {
			s.add(id)
		}
	}
	return s
}

func (p *Pack) loadRules(rules map[string]ruleList, file string) error {
	total := 0
	for _, list := range rules {
		total += len(list)
	}
	p.rules = make([]rule, 0, total)
	var room []instr
	for _, name := range words(rules) {
		list := rules[name]
		mean, ok := meanings[name]
		if !ok {
			line := 0
			if len(list) > 0 {
				line = list[0].Line
			}
			return fmt.Errorf("%s:%d: no meaning %q; there are %s", file, line, name, strings.Join(meaningNames(), ", "))
		}
		p.naming = name == "feast"
		for _, node := range list {
			pattern, rest, _ := strings.Cut(node.Value, " = ")
			a, err := parseArgs(rest)
			if err != nil {
				return fmt.Errorf("%s:%d: %w", file, node.Line, err)
			}
			if room, err = p.compile(pattern, room); err != nil {
				return fmt.Errorf("%s:%d: in %q: %w", file, node.Line, pattern, err)
			}
			p.rules = append(p.rules, rule{meaning: name, mean: mean, pattern: pattern, line: node.Line, args: a, prog: slices.Clone(room)})
		}
	}
	sort.Slice(p.rules, func(i, j int) bool { return p.rules[i].line < p.rules[j].line })
	return nil
}

func meaningNames() (names []string) {
	for n := range meanings {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}
