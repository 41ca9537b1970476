package actor

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// A findCase is one line of the specification: a clause and what is to be found in it.
// "RUS>" is a source, "RUS<" a target; "" stands for nothing of that kind.
type findCase struct {
	lang, text string
	actors     string // states and organisations, in text order
	places     string // "Kiev=UKR"
	people     string // keys; a holder is "(president RUS)"
	act        string // "type", "type status"; a "-" before it for a noun
}

var findCases = []findCase{
	// States by name, demonym, capital and seat.
	{"fr", "La Russie a signé un traité avec la Corée du Nord", "RUS> PRK<", "", "", "agree"},
	{"fr", "Moscou a annoncé le retrait de ses troupes", "RUS>", "", "", "-retreat"},
	{"fr", "Le Kremlin a démenti", "RUS>", "", "", "reject"},
	{"fr", "Pyongyang a tiré un missile balistique", "PRK>", "", "", "mobilize"},
	{"fr", "L’armée ukrainienne a repris Kherson", "UKR>", "Kherson=UKR", "", "assault"},
	{"fr", "les Nord-Coréennes et les Sud-Coréens", "PRK KOR", "", "", ""},
	{"fr", "l'URSS envahit la Tchécoslovaquie", "SUN> CSK<", "", "", "assault"},
	{"fr", "ETATS-UNIS", "USA", "", "", ""},
	{"fr", "la République démocratique du Congo et le Congo-Brazzaville", "COD COG", "", "", ""},
	{"fr", "le Congo", "", "", "", ""},
	{"fr", "À Kinshasa, l'armée congolaise", "COD", "Kinshasa=COD", "", ""},
	{"fr", "la Guinée-Bissau, la Guinée équatoriale et la Guinée", "GNB GNQ GIN", "", "", ""},
	{"fr", "le Niger et le Nigeria", "NER NGA", "", "", ""},
	{"fr", "un Nigérien et un Nigérian", "NER NGA", "", "", ""},
	{"fr", "le Soudan du Sud et le Soudan", "SSD SDN", "", "", ""},
	{"en", "Russia signed a treaty with North Korea", "RUS> PRK<", "", "", "agree"},
	{"en", "U.S. forces attacked Iraq", "USA> IRQ<", "", "", "assault"},
	{"en", "let us go", "", "", "", ""},
	{"en", "The Kremlin denied the claim", "RUS>", "", "", "reject"},
	{"en", "Downing Street condemned the attack", "GBR>", "", "", "accuse"},
	// What only looks like a state.
	{"fr", "il parle russe et écrit en français", "RUS", "", "", ""},
	{"fr", "la mousse de chine", "", "", "", ""},
	{"en", "she polished the china", "", "", "", ""},
	{"en", "Michael Jordan", "", "", "michael jordan", ""},
	{"fr", "George Washington", "", "", "george washington", ""},
	// Places.
	{"fr", "Le sommet de Moscou", "", "Moscou=RUS", "", "-consult"},
	{"fr", "une manifestation à Pyongyang", "", "Pyongyang=PRK", "", "-protest"},
	{"fr", "la guerre en Ukraine", "", "Ukraine=UKR", "", "-assault"},
	{"fr", "La France livre des armes à Kiev", "FRA> UKR<", "", "", "aid"},
	{"fr", "Washington demande aux États-Unis", "USA> USA<", "", "", "request"},
	{"fr", "un séisme aux États-Unis", "", "États-Unis=USA", "", ""},
	{"en", "Putin arrived in Moscow for talks", "", "Moscow=RUS", "vladimir putin>", "consult"},
	{"fr", "PYONGYANG, 19 juin", "", "PYONGYANG=PRK", "", ""},
	{"fr", "à Maurice", "", "Maurice=MUS", "", ""},
	{"fr", "il a vu Maurice", "", "", "", ""},
	// Organisations.
	{"fr", "L’ONU a condamné l’attaque", "UNO>", "", "", "accuse"},
	{"fr", "le Conseil de sécurité de l'ONU a adopté une résolution", "UNO>", "", "", "support"},
	{"fr", "l'Otan, l'OTAN", "NATO NATO", "", "", ""},
	{"fr", "ou il y a un an", "", "", "", ""},
	{"en", "The EU imposed sanctions on Russia", "EU> RUS<", "", "", "sanction"},
	// People.
	{"fr", "le président russe Vladimir Poutine", "RUS", "", "vladimir putin", ""},
	{"fr", "le dirigeant nord-coréen Kim Jong-un", "PRK", "", "kim jong un", ""},
	{"fr", "Kim Jong Un a rencontré Vladimir Poutine", "", "", "kim jong un> vladimir putin<", "consult"},
	{"fr", "le président russe a rencontré le dirigeant nord-coréen", "RUS> PRK<", "", "(president RUS)> (leader PRK)<", "consult"},
	{"fr", "un traité entre Poutine et Jim Jung Un", "", "", "vladimir putin> jim jung un>", "-agree"},
	{"fr", "Jim Jung Un a salué la foule", "", "", "jim jung un>", "support"},
	{"fr", "Deux hommes se sont fait arrêter alors qu'ils manifestaient à Alger", "", "Alger=DZA", "", "coerce"},
	{"fr", "Les deux pays n'ont plus de relations diplomatiques depuis 1980", "", "", "", "sanction"},
	{"fr", "Le président français et son homologue, qui avait menacé Paris, se sont rencontrés", "FRA> FRA", "", "(president FRA)>", "consult"},
	{"en", "Leaders of the two states are due to meet in Oslo", "", "Oslo=NOR", "", "consult planned"},
	{"en", "Three policemen were injured in a car accident", "", "", "", ""},
	{"en", "Three policemen were injured in an attack", "", "", "", "assault"},
	{"fr", "Saif Al Islam Al Kadhafi a été arrêté", "", "", "saif al islam al gaddafi<", "coerce"},
	{"fr", "Une tempête a tué trois personnes", "", "", "", ""},
	{"fr", "M. Samaras a démissionné", "", "", "samaras>", "retreat"},
	{"fr", "le général de Gaulle", "", "", "charles de gaulle", ""},
	{"fr", "Charles de Gaulle et Ursula von der Leyen", "", "", "charles de gaulle; ursula von der leyen", ""},
	{"fr", "Bachar al-Assad a fui", "", "", "bashar al assad", ""},
	{"fr", "Jean-Luc Mélenchon", "", "", "jean luc melenchon", ""},
	{"fr", "Selon lui, le Ministère de la Défense", "", "", "", ""},
	{"fr", "Le Monde et l'AFP rapportent", "", "", "", ""},
	{"fr", "Lundi Pierre est venu", "", "", "", ""},
	{"en", "Russian President Vladimir Putin met Chinese leader Xi Jinping", "RUS> CHN<", "", "vladimir putin> xi jinping<", "consult"},
	{"en", "George W. Bush invaded Iraq", "IRQ<", "", "george w bush>", "assault"},
	// Acts: the head decides, not any word.
	{"fr", "les deux pays ont signé un accord après des années de guerre", "", "", "", "agree"},
	{"fr", "l'invasion de l'Ukraine par la Russie", "UKR< RUS>", "", "", "-assault"},
	{"fr", "la Russie, qui a envahi l'Ukraine, négocie", "RUS> UKR", "", "", "consult"},
	{"fr", "Kharkiv a été bombardée par la Russie", "RUS>", "Kharkiv=UKR", "", "assault"},
	{"fr", "Paris a rappelé son ambassadeur", "FRA>", "", "", "sanction"},
	{"fr", "La Russie reconnaît l'indépendance de Donetsk", "RUS>", "Donetsk=UKR", "", "support"},
	{"fr", "la conférence de presse", "", "", "", ""},
	{"fr", "une crise cardiaque", "", "", "", ""},
	{"fr", "la Seconde Guerre mondiale", "", "", "", ""},
	{"en", "the Russian attack on Kyiv", "RUS> UKR<", "", "", "-assault"},
	{"en", "Russia's invasion of Ukraine", "RUS> UKR<", "", "", "-assault"},
	{"en", "he died of a heart attack", "", "", "", ""},
	{"en", "workers went on strike", "", "", "", "protest"},
	{"fr", "Israël a bombardé la bande de Gaza", "ISR>", "bande de Gaza=PSE", "", "assault"},
	{"fr", "les attentats de Paris", "", "Paris=FRA", "", "-assault"},
	{"fr", "la presse russe et les agences de presse", "", "", "", ""},
	{"fr", "une manifestation anti-américaine", "USA<", "", "", "-protest"},
	{"fr", "les séparatistes pro-russes", "", "", "", ""},
	{"fr", "les relations franco-allemandes", "FRA DEU", "", "", ""},
	{"fr", "Bruxelles a salué ce vote", "EU>", "", "", "support"},
	{"fr", "un sommet à Bruxelles", "", "Bruxelles=BEL", "", "-consult"},
	{"fr", "Après l'invasion de l'Ukraine, la Russie a été exclue du Conseil de l'Europe", "UKR RUS< COE", "", "", "sanction"},
	{"fr", "L'AIEA affirme que l'Iran a cessé d'enrichir de l'uranium", "IAEA IRN>", "", "", "retreat"},
	{"fr", "Kim Jong Un s'est rendu en Russie", "", "Russie=RUS", "kim jong un>", "consult"},
	{"fr", "Le président déchu Ben Ali s'enfuit", "", "", "bin ali", ""},
	{"fr", "la place Kim Il-sung", "", "", "", ""},
	{"en", "the Soviet Armed Forces", "SUN", "", "", ""},
	{"en", "Theresa May took his place", "", "", "theresa may", ""},
	{"en", "Kim Jong Il came to Russia in 2001", "", "Russia=RUS", "kim jong il>", "consult"},
	{"en", "in central London", "", "London=GBR", "", ""},
	// Status.
	{"fr", "la Russie n'a pas signé le traité", "RUS>", "", "", "agree denied"},
	{"fr", "la Russie ne signe que des traités", "RUS>", "", "", "agree"},
	{"fr", "Kim Jong Un doit rencontrer Poutine", "", "", "kim jong un> vladimir putin<", "consult planned"},
	{"fr", "Poutine se rendra à Pékin", "", "Pékin=CHN", "vladimir putin>", "consult planned"},
	{"fr", "la Russie va livrer des armes", "RUS>", "", "", "aid planned"},
	{"fr", "la Russie aurait bombardé Kiev", "RUS> UKR<", "", "", "assault possible"},
	{"fr", "les deux pays pourraient signer un accord", "", "", "", "agree possible"},
	{"fr", "le sommet a été annulé", "", "", "", "-consult cancelled"},
	{"fr", "la visite a été reportée", "", "", "", "-consult planned"},
	{"fr", "le sommet prévu à Genève", "", "Genève=CHE", "", "-consult planned"},
	{"fr", "le sommet aura lieu à Genève", "", "Genève=CHE", "", "-consult planned"},
	{"fr", "la Russie menace d'envahir l'Ukraine", "RUS> UKR<", "", "", "threaten"},
	{"fr", "Moscou refuse de négocier", "RUS>", "", "", "reject"},
	{"en", "Russia did not sign the treaty", "RUS>", "", "", "agree denied"},
	{"en", "Russia didn't attack Ukraine", "RUS> UKR<", "", "", "assault denied"},
	{"en", "Biden will visit Kyiv", "UKR<", "", "joe biden>", "consult planned"},
	{"en", "Biden might visit Kyiv", "UKR<", "", "joe biden>", "consult possible"},
	{"en", "the summit was cancelled", "", "", "", "-consult cancelled"},
	{"en", "Iran threatened to attack Israel", "IRN> ISR<", "", "", "threaten"},
}

