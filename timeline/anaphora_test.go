package timeline

import "testing"

// TestChronologies resolves the entries of press chronologies by what stands
// over them.
func TestChronologies(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"days under months", "Rappel des faits.\n\n--DÉCEMBRE 2022--\n\n- 27: Le port est bloqué.\n\n- 28: Les renforts arrivent.\n\n--JANVIER 2023--\n\n- 1er: Un navire passe.\n- 3-4: Deux autres suivent.",
			"DÉCEMBRE 2022=2022-12; 27=2022-12-27; 28=2022-12-28; JANVIER 2023=2023-01; 1er=2023-01-01; 3=2023-01-03; 4=2023-01-04"},
		{"months without a year follow one another", "JUILLET 2022\n\n- 15: La digue cède. Le 17, la ville est évacuée.\n\nAOÛT\n\n- 8: Les habitants rentrent.",
			"JUILLET 2022=2022-07; 15=2022-07-15; Le 17=2022-07-17; AOÛT=2022-08; 8=2022-08-08"},
		{"dates under years", "--2021--\n\n- 21 avr: Levée du couvre-feu, en vigueur depuis 2015. Des heurts dès le lendemain.\n\n- 2 oct: Le conseil est fondé.\n\n--2022--\n\n- 1er mars: La ville tombe.",
			"2021=2021; 21 avr=2021-04-21; 2015=2015; le lendemain=2021-04-22; 2 oct=2021-10-02; 2022=2022; 1er mars=2022-03-01"},
		{"the present of an entry is no agenda", "Les faits :\n* 24 février : l'armée entre dans le pays.\n* Le 2 mars : le siège du port commence.", "24 février=2024-02-24; Le 2 mars=2024-03-02"},
		{"a life in years", "1915 : Né le 28 août à Klow\n1942 : Ordonné prêtre le 19 décembre\n1943 : Vicaire à Szohôd",
			"1915=1915; le 28 août=1915-08-28; 1942=1942; le 19 décembre=1942-12-19; 1943=1943"},
		{"a paragraph of days", "3-25 février 2023 Klow. Trêve sans effet\n\nLe 3, un avion est abattu. Le 8, la coalition bombarde la route.",
			"3=2023-02-03; 25 février 2023=2023-02-25; Le 3=2023-02-03; Le 8=2023-02-08"},
	} {
		wantResolved(t, c.name, c.text, c.want, "fr", "2024-06-19", AutoMode)
	}
}

