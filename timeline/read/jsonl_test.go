package read

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// readAll reads one stream of the given name.
func readAll(t testing.TB, name, content string, opts Options) ([]Article, Report) {
	t.Helper()
	var articles []Article
	report, err := Read(context.Background(), name, strings.NewReader(content), opts, func(a Article) error {
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return articles, report
}

func TestJSONLFields(t *testing.T) {
	articles, report := readAll(t, "x.jsonl", "\ufeff"+`{"id": "a", "title":"Le \"titre\"", "text":"L\u2019\u00e9t\u00e9\n\ud83d\ude00", "date":"2024-06-19", "lang":"fr", "url":"https://x.example", "source":"Le Journal", "note": 3, "tags": ["a", {"b": "]}"}]}
{"id":7,"text":"dct","dct":"1999-05-17","timex":[]}

{"text":"nul","date":null,"title":null}
  {"texte":"alias","titre":"T","langue":"Français","date":20240619}`+"  \r\n", Options{})
	if len(report.Problems) > 0 || ids(articles) != "a 7 x#4 x#5" {
		t.Fatalf("%s %+v", ids(articles), report)
	}
	a := articles[0]
	if a.Title != `Le "titre"` || a.Text != "L’été\n😀" || a.Date != "2024-06-19" || a.Lang != "fr" || a.URL != "https://x.example" || a.Source != "Le Journal" || a.Line != 1 {
		t.Errorf("%+v", a)
	}
	if want := map[string]any{"note": 3.0, "tags": []any{"a", map[string]any{"b": "]}"}}}; !reflect.DeepEqual(a.Meta, want) {
		t.Errorf("meta %v", a.Meta)
	}
	if articles[1].Date != "1999-05-17" {
		t.Errorf("the document creation time of a gold file: %q", articles[1].Date)
	}
	if articles[2].Date != "" || articles[2].Title != "" {
		t.Errorf("null: %+v", articles[2])
	}
	if b := articles[3]; b.Text != "alias" || b.Title != "T" || b.Lang != "fr" || b.Date != "2024-06-19" {
		t.Errorf("aliases: %+v", b)
	}
}

func TestJSONColumns(t *testing.T) {
	articles, _ := readAll(t, "x.jsonl", `{"text":"résumé","corps":"tout","jour":"2024-06-19","date":"2020"}`, Options{Columns: map[string]string{"text": "corps", "date": "jour"}})
	if len(articles) != 1 || articles[0].Text != "tout" || articles[0].Date != "2024-06-19" {
		t.Errorf("%+v", articles)
	}
}

func TestJSONWhole(t *testing.T) {
	for _, content := range []string{
		`[{"text":"un"}, {"id":"b","text":"deux"}]`,
		`{"articles": [ {"text":"un"}, {"id":"b","text":"deux"} ] }`,
	} {
		articles, report := readAll(t, "x.json", content, Options{})
		if ids(articles) != "x#1 b" || len(report.Problems) > 0 {
			t.Errorf("%s: %s %+v", content, ids(articles), report)
		}
	}
	articles, _ := readAll(t, "x.json", "{\n \"text\": \"un\"\n}\n", Options{})
	if ids(articles) != "x" || articles[0].Text != "un" {
		t.Errorf("one object: %+v", articles)
	}
	articles, _ = readAll(t, "x.json", "{\"text\":\"un\"}\n{\"text\":\"deux\"}\n", Options{})
	if ids(articles) != "x#1 x#2" {
		t.Errorf("lines in a .json file: %s", ids(articles))
	}
	_, report := readAll(t, "x.json", "[\n{\"text\":\"un\"},\n{\"text\":}]", Options{})
	if len(report.Problems) != 1 || report.Problems[0].Line != 3 {
		t.Errorf("broken: %+v", report.Problems)
	}
}

// What the hand-written scan accepts, encoding/json accepts, and the strings are the same.
func FuzzArticleObject(f *testing.F) {
	for _, s := range []string{
		`{"text":"a"}`, `{"id":1,"text":"\u00e9\ud83d\ude00\ud800x"}`, `{ "a" : [1,{"b":"}"}] , "text" : "x" }`, `{}`, `{"text":"\\\""}`, `{"text":tru}`, `{"date":null,"text":"\q"}`,
		"{\"text\":\"\xff\"}", `{"text":"a"}}`, `{"text":"a",}`, `{"text" "a"}`, `{"text":01}`, `{"":[}`, `{"x":[[[[`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var o articleObject
		err := o.parse([]byte(s))
		var want map[string]any
		decoder := json.NewDecoder(strings.NewReader(s))
		decoder.UseNumber()
		wantErr := decoder.Decode(&want)
		if err == nil && wantErr != nil && !hasControl(s) {
			t.Fatalf("%q is taken, though %v", s, wantErr)
		}
		if err != nil || wantErr != nil {
			return
		}
		if text, ok := want["text"].(string); ok && countKey(s, "text") == 1 && utf8.ValidString(s) && o.values[2] != text {
			t.Errorf("text %q, want %q", o.values[2], text)
		}
	})
}

// hasControl: raw control characters in strings are no JSON, but exports have
// them, and reading on is better than losing an article.
func hasControl(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < ' ' }) >= 0
}

