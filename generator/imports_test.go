package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const self = "github.com/sdkc/sdkc/"

// imports is the third column of the map in STYLE.md: what a room may import beside the standard
// library, rooms first, then modules. The model may import diag for the places it keeps, which
// diagnostics of later rooms name. diff compares what sdk decided; oasdiff alone knows the module of that name and
// brings what it finds into diff's words, for which it needs kin's documents; revision runs git and knows nothing
// else. Golden tests count and validate with libraries, so that no
// code of ours judges itself. Change the two tables together.
var imports = map[string][]string{
	"cmd/sdkc":           {"generator", "github.com/spf13/cobra"},
	"generator":          {"generator/cache", "generator/code", "generator/config", "generator/diag", "generator/diff", "generator/docs", "generator/fetch", "generator/model", "generator/oasdiff", "generator/openapi", "generator/output", "generator/revision", "generator/sdk", "generator/source", "templates", "golang.org/x/mod", "golang.org/x/sync"},
	"generator/config":   {"generator/diag", "go.yaml.in/yaml/v3"},
	"generator/diag":     {},
	"generator/fetch":    {"go.yaml.in/yaml/v3"},
	"generator/source":   {"generator/diag", "go.yaml.in/yaml/v3"},
	"generator/openapi":  {"generator/source", "generator/model", "generator/diag", "github.com/getkin/kin-openapi"},
	"generator/model":    {"generator/diag"},
	"generator/sdk":      {"generator/model", "generator/config", "generator/diag"},
	"generator/cache":    {},
	"generator/code":     {"generator/sdk", "generator/model", "github.com/dave/jennifer"},
	"generator/docs":     {"generator/sdk", "generator/model", "templates"},
	"generator/output":   {"generator/diag"},
	"generator/diff":     {"generator/sdk", "generator/model", "generator/diag"},
	"generator/oasdiff":  {"generator/diff", "github.com/getkin/kin-openapi", "github.com/oasdiff/oasdiff"},
	"generator/revision": {},
	"templates":          {},
	"templates/runtime":  {},
	"golden":             {"generator", "generator/diag", "generator/diff", "generated", "templates/runtime", "go.yaml.in/yaml/v3", "github.com/getkin/kin-openapi", "golang.org/x/tools/go/packages", "github.com/santhosh-tekuri/jsonschema/v6"},
	"generated":          {"generated"},
	"bazel":              {},
}

// forTests is what tests may import in any room; those of later rooms may read a document.
var forTests = []string{"generator/source", "generator/openapi", "generator/diag", "github.com/google/go-cmp", "golang.org/x/tools/txtar"}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(file, ".."+string(filepath.Separator)))
		if e.IsDir() && (e.Name() == "testdata" || len(e.Name()) > 2 && e.Name()[0] == '.' || otherModule(file)) {
			return fs.SkipDir
		}
		if e.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		room := roomOf(path.Dir(name))
		seen[room] = true
		allowed, known := imports[room]
		if !known {
			t.Errorf("%s: %s is no room of the map", name, room)
			return nil
		}
		if strings.HasSuffix(name, "_test.go") {
			allowed = append(append([]string{room}, allowed...), forTests...)
		}
		check(t, file, allowed)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range imports {
		if !seen[room] {
			t.Errorf("%s: no such room", room)
		}
	}
}

// roomOf is the room that a folder belongs to: all of generated is one.
func roomOf(dir string) string {
	if dir == "generated" || strings.HasPrefix(dir, "generated/") {
		return "generated"
	}
	return dir
}

func check(t *testing.T, file string, allowed []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		if !std(imported) && !anyOf(imported, allowed) {
			t.Errorf("%s imports %s, which its room may not", file, imported)
		}
	}
}

func std(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

// anyOf tells whether an import is one of ours that is allowed, or lies in an allowed module.
func anyOf(imported string, allowed []string) bool {
	ours, isOurs := strings.CutPrefix(imported, self)
	for _, a := range allowed {
		if isOurs && (ours == a || a == "generated" && strings.HasPrefix(ours, "generated/")) {
			return true
		}
		if !isOurs && (imported == a || strings.HasPrefix(imported, a+"/")) {
			return true
		}
	}
	return false
}

// otherModule tells a folder with a go.mod of its own, whose imports are its own affair.
func otherModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil && folder != ".."
}
