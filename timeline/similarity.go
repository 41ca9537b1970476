package timeline

import "slices"

// covered is how much of one title stands in the other, 0 to 1; one word alone
// is not all of a title.
func covered(a, b *gist) float32 {
	const more = 0.4
	var ofA, ofB float32
	var room [longestVector]meeting
	for _, m := range a.matter.meet(b.matter, &room) {
		ofA, ofB = ofA+a.matter[m.inA].weight, ofB+b.matter[m.inB].weight
	}
	if ofA == 0 {
		return 0
	}
	return max(ofA/(a.matter.sum()+more), ofB/(b.matter.sum()+more))
}

// likeness is how two gists agree, each part from 0 to 1.
type likeness struct {
	matter, context     float32 // what titles and sentences share
	covered             float32 // how much of the one title stands in the other
	rare                float32 // of the rarest stem or number that both titles have
	more                float32 // of the others that they have
	actors              float32 // share of actors in common
	sameType, otherType bool
	oneType             bool    // the act of one alone is known
	sameAct             bool    // some act of the one's sentence is the other's
	head                float32 // how rare the verb or noun is that tells both
	crowd               float32 // how many drafts share the date: 0 for these two, 1 for 64 or more
	several             float32 // how many drafts one of their articles has at the date: 0 for one, 1 for eight
	rareName            float32 // of the rarest name that both sentences have
	rareWord            float32 // of the rarest word
	elsewhere           bool    // each is of a state that the other's sentence does not name
	parties             bool    // and it is between states
	strangers           bool    // and they have no state in common
	article             float32 // of their articles
	sameArticle         bool
	otherSubject        bool // their articles name others altogether
	leads               bool // both are their articles' news
	sameParties         bool // they are of one kind between the same states, two or more
	beside              bool // the one is its article's news, the other is told beside that of its own
	otherPeople         bool // both name people, and not one in common
	otherLanguage       bool // their words meet in names, senses and kin only
	otherWords          bool // in one language, their titles have no word in common, nor parties and kind of act
	year                bool // one of the dates is as coarse as a year
}

// overlapOf is the share of actors that two lists have in common.
func overlapOf(a, b []int32) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float32(n) / float32(len(a)+len(b)-n)
}

func typeBit(t string) uint32 {
	for i, name := range eventTypes {
		if t == name {
			return 1 << i
		}
	}
	return 0
}

// eventTypes are PLOVER's.
var eventTypes = [...]string{"agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject",
	"threaten", "protest", "sanction", "mobilize", "coerce", "assault"}

// compare finds what two gists have in common.
func (c *comparer) compare(a, b *gist) likeness {
	l := c.compareTitles(a, b)
	c.compareTexts(&l, a, b)
	return l
}

// compareTitles is the part that is soon done: few pairs have enough in common
// to be worth the rest.
func (c *comparer) compareTitles(a, b *gist) likeness {
	var l likeness
	l.matter, l.rare, l.more = shared(a.matter, b.matter, c.rarity)
	l.covered = covered(a, b)
	_, l.rareName, _ = shared(a.names, b.names, c.rarity)
	l.otherPeople = len(a.people) > 0 && len(b.people) > 0 && !slices.ContainsFunc(a.people, func(p int32) bool { return slices.Contains(b.people, p) })
	l.actors = overlapOf(a.actors, b.actors)
	l.sameType = a.types&b.types != 0
	l.sameParties = l.sameType && l.actors == 1 && len(a.actors) > 1
	l.oneType = (a.types == 0) != (b.types == 0)
	l.otherType = a.types != 0 && b.types != 0 && !l.sameType
	l.sameAct = a.types&b.acts != 0 || b.types&a.acts != 0
	l.head = max(c.headsMeet(a, b), c.headsMeet(b, a))
	k := max(a.cell, b.cell)
	l.crowd = max(a.crowd[k], b.crowd[k])
	l.several = max(a.several[k], b.several[k])
	l.sameArticle = a.article == b.article && a.article >= 0
	l.leads = a.lead && b.lead && (l.more > 0 || l.rareName > 0 || l.head > 0) // one word is no news
	l.beside = a.lead && a.published && b.beside || b.lead && b.published && a.beside
	l.otherLanguage = a.lang != b.lang && a.lang != manyLanguages && b.lang != manyLanguages
	l.otherWords = l.rare == 0 && !l.otherLanguage && !l.sameParties
	l.year = max(a.last-a.first, b.last-b.first) > 250
	return l
}

// headsMeet is the rarity of what tells the one and stands in the title of the
// other, or tells it: "a attaqué" and "attaque".
func (c *comparer) headsMeet(a, b *gist) (rare float32) {
	for _, h := range a.heads {
		if c.rarity[h] > rare && (b.matter.has(h) || slices.Contains(b.heads, h)) {
			rare = c.rarity[h]
		}
	}
	return rare
}

