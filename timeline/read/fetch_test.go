package read

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// site serves a few pages of our own.
func site(t *testing.T, asked *atomic.Int32) string {
	t.Helper()
	mux := http.NewServeMux()
	page := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			if !strings.HasPrefix(r.UserAgent(), "frise/") {
				t.Errorf("%s was asked by %q", path, r.UserAgent())
			}
			w.Header().Set("Content-Type", contentType)
			w.Write([]byte(body))
		})
	}
	page("/robots.txt", "text/plain", "User-agent: frise\nDisallow: /prive/\n\nUser-agent: *\nDisallow: /\n")
	page("/2023/05/04/traite.html", "text/html; charset=utf-8", webPage)
	page("/prive/a", "text/html", webPage)
	page("/latin", "text/html; charset=iso-8859-1", "<html><head><title>x</title></head><body><article><p>"+strings.Repeat("L'\xe9t\xe9 dernier, un accord. ", 30)+"</p></article></body></html>")
	page("/feed", "application/rss+xml", `<rss version="2.0"><channel><title>F</title><item><guid>g</guid><title>T</title><description>Un texte.</description></item></channel></rss>`)
	page("/gros", "text/plain", strings.Repeat("a ", 300<<10))
	mux.HandleFunc("/lent", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/boucle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/boucle", http.StatusFound) })
	mux.HandleFunc("/dehors", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestAddresses(t *testing.T) {
	var asked atomic.Int32
	url := site(t, &asked)
	cache := t.TempDir()
	opts := Options{CacheDir: cache, CacheAge: time.Hour}
	articles, report := walk(t, opts, url+"/2023/05/04/traite.html", url+"/latin", url+"/feed")
	if len(report.Problems) > 0 || ids(articles) != "traite latin g" {
		t.Fatalf("%s %+v", ids(articles), report)
	}
	if articles[0].Date != "2023-05-04" || articles[0].URL != "https://journal.example/monde/2023/05/04/traite" {
		t.Errorf("%+v", articles[0])
	}
	if articles[1].URL != url+"/latin" || !strings.HasPrefix(articles[1].Text, "L'été dernier") {
		t.Errorf("%+v", articles[1])
	}
	before := asked.Load()
	again, _ := walk(t, opts, url+"/2023/05/04/traite.html", url+"/latin", url+"/feed")
	if ids(again) != ids(articles) || asked.Load() != before {
		t.Errorf("the cache was passed over: %d requests", asked.Load()-before)
	}
	if entries, _ := os.ReadDir(cache); len(entries) != 3 {
		t.Errorf("%d files in the cache", len(entries))
	}
}

func TestAddressesThatFail(t *testing.T) {
	var asked atomic.Int32
	url := site(t, &asked)
	opts := Options{Timeout: 300 * time.Millisecond, MaxSize: 200 << 10}
	for path, want := range map[string]string{
		"/prive/a": "robots.txt forbids it", "/rien": "404", "/gros": "the file is over", "/lent": "no answer within", "/boucle": "too many redirections", "/dehors": "it sends on to file",
	} {
		articles, report := walk(t, opts, url+path)
		if len(articles) != 0 || len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Error(), want) || !strings.HasPrefix(report.Problems[0].Error(), url+path+": ") {
			t.Errorf("%s: %+v, want %q", path, report.Problems, want)
		}
	}
	_, report := walk(t, opts, "http://127.0.0.1:1/a", "http://")
	if len(report.Problems) != 2 {
		t.Errorf("%+v", report.Problems)
	}
}

// A page that is kept is asked for again once it is old: with what the site
// gave to tell it by, and without losing it while the site is out of order.
func TestCacheExpires(t *testing.T) {
	var body, status atomic.Value
	body.Store("Un premier état.")
	status.Store(http.StatusOK)
	var full, unchanged atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		text := body.Load().(string)
		tag := fmt.Sprintf("%q", text[:8])
		w.Header().Set("Etag", tag)
		w.Header().Set("Content-Type", "text/plain; charset=iso-8859-1")
		switch {
		case status.Load() != http.StatusOK:
			w.WriteHeader(status.Load().(int))
		case r.Header.Get("If-None-Match") == tag:
			unchanged.Add(1)
			w.WriteHeader(http.StatusNotModified)
		default:
			full.Add(1)
			w.Write([]byte(strings.ReplaceAll(text, "é", "\xe9")))
		}
	}))
	defer server.Close()
	cache := t.TempDir()
	for _, step := range []struct {
		name            string
		body            string
		status          int
		age             time.Duration
		dir             string
		want            string // the text, or the problem
		full, unchanged int32
	}{
		{"first", "Un premier état.", 200, time.Hour, cache, "Un premier état.", 1, 0},
		{"young: nobody is asked", "Un autre état.", 200, time.Hour, cache, "Un premier état.", 0, 0},
		{"old and changed", "Un autre état.", 200, 0, cache, "Un autre état.", 1, 0},
		{"old and the same", "Un autre état.", 200, 0, cache, "Un autre état.", 0, 1},
		{"out of order", "Un futur état.", 503, 0, cache, "Un autre état.", 0, 0},
		{"gone", "Un futur état.", 410, 0, cache, "410", 0, 0},
		{"back", "Un futur état.", 200, 0, cache, "Un futur état.", 1, 0},
		{"no cache", "Un futur état.", 200, time.Hour, "", "Un futur état.", 1, 0},
		{"no cache, out of order", "Un futur état.", 503, time.Hour, "", "503", 0, 0},
	} {
		body.Store(step.body)
		status.Store(step.status)
		full.Store(0)
		unchanged.Store(0)
		articles, report := walk(t, Options{CacheDir: step.dir, CacheAge: step.age}, server.URL+"/a.txt")
		got := ""
		if len(articles) == 1 {
			got = articles[0].Text
		} else if len(report.Problems) == 1 {
			got = report.Problems[0].Msg
		}
		if !strings.Contains(got, step.want) || full.Load() != step.full || unchanged.Load() != step.unchanged {
			t.Errorf("%s: %q with %d answers and %d times unchanged; want %q, %d, %d", step.name, got, full.Load(), unchanged.Load(), step.want, step.full, step.unchanged)
		}
	}
	server.Close()
	if articles, report := walk(t, Options{CacheDir: cache}, server.URL+"/a.txt"); len(articles) != 1 || articles[0].Text != "Un futur état." {
		t.Errorf("without a network: %+v", report)
	}
}

// A file that is no kept answer is fetched anew, as one of an older frise is.
func TestCacheOfAnotherForm(t *testing.T) {
	var asked atomic.Int32
	url := site(t, &asked) + "/latin"
	cache := t.TempDir()
	f := newFetcher(t.Context(), &Options{CacheDir: cache})
	if err := os.WriteFile(f.cachePath(url), []byte("<p>Un vieux texte."), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, report := walk(t, Options{CacheDir: cache, CacheAge: time.Hour}, url)
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "L'été dernier") {
		t.Errorf("%+v", report)
	}
}
