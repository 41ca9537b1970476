package read

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fixture reads one file of testdata.
func fixture(t *testing.T, name string) ([]Article, Report) {
	t.Helper()
	return walk(t, Options{}, filepath.Join("testdata", name))
}

// check compares articles by ID, date, source and title.
func check(t *testing.T, articles []Article, want [][4]string) {
	t.Helper()
	if len(articles) != len(want) {
		t.Fatalf("%d articles (%s), want %d", len(articles), ids(articles), len(want))
	}
	for i, w := range want {
		if a := articles[i]; [4]string{a.ID, a.Date, a.Source, a.Title} != w {
			t.Errorf("article %d is %q, want %q", i, [4]string{a.ID, a.Date, a.Source, a.Title}, w)
		}
	}
}

func reasons(r Report) string {
	var out []string
	for _, s := range r.Skipped {
		out = append(out, s.Title+": "+s.Reason)
	}
	return strings.Join(out, "\n")
}

func TestEuropresse(t *testing.T) {
	articles, report := fixture(t, "europresse.html")
	check(t, articles, [][4]string{
		{"news·20060314·CE·0001", "2006-03-14", "Le Courrier d'essai", "La radio publique lance une chaîne d'information"},
		{"news·20240911·EPW·abc_123", "2024-09-11", "The Essay Post (web site)", "Talks resume in Geneva"},
		{"news·20230405·SD·9", "2023-04-05", "Sans date", "Une page sans en-tête"},
	})
	want := "La direction a présenté lundi le projet de chaîne d'information continue.\n\nElle émettra dès le 1er septembre, a-t-elle dit."
	if articles[0].Text != want || articles[0].Meta["author"] != "Jeanne Martin" {
		t.Errorf("%q %v", articles[0].Text, articles[0].Meta)
	}
	if got := reasons(report); got != `Un gazouillis: document 4: a post on a social network
Rapport annuel 2023: document 5: a report, not a press article
Le journal de 20 heures: document 6: a transcript of radio or television
Une photo seule: document 7: there is no text` {
		t.Errorf("skipped:\n%s", got)
	}
	if len(report.Problems) > 0 {
		t.Errorf("%+v", report.Problems)
	}
}

func TestEuropresseOldLayout(t *testing.T) {
	articles, _ := fixture(t, "europresse-ancien.html")
	check(t, articles, [][4]string{
		{"news·20100311·CE·1", "2010-03-11", "Le Courrier d'essai", "La réforme passée au crible"},
		{"news·20100312·AV·2", "2010-03-12", "L'Avis", "Un second avis"},
	})
	if want := "Le député a défendu mercredi la réforme à l'Assemblée.\n\nLe vote est attendu en été."; articles[0].Text != want || articles[0].Meta["author"] != "Paul Durand" {
		t.Errorf("%q %v", articles[0].Text, articles[0].Meta)
	}
}

func TestEuropresseTwice(t *testing.T) {
	b, err := os.ReadFile("testdata/europresse.html")
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"a.html": string(b), "b.html": strings.Replace(string(b), "continue.", "en continu.", 1)})
	articles, report := walk(t, Options{}, dir)
	if len(articles) != 3 || strings.Count(reasons(report), "the same article as") != 3 {
		t.Errorf("%s\n%s", ids(articles), reasons(report))
	}
}

func TestFactiva(t *testing.T) {
	articles, report := fixture(t, "factiva.html")
	check(t, articles, [][4]string{
		{"LECOUR0020240911ek9b0001x", "2024-09-11", "Le Courrier d'essai", "Un accord à Genève"},
		{"EPOST00020240912ek9c0002y", "2024-09-12", "The Essay Post", "Talks resume"},
	})
	if articles[0].Lang != "fr" || articles[1].Lang != "en" || !strings.HasSuffix(articles[0].Text, "octobre.\n\nLe vote est prévu en 2025.") {
		t.Errorf("%+v", articles)
	}
	if got := reasons(report); got != "A picture: article 3: there is no text" {
		t.Errorf("skipped %s", got)
	}
}

