package eval

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline"
)

const twoArticles = `{"id":"a","lang":"fr","topic":"pont","dct":"2012-05-04","text":"Le pont a ouvert. Le maire a parlé.","validated_sentences":[0,1],"mentions":[
{"start":10,"end":16,"text":"ouvert","kind":"event","sentence":0,"cluster":"E1"},
{"start":3,"end":7,"text":"pont","kind":"part","sentence":0,"cluster":"P1"},
{"start":29,"end":35,"text":"parlé","kind":"event","sentence":1,"cluster":null}]}
{"id":"b","lang":"fr","topic":"pont","dct":"2012-05-05","text":"Ouverture du pont.","validated_sentences":[0],"mentions":[
{"start":0,"end":9,"text":"Ouverture","kind":"event","sentence":0,"cluster":"E1"},
{"start":13,"end":17,"text":"pont","kind":"event","sentence":9,"cluster":"E1"}]}`

func oneLine(objects string) string {
	return strings.ReplaceAll(strings.ReplaceAll(objects, ",\n", ","), "[\n", "[")
}

func TestReadECB(t *testing.T) {
	topics, err := ReadECB(strings.NewReader(oneLine(twoArticles)), "e.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(topics) != 1 || len(topics[0].Documents) != 2 || len(topics[0].Mentions) != 3 {
		t.Fatalf("topics: %+v", topics)
	}
	if m := topics[0].Mentions[1]; m.Doc != "a" || m.Text != "parlé" || m.Cluster != "" {
		t.Errorf("second mention: %+v", m)
	}
	_, err = ReadECB(strings.NewReader(strings.Replace(oneLine(twoArticles), `"start":10`, `"start":11`, 1)), "e.jsonl")
	if err == nil || !strings.Contains(err.Error(), `e.jsonl:1: mention 1 of "a": offsets 11–16 hold "uvert"`) {
		t.Errorf("a wrong offset gives %v", err)
	}
}

func TestReadSemEval(t *testing.T) {
	line := `{"set":"s","lang":"en","docs":[{"id":"1","dct":"2008-03-01","title":"T","sentences":[{"n":0,"text":"Bridge opens"},{"n":4,"text":"Its reopening : the bridge opens and they take the toll away ."}]}],
"timelines":[{"entity":"Bridge","events":[{"date":"2008-03-XX","mentions":[{"doc":"1","sentence":0,"word":"opens"}]},{"date":"XXXX-XX-XX","mentions":[{"doc":"1","sentence":4,"word":"take_away"},{"doc":"1","sentence":9,"word":"gone"}]}]},
{"entity":"Town","events":[{"date":"2008-03","mentions":[{"doc":"1","sentence":4,"word":"opens"},{"doc":"1","sentence":0,"word":"opens"}]}]}]}`
	topics, err := ReadSemEval(strings.NewReader(strings.ReplaceAll(line, "\n", "")), "s.jsonl")
	if err != nil || len(topics) != 1 {
		t.Fatalf("topics %+v, error %v", topics, err)
	}
	got := topics[0]
	if got.Skipped != 1 || len(got.Mentions) != 3 {
		t.Fatalf("skipped %d, mentions %+v", got.Skipped, got.Mentions)
	}
	for _, m := range got.Mentions {
		if text := got.Documents[0].Text[m.Start:m.End]; text != m.Text {
			t.Errorf("offsets of %q hold %q", m.Text, text)
		}
	}
	first, second, third := got.Mentions[0], got.Mentions[1], got.Mentions[2]
	if first.Text != "opens" || second.Text != "opens" || first.Cluster != second.Cluster {
		t.Errorf("two entities tell one opening: %+v, %+v", first, second)
	}
	if third.Text != "take" || third.Cluster == first.Cluster || third.Date != "" || first.Date != "2008-03" {
		t.Errorf("third %+v, first %+v", third, first)
	}
}

func source(article, quote string, start int, date string) timeline.Source {
	return timeline.Source{Article: article, Start: start, End: start + len(quote), Quote: quote, Date: date}
}

func TestAssignTakesTheShortestCover(t *testing.T) {
	tl := timeline.Timeline{Events: []timeline.Event{
		{Sources: []timeline.Source{source("a", "Le pont a ouvert. Le maire a parlé.", 0, "2012-05")}},
		{Sources: []timeline.Source{source("a", "Le pont a ouvert.", 0, "2012-05-03"), source("b", "Ouverture du pont.", 0, "2012-05-03")}},
	}}
	mentions := []EventMention{{Doc: "a", Start: 10, End: 16}, {Doc: "a", Start: 29, End: 35}, {Doc: "b", Start: 0, End: 9}, {Doc: "b", Start: 10, End: 99}, {Doc: "c", Start: 0, End: 1}}
	if got := strings.Join(Assign(tl, mentions), ","); got != "1,0,1,," {
		t.Errorf("labels %q, want 1,0,1,,", got)
	}
}

