package eval

import (
	"strings"
)

// A Convention is a way in which a suite's view differs from that of news or of
// TimeML without either being wrong. It is a function of the case, so that no
// list of inputs has to be kept.
type Convention struct {
	Name string
	Why  string
	// holds says whether the difference between an expectation and our readings
	// is this convention and nothing else.
	holds func(c Case, e Expectation, t target, ours []reading) bool
}

// Conventions are tried in this order; the first that holds names the disagreement.
var Conventions = []Convention{
	{"no reference", "the case lost the moment it was said, so a relative date cannot be known",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return !c.HasReference && !yearIsSaid(c, e) && every(ours, func(r reading) bool { return !r.dated && r.worded(c) && r.openAs(t) })
		}},
	{"reference", "TimeML has PRESENT_REF, PAST_REF and FUTURE_REF where the suite has a moment", byReference},
	{"default part", "the suite stands for a unit by a moment in it (noon, the first day, the clock of the moment of speaking)", byDefaultPart},
	{"vague part", "the suite gives days or hours to what language leaves vague (morning, weekend, early, mid, late)", byVaguePart},
	{"unnamed hours", "the suite gives hours to meals and work; in TimeML they are events, and only the day is told", byUnnamedHours},
	{"week of the month", "the suite's first week lies wholly in the month; ours, as in ISO 8601, holds its first Thursday", byWeekOfMonth},
	{"period", "TimeML has a duration where the suite has the period or the moment that it leads to", byPeriod},
	{"from now on", "the suite lets an interval start now; the words tell its end alone", byEndAlone},
	{"clock", "hours and minutes counted from the moment of speaking; an article has a day and no clock", byClock},
	{"day and month", "both numbers can be the day; languages and tools order them differently", bySwappedDay},
	{"time zone", "the suite converts to a zone of its own; news keeps the clock that is told", byZone},
	{"half of the day", "a clock time without morning or evening; the suite takes the other half", byHalfDay},
	{"direction", "a bare weekday, day, month or time: an assistant looks forward, news by tense", byDirection},
	{"before Christ", "the suite writes a year before Christ as a negative number; the calendar of ISO 8601 has a year 0",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return strings.HasPrefix(e.Value, "-") && t.shift(1, 0, 0, 0).meets(ours)
		}},
	{"month of fasting", "Ramadan begins when the moon is seen; the suite has the days, ours is the month in which it begins, with APPROX", byFastingMonth},
	{"feast", "a feast of the tool's calendar that news packs do not hold", byFeast},
	{"bare number", "nothing but figures, a fraction or a score as well as a date or a clock time: no expression without a context",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return len(ours) == 0 && onlyNumbers.MatchString(c.Input) && !(len(c.Input) == 4 && fourFigures.MatchString(c.Input))
		}},
	{"vague amount", "the suite counts a few as so many; the words leave it open on which day", byVagueAmount},
	{"day alone", "the suite asserts the day; the words tell the part of the day or the clock as well", byDayAlone},
	{"week counted", "a count of weeks leads to a day, as TimeML has it; the suite has the week around it", byWeekCounted},
	{"week after", "'next Wednesday' is the coming one, or the one of the week after", byWeekAfter},
	{"no antecedent", "'two days later', 'the following week' are reckoned from a date told before, which a phrase alone does not have", byAntecedent},
	{"shorthand", "figures glued to letters, signs instead of words, as in a command or a chat: no prose, and not read", byShorthand},
	{"season", "a season without a name is that of a sport or of the stage as often as of the year", bySeason},
	{"week from Sunday", "the suite's weeks run from Sunday to Saturday, ours as in ISO 8601 from Monday", bySundayWeek},
	{"eve of the feast", "a feast of the Jewish calendar begins on its eve; the suite gives that, calendars and news the day", byEve},
	{"sighted moon", "the Islamic calendar as it is reckoned and as the moon is sighted differ by a day or two; ours says so with APPROX", bySightedMoon},
	{"range", "a clock time at the end of a range is said of both its ends; TimeML leaves the first as it is written", byRange},
}

