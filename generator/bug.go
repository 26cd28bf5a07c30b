package generator

import (
	"fmt"
	"runtime/debug"
)

// A Bug is a fault of sdkc itself, never of a document. It asks to be reported.
type Bug struct {
	File  string // the document at hand; "" for none
	Cause any
	Stack []byte
}

func (b *Bug) Error() string {
	at := ""
	if b.File != "" {
		at = b.File + ": "
	}
	return fmt.Sprintf("%sthis is a bug in sdkc: %v", at, b.Cause)
}

// recovered turns a panic into a Bug. Deferred, it keeps the other documents' goroutines and the
// output out of the accident.
func recovered(err *error, file string) {
	if cause := recover(); cause != nil {
		*err = &Bug{File: file, Cause: cause, Stack: debug.Stack()}
	}
}

// bug is the Bug behind an error that only a fault of ours can cause; nil for none.
func bug(err error, file string) error {
	if err == nil {
		return nil
	}
	return &Bug{File: file, Cause: err}
}
