package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// wantResolved checks the "expression=value" of every tag of a text.
func wantResolved(t *testing.T, name, text, want, code, published string, mode Mode) {
	t.Helper()
	if got := resolved(t, text, code, published, mode); got != want {
		t.Errorf("%s\n  text %s\n  got  %s\n  want %s", name, text, got, want)
	}
}

// resolved tags a text and gives "expression=value" of every tag.
func resolved(t *testing.T, text, code, published string, mode Mode) string {
	t.Helper()
	var publication tempo.Span
	if published != "" {
		var err error
		if publication, err = tempo.ParseEDTF(published); err != nil {
			t.Fatal(err)
		}
	}
	tags, _, err := NewTagger(mode).Tag(text, code, publication)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range tags {
		out = append(out, g.Text+"="+g.Value)
	}
	return strings.Join(out, "; ")
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ name, lang, published, text, want string }{
		{"a deictic day is reckoned from publication", "fr", "2024-06-20", "En 2019, ils s'étaient vus. Hier, ils ont signé.", "2019=2019; Hier=2024-06-19"},
		{"an anaphoric day from the last day told", "fr", "2024-06-20", "Le 3 mai 2023, le port a brûlé. La veille, un navire avait accosté.", "Le 3 mai 2023=2023-05-03; La veille=2023-05-02"},
		{"a clock time from the day told beside it", "fr", "2024-06-20", "Le 3 mai 2023, à 14 h 30, le port a brûlé.", "Le 3 mai 2023=2023-05-03; 14 h 30=2023-05-03T14:30"},
		{"a clock time from the day that follows it", "fr", "2024-06-20", "Vers 0 h 40, mardi, un train a déraillé.", "0 h 40=2024-06-18T00:40; mardi=2024-06-18"},
		{"a clock time alone from publication", "fr", "2024-06-20", "La séance s'ouvre à 14 h.", "14 h=2024-06-20T14:00"},
		{"months after a year are of that year", "fr", "2024-01-11", "En 2022, deux coups d'État se sont succédé, en janvier puis en septembre.", "2022=2022; janvier=2022-01; septembre=2022-09"},
		{"a story goes forward into the next year", "fr", "2024-03-18", "En février 2014, le parlement a été pris. Le 27 mars, le scrutin a été déclaré nul.", "février 2014=2014-02; Le 27 mars=2014-03-27"},
		{"another paragraph is another story", "fr", "2024-03-30", "En février 2014, le parlement a été pris.\n\nLe 27 mars, le ministre a démissionné.", "février 2014=2014-02; Le 27 mars=2024-03-27"},
		{"a future clause looks past publication", "fr", "2024-01-11", "L'accord de 2015 sera revu en mars.", "2015=2015; mars=2024-03"},
		{"the last year told", "fr", "2024-01-11", "La paix fut signée en 1763. Cette année-là, le roi céda ses colonies.", "1763=1763; Cette année-là=1763"},
		{"no day without a day of publication", "fr", "2024-06", "Il a signé mercredi. L'an dernier, il avait refusé.", "mercredi=XXXX-WXX-3; L'an dernier=2023"},
		{"nothing deictic without publication", "fr", "", "Hier, il a signé l'accord de mai 2019.", "Hier=XXXX-XX-XX; mai 2019=2019-05"},
		{"the end of the month told", "fr", "2023-01-11", "Le 11 janvier 2013, l'armée est arrivée. À la fin du mois, la ville est reprise.", "Le 11 janvier 2013=2013-01-11; la fin du mois=2013-01"},
		{"this year is the present one beside any date", "en", "2019-04-25", "They met in December 2017, and all have to leave by the end of this year.", "December 2017=2017-12; the end of this year=2019"},
		{"a story crosses paragraphs, the perfect does not", "fr", "2024-06-20", "En mars 2014, le pays vota. En mai 2014, il céda. En 2015, il signa. En juillet 2016, il changea de roi.\n\nFin septembre, il entrait en guerre.\n\nFin mars, la Russie a mis son veto.",
			"mars 2014=2014-03; mai 2014=2014-05; 2015=2015; juillet 2016=2016-07; Fin septembre=2016-09; Fin mars=2024-03"},
		{"a year in passing sets no scene", "en", "2008-04-09", "Sales have grown since the launch in 2003 and passed those of its rival in February.", "2003=2003; February=2008-02"},
		{"a month in passing sets no scene for the next sentence", "en", "2008-04-09", "She was elected in 2001 and became mayor in May 2003. Her resignation on February 5 surprised all.", "2001=2001; May 2003=2003-05; February 5=2008-02-05"},
		{"a month that opens its sentence does", "en", "2008-04-09", "In May 2003, she became mayor. On July 5, she opened the bridge.", "May 2003=2003-05; July 5=2003-07-05"},
		{"a participle that commas set off tells of before", "en", "2008-04-09", "The rebels, driven from the capital in December 2001, took it on March 15.", "December 2001=2001-12; March 15=2008-03-15"},
		{"a participle that commas set off tells of before", "fr", "2008-04-09", "Les rebelles, chassés de la capitale en décembre 2001, l'ont prise le 15 mars.", "décembre 2001=2001-12; le 15 mars=2008-03-15"},
		{"the end of the year told, in what was then to come", "fr", "2008-04-09", "En mai 2007, le maire annonçait qu'il rouvrirait le pont avant la fin de l'année.", "mai 2007=2007-05; la fin de l'année=2007"},
		{"the end of this year, in what is to come", "fr", "2008-04-09", "En mai 2007, le maire a fermé le pont, qui rouvrira avant la fin de l'année.", "mai 2007=2007-05; la fin de l'année=2008"},
		{"a range ends after it began", "en", "2022-06-01", "The siege lasted from November 2021 to March.", "November 2021=2021-11; March=2022-03"},
		{"since governs through its noun", "fr", "2022-08-16", "Les deux clubs s'entraident depuis l'incendie du port à la fin du mois de mars, et ils vont continuer.", "la fin du mois de mars=2022-03"},
		{"both hours of a range are of the day told", "fr", "2024-06-20", "Le port a été fermé de 9h30 à 11h mardi.", "9h30=2024-06-18T09:30; 11h mardi=2024-06-18T11:00"},
		{"what was expected and came late is past", "fr", "2024-06-19", "Attendu mardi soir, le président n'a atterri que dans la nuit.", "mardi soir=2024-06-18TEV; la nuit=2024-06-18TNI"},
		{"what is planned is to come", "fr", "2024-06-19", "Prévue mardi, la réunion se tiendra à Klow.", "mardi=2024-06-25"},
		{"a morning after a night is of the next day", "fr", "2024-06-19", "Le 17 juin, il a atterri dans la nuit. En fin de matinée, il a été reçu au palais.", "Le 17 juin=2024-06-17; la nuit=2024-06-17TNI; fin de matinée=2024-06-18TMO"},
		{"an afternoon told after an evening is not", "fr", "2024-06-19", "Il a été arrêté mardi soir. Dans l'après-midi, il avait été vu au port.", "mardi soir=2024-06-18TEV; l'après-midi=2024-06-18TAF"},
		{"a day named after a night has its own morning", "fr", "2024-06-19", "La terre a tremblé lundi dans la nuit. Une réplique a suivi mardi à 3 h 15.", "lundi dans la nuit=2024-06-17TNI; mardi=2024-06-18; 3 h 15=2024-06-18T03:15"},
		{"a day of the month told", "en", "2021-06-23", "In March, the council extended the period, and talks opened on the 15th.", "March=2021-03; the 15th=2021-03-15"},
		{"a day of no month told", "en", "2021-06-23", "The council met on the 15th.", "the 15th=2021-06-15"},
		{"midnight ends the day told", "fr", "2024-06-19", "Le 3 mai 2023, la foule a défilé. À minuit, la police a chargé.", "Le 3 mai 2023=2023-05-03; minuit=2023-05-04T00:00"},
		{"midnight ends the day told", "en", "2024-06-19", "On 3 May 2023 the crowd marched. At midnight the police charged.", "3 May 2023=2023-05-03; midnight=2023-05-04T00:00"},
		{"a range that begins at midnight begins the day", "fr", "2024-06-19", "Le 3 mai 2023, le pont a été fermé. De minuit à 6 h, les camions ont attendu.", "Le 3 mai 2023=2023-05-03; minuit=2023-05-03T00:00; 6 h=2023-05-03T06:00"},
		{"midnight of no other day", "fr", "2024-06-19", "Le cessez-le-feu a expiré à minuit.", "minuit=2024-06-19T00:00"},
		{"a range of hours may pass midnight, and the day goes on", "fr", "2024-06-19", "Mardi, le pont a été fermé de 22 h à 2 h. À 21 h, tout était calme.", "Mardi=2024-06-18; 22 h=2024-06-18T22:00; 2 h=2024-06-19T02:00; 21 h=2024-06-18T21:00"},
		{"a day after a range of hours is that of both", "en", "2024-06-19", "The port was closed from 9:30 till 11:00 (Tuesday).", "9:30=2024-06-18T09:30; 11:00=2024-06-18T11:00; Tuesday=2024-06-18"},
		{"that moment is the clock time told", "fr", "2024-06-19", "Le feu a pris vers 15 h 30, hier. Personne n'était là à ce moment-là.", "15 h 30=2024-06-18T15:30; hier=2024-06-18; ce moment-là=2024-06-18T15:30"},
		{"that moment is the date told, be it a year", "fr", "2024-06-19", "En 1998, le port brûla. À ce moment-là, il était maire.", "1998=1998; ce moment-là=1998"},
		{"brackets do not move the story", "fr", "2024-06-19", "Élu en 2002 (et réélu en 2007), il a démissionné l'année suivante.", "2002=2002; 2007=2007; l'année suivante=2003"},
		{"a day in brackets is that of what stands before them", "fr", "2024-06-19", "En 1804, il est sacré. Il gagne à Austerlitz (2 décembre 1805). Le lendemain, la paix est demandée.", "1804=1804; 2 décembre 1805=1805-12-02; Le lendemain=1805-12-03"},
		{"a year to come is that of its months", "fr", "2024-06-19", "L'édition 2026 aura lieu en mai.", "2026=2026; mai=2026-05"},
		{"the first Sunday of a season of the year told", "fr", "1999-05-19", "La fête sera renouvelée l'an prochain, le premier dimanche du printemps.", "l'an prochain=2000; le premier dimanche du printemps=2000-03-26"},
		{"the first Sunday of a month of the year told", "fr", "2024-06-19", "En 2019, le scrutin a été avancé. Il a eu lieu le premier dimanche de mai.", "2019=2019; le premier dimanche de mai=2019-05-05"},
		{"inside brackets the date told there counts", "fr", "2024-06-19", "Le port a rouvert (le 3 mai 2023, la veille de la fête), puis il a fermé.", "le 3 mai 2023=2023-05-03; la veille=2023-05-02"},
		{"an hour of a day that nobody knows has no date", "fr", "2024-06-19", "Le 3 juin, la foire a ouvert. Le deuxième jour, tout était vendu à midi.", "Le 3 juin=2024-06-03; Le deuxième jour=XXXX-XX-XX; midi=T12:00"},
		{"a range of days goes forward even with a wrong weekday", "fr", "2013-02-12", "Le festival se tiendra du samedi 13 au dimanche 15 juillet.", "samedi 13=2013-07-13; dimanche 15 juillet=2013-07-15"},
		{"the end of this month", "fr", "2023-01-11", "L'armée est arrivée mardi. À la fin du mois, la ville sera reprise.", "mardi=2023-01-10; la fin du mois=2023-01"},
		{"a far date of another paragraph is no antecedent", "fr", "2015-02-12", "Un accord avait été signé le 5 septembre 2014.\n\nLa veille, les ministres s'étaient rendus à Kiev.", "le 5 septembre 2014=2014-09-05; La veille=2015-02-11"},
		{"the hours of every day have no day", "fr", "2024-06-19", "La piscine ouvre tous les jours sauf le lundi, de 9 h à 12 h et de 14 h à 19 h.", "tous les jours=P1D; le lundi=XXXX-WXX-1; 9 h=T09:00; 12 h=T12:00; 14 h=T14:00; 19 h=T19:00"},
		{"the hours of one day have it", "fr", "2024-06-19", "La piscine ouvre jeudi de 9 h à 12 h.", "jeudi=2024-06-20; 9 h=2024-06-20T09:00; 12 h=2024-06-20T12:00"},
		{"hours before the days of which they are said", "fr", "2024-06-19", "Le guichet ouvre de 8 h à 12 h, du lundi au vendredi.", "8 h=T08:00; 12 h=T12:00; lundi=XXXX-WXX-1; vendredi=XXXX-WXX-5"},
		{"a clock time, its zone, its day", "fr", "2024-06-19", "La fusée est partie à 14 h 46, heure locale, le 12 mars 2013.", "14 h 46=2013-03-12T14:46; le 12 mars 2013=2013-03-12"},
		{"a weekday that only the year told bears out", "fr", "2024-06-19", "Il fut élu en 2015. Le dimanche 1er février, il prêta serment.", "2015=2015; Le dimanche 1er février=2015-02-01"},
		{"a weekday that is a slip in what is past", "fr", "2024-06-19", "Il est mort le dimanche 1er février à Klow.", "le dimanche 1er février=2024-02-01"},
		{"a weekday that is a slip in what is to come", "fr", "2024-06-19", "La foire se tiendra le mardi 1er février à Klow.", "le mardi 1er février=2025-02-01"},
		{"an adverbial that opens the sentence sets the scene", "fr", "2024-06-19", "Après le traité de mai 1902, elle gagna Klow. En octobre, elle était reine.", "mai 1902=1902-05; octobre=1902-10"},
		{"since leads to now", "fr", "2024-06-19", "Depuis sa victoire de mai 2017, elle gouverne. En octobre, elle a changé de ministre.", "mai 2017=2017-05; octobre=2023-10"},
		{"a night of another paragraph is not that of a far date", "fr", "2024-06-19", "Le dernier record datait du 3 mai 1922.\n\nLa nuit a été chaude dans le sud.", "3 mai 1922=1922-05-03; La nuit=2024-06-19TNI"},
		{"a night of the past is the one before", "fr", "2024-06-19", "Un toit s'est effondré dans la nuit.", "la nuit=2024-06-18TNI"},
		{"a night to come is the next", "fr", "2024-06-19", "Le vent tombera dans la nuit.", "la nuit=2024-06-19TNI"},
		{"the month of every year has no year", "fr", "2024-06-19", "La foire a lieu chaque année en mars.", "chaque année=P1Y; mars=XXXX-03"},
		{"a month of the past has one", "fr", "2024-06-19", "Comme chaque année en mars, la ville a fêté la carpe.", "chaque année=P1Y; mars=2024-03"},
		{"a participle dates no clock time", "fr", "2024-06-19", "Construit en 1862, le pont s'est écroulé à 8 h 10.", "1862=1862; 8 h 10=2024-06-19T08:10"},
		{"a participle that commas set off dates no clock time", "en", "2024-06-19", "The bridge, opened in 1862, collapsed at 8:10 a.m.", "1862=1862; 8:10 a.m.=2024-06-19T08:10"},
		{"a year told dates no clock time", "fr", "2024-06-19", "En 1908, la terre trembla. Il était 8 h 10.", "1908=1908; 8 h 10=T08:10"},
		{"until when no verb tells of moves nothing", "fr", "2024-06-19", "Elle est jugée en mai 1912 pour un délit, puni du bagne jusqu'en 1930, et part. Elle meurt deux ans après.", "mai 1912=1912-05; 1930=1930; deux ans après=1914"},
		{"until when a verb tells of moves on", "fr", "2024-06-19", "Il est élu en mai 1912 et reste maire jusqu'en 1930. Il meurt deux ans après.", "mai 1912=1912-05; 1930=1930; deux ans après=1932"},
		{"English anaphora", "en", "2021-06-23", "The vote was held on 23 June 2016. The next day the prime minister resigned.", "23 June 2016=2016-06-23; The next day=2016-06-24"},
	} {
		wantResolved(t, c.name, c.text, c.want, c.lang, c.published, AutoMode)
	}
}

func TestNarrativeMode(t *testing.T) {
	const history = "La guerre éclata le 28 juillet 1914. Le 4 août, la Belgique fut envahie. En 1915, l'Italie entra en guerre. " +
		"Le 21 février 1916, la bataille de Verdun commença. En juin, elle redoubla. En 1917, les États-Unis suivirent. " +
		"Le 11 novembre 1918, l'armistice fut signé. En juin 1919, la paix fut conclue."
	const want = "le 28 juillet 1914=1914-07-28; Le 4 août=1914-08-04; 1915=1915; Le 21 février 1916=1916-02-21; juin=1916-06; " +
		"1917=1917; Le 11 novembre 1918=1918-11-11; juin 1919=1919-06"
	if got := resolved(t, history, "fr", "2014-11-11", AutoMode); got != want {
		t.Errorf("recognised by itself:\n got %s\nwant %s", got, want)
	}
	if got := resolved(t, "Il partit en mai 1914. Le 4 août, il était mort.", "fr", "2014-11-11", Narrative); got != "mai 1914=1914-05; Le 4 août=1914-08-04" {
		t.Errorf("by option: %s", got)
	}
}
