package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A tag is a mark in a pattern that tells the meaning which words were there.
type tag uint8

type tagSet uint64

// The tags, by their names in rules.
const (
	tagLast      tag = iota // dernier, last
	tagNext                 // prochain, next
	tagThis                 // ce, this
	tagFollowing            // suivant: after the last date told
	tagPreceding            // précédent: before it
	tagSame                 // le même jour
	tagStart                // début
	tagMid                  // mi-
	tagEnd                  // fin
	tagApprox               // vers, environ
	tagBefore               // avant
	tagAfter                // après
	tagLess                 // moins de
	tagMore                 // plus de
	tagAtLeast              // au moins
	tagAtMost               // au plus
	tagHalf                 // et demi
	tagQuarter              // et quart
	tagToQuarter            // moins le quart
	tagTo                   // moins dix
	tagPast                 // ten past three
	tagTimes                // three times a week
	tagEvery                // chaque, tous les
	tagLastYear             // … de l'an dernier
	tagThisYear
	tagNextYear
	tagThatYear // … de cette année-là: the last year told
	tagYearAfter
	tagYearBefore
	tagLastMonth
	tagMonthBefore // … of the previous month: before the month told
	tagThisMonth
	tagNextMonth
	tagLastWeek
	tagThisWeek
	tagNextWeek
	tagWeekAfter
	tagWeekBefore
	tagMonthAfter // … du mois suivant: after the month told
	tagTwice      // lundi en huit: one week later
	tagBC
	tagAM
	tagPM
	tagNoon
	tagMidnight
	tagAgo     // an amount that ends at the base: depuis 24 ans
	tagOnward  // one that begins there: les dix prochaines années
	tagTold    // reckoned from the last date told
	tagLatter  // le dernier … de: the last inside
	tagMorning // hier matin
	tagMidday
	tagAfternoon
	tagEvening
	tagNight
	tagThreeQuarters
)

var tagNames = map[string]tag{
	"last": tagLast, "next": tagNext, "this": tagThis, "following": tagFollowing, "preceding": tagPreceding, "same": tagSame,
	"start": tagStart, "mid": tagMid, "end": tagEnd, "approx": tagApprox, "before": tagBefore, "after": tagAfter,
	"less": tagLess, "more": tagMore, "atleast": tagAtLeast, "atmost": tagAtMost,
	"half": tagHalf, "quarter": tagQuarter, "toquarter": tagToQuarter, "every": tagEvery, "lastyear": tagLastYear,
	"thisyear": tagThisYear, "nextyear": tagNextYear, "thatyear": tagThatYear, "yearafter": tagYearAfter, "yearbefore": tagYearBefore,
	"lastmonth": tagLastMonth, "thismonth": tagThisMonth, "nextmonth": tagNextMonth, "monthafter": tagMonthAfter, "monthbefore": tagMonthBefore,
	"lastweek": tagLastWeek, "thisweek": tagThisWeek, "nextweek": tagNextWeek, "weekafter": tagWeekAfter, "weekbefore": tagWeekBefore,
	"to": tagTo, "past": tagPast, "times": tagTimes, "twice": tagTwice, "bc": tagBC,
	"am": tagAM, "pm": tagPM, "noon": tagNoon, "midnight": tagMidnight, "ago": tagAgo, "onward": tagOnward,
	"told": tagTold, "latter": tagLatter, "morning": tagMorning, "midday": tagMidday, "afternoon": tagAfternoon,
	"evening": tagEvening, "night": tagNight, "threequarters": tagThreeQuarters,
}

// args are what stands behind " = " in a rule: an amount and its unit ("-1
// day"), a day of the year ("12-25"), of one year ("1944-06-06"), the n-th
// weekday of a month ("11-thu4", "05-mon-1" the last), a day from Easter or
// another movable one ("easter+39", "orthodox", "passover+172", "lunar"), a
// month of the Islamic calendar ("hijri9") or a day of it ("hijri10-1"), a
// reference ("past"), "alone" for what holds where a text has nothing else, a
// plain word.
type args struct {
	n       float64
	unit    tempo.Grain
	month   int8
	day     int8
	weekday int8
	nth     int8
	easter  int16
	reckon  tempo.Reckoning
	hijri   int16 // 100 × month + day
	feast   bool
	ref     tempo.Ref
	year    int
	vague   bool
	alone   bool // only where the text has nothing else
	word    string
}

