package timeline

// people joins the names under which a corpus knows its persons.
type people struct {
	names map[string]string // identity → the fullest name seen
}

// note keeps a name of an identity; of two it keeps the longer, then the first
// in the alphabet, so that the order of the articles does not matter.
func (p *people) note(id, name string) {
	old := p.names[id]
	if old == "" || len(name) > len(old) || len(name) == len(old) && name < old {
		p.names[id] = name
	}
}

func (p *people) name(id, name string) string {
	if n := p.names[id]; n != "" {
		return n
	}
	return name
}
