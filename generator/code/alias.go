package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// alias prints a named type over another: an alias where methods would be lost, else a type of its own.
func (p *printer) alias(f *jen.File, a *sdk.Alias) {
	doc(f, declDoc(a.Doc))
	decl := f.Type().Add(p.id(a.Name))
	if a.Same() {
		decl.Op("=")
	}
	decl.Add(p.goType(a.Type))
	f.Line()
}
