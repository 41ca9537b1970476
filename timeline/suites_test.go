package timeline_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/frise-timeline/frise/timeline"
	"github.com/frise-timeline/frise/timeline/eval"
	"github.com/frise-timeline/frise/timeline/tempo"
)

var outcome = flag.String("outcome", "", "print the cases of the suites with this outcome: disagrees, convention or listed")

// TestSuitesOfOtherTools reads the suites of other tools with our tagger. Every
// case agrees, or a convention or the list in testdata/agreed says why not.
func TestSuitesOfOtherTools(t *testing.T) {
	var results []eval.SuiteResult
	for _, name := range []string{"duckling_fr", "dateparser_fr", "duckling_en", "chrono_en", "dateparser_en", "when_en"} {
		cases, err := eval.ReadSuite(bytes.NewReader(corpusFile(t, "suites/"+name+".jsonl")), name)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("..", "testdata", "agreed", name+".yaml")
		list, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		agreed, err := eval.ReadAgreed(bytes.NewReader(list), path)
		if err != nil {
			t.Fatal(err)
		}
		tagger := timeline.NewTagger(timeline.AutoMode)
		r := eval.ScoreSuite(name, cases, func(c eval.Case) []eval.Timex { return tagCase(t, tagger, c) }, agreed)
		if *outcome != "" {
			var b bytes.Buffer
			if err := r.WriteDisagreements(&b, *outcome); err != nil {
				t.Fatal(err)
			}
			t.Logf("%s\n%s", name, b.String())
		}
		if r.Agreement() < 0.98 {
			t.Errorf("%s: %d cases differ by no convention and no list; run with -outcome disagrees", name, r.Disagree)
		}
		if len(r.Stale) > 0 {
			t.Logf("%s: the list names cases that do not disagree: %v", name, r.Stale)
		}
		results = append(results, r)
	}
	var b bytes.Buffer
	if err := eval.WriteSuites(&b, results); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", b.String())
}

// tagCase tags the input of a case, said on the day of its reference.
func tagCase(t *testing.T, tagger *timeline.Tagger, c eval.Case) []eval.Timex {
	var publication tempo.Span
	if c.HasReference {
		y, m, d := c.Reference.Date()
		publication = tempo.Of(tempo.Date(y, int(m), d), tempo.Day)
	}
	tags, _, err := tagger.Tag(c.Input, c.Lang, publication)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]eval.Timex, len(tags))
	for i, g := range tags {
		out[i] = eval.Timex{Start: g.Start, End: g.End, Text: g.Text, Type: g.Type, Value: g.Value, Mod: g.Mod, Rule: g.Rule}
	}
	return out
}
