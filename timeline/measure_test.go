package timeline_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/read"
)

// corpusFile opens one of the corpora that are kept beside the repository.
func corpusFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", "corpora", name))
	if err != nil {
		t.Skipf("the corpus is missing: %v", err)
	}
	return data
}

func buildTopic(documents []eval.Document, o timeline.Options) (timeline.Timeline, error) {
	tl, _, err := timeline.Build(func(yield func(read.Article) error) error {
		for _, d := range documents {
			a := read.Article{ID: d.ID, Title: d.Title, Text: d.Text, Lang: d.Lang, Date: d.DCT}
			if d.DCT != "" {
				a.Dated = []read.Clue{{By: "field", Date: d.DCT, Weight: 1}}
			}
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	}, o)
	return tl, err
}

// TestMergingBeatsTheBaseline measures which sentences of different articles
// are held for one event, beside "same day and a shared stem".
func TestMergingBeatsTheBaseline(t *testing.T) {
	for _, c := range []struct {
		file string
		read func(data []byte) ([]eval.Topic, error)
	}{
		{"ecbplus.dev.jsonl", func(data []byte) ([]eval.Topic, error) { return eval.ReadECB(bytes.NewReader(data), "ecbplus") }},
		{"semeval2015_timeline.dev.jsonl", func(data []byte) ([]eval.Topic, error) { return eval.ReadSemEval(bytes.NewReader(data), "semeval") }},
	} {
		topics, err := c.read(corpusFile(t, c.file))
		if len(topics) == 0 {
			t.Fatal(err)
		}
		r, err := eval.Merging(topics, func(topic eval.Topic) (timeline.Timeline, error) {
			var clauses [][][2]int
			tl, err := buildTopic(topic.Documents, timeline.Options{Explain: func(x timeline.Explanation) { clauses = append(clauses, x.Clauses) }})
			if err == nil {
				eval.ToClauses(&tl, clauses, topic.Documents)
			}
			return tl, err
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: sentences P %.3f R %.3f F1 %.3f, baseline P %.3f R %.3f F1 %.3f; pairs F1 %.3f, baseline %.3f", c.file, r.Links.P, r.Links.R, r.Links.F1,
			r.BaselineLinks.P, r.BaselineLinks.R, r.BaselineLinks.F1, r.Covered.Pairs.F1, r.CoveredBaseline.Pairs.F1)
		if r.Links.F1 <= r.BaselineLinks.F1 {
			t.Errorf("%s: F1 of sentences %.3f is not above the baseline's %.3f", c.file, r.Links.F1, r.BaselineLinks.F1)
		}
		if r.Covered.Pairs.F1 <= r.CoveredBaseline.Pairs.F1 {
			t.Errorf("%s: pairs F1 %.3f is not above the baseline's %.3f", c.file, r.Covered.Pairs.F1, r.CoveredBaseline.Pairs.F1)
		}
	}
}

// TestDatesBeatTheBaseline measures which dates the weightiest events have,
// beside the days on which most articles appeared.
func TestDatesBeatTheBaseline(t *testing.T) {
	crises, err := eval.ReadCrises(bytes.NewReader(corpusFile(t, "fr_crisis.dev.jsonl")), "fr_crisis")
	if err != nil {
		t.Fatal(err)
	}
	selections, err := eval.SelectDates(crises, func(c eval.Crisis, n int) (timeline.Timeline, error) {
		return buildTopic(c.Documents, timeline.Options{Max: n})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range selections {
		t.Logf("%s: P %.3f R %.3f F1 %.3f, baseline F1 %.3f", s.Topic, s.Ours.P, s.Ours.R, s.Ours.F1, s.Baseline.F1)
		if s.Ours.F1 <= s.Baseline.F1 {
			t.Errorf("%s: F1 %.3f is not above the baseline's %.3f", s.Topic, s.Ours.F1, s.Baseline.F1)
		}
	}
}

// TestMergingOfASyntheticCorpus measures the pairs of sources held for one event
// where the truth is known, in a corpus as dense as a newspaper's archive.
func TestMergingOfASyntheticCorpus(t *testing.T) {
	data, articles := corpus(t, 3000)
	truth := map[[2]string][]int{} // article and date → events
	lines := json.NewDecoder(bytes.NewReader(data))
	for lines.More() {
		var a eval.SyntheticArticle
		if err := lines.Decode(&a); err != nil {
			t.Fatal(err)
		}
		for _, x := range a.Truth {
			key := [2]string{a.ID, x.Date}
			if !slices.Contains(truth[key], x.Event) {
				truth[key] = append(truth[key], x.Event)
			}
		}
	}
	tl, _, err := timeline.Build(each(articles), timeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pairs := func(n int) int { return n * (n - 1) / 2 }
	of, ours := map[int]map[int]int{}, map[int]int{}
	for i, e := range tl.Events {
		for _, s := range e.Sources {
			events := truth[[2]string{s.Article, s.Date}]
			if len(events) != 1 {
				continue
			}
			event := events[0]
			if of[event] == nil {
				of[event] = map[int]int{}
			}
			of[event][i]++
			ours[i]++
		}
	}
	right, gold, system := 0, 0, 0
	for _, counts := range of {
		all := 0
		for _, n := range counts {
			right += pairs(n)
			all += n
		}
		gold += pairs(all)
	}
	for _, n := range ours {
		system += pairs(n)
	}
	p, r := float64(right)/float64(system), float64(right)/float64(gold)
	t.Logf("%d events, pairs P %.3f R %.3f", len(tl.Events), p, r)
	if p < 0.9 || r < 0.8 {
		t.Errorf("pairs of sources: precision %.3f, recall %.3f; want 0.9 and 0.8", p, r)
	}
}
