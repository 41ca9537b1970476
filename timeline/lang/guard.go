package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// guard is the second look that a rule asks for by a word in its arguments:
// what stands around the match has to bear it out.
func (f *Finder) guard(r *rule, m *match, begin int) bool {
	if r.args.alone && !f.alone(begin, m.end) || !f.strong(m, begin, r.args.word == "anycase") || r.meaning == "calendar" && !m.is(tagAgo) && !m.is(tagOnward) && f.pluralWeekday(m) {
		return false
	}
	if r.meaning == "amount" && len(f.pack.personEndings.list) > 0 && f.aged(m) {
		return false
	}
	if f.pack.smallNames && r.meaning != "none" && (f.partOfName(m) || f.title(m)) {
		return false
	}
	switch r.args.word {
	case "ahead": // "in two weeks": a date if what happens is to come, else how long it took
		return f.tense(m.start, m.end) == tempo.Future || f.alone(begin, m.end)
	case "plural": // "Mondays", "the past weeks"
		return f.plural(m.end - 1)
	case "common": // "daily", but not the name in "the Daily News"
		t := f.tokens[m.start]
		return t.Flags&Capital == 0 || t.Flags&AllCapitals != 0 || f.atSentenceStart(m.start) || f.afterQuote(m.start)
	case "article": // "un mercredi", but not the name in "Kim Jong Un mercredi"
		t := f.tokens[begin]
		return t.Flags&Capital == 0 || t.Flags&AllCapitals != 0 || f.atSentenceStart(begin) || f.afterQuote(begin)
	case "singular":
		return !f.plural(m.end - 1)
	case "pluralfirst": // "decades-long", "years ago"
		return f.plural(m.start)
	case "rate": // "15 a year", "$5 a day", "four goals a season"
		return f.rate(m.start - 1)
	case "carry": // "May 8-10", "25 and 29 January": the second day takes the rest from the first
		w := &f.last.expr.Where
		return f.last.ok && f.last.match.end == begin && f.last.expr.From == nil && w.Knows(tempo.HasDay|tempo.HasMonth)
	case "recent": // "in 1956 demonstrations": a year even before a plural, and no thousand
		y := f.tokens[m.start].Num
		return f.tokens[m.start].Kind == Number && y >= 1900 && y < 2060
	case "isomonth": // "2006-11", but "2006-07" is a season or two years
		y, _ := m.get(classYear, 0)
		month, _ := m.get(classMM, 0)
		return month.n != (y.n+1)%100
	case "plain": // a year in digits where the language writes thousands otherwise
		return f.plainYear(m.start, m.end)
	case "afterday": // "mardi et mercredi": the second follows the first
		return f.last.ok && f.last.match.end == begin && f.last.expr.Where.Has == tempo.HasWeekday && f.last.expr.Kind == tempo.Point && !f.plural(m.start)
	case "afterclock": // "8pm - 11": the second takes its half of the day from the first
		w := &f.last.expr.Where
		return f.last.ok && f.last.match.end == begin && f.last.expr.Kind == tempo.Point && w.Has&tempo.HasHour != 0 && w.Hour < 24
	case "afterevening": // "mardi soir à 8 heures": the half of the day is told
		h, said := m.get(classHour, 0)
		part := f.last.expr.Where.Part
		return said && f.last.ok && f.last.match.end == begin && f.last.expr.Kind == tempo.Point &&
			(part == tempo.Afternoon && h.n < 8 || part == tempo.Evening && h.n > 4 && h.n < 12) // "samedi soir à 1 heure" is in the night
	case "spoken": // "ten thirty"
		return f.spokenClock(m)
	case "minutesto": // "ten to three p.m.", but "9 to 5 p.m." is a range
		n, _ := m.get(classN, 0)
		opened := m.start > 0 && f.pack.rangeOpen.has(f.at(m.start-1).Word)
		return int(n.end) < m.end && (f.at(int(n.end)).Word != 0 && f.entry(int(n.end)).mask&classUnit.bit() != 0 ||
			!opened && n.n < 30 && n.n%5 == 0 && (f.tokens[n.start].Kind == Word || n.n > 12))
	case "twodigits": // "12-30-16"
		return f.at(m.start).width() == 2 && f.at(m.start+2).width() == 2 && !(m.start > 0 && f.at(m.start-1).hyphen())
	case "afterset": // "du lundi au vendredi", "le lundi et jeudi"
		return f.last.ok && f.last.expr.Kind == tempo.Recurring && f.last.expr.Where.Has&tempo.HasWeekday != 0 && f.last.match.end == begin
	case "exception": // "tous les jours sauf lundi"
		return f.last.ok && f.last.expr.Kind == tempo.Recurring && f.last.match.end == begin
	case "ofday": // "mercredi 22 heures": a time and no amount, just after its day
		day := f.last.expr.Where.Has&(tempo.HasWeekday|tempo.HasDay) != 0 || f.last.expr.Unit == tempo.Day
		return f.last.ok && f.last.match.end == begin && f.last.expr.Kind == tempo.Point && day
	case "shortyear": // "en 98": a year unless it counts or measures something
		y, next := f.tokens[m.start].Num, f.at(m.end)
		return y >= 30 && !f.partOfNumber(m.start) && (m.end == len(f.tokens) || next.Flags&BreakBefore != 0 ||
			next.Kind == Punct && next.Num != '-' && next.Num != '/' || next.Kind == Word && next.Flags&SpaceBefore != 0 && f.entry(m.end).func_)
	case "full": // 12.05.07 in a telephone number is no date
		return !(m.start > 0 && f.tokens[m.start].Flags&SpaceBefore == 0 && f.tokens[m.start-1].Kind == Punct && f.tokens[m.start-1].Num == '.')
	case "bare": // a month or weekday alone: with a capital it may be a planet or a name
		return f.commonNoun(m.start) && !(f.pack.smallNames && m.has(classWeekday) && f.plural(m.start))
	case "narrated": // "le lundi" told of one Monday
		if day, ok := m.get(classWeekday, 0); ok && f.pack.smallNames && f.plural(int(day.start)) {
			return false
		}
		return f.tense(m.start, m.end) == tempo.Past
	case "habit": // "le lundi" said of all
		return f.tense(m.start, m.end) != tempo.Past
	case "list": // another year after one that was recognised
		return f.last.ok && f.last.match.end == begin && f.last.expr.Where.Grain() == tempo.Year &&
			(!f.countsNoun(m.end) || f.tokens[m.start].width() == 2 || f.rangeOpens(f.last.match.start, true))
	case "counted": // "de 1990": a year unless it counts what follows
		return !f.countsNoun(m.end)
	case "edged": // "in late 1870 women were admitted": no number of them
		y, _ := m.get(classYYYY, 0)
		return y.n >= 1000 && y.n < 2100 && !f.countsPlural(m.end)
	case "modern":
		return f.modernYear(m.start, m.end)
	case "short": // "1914-18": the second year in two digits, and later than the first
		y, ok := m.get(classYY, 0)
		first, _ := m.get(classYear, 0)
		return ok && y.n > first.n%100 && !f.countsNoun(m.reach)
	case "head": // a chronology: "1993 : accords d'Oslo"
		return f.tokens[m.start].Flags&BreakBefore != 0 && f.at(m.end).Flags&SpaceBefore != 0
	case "until": // "d'ici 2030"
		return f.looksAhead(m.start) && !f.countsPlural(m.end)
	case "noun": // "un quotidien", "l'hebdomadaire": a newspaper
		return f.determiner(m.start-1) || f.at(m.start-1).Kind == Punct && f.determiner(m.start-2)
	case "entry": // an entry of a chronology: "- 1921 Né à Paris"
		next, line, mark := f.at(m.end), m.start, BreakBefore
		if prev := f.at(line - 1); line > 0 && prev.Kind == Punct && (prev.hyphen() || prev.Num == '–' || prev.Num == '•' || prev.Num == '*') {
			line, mark = line-1, BreakBefore|LineBefore
		}
		return f.tokens[line].Flags&mark != 0 && next.Kind == Word && next.Flags&(Capital|BreakBefore|SpaceBefore) == Capital|SpaceBefore
	case "age": // "à dix ans", but "d'ici à dix ans"
		second := f.last.ok && f.last.match.end == begin && f.last.expr.Kind == tempo.Amount // "de cinq à dix ans"
		return !second && !f.looksAhead(m.start)
	case "plan": // "Agenda 2030", "France 2030": the name of a programme
		y := f.tokens[m.start].Num
		return f.tokens[begin].Flags&Capital != 0 && y >= 2020 && y%5 == 0
	case "aftercentury": // "aux XVe et XVIe" after "le XIVe siècle", "the late 15th"; "le second" is any other thing
		ordinal, ok := m.get(classOrd, 0)
		return ok && f.tokens[ordinal.start].Kind != Word && ordinal.n < 22 && f.last.ok && f.last.expr.Where.YearGrain == tempo.Century && f.elliptic(m, 12)
	case "afterquarter": // "au troisième trimestre, puis au quatrième"
		return f.last.ok && f.last.expr.Where.Has&(tempo.HasQuarter|tempo.HasHalf) != 0 && f.elliptic(m, 24) && !f.inGame(m.start)
	case "work": // "(Seuil, 2019)", "La Place, 1983.": the year of a book after its title or publisher
		y, before := f.tokens[m.start].Num, f.at(m.start-2)
		return y >= 1450 && y < 2060 && (before.Kind == Word && (before.Flags&Capital != 0 || f.at(m.end).Is(')')) || before.Is('»') || before.Is('"'))
	case "heading": // "--2011--", over the entries of a year
		return f.ownLine(m.start, m.end)
	case "entryday": // "- 27: …", under the heading of a month
		return f.months && (f.lineStart(m.start) || f.last.match.end == begin && f.last.expr.Where.Has == tempo.HasDay)
	case "first":
		return f.atSentenceStart(begin)
	case "small": // "Le Soir" is a newspaper
		last := f.tokens[m.end-1]
		return last.Flags&Capital == 0 || last.Flags&AllCapitals != 0
	case "capital":
		return f.capitalised(m.start, m.end)
	case "dated": // "se réuniront le 16.": a verb that shows its tense, and no number of a house, a team or a service
		prev := f.at(m.start - 1)
		return !f.atSentenceStart(m.start) && prev.Kind == Word && !f.entry(m.start-1).func_ && !f.entry(m.start-1).before &&
			f.tense(m.start, m.end) != tempo.NoTense && f.tense(m.start, m.end) != tempo.Present
	case "asnow": // "l'an dernier à la même époque"
		e := f.last.expr
		return f.last.ok && f.last.match.end == begin && e.Base == tempo.Publication && e.Unit == tempo.Year && e.N < 0
	case "decades": // "les années 60 et 70"
		return f.last.ok && f.last.match.end == begin && f.last.expr.Where.YearGrain == tempo.Decade &&
			(f.tokens[m.start].width() == 4 || !f.countsNoun(m.end))
	case "nowadays": // "Aujourd'hui, on n'écrit plus de lettres": a state, told in the present
		return f.tense(m.start, m.end) == tempo.Present || f.tense(m.start, m.end) == tempo.NoTense
	case "dayto": // "du 13 au 18"
		return f.last.ok && f.last.match.end == begin && f.last.expr.Where.Has == tempo.HasDay && f.last.expr.Kind == tempo.Point
	case "afterseason": // "the spring and summer"
		return f.last.ok && f.last.match.end == begin && f.last.expr.Where.Has&tempo.HasSeason != 0
	case "hourto": // "entre 14 et 16 heures"
		return f.last.ok && f.last.match.end == begin && f.last.expr.Kind == tempo.Point && f.last.expr.Where.Has&tempo.HasHour != 0
	case "dayafter": // "puis le 26", after "le 24 février"
		return f.last.ok && f.last.expr.Where.Has == tempo.HasDay && begin-f.last.match.end < 60 || f.last.ok && f.last.expr.Where.Knows(tempo.HasMonth) &&
			(f.last.expr.Where.Knows(tempo.HasDay) && begin-f.last.match.end < 40 || begin-f.last.match.end < 20)
	}
	if r.meaning == "inside" && r.args.unit == tempo.Quarter && !m.has(classYear) && f.inGame(m.start) {
		return false
	}
	if r.meaning == "decade" && f.tokens[m.start].width() == 2 && f.tokens[m.start].Flags&SpaceBefore == 0 && f.at(m.start-1).hyphen() {
		return false // "KC-30s"
	}
	if r.meaning == "year" {
		return !f.countsPlural(m.end) && !f.countsPlural(m.reach)
	}
	return true
}

