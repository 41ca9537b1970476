package read

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// A reader turns files into articles that lack nothing but the check of their IDs.
type reader struct {
	opts   *Options
	ctx    context.Context
	report *Report
	// emit takes one article; numbered says that its ID is a database's.
	emit     func(a Article, numbered bool) error
	progress func()
	buffers  []*bufio.Reader // one for each depth of archives, used again for every file
}

// errStop wraps what yield returned, so that it is told from a reader's own errors.
type errStop struct{ err error }

func (e errStop) Error() string { return e.err.Error() }
func (e errStop) Unwrap() error { return e.err }

// file reads one file. What is returned must end the whole run; what is wrong
// with the file stands in the report.
func (r *reader) file(f file) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	stream, err := f.open()
	if err != nil {
		r.fail(f.shown, err)
		return nil
	}
	defer stream.Close()
	r.report.Files++
	return r.stream(f, &meter{stream, r}, 0)
}

// A meter counts the bytes of a file as they are read.
type meter struct {
	stream io.Reader
	r      *reader
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.stream.Read(p)
	m.r.report.Bytes += int64(n)
	m.r.progress()
	return n, err
}

// stream finds the format of a file or an archive's member and reads it.
func (r *reader) stream(f file, from io.Reader, depth int) (err error) {
	if depth == len(r.buffers) {
		r.buffers = append(r.buffers, bufio.NewReaderSize(nil, 64<<10))
	}
	buffered := r.buffers[depth]
	buffered.Reset(from)
	head, err := buffered.Peek(sniffSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		r.fail(f.shown, err)
		return nil
	}
	format := r.formatOf(f, head)
	if format == nil {
		return nil
	}
	in := &Input{ctx: r.ctx, Name: f.shown, R: buffered, Options: r.opts, size: f.size, base: baseID(f.name()), given: f.given, report: r.report}
	in.nested = func(m member, from io.Reader) error {
		if depth == maxDepth {
			return &Problem{Msg: "archives lie too deep in one another", Hint: "unpack it first"}
		}
		inner := file{shown: m.shown, inner: m.name, size: m.size, given: m.given}
		if err := r.stream(inner, from, depth+1); err != nil {
			return errStop{err}
		}
		return nil
	}
	defer func() {
		// Parsers of other people's formats may panic on a damaged file; that
		// is a problem of the file. A panic of yield's own goes on up.
		if p := recover(); p != nil {
			if stop, ok := p.(yieldPanic); ok {
				panic(stop.value)
			}
			r.fail(f.shown, fmt.Errorf("the file is damaged (%v)", p))
		}
	}()
	err = format.Read(in, func(a Article) error { return r.article(in, format, a) })
	var stop errStop
	if errors.As(err, &stop) {
		return stop.err
	}
	if err != nil {
		r.fail(f.shown, err)
	}
	return nil
}

// formatOf decides how a file is read, and says so where it cannot be.
func (r *reader) formatOf(f file, head []byte) *Format {
	archived := sniffGzip(head) || sniffZip(head) && r.opts.From != "docx" && r.opts.From != "odt"
	if r.opts.From != "" && !archived && (f.named || f.inner != "" || slices.Contains(formatNamed(r.opts.From).endings(), strings.ToLower(path.Ext(f.name())))) {
		return formatNamed(r.opts.From)
	}
	if len(head) == 0 {
		r.report.Problems = append(r.report.Problems, Problem{Path: f.shown, Msg: "the file is empty"})
		return nil
	}
	if format := detect(f.name(), head); format != nil {
		return format
	}
	if !f.named {
		r.report.Skipped = append(r.report.Skipped, Skipped{Path: f.shown, Reason: "not a known format"})
		return nil
	}
	switch {
	case utf16Of(head) == nil && !isText(head):
		r.fail(f.shown, errNotText)
	case bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<")):
		r.fail(f.shown, &Problem{Msg: "not a known format", Hint: "--from txt reads it as it is; the formats are " + formatNames()})
	default:
		return formatNamed("txt")
	}
	return nil
}

// fail notes that a file could not be read, or not to its end.
func (r *reader) fail(shown string, err error) {
	p := Problem{Path: shown, Msg: reason(err).Error()}
	var problem *Problem
	switch {
	case errors.As(err, &problem):
		p = *problem
		p.Path = shown // a reader's own problems are of the file it reads
	case errors.Is(err, errTooLarge):
		p.Msg = fmt.Sprintf("the file is over %d MB", r.opts.maxSize()>>20)
		p.Hint = "cut it into one file an article, or write it as .jsonl, which is read line by line"
	case errors.Is(err, errNotText):
		p.Msg = "the file is not text"
		p.Hint = "the formats are " + formatNames()
	}
	r.report.Problems = append(r.report.Problems, p)
}

type yieldPanic struct{ value any }

// article completes one article with what is known from outside the file and
// hands it on.
func (r *reader) article(in *Input, format *Format, a Article) error {
	a.Path = in.Name
	if isAddress(in.Name) && a.URL == "" && !format.Many {
		a.URL = in.Name
	}
	in.given.describe(&a)
	if a.ID == "" {
		a.ID = in.base
	}
	if r.opts.Lang != "" {
		a.Lang = r.opts.Lang
	}
	r.date(in, format, &a)
	a.Lang = primaryLanguage(a.Lang)
	defer func() {
		if p := recover(); p != nil {
			panic(yieldPanic{p})
		}
	}()
	numbered := format.Numbered && !strings.HasPrefix(a.ID, in.base+"#")
	if err := r.emit(a, numbered); err != nil {
		return errStop{err}
	}
	return nil
}

// date gathers the clues that stand outside the file's own fields.
func (r *reader) date(in *Input, format *Format, a *Article) {
	if r.opts.Date != "" {
		if date, err := normalDate(r.opts.Date, a.Lang); err == nil {
			a.addClue("option", date, r.opts.Date)
		}
	}
	if in.given.date != "" {
		a.addClue("manifest", in.given.date, in.given.dateWords)
	}
	if !format.Many {
		if date, words := nameDate(in.base); date != "" {
			a.addClue("file name", date, words)
		}
	}
	if date, words := urlDate(a.URL); date != "" {
		a.addClue("url", date, words)
		a.preferLocalDay()
	}
	if date, words := textDate(a.Text, a.Lang); date != "" {
		a.addClue("text", date, words)
	}
	a.settleDate()
}

// describe puts what a manifest says over what the file says of itself.
func (f *fields) describe(a *Article) {
	for _, pair := range []struct {
		into *string
		from string
	}{{&a.ID, f.id}, {&a.Title, f.title}, {&a.URL, f.url}, {&a.Source, f.source}, {&a.Lang, f.lang}} {
		if pair.from != "" {
			*pair.into = pair.from
		}
	}
	for key, value := range f.meta {
		if a.Meta == nil {
			a.Meta = map[string]any{}
		}
		a.Meta[key] = value
	}
}

// baseID is a file's name without folder and ending; of an address the last
// part of its path, so that a fetched page gets a readable ID.
func baseID(shown string) string {
	if isAddress(shown) {
		shown, _, _ = strings.Cut(shown, "?")
		shown = strings.TrimRight(shown, "/")
	}
	base := path.Base(shown)
	if ext := path.Ext(base); ext != "" && ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	if base == "-" || base == "" || base == "." {
		return "stdin"
	}
	return base
}
