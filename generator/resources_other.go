//go:build !linux && !darwin && !freebsd

package generator

import "time"

// resources are unknown here.
func resources() (cpu time.Duration, rss int64) { return 0, 0 }
