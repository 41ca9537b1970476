package tempo

import "testing"

func TestZoneStandsBehindAClockTimeAlone(t *testing.T) {
	day := Of(Date(2008, 9, 17), Day)
	clock := Partial{Hour: 16, Minute: 8, Has: HasHour | HasMinute}
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Expr{Where: clock, Zone: Zone{Said: true}}, "2008-09-17T16:08Z"},
		{Expr{Where: clock, Zone: Zone{Said: true, Hours: -5}}, "2008-09-17T16:08-05"},
		{Expr{Where: clock, Zone: Zone{Said: true, Hours: 10}}, "2008-09-17T16:08+10"},
		{Expr{Where: clock}, "2008-09-17T16:08"},
		{Expr{Unit: Day, Zone: Zone{Said: true}}, "2008-09-17"},
	} {
		if _, got, _ := c.e.Resolve(Context{Publication: day}).Timex(); got != c.want {
			t.Errorf("%+v resolves to %s, want %s", c.e.Zone, got, c.want)
		}
	}
}
