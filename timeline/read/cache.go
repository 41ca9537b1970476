package read

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// A page is what a site answered, now or when it was last asked.
type page struct {
	header http.Header
	body   []byte
	age    time.Duration // since the site was last asked
}

// validators are the fields of an answer by which a site tells whether a page
// has changed, and those of a request that give them back (RFC 9110, section 13).
var validators = []struct{ answer, request string }{
	{"Etag", "If-None-Match"},
	{"Last-Modified", "If-Modified-Since"},
}

// ask makes a request one for what has changed since the page was kept.
func (p *page) ask(request http.Header) {
	for _, v := range validators {
		if value := p.header.Get(v.answer); value != "" {
			request.Set(v.request, value)
		}
	}
}

// cachePath is the file that keeps a page; "" where nothing is kept.
func (f *fetcher) cachePath(address string) string {
	if f.opts.CacheDir == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(f.opts.CacheDir, hex.EncodeToString(sum[:]))
}

// kept is a page from the cache, or nil. Its file holds an answer as HTTP writes
// it; the time of the file is when the site was last asked.
func (f *fetcher) kept(address string) *page {
	file, err := os.Open(f.cachePath(address))
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	res, err := http.ReadResponse(bufio.NewReader(file), nil)
	if err != nil {
		return nil
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, f.opts.maxSize()+1))
	if err != nil || int64(len(body)) > f.opts.maxSize() {
		return nil
	}
	return &page{header: res.Header, body: body, age: time.Since(info.ModTime())}
}

// keep writes a page to the cache, whole or not at all.
func (f *fetcher) keep(address string, p *page) error {
	name := f.cachePath(address)
	if name == "" {
		return nil
	}
	header := http.Header{}
	for _, field := range []string{"Content-Type", "Etag", "Last-Modified"} {
		if value := p.header.Get(field); value != "" {
			header.Set(field, value)
		}
	}
	res := http.Response{StatusCode: http.StatusOK, ProtoMajor: 1, ProtoMinor: 1, Header: header,
		Body: io.NopCloser(bytes.NewReader(p.body)), ContentLength: int64(len(p.body))}
	if err := writeCache(name, &res); err != nil {
		return &Problem{Msg: fmt.Sprintf("the cache cannot be written: %v", err)}
	}
	return nil
}

func writeCache(name string, res *http.Response) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "page-*")
	if err != nil {
		return err
	}
	err = res.Write(tmp)
	err = cmp.Or(err, tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}
