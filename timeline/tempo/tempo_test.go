package tempo

import (
	"testing"
	"time"
)

func TestCivilAgreesWithTime(t *testing.T) {
	for d := time.Date(-700, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2500; d = d.AddDate(0, 0, 17) {
		got := Date(d.Year(), int(d.Month()), d.Day())
		if int64(got) != d.Unix() {
			t.Fatalf("Date(%v) = %d, want %d", d, got, d.Unix())
		}
		y, m, dd := got.Civil()
		if y != d.Year() || m != int(d.Month()) || dd != d.Day() {
			t.Fatalf("Civil(%v) = %d-%d-%d", d, y, m, dd)
		}
		if want := (int(d.Weekday())+6)%7 + 1; got.Weekday() != want {
			t.Fatalf("Weekday(%v) = %d, want %d", d, got.Weekday(), want)
		}
		wy, w := d.ISOWeek()
		if gy, gw := got.ISOWeek(); gy != wy || gw != w {
			t.Fatalf("ISOWeek(%v) = %d-%d, want %d-%d", d, gy, gw, wy, w)
		}
	}
}

func TestDaysInAgreesWithDate(t *testing.T) {
	for y := -401; y < 2401; y++ {
		for m := 1; m <= 12; m++ {
			if got, want := DaysIn(y, m), int((Date(y, m+1, 1)-Date(y, m, 1))/day); got != want {
				t.Fatalf("DaysIn(%d, %d) = %d, want %d", y, m, got, want)
			}
		}
	}
}

func TestEaster(t *testing.T) {
	// Easter Sundays from the tables of the Bureau des longitudes.
	for _, c := range []struct{ y, m, d int }{{1961, 4, 2}, {1999, 4, 4}, {2000, 4, 23}, {2016, 3, 27}, {2024, 3, 31}, {2025, 4, 20}, {2038, 4, 25}} {
		if got := Easter(c.y); got != Date(c.y, c.m, c.d) {
			t.Errorf("Easter(%d) = %s", c.y, got.ISODay())
		}
	}
}

func TestEDTFRoundTrip(t *testing.T) {
	for _, s := range []string{"2024-06-19", "2022-02", "199X", "19XX", "1914/1918", "2019/..", "../2019-05-01", "2024~", "2024-06?",
		"2024-06-19%", "2024-21", "2024-24", "2024-33", "2024-36", "2024-40", "2024-41", "-0049", "-0049-03-15", "0000", "Y12000",
		"2024-10-28/2024-11-02", "2022-03/2022-05", "2024-06-19T14:30:00", "1939-09~/1945-05~", "2024-06-17/2024-06-23"} {
		sp, err := ParseEDTF(s)
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		if got := sp.EDTF(); got != s {
			t.Errorf("ParseEDTF(%q).EDTF() = %q", s, got)
		}
	}
	for _, s := range []string{"", "24", "2024-13", "2024-02-30", "2024-6-1", "juin 2024", "2024/2019", "../..", "2024-06-19T25:00", "2024-99", "20240619", "2024-"} {
		if sp, err := ParseEDTF(s); err == nil {
			t.Errorf("ParseEDTF(%q) = %v, want an error", s, sp.EDTF())
		}
	}
}

func TestEDTFBeforeOurEra(t *testing.T) {
	for _, c := range []struct {
		s    Span
		want string
	}{{Of(Date(-50, 1, 1), Century), "-0100/-0001"}, {Of(Date(-50, 1, 1), Decade), "-0050/-0041"}, {Of(Date(1950, 1, 1), Century), "19XX"},
		{Of(Date(1500, 1, 1), Millennium), "1XXX"}, {Of(Date(1950, 1, 1), Decade).To(Of(Date(1975, 1, 1), Decade)), "195X/197X"}} {
		if got := c.s.EDTF(); got != c.want {
			t.Errorf("EDTF = %q, want %q", got, c.want)
		} else if back, err := ParseEDTF(got); err != nil || back.Start != c.s.Start || back.End != c.s.End {
			t.Errorf("%q came back as %v, %v", got, back, err)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2024-06-19", "199X", "1914/1918", "2019/..", "2024-06?", "2024-W25", "-0049", "2024-06-19T14:30:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseEDTF(s)
		if err != nil {
			return
		}
		b, err := ParseEDTF(a.EDTF())
		if err != nil {
			t.Fatalf("%q → %q does not parse: %v", s, a.EDTF(), err)
		}
		if a != b {
			t.Fatalf("%q → %q: %+v became %+v", s, a.EDTF(), a, b)
		}
	})
}

func TestSpanTimex(t *testing.T) {
	day := Date(2024, 6, 19)
	for _, c := range []struct {
		s    Span
		want string
	}{{Of(day, Day), "2024-06-19"}, {Of(day, Week), "2024-W25"}, {Of(day, Weekend), "2024-W25-WE"}, {Of(day, Decade), "202"},
		{Of(day, Century), "20"}, {Of(day, Season), "2024-SP"}, {Of(Date(2024, 1, 5), Season), "2023-WI"}, {Of(day, Quarter), "2024-Q2"},
		{Of(day, Half), "2024-H1"}, {PartOf(day, Evening), "2024-06-19TEV"}, {PartOf(day, Night), "2024-06-19TNI"},
		{Of(Date(-49, 1, 1), Year), "BC0050"}, {Of(day+14*hour+30*minute, Minute), "2024-06-19T14:30"}} {
		if got := c.s.Timex(); got != c.want {
			t.Errorf("Timex = %q, want %q", got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	wednesday := Of(Date(2024, 6, 19), Day)
	weekday := func(d int8) Partial { return Partial{Weekday: d, Has: HasWeekday} }
	month := func(m int8) Partial { return Partial{Month: m, Has: HasMonth} }
	date := func(m, d int8) Partial { return Partial{Month: m, Day: d, Has: HasMonth | HasDay} }
	for _, c := range []struct {
		name string
		e    Expr
		c    Context
		want string
	}{
		{"mercredi, told of the past, on a Wednesday", Expr{Where: weekday(3)}, Context{Tense: Past}, "2024-06-19"},
		{"mercredi dernier", Expr{Where: weekday(3), Pick: Last}, Context{}, "2024-06-12"},
		{"mardi, future", Expr{Where: weekday(2)}, Context{Tense: Future}, "2024-06-25"},
		{"mardi, no tense", Expr{Where: weekday(2)}, Context{}, "2024-06-18"},
		{"avril dernier", Expr{Where: month(4), Pick: Last}, Context{}, "2024-04"},
		{"juin dernier in June", Expr{Where: month(6), Pick: Last}, Context{}, "2023-06"},
		{"le 22 octobre, past", Expr{Where: date(10, 22)}, Context{Tense: Past}, "2023-10-22"},
		{"il y a trois semaines", Expr{N: -3, Unit: Week, Land: Day}, Context{}, "2024-05-29"},
		{"la semaine dernière", Expr{N: -1, Unit: Week}, Context{}, "2024-W24"},
		{"la veille", Expr{Base: Mentioned, N: -1, Unit: Day}, Context{Told: Of(Date(2000, 3, 1), Day), ToldDay: Of(Date(2000, 3, 1), Day)}, "2000-02-29"},
		{"l'année suivante", Expr{Base: Mentioned, N: 1, Unit: Year}, Context{Told: Of(Date(1998, 3, 1), Month)}, "1999"},
		{"3e mardi de mai 2023", Expr{From: &Expr{Where: Partial{Year: 2023, YearGrain: Year, Month: 5, Has: HasYear | HasMonth}}, Where: weekday(2), Nth: 3}, Context{}, "2023-05-16"},
		{"le dernier dimanche d'octobre", Expr{From: &Expr{Where: month(10)}, Where: weekday(7), Nth: -1}, Context{}, "2024-10-27"},
		{"le 15 septembre de l'an prochain", Expr{N: 1, Unit: Year, Where: date(9, 15)}, Context{}, "2025-09-15"},
		{"mardi 15 août: the year in which they agree", Expr{Where: Partial{Weekday: 2, Month: 8, Day: 15, Has: HasWeekday | HasMonth | HasDay}}, Context{}, "2023-08-15"},
		{"lundi de Pâques", Expr{Where: Partial{Easter: 1, Has: HasEaster}}, Context{Tense: Past}, "2024-04-01"},
	} {
		if c.c.Publication.IsZero() {
			c.c.Publication = wednesday
		}
		if _, got, _ := c.e.Resolve(c.c).Timex(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestCoarsePublicationStaysHonest(t *testing.T) {
	june := Context{Publication: Of(Date(2024, 6, 1), Month)}
	if v := (Expr{Where: Partial{Weekday: 3, Has: HasWeekday}}).Resolve(june); !v.Span.IsZero() {
		t.Errorf("mercredi of 2024-06 resolved to %s", v.Span.EDTF())
	}
	if v := (Expr{N: -1, Unit: Year}).Resolve(june); v.Span.EDTF() != "2023" {
		t.Errorf("l'an dernier of 2024-06 = %q", v.Span.EDTF())
	}
	if v := (Expr{Where: Partial{Month: 4, Has: HasMonth}, Pick: Last}).Resolve(june); v.Span.EDTF() != "2024-04" {
		t.Errorf("avril dernier of 2024-06 = %q", v.Span.EDTF())
	}
}

func TestDurationString(t *testing.T) {
	for want, d := range map[string]Duration{"P24Y": {N: 24, Unit: Year}, "PT24H": {N: 24, Unit: Hour}, "PXD": {Vague: true, Unit: Day},
		"PT30.4S": {N: 30.4, Unit: Second}, "P1Y2M": {N: 1, Unit: Year, More: [5]Quantity{{2, Month}}}, "P2W": {N: 2, Unit: Week},
		"P1DT6H": {N: 1, Unit: Day, More: [5]Quantity{{6, Hour}}}, "PXX": {}} {
		if got := d.String(); got != want {
			t.Errorf("%+v: got %s, want %s", d, got, want)
		}
	}
}
