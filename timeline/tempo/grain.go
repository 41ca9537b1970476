package tempo

// A Grain is the unit that was said: "mars 2022" is a month, "du 1er au 31
// mars 2022" covers the same days and is a day.
type Grain uint8

// The grains, from the finest to the coarsest.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	PartOfDay
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Millennium
)

var grainNames = [...]string{"", "second", "minute", "hour", "part-of-day", "day", "weekend", "week",
	"month", "season", "quarter", "half", "year", "decade", "century", "millennium"}

// String gives the grain's name as frise's files write it ("part-of-day").
func (g Grain) String() string {
	if int(g) < len(grainNames) {
		return grainNames[g]
	}
	return ""
}

// ParseGrain is the inverse of String.
func ParseGrain(s string) (Grain, bool) {
	for i, name := range grainNames {
		if name == s && i > 0 {
			return Grain(i), true
		}
	}
	return NoGrain, false
}

// length is the nominal length of the grain in seconds, for comparing and for
// judging the distance of a move.
func (g Grain) length() float64 {
	const d = float64(day)
	return [...]float64{0, 1, 60, 3600, d / 4, d, 2 * d, 7 * d, 30.44 * d, 91.3 * d, 91.3 * d, 182.6 * d,
		365.2425 * d, 3652.425 * d, 36524.25 * d, 365242.5 * d}[g]
}

// A Mod softens a span: TIMEX3's MOD attribute, with the flag Inferred for
// EDTF's "?".
type Mod uint8

// The modifiers of TIMEX3 (ISO-TimeML); Inferred is a flag to be or-ed in.
const (
	NoMod Mod = iota
	Start
	Mid
	End
	Approx
	Before
	After
	OnOrBefore
	OnOrAfter
	LessThan
	MoreThan
	EqualOrLess
	EqualOrMore
	Inferred Mod = 1 << 7
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE",
	"ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}

// Plain gives the modifier without the flag Inferred.
func (m Mod) Plain() Mod { return m &^ Inferred }

// String gives TIMEX3's name of the modifier, in capitals.
func (m Mod) String() string {
	if int(m.Plain()) < len(modNames) {
		return modNames[m.Plain()]
	}
	return ""
}

// ParseMod is the inverse of String.
func ParseMod(s string) (Mod, bool) {
	for i, name := range modNames {
		if name == s {
			return Mod(i), true
		}
	}
	return NoMod, false
}
