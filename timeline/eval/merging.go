package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/frise-timeline/frise/timeline"
)

// Assign maps gold mentions onto the events of a timeline: a mention belongs to
// the event that has a source whose span covers it, the shortest such span
// where there are several, the first of those where they are equal. The labels
// are indices of events; an empty label says that no event covers the mention.
func Assign(tl timeline.Timeline, mentions []EventMention) []string {
	type cover struct{ start, end, event int }
	covers := map[string][]cover{}
	for i, e := range tl.Events {
		for _, s := range e.Sources {
			covers[s.Article] = append(covers[s.Article], cover{s.Start, s.End, i})
		}
	}
	out := make([]string, len(mentions))
	for i, m := range mentions {
		best := -1
		for _, c := range covers[m.Doc] {
			if c.start <= m.Start && m.End <= c.end && (best < 0 || c.end-c.start < best) {
				best = c.end - c.start
				out[i] = fmt.Sprint(c.event)
			}
		}
	}
	return out
}

// MergeReport compares the events of timelines with gold events.
type MergeReport struct {
	Topics []NamedScores `json:"topics"`
	// All scores every gold mention; one that no event covers stands alone.
	All ClusterScores `json:"all"`
	// Covered scores only the mentions that some event covers: merging apart
	// from extraction.
	Covered ClusterScores `json:"covered"`
	// Baseline scores the mentions of All with the same sources grouped by
	// "same day and a stem in common"; CoveredBaseline those of Covered.
	Baseline        ClusterScores `json:"baseline"`
	CoveredBaseline ClusterScores `json:"coveredBaseline"`
	// Links and BaselineLinks score pairs of sentences of different articles, of
	// those sentences that some event covers.
	Links         PRF `json:"links"`
	BaselineLinks PRF `json:"baselineLinks"`
	// Dated counts covered mentions whose gold has a date, RightDate those
	// whose event has it or a finer one.
	Dated     int `json:"dated"`
	RightDate int `json:"rightDate"`
	Skipped   int `json:"skipped"`
}

// Merging builds a timeline of every topic and scores which mentions it holds
// for one event. A label never reaches past its topic. stem shortens a word of
// a language to what it shares with its kin; the baseline uses it, and takes
// the first five letters where it is nil.
func Merging(topics []Topic, build func(Topic) (timeline.Timeline, error), stem func(lang, word string) string) (MergeReport, error) {
	var r MergeReport
	var gold, ours, base []string
	var links, baseLinks linkCount
	for _, t := range topics {
		tl, err := build(t)
		if err != nil {
			return r, fmt.Errorf("topic %s: %w", t.Name, err)
		}
		r.Skipped += t.Skipped
		g := make([]string, len(t.Mentions))
		for i, m := range t.Mentions {
			g[i] = m.Cluster
		}
		s := Assign(tl, t.Mentions)
		b := Assign(SameDayBaseline(tl, stem), t.Mentions)
		r.countDates(tl, t.Mentions, s)
		covered := slices.Clone(g)
		for i := range covered {
			if s[i] == "" {
				covered[i] = ""
			}
		}
		links.add(t, covered, s)
		baseLinks.add(t, covered, b)
		r.Topics = append(r.Topics, NamedScores{t.Name, CompareClusters(g, s)})
		gold, ours, base = append(gold, within(t.Name, g)...), append(ours, within(t.Name, s)...), append(base, within(t.Name, b)...)
	}
	r.All, r.Baseline = CompareClusters(gold, ours), CompareClusters(gold, base)
	r.Links, r.BaselineLinks = links.score(), baseLinks.score()
	var g, s, b []string
	for i := range gold {
		if ours[i] != "" {
			g, s, b = append(g, gold[i]), append(s, ours[i]), append(b, base[i])
		}
	}
	r.Covered, r.CoveredBaseline = CompareClusters(g, s), CompareClusters(g, b)
	return r, nil
}

// within keeps the labels of topics apart.
func within(topic string, labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		if l != "" {
			out[i] = topic + "\x00" + l
		}
	}
	return out
}

func (r *MergeReport) countDates(tl timeline.Timeline, mentions []EventMention, labels []string) {
	for i, m := range mentions {
		if m.Date == "" || labels[i] == "" {
			continue
		}
		r.Dated++
		var event int
		if _, err := fmt.Sscan(labels[i], &event); err == nil && strings.HasPrefix(plainDate(tl.Events[event].Date), m.Date) {
			r.RightDate++
		}
	}
}

// SameDayBaseline is the merging to beat: the sources of a timeline, taken
// apart and grouped anew, two of them together when they have the same date
// and their quotes share the stem of a word of five letters or more.
func SameDayBaseline(tl timeline.Timeline, stem func(lang, word string) string) timeline.Timeline {
	if stem == nil {
		stem = firstFive
	}
	type key struct{ date, stem string }
	joined := newUnion()
	first := map[key]string{}
	var names []string
	sources := map[string]timeline.Source{}
	for i, e := range tl.Events {
		for j, s := range e.Sources {
			name := fmt.Sprintf("%06d %06d", i, j)
			names = append(names, name)
			sources[name] = s
			date := plainDate(s.Date)
			for _, w := range contentWords(s.Quote) {
				k := key{date, stem(e.Lang, w)}
				if other, ok := first[k]; ok {
					joined.join(other, name)
				} else {
					first[k] = name
				}
			}
		}
	}
	out := timeline.Timeline{Title: tl.Title, Lang: tl.Lang, Articles: tl.Articles}
	index := map[string]int{}
	for _, name := range names {
		root := joined.root(name)
		i, ok := index[root]
		if !ok {
			i = len(out.Events)
			index[root] = i
			out.Events = append(out.Events, timeline.Event{ID: root, Date: sources[name].Date})
		}
		out.Events[i].Sources = append(out.Events[i].Sources, sources[name])
	}
	return out
}

// contentWords are the words of five letters or more, in lower case.
func contentWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.DeleteFunc(words, func(w string) bool { return len([]rune(w)) < 5 })
}

func firstFive(_, word string) string {
	if r := []rune(word); len(r) > 5 {
		return string(r[:5])
	}
	return word
}

// Write prints the report: one line for each way of counting, each topic after them.
func (r MergeReport) Write(w io.Writer, topics bool) error {
	rows := []NamedScores{
		{"all mentions", r.All}, {"  same day + shared stem", r.Baseline},
		{"mentions that an event covers", r.Covered}, {"  same day + shared stem", r.CoveredBaseline},
	}
	if topics {
		for _, t := range r.Topics {
			rows = append(rows, NamedScores{"topic " + t.Name, t.ClusterScores})
		}
	}
	if err := WriteClusters(w, rows); err != nil {
		return err
	}
	var links table
	links.line("sentences of different articles", "P", "R", "F1")
	links.rule()
	for _, x := range []struct {
		name string
		PRF
	}{{"that tell one event", r.Links}, {"  same day + shared stem", r.BaselineLinks}} {
		links.line(x.name, percent(x.P), percent(x.R), percent(x.F1))
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	if err := links.write(w); err != nil {
		return err
	}
	if r.Dated > 0 {
		if _, err := fmt.Fprintf(w, "\ndates: %d of %d covered mentions with a gold date have it (%s %%)\n", r.RightDate, r.Dated, percent(share(r.RightDate, r.Dated))); err != nil {
			return err
		}
	}
	if r.Skipped > 0 {
		if _, err := fmt.Fprintf(w, "left out: %d gold mentions that stand nowhere in the text\n", r.Skipped); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON prints the report as JSON.
func (r MergeReport) WriteJSON(w io.Writer) error { return writeJSON(w, r) }