func parseArgs(s string) (a args, err error) {
	for _, w := range strings.Fields(s) {
		if g, ok := tempo.ParseGrain(w); ok {
			a.unit = g
			continue
		}
		if movable, err := a.movable(w); err != nil {
			return a, err
		} else if movable {
			continue
		}
		if islamic, err := a.islamic(w); err != nil {
			return a, err
		} else if islamic {
			continue
		}
		if len(w) == 5 && w[2] == '-' {
			m, err1 := strconv.Atoi(w[:2])
			d, err2 := strconv.Atoi(w[3:])
			if err1 != nil || err2 != nil || m < 1 || m > 12 || d < 1 || d > 31 {
				return a, fmt.Errorf("%q is no day of the year: write 12-25", w)
			}
			a.month, a.day, a.feast = int8(m), int8(d), true
			continue
		}
		if t, err := time.Parse("2006-01-02", w); err == nil {
			a.year, a.month, a.day, a.feast = t.Year(), int8(t.Month()), int8(t.Day()), true
			continue
		}
		if a.nthWeekday(w) {
			continue
		}
		if len(w) == 4 && w[0] >= '1' && w[0] <= '2' {
			if y, err := strconv.Atoi(w); err == nil {
				a.year = y
				continue
			}
		}
		if n, err := strconv.ParseFloat(w, 64); err == nil {
			a.n = n
			continue
		}
		switch w {
		case "past":
			a.ref = tempo.PastRef
		case "present":
			a.ref = tempo.PresentRef
		case "future":
			a.ref = tempo.FutureRef
		case "vague":
			a.vague = true
		case "alone":
			a.alone = true
		default:
			a.word = w
		}
	}
	return a, nil
}

// movable reads a day counted from one that another calendar gives: easter+39,
// orthodox-2, passover+163, lunar.
func (a *args) movable(w string) (bool, error) {
	for i, name := range [...]string{"easter", "orthodox", "passover", "lunar", "hanukkah"} {
		rest, ok := strings.CutPrefix(w, name)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(strings.TrimPrefix(rest, "+"))
		if rest != "" && err != nil {
			return false, fmt.Errorf("%q is no day from %s: write %s+39", w, name, name)
		}
		a.easter, a.reckon, a.feast, a.unit = int16(n), tempo.Reckoning(i), true, tempo.Day
		return true, nil
	}
	return false, nil
}

// islamic reads a month of the Islamic calendar or a day of it: hijri9, hijri10-1.
func (a *args) islamic(w string) (bool, error) {
	rest, ok := strings.CutPrefix(w, "hijri")
	if !ok {
		return false, nil
	}
	month, dayOfMonth, hasDay := strings.Cut(rest, "-")
	m, err := strconv.Atoi(month)
	d, err2 := strconv.Atoi(dayOfMonth)
	if err != nil || m < 1 || m > 12 || hasDay && (err2 != nil || d < 1 || d > 30) {
		return false, fmt.Errorf("%q is no month or day of the Islamic calendar: write hijri9 or hijri10-1", w)
	}
	a.hijri, a.feast, a.unit = int16(100*m+d), true, tempo.Day
	return true, nil
}

// nthWeekday reads "11-thu4", the fourth Thursday of November.
func (a *args) nthWeekday(w string) bool {
	if len(w) < 7 || w[2] != '-' {
		return false
	}
	month, err1 := strconv.Atoi(w[:2])
	nth, err2 := strconv.Atoi(w[6:])
	day := strings.Index("montuewedthufrisatsun", w[3:6])
	if err1 != nil || err2 != nil || month < 1 || month > 12 || nth < -1 || nth == 0 || nth > 5 || day < 0 || day%3 != 0 {
		return false
	}
	a.month, a.weekday, a.nth, a.feast = int8(month), int8(day/3+1), int8(nth), true
	return true
}
