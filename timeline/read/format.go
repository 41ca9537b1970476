package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// A Format is one kind of file that holds articles.
type Format struct {
	Name string // as --from takes it
	// Extensions are lower-case endings with their dot that mean this format
	// unless a more particular one recognises the content.
	Extensions []string
	// Within are endings of a more general format inside which Sniff looks for
	// this one: an Europresse export is an .html file, an IRaMuTeQ corpus a .txt.
	Within []string
	// Magic marks a format whose Sniff is believed whatever the name says.
	Magic bool
	// Many marks a format of which one file holds many articles: the file's
	// name then tells nothing about one of them.
	Many bool
	// Numbered marks an export whose IDs are a database's document numbers or a
	// library's keys: the same one in two exports is the same article, read once.
	Numbered bool
	// Sniff tells from a file's first bytes (at most sniffSize) whether it is of
	// this format; nil: only its name tells.
	Sniff func(head []byte) bool
	// Read yields the articles of one file in their order. It returns an error
	// only when it cannot go on; what is wrong with a single article it hands
	// to Input.Problem or Input.Skip. An error from yield ends it at once.
	Read func(in *Input, yield func(Article) error) error
}

// Formats are the formats that can be read, the more particular before the
// more general: the first that recognises a file's content gets it.
var Formats = []Format{
	{Name: "gz", Extensions: []string{".gz"}, Magic: true, Many: true, Sniff: sniffGzip, Read: readGzip},
	{Name: "docx", Extensions: []string{".docx"}, Magic: true, Sniff: sniffDOCX, Read: readDOCX},
	{Name: "odt", Extensions: []string{".odt"}, Magic: true, Sniff: sniffODT, Read: readODT},
	{Name: "zip", Extensions: []string{".zip"}, Magic: true, Many: true, Sniff: sniffZip, Read: readZip},
	{Name: "pdf", Extensions: []string{".pdf"}, Magic: true, Sniff: sniffPDF, Read: readPDF},
	{Name: "europresse", Within: []string{".html", ".htm"}, Many: true, Numbered: true, Sniff: sniffEuropresse, Read: readEuropresse},
	{Name: "factiva", Within: []string{".html", ".htm"}, Many: true, Numbered: true, Sniff: sniffFactiva, Read: readFactiva},
	{Name: "feed", Extensions: []string{".rss", ".atom"}, Within: []string{".json", ".xml"}, Many: true, Sniff: sniffFeed, Read: readFeed},
	{Name: "html", Extensions: []string{".html", ".htm", ".xhtml"}, Sniff: sniffHTML, Read: readHTML},
	{Name: "eml", Extensions: []string{".eml"}, Within: []string{".txt"}, Sniff: sniffMail, Read: readMail},
	{Name: "csl", Within: []string{".json"}, Many: true, Numbered: true, Sniff: sniffCSL, Read: readCSL},
	{Name: "jsonl", Extensions: []string{".jsonl", ".ndjson"}, Within: []string{".json"}, Many: true, Sniff: sniffJSONL, Read: readJSONL},
	{Name: "json", Extensions: []string{".json"}, Many: true, Sniff: sniffJSON, Read: readJSON},
	{Name: "ris", Extensions: []string{".ris"}, Within: []string{".txt"}, Many: true, Numbered: true, Sniff: sniffRIS, Read: readRIS},
	{Name: "iramuteq", Within: []string{".txt"}, Many: true, Sniff: sniffIramuteq, Read: readIramuteq},
	{Name: "gargantext", Within: []string{".tsv", ".csv", ".txt"}, Many: true, Sniff: sniffGargantext, Read: readGargantext},
	{Name: "csv", Extensions: []string{".csv", ".tsv"}, Many: true, Sniff: sniffCSV, Read: readCSV},
	{Name: "md", Extensions: []string{".md", ".markdown"}, Read: readMarkdown},
	{Name: "txt", Extensions: []string{".txt", ".text"}, Read: readText},
}

// sniffSize is how many bytes of a file decide what it is.
const sniffSize = 32 << 10

// formatNamed finds a format by the name that --from gives, or by an ending.
func formatNamed(name string) *Format {
	name = strings.ToLower(strings.TrimPrefix(name, "."))
	for i := range Formats {
		if f := &Formats[i]; f.Name == name || slices.Contains(f.Extensions, "."+name) {
			return f
		}
	}
	return nil
}

func formatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// endings are all file endings under which files of this format are found.
func (f *Format) endings() []string { return append(slices.Clone(f.Extensions), f.Within...) }

// detect finds the format of a file from its name and its first bytes; nil
// where neither tells.
func detect(name string, head []byte) *Format {
	ext := strings.ToLower(path.Ext(name))
	owner := formatNamed(ext)
	for i := range Formats {
		f := &Formats[i]
		fits := f.Magic || owner == nil || f == owner || slices.Contains(f.Within, ext)
		if fits && f.Sniff != nil && f.Sniff(head) {
			return f
		}
	}
	return owner
}

// Input is one file, or one member of an archive, as a format's reader gets it.
type Input struct {
	Name    string // the path as messages show it
	R       io.Reader
	Options *Options

	ctx    context.Context
	size   int64  // 0 where unknown
	base   string // the file's name without folder and endings: the ID of a lone article
	given  fields // what the manifest says of every article in this file
	report *Report
	// nested reads what is inside an archive as a file of its own.
	nested func(member, io.Reader) error
}

// member is a file inside an archive.
type member struct {
	shown string // its path in messages
	name  string // the path that tells its format and ID
	size  int64  // -1 where unknown
	given fields
}

// Problem notes what is wrong at a line (0: the whole file); reading goes on.
func (in *Input) Problem(line int, hint, format string, args ...any) {
	in.report.Problems = append(in.report.Problems,
		Problem{Path: in.Name, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// Skip notes an article that is left out on purpose, and why.
func (in *Input) Skip(line int, title, reason string) {
	in.report.Skipped = append(in.report.Skipped, Skipped{Path: in.Name, Line: line, Title: title, Reason: reason})
}

// errTooLarge is what a file over Options.MaxSize ends with.
var errTooLarge = errors.New("the file is too large")

// all reads the whole input, up to the size limit of the run.
func (in *Input) all() ([]byte, error) {
	limit := in.Options.maxSize()
	if in.size > limit {
		return nil, errTooLarge
	}
	var buf bytes.Buffer
	buf.Grow(int(max(in.size, 0)) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(in.R, limit+1)); err != nil {
		return nil, err
	}
	if int64(buf.Len()) > limit {
		return nil, errTooLarge
	}
	return buf.Bytes(), nil
}
