package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

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
		out     string
	)
	c := &cobra.Command{
		Use:   "tag PATH…",
		Short: "Show every temporal expression and what it was resolved to, and why",
		Example: `  frise tag article.txt --date 2024-06-19
  frise tag article.txt --explain                 rule, base and tense of each
  frise tag articles/ -f jsonl > mentions.jsonl   TIMEX3 values, one line an article
  frise tag articles/ -f timeml -o annotated/     one .tml an article
  frise tag articles/ -f html -o tagged.html       a page that tells why`,
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
			o := tagged.Options{Explain: explain, Color: out == "" && term.IsTerminal(int(os.Stdout.Fd())) && os.Getenv("NO_COLOR") == ""}
			var report read.Report
			walk := func(write func(tagged.Article) error) (err error) {
				report, err = tagAll(c.Context(), args, ro, m, write)
				return err
			}
			if err := writeTagged(c.OutOrStdout(), out, format, o, walk); err != nil {
				return err
			}
			return tellProblems(report)
		},
	}
	in.add(c)
	c.Flags().StringVarP(&out, "output", "o", "", "file to write; for timeml a folder that gets one file an article")
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

// writeTagged writes the tagged articles of a walk to standard output, to a
// file, or one by one into a folder.
func writeTagged(stdout io.Writer, out, format string, o tagged.Options, walk func(func(tagged.Article) error) error) error {
	probe, err := tagged.New(io.Discard, format, o)
	if err != nil {
		return usageError{err}
	}
	if out != "" && probe.Single() {
		if err := os.MkdirAll(out, 0o755); err != nil {
			return err
		}
		return walk(func(a tagged.Article) error {
			name := filepath.Join(out, fileName(a.ID)+".tml")
			return writeWhole(name, func(w io.Writer) error { return writeOne(w, format, o, a) })
		})
	}
	all := func(w io.Writer) error {
		b := bufio.NewWriter(w)
		t, err := tagged.New(b, format, o)
		if err != nil {
			return err
		}
		if err := walk(t.Write); err != nil {
			return err
		}
		if err := t.Close(); err != nil {
			return err
		}
		return b.Flush()
	}
	if out == "" {
		return all(stdout)
	}
	return writeWhole(out, all)
}

func writeOne(w io.Writer, format string, o tagged.Options, a tagged.Article) error {
	t, err := tagged.New(w, format, o)
	if err != nil {
		return err
	}
	if err := t.Write(a); err != nil {
		return err
	}
	return t.Close()
}

// fileName makes a file's name of an article's ID: nothing that leads out of the folder.
func fileName(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || r == ':' || r < ' ' {
			return '_'
		}
		return r
	}, strings.TrimLeft(id, "."))
}
