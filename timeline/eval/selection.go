package eval

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/frise-timeline/frise/timeline"
)

// A Crisis is a set of dated articles with the timelines that journalists made
// of the same matter.
type Crisis struct {
	Topic      string
	Lang       string
	Documents  []Document
	References []Reference
}

// A Reference is one timeline made by people: what happened, by date.
type Reference struct {
	Source string
	Items  []ReferenceItem
}

// A ReferenceItem is what a reference tells of one date.
type ReferenceItem struct {
	Date string   `json:"date"`
	Text []string `json:"text"`
}

// ReadCrises reads articles with reference timelines, one topic a line.
func ReadCrises(r io.Reader, name string) ([]Crisis, error) {
	var crises []Crisis
	err := eachLine(r, name, func(line int, data []byte) error {
		var in struct {
			Topic    string `json:"topic"`
			Lang     string `json:"lang"`
			Articles []struct {
				ID    string `json:"id"`
				Title string `json:"title"`
				Date  string `json:"date"`
				Text  string `json:"text"`
			} `json:"articles"`
			Timelines []struct {
				Source string          `json:"source"`
				Items  []ReferenceItem `json:"items"`
			} `json:"timelines"`
		}
		if err := json.Unmarshal(data, &in); err != nil {
			return fmt.Errorf("%s:%d: no topic with articles and timelines: %w", name, line, err)
		}
		c := Crisis{Topic: in.Topic, Lang: in.Lang}
		for _, a := range in.Articles {
			c.Documents = append(c.Documents, Document{ID: a.ID, Lang: in.Lang, DCT: a.Date, Title: a.Title, Text: a.Text, File: name, Line: line})
		}
		var problems []error
		for _, t := range in.Timelines {
			for _, item := range t.Items {
				if _, ok := dateExtent(item.Date); !ok {
					problems = append(problems, fmt.Errorf("%s:%d: reference %q has the date %q; expected an ISO date", name, line, t.Source, item.Date))
				}
			}
			c.References = append(c.References, Reference{t.Source, t.Items})
		}
		crises = append(crises, c)
		return errors.Join(problems...)
	})
	return crises, err
}

// Dates are the distinct dates of a reference, sorted.
func (r Reference) Dates() []string {
	set := map[string]bool{}
	for _, item := range r.Items {
		set[item.Date] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// A Selection compares the dates of one timeline with those of one reference.
type Selection struct {
	Topic    string   `json:"topic"`
	Source   string   `json:"source"`
	N        int      `json:"n"` // distinct dates of the reference, and the events asked for
	Ours     PRF      `json:"ours"`
	Baseline PRF      `json:"baseline"` // the N publication days with the most articles
	Hits     []string `json:"hits"`
	Missed   []string `json:"missed"`
	Extra    []string `json:"extra"`
}

// SelectDates builds a timeline of at most N events for every reference, N
// being the number of its distinct dates, and scores the distinct days of its
// events. An event that spans several days counts as its first; one that is
// coarser than a day is right only where the reference has the same date.
func SelectDates(crises []Crisis, build func(c Crisis, n int) (timeline.Timeline, error)) ([]Selection, error) {
	var out []Selection
	for _, c := range crises {
		for _, r := range c.References {
			want := r.Dates()
			tl, err := build(c, len(want))
			if err != nil {
				return out, fmt.Errorf("topic %s: %w", c.Topic, err)
			}
			ours := eventDates(tl)
			s := Selection{Topic: c.Topic, Source: r.Source, N: len(want)}
			for _, d := range ours {
				if slices.Contains(want, d) {
					s.Hits = append(s.Hits, d)
				} else {
					s.Extra = append(s.Extra, d)
				}
			}
			for _, d := range want {
				if !slices.Contains(ours, d) {
					s.Missed = append(s.Missed, d)
				}
			}
			s.Ours = prf(len(s.Hits), len(want), len(ours))
			s.Baseline = datePRF(BusiestDays(c.Documents, len(want)), want)
			out = append(out, s)
		}
	}
	return out, nil
}

func datePRF(ours, want []string) PRF {
	right := 0
	for _, d := range ours {
		if slices.Contains(want, d) {
			right++
		}
	}
	return prf(right, len(want), len(ours))
}

// eventDates are the distinct dates of a timeline's events, sorted.
func eventDates(tl timeline.Timeline) []string {
	set := map[string]bool{}
	for _, e := range tl.Events {
		date := plainDate(e.Date)
		if e.Start != "" && (e.Precision == "day" || e.Precision == "part-of-day" || e.Precision == "minute") {
			date = e.Start
		}
		set[date] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// BusiestDays is the baseline of date selection: the n days on which the most
// articles appeared, the earlier first among equals, sorted by date.
func BusiestDays(documents []Document, n int) []string {
	count := map[string]int{}
	for _, d := range documents {
		if len(d.DCT) >= len("2006-01-02") {
			count[d.DCT[:len("2006-01-02")]]++
		}
	}
	days := slices.SortedFunc(maps.Keys(count), func(x, y string) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
	})
	days = days[:min(n, len(days))]
	slices.Sort(days)
	return days
}

// WriteSelections prints one line a reference, in percent.
func WriteSelections(w io.Writer, selections []Selection) error {
	var t table
	t.line("topic", "dates", "P", "R", "F1", "baseline P", "R", "F1", "ours/baseline")
	t.rule()
	for _, s := range selections {
		times := "—"
		if s.Baseline.F1 > 0 {
			times = fmt.Sprintf("%.2f", s.Ours.F1/s.Baseline.F1)
		}
		t.line(clip(s.Topic, 40), fmt.Sprint(s.N), percent(s.Ours.P), percent(s.Ours.R), percent(s.Ours.F1),
			percent(s.Baseline.P), percent(s.Baseline.R), percent(s.Baseline.F1), times)
	}
	return t.write(w)
}
