package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// floor is the oldest Go that the output compiles with.
const floor = "1.24"

// A place is where an SDK stands among Go's import paths.
type place struct {
	path   string // import path of the output folder
	module string // path of the go.mod in the output folder; "" if the module begins above it
}

// placeOf asks --module, or else the go.mod at or above the output folder.
func placeOf(s *config.SDK, report *diag.Report) place {
	p, err := findPlace(s.Out, s.Module)
	if err != nil {
		d := diag.Diagnostic{
			Code: "no-module", Pos: diag.Pos{File: s.Out}, Message: err.Error(),
			Cure: "run go mod init above the folder, or give a path with --module (module: in sdkc.yaml)",
		}
		if s.Module != "" {
			d.Code, d.Cure = "bad-module", "give the module path of the output folder, like example.com/api"
		}
		if s.ModulePos.Line > 0 {
			d.Pos = s.ModulePos
		}
		report.Add(d)
	}
	return p
}

func findPlace(out, wanted string) (place, error) {
	dir, err := filepath.Abs(out)
	if err != nil {
		return place{}, err
	}
	own, err := modulePath(dir)
	if err != nil {
		return place{}, err
	}
	if wanted != "" {
		if own != "" && own != wanted {
			return place{}, fmt.Errorf("its go.mod says module %s, not %s", own, wanted)
		}
		return place{wanted, wanted}, module.CheckImportPath(wanted)
	}
	if own != "" {
		return place{own, own}, nil
	}
	for up := filepath.Dir(dir); ; up = filepath.Dir(up) {
		if above, err := modulePath(up); err != nil {
			return place{}, err
		} else if above != "" {
			rest, err := filepath.Rel(up, dir)
			if err != nil {
				return place{}, err
			}
			full := path.Join(above, filepath.ToSlash(rest))
			return place{path: full}, module.CheckImportPath(full)
		}
		if up == filepath.Dir(up) {
			return place{}, errors.New("no go.mod at or above the output folder, so its packages have no import path")
		}
	}
}

// modulePath is what the go.mod of a folder says; "" where there is none.
func modulePath(dir string) (string, error) {
	name := filepath.Join(dir, "go.mod")
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok && p.Err.Error() == "not a directory" {
		return "", nil // the folder is a file: writing to it will tell
	}
	if err != nil {
		return "", err
	}
	found := modfile.ModulePath(data)
	if found == "" {
		return "", fmt.Errorf("%s names no module", name)
	}
	return found, nil
}

// moduleFile is a go.mod that suffices: the output needs no other module. One that the user
// changed stays as it is.
func moduleFile(path string) output.File {
	return output.File{Path: "go.mod", Data: []byte("module " + modfile.AutoQuote(path) + "\n\ngo " + floor + "\n"), Once: true}
}
