package timeline

import "testing"

func TestFrenchApproximations(t *testing.T) {
	checkCases(t, "fr", []eventCase{
		{"near", "Près de mille personnes ont défilé mardi à Brest.", []string{"2024-06-18 Près de mille personnes ont défilé à Brest"}},
		{"elided", "Plus d'une centaine de maisons ont brûlé mardi à Brest.", []string{"2024-06-18 Plus d'une centaine de maisons ont brûlé à Brest"}},
		{"half", "Plus de la moitié des députés ont voté mardi la loi.", []string{"2024-06-18 Plus de la moitié des députés ont voté la loi"}},
		{"at least", "À Brest, au moins douze marins ont été tués mardi.", []string{"2024-06-18 Au moins douze marins ont été tués"}},
		{"between", "Entre 20 et 30 maisons ont brûlé mardi.", []string{"2024-06-18 Entre 20 et 30 maisons ont brûlé"}},
		{"up to", "Jusqu'à 500 dockers ont occupé mardi le port.", []string{"2024-06-18 Jusqu'à 500 dockers ont occupé le port"}},
		{"about", "Environ trente élèves ont quitté mardi l'école.", []string{"2024-06-18 Environ trente élèves ont quitté l'école"}},
		{"a numeral first", "Cinquante ouvriers ont occupé mardi l'usine.", []string{"2024-06-18 Cinquante ouvriers ont occupé l'usine"}},
		{"of an object", "Le préfet a reçu mardi près de vingt maires.", []string{"2024-06-18 Le préfet a reçu près de vingt maires"}},
		// no numbers
		{"near a place", "Près de Brest, un train a déraillé mardi.", []string{"2024-06-18 Un train a déraillé"}},
		{"between two places", "Entre les deux villes, la ligne a fermé mardi.", []string{"2024-06-18 La ligne a fermé"}},
		{"more than before", "Plus tard, deux wagons ont brûlé mardi.", []string{"2024-06-18 Deux wagons ont brûlé"}},
		{"how long", "Après plus de vingt ans d'exil, le roi est rentré mardi.", []string{"2024-06-18 Le roi est rentré"}},
	})
}

func TestEnglishApproximations(t *testing.T) {
	checkCases(t, "en", []eventCase{
		{"at least", "At least twelve miners were killed in Leeds on Monday.", []string{"2024-06-17 At least twelve miners were killed in Leeds"}},
		{"at least after a comma", "On Monday, at least 12 miners were killed.", []string{"2024-06-17 At least 12 miners were killed"}},
		{"nearly", "Nearly 500 dockers marched on Monday.", []string{"2024-06-17 Nearly 500 dockers marched"}},
		{"half", "About half of the members voted for the bill on Monday.", []string{"2024-06-17 About half of the members voted for the bill"}},
		{"over", "Over 300 dockers were arrested on Monday.", []string{"2024-06-17 Over 300 dockers were arrested"}},
		{"between", "Between 20 and 30 houses burned on Monday.", []string{"2024-06-17 Between 20 and 30 houses burned"}},
		// no numbers
		{"over a place", "Over the town, a plane exploded on Monday.", []string{"2024-06-17 A plane exploded"}},
		{"what is talked about", "The mayor talked about two schools on Monday.", []string{"2024-06-17 The mayor talked about two schools"}},
	})
}