func (c *comparer) compareTexts(l *likeness, a, b *gist) {
	l.elsewhere = elsewhere(a, b)
	l.parties = l.elsewhere && len(a.actors) > 1 && len(b.actors) > 1
	l.strangers = l.elsewhere && l.actors == 0
	l.context, l.rareWord, _ = shared(a.context, b.context, c.rarity)
	if l.sameArticle { // whose sentences are about one subject anyway
		l.context /= 2
		l.rareWord = 0
		return
	}
	l.article = cosine(a.about, b.about)
	l.otherSubject = l.article < 0.05 && len(a.about) > 1 && len(b.about) > 1
}

// mostOfTexts is what compareTexts can add: two sentences that share more than
// half of their words share a title as well.
const mostOfTexts = ofContext/2 + ofRareWord + ofArticle - ofCrowd

// elsewhere tells whether each gist acts in a state that the other does not
// name: a draft in its sentence, an event in half of its titles.
func elsewhere(a, b *gist) bool { return lacks(a, b) && lacks(b, a) }

func lacks(x, y *gist) bool {
	for i := range x.actors {
		if x.takesPart(i) && !y.knows(x.actors[i]) {
			return true
		}
	}
	return false
}

// takesPart tells whether state i of a gist acts in it: of an event,
// one that half of its drafts name that name most.
func (g *gist) takesPart(i int) bool { return g.votes == nil || 2*g.votes[i] >= slices.Max(g.votes) }

func (g *gist) knows(state int32) bool {
	if g.votes == nil {
		return slices.Contains(g.actors, state) || g.names.has(state)
	}
	i := slices.Index(g.actors, state)
	return i >= 0 && g.takesPart(i)
}

// excess is how much more two gists share than their dates ask for; below 0
// they are not one event.
func (c *comparer) excess(a, b *gist) float32 {
	r := relate(&a.when, &b.when)
	if r == apart || a.article == b.article && a.article >= 0 && (a.sentence == b.sentence || r >= conflicted) {
		return -need[apart] // no article tells one thing of two days
	}
	l := c.compareTitles(a, b)
	l.at(r)
	if e := l.evidence(); e+mostOfTexts < need[r] {
		return e - need[r]
	}
	c.compareTexts(&l, a, b)
	return l.evidence() - need[r]
}

// at leaves out what says little where dates stand so to each other: what goes
// on for days is of one type each day.
func (l *likeness) at(r relation) {
	if l.year {
		l.head = 0 // a year holds many of a kind
	}
	if r >= conflicted {
		l.sameType, l.sameAct, l.sameParties, l.head = false, false, false, 0
	}
}

// The weights are those of a logistic regression over labelled pairs of drafts
// in two languages, rounded, and moved where whole clusters came out better:
// what two drafts have for one event speaks in log-odds.
const (
	ofRare          = 1.9 // the rarest stem or number that both titles have
	ofMatter        = 0.4
	ofMore          = 0.7
	ofCovered       = 1.0
	ofContext       = 2.0
	ofRareWord      = 1.2
	ofRareName      = 0.5
	ofActors        = 0.3
	ofArticle       = 0.7
	ofLeads         = 1.0
	ofSameType      = 1.4
	ofHead          = 1.4 // the verb or noun that tells both
	ofSameAct       = 0.5 // the title's act is one of the other's sentence
	ofOtherType     = -0.4
	ofOneType       = -0.4
	ofCrowd         = -0.5 // at a date of which much is told, by articles on other things
	ofSeveral       = -0.9 // at a date of which one of the articles tells several things
	ofElsewhere     = -1.0
	ofParties       = -1.0
	ofStrangers     = -2.8
	ofSameParties   = 0.6
	ofBeside        = -1.2
	ofOtherSubject  = -0.8
	ofOtherPeople   = -0.8
	ofOtherLanguage = 0.4
	ofOtherWords    = -1.0
	ofYear          = -1.0
	ofOneArticle    = -1.0 // within one article, which tells each thing once
	ofShared        = -0.8 // two events that one article tells, weighed as wholes
)

// evidence sums up what speaks for one event.
func (l *likeness) evidence() float32 {
	e := ofRare*l.rare + ofMore*l.more + ofMatter*l.matter + ofContext*l.context + ofRareWord*l.rareWord + ofCovered*l.covered + ofRareName*l.rareName + ofHead*l.head + ofActors*l.actors + ofArticle*l.article +
		ofCrowd*l.crowd*(1-l.article) + ofSeveral*l.several
	switch {
	case l.sameType:
		e += ofSameType
	case l.sameAct && !l.otherType:
		e += ofSameAct
	case l.otherType && !l.sameAct:
		e += ofOtherType
	case l.oneType:
		e += ofOneType
	}
	if l.leads {
		e += ofLeads
	}
	if l.beside {
		e += ofBeside
	}
	if l.sameArticle {
		e += ofOneArticle
	}
	if l.elsewhere {
		e += ofElsewhere
	}
	if l.parties {
		e += ofParties
	}
	if l.strangers {
		e += ofStrangers
	}
	if l.sameParties {
		e += ofSameParties
	}
	if l.otherSubject {
		e += ofOtherSubject
	}
	if l.otherPeople {
		e += ofOtherPeople
	}
	if l.otherLanguage {
		e += ofOtherLanguage
	}
	if l.otherWords {
		e += ofOtherWords
	}
	if l.year {
		e += ofYear
	}
	return e
}
