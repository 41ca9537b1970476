package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/render"
)

func newRender() *cobra.Command {
	var out outputFlags
	c := &cobra.Command{
		Use:   "render TIMELINE.yaml",
		Short: "Write a timeline that a person has edited in any format",
		Example: `  frise render timeline.yaml -o page.html
  frise render timeline.yaml -f csv > timeline.csv`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("frise render takes one timeline: a file, or - for standard input")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			target, err := out.prepare(c.Context())
			if err != nil {
				return err
			}
			in, name := io.Reader(os.Stdin), "standard input"
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in, name = f, args[0]
			}
			t, comments, err := render.ReadCommented(name, in)
			if err != nil {
				return err
			}
			target.options.Comments = comments
			return target.write(c.Context(), &t)
		},
	}
	out.add(c)
	return c
}
