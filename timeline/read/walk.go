package read

import (
	"context"
	"fmt"
	"hash/maphash"
	"io"
)

// Walk reads the articles of files, folders (with all in them, sorted),
// patterns, addresses and standard input ("-"), and yields them in this order.
// What is wrong with one input is a Problem of the report and does not stop the
// others. Walk returns an error when yield does, when ctx ends, and when two
// articles have one ID.
func Walk(ctx context.Context, sources []string, opts Options, yield func(Article) error) (Report, error) {
	w := newWalker(ctx, &opts, yield)
	if err := opts.check(); err != nil {
		return w.report, err
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
	err := w.files(l.files)
	if err == nil && opts.Progress != nil {
		opts.Progress(w.report.Bytes, w.total)
	}
	return w.report, err
}

// Read reads the articles of one stream, as Walk reads those of one file. The
// name tells its format where the content does not, and gives IDs.
func Read(ctx context.Context, name string, r io.Reader, opts Options, yield func(Article) error) (Report, error) {
	w := newWalker(ctx, &opts, yield)
	w.total = -1
	if err := opts.check(); err != nil {
		return w.report, err
	}
	err := w.file(file{shown: name, size: -1, named: true, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }})
	return w.report, err
}

// place is where an article stands, for the message about a clash. There is one
// for every article, so that it is kept small.
type place struct {
	path int32 // in the walker's paths
	line int32
	text uint64 // hash of the text: an article that stands twice is no clash
}

func (w *walker) describe(p place) string {
	if p.line > 0 {
		return fmt.Sprintf("%s:%d", w.paths[p.path], p.line)
	}
	return w.paths[p.path]
}

// A walker hands the articles of all files on, in order, and sees to it that no
// two have one ID.
type walker struct {
	opts   *Options
	ctx    context.Context
	total  int64 // bytes of all files; -1 where unknown
	told   int64 // bytes that Progress was told of
	seed   maphash.Seed
	ids    map[string]place
	paths  []string // of the files that articles were read from
	report Report
	yield  func(Article) error
	direct *reader // reads files straight through to yield
}

func newWalker(ctx context.Context, opts *Options, yield func(Article) error) *walker {
	w := &walker{opts: opts, ctx: ctx, seed: maphash.MakeSeed(), ids: map[string]place{}, yield: yield}
	w.direct = &reader{opts: opts, ctx: ctx, report: &w.report, emit: w.admit, progress: w.progress}
	return w
}

// file reads one file straight through.
func (w *walker) file(f file) error { return w.direct.file(f) }

// progress tells the bytes read so far, but not for every buffer.
func (w *walker) progress() {
	if w.opts.Progress != nil && w.report.Bytes-w.told >= 256<<10 {
		w.told = w.report.Bytes
		w.opts.Progress(w.report.Bytes, w.total)
	}
}

// admit hands one article on unless it was met before.
func (w *walker) admit(a Article, numbered bool) error {
	if n := len(w.paths); n == 0 || w.paths[n-1] != a.Path {
		w.paths = append(w.paths, a.Path)
	}
	here := place{int32(len(w.paths) - 1), int32(a.Line), maphash.String(w.seed, a.Text)}
	if first, taken := w.ids[a.ID]; taken {
		if numbered || first.text == here.text {
			w.report.Skipped = append(w.report.Skipped, Skipped{Path: a.Path, Line: a.Line, Title: a.Title, Reason: "the same article as " + w.describe(first)})
			return nil
		}
		return &Problem{Path: a.Path, Line: a.Line, Msg: fmt.Sprintf("the ID %q is already that of %s", a.ID, w.describe(first)),
			Hint: "rename one of the files, or give one an \"id\" in its front matter or in " + ManifestName}
	}
	w.ids[a.ID] = here
	w.report.Articles++
	if err := w.ctx.Err(); err != nil {
		return err
	}
	return w.yield(a)
}
