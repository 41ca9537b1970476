package timeline

import "testing"

// TestFrenchTopics puts what the article is about where a title would not say it.
func TestFrenchTopics(t *testing.T) {
	const libya = "La Libye a fermé ses ports mardi. L'Union a puni la Libye lundi. En juin 2023, la Libye avait vendu son gaz. "
	checkCases(t, "fr", []eventCase{
		{"the state of an article, before a noun alone", libya + "La ville a souffert des combats du 3 mai 2021.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Libye : combats"}},
		{"before what every state has", libya + "Le gouvernement a démissionné le 3 mai 2021.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Libye : le gouvernement a démissionné"}},
		{"not before a name", libya + "Le 3 mai 2021, le gouvernement a nommé Paul Martin.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Le gouvernement a nommé Paul Martin"}},
		{"before a clause that names nobody", libya + "Un avion s'est écrasé sur une ferme le 3 mai 2021.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Libye : un avion s'est écrasé sur une ferme"}},
		{"not where the sentence is of another state", libya + "Un avion s'est écrasé sur une ferme le 3 mai 2021, dit-on au Tchad.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Un avion s'est écrasé sur une ferme"}},
		{"not before its own people", libya + "Le président libyen a démissionné le 3 mai 2021.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 L'Union a puni la Libye", "2023-06 La Libye avait vendu son gaz", "2021-05-03 Le président libyen a démissionné"}},
		{"what points into the text", "Les deux reines ont parlé lundi de ce traité dans cette ville.", []string{"2024-06-17 Les deux reines ont parlé du traité dans la ville"}},
		{"whose it is the text before says", "Les marins ont commencé lundi à se révolter contre sa dictature.", []string{"2024-06-17 Les marins ont commencé à se révolter contre la dictature"}},
		{"whose it is the title says", "Les marins ont salué lundi la reine et son fils.", []string{"2024-06-17 Les marins ont salué la reine et son fils"}},
		{"or the subject", "Le marin a vendu lundi son bateau.", []string{"2024-06-17 Le marin a vendu son bateau"}},
		{"but a time", "Le club a perdu lundi pour la première fois cette saison.", []string{"2024-06-17 Le club a perdu cette saison"}},
		{"nor where two states are told of", "La Libye a fermé ses ports mardi. Le Tchad a puni la Libye lundi. Le gouvernement a démissionné le 3 mai 2021.", []string{
			"2024-06-18 La Libye a fermé ses ports", "2024-06-17 Le Tchad a puni la Libye", "2021-05-03 Le gouvernement a démissionné"}},
		{"the complement that a noun has elsewhere", "Les salariés ont lu la lettre de la direction de Renault. La direction a fermé une usine lundi.", []string{
			"2024-06-17 La direction de Renault a fermé une usine"}},
		{"what it is about", "La Suède tient à l'accord sur la pêche au thon. L'accord a été prolongé lundi.", []string{"2024-06-17 L'accord sur la pêche au thon a été prolongé"}},
		{"but none of two", "La direction de Renault et celle de Fiat négocient. On attend la direction de Volvo. La direction a fermé une usine lundi.", []string{
			"2024-06-17 La direction a fermé une usine"}},
		{"nor where it has its own", "Les salariés ont lu la lettre de la direction de Renault. La direction du port a fermé une grue lundi.", []string{
			"2024-06-17 La direction du port a fermé une grue"}},
	})
}

// TestTruth: a title says of whom and of which date what the text says.
func TestTruth(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"each number of its year", "La banque prévoit une hausse de 2 % en 2025 (au lieu de 3 %) et de 4 % en 2026.", []string{
			"2025 La banque prévoit une hausse de 2 %", "2026 La banque prévoit une hausse de 4 %"}},
		{"the victim, not the killer", "Elle défend l'assassin du maire de Brest Paul Martin, tué le 6 février 1998 à Nantes.", []string{"1998-02-06 Mort de Paul Martin à Nantes"}},
		{"the killer, who has no name beside", "Elle défend le voisin du maire, tué le 6 février 1998 à Nantes.", []string{"1998-02-06 Mort du voisin du maire à Nantes"}},
	})
	checkCases(t, "en", []eventCase{
		{"a season is a date", "Mary Jones led the club to the cup in the 2004-05 season.", []string{"2004/2005 Mary Jones led the club to the cup"}},
		{"whose arrest", "The mine closed after the arrest on June 21, 2012 of Paul Simpson.", []string{"2012-06-21 Arrest of Paul Simpson"}},
		{"text cut into tokens", "The bakery 's owner sold the shop on Monday.", []string{"2024-06-17 The bakery's owner sold the shop"}},
	})
}

