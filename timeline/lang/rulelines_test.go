package lang

import (
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// yamlRules reads the rules of a pack as YAML does.
func yamlRules(pack string) (map[string][]ruleLine, error) {
	var file struct {
		Rules map[string]ruleList `yaml:"rules"`
	}
	err := yaml.NewDecoder(strings.NewReader(pack)).Decode(&file)
	return (&packFile{Rules: file.Rules}).rules(), err
}

// TestRulesAreThoseOfYAML: our packs are written so that their rules are read
// without YAML, and are those that YAML reads.
func TestRulesAreThoseOfYAML(t *testing.T) {
	for _, code := range Codes() {
		pack, err := Data(code, "pack.yaml")
		if err != nil {
			t.Fatal(err)
		}
		rest, got, ok := cutRules(string(pack))
		if !ok {
			t.Errorf("%s: YAML has to read its rules", code)
			continue
		}
		want, err := yamlRules(string(pack))
		if err != nil || !reflect.DeepEqual(got, want) || len(got) < 10 {
			t.Errorf("%s: %d groups of rules, want %d (%v)", code, len(got), len(want), err)
		}
		if strings.Contains(rest, "\nrules:") {
			t.Errorf("%s: the rest has rules", code)
		}
	}
}

func TestCutRules(t *testing.T) {
	const head = "code: xx\n# words\n"
	for rules, want := range map[string]map[string][]ruleLine{
		"  move:\n    - \"demain = +1 day\"\n":                                         {"move": {{"demain = +1 day", 5}}},
		"  move: # steps\n\n    # a comment\n    - \"a \\\"b\\\" \\\\(\"  \n  none:\n": {"move": {{`a "b" \(`, 7}}, "none": {}},
		"  move:\n    - demain = +1 day\n":                                             nil, // YAML's business
		"  move:\n    - \"demain\n      = +1 day\"\n":                                  nil,
		"  move:\n    - \"de\\u006dain\"\n":                                            nil,
		"  move:\n    - \"demain\"#\n":                                                 nil,
		"  move:\n    - \"demain\"\n  move:\n    - \"hier\"\n":                         nil, // an error of YAML
		"  move:\n    - \"demain\"\nlabels: {}\n":                                      nil,
		"    - \"demain\"\n":                                                           nil,
	} {
		rest, got, ok := cutRules(head + "rules:\n" + rules)
		if ok != (want != nil) || !reflect.DeepEqual(got, want) || ok && rest != head {
			t.Errorf("%q: %v %v, rest %q", rules, got, ok, rest)
		}
	}
}

// FuzzCutRules: what is read without YAML is what YAML reads.
func FuzzCutRules(f *testing.F) {
	for _, s := range []string{"  move:\n    - \"demain = +1 day\" # x\n", "  a:\n  b:\n    - \"\\\\( {n}\"\n", "    - \"x\"\n", "  a: #\n    - \"é\u0085\"\n\n#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, rules string) {
		pack := "code: xx\nrules:\n" + rules
		_, got, ok := cutRules(pack)
		if !ok {
			return
		}
		want, err := yamlRules(pack)
		if err != nil {
			t.Fatalf("%q is read, but YAML says %v", rules, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: %v, want %v", rules, got, want)
		}
	})
}
