package tempo

// republicanStart gives the first day of the years I to XIV of the French
// Republic (the equinoxes of Paris, as decreed), as days of September.
var republicanStart = [...]int{22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23}

// Republican gives a day of the French Republican calendar: month 1 is
// vendémiaire, month 13 the complementary days. It fails beyond year XIV and
// on days that the calendar lacks.
//
//	18 brumaire an VIII = 1799-11-09
func Republican(year, month, dayOfMonth int) (Instant, bool) {
	if year < 1 || year > len(republicanStart) || month < 1 || month > 13 || dayOfMonth < 1 || dayOfMonth > 30 || month == 13 && dayOfMonth > 6 {
		return 0, false
	}
	first := Date(1791+year, 9, republicanStart[year-1])
	return first + Instant((month-1)*30+dayOfMonth-1)*day, true
}

// Hijri gives a day of the Islamic calendar by its civil, tabular form (the
// one of ICU's "islamic-civil"); sightings of the moon differ from it by a day
// or two.
//
//	1 muharram 1445 = 2023-07-19
func Hijri(year, month, dayOfMonth int) (Instant, bool) {
	if year < 1 || year > 2000 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 30 {
		return 0, false
	}
	days := dayOfMonth - 1 + (59*(month-1)+1)/2 + (year-1)*354 + (3+11*year)/30
	return Date(622, 7, 19) + Instant(days)*day, true
}

// hijriInYear gives the first month, or day of a month, of the Islamic calendar
// that begins in a year of ours; a lunar year is shorter, so that there is one.
func hijriInYear(year, month, dayOfMonth int) Span {
	for h := (year-622)*33/32 - 1; h < (year-622)*33/32+4; h++ {
		t, ok := Hijri(h, month, max(1, dayOfMonth))
		if y, _, _ := t.Civil(); !ok || y != year {
			continue
		}
		if dayOfMonth > 0 {
			return Of(t, Day)
		}
		end, ok := Hijri(h, month+1, 1)
		if month == 12 {
			end, ok = Hijri(h+1, 1, 1)
		}
		if ok {
			return Span{t, end, Month, NoMod}
		}
	}
	return Span{}
}
