//go:build unix && !solaris && !aix

package output

import (
	"errors"
	"os"
	"syscall"
)

// lock takes the folder for this process. The system gives it back when the process ends, however
// it ends, and no file is left behind. Some network file systems lock no folders; there a second
// run goes unnoticed, which is no reason to refuse the first.
func lock(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		f.Close()
		return nil, errLocked
	}
	return func() { f.Close() }, nil
}