// negativeConventions excuse what we find where a suite finds nothing.
var negativeConventions = []Convention{
	{"other mode", "the tool runs with settings of its own (strict, casual forms off)",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return c.Parser == "custom" || c.Options != "" || strings.HasSuffix(c.Parser, ".strict")
		}},
	{"no date", "a duration, a set or a reference is a temporal expression, though it gives no date",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return every(ours, func(r reading) bool {
				return (r.Type == "DURATION" || r.Type == "SET" || strings.HasSuffix(r.Value, "_REF")) && r.worded(c)
			})
		}},
	{"bare year", "the tool leaves years and quarters without a month alone; news is full of them",
		func(c Case, e Expectation, t target, ours []reading) bool {
			return c.Suite == "chrono" && every(ours, func(r reading) bool {
				return r.dated && r.covers.grain >= quarter && len(r.Value) >= 4 && strings.Contains(c.Input, r.Value[2:4])
			})
		}},
	{"no such day", "the month has no such day: the tool drops the date, we keep the month and the year that are said", byNoSuchDay},
}

var (
	unitWord      = lazily(`(?i)(?:^|[^a-z])(?:sec|min|hour|hr|day|night|week|month|quarter|year|yr|decade|centur|annual|daily|heure|jour|semaine|mois|ans?|année|siècle)|\d\s?[smhdwy](?:[^a-z]|$)`)
	pointingWord  = lazily(`(?i)\b(?:now|current|present|recent|soon|past|future|date|nowadays|ago|later|earlier|before|after|maintenant|actuel|récem|bientôt|passé|avenir|futur|désormais)`)
	onlyNumbers   = lazily(`^[\d ]+$|^\d{1,2}\s*[/.-]\s*\d{1,2}$`)
	anyFigure     = lazily(`\d+`)
	fourFigures   = lazily(`\d{4}`)
	weekdayWord   = lazily(`(?i)\b(?:` + weekdayName + `|lun\.|mar\.|mer\.|jeu\.?|ven\.|sam\.|dim\.|thurs?\.?|tues\.?)s?(?:\P{L}|$)`)
	monthWord     = lazily(`(?i)\b` + monthName + `(?:\P{L}|$)`)
	monthPart     = lazily(`(?i)\b(?:du|de|of the|of) (?:mois|month)\b`)
	turningWord   = lazily(`(?i)\b(?:next|last|past|coming|upcoming|previous|following|ago|prochaine?s?|derni(?:er|ère|ere)s?|suivante?s?|pass[ée]e?s?|précédente?s?|en huit|en 8|en quinze|en 15|from now|(?:second|third|\dnd|\drd|\dth) closest|in \d+ \w+|(?:this|current|cette|ce) (?:month|quarter|year|mois|trimestre|année))\b|d'après$`)
	lastOf        = lazily(`(?i)\b(?:last|derni(?:er|ère))\s+[\w-]+(?:\s+end)?\s+(?:of\b|in\b|de\s|du\s|d')`) // an ordinal, that turns nowhere
	weekendWord   = lazily(`(?i)\b(?:week-?\s?end|wkend)`)
	dayWord       = lazily(`(?i)\b(?:today|tomorrow|yesterday|aujourd|hier|demain|veille|lendemain)`)
	halfDayWord   = lazily(`(?i)\d\s*[ap](?:\.?\s?m)?(?:\W|$)|\b(?:morning|afternoon|evening|tonight|night|noon|midnight|matin|après-midi|soir|nuit|midi|minuit)`)
	halfDayFigure = lazily(`(?i)\d\s*(?:[ap]\.?\s?m\b|h\b|:\d)`)
	// zoneWord is a zone in capitals; englishZone takes any case, since no English word is spelt like these.
	zoneWord    = lazily(`\b(?:UTC|GMT|[ECMP][SD]?T|CET|CEST|BST|IST|JST)\b|\dZ\b|[+-]\d{2}:?\d{2}\b`)
	englishZone = lazily(`(?i)\b(?:utc|gmt|[ecmp][sd]t|cet|cest|bst|ist|jst)\b`)
	namedHour   = lazily(`(?i)\b(?:noon|midnight|midday|mid day|midi|minuit)\b`)
	dayOfMonth  = lazily(`(?i)(?:\ble|\bthe|\bdu|\bau|^)\s*(?:\d{1,2}(?:st|nd|rd|th|er)?|first|second|third)\b`)
	spokenHour  = lazily(`(?i)\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)
	// yearlyWord is what comes round every year without a month in its name.
	yearlyWord   = lazily(`(?i)\b(?:quarter|qtr|trimestre|no[eë]l|jour de l'an|nouvel an|toussaint|xmas|christmas|\d\d 1[0-2])(?:\P{L}|$)`)
	movableFeast = lazily(`(?i)^(?:thanksgiving|black friday|martin luther|labor|memorial|mother|father|easter)`)
	numericDate  = lazily(`\b\d{1,2}\s*[/.-]\s*\d{1,2}\b`)
	commonFeasts = lazily(`(?i)^(?:maundy|whit |palm |trinity|shrove|shushan|clean monday|orthodox|lazarus|passover|yom kippur|rosh hashanah|purim|eid |mawlid|islamic new year|ashura|world |christmas|new year|chinese new year|easter|hanukkah|yom hashoah|lent|diwali|holi$|ramadan|laylat|king's day|vijayadashami|navaratri|vesak|earth hour|halloween|thanksgiving|valentine|labor day|independence|st\.? patrick|mother|father|black friday|good friday|pentecost|ascension day|all saints|armistice|memorial|martin luther)`)
)

// yearIsSaid says whether the expected year stands in the words.
func yearIsSaid(c Case, e Expectation) bool {
	if e.Value == "" {
		return true // nothing to compare it with but the place
	}
	if len(e.Value) < 4 {
		return true
	}
	y := e.Value[:4]
	return strings.Contains(c.Input, y) || strings.Contains(c.Input, y[2:]) && numericDate.MatchString(c.Input)
}

// worded tells whether the case has words for a duration, a set or a reference.
func (r reading) worded(c Case) bool {
	switch {
	case strings.HasSuffix(r.Value, "_REF"):
		return pointingWord.MatchString(c.Input)
	case r.Type == "DURATION" || r.Type == "SET":
		return unitWord.MatchString(c.Input)
	}
	return true
}

func every(ours []reading, f func(reading) bool) bool {
	for _, r := range ours {
		if !f(r) {
			return false
		}
	}
	return len(ours) > 0
}

func anyOf(ours []reading, f func(reading) bool) bool {
	for _, r := range ours {
		if f(r) {
			return true
		}
	}
	return false
}

// byReference holds where the words name no unit and no number, and the suite's
// moment is the one of speaking, or lies on the side that the reference says.
func byReference(c Case, e Expectation, t target, ours []reading) bool {
	if anyFigure.MatchString(c.Input) || dayWord.MatchString(c.Input) || weekdayWord.MatchString(c.Input) || monthWord.MatchString(c.Input) {
		return false
	}
	now := c.Reference.Unix()
	return anyOf(ours, func(r reading) bool {
		switch r.Value {
		case "PRESENT_REF":
			return t.first.holds(now)
		case "FUTURE_REF":
			return t.kind == isAfter && t.first.from >= now
		case "PAST_REF":
			return t.kind == isBefore && t.first.from <= now
		}
		// "now" as the day on which it is said
		return r.dated && r.covers.grain == day && t.kind == isPoint && t.first.from == now && r.covers.holds(now)
	})
}

// unitNames are the words that have to stand in a phrase before a unit may
// stand for a moment in it.
var unitNames = map[grain]pattern{
	weekend: lazily(`(?i)week|fin de semaine`),
	week:    lazily(`(?i)week|semaine|\d\s*w\b|\bfortnight`),
	month:   lazily(`(?i)month|mois|\d\s*mon?s?\b|\d{1,2}[/-]\d{4}|` + monthName),
	quarter: lazily(`(?i)quarter|qtr|trimestre`),
	year:    lazily(`(?i)year|\byr|\d\s*y\b|\bans?\b|année|annee|decade`),
	decade:  lazily(`(?i)decade|décennie`),
}

// byDefaultPart holds where our coarser unit, which the words name, covers the
// suite's moment, and all that the moment adds is a default or taken from the
// moment of speaking.
func byDefaultPart(c Case, e Expectation, t target, ours []reading) bool {
	if t.kind == isInterval && t.first.start().Hour() == 12 && t.last.start().Hour() == 12 { // from noon to noon
		from, to := coarsen(t.first, day), coarsen(t.last, day)
		return target{t.kind, from, to, extent{from.from, to.to, day}, t.clock}.meets(ours)
	}
	if t.kind != isPoint || spokenHour.MatchString(c.Input) || anyOf(ours, func(r reading) bool { // a clock time that is not the suite's
		return r.duration || r.dated && r.covers.grain <= hour && !same(r.covers, t.first)
	}) {
		return false
	}
	return t.near(ours) && anyOf(ours, func(r reading) bool {
		if !r.dated || r.covers.grain <= t.first.grain || !r.covers.covers(t.first) {
			return false
		}
		at, now, g := t.first.start(), c.Reference, r.covers.grain
		if named, ok := unitNames[g]; ok && !named.MatchString(c.Input) {
			return false
		}
		if g == dayPart {
			return !anyFigure.MatchString(c.Input) || r.covers.length() < 86400 && at.Minute() == 0 && !halfDayFigure.MatchString(c.Input)
		}
		clock := t.first.grain >= day || at.Minute() == 0 && (at.Hour() == 0 || at.Hour() == 12) ||
			at.Hour() == now.Hour() && (t.first.grain >= hour || at.Minute() == now.Minute())
		switch {
		case g <= weekend:
			return clock && !namedHour.MatchString(c.Input)
		case g == week:
			return clock && (at.Weekday() == now.Weekday() || at.Weekday() <= 1)
		case t.first.grain >= month:
			return at.Month() == 1 || at.Month() == now.Month()
		}
		dayOf := at.Day() == 1 || at.Day() == now.Day()
		monthOf := g < year || at.Month() == 1 || at.Month() == now.Month()
		return clock && dayOf && monthOf
	})
}

// byPeriod holds where we have a duration of the interval's length, or one that
// leads from the moment of speaking to the suite's moment; and no date of ours
// lies elsewhere, but for the year that a day and month leave unsaid.
func byPeriod(c Case, e Expectation, t target, ours []reading) bool {
	now := c.Reference.Unix()
	elsewhere := anyOf(ours, func(r reading) bool {
		return r.dated && !r.covers.holds(now) && r.covers.overlap(t.full) == 0 &&
			(fourFigures.MatchString(c.Input) || r.covers.overlap(t.shift(-1, 0, 0, 0).full) == 0)
	})
	return !elsewhere && anyOf(ours, func(r reading) bool {
		switch {
		case !r.duration:
			return false
		case r.lasts.vague:
			length := t.full.to - t.full.from
			if t.kind != isInterval {
				length = max(t.first.from-now, now-t.first.from)
			}
			return vagueAmount.MatchString(c.Input) && r.someOf(length)
		case t.kind == isInterval:
			off := r.lasts.from(t.full.from, 1) - t.full.to
			slack := t.last.length()
			if r.lasts.seconds == 0 && t.full.from == now { // from this moment to the end of a day
				slack = max(slack, 86400)
			}
			// from a date that we have as well, up to the suite's last day or minute
			begun := anyOf(ours, func(r reading) bool {
				return r.dated && (r.covers.from == t.full.from || r.covers.from == t.shift(-1, 0, 0, 0).full.from)
			})
			return -slack < off && off < slack || begun && off == -t.last.length()
		}
		return t.first.holds(r.lasts.from(now, 1)) || t.first.holds(r.lasts.from(now, -1))
	})
}

// someOf tells whether a length is a few of the units that a vague period
// counts: from two to nine of them.
func (r reading) someOf(length int64) bool {
	one, ok := parsePeriod(strings.ReplaceAll(r.Value, "X", "1"))
	unit := one.from(0, 1)
	return ok && 2*unit-86400 < length && 2*unit <= length+unit/8 && length <= 9*unit
}

func byEndAlone(c Case, e Expectation, t target, ours []reading) bool {
	return t.kind == isInterval && t.full.from/3600 == c.Reference.Unix()/3600 && every(ours, func(r reading) bool {
		return r.dated && (r.covers.to == t.full.to || r.covers.from == t.full.to || r.covers.from == t.last.from)
	})
}

func bySwappedDay(c Case, e Expectation, t target, ours []reading) bool {
	at := t.first.start()
	if t.kind != isPoint || !numericDate.MatchString(c.Input) || at.Day() > 12 || t.first.grain > day {
		return false
	}
	days := civil(at.Year(), at.Day(), int(at.Month())) - civil(at.Year(), int(at.Month()), at.Day())
	return t.shift(0, 0, 0, days).meets(ours)
}

// zoneQuarters are the zones that the suites name, in quarters of an hour east of Greenwich.
var zoneQuarters = map[string]int64{"UTC": 0, "GMT": 0, "CET": 4, "CEST": 8, "BST": 4, "IST": 22, "JST": 36,
	"EST": -20, "EDT": -16, "CST": -24, "CDT": -20, "MST": -28, "MDT": -24, "PST": -32, "PDT": -28}

// homeZone is the zone in which duckling's moment of speaking lies, and into
// which it converts, in quarters of an hour.
const homeZone = -2 * 4

// byZone holds where our clock time is as far from the suite's as the zone that
// is said is from the suite's own.
func byZone(c Case, e Expectation, t target, ours []reading) bool {
	name := zoneWord.FindString(c.Input)
	if name == "" && c.Lang == "en" {
		name = englishZone.FindString(c.Input)
	}
	quarters, known := zoneQuarters[strings.ToUpper(name)]
	return known && t.shift(0, 0, 0, (quarters-homeZone)*900).meets(ours)
}

func byHalfDay(c Case, e Expectation, t target, ours []reading) bool {
	if t.first.grain >= day || halfDayWord.MatchString(c.Input) || anyOf(ours, func(r reading) bool { return r.dated && r.covers.grain >= day }) {
		return false
	}
	for _, half := range []int64{-12 * 3600, 12 * 3600} {
		moved := t.shift(0, 0, 0, half)
		end := t // the end of a range alone: "de 11 h 30 à 1 h 30"
		end.last, end.full.to = moved.last, moved.full.to
		if moved.meets(ours) || t.kind == isInterval && end.meets(ours) {
			return true
		}
	}
	return false
}

// byFeast holds where we do not know the feast; one that we date otherwise is
// wrong, and so is to leave its year alone, or the words that lead to it.
func byFeast(c Case, e Expectation, t target, ours []reading) bool {
	known := anyOf(ours, func(r reading) bool {
		if r.dated {
			return r.covers.grain <= month || !r.covers.covers(t.first)
		}
		return !r.duration || r.lasts.vague
	})
	far := t.first.from-c.Reference.Unix() > 366*86400 || c.Reference.Unix()-t.first.from > 366*86400
	if (far || fourFigures.MatchString(c.Input)) && !anyOf(ours, func(r reading) bool { return r.dated && r.covers.covers(t.first) }) {
		return false
	}
	return e.Holiday != "" && !known && !commonFeasts.MatchString(e.Holiday)
}

// byFastingMonth holds where ours is the month in which Ramadan begins.
func byFastingMonth(c Case, e Expectation, t target, ours []reading) bool {
	return e.Holiday == "Ramadan" && anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain == month && r.Mod == "APPROX" && r.covers.covers(t.first)
	})
}
