package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// elide gives a word its apostrophe before a vowel.
func (l *language) elide(word, next string) string {
	if l.known(word).class&isElision == 0 || next == "" {
		return word
	}
	r, _ := utf8.DecodeRuneInString(next)
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ê', 'à', 'â', 'î', 'ï', 'ô', 'û', 'h', 'A', 'E', 'I', 'O', 'U', 'É', 'È', 'Ê', 'Î', 'œ', 'Œ':
		_, size := utf8.DecodeLastRuneInString(word)
		return word[:len(word)-size] + "’"
	}
	return word
}

// joined writes a preposition and a noun phrase, contracted as the language
// does: "signature du traité", "de l'accord", "d'un accord", "de deux accords".
func (c *composer) joined(preposition string, np phrase) {
	l := c.x.lang
	k := np.first
	first := c.x.lower(k)
	if c.list > 1 && c.a.tag(k) == tagDeterminer && c.a.is(k, isPlural) && len(l.One) > 0 && (c.singular[k] != "" || c.one(k, c.list, false)) {
		if e := l.elide(preposition, c.singular[k]); e != preposition {
			c.say(e + c.singular[k])
		} else {
			c.say(preposition + " " + c.singular[k])
		}
		c.rest(np, k+1, false)
		return
	}
	if c.a.tag(k) == tagDeterminer || c.a.tag(k) == tagPreposition {
		if a, ok := l.Uncontracted[first]; ok && c.a.tag(k) == tagPreposition {
			first = a // "le meurtre [du préfet]"
		}
		if a, ok := l.Demonstratives[first]; ok {
			first = a
			c.grade -= 0.1
			if e := l.elide(a, c.x.word(k+1)); e != a {
				c.say(preposition)
				c.say(e)
				c.rest(np, k+1, false)
				return
			}
		} else if a, ok := l.Possessives[first]; ok {
			first = a
			c.grade -= 0.15
		}
		if joined, ok := l.Contractions[preposition+" "+first]; ok && !c.x.apostrophe(k+1) {
			c.say(joined)
			c.rest(np, k+1, false)
			return
		}
		if l.known(first).class&isIndefinite != 0 && !c.x.apostrophe(k+1) {
			c.say(l.elide(preposition, c.x.word(k+1)))
			c.rest(np, k+1, false)
			return
		}
		if e := l.elide(preposition, first); e != preposition {
			c.say(e + first)
			c.rest(np, k+1, false)
			return
		}
		c.say(preposition)
		c.pieces = append(c.pieces, piece{token: k, text: first, run: int16(len(c.runs) - 1)})
		c.rest(np, k+1, false)
		return
	}
	if e := l.elide(preposition, c.x.word(k)); e != preposition && !(c.x.capital(k) && strings.HasPrefix(c.x.word(k), "H")) {
		c.say(e)
	} else {
		c.say(preposition)
	}
	c.rest(np, k, false)
}

// keepShort keeps the date of a noun that says little without it: "Séisme de
// janvier 2010".
func (c *composer) keepShort(t target) {
	words := 0
	for k := t.noun.first; k < t.until; k++ {
		if tag := c.a.tag(k); !c.drop[k-c.a.first] && (tag == tagNoun || tag == tagName || tag == tagNumber) {
			words++
		}
	}
	if words != 1 {
		return
	}
	c.grade -= 0.2
	if !c.names() && c.x.stateLabel() != "" {
		for k := t.noun.first; k < t.noun.last || c.a.tag(k) == tagDate; k++ {
			if c.drop[k-c.a.first] && c.x.spaced(k) {
				c.spared++
			}
		}
		return
	}
	for k := t.noun.first; k < t.noun.last || c.a.tag(k) == tagDate; k++ {
		c.drop[k-c.a.first] = false
	}
}

// noun writes the noun phrase that a date belongs to, as a title without its
// article: "Invasion de l'Ukraine".
func (c *composer) noun(t target) {
	c.begin(rankCore, false)
	t.noun = c.afterLocution(t.noun)
	date := t.until
	for c.a.tag(date) == tagDate || date == t.until && c.a.is(date, isDateWord) && c.a.tag(date) == tagPreposition {
		date++
	}
	if date > t.until && c.a.tag(date-1) == tagDate && c.a.ofAt(date) { // "l'arrestation, le 3 mai, de Paul Martin"
		t.until = c.x.phraseEnd(c.a, t.clause, date)
	}
	c.keepShort(t)
	k := t.noun.first
	for k < t.until && (c.a.tag(k) == tagDeterminer || c.a.tag(k) == tagMark || c.a.tag(k) == tagPreposition || c.a.tag(k) == tagConjunction) {
		if c.a.tag(k) == tagDeterminer && !c.a.is(k, isDefinite|isDemonstrative|isPossessive) && c.a.is(k, isPlural) && c.a.is(k, isBoth) {
			break
		}
		if c.a.is(k, isPossessive) {
			c.grade -= 0.2
		}
		k++
	}
	until := t.until
	if until < t.noun.last && !c.drop[until-c.a.first] {
		until = t.noun.last
	}
	for c.a.tag(until) == tagDate && !c.drop[until-c.a.first] {
		until++
	}
	c.complements(k, until, t.clause, true)
	c.owner(t)
}

