package tempo

// A Reckoning is a calendar that gives each of our years the day from which
// its movable feasts are counted.
type Reckoning int8

// The reckonings: Easter of the western churches and of the orthodox ones, the
// first day of Passover (15 Nisan), the lunar new year of China, the first day of
// Hanukkah (25 Kislev).
const (
	Western Reckoning = iota
	Orthodox
	Jewish
	Lunar
	Dedication
)

// Day gives the day from which feasts are counted in a year; it fails where the
// reckoning does not reach.
func (r Reckoning) Day(y int) (Instant, bool) {
	switch r {
	case Orthodox:
		return OrthodoxEaster(y), true
	case Jewish:
		return Passover(y), true
	case Lunar:
		return LunarNewYear(y)
	case Dedication:
		return Hanukkah(y), true
	}
	return Easter(y), true
}

// Easter gives Easter Sunday of a year by the Gregorian computus (Meeus,
// Jones and Butcher).
func Easter(y int) Instant {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	return Date(y, month, (h+l-7*m+114)%31+1)
}

// OrthodoxEaster gives Easter Sunday by the Julian computus (Meeus), as a day
// of the Gregorian calendar.
func OrthodoxEaster(y int) Instant {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	behind := y/100 - y/400 - 2 // days that the Julian calendar is behind
	return Date(y, (d+e+114)/31, (d+e+114)%31+1+behind)
}

// Passover gives 15 Nisan of the Jewish calendar, the day whose eve begins the
// feast: 163 days before the next new year (Reingold and Dershowitz).
func Passover(y int) Instant {
	const epoch = -1373427 // days from 31 December 1 BC to 1 Tishri of the year 1
	newYear := jewishNewYear(y + 3761)
	first, last := newYear-jewishNewYear(y+3760), jewishNewYear(y+3762)-newYear
	switch {
	case last == 356:
		newYear += 2
	case first == 382:
		newYear++
	}
	return Date(1, 1, epoch+newYear-163)
}

// Hanukkah gives 25 Kislev of the Jewish calendar, the day whose eve begins the
// feast: the 84th day after the new year, the 85th in the years whose second
// month has 30 days, which are those of 355 and 385 days.
func Hanukkah(y int) Instant {
	newYear, next := Passover(y)+163*day, Passover(y+1)+163*day
	days := Instant(83)
	if length := (next - newYear) / day; length == 355 || length == 385 {
		days = 84
	}
	return newYear + days*day
}

// jewishNewYear counts the days to the new year from the epoch by the molad,
// before the rules on the length of years.
func jewishNewYear(y int) int {
	months := (235*y - 234) / 19
	parts := 12084 + 13753*months
	days := 29*months + parts/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// lunarNewYears are the days of the lunar new year from 1900 to 2100, A for 21
// January; they hang on moon and sun over Beijing and have no short formula.
const lunarNewYears = `K^SI[OEXMBUJ]QFYNCVL_SH[PDXMCUJ\QFYODVK^SGZPEXMBUI\QGYODWK]SHZPEXMATJ\QGZNCVK]RH[PEXM_TI\QGZOCUK^RH[PDWLBTI]RFYNCUK^SH[PEWLBUI\RFXMCVK^SHZODWLBUJ\QFYMCVL^SHZODWMATI\PFYNCVK^RGZPDWMBTI\QFYNDUJ]RGZPEWLAT`

// LunarNewYear gives the first day of the Chinese year that begins in a year.
func LunarNewYear(y int) (Instant, bool) {
	if y < 1900 || y-1900 >= len(lunarNewYears) {
		return 0, false
	}
	return Date(y, 1, 21+int(lunarNewYears[y-1900]-'A')), true
}
