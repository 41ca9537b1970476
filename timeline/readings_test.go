package timeline

import "testing"

// TestFrenchReadings has sentences whose words could be read in two ways.
func TestFrenchReadings(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"a verb that is a noun elsewhere", "Le prix du billet, qui s'élève à 30 euros, a doublé mardi.", []string{"2024-06-18 Le prix du billet a doublé"}},
		{"the noun", "L'élève a quitté le lycée mardi.", []string{"2024-06-18 L'élève a quitté le lycée"}},
		{"an auxiliary after a number", "Trois bateaux sur cinq ont été vendus lundi.", []string{"2024-06-17 Trois bateaux sur cinq ont été vendus"}},
		{"no auxiliary", "Les deux avions ont quitté Klow lundi.", []string{"2024-06-17 Les deux avions ont quitté Klow"}},
		{"whom an apposition describes", "Julie Simon, adjointe aux écoles, qui a reçu les parents samedi, se tait.", []string{"2024-06-15 Julie Simon a reçu les parents"}},
		{"what it is made of", "Le maire a vendu un lot de livres aux écoles, qui ont rouvert lundi.", []string{"2024-06-17 Les écoles ont rouvert"}},
		{"the first and its name", "Le premier, Corail, avait coulé en juillet 1997.", []string{"1997-07 Corail avait coulé"}},
		{"a film and its title", "Julie Simon tourne. Son dernier film, La Nuit des marins, a reçu un prix à Klow en 2018.", []string{"2018 La Nuit des marins a reçu un prix à Klow"}},
		{"a title with a locution", "Julie Simon tourne. Son premier film, Au bout de la jetée, a reçu un prix à Klow en 2018.", []string{"2018 Au bout de la jetée a reçu un prix à Klow"}},
		{"what it was made", "Sacré champion en 1998, le club de Klow a perdu la finale en mai.", []string{"1998 Club de Klow sacré champion", "2024-05 Le club de Klow a perdu la finale"}},
	})
}

// TestEnglishReadings is the same for English.
func TestEnglishReadings(t *testing.T) {
	checkCases(t, "en", []eventCase{
		{"a relative that is no object", "Syldavia has signed a deal that allows boats to leave, the mayor said on Tuesday.", []string{"2024-06-18 Syldavia has signed a deal that allows boats to leave"}},
		{"a noun after that", "News that talks with Borduria had failed reached the port on Tuesday.", []string{"2024-06-18 News reached the port"}},
		{"what surrounds the saying", "The ferry sank, police said on Tuesday, a day before the fair was to open.", []string{"2024-06-18 The ferry sank"}},
		{"a subject that a relative parts from its verb", "Syldavia sent nurses on Monday, and Borduria, whose minister resigned, has sent doctors.", []string{"2024-06-17 Syldavia sent nurses"}},
		{"a member of a list", "The mayor met Syldavia and Borduria, whose minister resigned, on Monday.", []string{"2024-06-17 The mayor met Syldavia and Borduria"}},
		{"dates beside a duration", "The pact was renewed in May for 90 days and again on June 18.", []string{"2024-05 The pact was renewed", "2024-06-18 The pact was renewed again"}},
	})
}

// TestOwners says whose a thing is where only the text before a possessive tells.
func TestOwners(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"of whom the sentence before tells", "Julie Simon vit à Klow. Son fils a été élu maire lundi.", []string{"2024-06-17 Le fils de Julie Simon a été élu maire"}},
		{"across a pronoun", "Julie Simon vit à Klow. Elle y peint. Sa sœur a quitté la ville lundi.", []string{"2024-06-17 La sœur de Julie Simon a quitté la ville"}},
		{"of a thing", "Paul Martin est venu au port. Le phare attire. Son toit a brûlé lundi.", []string{"2024-06-17 Le toit a brûlé"}},
		{"of whom the clause around tells", "Paul Martin parle. Le maire a promis que son train partirait vendredi.", []string{"2024-06-21 Le train partirait"}},
		{"whose the subject of a relative is", "Le Tchad, dont la flotte a quitté le port lundi, se tait.", []string{"2024-06-17 La flotte du Tchad a quitté le port"}},
		{"what a verb has with of", "Le Tchad, dont la reine s'est emparée lundi, se tait.", []string{"2024-06-17 La reine s'est emparée du Tchad"}},
		{"a name needs none", "Le groupe, dont l'ancien patron Paul Martin a été arrêté lundi, se tait.", []string{"2024-06-17 L'ancien patron Paul Martin a été arrêté"}},
		{"the latter", "La cour a jugé le patron du port, Paul Martin. Ce dernier avait été arrêté en Espagne en mai 2016.", []string{"2016-05 Paul Martin avait été arrêté en Espagne"}},
		{"what became of the latter", "La cour a jugé le patron du port, Paul Martin. Ce dernier avait été arrêté en Espagne en mai 2016 puis extradé en juin 2016.", []string{
			"2016-05 Paul Martin avait été arrêté en Espagne", "2016-06 Extradition de Paul Martin"}},
		{"a thing as the latter", "Le maire Paul Martin a lu le projet de port de plaisance et de marina. Ce dernier a été adopté en mai 2016.", nil},
	})
	checkCases(t, "en", []eventCase{
		{"of whom the sentence before tells", "Mary Jones lives in Hull. Her brother left the city on Monday.", []string{"2024-06-17 Mary Jones's brother left the city"}},
		{"of another", "Paul Smith lives in Hull. Her brother left the city on Monday.", []string{"2024-06-17 The brother left the city"}},
	})
}

