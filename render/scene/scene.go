// Package scene decides what there is to draw of a timeline, once for the page
// and for the static drawing: where each event stands in epoch milliseconds, in
// which form, and which window of time to show first.
package scene

import (
	"strings"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/actor"
)

// A Kind is the form in which a date is drawn, so that the drawing claims no
// more than the words said.
type Kind string

const (
	Point Kind = "point" // an exact day
	Range Kind = "range" // from one day to another, both said
	Soft  Kind = "soft"  // somewhere in a month, a season, a year …
	Band  Kind = "band"  // somewhere in a decade or a century
)

// A Quad is one of PLOVER's four classes of events; 0 where there is no type.
type Quad int

const (
	Other Quad = iota
	VerbalCooperation
	MaterialCooperation
	VerbalConflict
	MaterialConflict
)

// quads are the classes by the names that actor gives them.
var quads = map[string]Quad{"verbal cooperation": VerbalCooperation, "material cooperation": MaterialCooperation,
	"verbal conflict": VerbalConflict, "material conflict": MaterialConflict}

// QuadOf gives the class of a PLOVER type, or Other.
func QuadOf(eventType string) Quad { return quads[actor.Quad(eventType)] }

// A Mark is what is drawn of one event. From and To are epoch milliseconds in
// UTC, half-open.
type Mark struct {
	Index              int // of the event in the timeline
	From, To           int64
	Kind               Kind
	Quad               Quad
	Approximate        bool // dashed
	OpenStart, OpenEnd bool // fading
	Hollow             bool // not said to have happened
	Others             []Interval
}

// An Interval is a half-open stretch of time in epoch milliseconds.
type Interval struct{ From, To int64 }

// Marks gives a mark for every event that has a place in time, in time order;
// events without any bound are left to the list.
func Marks(events []timeline.Event) []Mark {
	marks := make([]Mark, 0, len(events))
	for i := range events {
		if m, ok := mark(&events[i]); ok {
			m.Index = i
			marks = append(marks, m)
		}
	}
	sortMarks(marks)
	closeOpenEnds(marks)
	return marks
}

func mark(e *timeline.Event) (Mark, bool) {
	from, hasStart := DayMillis(e.Start)
	to, hasEnd := DayMillis(e.End)
	to += dayMillis
	m := Mark{From: from, To: to, Quad: QuadOf(e.Type), Hollow: e.Status != "", OpenStart: !hasStart, OpenEnd: !hasEnd}
	switch {
	case !hasStart && !hasEnd:
		return m, false
	case !hasStart:
		m.From = to - dayMillis
	case !hasEnd:
		m.To = from + dayMillis
	case to <= from: // a person edited the dates into the wrong order
		m.From, m.To = to-dayMillis, from+dayMillis
	}
	m.Kind = kind(e, m)
	m.Approximate = e.Modifier == "approx" || strings.ContainsAny(e.Date, "~?%")
	for _, date := range e.Conflicts {
		if other, ok := dateInterval(date); ok {
			m.Others = append(m.Others, other)
		}
	}
	return m, true
}

func kind(e *timeline.Event, m Mark) Kind {
	switch {
	case e.Precision == "century" || e.Precision == "decade":
		return Band
	case m.OpenStart || m.OpenEnd || strings.Contains(e.Date, "/"):
		return Range
	case m.To-m.From <= dayMillis:
		return Point
	case e.Precision == "day":
		return Range
	}
	return Soft
}

// closeOpenEnds gives open ends a length to fade over, an eighth of the main
// window: enough to be seen, and no claim about when it ended.
func closeOpenEnds(marks []Mark) {
	fade := max((View(marks).To-View(marks).From)/8, 30*dayMillis)
	for i := range marks {
		if marks[i].OpenStart {
			marks[i].From -= fade
		}
		if marks[i].OpenEnd {
			marks[i].To += fade
		}
	}
}
