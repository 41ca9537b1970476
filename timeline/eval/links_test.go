package eval

import "testing"

func TestLinks(t *testing.T) {
	topic := Topic{
		Documents: []Document{{ID: "a", Text: "Le pont a ouvert.\nOn a parlé."}, {ID: "b", Text: "Ouverture du pont."}},
		Mentions: []EventMention{
			{Doc: "a", Start: 10, End: 16, Text: "ouvert"}, {Doc: "a", Start: 23, End: 29, Text: "parlé"}, {Doc: "b", Start: 0, End: 9, Text: "Ouverture"},
		},
	}
	for _, c := range []struct {
		name                string
		gold, system        []string
		right, inGold, ours int
	}{
		{"found", []string{"1", "", "1"}, []string{"x", "y", "x"}, 1, 1, 1},
		{"missed", []string{"1", "", "1"}, []string{"x", "y", ""}, 0, 1, 0},
		{"wrong", []string{"1", "2", "1"}, []string{"", "y", "y"}, 0, 1, 1},
		{"one article links nothing", []string{"1", "1", ""}, []string{"x", "x", ""}, 0, 0, 0},
	} {
		var f linkCount
		f.add(topic, c.gold, c.system)
		if f != (linkCount{c.right, c.inGold, c.ours}) {
			t.Errorf("%s: right, gold, ours = %+v, want %d %d %d", c.name, f, c.right, c.inGold, c.ours)
		}
	}
	// Two mentions of a sentence that link it to the same sentence are one link.
	var f linkCount
	topic.Mentions = append(topic.Mentions, EventMention{Doc: "a", Start: 3, End: 7, Text: "pont"})
	f.add(topic, []string{"1", "", "1", "1"}, []string{"x", "", "x", "x"})
	if f != (linkCount{1, 1, 1}) {
		t.Errorf("two mentions: %+v, want one link", f)
	}
}
