package html

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A fragment and an embedded page survive very different generators, with
// text that their template languages would read. Each is skipped where it is
// not installed: Eleventy by `npm ci` in its folder, the others from the system.
func TestSites(t *testing.T) {
	for _, site := range []struct {
		name, partials, static, output string
		command                        func(source, dir string) *exec.Cmd
		missing                        func(source string) bool
	}{
		{"hugo", "data", "static", "public",
			func(_, dir string) *exec.Cmd { return exec.Command("hugo", "--source", dir) },
			notFound("hugo")},
		{"jekyll", "_includes", "", "_site",
			func(_, dir string) *exec.Cmd {
				return exec.Command("jekyll", "build", "--source", dir, "--destination", filepath.Join(dir, "_site"))
			},
			notFound("jekyll")},
		{"mkdocs", "snippets", "docs", "site",
			func(_, dir string) *exec.Cmd {
				cmd := exec.Command("mkdocs", "build")
				cmd.Dir = dir
				return cmd
			},
			notFound("mkdocs")},
		{"eleventy", "_includes", "static", "public",
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
			put(t, filepath.Join(dir, site.static, "frise.html"), write(t, tl, Options{Mode: "page"}))
			for name, content := range Assets() {
				put(t, filepath.Join(dir, site.static, "assets", name), string(content))
			}
			if out, err := site.command(source, dir).CombinedOutput(); strings.Contains(string(out), "No module named 'pymdownx'") {
				t.Skip("MkDocs is installed without pymdownx")
			} else if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			checkSite(t, filepath.Join(dir, site.output), tl.Events[0].Text)
		})
	}
}

func notFound(program string) func(string) bool {
	return func(string) bool {
		_, err := exec.LookPath(program)
		return err != nil
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
	files := map[string][]byte{}
	err = filepath.WalkDir(public, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(public, path)
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range Assets() {
		if files["frise.html"] == nil || files["assets/"+name] == nil {
			t.Fatalf("the page or its assets were not copied: %d files", len(files))
		}
	}
	tb := open(t, built, visit{files: files})
	tb.run() // the tab lives
	ask[any](tb, `document.querySelector("iframe").scrollIntoView();0`)
	tb.until(`Number(document.querySelector("iframe").height) > 1000`)
	tb.until(`getComputedStyle(document.querySelector(".event .rail"), "::before").content !== "none"`)
	tb.screenshot()
	tb.clean()
}

// A fragment is light where its site is, whatever the reader's system says, and
// dark where the site says that it is: its words always stand out from what is under them.
func TestFragmentFollowsItsSite(t *testing.T) {
	fragment := write(t, sample(), Options{Mode: "fragment"})
	for _, site := range []struct {
		name, style string
		dark        bool // what the words have to stand out from
	}{
		{"light", "", false},
		{"dark", "html { color-scheme: dark; background: #111; color: #eee }", true},
		{"dark, without saying so", "html { background: #111; color: #eee }", false},
		{"with headings of its own", "h3 { color: #222; margin: 3em } details { background: red; padding: 2em } summary { font-weight: 700; margin: 2em }", false},
	} {
		t.Run(site.name, func(t *testing.T) {
			tb := open(t, "<!doctype html><html lang=fr><title>host</title><style>"+site.style+"</style>"+fragment, visit{dark: true})
			paper := ask[string](tb, `getComputedStyle(document.querySelector(".frise-fragment")).backgroundColor`)
			if want := map[bool]string{false: "rgb(255, 255, 255)", true: "rgb(21, 24, 27)"}[site.dark]; paper != want {
				t.Errorf("the paper is %s, want %s", paper, want)
			}
			for _, part := range []string{"h3", ".text", ".when", ".year", ".account", "summary"} {
				if got := ask[float64](tb, contrast(part)); got < 4.5 {
					t.Errorf("%s stands out by %.1f only", part, got)
				}
			}
			if got := ask[string](tb, `(s => s.fontWeight + " " + s.marginTop)(getComputedStyle(document.querySelector("summary")))`); got != "400 0px" {
				t.Errorf("the site’s style of summaries came through: %s", got)
			}
			tb.screenshot()
		})
	}
}

// contrast is an expression for WCAG's ratio of a part's colour to the fragment's paper.
func contrast(part string) string {
	return `(() => {
		const light = c => c.match(/\d+/g).slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
			.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
		const [a, b] = [light(getComputedStyle(document.querySelector("` + part + `")).color),
			light(getComputedStyle(document.querySelector(".frise-fragment")).backgroundColor)].sort((a, b) => b - a);
		return (a + .05) / (b + .05);
	})()`
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
