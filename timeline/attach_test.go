package timeline

import (
	"strings"
	"testing"
)

// Each rule of what a date belongs to has sentences where it holds and where it
// does not.
func TestFrenchAttachment(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"after an opening content clause", "Estimant que le prix était trop haut, elle refusa l'offre du port le 3 juin. Julie Simon parle.", nil},
		{"after an opening gerund", "Jugeant que « la pêche est notre affaire », le maire refusa l'offre du port le 3 juin.", []string{"2024-06-03 Le maire refusa l'offre du port"}},
		{"after an opening with a relative", "En attendant le rapport que la mairie n'a pas rendu, le juge a entendu hier deux témoins.", []string{"2024-06-18 Le juge a entendu deux témoins"}},
		{"an abbreviation in brackets", "Le candidat de la Ligue bordure (LB) à la mairie a quitté la salle mardi.", []string{"2024-06-18 Le candidat de la Ligue bordure à la mairie a quitté la salle"}},
		{"saw the light in a month", "Un club de voile a vu le jour en mars 2011.", []string{"2011-03 Un club de voile a vu le jour"}},
		{"a noun in -ant", "La ville se relève du conflit étudiant survenu au printemps 2012.", []string{"2012-21 Conflit étudiant"}},
		{"after having done", "Après avoir connu une baisse des ventes en 2019, le groupe ouvre trois magasins.", []string{"2019 Le groupe connaît une baisse des ventes"}},
		{"condemned for having done", "Paul Martin a été condamné mardi pour avoir tué un gendarme en 1995 à Lyon.", []string{
			"2024-06-18 Paul Martin a été condamné pour avoir tué un gendarme à Lyon", "1995 Paul Martin tue un gendarme à Lyon"}},
		{"accused of having done", "Paul Martin est accusé d'avoir tué un gendarme en 1995 à Lyon.", nil},
		{"what was announced comes later", "Le maire a annoncé la tenue d'un sommet sur la pêche en février 2025.", []string{"2025-02 Sommet sur la pêche"}},
		{"what was said of an earlier date", "Le maire a annoncé la tenue d'un sommet sur la pêche mardi.", []string{"2024-06-18 Le maire a annoncé la tenue d'un sommet sur la pêche"}},
		{"what was fixed for later", "Le procès a été fixé au 3 septembre 2024.", []string{"2024-09-03 Le procès a été fixé"}},
		{"what was to be", "Le train devait partir vendredi 21 juin.", []string{"2024-06-21 Le train devait partir"}},
		{"the election of a day", "Les chefs ont appelé à voter pour Paul Martin à l'élection municipale de dimanche prochain.", []string{"2024-06-23 Élection municipale"}},
		{"a result of a month", "Les chiffres du recensement de mars, encore provisoires, montrent une hausse.", nil},
		{"a reading of a day in an adverbial", "Lors du conseil de mardi, le maire a refusé la vente du port.", []string{"2024-06-18 Le maire a refusé la vente du port"}},
		{"what a year is meant for", "Le ministre prévoit une croissance de 0,3 % pour 2025.", nil},
		{"who had it before", "Le Kenya a changé de régime après le Tchad en août 2020 et en mai 2021.", nil},
		{"it was on a day that", "C'était il y a soixante ans, le 5 juillet 1964, le roi Ottokar proclamait l'indépendance de la Syldavie.", []string{
			"1964-07-05 Le roi Ottokar proclamait l'indépendance de la Syldavie"}},
		{"in spite of what was that day", "Malgré l'incendie du phare du 5 juin 2024, le port compte fêter ses marins.", []string{"2024-06-05 Incendie du phare"}},
		{"accused of having tried to do", "Le juge entend Paul Martin, accusé d'avoir tenté de faire sauter un pont en décembre 2001.", nil},
		{"what a scene recalls", "La scène rappelle le raid de l'armée bordure sur le port de Klow le 1er août 2023.", []string{"2023-08-01 Raid de l'armée bordure sur le port de Klow"}},
		{"a date inside what it dates", "Paul Martin a rendu compte de l'exécution, lundi, par la junte, de neuf otages.", []string{"2024-06-17 Exécution par la junte de neuf otages"}},
		{"in a report of a day", "Dans un rapport publié mardi, l'ONU accuse la Bordurie de piller le port de Klow.", []string{"2024-06-18 L'ONU accuse la Bordurie de piller le port de Klow"}},
		{"a report of a day", "Un rapport publié mardi accuse la Bordurie. Le port est calme.", []string{"2024-06-18 Publication d’un rapport"}},
		{"a meeting fixed for a day", "Le collectif a fixé une réunion des pêcheurs au vendredi 28 juin.", []string{"2024-06-28 Réunion des pêcheurs"}},
		{"a price fixed on a day", "Le collectif a fixé lundi le prix du billet.", []string{"2024-06-17 Le collectif a fixé le prix du billet"}},
		{"those whom a place does not have", "L'armée arrêtait au Mali des colonnes qui s'étaient emparées de Klow le 3 mai 2013.", []string{"2013-05-03 Des colonnes s'étaient emparées de Klow"}},
		{"a verb that no list has", "Samedi 22 juin, Boris Simon convolera avec Julie Martin à Klow.", []string{"2024-06-22 Boris Simon convolera avec Julie Martin à Klow"}},
		{"to be judged", "Le maire a été extradé pour être jugé lundi à Klow.", []string{"2024-06-17 Le maire a été extradé pour être jugé à Klow"}},
		{"a wish", "Que la paix veille sur Klow cette nuit.", nil},
		{"among the closest since", "Les hivers de la vallée sont parmi les plus froids de l'après-guerre.", nil},
		{"compared with the same time of another year", "Le port affiche un gain de neuf points par rapport à l'an dernier à pareille date.", nil},
		{"an hour apart from its day", "Les pompiers ont été avertis vers 5 h 25 par une alarme lundi matin.", []string{"2024-06-17 Les pompiers ont été avertis par une alarme"}},
	})
}

