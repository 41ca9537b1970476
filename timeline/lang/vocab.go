package lang

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Class is a kind of word or number that a rule can ask for: {month}, {n}.
type Class uint8

// The classes, by their names in rules.
const (
	noClass         Class = iota
	classN                // {n}: a cardinal number, in digits or words, "quelques" included
	classOrd              // {ord}: an ordinal
	classDay              // {day}: 1 to 31, "1er", "3rd", "vingt-six"
	classYear             // {year}: 1000 to 2199, "'98", "mil neuf cent dix-huit"
	classYY               // {yy}: two digits
	classYYYY             // {yyyy}: one to four digits of a year that the rule names as one
	classDD               // {dd}: one or two digits, 1 to 31
	classMM               // {mm}: one or two digits, 1 to 12
	classHour             // {h}: 0 to 24
	classMinute           // {min}: two digits, 00 to 59
	classDecade           // {decade}: 1990, 90
	classColl             // {coll}: a collective number: dizaine, dozen
	classRoman            // {roman}: XX, XXe
	classMonth            // {month}
	classWeekday          // {weekday}
	classUnit             // {unit}
	classSeason           // {season}
	classPart             // {part}: part of the day
	classFunc             // {func}: a function word
	classNoun             // {lower}: a word in small letters that the pack does not know
	className             // {name}: a word with a capital that the pack does not know
	classAny              // {any}: any token
	classClock            // {hhmm}: four digits of a clock: 0800
	classZone             // {zone}: UTC, EST
	classOtherMonth       // {othermonth}: a month of another calendar
	classCount
)

var classNames = [classCount]string{"", "n", "ord", "day", "year", "yy", "yyyy", "dd", "mm", "h", "min", "decade", "coll", "roman",
	"month", "weekday", "unit", "season", "part", "func", "lower", "name", "any", "hhmm", "zone", "othermonth"}

func (c Class) bit() uint64 { return 1 << c }

const numericBits = 1<<classN | 1<<classOrd | 1<<classDay | 1<<classYear | 1<<classYY | 1<<classYYYY | 1<<classDD | 1<<classMM |
	1<<classHour | 1<<classMinute | 1<<classDecade | 1<<classClock

// An entry is one word of the vocabulary with all that the pack says of it.
type entry struct {
	text     string
	hash     uint32
	mask     uint64  // bits of its classes, and its own
	bit      uint64  // of the word itself, one of those that classes leave free; 0 where no rule names it
	values   []value // its value in each of its classes
	tense    cue
	capsOK   bool // found only in a word of capitals, where accents are dropped
	abbrev   bool // an abbreviation that a full stop follows
	measure  bool // what a number counts: "euros", "km"
	before   bool // a noun that a number after it names: "résolution 2231"
	func_    bool
	compound bool   // it is also written as part of a compound: "won" in "won't"
	ruled    bool   // it stands in a rule other than those of feasts, whose names take any word
	canon    uint16 // the entry that it is a form of, else itself
}

type value struct {
	class   Class
	n       int32
	vague   bool
	dotOnly bool // an abbreviation: only with its full stop ("sept.")
	weak    bool // also another word ("may", "Sun"): only where more than it is said
}

// plain tells a word that stands in rules alone, such as one of the name of a feast.
func (e *entry) plain() bool { return e.values == nil && !e.func_ && e.tense == noCue && !e.abbrev }

func (e *entry) value(c Class) (value, bool) {
	for _, v := range e.values {
		if v.class == c {
			return v, true
		}
	}
	return value{}, false
}

// A vocabulary finds the few words that mean something to the pack.
type vocabulary struct {
	entries []entry // 0 is the unknown word
	index   []uint16
	keys    []key // by entry
	mask    uint32
	punct   [128]uint16
	numbers [100]uint16
}

// A key is what the scan compares a word of the text with. All keys of a pack fit
// into the fastest cache, where its entries do not.
type key struct {
	hash   uint32
	length uint16
	canon  uint16
}

// ofCapitals is the bit of a key's length that tells a word known in capitals only.
const ofCapitals = 1 << 15

// noWords is a vocabulary with which texts are cut and no word is known.
var noWords = vocabulary{index: make([]uint16, 1)}

func newVocabulary(size int) *vocabulary { return &vocabulary{entries: make([]entry, 1, size)} }

// A wordSet is a set of entries, a bit each: a list of a pack, which is asked
// for every word around an expression.
type wordSet []uint64

func (s *wordSet) add(id uint16) {
	for int(id/64) >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[id/64] |= 1 << (id % 64)
}

func (s wordSet) has(id uint16) bool { return int(id/64) < len(s) && s[id/64]>>(id%64)&1 != 0 }

