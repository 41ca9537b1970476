package eval

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	clockUnit     = lazily(`(?i)(?:\b|\d)(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|hr|h|secondes?|heures?|quart d|demi|'|")(?:\b|$|\s|,)`)
	countingWord  = lazily(`(?i)\b(?:il ya?|dans|en|d'ici|plus tard|in|within|ago|later|earlier|from|for|after|before|out|now|next|last)\b|^[+-]`)
	countedUnit   = lazily(`(?i)(\d+(?:\.\d+)?)\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|secondes?|heures?|jours?|j|semaines?|'|")(?:[^a-z]|$)`)
	countedMonths = lazily(`(?i)\d\s*(?:ans?|années?|mois|years?|months?)\b`)
	vagueAmount   = lazily(`(?i)\b(?:few|several|couple|pair|some|quelques|plusieurs|coming|upcoming|derniers|dernières|prochains|prochaines)\b`)
	weekCount     = lazily(`(?i)\b(?:weeks?|fortnight|semaines?)\b.*\b(?:ago|later|earlier|hence|from now|back)\b|\bin\b.*\bweeks?\b|\b(?:il y a|dans)\b.*\bsemaines?\b`)
	nextWeekday   = lazily(`(?i)\bnext ` + weekdayName + `|` + weekdayName + ` prochain`)
	clockHour     = lazily(`(?i)(?:^|\D)(\d{1,2})(?::\d|\s*[ap]\.?\s?m\b|\s*h\b)`)
	someClock     = lazily(`(?i)\d:\d|\d\s*[ap]\.?\s?m\b|\d\s*h\b`)
)

var (
	laterWord    = lazily(`(?i)\b(?:later|earlier|before|after|following|previous|the next|suivante?|précédente?|plus tard|plus tôt|lendemain|veille|qui suit|après|avant)(?:\P{L}|$)`)
	jewishDay    = lazily(`(?i)^(?:yom |rosh |passover|sukkot|shemini|simchat|shavuot|purim|tisha|hanukkah)`)
	seasonWord   = lazily(`(?i)\bseasons?\b`)
	shortUnits   = lazily(`(?i)(?:^|[^a-z])\d+(?:s|m|h|d|w|y|mo|mos|mons?|hrs?|mins?|ish|a|p|j|')(?:[^a-z]|$)|[a-z]\d|\dq\d|[a-z]ish\b|\d"`)
	proseCount   = lazily(`(?i)(?:^|\W)\d+ (?:second|minute|hour|day|week|month|year|decade)s?\b`)
	signedFigure = lazily(`(?:^|\s)[+-]\d`)
)

// byAntecedent holds where we leave an anaphoric expression open.
func byAntecedent(c Case, e Expectation, t target, ours []reading) bool {
	return laterWord.MatchString(c.Input) && every(ours, func(r reading) bool { return strings.HasPrefix(r.Value, "XXXX-") && !r.dated && r.openAs(t) })
}

// openAs tells whether what a value with open digits does say is so of the target.
func (r reading) openAs(t target) bool {
	have, _ := r.fields()
	at := t.first.start()
	is := map[string]int{"year": at.Year(), "month": int(at.Month()), "day": at.Day(), "weekday": int(at.Weekday()), "hour": at.Hour(), "minute": at.Minute()}
	for name, n := range have {
		if is[name] != n {
			return false
		}
	}
	return true
}

