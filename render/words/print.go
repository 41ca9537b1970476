package words

// Print are the words of calendars and of handouts on paper, in one language. A
// "{n}" is where a number or a text goes.
type Print struct {
	Lang string

	LeftOut, LeftOut1 string // a calendar's note on what it cannot hold

	Name, Class, Day, Version             string
	Full, Blank, Shuffle, Cards, Quotes   string // titles of the handouts
	FullTask, BlankTask, ShuffleTask      string // what the pupil does
	CardsTask, QuotesTask                 string
	AnswerKey, Glossary, State, Organised string
	People, DateHead, EventHead           string
	Published, WhichDay                   string
	OpenQuote, CloseQuote                 string
	Page                                  string
}

// PrintFor gives the words of a language; any language that has no table yet reads English.
func PrintFor(lang string) *Print {
	if For(lang).Lang == "fr" {
		return &frenchPrint
	}
	return &englishPrint
}

var frenchPrint = Print{
	Lang:     "fr",
	LeftOut:  "{n} événements sans date assez précise ne figurent pas dans ce calendrier.",
	LeftOut1: "1 événement sans date assez précise ne figure pas dans ce calendrier.",
	Name:     "Nom :", Class: "Classe :", Day: "Date :", Version: "Version",
	Full: "Chronologie", Blank: "Chronologie à compléter", Shuffle: "Chronologie à remettre en ordre",
	Cards: "Cartes à découper", Quotes: "De quel jour parle-t-on ?",
	FullTask:    "Les événements dans l’ordre du temps, avec les mots des articles.",
	BlankTask:   "Retrouvez la date de chaque événement dans la liste. La citation et la date de son article mettent sur la voie.",
	ShuffleTask: "Numérotez les événements dans l’ordre du temps, du plus ancien (1) au plus récent ({n}).",
	CardsTask:   "Découpez les cartes selon les pointillés et placez-les dans l’ordre du temps.",
	QuotesTask:  "Chaque citation vient d’un article dont la date est donnée. De quelle date parle-t-elle ? Les mots soulignés mettent sur la voie.",
	AnswerKey:   "Corrigé", Glossary: "Qui est qui ?", State: "État", Organised: "organisation",
	People: "personne", DateHead: "Date", EventHead: "Événement",
	Published: "article du {n}", WhichDay: "Date :",
	OpenQuote: "«\u00a0", CloseQuote: "\u00a0»", Page: "Page",
}

var englishPrint = Print{
	Lang:     "en",
	LeftOut:  "{n} events without a date exact enough are not in this calendar.",
	LeftOut1: "1 event without a date exact enough is not in this calendar.",
	Name:     "Name:", Class: "Class:", Day: "Date:", Version: "Version",
	Full: "Timeline", Blank: "Timeline to complete", Shuffle: "Timeline to put in order",
	Cards: "Cards to cut out", Quotes: "Which day is it?",
	FullTask:    "The events in the order of time, with the words of the articles.",
	BlankTask:   "Find the date of each event in the list. The quotation and the date of its article help.",
	ShuffleTask: "Number the events in the order of time, from the earliest (1) to the latest ({n}).",
	CardsTask:   "Cut out the cards along the dashed lines and lay them in the order of time.",
	QuotesTask:  "Each quotation comes from an article whose date is given. Which date does it speak of? The underlined words help.",
	AnswerKey:   "Answer key", Glossary: "Who is who?", State: "state", Organised: "organisation",
	People: "person", DateHead: "Date", EventHead: "Event",
	Published: "article of {n}", WhichDay: "Date:",
	OpenQuote: "“", CloseQuote: "”", Page: "Page",
}
