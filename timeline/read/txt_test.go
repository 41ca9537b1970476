package read

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextStaysAsItCame(t *testing.T) {
	text := " date 2024-06 Le président\r\n\r\na annoncé… \t\n"
	articles, _ := readAll(t, "a.txt", "\ufeff"+text, Options{})
	if len(articles) != 1 || articles[0].Text != text || articles[0].Date != "2024-06" {
		t.Errorf("%+v", articles)
	}
}

func TestEncodings(t *testing.T) {
	const want = "L’été à Paris, « déjà »"
	utf16 := func(little bool, bom bool) string {
		var b strings.Builder
		put := func(r rune) {
			if little {
				b.Write([]byte{byte(r), byte(r >> 8)})
			} else {
				b.Write([]byte{byte(r >> 8), byte(r)})
			}
		}
		if bom {
			put(0xFEFF)
		}
		for _, r := range want {
			put(r)
		}
		return b.String()
	}
	for name, content := range map[string]string{
		"UTF-8": want, "UTF-8 with mark": "\ufeff" + want, "Windows-1252": "L\x92\xe9t\xe9 \xe0 Paris, \xab d\xe9j\xe0 \xbb",
		"UTF-16 LE": utf16(true, true), "UTF-16 BE": utf16(false, true), "UTF-16 LE without mark": utf16(true, false), "UTF-16 BE without mark": utf16(false, false),
	} {
		articles, report := readAll(t, "a.txt", content, Options{})
		if len(articles) != 1 || articles[0].Text != want {
			t.Errorf("%s: %+v %+v", name, articles, report)
		}
	}
	articles, _ := readAll(t, "a.txt", "été, déjà, à\xff la fin", Options{})
	if len(articles) != 1 || articles[0].Text != "été, déjà, à\ufffd la fin" {
		t.Errorf("a broken byte in UTF-8: %+v", articles)
	}
}

func TestFirstLineTitle(t *testing.T) {
	long := "\nLe gouvernement a annoncé mardi que la loi serait présentée au Parlement dès la rentrée de septembre, malgré l'opposition."
	for text, want := range map[string]string{
		"Un accord à Genève" + long:                            "Un accord à Genève",
		"Un accord à Genève ?\n" + long:                        "Un accord à Genève ?",
		"Un accord à Genève\n\nUn accord à Genève\n-\n" + long: "Un accord à Genève",
		"date 2024-06\n\nUn accord à Genève\n" + long:          "Un accord à Genève",
		"Un accord est signé à Genève." + long:                 "",
		"logo" + long:                       "",
		"Le menu principal\nAccueil" + long: "",
		"Un seul long paragraphe sans rien d'autre, qui n'a pas titre": "",
		"Les faits en bref :" + long:                                   "",
		"":                                                             "",
		"\n\n\n":                                                       "",
	} {
		if got := firstLineTitle(text); got != want {
			t.Errorf("title of %.40q is %q, want %q", text, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("date 2024-06 été\n\nsuite"))
	f.Add([]byte("\xff\xfea\x00b\x00"))
	f.Add([]byte("\xe9t\xe9"))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := Read(context.Background(), "a.txt", strings.NewReader(string(b)), Options{From: "txt"}, func(a Article) error {
			if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
				t.Errorf("not UTF-8: %q", a.Text)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

// benchmarkFolder walks a folder of 200 copies of a file.
func benchmarkFolder(b *testing.B, ext, content string) {
	dir := b.TempDir()
	for i := range 200 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d%s", i, ext)), []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(200 * len(content)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		report, err := Walk(context.Background(), []string{dir}, Options{}, func(Article) error { n++; return nil })
		if err != nil || n < 200 || len(report.Problems) > 0 {
			b.Fatal(n, err, report.Problems)
		}
	}
}

func BenchmarkText(b *testing.B) { benchmarkFolder(b, ".txt", longText(8000)) }