func TestFrenchEnumerations(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"objects with their dates", "Paul Martin a gagné le titre en 2008, la coupe en 2009 et une médaille d'argent en 2010.", []string{
			"2008 Paul Martin a gagné le titre", "2009 Paul Martin a gagné la coupe", "2010 Paul Martin a gagné une médaille d'argent"}},
		{"what a programme has", "Le programme comprend un concert de jazz le 12 août, un défilé des écoles le 13 août et une course de voiliers le 14 août.", []string{
			"2024-08-12 Concert de jazz", "2024-08-13 Défilé des écoles", "2024-08-14 Course de voiliers"}},
		{"subjects after their verb", "Parmi les sorties prévues se trouve la visite du château de Klow le 5 août, mais aussi un tour du grand lac de Zlip le 6 août.", []string{
			"2024-08-05 Visite du château de Klow", "2024-08-06 Tour du grand lac de Zlip"}},
		{"after a colon", "Au programme : concert de jazz le 12 août, défilé des écoles le 13 août et feu d'artifice le 14 août.", []string{
			"2024-08-12 Concert de jazz", "2024-08-13 Défilé des écoles le 13 août", "2024-08-14 Feu d'artifice"}},
		{"hours before what happens", "Les offices du port : samedi 3 août, à 18 h 30 : messe à Klow ; dimanche 4 août, à 9 h 15, messe à Zlip, 10 h 30, messe à Dbrnouk et Istow.", []string{
			"2024-08-03 Messe à Klow", "2024-08-04 Messe à Zlip", "2024-08-04 Messe à Dbrnouk et Istow"}},
		{"a list with one date", "Le musée a vendu une statue, deux tables et un miroir le 3 mai 2024.", []string{"2024-05-03 Le musée a vendu une statue, deux tables et un miroir"}},
	})
}

func TestEnglishAttachment(t *testing.T) {
	checkCases(t, "en", []eventCase{
		{"said without that", "The ministry said Anna Brown will visit Klow on Thursday.", []string{"2024-06-20 Anna Brown will visit Klow"}},
		{"announced on a day without that", "The port of Klow announced Monday it has sold its ferry to the navy.", []string{"2024-06-17 The port of Klow has sold its ferry to the navy"}},
		{"said at the end", "The ferry was sold to the navy, the port said on Monday.", []string{"2024-06-17 The ferry was sold to the navy"}},
		{"after an abbreviation", "Acme Inc. closed its plant in Klow on Monday.", []string{"2024-06-17 Acme Inc closed its plant in Klow"}},
		{"an adverb before its verb", "The dam nearly burst on Monday after the storm.", []string{"2024-06-17 The dam nearly burst after the storm"}},
		{"what he called", "On Monday, Anna Brown, head of the port, outlined a plan for what she called a new start.", []string{"2024-06-17 Anna Brown outlined a plan for what she called a new start"}},
		{"objects with their dates", "The refugees bought a tin of oil on June 3, a tent on June 7 and two blankets on June 11.", []string{
			"2024-06-03 The refugees bought a tin of oil", "2024-06-07 The refugees bought a tent", "2024-06-11 The refugees bought two blankets"}},
		{"in a statement of a day", "In a statement released on June 10, the port urged the crew to return.", []string{"2024-06-10 The port urged the crew to return"}},
		{"work begun", "Work on a new engine for the ferry, begun two years ago, was put off again.", []string{"2022 Work on a new engine for the ferry begun"}},
		{"a score", "Klow United beat Zlip 25 - 7 in the cup on Monday.", []string{"2024-06-17 Klow United beat Zlip 25 - 7 in the cup"}},
		{"a list before a victory", "Brown kept her WBA, WBO and IBF titles with a victory over Julia Stone on Monday.", []string{"2024-06-17 Brown kept her WBA, WBO and IBF titles with a victory over Julia Stone"}},
		{"accused of doing", "The police have found two men accused of killing a guard in 2011.", nil},
		{"known for doing", "Paul Brown was jailed for killing a guard in 2011.", []string{"2011 Paul Brown was jailed for killing a guard"}},
		{"lows not seen since", "The river sank to levels not seen since May 1971.", nil},
		{"better than a year, when", "The result is an improvement from 2008, when the port posted a loss of two million.", []string{"2008 The port posted a loss of two million"}},
		{"a year before a participle and its noun", "The company had kept papers of its rival during the 1998 revised election process.", []string{"1998 Revised election process"}},
		{"an hour apart from its day", "Planes dropped two bombs at 3:20 p.m. near the town Monday.", []string{"2024-06-17 Planes dropped two bombs near the town"}},
	})
}

