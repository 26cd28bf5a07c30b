package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"testing"

	"github.com/sdkc/sdkc/templates"
)

// TestGuideNames holds what pages say of package sdk to what its source declares.
func TestGuideNames(t *testing.T) {
	declared := runtimeDeclares(t)
	for name := range runtimeNames {
		if !declared[name] {
			t.Errorf("%s is linked, but package sdk has no such name", name)
		}
	}
	for _, name := range sentinels {
		if !declared["sdk."+name] {
			t.Errorf("sdk.%s stands for a status, but package sdk has no such name", name)
		}
	}
	pages := printed(t, proxy())
	for _, page := range []string{readmePath, runtimePath} {
		for _, name := range regexp.MustCompile(`\bsdk\.[A-Z]\w*`).FindAllString(pages[page], -1) {
			if !declared[name] {
				t.Errorf("%s names %s, which package sdk has not", page, name)
			}
		}
	}
	anchors := anchors(pages[runtimePath])
	for name, anchor := range runtimeNames {
		if !anchors[anchor] {
			t.Errorf("%s is told of at #%s, which %s has not", name, anchor, runtimePath)
		}
	}
}

func runtimeDeclares(t *testing.T) map[string]bool {
	t.Helper()
	files, err := templates.Runtime()
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	for _, f := range files {
		file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			for _, name := range declares(d) {
				declared["sdk."+name] = true
			}
		}
	}
	return declared
}

func declares(d ast.Decl) []string {
	if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
		return []string{f.Name.Name}
	}
	g, ok := d.(*ast.GenDecl)
	if !ok {
		return nil
	}
	var names []string
	for _, s := range g.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			names = append(names, s.Name.Name)
		case *ast.ValueSpec:
			for _, n := range s.Names {
				names = append(names, n.Name)
			}
		}
	}
	return names
}
