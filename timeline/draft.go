package timeline

import (
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A draft is one mention of an event in one article, before merging.
type draft struct {
	article    int // order of its article
	articleID  string
	lang       string
	published  tempo.Span // its article's date
	span       tempo.Span
	start, end int    // bytes of the quote in the article's text
	clause     [2]int // and of the clause in it
	sentence   int    // its sentence in the article, to keep apart what one sentence tells apart
	quote      string
	text       string // the clause
	title      string
	expression string
	rule       string
	date       string // what the expression was resolved to, EDTF
	typ        string
	status     string
	actors     []string
	people     []string // identities
	names      map[string]string
	places     []string
	terms      []term
	scene      scene
	lead       bool    // the article's own news
	nominal    bool    // named by a noun phrase ("après l'invasion de …")
	position   float64 // 0 at the start of the article, 1 at its end
	titleGrade float64 // how well the title stands alone, 0 to 1
	certainty  float64 // how surely the date dates something that happened, 0 to 1
}

// A term is a stem, name or number that an event is about, hashed.
type term struct {
	hash   uint64
	weight float32 // by kind: a name weighs more than a verb
}

// A draftPart is what a reader of drafts needs of them: merging has no use for
// their words, nor events for what merging compares; and aligning needs but the
// words of a dossier.
type draftPart uint8

const (
	wholeDraft draftPart = iota
	forMerging
	forEvents
	forAligning
)

// code codes a draft, when reading the part that the coder wants.
func (d *draft) code(c *coder) {
	c.int(&d.article)
	c.symbol(&d.lang)
	c.span(&d.published)
	c.span(&d.span)
	for _, n := range [...]*int{&d.start, &d.end, &d.clause[0], &d.clause[1], &d.sentence} {
		c.int(n)
	}
	c.texts(&d.articleID, &d.date, &d.quote, &d.text, &d.title)
	c.symbol(&d.expression)
	c.told(&d.rule)
	c.symbol(&d.typ)
	c.told(&d.status)
	list(c, &d.actors, c.symbol)
	list(c, &d.people, c.symbol)
	d.codeNames(c)
	list(c, &d.places, c.told)
	c.bool(&d.lead)
	c.bool(&d.nominal)
	c.float64(&d.position)
	c.float64(&d.titleGrade)
	c.float64(&d.certainty)
	if c.reading && c.part == forEvents {
		return
	}
	list(c, &d.terms, func(t *term) {
		c.fixed64(&t.hash)
		c.float32(&t.weight)
	})
	d.scene.code(c)
}

func (d *draft) codeNames(c *coder) {
	n := uint64(len(d.names))
	c.uint(&n)
	if !c.reading {
		for id, name := range d.names {
			c.symbol(&id)
			c.symbol(&name)
		}
		return
	}
	d.names = nil
	if n > 0 && c.part != forMerging {
		d.names = make(map[string]string, n)
	}
	for range n {
		var id, name string
		c.told(&id)
		c.told(&name)
		if d.names != nil {
			d.names[id] = name
		}
	}
}

func (s *scene) code(c *coder) {
	for _, v := range [...]*[]uint64{&s.names, &s.states, &s.words} {
		list(c, v, c.fixed64)
	}
	types := uint64(s.types)
	c.uint(&types)
	s.types = uint32(types)
	c.fixed64(&s.head)
}
