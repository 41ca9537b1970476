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
	data    []byte            // what is written, or what is left to read
	known   map[string]string // the few strings that stand in many records, when reading
	part    draftPart         // what of a draft is wanted, when reading
}

// put puts a record away, written by the function that codes it.
func (c *coder) put(s *spool, code func(*coder)) (place, error) {
	c.data = c.data[:0]
	code(c)
	return s.put(c.data)
}

func (c *coder) uint(v *uint64) {
	if !c.reading {
		c.data = binary.AppendUvarint(c.data, *v)
		return
	}
	x, n := binary.Uvarint(c.data)
	*v, c.data = x, c.data[max(n, 0):]
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
	*v, c.data = binary.LittleEndian.Uint64(c.data), c.data[8:]
}

func (c *coder) fixed32(v *uint32) {
	if !c.reading {
		c.data = binary.LittleEndian.AppendUint32(c.data, *v)
		return
	}
	*v, c.data = binary.LittleEndian.Uint32(c.data), c.data[4:]
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
		*v, c.data = string(c.data[:n]), c.data[n:]
		return
	}
	c.data = append(c.data, *v...)
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
		text = string(c.data[:all])
	} else {
		clear(ends[:])
	}
	from := 0
	for i, v := range list {
		*v = text[from:ends[i]]
		from = ends[i]
	}
	c.data = c.data[all:]
}

// symbol codes a string that stands in many records; they share it when read.
func (c *coder) symbol(v *string) {
	if !c.reading {
		c.string(v)
		return
	}
	n := uint64(0)
	c.uint(&n)
	s, ok := c.known[string(c.data[:n])]
	if !ok {
		s = string(c.data[:n])
		if c.known == nil || len(c.known) > mostKnown {
			c.known = map[string]string{}
		}
		c.known[s] = s
	}
	*v, c.data = s, c.data[n:]
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
