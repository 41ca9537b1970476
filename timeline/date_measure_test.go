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
	"github.com/frise-timeline/frise/timeline/tempo"
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
			near := 0 // within three days of the truth
			r, err := eval.DateArticles(c.docs, way.hidden, func(docs []eval.Document) []eval.Prediction {
				out := dater(t, way.alone)(docs)
				for i, p := range out {
					if (way.hidden == nil || way.hidden(i)) && within(p.Date, c.docs[i].DCT, 3) {
						near++
					}
				}
				return out
			})
			if err != nil {
				t.Fatal(err)
			}
			if r.Wrong*20 > r.Articles {
				t.Errorf("%s, %s: %d of %d are dated wrong, more than one in twenty", c.name, way.name, r.Wrong, r.Articles)
			}
			t.Logf("%s, %s: %d of %d within three days", c.name, way.name, near, r.Articles)
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

// within tells whether the middle of a date lies at most so many days from a day.
func within(date, day string, days int) bool {
	got, err := tempo.ParseEDTF(date)
	truth, bad := tempo.ParseEDTF(day)
	if err != nil || bad != nil || truth.Grain > tempo.Day || got.Start.IsOpen() || got.End.IsOpen() {
		return false
	}
	middle := (got.Start + got.End - 86400) / 2
	return max(middle-truth.Start, truth.Start-middle) <= tempo.Instant(days*86400)
}

// TestSeeds dates five articles without any manifest, from their own words and
// from each other.
func TestSeeds(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no articles")
	}
	var articles []read.Article
	_, err = read.Walk(t.Context(), files, read.Options{}, func(a read.Article) error {
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := timeline.DateArticles(articles, timeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ id, first, last string }{
		{"000", "2024-06-19", "2024-06-20"}, {"001", "2024-06-19", "2024-06-19"}, {"002", "2024-06-19", "2024-06-19"},
		{"003", "2024-07-01", "2025-05-31"}, {"004", "2022-08-15", "2022-08-22"},
	} {
		found := false
		for _, d := range got {
			if !strings.HasPrefix(d.ID, want.id) {
				continue
			}
			found = true
			s, err := tempo.ParseEDTF(d.Date)
			first, last := s.Days()
			if err != nil || first.ISODay() < want.first || last.ISODay() > want.last {
				t.Errorf("%s is dated %q, want %s to %s: %+v", d.ID, d.Date, want.first, want.last, d.Dated)
			}
		}
		if !found {
			t.Errorf("no article begins its name with %s", want.id)
		}
	}
}
