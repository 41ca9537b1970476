package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A file is one input that a run will read: where it comes from, what
// manifests say of it, and how to open it.
type file struct {
	shown string // the path as messages show it, slash-separated
	size  int64  // -1 where unknown
	named bool   // named by the user, not found in a folder
	given fields
	inner string // the name that tells format and ID, where shown is an archive's
	open  func() (io.ReadCloser, error)
}

// name is the path that tells a file's format and gives its article's ID.
func (f *file) name() string {
	if f.inner != "" {
		return f.inner
	}
	return f.shown
}

// A lister turns what the user named into files, in the order named and
// sorted inside folders, each file once.
type lister struct {
	opts      *Options
	report    *Report
	files     []file
	seen      map[string]bool
	manifests map[string][]*manifest // by folder
	order     []*manifest
	// How manifests are read and files looked for: on disk, or in an archive.
	readFile func(name string) ([]byte, error)
	exists   func(name string) bool
	web      *fetcher
	here     string // the working folder, which costs a few calls of the system to ask for
}

func newLister(ctx context.Context, opts *Options, report *Report) *lister {
	here, _ := filepath.Abs(".") // where that fails, paths are told apart as they are given
	return &lister{opts: opts, report: report, here: here, web: newFetcher(ctx, opts), seen: map[string]bool{}, manifests: map[string][]*manifest{},
		readFile: func(name string) ([]byte, error) { return os.ReadFile(filepath.FromSlash(name)) },
		exists: func(name string) bool {
			info, err := os.Stat(filepath.FromSlash(name))
			return err == nil && !info.IsDir()
		}}
}

