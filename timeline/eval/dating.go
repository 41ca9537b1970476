package eval

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// A Prediction is the date that was found for an article: EDTF, empty where it
// stayed open, with a confidence from 0 to 1.
type Prediction struct {
	Date       string
	Confidence float64
}

// A DatingMiss is an article whose predicted date does not hold its true day.
type DatingMiss struct {
	Doc        string  `json:"doc"`
	Truth      string  `json:"truth"`
	Predicted  string  `json:"predicted"`
	Confidence float64 `json:"confidence"`
}

// Dating says how well articles were dated whose date was hidden.
type Dating struct {
	Articles int `json:"articles"` // hidden, and with a known day
	Day      int `json:"day"`      // a day was predicted, and it is the true one
	Month    int `json:"month"`    // a month or finer, and the month is the true one
	Year     int `json:"year"`     // a year or finer, and the year is the true one
	Open     int `json:"open"`     // nothing was predicted
	Wrong    int `json:"wrong"`    // what was predicted does not hold the true day
	// MedianError is in days, over the articles that are not open: from the
	// true day to the middle of what was predicted, so that a coarse answer
	// costs what it leaves open.
	MedianError float64 `json:"medianError"`
	// Sure counts predictions with a confidence of 0.8 or more, SureWrong the wrong among them.
	Sure      int          `json:"sure"`
	SureWrong int          `json:"sureWrong"`
	Misses    []DatingMiss `json:"misses"`
}

// DateArticles hides the date of every document for which hidden says so (nil:
// of all), hands all documents to date at once, since articles help to date
// each other, and compares its answers, one a document in the same order. A
// document without a day of its own is handed over but not counted.
func DateArticles(documents []Document, hidden func(i int) bool, date func([]Document) []Prediction) (Dating, error) {
	given := make([]Document, len(documents))
	for i, d := range documents {
		given[i] = d
		given[i].Gold = nil
		if hidden == nil || hidden(i) {
			given[i].DCT, given[i].Text = "", HideDate(d.Text)
		}
	}
	answers := date(given)
	if len(answers) != len(documents) {
		return Dating{}, fmt.Errorf("%d dates for %d articles; one is expected for each", len(answers), len(documents))
	}
	var r Dating
	var errors []float64
	for i, d := range documents {
		truth, ok := dateExtent(d.DCT)
		if !ok || truth.grain > day || hidden != nil && !hidden(i) {
			continue
		}
		if days, dated := r.count(d, truth, answers[i]); dated {
			errors = append(errors, days)
		}
	}
	r.MedianError = median(errors)
	return r, nil
}

// count adds one answer and returns its distance from the truth in days.
func (r *Dating) count(d Document, truth extent, p Prediction) (days float64, dated bool) {
	r.Articles++
	e, ok := dateExtent(p.Date)
	if !ok {
		r.Open++
		return 0, false
	}
	t, first, last := truth.start(), e.start(), extent{from: e.to - 1}.start()
	sameYear := first.Year() == t.Year() && last.Year() == t.Year()
	sameMonth := sameYear && first.Month() == t.Month() && last.Month() == t.Month()
	sameDay := sameMonth && first.Day() == t.Day() && last.Day() == t.Day()
	r.Year += one(sameYear)
	r.Month += one(sameMonth)
	r.Day += one(sameDay)
	wrong := !e.holds(truth.from)
	if e.grain < day { // a clock time within the day is no mistake
		wrong = !sameDay
	}
	r.Wrong += one(wrong)
	if p.Confidence >= 0.8 {
		r.Sure++
		r.SureWrong += one(wrong)
	}
	if wrong {
		r.Misses = append(r.Misses, DatingMiss{d.ID, d.DCT, p.Date, p.Confidence})
	}
	middle := float64(e.from) + float64(max(0, e.length()-86400))/2
	if sameDay {
		middle = float64(truth.from)
	}
	return math.Abs(middle-float64(truth.from)) / 86400, true
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	if n := len(x); n%2 == 0 {
		return (x[n/2-1] + x[n/2]) / 2
	}
	return x[len(x)/2]
}

// NamedDating is a dating report with the name it goes by in a table.
type NamedDating struct {
	Name string `json:"name"`
	Dating
}

// WriteDatings prints one line a report, in percent of the hidden articles.
func WriteDatings(w io.Writer, reports []NamedDating) error {
	var t table
	t.line("articles without their date", "n", "day", "month", "year", "open", "wrong", "sure", "sure & wrong", "median days")
	t.rule()
	for _, r := range reports {
		of := func(n int) string { return percent(share(n, r.Articles)) }
		t.line(clip(r.Name, 40), fmt.Sprint(r.Articles), of(r.Day), of(r.Month), of(r.Year), of(r.Open), of(r.Wrong),
			of(r.Sure), of(r.SureWrong), fmt.Sprintf("%.1f", r.MedianError))
	}
	return t.write(w)
}
