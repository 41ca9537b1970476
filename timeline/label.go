package timeline

import (
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// Label writes a span as a person reads it, in a language's own words: "fin
// février 2022", "le XXe siècle" as "20e siècle". A language that frise does not
// know gives the EDTF.
func Label(s tempo.Span, code string) string {
	p, err := lang.Get(code)
	if err != nil || len(p.Labels.Months) < 12 {
		return s.EDTF()
	}
	l := labeller{p.Labels}
	text := l.stretch(s)
	if m := s.Mod.Plain(); m != tempo.NoMod && (s.Grain > tempo.Day || m == tempo.Approx) {
		mod := strings.ToLower(s.Mod.String())
		if form := l.special(mod, s.Grain); form != "" {
			text = strings.ReplaceAll(form, "{date}", text)
		}
	}
	return text
}

type labeller struct{ lang.Labels }

// special gives the form for a grain ("end.decade") if the language has one,
// else that for all.
func (l labeller) special(form string, g tempo.Grain) string {
	if f := l.Forms[form+"."+g.String()]; f != "" {
		return f
	}
	return l.Forms[form]
}

func (l labeller) stretch(s tempo.Span) string {
	fill := func(form, date string) string { return strings.ReplaceAll(l.Forms[form], "{date}", date) }
	switch {
	case s.Start.IsOpen() && s.End.IsOpen():
		return ""
	case s.Start == tempo.Never:
		return fill("until", l.unit(tempo.Of(s.End-1, s.Grain)))
	case s.End == tempo.Forever:
		return fill("since", l.unit(tempo.Of(s.Start, s.Grain)))
	}
	if s.Grain == tempo.PartOfDay {
		return l.unit(s)
	}
	first, last := tempo.Of(s.Start, s.Grain), tempo.Of(s.End-1, s.Grain)
	if first == last {
		return l.unit(first)
	}
	return expand(l.special("range", s.Grain), func(name string) string {
		if name == "a" {
			return l.shortened(first, last)
		}
		return l.unit(last)
	})
}

// expand writes a form with what value gives for its names: "{d} {month}". A
// strings.Replacer would be made anew for each date, for the cost of ten labels.
func expand(form string, value func(name string) string) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(form, "{")
		b.WriteString(before)
		if !opened {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(value(name))
		form = after
	}
}

// shortened writes the first unit of a range without the year, and the month,
// that its last one tells: "28 octobre" – "2 novembre 2022".
func (l labeller) shortened(first, last tempo.Span) string {
	y1, m1, _ := first.Start.Civil()
	y2, m2, _ := last.Start.Civil()
	if y1 != y2 || first.Grain != tempo.Day && first.Grain != tempo.Month {
		return l.unit(first)
	}
	short := labeller{l.Labels}
	short.Forms = make(map[string]string, len(l.Forms))
	for name, form := range l.Forms {
		form = strings.ReplaceAll(form, " {y}", "")
		if first.Grain == tempo.Day && m1 == m2 {
			form = strings.ReplaceAll(form, " {month}", "")
		}
		short.Forms[name] = form
	}
	return short.unit(first)
}

func (l labeller) unit(s tempo.Span) string {
	y, m, d := s.Start.Civil()
	year := strconv.Itoa(y)
	if y <= 0 {
		year = strings.ReplaceAll(l.Forms["bc"], "{y}", strconv.Itoa(1-y))
	}
	form, n, season, part := s.Grain.String(), 0, "", ""
	switch s.Grain {
	case tempo.Day:
		if d == 1 && l.Forms["first"] != "" {
			form = "first"
		}
	case tempo.Week, tempo.Weekend:
		return strings.ReplaceAll(l.Forms[form], "{date}", l.unit(tempo.Of(s.Start, tempo.Day)))
	case tempo.PartOfDay:
		part = at(l.Parts, s.Part()-1)
		form = "part"
	case tempo.Minute, tempo.Hour, tempo.Second:
		form = "time"
	case tempo.Quarter:
		n = (m-1)/3 + 1
	case tempo.Half:
		n = (m-1)/6 + 1
	case tempo.Season:
		season = at(l.Seasons, m/3-1)
	case tempo.Century, tempo.Millennium:
		n = y/100 + 1
	case tempo.Year:
		return year
	}
	if f := l.Forms[form+strconv.Itoa(n)]; f != "" {
		form += strconv.Itoa(n)
	}
	h, min, _ := s.Start.Clock()
	date := ""
	if form == "part" || form == "time" {
		date = l.unit(tempo.Of(s.Start, tempo.Day))
	}
	return expand(l.Forms[form], func(name string) string {
		switch name {
		case "d":
			return strconv.Itoa(d)
		case "month":
			return at(l.Months, m-1)
		case "y":
			return year
		case "n":
			return strconv.Itoa(n)
		case "season":
			return season
		case "part":
			return part
		case "date":
			return date
		case "h":
			return strconv.Itoa(h)
		case "min":
			return pad(min)
		}
		return ""
	})
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func at(list []string, i int) string {
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i]
}
