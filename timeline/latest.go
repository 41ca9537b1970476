package timeline

import (
	"slices"
	"strings"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// latest drafts what an article adds as the latest news, wherever it stands:
// "Dernière minute : le président a démissionné". It is of the day of the article.
func (x *extractor) latest() {
	if !isDay(x.doc.date) || strings.IndexByte(x.text, ':') < 0 {
		return
	}
	for si, s := range x.doc.sentences {
		if s.title || x.drafted(si) || x.tooLong(si) || x.tellsWhen(si) || !x.announcesLatest(s.Start, s.End) {
			continue
		}
		if h, ok, _ := x.undated(si); ok {
			h.outlook = x.outlook(x.analysis(si), &h)
			x.addNews(si, h)
		}
	}
}

// announcesLatest tells whether a sentence begins with words that announce the
// latest news and a colon, or stands under a line of them.
func (x *extractor) announcesLatest(start, end int) bool {
	if head, _, ok := strings.Cut(x.text[start:end], ":"); ok && x.latestWords(head) {
		return true
	}
	above := strings.TrimRight(x.text[:start], " \t\r\n\u00a0")
	head, ok := strings.CutSuffix(above, ":")
	return ok && x.latestWords(head[strings.LastIndexByte(head, '\n')+1:])
}

// latestWords tells whether a line is nothing but words that announce the latest news.
func (x *extractor) latestWords(line string) bool {
	line = strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " "))
	for _, words := range x.lang.Latest {
		if strings.EqualFold(line, words) {
			return true
		}
	}
	return false
}

// drafted tells whether a sentence has an event already.
func (x *extractor) drafted(si int) bool {
	for i := range x.drafts { // a draft is too large to be copied for it
		if x.drafts[i].sentence == si {
			return true
		}
	}
	return false
}

// tellsWhen tells whether a sentence has a date of its own.
func (x *extractor) tellsWhen(si int) bool {
	return slices.ContainsFunc(x.doc.values[x.ranges[si][0]:x.ranges[si][1]], func(v tempo.Value) bool { return !v.Span.IsZero() })
}