// add gives the entry of a single token, making it if needed.
func (v *vocabulary) add(token string) uint16 {
	if len(token) == 1 && class[token[0]] == other {
		if v.punct[token[0]] == 0 {
			v.punct[token[0]] = v.append(entry{text: token})
		}
		return v.punct[token[0]]
	}
	if n, ok := shortNumber(token); ok {
		if v.numbers[n] == 0 {
			v.numbers[n] = v.append(entry{text: token})
		}
		return v.numbers[n]
	}
	folded := strings.ToLower(token)
	h := hashOf(folded)
	if id := v.find(h, folded); id != 0 {
		v.entries[id].capsOK = false
		return id
	}
	id := v.append(entry{text: folded, hash: h})
	v.insert(id)
	return id
}

// shortNumber reads a number of one digit or two.
func shortNumber(token string) (n int, ok bool) {
	if len(token) > 2 {
		return 0, false
	}
	for i := range len(token) {
		if class[token[i]] != digit {
			return 0, false
		}
		n = 10*n + int(token[i]-'0')
	}
	return n, token != ""
}

func (v *vocabulary) append(e entry) uint16 {
	id := uint16(len(v.entries))
	e.canon = id
	v.entries = append(v.entries, e)
	return id
}

func (v *vocabulary) insert(id uint16) {
	if 3*len(v.entries) >= len(v.index) {
		size := max(1024, 2*len(v.index))
		v.index, v.mask = make([]uint16, size), uint32(size-1)
		for i := 1; i < len(v.entries); i++ {
			if v.entries[i].hash != 0 {
				v.place(uint16(i))
			}
		}
		return
	}
	v.place(id)
}

func (v *vocabulary) place(id uint16) {
	i := v.entries[id].hash & v.mask
	for v.index[i] != 0 {
		i = (i + 1) & v.mask
	}
	v.index[i] = id
}

func (v *vocabulary) find(h uint32, folded string) uint16 {
	if len(v.index) == 0 {
		return 0
	}
	for i := h & v.mask; v.index[i] != 0; i = (i + 1) & v.mask {
		if e := &v.entries[v.index[i]]; e.hash == h && e.text == folded {
			return v.index[i]
		}
	}
	return 0
}

// lookup finds a word of the text by the hash of its lower-cased bytes. Equal
// hashes with unequal length are told apart; a clash of 32-bit hashes of the
// same length is taken for the word, which costs one odd word in millions.
func (v *vocabulary) lookup(h uint32, length int, f Flags) uint16 {
	for i := h & v.mask; ; i = (i + 1) & v.mask {
		id := v.index[i]
		if id == 0 {
			return 0
		}
		if k := &v.keys[id]; k.hash == h && int(k.length&^ofCapitals) == length {
			if k.length&ofCapitals != 0 && f&AllCapitals == 0 {
				return 0
			}
			return k.canon
		}
	}
}

// seal makes a vocabulary that is whole ready for texts.
func (v *vocabulary) seal() {
	v.keys = make([]key, len(v.entries))
	for id := range v.entries {
		e := &v.entries[id]
		v.keys[id] = key{hash: e.hash, length: uint16(len(e.text)) &^ ofCapitals, canon: e.canon}
		if e.capsOK {
			v.keys[id].length |= ofCapitals
		}
	}
}

// addBare makes every accented word also known by its letters without accents,
// as newspapers write it in capitals ("AOUT"); a long word is known in small
// letters too ("fevrier"), a short one could be another.
func (v *vocabulary) addBare() {
	for id := 1; id < len(v.entries); id++ {
		e := &v.entries[id]
		if e.hash == 0 || e.capsOK {
			continue
		}
		bare := Unaccent(e.text)
		if bare == e.text || len(bare) < 3 || v.find(hashOf(bare), bare) != 0 {
			continue
		}
		n := v.append(entry{text: bare, hash: hashOf(bare), capsOK: len(bare) < 6})
		v.entries[n].canon = uint16(id)
		v.insert(n)
	}
}

// Unaccent drops the accents of a word: "décembre" → "decembre".
func Unaccent(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		plain = plain && s[i] < utf8.RuneSelf
	}
	if plain {
		return s
	}
	b := make([]byte, 0, len(s)+1)
	for _, r := range s {
		switch {
		case r >= 0xc0 && r < 0x100:
			b = utf8.AppendRune(b, bareLatin[r-0xc0])
		case r == 'œ':
			b = append(b, "oe"...)
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		default:
			return unaccentAny(s)
		}
	}
	return string(b)
}

// bareLatin are the letters from À to ÿ without their accents; most words need
// no more, and Unicode's tables are slow.
var bareLatin = [64]rune([]rune("AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"))

func unaccentAny(s string) string {
	b := make([]rune, 0, len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case r >= 0x300 && r < 0x370:
		case r == 'œ':
			b = append(b, 'o', 'e')
		default:
			b = append(b, r)
		}
	}
	return string(b)
}
