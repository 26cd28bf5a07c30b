//go:build !unix || solaris || aix

package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// lock takes the folder for this process through a file that only one process can create. A
// file whose process is gone is taken over.
func lock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, ".sdkc-running")
	for range 2 {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			f.WriteString(strconv.Itoa(os.Getpid()))
			f.Close()
			return func() { os.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if alive(name) {
			return nil, errLocked
		}
		os.Remove(name)
	}
	return nil, errLocked
}

// alive tells whether the process that a lock file names still runs.
func alive(name string) bool {
	data, err := os.ReadFile(name)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return len(data) == 0 // just created: its process writes next
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	process.Release()
	return true
}
