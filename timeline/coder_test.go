package timeline

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"sync/atomic"
	"testing"
	"testing/quick"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// filled sets every field of a struct, so that a field that a coder forgets
// shows.
func filled(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			filled(r, reflect.NewAt(v.Field(i).Type(), v.Field(i).Addr().UnsafePointer()).Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.Intn(3), 4))
		for i := range v.Len() {
			filled(r, v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			filled(r, v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 3 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			filled(r, key)
			filled(r, value)
			v.SetMapIndex(key, value)
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString(string(rune('a' + r.Intn(26))))
	default:
		x, _ := quick.Value(v.Type(), r)
		if x.IsZero() {
			x = reflect.ValueOf(1).Convert(v.Type())
		}
		v.Set(x)
	}
}

// comesBack checks that what one function writes the other reads, to the last byte.
func comesBack(t *testing.T, in any, write func(*coder), out any, read func(*coder)) {
	t.Helper()
	var w coder
	write(&w)
	back := coder{reading: true, data: w.data}
	read(&back)
	if !reflect.DeepEqual(in, out) || back.at != len(back.data) {
		t.Fatalf("%+v\nbecame\n%+v\n%d bytes left", in, out, len(back.data)-back.at)
	}
}

func TestDraftsAreCodedWhole(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		var in, out draft
		filled(r, reflect.ValueOf(&in).Elem())
		comesBack(t, &in, in.code, &out, out.code)
	}
}

// TestGistsAreCodedWhole leaves out what an article is about, which is put away
// once an article, and what follows from the span.
func TestGistsAreCodedWhole(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		var in, out gist
		filled(r, reflect.ValueOf(&in).Elem())
		in.lang &= 0x3f
		in.span = tempo.Of(tempo.Date(2000+r.Intn(30), 1+r.Intn(12), 1), tempo.Month)
		in.about, in.votes, in.when = nil, nil, whenOf(in.span)
		in.published = true
		for _, v := range []vector{in.matter, in.names, in.context} {
			for i := range v {
				v[i].id = int32(10*i) + r.Int31n(10) // in rising order, as unit leaves them
			}
		}
		comesBack(t, &in, in.code, &out, out.code)
	}
}

// FuzzCoder checks that any integer and string comes back.
func FuzzCoder(f *testing.F) {
	f.Add(int64(-1), "été", 0.5)
	f.Add(int64(1)<<62, "", 0.0)
	f.Fuzz(func(t *testing.T, n int64, s string, x float64) {
		var w coder
		w.int64(&n)
		w.string(&s)
		w.symbol(&s)
		w.float64(&x)
		back := coder{reading: true, data: w.data}
		var n2 int64
		var s2, s3 string
		var x2 float64
		back.int64(&n2)
		back.string(&s2)
		back.symbol(&s3)
		back.float64(&x2)
		if n2 != n || s2 != s || s3 != s || x2 != x && x == x || back.at != len(back.data) {
			t.Fatalf("%d %q %v became %d %q %q %v", n, s, x, n2, s2, s3, x2)
		}
	})
}

// scratchIn opens scratch files in a folder.
func scratchIn(dir string) func() (Scratch, error) {
	return func() (Scratch, error) { return os.CreateTemp(dir, "frise") }
}

// framed is a record as a coder lists it.
func framed(record []byte) []byte {
	var c coder
	c.add(func(c *coder) { c.data = append(c.data, record...) })
	return c.data
}

func TestSpool(t *testing.T) {
	dir := t.TempDir()
	r := rand.New(rand.NewSource(1))
	var records [][]byte
	for i := range 3000 {
		size := r.Intn(400)
		if i%100 == 0 {
			size = blockSize + r.Intn(3*blockSize) // larger than a block, and than what is read at once
		}
		record := make([]byte, size)
		r.Read(record)
		records = append(records, record)
	}
	for _, memory := range []int64{0, 1 << 20, 1 << 30} {
		var budget atomic.Int64
		budget.Store(memory)
		s := &spool{budget: &budget, scratch: scratchIn(dir)}
		places := make([]place, len(records))
		for i, record := range records {
			var err error
			if places[i], err = s.put(framed(record)); err != nil {
				t.Fatal(err)
			}
			if k := r.Intn(i + 1); i%7 == 0 { // reading while writing
				got, _, err := s.get(places[k], nil)
				if err != nil || !bytes.Equal(got, records[k]) {
					t.Fatalf("memory %d: record %d of %d came back otherwise: %v", memory, k, i, err)
				}
			}
		}
		var buffer []byte
		for _, k := range r.Perm(len(records)) {
			var got []byte
			var err error
			if got, buffer, err = s.get(places[k], buffer); err != nil || !bytes.Equal(got, records[k]) {
				t.Fatalf("memory %d: record %d came back otherwise: %v", memory, k, err)
			}
		}
		var out coder
		together := make([]place, 50)
		if err := out.putAll(s, together, func(i int, c *coder) { c.data = append(c.data, records[i]...) }); err != nil {
			t.Fatal(err)
		}
		for i, at := range together {
			if got, _, err := s.get(at, nil); err != nil || !bytes.Equal(got, records[i]) {
				t.Fatalf("memory %d: record %d of those put together came back otherwise: %v", memory, i, err)
			}
		}
		if spilled := s.file != nil; spilled != (memory < 1<<30) {
			t.Errorf("memory %d: on disk %v", memory, spilled)
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
}

type fullDisk struct{ Scratch }

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }
func (fullDisk) Close() error              { return nil }

func TestSpoolTellsAFullDisk(t *testing.T) {
	var budget atomic.Int64
	s := &spool{budget: &budget, scratch: func() (Scratch, error) { return fullDisk{}, nil }}
	var err error
	for i := 0; i < 10 && err == nil; i++ {
		_, err = s.put(framed(make([]byte, writeSize/2)))
	}
	if err == nil {
		t.Error("a full disk goes unnoticed")
	}
	s = &spool{budget: &budget, scratch: func() (Scratch, error) { return os.Create(filepath.Join(t.TempDir(), "no", "such", "folder")) }}
	if _, err := s.put(framed([]byte("x"))); err == nil {
		t.Error("a missing folder goes unnoticed")
	}
}
