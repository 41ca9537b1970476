package lang

// at gives token i, or a token that matches nothing past the end.
func (f *Finder) at(i int) Token {
	if i >= 0 && i < len(f.tokens) {
		return f.tokens[i]
	}
	return Token{Kind: Punct, Flags: BreakBefore | SpaceBefore}
}

func (f *Finder) entry(i int) *entry {
	if i >= 0 && i < len(f.tokens) {
		return &f.pack.vocab.entries[f.tokens[i].Word]
	}
	return &f.pack.vocab.entries[0]
}

func (f *Finder) isWord(i int, id uint16) bool {
	return i < len(f.tokens) && f.tokens[i].Word == id
}

// hyphen tells a hyphen, also one at which no line breaks; a dash is none.
func (t Token) hyphen() bool {
	return t.Kind == Punct && (t.Num == '-' || t.Num == '‐' || t.Num == '‑')
}

// apostrophe tells the mark of elision: "l'an".
func (t Token) apostrophe() bool { return t.Kind == Punct && (t.Num == '\'' || t.Num == '’') }

// elides tells the mark of digits left out: "'98", also as a word processor turns it.
func (t *Token) elides() bool {
	return t.Kind == Punct && (t.Num == '\'' || t.Num == '’' || t.Num == '‘')
}

// width gives the number of bytes of token i.
func (t Token) width() uint32 { return t.End - t.Start }

// consume lists the ways in which a class can take tokens from i on, the
// longest first.
func (f *Finder) consume(c Class, i int, out []capture) []capture {
	t := f.tokens[i]
	one := func(n int32) []capture { return append(out, capture{n: n, end: int32(i + 1)}) }
	switch c {
	case classN:
		if n, vague, after, ok := f.number(i); ok {
			return append(out, capture{n: int32(n), num: n, vague: vague, end: int32(after)})
		}
		return out
	case classOrd:
		return f.ordinal(i, out)
	case classDay:
		return f.dayOfMonth(i, out)
	case classYear:
		return f.year(i, out)
	case classFunc:
		if f.entry(i).func_ || t.Kind == Punct {
			return one(0)
		}
		return out
	case classNoun:
		if t.Kind == Word && t.Flags&Capital == 0 && !f.entry(i).func_ && f.entry(i).values == nil {
			return one(0)
		}
		return out
	case className:
		if t.Kind == Word && t.Flags&Capital != 0 && (t.Word == 0 || f.entry(i).plain()) {
			return one(0)
		}
		return out
	case classAny:
		return one(0)
	case classRoman:
		if t.Kind == Roman {
			return one(t.Num)
		}
		if e := f.entry(i); t.Flags&AllCapitals != 0 && e.values == nil { // "XX" is also another word
			if n := romanValue(f.text[t.Start:t.End]); n > 0 {
				return one(int32(n))
			}
		}
		return out
	}
	if t.Kind == Number {
		return f.digitClass(c, i, out)
	}
	if c == classHour || c == classDecade || c == classMinute { // "vingt-deux", "soixante-dix", "quarante-cinq"
		if n, vague, after, ok := f.numberWords(i); ok && !vague {
			if c == classHour && n <= 24 || c == classDecade && n >= 10 && n < 100 && int(n)%10 == 0 || c == classMinute && n < 60 && int(n)%5 == 0 {
				return append(out, capture{n: int32(n), end: int32(after)})
			}
			return out
		}
	}
	if v, ok := f.entry(i).value(c); ok {
		return f.wordClass(c, v, i, out)
	}
	return out
}

// wordClass takes a word of a class, and the full stop of an abbreviation. An
// abbreviated month or weekday is one only beside a number: "la mer." is the sea.
func (f *Finder) wordClass(c Class, v value, i int, out []capture) []capture {
	stop := f.at(i + 1)
	stopped := stop.Kind == Punct && stop.Num == '.' && stop.Flags&SpaceBefore == 0
	if !v.dotOnly {
		if v.weak && stopped && f.entry(i).abbrev {
			out = append(out, capture{n: v.n, weak: true, end: int32(i + 2)})
		}
		return append(out, capture{n: v.n, vague: v.vague, weak: v.weak, end: int32(i + 1)})
	}
	if !stopped {
		return out
	}
	if f.at(i-1).Kind == Number || f.ordinalEnding(i-1) || f.at(i+2).Kind == Number {
		out = append(out, capture{n: v.n, vague: v.vague, end: int32(i + 2)})
	}
	return out
}

