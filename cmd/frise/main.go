// Frise turns news articles into one timeline that a reader can check.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline"
)

// Exit codes.
const (
	exitFailed  = 1
	exitUsage   = 2
	exitSkipped = 3 // done, but some inputs were skipped
)

// errSkipped ends a command that did its work but had to skip some inputs; they
// were told on standard error.
var errSkipped = errors.New("some inputs were skipped")

// usageError marks what the caller got wrong in the command line.
type usageError struct{ error }

func main() {
	tuneCollector()
	os.Exit(run(os.Args[1:]))
}

// tuneCollector trades memory that a laptop has for time: the heap may grow
// fivefold between collections, up to a gibibyte, from where on the collector
// works harder. GOGC and GOMEMLIMIT overrule it.
func tuneCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	limitMemory(timeline.DefaultMemory)
}

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot()
	var p profiles
	p.add(root)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	err = errors.Join(err, p.stop())
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "frise: interrupted; nothing was written")
		return exitFailed
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"): // cobra has no type for it
		fmt.Fprintf(os.Stderr, "frise: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(os.Stderr, "frise: %v\n", err)
	return exitFailed
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "frise",
		Short: "Turn news articles into one timeline that a reader can check",
		Long: `frise finds the temporal expressions of news articles ("mercredi 19 juin", "avril dernier"),
resolves each against its article's date, makes dated events of the sentences, merges what
several articles tell of the same event, and writes one sourced timeline.`,
		Example: `  frise build articles/ -o timeline.html       a page from a folder of articles
  frise tag article.txt --date 2024-06-19      every expression and what it means
  frise render timeline.yaml -o page.html      a timeline that you have edited`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w\nhint: see 'frise %s --help'", err, c.Name())}
	})
	root.AddCommand(newBuild(), newDate(), newTag(), newRender(), newEval(), newLangs(), newSchema(), newVersion(), newSynthetic())
	return root
}

// atLeastOne asks for paths and tells how to give them.
func atLeastOne(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("frise %s needs a path: a file, a folder, a pattern, or - for standard input", c.Name())}
	}
	return nil
}
