package read

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes files into a new folder and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walk reads sources that must not end in an error.
func walk(t *testing.T, opts Options, sources ...string) ([]Article, Report) {
	t.Helper()
	var articles []Article
	report, err := Walk(context.Background(), sources, opts, func(a Article) error {
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return articles, report
}

func ids(articles []Article) string {
	var out []string
	for _, a := range articles {
		out = append(out, a.ID)
	}
	return strings.Join(out, " ")
}

func byID(t *testing.T, articles []Article, id string) Article {
	t.Helper()
	for _, a := range articles {
		if a.ID == id {
			return a
		}
	}
	t.Fatalf("no article %q among %s", id, ids(articles))
	return Article{}
}

// problems are the messages of a report without the folder they stand in.
func problems(r Report, dir string) []string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, strings.ReplaceAll(p.Error(), filepath.ToSlash(dir)+"/", ""))
	}
	return out
}

func TestWalkOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt": "b", "a.txt": "a", "sub/c.md": "c", ".hidden.txt": "no", ".git/x.txt": "no", "photo.jpg": "\xff\xd8\xff\x00", "z.jsonl": `{"text":"z"}`,
	})
	articles, report := walk(t, Options{}, dir)
	if got, want := ids(articles), "a b c z#1"; got != want {
		t.Errorf("IDs %q, want %q", got, want)
	}
	if len(report.Problems) != 0 || len(report.Skipped) != 1 || !strings.HasSuffix(report.Skipped[0].Path, "photo.jpg") {
		t.Errorf("report %+v", report)
	}
	// A file that is named twice is read once, where it was first named.
	articles, _ = walk(t, Options{}, filepath.Join(dir, "b.txt"), dir)
	if got, want := ids(articles), "b a c z#1"; got != want {
		t.Errorf("IDs %q, want %q", got, want)
	}
	articles, _ = walk(t, Options{}, filepath.Join(dir, "**", "*.{md,jsonl}"))
	if got, want := ids(articles), "c z#1"; got != want {
		t.Errorf("by pattern: IDs %q, want %q", got, want)
	}
}

func TestStandardInput(t *testing.T) {
	articles, _ := walk(t, Options{Stdin: strings.NewReader("Un texte.")}, "-")
	if len(articles) != 1 || articles[0].Text != "Un texte." || articles[0].ID != "stdin" {
		t.Errorf("text: %+v", articles)
	}
	articles, _ = walk(t, Options{Stdin: strings.NewReader(`{"id":"x","text":"Un texte."}` + "\n" + `{"text":"Deux."}`)}, "-")
	if ids(articles) != "x stdin#2" {
		t.Errorf("jsonl: %s", ids(articles))
	}
	_, report := walk(t, Options{}, "-")
	if len(report.Problems) != 1 {
		t.Errorf("no input: %+v", report)
	}
}

func TestProblemsDoNotStopTheOthers(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "\x00\x01\x02binary", "b.txt": "bon", "c.txt": "", "d.jsonl": "{\"text\":\"un\"}\nrien\n{\"title\":\"vide\"}\n{\"text\":\"quatre\",\"date\":\"2024-13-45\"}\n",
	})
	articles, report := walk(t, Options{}, filepath.Join(dir, "missing.txt"), dir)
	if got, want := ids(articles), "b d#1 d#4"; got != want {
		t.Errorf("IDs %q, want %q", got, want)
	}
	want := []string{"missing.txt: there is no such file", "a.txt: the file is not text", "c.txt: the file is empty", "d.jsonl:2: not a JSON article", "d.jsonl:3: the article has no text", "d.jsonl:4: 2024-13-45 is no date: there is no month 13"}
	got := problems(report, dir)
	if len(got) != len(want) {
		t.Fatalf("problems %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("problem %q, want %q", got[i], want[i])
		}
	}
	if a := byID(t, articles, "d#4"); a.Date != "" || a.Line != 4 {
		t.Errorf("an impossible date became %q", a.Date)
	}
}

func TestClashNamesBothFiles(t *testing.T) {
	dir := folder(t, map[string]string{"x/a.txt": "un", "y/a.txt": "deux"})
	_, err := Walk(context.Background(), []string{dir}, Options{}, func(Article) error { return nil })
	var p *Problem
	if !errors.As(err, &p) || !strings.Contains(err.Error(), "x/a.txt") || !strings.Contains(err.Error(), "y/a.txt") || p.Hint == "" {
		t.Errorf("got %v", err)
	}
}

