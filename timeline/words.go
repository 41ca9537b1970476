package timeline

import (
	"fmt"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// wordList is the shape of a language's text.yaml.
type wordList struct {
	Boilerplate   []string `yaml:"boilerplate"`
	Caption       []string `yaml:"caption"`
	Subordinators []string `yaml:"subordinators"`
	Relatives     []string `yaml:"relatives"`
	Conjunctions  []string `yaml:"conjunctions"`
	Pronouns      []string `yaml:"pronouns"`
	Possessives   []string `yaml:"possessives"`
	Openers       []string `yaml:"openers"`
	Reporting     []string `yaml:"reporting"`
	Announcing    []string `yaml:"announcing"`
	Attribution   []string `yaml:"attribution"`
	Prepositions  []string `yaml:"prepositions"`
	Dangling      []string `yaml:"dangling"`
	Articles      []string `yaml:"articles"`
}

// A wordClass is a set of things that a word can be to the extraction.
type wordClass uint16

const (
	isSubordinator wordClass = 1 << iota
	isRelative
	isConjunction
	isPronoun
	isPossessive
	isReporting
	isAnnouncing
	isPreposition
	isDangling
	isArticle
)

// A language is all that the pipeline knows of one: the finder's pack, the
// actors' lexicon, and the words that cut prose into events.
type language struct {
	code        string
	pack        *lang.Pack
	actors      *actor.Lexicon
	class       map[string]wordClass
	boilerplate []string
	caption     []string
	openers     []string
	attribution []string
}

var languages struct {
	sync.Mutex
	loaded map[string]*language
}

// languageFor loads a language at its first use.
func languageFor(code string) (*language, error) {
	languages.Lock()
	defer languages.Unlock()
	if l := languages.loaded[code]; l != nil {
		return l, nil
	}
	l, err := loadLanguage(code)
	if err != nil {
		return nil, err
	}
	if languages.loaded == nil {
		languages.loaded = map[string]*language{}
	}
	languages.loaded[code] = l
	return l, nil
}

func loadLanguage(code string) (*language, error) {
	pack, err := lang.Get(code)
	if err != nil {
		return nil, err
	}
	l := &language{code: code, pack: pack, class: map[string]wordClass{}}
	file := func(name string) []byte {
		data, ferr := lang.Data(code, name)
		if ferr != nil && err == nil {
			err = fmt.Errorf("language %s: %w", code, ferr)
		}
		return data
	}
	actors, acts, text := file("actors.yaml"), file("acts.yaml"), file("text.yaml")
	if err != nil {
		return nil, err
	}
	if l.actors, err = actor.Load(actors, acts); err != nil {
		return nil, fmt.Errorf("%s/%w", code, err)
	}
	var w wordList
	dec := yaml.NewDecoder(strings.NewReader(string(text)))
	dec.KnownFields(true)
	if err := dec.Decode(&w); err != nil {
		return nil, fmt.Errorf("%s/text.yaml: %w", code, err)
	}
	for _, set := range []struct {
		class wordClass
		words []string
	}{{isSubordinator, w.Subordinators}, {isRelative, w.Relatives}, {isConjunction, w.Conjunctions}, {isPronoun, w.Pronouns},
		{isPossessive, w.Possessives}, {isReporting, w.Reporting}, {isAnnouncing, w.Announcing}, {isPreposition, w.Prepositions},
		{isDangling, w.Dangling}, {isArticle, w.Articles}} {
		for _, word := range set.words {
			l.class[word] |= set.class
		}
	}
	l.boilerplate, l.caption, l.openers, l.attribution = w.Boilerplate, w.Caption, w.Openers, w.Attribution
	return l, nil
}