// alone tells whether a text has nothing but these tokens, as a phrase that a
// person types where a date is asked for.
func (f *Finder) alone(begin, end int) bool {
	for end < len(f.tokens) && f.tokens[end].Kind == Punct {
		end++
	}
	return begin == 0 && end == len(f.tokens)
}

// spokenClock tells an hour and minutes in words.
func (f *Finder) spokenClock(m *match) bool {
	h, ok := m.get(classHour, 0)
	if !ok || f.tokens[h.start].Kind != Word || h.n < 1 || h.n > 12 {
		return false
	}
	n, minutes := m.get(classN, 0)
	return !minutes || !n.vague && n.n < 60 && f.tokens[n.start].Kind == Word && (n.n >= 10 || n.start-h.end > 0)
}

func (f *Finder) countsPlural(i int) bool { return f.countsNoun(i) && f.entry(i).values == nil }

// modernYear tells whether four digits without any word for a year are one:
// "Mondial 2006", "(2001)", "le budget 2002".
func (f *Finder) modernYear(start, end int) bool {
	t := f.tokens[start]
	if t.Kind != Number || t.Num > 2059 || f.countsNoun(end) {
		return false
	}
	if f.at(start-1).Is('(') && f.at(end).Is(')') {
		return t.Num >= 1000 // "(1795)"
	}
	if t.Num < 1900 {
		return false
	}
	next := f.at(end)
	if next.Kind == Number || next.Kind == Punct && next.Flags&SpaceBefore == 0 && (next.Num == '/' || next.hyphen() || next.Num == '_') {
		return false
	}
	if next.Kind == Word && next.Flags&(Capital|BreakBefore|SpaceBefore) == SpaceBefore && !f.entry(end).func_ && f.cue(end) == noCue && !f.bare(end) && !f.adverb(end) {
		return false
	}
	if t.Flags&BreakBefore != 0 {
		return false
	}
	prev := f.at(start - 1)
	switch prev.Kind {
	case Punct:
		return prev.Num == '(' && (next.Kind == Punct && (next.Num == ')' || next.Num == ',' || next.Num == ';'))
	case Word:
		code := prev.Flags&AllCapitals != 0 && f.entry(start-2).before // "le vol AF 1980"
		return !f.entry(start-1).func_ && t.Flags&SpaceBefore != 0 && !code && (prev.width() > 2 || prev.Flags&AllCapitals != 0)
	}
	return false
}