func TestYieldEndsTheRun(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "un", "b.txt": "deux"})
	enough := errors.New("enough")
	n := 0
	_, err := Walk(context.Background(), []string{dir}, Options{}, func(Article) error { n++; return enough })
	if err != enough || n != 1 {
		t.Errorf("%d articles, %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = Walk(ctx, []string{dir}, Options{}, func(Article) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func TestAllCluesAreKept(t *testing.T) {
	dir := folder(t, map[string]string{
		"2024-06-20-traite.md": "---\ntitle: Le traité\ndate: 2024-06-19\nurl: https://example.org/2024/06/21/traite\n---\ndate 2024-06 Le texte.\n",
		"articles.yaml":        "- {file: 2024-06-20-traite.md, date: 2024-06-18, source: Le Journal}\n",
	})
	articles, report := walk(t, Options{Date: "2024-06-17", Lang: "fr"}, dir)
	if len(articles) != 1 || len(report.Problems) > 0 {
		t.Fatalf("%+v %+v", articles, report)
	}
	a := articles[0]
	want := []Clue{
		{"option", "2024-06-17", "2024-06-17", 1}, {"manifest", "2024-06-18", "2024-06-18", 0.98}, {"front matter", "2024-06-19", "2024-06-19", 0.95},
		{"file name", "2024-06-20", "2024-06-20", 0.8}, {"url", "2024-06-21", "2024/06/21", 0.75}, {"text", "2024-06", "date 2024-06", 0.7},
	}
	if len(a.Dated) != len(want) {
		t.Fatalf("clues %+v", a.Dated)
	}
	for i := range want {
		if a.Dated[i] != want[i] {
			t.Errorf("clue %d is %+v, want %+v", i, a.Dated[i], want[i])
		}
	}
	if a.Date != "2024-06-17" || a.Lang != "fr" || a.Source != "Le Journal" || a.Title != "Le traité" {
		t.Errorf("article %+v", a)
	}
}

func TestNameOfManyDatesNone(t *testing.T) {
	dir := folder(t, map[string]string{"2024-09-12.jsonl": `{"text":"un"}`})
	articles, _ := walk(t, Options{}, dir)
	if articles[0].Date != "" {
		t.Errorf("the day of an export became the date of its article: %q", articles[0].Date)
	}
}

func TestFromForcesTheFormat(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": `{"id":"x","text":"un"}`})
	articles, _ := walk(t, Options{From: "jsonl"}, filepath.Join(dir, "a.txt"))
	if ids(articles) != "x" {
		t.Errorf("%+v", articles)
	}
	_, err := Walk(context.Background(), []string{dir}, Options{From: "docbook"}, nil)
	if err == nil || !strings.Contains(err.Error(), "jsonl") {
		t.Errorf("an unknown format: %v", err)
	}
}

func TestWhatIsNoArticle(t *testing.T) {
	dir := folder(t, map[string]string{"a.xml": "<?xml version=\"1.0\"?><config/>", "b.dat": "du texte", "c.xml": `<rss version="2.0"><channel><item><guid>g</guid><description>Un texte.</description></item></channel></rss>`})
	articles, report := walk(t, Options{}, dir)
	if ids(articles) != "g" || len(report.Skipped) != 2 || len(report.Problems) != 0 {
		t.Errorf("in a folder: %s %+v", ids(articles), report)
	}
	articles, report = walk(t, Options{}, filepath.Join(dir, "a.xml"), filepath.Join(dir, "b.dat"))
	if ids(articles) != "b" || len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Msg, "not a known format") {
		t.Errorf("named: %s %+v", ids(articles), report)
	}
	t.Chdir(dir)
	articles, _ = walk(t, Options{}, ".")
	if ids(articles) != "g" || articles[0].Path != "c.xml" {
		t.Errorf("the folder one is in: %+v", articles)
	}
}

func TestSizeLimit(t *testing.T) {
	long := strings.Repeat("a", 600<<10)
	dir := folder(t, map[string]string{"a.txt": long, "b.jsonl": `{"text":"` + long + "\"}\n{\"text\":\"court\"}\n"})
	articles, report := walk(t, Options{MaxSize: 500 << 10}, dir)
	if ids(articles) != "b#2" || len(report.Problems) != 2 {
		t.Errorf("%s, %v", ids(articles), problems(report, dir))
	}
	articles, report = walk(t, Options{}, dir)
	if ids(articles) != "a b#1 b#2" || len(articles[1].Text) != len(long) || len(report.Problems) != 0 {
		t.Errorf("%s, %v", ids(articles), problems(report, dir))
	}
}

func TestProgress(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": strings.Repeat("a\n", 1<<20)})
	var last, total int64
	_, report := walk(t, Options{Progress: func(done, all int64) { last, total = done, all }}, dir)
	if last != 2<<20 || total != 2<<20 || report.Bytes != 2<<20 {
		t.Errorf("progress %d of %d, %d bytes", last, total, report.Bytes)
	}
}

func TestReadNeedsNoFiles(t *testing.T) {
	var got []Article
	report, err := Read(context.Background(), "un.md", strings.NewReader("# Un titre\n\nTexte.\n"), Options{}, func(a Article) error { got = append(got, a); return nil })
	if err != nil || len(report.Problems) > 0 || len(got) != 1 || got[0].Title != "Un titre" || got[0].ID != "un" {
		t.Errorf("%+v %+v %v", got, report, err)
	}
}

// A stream is refused for the same reasons as a run over files.
func TestReadChecksOptions(t *testing.T) {
	for _, o := range []Options{{From: "nosuch"}, {Columns: map[string]string{"nosuch": "x"}}, {Date: "someday"}} {
		if _, err := Read(context.Background(), "a.txt", strings.NewReader("Un texte."), o, func(Article) error { return nil }); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}
