package timeline

import (
	_ "embed" // the table of facts
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/frise-timeline/frise/timeline/tempo"
)

//go:embed facts.yaml
var factsYAML []byte

// factFile is the shape of facts.yaml.
type factFile struct {
	This      []string            `yaml:"this"`
	On        []string            `yaml:"on"`
	Apposed   []string            `yaml:"apposed"`
	Published []string            `yaml:"published"`
	Updated   []string            `yaml:"updated"`
	Copyright []string            `yaml:"copyright"`
	Former    []string            `yaml:"former"`
	Offices   map[string][]string `yaml:"offices"`
	Terms     []struct {
		Who    []string `yaml:"who"`
		Office string   `yaml:"office"`
		Held   []string `yaml:"held"`
	} `yaml:"terms"`
	Began []struct {
		Words []string `yaml:"words"`
		From  string   `yaml:"from"`
		News  bool     `yaml:"news"`
	} `yaml:"began"`
}

// A fact is something well known that dates the texts that tell it.
type fact struct {
	words   []string // of the name
	offices map[string]bool
	held    []tempo.Span // terms of office, or from a day on
	news    bool         // it is told mostly in the years after
}

// A factTable finds facts by the first word of their names.
type factTable struct {
	this, apposed                     map[string]bool
	on, published, updated, copyright []string
	former                            map[string]bool
	first                             map[string][]*fact
}

var loadFacts = sync.OnceValues(func() (*factTable, error) { return parseFacts(factsYAML) })

// parseFacts reads a table of facts.
func parseFacts(data []byte) (*factTable, error) {
	var file factFile
	if err := readYAML(data, &file); err != nil {
		return nil, fmt.Errorf("facts.yaml: %w", err)
	}
	t := &factTable{this: wordSet(file.This), apposed: wordSet(file.Apposed), on: file.On, published: file.Published, updated: file.Updated, copyright: file.Copyright,
		former: wordSet(file.Former), first: map[string][]*fact{}}
	for _, in := range file.Terms {
		words, ok := file.Offices[in.Office]
		if !ok {
			return nil, fmt.Errorf("facts.yaml: %s holds the office %q, which is not under offices", in.Who, in.Office)
		}
		var held []tempo.Span
		for _, h := range in.Held {
			s, err := tempo.ParseEDTF(h)
			if err != nil {
				return nil, fmt.Errorf("facts.yaml: %s: %w", in.Who, err)
			}
			held = append(held, s)
		}
		for _, who := range in.Who {
			t.put(who, &fact{offices: wordSet(words), held: held})
		}
	}
	for _, in := range file.Began {
		s, err := tempo.ParseEDTF(in.From)
		if err != nil {
			return nil, fmt.Errorf("facts.yaml: %s: %w", in.Words, err)
		}
		for _, w := range in.Words {
			t.put(w, &fact{held: []tempo.Span{s.Since()}, news: in.News})
		}
	}
	return t, nil
}

func wordSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

func (t *factTable) put(name string, f *fact) {
	f.words = factWords(name)
	if len(f.words) > 0 {
		t.first[f.words[0]] = append(t.first[f.words[0]], f)
	}
}

// factWords cuts a name into words as the finder's tokens do.
func factWords(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' })
}

// mostFacts is how many facts of an article count.
const mostFacts = 8

// worldFacts reckons with the facts that the text tells: who holds an office,
// what has begun.
func (g *gatherer) worldFacts() {
	var said [][]tempo.Span // what is known under several names counts once
	for k := range g.f.Tokens() {
		for _, f := range g.facts.first[g.token(k)] {
			if len(said) == mostFacts {
				return
			}
			known := slices.ContainsFunc(said, func(held []tempo.Span) bool { return slices.Equal(held, f.held) })
			if !known && g.tells(f, k) {
				said = append(said, f.held)
				g.factEvidence(f, k)
			}
		}
	}
}

func (g *gatherer) token(k int) string {
	t := g.f.Tokens()[k]
	return g.text[t.Start:t.End]
}

// tells tells whether the fact's name begins at token k, after the word of its
// office if it has one and not as a former one.
func (g *gatherer) tells(f *fact, k int) bool {
	tokens := g.f.Tokens()
	i := k
	for n, w := range f.words {
		if n > 0 {
			for i < len(tokens) && (g.token(i) == "-" || g.token(i) == "'" || g.token(i) == "’") {
				i++
			}
		}
		if i >= len(tokens) || g.token(i) != w {
			return false
		}
		i++
	}
	if f.offices == nil {
		return true
	}
	office := false
	for j := k - 1; j >= max(0, k-5); j-- {
		low := strings.ToLower(g.token(j))
		if strings.ContainsAny(low, ".,;:!?()") || g.facts.former[low] {
			return false
		}
		if office = office || f.offices[low]; office && j < k-3 {
			break
		}
	}
	return office
}

func (g *gatherer) factEvidence(f *fact, k int) {
	e := evidence{by: "fact", text: g.factText(f, k), kernel: &exactly, mention: -1, floor: 0.15, fact: f.held}
	if f.offices == nil {
		e.floor = 0.01
	}
	if f.offices != nil && !slices.ContainsFunc(f.held, func(s tempo.Span) bool { return s.End.IsOpen() }) {
		e.fact, e.kernel, e.floor = nil, &inOffice, 0.02
		for _, s := range f.held {
			e.at = append(e.at, occurrenceOf(s, float64(s.End-s.Start)))
		}
	}
	if f.news {
		day := dayOf(f.held[0].Start)
		e.at, e.fact, e.kernel = []occurrence{{day, day, 1}}, nil, &sinceNews
	}
	g.add(e)
	if f.news {
		g.factDate(f, k)
	}
}

// factDate gives a date without its year that stands beside an event of the
// world in its very month the year of that: "l'invasion de l'Ukraine, fin
// février".
func (g *gatherer) factDate(f *fact, k int) {
	at := int(g.f.Tokens()[k].Start)
	t := toldDate{}
	for i := range g.d.evidence {
		e := &g.d.evidence[i]
		if e.where.Has == 0 || e.boost != nil || e.mention < 0 {
			continue
		}
		m := &g.ms[e.mention]
		t.where = e.where
		if m.Start-at > 120 || at-m.End > 120 || !t.canBe(dayOf(f.held[0].Start)) {
			continue
		}
		first, last := t.unit(dayOf(f.held[0].Start))
		e.boost = &occurrence{first, last, era / 365.25 * 4} // four in five
		g.d.anchors = append(g.d.anchors, first)
		return
	}
}

// factText gives the words that tell the fact, from its office on.
func (g *gatherer) factText(f *fact, k int) string {
	tokens := g.f.Tokens()
	from := k
	for j := k - 1; f.offices != nil && j >= max(0, k-3); j-- {
		if f.offices[strings.ToLower(g.token(j))] {
			from = j
		}
	}
	last, n := k, 1
	for ; n < len(f.words) && last+1 < len(tokens); last++ {
		if g.token(last+1) == f.words[n] {
			n++
		}
	}
	return oneLine(g.text[tokens[from].Start:tokens[last].End], 60)
}
