package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/frise-timeline/frise/render/tagged"
	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

func newTag() *cobra.Command {
	var (
		in      inputFlags
		format  string
		mode    string
		explain bool
	)
	c := &cobra.Command{
		Use:   "tag PATH…",
		Short: "Show every temporal expression and what it was resolved to, and why",
		Example: `  frise tag article.txt --date 2024-06-19
  frise tag article.txt --explain                 rule, base and tense of each
  frise tag articles/ -f jsonl > mentions.jsonl   TIMEX3 values, one line an article
  frise tag articles/ -f timeml > article.tml`,
		Args: atLeastOne,
		RunE: func(c *cobra.Command, args []string) error {
			ro, err := in.options()
			if err != nil {
				return err
			}
			m, err := parseMode(mode)
			if err != nil {
				return err
			}
			write, err := tagged.Named(format)
			if err != nil {
				return usageError{err}
			}
			o := tagged.Options{Explain: explain, Color: term.IsTerminal(int(os.Stdout.Fd())) && os.Getenv("NO_COLOR") == ""}
			w := bufio.NewWriter(c.OutOrStdout())
			report, err := tagAll(c.Context(), args, ro, m, func(a tagged.Article) error { return write(w, a, o) })
			if err != nil {
				return err
			}
			if err := tagged.End(w, format); err != nil {
				return err
			}
			if err := w.Flush(); err != nil {
				return err
			}
			return tellProblems(report)
		},
	}
	in.add(c)
	c.Flags().StringVarP(&format, "format", "f", "text", fmt.Sprintf("%v", tagged.Names()))
	c.Flags().StringVar(&mode, "mode", "auto", "how bare dates are read: news, narrative or auto")
	c.Flags().BoolVar(&explain, "explain", false, "tell how each value was reached")
	return c
}

// tagAll tags the articles of the paths in their order.
func tagAll(ctx context.Context, paths []string, ro read.Options, mode timeline.Mode, write func(tagged.Article) error) (read.Report, error) {
	tagger := timeline.NewTagger(mode)
	return read.Walk(ctx, paths, ro, func(a read.Article) error {
		publication, _ := tempo.ParseEDTF(a.Date)
		tags, code, err := tagger.Tag(a.Text, a.Lang, publication)
		if err != nil {
			return err
		}
		return write(tagged.Article{ID: a.ID, Lang: code, Date: a.Date, Title: a.Title, Text: a.Text, Tags: tags})
	})
}
