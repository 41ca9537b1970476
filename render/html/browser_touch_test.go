package html

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// fingers moves so many fingers from one place to another each, as a hand does
// in a quarter of a second.
func (tb *tab) fingers(moves ...[4]float64) {
	tb.t.Helper()
	const steps = 12
	send := func(kind input.DispatchTouchEventType, at float64) {
		var points []*input.TouchPoint
		for i, m := range moves {
			if kind != "touchEnd" {
				id := float64(i)
				points = append(points, &input.TouchPoint{X: m[0] + at*(m[2]-m[0]), Y: m[1] + at*(m[3]-m[1]), ID: &id})
			}
		}
		_, err := chromedp.Call(tb, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		tb.must(err)
	}
	send("touchStart", 0)
	for i := range steps {
		time.Sleep(20 * time.Millisecond)
		send("touchMove", float64(i+1)/steps)
	}
	send("touchEnd", 1)
}

// touched opens a page on a tablet that knows fingers.
func touched(t *testing.T, content string, width, height int64) *tab {
	return open(t, content, visit{calm: true, width: width, height: height, before: func(ctx context.Context) error {
		_, err := chromedp.Call(ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 5})
		return err
	}}).ready()
}

// shownPart is where the window lies on the minimap, and how wide it is, in pixels.
func (tb *tab) shownPart() (left, width float64) {
	box := ask[[]float64](tb, `(b => [b.left, b.width])(document.querySelector(".minimap .window").getBoundingClientRect())`)
	return box[0], box[1]
}

func TestTouch(t *testing.T) {
	tb := touched(t, render(t, sample(), Options{}), 1024, 768)
	middle := ask[[]float64](tb, `(b => [b.left + b.width / 2, b.top + b.height / 2])(document.querySelector("#chart .vis-center").getBoundingClientRect())`)
	x, y := middle[0], middle[1]

	// Two fingers that part come nearer to what is between them.
	_, width := tb.shownPart()
	tb.fingers([4]float64{x - 60, y, x - 240, y}, [4]float64{x + 60, y, x + 240, y})
	time.Sleep(500 * time.Millisecond)
	_, nearer := tb.shownPart()
	if nearer > width*0.6 {
		t.Errorf("two fingers that part leave %.0f of %.0f pixels", nearer, width)
	}

	// One finger to the left moves on in time, and changes no scale.
	left, width := tb.shownPart()
	tb.fingers([4]float64{x + 200, y, x - 200, y})
	time.Sleep(500 * time.Millisecond)
	later, same := tb.shownPart()
	if later < left+width*0.2 || math.Abs(same-width) > 1.5 {
		t.Errorf("a swipe to the left goes from %.0f+%.0f to %.0f+%.0f", left, width, later, same)
	}

	// Two fingers that meet go back.
	tb.fingers([4]float64{x - 240, y, x - 60, y}, [4]float64{x + 240, y, x + 60, y})
	time.Sleep(500 * time.Millisecond)
	if _, further := tb.shownPart(); further < same*1.5 {
		t.Errorf("two fingers that meet leave %.0f of %.0f pixels", further, same)
	}

	// A finger upwards scrolls the page and leaves the timeline where it is.
	left, width = tb.shownPart()
	tb.fingers([4]float64{x, y, x, y - 250})
	tb.until(`scrollY > 100`)
	time.Sleep(300 * time.Millisecond)
	if l, w := tb.shownPart(); math.Abs(l-left) > 1 || math.Abs(w-width) > 1 {
		t.Errorf("scrolling moved the timeline from %.1f+%.1f to %.1f+%.1f", left, width, l, w)
	}
	if scale := ask[float64](tb, `visualViewport.scale`); scale != 1 {
		t.Errorf("the fingers magnified the page too, by %.2f", scale)
	}
	tb.screenshot()
	tb.clean()
}

// What a finger does on a card and on the minimap.
func TestTouchOnCardAndMinimap(t *testing.T) {
	tb := touched(t, render(t, sample(), Options{}), 1024, 768)
	card := func() (x, y float64) {
		at := ask[[]float64](tb, `(b => [b.left + b.width / 2, b.top + b.height / 2])([...document.querySelectorAll("#chart .card")]
			.map(c => c.getBoundingClientRect()).sort((a, b) => Math.abs(a.left - 420) - Math.abs(b.left - 420))[0])`)
		return at[0], at[1]
	}

	// A swipe that begins on a card moves the timeline and opens nothing.
	x, y := card()
	_, width := tb.shownPart()
	tb.fingers([4]float64{x - 60, y, x - 60, y}, [4]float64{x + 60, y, x + 240, y}) // nearer, to have room on both sides
	tb.until(`document.querySelector(".minimap .window").getBoundingClientRect().width < ` + fmt.Sprint(width*0.7))
	time.Sleep(500 * time.Millisecond)
	x, y = card()
	left, _ := tb.shownPart()
	tb.fingers([4]float64{x, y, x - 150, y})
	time.Sleep(500 * time.Millisecond)
	if after, _ := tb.shownPart(); after < left+5 || !ask[bool](tb, `document.getElementById("panel").hidden`) {
		t.Errorf("a swipe on a card goes from %.0f to %.0f, or opens it", left, after)
	}

	// A tap opens it.
	x, y = card()
	tb.fingers([4]float64{x, y, x, y})
	tb.until(`!document.getElementById("panel").hidden && ` + chosen + ` !== ""`)
	tb.run(chromedp.KeyEvent(kb.Escape))
	tb.until(`document.getElementById("panel").hidden`)

	// The window of the minimap is dragged.
	left, width = tb.shownPart()
	height := ask[float64](tb, `(b => b.top + b.height / 2)(document.querySelector(".minimap").getBoundingClientRect())`)
	tb.fingers([4]float64{left + width/2, height, left + width/2 - 60, height})
	time.Sleep(500 * time.Millisecond)
	if after, same := tb.shownPart(); math.Abs(after-left+60) > 6 || math.Abs(same-width) > 1.5 {
		t.Errorf("dragged by 60 pixels, the window goes from %.0f+%.0f to %.0f+%.0f", left, width, after, same)
	}
	tb.screenshot()
	tb.clean()
}
