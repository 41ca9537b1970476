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
