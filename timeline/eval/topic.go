package eval

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Topic is a set of articles that tell of the same things, with every event
// mention that people marked in them and which of those are one event.
type Topic struct {
	Name      string
	Documents []Document
	Mentions  []EventMention
	Skipped   int // gold mentions that stand nowhere in the text
}

// An EventMention is a place in an article that names an event. Start and End
// are byte offsets into the text of the document with the ID Doc. Mentions with
// the same Cluster are one event; an empty Cluster is an event of its own. Date
// is the event's gold date where the corpus has one.
type EventMention struct {
	Doc        string
	Start, End int
	Text       string
	Cluster    string
	Date       string
}

// ReadECB reads the articles of ECB+ as JSON lines, one topic for each value of
// "topic", in the order in which the topics come up. Only event mentions of
// sentences whose annotation was validated count, as in the scores that are
// published for this corpus.
func ReadECB(r io.Reader, name string) ([]Topic, error) {
	var topics []Topic
	index := map[string]int{}
	var problems []error
	err := eachLine(r, name, func(line int, data []byte) error {
		var in struct {
			goldLine
			Topic    string `json:"topic"`
			Mentions []struct {
				Start    int    `json:"start"`
				End      int    `json:"end"`
				Text     string `json:"text"`
				Kind     string `json:"kind"`
				Sentence int    `json:"sentence"`
				Cluster  string `json:"cluster"`
			} `json:"mentions"`
			Validated []int `json:"validated_sentences"`
		}
		if err := json.Unmarshal(data, &in); err != nil {
			return fmt.Errorf("%s:%d: no article of ECB+: %w", name, line, err)
		}
		i, known := index[in.Topic]
		if !known {
			i = len(topics)
			index[in.Topic] = i
			topics = append(topics, Topic{Name: in.Topic})
		}
		t := &topics[i]
		t.Documents = append(t.Documents, Document{ID: in.ID, Lang: in.Lang, DCT: in.DCT, Text: in.Text, File: name, Line: line})
		for n, m := range in.Mentions {
			if m.Kind != "event" || !slices.Contains(in.Validated, m.Sentence) {
				continue
			}
			if err := checkSpan(in.Text, m.Start, m.End, m.Text); err != nil {
				problems = append(problems, fmt.Errorf("%s:%d: mention %d of %q: %w", name, line, n+1, in.ID, err))
				t.Skipped++
				continue
			}
			t.Mentions = append(t.Mentions, EventMention{Doc: in.ID, Start: m.Start, End: m.End, Text: in.Text[m.Start:m.End], Cluster: m.Cluster})
		}
		return nil
	})
	if err != nil {
		problems = append(problems, err)
	}
	return topics, errors.Join(problems...)
}

type semEvalLine struct {
	Set  string `json:"set"`
	Lang string `json:"lang"`
	Docs []struct {
		ID        string `json:"id"`
		DCT       string `json:"dct"`
		Title     string `json:"title"`
		Sentences []struct {
			N    int    `json:"n"`
			Text string `json:"text"`
		} `json:"sentences"`
	} `json:"docs"`
	Timelines []struct {
		Entity string `json:"entity"`
		Events []struct {
			Date     string `json:"date"`
			Mentions []struct {
				Doc      string `json:"doc"`
				Sentence int    `json:"sentence"`
				Word     string `json:"word"`
			} `json:"mentions"`
		} `json:"events"`
	} `json:"timelines"`
}

// ReadSemEval reads the corpora of SemEval-2015 task 4 (TimeLine), one topic a
// line. The text of an article is its sentences, a line each. A gold mention is
// a word of a sentence without an offset: its first place there counts, "court_case"
// stands as "court case", and what stands nowhere is counted in Skipped.
// Timelines of several entities tell the same events: clusters that share a
// mention are one.
func ReadSemEval(r io.Reader, name string) ([]Topic, error) {
	var topics []Topic
	err := eachLine(r, name, func(line int, data []byte) error {
		var in semEvalLine
		if err := json.Unmarshal(data, &in); err != nil {
			return fmt.Errorf("%s:%d: no set of SemEval-2015 task 4: %w", name, line, err)
		}
		topics = append(topics, semEvalTopic(in, name, line))
		return nil
	})
	return topics, err
}

