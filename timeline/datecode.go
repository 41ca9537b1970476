package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// putAway puts the parts of a dossier where its article's text stands, in
// memory or on disk.
func (d *dossier) putAway(b *builder, w *worker, full *dossier) {
	at, err := w.out.put(b.dossiers, full.code)
	if err != nil {
		b.fail(err)
	}
	d.at = at
}

// open gives a dossier with its parts.
func (d *dossier) open(b *builder, w *worker) *dossier {
	full := *d
	if err := w.in.take(b.dossiers, d.at, full.code); err != nil {
		b.fail(err)
	}
	return &full
}

// code codes the parts of a dossier.
func (d *dossierParts) code(c *coder) {
	list(c, &d.terms, func(t *docTerm) {
		c.fixed64(&t.hash)
		c.float32(&t.weight)
	})
	list(c, &d.pairs, c.fixed64)
	if c.reading && c.part == forAligning {
		return
	}
	list(c, &d.evidence, func(e *evidence) { e.code(c) })
	list(c, &d.told, func(t *toldDate) { t.code(c) })
	list(c, &d.anchors, c.int)
	codeClues(c, &d.clues)
}

func (e *evidence) code(c *coder) {
	c.symbol(&e.by)
	c.string(&e.text)
	list(c, &e.at, func(o *occurrence) { o.code(c) })
	c.partial(&e.where)
	if optional(c, &e.boost) {
		e.boost.code(c)
	}
	list(c, &e.fact, c.span)
	codeKernel(c, &e.kernel)
	c.float64(&e.period)
	for i := range e.weekly {
		c.float64(&e.weekly[i])
	}
	codeSteps(c, &e.shares)
	c.float64(&e.floor)
	c.float64(&e.power)
	c.int(&e.mention)
	c.int(&e.day)
	c.bool(&e.pins)
}

func (t *toldDate) code(c *coder) {
	c.int(&t.mention)
	c.string(&t.text)
	c.int(&t.offset)
	c.bool(&t.deictic)
	weekday := int(t.weekday)
	c.int(&weekday)
	t.weekday = int8(weekday)
	c.partial(&t.where)
	codeKernel(c, &t.kernel)
	list(c, &t.terms, c.fixed64)
}

func (o *occurrence) code(c *coder) {
	c.int(&o.first)
	c.int(&o.last)
	c.float64(&o.weight)
}

// optional codes whether a pointer is nil; what it points to is made when
// reading and coded by the caller.
func optional[T any](c *coder, v **T) bool {
	there := *v != nil
	c.bool(&there)
	if c.reading {
		*v = nil
		if there {
			*v = new(T)
		}
	}
	return there
}

// codeKernel codes a kernel by its steps, but for the one that is asked for by
// name.
func codeKernel(c *coder, k **kernel) {
	exact := *k == &exactly
	if c.bool(&exact); exact {
		*k = &exactly
		return
	}
	if optional(c, k) {
		c.float64(&(*k).within)
		codeSteps(c, &(*k).steps)
	}
}

func codeSteps(c *coder, steps *[]step) {
	list(c, steps, func(s *step) {
		c.int(&s.from)
		c.int(&s.to)
		c.float64(&s.share)
	})
}

func (c *coder) partial(p *tempo.Partial) {
	fields := uint64(p.Has)
	c.uint(&fields)
	if p.Has = tempo.Field(fields); fields == 0 && c.reading {
		*p = tempo.Partial{}
	}
	if fields == 0 {
		return
	}
	grain, reckoning := uint64(p.YearGrain), uint64(p.Reckoning)
	c.int32(&p.Year)
	c.uint(&grain)
	c.uint(&reckoning)
	p.YearGrain, p.Reckoning = tempo.Grain(grain), tempo.Reckoning(reckoning)
	for _, v := range [...]*int8{&p.Season, &p.Half, &p.Quarter, &p.Month, &p.Week, &p.Day, &p.Weekday, &p.Part, &p.Hour, &p.Minute, &p.Second} {
		n := int(*v)
		c.int(&n)
		*v = int8(n)
	}
	for _, v := range [...]*int16{&p.Easter, &p.Hijri} {
		n := int(*v)
		c.int(&n)
		*v = int16(n)
	}
}
