package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// A size is a number of bytes as a person gives it: 500MB, 2G, 1GiB.
type size int64

var sizeUnits = []struct {
	suffix string
	bytes  float64
}{{"KIB", 1 << 10}, {"MIB", 1 << 20}, {"GIB", 1 << 30}, {"TIB", 1 << 40}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12},
	{"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}, {"T", 1 << 40}, {"B", 1}, {"", 1}}

// Set reads a size.
func (s *size) Set(text string) error {
	upper := strings.ToUpper(strings.ReplaceAll(text, " ", ""))
	for _, u := range sizeUnits {
		number, ok := strings.CutSuffix(upper, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
		if err != nil || !(n*u.bytes >= leastMemory && n*u.bytes < 1<<50) {
			break
		}
		*s = size(n * u.bytes)
		return nil
	}
	return fmt.Errorf("it is a number of bytes from 64MiB up, such as 500MB or 2GiB")
}

const leastMemory = 64 << 20

// String writes a size in the largest unit that divides it.
func (s *size) String() string {
	for i := 3; i >= 0; i-- {
		u := sizeUnits[i]
		if n := float64(*s) / u.bytes; n >= 1 && n == float64(int64(n)) {
			return fmt.Sprintf("%d%s", int64(n), strings.Replace(u.suffix, "IB", "iB", 1))
		}
	}
	return fmt.Sprintf("%dB", int64(*s))
}

// Type names the kind of value in the help text.
func (s *size) Type() string { return "size" }

// limitMemory has the collector work harder as the heap comes near a number of
// bytes, less what the program itself takes, and what a heap may pass its limit
// by while a collection runs. GOMEMLIMIT overrules it.
func limitMemory(bytes int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes - min(bytes/8, 96<<20))
	}
}

// scratch opens a temporary file that no name leads to: it is gone when the
// process ends, however it ends. Where a name cannot be taken away from an open
// file, Close does it.
func scratch() (timeline.Scratch, error) {
	f, err := os.CreateTemp("", "frise-")
	if err != nil {
		return nil, err
	}
	if os.Remove(f.Name()) == nil {
		return f, nil
	}
	return namedScratch{f}, nil
}

type namedScratch struct{ *os.File }

func (f namedScratch) Close() error {
	err := f.File.Close()
	if e := os.Remove(f.Name()); err == nil {
		err = e
	}
	return err
}
