package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/frise-timeline/frise/timeline/eval"
)

// newSynthetic is for developers: a corpus of any size with known truth.
func newSynthetic() *cobra.Command {
	var seed uint64
	c := &cobra.Command{
		Use:    "synthetic N",
		Short:  "Write N synthetic articles as JSON lines, with the truth of what they tell",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			n, err := strconv.Atoi(args[0])
			if err != nil || n < 0 {
				return usageError{fmt.Errorf("%q is no number of articles", args[0])}
			}
			return eval.Synthetic(c.OutOrStdout(), n, seed)
		},
	}
	c.Flags().Uint64Var(&seed, "seed", 1, "decides everything")
	return c
}
