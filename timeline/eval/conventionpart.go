package eval

// byVaguePart holds where our unit is one of those without sharp bounds, or is
// softened by its mod, and agrees with the suite's hours or days for the most part.
func byVaguePart(c Case, e Expectation, t target, ours []reading) bool {
	return t.kind == isInterval && t.near(ours) && anyOf(ours, func(r reading) bool {
		if !r.dated {
			return false
		}
		o := r.covers
		if o.grain <= day && r.Mod != "" {
			return partOfHours(r, t.full)
		}
		middle := (o.from + o.to) / 2
		switch r.Mod {
		case "START", "BEGIN", "EARLY":
			return o.covers(t.full) && t.full.from == o.from && t.full.to <= middle+86400
		case "END", "LATE":
			return o.covers(t.full) && t.full.to == o.to && t.full.from >= middle-86400
		case "MID":
			return o.covers(t.full) && t.full.from <= middle && middle <= t.full.to
		}
		switch o.grain {
		case dayPart, weekend, season:
			if softWord.MatchString(c.Input) {
				return false // the words soften it, and we do not
			}
			return 2*o.overlap(t.full) >= min(o.length(), t.full.length())
		}
		return false
	})
}

// usualHours are the hours that people give to a part of the day, or to a day,
// when they speak of its beginning, middle and end.
var usualHours = []struct {
	suffix   string
	from, to int64
}{{"TMO", 6, 12}, {"TMI", 11, 14}, {"TAF", 12, 19}, {"TEV", 18, 24}, {"TNI", 18, 24}, {"", 6, 22}}

// partOfHours tells whether hours lie in the first half, in the last half or
// around the middle of a day or part of the day, as the mod of our reading says.
func partOfHours(r reading, hours extent) bool {
	midnight := r.covers.from - r.covers.from%86400
	for _, u := range usualHours {
		if len(r.Value) < len(u.suffix) || r.Value[len(r.Value)-len(u.suffix):] != u.suffix {
			continue
		}
		from, to := midnight+u.from*3600, midnight+u.to*3600
		middle := (from + to) / 2
		from, to = min(from, r.covers.from), max(to, r.covers.to)
		switch r.Mod {
		case "START":
			return from <= hours.from && hours.to <= middle
		case "END":
			return middle <= hours.from && hours.to <= to
		case "MID":
			return from < hours.from && hours.from <= middle && middle <= hours.to && hours.to < to
		}
		return false
	}
	return false
}

var (
	softWord    = lazily(`(?i)\b(?:début|milieu|tôt|fin (?:de|d'|du)|early|mid|late|beginning|(?:the|at) end of|middle)(?:\P{L}|$)`)
	mealOrWork  = lazily(`(?i)\b(?:d[ée]jeuner|d[îi]ner|souper|go[ûu]ter|travail|boulot|lunch|dinner|supper|breakfast|work)\b`)
	mealHour    = lazily(`(?i)\bheure\b|time\b`)
	weekOfMonth = lazily(`(?i)(?:premi[eè]re|i[eè]me|seconde|derni[eè]re|first|second|third|fourth|last|\d(?:e|re|st|nd|rd|th))\s+(?:semaine|week)\b.*` + monthName)
)

// byUnnamedHours holds where the words name a meal or work, and nothing that we
// read contradicts the suite's hours: the days that we read are theirs.
func byUnnamedHours(c Case, e Expectation, t target, ours []reading) bool {
	if dayWord.MatchString(c.Input) && len(ours) == 0 || mealHour.MatchString(c.Input) {
		return false
	}
	if !mealOrWork.MatchString(c.Input) || t.kind != isInterval || t.first.grain > hour {
		return false
	}
	for _, r := range ours {
		if !r.dated || r.covers.grain != day || !r.covers.covers(t.full) {
			return false
		}
	}
	return true
}

// byWeekOfMonth holds where the words count the weeks of a month, and the
// suite's is the one after ours.
func byWeekOfMonth(c Case, e Expectation, t target, ours []reading) bool {
	return t.first.grain == week && weekOfMonth.MatchString(c.Input) && t.shift(0, 0, -7, 0).meets(ours)
}
