//go:build !unix

package main

import "time"

// resources gives nothing where the system is not asked for it.
func resources() (cpu time.Duration, peak int64) { return 0, 0 }