func TestMerging(t *testing.T) {
	topics, err := ReadECB(strings.NewReader(oneLine(twoArticles)), "e.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	topics[0].Mentions[0].Date = "2012-05"
	merged := timeline.Timeline{Events: []timeline.Event{
		{Date: "2012-05-03?", Lang: "fr", Sources: []timeline.Source{source("a", "Le pont a ouvert.", 0, "2012-05-03"), source("b", "Ouverture du pont.", 0, "2012-05-03")}},
	}}
	r, err := Merging(topics, func(Topic) (timeline.Timeline, error) { return merged, nil }, nil)
	if err != nil {
		t.Fatal(err)
	}
	// "ouvert" and "Ouverture" are one, "parlé" is covered by nothing and alone in gold as well.
	about(t, "all", r.All.Pairs.F1, 1)
	if r.Covered.Mentions != 2 || r.Dated != 1 || r.RightDate != 1 {
		t.Errorf("covered %d, dates %d of %d", r.Covered.Mentions, r.RightDate, r.Dated)
	}
	// The baseline joins them too: same day, and "ouver" in both. With another day it does not.
	about(t, "baseline", r.Baseline.Pairs.F1, 1)
	merged.Events[0].Sources[1].Date = "2012-05-04"
	r, _ = Merging(topics, func(Topic) (timeline.Timeline, error) { return merged, nil }, nil)
	about(t, "ours", r.All.Pairs.F1, 1)
	about(t, "baseline of two days", r.Baseline.Pairs.F1, 0)
	var b bytes.Buffer
	if err := r.Write(&b, true); err != nil || !strings.Contains(b.String(), "topic pont") || !strings.Contains(b.String(), "1 of 1 covered") {
		t.Errorf("report (%v):\n%s", err, b.String())
	}
	if _, err := Merging(topics, func(Topic) (timeline.Timeline, error) { return merged, errors.New("no") }, nil); err == nil {
		t.Error("an error of the builder is lost")
	}
}

func TestDevelopmentTopicsRead(t *testing.T) {
	ecb, err := ReadECB(shared(t, "ecbplus.dev.jsonl"), "ecbplus.dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	articles := 0
	for _, topic := range ecb {
		articles += len(topic.Documents)
	}
	if len(ecb) != 22 || articles != 510 {
		t.Errorf("ECB+: %d topics, %d articles; its README says 22 and 510", len(ecb), articles)
	}
	lines, err := ReadSemEval(shared(t, "semeval2015_timeline.dev.jsonl"), "semeval")
	if err != nil || len(lines) != 2 {
		t.Fatalf("SemEval: %d sets, %v", len(lines), err)
	}
	for _, topic := range lines {
		if len(topic.Documents) != 30 || topic.Skipped*20 > len(topic.Mentions) {
			t.Errorf("%s: %d articles, %d of %d mentions nowhere", topic.Name, len(topic.Documents), topic.Skipped, len(topic.Mentions))
		}
	}
}

func FuzzReadTopics(f *testing.F) {
	f.Add([]byte(oneLine(twoArticles)))
	f.Add([]byte(`{"docs":[{"id":"1","sentences":[{"n":0,"text":"a_b"}]}],"timelines":[{"events":[{"date":"-XX","mentions":[{"doc":"1","sentence":0,"word":"b_"}]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func() ([]Topic, error){
			func() ([]Topic, error) { return ReadECB(bytes.NewReader(data), "f") },
			func() ([]Topic, error) { return ReadSemEval(bytes.NewReader(data), "f") },
		} {
			topics, _ := read()
			for _, topic := range topics {
				texts := map[string]string{}
				for _, d := range topic.Documents {
					if _, twice := texts[d.ID]; twice {
						return
					}
					texts[d.ID] = d.Text
				}
				for _, m := range topic.Mentions {
					if texts[m.Doc][m.Start:m.End] != m.Text {
						t.Fatalf("%+v does not stand in %q", m, texts[m.Doc])
					}
				}
			}
			if _, err := Merging(topics, func(Topic) (timeline.Timeline, error) { return timeline.Timeline{}, nil }, nil); err != nil {
				t.Fatal(err)
			}
		}
	})
}
