package lang

import (
	"strings"
	"unicode/utf8"
)

// A ruleLine is a rule as its pack writes it, and where.
type ruleLine struct {
	text string
	line int
}

// cutRules takes the rules out of a pack that writes them as ours do, each on a
// line of its own between quotation marks:
//
//	rules:
//	  move:
//	    - "demain = +1 day"
//
// They are most of a pack, and a reader of all of YAML takes ten times as long
// over them. rest is the pack without them, with as many lines. Where anything
// is written in another way, ok is false, and YAML has to read the whole.
func cutRules(pack string) (rest string, rules map[string][]ruleLine, ok bool) {
	head, section, ok := strings.Cut(pack, "\nrules:\n")
	if !ok || strings.ContainsFunc(section, odd) {
		return "", nil, false
	}
	rules = map[string][]ruleLine{}
	name := ""
	for number := strings.Count(head, "\n") + 3; section != ""; number++ {
		var line string
		line, section, _ = strings.Cut(section, "\n")
		switch text := strings.TrimLeft(line, " "); {
		case text == "" || text[0] == '#':
		case len(line)-len(text) == 2:
			if name, ok = ruleGroup(text); !ok || rules[name] != nil {
				return "", nil, false
			}
			rules[name] = []ruleLine{}
		default:
			rule, ok := quotedRule(line)
			if !ok || name == "" {
				return "", nil, false
			}
			rules[name] = append(rules[name], ruleLine{rule, number})
		}
	}
	return head + "\n", rules, true
}

// odd tells characters that YAML refuses or takes for the end of a line.
func odd(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError
}

// ruleGroup reads the name of a meaning: "move:".
func ruleGroup(text string) (name string, ok bool) {
	name, comment, ok := strings.Cut(text, ":")
	if !ok || name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" || comment != "" && !strings.HasPrefix(comment, " #") {
		return "", false
	}
	return name, true
}

// quotedRule reads a line such as `    - "demain = +1 day" # comment`.
func quotedRule(line string) (rule string, ok bool) {
	text, ok := strings.CutPrefix(line, `    - "`)
	if !ok {
		return "", false
	}
	end, escaped := 0, false
	for end < len(text) && text[end] != '"' {
		if text[end] == '\\' {
			if escaped = true; end+1 == len(text) || text[end+1] != '\\' && text[end+1] != '"' {
				return "", false
			}
			end++
		}
		end++
	}
	if end == len(text) {
		return "", false
	}
	if after := text[end+1:]; strings.Trim(after, " ") != "" && !strings.HasPrefix(after, " #") {
		return "", false
	}
	rule = text[:end]
	if escaped {
		rule = unescaped(rule)
	}
	return rule, true
}
