package timeline

import (
	"math"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/actor"
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A gist is what merging compares of a draft, or of the drafts of an event:
// what its title says, what its sentence says, who acts and how, and when.
type gist struct {
	span     tempo.Span
	matter   vector  // stems and numbers of the title
	names    vector  // states, organisations, people and places of the sentence
	context  vector  // word beginnings of the sentence, which languages share
	about    vector  // names of the whole article
	actors   []int32 // states that act
	votes    []int32 // of an event of several drafts: how many of them name each
	people   []int32 // who is named, by identity
	heads    []int32 // the verb or noun that tells it; of an event, those of its drafts
	types    uint32  // a bit for each type of the title's act
	acts     uint32  // of the sentence's acts
	article  int32   // -1: of several
	sentence int32
	lead     bool
	beside   bool // told beside its article's news of that date
	lang     uint8
	when
	crowd   [3]float32 // how many drafts stand on its day, in its month and in its year: 0 for two, 1 for 64 or more
	several [3]float32 // how many of its article do: 0 for one, 1 for eight
}

const (
	matterSize  = 12
	namesSize   = 12
	contextSize = 16
)

// manyLanguages is the language of an event that several languages tell.
const manyLanguages = 255

// A scene is whom and what a sentence names and says, in the terms that
// languages share, and the types of the acts that it tells.
type scene struct {
	names  []uint64
	states []uint64
	words  []uint64 // beginnings of its words, names and the words of the date left out
	types  uint32
	head   uint64 // what the verb or noun says that tells the event, 0 where none does
}

// tell adds what the sentence of a draft names and says, read without knowing
// the article's people, whom another article may call otherwise.
func (s *scene) tell(d *draft, f *actor.Found) {
	date := strings.Index(d.quote, d.expression)
	s.read(d.quote, f, date, date+len(d.expression))
}

// emptied gives a scene without anything, in the room of this one.
func (s *scene) emptied() scene {
	return scene{names: s.names[:0], states: s.states[:0], words: s.words[:0]}
}

// read adds what a text names and says, but for the words of its bytes from
// skip to end.
func (s *scene) read(text string, f *actor.Found, skip, end int) {
	s.name(f)
	for i := range f.Acts {
		s.types |= typeBit(f.Acts[i].Type)
	}
	wordStarts(text, func(at int, h uint64) {
		if h = contextual(h); at >= skip && at < end || inAny(f, at) || slices.Contains(s.words, h) {
			return
		}
		s.words = append(s.words, h)
	})
}

func (s *scene) name(f *actor.Found) {
	add := func(h uint64) {
		if !slices.Contains(s.names, h) {
			s.names = append(s.names, h)
		}
	}
	state := func(code string) {
		if code != "" {
			add(hashTerm(code))
			s.states = append(s.states, hashTerm(code))
		}
	}
	for i := range f.People {
		r := &f.People[i]
		if r.Code != "" {
			add(hashTerm(r.Code))
		}
		if r.Of != "" {
			add(hashTerm(r.Of))
		}
	}
	for i := range f.Orgs {
		r := &f.Orgs[i]
		add(hashTerm(r.Code))
	}
	for i := range f.States {
		r := &f.States[i]
		state(r.Code)
	}
	for i := range f.Places {
		r := &f.Places[i]
		state(r.Code)
		first := true
		wordStarts(r.Name, func(_ int, h uint64) { // "Vienne" and "Vienna"
			if first {
				add(h)
			}
			first = false
		})
	}
}

// inAny tells whether a byte of a sentence belongs to one of its names.
func inAny(f *actor.Found, at int) bool {
	return inRefs(f.People, at) || inRefs(f.States, at) || inRefs(f.Orgs, at) || inRefs(f.Places, at)
}

// contextual keeps the words of sentences apart from those of titles.
func contextual(h uint64) uint64 { return h ^ 0x9E3779B97F4A7C15 }

// gist makes the gist of a draft of an article.
func (c *comparer) gist(g *gist, d *draft, article int32) {
	*g = gist{matter: g.matter[:0], names: g.names[:0], context: g.context[:0], actors: g.actors[:0], people: g.people[:0], heads: g.heads[:0],
		span: d.span, article: article, sentence: int32(d.sentence), types: typeBit(d.typ), acts: d.scene.types, lead: d.lead, lang: langNumber(d.lang)}
	for _, h := range d.scene.names {
		id := c.ids[h]
		w := float32(1)
		if slices.ContainsFunc(d.terms, func(t term) bool { return t.hash == h }) {
			w = 2 // the event itself names it
		}
		g.names = append(g.names, feature{id, w * c.rarity[id]})
	}
	for _, t := range d.terms {
		id := c.ids[t.hash]
		if t.weight < nameWeight {
			g.matter = append(g.matter, feature{id, t.weight * c.rarity[id]})
		} else if !g.names.has(id) {
			g.names = append(g.names, feature{id, 2 * c.rarity[id]})
		}
	}
	g.when = whenOf(d.span)
	g.published = d.onlyPublished()
	g.today = !g.published && isDay(d.span) && isDay(d.published) && !g.inferred && d.published.Mod&tempo.Inferred == 0 &&
		d.span.Start.Midnight() == d.published.Start.Midnight()
	for k, at := range cellsOf(d.span.Start) {
		n := float64(max(2, c.cells[at]))
		g.crowd[k] = float32(min(1, math.Log2(n/2)/5))
	}
	for _, h := range d.scene.words {
		id := c.ids[h]
		g.context = append(g.context, feature{id, c.rarity[id]})
	}
	g.matter, g.names, g.context = unit(g.matter, matterSize), unit(g.names, namesSize), unit(g.context, contextSize)
	for _, a := range d.actors {
		g.actors = append(g.actors, c.ids[hashTerm(a)])
	}
	if id, ok := c.ids[d.scene.head]; ok {
		g.heads = append(g.heads, id)
	}
	for _, p := range d.people {
		g.people = append(g.people, c.ids[hashTerm(p)])
	}
	for _, t := range d.terms {
		if id := c.ids[t.hash]; slices.Contains(d.scene.states, t.hash) && !slices.Contains(g.actors, id) {
			g.actors = append(g.actors, id)
		}
	}
}

// onlyPublished tells whether a draft stands at its article's date without
// saying so: no word does, or a date with its year, as a dateline has it.
func (d *draft) onlyPublished() bool {
	if d.expression == "" {
		return true
	}
	if d.span.Grain != tempo.Day || d.published.Grain != tempo.Day || d.span.Start != d.published.Start {
		return false
	}
	digits := 0
	for _, c := range d.expression {
		if c < '0' || c > '9' {
			digits = 0
		} else if digits++; digits == 4 {
			return true
		}
	}
	return false
}

func langNumber(code string) uint8 { return uint8(slices.Index(lang.Codes(), code)) }

// learnArticle sums up what an article is about, by the gists of its drafts.
func (p *gistMaker) learnArticle() {
	p.about = p.about[:0]
	for i := range p.gists {
		p.about = append(p.about, p.gists[i].names...)
	}
	p.about = unit(p.about.collect(), 2*namesSize)
	p.countTold()
	for i := range p.gists {
		g := &p.gists[i]
		g.about = p.about
		g.beside = !g.lead && p.newsAt(g)
	}
}

// newsAt tells whether the article's own news is of the date of a gist.
func (p *gistMaker) newsAt(g *gist) bool {
	for i := range p.gists {
		if h := &p.gists[i]; h.lead && h.first <= g.last && g.first <= h.last {
			return true
		}
	}
	return false
}

// countTold counts for every draft of an article those that stand at its date.
func (p *gistMaker) countTold() {
	if len(p.gists) < 2 { // the logarithm of one is none
		return
	}
	clear(p.told)
	for i := range p.gists {
		s := p.gists[i].span
		for k, c := range cellsOf(s.Start) {
			if s.Grain <= cellGrains[k] {
				p.told[c]++
			}
		}
	}
	for i := range p.gists {
		for k, c := range cellsOf(p.gists[i].span.Start) {
			if n := p.told[c]; n > 1 {
				p.gists[i].several[k] = float32(math.Log2(float64(min(8, n)))) / 3
			}
		}
	}
}

// code codes what a gist is, but for what its article is about.
func (g *gist) code(c *coder) {
	c.span(&g.span)
	c.vector(&g.matter)
	c.vector(&g.names)
	c.vector(&g.context)
	list(c, &g.actors, c.int32)
	list(c, &g.people, c.int32)
	list(c, &g.heads, c.int32)
	types, acts, flags := uint64(g.types), uint64(g.acts), uint64(0)
	if g.lead {
		flags |= 1
	}
	if g.published {
		flags |= 2
	}
	if g.beside {
		flags |= 4
	}
	if g.today {
		flags |= 8
	}
	flags |= uint64(g.lang) << 4
	c.uint(&types)
	c.uint(&acts)
	c.uint(&flags)
	for k := range g.crowd {
		c.float32(&g.crowd[k])
		c.float32(&g.several[k])
	}
	c.int32(&g.article)
	c.int32(&g.sentence)
	if c.reading {
		g.types, g.acts = uint32(types), uint32(acts)
		g.lead, g.beside, g.lang = flags&1 != 0, flags&4 != 0, uint8(flags>>4)
		g.when = whenOf(g.span)
		g.published, g.today = flags&2 != 0, flags&8 != 0
	}
}

// vector codes the features by the steps between them: they are in order.
func (c *coder) vector(v *vector) {
	last := int32(0)
	list(c, (*[]feature)(v), func(f *feature) {
		step := uint64(f.id - last)
		c.uint(&step)
		f.id = last + int32(step)
		last = f.id
		c.float32(&f.weight)
	})
}
