package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/read"
)

// evalEvents measures merging across articles on files of topics with
// annotated events: each must be in the form of ECB+ or of SemEval-2015 task 4.
func evalEvents(w io.Writer, paths []string, o timeline.Options, topics, asJSON bool) error {
	for _, p := range paths {
		found, err := readTopics(p)
		if err != nil && len(found) == 0 {
			return err
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		r, err := eval.Merging(found, func(t eval.Topic) (timeline.Timeline, error) {
			return clausesOf(t.Documents, o)
		}, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		if asJSON {
			err = r.WriteJSON(w)
		} else if _, err = fmt.Fprintf(w, "%s\n", p); err == nil {
			err = r.Write(w, topics)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readTopics tries the two forms in turn; the one that yields mentions is it.
func readTopics(path string) ([]eval.Topic, error) {
	var problems []error
	for _, form := range []func(io.Reader, string) ([]eval.Topic, error){eval.ReadSemEval, eval.ReadECB} {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		topics, err := form(f, path)
		f.Close()
		for _, t := range topics {
			if len(t.Mentions) > 0 {
				return topics, err
			}
		}
		problems = append(problems, err)
	}
	return nil, fmt.Errorf("%s: no annotated events\nhint: it takes JSON lines of ECB+ articles or of SemEval-2015 TimeLine sets: %w", path, errors.Join(problems...))
}

// evalDates measures which dates a timeline of N events selects, N being the
// number of dates of the reference.
func evalDates(w io.Writer, paths []string, o timeline.Options, asJSON bool) error {
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		crises, err := eval.ReadCrises(f, p)
		f.Close()
		if err != nil && len(crises) == 0 {
			return err
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		s, err := eval.SelectDates(crises, func(c eval.Crisis, n int) (timeline.Timeline, error) {
			o.Max = n
			return buildOf(c.Documents, o)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		if asJSON {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			err = e.Encode(s)
		} else {
			err = eval.WriteSelections(w, s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// buildOf builds the timeline of documents of a corpus.
func buildOf(documents []eval.Document, o timeline.Options) (timeline.Timeline, error) {
	t, _, err := timeline.Build(func(yield func(read.Article) error) error {
		for _, d := range documents {
			if err := yield(articleOf(d)); err != nil {
				return err
			}
		}
		return nil
	}, o)
	return t, err
}

// clausesOf builds a timeline whose sources are the clauses that tell the
// events, not the sentences around them.
func clausesOf(documents []eval.Document, o timeline.Options) (timeline.Timeline, error) {
	var clauses [][][2]int
	o.Explain = func(x timeline.Explanation) { clauses = append(clauses, x.Clauses) }
	t, err := buildOf(documents, o)
	if err == nil {
		eval.ToClauses(&t, clauses, documents)
	}
	return t, err
}

// articleOf hands a document of a corpus to build as an article whose date its
// file says.
func articleOf(d eval.Document) read.Article {
	a := read.Article{ID: d.ID, Title: d.Title, Text: d.Text, Lang: d.Lang, Date: d.DCT, Path: d.File, Line: d.Line}
	if d.DCT != "" {
		a.Dated = []read.Clue{{By: "field", Date: d.DCT, Weight: 1}}
	}
	return a
}
