package main

import (
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
		Args: atLeastOne,
		RunE: func(c *cobra.Command, args []string) error {
			in, name := io.Reader(os.Stdin), "standard input"
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in, name = f, args[0]
			}
			t, err := render.Read(name, in)
			if err != nil {
				return err
			}
			return out.write(c.Context(), &t)
		},
	}
	out.add(c)
	return c
}
