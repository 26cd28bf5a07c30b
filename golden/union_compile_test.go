package golden

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// A constructor is a function that makes a union of one of several types.
type constructor struct {
	name  string // "SessionMessageOf"
	terms []ast.Expr
}

// checkConstructors wants each constructor to take a value of each of its variants, and no other to compile.
func checkConstructors(t *testing.T, module string) {
	t.Helper()
	for _, d := range unionDocuments {
		dir := filepath.Join(module, "out", d.pkg)
		all := constructors(t, dir)
		var try bytes.Buffer
		fmt.Fprintf(&try, "package %s\n\nimport %q\n\nvar _ sdk.File\n\nfunc _() {\n", d.pkg, corpusModule+"/sdk")
		calls := 0
		for _, c := range all {
			for _, term := range c.terms {
				calls++
				fmt.Fprintf(&try, "\t_ = %s(*new(%s))\n", c.name, types.ExprString(term))
			}
			fmt.Fprintf(&try, "\t_ = %s(struct{ wrong int }{})\n", c.name)
		}
		try.WriteString("}\n")
		refuse(t, dir, try.Bytes(), len(all))
		t.Logf("%s: %d constructors take %d variants, and nothing else", d.pkg, len(all), calls)
	}
}

// refuse compiles a package with another file, and wants so many values in it to be no variants, and nothing else wrong.
func refuse(t *testing.T, dir string, text []byte, want int) {
	t.Helper()
	path := filepath.Join(dir, "try.go")
	writeFile(t, path, text)
	defer os.Remove(path)
	cmd := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), "build", "-trimpath", "-gcflags=-e", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local")
	out, err := cmd.CombinedOutput()
	refused, all := strings.Count(string(out), "does not satisfy"), strings.Count(string(out), "try.go:")
	if refused != want || all != want || err == nil {
		others := slices.DeleteFunc(strings.Split(string(out), "\n"), func(line string) bool { return strings.Contains(line, "does not satisfy") })
		t.Errorf("%s: %d values are refused, %d errors in all, %v; want %d\n%s", dir, refused, all, err, want, clip(strings.Join(others, "\n")))
	}
}

func constructors(t *testing.T, dir string) (all []constructor) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if ok && f.Recv == nil && f.Type.TypeParams != nil && strings.HasSuffix(f.Name.Name, "Of") {
				all = append(all, constructor{f.Name.Name, terms(f.Type.TypeParams.List[0].Type, nil)})
			}
		}
	}
	return all
}

// terms are the types of a constraint: A | B.
func terms(x ast.Expr, list []ast.Expr) []ast.Expr {
	if or, ok := x.(*ast.BinaryExpr); ok && or.Op == token.OR {
		return append(terms(or.X, list), or.Y)
	}
	return append(list, x)
}
