package read

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMarkdown(t *testing.T) {
	articles, report := readAll(t, "a.md", "---\r\ntitle: \"Le traité : un accord\"\r\ndate: 2024-06-19T08:00:00+02:00\r\nauthor: J. Martin\r\nlang: fr_FR\r\n---\r\n# Un titre\r\n\r\nLe *président* a **signé** [l’accord](https://x.example \"t\") avec\r\nson homologue.[^1]\r\n\r\n- un `code`\r\n- deux ![photo](p.jpg)\r\n\r\n```go\r\nfmt.Println(2024)\r\n```\r\n\r\n<div>pas ça</div>\r\n\r\n> cité &amp; dit\\*\r\n\r\n[^1]: La note.\r\n", Options{})
	if len(articles) != 1 || len(report.Problems) > 0 {
		t.Fatalf("%+v %+v", articles, report)
	}
	a := articles[0]
	if a.Title != "Le traité : un accord" || a.Date != "2024-06-19" || a.Lang != "fr" || a.Meta["author"] != "J. Martin" {
		t.Errorf("%+v", a)
	}
	want := "Un titre\n\nLe président a signé l’accord avec\nson homologue.\n\nun\n\ndeux\n\ncité & dit*\n\nLa note.\n"
	if got := strings.ReplaceAll(a.Text, " \n", "\n"); got != want {
		t.Errorf("text %q\nwant %q", got, want)
	}
}

func TestMarkdownTitles(t *testing.T) {
	for src, want := range map[string]string{
		"# Un *titre* à [lien](x)\n\nTexte.": "Un titre à lien",
		"Un titre\n========\n\nTexte.":       "Un titre",
		"Texte.\n\n## Plus loin\n\nTexte.":   "Plus loin",
		"### Trop bas\n\nTexte.":             "",
		"Texte.":                             "",
		"":                                   "",
	} {
		if _, got := markdownText([]byte(src)); got != want {
			t.Errorf("title of %q is %q, want %q", src, got, want)
		}
	}
}

func TestFrontMatterProblems(t *testing.T) {
	articles, report := readAll(t, "a.md", "---\ntitle: x\ndate: 2024-13-45\n---\nTexte.\n", Options{})
	if len(articles) != 1 || articles[0].Date != "" || len(report.Problems) != 1 || report.Problems[0].Line != 3 || report.Problems[0].Hint == "" {
		t.Errorf("%+v %+v", articles, report.Problems)
	}
	articles, report = readAll(t, "a.md", "---\ntitle: x\n  date: : [\n---\nTexte.\n", Options{})
	if len(articles) != 1 || strings.TrimSpace(articles[0].Text) != "Texte." || len(report.Problems) != 1 || report.Problems[0].Line < 2 || report.Problems[0].Line > 4 {
		t.Errorf("%+v %+v", articles, report.Problems)
	}
	// A rule at the top without a second one is no front matter.
	articles, report = readAll(t, "a.md", "---\nTexte: un.\n", Options{})
	if len(articles) != 1 || !strings.Contains(articles[0].Text, "Texte: un.") || len(report.Problems) != 0 {
		t.Errorf("%+v %+v", articles, report.Problems)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\ntitle: x\n---\n# T\n\ntexte *a* [b](c)")
	f.Add("---\n&a [*a]\n---\n")
	f.Add("> - 1. [^1]: \n\n|a|\n|-|\n")
	f.Fuzz(func(t *testing.T, s string) {
		_, err := Read(context.Background(), "a.md", strings.NewReader(s), Options{}, func(a Article) error {
			if utf8.ValidString(s) && !utf8.ValidString(a.Text) {
				t.Errorf("not UTF-8: %q", a.Text)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkMarkdown(b *testing.B) {
	benchmarkFolder(b, ".md", "---\ntitle: x\ndate: 2024-06-19\n---\n"+strings.ReplaceAll(longText(8000), "\n", "\n\n"))
}
