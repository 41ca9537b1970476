package handout

import (
	"cmp"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/frise-timeline/frise/render/tree"
)

// A Style is how a school wants its handouts to look.
type Style struct {
	School  string `json:"school"`
	Logo    string `json:"logo"`    // a file's name; whoever reads files fills Options.Logo
	Ink     string `json:"ink"`     // colour of the text, #rrggbb
	Accent  string `json:"accent"`  // colour of dates and headings
	Rule    string `json:"rule"`    // colour of lines
	Body    string `json:"body"`    // font of the text
	Heading string `json:"heading"` // font of headings
	Size    string `json:"size"`    // of the text in points
}

var styleFields = []string{"school", "logo", "ink", "accent", "rule", "body", "heading", "size"}

var colour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`).MatchString

// fontName tells whether a font's name is one that style sheets and documents
// take without quoting: letters, digits, and a few marks between them.
func fontName(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && (i == 0 || !strings.ContainsRune(" ._-", r)) {
			return false
		}
	}
	return s != "" && utf8.RuneCountInString(s) <= 61
}

// ReadStyle reads a style from YAML; name is for its errors.
func ReadStyle(name string, r io.Reader) (Style, error) {
	shape := &tree.Shape{Kind: tree.Object}
	for _, field := range styleFields {
		shape.Fields = append(shape.Fields, tree.Field{Name: field, Shape: &tree.Shape{Kind: tree.Text}})
	}
	root, err := tree.Parse(name, r)
	if err != nil {
		return Style{}, err
	}
	problems := &tree.Problems{Name: name}
	problems.Check(root, shape, "a style")
	if err := problems.Err(); err != nil {
		return Style{}, err
	}
	var s Style
	if err := tree.Decode(root, shape, &s); err != nil {
		return Style{}, err
	}
	for _, c := range []struct{ field, value string }{{"ink", s.Ink}, {"accent", s.Accent}, {"rule", s.Rule}} {
		if c.value != "" && !colour(c.value) {
			problems.Add(root.LineOf(c.field), `write it in quotes, such as "#1f4e79"`, "%s: %q is no colour", c.field, c.value)
		}
	}
	for _, f := range []struct{ field, value string }{{"body", s.Body}, {"heading", s.Heading}} {
		if f.value != "" && !fontName(f.value) {
			problems.Add(root.LineOf(f.field), "one name, such as Georgia", "%s: %q is no name of a font", f.field, f.value)
		}
	}
	if s.Size != "" {
		if points, err := strconv.ParseFloat(s.Size, 64); err != nil || points < 6 || points > 40 {
			problems.Add(root.LineOf("size"), "in points, from 6 to 40", "size: %q is no size of type", s.Size)
		}
	}
	return s, problems.Err()
}

// withDefaults fills a style; what is no colour, font or size is replaced too,
// since a style may be made by hand as well as read.
func (s Style) withDefaults() Style {
	pick := func(value string, valid func(string) bool, otherwise string) string {
		if valid(value) {
			return value
		}
		return otherwise
	}
	s.Ink = pick(s.Ink, colour, "#1a1a1a")
	s.Accent = pick(s.Accent, colour, "#1f4e79")
	s.Rule = pick(s.Rule, colour, "#8a8a8a")
	s.Body = pick(s.Body, fontName, "Georgia")
	s.Heading = pick(s.Heading, fontName, cmp.Or(s.Heading, "Helvetica"))
	if !fontName(s.Heading) {
		s.Heading = "Helvetica"
	}
	return s
}

// points is the size of the text: 11, or 16 in large type.
func (o Options) points() float64 {
	size, err := strconv.ParseFloat(strings.TrimSpace(o.Style.Size), 64)
	if err != nil || size < 6 || size > 40 {
		size = 11
	}
	if o.Large {
		size = max(size*1.45, 16)
	}
	return size
}
