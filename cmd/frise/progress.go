package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far the reading is, on a terminal and once it has taken a
// second; in a pipe it shows nothing. The function it gives is for
// read.Options; call done at the end.
func progress(what string) (update func(done, total int64), done func()) {
	return progressIn(what, true)
}

// stages shows how far each stage is of what follows the reading.
func stages() func(stage string, done, total int64) {
	now, finish := "", func() {}
	var update func(done, total int64)
	return func(stage string, done, total int64) {
		if stage != now {
			finish()
			now = stage
			update, finish = progressIn(stage, false)
		}
		if update != nil {
			update(done, total)
		}
		if done == total {
			finish()
		}
	}
}

func progressIn(what string, bytes bool) (update func(done, total int64), done func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil, func() {}
	}
	begin := time.Now()
	var bar *progressbar.ProgressBar
	update = func(n, total int64) {
		if bar == nil {
			if time.Since(begin) < time.Second {
				return
			}
			rate := progressbar.OptionShowBytes(true)
			if !bytes {
				rate = progressbar.OptionShowIts()
			}
			bar = progressbar.NewOptions64(total, progressbar.OptionSetDescription(what), progressbar.OptionSetWriter(os.Stderr),
				rate, progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
				progressbar.OptionThrottle(100*time.Millisecond))
		}
		_ = bar.Set64(n)
	}
	return update, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
}
