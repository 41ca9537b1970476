package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// intervals reckons with amounts of years that end now and may begin in a year
// that the text tells: "pour la première fois depuis 24 ans" beside 2000,
// "77 ans après" beside 1945. It is weak evidence: the years may have nothing
// to do with each other.
func (g *gatherer) intervals() {
	n := 0
	for i := range g.ms {
		years, ok := g.yearsBack(i)
		if !ok || n == 3 {
			continue
		}
		e := evidence{by: "interval", text: g.words(i), kernel: &exactly, mention: i, floor: 0.25}
		seen := map[int]bool{}
		for _, d := range g.full {
			y, _, _ := d.span.Start.Civil()
			if y += years; !seen[y] && len(e.fact) < 5 && y < 2200 {
				seen[y] = true
				e.fact = append(e.fact, tempo.Of(tempo.Date(y, 1, 1), tempo.Year))
			}
		}
		if len(e.fact) > 0 && len(e.fact) <= 4 {
			n++
			g.add(e)
		}
	}
}

// yearsBack gives the years that mention i looks back from the publication.
func (g *gatherer) yearsBack(i int) (years int, ok bool) {
	e := &g.ms[i].Expr
	n := 0.0
	switch {
	case e.Kind == tempo.Amount && e.Anchored == -1 && e.Duration.Unit == tempo.Year && !e.Duration.Vague && e.Duration.More[0].Unit == tempo.NoGrain:
		n = e.Duration.N
	case isOffset(e) && e.Unit == tempo.Year && !g.used[i]:
		n = -e.N
	case e.Kind == tempo.Point && e.Base == tempo.Mentioned && e.Unit == tempo.Year && !e.Vague:
		n = e.N
	}
	return int(n), n >= 4 && n < 300 && n == float64(int(n))
}

// fileClues reckons with what the file says of its own making, which is no
// date of publication but bounds it.
func (g *gatherer) fileClues() {
	for _, c := range g.doc.dated {
		s, err := tempo.ParseEDTF(c.Date)
		if err != nil || c.Weight >= 0.5 || !isBounded(s) {
			continue
		}
		g.add(evidence{by: c.By, text: c.Text, at: daysOf(s), kernel: &fileMade, floor: 0.2, mention: -1})
	}
}