// TestChains follows dates through paragraphs: each from the right one before.
func TestChains(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"years after years", "L'usine a fermé en 2009. Deux ans plus tard, le site a été rasé. Cette année-là, la ville a perdu 800 habitants.",
			"2009=2009; Deux ans plus tard=2011; Cette année-là=2011"},
		{"days of a month in the historic present", "Élu en mai 2012, il forme son gouvernement le 16. Le 6 juin, il reçoit son homologue.",
			"mai 2012=2012-05; le 16=2012-05-16; Le 6 juin=2012-06-06"},
		{"a month of the year told, a verb of the agenda", "Le 3 mai 1927, ils se marient. En août, ils partent pour l'Asie.",
			"Le 3 mai 1927=1927-05-03; août=1927-08"},
		{"an agenda stays one beside no old date", "Le ministre part en août pour l'Asie.", "août=2024-08"},
		{"a participle that opens the sentence sets no scene", "Rachetée en 1998 par un fonds, la société a déposé son bilan en mars.",
			"1998=1998; mars=2024-03"},
		{"nothing told, nothing later", "Après la guerre, il rentre au pays ; cinq ans plus tard, il en repart.", "cinq ans plus tard=XXXX-XX-XX"},
		{"a step ahead from today only in the future", "Le texte sera déposé ; trois jours plus tard, il sera voté.", "trois jours plus tard=2024-06-22"},
		{"the past cannot lie ahead", "Le sommet s'ouvrira lundi. Le lendemain, il avait quitté la ville.", "lundi=2024-06-24; Le lendemain=XXXX-XX-XX"},
		{"a time of the past is not of a day to come", "Le match aura lieu samedi. À 15 heures, la billetterie a fermé.", "samedi=2024-06-22; 15 heures=2024-06-19T15:00"},
		{"a time to come is not of a day gone by", "Le maire a démissionné lundi. Le conseil se réunira à 18 heures.", "lundi=2024-06-17; 18 heures=2024-06-19T18:00"},
		{"a time to come seen from the past is", "Le maire a démissionné lundi. Il devait parler à 18 heures.", "lundi=2024-06-17; 18 heures=2024-06-17T18:00"},
		{"hours after a dash", "vendredi 21 juin - 08:00 à dimanche 23 juin - 17:00", "vendredi 21 juin=2024-06-21; 08:00=2024-06-21T08:00; dimanche 23 juin=2024-06-23; 17:00=2024-06-23T17:00"},
		{"the small hours after a late one", "Un feu s'est déclaré mardi vers 21h50. Il a été éteint à 1h20.", "mardi=2024-06-18; 21h50=2024-06-18T21:50; 1h20=2024-06-19T01:20"},
		{"a time of a month has no day", "Le conseil se réunira en septembre, à 20h00.", "septembre=2024-09; 20h00=T20:00"},
		{"the night after and the night before", "Il est arrivé lundi. Le matin suivant, il repartait ; la nuit précédente, il avait dormi à Klow.",
			"lundi=2024-06-17; Le matin suivant=2024-06-18TMO; la nuit précédente=2024-06-17TNI"},
		{"the small hours after an afternoon", "Le voilier a heurté un tronc hier après-midi. À 0 h 50, le skipper a abandonné.",
			"hier après-midi=2024-06-18TAF; 0 h 50=2024-06-19T00:50"},
		{"a day to come of a month gone by", "La réunion du 28 mai n'a rien donné. Une autre est prévue le 28.", "28 mai=2024-05-28; le 28=2024-06-28"},
		{"that same evening", "Le putsch a eu lieu le 30 août 2023. Le soir même, les frontières ont fermé.", "le 30 août 2023=2023-08-30; Le soir même=2023-08-30TEV"},
		{"since that date", "Les soldats sont partis le 15 août 2021. Depuis cette date, la frontière est close.", "le 15 août 2021=2021-08-15; cette date=2021-08-15"},
		{"a story through the night", "La digue a cédé dans la nuit du 10 au 11 septembre 2023. Au petit matin, le bourg n'existait plus.",
			"la nuit du 10 au 11 septembre 2023=2023-09-10TNI; petit matin=2023-09-11TMO"},
		{"hours later", "Un séisme a frappé mardi à 2 h 14. Une heure plus tard, une réplique a été ressentie.",
			"mardi=2024-06-18; 2 h 14=2024-06-18T02:14; Une heure plus tard=2024-06-18T03:14"},
		{"a late hour of the night told", "Cinq personnes ont été tuées dans la nuit de mardi à mercredi, a-t-on appris mercredi matin. La secousse a été enregistrée à 23 h 47.",
			"la nuit de mardi à mercredi=2024-06-18TNI; mercredi matin=2024-06-19TMO; 23 h 47=2024-06-18T23:47"},
		{"since a month far back in the year", "Le titre a gagné 50 % depuis juillet.", "juillet=2023-07"},
		{"since a month is since the last one", "Entrée en Bourse en juin 2021, la société a gagné 18 % depuis janvier.", "juin 2021=2021-06; janvier=2024-01"},
		{"months listed after their year", "Deux tempêtes ont frappé l'île en 2019, en mars puis en septembre.", "2019=2019; mars=2019-03; septembre=2019-09"},
		{"a month after its year", "Le club a gagné en 2021, en mai, contre Lyon.", "2021=2021; mai=2021-05"},
		{"a year and a month of this one", "Elle a gagné en 2021 et en mai.", "2021=2021; mai=2024-05"},
		{"days of a weekend without a verb", "Tendance pour le week-end : averses samedi, soleil dimanche.",
			"le week-end=2024-W25-WE; samedi=2024-06-22; dimanche=2024-06-23"},
		{"an afternoon before the end of the day", "Samedi, le ciel sera nuageux l'après-midi et en fin de journée.",
			"Samedi=2024-06-22; l'après-midi=2024-06-22TAF; fin de journée=2024-06-22"},
		{"the campaign of a month", "Le 1er mars 1815, il débarque ; le 20, il est aux Tuileries. En juin, c'est la défaite. Le 22, il abdique.",
			"Le 1er mars 1815=1815-03-01; le 20=1815-03-20; juin=1815-06; Le 22=1815-06-22"},
	} {
		wantResolved(t, c.name, c.text, c.want, "fr", "2024-06-19", AutoMode)
	}
}
