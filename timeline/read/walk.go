package read

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"path"
	"slices"
	"strings"
)

// Walk reads the articles of files, folders (with all in them, sorted),
// patterns, addresses and standard input ("-"), and yields them in this order.
// What is wrong with one input is a Problem of the report and does not stop the
// others. Walk returns an error when yield does, when ctx ends, and when two
// articles have one ID.
func Walk(ctx context.Context, sources []string, opts Options, yield func(Article) error) (Report, error) {
	w := &walker{opts: &opts, ctx: ctx, ids: map[string]place{}, seed: maphash.MakeSeed(), yield: yield}
	if opts.From != "" && formatNamed(opts.From) == nil {
		return w.report, fmt.Errorf("unknown format %q\n  hint: the formats are %s", opts.From, formatNames())
	}
	for field := range opts.Columns {
		if fieldIndex(field) < 0 {
			return w.report, fmt.Errorf("unknown field %q for a column\n  hint: the fields are %s", field, strings.Join(Fields, ", "))
		}
	}
	if opts.Date != "" {
		if _, err := normalDate(opts.Date, opts.Lang); err != nil {
			return w.report, fmt.Errorf("%w\n  hint: %s", err, dateHint)
		}
	}
	l := newLister(ctx, &opts, &w.report)
	l.givenManifest()
	for _, s := range sources {
		l.list(s)
	}
	l.describe()
	for _, f := range l.files {
		if f.size < 0 {
			w.total = -1
			break
		}
		w.total += f.size
	}
	for _, f := range l.files {
		if err := ctx.Err(); err != nil {
			return w.report, err
		}
		if err := w.file(f); err != nil {
			return w.report, err
		}
	}
	if opts.Progress != nil {
		opts.Progress(w.report.Bytes, w.total)
	}
	return w.report, nil
}

// Read reads the articles of one stream, as Walk reads those of one file. The
// name tells its format where the content does not, and gives IDs.
func Read(ctx context.Context, name string, r io.Reader, opts Options, yield func(Article) error) (Report, error) {
	opts.Stdin = r
	w := &walker{opts: &opts, ctx: ctx, total: -1, ids: map[string]place{}, seed: maphash.MakeSeed(), yield: yield}
	err := w.file(file{shown: name, size: -1, named: true, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }})
	return w.report, err
}

func formatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// place is where an article stands, for the message about a clash.
type place struct {
	path string
	line int
	text uint64 // hash of the text: an article that stands twice is no clash
}

func (p place) String() string {
	if p.line > 0 {
		return fmt.Sprintf("%s:%d", p.path, p.line)
	}
	return p.path
}

type walker struct {
	opts   *Options
	ctx    context.Context
	total  int64
	seed   maphash.Seed
	ids    map[string]place
	report Report
	yield  func(Article) error

	buffers []*bufio.Reader // one for each depth of archives, used again for every file
}

// errStop wraps what yield returned, so that it is told from a reader's own errors.
type errStop struct{ err error }

func (e errStop) Error() string { return e.err.Error() }
func (e errStop) Unwrap() error { return e.err }

// file reads one file; only what must end the whole run is returned.
func (w *walker) file(f file) error {
	r, err := f.open()
	if err != nil {
		w.fail(f.shown, err)
		return nil
	}
	defer r.Close()
	w.report.Files++
	return w.stream(f, &meter{r: r, w: w}, 0)
}

// stream finds the format of a file or an archive's member and reads it.
func (w *walker) stream(f file, r io.Reader, depth int) (err error) {
	if depth == len(w.buffers) {
		w.buffers = append(w.buffers, bufio.NewReaderSize(nil, 64<<10))
	}
	buffered := w.buffers[depth]
	buffered.Reset(r)
	head, err := buffered.Peek(sniffSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		w.fail(f.shown, err)
		return nil
	}
	format := w.formatOf(f, head)
	if format == nil {
		return nil
	}
	in := &Input{ctx: w.ctx, Name: f.shown, R: buffered, Options: w.opts, size: f.size, base: baseID(f.name()), given: f.given, report: &w.report}
	in.nested = func(m member, r io.Reader) error {
		if depth == maxDepth {
			return &Problem{Msg: "archives lie too deep in one another", Hint: "unpack it first"}
		}
		inner := file{shown: m.shown, inner: m.name, size: m.size, given: m.given}
		if err := w.stream(inner, r, depth+1); err != nil {
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
			w.fail(f.shown, fmt.Errorf("the file is damaged (%v)", p))
		}
	}()
	err = format.Read(in, func(a Article) error { return w.article(in, format, a) })
	var stop errStop
	if errors.As(err, &stop) {
		return stop.err
	}
	if err != nil {
		w.fail(f.shown, err)
	}
	return nil
}

