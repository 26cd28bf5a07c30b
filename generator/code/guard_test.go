package code

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestOneWayForText holds the room to its own rules: comments are made by comment alone, tags by tag
// alone, and operators are spelled in the source.
func TestOneWayForText(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && !allowed(name, call) {
				t.Errorf("%s: document text could get into the code", fset.Position(call.Pos()))
			}
			return true
		})
	}
}

func allowed(file string, call *ast.CallExpr) bool {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return true
	}
	switch method.Sel.Name {
	case "Comment", "HeaderComment", "PackageComment":
		made, ok := call.Args[0].(*ast.CallExpr)
		return ok && isIdent(made.Fun, "comment")
	case "Commentf", "Tag", "CgoPreamble":
		return false
	case "Op":
		_, literal := call.Args[0].(*ast.BasicLit)
		return literal || file == "tag.go" || file == "enum.go" && isFormat(call.Args[0])
	}
	return true
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// isFormat tells whether an expression is a number that strconv has just formatted.
func isFormat(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	return ok && isIdent(method.X, "strconv") && strings.HasPrefix(method.Sel.Name, "Format")
}