// TestFrenchCounts: what the weather does, what an attack costs, and dates that are
// those of a noun.
func TestFrenchCounts(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"the weather", "Le maire parle. Il fera 38 degrés à Klow vendredi.", []string{"2024-06-21 Il fera 38 degrés à Klow"}},
		{"not the weather", "Le maire est venu. Il fera un discours à Klow vendredi.", []string{"2024-06-21 Le maire fera un discours à Klow"}},
		{"what it cost", "Les affrontements du 3 mai ont fait douze morts.", []string{"2024-05-03 Les affrontements ont fait douze morts"}},
		{"what it made", "Les affrontements du 3 mai ont fait peur aux pêcheurs.", []string{"2024-05-03 Affrontements du 3 mai"}},
		{"after a treaty with another", "C'est le premier accord du roi depuis le traité de paix avec la Bordurie, en 1994.", []string{"1994 Traité de paix avec la Bordurie"}},
		{"after a match of its own", "Le club recevra Klow vendredi, après son nul (0-0) de la semaine dernière.", []string{"2024-06-21 Le club recevra Klow"}},
		{"a day that is told", "Paul Martin a raconté au juge sa journée du 3 mai.", nil},
		{"the first time since", "La banque a gardé lundi ses taux, pour la première fois depuis mai 2022.", []string{"2024-06-17 La banque a gardé ses taux", "2022-05 La banque a gardé ses taux"}},
		{"a year as object", "Le maire a déclaré 2023 année de la mer.", nil},
	})
	checkCases(t, "en", []eventCase{
		{"a year as object", "The queen called 1992 a bad year.", nil},
		{"a phrase after while", "The queen fell while in Hull in May 1952 and was crowned on 2 June 1953.", []string{"1952-05 The queen fell while in Hull", "1953-06-02 The queen was crowned"}},
		{"how often as part of what is told", "The port grew at an annual rate of two boats in May.", []string{"2024-05 The port grew at an annual rate of two boats"}},
		{"a stretch up to a month", "Prices rose by half in the year to May.", []string{"2024-05 Prices rose by half"}},
		{"a list of unlike dates", "The club won in 2019 and in May 2022.", []string{"2019 The club won", "2022-05 The club won"}},
	})
}

// TestWhoIsMeant: pronouns and pairs stand for whom a reader takes them for, and a date
// that says what somebody was then is not that of what is told.
func TestWhoIsMeant(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"who was replaced", "L'actrice Anna Martin est venue. Paul Simon quitte le port. Il a été remplacé lundi par Julie Simon.", []string{"2024-06-17 Paul Simon a été remplacé par Julie Simon"}},
		{"his captain", "Le bateau est au port. Son capitaine a quitté Klow lundi.", []string{"2024-06-17 Le capitaine a quitté Klow"}},
		{"two countries of many", "La France et la Suède négocient. Deux pays ont quitté la salle lundi.", []string{"2024-06-17 Deux pays ont quitté la salle"}},
		{"what he was then", "Paul Martin, deux fois vainqueur entre 2005 et 2010, a quitté le club lundi.", []string{"2024-06-17 Paul Martin a quitté le club"}},
		{"what she was then", "Maîtresse du phare en janvier, Julie Simon a quitté le port en mai.", []string{"2024-05 Julie Simon a quitté le port"}},
		{"a participle that is a noun elsewhere", "Arrivée de Klow lundi, la troupe a joué.", []string{"2024-06-17 La troupe a joué"}},
	})
	checkCases(t, "en", []eventCase{
		{"a people", "Mary Jones and Anna Smith scored. The Americans will return. They left the port on Monday.", []string{"2024-06-17 The Americans left the port"}},
		{"two of many", "Mary Jones and Anna Smith met. Paul Brown won two men's titles on Monday.", []string{"2024-06-17 Paul Brown won two men's titles"}},
	})
}

// TestUndone tells of what was to be what became of it.
func TestUndone(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"cancelled", "Le marché prévu vendredi est annulé.", []string{"2024-06-21 Le marché est annulé"}},
		{"what stands", "Le marché prévu vendredi attire des pêcheurs.", nil},
		{"which was to be", "Le marché aux fleurs, qui devait avoir lieu le 21 juin à Klow, est annulé.", []string{"2024-06-21 Le marché aux fleurs est annulé"}},
		{"which was not", "Le marché aux fleurs, qui a ouvert lundi à Klow, est annulé.", []string{"2024-06-17 Le marché aux fleurs a ouvert à Klow"}},
		{"an object after an adverbial", "Les maires ont remporté de justesse, dimanche, les élections.", []string{"2024-06-16 Les maires ont remporté de justesse les élections"}},
	})
	checkCases(t, "en", []eventCase{
		{"cancelled", "Matches scheduled for this weekend have been postponed.", []string{"2024-06-22/2024-06-23 Matches have been postponed"}},
		{"survived by a vote", "Paul Brown survived by a single vote in 1868 and Paul Smith was acquitted in May 1999.", []string{"1868 Paul Brown survived by a single vote", "1999-05 Paul Smith was acquitted"}},
	})
}
