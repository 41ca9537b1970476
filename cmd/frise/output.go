package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

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
	src, theme           string
	handout              handoutFlags
}

func (f *outputFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVarP(&f.out, "output", "o", nil, "file to write, - for standard output; its extension says the format; may be given several times")
	c.Flags().StringVarP(&f.format, "format", "f", "", "format where no extension says it: "+strings.Join(append(render.Names(), "pdf"), ", "))
	c.Flags().StringVar(&f.by, "by", "", "lanes of the page: actor, type or source")
	c.Flags().StringVar(&f.mode, "page", "single", fmt.Sprintf("how the page is made: %v", html.Modes))
	c.Flags().StringVar(&f.assets, "assets", "inline", fmt.Sprintf("where the page's script is: %v", html.AssetSources))
	c.Flags().BoolVar(&f.frontMatter, "front-matter", false, "begin Markdown with YAML front matter")
	c.Flags().BoolVar(&f.compact, "compact", false, "JSON without line breaks")
	c.Flags().StringVar(&f.src, "src", "", "page embed: the address of the page to show")
	c.Flags().StringVar(&f.theme, "theme", "", "light or dark; the reader's own otherwise")
	f.handout.add(c)
}

// options are the flags as the renderers take them.
func (f *outputFlags) options() (render.Options, error) {
	o := render.Options{FrontMatter: f.frontMatter, Compact: f.compact,
		Page: html.Options{Mode: f.mode, Assets: f.assets, By: f.by, Src: f.src, Theme: f.theme}}
	o.Skipped = func(e timeline.Event, why string) {
		fmt.Fprintf(os.Stderr, "frise: left out %s %q: %s\n", e.Date, e.Title, why)
	}
	var err error
	o.Handout, err = f.handout.options()
	return o, err
}

// An output is what the flags ask for: the formats' options, and what is written where.
type output struct {
	options render.Options
	targets []target
}

// A target is one file to write; "-" is standard output.
type target struct {
	path   string
	format render.Format
}

// prepare refuses what cannot be written before any article is read.
func (f *outputFlags) prepare(ctx context.Context) (*output, error) {
	o, err := f.options()
	if err != nil {
		return nil, err
	}
	if err := o.Check(); err != nil {
		return nil, usageError{err}
	}
	out := &output{options: o}
	paths := f.out
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		format, err := f.formatFor(ctx, path)
		if err != nil {
			return nil, usageError{err}
		}
		if path == "-" && format.Binary && term.IsTerminal(int(os.Stdout.Fd())) {
			return nil, usageError{fmt.Errorf("%s is not for a terminal: name a file with -o", format.Name)}
		}
		out.targets = append(out.targets, target{path, format})
	}
	return out, nil
}

// formatFor is the format that -f names, or else the path's extension; YAML on
// standard output. PDF is the one format that the library does not have.
func (f *outputFlags) formatFor(ctx context.Context, path string) (render.Format, error) {
	switch {
	case strings.EqualFold(f.format, "pdf"), f.format == "" && strings.EqualFold(filepath.Ext(path), ".pdf"):
		return pdfFormat(ctx), nil
	case f.format != "":
		return render.Named(f.format)
	case path == "-":
		return render.Named("yaml")
	}
	return render.ForPath(path)
}

// write writes the timeline to every target; a file appears whole or not at
// all. A timeline that is walked is made whole only for the formats that need it.
func (out *output) write(ctx context.Context, p timeline.Pieces) error {
	all := holder{pieces: p}
	for _, t := range out.targets {
		if t.format.Name == "html" && out.options.Handout.Kind == "" {
			if notice := html.Notice(out.options.Page); notice != "" {
				fmt.Fprintln(os.Stderr, "frise: "+notice)
			}
		}
		write := func(w io.Writer) error { return all.write(ctx, w, t.format, out.options) }
		if t.path == "-" { // as other commands have it, and no file of that name
			w := bufio.NewWriter(os.Stdout)
			if err := errors.Join(write(w), w.Flush()); err != nil {
				return err
			}
			continue
		}
		if t.format.Name == "html" && out.options.Handout.Kind == "" {
			if err := writeAssets(t.path, out.options.Page); err != nil {
				return err
			}
		}
		if err := writeWhole(t.path, write); err != nil {
			return err
		}
	}
	return nil
}

// A holder holds the whole of a timeline once a format has needed it.
type holder struct {
	pieces timeline.Pieces
	whole  *timeline.Timeline
}

func (h *holder) timeline() (*timeline.Timeline, error) {
	if h.whole == nil {
		t, err := timeline.Whole(h.pieces)
		if err != nil {
			return nil, err
		}
		h.whole, h.pieces = t, t
	}
	return h.whole, nil
}

func (h *holder) write(ctx context.Context, w io.Writer, format render.Format, o render.Options) error {
	w = interruptible{w, ctx}
	if format.Stream != nil {
		return format.Stream(w, h.pieces, o)
	}
	t, err := h.timeline()
	if err != nil {
		return err
	}
	return format.Write(w, *t, o)
}

// An interruptible writer fails once its context has ended.
type interruptible struct {
	io.Writer
	ctx context.Context
}

func (w interruptible) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}

// writeWhole writes a file beside its place and puts it there once it is whole.
// A device or pipe is written as it is.
func writeWhole(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	f, err := newPending(path)
	if err != nil {
		return err
	}
	defer f.Cleanup()
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return f.CloseAtomicallyReplace()
}
