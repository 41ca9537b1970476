package main

import (
	"fmt"
	"os"
	"path/filepath"

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
	c.AddCommand(&cobra.Command{
		Use:   "check PACK…",
		Short: "Run a pack (its code, or a folder with pack.yaml and corpus.yaml) over its corpus",
		Example: `  frise langs check fr
  frise langs check my-packs/oc`,
		Args: atLeastOne,
		RunE: func(c *cobra.Command, args []string) error {
			failed := 0
			for _, name := range args {
				n, err := checkPack(c, name)
				if err != nil {
					return err
				}
				failed += n
			}
			if failed > 0 {
				return fmt.Errorf("%d expressions of the corpus are read otherwise", failed)
			}
			return nil
		},
	})
	return c
}

// checkPack checks one pack and tells each case that fails.
func checkPack(c *cobra.Command, name string) (failed int, err error) {
	var p *lang.Pack
	var corpus []byte
	file := "corpus.yaml"
	if known(name) {
		file = name + "/corpus.yaml"
		if p, err = lang.Get(name); err == nil {
			corpus, err = lang.Data(name, "corpus.yaml")
		}
	} else {
		file = filepath.Join(name, "corpus.yaml")
		if p, err = lang.LoadDir(os.DirFS(name)); err == nil {
			corpus, err = os.ReadFile(file)
		}
	}
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	cases, problems := p.Check(corpus, file)
	for _, e := range problems {
		fmt.Fprintln(os.Stderr, e)
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %d cases, %d wrong\n", name, cases, len(problems))
	return len(problems), nil
}
