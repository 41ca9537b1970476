package actor

import (
	"slices"
	"strings"
	"testing"
)

func TestPeople(t *testing.T) {
	l := load(t, "fr")
	names := []string{"Vladimir Poutine", "Vladimir Poutine", "Vladimir Putin", "Kim Jong Un", "Kim Jong-un", "Kim Jong-un",
		"Charles de Gaulle", "Nicolas Sarkozy", "Cécilia Sarkozy", "Vladimir Vladimirovitch Poutine"}
	want := map[string]string{
		"Poutine":          "Vladimir Poutine", // the surname of one person
		"Putin":            "Vladimir Poutine", // another spelling of it
		"vladimir poutine": "Vladimir Poutine",
		"Kim":              "Kim Jong-un", // the family name stands first; the commoner spelling
		"KIM JONG UN":      "Kim Jong-un",
		"de Gaulle":        "Charles de Gaulle",
		"Sarkozy":          "", // two people
		"Un":               "", // no family name
		"Merkel":           "", // unknown
		"":                 "",
	}
	for range 3 { // whatever the order
		p := l.NewPeople()
		for _, n := range names {
			p.AddName(n)
		}
		for name, full := range want {
			if got, ok := p.Canonical(name); got.Name != full || ok != (full != "") {
				t.Errorf("%q is %q, %v; want %q", name, got.Name, ok, full)
			}
		}
		if n := len(p.Names()); n != 5 {
			t.Errorf("%d people, want 5: %v", n, p.Names())
		}
		slices.Reverse(names)
		names = append(names[3:], names[:3]...)
	}
}

func TestKeysMeetAcrossLanguages(t *testing.T) {
	fr, en := load(t, "fr"), load(t, "en")
	for french, english := range map[string]string{
		"Vladimir Poutine":      "Vladimir Putin",
		"Mikhaïl Gorbatchev":    "Mikhail Gorbachev",
		"Volodymyr Zelensky":    "Volodymyr Zelenskyy",
		"Benyamin Netanyahou":   "Benjamin Netanyahu",
		"Mouammar Kadhafi":      "Muammar Gaddafi",
		"Bachar al-Assad":       "Bashar al-Assad",
		"Sergueï Lavrov":        "Sergei Lavrov",
		"Kim Jong-un":           "Kim Jong Un",
		"Alexandre Loukachenko": "Aleksandr Lukashenko",
		"Hosni Moubarak":        "Hosni Mubarak",
		"Oussama ben Laden":     "Osama bin Laden",
		"Mao Tsé-toung":         "Mao Zedong",
	} {
		if a, b := fr.Key(french), en.Key(english); a != b {
			t.Errorf("%q is %q, but %q is %q", french, a, english, b)
		}
	}
}

// TestHolder resolves a role description where an article names exactly one holder.
func TestHolder(t *testing.T) {
	l := load(t, "fr")
	text := "Le président russe Vladimir Poutine a reçu le dirigeant nord-coréen Kim Jong Un. " +
		"Nicolas Sarkozy, le président français, et François Hollande, président français, étaient absents."
	p := l.NewPeople()
	p.Add(l.Find(text).People)
	for _, c := range []struct{ office, of, want string }{
		{"president", "RUS", "Vladimir Poutine"},
		{"leader", "RUS", "Vladimir Poutine"}, // a president holds power
		{"leader", "PRK", "Kim Jong Un"},
		{"president", "PRK", "Kim Jong Un"}, // and who holds it may be called president
		{"president", "FRA", ""},            // two
		{"president", "USA", ""},
		{"foreign", "RUS", ""},
	} {
		if got, _ := p.Holder(c.office, c.of); got.Name != c.want {
			t.Errorf("%s of %s is %q, want %q", c.office, c.of, got.Name, c.want)
		}
	}
	f := l.FindIn("Le maître du Kremlin et Kim se sont rencontrés", p)
	var got []string
	for _, r := range f.People {
		got = append(got, r.Name+" "+r.Of)
	}
	if s := strings.Join(got, "; "); s != "Vladimir Poutine RUS; Kim Jong Un PRK" {
		t.Errorf("people %q", s)
	}
	if s := strings.Join(f.Actors(), " "); s != "RUS PRK" {
		t.Errorf("actors %q: who acts for a state brings it in", s)
	}
}

// TestSharedNames: a name that several share is what the article tells of, by the states that it names.
func TestSharedNames(t *testing.T) {
	for _, c := range []struct {
		lang, text, want string
		themes           []string
		counts           []int
	}{
		{"en", "Voters in Georgia chose a new governor.", "USA", []string{"USA"}, []int{3}},
		{"en", "Georgia closed its airspace.", "GEO", []string{"GEO", "RUS"}, []int{2, 1}},
		{"en", "Georgia closed its airspace.", "GEO", nil, nil},
		{"fr", "Le Congo a fermé sa frontière.", "COD", []string{"COD", "RWA"}, []int{4, 2}},
		{"fr", "Le Congo a fermé sa frontière.", "COG", []string{"COG"}, []int{1}},
		{"fr", "Le Congo a fermé sa frontière.", "", []string{"COG", "COD"}, []int{2, 2}},
		{"fr", "La Corée a testé un missile.", "PRK", []string{"PRK"}, []int{5}},
	} {
		l := load(t, c.lang)
		people := l.NewPeople()
		people.About(c.themes, c.counts)
		f := l.FindIn(c.text, people)
		got := ""
		for _, refs := range [...][]Ref{f.States, f.Places} {
			for _, r := range refs {
				got += r.Code
			}
		}
		if got != c.want {
			t.Errorf("%s about %v: %q, want %q", c.text, c.themes, got, c.want)
		}
	}
}

// TestNamesake: a state's name is a person's surname in an article that has the person, unless a word takes it for a place.
func TestNamesake(t *testing.T) {
	l := load(t, "en")
	people := l.NewPeople()
	people.AddName("Michael Jordan")
	if f := l.FindIn("Jordan scored forty points.", people); len(f.People) != 1 || len(f.States) != 0 {
		t.Errorf("people %v, states %v: want the player alone", f.People, f.States)
	}
	if f := l.FindIn("The team played in Jordan.", people); len(f.People) != 0 || len(f.Places) != 1 {
		t.Errorf("people %v, places %v: want the country alone", f.People, f.Places)
	}
}
