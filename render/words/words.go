// Package words holds every sentence that frise draws on a page or a picture,
// once per language, so that a page is wholly in one language.
package words

import (
	"strconv"
	"strings"
)

// Words are the labels of one language. The fields under Script are handed to
// the page's script, the others are for Go alone.
type Words struct {
	Lang string

	Untitled, Skip, Drawing, ListTitle, NoEvents, NoScript string
	Event, Events, Article, Articles, Source, Sources      string
	EDTF, Found, ResolvedTo, Rule, NoExpression, OtherDate string
	Inferred, Undated, ArticlesTitle, MadeWith, Permalink  string
	Legend, MarksTitle, Exact, Coarse, Approx, Open        string
	Planned, Conflict, Band, EmbedFallback                 string
	Quotes                                                 [2]string    // around a quoted word
	Later                                                  [3][2]string // years, months, days: singular, plural
	Status                                                 map[string]string
	Types                                                  map[string]string
	Quads                                                  [5]string // index is scene.Quad
	Organisations                                          map[string]string

	Script Script
}

// Script are the labels that the page's script uses. A "{n}" in one of them is
// where the script puts a number or a text.
type Script struct {
	Months, LongMonths                                           [12]string
	BC                                                           string
	Timeline, TimelineHelp, Overview, OverviewHelp               string
	Earlier, LaterOn, Earlier1, LaterOn1, More, More1            string
	All, Dense, Decade, Year, ZoomIn, ZoomOut, Zoom              string
	Search, Actor, Type, Source, From, Until, MinSources, Reset  string
	AnyActor, AnyType, AnySource, Shown, Shown1, OfAll, None     string
	Filters, Previous, Next, Close, Copy, Copied, Details, Print string
	SameArticle, SameActor, Position, Help, Theme, Light, Dark   string
	Auto, Conflict, WheelHint                                    string
	HelpRows                                                     [][2]string
}

// For gives the words of a language; any language that has no table yet reads English.
func For(lang string) *Words {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if base == "fr" {
		return &french
	}
	return &english
}

// Count writes a number with its noun: Count(1, "event", "events") is "1 event".
// French takes the singular for zero as well.
func (w *Words) Count(n int, one, many string) string {
	noun := many
	if n == 1 || n == 0 && w.Lang == "fr" {
		noun = one
	}
	return w.Number(n) + " " + noun
}

// Number groups thousands as the language does: "5 000" with a narrow no-break
// space in French, "5,000" in English.
func (w *Words) Number(n int) string {
	s := strconv.Itoa(n)
	separator := ","
	if w.Lang == "fr" {
		separator = "\u202f"
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + separator + s[i:]
	}
	return s
}
