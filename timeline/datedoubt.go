package timeline

import (
	"fmt"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// headBytes is how much of a dated article is read for words that contradict
// its date.
const headBytes = 512

// doubt reads the head of a dated article and tells where its words contradict
// its date: a dateline of another day, a day told as past that was still to
// come, a weekday with its full date that lies long before.
func doubt(f *lang.Finder, facts *factTable, d *document) string {
	text := d.article.Text
	if len(text) > headBytes {
		text = text[:headBytes]
	}
	y, _, _ := d.date.Start.Civil()
	if !otherYear(text, y) {
		return ""
	}
	g := &gatherer{f: f, facts: facts, text: text, used: map[int]bool{}, seen: map[tempo.Partial]bool{}, doc: d, d: &dossier{}}
	g.ms = f.Find(text, nil)
	g.fullDates()
	g.headsAndFeet()
	if msg := contradiction(g.d.evidence, d.date); msg != "" {
		return msg
	}
	near := false
	var far *fullDate
	for i := range g.full {
		n := &g.full[i]
		days := away(occurrenceOf(n.span, 1), d.date)
		switch {
		case days <= 60:
			near = true
		case n.span.Grain == tempo.Day && n.named && days < 2200:
			far = n
		}
	}
	if far == nil || near {
		return ""
	}
	return fmt.Sprintf("the date given, %s, is far from the day that the article tells, %q", d.date.EDTF(), g.words(far.mention))
}

// away is the number of days between an occurrence and a date, 0 if they meet.
func away(c occurrence, date tempo.Span) int {
	first, last := dayOf(date.Start), dayOf(date.End-1)
	return max(0, first-c.last, c.first-last)
}

// otherYear tells whether a text writes a year of our era's last centuries
// other than the given one: a look at its digits that costs next to nothing.
func otherYear(text string, year int) bool {
	for i := 0; i+4 <= len(text); i++ {
		c := text[i]
		if c < '0' || c > '9' {
			continue
		}
		j, n := i, 0
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			n = (n*10 + int(text[j]-'0')) % 100000
			j++
		}
		if j-i == 4 && n != year && n > 1900 && n < 2100 {
			return true
		}
		i = j
	}
	return false
}

// contradiction tells where strong evidence in an article speaks against the
// date that is given.
func contradiction(all []evidence, given tempo.Span) string {
	for i := range all {
		e := &all[i]
		if e.period == era && e.kernel == &exactly && e.fact == nil && e.floor < 0.01 && len(e.at) == 1 && away(e.at[0], given) > 7 {
			return fmt.Sprintf("the date given, %s, is contradicted by the words %q", given.EDTF(), e.text)
		}
	}
	return ""
}
