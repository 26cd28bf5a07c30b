package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strings"
	"testing"
)

// symbols are what a program can name of the packages beside the runtime: types, fields, methods, functions, constants.
func symbols(t *testing.T, out *output) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for name, data := range out.files {
		if path.Ext(name) != ".go" || strings.HasPrefix(name, "sdk/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			symbolsOf(decl, all)
		}
	}
	return all
}

func symbolsOf(decl ast.Decl, all map[string]bool) {
	add := func(name, of string) {
		if ast.IsExported(name) {
			all[of+name] = true
		}
	}
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			add(d.Name.Name, "func ")
		} else if ast.IsExported(d.Name.Name) {
			all["method "+funcName(d)] = true
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				add(s.Name.Name, "type ")
				if of, ok := s.Type.(*ast.StructType); ok {
					for _, f := range of.Fields.List {
						for _, name := range f.Names {
							add(name.Name, "field "+s.Name.Name+".")
						}
					}
				}
			case *ast.ValueSpec:
				for _, name := range s.Names {
					add(name.Name, d.Tok.String()+" ")
				}
			}
		}
	}
}
