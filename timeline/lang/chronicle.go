package lang

import "github.com/frise-timeline/frise/timeline/tempo"

// bullet tells a mark with which entries of lists and chronologies begin.
func bullet(r rune) bool {
	switch r {
	case '-', '–', '—', '•', '*', '>', '·', '▪', '■', '●':
		return true
	}
	return false
}

// lineStart tells whether token k begins a line, marks such as bullets and
// dashes apart: "- 27: …", "--2011--".
func (f *Finder) lineStart(k int) bool {
	for ; k > 0 && f.tokens[k].Flags&(LineBefore|BreakBefore) == 0; k-- {
		if p := f.tokens[k-1]; p.Kind != Punct || !bullet(rune(p.Num)) {
			return false
		}
	}
	return k >= 0
}

// ownLine tells whether the tokens from first to last stand alone on a line.
func (f *Finder) ownLine(first, last int) bool {
	if !f.lineStart(first) {
		return false
	}
	for ; last < len(f.tokens) && f.tokens[last].Flags&(LineBefore|BreakBefore) == 0; last++ {
		if p := f.tokens[last]; p.Kind != Punct || !bullet(rune(p.Num)) && p.Num != ':' {
			return false
		}
	}
	return true
}

// Heading tells whether a mention stands alone on its line, as the years and
// months over the entries of a chronology do.
func (f *Finder) Heading(m Mention) bool { return f.ownLine(m.First, m.Last) }

// Entry tells whether a mention begins a line, as the dates of a chronology's
// entries do.
func (f *Finder) Entry(m Mention) bool { return f.lineStart(m.First) }

// Labels tells whether a colon follows a mention that begins its line, so that
// what comes is told under this date and not as of now: "2 mars : le siège
// commence".
func (f *Finder) Labels(m Mention) bool {
	next := f.at(m.Last)
	return m.Last < len(f.tokens) && next.Kind == Punct && next.Num == ':' && next.Flags&BreakBefore == 0 && f.lineStart(m.First)
}

// opensMonth tells whether a match is the heading of a month, under which days
// stand alone.
func (f *Finder) opensMonth(b *found) bool {
	return b.expr.Kind == tempo.Point && b.expr.Where.Has&(tempo.HasMonth|tempo.HasDay) == tempo.HasMonth && f.ownLine(b.match.start, b.match.end)
}
