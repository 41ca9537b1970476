package html

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A fragment and an embedded page survive two very different generators, with
// text that their template languages would read. Each is skipped where it is
// not installed: Hugo from the system, Eleventy by `npm ci` in its folder.
func TestSites(t *testing.T) {
	for _, site := range []struct {
		name, partials, output string
		command                func(source, dir string) *exec.Cmd
		missing                func(source string) bool
	}{
		{"hugo", "data", "public",
			func(_, dir string) *exec.Cmd { return exec.Command("hugo", "--source", dir) },
			func(string) bool { _, err := exec.LookPath("hugo"); return err != nil }},
		{"eleventy", "_includes", "public",
			func(source, dir string) *exec.Cmd {
				cmd := exec.Command("node", filepath.Join(source, "node_modules", "@11ty", "eleventy", "cmd.cjs"))
				cmd.Dir = dir
				return cmd
			},
			func(source string) bool { _, err := os.Stat(filepath.Join(source, "node_modules")); return err != nil }},
	} {
		t.Run(site.name, func(t *testing.T) {
			source, err := filepath.Abs(filepath.Join("testdata", "sites", site.name))
			if err != nil {
				t.Fatal(err)
			}
			if site.missing(source) {
				t.Skipf("%s is not installed", site.name)
			}
			dir := t.TempDir()
			copySite(t, source, dir)
			tl := sample()
			tl.Events[0].Text = "{{ site.secrets }} {% include \"x\" %} {# gone #}"
			put(t, filepath.Join(dir, site.partials, "timeline.html"), write(t, tl, Options{Mode: "fragment"}))
			put(t, filepath.Join(dir, site.partials, "embed.html"), write(t, tl, Options{Mode: "embed", Src: "/frise.html"}))
			put(t, filepath.Join(dir, "static", "frise.html"), write(t, tl, Options{Mode: "page"}))
			for name, content := range Assets() {
				put(t, filepath.Join(dir, "static", "assets", name), string(content))
			}
			if out, err := site.command(source, dir).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			checkSite(t, filepath.Join(dir, site.output), tl.Events[0].Text)
		})
	}
}

// checkSite looks at what a generator made of the fragment, the embed and the page.
func checkSite(t *testing.T, public, braces string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(public, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	built := string(content)
	events := 0
	for _, li := range elements(t, built, "li") {
		if strings.Contains(attribute(li, "class"), "event ") {
			events++
		}
	}
	if events != 17 {
		t.Errorf("%d events came through", events)
	}
	if n := len(elements(t, built, "iframe")); n != 1 {
		t.Errorf("%d frames came through", n)
	}
	whole := ""
	for _, p := range elements(t, built, "p") {
		whole += text(p) + "\n"
	}
	if !strings.Contains(whole, braces) {
		t.Errorf("the text %q did not come through", braces)
	}
	files := map[string][]byte{"index.html": content}
	for _, pattern := range []string{"frise.html", "assets/*"} {
		matches, _ := filepath.Glob(filepath.Join(public, pattern))
		for _, path := range matches {
			name, _ := filepath.Rel(public, path)
			if files[name], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(files) < 3 {
		t.Fatalf("the page or its assets were not copied: %d files", len(files))
	}
	tb := open(t, built, visit{files: files})
	tb.run() // the tab lives
	ask[any](tb, `document.querySelector("iframe").scrollIntoView();0`)
	tb.until(`Number(document.querySelector("iframe").height) > 1000`)
	tb.until(`getComputedStyle(document.querySelector(".event .rail"), "::before").content !== "none"`)
	tb.screenshot()
	tb.clean()
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// copySite copies a site's own files, without what was installed into it.
func copySite(t *testing.T, source, dir string) {
	t.Helper()
	err := filepath.WalkDir(source, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() != "node_modules" {
			return err
		}
		if d.Name() == "node_modules" {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(source, path)
		put(t, filepath.Join(dir, name), string(content))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
