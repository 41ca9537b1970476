package tempo

import "testing"

func TestRepublican(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{{8, 2, 18, "1799-11-09"}, {2, 11, 9, "1794-07-27"}, {1, 1, 1, "1792-09-22"}, {4, 1, 13, "1795-10-05"},
		{12, 8, 28, "1804-05-18"}, {5, 12, 18, "1797-09-04"}, {3, 13, 6, "1795-09-22"}, {14, 4, 10, "1805-12-31"}} {
		got, ok := Republican(c.year, c.month, c.day)
		if !ok || got.ISODay() != c.want {
			t.Errorf("%d/%d/%d = %s %v, want %s", c.day, c.month, c.year, got.ISODay(), ok, c.want)
		}
	}
	for _, c := range [][3]int{{0, 1, 1}, {15, 1, 1}, {1, 14, 1}, {1, 13, 7}, {1, 1, 31}} {
		if _, ok := Republican(c[0], c[1], c[2]); ok {
			t.Errorf("%v is no day of the Republic", c)
		}
	}
}

func TestHijri(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{{1, 1, 1, "0622-07-19"}, {1445, 1, 1, "2023-07-19"}, {1445, 9, 1, "2024-03-11"}, {1446, 1, 1, "2024-07-08"}, {1400, 1, 1, "1979-11-21"}} {
		got, ok := Hijri(c.year, c.month, c.day)
		if !ok || got.ISODay() != c.want {
			t.Errorf("%d/%d/%d = %s, want %s", c.day, c.month, c.year, got.ISODay(), c.want)
		}
	}
}

// Some years of ours hold a feast of the Islamic calendar twice, in January and
// in December; the first is meant.
func TestHijriInYear(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{{2024, 9, 0, "2024-03-11"}, {2023, 10, 1, "2023-04-22"}, {2000, 10, 1, "2000-01-08"}, {2030, 9, 0, "2030-01-06"}, {1916, 12, 10, "1916-10-08"}} {
		got := hijriInYear(c.year, c.month, c.day)
		if got.Start.ISODay() != c.want {
			t.Errorf("%d/%d in %d = %s, want %s", c.day, c.month, c.year, got.Start.ISODay(), c.want)
		}
		if days := (got.End - got.Start) / day; c.day == 0 && days != 29 && days != 30 || c.day > 0 && days != 1 {
			t.Errorf("%d/%d in %d lasts %d days", c.day, c.month, c.year, days)
		}
	}
	for year := 700; year < 2200; year++ {
		if s := hijriInYear(year, 9, 0); s.IsZero() {
			t.Fatalf("no ramadan in %d", year)
		}
	}
}
