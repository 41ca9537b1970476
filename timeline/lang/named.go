package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// otherCalendar reads a day of the French Republican calendar (its year in
// Roman numerals) or of the Islamic one (its year in digits).
func otherCalendar(c *meaningContext) (tempo.Expr, bool) {
	month, _ := c.num(classOtherMonth, 0)
	dayOfMonth, hasDay := c.num(classDay, 0)
	if !hasDay {
		dayOfMonth = 1
	}
	convert, year, ok := tempo.Republican, 0, false
	if y, named := c.num(classYYYY, 0); named && month == 0 { // "l'an 44 de l'hégire", most of which is one of our years
		t, exists := tempo.Hijri(y, 6, 29)
		gregorian, _, _ := t.Civil()
		return tempo.Expr{Where: tempo.Partial{Year: int32(gregorian), YearGrain: tempo.Year, Has: tempo.HasYear}, Mod: tempo.Approx}, exists
	}
	if year, ok = c.num(classRoman, 0); !ok {
		convert = tempo.Hijri
		year, ok = c.num(classYYYY, 0)
	}
	t, exists := convert(year, month, dayOfMonth)
	if !ok || !exists || !hasDay {
		return tempo.Expr{}, false
	}
	y, m, d := t.Civil()
	e := tempo.Expr{Where: tempo.Partial{Year: int32(y), YearGrain: tempo.Year, Month: int8(m), Day: int8(d),
		Has: tempo.HasYear | tempo.HasMonth | tempo.HasDay}}
	return e, true
}

// told reads an expression that is the date told itself: "à ce moment-là".
func told(c *meaningContext) (tempo.Expr, bool) {
	e := tempo.Expr{Base: tempo.Mentioned}
	c.soften(&e)
	return e, true
}
