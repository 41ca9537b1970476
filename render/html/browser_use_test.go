package html

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	shownPeriod = `document.querySelector(".minimap .window").getAttribute("aria-valuetext")`
	spoken      = `document.querySelector(".live").textContent`
	chosen      = `(document.querySelector(".panel h2")?.textContent ?? "")`
)

func TestKeyboard(t *testing.T) {
	tb := open(t, render(t, sample(), Options{}), visit{calm: true}).ready()
	for range 20 { // by Tab alone
		tb.run(chromedp.KeyEvent(kb.Tab))
		if ask[string](tb, `document.activeElement.id`) == "chart" {
			break
		}
	}
	if got := ask[string](tb, `document.activeElement.id`); got != "chart" {
		t.Fatalf("Tab never comes to the timeline, but to %q", got)
	}
	tb.run(chromedp.KeyEvent(kb.Home))
	tb.until(spoken + `.includes("libérée")`)
	tb.until(`document.querySelector(".vis-box.vis-selected, .vis-range.vis-selected")`)
	tb.run(chromedp.KeyEvent(kb.ArrowRight))
	tb.until(spoken + `.includes("1961") && ` + spoken + `.includes("2 sur 17")`)
	if got := ask[bool](tb, `!!document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))`); !got {
		t.Error("the timeline does not name the event it is at")
	}
	tb.run(chromedp.KeyEvent(kb.Enter))
	tb.until(chosen + `.includes("traité d’amitié") && document.activeElement.closest(".panel")`)
	tb.axe()
	tb.screenshot()
	tb.run(chromedp.KeyEvent(kb.Escape))
	tb.until(`document.getElementById("panel").hidden && document.activeElement.id === "chart"`)
	tb.run(chromedp.KeyEvent("0"))
	before := ask[string](tb, shownPeriod)
	tb.run(chromedp.KeyEvent("+"), chromedp.KeyEvent("+"))
	tb.until(shownPeriod + ` !== ` + quote(before)) // at once: motion is reduced
	tb.run(chromedp.KeyEvent("?"))
	tb.until(`document.querySelector("dialog").open`)
	tb.axe()
	tb.run(chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("/"))
	tb.until(`document.activeElement.type === "search"`)
	tb.clean()
}

func quote(s string) string { return "`" + s + "`" }

// The wheel belongs to the page, unless Ctrl is held.
func TestWheel(t *testing.T) {
	tb := open(t, render(t, sample(), Options{}), visit{calm: true}).ready()
	before := ask[string](tb, shownPeriod)
	wheel := func(modifiers int64) {
		_, err := chromedp.Call(tb, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: "mouseWheel", X: 600, Y: 450, DeltaX: 0.01, DeltaY: 240, Modifiers: modifiers})
		tb.must(err)
	}
	wheel(0)
	tb.until(`scrollY > 100`)
	if after := ask[string](tb, shownPeriod); after != before {
		t.Errorf("the wheel alone moved the timeline from %s to %s", before, after)
	}
	ask[any](tb, `scrollTo(0, 0);0`)
	wheel(2) // Ctrl
	tb.until(shownPeriod + ` !== ` + quote(before))
	tb.clean()
}

func TestSearchFiltersAndAddress(t *testing.T) {
	content := render(t, sample(), Options{})
	tb := open(t, content, visit{calm: true}).ready()
	tb.run(chromedp.SendKeys(chromedp.CSS(".search"), "REPUBLIQUES separatistes"))
	tb.until(`[...document.querySelectorAll(".event")].filter(e => !e.hidden).map(e => e.id).join() === "e-donetsk"`)
	tb.until(`document.querySelector(".counter").textContent.startsWith("1 événement")`)
	hash := ask[string](tb, `location.hash`)
	if !strings.Contains(hash, "q=REPUBLIQUES") {
		t.Errorf("the address does not tell the search: %s", hash)
	}
	ask[any](tb, `document.querySelector(".filters").open = true`+";0")
	tb.axe()
	tb.screenshot()
	shared := open(t, content, visit{calm: true, fragment: "#actor=USA&sources=1"}).ready()
	shared.until(`[...document.querySelectorAll(".event")].filter(e => !e.hidden).length === 2`)
	shared.until(`document.querySelector(".filter-form select").value === "USA"`)
	shared.run(chromedp.Click(chromedp.CSS(".toolbar .link")))
	shared.until(`[...document.querySelectorAll(".event")].filter(e => !e.hidden).length === 17 && location.hash === ""`)
	view := open(t, content, visit{calm: true, fragment: "#view=2000-01-01..2002-01-01"}).ready()
	view.until(shownPeriod + `.includes("2000") && [...document.querySelectorAll(".card")].some(c => c.textContent.includes("juillet 2000"))`)
	tb.clean()
	shared.clean()
	view.clean()
}

