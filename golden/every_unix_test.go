//go:build unix

package golden

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory is the most that a process, or one that it waited for, held at a time, in bytes.
func peakMemory(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin":
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}
