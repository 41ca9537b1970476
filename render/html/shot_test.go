package html

import (
	"github.com/frise-timeline/frise/render/svg"
	"os"
	"path/filepath"
	"testing"
)

func TestShot(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip()
	}
	w := func(name string, f func(*os.File) error) {
		o, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer o.Close()
		if err := f(o); err != nil {
			t.Fatal(err)
		}
	}
	w("sample.html", func(o *os.File) error { return Write(o, sample(), Options{}) })
	w("actor.html", func(o *os.File) error { return Write(o, sample(), Options{By: "actor"}) })
	w("type.html", func(o *os.File) error { return Write(o, sample(), Options{By: "type"}) })
	w("none.html", func(o *os.File) error { return Write(o, sample(), Options{Assets: "none"}) })
	w("cdn.html", func(o *os.File) error { return Write(o, sample(), Options{Assets: "cdn"}) })
	w("fragment.html", func(o *os.File) error { return Write(o, sample(), Options{Mode: "fragment"}) })
	w("embed.html", func(o *os.File) error { return Write(o, sample(), Options{Mode: "embed", Src: "sample.html"}) })
	w("sample.svg", func(o *os.File) error { return svg.Write(o, sample(), svg.Options{}) })
	w("big.html", func(o *os.File) error { return Write(o, many(5000, -500, 2030), Options{}) })
	w("many.html", func(o *os.File) error { return Write(o, many(500, 1990, 2024), Options{}) })
	one := sample()
	one.Events = one.Events[13:14]
	w("one.html", func(o *os.File) error { return Write(o, one, Options{}) })
	one.Events = nil
	w("zero.html", func(o *os.File) error { return Write(o, one, Options{}) })
}
