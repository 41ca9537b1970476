package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/lang"
	"github.com/frise-timeline/frise/timeline/read"
	"github.com/frise-timeline/frise/timeline/tempo"
)

// An event case is a text of our own, and the events that a good editor makes
// of it: "date title", in the order of the text. Cases without a date of their
// own were published on Wednesday, 19 June 2024.
type eventCase struct {
	what string
	text string
	want []string
}

const caseDate = "2024-06-19"

func draftsOf(t testing.TB, code, text string, publication string) []draft {
	t.Helper()
	return draftsUnder(t, code, "", text, publication)
}

// draftsUnder drafts the events of an article with a headline.
func draftsUnder(t testing.TB, code, title, text, publication string) []draft {
	t.Helper()
	l, err := languageFor(code)
	if err != nil {
		t.Fatal(err)
	}
	f := lang.NewFinder(l.pack)
	d := &document{article: read.Article{ID: "case", Title: title, Text: text}, lang: l}
	if publication != "" {
		if d.date, err = tempo.ParseEDTF(publication); err != nil {
			t.Fatal(err)
		}
	}
	d.mentions = f.Find(text, nil)
	d.values = Resolve(f, d.mentions, d.date, News)
	d.sentences = new(sieve).prose(text, f.Tokens(), f.Sentences(nil), l, "")
	return extract(&worker{finder: f, stems: map[string]uint64{}}, d, &Options{})
}

func checkCases(t *testing.T, code string, cases []eventCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			var got []string
			for _, d := range draftsOf(t, code, c.text, caseDate) {
				if d.rule != "publication" && d.titleGrade >= leastGrade {
					got = append(got, d.span.EDTF()+" "+d.title)
				}
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s\n got: %s\nwant: %s", c.text, strings.Join(got, "\n      "), strings.Join(c.want, "\n      "))
			}
		})
	}
}

