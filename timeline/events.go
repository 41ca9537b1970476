package timeline

// An eventShelf holds what the events of several drafts are about, by the roots
// of their clusters. What is more than the memory holds is put away with the
// gists and read again when it is asked for.
type eventShelf struct {
	held  map[int32]*gist
	away  map[int32]place // where events stand that are as they were put away, some of them held as well
	most  int             // events that are held
	gists *spool
	in    shelf
	out   coder
	fail  func(error)
}

// get gives what an event is about; nil where the cluster is a single draft.
// It may be changed until another is asked for, and is kept only by keep.
func (e *eventShelf) get(root int32) *gist {
	if g := e.held[root]; g != nil {
		return g
	}
	at, ok := e.away[root]
	if !ok {
		return nil
	}
	g := new(gist)
	if err := e.in.take(e.gists, at, g.codeEvent); err != nil {
		e.fail(err)
	}
	e.hold(root, g)
	return g
}

// keep notes what an event is about now.
func (e *eventShelf) keep(root int32, g *gist) {
	delete(e.away, root)
	e.hold(root, g)
}

// hold holds an event. Where that is one too many, an eighth of the others
// goes: which does not matter for what comes out.
func (e *eventShelf) hold(root int32, g *gist) {
	e.held[root] = g
	if len(e.held) <= e.most {
		return
	}
	for other, g := range e.held {
		if other == root {
			continue
		}
		if _, ok := e.away[other]; !ok {
			at, err := e.out.put(e.gists, g.codeEvent)
			if err != nil {
				e.fail(err)
				return
			}
			e.away[other] = at
		}
		delete(e.held, other)
		if len(e.held) <= e.most*7/8 {
			return
		}
	}
}

func (e *eventShelf) drop(root int32) {
	delete(e.held, root)
	delete(e.away, root)
}

// forget drops the events that no later year can add to.
func (e *eventShelf) forget(over func(root int32) bool) {
	for root := range e.held {
		if over(root) {
			delete(e.held, root)
		}
	}
	for root := range e.away {
		if over(root) {
			delete(e.away, root)
		}
	}
}

// codeEvent codes what an event is about.
func (g *gist) codeEvent(c *coder) {
	g.code(c)
	c.vector(&g.about)
	list(c, &g.votes, c.int32)
	if len(g.votes) == 0 {
		g.votes = nil
	}
	c.int32(&g.lowest)
	c.int32(&g.highest)
}
