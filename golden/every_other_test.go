//go:build !unix

package golden

import "os"

// peakMemory is unknown here.
func peakMemory(*os.ProcessState) int64 { return 0 }
