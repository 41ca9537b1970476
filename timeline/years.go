package timeline

import (
	"cmp"
	"slices"
	"sync"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// Two sources may give the same day or month of different years to a clearly
// identical matter: one of them is wrong, and the event shows both.
const (
	sameMatter   = 0.7 // cosine of the titles
	anotherYear  = 4.5 // evidence without regard to the dates
	fewestShared = 2   // stems and names that the titles must share to meet at all
	mostMeeting  = 12  // of one key; what more tell comes back every year
	rarestKeys   = 4   // of a draft, of which two make a key
)

// Reunions are the keys under which drafts of different years meet: two of
// their rarest features with the day and month. They are put away in shares by
// their first bits, which are sorted one at a time.
type reunions struct {
	mu     sync.Mutex
	shares [16][]place
}

type reunion struct {
	key   uint64
	draft int32
	year  int32
}

func codeReunions(c *coder, all *[]reunion) {
	list(c, all, func(a *reunion) {
		c.fixed64(&a.key)
		c.int32(&a.draft)
		c.int32(&a.year)
	})
}

// noteReunions notes the drafts that are first looked for in this year and
// are not the twins of others.
func (m *merger) noteReunions(y *yearOfDrafts, twin []bool) {
	var shares [len(m.years.shares)][]reunion
	flush := func(more int) {
		for k := range shares {
			if len(shares[k]) > more {
				m.years.put(m, k, shares[k])
				shares[k] = shares[k][:0]
			}
		}
	}
	var rare []uint32
	y.each(func(i int, g *gist) {
		if twin[i] || m.from[y.drafts[i]] != y.year || g.published || g.span.Grain > tempo.Month || g.stretch ||
			g.span.Start.IsOpen() || g.span.End.IsOpen() || g.span.Mod != tempo.NoMod {
			return
		}
		flush(reunionsAtOnce)
		year, month, day := g.span.Start.Civil()
		if g.span.Grain > tempo.Day {
			day = 0
		}
		rare = m.keysOf(&gist{matter: g.matter, names: g.names}, rare[:0])
		rare = rare[:min(len(rare), rarestKeys)]
		for x, a := range rare {
			for _, b := range rare[x+1:] {
				key := mixKeys(mixKeys(uint64(a), uint64(b)), uint64(32*month+day))
				shares[key>>60] = append(shares[key>>60], reunion{key, y.drafts[i], int32(year)})
			}
		}
	})
	flush(0)
}

// reunionsAtOnce is about how many reunions of a share are put away together.
const reunionsAtOnce = 1 << 12

func (r *reunions) put(m *merger, share int, list []reunion) {
	var out coder
	at, err := out.put(m.gists, func(c *coder) { codeReunions(c, &list) })
	if err != nil {
		m.fail(err)
	}
	r.mu.Lock()
	r.shares[share] = append(r.shares[share], at)
	r.mu.Unlock()
}

// sharesAtOnce is how many shares of the reunions are sorted at the same time.
const sharesAtOnce = 4

// otherYears joins events that differ in their year alone. What several years
// have is an anniversary or an election, and stays apart.
func (m *merger) otherYears() {
	n := min(m.workers, sharesAtOnce)
	sorted := make([][]reunion, n)
	for lo := 0; lo < len(m.years.shares); lo += n {
		part := sorted[:min(n, len(m.years.shares)-lo)]
		var sorting sync.WaitGroup
		for k := range part[1:] {
			sorting.Go(func() { part[k+1] = m.reunionsOf(lo + k + 1) })
		}
		part[0] = m.reunionsOf(lo)
		sorting.Wait()
		for _, all := range part {
			m.joinReunions(all)
		}
	}
}

// joinReunions joins events under the keys of sorted reunions.
func (m *merger) joinReunions(all []reunion) {
	for lo := 0; lo < len(all); {
		hi := lo + 1
		for hi < len(all) && all[hi].key == all[lo].key {
			hi++
		}
		if hi-lo >= fewestShared && hi-lo <= mostMeeting {
			m.joinYears(all[lo:hi])
		}
		lo = hi
	}
}

// reunionsOf gives the reunions of a share, sorted.
func (m *merger) reunionsOf(share int) []reunion {
	var in shelf
	var all, part []reunion
	for _, at := range m.years.shares[share] {
		if err := in.take(m.gists, at, func(c *coder) { codeReunions(c, &part) }); err != nil {
			m.fail(err)
			return nil
		}
		all = append(all, part...)
	}
	slices.SortFunc(all, func(x, y reunion) int {
		if x.key != y.key {
			return cmp.Compare(x.key, y.key)
		}
		return cmp.Compare(x.draft, y.draft)
	})
	return all
}

// joinYears joins the events of drafts that share a key if they are of two
// years, one of which a single article tells.
func (m *merger) joinYears(all []reunion) {
	one, other := all[0].year, all[0].year
	for _, e := range all {
		switch {
		case e.year == one || e.year == other:
		case one == other:
			other = e.year
		default:
			return
		}
	}
	if one == other {
		return
	}
	for x, p := range all {
		for _, q := range all[x+1:] {
			a, b := m.root(p.draft), m.root(q.draft)
			if p.year == q.year || a == b || m.size[a] > 1 && m.size[b] > 1 {
				continue
			}
			if m.size[a] < m.size[b] {
				a, b = b, a
			}
			if _, article := m.shared(a, b); !article {
				m.joinAcross(p.draft, q.draft, a, b)
			}
		}
	}
}

// joinAcross joins the events a and b if their drafts i and j lie in different
// years and they are otherwise the same.
func (m *merger) joinAcross(i, j, a, b int32) {
	g := m.load([]int32{min(i, j), max(i, j)})
	if relate(&g[0].when, &g[1].when) != apart {
		return
	}
	x, y := m.recall(a), m.recall(b)
	l := m.compare(x, y)
	l.crowd, l.several = 0, 0
	if cosine(x.matter, y.matter) < sameMatter || l.otherType || l.oneType || l.elsewhere || l.evidence() < anotherYear {
		return
	}
	m.link(a, b, joint{i, j, apart, l.evidence() - anotherYear, l})
}

// recall makes the gist of an event of its drafts again.
func (m *merger) recall(root int32) *gist {
	members := m.members(root)
	gists := m.load(members)
	for i := range gists[1:] {
		m.absorb(&gists[0], &gists[i+1], int32(i+1), 1)
	}
	return &gists[0]
}

// members lists the drafts of an event in rising order.
func (m *merger) members(of int32) []int32 {
	var out []int32
	for j := of; ; {
		out = append(out, j)
		if j = m.next[j]; j == of {
			slices.Sort(out)
			return out
		}
	}
}
