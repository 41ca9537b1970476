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
