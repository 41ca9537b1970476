package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/tempo"
)

func newEval() *cobra.Command {
	var (
		by     string
		misses bool
		json   bool
		mode   string
		events []string
		dates  []string
		topics bool
	)
	c := &cobra.Command{
		Use:   "eval GOLD.jsonl…",
		Short: "Measure the tagger, merging and the choice of dates on annotated text",
		Long: `The tagger is measured by TempEval-3's scores. --events measures which mentions build holds for
one event (MUC, B-cubed, CEAF, pairs) on ECB+ articles or SemEval-2015 TimeLine sets; --dates which
dates the N weightiest events have, N being the number of dates of a timeline that people made.`,
		Example: `  frise eval gold.jsonl
  frise eval a.jsonl b.jsonl --by rule --errors
  frise eval --events ecbplus.jsonl --topics
  frise eval --dates crisis.jsonl`,
		Args: func(c *cobra.Command, args []string) error {
			if len(events)+len(dates) > 0 {
				return nil
			}
			return atLeastOne(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			m, err := parseMode(mode)
			if err != nil {
				return err
			}
			switch by {
			case "", "type", "rule", "doc":
			default:
				return usageError{fmt.Errorf("--by %s: it is type, rule or doc", by)}
			}
			if err := evalEvents(c.OutOrStdout(), events, timeline.Options{Mode: m}, topics, json); err != nil {
				return err
			}
			if err := evalDates(c.OutOrStdout(), dates, timeline.Options{Mode: m}, json); err != nil {
				return err
			}
			if len(args) == 0 {
				return nil
			}
			docs, err := readGold(args)
			if err != nil {
				return err
			}
			result := eval.Score(docs, taggerFor(m))
			return writeResult(c.OutOrStdout(), result, by, misses, json)
		},
	}
	c.Flags().StringVar(&by, "by", "", "one line per type, rule or doc")
	c.Flags().BoolVar(&misses, "errors", false, "every miss with its sentence, gold and ours side by side")
	c.Flags().BoolVar(&json, "json", false, "the figures as JSON")
	c.Flags().StringArrayVar(&events, "events", nil, "a file of articles with annotated events (ECB+, SemEval-2015 TimeLine)")
	c.Flags().StringArrayVar(&dates, "dates", nil, "a file of articles with timelines that people made")
	c.Flags().BoolVar(&topics, "topics", false, "with --events, one line for each topic")
	c.Flags().StringVar(&mode, "mode", "auto", "how bare dates are read: news, narrative or auto")
	return c
}

func writeResult(w io.Writer, r eval.Result, by string, misses, json bool) error {
	if json {
		return r.WriteJSON(w, misses)
	}
	if err := r.WriteTable(w, by); err != nil || !misses {
		return err
	}
	return r.WriteMisses(w)
}

// readGold reads annotated files; what is wrong in one is told and does not
// stop the others.
func readGold(paths []string) (docs []eval.Document, err error) {
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		d, err := eval.ReadGold(f, p)
		f.Close()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		docs = append(docs, d...)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("no annotated document in %v", paths)
	}
	return docs, nil
}

// taggerFor bridges our tagger to the measure.
func taggerFor(mode timeline.Mode) func(eval.Document) []eval.Timex {
	tagger := timeline.NewTagger(mode)
	return func(d eval.Document) []eval.Timex {
		publication, _ := tempo.ParseEDTF(d.DCT)
		tags, _, err := tagger.Tag(d.Text, d.Lang, publication)
		if err != nil {
			return nil
		}
		out := make([]eval.Timex, len(tags))
		for i, t := range tags {
			out[i] = eval.Timex{Start: t.Start, End: t.End, Text: t.Text, Type: t.Type, Value: t.Value, Mod: t.Mod, Rule: t.Rule}
		}
		return out
	}
}