func TestFrenchClauses(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"main clause", "Le parlement a adopté mardi la loi sur le climat.", []string{"2024-06-18 Le parlement a adopté la loi sur le climat"}},
		{"opened by the date", "Le 3 mai 2021, les deux équipes ont signé un accord de coopération à Genève.", []string{"2021-05-03 Les deux équipes ont signé un accord de coopération à Genève"}},
		{"subject relative", "Le ministre, qui avait démissionné en mars 2019, dirige une banque.", []string{"2019-03 Le ministre avait démissionné"}},
		{"object relative", "Il vit à Lyon, ville que le roi de Suède a visitée en mai 2018 avec sa fille.", []string{"2018-05 Le roi de Suède a visité Lyon avec sa fille"}},
		{"object relative without comma", "La digue que la mairie a construite en 2010 protège le port.", []string{"2010 La mairie a construit la digue"}},
		{"of whom", "La banque, dont l'État s'est retiré en 2016, va mal.", []string{"2016 L'État s'est retiré de la banque"}},
		{"adverbial clause", "Depuis que le Chili a nationalisé le cuivre en juillet 1971, le prix du métal a souvent varié.", []string{"1971-07 Le Chili a nationalisé le cuivre"}},
		{"adverbial clause at the end", "La ville est calme, alors que des émeutes ont éclaté en mai 2023 dans le nord.", []string{"2023-05 Des émeutes ont éclaté dans le nord"}},
		{"two clauses, two dates", "Le pont a été inauguré en 1995 et le tunnel a fermé en 2004.", []string{"1995 Le pont a été inauguré", "2004 Le tunnel a fermé"}},
		{"shared subject", "Paul Martin a quitté l'armée en 1980 et a fondé une école en 1982.", []string{"1980 Paul Martin a quitté l'armée", "1982 Paul Martin a fondé une école"}},
		{"relative inside the subject", "Le juge qui a condamné le maire en 2012 a pris sa retraite lundi.", []string{"2012 Le juge a condamné le maire", "2024-06-17 Le juge qui a condamné le maire a pris sa retraite"}},
		{"date that explains", "Le musée commémore le 4 août 1789, date à laquelle les privilèges ont été abolis.", []string{"1789-08-04 Les privilèges ont été abolis"}},
		{"restriction", "Le navire n'a quitté le port que mardi.", []string{"2024-06-18 Le navire a quitté le port"}},
		{"what came after", "Le club a quitté la ligue le 29 octobre 2022 avant de revenir dans le championnat quatre jours plus tard.", []string{
			"2022-10-29 Le club a quitté la ligue avant de revenir dans le championnat", "2022-11-02 Le club revient dans le championnat"}},
		{"adverbial with a relative", "Dans les heures qui ont suivi le naufrage du ferry, la garde côtière de Malte a repêché hier neuf corps.", []string{"2024-06-18 La garde côtière de Malte a repêché neuf corps"}},
		{"cleft", "C'est par un défilé de voiliers que le port de Brest ouvrait ses fêtes le 12 juin dernier.", []string{"2024-06-12 Le port de Brest ouvrait ses fêtes"}},
		{"two adverbials, one with a clause", "En mer, dans une zone où la pêche est interdite, un chalutier a coulé mardi.", []string{"2024-06-18 Un chalutier a coulé"}},
		{"an adverbial before a subject with a clause", "À Brest, le maire qui a fermé le port a démissionné mardi.", []string{"2024-06-18 Le maire qui a fermé le port a démissionné"}},
		{"a date brought to the front", "C'est mardi que le procès s'est ouvert à Brest.", []string{"2024-06-18 Le procès s'est ouvert à Brest"}},
		{"a year brought to the front", "C'est seulement en 1985 que la digue a été construite.", []string{"1985 La digue a été construite"}},
		{"the day is what is told", "C'est mardi le grand jour.", nil},
		{"what is no event and no date", "C'est le maire que les ouvriers ont reçu mardi.", []string{"2024-06-18 Les ouvriers ont reçu le maire"}},
		{"a tragedy", "Le drame du 1er février à Brest hante encore les marins.", []string{"2024-02-01 Drame à Brest"}},
		{"a year in a name", "La saison touristique 2012 a débuté mardi au port.", []string{"2024-06-18 La saison touristique 2012 a débuté au port"}},
		{"an age", "Mardi, la ministre Julie Simon, 52 ans, a été réélue à Nantes.", []string{"2024-06-18 La ministre Julie Simon a été réélue à Nantes"}},
		{"a war in brackets", "Le maire expose les lettres de la guerre de Crimée (1853-1856).", []string{"1853/1856 Guerre de Crimée"}},
		{"when", "Où était la police le 2 mai 2021 quand la foule a forcé la porte du palais ?", []string{"2021-05-02 La foule a forcé la porte du palais"}},
		{"a witness", "Le 3 mai 2021, j'ai vu deux chars devant la mairie.", []string{"2021-05-03 Un témoin a vu deux chars devant la mairie"}},
		{"the verb before a colon, and nothing but dates", "Le Togo a connu trois grèves : en mars 1991, en mai 1993 et en juin 2005.", []string{
			"1991-03 Le Togo a connu une grève", "1993-05 Le Togo a connu une grève", "2005-06 Le Togo a connu une grève"}},
		{"a verb parted from its auxiliary", "Le constructeur a, de son côté, signé en juin 2021 un accord avec Skoda.", []string{"2021-06 Le constructeur a signé un accord avec Skoda"}},
		{"having done, as a saying tells it", "Des soldats ont annoncé mardi avoir mis fin au régime.", []string{"2024-06-18 Des soldats ont mis fin au régime"}},
		{"a short time before", "Le feu a été éteint mardi peu avant 10 heures.", []string{"2024-06-18 Le feu a été éteint"}},
		{"put off", "Le procès du maire a été reporté au 4 septembre 2024.", []string{"2024-09-04 Procès du maire"}},
		{"a source", "Selon un rapport remis en mai 2021, le barrage a cédé en 2009.", []string{"2009 Le barrage a cédé"}},
		{"an eve in a word", "Une avant-première a été annulée mardi à Bergen.", []string{"2024-06-18 Une avant-première a été annulée à Bergen"}},
		{"what somebody then was", "Paul Martin, capitaine du club en 1998, a atterri mardi à Roissy.", []string{"2024-06-18 Paul Martin a atterri à Roissy"}},
		{"this morning", "Le procès du maire a commencé ce matin.", []string{"2024-06-19 Le procès du maire a commencé"}},
		{"all night", "Quatre cents pompiers ont lutté mardi toute la nuit contre les flammes.", []string{"2024-06-18 Quatre cents pompiers ont lutté contre les flammes"}},
		{"so long after", "Un séisme a frappé Bergen mardi, trente ans jour pour jour après celui qui avait détruit le port.", []string{"2024-06-18 Un séisme a frappé Bergen"}},
		{"one of those that did", "La Syldavie a été l'un des neuf États alliés de la Bordurie à rejeter le rapport de la commission des ports en mai 2022.", []string{
			"2022-05 La Syldavie a été l'un des neuf États à rejeter le rapport de la commission"}},
		{"after having done", "Après avoir signé l'accord en mai 2015, la Grèce a quitté la ligue en 2019.", []string{"2015-05 La Grèce signe l'accord", "2019 La Grèce a quitté la ligue"}},
		{"accused of having done", "Mardi, Julie Simon a accusé le maire de l'avoir volée en 1975.", []string{"2024-06-18 Julie Simon a accusé le maire de l'avoir volée"}},
		{"the east that looks like a verb", "La tempête a frappé mardi l'est du pays.", []string{"2024-06-18 La tempête a frappé l'est du pays"}},
		{"a case against", "La Cour a révoqué mardi l'arrêt Martin v. Simon.", []string{"2024-06-18 La Cour a révoqué l'arrêt Martin v. Simon"}},
		{"a participle that has only its date", "Le Sénat a rejeté mardi la réforme, signée en 2011.", []string{"2024-06-18 Le Sénat a rejeté la réforme", "2011 Signature de la réforme"}},
		{"a date said twice", "La grève a débuté le 24 avril 2021. L'usine a brûlé dix jours plus tard, le 4 mai.", []string{"2021-04-24 La grève a débuté", "2021-05-04 L'usine a brûlé"}},
		{"the day that is meant", "Le parlement a voté hier (17 juin) la loi sur la pêche.", []string{"2024-06-17 Le parlement a voté la loi sur la pêche"}},
		{"another day is meant", "« La grève du port commence demain le 25 juin », écrivait le syndicat.", []string{"2024-06-25 La grève du port commence"}},
		{"another day is told", "Les dockers bloquent aujourd'hui le port, et le 25 juin les routiers fermeront le tunnel.", []string{
			"2024-06-19 Les dockers bloquent le port", "2024-06-25 Les routiers fermeront le tunnel"}},
		{"those that", "Le texte remplace ceux que les deux villes avaient conclus en 1998.", nil},
		{"no longer since", "Les deux villes n'ont plus de liaison directe depuis 1980.", []string{"1980/.. Les deux villes n'ont plus de liaison directe"}},
		{"entered", "Entré dans la ligue en 1973, le club a été exclu mardi.", []string{"1973 Entrée du club dans la ligue", "2024-06-18 Le club a été exclu"}},
		{"if between commas", "La ministre a dit mardi que le maire ne vendrait pas, s'il était élu, les terrains du port.", []string{"2024-06-18 Le maire ne vendrait pas les terrains du port"}},
		{"a heading in the line", "SAINT-LUNAIRE.- Deux hommes ont braqué hier une bijouterie.", []string{"2024-06-18 Deux hommes ont braqué une bijouterie"}},
		{"saw the light", "Le festival de jazz a vu le jour le 20 mai 1984 à Vienne.", []string{"1984-05-20 Le festival de jazz a vu le jour à Vienne"}},
		{"a noun that looks like a verb", "Le Togo réforme la justice en 1999.", []string{"1999 Le Togo réforme la justice"}},
		{"a stretch of time is what is spent", "Le 3 mai 2021, le roi de Suède a passé la nuit chez un pêcheur.", []string{"2021-05-03 Le roi de Suède a passé la nuit chez un pêcheur"}},
		{"saw the light in a month", "Le parti a vu le jour en mars 2011.", []string{"2011-03 Le parti a vu le jour"}},
		{"the zone of an hour", "Le train a quitté la gare vers 5 h 25 CEST.", []string{"2024-06-19 Le train a quitté la gare"}},
		{"others", "D'autres concerts seront donnés mardi prochain au port.", []string{"2024-06-25 D'autres concerts seront donnés au port"}},
		{"since what", "Le traité de Vienne, signé le 18 mars 1962, a réglé la question.", []string{"1962-03-18 Signature du traité de Vienne"}},
		{"apposition", "Fin mai, le ministre de la Pêche, Paul Martin, a visité le port de Brest.", []string{"2024-05 Paul Martin a visité le port de Brest"}},
	})
}

