package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// alias prints a named type over another: an alias where methods would be lost, else a type of its own.
func (p *printer) alias(f *jen.File, a *sdk.Alias) {
	doc(f, declDoc(a.Doc))
	decl := f.Type().Add(p.id(a.Name))
	if sameType(a.Type) {
		decl.Op("=")
	}
	decl.Add(p.goType(a.Type))
	f.Line()
}

// sameType tells whether another name for the type must be the same type: one that has methods.
func sameType(t *sdk.Type) bool {
	switch t.Shape {
	case sdk.Slice, sdk.Map:
		return false
	case sdk.Builtin:
		return t.Name == "any"
	}
	return true
}