// digitClass takes a number whose digits fit the class.
func (f *Finder) digitClass(c Class, i int, out []capture) []capture {
	t := f.tokens[i]
	n, w := t.Num, t.width()
	ok := false
	switch c {
	case classYY:
		next := f.at(i + 1)
		ok = w == 2 && !(next.Kind == Punct && next.Num == f.pack.thousands && next.Flags&SpaceBefore == 0 && f.at(i+2).Kind == Number && f.at(i+2).width() == 3)
	case classYYYY:
		ok = w <= 4 && n > 0
	case classDD:
		ok = w <= 2 && n >= 1 && n <= 31
	case classMM:
		ok = w <= 2 && n >= 1 && n <= 12
	case classHour:
		ok = w <= 2 && n <= 24
	case classMinute:
		ok = w == 2 && n < 60
	case classClock:
		ok = w == 4 && n < 2400 && n%100 < 60
	case classDecade:
		ok = n%10 == 0 && (w == 2 && n >= 10 || w == 4 && n >= 1000 && n < 2200)
	}
	if !ok {
		return out
	}
	return append(out, capture{n: n, end: int32(i + 1)})
}

// ordinal takes "3e", "3rd", "troisième".
func (f *Finder) ordinal(i int, out []capture) []capture {
	t := f.tokens[i]
	if v, ok := f.entry(i).value(classOrd); ok && f.entry(i).mask&classN.bit() == 0 {
		return append(out, capture{n: v.n, end: int32(i + 1)})
	}
	if t.Kind == Number && f.ordinalEnding(i+1) {
		return append(out, capture{n: t.Num, end: int32(i + 2)})
	}
	if t.Kind == Roman && t.width() > uint32(len(romanDigits(f.text[t.Start:t.End]))) {
		return append(out, capture{n: t.Num, end: int32(i + 1)})
	}
	if v, _, after, ok := f.number(i); ok && after < len(f.tokens) && v >= 10 && v < 1000 && t.Kind == Word &&
		(f.pack.hyphenOrdinals && v >= 20 || f.pack.vigesimal) {
		j := f.joiner(after) // "twenty-first", "dix-neuvième", "quatre-vingt-onzième"
		if o, found := f.entry(j).value(classOrd); found && o.n > 0 && (o.n < 10 || f.pack.vigesimal && o.n < 17) && j > after {
			return append(out, capture{n: int32(v) + o.n, end: int32(j + 1)})
		}
	}
	return out
}

func romanDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] != 'I' && s[i] != 'V' && s[i] != 'X' {
			return s[:i]
		}
	}
	return s
}

func (f *Finder) ordinalEnding(i int) bool {
	t := f.at(i)
	return t.Kind == Word && t.Flags&SpaceBefore == 0 && t.Word != 0 && f.pack.ordinalEndings.has(t.Word)
}

// detachedEnding tells the ending of an ordinal that typesetting has cut off,
// as superscripts often are: "1 er janvier".
func (f *Finder) detachedEnding(i int) bool {
	t := f.at(i)
	return t.Kind == Word && t.width() == 2 && t.Flags&(BreakBefore|Capital) == 0 && f.pack.ordinalEndings.has(t.Word) && !f.entry(i).func_
}

