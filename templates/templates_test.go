package templates

import (
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestRuntime(t *testing.T) {
	files, err := Runtime()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("the runtime has no file")
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
		checkSource(t, f)
	}
	if !slices.IsSorted(names) {
		t.Errorf("names are not sorted: %q", names)
	}
}

// checkSource holds a file of the runtime to what lets it be copied: package sdk, no tests,
// imports of the standard library alone.
func checkSource(t *testing.T, f File) {
	t.Helper()
	if strings.HasSuffix(f.Name, "_test.go") {
		t.Errorf("%s: a test is among the runtime's files", f.Name)
	}
	file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, parser.ImportsOnly)
	if err != nil {
		t.Errorf("%s: %v", f.Name, err)
		return
	}
	if file.Name.Name != "sdk" {
		t.Errorf("%s: package %s, want sdk", f.Name, file.Name.Name)
	}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil || strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
			t.Errorf("%s: import %s is not of the standard library", f.Name, spec.Path.Value)
		}
	}
}

func TestDocs(t *testing.T) {
	dir, err := Docs()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(dir, "*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(data), "\n"); n > 60 {
			t.Errorf("%s: %d lines, want at most 60", name, n)
		}
	}
}
