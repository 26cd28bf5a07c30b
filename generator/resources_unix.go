//go:build linux || darwin || freebsd

package generator

import (
	"runtime"
	"syscall"
	"time"
)

// resources are the processor time and the most memory that this process has used.
func resources() (cpu time.Duration, rss int64) {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0, 0
	}
	rss = int64(u.Maxrss)
	if runtime.GOOS != "darwin" {
		rss *= 1024 // kilobytes elsewhere
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), rss
}
