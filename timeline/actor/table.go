package actor

// A table maps 64-bit hashes to small numbers from 1 on by open addressing; the zero
// hash is not a key. Two words of one hash would be taken for each other, which
// among some 2^15 words has a chance of about 2^-34.
type table struct {
	slots []slot
	used  int
	// may holds a bit for every key, by other bits of the hash: most words of a
	// text are in no table, and its 16 kB stay in the processor's cache.
	may [1 << 11]uint64
}

type slot struct {
	key uint64
	val int32
}

func newTable(size int) table {
	n := 64
	for n < 2*size {
		n *= 2
	}
	return table{slots: make([]slot, n)}
}

// get returns the number under key, 0 for none.
func (t *table) get(key uint64) int32 {
	if t.may[key>>53]>>(key>>47&63)&1 == 0 {
		return 0
	}
	mask := uint64(len(t.slots) - 1)
	for i := (key ^ key>>32) & mask; ; i = (i + 1) & mask {
		switch t.slots[i].key {
		case key:
			return t.slots[i].val
		case 0:
			return 0
		}
	}
}

// put stores val under key, which must be new.
func (t *table) put(key uint64, val int32) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots, t.used = make([]slot, 2*len(old)), 0
		for _, s := range old {
			if s.key != 0 {
				t.put(s.key, s.val)
			}
		}
	}
	mask := uint64(len(t.slots) - 1)
	i := (key ^ key>>32) & mask
	for t.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = slot{key, val}
	t.may[key>>53] |= 1 << (key >> 47 & 63)
	t.used++
}
