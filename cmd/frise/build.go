package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/read"
)

func newBuild() *cobra.Command {
	var (
		in      inputFlags
		out     outputFlags
		o       timeline.Options
		focus   focusFlags
		mode    string
		explain bool
		memory  = size(timeline.DefaultMemory)
		usage   bool
	)
	c := &cobra.Command{
		Use:   "build PATH…",
		Short: "Make one timeline of articles (files, folders, patterns, addresses, or - for standard input)",
		Example: `  frise build articles/                                    the timeline as YAML
  frise build articles/ -o timeline.html -o timeline.yaml  a page, and the same to edit
  frise build export.jsonl --max 20 --since 2014 -o t.html  the twenty weightiest since 2014
  frise build depeche.txt --date "mercredi dernier"        an article whose file has no date`,
		Args: atLeastOne,
		RunE: func(c *cobra.Command, args []string) error {
			begin := time.Now()
			ro, err := in.options()
			if err != nil {
				return err
			}
			if err := focus.parse(&o, in.lang); err != nil {
				return err
			}
			if o.Mode, err = parseMode(mode); err != nil {
				return err
			}
			if o.Titles != "headline" && o.Titles != "sentence" {
				return usageError{fmt.Errorf("--titles %s: it is headline or sentence", o.Titles)}
			}
			target, err := out.prepare(c.Context())
			if err != nil {
				return err
			}
			o.Lang = in.lang
			o.Memory = int64(memory)
			limitMemory(o.Memory)
			if explain {
				o.Explain = func(x timeline.Explanation) { x.WriteText(os.Stderr) }
			}
			var report read.Report
			var done func()
			ro.Progress, done = progress("reading")
			o.Interrupted, o.Scratch = c.Context().Err, scratch
			o.Progress = stages()
			t, warnings, err := timeline.Stream(func(yield func(read.Article) error) (err error) {
				report, err = read.Walk(c.Context(), args, ro, yield)
				return err
			}, o)
			done()
			if err != nil {
				return err
			}
			defer t.Close()
			for _, w := range warnings {
				fmt.Fprintf(os.Stderr, "frise: %s: %s\n", w.Article, w.Msg)
			}
			skipped := tellProblems(report)
			if _, articles := t.Counts(); articles == 0 && skipped != nil {
				return fmt.Errorf("no article could be read")
			}
			var pieces timeline.Pieces = t
			if explain && len(out.out) > 1 { // walked once, so that it is explained once
				if pieces, err = timeline.Whole(t); err != nil {
					return err
				}
			}
			if err := target.write(c.Context(), pieces); err != nil {
				return err
			}
			events, articles := t.Counts()
			if events == 0 && articles > 0 {
				focus.tellNothing(os.Stderr, articles, o, t.Omitted())
			}
			if usage {
				showUsage(begin, articles, events)
			}
			return skipped
		},
	}
	in.add(c)
	out.add(c)
	focus.add(c, &o)
	c.Flags().StringVar(&o.Title, "title", "", "title of the timeline")
	c.Flags().StringVar(&o.Titles, "titles", "headline", "headline: short titles; sentence: the plain sentences")
	c.Flags().StringVar(&mode, "mode", "auto", "how bare dates are read: news, narrative or auto")
	c.Flags().BoolVar(&explain, "explain", false, "tell on standard error why each event has its score and why its sources are one event")
	c.Flags().Var(&memory, "memory", "memory to use at most, about; what does not fit goes to temporary files")
	c.Flags().BoolVar(&usage, "usage", false, "tell what the build took")
	_ = c.Flags().MarkHidden("usage")
	c.Flags().BoolVar(&o.NoInference, "no-inference", false, "date no article from its words or from other articles")
	return c
}

func parseMode(s string) (timeline.Mode, error) {
	switch s {
	case "auto", "":
		return timeline.AutoMode, nil
	case "news":
		return timeline.News, nil
	case "narrative":
		return timeline.Narrative, nil
	}
	return 0, usageError{fmt.Errorf("--mode %s: it is news, narrative or auto", s)}
}