// place is a sentence of an article: where it starts in the text, and its words.
type place struct {
	start int
	text  string
}

func semEvalTopic(in semEvalLine, name string, line int) Topic {
	t := Topic{Name: in.Set}
	type key struct {
		doc      string
		sentence int
	}
	places := map[key]place{}
	for _, d := range in.Docs {
		var text strings.Builder
		for _, s := range d.Sentences {
			places[key{d.ID, s.N}] = place{text.Len(), s.Text}
			text.WriteString(s.Text + "\n")
		}
		t.Documents = append(t.Documents, Document{ID: d.ID, Lang: in.Lang, DCT: d.DCT, Title: d.Title, Text: text.String(), File: name, Line: line})
	}
	joined := newUnion()
	type spot struct {
		doc        string
		start, end int
	}
	mentions := map[spot]*EventMention{}
	for _, tl := range in.Timelines {
		for n, e := range tl.Events {
			event := fmt.Sprintf("%s #%d", tl.Entity, n)
			for _, m := range e.Mentions {
				p, ok := places[key{m.Doc, m.Sentence}]
				from, length := findWord(p.text, m.Word)
				if !ok || from < 0 {
					t.Skipped++
					continue
				}
				at := spot{m.Doc, p.start + from, p.start + from + length}
				if old := mentions[at]; old != nil {
					joined.join(old.Cluster, event)
					continue
				}
				mentions[at] = &EventMention{Doc: m.Doc, Start: at.start, End: at.end, Text: p.text[from : from+length], Cluster: event, Date: goldDate(e.Date)}
			}
		}
	}
	spots := slices.SortedFunc(maps.Keys(mentions), func(x, y spot) int {
		return cmp.Or(strings.Compare(x.doc, y.doc), cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end))
	})
	for _, at := range spots {
		m := *mentions[at]
		m.Cluster = joined.root(m.Cluster)
		t.Mentions = append(t.Mentions, m)
	}
	return t
}

// goldDate drops what a date leaves open: "2007-XX-XX" is "2007", "XXXX-XX-XX" nothing.
func goldDate(v string) string {
	v = strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(v), "-XX"), "-XX")
	if strings.Contains(v, "X") {
		return ""
	}
	return v
}

// findWord is the first place of a word, whole before part, and its length; −1 where it is missing.
func findWord(sentence, word string) (at, length int) {
	word = strings.ReplaceAll(word, "_", " ")
	if word == "" {
		return -1, 0
	}
	for from := 0; from < len(sentence); {
		i := strings.Index(sentence[from:], word)
		if i < 0 {
			break
		}
		i += from
		end := i + len(word)
		if (i == 0 || sentence[i-1] == ' ') && (end == len(sentence) || sentence[end] == ' ') {
			return i, len(word)
		}
		from = i + 1
	}
	if i := strings.Index(sentence, word); i >= 0 {
		return i, len(word)
	}
	if first, _, several := strings.Cut(word, " "); several {
		return findWord(sentence, first) // "take away" of "take the title away"
	}
	return -1, 0
}

// union joins names into sets.
type union struct{ parent map[string]string }

func newUnion() *union { return &union{map[string]string{}} }

func (u *union) root(x string) string {
	for {
		p, ok := u.parent[x]
		if !ok {
			return x
		}
		x = p
	}
}

// join makes one set of two; the smaller name stands for it, whatever the order.
func (u *union) join(x, y string) {
	x, y = u.root(x), u.root(y)
	if x == y {
		return
	}
	if y < x {
		x, y = y, x
	}
	u.parent[y] = x
}