func TestFrenchNouns(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"after a preposition of time", "La ville se relève lentement depuis le séisme de janvier 2010.", []string{"2010-01 Séisme de janvier 2010"}},
		{"a locution is no noun", "Le mandat fut abrégé au bout de grèves massives qui exigeaient depuis le 4 mai 2017 une loi.", []string{"2017-05-04/.. Des grèves massives exigeaient une loi"}},
		{"noun with complement", "Après l'invasion du Koweït par l'Irak en août 1990, le prix du pétrole a doublé.", []string{"1990-08 Invasion du Koweït par l'Irak"}},
		{"noun with the date as complement", "Le référendum du 29 mai 2005 sur la Constitution hante encore le parti.", []string{"2005-05-29 Référendum sur la Constitution"}},
		{"participle", "L'accord signé en 2015 à Vienne reste fragile.", []string{"2015 Signature de l'accord à Vienne"}},
		{"participle after a comma", "Le traité, ratifié en mars 1998 par les deux chambres, limite les essais.", []string{"1998-03 Ratification du traité par les deux chambres"}},
		{"participle before its noun", "Signé à Rome en mars 1957, le traité a créé un marché commun.", []string{"1957-03 Signature du traité à Rome"}},
		{"participles of one noun", "Le tableau représente le général jugé en mars 1894 par la marine, dégradé en mai 1895 et réhabilité en juin 1906 par la Cour.", []string{
			"1894-03 Général jugé par la marine", "1895-05 Général dégradé", "1906-06 Général réhabilité par la Cour"}},
		{"a participle at the start that is a noun too", "Élu en mars 2019, le maire a démissionné mardi.", []string{"2019-03 Élection du maire", "2024-06-18 Le maire a démissionné"}},
		{"those elected", "Élus de la ville, ils ont démissionné mardi.", nil},
		{"a participle of an act and not of its place", "La grève suivait la fermeture de la raffinerie, décidée par Total en 2010.", []string{"2010 Fermeture de la raffinerie décidée par Total"}},
		{"who was killed", "Elle défend l'assassin du préfet Paul Martin, tué en mai 1998 à Ajaccio.", []string{"1998-05 Mort de Paul Martin à Ajaccio"}},
		{"a participle after a passive", "La taxe a été votée en mars 1975 pour cinq ans, puis reconduite par le Sénat en 1979.", []string{
			"1975-03 La taxe a été votée pour cinq ans", "1979 Taxe reconduite par le Sénat"}},
		{"a participle that agrees with another noun", "Le traité de paix signé par les deux reines, réunies en mai 1998 à Bergen, tient toujours.", []string{
			"1998-05 Deux reines réunies à Bergen"}},
		{"a participle before its pronoun", "Paul Martin a quitté Rome. Arrêté à Zurich en mars 2009, il a été libéré en mai 2010.", []string{
			"2009-03 Arrestation de Paul Martin à Zurich", "2010-05 Paul Martin a été libéré"}},
		{"how the main verb was done", "Réunie mardi à Bergen, la commission a rejeté le budget.", []string{"2024-06-18 La commission a rejeté le budget"}},
		{"a participle before a subject of the present", "Couronné à Bergen le 7 mai 2024, le film raconte une grève.", []string{"2024-05-07 Film couronné à Bergen"}},
		{"an adverb before its participle", "Le village, entièrement coupé du monde en janvier 2021 par une avalanche, attend des vivres.", []string{"2021-01 Village coupé du monde par une avalanche"}},
		{"participle without a noun of its act", "Le village, coupé du monde en janvier 2021 par une avalanche, attend des vivres.", []string{"2021-01 Village coupé du monde par une avalanche"}},
		{"several dates of one participle", "Le texte remplace les traités conclus entre Oslo et Helsinki en 1961, 2000 et 2001.", []string{
			"1961 Conclusion d’un traité entre Oslo et Helsinki", "2000 Conclusion d’un traité entre Oslo et Helsinki", "2001 Conclusion d’un traité entre Oslo et Helsinki"}},
	})
}

