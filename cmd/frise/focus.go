package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline"
)

// focusFlags are the flags that say which events a reader wants.
type focusFlags struct{ since, until string }

func (f *focusFlags) add(c *cobra.Command, o *timeline.Options) {
	c.Flags().StringVar(&f.since, "since", "", "leave out what ended before this date (2014, 2014-06, \"juin 2014\", 201X)")
	c.Flags().StringVar(&f.until, "until", "", "leave out what began after this date")
	c.Flags().IntVar(&o.Max, "max", 0, "keep so many events, the weightiest")
	c.Flags().IntVar(&o.MinSources, "min-sources", 0, "keep events that so many articles tell, reprints counted once")
	c.Flags().StringVar(&o.About, "about", "", `keep events that name all of these actors, persons, places and words ("Corée du Nord", "Poutine traité")`)
}

// parse reads the flags into the options and refuses what no event can meet.
func (f *focusFlags) parse(o *timeline.Options, code string) (err error) {
	switch {
	case o.Max < 0:
		return usageError{fmt.Errorf("--max %d: it is the number of events to keep, 0 for all", o.Max)}
	case o.MinSources < 0:
		return usageError{fmt.Errorf("--min-sources %d: it is a number of articles, 0 for any", o.MinSources)}
	}
	if f.since != "" {
		if o.Since, err = typedDate(f.since, code); err != nil {
			return usageError{fmt.Errorf("--since: %w", err)}
		}
	}
	if f.until != "" {
		if o.Until, err = typedDate(f.until, code); err != nil {
			return usageError{fmt.Errorf("--until: %w", err)}
		}
	}
	if f.since != "" && f.until != "" && o.Since.Start >= o.Until.End {
		return usageError{fmt.Errorf("--since %s begins after --until %s has ended\nhint: --since takes the earlier date", f.since, f.until)}
	}
	if o.About != "" {
		if err := timeline.CheckAbout(o.About); err != nil {
			return usageError{fmt.Errorf("--about: %w\nhint: write a state, a person, a place or words, as \"Corée du Nord\" or \"Poutine traité\"", err)}
		}
	}
	return nil
}

// tellNothing says why a timeline is empty, and what to try.
func (f *focusFlags) tellNothing(w io.Writer, articles int, o timeline.Options, left timeline.Omission) {
	var why []string
	say := func(n int, format string, args ...any) {
		if n > 0 {
			why = append(why, fmt.Sprintf("%d ", n)+fmt.Sprintf(format, args...))
		}
	}
	say(left.Outside, "outside %s", f.period())
	say(left.FewSources, "told by fewer than %d articles, reprints counted once", o.MinSources)
	say(left.OtherTopic, "not about %q", o.About)
	if len(why) == 0 {
		fmt.Fprintf(w, "frise: no event that can be dated in %d article%s\nhint: 'frise tag' shows the dates that are read in them, 'frise date' those of the articles\n", articles, map[bool]string{true: "s"}[articles != 1])
		return
	}
	fmt.Fprintf(w, "frise: none of %d events is left: %s\n", left.Told, strings.Join(why, ", "))
	if left.OtherTopic == 0 {
		return
	}
	slices.SortStableFunc(left.Topics, func(x, y timeline.TopicCount) int {
		return cmp.Compare(strings.Index(o.About, x.Asked), strings.Index(o.About, y.Asked))
	})
	var found []string
	for _, t := range left.Topics {
		found = append(found, fmt.Sprintf("%s about %q", count(t.Events), t.Asked))
	}
	fmt.Fprintf(w, "hint: of those %d, %s; states, organisations and persons are known\nby all of their names, other words are looked for as they are written in the articles\n", left.OtherTopic, strings.Join(found, ", "))
}

func count(n int) string {
	switch n {
	case 0:
		return "none is"
	case 1:
		return "1 is"
	}
	return fmt.Sprintf("%d are", n)
}

// period says the period as the flags were typed.
func (f *focusFlags) period() string {
	var out []string
	if f.since != "" {
		out = append(out, "--since "+f.since)
	}
	if f.until != "" {
		out = append(out, "--until "+f.until)
	}
	return strings.Join(out, " ")
}