func (l *lister) problem(shown, hint, format string, args ...any) {
	l.report.Problems = append(l.report.Problems, Problem{Path: shown, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// list expands one source: a file, a folder, a pattern, an address, or "-".
func (l *lister) list(source string) {
	switch {
	case source == "-":
		if l.opts.Stdin == nil {
			l.problem("-", "", "there is no standard input to read")
			return
		}
		l.add(file{shown: "-", size: -1, named: true, open: func() (io.ReadCloser, error) { return io.NopCloser(l.opts.Stdin), nil }})
	case isAddress(source):
		l.add(file{shown: source, size: -1, named: true, open: func() (io.ReadCloser, error) { return l.web.get(source) }})
	default:
		l.listPath(source)
	}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func (l *lister) listPath(source string) {
	info, err := os.Stat(source)
	switch {
	case err == nil && info.IsDir():
		l.listFolder(source)
	case err == nil:
		l.addPath(filepath.ToSlash(filepath.Clean(source)), info, true)
	case isPattern(source):
		matches, err := doublestar.FilepathGlob(source)
		if err != nil {
			l.problem(source, "", "not a pattern: %v", err)
			return
		}
		slices.Sort(matches)
		before := len(l.files)
		for _, m := range matches {
			if info, err := os.Stat(m); err == nil && !info.IsDir() && !ignored(filepath.Base(m)) {
				l.addPath(filepath.ToSlash(m), info, true)
			}
		}
		if len(l.files) == before && len(matches) == 0 {
			l.problem(source, "quote the pattern if the shell is not to expand it", "no file matches")
		}
	case errors.Is(err, fs.ErrNotExist):
		l.problem(source, "check the path; folders, patterns such as \"**/*.html\" and addresses work too", "there is no such file")
	default:
		l.problem(source, "", "%v", reason(err))
	}
}

// listFolder adds the files of a folder and the folders in it, sorted.
func (l *lister) listFolder(root string) {
	before := len(l.files) + len(l.report.Problems)
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			l.problem(filepath.ToSlash(name), "", "%v", reason(err))
			return nil
		case name == root:
		case ignored(d.Name()):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if info, err := os.Stat(name); err == nil && !info.IsDir() && info.Mode().IsRegular() {
			l.addPath(filepath.ToSlash(name), info, false)
		}
		return nil
	})
	if err != nil {
		l.problem(root, "", "%v", reason(err))
	}
	l.manifestOf(filepath.ToSlash(filepath.Clean(root)))
	if len(l.files)+len(l.report.Problems) == before {
		l.report.Skipped = append(l.report.Skipped, Skipped{Path: root, Reason: "no articles in this folder"})
	}
}

// ignored are hidden files and manifests.
func ignored(base string) bool {
	return strings.HasPrefix(base, ".") && base != "." && base != ".." || base == ManifestName
}

func (l *lister) addPath(name string, info fs.FileInfo, named bool) {
	l.add(file{shown: name, size: info.Size(), named: named, open: func() (io.ReadCloser, error) { return os.Open(filepath.FromSlash(name)) }})
}

func (l *lister) add(f file) {
	key := f.shown
	switch {
	case isAddress(key):
	case filepath.IsAbs(key):
		key = filepath.Clean(key)
	default:
		key = filepath.Join(l.here, key)
	}
	if l.seen[key] {
		return
	}
	l.seen[key] = true
	if f.shown != "-" && !isAddress(f.shown) {
		l.manifestOf(path.Dir(f.shown))
		if l.isMetadata(f.shown) {
			return
		}
	}
	l.files = append(l.files, f)
}

// manifestOf loads a folder's manifest, once: its articles.yaml, and the
// metadata.csv of a TXM corpus.
func (l *lister) manifestOf(folder string) {
	if _, done := l.manifests[folder]; done {
		return
	}
	l.manifests[folder] = nil
	for _, kind := range []struct {
		name  string
		parse func(shown string, b []byte, report *Report) *manifest
	}{{ManifestName, parseManifest}, {metadataName, parseMetadata}} {
		name := path.Join(folder, kind.name)
		b, err := l.readFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			l.problem(name, "", "%v", reason(err))
			continue
		}
		if m := kind.parse(name, b, l.report); m != nil {
			m.folder = folder
			l.manifests[folder] = append(l.manifests[folder], m)
			l.order = append(l.order, m)
		}
	}
}

// isMetadata tells whether a file is a TXM corpus's table and no articles.
func (l *lister) isMetadata(name string) bool {
	for _, m := range l.manifests[path.Dir(name)] {
		if m.shown == name {
			return true
		}
	}
	return false
}

// givenManifest loads the manifest that the options name.
func (l *lister) givenManifest() {
	b, name := l.opts.ManifestText, l.opts.Manifest
	if b == nil {
		if name == "" {
			return
		}
		var err error
		if b, err = os.ReadFile(name); err != nil {
			l.problem(name, "", "%v", reason(err))
			return
		}
	}
	if name == "" {
		name = ManifestName
	}
	m := parseManifest(filepath.ToSlash(name), b, l.report)
	m.given, m.folder = true, path.Dir(filepath.ToSlash(filepath.Clean(name)))
	l.order = slices.Insert(l.order, 0, m)
}

// describe gives each file what the manifests say of it, the one given by
// option first, then those of its folder and the folders above, and tells of
// entries whose file is not there.
func (l *lister) describe() {
	var names []string
	for i := range l.files {
		f := &l.files[i]
		names = append(names, f.shown)
		if len(l.order) > 0 && l.order[0].given {
			f.given, _ = l.order[0].lookup(f.shown)
		}
		if isAddress(f.shown) {
			continue
		}
		for folder := path.Dir(f.shown); ; folder = path.Dir(folder) {
			for _, m := range l.manifests[folder] {
				if g, ok := m.lookup(f.shown); ok {
					f.given.fillFrom(g)
				}
			}
			if folder == path.Dir(folder) {
				break
			}
		}
	}
	for _, m := range l.order {
		if m.table && !slices.Contains(m.used, true) {
			l.report.Skipped = append(l.report.Skipped, Skipped{Path: m.shown, Reason: "it has no column of texts and names no file beside it"})
			continue
		}
		l.report.Problems = append(l.report.Problems, m.unused(l.exists, names)...)
	}
}

// reason is an error of the file system without the path that messages begin with.
func reason(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