func TestIramuteq(t *testing.T) {
	articles, report := fixture(t, "iramuteq.txt")
	check(t, articles, [][4]string{
		{"iramuteq#1", "2024-09-11", "Le Courrier", "Un accord à Genève"},
		{"iramuteq#6", "2023-09-04", "L'Avis", ""},
		{"iramuteq#8", "2022-03", "La Voix", ""},
		{"iramuteq#11", "", "Faux", ""},
	})
	if want := "Les délégations ont signé mardi un accord.\nIl entre en vigueur en octobre."; articles[0].Text != want {
		t.Errorf("%q", articles[0].Text)
	}
	if len(report.Problems) != 1 || report.Problems[0].Line != 11 || reasons(report) != ": there is no text after the header" {
		t.Errorf("%+v", report)
	}
	articles, report = readAll(t, "x.txt", "Avant.\n\n**** *id_a\nUn.\n", Options{From: "iramuteq"})
	if ids(articles) != "a" || len(report.Problems) != 1 || report.Problems[0].Line != 1 {
		t.Errorf("%+v %+v", articles, report)
	}
}

func TestGargantext(t *testing.T) {
	articles, report := fixture(t, "gargantext.tsv")
	check(t, articles, [][4]string{
		{"gargantext#2", "2019", "Revue", "Un an seul"}, // 1 January may stand for an unknown day
		{"gargantext#3", "2020-06-15", "Revue", "Un jour"},
		{"gargantext#4", "2021-03", "Revue", "Un mois"},
		{"gargantext#5", "", "Revue", "Un faux jour"},
	})
	if articles[0].Text != `Le traité, dit "de Genève", fut signé en été.` || len(report.Problems) != 1 || len(report.Skipped) != 1 {
		t.Errorf("%+v %+v", articles[0], report)
	}
}

func TestTXM(t *testing.T) {
	articles, report := fixture(t, "txm")
	check(t, articles, [][4]string{{"a1", "2024-09-11", "Le Courrier", "Un accord"}, {"a2", "2024-09", "La Voix", "Un vote"}})
	if articles[0].Meta["genre"] != "dépêche" || len(report.Problems) != 1 || report.Problems[0].Line != 4 || !strings.Contains(report.Problems[0].Msg, "absent.txt") {
		t.Errorf("%+v %+v", articles[0].Meta, report.Problems)
	}
	// A table of that name that holds the texts itself is a table, and one
	// that goes with nothing is no problem.
	dir := folder(t, map[string]string{"metadata.csv": "id,text,date\nx,Un texte.,2024\n", "sub/metadata.csv": "id,colour\n1,red\n"})
	articles, report = walk(t, Options{}, dir)
	if ids(articles) != "x" || len(report.Problems) != 0 || len(report.Skipped) != 1 {
		t.Errorf("%s %+v", ids(articles), report)
	}
}

func TestCSL(t *testing.T) {
	articles, report := fixture(t, "references.json")
	check(t, articles, [][4]string{
		{"martin2024", "2024-09-11", "Le Courrier d'essai", "Un accord à Genève"},
		{"7", "2019-23", "", "Une saison"},
		{"c", "1914~", "", "Environ"},
		{"d", "1914-07-28/1918-11-11", "", "Un intervalle"},
		{"e", "2020-03", "", "En mots"},
		{"f", "", "", "Impossible"},
		{"g", "2018-21", "", "Mois de saison"},
		{"i", "", "", "Sans date"},
	})
	if articles[0].Lang != "fr" || articles[1].Text != "Le sommet eut lieu." || len(report.Problems) != 1 || reasons(report) != "Sans résumé: reference 8 has no abstract" {
		t.Errorf("%+v %+v", articles, report)
	}
}

func TestRIS(t *testing.T) {
	articles, report := fixture(t, "zotero.ris")
	check(t, articles, [][4]string{
		{"martin2024", "2024-09-11", "Le Courrier d'essai", "Un accord à Genève"},
		{"zotero#14", "2019-21", "", "Une saison"},
		{"zotero#20", "2018-03", "", "Un mois"},
	})
	if articles[0].Text != "Les délégations ont signé mardi un accord en deux parties." || reasons(report) != "Sans résumé: the reference has no abstract" {
		t.Errorf("%q %+v", articles[0].Text, report)
	}
}

