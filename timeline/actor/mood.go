package actor

import (
	"slices"
	"strings"
)

// An ending tells the mood of a verb that no list has.
type ending struct {
	text   string
	status uint8
}

// A Mood is what one word of a verb's group says of whether something happened.
type Mood struct {
	// Form is what the form itself says: Planned for a future ("signera", "will"), Possible for a
	// conditional ("signerait", "might").
	Form Status
	// Over is what a verb or adjective makes of the infinitive that hangs on it: "[compte] signer", "[due] to".
	Over Status
	// Beside is what an adjective or participle makes of its subject: "est [prévu]", "was [cancelled]".
	Beside Status
	// Later tells a form that is the future as the past saw it: "signerait", "would".
	Later bool
	// Negation is a word that denies alone or with another one: "ne", "not"; Negative is one that
	// denies with it: "pas", or alone in a language with one word for both.
	Negation, Negative bool
}

// Mood reads a word in lower case.
func (l *Lexicon) Mood(word string) Mood {
	_, at := l.words.get(scanWord(word, 0).exact)
	if at == 0 {
		form := statuses[l.moodEnding(word)]
		return Mood{Form: form, Later: form == Possible}
	}
	f := &l.forms[at]
	m := Mood{Negation: f.classes&isNegation != 0, Negative: f.classes&isNegative != 0 && f.classes&isNoMore == 0,
		Beside: statuses[f.status], Later: f.classes&isLater != 0}
	switch {
	case f.classes&isFuture != 0:
		m.Form = Planned
	case f.classes&isPossible != 0:
		m.Form = Possible
	case f.verb >= 0 && f.as&formFinite != 0:
		m.Form = statuses[tense(f.as&formFinite)]
		m.Later = m.Form == Possible
	case f.verb < 0 && f.classes == 0:
		m.Form = statuses[l.moodEnding(word)]
		m.Later = m.Form == Possible
	}
	if m.Over = m.Beside; m.Over == Happened && f.verb >= 0 && f.classes&isDone == 0 {
		m.Over = statuses[l.lemmas[f.verb].status]
	}
	return m
}

// Not gives what the negation of a status comes to: "n'exclut pas de négocier" leaves it possible.
func (s Status) Not() Status { return statuses[undone(uint8(slices.Index(statuses[:], s)))] }

// undone is Not of the place of a status among the statuses.
func undone(status uint8) uint8 {
	if status == statusDenied || status == statusCancelled {
		return statusPossible
	}
	return statusDenied
}

func (l *Lexicon) moodEnding(word string) uint8 {
	for _, e := range l.endings {
		if len(word) > len(e.text)+1 && strings.HasSuffix(word, e.text) {
			return e.status
		}
	}
	return 0
}
