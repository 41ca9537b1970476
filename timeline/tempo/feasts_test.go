package tempo

import "testing"

// The days are those of printed calendars.
func TestMovableFeasts(t *testing.T) {
	for _, c := range []struct {
		reckoning Reckoning
		want      string
	}{
		{Western, "2018-04-01"}, {Orthodox, "2018-04-08"}, {Orthodox, "2024-05-05"}, {Orthodox, "1999-04-11"}, {Orthodox, "2025-04-20"},
		{Jewish, "1973-04-17"}, {Jewish, "1998-04-11"}, {Jewish, "2005-04-24"}, {Jewish, "2013-03-26"}, {Jewish, "2018-03-31"}, {Jewish, "2024-04-23"}, {Jewish, "2027-04-22"},
		{Dedication, "2013-11-28"}, {Dedication, "2019-12-23"}, {Dedication, "2020-12-11"}, {Dedication, "2021-11-29"}, {Dedication, "2022-12-19"}, {Dedication, "2023-12-08"}, {Dedication, "2024-12-26"},
		{Lunar, "1966-01-21"}, {Lunar, "1985-02-20"}, {Lunar, "2013-02-10"}, {Lunar, "2018-02-16"}, {Lunar, "2024-02-10"}, {Lunar, "2034-02-19"},
	} {
		want, err := ParseEDTF(c.want)
		if err != nil {
			t.Fatal(err)
		}
		y, _, _ := want.Start.Civil()
		if got, ok := c.reckoning.Day(y); !ok || got != want.Start {
			t.Errorf("reckoning %d in %d gives %s, want %s", c.reckoning, y, got.ISODay(), c.want)
		}
	}
	for y := 1900; y <= 2100; y++ {
		easter, _ := Orthodox.Day(y)
		if easter.Weekday() != 7 {
			t.Errorf("Orthodox Easter %d falls on weekday %d", y, easter.Weekday())
		}
		passover, _ := Jewish.Day(y) // never Monday, Wednesday or Friday
		if w := passover.Weekday(); w == 1 || w == 3 || w == 5 {
			t.Errorf("Passover %d falls on weekday %d", y, w)
		}
		moon, ok := Lunar.Day(y)
		if next, _ := Lunar.Day(y + 1); ok && y < 2100 && ((next-moon)/day < 353 || (next-moon)/day > 385) {
			t.Errorf("the lunar year from %d has %d days", y, (next-moon)/day)
		}
	}
	for _, y := range []int{1899, 2101, -3} {
		if _, ok := Lunar.Day(y); ok {
			t.Errorf("a lunar new year is known of %d", y)
		}
	}
}
