// Package read gets articles out of files: one file of this package per input
// format, and the table Formats that names them.
//
// A new format is one file with a function that reads it, and perhaps one that
// recognises it, and one line in Formats. It yields articles with what the
// file says of them; where the file is silent, the manifest, the file's name and
// the text are asked for all formats alike.
package read

// An Article is a text with what is known of it.
type Article struct {
	ID     string // unique in one run
	Title  string
	Text   string // the main text, as it came in; offsets count its bytes
	Date   string // publication date, EDTF, possibly coarse ("2024-06"); empty: unknown
	Lang   string // BCP 47 code ("fr"); empty: unknown
	URL    string
	Source string // who published it
	Meta   map[string]any
	Dated  []Clue // where Date came from, best first
	Path   string // the file it came from, for messages
	Line   int    // the line in that file, 1-based; 0 where the file is one article
}

// A Clue is one piece of evidence for the date of an article.
type Clue struct {
	By     string  // option, manifest, front matter, field, metadata, file name, url, text, document property
	Date   string  // EDTF
	Text   string  // the words that say it
	Weight float64 // 0 to 1
}
