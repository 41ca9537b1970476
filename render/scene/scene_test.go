package scene

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

func TestDayMillis(t *testing.T) {
	for iso, want := range map[string]int64{
		"1970-01-01":   0,
		"1970-01-02":   86_400_000,
		"1969-12-31":   -86_400_000,
		"2024-06-19":   time.Date(2024, 6, 19, 0, 0, 0, 0, time.UTC).UnixMilli(),
		"2000-02-29":   time.Date(2000, 2, 29, 0, 0, 0, 0, time.UTC).UnixMilli(),
		"0000-03-01":   time.Date(0, 3, 1, 0, 0, 0, 0, time.UTC).UnixMilli(),
		"-0050-01-01":  time.Date(-50, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli(),
		"+12024-05-06": time.Date(12024, 5, 6, 0, 0, 0, 0, time.UTC).UnixMilli(),
	} {
		got, ok := DayMillis(iso)
		if !ok || got != want {
			t.Errorf("DayMillis(%q) = %d, %v; want %d", iso, got, ok, want)
		}
	}
	for _, bad := range []string{"", "2024", "2024-06", "2024-13-01", "2023-02-29", "24-01-01", "2024-1-1", "--2024-01-01", "2024-06-19T00:00", "2024-0a-01"} {
		if got, ok := DayMillis(bad); ok {
			t.Errorf("DayMillis(%q) = %d, want none", bad, got)
		}
	}
}

func TestCivilInvertsFromCivil(t *testing.T) {
	for _, y := range []int64{-4712, -500, -1, 0, 1, 4, 1582, 1900, 1970, 2000, 2024, 9999, 12024} {
		for m := 1; m <= 12; m++ {
			for _, d := range []int{1, 15, 28} {
				gy, gm, gd := Civil(FromCivil(y, m, d) + dayMillis - 1)
				if gy != y || gm != m || gd != d {
					t.Errorf("%d-%d-%d comes back as %d-%d-%d", y, m, d, gy, gm, gd)
				}
			}
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		event timeline.Event
		kind  Kind
		check func(Mark) bool
	}{
		{timeline.Event{Date: "2024-06-19", Start: "2024-06-19", End: "2024-06-19", Precision: "day"}, Point, nil},
		{timeline.Event{Date: "2024-06", Start: "2024-06-01", End: "2024-06-30", Precision: "month"}, Soft, nil},
		{timeline.Event{Date: "199X", Start: "1990-01-01", End: "1999-12-31", Precision: "decade"}, Band, nil},
		{timeline.Event{Date: "1914/1918", Start: "1914-01-01", End: "1918-12-31", Precision: "year"}, Range, nil},
		{timeline.Event{Date: "2024~", Start: "2024-01-01", End: "2024-12-31", Precision: "year"}, Soft, func(m Mark) bool { return m.Approximate }},
		{timeline.Event{Date: "2019/..", Start: "2019-01-01", Precision: "year"}, Range, func(m Mark) bool { return m.OpenEnd && m.To > FromCivil(2019, 1, 20) }},
		{timeline.Event{Date: "../2019", End: "2019-12-31", Precision: "year"}, Range, func(m Mark) bool { return m.OpenStart && m.From < FromCivil(2019, 12, 10) }},
		{timeline.Event{Date: "2025-05", Start: "2025-05-01", End: "2025-05-31", Precision: "month", Status: "planned"}, Soft, func(m Mark) bool { return m.Hollow }},
		{timeline.Event{Date: "2024-11-11", Start: "2024-11-11", End: "2024-11-11", Precision: "day", Conflicts: []string{"2024-11-04", "2024-10", "nonsense"}}, Point,
			func(m Mark) bool {
				return slices.Equal(m.Others, []Interval{{FromCivil(2024, 11, 4), FromCivil(2024, 11, 5)}, {FromCivil(2024, 10, 1), FromCivil(2024, 11, 1)}})
			}},
		{timeline.Event{Date: "2024", Start: "2024-12-31", End: "2024-01-01", Precision: "year"}, Soft, func(m Mark) bool { return m.From < m.To }},
	} {
		marks := Marks([]timeline.Event{c.event})
		if len(marks) != 1 || marks[0].Kind != c.kind || c.check != nil && !c.check(marks[0]) {
			t.Errorf("%s: %+v, want a %s", c.event.Date, marks, c.kind)
		}
	}
	if marks := Marks([]timeline.Event{{Date: "../.."}, {Start: "garbage", End: "2024"}}); len(marks) != 0 {
		t.Errorf("events without a bound are drawn: %+v", marks)
	}
}

func days(isoDays ...string) []Mark {
	var events []timeline.Event
	for _, d := range isoDays {
		events = append(events, timeline.Event{Date: d, Start: d, End: d, Precision: "day"})
	}
	return Marks(events)
}

func TestViewLeavesOutliersOut(t *testing.T) {
	var recent []string
	for m := 1; m <= 12; m++ {
		recent = append(recent, fmt.Sprintf("2023-%02d-10", m))
	}
	w := View(days(append(recent, "-0500-01-01", "1945-08-15", "1961-07-06")...))
	if w.Before != 3 || w.After != 0 {
		t.Errorf("%d before and %d after, want 3 and 0", w.Before, w.After)
	}
	if from, _, _ := Civil(w.From); from < 2022 || w.To < FromCivil(2023, 12, 11) {
		t.Errorf("the window is %d to %d", w.From, w.To)
	}
	if w.Min > FromCivil(-500, 1, 1) || w.Max < w.To {
		t.Errorf("the whole is %d to %d", w.Min, w.Max)
	}
}

func TestViewShowsAllWhereNothingIsDense(t *testing.T) {
	var even []string
	for y := 1990; y < 2020; y++ {
		even = append(even, fmt.Sprintf("%d-06-15", y))
	}
	for name, marks := range map[string][]Mark{"even": days(even...), "one": days("2024-06-19"), "two": days("2000-01-01", "2024-06-19")} {
		w := View(marks)
		if w.Before != 0 || w.After != 0 || w.From >= w.To {
			t.Errorf("%s: %+v", name, w)
		}
		for _, m := range marks {
			if m.From < w.From || m.To > w.To {
				t.Errorf("%s: %+v stands outside of %+v", name, m, w)
			}
		}
	}
	if w := View(nil); w.From >= w.To {
		t.Errorf("no events: %+v", w)
	}
}

func TestTicks(t *testing.T) {
	fr, en := words.For("fr"), words.For("en")
	for _, c := range []struct {
		from, to int64
		w        *words.Words
		want     []string
	}{
		{FromCivil(1998, 6, 1), FromCivil(2002, 6, 1), fr, []string{"1999", "2000", "2001", "2002"}},
		{FromCivil(2023, 11, 15), FromCivil(2024, 3, 15), fr, []string{"déc. 2023", "janv. 2024", "févr.", "mars"}},
		{FromCivil(-200, 1, 2), FromCivil(150, 1, 1), en, []string{"101 BC", "1 BC", "100"}},
	} {
		var got []string
		for _, tick := range Ticks(c.from, c.to, 5, c.w) {
			got = append(got, tick.Label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("ticks %v, want %v", got, c.want)
		}
	}
}

func FuzzDayMillis(f *testing.F) {
	for _, seed := range []string{"2024-06-19", "-0050-01-01", "+12024-05-06", "0000-00-00", "-", "999999-12-31"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, iso string) {
		millis, ok := DayMillis(iso)
		if !ok {
			return
		}
		y, m, d := Civil(millis)
		if again := FromCivil(y, m, d); again != millis {
			t.Errorf("%q is %d, and %d-%d-%d is %d", iso, millis, y, m, d, again)
		}
	})
}

func BenchmarkView(b *testing.B) {
	var isoDays []string
	for i := range 5000 {
		isoDays = append(isoDays, fmt.Sprintf("%04d-%02d-%02d", 1500+i%500, 1+i%12, 1+i%28))
	}
	marks := days(isoDays...)
	for b.Loop() {
		View(marks)
	}
}
