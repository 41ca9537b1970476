package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/render"
	"github.com/frise-timeline/frise/render/html"
	"github.com/frise-timeline/frise/timeline"
)

// outputFlags are the flags of the commands that write timelines.
type outputFlags struct {
	out                  []string
	format               string
	by, mode, assets     string
	frontMatter, compact bool
}

func (f *outputFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVarP(&f.out, "output", "o", nil, "file to write; its extension says the format; may be given several times")
	c.Flags().StringVarP(&f.format, "format", "f", "", "format where no extension says it: "+fmt.Sprint(render.Names()))
	c.Flags().StringVar(&f.by, "by", "", "lanes of the page: actor, type or source")
	c.Flags().StringVar(&f.mode, "page", "single", fmt.Sprintf("how the page is made: %v", html.Modes))
	c.Flags().StringVar(&f.assets, "assets", "inline", fmt.Sprintf("where the page's script is: %v", html.AssetSources))
	c.Flags().BoolVar(&f.frontMatter, "front-matter", false, "begin Markdown with YAML front matter")
	c.Flags().BoolVar(&f.compact, "compact", false, "JSON without line breaks")
}

// write writes the timeline to every output; a file appears whole or not at all.
func (f *outputFlags) write(t timeline.Timeline) error {
	o := render.Options{FrontMatter: f.frontMatter, Compact: f.compact, Page: html.Options{Mode: f.mode, Assets: f.assets, By: f.by}}
	o.Skipped = func(e timeline.Event, why string) {
		fmt.Fprintf(os.Stderr, "frise: left out %s %q: %s\n", e.Date, e.Title, why)
	}
	if len(f.out) == 0 {
		format, err := render.Named(orDefault(f.format, "yaml"))
		if err != nil {
			return usageError{err}
		}
		w := bufio.NewWriter(os.Stdout)
		if err := format.Write(w, t, o); err != nil {
			return err
		}
		return w.Flush()
	}
	for _, path := range f.out {
		format, err := f.formatFor(path)
		if err != nil {
			return usageError{err}
		}
		if format.Name == "html" {
			if notice := html.Notice(o.Page); notice != "" {
				fmt.Fprintln(os.Stderr, "frise: "+notice)
			}
			if err := writeAssets(path, o.Page); err != nil {
				return err
			}
		}
		if err := writeWhole(path, func(w io.Writer) error { return format.Write(w, t, o) }); err != nil {
			return err
		}
	}
	return nil
}

func (f *outputFlags) formatFor(path string) (render.Format, error) {
	if f.format != "" {
		return render.Named(f.format)
	}
	return render.ForPath(path)
}

func orDefault(s, def string) string {
	if s == "" {
		return def
	}
	return s
}

// writeWhole writes a file in full beside its place and then puts it there. A
// device or pipe is written as it is.
func writeWhole(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, b.Bytes(), 0o644)
	}
	return renameio.WriteFile(path, b.Bytes(), 0o644)
}
