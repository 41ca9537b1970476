package timeline

import (
	"maps"
	"slices"

	"github.com/frise-timeline/frise/timeline/lang"
)

// wordList is the shape of a language's text.yaml.
type wordList struct {
	Boilerplate       []string            `yaml:"boilerplate"`
	Caption           []string            `yaml:"caption"`
	Determiners       []string            `yaml:"determiners"`
	Definite          []string            `yaml:"definite"`
	Demonstratives    map[string]string   `yaml:"demonstratives"`
	Possessives       map[string]string   `yaml:"possessives"`
	Plural            []string            `yaml:"plural"`
	Feminine          []string            `yaml:"feminine"`
	Masculine         []string            `yaml:"masculine"`
	Subjects          []string            `yaml:"subjects"`
	DanglingSubjects  []string            `yaml:"dangling subjects"`
	Clitics           []string            `yaml:"clitics"`
	Reflexives        []string            `yaml:"reflexives"`
	AdverbialPronouns []string            `yaml:"adverbial pronouns"`
	Generic           []string            `yaml:"generic"`
	FirstPerson       []string            `yaml:"first person"`
	Sequel            []string            `yaml:"sequel"`
	CompoundEnds      []string            `yaml:"compound ends"`
	DanglingAdverbs   []string            `yaml:"dangling adverbs"`
	Lasting           []string            `yaml:"lasting"`
	Occurring         []string            `yaml:"occurring"`
	Attending         []string            `yaml:"attending"`
	Personal          []string            `yaml:"personal"`
	Gathering         []string            `yaml:"gathering"`
	Near              []string            `yaml:"near"`
	Intransitive      []string            `yaml:"intransitive"`
	Aspects           []string            `yaml:"aspects"`
	Whole             []string            `yaml:"whole"`
	CompassVerbs      []string            `yaml:"compass verbs"`
	PersonalRelatives []string            `yaml:"personal relatives"`
	Expecting         []string            `yaml:"expecting"`
	Parties           []string            `yaml:"parties"`
	During            []string            `yaml:"during"`
	DateNouns         []string            `yaml:"date nouns"`
	Negations         []string            `yaml:"negations"`
	Prepositions      []string            `yaml:"prepositions"`
	Of                []string            `yaml:"of"`
	Agents            []string            `yaml:"agents"`
	Contractions      map[string]string   `yaml:"contractions"`
	Elision           []string            `yaml:"elision"`
	Indefinite        []string            `yaml:"indefinite"`
	OfWord            string              `yaml:"of word"`
	ToWord            string              `yaml:"to word"`
	AndWord           string              `yaml:"and word"`
	Subordinators     []string            `yaml:"subordinators"`
	Compound          []string            `yaml:"compound subordinators"`
	Complementizers   []string            `yaml:"complementizers"`
	Relatives         map[string]string   `yaml:"relatives"`
	As                string              `yaml:"as"`
	Places            []string            `yaml:"places"`
	Conjunctions      []string            `yaml:"conjunctions"`
	Joining           []string            `yaml:"joining"`
	Adverbs           []string            `yaml:"adverbs"`
	Droppable         []string            `yaml:"droppable"`
	Adjectives        []string            `yaml:"adjectives"`
	TimePrepositions  []string            `yaml:"time prepositions"`
	Nouns             []string            `yaml:"nouns"`
	Vague             []string            `yaml:"vague"`
	Bounds            []string            `yaml:"bounds"`
	Events            []string            `yaml:"events"`
	Reporting         []string            `yaml:"reporting"`
	Attribution       []string            `yaml:"attribution"`
	Modals            []string            `yaml:"modals"`
	InfinitiveEndings []string            `yaml:"infinitive endings"` // of verbs that no list has
	InfinitiveMark    string              `yaml:"infinitive mark"`
	Dangling          []string            `yaml:"dangling"`
	DateWords         []string            `yaml:"date words"`
	Endings           []string            `yaml:"endings"`
	ParticipleEndings []string            `yaml:"participle endings"`
	States            []string            `yaml:"states"`
	Neuter            []string            `yaml:"neuter"`
	Dating            []string            `yaml:"dating"`
	Scheduling        []string            `yaml:"scheduling"`
	Alleging          []string            `yaml:"alleging"`
	Counting          []string            `yaml:"counting"`
	Within            []string            `yaml:"within"`
	When              []string            `yaml:"when"`
	Remote            []string            `yaml:"remote"`
	Publishing        []string            `yaml:"publishing"`
	Aims              []string            `yaml:"aims"`
	Unseen            []string            `yaml:"unseen"`
	ImperfectEnds     []string            `yaml:"imperfect ends"`
	FutureEnds        []string            `yaml:"future ends"`
	ConditionalEnds   []string            `yaml:"conditional ends"`
	Validity          []string            `yaml:"validity"`
	One               []string            `yaml:"one"`
	Counts            []string            `yaml:"counts"`
	Singulars         map[string]string   `yaml:"singulars"`
	FeminineEndings   []string            `yaml:"feminine endings"`
	FeminineNouns     []string            `yaml:"feminine nouns"`
	PluralVerbEnds    []string            `yaml:"plural verb ends"`
	More              string              `yaml:"more"`
	Against           []string            `yaml:"against"`
	Latter            []string            `yaml:"latter"`
	EventEndings      []string            `yaml:"event endings"`
	Aged              []string            `yaml:"aged"`
	AgeUnits          []string            `yaml:"age units"`
	Superlatives      []string            `yaml:"superlatives"`
	Persons           []string            `yaml:"persons"`
	Kinds             map[string][]string `yaml:"kinds"`
	Uncontracted      map[string]string   `yaml:"uncontracted"`
	Limits            []string            `yaml:"limits"`
	Comparing         []string            `yaml:"comparing"`
	FeminineNames     []string            `yaml:"feminine names"`
	PairNouns         map[string][]string `yaml:"pair nouns"`
	Both              []string            `yaml:"both"`
	FirstSince        []string            `yaml:"first since"`
	Verbs             []string            `yaml:"verbs"`
	Nominals          map[string]string   `yaml:"nominals"`
	Conjugations      map[string]string   `yaml:"conjugations"`
	Impersonal        []string            `yaml:"impersonal"`
	Marking           []string            `yaml:"marking"`
	Titles            []string            `yaml:"titles"`
	Common            []string            `yaml:"common"`
	AmbiguousPast     bool                `yaml:"ambiguous past"`
	AmbiguousPresent  bool                `yaml:"ambiguous present"`
	PossessiveMark    bool                `yaml:"possessive mark"`
	HeadlineOpeners   []string            `yaml:"headline openers"`
	Witness           witnessWords        `yaml:"witness"`
	Weather           weatherWords        `yaml:"weather"`
	TakingOf          []string            `yaml:"taking of"`
	Tolls             []string            `yaml:"tolls"`
	Making            []string            `yaml:"making"`
	Undoing           []string            `yaml:"undoing"`
	Locutions         []string            `yaml:"locutions"`
	Quantities        []string            `yaml:"quantities"`
	Numerals          []string            `yaml:"numerals"`
	Latest            []string            `yaml:"latest"`
	Approximations    []string            `yaml:"approximations"`
	ApproximationsOf  []string            `yaml:"approximations of"`
	Relational        []string            `yaml:"relational"`
	LabelMark         string              `yaml:"label mark"`
	DateHeads         []string            `yaml:"date heads"`
	ObjectPronouns    []string            `yaml:"object pronouns"`
	Killing           []string            `yaml:"killing"`
	OneOwner          []string            `yaml:"one owner"`
	TakingPlace       []string            `yaml:"taking place"`
	About             []string            `yaml:"about"`
	Zones             []string            `yaml:"zones"`
	Spending          []string            `yaml:"spending"`
	Beginning         []string            `yaml:"beginning"`
}

