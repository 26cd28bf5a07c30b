package golden

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/sdkc/sdkc/generator/diag"
)

// diagPackage has the rules, and no diagnostic of its own.
const diagPackage = "github.com/sdkc/sdkc/generator/diag"

// TestCodesOfCasesAndOthers finds every constant of the type diag.Code in the source: each has a rule, and each rule is
// spelled somewhere.
func TestCodesOfCasesAndOthers(t *testing.T) {
	spelled := map[diag.Code]string{}
	config := packages.Config{Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo}
	all, err := packages.Load(&config, "../generator/...", "../cmd/...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
		if p.PkgPath == diagPackage {
			continue
		}
		for e, v := range p.TypesInfo.Types {
			if isCode(e, v) {
				spelled[diag.Code(constant.StringVal(v.Value))] = p.Fset.Position(e.Pos()).String()
			}
		}
	}
	rules := diag.Rules()
	for code, at := range spelled {
		if !slices.ContainsFunc(rules, func(r diag.Rule) bool { return r.Code == code }) {
			t.Errorf("%s: %q has no rule in generator/diag/rules_*.go; add one, and run make golden", at, code)
		}
	}
	for _, r := range rules {
		if spelled[r.Code] == "" {
			t.Errorf("no source says %s, which has a rule", r.Code)
		}
	}
	for i := 1; i < len(rules); i++ {
		if rules[i].Code == rules[i-1].Code {
			t.Errorf("%s has two rules", rules[i].Code)
		}
	}
}

// isCode tells whether an expression spells a code.
func isCode(e ast.Expr, v types.TypeAndValue) bool {
	n, ok := v.Type.(*types.Named)
	return ok && v.Value != nil && n.Obj().Name() == "Code" && n.Obj().Pkg().Path() == diagPackage
}