// strong tells whether a word that is also another ("may", "Sun") means a date
// here: beside other parts of one, with its capital, or after a preposition.
func (f *Finder) strong(m *match, begin int, anyCase bool) bool {
	weak := -1
	for _, c := range m.caps {
		if c.weak {
			weak = int(c.start)
		}
	}
	if weak < 0 || f.alone(begin, m.end) && (!f.entry(weak).abbrev || m.has(classWeekday) || m.end > weak+1) {
		return true // "jan" may be a name even there, "jan." and "thu" are dates
	}
	capital := f.tokens[weak].Flags&Capital != 0
	if !capital && len(m.caps) > 1 && !f.hasDigits(m) {
		return false // "this one may have been more"
	}
	if len(m.caps) > 1 {
		next := f.at(m.end)
		return capital || m.end-m.start > 2 || next.Kind != Word || next.Flags&(Capital|BreakBefore) != 0 || f.entry(m.end).func_
	}
	if f.entry(weak).abbrev { // "in Mar del Plata", "on Sun Microsystems"
		next := f.at(m.end)
		return (m.start > begin || m.end-m.start > 2 || capital && (m.is(tagThis) || m.is(tagLast) || m.is(tagNext))) && (next.Kind != Word || next.Flags&Capital == 0 && f.entry(m.end).func_)
	}
	return capital && (m.start > begin || m.end-m.start > 1) || anyCase || m.is(tagLast) || m.is(tagNext)
}