func TestFind(t *testing.T) {
	lexicons := map[string]*Lexicon{"fr": load(t, "fr"), "en": load(t, "en")}
	for _, c := range findCases {
		f := lexicons[c.lang].Find(c.text)
		got := describe(f, c.text)
		want := findCase{lang: c.lang, text: c.text, actors: c.actors, places: c.places, people: c.people, act: c.act}
		if got.lang, got.text = c.lang, c.text; got != want {
			t.Errorf("%s %q\n got %q | %q | %q | %q\nwant %q | %q | %q | %q", c.lang, c.text,
				got.actors, got.places, got.people, got.act, c.actors, c.places, c.people, c.act)
		}
	}
}

// describe writes what was found as the cases do.
func describe(f Found, text string) findCase {
	mark := func(r Ref) string { return [...]string{"", ">", "<"}[r.Role] }
	var c findCase
	var actors, places, people []string
	refs := append(append([]Ref{}, f.States...), f.Orgs...)
	for len(refs) > 0 {
		first := 0
		for i := range refs {
			if refs[i].Start < refs[first].Start {
				first = i
			}
		}
		actors = append(actors, refs[first].Code+mark(refs[first]))
		refs = append(refs[:first], refs[first+1:]...)
	}
	for _, r := range f.Places {
		places = append(places, text[r.Start:r.End]+"="+r.Code)
	}
	for _, r := range f.People {
		key := r.Code
		if r.Kind == Holder {
			key = fmt.Sprintf("(%s %s)", r.Office, r.Of)
		}
		people = append(people, key+mark(r))
	}
	c.actors, c.places = strings.Join(actors, " "), strings.Join(places, " ")
	c.people = strings.Join(people, "; ")
	if len(people) == 2 && (f.People[0].Role != NoRole || f.People[1].Role != NoRole) {
		c.people = strings.Join(people, " ")
	}
	if f.Act.Type != "" {
		if !f.Act.Verb {
			c.act = "-"
		}
		c.act += f.Act.Type
		if f.Status != Happened {
			c.act += " " + string(f.Status)
		}
	}
	return c
}

