package actor

// A table tells what is known under the 64-bit hash of a word or phrase, by open addressing; the
// zero hash is not a key. Two words of one hash would be taken for each other, which
// among some 2^15 words has a chance of about 2^-34.
type table struct {
	slots []slot
	used  int
	// may holds a bit for every key, by other bits of the hash: most words of a
	// text are in no table, and its 16 kB stay in the processor's cache.
	may [1 << 11]uint64
}

// A slot has the numbers under its key of what names begin with and of a form, from 1 on, 0 for none.
type slot struct {
	key        uint64
	node, form int32
}

// newTable makes a table for so many keys.
func newTable(size int) table {
	n := 64
	for n < size+size/2 {
		n *= 2
	}
	return table{slots: make([]slot, n)}
}

// get returns the numbers under key, 0 for none.
func (t *table) get(key uint64) (node, form int32) {
	if t.may[key>>53]>>(key>>47&63)&1 == 0 {
		return 0, 0
	}
	mask := uint64(len(t.slots) - 1)
	for i := (key ^ key>>32) & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == key || s.key == 0 {
			return s.node, s.form
		}
	}
}

// at gives the slot of key, made where it is new. The pointer holds until the next call.
func (t *table) at(key uint64) *slot {
	if 3*t.used >= 2*len(t.slots) {
		old := t.slots
		t.slots, t.used = make([]slot, 2*len(old)), 0
		for _, s := range old {
			if s.key != 0 {
				*t.at(s.key) = s
			}
		}
	}
	mask := uint64(len(t.slots) - 1)
	i := (key ^ key>>32) & mask
	for t.slots[i].key != key {
		if t.slots[i].key == 0 {
			t.slots[i].key = key
			t.may[key>>53] |= 1 << (key >> 47 & 63)
			t.used++
			break
		}
		i = (i + 1) & mask
	}
	return &t.slots[i]
}
