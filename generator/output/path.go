package output

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// valid tells whether the paths are safe to join to any folder on any system: local, clean,
// and unique where case does not count. The printers promise this; a document must not be
// able to break the promise.
func valid(dir string, files []File, report *diag.Report) bool {
	taken := map[string]string{fold(manifestName): manifestName}
	ok := true
	for _, f := range files {
		if problem := pathProblem(f.Path, taken); problem != "" {
			ok = false
			report.Add(diag.Diagnostic{
				Code: "output-path", Pos: diag.Pos{File: path.Join(filepath.ToSlash(dir), f.Path)},
				Message: fmt.Sprintf("path %q %s", f.Path, problem),
				Cure:    "this is a bug in sdkc, please report it",
			})
		}
		taken[fold(f.Path)] = f.Path
	}
	if !ok {
		return false
	}
	for _, f := range files {
		for up := path.Dir(f.Path); up != "."; up = path.Dir(up) {
			if other, both := taken[fold(up)]; both {
				ok = false
				report.Add(diag.Diagnostic{
					Code: "output-path", Pos: diag.Pos{File: path.Join(filepath.ToSlash(dir), other)},
					Message: fmt.Sprintf("path %q is a file and the folder of %q", other, f.Path),
					Cure:    "this is a bug in sdkc, please report it",
				})
			}
		}
	}
	return ok
}

func pathProblem(p string, taken map[string]string) string {
	if !filepath.IsLocal(filepath.FromSlash(p)) || path.Clean(p) != p || strings.Contains(p, `\`) {
		return "leaves the output folder"
	}
	if strings.HasPrefix(path.Base(p), tempPrefix) {
		return "is one of our temporary names"
	}
	if other, both := taken[fold(p)]; both {
		return fmt.Sprintf("is the same file as %q where case does not count", other)
	}
	return ""
}

func fold(p string) string { return strings.ToLower(p) }