// dayOfMonth takes 1 to 31, "1er", "3rd", number words, and where the language
// says so ordinals.
func (f *Finder) dayOfMonth(i int, out []capture) []capture {
	t := f.tokens[i]
	if t.Kind == Number {
		if t.width() > 2 || t.Num < 1 || t.Num > 31 {
			return out
		}
		if f.ordinalEnding(i+1) && t.Num != 1 && !f.pack.ordinalDays {
			return out // "le 23e épisode"
		}
		if f.ordinalEnding(i+1) || t.Num == 1 && f.detachedEnding(i+1) {
			return append(out, capture{n: t.Num, end: int32(i + 2)})
		}
		return append(out, capture{n: t.Num, end: int32(i + 1)})
	}
	if t.Kind != Word {
		return out
	}
	cardinal := f.entry(i).mask&classN.bit() != 0
	if v, ok := f.entry(i).value(classOrd); ok && !cardinal && (f.pack.ordinalDays || v.n == 1) && v.n >= 1 && v.n <= 31 {
		return append(out, capture{n: v.n, end: int32(i + 1)})
	}
	if f.pack.ordinalDays {
		if o := f.ordinal(i, out); len(o) > len(out) && o[len(out)].n <= 31 {
			return o
		}
	}
	if n, vague, after, ok := f.numberWords(i); ok && !vague && n >= 1 && n <= 31 {
		return append(out, capture{n: int32(n), end: int32(after)})
	}
	return out
}

// year takes 1000 to 2199 in four digits that count nothing, or in words, or
// two digits after an apostrophe ("'98").
func (f *Finder) year(i int, out []capture) []capture {
	t := f.tokens[i]
	switch {
	case t.Kind == Number && t.width() == 4 && t.Num >= 1000 && t.Num < 2200 && !f.partOfNumber(i):
		return append(out, capture{n: t.Num, end: int32(i + 1)})
	case t.Kind == Word && f.entry(i).mask&classN.bit() != 0:
		if n, after, ok := f.yearWords(i); ok {
			return append(out, capture{n: int32(n), end: int32(after)})
		}
	case t.elides():
		if y := f.at(i + 1); y.Kind == Number && y.width() == 2 && y.Flags&SpaceBefore == 0 {
			return append(out, capture{n: y.Num, vague: true, end: int32(i + 2)})
		}
	}
	return out
}

// partOfNumber tells whether the digits belong to a longer number, an amount
// or a measure: "1998,5", "3 1998", "2000 €", "1500 euros".
func (f *Finder) partOfNumber(i int) bool {
	next := f.at(i + 1)
	if next.Kind == Punct {
		switch next.Num {
		case '%', '$', '€', '£', '°', '²', '¥':
			return true
		case '.', ',', ':':
			if d := f.at(i + 2); next.Flags&SpaceBefore == 0 && d.Kind == Number && d.Flags&SpaceBefore == 0 {
				return true
			}
		}
	}
	if f.entry(i+1).measure && next.Flags&BreakBefore == 0 {
		return !(f.tokens[i].Num%100 != 0 && f.entry(i-1).mask&classMonth.bit() != 0) // "en mai 1914 soldats et marins", but "en mai 2000 soldats"
	}
	if next.Word != 0 && f.pack.ranges.has(next.Word) && f.at(i+2).Kind == Number && f.tokens[i+2].width() == 4 && f.partOfNumber(i+2) {
		return true // "de 1999 à 2099 euros"
	}
	prev := f.at(i - 1)
	switch {
	case i == 0:
	case prev.Kind == Punct && f.tokens[i].Flags&SpaceBefore == 0:
		switch prev.Num {
		case '.', ',', ':':
			if before := f.at(i - 2); prev.Num == '.' && before.width() <= 2 && f.at(i-3).Num == '.' && f.at(i-4).Kind == Number {
				return false // 02.07.2013
			}
			if prev.Num == f.pack.thousands && f.tokens[i].width() == 4 {
				return false // four digits are no group of thousands: "1,2001"
			}
			return f.at(i-2).Kind == Number && prev.Flags&SpaceBefore == 0
		case '$', '€', '£', '#', '_', '+', '=', '@', '&':
			return true
		}
	case prev.Kind == Punct && (prev.Num == '$' || prev.Num == '€' || prev.Num == '£' || prev.Num == '#' || prev.Num == '°'):
		return true
	}
	if prev.Kind == Punct && prev.Num == '.' && prev.Flags&SpaceBefore == 0 && i > 1 && f.entry(i-2).abbrev && f.entry(i-2).before { // "No. 1984"
		return true
	}
	return f.entry(i - 1).before
}
