package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// news drafts the article's own news at its date where no expression of its
// first sentences does.
func (x *extractor) news() {
	if x.doc.date.IsZero() || x.doc.date.Grain > tempo.Month {
		return
	}
	told := false
	for i := range x.drafts {
		told = told || x.drafts[i].lead && x.drafts[i].titleGrade >= leastGrade // what no title tells is not told
	}
	later := false
	for si, s := range x.doc.sentences {
		if !s.lead || x.tooLong(si) {
			continue
		}
		if told {
			x.untold(si)
			return
		}
		h, ok, old := x.undated(si)
		if c := x.analysis(si).clauses[h.clause]; ok && later && !(c.verb >= 0 && x.lang.verbs[x.analysis(si).at(c.verb).verb].have && x.compound(x.analysis(si), &c)) {
			return
		}
		if ok {
			h.outlook = x.outlook(x.analysis(si), &h)
		} else {
			h, ok = x.announced(si)
		}
		if ok {
			x.addNews(si, h)
		}
		if ok || !old && !x.lang.AmbiguousPast {
			return
		}
		later = !old // what follows a date is news where a perfect tells it: "has made its first flight"
	}
}

func (x *extractor) addNews(si int, h headline) {
	d := x.draft(si, x.doc.date)
	d.date, d.rule, d.lead = x.doc.date.EDTF(), "publication", true
	d.title, d.titleGrade = h.title, h.grade
	x.add(d, h)
}

// untold drafts the news that the article's headline announces where the dates of
// its first sentences tell something beside it: "L'annonce est tombée ce matin,
// l'usine va fermer".
func (x *extractor) untold(si int) {
	h, ok := x.announced(si)
	if !ok {
		return
	}
	words, acts := x.own.words, x.own.acts
	if x.sharedStems(words, x.opening(si))*3 < len(words) {
		return
	}
	short := -1
	for i := range x.drafts {
		d := &x.drafts[i]
		if !d.lead {
			continue
		}
		_, told, labelled := strings.Cut(d.title, " : ")
		if !labelled {
			told = d.title
		}
		if x.sharedStems(acts, told) > 0 || x.sharedStems(words, told) > 1 { // of the same people it may be told in other words
			return
		}
		if d.sentence == si && strings.Count(told, " ") < 4 {
			short = i
		}
	}
	if short < 0 {
		x.addNews(si, h)
		return
	}
	x.drafts[short].title, x.drafts[short].titleGrade = h.title, h.grade
	x.heads[short] = h
}

// announced gives the article's headline as its news, where it tells an act and
// no sentence with a date tells the same.
func (x *extractor) announced(si int) (h headline, ok bool) {
	title, ok := x.ownHeadline()
	if !ok || !x.tellsAct(title) {
		return h, false
	}
	var buffer [24]uint64
	words, acts := x.own.words, x.own.acts
	for i := range x.drafts {
		if x.drafts[i].span.End <= x.doc.date.Start-oneYear {
			continue
		}
		line := x.drafts[i].title
		if x.drafts[i].lead && x.drafts[i].certainty > 0.5 {
			line = x.drafts[i].text
		}
		if t := x.stems(buffer[:0], line); inCommon(words, t)*3 >= len(words) && inCommon(acts, t) > 0 {
			return h, false
		}
	}
	if x.ofAnotherDay(x.doc.article.Title) {
		return h, false
	}
	s := x.doc.sentences[si]
	return headline{title: title, full: title, pieces: []piece{{token: -1, text: title}}, starts: []int{0}, start: s.Start, end: s.End, grade: 0.8, head: -1}, true
}

// opening gives the text of the first sentences from sentence si on.
func (x *extractor) opening(si int) string {
	last := si
	for last+1 < len(x.doc.sentences) && x.doc.sentences[last+1].lead {
		last++
	}
	return x.text[x.doc.sentences[si].Start:x.doc.sentences[last].End]
}