// What only describes is no event unless it is the news; the sentences stand
// after two others, so that they are not.
func TestFrenchBackground(t *testing.T) {
	const before = "Le port de Klow a ouvert un musée. Le maire a coupé le ruban. "
	checkCases(t, "fr", []eventCase{
		{"a rate", before + "L'année dernière, la part des filles était de 46 % dans les lycées.", nil},
		{"a count", before + "En février 2009, le réseau enregistrait encore 10 millions d'appels.", nil},
		{"a count that happened", before + "En février 2009, le réseau a enregistré 10 millions d'appels.", []string{"2009-02 Le réseau a enregistré 10 millions d'appels"}},
		{"what was not known", before + "Hier soir, le résultat du vote n'était pas connu.", nil},
		{"how things were", before + "Lundi, la foule était calme.", nil},
		{"what was signed", before + "Lundi, le contrat était signé par les deux armateurs.", []string{"2024-06-17 Le contrat était signé par les deux armateurs"}},
		{"until late", before + "Des milliers de marins ont attendu jusque tard dans la nuit.", nil},
		{"a fete of a day, when", before + "Les marins se sont joints aux fêtes de mardi, lorsque le vieux phare a été rallumé.", []string{"2024-06-18 Le vieux phare a été rallumé"}},
		{"announced for later", before + "On craint la fermeture annoncée de l'usine de Brest en 2030.", []string{"2030 Fermeture annoncée de l'usine de Brest"}},
		{"announced on a day", before + "On craint la fermeture de l'usine de Brest, annoncée lundi.", []string{"2024-06-17 Annonce de la fermeture de l'usine de Brest"}},
		{"a presumed accomplice", before + "Hans Klein, le complice présumé du chef dans la prise d'otages de Zlip en 1975, devait être libre.", []string{"1975 Prise d'otages de Zlip"}},
		{"the nearest person", before + "Paul Martin défendait l'assassin du préfet Julien Simon, tué le 6 février 1998 à Istow.", []string{"1998-02-06 Mort de Julien Simon à Istow"}},
	})
}

func TestEnglishBackground(t *testing.T) {
	const before = "The port of Klow has opened a museum. The mayor cut the ribbon. "
	checkCases(t, "en", []eventCase{
		{"how things were", before + "On Monday the crowd was mostly calm.", nil},
		{"where somebody was", before + "On Monday the queen was in Klow.", []string{"2024-06-17 The queen was in Klow"}},
		{"a figure", before + "In 2009 the unemployment rate was 9 percent.", nil},
		{"a passive", before + "On Monday the crowd was pushed back by the police.", []string{"2024-06-17 The crowd was pushed back by the police"}},
	})
}

// newsOf builds one French article and gives the titles of its own news.
func newsOf(t *testing.T, title, text string) []string {
	t.Helper()
	var out []string
	for _, d := range draftsUnder(t, "fr", title, text, caseDate) {
		if d.lead {
			out = append(out, d.title)
		}
	}
	return out
}

// An article's own news is drafted once: from its first sentences, or from its
// headline where these tell something else.
func TestOwnNews(t *testing.T) {
	for _, c := range []struct{ what, title, text, want string }{
		{"told by the lead", "Klow : le musée du port ouvre ses portes", "Le musée du port de Klow a ouvert ses portes.", "Klow : le musée du port ouvre ses portes"},
		{"a lead that announces", "Bordurie : l'armateur Martin va supprimer 300 emplois", "L'annonce est tombée ce matin, l'armateur Martin va supprimer 300 emplois à Zlip.", "Bordurie : l'armateur Martin va supprimer 300 emplois"},
		{"a lead about something else", "Bordurie : les impôts augmenteront cette année", "Les impôts vont augmenter pour les ménages. Devant la chambre, le ministre Paul Martin a revu hier ses prévisions.",
			"Le ministre Paul Martin a revu ses prévisions | Bordurie : les impôts augmenteront cette année"},
		{"a headline of another day", "Bordurie : un sommet se tiendra en février 2025", "Le maire annonce la tenue d'un sommet sur la pêche en février 2025.", ""},
		{"a lead in the past of stories", "", "Dès les premiers jours, les élèves adoptèrent le vélo. De là, la mode a gagné les villages de la côte.", "La mode a gagné les villages de la côte"},
		{"reached in two weeks", "", "La chanson du port de Klow a atteint trois millions d'écoutes en deux semaines.", "La chanson du port de Klow a atteint trois millions d'écoutes"},
		{"for forty years", "", "Le roi de Bordurie gouverne depuis quarante ans.", ""},
	} {
		if got := strings.Join(newsOf(t, c.title, c.text), " | "); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