func TestFeeds(t *testing.T) {
	articles, report := fixture(t, "feed.rss")
	check(t, articles, [][4]string{
		{"urn:a", "2024-09-11", "Le Courrier d'essai", "Un accord & un vote"},
		{"https://courrier.example/b", "2024-09-11", "Le Courrier d'essai", "Court"},
	})
	if articles[0].Text != "Les délégations ont signé mardi un accord.\n\nIl entre en vigueur en octobre." || articles[0].Lang != "fr" || len(report.Skipped) != 1 {
		t.Errorf("%+v %+v", articles[0], report)
	}
	articles, _ = fixture(t, "feed.atom")
	check(t, articles, [][4]string{{"urn:1", "2024-09-11", "The Essay Post", "Talks resume"}})
	articles, _ = readAll(t, "x.json", `{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"Un texte.","date_published":"2024-09-11T00:00:00Z"}]}`, Options{})
	check(t, articles, [][4]string{{"1", "2024-09-11", "F", ""}})
}

func TestMail(t *testing.T) {
	articles, report := fixture(t, "lettre.eml")
	check(t, articles, [][4]string{{"lettre", "2024-09-11", "Lettre d'étude", "Un accord à Genève"}})
	if strings.TrimSpace(articles[0].Text) != "Les délégations ont signé mardi un accord." || len(report.Problems) > 0 {
		t.Errorf("%q %+v", articles[0].Text, report)
	}
	articles, _ = readAll(t, "x.eml", "From: a@x.example\nSubject: Un titre\nDate: Wed, 11 Sep 2024 08:00:00 +0200\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+VW4gdGV4dGUuPC9wPg==\n", Options{})
	check(t, articles, [][4]string{{"x", "2024-09-11", "a@x.example", "Un titre"}})
	if articles[0].Text != "Un texte." {
		t.Errorf("%q", articles[0].Text)
	}
}

func TestCSV(t *testing.T) {
	articles, report := fixture(t, "articles.csv")
	check(t, articles, [][4]string{{"articles#2", "2024-09-11", "Le Courrier", "Un accord; enfin"}, {"articles#5", "", "", "Faux"}})
	if articles[0].Text != "Les délégations ont signé mardi\nun accord." || articles[0].Lang != "fr" || articles[0].Meta["Rubrique"] != "Monde" {
		t.Errorf("%+v", articles[0])
	}
	if len(report.Problems) != 1 || report.Problems[0].Line != 5 || reasons(report) != "Sans texte: the row has no text" {
		t.Errorf("%+v", report)
	}
	articles, _ = readAll(t, "x.csv", "sep=,\nQuoi,Quand\n\"L'\xe9t\xe9, enfin\",1er mai 2024\n", Options{Columns: map[string]string{"text": "quoi", "date": "Quand"}})
	if len(articles) != 1 || articles[0].Text != "L'été, enfin" || articles[0].Date != "2024-05-01" {
		t.Errorf("%+v", articles)
	}
	_, report = readAll(t, "x.csv", "a,b\n1,2\n", Options{})
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Hint, "a, b") {
		t.Errorf("%+v", report.Problems)
	}
	_, report = readAll(t, "x.csv", "text,b\n1,2\n", Options{Columns: map[string]string{"date": "jour"}})
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Msg, `"jour"`) {
		t.Errorf("%+v", report.Problems)
	}
}

func TestExportsFromStandardInput(t *testing.T) {
	for name, format := range map[string]int{"europresse.html": 3, "factiva.html": 2, "iramuteq.txt": 4, "gargantext.tsv": 4, "references.json": 8, "zotero.ris": 3, "feed.rss": 2, "feed.atom": 1, "lettre.eml": 1, "articles.csv": 2, "document.docx": 1, "texte.odt": 1, "browser.pdf": 1} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		report, err := Walk(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(string(b))}, func(Article) error { n++; return nil })
		if err != nil || n != format {
			t.Errorf("%s by its content alone: %d articles, want %d, %v %+v", name, n, format, err, report)
		}
	}
}

func FuzzExports(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.*")
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		format := detect(filepath.Base(name), b)
		if format == nil || len(b) > 8<<10 {
			continue
		}
		f.Add(format.Name, b)
	}
	f.Fuzz(func(t *testing.T, format string, b []byte) {
		if formatNamed(format) == nil {
			return
		}
		_, err := Read(context.Background(), "x", strings.NewReader(string(b)), Options{From: format, MaxSize: 1 << 20}, func(Article) error { return nil })
		if err != nil && !strings.Contains(err.Error(), "is already that of") {
			t.Error(err)
		}
	})
}
