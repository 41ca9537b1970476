package timeline

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// A Scratch is where a build puts what does not fit in its memory: a file that
// is written once, from its start, and then read anywhere.
type Scratch interface {
	io.Writer
	io.ReaderAt
	io.Closer
}

// A spool keeps records that are written once and read at any time. They stay
// in memory, in blocks without pointers that the garbage collector need not
// look into, until the budget that all spools of a build share is spent; what
// comes then goes to a scratch file. Several goroutines may use it at once.
type spool struct {
	budget  *atomic.Int64 // bytes of memory that are left to all spools
	scratch func() (Scratch, error)

	// Every record is read twice and more, so that a lock for it would show. What
	// is read here is never changed: a block stands in full from its beginning, and
	// another makes a list of its own.
	blocks atomic.Pointer[[][]byte]

	mu      sync.Mutex
	used    int // bytes of the last block
	file    Scratch
	written int64  // bytes of the file
	pending []byte // its end that is not yet written
}

// A place is where a record stands: in memory its block and byte, on disk the
// complement of its byte in the file.
type place int64

const (
	blockSize = 1 << 18
	writeSize = 1 << 20
	readSize  = 4 << 10 // most records are read at once
)

// frameSize is the length of a record, as it stands before it.
const frameSize = 4

// put appends framed records, as a coder lists them, and gives the place of the
// first. The others follow it as they do in the list.
func (s *spool) put(records []byte) (place, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		blocks := s.inMemory()
		if k := len(blocks); k > 0 && len(blocks[k-1])-s.used >= len(records) {
			return s.inBlock(records), nil
		}
		room := max(blockSize, len(records))
		if s.budget.Add(int64(-room)) >= 0 || s.scratch == nil {
			blocks = append(blocks, make([]byte, room))
			s.blocks.Store(&blocks)
			s.used = 0
			return s.inBlock(records), nil
		}
		s.budget.Add(int64(room))
		f, err := s.scratch()
		if err != nil {
			return 0, fmt.Errorf("no room for what does not fit in memory: %w", err)
		}
		s.file = f
	}
	at := s.written + int64(len(s.pending))
	s.pending = append(s.pending, records...)
	if len(s.pending) >= writeSize {
		if err := s.flush(); err != nil {
			return 0, err
		}
	}
	return place(^at), nil
}

// after is the place of what stands so many bytes after what stands here.
func (p place) after(n int) place {
	if p < 0 {
		return p - place(n)
	}
	return p + place(n)
}

func (s *spool) inBlock(records []byte) place {
	blocks := s.inMemory()
	k, at := len(blocks)-1, s.used
	s.used += copy(blocks[k][at:], records)
	return place(int64(k)<<32 | int64(at))
}

func (s *spool) inMemory() [][]byte {
	if blocks := s.blocks.Load(); blocks != nil {
		return *blocks
	}
	return nil
}

func (s *spool) flush() error {
	n, err := s.file.Write(s.pending)
	s.written += int64(n)
	s.pending = s.pending[:0]
	if err != nil {
		return fmt.Errorf("what does not fit in memory cannot be written: %w", err)
	}
	return nil
}

// get gives a record. It may lie in the buffer, which get grows as it needs to
// and gives back, and holds until the next call with that buffer.
func (s *spool) get(at place, buffer []byte) (record, grown []byte, err error) {
	if at >= 0 {
		b := s.inMemory()[at>>32][at&(1<<32-1):]
		return b[frameSize : frameSize+binary.LittleEndian.Uint32(b)], buffer, nil
	}
	s.mu.Lock()
	if len(s.pending) > 0 {
		err = s.flush()
	}
	s.mu.Unlock()
	if err != nil {
		return nil, buffer, err
	}
	if cap(buffer) < readSize {
		buffer = make([]byte, readSize)
	}
	buffer = buffer[:cap(buffer)]
	k, err := s.file.ReadAt(buffer, int64(^at))
	if k < frameSize {
		return nil, buffer, fmt.Errorf("what did not fit in memory cannot be read again: %w", errors.Join(err, io.ErrUnexpectedEOF))
	}
	need := frameSize + int(binary.LittleEndian.Uint32(buffer))
	if need > k {
		grown := make([]byte, need)
		copy(grown, buffer[:k])
		if _, err := s.file.ReadAt(grown[k:], int64(^at)+int64(k)); err != nil {
			return nil, buffer, fmt.Errorf("what did not fit in memory cannot be read again: %w", err)
		}
		buffer = grown
	}
	return buffer[frameSize:need], buffer, nil
}

// close lets the records go and gives their memory back to the other spools; a
// second time it does nothing.
func (s *spool) close() error {
	for _, b := range s.inMemory() {
		s.budget.Add(int64(len(b)))
	}
	s.blocks.Store(nil)
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file = nil
	return f.Close()
}
