package lang

// inGame tells whether the sentence around token k is about a match, whose
// quarters are none of a year: "a touchdown late in the fourth quarter".
func (f *Finder) inGame(k int) bool {
	for _, step := range [...]int{-1, 1} {
		for i, far := k, 0; i >= 0 && i < len(f.tokens) && far < 40; i, far = i+step, far+1 {
			if w := f.tokens[i].Word; w != 0 && f.pack.gameWords.has(w) {
				return true
			}
			if far > 0 && (f.tokens[i].Flags&BreakBefore != 0 || f.sentenceEnd(i)) {
				break
			}
		}
	}
	return false
}

// afterQuote tells whether a quotation mark opens just before token k.
func (f *Finder) afterQuote(k int) bool {
	p := f.at(k - 1)
	return p.Kind == Punct && (p.Num == '"' || p.Num == '“' || p.Num == '«' || p.Num == '`' || p.Num == '\'' || p.Num == '‘')
}

// commonNoun tells whether the word is written as a common noun is: in small
// letters, or in a line of capitals, or first in its sentence.
func (f *Finder) commonNoun(i int) bool {
	t := f.tokens[i]
	if !f.pack.smallNames || t.Flags&Capital == 0 || t.Flags&AllCapitals != 0 {
		return true
	}
	return f.atSentenceStart(i) && f.entry(i).mask&classWeekday.bit() != 0
}

// capitalised tells whether a word of the span is written as a name.
func (f *Finder) capitalised(start, end int) bool {
	for i := start; i < end; i++ {
		if f.tokens[i].Flags&Capital != 0 && f.tokens[i].width() > 2 {
			return true
		}
	}
	return false
}

// countsNoun tells whether token i is a noun that a number before it counts:
// a word in small letters that is no function word and no verb of the pack.
func (f *Finder) countsNoun(i int) bool {
	t := f.at(i)
	return i < len(f.tokens) && t.Kind == Word && t.Flags&(Capital|BreakBefore) == 0 && !f.entry(i).func_ && f.entry(i).tense == noCue && f.plural(i)
}

// plural looks at the ending: a number above a thousand counts plurals.
func (f *Finder) plural(i int) bool {
	t := f.tokens[i]
	last := f.text[t.End-1]
	return last == 's' || last == 'x'
}

// hasDigits tells whether one of the classes took a number in digits.
func (f *Finder) hasDigits(m *match) bool {
	for _, c := range m.caps {
		if f.tokens[c.start].Kind == Number {
			return true
		}
	}
	return false
}

// pluralWeekday tells whether the match names weekdays in the plural, which
// are a set: "on Mondays".
func (f *Finder) pluralWeekday(m *match) bool {
	c, ok := m.get(classWeekday, 0)
	return ok && !f.pack.smallNames && f.tokens[c.start].width() > 5 && f.plural(int(c.start))
}
