package render

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/frise-timeline/frise/timeline"
)

// browse opens a page beside the packages of testdata/browser and gives what
// its script leaves in window.result. It skips where Chromium or the packages
// are missing.
func browse(t *testing.T, page string, result any) {
	t.Helper()
	modules := filepath.Join("testdata", "browser", "node_modules")
	if _, err := os.Stat(modules); err != nil {
		t.Skip("run npm ci in render/testdata/browser: ", err)
	}
	path := os.Getenv("CHROMIUM")
	if path == "" {
		path = "/usr/bin/chromium"
	}
	if _, err := exec.LookPath(path); err != nil {
		t.Skip("no Chromium (CHROMIUM names one): ", err)
	}
	mux := http.NewServeMux()
	mux.Handle("/modules/", http.StripPrefix("/modules/", http.FileServer(http.Dir(modules))))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	for _, flag := range []string{"disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	tab, closeTab := chromedp.NewContext(allocator)
	defer closeTab()
	tab, cancel := context.WithTimeout(tab, 90*time.Second)
	defer cancel()
	if err := chromedp.Do(tab, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(tab, chromedp.Poll[string]("window.result && JSON.stringify(window.result)", chromedp.WithPollingTimeout(80*time.Second)))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(text), result); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}

// TimelineJS itself shows the sample: every event a slide and a marker, its
// date as display_date says it, and nothing of a hostile text runs.
func TestTimelineJSBrowser(t *testing.T) {
	for name, tl := range map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile()} {
		data := strings.ReplaceAll(write(t, "timelinejs", tl, Options{}), "</", `<\/`)
		var got struct {
			Markers int
			Dates   []string
			Titles  []string
			Errors  []string
			Alerts  int
		}
		browse(t, `<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="/modules/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="frise" style="width:1200px;height:700px"></div>
<script>var errors = [], alerts = 0; addEventListener("error", e => errors.push(e.message)); alert = () => alerts++</script>
<script src="/modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>
setTimeout(() => window.result = window.result || {Markers: -1, Errors: errors.concat(document.body.innerText)}, 60000)
var data = `+data+`
new TL.Timeline("frise", data, {script_path: location.origin + "/modules/@knight-lab/timelinejs/dist/js/"})
setInterval(() => {
  var texts = q => [...document.querySelectorAll(q)].map(e => e.textContent.trim())
  if (document.querySelectorAll(".tl-timemarker").length >= data.events.length && texts(".tl-slide .tl-headline").length >= data.events.length)
    setTimeout(() => window.result = {Markers: document.querySelectorAll(".tl-timemarker").length, Dates: texts(".tl-slide .tl-headline-date"), Titles: texts(".tl-slide .tl-headline"), Errors: errors, Alerts: alerts}, 300)
}, 100)
</script>`, &got)
		if got.Markers != len(tl.Events) || len(got.Errors) > 0 || got.Alerts > 0 {
			t.Errorf("%s: %d markers, %d alerts, errors %q", name, got.Markers, got.Alerts, got.Errors)
		}
		if name != "sample" {
			continue
		}
		for _, want := range []string{"fin février 2022", "vers 2023 (démenti)", "15 mars 44 av. J.-C.", "mars 12024"} {
			if !slices.Contains(got.Dates, want) {
				t.Errorf("no slide is dated %q: %q", want, got.Dates)
			}
		}
		if !slices.Contains(got.Titles, "Premier sommet : Kim et Poutine à Vladivostok") {
			t.Errorf("titles: %q", got.Titles)
		}
	}
}

// mermaid itself parses and draws our diagrams.
func TestMermaidBrowser(t *testing.T) {
	for name, tl := range map[string]timeline.Timeline{"sample": sample(t), "hostile": hostile()} {
		diagram, err := json.Marshal(write(t, "mermaid", tl, Options{}))
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Type, Error string
			Texts       []string
			Alerts      int
		}
		browse(t, `<!DOCTYPE html><meta charset="utf-8"><div id="frise"></div>
<script>var alerts = 0; alert = () => alerts++</script>
<script src="/modules/mermaid/dist/mermaid.min.js"></script>
<script>
mermaid.initialize({startOnLoad: false})
var diagram = `+strings.ReplaceAll(string(diagram), "</", `<\/`)+`
mermaid.parse(diagram).then(async parsed => {
  var drawn = await mermaid.render("drawn", diagram)
  document.getElementById("frise").innerHTML = drawn.svg
  var words = [...document.querySelectorAll("#frise text, #frise foreignObject")].map(e => e.textContent.replace(/\s+/g, " ").trim())
  window.result = {Type: parsed.diagramType, Texts: words, Alerts: alerts}
}).catch(e => window.result = {Error: String(e)})
</script>`, &got)
		if got.Type != "timeline" || got.Error != "" || got.Alerts > 0 {
			t.Errorf("%s: type %q, %d alerts, error %s", name, got.Type, got.Alerts, got.Error)
		}
		drawn := strings.ReplaceAll(strings.Join(got.Texts, "|"), " ", "")
		if name == "sample" && (!strings.Contains(drawn, "Signaturedutraitéd’assistancemutuelle") || !strings.Contains(drawn, "15mars44av.J.-C.")) {
			t.Errorf("the drawing says %q", got.Texts)
		}
	}
}