// byShorthand holds where words are written as English prose never writes them,
// we have left these alone, and what we do find gives no other date.
func byShorthand(c Case, e Expectation, t target, ours []reading) bool {
	at := shortUnits.FindStringIndex(c.Input)
	if sign := signedFigure.FindStringIndex(c.Input); at == nil && sign != nil {
		at = []int{sign[0], sign[1] - 1} // the sign is not read, the figure may be
	}
	named := weekdayWord.MatchString(c.Input) || monthWord.MatchString(c.Input) || dayWord.MatchString(c.Input)
	counted := proseCount.MatchString(c.Input)
	if (named || fourFigures.MatchString(c.Input)) && !anyOf(ours, func(r reading) bool { return r.dated }) || counted && len(ours) == 0 {
		return false // what is written as prose writes it has to be found
	}
	return c.Lang == "en" && at != nil && !anyOf(ours, func(r reading) bool {
		return r.Start < at[1] && at[0] < r.End || r.duration && !figuresSaid(c, r) || r.dated && !r.covers.covers(t.first) && !t.first.covers(r.covers)
	})
}

// figuresSaid tells whether the figures of a duration stand in the words.
func figuresSaid(c Case, r reading) bool {
	said := anyFigure.FindAllString(c.Input, -1)
	for _, figure := range anyFigure.FindAllString(r.Value, -1) {
		if !slices.Contains(said, figure) {
			return false
		}
	}
	return true
}

// bySeason holds where we find no date in a season without a name.
func bySeason(c Case, e Expectation, t target, ours []reading) bool {
	return seasonWord.MatchString(c.Input) && !anyOf(ours, func(r reading) bool { return r.dated })
}

// bySundayWeek holds where our week ends on the Sunday after the Saturday with
// which the suite's does, and the suite's interval lies in it.
func bySundayWeek(c Case, e Expectation, t target, ours []reading) bool {
	return t.kind == isInterval && anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain == week && r.covers.covers(t.full) && r.covers.to == t.full.to+86400
	})
}

// byEve holds where our day follows the one on which the suite begins the feast.
func byEve(c Case, e Expectation, t target, ours []reading) bool {
	return jewishDay.MatchString(e.Holiday) && anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain == day && r.covers.from == t.full.from+86400
	})
}

var islamicDay = lazily(`(?i)^(?:eid|mawlid|islamic new year|ashura|laylat|isra)`)

// bySightedMoon holds where our approximate day of an Islamic feast is within
// two days of the suite's.
func bySightedMoon(c Case, e Expectation, t target, ours []reading) bool {
	return islamicDay.MatchString(e.Holiday) && anyOf(ours, func(r reading) bool {
		off := r.covers.from - t.full.from
		return r.dated && r.covers.grain == day && r.Mod == "APPROX" && -2*86400 <= off && off <= 2*86400
	})
}

// byClock holds where our day covers a moment that lies as many hours, minutes
// or seconds from the moment of speaking as the words say; or is the day of
// speaking, and the count runs past midnight.
func byClock(c Case, e Expectation, t target, ours []reading) bool {
	if t.kind == isInterval || t.first.grain >= day || !clockUnit.MatchString(c.Input) || !countingWord.MatchString(c.Input) || halfDayWord.MatchString(c.Input) {
		return false
	}
	now := c.Reference.Unix()
	away := max(t.first.from-now, now-t.first.from)
	count, said := countedSeconds(c.Input)
	months := countedMonths.MatchString(c.Input) // of no fixed length
	if off := away - count; !months && said && (off < -59 || off > 59) || !said && anyFigure.MatchString(c.Input) {
		return false
	}
	elsewhere := anyOf(ours, func(r reading) bool { return r.dated && !r.covers.holds(now) && r.covers.overlap(t.full) == 0 })
	return !elsewhere && anyOf(ours, func(r reading) bool {
		open := !r.dated && r.Type == "TIME" && strings.HasPrefix(r.Value, "XXXX") // so many hours that the day is not known either
		return open || r.dated && r.covers.grain == day && (r.covers.covers(t.first) || away < 86400 && r.covers.holds(now))
	})
}