func TestPermalinkAndPanel(t *testing.T) {
	tb := open(t, render(t, sample(), Options{}), visit{calm: true, fragment: "#e-traite"}).ready()
	tb.until(chosen + `.includes("assistance mutuelle")`)
	if quotes := ask[int](tb, `document.querySelectorAll(".panel blockquote").length`); quotes != 3 {
		t.Errorf("%d quotes in the panel, want 3", quotes)
	}
	if marks := ask[string](tb, `[...document.querySelectorAll(".panel mark")].map(m => m.textContent).join("|")`); marks != "mercredi|la veille|juin dernier" {
		t.Errorf("marked: %s", marks)
	}
	ask[any](tb, `document.querySelector('.panel-bar button[aria-label="Suivant"]').click();0`)
	tb.until(chosen + `.includes("Washington") && location.hash.startsWith("#e-washington")`)
	tb.axe()
	tb.screenshot()
	tb.clean()
}

func TestMinimapMovesTheWindow(t *testing.T) {
	tb := open(t, render(t, sample(), Options{}), visit{calm: true}).ready()
	before := ask[string](tb, shownPeriod)
	box := ask[[]float64](tb, `(b => [b.left, b.top + b.height / 2, b.width])(document.querySelector(".minimap").getBoundingClientRect())`)
	tb.run(chromedp.MouseClickXY(box[0]+6, box[1]))
	tb.until(shownPeriod + ` !== ` + quote(before))
	tb.until(`[...document.querySelectorAll(".card")].some(c => c.textContent.includes("1945"))`)
	tb.run(chromedp.Click(chromedp.CSS(".edge.right")))
	tb.run(chromedp.Focus(chromedp.CSS(".minimap .window")), chromedp.KeyEvent(kb.ArrowRight))
	tb.clean()
}

// The first picture comes with the page, not a second later.
func TestNoBlank(t *testing.T) {
	tb := open(t, render(t, sample(), Options{}), visit{}).ready()
	if !ask[bool](tb, `getComputedStyle(document.querySelector(".vis-timeline")).visibility === "visible" && document.querySelectorAll(".vis-box .card").length > 3`) {
		t.Error("the timeline is blank when the page is ready")
	}
}

func TestStrictPolicy(t *testing.T) {
	files := map[string][]byte{}
	for name, content := range Assets() {
		files["assets/"+name] = content
	}
	header := http.Header{"Content-Security-Policy": {"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"}}
	tb := open(t, render(t, sample(), Options{Mode: "page"}), visit{header: header, files: files}).ready()
	tb.until(`document.querySelectorAll(".card").length > 5`)
	tb.clean()
}

// The snippet makes its frame as high as the page says.
func TestEmbed(t *testing.T) {
	snippet := render(t, sample(), Options{Mode: "embed", Src: "frise.html", Height: 300})
	inner := render(t, sample(), Options{})
	tb := open(t, "<!doctype html><title>host</title>"+snippet, visit{files: map[string][]byte{"frise.html": []byte(inner)}})
	tb.until(`Number(document.querySelector("iframe").height) > 1000`)
	time.Sleep(200 * time.Millisecond)
	first := ask[string](tb, `document.querySelector("iframe").height`)
	time.Sleep(300 * time.Millisecond)
	if again := ask[string](tb, `document.querySelector("iframe").height`); again != first {
		t.Errorf("the frame keeps growing: %s, then %s", first, again)
	}
	tb.clean()
}

// The CDN's files, served from node_modules in its stead, pass the integrity
// check and draw.
func TestCDN(t *testing.T) {
	if _, err := os.Stat("web/node_modules/vis-timeline"); err != nil {
		t.Skip("vis-timeline is not installed; run `npm ci` in render/html/web")
	}
	serve := func(ctx context.Context) error {
		err := chromedp.Listen(ctx, func(event any) {
			if paused, ok := event.(*fetch.EventRequestPaused); ok {
				go fulfil(ctx, paused)
			}
		})
		_, err2 := chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "https://cdn.jsdelivr.net/*"}}})
		return errors.Join(err, err2)
	}
	tb := open(t, render(t, sample(), Options{Assets: "cdn"}), visit{before: serve})
	tb.until(`document.querySelectorAll(".vis-item").length > 5`)
	tb.screenshot()
	for _, c := range tb.complaints {
		if !strings.HasPrefix(c, "outside request: https://cdn.jsdelivr.net/npm/vis-timeline@") {
			t.Error(c)
		}
	}
}

// fulfil answers for the CDN out of node_modules.
func fulfil(ctx context.Context, paused *fetch.EventRequestPaused) {
	_, path, _ := strings.Cut(paused.Request.URL, "vis-timeline@")
	_, path, _ = strings.Cut(path, "/")
	content, _ := os.ReadFile("web/node_modules/vis-timeline/" + path)
	kind := "text/javascript"
	if strings.HasSuffix(path, ".css") {
		kind = "text/css"
	}
	_, _ = chromedp.Call(ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{RequestID: paused.RequestID, ResponseCode: 200, Body: content,
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: kind}, {Name: "Access-Control-Allow-Origin", Value: "*"}}})
}