// TestTakingPlace makes nouns of clauses that say only that something took place.
func TestTakingPlace(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"took place", "Une conférence sur l'eau s'est tenue mardi à Oslo.", []string{"2024-06-18 Conférence sur l'eau à Oslo"}},
		{"will", "Les élections au conseil du port auront lieu les 6 et 13 avril 2025.", []string{"2025-04-06 Élections au conseil du port", "2025-04-13 Élections au conseil du port"}},
		{"did not", "La conférence sur l'eau n'a pas eu lieu mardi à Oslo.", []string{"2024-06-18 La conférence sur l'eau n'a pas eu lieu à Oslo"}},
		{"was to", "Une conférence sur l'eau devait se tenir le 18 juin 2024 à Oslo.", []string{"2024-06-18 Une conférence sur l'eau devait se tenir à Oslo"}},
		{"too little", "La conférence a eu lieu mardi.", []string{"2024-06-18 La conférence a eu lieu"}},
	})
	checkCases(t, "en", []eventCase{
		{"took place", "A conference on water took place in Oslo on Tuesday.", []string{"2024-06-18 Conference on water in Oslo"}},
		{"may have", "A conference on water may have taken place in Oslo on Tuesday.", []string{"2024-06-18 A conference on water may have taken place in Oslo"}},
	})
}

// TestUnsound: what is no sentence gets no title, or a shorter one.
func TestUnsound(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"a name with a plural verb", "Des blessés de Gaza ont quitté la ville mardi.", []string{"2024-06-18 Des blessés de Gaza ont quitté la ville"}},
		{"a word misspelt between two articles", "La foule salue la révolution danoise des les premières grèves du 15 mars 2011.", []string{"2011-03-15 Révolution danoise"}},
		{"two articles that may stand together", "Tous les ponts ont été fermés mardi.", []string{"2024-06-18 Tous les ponts ont été fermés"}},
		{"a verb with its pronoun goes with what it is for", "Le ministre démissionnera de toutes ses charges pour se vouer à partir du 21 août 2024 à la longue campagne du parti.", []string{
			"2024-08-21 Le ministre démissionnera de toutes ses charges"}},
		{"where goes before whose", "Un tableau de Claude Monet qui a dormi cent ans sera présenté lundi prochain par la maison de vente Artemis et fils à Paris.", []string{
			"2024-06-24 Un tableau de Claude Monet sera présenté par la maison de vente Artemis et fils"}},
		{"a purpose goes with its object", "Mardi, la reine a sollicité le chancelier afin d'obtenir la libération immédiate des marins danois retenus à Lima.", []string{
			"2024-06-18 La reine a sollicité le chancelier"}},
	})
	checkCases(t, "en", []eventCase{
		{"when it began", "The bakery has sold bread in Leeds beginning Monday.", []string{"2024-06-17 The bakery has sold bread in Leeds"}},
		{"a gerund with what leads to it", "The county department of roads and bridges found itself on the defensive Tuesday while trying to find a crane that vanished.", []string{
			"2024-06-18 The county department of roads and bridges found itself on the defensive"}},
		{"a subject that begins with an adjective", "Local officials, seeking calm, mostly kept silent on Tuesday.", []string{"2024-06-18 Local officials mostly kept silent"}},
		{"the hour's place", "The army attacked a camp in South Sudan at 3 p.m. local time on Tuesday.", []string{"2024-06-18 The army attacked a camp in South Sudan"}},
		{"a gerund with its object", "The queen left Lima on Tuesday carrying a flag.", []string{"2024-06-18 The queen left Lima carrying a flag"}},
	})
}
