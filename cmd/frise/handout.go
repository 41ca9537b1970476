package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/render"
	"github.com/frise-timeline/frise/render/handout"
	"github.com/frise-timeline/frise/timeline"
)

// handoutFlags ask for a handout for a classroom.
type handoutFlags struct {
	kind, paper, seed, style string
	versions                 []string
	large                    bool
}

func (f *handoutFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.kind, "handout", "", fmt.Sprintf("a handout for a classroom (html, docx or pdf): %v", handout.Kinds))
	c.Flags().StringVar(&f.paper, "paper", "a4", fmt.Sprintf("%v", handout.Papers))
	c.Flags().BoolVar(&f.large, "large", false, "large type")
	c.Flags().StringSliceVar(&f.versions, "versions", nil, "versions of the handout that differ (A,B,C)")
	c.Flags().StringVar(&f.seed, "seed", "", "the same seed makes the same versions again")
	c.Flags().StringVar(&f.style, "style", "", "a YAML of colours, fonts, school name and logo")
}

func (f *handoutFlags) options() (o handout.Options, err error) {
	o = handout.Options{Kind: f.kind, Paper: f.paper, Large: f.large, Versions: f.versions, Seed: f.seed}
	if f.style == "" {
		return o, nil
	}
	in, err := os.Open(f.style)
	if err != nil {
		return o, err
	}
	defer in.Close()
	if o.Style, err = handout.ReadStyle(f.style, in); err != nil {
		return o, err
	}
	if o.Style.Logo != "" {
		o.Logo, err = os.ReadFile(filepath.Join(filepath.Dir(f.style), o.Style.Logo))
	}
	return o, err
}

// chromiums are the names under which a browser that prints may be installed.
var chromiums = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

func pdfFormat(ctx context.Context) render.Format {
	return render.Format{Name: "pdf", Binary: true, Write: func(w io.Writer, t timeline.Timeline, o render.Options) error {
		return printPDF(ctx, w, t, o)
	}}
}

// printPDF writes the timeline's page or handout as PDF through an installed
// Chromium; frise has no way of its own to make one.
func printPDF(ctx context.Context, w io.Writer, t timeline.Timeline, o render.Options) error {
	browser := os.Getenv("CHROMIUM")
	for _, name := range chromiums {
		if browser != "" {
			break
		}
		browser, _ = exec.LookPath(name)
	}
	if browser == "" {
		return fmt.Errorf("a PDF needs Chromium or Chrome, and none is installed\nhint: write .html and print it from your browser, or install chromium")
	}
	dir, err := os.MkdirTemp("", "frise")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	page, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	format, err := render.Named("html")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := format.Write(&b, t, o); err != nil {
		return err
	}
	if err := os.WriteFile(page, b.Bytes(), 0o600); err != nil {
		return err
	}
	args := []string{"--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf=" + out, "file://" + page}
	if os.Getuid() == 0 {
		args = append([]string{"--no-sandbox"}, args...) // Chromium refuses its sandbox to root
	}
	if said, err := exec.CommandContext(ctx, browser, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s could not print: %w: %s", browser, err, strings.TrimSpace(string(said)))
	}
	pdf, err := os.ReadFile(out)
	if err != nil {
		return fmt.Errorf("%s made no PDF: %w", browser, err)
	}
	_, err = w.Write(pdf)
	return err
}
