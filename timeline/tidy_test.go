package timeline

import (
	"strings"
	"testing"
)

func TestSingleSpaced(t *testing.T) {
	for in, want := range map[string]string{
		"":                   "",
		" ":                  "",
		"un mot":             "un mot",
		"un mot ":            "un mot",
		" un mot":            "un mot",
		"un  mot":            "un mot",
		"un\nmot\t.":         "un mot .",
		"«\u00a0un\u00a0»":   "« un »",
		"été\u202fà l’aise":  "été à l’aise",
		"日本 語":               "日本 語",
		"日本\u3000語":          "日本 語",
		"un\u2028mot\u0085!": "un mot !",
	} {
		if got := singleSpaced(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func FuzzSingleSpaced(f *testing.F) {
	f.Add("un  mot\u00a0: « là »")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := singleSpaced(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	})
}
