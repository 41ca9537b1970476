package tempo

// A Kind says what sort of thing an expression means.
type Kind uint8

// The kinds: a point or stretch of the calendar, a bare amount of time, a
// recurring time, a reference without a date.
const (
	Point Kind = iota
	Amount
	Recurring
	Reference
)

// A Base says from where an expression is reckoned.
type Base uint8

// The bases. Deictic expressions reckon from the publication date, anaphoric
// ones from the last date told; Context takes the date told nearby if there is
// one, else the publication date (clock times).
const (
	Publication Base = iota
	Mentioned
	Nearby
)

// An Expr is the meaning of an expression before any article is known. Its
// fields are read in order: from a base, move, land on a unit, narrow to a
// partial date, keep a part, open an end, soften.
//
//	mercredi dernier         Where Wednesday, Pick Last
//	il y a trois semaines    N −3, Unit Week
//	la veille                Base Mentioned, N −1, Unit Day
//	début mars               Where March, Mod Start
//	3e mardi de mai 2023     From (Where May 2023), Where Tuesday, Nth 3
type Expr struct {
	Kind Kind
	Base Base
	From *Expr // where the base is itself an expression

	N     float64 // the move; NaN-free: Vague says that the text gives no count
	Unit  Grain
	Vague bool
	Land  Grain // the unit to widen to; NoGrain keeps what the move gives
	Like  Grain // the base's own unit, if not finer than this one, instead of Land: "a year earlier" of a quarter

	Where Partial
	Pick  Pick
	Nth   int8 // which match inside the base's span, −1 the last; 0: Seek
	Count Grain

	Mod   Mod // TIMEX3's: Start, Mid, End keep a part, Approx softens
	Reach Reach

	Duration Duration // of an Amount or Recurring
	Anchored int8     // −1: the amount ends at the base ("depuis 24 ans"), +1: it begins there
	Times    int8     // how often per Duration, in a Recurring
	Every    bool     // the words say "each", "every"
	Ref      Ref
	IsTime   bool // TIMEX3 type TIME rather than DATE (a reference in the French TimeBank)
	Zone     Zone // of a clock time
}

// A Zone is the one that a text gives with a clock time. Spans stay civil: the
// zone is kept beside them and never converts them.
type Zone struct {
	Said  bool
	Hours int8 // east of UTC
}

// String writes the zone as ISO 8601 does: Z, -05, +08.
func (z Zone) String() string {
	switch {
	case !z.Said:
		return ""
	case z.Hours == 0:
		return "Z"
	case z.Hours < 0:
		return "-" + string(appendPadded(nil, int(-z.Hours), 2))
	}
	return "+" + string(appendPadded(nil, int(z.Hours), 2))
}

// A Reach tells whether the span has an end.
type Reach uint8

// The reaches: the date itself, and from the date on.
const (
	Exact Reach = iota
	OnwardFrom
)

// A Context is what an expression is resolved against. Zero spans are unknown.
type Context struct {
	Publication Span
	Told        Span // the last date told
	ToldDay     Span // the last one told to the day
	Tense       Tense
}

// A Value is a resolved expression.
type Value struct {
	Type     Type
	Span     Span // zero where the date stays open
	Partial  Partial
	Duration Duration
	Times    int8
	Every    bool
	Ref      Ref
	Mod      Mod
	Zone     Zone
}

// Timex gives TIMEX3's type, value and mod.
func (v Value) Timex() (typ, value, mod string) {
	typ, mod = v.Type.String(), v.Mod.String()
	switch {
	case v.Ref != NoRef:
		value = v.Ref.String()
	case v.Type == DurationType:
		value = v.Duration.String()
	case v.Type == SetType && !v.Partial.IsZero():
		value = v.Partial.Timex()
	case v.Type == SetType:
		value = v.Duration.String()
	case !v.Span.IsZero():
		value = v.Span.Timex()
	default:
		value = v.Partial.Timex()
	}
	if v.Type == TimeType && v.Ref == NoRef {
		value += v.Zone.String()
	}
	return typ, value, mod
}

// Resolve gives the expression its value. Where the base is coarser than the
// expression needs, both of its ends must agree, else the value stays open:
// "mercredi" of an article dated only "2024-06" is no day.
func (e Expr) Resolve(c Context) Value {
	v := Value{Mod: e.Mod, Partial: e.Where, Zone: e.Zone}
	switch e.Kind {
	case Amount:
		v.Type, v.Duration = DurationType, e.Duration
		v.Span, _ = e.anchor(c)
		return v
	case Recurring:
		v.Type, v.Duration, v.Times, v.Every = SetType, e.Duration, e.Times, e.Every
		return v
	case Reference:
		v.Ref = e.Ref
		if e.IsTime {
			v.Type = TimeType
		}
		return v
	}
	if e.isTime() {
		v.Type = TimeType
	}
	if s, ok := e.Span(c); ok {
		if s.Mod == NoMod {
			s.Mod = e.Mod
		}
		v.Span, v.Mod = s, s.Mod.Plain()
	}
	return v
}

func (e Expr) isTime() bool {
	return e.Where.Has&clockFields != 0 ||
		e.Unit != NoGrain && e.Unit < Day && e.Where.IsZero() ||
		e.From != nil && e.Where.IsZero() && e.Unit == NoGrain && e.From.isTime()
}

