package eval

import "strings"

// dayInWords is a weekday with its day spelt out, which we do not read.
var dayInWords = lazily(`(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:onze|douze|treize|quatorze|quinze|seize|vingt|trente)\b`)

// byDirection holds where we differ by exactly one round of what was left
// unsaid: a week for a weekday, a year for a day and month, a month for a day
// of the month, a day for a time.
func byDirection(c Case, e Expectation, t target, ours []reading) bool {
	if dayWord.MatchString(c.Input) || turningWord.MatchString(lastOf.ReplaceAllString(c.Input, "")) {
		return false
	}
	if !onWeekdaysSaid(c, ours) || dayInWords.MatchString(c.Input) || anyOf(ours, func(r reading) bool { return r.duration }) {
		return false
	}
	now := c.Reference.Unix()
	ahead, behind := t.first.from > now, t.full.to <= now
	near := func(t target) bool {
		if ahead && t.first.from > now || behind && t.full.to <= now {
			return false // on the same side of the moment of speaking, whichever way one looks
		}
		return t.near(ours) && (t.meets(ours) || byDefaultPart(c, e, t, ours) || byVaguePart(c, e, t, ours) || byDayAlone(c, e, t, ours))
	}
	weekday, monthSaid, yearSaid := weekdayWord.MatchString(c.Input), monthWord.MatchString(c.Input), fourFigures.MatchString(c.Input)
	yearly := !yearSaid && (monthSaid || e.Holiday != "" || yearlyWord.MatchString(c.Input) || numericDate.MatchString(c.Input))
	for _, sign := range []int{-1, 1} {
		switch {
		case (weekday || weekendWord.MatchString(c.Input)) && near(t.shift(0, 0, 7*sign, 0)):
			return true
		case !monthSaid && monthPart.MatchString(c.Input) && near(t.shift(0, sign, 0, 0)):
			return true
		case yearly && near(t.shift(sign, 0, 0, 0)):
			return true
		case !monthSaid && dayOfMonth.MatchString(c.Input) && near(t.shift(0, sign, 0, 0)):
			return true
		case !monthSaid && !weekday && !dayWord.MatchString(c.Input) && t.first.grain < day && near(t.shift(0, 0, sign, 0)):
			return true
		}
		// What is reckoned by weekdays within a year ("the first Tuesday of October") comes round in 52 or 53 weeks.
		if byWeekdays := weekday || movableFeast.MatchString(e.Holiday) || t.first.grain == week || weekendWord.MatchString(c.Input); byWeekdays && yearly && (near(t.shift(0, 0, 364*sign, 0)) || near(t.shift(0, 0, 371*sign, 0))) {
			return true
		}
		for _, days := range []int{353, 354, 355, 383, 384, 385} { // a lunar year
			if strings.HasPrefix(e.Holiday, "Chinese") && near(t.shift(0, 0, days*sign, 0)) {
				return true
			}
		}
		for n := 2; weekday && !yearSaid && n <= 12; n++ { // a weekday with its day waits for the year, or month, in which both meet
			if monthSaid && near(t.shift(n*sign, 0, 0, 0)) || !monthSaid && near(t.shift(0, n*sign, 0, 0)) {
				return true
			}
		}
	}
	return false
}

// near says that all our dates lie on the target's days.
func (t target) near(ours []reading) bool {
	from, to := t.full.from-t.full.from%86400, t.full.to
	if late := to % 86400; late != 0 {
		to += 86400 - late
	}
	return !anyOf(ours, func(r reading) bool { return r.dated && (r.covers.to <= from || r.covers.from >= to) })
}

// onWeekdaysSaid tells whether our days fall on weekdays that the words name, if
// they name any.
func onWeekdaysSaid(c Case, ours []reading) bool {
	var said [7]bool
	named := weekdayWord.FindAllString(c.Input, -1)
	for _, name := range named {
		said[weekdayBegins[strings.ToLower(name[:3])]] = true
	}
	return len(named) == 0 || !anyOf(ours, func(r reading) bool {
		return r.dated && r.covers.grain <= day && r.covers.from%86400 != 0 && !said[r.covers.start().Weekday()] ||
			r.dated && r.covers.grain == day && !said[r.covers.start().Weekday()]
	})
}

var weekdayBegins = map[string]int{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6,
	"dim": 0, "lun": 1, "mar": 2, "mer": 3, "jeu": 4, "ven": 5, "sam": 6}
