package html

import (
	"fmt"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// sampleEvent spells an event out in one line; the sources come by article id.
func sampleEvent(id, date, start, end, precision, label, title, kind string, score float64, actors string, sources ...timeline.Source) timeline.Event {
	e := timeline.Event{ID: id, Date: date, Start: start, End: end, Precision: precision, Label: label, Title: title,
		Text: title + ", selon les articles lus.", Lang: "fr", Type: kind, Score: score, Sources: sources}
	if actors != "" {
		e.Actors = strings.Fields(actors)
	}
	return e
}

func said(article, quote, expression, date, rule string) timeline.Source {
	return timeline.Source{Article: article, Quote: quote, Expression: expression, Date: date, Rule: rule, End: len(quote)}
}

// sample is what a class would make of a few articles on the Korean peninsula
// and the war in Ukraine: exact days, months, years, a decade, an open range, an
// approximate date, a plan, a conflict, an old outlier.
func sample() timeline.Timeline {
	t := timeline.Timeline{Title: "Moscou et Pyongyang, une alliance qui se resserre", Lang: "fr"}
	t.Articles = []timeline.Article{
		{ID: "a1", Title: "Un traité d’assistance signé à Pyongyang", URL: "https://example.org/traite", Source: "Le Journal", Lang: "fr", Date: "2024-06-19"},
		{ID: "a2", Title: "Ce que la Russie attend de la Corée du Nord", URL: "https://example.org/attentes", Source: "La Revue", Lang: "fr", Date: "2024-06-20"},
		{ID: "a3", Title: "Soixante-dix ans de diplomatie entre voisins", Source: "L’Hebdo", Lang: "fr", Date: "2024-11"},
		{ID: "a4", Title: "Vladivostok, première rencontre", URL: "https://example.org/vladivostok", Lang: "fr", Date: "2019-04-25?"},
	}
	t.Events = []timeline.Event{
		sampleEvent("lib", "1945-08-15", "1945-08-15", "1945-08-15", "day", "15 août 1945", "La péninsule coréenne est libérée de l’occupation japonaise", "", 0.5, "KOR JPN",
			said("a3", "La péninsule fut libérée le 15 août 1945, après trente-cinq ans d’occupation.", "le 15 août 1945", "1945-08-15", "day-month-year")),
		sampleEvent("amitie", "1961", "1961-01-01", "1961-12-31", "year", "1961", "Moscou et Pyongyang signent un premier traité d’amitié", "agree", 0.55, "RUS PRK",
			said("a3", "Un premier traité d’amitié avait été conclu en 1961.", "en 1961", "1961", "year"),
			said("a1", "Le texte rappelle celui de 1961.", "1961", "1961", "year")),
		sampleEvent("famine", "199X", "1990-01-01", "1999-12-31", "decade", "années 1990", "La famine frappe la Corée du Nord, privée de l’aide soviétique", "", 0.3, "PRK",
			said("a3", "Dans les années 1990, privé de l’aide soviétique, le pays connut la famine.", "Dans les années 1990", "199X", "decade")),
		sampleEvent("visite00", "2000-07", "2000-07-01", "2000-07-31", "month", "juillet 2000", "Vladimir Poutine se rend une première fois à Pyongyang", "consult", 0.6, "RUS PRK",
			said("a1", "Sa précédente visite remontait à juillet 2000.", "juillet 2000", "2000-07", "month-year")),
		sampleEvent("essai", "2006-10-09", "2006-10-09", "2006-10-09", "day", "9 octobre 2006", "Pyongyang procède à son premier essai nucléaire", "mobilize", 0.62, "PRK",
			said("a3", "Le 9 octobre 2006, un premier essai nucléaire fut annoncé.", "Le 9 octobre 2006", "2006-10-09", "day-month-year")),
		sampleEvent("sanctions", "2016/2017", "2016-01-01", "2017-12-31", "year", "2016 – 2017", "Le Conseil de sécurité durcit les sanctions", "sanction", 0.58, "UNO PRK",
			said("a2", "Entre 2016 et 2017, le Conseil de sécurité avait durci les sanctions.", "Entre 2016 et 2017", "2016/2017", "between")),
		sampleEvent("hanoi", "2019-02-27/2019-02-28", "2019-02-27", "2019-02-28", "day", "27 – 28 février 2019", "Le sommet de Hanoï entre Donald Trump et Kim Jong Un échoue", "reject", 0.6, "USA PRK",
			said("a4", "Le sommet des 27 et 28 février s’était achevé sans accord.", "des 27 et 28 février", "2019-02-27/2019-02-28", "day-range")),
		sampleEvent("vladi", "2019-04-25", "2019-04-25", "2019-04-25", "day", "25 avril 2019", "Kim Jong Un rencontre Vladimir Poutine à Vladivostok", "consult", 0.8, "PRK RUS",
			said("a4", "Les deux dirigeants se sont vus jeudi à Vladivostok.", "jeudi", "2019-04-25", "weekday"),
			said("a1", "Ils s’étaient déjà rencontrés en avril 2019.", "en avril 2019", "2019-04", "month-year")),
		sampleEvent("covid", "2020-01~/..", "2020-01-01", "", "month", "depuis janvier 2020 environ", "La frontière nord-coréenne reste close", "coerce", 0.35, "PRK",
			said("a3", "La frontière est close depuis janvier 2020 environ.", "depuis janvier 2020 environ", "2020-01~/..", "since")),
		sampleEvent("invasion", "2022-02-24", "2022-02-24", "2022-02-24", "day", "24 février 2022", "La Russie envahit l’Ukraine", "assault", 0.95, "RUS UKR",
			said("a1", "L’invasion de l’Ukraine, lancée le 24 février 2022, a tout changé.", "le 24 février 2022", "2022-02-24", "day-month-year"),
			said("a2", "Depuis février 2022, Moscou cherche des appuis.", "février 2022", "2022-02", "month-year"),
			said("a3", "En février 2022, la guerre éclate.", "En février 2022", "2022-02", "month-year")),
		sampleEvent("donetsk", "2022-07", "2022-07-01", "2022-07-31", "month", "juillet 2022", "Pyongyang reconnaît les républiques séparatistes de Donetsk et de Louhansk", "support", 0.6, "PRK RUS",
			said("a2", "En juillet 2022, Pyongyang reconnaissait Donetsk et Louhansk.", "En juillet 2022", "2022-07", "month-year")),
		sampleEvent("armes", "2023~", "2023-01-01", "2023-12-31", "year", "vers 2023", "Des livraisons d’obus nord-coréens commencent", "aid", 0.66, "PRK RUS",
			said("a2", "Les premières livraisons d’obus remonteraient à 2023 environ.", "2023 environ", "2023~", "year")),
		sampleEvent("cosmodrome", "2023-09-13", "2023-09-13", "2023-09-13", "day", "13 septembre 2023", "Kim Jong Un est reçu au cosmodrome de Vostotchny", "consult", 0.78, "PRK RUS",
			said("a1", "Reçu au cosmodrome de Vostotchny le 13 septembre dernier.", "le 13 septembre dernier", "2023-09-13", "day-month"),
			said("a3", "La rencontre de septembre 2023 avait lieu dans l’Amour.", "septembre 2023", "2023-09", "month-year")),
		sampleEvent("traite", "2024-06-19", "2024-06-19", "2024-06-19", "day", "19 juin 2024", "Vladimir Poutine et Kim Jong Un signent un traité d’assistance mutuelle", "agree", 1, "RUS PRK",
			said("a1", "Les deux dirigeants ont signé mercredi un traité d’assistance mutuelle en cas d’agression.", "mercredi", "2024-06-19", "weekday"),
			said("a2", "Le traité signé la veille engage les deux pays.", "la veille", "2024-06-19", "day-before"),
			said("a3", "Fruit de la visite de juin dernier, le texte engage les deux armées.", "juin dernier", "2024-06", "month-last")),
		sampleEvent("washington", "2024-06-20", "2024-06-20", "2024-06-20", "day", "20 juin 2024", "Washington dénonce une menace pour la péninsule", "accuse", 0.5, "USA PRK",
			said("a2", "Washington a dénoncé jeudi une menace pour la péninsule.", "jeudi", "2024-06-20", "weekday")),
		sampleEvent("ratif", "2024-11-11", "2024-11-11", "2024-11-11", "day", "11 novembre 2024", "Pyongyang ratifie le traité", "agree", 0.7, "PRK",
			said("a3", "Le traité a été ratifié le 11 novembre.", "le 11 novembre", "2024-11-11", "day-month")),
		sampleEvent("moscou", "2025-05", "2025-05-01", "2025-05-31", "month", "mai 2025", "Kim Jong Un est attendu à Moscou", "consult", 0.52, "PRK RUS",
			said("a3", "Il serait attendu à Moscou en mai prochain.", "en mai prochain", "2025-05", "month-next")),
	}
	t.Events[8].Modifier = "approx"
	t.Events[15].Conflicts = []string{"2024-11-04"}
	t.Events[16].Status = "planned"
	t.Events[14].Text = "Washington dénonce dans ce rapprochement une menace pour la péninsule et ses voisins."
	return t
}

// many makes a timeline of n events between two years, of every kind in turn.
func many(n int, first, last int64) timeline.Timeline {
	t := timeline.Timeline{Title: fmt.Sprintf("%d events", n), Lang: "en"}
	for i := range 20 {
		t.Articles = append(t.Articles, timeline.Article{ID: fmt.Sprintf("art%d", i), Title: fmt.Sprintf("Report number %d", i+1),
			URL: fmt.Sprintf("https://example.org/%d", i), Lang: "en", Date: "2024-06-19"})
	}
	types := []string{"agree", "aid", "accuse", "assault", "", "consult", "protest", "threaten"}
	actors := []string{"FRA", "DEU", "RUS", "UKR", "USA", "CHN", "IRN", "ISR", "UNO"}
	seed := uint32(7)
	random := func(below int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % below
	}
	for i := range n {
		year := first + int64(random(int(last-first+1)))
		month, day := 1+random(12), 1+random(28)
		iso := func(y int64, m, d int) string {
			if y < 0 {
				return fmt.Sprintf("-%04d-%02d-%02d", -y, m, d)
			}
			return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
		}
		e := timeline.Event{ID: fmt.Sprintf("ev%d", i), Lang: "en", Type: types[random(len(types))], Score: float64(random(1000)) / 1000,
			Title: fmt.Sprintf("Event %d: delegates meet again and speak of what was agreed", i), Actors: []string{actors[random(9)], actors[random(9)]}}
		switch random(4) {
		case 0:
			e.Date, e.Precision, e.Start, e.End = iso(year, 1, 1)[:len(iso(year, 1, 1))-6], "year", iso(year, 1, 1), iso(year, 12, 31)
		case 1:
			e.Start, e.End, e.Precision = iso(year, month, 1), iso(year, month, 28), "month"
			e.Date = e.Start[:len(e.Start)-3]
		default:
			e.Start, e.Precision = iso(year, month, day), "day"
			e.End, e.Date = e.Start, e.Start
		}
		e.Label = e.Date
		e.Text = e.Title + " at the previous session."
		quote := "In " + e.Date + " delegates met again."
		for range 1 + random(3) {
			e.Sources = append(e.Sources, said(fmt.Sprintf("art%d", random(20)), quote, e.Date, e.Date, "iso"))
		}
		t.Events = append(t.Events, e)
	}
	return t
}
