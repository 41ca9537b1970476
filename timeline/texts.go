package timeline

// keepText keeps the text of an article for its dating and that of others: as it
// is while the memory lasts, since copies of all texts would be a tenth of what a
// build allocates; then in the spool.
func (b *builder) keepText(r *record, out *coder, text string) (err error) {
	size := int64(len(text))
	if b.memory.Add(-size) >= 0 || b.options.Scratch == nil {
		r.text = text
		return nil
	}
	b.memory.Add(size)
	r.spilled = true
	r.textAt, err = out.put(b.texts, func(c *coder) { c.string(&text) })
	return err
}

// textOf gives the text of an article that was kept.
func (b *builder) textOf(in *shelf, r *record) (text string, err error) {
	if !r.spilled {
		return r.text, nil
	}
	err = in.take(b.texts, r.textAt, func(c *coder) { c.string(&text) })
	return text, err
}

// forgetTexts gives back what the texts take.
func (b *builder) forgetTexts(records []*record) error {
	for _, r := range records {
		b.memory.Add(int64(len(r.text)))
		r.text = ""
	}
	return b.texts.close()
}