// countedSeconds adds up what a phrase counts: "1 day 2 hours".
func countedSeconds(input string) (sum int64, said bool) {
	for _, m := range countedUnit.FindAllStringSubmatch(input, -1) {
		n, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			return 0, false
		}
		length := map[byte]int64{'s': 1, '"': 1, 'm': 60, '\'': 60, 'h': 3600, 'd': 86400, 'j': 86400, 'w': 7 * 86400}[m[2][0]|0x20]
		switch {
		case m[2] == "\"":
			length = 1
		case m[2] == "'":
			length = 60
		case len(m[2]) > 2 && m[2][:3] == "sem":
			length = 7 * 86400
		}
		sum, said = sum+int64(n*float64(length)), true
	}
	return sum, said
}

// byVagueAmount holds where we leave open what the words do, and the suite's
// moment lies on the side that they say.
func byVagueAmount(c Case, e Expectation, t target, ours []reading) bool {
	now := c.Reference.Unix()
	return vagueAmount.MatchString(c.Input) && anyOf(ours, func(r reading) bool {
		return r.Value == "PAST_REF" && t.first.from < now || r.Value == "FUTURE_REF" && t.first.from > now
	})
}

// byDayAlone holds where our clock time or part of a day lies in the day that
// the suite asserts, and the words have it.
func byDayAlone(c Case, e Expectation, t target, ours []reading) bool {
	if t.kind != isPoint || t.first.grain != day || !someClock.MatchString(c.Input) && !halfDayWord.MatchString(c.Input) {
		return false
	}
	return anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain <= dayPart && t.first.holds(r.covers.from) && (r.covers.grain > hour || hourIsSaid(c, r))
	})
}

// hourIsSaid tells whether the words have the hour of our clock time, by its
// figure on either half of the day or by its name.
func hourIsSaid(c Case, r reading) bool {
	at := r.covers.start().Hour()
	if at%12 == 0 && namedHour.MatchString(c.Input) {
		return true
	}
	for _, m := range clockHour.FindAllStringSubmatch(c.Input, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && n%12 == at%12 {
			return true
		}
	}
	return false
}

// byWeekCounted holds where our day, at which a count of weeks from the day of
// speaking ends, lies in the week that the suite has.
func byWeekCounted(c Case, e Expectation, t target, ours []reading) bool {
	return t.kind == isPoint && t.first.grain == week && weekCount.MatchString(c.Input) && anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain == day && t.first.covers(r.covers) && r.covers.start().Weekday() == c.Reference.Weekday()
	})
}

// byWeekAfter holds where "next" with a weekday is the first to come for us and
// the one of the next calendar week for the suite.
func byWeekAfter(c Case, e Expectation, t target, ours []reading) bool {
	return nextWeekday.MatchString(c.Input) && t.shift(0, 0, -7, 0).meets(ours) && t.first.from-7*86400 > c.Reference.Unix()
}

// byRange holds where our last reading is the end of the suite's range of clock
// times, and our first the earlier day on which it begins.
func byRange(c Case, e Expectation, t target, ours []reading) bool {
	if t.kind != isInterval || t.first.grain >= day || len(ours) < 2 {
		return false
	}
	first, last := ours[0], ours[len(ours)-1]
	return first.dated && last.dated && first.covers.grain == day && first.covers.holds(t.first.from) &&
		first.covers.to <= last.covers.from && last.covers.from == t.last.from
}

// byNoSuchDay holds where the words give a month a day that it does not have.
func byNoSuchDay(c Case, e Expectation, t target, ours []reading) bool {
	name := monthWord.FindString(c.Input)
	at, err := time.Parse("Jan", name[:min(3, len(name))])
	if err != nil || !every(ours, func(r reading) bool { _, ok := r.fields(); return ok }) {
		return false
	}
	y := 2000
	if year := fourFigures.FindString(c.Input); year != "" {
		y, _ = strconv.Atoi(year)
	}
	days := time.Date(y, at.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
	for _, figure := range anyFigure.FindAllString(c.Input, -1) {
		if d, _ := strconv.Atoi(figure); len(figure) <= 2 && d > days {
			return true
		}
	}
	return false
}
