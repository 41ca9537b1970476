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
	)
	c := &cobra.Command{
		Use:   "eval GOLD.jsonl…",
		Short: "Measure the tagger on annotated text (TempEval-3 scores)",
		Example: `  frise eval gold.jsonl
  frise eval a.jsonl b.jsonl --by rule --errors`,
		Args: atLeastOne,
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