func TestFrenchLists(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"dates with their places after them", "Les deux reines se sont rencontrées en avril 2019, à Madrid, puis en septembre 2023, dans les Alpes suisses.", []string{
			"2019-04 Les deux reines se sont rencontrées à Madrid", "2023-09 Les deux reines se sont rencontrées dans les Alpes suisses"}},
		{"dates of one act", "Le Pérou a organisé des élections en 1980, en 1985 et en 1990.", []string{
			"1980 Le Pérou a organisé des élections", "1985 Le Pérou a organisé des élections", "1990 Le Pérou a organisé des élections"}},
		{"how many there were", "Depuis son indépendance, en 1958, la Guinée avait connu trois coups d'État, en 1984, 2008 et 2021.", []string{
			"1958 Indépendance de la Guinée", "1984 La Guinée avait connu un coup d'État", "2008 La Guinée avait connu un coup d'État", "2021 La Guinée avait connu un coup d'État"}},
		{"a number that is not that of the dates", "Le club a gagné trois coupes, en 2010 et en 2012.", []string{"2010 Le club a gagné trois coupes", "2012 Le club a gagné trois coupes"}},
		{"places joined before one date", "Le film sortira en Italie et au Portugal le 3 juillet, et en Grèce, le 9 août.", []string{
			"2024-07-03 Le film sortira en Italie et au Portugal", "2024-08-09 Le film sortira en Grèce"}},
		{"the verb before a colon", "Les casques bleus sont partis l'un après l'autre : du Mali en août 2022, du Tchad en février 2023.", []string{
			"2022-08 Les casques bleus sont partis du Mali", "2023-02 Les casques bleus sont partis du Tchad"}},
	})
}