// witnessWords put what an author tells in the first person into the third:
// "j'ai vu" is "un témoin a vu".
type witnessWords struct {
	Words []string          `yaml:"words"`
	Noun  string            `yaml:"noun"`
	Verbs map[string]string `yaml:"verbs"`
}

// A wordClass is a set of things that a word can be to the extraction.
type wordClass uint64

const (
	isDeterminer wordClass = 1 << iota
	isDefinite
	isDemonstrative
	isPossessive
	isPlural
	isFeminine
	isMasculine
	isSubject
	isDanglingSubject
	isClitic
	isReflexive
	isNegation
	isPreposition
	isOf
	isAgent
	isElision
	isIndefinite
	isSubordinator
	isCompound
	isComplementizer
	isRelative
	isConjunction
	isJoining
	isAdverb
	isAdjective
	isTimePreposition
	isNoun
	isEvent
	isDangling
	isDateWord
	isPairOfStates
	isPairOfPeople
	isBoth
	isModal
	isPlace // a preposition of place
	isTitle // "M.", before a surname
	isAdverbialPronoun
	isFirstPerson
	isSequel         // before what came after: "avant de"
	isCompoundEnd    // "mise en [garde]"
	isDanglingAdverb // "there"
	isLasting        // before how long something goes on: "depuis", "pendant"
	isParty          // before one that takes part: "avec", "entre"
	isDuring         // during what follows, the rest happens
	isDateNoun       // "date à laquelle"
	isGeneric        // says little alone: "le pays"
	isNeuter         // "it": stands for a thing
	isStateKind      // "pays"
	isOrgKind        // "groupe"
	isPlaceKind      // "ville"
	isFeminineNoun
	isSuperlative // "pire", "worst"
	isPersonNoun  // "ministre"
	isLimit       // before how far something lasts: "jusque", "until"
	isLocution    // makes a preposition with two others: "à la [suite] de"
	isQuantity    // says how much of what follows it: "une [partie] de"
	isRelational  // says little without what it is of: "des [membres]"
	isDateHead    // after a year: "the 2004-05 [season]"
	isZone        // "UTC", after an hour
	isNumeral
	isApproximation // begins what says how exact a number is: "près de", "at least"
	isAbout         // "un discours [sur] la paix"
	isObjectPronoun // "him"
)

