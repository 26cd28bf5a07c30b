//go:build linux || darwin

package oasdiff

import "syscall"

// limit ends this process once it has used so many seconds of a processor, however busy the machine is.
func limit(seconds uint64) error {
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}
