package eval

import (
	"strings"
	"unicode/utf8"
)

// HideDate cuts from an article's text what gives its date away by form and not
// by meaning: datelines ("22 mai 2012. -", "Paris, le 3 juin (AFP) –",
// "WASHINGTON, June 3 (Reuters) —"), lines that hold a date alone or with
// "publié le", and a leading "date 2024-06". A dateline is looked for at the
// start of the first twelve lines. Dates inside sentences and titles stay.
func HideDate(text string) string {
	lines := strings.SplitAfter(text, "\n")
	var out strings.Builder
	for i, line := range lines {
		if i < 12 {
			line = hideInLine(line)
		}
		out.WriteString(line)
	}
	return out.String()
}

func hideInLine(line string) string {
	bare := strings.TrimSpace(line)
	if len(bare) <= 100 && dateLine.MatchString(bare) {
		return ""
	}
	m := dateline.FindStringIndex(line)
	if m == nil {
		return line
	}
	rest := line[m[1]:]
	if strings.TrimSpace(rest) == "" {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(rest); r == '\n' {
		return line
	}
	return rest
}

const (
	monthName = `(?:janv(?:ier|\.)?|févr(?:ier|\.)?|fevrier|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|août|aout|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?|decembre` +
		`|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|dec\.?)`
	weekdayName = `(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon\.?|tue\.?|wed\.?|thu\.?|fri\.?|sat\.?|sun\.?)`
	// writtenDate is a date as datelines write it, in French, English or figures, the year at will.
	writtenDate = `(?:(?:le\s+)?(?:` + weekdayName + `,?\s+)?(?:` +
		`\d{1,2}(?:er|st|nd|rd|th)?\s+` + monthName + `(?:,?\s+\d{4})?` +
		`|` + monthName + `\s+\d{1,2}(?:st|nd|rd|th)?(?:\s*,?\s+\d{4})?` +
		`|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}))`
	clockTime = `(?:,?\s*(?:à|at|-|–)?\s*\d{1,2}\s*(?:h|:)\s*\d{0,2}(?:\s*(?:gmt|utc|cet|am|pm))?)?`
)

var (
	// dateline is what stands before the first sentence: a place, the date, an
	// agency, then a dash.
	dateline = lazily(`(?i)^\s*(?:\p{L}[\p{L} '’.-]{1,40}(?:\s*\([^)\n]{1,40}\))?\s*[,–—-]\s*)?` + writtenDate +
		`(?:\s*,\s*[\p{L} '’-]{2,40})?\s*(?:\([^)\n]{1,40}\))?\s*[.:]?\s*[–—-]+\s+`)
	// dateLine is a line of nothing but a date and its label.
	dateLine = lazily(`(?i)^(?:date\s*:?\s*\d{4}(?:-\d{2}){0,2}|` +
		`(?:(?:publi(?:é|ée|shed)|post(?:é|ed)|mis(?:e)? à jour|(?:last )?updated|modifi(?:é|ée)|créé|par [^,\n]{2,40},)[\p{L} :,]{0,30}?)?` +
		`(?:\p{L}[\p{L} '’.-]{1,40},\s*)?` + writtenDate + clockTime + `\s*(?:\([^)\n]{1,40}\))?\.?)$`)
)