// rate tells whether token i is what "a year" after it measures: a number, an
// amount of money, a share, a plural that is counted.
func (f *Finder) rate(i int) bool {
	t := f.at(i)
	switch {
	case i < 0 || f.at(i+1).Flags&BreakBefore != 0:
		return false
	case t.Kind == Number || t.Kind == Punct && (t.Num == '%' || t.Num == '$' || t.Num == '€'):
		return true
	case t.Kind != Word:
		return false
	case f.entry(i).mask&(classN.bit()|classColl.bit()) != 0:
		return true
	}
	counted := f.entry(i).measure || f.entry(i).mask&classUnit.bit() != 0 || f.plural(i) && f.countsNoun(i)
	prev := f.at(i - 1)
	return counted && (prev.Kind == Number || f.entry(i-1).mask&(classN.bit()|classColl.bit()) != 0 || f.at(i-2).Kind == Number)
}

// plainYear tells whether four digits from 1900 on count or name nothing and
// so can only be a year: "the 1991 settlement", "the 2010 World Cup".
func (f *Finder) plainYear(start, end int) bool {
	t := f.tokens[start]
	if t.Kind != Number || t.Num < 1900 || t.Num > 2059 {
		return false
	}
	next, prev := f.at(end), f.at(start-1)
	if next.Kind == Number || next.Kind == Punct && next.Flags&SpaceBefore == 0 && (next.Num == '/' || next.Num == '_' || next.Num == '@') {
		return false
	}
	if next.Kind == Word && next.Flags&SpaceBefore == 0 || start > 0 && t.Flags&SpaceBefore == 0 && (prev.Kind == Word || prev.Num == '/' || prev.Num == '.' || prev.Num == '-') {
		return false
	}
	return !f.pluralCount(end)
}

