package golden

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// A useProgram uses each exported symbol of a package as users do: it calls every function and method with arguments
// of the types it has, reads, sets and names every field, and names every type and constant. A line is a symbol.
type useProgram struct {
	pkg     *types.Package
	imports map[string]bool
	lines   []string
	symbols []string // of the lines
}

// usesOf writes the program for a package.
func usesOf(pkg *types.Package) *useProgram {
	u := &useProgram{pkg: pkg, imports: map[string]bool{pkg.Path(): true}}
	for _, name := range pkg.Scope().Names() {
		switch o := pkg.Scope().Lookup(name).(type) {
		case *types.Const:
			u.line(name, "var _ %s = %s.%s", u.text(types.Default(o.Type())), pkg.Name(), name)
		case *types.Func:
			u.function(o)
		case *types.TypeName:
			u.typeName(o)
		}
	}
	return u
}

// text is the program: imports on the first line, so that each other line is a symbol's.
func (u *useProgram) source() string {
	var imports []string
	for path := range u.imports {
		imports = append(imports, fmt.Sprintf("%q", path))
	}
	slices.Sort(imports)
	return "package use; import (" + strings.Join(imports, "; ") + ")\n" + strings.Join(u.lines, "\n") + "\n"
}

// at is the symbol of a line.
func (u *useProgram) at(line int) string {
	if line < 2 || line-2 >= len(u.symbols) {
		return ""
	}
	return u.symbols[line-2]
}

func (u *useProgram) line(symbol, format string, args ...any) {
	if !isExportedSymbol(symbol) {
		return
	}
	u.symbols = append(u.symbols, symbol)
	u.lines = append(u.lines, fmt.Sprintf(format, args...))
}

func isExportedSymbol(symbol string) bool {
	for _, part := range strings.Split(strings.SplitN(symbol, "[", 2)[0], ".") {
		if part[0] < 'A' || part[0] > 'Z' {
			return false
		}
	}
	return true
}

// text spells a type as the program must.
func (u *useProgram) text(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		u.imports[p.Path()] = true
		return p.Name()
	})
}

// name spells a type as the package itself does: the end of a symbol.
func (u *useProgram) name(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == u.pkg {
			return ""
		}
		return p.Name()
	})
}

func (u *useProgram) function(f *types.Func) {
	sig := f.Type().(*types.Signature)
	if sig.TypeParams().Len() == 0 {
		u.call(f.Name(), "", u.pkg.Name()+"."+f.Name(), sig)
		return
	}
	constraint := sig.TypeParams().At(0).Constraint().Underlying().(*types.Interface)
	for i := range constraint.NumEmbeddeds() {
		for _, t := range termsOf(constraint.EmbeddedType(i)) {
			u.line(f.Name()+"["+u.name(t)+"]", "func _(v %s) { _ = %s.%s[%s](v) }", u.text(t), u.pkg.Name(), f.Name(), u.text(t))
		}
	}
}

func termsOf(t types.Type) []types.Type {
	union, ok := t.(*types.Union)
	if !ok {
		return []types.Type{t}
	}
	var all []types.Type
	for i := range union.Len() {
		all = append(all, union.Term(i).Type())
	}
	return all
}

// call returns what a call returns, so that both its arguments and its results are typed.
func (u *useProgram) call(symbol, receiver, callee string, sig *types.Signature) {
	var params, args, results []string
	if receiver != "" {
		params = append(params, receiver)
	}
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		arg := fmt.Sprintf("a%d", i)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			params = append(params, arg+" ..."+u.text(t.(*types.Slice).Elem()))
			args = append(args, arg+"...")
			continue
		}
		params = append(params, arg+" "+u.text(t))
		args = append(args, arg)
	}
	for i := range sig.Results().Len() {
		results = append(results, u.text(sig.Results().At(i).Type()))
	}
	u.line(symbol, "func _(%s) (%s) { return %s(%s) }", strings.Join(params, ", "), strings.Join(results, ", "), callee, strings.Join(args, ", "))
}

func (u *useProgram) typeName(o *types.TypeName) {
	t := o.Type()
	if o.IsAlias() {
		u.line(o.Name(), "func _(x %s.%s, v %s) { x = v; v = x }", u.pkg.Name(), o.Name(), u.text(types.Unalias(t)))
		return
	}
	named := t.(*types.Named)
	structure, isStruct := named.Underlying().(*types.Struct)
	if !isStruct {
		u.line(o.Name(), "func _(x %s) { _ = (*%s)(&x) }", u.text(t), u.text(named.Underlying()))
	} else {
		u.line(o.Name(), "var _ = %s{}", u.text(t))
		for i := range structure.NumFields() {
			f := structure.Field(i)
			u.line(o.Name()+"."+f.Name(), "func _(x %s, v %s) { x.%s = v; v = x.%s; _ = %s{%s: v} }",
				u.text(t), u.text(f.Type()), f.Name(), f.Name(), u.text(t), f.Name())
		}
	}
	for i := range named.NumMethods() {
		m := named.Method(i)
		u.call(o.Name()+"."+m.Name(), "x *"+u.text(t), "x."+m.Name(), m.Type().(*types.Signature))
	}
}
