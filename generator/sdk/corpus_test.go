package sdk_test

import (
	"errors"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/openapi"
	"github.com/sdkc/sdkc/generator/sdk"
	"github.com/sdkc/sdkc/generator/source"
)

// TestCorpus names real documents: no operation is without a method, no two things of the package share a
// name. The documents come from $SDKC_CORPUS; without it, the test says so and reads none.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("SDKC_CORPUS")
	if dir == "" {
		t.Log("SDKC_CORPUS is not set: no real documents are read")
		return
	}
	documents, operations := 0, 0
	codes := make(map[diag.Code]int)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == "MANIFEST.json" {
			return err
		}
		switch filepath.Ext(path) {
		case ".json", ".yaml", ".yml":
			n := name(t, path, codes)
			operations += n
			documents += min(n, 1)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("SDKC_CORPUS is %s, which is not there: no real documents are read", dir)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d documents, %d operations, %v", documents, operations, codes)
}

// name names one document and counts its operations.
func name(t *testing.T, path string, codes map[diag.Code]int) int {
	var report diag.Report
	doc := source.Load(path, source.Options{}, &report)
	if doc == nil {
		return 0
	}
	api := openapi.Load(doc, &report)
	if api == nil {
		return 0
	}
	report = diag.Report{}
	p := sdk.New(api, sdk.Options{Name: "corpus", Import: "example.com/corpus", Runtime: "example.com/sdk", Dir: "."}, &report)
	for _, d := range report.List {
		codes[d.Code]++
	}
	methods := 0
	for _, r := range p.Resources() {
		methods += len(r.Methods)
		unique(t, path, "a method of "+string(r.Name), methodsAndFields(r))
	}
	if want := len(api.Operations()); methods != want {
		t.Errorf("%s: %d methods, %d operations", path, methods, want)
	}
	unique(t, path, "the package", packageNames(p))
	return methods
}

func methodsAndFields(r *sdk.Resource) []sdk.Ident {
	var names []sdk.Ident
	for _, m := range r.Methods {
		names = append(names, m.Name)
		if m.Paging != nil {
			names = append(names, m.Paging.Page, m.Paging.Build)
		}
		if m.Stream != nil {
			names = append(names, m.Stream.Name)
		}
	}
	for _, c := range r.Children {
		names = append(names, c.Field)
	}
	return names
}

func packageNames(p *sdk.Package) []sdk.Ident {
	names := []sdk.Ident{"Client", "New"}
	for _, r := range p.Resources() {
		names = append(names, r.Name)
		for _, m := range r.Methods {
			if m.Params != nil {
				names = append(names, m.Params.Name)
			}
		}
	}
	for _, f := range p.Files {
		for _, d := range f.Types {
			names = append(names, d.GoName())
			switch d := d.(type) {
			case *sdk.Enum:
				names = append(names, d.List)
				for _, v := range d.Values {
					names = append(names, v.Name)
				}
			case *sdk.Union:
				names = append(names, d.Of)
			}
		}
	}
	return names
}

func unique(t *testing.T, path, where string, names []sdk.Ident) {
	seen := make(map[sdk.Ident]bool)
	for _, n := range names {
		if seen[n] || !token.IsIdentifier(string(n)) {
			t.Errorf("%s: %s: %q", path, where, n)
		}
		seen[n] = true
	}
}