func TestFrenchChronologies(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"days under a month", "Rappel des faits du blocus.\n\n--DÉCEMBRE 2022--\n\n- 27: Le port de Klow est bloqué par la marine.\n\n--JANVIER 2023--\n\n- 3-4: Deux autres navires suivent.\n- 7 : Signature de la trêve à Klow.\n",
			[]string{"2022-12-27 Le port de Klow est bloqué par la marine", "2023-01-03/2023-01-04 Deux autres navires suivent", "2023-01-07 Signature de la trêve à Klow"}},
		{"dates before a colon", "Les dates du conflit.\n\n* 24 février 2022 : l'armée bordure envahit la Syldavie.\n\n* 1er mars : le siège de Klow commence.\n",
			[]string{"2022-02-24 L'armée bordure envahit la Syldavie", "2022-03-01 Le siège de Klow commence"}},
	})
}

func TestFrenchSayings(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"what is reported", "Le premier ministre a annoncé mardi que l'usine de Brest fermerait.", []string{"2024-06-18 L'usine de Brest fermerait"}},
		{"an opinion", "La maire a déclaré mardi que le port est une chance pour la ville.", []string{"2024-06-18 La maire a déclaré que le port est une chance pour la ville"}},
		{"a fact that is reported", "La maire a déclaré mardi que le port est fermé.", []string{"2024-06-18 Le port est fermé"}},
		{"who says it at the end", "L'usine de Brest fermera en mars 2025, a annoncé le groupe.", []string{"2025-03 L'usine de Brest fermera"}},
		{"according to", "Deux soldats ont été tués lundi, selon l'armée.", []string{"2024-06-17 Deux soldats ont été tués"}},
		{"the day of the saying", "Deux soldats ont été tués, a indiqué mardi l'armée.", []string{"2024-06-18 Deux soldats ont été tués"}},
		{"a quotation", "« Le barrage ouvert en 1970 sera rasé », a dit le maire.", []string{"1970 Ouverture du barrage"}},
		{"the occasion of a saying", "Mardi, la reine a affirmé que les deux peuples étaient amis, après la signature d'un traité de paix avec le Danemark.", []string{
			"2024-06-18 Signature d'un traité de paix avec le Danemark"}},
	})
}

