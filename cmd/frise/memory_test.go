package main

import "testing"

func TestSize(t *testing.T) {
	for _, c := range []struct {
		text string
		want int64
	}{
		{"1GiB", 1 << 30}, {"500MB", 500_000_000}, {"2g", 2 << 30}, {"1,5 GiB", 3 << 29}, {"134217728", 1 << 27}, {"64MiB", 64 << 20},
		{"", 0}, {"little", 0}, {"-1GB", 0}, {"1MB", 0}, {"9e99GB", 0}, {"NaN", 0}, {"1XB", 0},
	} {
		var s size
		if err := s.Set(c.text); (err == nil) != (c.want != 0) || int64(s) != c.want {
			t.Errorf("%q is %d bytes, %v; want %d", c.text, int64(s), err, c.want)
		}
	}
	for _, c := range []struct {
		bytes int64
		want  string
	}{{1 << 30, "1GiB"}, {3 << 29, "1536MiB"}, {500_000_000, "500000000B"}} {
		s := size(c.bytes)
		if got := s.String(); got != c.want {
			t.Errorf("%d bytes are written %s, want %s", c.bytes, got, c.want)
		}
	}
}
