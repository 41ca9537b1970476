package timeline

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A coder turns records into bytes and back. One function per type names its
// fields once and serves both ways, so that the two cannot part: a coder that
// reads fills the fields, one that writes appends them and leaves them alone,
// since several may write what all share.
type coder struct {
	reading bool
	data    []byte            // what is written, or read
	at      int               // what of it was read: a number, since a slice that is cut is a pointer that the collector must be told of
	known   map[string]string // the few strings that stand in many records, when reading
	part    draftPart         // what of a draft is wanted, when reading
}

// put puts a record away, written by the function that codes it.
func (c *coder) put(s *spool, code func(*coder)) (place, error) {
	c.data = c.data[:0]
	c.add(code)
	return s.put(c.data)
}

// add adds a record to those that are put away together, with its length before
// it, and tells where it stands behind the first.
func (c *coder) add(code func(*coder)) (at int) {
	at = len(c.data)
	c.data = append(c.data, make([]byte, frameSize)...)
	code(c)
	binary.LittleEndian.PutUint32(c.data[at:], uint32(len(c.data)-at-frameSize))
	return at
}

// putAll puts as many records away as there are places to note, all at once: a
// spool serves one goroutine after the other.
func (c *coder) putAll(s *spool, places []place, code func(i int, c *coder)) error {
	c.data = c.data[:0]
	for i := range places {
		places[i] = place(c.add(func(c *coder) { code(i, c) }))
	}
	first, err := s.put(c.data)
	for i, at := range places {
		places[i] = first.after(int(at))
	}
	return err
}

func (c *coder) uint(v *uint64) {
	if !c.reading {
		c.data = binary.AppendUvarint(c.data, *v)
		return
	}
	if b := c.data[c.at:]; len(b) > 0 && b[0] < 0x80 { // as most are
		*v = uint64(b[0])
		c.at++
		return
	}
	x, n := binary.Uvarint(c.data[c.at:])
	*v = x
	c.at += max(n, 0)
}

func (c *coder) int64(v *int64) {
	u := uint64(*v)<<1 ^ uint64(*v>>63) // zigzag, as in protocol buffers
	c.uint(&u)
	if c.reading {
		*v = int64(u>>1) ^ -int64(u&1)
	}
}

func (c *coder) int(v *int) {
	x := int64(*v)
	c.int64(&x)
	if c.reading {
		*v = int(x)
	}
}

func (c *coder) int32(v *int32) {
	x := int64(*v)
	c.int64(&x)
	if c.reading {
		*v = int32(x)
	}
}

func (c *coder) bool(v *bool) {
	u := uint64(0)
	if *v {
		u = 1
	}
	c.uint(&u)
	if c.reading {
		*v = u == 1
	}
}

// fixed64 codes what a varint would make longer: hashes and floating point.
func (c *coder) fixed64(v *uint64) {
	if !c.reading {
		c.data = binary.LittleEndian.AppendUint64(c.data, *v)
		return
	}
	*v = binary.LittleEndian.Uint64(c.data[c.at:])
	c.at += 8
}

func (c *coder) fixed32(v *uint32) {
	if !c.reading {
		c.data = binary.LittleEndian.AppendUint32(c.data, *v)
		return
	}
	*v = binary.LittleEndian.Uint32(c.data[c.at:])
	c.at += 4
}

func (c *coder) float64(v *float64) {
	u := math.Float64bits(*v)
	c.fixed64(&u)
	if c.reading {
		*v = math.Float64frombits(u)
	}
}

func (c *coder) float32(v *float32) {
	u := math.Float32bits(*v)
	c.fixed32(&u)
	if c.reading {
		*v = math.Float32frombits(u)
	}
}

func (c *coder) string(v *string) {
	n := uint64(len(*v))
	c.uint(&n)
	if c.reading {
		*v = string(c.next(int(n)))
		return
	}
	c.data = append(c.data, *v...)
}

// next gives so many of the bytes that are left to read.
func (c *coder) next(n int) []byte {
	c.at += n
	return c.data[c.at-n : c.at]
}

// texts codes strings that only events need. When read they share one allocation.
func (c *coder) texts(list ...*string) {
	var ends [8]int
	all := 0
	for i, v := range list {
		n := len(*v)
		c.int(&n)
		all += n
		ends[i] = all
	}
	if !c.reading {
		for _, v := range list {
			c.data = append(c.data, *v...)
		}
		return
	}
	text := ""
	if c.part != forMerging {
		text = string(c.data[c.at : c.at+all])
	} else {
		clear(ends[:])
	}
	from := 0
	for i, v := range list {
		*v = text[from:ends[i]]
		from = ends[i]
	}
	c.at += all
}

// symbol codes a string that stands in many records; they share it when read.
func (c *coder) symbol(v *string) {
	if !c.reading {
		c.string(v)
		return
	}
	n := uint64(0)
	c.uint(&n)
	b := c.next(int(n))
	if len(b) == 0 {
		*v = ""
		return
	}
	s, ok := c.known[string(b)]
	if !ok {
		s = string(b)
		if c.known == nil || len(c.known) > mostKnown {
			c.known = map[string]string{}
		}
		c.known[s] = s
	}
	*v = s
}

// told codes a symbol that only events need.
func (c *coder) told(v *string) {
	if !c.reading || c.part != forMerging {
		c.symbol(v)
		return
	}
	n := uint64(0)
	c.uint(&n)
	c.at += int(n)
	*v = ""
}

// mostKnown bounds the strings that a coder keeps.
const mostKnown = 1 << 12

func (c *coder) span(v *tempo.Span) {
	start, end, grain, mod := int64(v.Start), int64(v.End), uint64(v.Grain), uint64(v.Mod)
	c.int64(&start)
	c.int64(&end)
	c.uint(&grain)
	c.uint(&mod)
	if c.reading {
		*v = tempo.Span{Start: tempo.Instant(start), End: tempo.Instant(end), Grain: tempo.Grain(grain), Mod: tempo.Mod(mod)}
	}
}

// list codes a slice with the function that codes an element. What is read
// takes the room that the slice has; an empty one that has none is nil.
func list[T any](c *coder, v *[]T, each func(*T)) {
	n := uint64(len(*v))
	c.uint(&n)
	if c.reading {
		*v = slices.Grow((*v)[:0], int(n))[:n]
	}
	for i := range *v {
		each(&(*v)[i])
	}
}
