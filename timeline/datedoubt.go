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
	for i := range g.d.evidence {
		e := &g.d.evidence[i]
		if e.period == era && e.kernel == &exactly && away(e.at[0], d.date) > 7 {
			return fmt.Sprintf("the date given, %s, is contradicted by the words %q", d.date.EDTF(), e.text)
		}
	}
	near := false
	var far *fullDate
	for i := range g.full {
		n := &g.full[i]
		days := away(occurrence{first: dayOf(n.span.Start), last: dayOf(n.span.End - 1)}, d.date)
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

// contradiction tells where strong evidence in a coarsely dated article speaks
// against its date.
func (d *dossier) contradiction() string {
	for i := range d.evidence {
		e := &d.evidence[i]
		if e.period == era && e.kernel == &exactly && e.fact == nil && e.floor < 0.01 && len(e.at) == 1 && away(e.at[0], d.limit) > 7 {
			return fmt.Sprintf("the date given, %s, is contradicted by the words %q", d.limit.EDTF(), e.text)
		}
	}
	return ""
}