// pluralCount tells whether a number before token i counts it: a plural, as in
// "2000 soldiers", but not "the 2001 attacks", which an article names.
func (f *Finder) pluralCount(i int) bool {
	return f.countsNoun(i) && !f.pack.articles.has(f.at(i-2).Word)
}

// partOfName tells whether a unit or season is written as names are, inside a
// sentence that is not all in capitals: "la guerre de Cent Ans", "Télé 7 Jours",
// "Le Printemps" of Botticelli.
func (f *Finder) partOfName(m *match) bool {
	for _, c := range m.caps {
		if c.class != classUnit && (c.class != classSeason || m.has(classYear)) {
			continue
		}
		t, prev := f.tokens[c.start], f.at(int(c.start)-1)
		if t.Flags&Capital != 0 && t.Flags&AllCapitals == 0 && !f.atSentenceStart(int(c.start)) &&
			(prev.Kind != Punct || prev.apostrophe()) {
			return true
		}
	}
	return false
}

// title tells whether the span is all that stands between two quotation marks
// and is written as titles are: « Vendredi 13 », « 1984 ». Before a comma it
// is what somebody said: « Demain », a-t-il promis.
func (f *Finder) title(m *match) bool {
	if m.start == 0 || m.end >= len(f.tokens) {
		return false
	}
	open, shut, first := f.tokens[m.start-1], f.tokens[m.end], f.tokens[m.start]
	if open.Kind != Punct || shut.Kind != Punct || open.Num != '«' && open.Num != '“' && open.Num != '"' ||
		shut.Num != '»' && shut.Num != '”' && shut.Num != '"' {
		return false
	}
	if first.Kind == Number {
		return m.end == m.start+1
	}
	return first.Flags&Capital != 0 && !f.saysAfter(m.end+1)
}

// saysAfter tells whether a comma and a verb of saying follow a quotation:
// « Demain », a-t-il promis.
func (f *Finder) saysAfter(k int) bool {
	if !f.at(k).Is(',') {
		return false
	}
	return f.cue(min(k+1, len(f.tokens)-1)) != noCue || f.at(k+2).hyphen()
}

// aged tells whether an amount of years is the age of what stands before it:
// "une institutrice de 41 ans", "un Lyonnais de 30 ans".
func (f *Finder) aged(m *match) bool {
	unit, ok := m.get(classUnit, 0)
	of := m.start - 1
	if !ok || !m.has(classN) || tempo.Grain(unit.n) != tempo.Year || of < 2 || !f.pack.ofAge.has(f.tokens[of].Word) || f.pack.ofAge.has(f.at(m.end).Word) {
		return false
	}
	for k := of - 1; k >= 0 && k > of-4; k-- {
		t := f.tokens[k]
		if t.Kind != Word || f.tokens[k+1].Flags&BreakBefore != 0 || f.entry(k).func_ || f.pack.noPerson.has(t.Word) && t.Word != 0 {
			return false
		}
		if t.Flags&Capital != 0 {
			return k == of-1 && k > 0 && f.entry(k-1).mask&classN.bit() != 0 // "un Lyonnais"
		}
		if f.suffix(k, f.pack.personEndings) {
			return true
		}
	}
	return false
}

// elliptic tells whether the ordinal stands for one of the units named before
// in the sentence, so many words back at most: "la fin du XIXe siècle et le début du XXe", where no noun
// follows that it could belong to.
func (f *Finder) elliptic(m *match, far int) bool {
	if m.start-f.last.match.end > far {
		return false
	}
	for k := f.last.match.end; k < m.start; k++ {
		if f.sentenceEnd(k) || f.tokens[k+1].Flags&BreakBefore != 0 {
			return false
		}
	}
	next := f.at(m.end)
	return m.end >= len(f.tokens) || next.Kind == Punct || next.Flags&BreakBefore != 0 || f.entry(m.end).func_ || f.cue(m.end) != noCue
}
