package timeline

import (
	"slices"
	"strings"
)

// A wordTable tells what the words of a language can be to the extraction: their
// classes and the forms of verbs. It is keyed by the hash of a word in lower
// case, so that a token of a text is looked up without a copy of it. Two words of
// one hash would be taken for each other, which among 2^15 words has a chance of
// about 2^-34.
type wordTable struct {
	slots   []wordSlot // by open addressing; the zero hash is no key
	entries []word
	// may holds a bit for every key, by other bits of the hash: most words of a
	// text are in no list, and its 16 kB stay in the processor's cache. With two
	// maps of Go's, looking words up was 3.5 % of a build.
	may [1 << 11]uint64
}

type wordSlot struct {
	key uint64
	at  int32
}

// get gives what the word of a hash can be.
func (t *wordTable) get(key uint64) word {
	if t.may[key>>53]>>(key>>47&63)&1 == 0 {
		return word{}
	}
	mask := uint64(len(t.slots) - 1)
	for i := (key ^ key>>32) & mask; ; i = (i + 1) & mask {
		switch t.slots[i].key {
		case key:
			return t.entries[t.slots[i].at]
		case 0:
			return word{}
		}
	}
}

// add gives the entry of a word in lower case, new where there is none. It is
// valid until the next call.
func (t *wordTable) add(w string) *word { return t.entry(hashTerm(w)) }

// entry is add by the hash of the word.
func (t *wordTable) entry(key uint64) *word {
	if 2*len(t.entries) >= len(t.slots) {
		t.grow()
	}
	mask := uint64(len(t.slots) - 1)
	i := (key ^ key>>32) & mask
	for t.slots[i].key != 0 {
		if t.slots[i].key == key {
			return &t.entries[t.slots[i].at]
		}
		i = (i + 1) & mask
	}
	t.slots[i] = wordSlot{key, int32(len(t.entries))}
	t.may[key>>53] |= 1 << (key >> 47 & 63)
	t.entries = append(t.entries, word{})
	return &t.entries[len(t.entries)-1]
}

func (t *wordTable) grow() {
	old := t.slots
	t.slots = make([]wordSlot, max(1<<14, 2*len(old)))
	t.entries = slices.Grow(t.entries, len(t.slots)/2-len(t.entries))
	mask := uint64(len(t.slots) - 1)
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := (s.key ^ s.key>>32) & mask
		for t.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// known gives what a word in lower case can be.
func (t *wordTable) known(w string) word { return t.get(hashTerm(w)) }

// look gives what a word can be, whatever the case of its letters.
func (t *wordTable) look(w string) word {
	h, ok := lowerHash(w)
	if !ok {
		h = hashTerm(strings.ToLower(w))
	}
	return t.get(h)
}

// lowerWord is strings.ToLower of valid UTF-8, with a short way for a word that is in
// lower case, as most are.
func lowerWord(w string) string {
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= 'A' && b <= 'Z' || b >= 0xC4 || b == 0xC3 && i+1 < len(w) && w[i+1] < 0x9F { // À to Þ
			return strings.ToLower(w)
		}
	}
	return w
}

// lowerHash hashes a word in lower case, and tells whether it could: whether it
// has no letters but ASCII's and those up to U+00FF.
func lowerHash(w string) (h uint64, ok bool) {
	h = offset64
	for i := 0; i < len(w); i++ {
		b := w[i]
		switch {
		case b < 0x80:
			if b-'A' < 26 {
				b += 'a' - 'A'
			}
		case b != 0xC3 || i+1 == len(w):
			return h, false
		default: // À to ÿ, whose capitals stand in the first half but for ×
			h = (h ^ uint64(b)) * prime64
			i++
			if b = w[i]; b < 0x9F && b != 0x97 {
				b += 0x20
			}
		}
		h = (h ^ uint64(b)) * prime64
	}
	return h, true
}
