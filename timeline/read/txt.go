package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readText reads a plain text: one article, its text as it came in.
func readText(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	text, err := decodeText(b)
	if err != nil {
		return err
	}
	return yield(Article{Text: text, Title: firstLineTitle(text)})
}

// firstLineTitle is the first line of a text where that reads as a title: a
// few words on one line, without a final full stop, with a longer paragraph
// after it. A leading "date 2024-06" line is passed over, and so are lines that
// say the title again, as saved pages have them.
func firstLineTitle(text string) string {
	var title string
	for range 12 {
		line, rest, more := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
		_, dateWords := textDate(line, "")
		switch {
		case line == "" || line == title || !hasLetter(line):
		case title == "" && dateWords != "" && len(line) <= len(dateWords)+1:
		case title == "":
			if !titleLike(line) {
				return ""
			}
			title = line
		default:
			if len(line) > len(title)*3/2 || len(line) > 160 {
				return title
			}
			return ""
		}
		if !more {
			break
		}
	}
	return ""
}

// titleLike tells whether a line can be a headline: three words or more, at
// most 160 characters, and no sign at its end that a sentence or a label has.
func titleLike(line string) bool {
	if utf8.RuneCountInString(line) > 160 || len(strings.Fields(line)) < 3 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	return !strings.ContainsRune(".:;,…-–—", last)
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
