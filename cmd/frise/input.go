package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
	"github.com/frise-timeline/frise/timeline/whenrule"
)

// inputFlags are the flags of all commands that read articles.
type inputFlags struct {
	date, lang, from, manifest, cache string
	columns                           []string
	timeout, cacheAge                 time.Duration
	maxSize                           int64
}

func (f *inputFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.date, "date", "", `publication date of all articles: 2024-06-19, 2024-06, "mercredi dernier", "last Wednesday"`)
	c.Flags().StringVar(&f.lang, "lang", "", "language of all articles ("+strings.Join(lang.Codes(), ", ")+"); found by itself otherwise")
	c.Flags().StringVar(&f.from, "from", "", "format of all inputs, found by itself otherwise ("+strings.Join(formatNames(), ", ")+")")
	c.Flags().StringVar(&f.manifest, "manifest", "", "an articles.yaml that says dates, titles and sources of the files")
	c.Flags().StringSliceVar(&f.columns, "columns", nil, "which column holds what, as field=column (text=Corps,date=Publié)")
	c.Flags().DurationVar(&f.timeout, "timeout", 30*time.Second, "for one page of the web")
	c.Flags().Int64Var(&f.maxSize, "max-size", 256<<20, "bytes of one file or line that is read as a whole")
	c.Flags().StringVar(&f.cache, "cache", defaultCache(), "folder that keeps pages fetched from the web; empty: none is kept")
	c.Flags().DurationVar(&f.cacheAge, "cache-age", time.Hour, "how long a kept page is used before its site is asked whether it has changed; 0: it is always asked")
}

func formatNames() (names []string) {
	for _, f := range read.Formats {
		names = append(names, f.Name)
	}
	return names
}

func defaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "frise")
}

func (f *inputFlags) options() (read.Options, error) {
	o := read.Options{NoMeta: true, Lang: f.lang, From: f.from, Manifest: f.manifest, CacheDir: f.cache, CacheAge: f.cacheAge, Stdin: os.Stdin, Timeout: f.timeout, MaxSize: f.maxSize}
	if f.lang != "" && !known(f.lang) {
		return o, usageError{fmt.Errorf("--lang %s: frise knows %s", f.lang, strings.Join(lang.Codes(), ", "))}
	}
	if f.date != "" {
		s, err := typedDate(f.date, f.lang)
		if err != nil {
			return o, usageError{fmt.Errorf("--date: %w", err)}
		}
		o.Date = s.EDTF()
	}
	for _, c := range f.columns {
		field, column, ok := strings.Cut(c, "=")
		if !ok {
			return o, usageError{fmt.Errorf("--columns %s: write field=column, the fields are %s", c, strings.Join(read.Fields, ", "))}
		}
		if o.Columns == nil {
			o.Columns = map[string]string{}
		}
		o.Columns[field] = column
	}
	return o, nil
}

func known(code string) bool { return slices.Contains(lang.Codes(), code) }

// typedDate reads a date that a person types: EDTF, or words from today on.
func typedDate(text, code string) (tempo.Span, error) {
	return whenrule.Parse(text, time.Now(), code)
}

// tellProblems writes what could not be read to standard error; it gives
// errSkipped if there was anything.
func tellProblems(r read.Report) error {
	for i := range r.Problems {
		fmt.Fprintln(os.Stderr, r.Problems[i].Error())
	}
	if n := len(r.Skipped); n > 0 {
		fmt.Fprintf(os.Stderr, "frise: %d left out on purpose:\n", n)
		for _, s := range r.Skipped {
			fmt.Fprintf(os.Stderr, "  %s", s.Path)
			if s.Line > 0 {
				fmt.Fprintf(os.Stderr, ":%d", s.Line)
			}
			if s.Title != "" {
				fmt.Fprintf(os.Stderr, ": %s", s.Title)
			}
			fmt.Fprintf(os.Stderr, ": %s\n", s.Reason)
		}
	}
	if len(r.Problems) > 0 {
		return errSkipped
	}
	return nil
}
