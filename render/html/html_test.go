package html

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/frise-timeline/frise/timeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t *testing.T, tl timeline.Timeline, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements gives all elements of a document with a tag.
func elements(t *testing.T, page, tag string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func zipped(s string) int {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.Len()
}

func TestFragmentGolden(t *testing.T) {
	tl := sample()
	tl.Events = []timeline.Event{tl.Events[0], tl.Events[2], tl.Events[15], tl.Events[16]}
	got := write(t, tl, Options{Mode: "fragment", Prefix: "g"})
	got = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(got, "<style>…</style>")
	path := filepath.Join("testdata", "fragment.html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the fragment changed; run with -update and look at the difference of %s", path)
	}
}

func TestListSaysWhatTheEventsSay(t *testing.T) {
	page := write(t, sample(), Options{Assets: "none"})
	items := elements(t, page, "li")
	events := 0
	for _, li := range items {
		if strings.Contains(attribute(li, "class"), "event") {
			events++
		}
	}
	if events != len(sample().Events) {
		t.Errorf("%d entries for %d events", events, len(sample().Events))
	}
	valid := map[string]string{}
	for _, el := range elements(t, page, "time") {
		valid[attribute(el, "data-edtf")] = attribute(el, "datetime")
	}
	for edtf, want := range map[string]string{"1945-08-15": "1945-08-15", "1961": "1961", "2000-07": "2000-07", "2023~": "2023"} {
		if valid[edtf] != want {
			t.Errorf("<time> of %s has datetime %q, want %q", edtf, valid[edtf], want)
		}
	}
	for _, edtf := range []string{"199X", "2016/2017", "2020-01~/.."} {
		if v, ok := valid[edtf]; ok {
			t.Errorf("%s has no valid HTML time, yet stands in <time datetime=%q>", edtf, v)
		}
		if !strings.Contains(page, `data-edtf="`+edtf+`"`) {
			t.Errorf("%s is not told in data-edtf", edtf)
		}
	}
	for _, want := range []string{"<mark>mercredi</mark>", `cite="https://example.org/traite"`, "prévu", "Corée du Nord", "4 novembre 2024", "15 ans plus tard"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list lacks %q", want)
		}
	}
}

func TestDatetime(t *testing.T) {
	for edtf, want := range map[string]string{
		"2024-06-19": "2024-06-19", "2024-06?": "2024-06", "1914": "1914", "1914~": "1914", "2024-02-30": "", "2023-02-29": "",
		"0000": "", "-0050": "", "199X": "", "2019/..": "", "2024-21": "", "Y12024": "", "2024-06-19T14:30": "", "": "", "abcd": "",
	} {
		if got := datetime(edtf); got != want {
			t.Errorf("datetime(%q) = %q, want %q", edtf, got, want)
		}
	}
}

// hostile holds what an article could try to break out with.
const hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028\u2029 --> ]]> {{.}} ${x} \" ' ` \x00 \xff </style>"

func hostileTimeline() timeline.Timeline {
	t := sample()
	t.Title = hostile
	for i := range t.Events {
		e := &t.Events[i]
		e.Title, e.Text, e.Label, e.ID = hostile, hostile, hostile, e.ID+hostile
		if i%2 == 1 {
			e.Status = hostile
		}
		e.Actors = append(e.Actors, hostile)
		e.Sources[0].Quote, e.Sources[0].Expression, e.Sources[0].Rule, e.Sources[0].Date = hostile+hostile, hostile, hostile, hostile
	}
	t.Articles[0].Title, t.Articles[0].URL, t.Articles[0].Source = hostile, "javascript:alert(1)", hostile
	t.Articles[1].URL = "https://example.org/\" onmouseover=alert(1) x=\""
	return t
}

