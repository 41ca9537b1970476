package main

import (
	"fmt"
	"os"
	"time"
)

// showUsage tells on standard error what a build of so many articles took, as a
// row of the README's table of scale. The memory is the process's peak, as the
// system counts it.
func showUsage(begin time.Time, articles, events int) {
	cpu, peak := resources()
	fmt.Fprintf(os.Stderr, "| %9d | %8.1f s | %8.1f s | %5d MB | %7d |\n", articles, time.Since(begin).Seconds(), cpu.Seconds(), peak/1e6, events)
}
