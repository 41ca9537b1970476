package timeline

import (
	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Tag is one temporal expression of a text as TIMEX3 (ISO-TimeML, ISO
// 24617-1) annotates it, with the EDTF of the date it was resolved to.
type Tag struct {
	Start int    `json:"start"` // bytes of the text as it came in
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"` // DATE, TIME, DURATION, SET
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	EDTF  string `json:"edtf,omitempty"`
	Rule  string `json:"rule"`

	Pattern string     `json:"-"` // the pattern of the rule
	Line    int        `json:"-"` // its line in the pack
	Tense   string     `json:"-"` // of the clause, where the meaning needed it
	Expr    tempo.Expr `json:"-"` // what it means before any date is known
}

// A Tagger finds and resolves the expressions of texts. It keeps buffers, so
// one Tagger serves one goroutine.
type Tagger struct {
	mode    Mode
	finders map[string]*lang.Finder
	buf     []lang.Mention
}

// NewTagger gives a tagger that reads bare dates by the mode.
func NewTagger(mode Mode) *Tagger { return &Tagger{mode: mode, finders: map[string]*lang.Finder{}} }

// Tag finds the expressions of a text. An empty code asks for the language to be
// detected; the code used is returned. The publication may be zero: what
// hangs on it then stays open, with X in its value.
func (t *Tagger) Tag(text, code string, publication tempo.Span) ([]Tag, string, error) {
	if code == "" {
		if code, _ = lang.Detect(text); code == "" {
			code = "fr"
		}
	}
	f := t.finders[code]
	if f == nil {
		p, err := lang.Get(code)
		if err != nil {
			return nil, code, err
		}
		f = lang.NewFinder(p)
		t.finders[code] = f
	}
	t.buf = f.Find(text, t.buf[:0])
	values := Resolve(f, t.buf, publication, t.mode)
	tags := make([]Tag, len(t.buf))
	for i, m := range t.buf {
		g := Tag{Start: m.Start, End: m.End, Text: text[m.Start:m.End], Expr: m.Expr, Tense: tenseNames[m.Tense]}
		g.Type, g.Value, g.Mod = f.Pack().Timex(values[i])
		if s := values[i].Span; !s.IsZero() {
			g.EDTF = s.EDTF()
		}
		g.Rule, g.Pattern, g.Line = f.Pack().Rule(m.Rule)
		tags[i] = g
	}
	return tags, code, nil
}

var tenseNames = [...]string{"", "past", "present", "future"}