// classify gives every word of the lists its classes.
func (l *language) classify() {
	w := &l.wordList
	for _, set := range []struct {
		class wordClass
		words []string
	}{
		{isDeterminer, w.Determiners}, {isDefinite, w.Definite}, {isDemonstrative, keys(w.Demonstratives)}, {isPossessive, keys(w.Possessives)},
		{isPlural, w.Plural}, {isFeminine, w.Feminine}, {isMasculine, w.Masculine}, {isSubject, w.Subjects}, {isDanglingSubject, w.DanglingSubjects},
		{isClitic, w.Clitics}, {isReflexive, w.Reflexives}, {isNegation, w.Negations}, {isPreposition, w.Prepositions}, {isOf, w.Of},
		{isAgent, w.Agents}, {isElision, w.Elision}, {isIndefinite, w.Indefinite}, {isSubordinator, w.Subordinators}, {isCompound, w.Compound},
		{isComplementizer, w.Complementizers}, {isRelative, keys(w.Relatives)}, {isConjunction, w.Conjunctions}, {isJoining, w.Joining},
		{isAdverb, w.Adverbs}, {isAdjective, w.Adjectives}, {isTimePreposition, w.TimePrepositions}, {isNoun, w.Nouns}, {isEvent, w.Events},
		{isDangling, w.Dangling}, {isDateWord, w.DateWords}, {isPairOfStates, w.PairNouns["states"]}, {isPairOfPeople, w.PairNouns["people"]},
		{isBoth, w.Both}, {isModal, w.Modals}, {isPlace, w.Places}, {isTitle, w.Titles}, {isFirstPerson, w.FirstPerson}, {isSequel, w.Sequel},
		{isCompoundEnd, w.CompoundEnds}, {isDanglingAdverb, w.DanglingAdverbs}, {isLasting, w.Lasting}, {isParty, w.Parties}, {isDuring, w.During},
		{isDateNoun, w.DateNouns}, {isAdverbialPronoun, w.AdverbialPronouns}, {isGeneric, w.Generic}, {isNeuter, w.Neuter},
		{isSuperlative, w.Superlatives}, {isPersonNoun, w.Persons}, {isFeminineNoun, w.FeminineNouns}, {isStateKind, w.Kinds["states"]},
		{isOrgKind, w.Kinds["organisations"]}, {isPlaceKind, w.Kinds["places"]}, {isLimit, w.Limits}, {isLocution, w.Locutions},
		{isQuantity, w.Quantities}, {isNumeral, w.Numerals}, {isZone, w.Zones}, {isDateHead, w.DateHeads}, {isRelational, w.Relational},
		{isAbout, w.About}, {isObjectPronoun, w.ObjectPronouns},
	} {
		for _, word := range set.words {
			l.add(word).class |= set.class
		}
	}
	l.feminineNames = make(map[string]bool, len(w.FeminineNames))
	for _, name := range w.FeminineNames {
		l.feminineNames[name] = true
	}
	for _, phrase := range slices.Concat(w.Approximations, w.ApproximationsOf) {
		l.add(firstWord(phrase)).class |= isApproximation
	}
	for _, phrase := range slices.Concat(w.Attribution, w.Droppable) {
		l.add(firstWord(phrase)).opens |= idlePhrase
	}
	for _, phrase := range w.Comparing {
		l.add(firstWord(phrase)).opens |= comparison
	}
	l.approximations, l.approximationsOf = phrases(w.Approximations), phrases(w.ApproximationsOf)
	l.droppable, l.attribution = phrases(w.Droppable), phrases(w.Attribution)
	l.comparing, l.headlineOpeners = phrases(w.Comparing), phrases(w.HeadlineOpeners)
	l.boilerplate, l.caption, l.vague = phrases(w.Boilerplate), phrases(w.Caption), phrases(w.Vague)
	l.verbEndings, l.participleEndings = lang.NewEndings(w.Endings), lang.NewEndings(w.ParticipleEndings)
}

// keys lists the keys of a map in order, so that every run is the same.
func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
