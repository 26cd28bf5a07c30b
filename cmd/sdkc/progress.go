package main

import (
	"fmt"
	"io"
	"sync"
)

// progress tells a person at a terminal how far the run is; it is nil where nobody looks. The
// line is overwritten, and gone at the end.
func progress(w io.Writer) func(sdk string, done, total int) {
	if !terminal(w) {
		return nil
	}
	var one sync.Mutex
	return func(sdk string, done, total int) {
		one.Lock()
		defer one.Unlock()
		fmt.Fprintf(w, "\r\x1b[K")
		if done < total {
			fmt.Fprintf(w, "%s: %d of %d documents", sdk, done, total)
		}
	}
}
