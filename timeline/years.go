package timeline

import (
	"cmp"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// Two sources may give the same day or month of different years to a clearly
// identical matter: one of them is wrong, and the event shows both.
const (
	sameMatter   = 0.7 // cosine of the titles
	anotherYear  = 4.5 // evidence without regard to the dates
	fewestShared = 2   // stems and names that the titles must share to meet at all
	mostMeeting  = 12  // of one key; what more tell comes back every year
)

// otherYears joins events that differ in their year alone. What several years
// have is an anniversary or an election, and stays apart.
func (m *merger) otherYears() {
	type entry struct {
		key   uint64
		draft int32
	}
	var list []entry
	for i := range m.gists {
		g := &m.gists[i]
		if g.published || g.span.Grain > tempo.Month || g.stretch || g.span.Start.IsOpen() || g.span.End.IsOpen() || g.span.Mod != tempo.NoMod {
			continue
		}
		_, month, day := g.span.Start.Civil()
		if g.span.Grain > tempo.Day {
			day = 0
		}
		rare := m.keysOf(&gist{matter: g.matter, names: g.names})
		for x, a := range rare[:min(len(rare), 4)] {
			for _, b := range rare[x+1 : min(len(rare), 4)] {
				list = append(list, entry{mixKeys(mixKeys(a, b), uint64(32*month+day)), int32(i)})
			}
		}
	}
	slices.SortFunc(list, func(x, y entry) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.draft, y.draft)) })
	for lo := 0; lo < len(list); {
		hi := lo + 1
		for hi < len(list) && list[hi].key == list[lo].key {
			hi++
		}
		if hi-lo >= fewestShared && hi-lo <= mostMeeting {
			ids := make([]int32, 0, hi-lo)
			for _, e := range list[lo:hi] {
				ids = append(ids, e.draft)
			}
			m.joinYears(ids)
		}
		lo = hi
	}
}

// joinYears joins the events of drafts that share a key if they are of two
// years, one of which a single article tells.
func (m *merger) joinYears(ids []int32) {
	years := map[int]bool{}
	for _, i := range ids {
		y, _, _ := m.gists[i].span.Start.Civil()
		years[y] = true
	}
	if len(years) != 2 {
		return
	}
	for x, i := range ids {
		for _, j := range ids[x+1:] {
			a, b := m.root(i), m.root(j)
			if a == b || m.size[a] > 1 && m.size[b] > 1 || relate(&m.gists[i].when, &m.gists[j].when) != apart {
				continue
			}
			if m.size[a] < m.size[b] {
				a, b = b, a
			}
			if _, article := m.shared(a, b); article {
				continue
			}
			x, y := m.whole(a), m.whole(b)
			l := m.compare(x, y)
			l.crowd, l.several = 0, 0
			if cosine(x.matter, y.matter) < sameMatter || l.otherType || l.oneType || l.elsewhere || l.evidence() < anotherYear {
				continue
			}
			m.unite(a, b, joint{i, j, apart, l.evidence() - anotherYear, l})
		}
	}
}
