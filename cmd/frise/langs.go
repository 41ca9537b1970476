package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline/lang"
)

func newLangs() *cobra.Command {
	c := &cobra.Command{
		Use:   "langs",
		Short: "List the languages; check a language's pack against its own corpus",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, code := range lang.Codes() {
				p, err := lang.Get(code)
				if err != nil {
					return err
				}
				fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", p.Code, p.Name)
			}
			return nil
		},
	}
	return c
}
