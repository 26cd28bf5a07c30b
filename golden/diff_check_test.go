package golden

import (
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generator"
)

// TestMain lets diff ask the rules on documents in a process of their own, as sdkc does.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == judge()[1] {
		if err := generator.Judge(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func judge() []string { return []string{os.Args[0], "judge-documents"} }

// A typeChecker checks generated packages, which exist in memory only, as the compiler would.
type typeChecker struct {
	fset    *token.FileSet
	std     types.Importer
	runtime map[string]*types.Package // by import path: one in each SDK
}

func newTypeChecker() *typeChecker {
	return &typeChecker{fset: token.NewFileSet(), std: importer.Default(), runtime: map[string]*types.Package{}}
}

// imports resolves the runtime, one package besides, and the standard library.
type imports struct {
	c   *typeChecker
	own *types.Package
}

func (i imports) Import(name string) (*types.Package, error) {
	switch {
	case i.own != nil && i.own.Path() == name:
		return i.own, nil
	case i.c.runtime[name] != nil:
		return i.c.runtime[name], nil
	}
	return i.c.std.Import(name)
}

// check type-checks a package and returns all errors.
func (c *typeChecker) check(name string, own *types.Package, files []*ast.File, bodies bool) (*types.Package, []types.Error) {
	var all []types.Error
	conf := types.Config{
		Importer: imports{c, own}, IgnoreFuncBodies: !bodies,
		Error: func(err error) {
			if e, ok := errors.AsType[types.Error](err); ok {
				all = append(all, e)
			}
		},
	}
	pkg, _ := conf.Check(name, c.fset, files, nil)
	return pkg, all
}

func (c *typeChecker) parse(t *testing.T, name, text string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(c.fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// packages checks the packages of generated files, by their folders.
func (c *typeChecker) packages(t *testing.T, root string, all map[string][]byte) map[string]*types.Package {
	t.Helper()
	c.addRuntime(t, path.Join(root, "sdk"))
	files := map[string][]*ast.File{}
	for _, name := range sortedKeys(all) {
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			dir := path.Dir(name)
			files[dir] = append(files[dir], c.parse(t, name, string(all[name])))
		}
	}
	out := map[string]*types.Package{}
	for dir, parsed := range files {
		pkg, errs := c.check(path.Join(root, dir), nil, parsed, false)
		for _, err := range errs {
			t.Errorf("generated %s: %v", dir, err)
		}
		out[dir] = pkg
	}
	return out
}

func (c *typeChecker) addRuntime(t *testing.T, name string) {
	t.Helper()
	if c.runtime[name] != nil {
		return
	}
	paths, err := filepath.Glob("../templates/runtime/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, c.parse(t, p, string(data)))
	}
	pkg, errs := c.check(name, nil, files, false)
	for _, err := range errs {
		t.Errorf("runtime: %v", err)
	}
	c.runtime[name] = pkg
}