func TestHostileTextStaysText(t *testing.T) {
	for _, mode := range Modes {
		page := write(t, hostileTimeline(), Options{Mode: mode})
		if n := len(elements(t, page, "img")); n > 0 {
			t.Errorf("%s: %d <img> got in", mode, n)
		}
		for _, tag := range []string{"a", "blockquote", "iframe", "li", "p", "span"} {
			for _, el := range elements(t, page, tag) {
				for _, a := range el.Attr {
					if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
						t.Errorf("%s: <%s %s=%q>", mode, tag, a.Key, a.Val)
					}
				}
			}
		}
		want := map[string]int{"single": 3, "page": 3, "fragment": 0, "embed": 1}[mode]
		if _, _, ok := bundle(dist); !ok && mode != "fragment" && mode != "embed" {
			want = 1 // JSON-LD alone
		}
		if n := len(elements(t, page, "script")); n != want {
			t.Errorf("%s: %d scripts, want %d", mode, n, want)
		}
		for _, script := range elements(t, page, "script") {
			if strings.HasSuffix(attribute(script, "type"), "json") && !json.Valid([]byte(text(script))) {
				t.Errorf("%s: no valid JSON in %s", mode, attribute(script, "type"))
			}
			if strings.ContainsAny(text(script), "\u2028\u2029") && attribute(script, "type") != "" {
				t.Errorf("%s: a line separator stands raw in JSON", mode)
			}
		}
	}
}

func TestLinkedData(t *testing.T) {
	page := write(t, sample(), Options{Assets: "none"})
	var list struct {
		Items []struct {
			Item struct {
				Type  string `json:"@type"`
				Name  string `json:"name"`
				Start string `json:"startDate"`
			} `json:"item"`
		} `json:"itemListElement"`
	}
	for _, script := range elements(t, page, "script") {
		if err := json.Unmarshal([]byte(text(script)), &list); err != nil {
			t.Fatal(err)
		}
	}
	var days []string
	for _, item := range list.Items {
		days = append(days, item.Item.Start)
		if item.Item.Type != "Event" || item.Item.Name == "" {
			t.Errorf("%+v is no event", item.Item)
		}
	}
	want := "1945-08-15 2006-10-09 2019-04-25 2022-02-24 2023-09-13 2024-06-19 2024-06-20 2024-11-11"
	if got := strings.Join(days, " "); got != want {
		t.Errorf("exact days: %s, want %s", got, want)
	}
}

// The policy must name exactly what the page carries, or the browser drops it.
func TestPolicyHashes(t *testing.T) {
	for _, assets := range AssetSources {
		page := write(t, sample(), Options{Assets: assets})
		policy := ""
		for _, meta := range elements(t, page, "meta") {
			if attribute(meta, "http-equiv") == "Content-Security-Policy" {
				policy = attribute(meta, "content")
			}
		}
		check := func(tag, directive string) {
			for _, el := range elements(t, page, tag) {
				if attribute(el, "type") != "" || attribute(el, "src") != "" {
					continue
				}
				sum := sha256.Sum256([]byte(text(el)))
				hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
				_, rest, _ := strings.Cut(policy, directive)
				list, _, _ := strings.Cut(rest, ";")
				if !strings.Contains(list, hash) {
					t.Errorf("%s: %s lacks %s of <%s>", assets, directive, hash, tag)
				}
			}
		}
		check("script", "script-src")
		if assets != "cdn" {
			check("style", "style-src")
		}
		scripts, _, _ := strings.Cut(policy, "; style-src")
		if strings.Contains(scripts, "unsafe") || assets != "cdn" && strings.Contains(policy, "unsafe") || !strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%s: the policy lets too much: %s", assets, policy)
		}
	}
}