func TestFrenchPronouns(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"he", "Kim Jong Un est monté dans son train. Il se rend mercredi à Moscou.", []string{"2024-06-19 Kim Jong Un se rend à Moscou"}},
		{"they", "Les syndicats du rail négocient. Ils ont déposé un préavis mardi.", []string{"2024-06-18 Les syndicats du rail ont déposé un préavis"}},
		{"demonstrative", "Cet accord a été dénoncé en mai 2020 par la Pologne.", []string{"2020-05 L’accord a été dénoncé par la Pologne"}},
		{"the two countries", "La Grèce et la Turquie se parlent. Les deux pays ont signé un accord en mai 2023.", []string{"2023-05 La Grèce et la Turquie ont signé un accord"}},
		{"surname", "Le maire de Rennes, Paul Martin, est malade. M. Martin a été opéré lundi.", []string{"2024-06-17 Paul Martin a été opéré"}},
		{"the players of a man", "Les joueurs de Paul Martin ont gagné. Ils ont été reçus mardi à la mairie.", []string{"2024-06-18 Les joueurs de Paul Martin ont été reçus à la mairie"}},
		{"the countries", "Le Chili a voté. Les pays de la côte ont signé un accord mardi.", []string{"2024-06-18 Les pays de la côte ont signé un accord"}},
		{"the group that a relative is about", "Verkor a vendu ses parts à Renault, qui fermera une usine. Le groupe a signé un accord mardi.", []string{"2024-06-18 Renault a signé un accord"}},
		{"him", "Paul Martin a quitté Rome. Le parti l'a exclu mardi.", []string{"2024-06-18 Le parti a exclu Paul Martin"}},
		{"her", "Julie Simon dirige le port. Le conseil l'a réélue mardi.", []string{"2024-06-18 Le conseil a réélu Julie Simon"}},
		{"a fact", "Paul Martin a quitté Rome. Le parti l'a annoncé mardi.", nil},
		{"who says that he will", "La Syldavie, où un vote était prévu, a annoncé lundi qu'elle suspend le traité.", []string{"2024-06-17 La Syldavie suspend le traité"}},
		{"him or him", "Paul Martin a rencontré Jean Dupont. Le parti l'a exclu mardi.", nil},
		{"a thing", "La ministre a signé le texte. Le Sénat l'a rejeté mardi.", nil},
		{"she", "Paul Martin dirige la banque avec Julie Simon. Elle a été élue lundi.", []string{"2024-06-17 Julie Simon a été élue"}},
		{"she or the bank", "Paul Martin dirige la banque avec Julie Simon. Elle a été vendue lundi.", nil},
		{"the country", "Le Portugal a voté. Le pays a élu mardi son président.", []string{"2024-06-18 Le Portugal a élu son président"}},
		{"the country that an object named", "Des généraux ont renversé le président du Tchad. Le pays avait connu un putsch en 1990.", []string{"1990 Le Tchad avait connu un putsch"}},
		{"the group", "Renault a changé de directeur. Le groupe fermera une usine en mars 2025.", []string{"2025-03 Renault fermera une usine"}},
		{"passive", "La Russie a suspendu l'accord. Il avait été reconduit en mai 2023.", []string{"2023-05 L'accord avait été reconduit"}},
	})
}

func TestFrenchWithoutEvent(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"duration", "Les pourparlers ont duré trois semaines.", nil},
		{"age", "La présidente, 52 ans, vit à Nantes depuis dix ans.", nil},
		{"habit", "Le conseil se réunit chaque lundi.", nil},
		{"nowadays", "La relation entre les deux villes prend de l'importance cette année.", nil},
		{"today", "Vingt États entretiennent aujourd'hui une ambassade à Lima.", nil},
		{"these days", "Les deux équipes soulignent ces jours-ci leurs différences.", nil},
		{"a year that belongs to its noun", "Le budget 2011 grossit encore.", nil},
		{"how long", "Le musée restera fermé jusqu'au 4 juillet 2024.", nil},
		{"what it is compared with", "Les ventes baissent de moitié par rapport à 2019.", nil},
		{"how old", "Le pont date de 1931.", nil},
		{"for how long in an apposition", "Le conseil dissout un comité, en place depuis 2009, pour incurie.", nil},
		{"after a year", "Après 2010, elle change de métier.", nil},
		{"what it was meant for", "Prévu pour le 3 juin 2024, le départ de la course est reporté.", nil},
		{"what it is not", "Le budget de 2023 est plus petit que le précédent.", nil},
	})
}

func TestFrenchLength(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"adverbials go before objects", "Le gouvernement de transition a promulgué lundi, au terme de longues semaines de tractations avec les chefs des principales tribus du nord, une loi électorale.", []string{
			"2024-06-17 Le gouvernement de transition a promulgué une loi électorale"}},
		{"subordinates go", "La cour a condamné jeudi 6 juin 2024 l'ancien directeur de la banque à cinq ans de prison parce qu'il avait détourné des millions d'euros vers des comptes à l'étranger.", []string{
			"2024-06-06 La cour a condamné l'ancien directeur de la banque à cinq ans de prison"}},
		{"titles before names go", "Le ministre délégué chargé des Transports et de la Mobilité durable Jean Dupont a inauguré mardi la nouvelle ligne de tramway de Nantes.", []string{
			"2024-06-18 Jean Dupont a inauguré la nouvelle ligne de tramway de Nantes"}},
		{"what only some did goes before what they did it to", "Le 4 mai 2019, des partisans armés du gouverneur déchu avaient envahi la résidence de la reine de Suède à Lima.", []string{
			"2019-05-04 Des partisans armés avaient envahi la résidence de la reine de Suède à Lima"}},
		{"a phrase before the object goes first", "La société a dévoilé mardi dans le cadre de sa grande conférence annuelle de printemps une version légère de sa tablette à deux écrans.", []string{
			"2024-06-18 La société a dévoilé une version légère de sa tablette à deux écrans"}},
		{"what finds room comes back", "La Suède a ouvert mardi un nouveau chapitre dans la lutte contre le plomb en fermant la dernière des usines qui en produisaient au bord de la mer.", []string{
			"2024-06-18 La Suède a ouvert un nouveau chapitre dans la lutte contre le plomb"}},
		{"parts need their whole", "Une partie de la précieuse collection de tapis anciens de ce musée danois sera exposée mardi prochain au palais des congrès.", []string{
			"2024-06-25 Une partie de la précieuse collection sera exposée au palais des congrès"}},
	})
}

