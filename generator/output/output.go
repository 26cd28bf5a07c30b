// Package output puts a set of files below a folder. It writes only what differs, changes
// everything or nothing, and remembers in a manifest what it owns: other people's files are
// never touched. It knows nothing of what the files say.
package output

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A File is wanted below the output folder.
type File struct {
	Path string // with slashes: "proxyv1/sessions.go"
	Data []byte
	Once bool // written where there is none; one that says something else is the user's and stays
}

// A Summary counts what Write did, or would have done.
type Summary struct {
	Written   int
	Unchanged int
	Removed   int
}

// Write makes the folder hold the files. An error in the report means that nothing was written.
func Write(dir string, files []File, version string, report *diag.Report) Summary {
	if !valid(dir, files, report) {
		return Summary{}
	}
	d, err := create(dir)
	if err != nil {
		report.Add(unwritable(dir, err))
		return Summary{}
	}
	defer d.close()
	if !d.lock(report) {
		return Summary{}
	}
	p := newPlan(d, files, version, report)
	if p == nil || !p.apply(d, report) {
		return Summary{}
	}
	d.done = true
	for _, drift := range p.drifts {
		if drift.Kind == Edited {
			report.Add(edited(d, drift.Path))
		}
	}
	return p.summary()
}

// Compare tells what Write would change, sorted by path. It touches nothing.
func Compare(dir string, files []File, version string, report *diag.Report) ([]Drift, Summary) {
	if !valid(dir, files, report) {
		return nil, Summary{}
	}
	d, err := open(dir)
	if err != nil {
		report.Add(unwritable(dir, err))
		return nil, Summary{}
	}
	defer d.close()
	p := newPlan(d, files, version, report)
	if p == nil {
		return nil, Summary{}
	}
	slices.SortFunc(p.drifts, func(a, b Drift) int { return strings.Compare(a.Path, b.Path) })
	return p.drifts, p.summary()
}

func unwritable(dir string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "unwritable-output", Pos: diag.Pos{File: dir},
		Message: "the output folder cannot be written: " + reason(err),
		Cure:    "choose another folder, or give yourself the right to write there",
	}
}