// owner writes whose event a possessive means, the subject's: "depuis son
// indépendance, en 1960, le pays".
func (c *composer) owner(t target) {
	s := c.a.clauses[t.clause].subject
	if c.a.tag(t.noun.first-1) == tagConjunction { // "salue la reine et sa visite de mai": hers
		return
	}
	if c.a.tag(t.noun.first) != tagDeterminer || !c.a.is(t.noun.first, isPossessive) || s.empty() || s.first <= t.noun.first && t.noun.first < s.last {
		return
	}
	name := ""
	if c.a.is(s.first, isDanglingSubject) && c.a.tag(s.first) == tagSubject {
		name = c.x.referent(c.a, s.first)
	} else if name = c.meant(s); name == "" && c.a.tag(s.first) == tagDeterminer && s.last-s.first <= 7 && c.a.is(s.first, isDefinite) { // "Indépendance du pays"
		name = strings.Join(strings.Fields(c.x.text[c.x.tokens[s.first].Start:c.x.tokens[s.last-1].End]), " ")
		if s.last-s.first <= 3 {
			c.grade -= 0.1
		}
	} else if name == "" && (c.a.tag(s.first) == tagName || s.last-s.first <= 3 && c.a.tag(s.last-1) == tagName) {
		name = strings.Join(strings.Fields(c.x.text[c.x.tokens[s.first].Start:c.x.tokens[s.last-1].End]), " ")
	}
	if name == "" || utf8.RuneCountInString(name) > 40 {
		return
	}
	if c.grade += 0.2; c.x.lang.PossessiveMark && len(c.pieces) > 0 { // "Martin's visit to Lima"
		c.pieces = slices.Insert(c.pieces, 0, piece{token: -1, text: name + "'s", run: c.pieces[0].run})
		return
	}
	c.begin(rankCore, false)
	c.say(c.x.lang.with(c.x.lang.OfWord, c.x.lowered(name)))
}

// with joins a preposition to words, contracted as the language does.
func (l *language) with(preposition, words string) string {
	first, rest, _ := strings.Cut(words, " ")
	if joined, ok := l.Contractions[preposition+" "+first]; ok {
		return joined + " " + rest
	}
	if e := l.elide(preposition, words); e != preposition && !strings.HasPrefix(words, "H") {
		return e + words
	}
	return preposition + " " + words
}

// infinitive writes what an infinitive tells of the subject of its clause:
// "Moscou a suspendu sa participation avant de revenir" is "Moscou revient".
func (c *composer) infinitive(t target) {
	c.begin(rankCore, false)
	c.subjectOf(t.clause)
	c.begin(rankCore, false)
	v, main := c.x.verbAt(c.a, t.at), c.x.lower(c.a.clauses[t.clause].verb)
	from := t.at
	for c.a.tag(from-1) == tagClitic || c.x.apostrophe(from-1) {
		from--
	}
	for k := from; k < t.at; k++ {
		c.put(k)
		if !c.a.is(k, isReflexive) && !c.x.apostrophe(k) {
			c.grade -= 0.3
		}
	}
	switch s := c.a.clauses[t.clause].subject; {
	case c.x.lang.AmbiguousPast && !s.empty() && (c.a.is(s.first, isPlural) || c.x.pluralHead(c.a, s)): // "they sign"
		c.say(v.singular)
	case c.x.lang.AmbiguousPast, strings.HasSuffix(main, "nt"): // "she signs"; ont, aient, èrent
		c.say(v.plural)
	default:
		c.say(v.singular)
	}
	c.begin(rankCore, false)
	c.complements(t.at+1, t.until, t.clause, false)
	c.grade -= 0.05
}

// participle writes what a participle tells: with the noun of its act if the
// language has one, "Signature de l'accord", else as it stands, "Accord signé".
func (c *composer) participle(t target) {
	c.begin(rankCore, false)
	if t.name == "" && c.headlessSubject(t.noun) {
		if t.name = c.latter(t.noun); t.name == "" {
			c.grade -= 0.6 // "extradition du dernier"
		}
	}
	v := c.x.verbAt(c.a, t.at)
	if v.noun != "" {
		r, size := utf8.DecodeRuneInString(v.noun)
		c.say(string(unicode.ToUpper(r)) + v.noun[size:])
		if t.name != "" {
			c.say(c.x.lang.with(c.x.lang.OfWord, c.x.lowered(t.name)))
		} else {
			c.joined(c.x.lang.OfWord, t.noun)
		}
		c.begin(rankPhrase, false)
	} else {
		k := t.noun.first
		if c.a.tag(k) == tagDeterminer && c.a.is(k, isDefinite|isDemonstrative|isPossessive) {
			k++
			if c.x.apostrophe(k) {
				k++
			}
		}
		if t.name != "" {
			c.say(t.name)
			k = t.noun.last
		}
		for ; k < t.noun.last; k++ {
			c.put(k)
		}
		if !v.occurs && c.x.opensSentence(c.a, t.at) {
			c.pieces = append(c.pieces, piece{token: t.at, text: c.x.lower(t.at), run: int16(len(c.runs) - 1)})
		} else if !v.occurs {
			c.put(t.at)
		} else if !c.x.hasEvent(c.a, t.noun) {
			c.grade -= 0.6
		}
		if t.until-t.at < 3 {
			c.grade -= 0.4 // "divorce prévu"
			if c.a.tag(t.noun.first) == tagDeterminer && !c.a.is(t.noun.first, isDefinite|isDemonstrative|isPossessive) {
				c.grade -= 0.2 // "un roman paru"
			}
		}
	}
	c.complements(t.at+1, t.until, t.clause, true)
}