// ofAnotherDay tells whether a line has a date that is not that of the publication:
// what it announces is an event of that date.
func (x *extractor) ofAnotherDay(line string) bool {
	if x.worker.heads == nil {
		x.worker.heads = lang.NewFinder(x.lang.pack)
	}
	ms := x.worker.heads.Find(line, nil)
	for i, v := range Resolve(x.worker.heads, ms, x.doc.date, News) {
		if s := v.Span; ms[i].Expr.Kind == tempo.Point && !s.IsZero() && !x.nearPublication(s) && !s.Contains(x.doc.date) {
			return true
		}
	}
	return false
}

// tellsAct tells whether a line has a verb or names an event.
func (x *extractor) tellsAct(line string) bool {
	first := true
	for s := range strings.FieldsFuncSeq(line, notLetter) {
		if w := x.lang.look(s); w.class&isEvent != 0 || !first && w.form&(finite|participle) != 0 && w.class&isNoun == 0 {
			return true
		}
		first = false
	}
	return false
}

// sharedStems counts the stems that a line has of a list.
func (x *extractor) sharedStems(words []uint64, line string) int {
	var buffer [24]uint64
	return inCommon(words, x.stems(buffer[:0], line))
}

// inCommon counts the words of a list that another one has.
func inCommon(words, list []uint64) int {
	n := 0
	for _, w := range list {
		if slices.Contains(words, w) {
			n++
		}
	}
	return n
}

// undated gives the best title of the clauses of a sentence that no date
// governs. It tells where there is none since all is told in a past of stories: what
// happened long ago is no news.
func (x *extractor) undated(si int) (best headline, ok, old bool) {
	x.current = si
	a, r := x.analysis(si), x.ranges[si]
	dated := make([]bool, len(a.clauses))
	for i := r[0]; i < r[1]; i++ {
		if m := &x.doc.mentions[i]; m.Expr.Kind == tempo.Point {
			if t := x.govern(a, m); t.kind == clauseTarget {
				dated[x.reported(a, t.clause)] = true
			} else if _, ok := x.item(a, t.clause, m); ok && t.kind == nounTarget {
				dated[t.clause] = true
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
			return best, false, false // what the sentence tells is not of today
		}
		if x.storied(a, j) {
			old = true
			continue
		}
		if x.goesOn(a, j, r[0], r[1]) {
			continue
		}
		if h := x.titled(a, target{kind: clauseTarget, clause: j}, -1, r[0], r[1]); h.grade > best.grade+0.05 {
			best = h
		}
	}
	return best, best.title != "" && best.grade >= leastGrade, old
}

// storied tells a clause in the past of stories or descriptions, in a language whose
// news is told in the perfect: "adoptèrent", "adoptaient".
func (x *extractor) storied(a *analysis, j int) bool {
	c := &a.clauses[j]
	if x.lang.AmbiguousPast || c.verb < 0 || x.compound(a, c) || x.saying(a, j) {
		return false
	}
	w := a.at(c.verb)
	return w.form&past != 0 && w.form&(present|future|conditional) == 0
}

// goesOn tells a clause about how long something has lasted: "gouverne depuis 40
// ans" is no news.
func (x *extractor) goesOn(a *analysis, j, first, last int) bool {
	for i := first; i < last; i++ {
		m := &x.doc.mentions[i]
		if m.Expr.Kind == tempo.Amount && a.has(m.First) && a.clauseOf(m.First) == j {
			for k := x.datePhrase(a, m); k < m.First; k++ {
				if a.is(k, isLasting) && !x.firstSince(i) && !(slices.Contains(x.lang.Within, x.lower(k)) && x.compound(a, &a.clauses[j])) { // "a atteint un million en deux semaines"
					return true
				}
			}
		}
	}
	return false
}

// headlines gives the article's headline to the draft of its news: the first
// that stands at the article's own date and is about the same.
func (x *extractor) headlines() {
	title, ok := x.ownHeadline()
	if !ok || x.options.Titles == "sentence" {
		return
	}
	words := x.own.words
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
			if code := x.label(title); code != "" && len(d.actors) == 0 {
				d.actors = []string{code}
			}
			return
		}
	}
}

// dismiss leaves out the drafts that only say "nowadays" and tell no act.
func (x *extractor) dismiss() {
	x.drafts = slices.DeleteFunc(x.drafts, func(d draft) bool {
		return d.certainty <= 0.5 && d.typ == ""
	})
}