// formatOf decides how a file is read, and says so where it cannot be.
func (w *walker) formatOf(f file, head []byte) *Format {
	archived := sniffGzip(head) || sniffZip(head) && w.opts.From != "docx" && w.opts.From != "odt"
	if w.opts.From != "" && !archived && (f.named || f.inner != "" || slices.Contains(formatNamed(w.opts.From).endings(), strings.ToLower(path.Ext(f.name())))) {
		return formatNamed(w.opts.From)
	}
	if len(head) == 0 {
		w.report.Problems = append(w.report.Problems, Problem{Path: f.shown, Msg: "the file is empty"})
		return nil
	}
	if format := detect(f.name(), head); format != nil {
		return format
	}
	if !f.named {
		w.report.Skipped = append(w.report.Skipped, Skipped{Path: f.shown, Reason: "not a known format"})
		return nil
	}
	if utf16Of(head) != nil || isText(head) {
		return formatNamed("txt")
	}
	w.fail(f.shown, errNotText)
	return nil
}

// fail notes that a file could not be read, or not to its end.
func (w *walker) fail(shown string, err error) {
	p := Problem{Path: shown, Msg: reason(err).Error()}
	var problem *Problem
	switch {
	case errors.As(err, &problem):
		p = *problem
		p.Path = shown // a reader's own problems are of the file it reads
	case errors.Is(err, errTooLarge):
		p.Msg = fmt.Sprintf("the file is over %d MB", w.opts.maxSize()>>20)
		p.Hint = "cut it into one file an article, or write it as .jsonl, which is read line by line"
	case errors.Is(err, errNotText):
		p.Msg = "the file is not text"
		p.Hint = "the formats are " + formatNames()
	}
	w.report.Problems = append(w.report.Problems, p)
}

type yieldPanic struct{ value any }

// article completes one article with what is known from outside the file and
// hands it on.
func (w *walker) article(in *Input, format *Format, a Article) error {
	a.Path = in.Name
	if isAddress(in.Name) && a.URL == "" && !format.Many {
		a.URL = in.Name
	}
	in.given.describe(&a)
	if a.ID == "" {
		a.ID = in.base
	}
	if w.opts.Lang != "" {
		a.Lang = w.opts.Lang
	}
	w.date(in, format, &a)
	a.Lang = primaryLanguage(a.Lang)
	here := place{a.Path, a.Line, maphash.String(w.seed, a.Text)}
	if first, taken := w.ids[a.ID]; taken {
		if format.Numbered || first.text == here.text {
			in.Skip(a.Line, a.Title, fmt.Sprintf("the same article as %s", first))
			return nil
		}
		return errStop{&Problem{Path: a.Path, Line: a.Line, Msg: fmt.Sprintf("the ID %q is already that of %s", a.ID, first),
			Hint: "rename one of the files, or give one an \"id\" in its front matter or in " + ManifestName}}
	}
	w.ids[a.ID] = here
	w.report.Articles++
	if err := w.ctx.Err(); err != nil {
		return errStop{err}
	}
	defer func() {
		if p := recover(); p != nil {
			panic(yieldPanic{p})
		}
	}()
	if err := w.yield(a); err != nil {
		return errStop{err}
	}
	return nil
}

// date gathers the clues that stand outside the file's own fields.
func (w *walker) date(in *Input, format *Format, a *Article) {
	if w.opts.Date != "" {
		if date, err := normalDate(w.opts.Date, a.Lang); err == nil {
			a.addClue("option", date, w.opts.Date)
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

// A meter counts the bytes of a file as they are read, for the progress bar.
type meter struct {
	r    io.Reader
	w    *walker
	told int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.w.report.Bytes += int64(n)
	m.told += int64(n)
	if m.told >= 256<<10 && m.w.opts.Progress != nil {
		m.told = 0
		m.w.opts.Progress(m.w.report.Bytes, m.w.total)
	}
	return n, err
}
