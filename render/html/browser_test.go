package html

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/frise-timeline/frise/timeline"
)

// browser starts one Chromium for all tests of this package; they skip where
// there is none, or where the bundle was not built.
var browser = sync.OnceValues(func() (context.Context, error) {
	path := os.Getenv("CHROMIUM")
	if path == "" {
		path = "/usr/bin/chromium"
	}
	if _, err := exec.LookPath(path); err != nil {
		return nil, fmt.Errorf("no Chromium at %s (CHROMIUM names another): %w", path, err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	for _, flag := range []string{"disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	tab, _ := chromedp.NewContext(allocator)
	return tab, chromedp.Do(tab)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if tab, err := browser(); err == nil {
		_ = chromedp.Cancel(tab)
	}
	os.Exit(code)
}

// A visit is how a reader comes to a page; the zero value is a wide, light
// screen in Paris.
type visit struct {
	width, height int64
	dark, calm    bool // prefers-color-scheme, prefers-reduced-motion
	zone          string
	noScript      bool
	fragment      string
	header        http.Header // that the server sends
	files         map[string][]byte
	before        func(ctx context.Context) error // once the tab is there
}

// A tab is a page that was opened; complaints are console errors, exceptions,
// and requests to anywhere but the page's own server.
type tab struct {
	context.Context
	t          *testing.T
	url        string
	mu         sync.Mutex
	complaints []string
}

// open writes the page into a server and looks at it until it is ready.
func open(t *testing.T, page string, v visit) *tab {
	t.Helper()
	root, err := browser()
	if err != nil {
		t.Skipf("browser tests skipped: %v", err)
	}
	if _, _, ok := bundle(dist); !ok {
		t.Skip("browser tests skipped: no bundle; run `npm ci && npm run build` in render/html/web")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, values := range v.header {
			w.Header()[name] = values
		}
		if content, ok := v.files[strings.TrimPrefix(r.URL.Path, "/")]; ok {
			if strings.HasSuffix(r.URL.Path, ".css") {
				w.Header().Set("Content-Type", "text/css")
			}
			if strings.HasSuffix(r.URL.Path, ".js") {
				w.Header().Set("Content-Type", "text/javascript")
			}
			_, _ = w.Write(content)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(server.Close)
	inner, cancel := chromedp.NewContext(root)
	ctx, stop := context.WithTimeout(inner, 40*time.Second)
	t.Cleanup(func() { stop(); cancel() })
	tb := &tab{Context: ctx, t: t, url: server.URL}
	if err := chromedp.Listen(ctx, tb.listen); err != nil {
		t.Fatal(err)
	}
	if v.width == 0 {
		v.width, v.height = 1280, 800
	}
	if v.zone == "" {
		v.zone = "Europe/Paris"
	}
	tb.must(v.emulate(ctx))
	if v.before != nil {
		tb.must(v.before(ctx))
	}
	tb.run(chromedp.Navigate(server.URL + "/" + v.fragment))
	return tb
}

// emulate brings a tab into the reader's place.
func (v visit) emulate(ctx context.Context) error {
	media := []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: map[bool]string{true: "dark", false: "light"}[v.dark]},
		{Name: "prefers-reduced-motion", Value: map[bool]string{true: "reduce", false: "no-preference"}[v.calm]},
	}
	_, err1 := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	_, err2 := chromedp.Call(ctx, log.Enable, cdp.Empty{})
	_, err3 := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: v.width, Height: v.height, DeviceScaleFactor: 1, Mobile: v.width < 500})
	_, err4 := chromedp.Call(ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: v.zone})
	_, err5 := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: media})
	_, err6 := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.noScript})
	return errors.Join(err1, err2, err3, err4, err5, err6)
}

func (tb *tab) listen(event any) {
	complaint := ""
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if event.Type == "error" || event.Type == "warning" {
			complaint = "console: " + fmt.Sprint(event.Args)
		}
	case *runtime.EventExceptionThrown:
		complaint = "exception: " + fmt.Sprintf("%+v", event.ExceptionDetails)
	case *log.EventEntryAdded:
		if event.Entry.Level == "error" || event.Entry.Level == "warning" {
			complaint = "log: " + event.Entry.Text + " " + event.Entry.URL
		}
	case *network.EventRequestWillBeSent:
		if url := event.Request.URL; !strings.HasPrefix(url, tb.url) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "about:") {
			complaint = "outside request: " + url
		}
	}
	if complaint != "" {
		tb.mu.Lock()
		tb.complaints = append(tb.complaints, complaint)
		tb.mu.Unlock()
	}
}

func (tb *tab) must(err error) {
	tb.t.Helper()
	if err != nil {
		tb.t.Fatal(err)
	}
}

func (tb *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	tb.must(chromedp.Do(tb, steps...))
}

// ask evaluates an expression in the page into a value of any type.
func ask[T any](tb *tab, expression string, options ...chromedp.EvaluateOption) T {
	tb.t.Helper()
	value, err := chromedp.Run(tb, chromedp.Evaluate[T](expression, options...))
	tb.must(err)
	return value
}

// until waits for an expression to become true.
func (tb *tab) until(expression string) {
	tb.t.Helper()
	for range 100 {
		if ask[bool](tb, "!!("+expression+")") {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	tb.t.Errorf("never true: %s", expression)
}

func (tb *tab) ready() *tab {
	tb.t.Helper()
	tb.until(`document.getElementById("stage")?.dataset.ready`)
	return tb
}

// clean fails the test on everything that the browser complained of.
func (tb *tab) clean() {
	tb.t.Helper()
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, c := range tb.complaints {
		tb.t.Error(c)
	}
}

// screenshot keeps a picture among the artefacts of the test (go test -artifacts).
func (tb *tab) screenshot() {
	tb.t.Helper()
	picture, err := chromedp.Run(tb, chromedp.CaptureScreenshot())
	tb.must(err)
	if err := os.WriteFile(filepath.Join(tb.t.ArtifactDir(), "page.png"), picture, 0o644); err != nil {
		tb.t.Fatal(err)
	}
}

// axe runs axe-core's rules, WCAG 2.2 AA and best practices, and fails on each violation.
func (tb *tab) axe() {
	tb.t.Helper()
	source, err := os.ReadFile("web/node_modules/axe-core/axe.min.js")
	if err != nil {
		tb.t.Skip("axe-core is not installed; run `npm ci` in render/html/web")
	}
	ask[any](tb, string(source)+";0")
	found := ask[string](tb, `axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v =>
		({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + (n.failureSummary || ""))}))))`,
		chromedp.EvalAwaitPromise)
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		tb.t.Fatal(err)
	}
	for _, v := range violations {
		tb.t.Errorf("axe: %s: %s\n%s", v.ID, v.Help, strings.Join(v.Nodes, "\n"))
	}
}

func render(t *testing.T, tl timeline.Timeline, o Options) string {
	t.Helper()
	return write(t, tl, o)
}
