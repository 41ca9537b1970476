package timeline

import (
	"bytes"
	"cmp"
	"fmt"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
)

// A language is all that the pipeline knows of one: the finder's pack, the
// actors' lexicon, and the words that cut prose into events.
type language struct {
	wordList
	wordTable
	code   string
	pack   *lang.Pack
	actors *actor.Lexicon
	verbs  []verb

	approximations, approximationsOf                                                phraseList
	droppable, attribution, boilerplate, caption, comparing, headlineOpeners, vague phraseList
	verbEndings, participleEndings                                                  *lang.Endings
	feminineNames                                                                   map[string]bool
	common                                                                          map[uint64]bool   // of common words: the stem and the beginning, hashed
	senses                                                                          map[uint64]uint64 // by the stems of words that say the same: what they say
}

// languages are those that are loaded, by their codes: every article asks for its own.
var (
	languages sync.Map // code → *language
	loading   sync.Mutex
)

// languageFor loads a language at its first use.
func languageFor(code string) (*language, error) {
	if l, ok := languages.Load(code); ok {
		return l.(*language), nil
	}
	loading.Lock()
	defer loading.Unlock()
	if l, ok := languages.Load(code); ok { // while this waited
		return l.(*language), nil
	}
	l, err := loadLanguage(code)
	if err != nil {
		return nil, err
	}
	languages.Store(code, l)
	return l, nil
}

// loadLanguage reads a language's files at the same time: for a few articles
// they are most of the work.
func loadLanguage(code string) (*language, error) {
	l := &language{code: code}
	var err, packErr, actorErr, senseErr error
	file := func(name string) []byte {
		data, ferr := lang.Data(code, name)
		err = cmp.Or(err, ferr)
		return data
	}
	actors, acts, text, senses := file("actors.yaml"), file("acts.yaml"), file("text.yaml"), file("senses.yaml")
	if err != nil {
		return nil, fmt.Errorf("language %s: %w", code, err)
	}
	var wait sync.WaitGroup
	wait.Go(func() { l.pack, packErr = lang.Get(code) })
	parsed := sync.OnceValues(func() (*yaml.Node, error) { // for the actors and for the verbs
		doc, err := actor.ParseActs(acts)
		if err != nil {
			err = fmt.Errorf("%s/%w", code, err)
		}
		return doc, err
	})
	wait.Go(func() {
		doc, err := parsed()
		if actorErr = err; err != nil {
			return
		}
		if l.actors, actorErr = actor.LoadParsed(actors, doc); actorErr != nil {
			actorErr = fmt.Errorf("%s/%w", code, actorErr)
		}
	})
	wait.Go(func() { senseErr = l.readSenses(senses) })
	err = l.words(text, parsed)
	wait.Wait()
	if err := cmp.Or(packErr, actorErr, senseErr, err); err != nil {
		return nil, err
	}
	l.commonWords()
	return l, nil
}

// readYAML reads one of the data files, and refuses what out has no field for.
func readYAML(data []byte, out any) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	return dec.Decode(out)
}

// words reads the words that cut prose into events, and the verbs of acts.yaml.
func (l *language) words(text []byte, acts func() (*yaml.Node, error)) error {
	if err := readYAML(text, &l.wordList); err != nil {
		return fmt.Errorf("%s/text.yaml: %w", l.code, err)
	}
	l.classify()
	doc, err := acts()
	if err != nil {
		return err
	}
	if err := l.conjugate(doc); err != nil {
		return fmt.Errorf("%s/acts.yaml: %w", l.code, err)
	}
	return nil
}
