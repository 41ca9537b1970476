package read

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"slices"
	"strings"
)

// maxDepth is how deep archives may lie in one another.
const maxDepth = 3

func sniffGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b, 8}) }

// readGzip reads the one file inside, in a stream.
func readGzip(in *Input, yield func(Article) error) error {
	z, err := gzip.NewReader(in.R)
	if err != nil {
		return damaged("archive", err)
	}
	return in.nested(member{shown: in.Name, name: strings.TrimSuffix(strings.TrimSuffix(in.Name, ".gz"), ".GZ"), size: -1, given: in.given}, z)
}

func sniffZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// readZip reads the files inside as those of a folder: sorted, hidden ones
// passed over, with the manifests that lie among them.
func readZip(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return damaged("archive", err)
	}
	files := z.File
	for _, f := range files {
		switch f.Name {
		case "word/document.xml":
			in.R, in.size = bytes.NewReader(b), int64(len(b))
			return readDOCX(in, yield)
		case "content.xml":
			in.R, in.size = bytes.NewReader(b), int64(len(b))
			return readODT(in, yield)
		}
	}
	slices.SortStableFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	l := newLister(in.ctx, in.Options, in.report)
	l.readFile = func(name string) ([]byte, error) {
		f, err := z.Open(strings.TrimPrefix(name, in.Name+"/"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, in.Options.maxSize()))
	}
	open := map[string]*zip.File{}
	l.exists = func(name string) bool { return open[name] != nil }
	for _, f := range files {
		if f.FileInfo().IsDir() || hiddenPath(f.Name) {
			continue
		}
		shown := in.Name + "/" + path.Clean("/" + f.Name)[1:]
		l.manifestOf(path.Dir(shown))
		if open[shown] == nil && !l.isMetadata(shown) {
			open[shown] = f
			l.files = append(l.files, file{shown: shown, size: int64(f.UncompressedSize64)})
		}
	}
	l.describe()
	budget := 16 * in.Options.maxSize() // bytes all members may unpack to
	for _, f := range l.files {
		if budget -= f.size; budget < 0 {
			return &Problem{Msg: "the archive unpacks to too much", Hint: "unpack it and read the folder"}
		}
		if err := in.zipMember(f, open[f.shown]); err != nil {
			return err
		}
	}
	return nil
}

// zipMember reads one file of an archive.
func (in *Input) zipMember(f file, zf *zip.File) error {
	problem := func(msg, hint string) {
		in.report.Problems = append(in.report.Problems, Problem{Path: f.shown, Msg: msg, Hint: hint})
	}
	if zf.Flags&1 != 0 {
		problem("the file is encrypted", "unpack the archive first")
		return nil
	}
	r, err := zf.Open()
	if err != nil {
		problem(reason(err).Error(), "")
		return nil
	}
	defer r.Close()
	f.given.fillFrom(in.given)
	return in.nested(member{shown: f.shown, name: f.shown, size: f.size, given: f.given}, r)
}

// hiddenPath tells whether a member, or a folder it lies in, is hidden or a
// system's own, or the manifest.
func hiddenPath(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if ignored(part) || part == "__MACOSX" || part == "Thumbs.db" {
			return true
		}
	}
	return false
}
