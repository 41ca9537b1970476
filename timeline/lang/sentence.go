package lang

// A Sentence is a stretch of the text, as byte offsets and as tokens.
type Sentence struct {
	Start, End  int
	First, Last int  // tokens: First up to, not including, Last
	Paragraph   bool // it begins a paragraph
}

// Sentences appends the sentences of the text last read by Find. A sentence
// ends at a full stop, question or exclamation mark that ends no abbreviation,
// with the closing quotes and brackets after it, and at the end of a paragraph.
func (f *Finder) Sentences(out []Sentence) []Sentence {
	first := 0
	closeAt := func(last int) {
		if last > first {
			out = append(out, Sentence{Start: int(f.tokens[first].Start), End: int(f.tokens[last-1].End),
				First: first, Last: last, Paragraph: f.tokens[first].Flags&BreakBefore != 0})
		}
		first = last
	}
	for k := range f.tokens {
		t := &f.tokens[k]
		if t.Kind != Punct && t.Flags&BreakBefore == 0 { // as most are
			continue
		}
		if k > first && t.Flags&BreakBefore != 0 {
			closeAt(k)
		}
		if k < first || t.Kind != Punct || t.Num != '.' && t.Num != '!' && t.Num != '?' && t.Num != '…' || !f.endsSentence(k) {
			continue
		}
		last := k + 1
		for last < len(f.tokens) && f.closes(last) {
			last++
		}
		closeAt(last)
	}
	closeAt(len(f.tokens))
	return out
}

// closes tells whether the token belongs to the sentence that ended before it.
func (f *Finder) closes(k int) bool {
	t := f.tokens[k]
	if t.Kind != Punct || t.Flags&BreakBefore != 0 {
		return false
	}
	switch t.Num {
	case '»', '”', ')', ']', '.', '!', '?', '…':
		return true
	case '"', '\'', '’':
		return t.Flags&SpaceBefore == 0
	}
	return false
}

// endsSentence tells a full stop from that of an abbreviation, an initial, a
// number or an address.
func (f *Finder) endsSentence(k int) bool {
	next, prev := f.at(k+1), f.at(k-1)
	if k+1 >= len(f.tokens) {
		return true
	}
	if next.Kind == Punct && f.closes(k+1) {
		return true
	}
	if f.tokens[k].Num != '.' {
		return next.Flags&SpaceBefore != 0 && (next.Kind != Word || next.Flags&Capital != 0)
	}
	if next.Flags&SpaceBefore == 0 {
		return next.Kind == Word && next.Flags&Capital != 0 && prev.Kind == Word && prev.width() > 3 && prev.Flags&Capital == 0
	}
	if prev.Kind == Word && (prev.width() == 1 && prev.Flags&Capital != 0 || f.entry(k-1).abbrev) {
		return false
	}
	if next.Kind == Word && next.Flags&Capital == 0 {
		return false
	}
	return true
}