func TestEnglishClauses(t *testing.T) {
	checkCases(t, "en", []eventCase{
		{"a date brought to the front", "It was on 3 May 2021 that the two clubs merged.", []string{"2021-05-03 The two clubs merged"}},
		{"main clause", "Parliament adopted the climate bill on Tuesday.", []string{"2024-06-18 Parliament adopted the climate bill"}},
		{"a clause after an apposition", "The race stopped after Mary Jones, a Labour mayor, was shot in her office on June 16, 2016.", []string{"2016-06-16 Mary Jones was shot in her office"}},
		{"what is due", "The cricket team, due to play in Reno on June 22, narrowly escaped the fire.", nil},
		{"how long after", "The minister was sacked on June 14, three weeks after her budget sent the pound down.", []string{"2024-06-14 The minister was sacked"}},
		{"an act named by two words", "A suicide bombing claimed by the rebels killed nine people on Tuesday.", []string{"2024-06-18 A suicide bombing claimed by the rebels killed nine people"}},
		{"what acts do", "The attack on the market, which began on Tuesday, wounded nine.", []string{"2024-06-18 The attack on the market began"}},
		{"what places have", "The attack on the market, which the queen opened in 1998, wounded nine.", []string{"1998 The queen opened the market"}},
		{"of which", "The airline, whose flight to Reno vanished in March 2014, was sold.", []string{"2014-03 Flight to Reno of the airline vanished"}},
		{"on both sides", "Britain and Ireland signed. Votes will be held on both sides of the border on July 22, 2025.", []string{"2025-07-22 Votes will be held on both sides of the border"}},
		{"what is done with it", "The rebels declared a ceasefire in August 1994 and broke it in February 1996.", []string{"1994-08 The rebels declared a ceasefire"}},
		{"a passive that two share", "The company was founded in 1998 by two students and sold to a rival in 2006.", []string{"1998 The company was founded by two students", "2006 The company was sold to a rival"}},
		{"a passive that two do not share", "The minister was arrested in 1998 and died in 2006 in Reno.", []string{"1998 The minister was arrested", "2006 The minister died in Reno"}},
		{"since doing", "Since joining the club in January 2017, Mary Jones has won three cups.", []string{"2017-01 Mary Jones joins the club"}},
		{"until when", "The mayor said on Tuesday that she would stay until October.", []string{"2024-06-18 The mayor would stay until October"}},
		{"the worst of many", "The deadliest in recent years took place in November 1990 in Reno.", nil},
		{"a relative that stands for persons", "The vote led to the fall of Mary Jones, who left Parliament in May 2019.", []string{"2019-05 Mary Jones left Parliament"}},
		{"a relative that stands for things", "The town voted for the repair of the bridge, which fell in May 2019.", []string{"2019-05 The bridge fell"}},
		{"subject relative", "The minister, who resigned in March 2019, runs a bank.", []string{"2019-03 The minister resigned"}},
		{"object relative", "They crossed the region, which Danish troops entered in early August 2022.", []string{"2022-08 Danish troops entered the region"}},
		{"adverbial clause", "Since Chile nationalised its copper mines in July 1971, prices have varied.", []string{"1971-07 Chile nationalised its copper mines"}},
		{"two verbs", "Mary Jones took his place in July 2016, signed the treaty on 29 March 2017 and fell two years later.", []string{
			"2016-07 Mary Jones took his place", "2017-03-29 Mary Jones signed the treaty", "2019 Mary Jones fell"}},
		{"what is reported", "The ministry said on Tuesday that the plant would close.", []string{"2024-06-18 The plant would close"}},
		{"who says it at the end", "The king signed the decree on Monday, state media reported.", []string{"2024-06-17 The king signed the decree"}},
		{"coordinated nouns", "He signed the law after a vote of the lower house on 24 October 2023 and the approval of the senate on 6 November 2023.", []string{
			"2023-10-24 Vote of the lower house", "2023-11-06 Approval of the senate"}},
		{"noun", "The invasion of Kuwait in August 1990 doubled the price of oil.", []string{"1990-08 Invasion of Kuwait"}},
		{"a year before its noun", "Farmers still quote the 1974 treaty with the miners.", []string{"1974 Treaty with the miners"}},
		{"born", "Paul Martin, born in Lyon on 3 May 1955, runs a bank.", []string{"1955-05-03 Birth of Paul Martin in Lyon"}},
		{"worst since", "The summer is the driest since 1976.", nil},
		{"it", "The brewery said on Tuesday that it will open two pubs.", []string{"2024-06-18 The brewery will open two pubs"}},
		{"it that announces", "It emerged on Tuesday that the plant would close.", []string{"2024-06-18 The plant would close"}},
		{"he is no thing", "The parcel came late. He left on Tuesday.", nil},
		{"possessive day", "Shares fell after Tuesday's vote in parliament.", []string{"2024-06-18 Shares fell after the vote in parliament"}},
		{"today", "The bakery today opened a second shop in Leeds.", []string{"2024-06-19 The bakery opened a second shop in Leeds"}},
		{"in response to", "The mayor closed the bridge on Monday in response to warnings.", []string{"2024-06-17 The mayor closed the bridge in response to warnings"}},
		{"drunken driving", "Police arrested the goalkeeper on suspicion of drunken driving early Sunday.", []string{"2024-06-16 Police arrested the goalkeeper on suspicion of drunken driving"}},
		{"an apposition between commas", "The old lighthouse, the Beacon, collapsed into the sea on Monday.", []string{"2024-06-17 The old lighthouse collapsed into the sea"}},
		{"anniversary", "Saturday is the first anniversary of the Lisbon summit.", []string{"2024-06-22 First anniversary of the Lisbon summit"}},
		{"he", "Kim Jong Un boarded his train. He left for Moscow on Tuesday.", []string{"2024-06-18 Kim Jong Un left for Moscow"}},
		{"the verb before a colon", "The two queens have met twice: in Madrid in April 2019, at the Alps spa in September 2023.", []string{
			"2019-04 The two queens have met in Madrid", "2023-09 The two queens have met at the Alps spa"}},
		{"habit", "The council meets every Monday.", nil},
		{"duration", "The talks lasted three weeks.", nil},
	})
}