func TestQuad(t *testing.T) {
	for typ, want := range map[string]string{
		"agree": "verbal cooperation", "consult": "verbal cooperation", "support": "verbal cooperation", "concede": "verbal cooperation",
		"cooperate": "material cooperation", "aid": "material cooperation", "retreat": "material cooperation",
		"request": "verbal conflict", "accuse": "verbal conflict", "reject": "verbal conflict", "threaten": "verbal conflict",
		"protest": "material conflict", "sanction": "material conflict", "mobilize": "material conflict",
		"coerce": "material conflict", "assault": "material conflict", "": "", "none": "",
	} {
		if got := Quad(typ); got != want {
			t.Errorf("Quad(%q) = %q, want %q", typ, got, want)
		}
	}
}

func TestActors(t *testing.T) {
	f := load(t, "fr").Find("l'invasion de l'Ukraine par la Russie")
	if got := strings.Join(f.Actors(), " "); got != "RUS UKR" {
		t.Errorf("actors %q: the source stands first", got)
	}
}

func FuzzFind(f *testing.F) {
	fr, en := load(f, "fr"), load(f, "en")
	for _, c := range findCases {
		f.Add(c.text)
	}
	f.Add("l’\x00\xff Kim-\u0301Jong ’s U.S.A.… président,,russe(")
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range []*Lexicon{fr, en} {
			found := l.Find(text)
			people := l.NewPeople()
			people.Add(found.People)
			again := l.FindIn(text, people)
			for _, refs := range [][]Ref{found.States, found.Orgs, found.People, found.Places, again.People} {
				for _, r := range refs {
					if r.Start < 0 || r.Start >= r.End || r.End > len(text) {
						t.Fatalf("%q: span %d:%d", text, r.Start, r.End)
					}
				}
			}
			for _, a := range found.Acts {
				if a.Start < 0 || a.Start >= a.End || a.End > len(text) || Quad(a.Type) == "" {
					t.Fatalf("%q: act %+v", text, a)
				}
			}
		}
	})
}

