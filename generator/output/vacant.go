package output

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// vacant tells whether a folder without our manifest may become ours: nothing is in it but
// go.mod and go.sum, dot files and empty folders.
func vacant(d *folder, report *diag.Report) bool {
	if d.root == nil {
		return true
	}
	foreign := ""
	err := fs.WalkDir(d.root.FS(), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == "." {
			return err
		}
		if strings.HasPrefix(path.Base(p), ".") {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if e.IsDir() || p == "go.mod" || p == "go.sum" {
			return nil
		}
		foreign = p
		return fs.SkipAll
	})
	if err != nil {
		report.Add(diag.Diagnostic{
			Code: "foreign-output", Pos: diag.Pos{File: d.dir}, Message: "the output folder cannot be read: " + reason(err),
			Cure: "choose another folder",
		})
		return false
	}
	if foreign == "" {
		return true
	}
	report.Add(diag.Diagnostic{
		Code: "foreign-output", Pos: diag.Pos{File: d.dir},
		Message: fmt.Sprintf("the output folder is not empty and not ours: it holds %s, but no %s", foreign, manifestName),
		Cure:    "choose a new or empty folder; sdkc touches no files that it did not write",
	})
	return false
}
