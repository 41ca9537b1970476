package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// news drafts the article's own news at its date where no expression of its
// first sentences does.
func (x *extractor) news() {
	if x.doc.date.IsZero() || x.doc.date.Grain > tempo.Month {
		return
	}
	for _, d := range x.drafts {
		if d.lead {
			return
		}
	}
	for si, s := range x.doc.sentences {
		if !s.lead || x.tooLong(si) {
			continue
		}
		if h, ok := x.undated(si); ok {
			d := x.draft(si, x.doc.date)
			d.date, d.rule, d.lead = x.doc.date.EDTF(), "publication", true
			d.title, d.titleGrade = h.title, h.grade
			x.add(d, h)
		}
		return
	}
}

// undated gives the best title of the clauses of a sentence that no date
// governs.
func (x *extractor) undated(si int) (best headline, ok bool) {
	x.current = si
	a, r := x.analysis(si), x.ranges[si]
	dated := make([]bool, len(a.clauses))
	for i := r[0]; i < r[1]; i++ {
		if m := &x.doc.mentions[i]; m.Expr.Kind == tempo.Point {
			if t := x.govern(a, m); t.kind == clauseTarget {
				dated[x.reported(a, t.clause)] = true
			}
		}
	}
	for i := range a.clauses {
		c := &a.clauses[i]
		if c.verb < 0 && (i > 0 || len(a.clauses) > 1) || c.kind != mainClause {
			continue
		}
		j := x.reported(a, i)
		if dated[j] {
			return best, false // what the sentence tells is not of today
		}
		if h := x.titled(a, target{kind: clauseTarget, clause: j}, -1, r[0], r[1]); h.grade > best.grade+0.05 {
			best = h
		}
	}
	return best, best.title != "" && best.grade >= 0.3
}

// headlines gives the article's headline to the draft of its news: the first
// that stands at the article's own date and is about the same.
func (x *extractor) headlines() {
	title, ok := x.ownHeadline()
	if !ok || x.options.Titles == "sentence" {
		return
	}
	if !slices.ContainsFunc(x.drafts, func(d draft) bool { return d.lead && !d.nominal }) {
		return
	}
	words := x.stems(title)
	for i := range x.drafts {
		d := &x.drafts[i]
		if !d.lead || d.nominal {
			continue
		}
		shared := 0
		for _, w := range words {
			if slices.ContainsFunc(d.terms, func(t term) bool { return t.hash == w }) {
				shared++
			}
		}
		if shared >= 2 && shared*3 >= len(words) || d.rule == "publication" && shared > 0 {
			d.title, d.titleGrade = title, max(d.titleGrade, 0.9)
			return
		}
	}
}

// ownHeadline gives the article's headline if it can stand as a title.
func (x *extractor) ownHeadline() (string, bool) {
	title := singleSpaced(x.doc.article.Title)
	if first, _, _ := strings.Cut(strings.ToLower(title), " "); x.lang.class[first]&isPreposition != 0 {
		return "", false
	}
	if strings.ContainsAny(title, "?«»\"“”…") || strings.Count(title, " ") < 3 {
		return "", false
	}
	if utf8.RuneCountInString(title) > maxTitle {
		for _, mark := range []string{" | ", " – ", " — ", " - "} {
			if i := strings.LastIndex(title, mark); i > 20 {
				title = title[:i]
			}
		}
	}
	if utf8.RuneCountInString(title) > maxTitle {
		if _, rest, ok := strings.Cut(title, " : "); ok && utf8.RuneCountInString(rest) > 20 {
			title = rest
		}
	}
	if utf8.RuneCountInString(title) > maxTitle {
		return "", false
	}
	return tidy(title), true
}

// stems hashes the stems of a line's longer words.
func (x *extractor) stems(line string) []uint64 {
	var out []uint64
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" ’',.:;()-\u00a0", r) }) {
		if len(w) > 3 {
			out = append(out, x.stem(w))
		}
	}
	return out
}

// dismiss leaves out the drafts that only say "nowadays" and tell no act.
func (x *extractor) dismiss() {
	x.drafts = slices.DeleteFunc(x.drafts, func(d draft) bool {
		return d.certainty <= 0.5 && d.typ == ""
	})
}
