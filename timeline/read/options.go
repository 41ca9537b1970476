package read

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Options are what a run says of all its articles. The zero value reads files.
type Options struct {
	Date string // publication date of all articles, EDTF; it beats every other clue
	Lang string // language of all articles
	From string // name of the format of all files; empty: by content and name

	// Manifest is the path of an articles.yaml that need not lie beside the
	// files; ManifestText is its content where there is no file.
	Manifest     string
	ManifestText []byte

	// Columns maps a field (id, title, text, date, url, source, lang) to the
	// name of the column or JSON field that holds it.
	Columns map[string]string

	NoMeta bool // leave Meta of JSON articles empty: its values cost more to read than the rest

	Stdin    io.Reader // what "-" reads
	CacheDir string    // where pages fetched from the web are kept; empty: nowhere
	// CacheAge is for how long a site is not asked again for a page that is
	// kept. After it, and always where it is 0, the site is asked whether the page has
	// changed; one that is out of order leaves the page that is kept.
	CacheAge time.Duration
	Client   *http.Client
	Timeout  time.Duration // for one page of the web; 0: 30 seconds
	MaxSize  int64         // bytes of one file that is read as a whole, or of one line; 0: 256 MB

	// Progress is called now and then with the bytes read so far and the bytes
	// there are in all, or -1 where that is unknown.
	Progress func(done, total int64)
}

// Fields are the names that Columns and manifests know.
var Fields = []string{"id", "title", "text", "date", "url", "source", "lang"}

// check refuses what no run can be made of.
func (o *Options) check() error {
	if o.From != "" && formatNamed(o.From) == nil {
		return fmt.Errorf("unknown format %q\n  hint: the formats are %s", o.From, formatNames())
	}
	for field := range o.Columns {
		if !slices.Contains(Fields, field) {
			return fmt.Errorf("unknown field %q for a column\n  hint: the fields are %s", field, strings.Join(Fields, ", "))
		}
	}
	if o.Date != "" {
		if _, err := normalDate(o.Date, o.Lang); err != nil {
			return fmt.Errorf("%w\n  hint: %s", err, dateHint)
		}
	}
	return nil
}

const defaultMaxSize = 256 << 20

func (o *Options) maxSize() int64 {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return defaultMaxSize
}

// fieldAliases are the names under which exports and spreadsheets hold the
// fields of an article, lower case; the first that is present counts.
var fieldAliases = []struct {
	field string
	names []string
}{
	{"id", []string{"id", "identifiant"}},
	{"title", []string{"title", "titre", "headline"}},
	{"text", []string{"text", "texte", "body", "content", "contenu", "abstract", "résumé", "resume"}},
	{"date", []string{"date", "dct", "published", "publication_date", "publication date", "date_publish", "date de publication", "date_publication", "pubdate", "jour"}},
	{"url", []string{"url", "link", "lien", "adresse"}},
	{"source", []string{"source", "publication_source", "publisher", "journal", "média", "media", "publication"}},
	{"lang", []string{"lang", "language", "langue"}},
}

// fieldOf is the field that a column of this name holds, and how far down the
// list of its aliases the name stands; "" where it is none.
func fieldOf(name string) (field string, rank int) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, a := range fieldAliases {
		for i, n := range a.names {
			if n == name {
				return a.field, i
			}
		}
	}
	return "", 0
}