func TestFragment(t *testing.T) {
	tl := sample()
	tl.Events = tl.Events[:15]
	fragment := write(t, tl, Options{Mode: "fragment"})
	if size := zipped(fragment); size > 15<<10 {
		t.Errorf("a fragment of 15 events is %d bytes compressed", size)
	}
	if strings.Contains(fragment, "<script") {
		t.Error("a fragment has a script")
	}
	for _, bad := range []string{"{{", "{%", "{#", "\n\n"} {
		tl := sample()
		tl.Events[0].Text, tl.Events[0].Sources[0].Quote = "{{ site.secrets }} {% raw %} {# x #}", "one\n \n\ntwo"
		if strings.Contains(write(t, tl, Options{Mode: "fragment"}), bad) {
			t.Errorf("a fragment holds %q, which a site's template would read", bad)
		}
	}
	other := sample()
	other.Events = other.Events[1:]
	ids := map[string]bool{}
	for _, one := range []string{fragment, write(t, other, Options{Mode: "fragment"})} {
		for _, tag := range []string{"li", "section", "symbol"} {
			for _, el := range elements(t, one, tag) {
				id := attribute(el, "id")
				if id != "" && ids[id] {
					t.Errorf("two fragments share the id %q", id)
				}
				ids[id] = true
			}
		}
	}
	for _, use := range elements(t, fragment, "use") {
		if !ids[strings.TrimPrefix(attribute(use, "href"), "#")] {
			t.Errorf("a mark points to %s, which is not there", attribute(use, "href"))
		}
	}
}

func TestWithoutBundle(t *testing.T) {
	var b bytes.Buffer
	o, _ := Options{}.complete()
	if err := writePage(&b, sample(), o, fstest.MapFS{}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{"npm run build", "<ol class=\"events\">", `<figure class="drawing"><svg`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page without the bundle lacks %s", want)
		}
	}
	if strings.Contains(page, "frise-data") {
		t.Error("data for a script that is not there")
	}
}

func TestOptions(t *testing.T) {
	for _, o := range []Options{{Mode: "pdf"}, {Assets: "here"}, {By: "place"}, {Theme: "sepia"}} {
		if err := Write(&bytes.Buffer{}, sample(), o); err == nil || !strings.Contains(err.Error(), "one of") {
			t.Errorf("%+v: %v", o, err)
		}
	}
	page := write(t, sample(), Options{Assets: "none", Max: 3})
	for _, want := range []string{"e-traite", "e-invasion", "e-vladi"} {
		if !strings.Contains(page, `id="`+want+`"`) {
			t.Errorf("the three weightiest lack %s", want)
		}
	}
	if strings.Contains(page, `id="e-lib"`) {
		t.Error("a light event was kept")
	}
	if got := write(t, sample(), Options{Assets: "none", Theme: "dark"}); !strings.Contains(got, `data-theme="dark"`) {
		t.Error("the theme is not told")
	}
}

func TestPageMode(t *testing.T) {
	page := write(t, sample(), Options{Mode: "page", AssetsURL: "static/"})
	for _, tag := range []string{"style"} {
		if n := len(elements(t, page, tag)); n > 0 {
			t.Errorf("%d <%s> in a page for a strict policy", n, tag)
		}
	}
	for name := range Assets() {
		if !strings.Contains(page, `"static/`+name+`"`) {
			t.Errorf("the page does not refer to %s", name)
		}
	}
	if strings.Contains(page, " style=") {
		t.Error("a style attribute in a page for a strict policy")
	}
}

// The CDN's files are those that the lock file pins.
func TestCDNFollowsTheLockFile(t *testing.T) {
	var manifest struct {
		Package, Version string
		Files            []remote
	}
	if err := json.Unmarshal([]byte(sourceFile("cdn.json")), &manifest); err != nil {
		t.Fatal(err)
	}
	lock, err := os.ReadFile("web/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	var pinned struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(lock, &pinned); err != nil {
		t.Fatal(err)
	}
	if got := pinned.Packages["node_modules/"+manifest.Package].Version; got != manifest.Version {
		t.Errorf("cdn.json has %s %s, the lock file %s; run `npm run build`", manifest.Package, manifest.Version, got)
	}
	if strings.Contains(string(lock), `"resolved"`) {
		t.Error("the lock file records download addresses")
	}
	if len(manifest.Files) != 2 {
		t.Fatalf("%d files", len(manifest.Files))
	}
	for _, f := range manifest.Files {
		if !strings.Contains(f.URL, "@"+manifest.Version+"/") || !strings.HasPrefix(f.Integrity, "sha384-") {
			t.Errorf("%+v is not pinned", f)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	tl := many(500, 1990, 2024)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := Write(&out, tl, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
