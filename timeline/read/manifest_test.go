package read

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestManifestForms(t *testing.T) {
	for name, content := range map[string]string{
		"list":           "- file: a.txt\n  date: 2024-06-19\n  title: Titre\n- file: sub/b.txt\n  date: 2023\n",
		"mapping":        "a.txt: {date: 2024-06-19, title: Titre}\nsub/b.txt: {date: 2023}\n",
		"dates alone":    "a.txt: 2024-06-19\nsub/b.txt: 2023\n",
		"under articles": "articles:\n  - {fichier: a.txt, date: 19/06/2024, titre: Titre}\n  - {file: ./sub/b.txt, date: 2023}\n",
		"patterns":       "- {file: '*.txt', date: 2024-06-19}\n- {file: '**/b.txt', date: 2023}\n",
		"backslashes":    "- {file: a.txt, date: 2024-06-19}\n- {file: 'sub\\b.txt', date: 2023}\n",
		"own and above":  "- {file: a.txt, date: 2024-06-19}\n- {file: 'sub/*', date: 2023}\n",
		"anchors":        "- &x {file: a.txt, date: 2024-06-19}\n- {file: sub/b.txt, date: 2023, note: *x}\n",
		"other fields":   "- {file: a.txt, date: 2024-06-19, desk: monde}\n- {file: sub/b.txt, date: 2023}\n",
		"windows text":   "\ufeff- {file: a.txt, date: 2024-06-19}\r\n- {file: sub/b.txt, date: 2023}\r\n",
	} {
		dir := folder(t, map[string]string{"a.txt": "un", "sub/b.txt": "deux", "articles.yaml": content})
		articles, report := walk(t, Options{}, dir)
		if len(report.Problems) > 0 {
			t.Errorf("%s: %q", name, problems(report, dir))
			continue
		}
		a, b := byID(t, articles, "a"), byID(t, articles, "b")
		if a.Date != "2024-06-19" || b.Date != "2023" {
			t.Errorf("%s: dates %q and %q", name, a.Date, b.Date)
		}
		if strings.Contains(content, "Titre") && a.Title != "Titre" {
			t.Errorf("%s: title %q", name, a.Title)
		}
		if name == "other fields" && a.Meta["desk"] != "monde" {
			t.Errorf("meta %v", a.Meta)
		}
	}
}

func TestManifestProblems(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "un", "b_x.txt": "deux",
		"articles.yaml": "- {file: a.txt, date: 2024-13-45}\n- {file: gone.txt}\n- {date: 2024}\n- {file: a.txt}\n- {file: b}\n- just words\n- {file: 'z*'}\n",
	})
	articles, report := walk(t, Options{}, dir)
	want := []string{
		"articles.yaml:6: this entry is no mapping",
		"articles.yaml:1: 2024-13-45 is no date: there is no month 13",
		`articles.yaml:3: this entry names no "file"`,
		"articles.yaml:4: a.txt stands here and at line 1",
		"articles.yaml:2: there is no file gone.txt",
		"articles.yaml:5: there is no file b\n  hint: is it b_x.txt?",
		"articles.yaml:7: no file matches z*",
	}
	got := problems(report, dir)
	if len(got) != len(want) {
		t.Fatalf("problems %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("problem %q, want %q", got[i], want[i])
		}
	}
	if len(articles) != 2 {
		t.Errorf("a wrong manifest lost articles: %s", ids(articles))
	}
}

func TestManifestThatIsNoYAML(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "un", "articles.yaml": "- file: a.txt\n  date: [2024\n"})
	articles, report := walk(t, Options{}, dir)
	if len(articles) != 1 || len(report.Problems) != 1 || report.Problems[0].Line == 0 {
		t.Errorf("%d articles, %q", len(articles), problems(report, dir))
	}
}

func TestManifestBesideANamedFile(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "un", "b.txt": "deux", "articles.yaml": "a.txt: 2024\nb.txt: 2023\n"})
	articles, report := walk(t, Options{}, filepath.Join(dir, "a.txt"))
	if ids(articles) != "a" || articles[0].Date != "2024" || len(report.Problems) > 0 {
		t.Errorf("%+v %q", articles, problems(report, dir))
	}
}

func TestManifestByOption(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": "un", "in/b.txt": "deux", "in/articles.yaml": "a.txt: 2020\nb.txt: 2021\n"})
	other := folder(t, map[string]string{"m.yaml": "- {file: a.txt, date: 2024}\n- {file: nowhere.txt}\n"})
	articles, report := walk(t, Options{Manifest: filepath.Join(other, "m.yaml")}, filepath.Join(dir, "in"))
	if got := byID(t, articles, "a").Date; got != "2024" {
		t.Errorf("the manifest given by option lost: %q", got)
	}
	if got := byID(t, articles, "b").Date; got != "2021" {
		t.Errorf("the manifest beside the file was not asked: %q", got)
	}
	if got := problems(report, other); len(got) != 1 || !strings.HasPrefix(got[0], "m.yaml:2: there is no file nowhere.txt") {
		t.Errorf("problems %q", got)
	}
	_, report = walk(t, Options{Manifest: filepath.Join(other, "none.yaml")}, filepath.Join(dir, "in"))
	if len(report.Problems) != 1 {
		t.Errorf("a missing manifest: %q", problems(report, other))
	}
	articles, _ = walk(t, Options{ManifestText: []byte("a.txt: 1999")}, filepath.Join(dir, "in"))
	if got := byID(t, articles, "a").Date; got != "1999" {
		t.Errorf("a manifest in memory lost: %q", got)
	}
}

func FuzzManifest(f *testing.F) {
	f.Add("- {file: a.txt, date: 2024-06-19}\n")
	f.Add("a.txt: 2024\nb: {title: x}\n")
	f.Add("articles: [{file: '*'}]")
	f.Add("&a [*a]")
	f.Add("- &a {file: x, b: *a}")
	f.Fuzz(func(t *testing.T, s string) {
		m := parseManifest("articles.yaml", []byte(s), &Report{})
		m.folder = "."
		m.lookup("a.txt")
		m.unused(func(string) bool { return false }, []string{"a.txt"})
	})
}
