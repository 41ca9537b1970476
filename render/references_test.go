package render

import (
	"regexp"
	"strings"
	"testing"
)

// BibTeX, by its grammar: braces balance, keys are unique, and TeX's special
// characters are escaped outside addresses.
func TestBibTeXStandard(t *testing.T) {
	field := regexp.MustCompile(`^  (\w+) += \{(.*)\},$`)
	for name, tl := range both(t) {
		keys := map[string]bool{}
		for _, entry := range strings.Split(strings.TrimSuffix(write(t, "bibtex", tl, Options{}), "\n"), "\n\n") {
			lines := strings.Split(entry, "\n")
			key, ok := strings.CutPrefix(lines[0], "@article{")
			key = strings.TrimSuffix(key, ",")
			if !ok || keys[key] || strings.ContainsAny(key, " ,{}\\\"#%~") || lines[len(lines)-1] != "}" {
				t.Errorf("%s: entry %q", name, entry)
			}
			keys[key] = true
			for _, line := range lines[1 : len(lines)-1] {
				m := field.FindStringSubmatch(line)
				if m == nil {
					t.Fatalf("%s: no field: %q", name, line)
				}
				plain := strings.NewReplacer(`\{`, "", `\}`, "", `\$`, "", `\&`, "", `\#`, "", `\%`, "", `\_`, "").Replace(m[2])
				if strings.Count(plain, "{") != strings.Count(plain, "}") || m[1] != "url" && strings.ContainsAny(plain, "$&#%_~^") {
					t.Errorf("%s: %s = %q", name, m[1], m[2])
				}
			}
		}
		if len(keys) != len(tl.Articles) {
			t.Errorf("%s: %d entries of %d", name, len(keys), len(tl.Articles))
		}
	}
}

// RIS, by its specification: lines "XX  - value" ended by CRLF, records from TY to ER.
func TestRISStandard(t *testing.T) {
	line := regexp.MustCompile(`^([A-Z][A-Z0-9])  - (.*)$`)
	date := regexp.MustCompile(`^\d{4}/(\d\d)?/(\d\d)?/$`)
	for name, tl := range both(t) {
		text := write(t, "ris", tl, Options{})
		records := strings.Split(strings.TrimSuffix(text, "\r\n\r\n"), "\r\n\r\n")
		if len(records) != len(tl.Articles) {
			t.Errorf("%s: %d records of %d", name, len(records), len(tl.Articles))
		}
		for _, record := range records {
			lines := strings.Split(record, "\r\n")
			if lines[0] != "TY  - NEWS" || lines[len(lines)-1] != "ER  - " {
				t.Errorf("%s: a record from %q to %q", name, lines[0], lines[len(lines)-1])
			}
			for _, l := range lines {
				m := line.FindStringSubmatch(l)
				if m == nil || strings.ContainsAny(l, "\r\n") || m[1] == "DA" && !date.MatchString(m[2]) {
					t.Errorf("%s: %q", name, l)
				}
			}
		}
	}
}
