package timeline

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/lang"
)

// plainTexts have the marks, spaces and letters that the functions below look
// for byte by byte, at their ends and beside one another.
var plainTexts = []string{
	"", " ", "a", "Été à Œuvrer, l’État ÀÞß×÷ ÿŸ", "l'été", "dit : « oui »", "“quoted” text", "a  b", "a ,b", "a,,b", "a .b", "don''t", "’ x", "x’",
	"10\u00a0000 hommes", "10\u202f000", "`x", "#x", "(x)", "[x]", "a\nb", "a\tb", "fin.", "c’est-à-dire", "Łódź, ŻÓŁĆ", "aujourd’hui l’UE", "no mark at all",
	"ends with nbsp\u00a0", "\u00a0begins", "ends’", "Ünïcödé…", "a…b", "日本 and 中国", "\xc3", "\xe2\x80", "a\xc2", "İstanbul", "K",
}

// FuzzPlain compares what is read byte by byte, for speed, with the plain way to
// say it.
func FuzzPlain(f *testing.F) {
	for _, s := range plainTexts {
		f.Add(s)
	}
	l, err := languageFor("fr")
	if err != nil {
		f.Fatal(err)
	}
	w := newWorker(l, newCrew().counts)
	x := &w.extractor
	x.worker, x.lang = w, l
	f.Fuzz(func(t *testing.T, s string) {
		untidyPlainly := strings.Contains(s, "''") || strings.ContainsAny(s, "`«»“”\"#[]()\u00a0\u202f\n\t") || strings.Contains(s, "  ") ||
			strings.Contains(s, " ,") || strings.Contains(s, ",,") || strings.Contains(s, "’ ") || strings.Contains(s, " .") || strings.Contains(s, " '")
		if !utf8.ValidString(s) { // articles are made valid when they are read
			return
		}
		if got := untidy(s); got != untidyPlainly {
			t.Errorf("untidy(%q) = %v", s, got)
		}
		if got, _ := lastBreak(s); got != strings.LastIndexAny(s, " \u00a0'’") {
			t.Errorf("lastBreak(%q) = %d", s, got)
		}
		if h, ok := lowerHash(s); ok && h != hashTerm(strings.ToLower(s)) {
			t.Errorf("lowerHash(%q) is not the hash of %q", s, strings.ToLower(s))
		}
		if got := lowerWord(s); got != strings.ToLower(s) {
			t.Errorf("lowerWord(%q) = %q", s, got)
		}
		if got := longer(s, 5); got != (utf8.RuneCountInString(s) > 5) {
			t.Errorf("longer(%q, 5) = %v", s, got)
		}
		var starts []uint64
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return foldLetter(r) == 0 }) {
			if letters := []rune(word); len(letters) > 3 {
				h := uint64(offset64)
				for _, r := range letters[:min(5, len(letters))] {
					h = (h ^ uint64(foldLetter(r))) * prime64
				}
				starts = append(starts, h)
			}
		}
		var got []uint64
		wordStarts(s, func(_ int, h uint64) { got = append(got, h) })
		if !slices.Equal(got, starts) {
			t.Errorf("wordStarts(%q) = %v, want %v", s, got, starts)
		}
		var stems []uint64
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ’',.:;()-\u00a0", r) }) {
			if len(word) > 3 {
				stems = append(stems, x.stem(word))
			}
		}
		if got := x.stems(nil, s); !slices.Equal(got, stems) {
			t.Errorf("stems(%q) = %v, want %v", s, got, stems)
		}
	})
}

// TestWordTable checks that the table has every word of the lists and no other.
func TestWordTable(t *testing.T) {
	for _, code := range lang.Codes() {
		l, err := languageFor(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range l.Determiners {
			if l.known(word).class&isDeterminer == 0 || l.look(strings.ToUpper(word)).class&isDeterminer == 0 {
				t.Errorf("%s: %q is no determiner", code, word)
			}
		}
		for i, v := range l.verbs {
			if i > 0 && l.known(v.infinitive).form&infinitive == 0 {
				t.Errorf("%s: %q is no infinitive", code, v.infinitive)
			}
		}
		for _, none := range []string{"", "qwertz", "xyzzy"} {
			if l.known(none) != (word{}) {
				t.Errorf("%s: %q is known", code, none)
			}
		}
	}
}
