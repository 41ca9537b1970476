package timeline

// dates gives every article that can be dated its date. An article whose file
// says it keeps it.
func (b *builder) dates(docs []*document) {}
