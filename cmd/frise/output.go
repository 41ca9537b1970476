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
	leftOut              int // events that a format could not hold
	handout              handoutFlags
}

func (f *outputFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVarP(&f.out, "output", "o", nil, "file to write, - for standard output; its extension says the format; may be given several times")
	c.Flags().StringVarP(&f.format, "format", "f", "", "format where no extension says it: "+fmt.Sprint(render.Names()))
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

// write writes the timeline to every output; a file appears whole or not at
// all. A timeline that is walked is made whole only for the formats that need it.
func (f *outputFlags) write(ctx context.Context, p timeline.Pieces) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	all := holder{pieces: p}
	if len(f.out) == 0 {
		return f.toStandardOutput(ctx, &all, o)
	}
	for _, path := range f.out {
		if path == "-" { // as other commands have it, and no file of that name
			if err := f.toStandardOutput(ctx, &all, o); err != nil {
				return err
			}
			continue
		}
		if f.format == "pdf" || f.format == "" && strings.EqualFold(filepath.Ext(path), ".pdf") {
			t, err := all.timeline()
			if err != nil {
				return err
			}
			if err := writeWhole(path, func(w io.Writer) error { return printPDF(ctx, w, *t, o) }); err != nil {
				return err
			}
			continue
		}
		format, err := f.formatFor(path)
		if err != nil {
			return usageError{err}
		}
		if format.Name == "html" && o.Handout.Kind == "" {
			if notice := html.Notice(o.Page); notice != "" {
				fmt.Fprintln(os.Stderr, "frise: "+notice)
			}
			if err := writeAssets(path, o.Page); err != nil {
				return err
			}
		}
		f.leftOut = 0
		if err := writeWhole(path, func(w io.Writer) error { return all.write(ctx, w, format, o) }); err != nil {
			return err
		}
		f.tellLeftOut(path, format.Name)
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

// tellLeftOut says how many events a format has no place for, such as dates
// too coarse for a calendar.
func (f *outputFlags) tellLeftOut(path, format string) {
	if f.leftOut > 0 {
		fmt.Fprintf(os.Stderr, "frise: %s: %d events are too coarse or uncertain for %s and stay out of it\n", path, f.leftOut, format)
	}
}

func (f *outputFlags) toStandardOutput(ctx context.Context, all *holder, o render.Options) error {
	format, err := render.Named(orDefault(f.format, "yaml"))
	if err != nil {
		return usageError{err}
	}
	if format.Binary && term.IsTerminal(int(os.Stdout.Fd())) {
		return usageError{fmt.Errorf("%s is not for a terminal: name a file with -o", format.Name)}
	}
	w := bufio.NewWriter(os.Stdout)
	if err := all.write(ctx, w, format, o); err != nil {
		return err
	}
	f.tellLeftOut("standard output", format.Name)
	return w.Flush()
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
