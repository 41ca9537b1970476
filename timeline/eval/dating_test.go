package eval

import (
	"bytes"
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline"
)

func TestHideDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Titre\n22 mai 2012. - Le pont a ouvert.", "Titre\nLe pont a ouvert."},
		{"Paris, le 3 juin (AFP) – Le pont a ouvert.", "Le pont a ouvert."},
		{"1er août 2012, Espagne. - Le pont a ouvert.", "Le pont a ouvert."},
		{"WASHINGTON, June 3 (Reuters) — The bridge has opened.", "The bridge has opened."},
		{"Titre\nOctober 04, 2005\nThe bridge opened.", "Titre\nThe bridge opened."},
		{"Titre\nMarch 01 , 2008\nThe bridge opened.", "Titre\nThe bridge opened."},
		{"Publié le mercredi 3 juin 2015 à 10h20\nLe pont a ouvert.", "Le pont a ouvert."},
		{"Mis à jour le 03/06/2015 à 10:20\nLe pont a ouvert.", "Le pont a ouvert."},
		{"date 2024-06\nLe pont a ouvert.", "Le pont a ouvert."},
		// What the text means stays.
		{"Le 3 juin 2015, le pont a ouvert.", "Le 3 juin 2015, le pont a ouvert."},
		{"Météo du 19 août 2012 : il fait chaud", "Météo du 19 août 2012 : il fait chaud"},
		{"Après 2002, le pont - celui de 1950 - a fermé.", "Après 2002, le pont - celui de 1950 - a fermé."},
		{"Le pont\n- ouvert le 3 mai\n- fermé le 4 mai", "Le pont\n- ouvert le 3 mai\n- fermé le 4 mai"},
		{"", ""},
	} {
		if got := HideDate(c.in); got != c.want {
			t.Errorf("HideDate(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDateArticles(t *testing.T) {
	documents := []Document{
		{ID: "right", DCT: "2012-05-22", Text: "22 mai 2012. - Un."},
		{ID: "month", DCT: "2012-05-22", Text: "Deux."},
		{ID: "open", DCT: "2012-05-22", Text: "Trois."},
		{ID: "wrong", DCT: "2012-05-22", Text: "Quatre."},
		{ID: "undated", Text: "Cinq."},
		{ID: "shown", DCT: "2012-05-22", Text: "22 mai 2012. - Six."},
	}
	r, err := DateArticles(documents, func(i int) bool { return i != 5 }, func(given []Document) []Prediction {
		if given[0].DCT != "" || given[0].Text != "Un." {
			t.Errorf("the first article is not hidden: %+v", given[0])
		}
		if given[5].DCT == "" || given[5].Text != documents[5].Text {
			t.Errorf("the last article should be shown: %+v", given[5])
		}
		return []Prediction{{"2012-05-22?", 0.9}, {"2012-05?", 0.6}, {"", 0}, {"2012-06-01", 0.8}, {"2011", 0.5}, {"2012-05-22", 1}}
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 4 || r.Day != 1 || r.Month != 2 || r.Year != 3 || r.Open != 1 || r.Wrong != 1 || r.Sure != 2 || r.SureWrong != 1 {
		t.Errorf("report %+v", r)
	}
	// Errors: 0; 22 May from the middle of May (16 May) 6; 1 June 10. The median is 6.
	about(t, "median", r.MedianError, 6)
	if len(r.Misses) != 1 || r.Misses[0].Doc != "wrong" {
		t.Errorf("misses %+v", r.Misses)
	}
	var b bytes.Buffer
	if err := WriteDatings(&b, []NamedDating{{"fr", r}}); err != nil || !strings.Contains(b.String(), "25.0") {
		t.Errorf("table (%v):\n%s", err, b.String())
	}
	if _, err := DateArticles(documents, nil, func([]Document) []Prediction { return nil }); err == nil {
		t.Error("too few answers are no error")
	}
}

func TestDateExtent(t *testing.T) {
	for _, c := range []struct{ in, from, to string }{
		{"2012-05-22?", "2012-05-22", "2012-05-23"},
		{"2012-05~", "2012-05-01", "2012-06-01"},
		{"199X", "1990-01-01", "2000-01-01"},
		{"19XX", "1900-01-01", "2000-01-01"},
		{"1914/1918", "1914-01-01", "1919-01-01"},
		{"2019/..", "2019-01-01", "2020-01-01"},
		{"[2022-08-15,2016-08-15]", "2016-08-15", "2022-08-16"},
		{"2012-22", "2012-06-01", "2012-09-01"},
		{"2012-W01", "2012-01-02", "2012-01-09"},
		{"2012-W52-WE", "2012-12-29", "2012-12-31"},
		{"2009-W53-7", "2010-01-03", "2010-01-04"},
		{"2012-H2", "2012-07-01", "2013-01-01"},
	} {
		e, ok := dateExtent(c.in)
		from, to := e.start().Format("2006-01-02"), extent{from: e.to}.start().Format("2006-01-02")
		if !ok || from != c.from || to != c.to {
			t.Errorf("%s covers %s to %s (%v), want %s to %s", c.in, from, to, ok, c.from, c.to)
		}
	}
	for _, in := range []string{"", "?", "../..", "XXXX", "2012-13", "2012-00-03", "P3D", "PRESENT_REF", "2012/x", "[[2012]]"} {
		if e, ok := dateExtent(in); ok {
			t.Errorf("%q covers %+v", in, e)
		}
	}
}

func TestSelectDates(t *testing.T) {
	line := `{"topic":"pont","lang":"fr","articles":[{"id":"1","date":"2012-05-03","text":"a"},{"id":"2","date":"2012-05-04","text":"b"},{"id":"3","date":"2012-05-04","text":"c"},{"id":"4","date":"2012-05-09","text":"d"}],
"timelines":[{"source":"r","items":[{"date":"2012-05-03","text":["x"]},{"date":"2012-05-08","text":["y"]},{"date":"2012-05-08","text":["z"]}]}]}`
	crises, err := ReadCrises(strings.NewReader(strings.ReplaceAll(line, "\n", "")), "c.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	got, err := SelectDates(crises, func(c Crisis, n int) (timeline.Timeline, error) {
		if n != 2 || len(c.Documents) != 4 {
			t.Errorf("asked for %d events of %d articles", n, len(c.Documents))
		}
		return timeline.Timeline{Events: []timeline.Event{
			{Date: "2012-05-08?", Start: "2012-05-08", Precision: "day"},
			{Date: "2012-05-08T14:00", Start: "2012-05-08", Precision: "minute"},
			{Date: "2012-05", Start: "2012-05-01", Precision: "month"},
		}}, nil
	})
	if err != nil || len(got) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	s := got[0]
	about(t, "P", s.Ours.P, 0.5) // 8 May right, the month not
	about(t, "R", s.Ours.R, 0.5)
	// The baseline takes 4 May (two articles) and, of the days with one, the earlier: 3 May.
	about(t, "baseline", s.Baseline.F1, 0.5)
	if strings.Join(s.Missed, " ") != "2012-05-03" || strings.Join(s.Extra, " ") != "2012-05" {
		t.Errorf("missed %v, extra %v", s.Missed, s.Extra)
	}
	var b bytes.Buffer
	if err := WriteSelections(&b, got); err != nil || !strings.Contains(b.String(), "1.00") {
		t.Errorf("table (%v):\n%s", err, b.String())
	}
	if _, err := ReadCrises(strings.NewReader(`{"timelines":[{"source":"r","items":[{"date":"hier"}]}]}`), "c"); err == nil {
		t.Error("a reference date that is none is no error")
	}
}

func TestDevelopmentCrisesRead(t *testing.T) {
	crises, err := ReadCrises(shared(t, "fr_crisis.dev.jsonl"), "fr_crisis.dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	got, err := SelectDates(crises, func(Crisis, int) (timeline.Timeline, error) { return timeline.Timeline{}, nil })
	if err != nil || len(got) != 2 {
		t.Fatalf("%d selections, %v", len(got), err)
	}
	for _, s := range got {
		if s.Ours.F1 != 0 || s.Baseline.F1 <= 0 {
			t.Errorf("%s: an empty timeline scores %v, the baseline %v", s.Topic, s.Ours.F1, s.Baseline.F1)
		}
	}
}

func FuzzHideDate(f *testing.F) {
	f.Add("22 mai 2012. - Le pont\ndate 2024-06\n")
	f.Fuzz(func(t *testing.T, text string) {
		if got := HideDate(text); len(got) > len(text) {
			t.Fatalf("%q grew to %q", text, got)
		}
	})
}

func FuzzDateExtent(f *testing.F) {
	for _, v := range []string{"2012-05-22?", "[2012..2014]", "1914/1918", "BC0480", "2012-W07-WE", "2012-02-12T4:30", "P1Y2MT3H"} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v string) {
		for _, read := range []func(string) (extent, bool){dateExtent, parseExtent} {
			if e, ok := read(v); ok && e.from >= e.to {
				t.Fatalf("%q covers nothing: %+v", v, e)
			}
		}
		parsePeriod(v)
		if n := NormalValue(v); NormalValue(n) != n {
			t.Fatalf("%q becomes %q becomes %q", v, n, NormalValue(n))
		}
	})
}

func BenchmarkHideDate(b *testing.B) {
	text := "Titre\n22 mai 2012. - Le pont a ouvert.\n" + strings.Repeat("Le maire a parlé devant la foule, et le pont a fermé.\n", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		HideDate(text)
	}
}
