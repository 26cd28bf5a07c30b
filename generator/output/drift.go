package output

import (
	"bytes"
	"path/filepath"
)

// A Kind says how a file on disk differs from what is wanted.
type Kind string

const (
	Missing Kind = "missing" // wanted, not there
	Stale   Kind = "stale"   // as an earlier run wrote it
	Edited  Kind = "edited"  // changed by hand since it was written
	Surplus Kind = "surplus" // ours, no longer wanted
)

// A Drift is a file that generate would change.
type Drift struct {
	Path string
	Kind Kind
	Have []byte // nil: missing
	Want []byte // nil: surplus
}

// Manifest tells whether the file is the manifest, which follows from the other files.
func (d Drift) Manifest() bool { return d.Path == manifestName }

// Diff is the way from what is on disk to what is wanted as a unified diff, which git apply takes in
// the folder that dir, the output folder, is seen from. It is cut after so many lines with a word on
// how many follow; a limit of 0 cuts nothing.
func (d Drift) Diff(dir string, limit int) []byte {
	path := filepath.ToSlash(filepath.Join(dir, d.Path))
	from, to := "a/"+path, "b/"+path
	if d.Kind == Missing {
		from = "/dev/null"
	}
	if d.Kind == Surplus {
		to = "/dev/null"
	}
	return cut(unified(from, to, d.Have, d.Want), limit)
}

func cut(diff []byte, limit int) []byte {
	lines := bytes.SplitAfter(diff, []byte("\n"))
	if n := len(lines); n > 0 && len(lines[n-1]) == 0 {
		lines = lines[:n-1]
	}
	if limit <= 0 || len(lines) <= limit {
		return diff
	}
	kept := bytes.Join(lines[:limit], nil)
	return append(kept, more(len(lines)-limit)...)
}
