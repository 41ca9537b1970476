package lang

import "testing"

func TestLineMarks(t *testing.T) {
	p, err := Get("fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text                   string
		heading, entry, labels bool
	}{
		{"--2011--\n\nIl part.", true, true, false},
		{"MARS 2011 :\n\nIl part.", true, true, true},
		{"* 24 février : il part.", false, true, true},
		{"Le 2 mars, il part.", false, true, false},
		{"Il part le 2 mars : c'est la fin.", false, false, false},
		{"Il est parti\nle 2 mars.", false, true, false},
	} {
		f := NewFinder(p)
		ms := f.Find(c.text, nil)
		if len(ms) == 0 {
			t.Errorf("%q: nothing found", c.text)
			continue
		}
		if h, e, l := f.Heading(ms[0]), f.Entry(ms[0]), f.Labels(ms[0]); h != c.heading || e != c.entry || l != c.labels {
			t.Errorf("%q: heading %v, entry %v, labels %v", c.text, h, e, l)
		}
	}
}
