package read

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// sniffFeed recognises RSS, Atom and JSON Feed.
func sniffFeed(head []byte) bool {
	head = head[:min(len(head), 4096)]
	if bytes.Contains(head, []byte("https://jsonfeed.org/version/")) {
		return true
	}
	if !bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"), []byte("<")) {
		return false
	}
	for _, tag := range []string{"<rss", "<feed", "<rdf:RDF"} {
		if bytes.Contains(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// readFeed reads the items of a feed: their content where it is whole, else
// their description.
func readFeed(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return &Problem{Msg: fmt.Sprintf("the feed cannot be read: %v", err), Hint: "RSS, Atom and JSON Feed are read"}
	}
	for i, item := range feed.Items {
		a := Article{ID: item.GUID, Title: strings.TrimSpace(html.UnescapeString(item.Title)), URL: item.Link, Source: feed.Title, Lang: feed.Language}
		if a.ID == "" {
			a.ID = item.Link
		}
		if a.ID == "" {
			a.ID = fmt.Sprintf("%s#%d", in.base, i+1)
		}
		a.Text = fragmentText(item.Content)
		if a.Text == "" {
			a.Text = fragmentText(item.Description)
		}
		if a.Text == "" {
			in.Skip(0, a.Title, "the item has no text")
			continue
		}
		if len(item.Authors) > 0 && item.Authors[0].Name != "" {
			a.Meta = map[string]any{"author": item.Authors[0].Name}
		}
		when := item.Published
		if when == "" {
			when = item.Updated
		}
		in.addDate(&a, "field", when, 0)
		if err := yield(a); err != nil {
			return err
		}
	}
	return nil
}

// fragmentText is the text of a piece of HTML.
func fragmentText(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return ""
	}
	return nodeText(doc, &metadata{})
}
