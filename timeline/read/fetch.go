package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/net/html/charset"
)

// userAgent says who asks, and where to complain.
const userAgent = "frise/1 (+https://github.com/frise-timeline/frise)"

// maxRedirects is how often a page may send on to another.
const maxRedirects = 8

// A fetcher gets pages from the web: politely, within limits, and not again at once.
type fetcher struct {
	ctx    context.Context // that of the run
	opts   *Options
	client *http.Client
	robots map[string]*robotstxt.RobotsData // by scheme and host
}

func newFetcher(ctx context.Context, opts *Options) *fetcher {
	client := http.Client{}
	if opts.Client != nil {
		client = *opts.Client
	}
	if client.Timeout = opts.Timeout; client.Timeout <= 0 {
		client.Timeout = 30 * time.Second
	}
	f := &fetcher{ctx: ctx, opts: opts, client: &client, robots: map[string]*robotstxt.RobotsData{}}
	client.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if len(via) >= maxRedirects {
			return errors.New("too many redirections")
		}
		if s := req.URL.Scheme; s != "http" && s != "https" {
			return fmt.Errorf("it sends on to %s", s)
		}
		return nil
	}
	return f
}

// get returns a page: the one that is kept if it is young enough, and else what
// the site says.
func (f *fetcher) get(address string) (io.ReadCloser, error) {
	kept := f.kept(address)
	if kept == nil || kept.age >= f.opts.CacheAge {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" {
			return nil, &Problem{Msg: "not an address"}
		}
		if !f.allowed(u) {
			return nil, &Problem{Msg: "the site's robots.txt forbids it", Hint: "save the page in a browser and read the file"}
		}
		if kept, err = f.fetch(address, kept); err != nil {
			return nil, err
		}
	}
	return io.NopCloser(bytes.NewReader(declaredUTF8(kept.body, kept.header.Get("Content-Type")))), nil
}

// fetch asks for one page, or whether it has changed since it was kept. A site
// that is out of order takes no page away that is kept.
func (f *fetcher) fetch(address string, kept *page) (*page, error) {
	req, err := http.NewRequestWithContext(f.ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, &Problem{Msg: "not an address"}
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	if kept != nil {
		kept.ask(req.Header)
	}
	res, err := f.client.Do(req)
	if err != nil {
		if kept != nil && f.ctx.Err() == nil {
			return kept, nil
		}
		var wrong *url.Error
		if errors.As(err, &wrong) {
			if wrong.Timeout() {
				return nil, &Problem{Msg: fmt.Sprintf("no answer within %v", f.client.Timeout)}
			}
			err = wrong.Err
		}
		return nil, &Problem{Msg: fmt.Sprintf("the page cannot be fetched: %v", err)}
	}
	defer res.Body.Close()
	switch {
	case kept != nil && res.StatusCode == http.StatusNotModified:
		return kept, f.keep(address, kept)
	case kept != nil && res.StatusCode >= http.StatusInternalServerError:
		return kept, nil
	case res.StatusCode != http.StatusOK:
		return nil, &Problem{Msg: "the site answers " + res.Status}
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, f.opts.maxSize()+1))
	if err != nil {
		return nil, &Problem{Msg: fmt.Sprintf("the page breaks off: %v", err)}
	}
	if int64(len(body)) > f.opts.maxSize() {
		return nil, errTooLarge
	}
	fresh := &page{header: res.Header, body: body}
	return fresh, f.keep(address, fresh)
}

// declaredUTF8 turns a text whose encoding only the server tells into UTF-8,
// with a byte order mark that beats what the page may say of itself.
func declaredUTF8(body []byte, contentType string) []byte {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || !strings.HasPrefix(kind, "text/") || params["charset"] == "" || strings.EqualFold(params["charset"], "utf-8") {
		return body
	}
	enc, _ := charset.Lookup(params["charset"])
	if enc == nil {
		return body
	}
	decoded, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return body
	}
	return append([]byte("\ufeff"), decoded...)
}

// allowed asks the site's robots.txt, once for each host. A site without one allows all;
// one that does not answer is asked for the page itself, which then says why.
func (f *fetcher) allowed(u *url.URL) bool {
	site := u.Scheme + "://" + u.Host
	rules, known := f.robots[site]
	if !known {
		req, err := http.NewRequestWithContext(f.ctx, http.MethodGet, site+"/robots.txt", nil)
		if err != nil {
			return false
		}
		req.Header.Set("User-Agent", userAgent)
		if res, err := f.client.Do(req); err == nil {
			body, _ := io.ReadAll(io.LimitReader(res.Body, 512<<10)) // Google reads as much, RFC 9309 asks for no less
			res.Body.Close()
			rules, _ = robotstxt.FromStatusAndBytes(res.StatusCode, body)
		}
		f.robots[site] = rules
	}
	return rules == nil || rules.TestAgent(u.RequestURI(), "frise")
}
