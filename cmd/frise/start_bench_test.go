package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkStart runs the real binary from cold: what a user waits for.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	binary := filepath.Join(dir, "frise")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	article := filepath.Join(dir, "article.txt")
	if err := os.WriteFile(article, []byte("La Ruritanie a signé mercredi dernier un accord de paix.\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	corpus, err := exec.Command(binary, "synthetic", "40").Output()
	if err != nil {
		b.Fatal(err)
	}
	forty := filepath.Join(dir, "forty.jsonl")
	if err := os.WriteFile(forty, corpus, 0o600); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"tag-one-sentence", []string{"tag", article, "--date", "2024-06-19"}},
		{"build-forty-articles", []string{"build", forty, "-f", "json"}},
		{"build-sample-articles", []string{"build", articles, "-f", "json"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(binary, c.args...).CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
			}
		})
	}
}
