package timeline_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/read"
)

// shared gives a file of the texts kept beside the repository, and skips the
// test where they are missing.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("FRISE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here: %v", name, err)
	}
	return path
}

// goldArticles reads annotated articles for their dates.
func goldArticles(t *testing.T, name string) []eval.Document {
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := eval.ReadGold(f, name)
	if err != nil {
		t.Log(err)
	}
	return docs
}

// crisisArticles reads the articles of the crisis timelines.
func crisisArticles(t *testing.T, name string) []eval.Document {
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []eval.Document
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var in struct {
			Lang     string
			Articles []struct{ ID, Date, Title, Text string }
		}
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			t.Fatal(err)
		}
		for _, a := range in.Articles {
			out = append(out, eval.Document{ID: a.ID, DCT: a.Date, Title: a.Title, Text: a.Text, Lang: in.Lang, File: name})
		}
	}
	return out
}

// dater bridges our dating to the measure; alone dates one article at a time.
func dater(t *testing.T, alone bool) func([]eval.Document) []eval.Prediction {
	return func(docs []eval.Document) []eval.Prediction {
		articles := make([]read.Article, len(docs))
		for i, d := range docs {
			articles[i] = read.Article{ID: d.File + d.ID, Title: d.Title, Text: d.Text, Date: d.DCT, Lang: d.Lang}
		}
		var out []timeline.Dating
		add := func(a []read.Article) {
			got, err := timeline.DateArticles(a, timeline.Options{})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, got...)
		}
		if alone {
			for i := range articles {
				add(articles[i : i+1])
			}
		} else {
			add(articles)
		}
		predictions := make([]eval.Prediction, len(out))
		for i, d := range out {
			predictions[i] = eval.Prediction{Date: d.Date, Confidence: d.Confidence}
		}
		if os.Getenv("FRISE_DATES") != "" {
			for i, d := range out {
				t.Logf("%-30s %-28s %.2f", docs[i].ID, d.Date, d.Confidence)
				for _, c := range d.Dated {
					t.Logf("      %.3f %-18s %-24s %s", c.Weight, c.By, c.Date, c.Text)
				}
			}
		}
		return predictions
	}
}

// TestDatingMeasure reports how well articles are dated whose date is hidden,
// alone, together and half of them; few may be wrong.
func TestDatingMeasure(t *testing.T) {
	half := func(i int) bool { return i%2 == 1 }
	wikinews, crisis := goldArticles(t, "corpora/fr_wikinews.raw.jsonl"), crisisArticles(t, "corpora/fr_crisis.dev.jsonl")
	french := slices.Concat(wikinews, crisis, goldArticles(t, "corpora/fr_ftb.dev.jsonl"), goldArticles(t, "corpora/fr_te2_extra.jsonl"))
	var reports []eval.NamedDating
	for _, c := range []struct {
		name string
		docs []eval.Document
	}{
		{"fr_wikinews", wikinews},
		{"fr_crisis", crisis},
		{"fr_wikinews and fr_crisis", slices.Concat(wikinews, crisis)},
		{"all French", french},
		{"fr_ftb", goldArticles(t, "corpora/fr_ftb.dev.jsonl")},
		{"fr_te2", goldArticles(t, "corpora/fr_te2_extra.jsonl")},
		{"en_meantime", goldArticles(t, "corpora/en_meantime.jsonl")},
	} {
		for _, way := range []struct {
			name   string
			hidden func(int) bool
			alone  bool
		}{{"alone", nil, true}, {"together", nil, false}, {"half, alone", half, true}, {"half dated", half, false}} {
			if only := os.Getenv("FRISE_ONLY"); only != "" && !strings.Contains(c.name+" "+way.name, only) {
				continue
			}
			r, err := eval.DateArticles(c.docs, way.hidden, dater(t, way.alone))
			if err != nil {
				t.Fatal(err)
			}
			reports = append(reports, eval.NamedDating{Name: c.name + ", " + way.name, Dating: r})
			for _, m := range r.Misses {
				t.Logf("%s, %s: %s is of %s, dated %s (%.2f)", c.name, way.name, m.Doc, m.Truth, m.Predicted, m.Confidence)
			}
		}
	}
	var b strings.Builder
	if err := eval.WriteDatings(&b, reports); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", b.String())
}
