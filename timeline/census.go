package timeline

import (
	"maps"
	"math"
	"slices"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// A census counts, while articles come in, what merging must know of them all
// before it can weigh anything: in how many articles and drafts each feature
// stands, and how many drafts stand at each date.
type census struct {
	features map[uint64]int32 // by hash: where their standings are, so that to count one is to look it up once
	standing []standing
	cells    map[cell]int32
	named    map[int32]naming // by day
	articles int32            // with a draft
	langs    []string         // theirs
	seen     []uint64         // features of the article and of the draft that are being counted
	here     []uint64
	days     []int32
}

// A standing is in how many articles and drafts a feature stands.
type standing struct{ articles, drafts int32 }

// A naming is how many articles name a day in words of their own, not as the
// day of their appearance; and how many of them appeared when it was no longer
// news. Which days articles come back to says more of their weight than how
// much appeared on them (Kessler et al. 2012, Tran et al. 2015).
type naming struct{ articles, later int32 }

// A cell is a day, month or year: its number, and which of them in the last bits.
type cell int64

// cellGrains are the grains of cells.
var cellGrains = [...]tempo.Grain{tempo.Day, tempo.Month, tempo.Year}

// cellsOf gives the day, month and year of an instant. What has no beginning is
// in cells of its own.
func cellsOf(t tempo.Instant) [len(cellGrains)]cell {
	if t.IsOpen() {
		return [...]cell{openCell, openCell | 1, openCell | 2}
	}
	y, m, _ := t.Civil()
	return [...]cell{dayCell(t), cell(12*y+m)<<2 | 1, cell(y)<<2 | 2}
}

const openCell = cell(math.MinInt64)

// dayCell gives the day of an instant that is not open.
func dayCell(t tempo.Instant) cell { return cell(dayOf(t)) << 2 }

func newCensus() census {
	return census{features: map[uint64]int32{}, cells: map[cell]int32{}, named: map[int32]naming{}}
}

// add counts the drafts of one article.
func (c *census) add(drafts []draft) {
	if len(drafts) == 0 {
		return
	}
	c.articles++
	c.in(drafts[0].lang)
	c.seen = c.seen[:0]
	for i := range drafts {
		d := &drafts[i]
		c.here = c.here[:0]
		for _, t := range d.terms {
			c.here = append(c.here, t.hash)
		}
		for _, a := range d.actors {
			c.here = append(c.here, hashTerm(a))
		}
		for _, p := range d.people {
			c.here = append(c.here, hashTerm(p))
		}
		c.here = append(append(c.here, d.scene.names...), d.scene.words...)
		slices.Sort(c.here)
		c.seen = append(c.seen, slices.Compact(c.here)...)
		for k, at := range cellsOf(d.span.Start) {
			if d.span.Grain <= cellGrains[k] {
				c.cells[at]++
			}
		}
	}
	c.name(drafts)
	slices.Sort(c.seen)
	for lo, hi := 0, 0; lo < len(c.seen); lo = hi {
		h := c.seen[lo]
		for hi < len(c.seen) && c.seen[hi] == h {
			hi++ // one for each draft that has the feature
		}
		c.stand(h, standing{1, int32(hi - lo)})
	}
}

// stand adds to the standing of a feature.
func (c *census) stand(hash uint64, more standing) {
	at, ok := c.features[hash]
	if !ok {
		c.features[hash] = int32(len(c.standing))
		c.standing = append(c.standing, more)
		return
	}
	s := &c.standing[at]
	s.articles, s.drafts = s.articles+more.articles, s.drafts+more.drafts
}

// name counts the days that an article names.
func (c *census) name(drafts []draft) {
	c.days = c.days[:0]
	for i := range drafts {
		d := &drafts[i]
		day := dayNumber(d.span.Start)
		if !isDay(d.span) || d.onlyPublished() || slices.Contains(c.days, day) {
			continue
		}
		c.days = append(c.days, day)
		n := c.named[day]
		n.articles++
		if isDay(d.published) && dayNumber(d.published.Start) > day+remembered {
			n.later++
		}
		c.named[day] = n
	}
}

// in notes a language that articles are in.
func (c *census) in(code string) {
	if !slices.Contains(c.langs, code) {
		c.langs = append(c.langs, code)
	}
}

// join adds the counts of another.
func (c *census) join(o *census) {
	c.articles += o.articles
	for _, code := range o.langs {
		c.in(code)
	}
	if len(c.features) == 0 {
		c.features, c.standing = o.features, o.standing
	} else {
		for h, at := range o.features {
			c.stand(h, o.standing[at])
		}
	}
	for at, n := range o.cells {
		c.cells[at] += n
	}
	for day, n := range o.named {
		m := c.named[day]
		c.named[day] = naming{m.articles + n.articles, m.later + n.later}
	}
}

// A comparer holds what gists are made of and compared with: how rare a feature
// is, and how much is told of each date.
type comparer struct {
	ids    map[uint64]int32
	rarity []float32      // by feature: ln(1 + N/n), n of N articles of an archive have it, as a share of its greatest value
	uses   []int32        // drafts that have the feature
	spread []float32      // in how many of the articles it stands, 0 to 1
	cells  map[cell]int32 // drafts by day, month and year
}

// comparer numbers the features by their hashes, so that no result depends on
// who met them first.
func (c *census) comparer() *comparer {
	hashes := make([]uint64, 0, len(c.features))
	for h := range c.features {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	out := &comparer{ids: make(map[uint64]int32, len(hashes)), rarity: make([]float32, len(hashes)), uses: make([]int32, len(hashes)),
		spread: make([]float32, len(hashes)), cells: c.cells}
	common := commonWords(c.langs)
	all := float64(c.articles) + archive
	top := math.Log(1 + all/(1+archiveUse))
	for id, h := range hashes {
		s := c.standing[c.features[h]]
		out.ids[h] = int32(id)
		out.uses[id] = s.drafts
		out.spread[id] = float32(float64(s.articles-1) / (float64(c.articles-1) + fewArticles))
		uses := float64(s.articles) + archiveUse
		if common[h] {
			uses += commonUse
		}
		topical := max(0, float64(s.articles-2)) / (float64(c.articles) + 10) // what a third of the articles say is their subject
		out.rarity[id] = float32(math.Log(1+all/uses) / top * (1 - ofTopical*topical))
	}
	c.features, c.standing = nil, nil
	return out
}

// The articles are read as if they stood in a small archive, or what five
// articles on one matter all say would count as common: archive articles more,
// archiveUse of which have any feature and commonUse more a common word. What
// all of them say still counts less, by up to ofTopical.
const (
	archive    = 200
	archiveUse = 3
	commonUse  = 40
	ofTopical  = 0.3
)

// fewArticles keeps what two or three articles have in common from counting as
// the subject of a collection.
const fewArticles = 4

// ofCollection tells how much what an article is about is what the collection is
// about: the mean share of the articles that name what it names, Σ wᵢ²·spreadᵢ
// of a unit vector.
func (c *comparer) ofCollection(about vector) (sum float32) {
	for _, f := range about {
		sum += f.weight * f.weight * c.spread[f.id]
	}
	return sum
}

// commonWords are the common words of some languages: those of the articles, so
// that no other is loaded.
func commonWords(codes []string) map[uint64]bool {
	out := map[uint64]bool{}
	for _, code := range codes {
		if l, err := languageFor(code); err == nil {
			maps.Copy(out, l.common)
		}
	}
	return out
}
