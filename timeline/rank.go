package timeline

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A Part is one reason for the score of an event: how much of it there is, from
// 0 to 1, and the most that it can add to the score.
type Part struct {
	Name   string  `json:"name"`
	Count  int     `json:"count,omitempty"` // what was counted, where something was
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}

// A tally is what the score of an event counts.
type tally struct {
	witnesses int // articles with words of their own
	days      int // on which they appeared
	later     bool
	lastDay   int32  // on which one may have appeared, 0 where that is not known
	named     naming // its day
	mentions  int
	lead      bool
	position  float64 // of the earliest mention in its article
	explicit  float64 // how exactly a text says the date, 0 to 1
	certainty float64
	central   float64 // how much its articles are about what the collection is about
	status    string
	typed     bool
	actors    bool // actors or people are known
}

// count makes the tally of an event.
func (b *builder) count(drafts []draft, span tempo.Span, e *Event) tally {
	t := tally{position: 1, mentions: len(drafts), status: e.Status, typed: e.Type != "", actors: len(e.Actors)+len(e.People) > 0}
	var room [2][16]int32
	groups, days := room[0][:0], room[1][:0]
	day := dayNumber(span.Start)
	for i := range drafts {
		d := &drafts[i]
		w := b.witnesses[d.article]
		groups = append(groups, w.group)
		if w.day != 0 {
			days = append(days, w.day)
			t.later = t.later || w.day > day+remembered
		}
		t.central = max(t.central, float64(w.central))
		if p := d.published; !p.IsZero() && !p.End.IsOpen() {
			t.lastDay = max(t.lastDay, dayNumber(p.End-1))
		}
		t.lead = t.lead || d.lead
		t.position = min(t.position, d.position)
		t.explicit = max(t.explicit, explicit(d))
		t.certainty = max(t.certainty, d.certainty)
	}
	if isDay(span) {
		t.named = b.census.named[day]
	}
	t.witnesses, t.days = distinct(groups), max(1, distinct(days))
	return t
}

// distinct counts the different values of a list, which it sorts.
func distinct[T cmp.Ordered](list []T) int {
	slices.Sort(list)
	return len(slices.Compact(list))
}

// remembered is the number of days after which an event that is still told is
// remembered, and no longer news.
const remembered = 7

// explicit tells how exactly a draft's own words say its date: a date in
// figures, words that lead to it, or nothing but the article's own date.
func explicit(d *draft) float64 {
	switch {
	case d.onlyPublished():
		return 0.3
	case strings.ContainsAny(d.expression, "0123456789"):
		return 1
	case d.span.Grain >= tempo.Year:
		return 0 // "cette année", "ces derniers temps"
	}
	return 0.7
}

// parts lists what the score of an event is made of. What many independent
// articles tell, on many days, weighs most; then how exactly its date is known,
// and which days the articles come back to. What is told in an article on the
// subject that most of them have weighs more than what one of them tells of
// something else.
func (t tally) parts(s tempo.Span) []Part {
	few := func(n int, half float64) float64 { return float64(n-1) / (float64(n-1) + half) } // n = 1 gives 0, n = 1+half a half
	yes := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	named, later := int(t.named.articles), int(t.named.later)
	return []Part{
		{"independent articles", t.witnesses, few(t.witnesses, 2), 0.23},
		{"days on which they appeared", t.days, few(t.days, 2), 0.07},
		{"articles that name its day", named, few(1+named, 3), 0.09},
		{"articles that name it a week later", later, few(1+later, 2), 0.06},
		{"still told a week later", 0, yes(t.later), 0.02},
		{"mentions", t.mentions, few(t.mentions, 4), 0.02},
		{"subject of the collection", 0, t.central, 0.09},
		{"news of its article", 0, yes(t.lead), 0.10},
		{"place in its article", 0, 1 - t.position, 0.06},
		{"exact date", 0, exactness(s), 0.14},
		{"date said outright", 0, t.explicit, 0.05},
		{"act known", 0, yes(t.typed), 0.05},
		{"actors known", 0, yes(t.actors), 0.02},
	}
}

// exactness is how exact a date is, 0 to 1. A part of a day is a scene of what
// happened on it.
func exactness(s tempo.Span) float64 {
	switch g := s.Grain; {
	case s.Start.IsOpen() || s.End.IsOpen():
		return 0.3
	case g == tempo.PartOfDay || g == tempo.NoGrain:
		return 0.7
	case g <= tempo.Day:
		return 1
	case g <= tempo.Week:
		return 0.7
	case g <= tempo.Month:
		return 0.6
	case g <= tempo.Half:
		return 0.3
	case g <= tempo.Year:
		return 0.2
	}
	return 0
}

// doubt is the share of its score that an event keeps: what is only planned,
// possible or denied weighs less than what happened.
func (t tally) doubt() float64 {
	f := t.certainty
	switch t.status {
	case "":
	case "planned":
		f *= 0.85
	default:
		f *= 0.9
	}
	return f
}

// score weighs an event from 0 to 1.
func score(parts []Part, doubt float64) float64 {
	sum := 0.0
	for _, p := range parts {
		sum += p.Value * p.Weight
	}
	return math.Round(sum*doubt*1000) / 1000
}