// BenchmarkFind runs over the sample articles: as clauses, as whole articles, and with their people known.
func BenchmarkFind(b *testing.B) {
	l := load(b, "fr")
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no sample articles in testdata/articles")
	}
	var articles, clauses []string
	size := 0
	people := l.NewPeople()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		size += len(data)
		articles = append(articles, string(data))
		clauses = append(clauses, strings.SplitAfter(string(data), ". ")...)
		people.Add(l.Find(string(data)).People)
	}
	run := func(name string, texts []string, known *People) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					l.FindIn(s, known)
				}
			}
		})
	}
	run("articles", articles, nil)
	run("clauses", clauses, nil)
	run("known", clauses, people)
}

func BenchmarkLoad(b *testing.B) {
	for _, lang := range languages {
		actors, err := os.ReadFile("../lang/" + lang + "/actors.yaml")
		if err != nil {
			b.Fatal(err)
		}
		acts, err := os.ReadFile("../lang/" + lang + "/acts.yaml")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(actors) + len(acts)))
			for b.Loop() {
				if _, err := Load(actors, acts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestCaseOfLetters compares the short ways for ASCII and Western Europe's letters with Unicode's.
func TestCaseOfLetters(t *testing.T) {
	for r := rune(0); r < 0x300; r++ {
		if !isLetter(r) {
			continue
		}
		word, small := scanWord(string(r), 0), scanWord(string(unicode.ToLower(r)), 0)
		if word.exact != small.exact || word.fold != small.fold || word.capital != unicode.IsUpper(r) || word.end != len(string(r)) {
			t.Errorf("%q is read as %+v, in lower case as %+v", r, word, small)
		}
	}
}
