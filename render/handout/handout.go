// Package handout makes classroom handouts of a timeline, as HTML to print and
// as DOCX: the timeline with its sources, the same with dates to fill in, events
// to put in order, cards to cut out, and quotations whose day is to be found.
// Every exercise has an answer key on a page of its own.
package handout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// Kinds are the handouts there are.
var Kinds = []string{"full", "blank-dates", "shuffle", "cards", "quotes"}

// Papers are the sizes of paper there are.
var Papers = []string{"a4", "letter"}

// Options are what a teacher chooses; the zero value is one full timeline on A4.
type Options struct {
	Kind     string   // one of Kinds; empty: full
	Lang     string   // of headings and labels; empty: the timeline's own
	Paper    string   // one of Papers; empty: a4
	Large    bool     // large type
	Versions []string // names of the versions, such as A, B, C; empty: one without a name
	Seed     string   // with the version's name decides every shuffle; the same seed gives the same handout
	Max      int      // at most so many events, the best ones; 0: as many as the kind bears
	Style    Style
	Logo     []byte // PNG or JPEG; empty: none
}

// Check tells whether the options are ones that a handout can be made with.
func (o Options) Check() error {
	_, err := o.check(timeline.Timeline{})
	return err
}

// check fills in what was left out and refuses what is not known.
func (o Options) check(t timeline.Timeline) (Options, error) {
	if o.Kind == "" {
		o.Kind = "full"
	}
	if !slices.Contains(Kinds, o.Kind) {
		return o, fmt.Errorf("unknown handout %q\nhint: one of %s", o.Kind, strings.Join(Kinds, ", "))
	}
	if o.Paper = strings.ToLower(o.Paper); o.Paper == "" {
		o.Paper = "a4"
	}
	if !slices.Contains(Papers, o.Paper) {
		return o, fmt.Errorf("unknown paper %q\nhint: one of %s", o.Paper, strings.Join(Papers, ", "))
	}
	if len(o.Logo) > 0 && logoType(o.Logo) == "" {
		return o, fmt.Errorf("the logo is neither PNG nor JPEG")
	}
	if o.Lang == "" {
		o.Lang = t.Lang
	}
	if len(o.Versions) == 0 || o.Kind == "full" {
		o.Versions = []string{""}
	}
	o.Style = o.Style.withDefaults()
	return o, nil
}

// logoType tells a picture's media type by its first bytes.
func logoType(picture []byte) string {
	switch {
	case strings.HasPrefix(string(picture), "\x89PNG\r\n\x1a\n"):
		return "image/png"
	case strings.HasPrefix(string(picture), "\xff\xd8\xff"):
		return "image/jpeg"
	}
	return ""
}
