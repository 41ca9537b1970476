package actor

import (
	"strings"
	"testing"
)

const (
	smallActs = `language: fr
verbs: {er: e ent | ait aient | era | erait | é ée | ant, ir: a | avait | aura | aurait | eu | ayant}
nouns: {"": "= s"}
words: {article: "le, la"}
auxiliaries: {have: avoir, be: avoir}
acts: {agree: {verbs: signer .. traité}}
status: {planned: {verbs: annoncer}}
`
	smallActors = `language: fr
demonyms: {"": "= s"}
states: {RUS: russe; Moscou}
organisations: {UNO: ONU}
offices: {president: président}
`
)

// TestLoadErrors: an error names the file, the line and what is wrong.
func TestLoadErrors(t *testing.T) {
	acts := strings.Replace(smallActs, "ir: a |", "oir: a |", 1)
	if _, err := Load([]byte(smallActors), []byte(acts)); err != nil {
		t.Fatalf("the smallest lexicon: %v", err)
	}
	change := func(s, from, to string) string {
		if !strings.Contains(s, from) {
			t.Fatalf("no %q to change", from)
		}
		return strings.Replace(s, from, to, 1)
	}
	for _, c := range []struct{ actors, acts, want string }{
		{"", acts, "actors.yaml:1: no sections"},
		{smallActors, "", "acts.yaml:1: no sections"},
		{"a: [", acts, "actors.yaml:1: did not find"},
		{smallActors + "stat: x\n", acts, `actors.yaml:6: unknown section "stat"`},
		{change(smallActors, "RUS:", "RU:"), acts, `actors.yaml:3: "RU" is no ISO 3166 alpha-3 code`},
		{change(smallActors, "russe; Moscou", "russe; Moscou; a; b; c"), acts, "actors.yaml:3: RUS has 5 fields"},
		{change(smallActors, "language: fr", "language: en"), acts, `actors.yaml:1: language "en", but acts.yaml is "fr"`},
		{change(smallActors, "organisations: {UNO: ONU}\n", ""), acts, `actors.yaml:1: section "organisations" is missing`},
		{smallActors, change(acts, "agree:", "agreed:"), `acts.yaml:6: "agreed" is none of PLOVER's types`},
		{smallActors, change(acts, "signer .. traité", "signe .. traité"), `acts.yaml:6: verb "signe" ends in none`},
		{smallActors, change(acts, "signer .. traité", "signer .."), `acts.yaml:6: pattern "signer .." ends in a gap`},
		{smallActors, change(acts, "signer .. traité", "signer <"), `acts.yaml:6: pattern "signer <" ends in "<"`},
		{smallActors, change(acts, "signer .. traité", "signer .. @pact"), `acts.yaml:6: no set "@pact"`},
		{smallActors, change(acts, "signer .. traité", "signer .. accord|cessez-le-feu"), `acts.yaml:6: "cessez-le-feu" is more than one word`},
		{smallActors, acts + "sets: {pact: cessez-le-feu}\n", `acts.yaml:8: "cessez-le-feu" is more than one word`},
		{smallActors, change(acts, "signer .. traité", ".. signer"), `acts.yaml:6: pattern ".. signer" has no head`},
		{smallActors, change(acts, "article:", "articles:"), `acts.yaml:4: unknown class of words "articles"`},
		{smallActors, change(acts, "planned:", "plannd:"), `acts.yaml:7: unknown status "plannd"`},
		{smallActors, change(acts, "| é ée | ant", "| é ée"), `acts.yaml:2: "er" has 5 columns`},
		{smallActors, change(acts, "be: avoir", "is: avoir"), `acts.yaml:5: unknown auxiliary "is"`},
		{smallActors, acts + "acts: {}\n", `acts.yaml:8: section "acts" comes twice`},
	} {
		_, err := Load([]byte(c.actors), []byte(c.acts))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("error %v\n want %s…", err, c.want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(smallActors, smallActs)
	f.Fuzz(func(t *testing.T, actors, acts string) {
		l, err := Load([]byte(actors), []byte(acts))
		if err != nil {
			return
		}
		l.Find("Le président russe Vladimir Poutine a signé un traité à Moscou.")
	})
}