// countKey counts the names that may be read as the field, so that objects
// which give it twice are left out of the comparison.
func countKey(s, field string) int {
	n := 0
	for _, a := range fieldAliases {
		if a.field == field {
			for _, name := range a.names {
				n += strings.Count(strings.ToLower(s), name)
			}
		}
	}
	if strings.Contains(s, `\u`) {
		return 2
	}
	return n
}

// longText is a text of our own of about n bytes.
func longText(n int) string {
	s := "Le ministre a rencontré mardi son homologue à Genève, où « l’accord » doit être signé avant la fin de l’année. Les deux délégations se sont séparées sans conclure.\n"
	return strings.Repeat(s, n/len(s)+1)[:n]
}

func BenchmarkJSONL(b *testing.B) {
	text := strings.ToValidUTF8(longText(3000), "")
	ascii, _ := json.Marshal(text)
	escaped := strings.ReplaceAll(strings.ReplaceAll(string(ascii), "é", `\u00e9`), "«", `\u00ab`)
	for _, c := range []struct{ name, line string }{
		{"utf8", fmt.Sprintf(`{"id":"a%%d","title":"Un titre","date":"2024-06-19","lang":"fr","text":%s,"page":3}`, ascii)},
		{"escaped", fmt.Sprintf(`{"id":"a%%d","title":"Un titre","date":"2024-06-19","lang":"fr","text":%s,"page":3}`, escaped)},
	} {
		var file bytes.Buffer
		for i := range 1000 {
			fmt.Fprintf(&file, c.line+"\n", i)
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(file.Len()))
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				_, err := Read(context.Background(), "x.jsonl", bytes.NewReader(file.Bytes()), Options{}, func(Article) error { n++; return nil })
				if err != nil || n != 1000 {
					b.Fatal(n, err)
				}
			}
		})
	}
}

func TestMetaCanBeLeftOut(t *testing.T) {
	const lines = `{"id":"a","text":"Un texte.","tags":["x",{"y":1}],"n":3}` + "\n" + `{"id":"b","text":"Un autre.","tags":[1 2]}` + "\n"
	articles, report := readAll(t, "x.jsonl", lines, Options{})
	if len(articles) != 1 || len(articles[0].Meta) != 2 || len(report.Problems) != 1 {
		t.Errorf("%+v %+v", articles, report)
	}
	articles, report = readAll(t, "x.jsonl", lines, Options{NoMeta: true})
	if len(articles) != 1 || articles[0].Meta != nil || len(report.Problems) != 1 {
		t.Errorf("without Meta: %+v %+v", articles, report)
	}
}
