package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/read"
)

func newDate() *cobra.Command {
	var (
		in     inputFlags
		format string
		all    bool
	)
	c := &cobra.Command{
		Use:   "date PATH…",
		Short: "Date articles from their files, their own words and each other",
		Example: `  frise date articles/                                  a table: date, confidence, reasons
  frise date articles/ --all                            with every clue, conflicting ones included
  frise date articles/ -f manifest > articles.yaml      to check, to edit, and to build with
  frise build articles/ --manifest articles.yaml`,
		Args: atLeastOne,
		RunE: func(c *cobra.Command, args []string) error {
			ro, err := in.options()
			if err != nil {
				return err
			}
			var write func(io.Writer, []read.Article, []timeline.Dating) error
			switch format {
			case "table":
				write = func(w io.Writer, a []read.Article, d []timeline.Dating) error { return writeDateTable(w, d, all) }
			case "jsonl":
				write = writeDateLines
			case "manifest":
				write = writeDateManifest
			default:
				return usageError{fmt.Errorf("--format %s: it is table, jsonl or manifest", format)}
			}
			var articles []read.Article
			var done func()
			ro.Progress, done = progress("reading")
			report, err := read.Walk(c.Context(), args, ro, func(a read.Article) error {
				articles = append(articles, a)
				return nil
			})
			done()
			if err != nil {
				return err
			}
			dates, err := timeline.DateArticles(articles, timeline.Options{Lang: in.lang})
			if err != nil {
				return err
			}
			w := bufio.NewWriter(c.OutOrStdout())
			if err := write(w, articles, dates); err != nil {
				return err
			}
			if err := w.Flush(); err != nil {
				return err
			}
			for _, d := range dates {
				if d.Warning != "" {
					fmt.Fprintf(os.Stderr, "frise: %s: %s\n", d.ID, d.Warning)
				}
			}
			return tellProblems(report)
		},
	}
	in.add(c)
	c.Flags().StringVarP(&format, "format", "f", "table", "table, jsonl or manifest")
	c.Flags().BoolVar(&all, "all", false, "every clue in the table, not the best alone")
	return c
}

// writeDateTable writes one line an article: its date, how fine and how sure
// it is, and why.
func writeDateTable(w io.Writer, dates []timeline.Dating, all bool) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(t, "ARTICLE\tDATE\tPRECISION\tCONFIDENCE\tREASON")
	for _, d := range dates {
		date, sure := d.Date, fmt.Sprintf("%.2f", d.Confidence)
		if date == "" {
			date, sure = "open", "–"
		}
		n := 1
		if all {
			n = len(d.Dated)
		}
		why := make([]string, 0, n)
		for _, c := range d.Dated[:min(n, len(d.Dated))] {
			why = append(why, clueText(c))
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", d.ID, date, cmp.Or(d.Precision, "–"), sure, strings.Join(why, "\n\t\t\t\t"))
	}
	return t.Flush()
}

// clueText writes a clue for a person: the kind, the words, the date.
func clueText(c timeline.Clue) string {
	s := c.By
	if c.Text != "" {
		s += " “" + c.Text + "”"
	}
	if c.Date != "" {
		s += " → " + c.Date
	}
	return s
}

// writeDateLines writes one JSON object an article.
func writeDateLines(w io.Writer, _ []read.Article, dates []timeline.Dating) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, d := range dates {
		if d.Dated == nil {
			d.Dated = []timeline.Clue{}
		}
		if err := e.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

// writeDateManifest writes an articles.yaml: what was inferred is marked in a
// comment with its reason, so that a person can check and edit it. A manifest
// says one date of a file, so a file of many articles is left out and told.
func writeDateManifest(w io.Writer, articles []read.Article, dates []timeline.Dating) error {
	count := map[string]int{}
	for _, a := range articles {
		count[a.Path]++
	}
	folder := commonFolder(count)
	list := yaml.Node{Kind: yaml.SequenceNode}
	told := map[string]bool{}
	for i, d := range dates {
		path := articles[i].Path
		if count[path] > 1 {
			if !told[path] {
				fmt.Fprintf(os.Stderr, "frise: %s holds %d articles, and a manifest dates files\nhint: -f jsonl gives each its date\n", path, count[path])
			}
			told[path] = true
			continue
		}
		list.Content = append(list.Content, manifestEntry(strings.TrimPrefix(filepath.ToSlash(path), folder), d))
	}
	if len(list.Content) == 0 {
		return nil
	}
	list.HeadComment = "Dates of the articles of this folder. Those with ? were inferred: check them, and drop the ?\nof those that you have checked. frise build takes this file from the folder, or by --manifest."
	e := yaml.NewEncoder(w)
	if err := e.Encode(&list); err != nil {
		return err
	}
	return e.Close()
}

// manifestEntry writes one line of a manifest, its reason as a comment.
func manifestEntry(file string, d timeline.Dating) *yaml.Node {
	entry := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, pair := range [...][2]string{{"file", file}, {"date", d.Date}} {
		if pair[1] == "" {
			continue
		}
		key, value := &yaml.Node{}, &yaml.Node{}
		key.SetString(pair[0])
		value.SetString(pair[1])
		value.Style = yaml.DoubleQuotedStyle
		entry.Content = append(entry.Content, key, value)
	}
	switch {
	case d.Date == "":
		entry.LineComment = "open"
	case len(d.Dated) > 0:
		entry.LineComment = fmt.Sprintf("%.2f %s", d.Confidence, clueText(d.Dated[0]))
	}
	return entry
}

// commonFolder gives the folder that holds all files, with its final slash;
// empty where there is none.
func commonFolder(paths map[string]int) string {
	folder, first := "", true
	for p := range paths {
		dir := filepath.ToSlash(filepath.Dir(p)) + "/"
		if first {
			folder, first = dir, false
		}
		for !strings.HasPrefix(dir, folder) {
			folder = folder[:strings.LastIndexByte(strings.TrimSuffix(folder, "/"), '/')+1]
		}
	}
	return folder
}
