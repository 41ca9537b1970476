package read

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"gopkg.in/yaml.v3"
)

// ManifestName is the file that says of the files beside it what they do not say themselves.
const ManifestName = "articles.yaml"

// A manifest is a list of entries, each for one file or for the files of a pattern.
type manifest struct {
	shown   string // its path in messages
	folder  string // the folder its file names start from, slash-separated
	given   bool   // by option: its files may lie anywhere
	table   bool   // it is the metadata.csv of a TXM corpus
	entries []fields
	used    []bool

	byBase   map[string][]int // entries by the last part of their name
	patterns []int
}

// parseManifest reads a list of {file, date, …} or a mapping from file to
// fields, or to the date alone. Problems name its lines.
func parseManifest(shown string, b []byte, report *Report) *manifest {
	m := &manifest{shown: shown}
	problem := func(line int, hint, format string, args ...any) {
		report.Problems = append(report.Problems, Problem{Path: shown, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint})
	}
	const hint = "a manifest is a list of {file, date, title, url, source, lang}"
	text, err := decodeText(b)
	if err != nil {
		problem(0, hint, "%v", err)
		return m
	}
	root, err := parseYAML([]byte(text))
	if err != nil {
		line, msg := yamlProblem(err)
		problem(line, hint, "not YAML: %s", msg)
		return m
	}
	if root == nil {
		return m
	}
	if root.Kind == yaml.MappingNode && len(root.Content) == 2 && root.Content[0].Value == "articles" {
		root = root.Content[1]
	}
	switch root.Kind {
	case yaml.SequenceNode:
		for _, item := range root.Content {
			if item.Kind != yaml.MappingNode {
				problem(item.Line, hint, "this entry is no mapping")
				continue
			}
			var f fields
			f.setAll(item)
			m.entries = append(m.entries, f)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(root.Content); i += 2 {
			key, value := root.Content[i], root.Content[i+1]
			f := fields{}
			switch value.Kind {
			case yaml.MappingNode:
				f.setAll(value)
			case yaml.ScalarNode:
				f.date, f.dateLine = value.Value, value.Line
			default:
				problem(value.Line, hint, "%s has neither fields nor a date", key.Value)
			}
			f.file, f.line = key.Value, key.Line
			m.entries = append(m.entries, f)
		}
	default:
		problem(root.Line, hint, "neither a list nor a mapping")
	}
	m.check(problem)
	return m
}

// check drops entries that name no file or one that another has named, and
// turns dates into EDTF.
func (m *manifest) check(problem func(line int, hint, format string, args ...any)) {
	seen := map[string]int{}
	kept := m.entries[:0]
	for _, f := range m.entries {
		f.file = path.Clean(strings.TrimPrefix(strings.ReplaceAll(f.file, `\`, "/"), "./"))
		if f.file == "." {
			problem(f.line, "", `this entry names no "file"`)
			continue
		}
		if first := seen[f.file]; first > 0 {
			problem(f.line, "keep one of the two entries", "%s stands here and at line %d", f.file, first)
			continue
		}
		seen[f.file] = f.line
		if f.date != "" {
			date, err := normalDate(f.date, f.lang)
			if err != nil {
				problem(f.dateLine, dateHint, "%v", err)
			}
			f.dateWords, f.date = f.date, date
		}
		kept = append(kept, f)
	}
	m.entries, m.used = kept, make([]bool, len(kept))
	m.index()
}

// index makes lookups by name independent of how many entries there are.
func (m *manifest) index() {
	m.byBase = map[string][]int{}
	for i, f := range m.entries {
		if isPattern(f.file) {
			m.patterns = append(m.patterns, i)
		} else {
			base := path.Base(f.file)
			m.byBase[base] = append(m.byBase[base], i)
		}
	}
}

// lookup finds what the manifest says of a file: the entry of that very name
// fills what is left open from patterns that match it, in their order.
func (m *manifest) lookup(file string) (f fields, found bool) {
	take := func(i int) {
		m.used[i], found = true, true
		f.fillFrom(m.entries[i])
	}
	for _, i := range m.byBase[path.Base(file)] {
		if m.names(m.entries[i].file, file) {
			take(i)
		}
	}
	for _, i := range m.patterns {
		if m.matches(m.entries[i].file, file) {
			take(i)
		}
	}
	return f, found
}

// names tells whether an entry's file is this one. A manifest beside its files
// names them from its folder; one given by option may also name the end of their path.
func (m *manifest) names(entry, file string) bool {
	return path.Join(m.folder, entry) == file || m.given && (file == entry || strings.HasSuffix(file, "/"+entry))
}

// matches is names for an entry that is a pattern.
func (m *manifest) matches(pattern, file string) bool {
	if rest, ok := strings.CutPrefix(file, m.folder+"/"); ok || m.folder == "." {
		if !ok {
			rest = file
		}
		if match, _ := doublestar.Match(pattern, rest); match {
			return true
		}
	}
	match, _ := doublestar.Match("**/"+pattern, strings.TrimLeft(file, "/"))
	return m.given && match
}

func isPattern(s string) bool { return strings.ContainsAny(s, "*?[{") }

// unused are problems for the entries whose file was not met. exists tells of a
// path whether there is a file; a file that is there but was not asked for is no problem.
func (m *manifest) unused(exists func(string) bool, all []string) []Problem {
	var problems []Problem
	for i, f := range m.entries {
		if m.used[i] || exists(path.Join(m.folder, f.file)) || m.given && exists(f.file) {
			continue
		}
		p := Problem{Path: m.shown, Line: f.line, Msg: fmt.Sprintf("there is no file %s", f.file)}
		if isPattern(f.file) {
			p.Msg = fmt.Sprintf("no file matches %s", f.file)
		}
		p.Hint = "write the file's name as it is, from this manifest's folder"
		for _, name := range all {
			if base := path.Base(name); strings.HasPrefix(base, path.Base(f.file)) || strings.EqualFold(base, path.Base(f.file)) {
				p.Hint = "is it " + base + "?"
				break
			}
		}
		problems = append(problems, p)
	}
	return problems
}