func TestBoilerplate(t *testing.T) {
	text := "Accord de paix à Bogota\n\nBOGOTA (AFP) – Les deux camps ont signé mardi un accord de paix.\n\nLa signature du 18 juin 2024 vue de la tribune.\n\nPhoto : AFP\n\n" +
		"Lire aussi : La guerre de 1948, histoire d'une violence\n\nLe texte a été salué mercredi par l'ONU.\n\nPublié le 3 mars 2011\n\n" +
		"Traduit de l'anglais le 4 mars 2011 par Julie Simon.\n\nRecevez notre lettre du lundi.\n\nhttp://exemple.fr/2011/03/04/accord\n\nCet article a été traduit en 2012."
	var got []string
	for _, d := range draftsOf(t, "fr", text, caseDate) {
		got = append(got, d.span.EDTF()+" "+d.title)
	}
	want := "2024-06-18 Les deux camps ont signé un accord de paix\n2024-06-19 Le texte a été salué par l'ONU"
	if strings.Join(got, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), want)
	}
}

// TestHeadlineOpeners takes from headlines what only announces them.
func TestHeadlineOpeners(t *testing.T) {
	for _, c := range [][3]string{
		{"fr", "URGENT - Le maire de Brest quitte son poste", "Le maire de Brest quitte son poste"},
		{"fr", "C’est officiel, le stade fermera en mars", "le stade fermera en mars"},
		{"fr", "Direct : suivez", "Direct : suivez"},
		{"fr", "Vidéosurveillance : la ville pose cent caméras", "Vidéosurveillance : la ville pose cent caméras"},
		{"en", "BREAKING: The mayor of Leeds resigns", "The mayor of Leeds resigns"},
		{"en", "Live music returns to the harbour", "Live music returns to the harbour"},
	} {
		l, err := languageFor(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := l.opened(c[1]); got != c[2] {
			t.Errorf("%q: %q, want %q", c[1], got, c[2])
		}
	}
}