// Span resolves a point to its span; it fails where the date stays open.
func (e Expr) Span(c Context) (Span, bool) {
	if e.Where.Has&HasYear != 0 && e.Unit == NoGrain && e.From == nil {
		s, ok := e.Where.Seek(Date(int(e.Where.Year), 1, 1), This, NoTense)
		return e.finish(s), ok
	}
	base, ok := e.base(c)
	if !ok || e.Vague {
		return Span{}, false
	}
	s, ok := e.at(base, base.Start, c.Tense)
	if !ok {
		return Span{}, false
	}
	if last := base.End - 1; base.End-base.Start > day && !base.End.IsOpen() {
		if t, ok := e.at(base, last, c.Tense); !ok || t != s {
			return Span{}, false
		}
	}
	return e.finish(s), true
}

func (e Expr) finish(s Span) Span {
	if e.Mod != NoMod {
		s.Mod = e.Mod
	}
	if e.Reach == OnwardFrom {
		s = s.Since()
	}
	return s
}

func (e Expr) base(c Context) (Span, bool) {
	if e.From != nil {
		return e.From.Span(c)
	}
	fine := e.Unit != NoGrain && e.Unit <= Week || e.Unit == NoGrain && e.Where.Grain() <= Day && !e.Where.IsZero()
	switch {
	case e.Base == Publication:
		return c.Publication, !c.Publication.IsZero()
	case e.Unit != NoGrain && e.Unit < PartOfDay && !c.Told.IsZero() && c.Told.Grain < PartOfDay:
		return c.Told, true
	case fine && !c.ToldDay.IsZero():
		return c.ToldDay, true
	case !c.Told.IsZero() && (!fine || e.Base == Mentioned):
		return c.Told, true
	case e.Base == Nearby, c.Told.IsZero(): // at first the date told is the publication's
		return c.Publication, !c.Publication.IsZero()
	}
	return Span{}, false
}

// at reads the expression from one instant of its base.
func (e Expr) at(base Span, t Instant, tense Tense) (Span, bool) {
	if t.IsOpen() {
		return Span{}, false
	}
	s, inside := base, e.From != nil
	if e.Unit != NoGrain && e.Unit < PartOfDay && base.End-base.Start >= day {
		return e.hoursFromDay(t)
	}
	if e.Unit != NoGrain {
		land := e.Land
		if land == NoGrain {
			land = e.Unit
		}
		if e.Like != NoGrain && base.Grain >= e.Like && base.Grain < land {
			land = base.Grain
		}
		s, inside = Of(Shift(t, e.N, e.Unit), land), true
	} else if e.Land != NoGrain {
		s, inside = Of(t, e.Land), true
	}
	switch {
	case e.Nth != 0 && e.Count != NoGrain:
		return nthUnit(s, int(e.Nth), e.Count)
	case e.Nth != 0:
		return e.Where.NthIn(s, int(e.Nth))
	case e.Where.IsZero():
		return s, true
	case e.From != nil && e.Unit == NoGrain && e.Pick != ByTense: // "the Friday after Thanksgiving"
		return e.Where.Seek(t, e.Pick, tense)
	case inside && e.Where.Has&^clockFields == 0:
		return e.Where.clock(Of(s.Start, Day)), true
	case inside:
		return e.Where.In(s)
	}
	return e.Where.Seek(t, e.Pick, tense)
}

// hoursFromDay moves by hours or less from a base that is known only to the
// day: whole days move, half a day at most stays in the day, all else is open.
func (e Expr) hoursFromDay(t Instant) (Span, bool) {
	move := Instant(e.N * e.Unit.length())
	switch {
	case move%day == 0:
		return Of(t+move, Day), true
	case move >= -day/2 && move <= day/2:
		return Of(t, Day), true
	}
	return Span{}, false
}

// nthUnit gives the n-th unit that begins inside the span; −1 is the last. A
// week belongs to the month or year that holds its Thursday, as in ISO 8601.
func nthUnit(s Span, n int, g Grain) (Span, bool) {
	if s.Start.IsOpen() || s.End.IsOpen() {
		return Span{}, false
	}
	first, last := s.Start, s.End-1
	if g == Week {
		first, last = first+3*day, last-3*day
	}
	if n < 0 {
		return Of(Shift(last, float64(n+1), g), g), true
	}
	u := Of(Shift(first, float64(n-1), g), g)
	return u, u.Start < s.End
}

// anchor gives the point that an anchored amount implies: "depuis 24 ans" began
// base − 24 years.
func (e Expr) anchor(c Context) (Span, bool) {
	if e.Anchored == 0 || e.Duration.Vague || e.Duration.IsZero() {
		return Span{}, false
	}
	base, ok := e.base(c)
	if !ok || base.Start.IsOpen() || base.End.IsOpen() {
		return Span{}, false
	}
	at := func(t Instant) Span {
		return Of(e.Duration.From(t, float64(e.Anchored)), e.Duration.Unit)
	}
	s := at(base.Start)
	return s, s == at(base.End-1) || base.End-base.Start <= day
}
