// Package timeline turns news articles into one timeline that a reader can
// check: every event keeps the words that say it and where they stand.
//
// The types of this file are the contract of frise's JSON and YAML: the names
// and their order are those of the files.
package timeline

// A Timeline is what build makes of a set of articles.
type Timeline struct {
	Title    string    `json:"title" yaml:"title"`
	Lang     string    `json:"lang" yaml:"lang"`
	Events   []Event   `json:"events" yaml:"events"`
	Articles []Article `json:"articles" yaml:"articles"`
}

// Pieces is a timeline that is walked and need not be held as a whole: a
// Timeline, or the Sequence of a build.
type Pieces interface {
	// Head gives the title and the language.
	Head() (title, lang string)
	// Counts gives the numbers of events and articles.
	Counts() (events, articles int)
	// EachEvent calls f with the events in their order until it fails.
	EachEvent(f func(*Event) error) error
	// EachArticle calls f with the articles in their order until it fails.
	EachArticle(f func(*Article) error) error
	// Lookup gives a function that finds an article by its ID, nil where there is none.
	Lookup() func(id string) *Article
}

// Whole gives the whole timeline of pieces.
func Whole(p Pieces) (*Timeline, error) {
	if t, ok := p.(*Timeline); ok {
		return t, nil
	}
	title, lang := p.Head()
	events, articles := p.Counts()
	t := &Timeline{Title: title, Lang: lang, Events: make([]Event, 0, events), Articles: make([]Article, 0, articles)}
	err := p.EachEvent(func(e *Event) error {
		t.Events = append(t.Events, *e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = p.EachArticle(func(a *Article) error {
		t.Articles = append(t.Articles, *a)
		return nil
	})
	return t, err
}

// Head gives the title and the language.
func (t *Timeline) Head() (title, lang string) { return t.Title, t.Lang }

// Counts gives the numbers of events and articles.
func (t *Timeline) Counts() (events, articles int) { return len(t.Events), len(t.Articles) }

// EachEvent calls f with the events in their order until it fails.
func (t *Timeline) EachEvent(f func(*Event) error) error { return each(t.Events, f) }

// EachArticle calls f with the articles in their order until it fails.
func (t *Timeline) EachArticle(f func(*Article) error) error { return each(t.Articles, f) }

func each[T any](list []T, f func(*T) error) error {
	for i := range list {
		if err := f(&list[i]); err != nil {
			return err
		}
	}
	return nil
}

// Lookup gives a function that finds an article by its ID.
func (t *Timeline) Lookup() func(id string) *Article {
	byID := make(map[string]*Article, len(t.Articles))
	for i := range t.Articles {
		byID[t.Articles[i].ID] = &t.Articles[i]
	}
	return func(id string) *Article { return byID[id] }
}

// An Event is something that happened, or is said to happen, at a date.
type Event struct {
	// ID is stable: the same event of the same sources keeps it from run to run.
	ID string `json:"id" yaml:"id"`
	// Date is EDTF (ISO 8601-2:2019, levels 0 to 2 as the Library of Congress profiles them).
	Date string `json:"date" yaml:"date"`
	// Start and End are the first and the last ISO day that Date can cover,
	// both inclusive; empty where the date is open on that side. A year
	// outside 0000–9999 carries a sign ("-0050-01-01").
	Start string `json:"start,omitempty" yaml:"start,omitempty"`
	End   string `json:"end,omitempty" yaml:"end,omitempty"`
	// Precision is the unit that was said: century, decade, year, half,
	// quarter, season, month, week, weekend, day, part-of-day or minute.
	Precision string `json:"precision" yaml:"precision"`
	// Modifier is TIMEX3's mod in lower case (start, mid, end, approx, before, after …).
	Modifier string `json:"modifier,omitempty" yaml:"modifier,omitempty"`
	// Label is the date as a person reads it, in the timeline's language.
	Label string `json:"label" yaml:"label"`
	// Title is a headline of at most 80 characters; Text the clause it stands for.
	Title string `json:"title" yaml:"title"`
	Text  string `json:"text" yaml:"text"`
	Lang  string `json:"lang" yaml:"lang"`
	// Type is one of PLOVER's sixteen event types, lower case, or empty.
	Type string `json:"type,omitempty" yaml:"type,omitempty"`
	// Status tells an event that is not said to have happened: planned,
	// denied, threatened, cancelled, possible. Empty: it happened.
	Status string `json:"status,omitempty" yaml:"status,omitempty"`
	// Actors are states (ISO 3166-1 alpha-3) and organisations ("UNO"), the
	// acting ones first. People and Places are names as the text has them.
	Actors []string `json:"actors,omitempty" yaml:"actors,omitempty,flow"`
	People []string `json:"people,omitempty" yaml:"people,omitempty,flow"`
	Places []string `json:"places,omitempty" yaml:"places,omitempty,flow"`
	// Conflicts are other EDTF dates that sources give for this same event.
	Conflicts []string `json:"conflicts,omitempty" yaml:"conflicts,omitempty,flow"`
	// Score orders the events of one timeline by weight, from 0 to 1; it
	// does not depend on the order of the articles.
	Score   float64  `json:"score" yaml:"score"`
	Sources []Source `json:"sources" yaml:"sources"`
}

// A Source is one place where an article tells an event.
type Source struct {
	Article string `json:"article" yaml:"article"` // ID of the article
	// Start and End are byte offsets into the article's text; Quote is exactly those bytes.
	Start int    `json:"start" yaml:"start"`
	End   int    `json:"end" yaml:"end"`
	Quote string `json:"quote" yaml:"quote"`
	// Expression is the temporal expression in the quote ("mercredi"), empty
	// where the event stands at its article's own date. Date is what it was
	// resolved to (EDTF), Rule the name of the rule that did.
	Expression string `json:"expression" yaml:"expression"`
	Date       string `json:"date" yaml:"date"`
	Rule       string `json:"rule" yaml:"rule"`
}

// An Article is one that was read, without its text.
type Article struct {
	ID     string `json:"id" yaml:"id"`
	Title  string `json:"title" yaml:"title"`
	URL    string `json:"url,omitempty" yaml:"url,omitempty"`
	Source string `json:"source,omitempty" yaml:"source,omitempty"`
	Lang   string `json:"lang" yaml:"lang"`
	// Date is EDTF, "?" appended where it was inferred, empty where it stayed open.
	Date  string `json:"date" yaml:"date"`
	Dated []Clue `json:"dated" yaml:"dated"`
}

// A Clue is one piece of evidence for the date of an article.
type Clue struct {
	By     string  `json:"by" yaml:"by"`                         // what kind of evidence: manifest, front matter, dateline, weekday …
	Date   string  `json:"date" yaml:"date"`                     // EDTF
	Text   string  `json:"text,omitempty" yaml:"text,omitempty"` // the words that say it
	Weight float64 `json:"weight" yaml:"weight"`                 // 0 to 1
}
