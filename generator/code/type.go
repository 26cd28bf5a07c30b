package code

import (
	"go/token"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// goType prints a type. Imports come along through jen.Qual.
func (p *printer) goType(t *sdk.Type) *jen.Statement {
	switch t.Shape {
	case sdk.Builtin:
		return p.id(t.Name)
	case sdk.Std:
		return jen.Qual(t.Import, p.checked(t.Name))
	case sdk.Runtime:
		return p.runtime(p.checked(t.Name))
	case sdk.Named:
		return p.outer(t.Decl.Home(), t.Decl.GoName())
	case sdk.Ptr:
		return jen.Op("*").Add(p.goType(t.Elem))
	case sdk.Slice:
		return jen.Index().Add(p.goType(t.Elem))
	case sdk.Map:
		return jen.Map(jen.String()).Add(p.goType(t.Elem))
	case sdk.Nullable:
		return p.runtime("Nullable").Types(p.goType(t.Elem))
	}
	p.fail("type of unknown shape %q", t.Shape)
	return jen.Any()
}

// outer prints a name of a package, qualified where the file is of another or of tests.
func (p *printer) outer(home *sdk.Home, name sdk.Ident) *jen.Statement {
	if p.outside || home != p.home {
		if home != nil {
			p.to.ImportName(home.Import, string(home.Name)) // not all of them in each file: there may be thousands
		}
		return jen.Qual(importOf(p.pkg, home), p.checked(name))
	}
	return p.id(name)
}

// importOf is the import path of a home; nil is the document's own package.
func importOf(p *sdk.Package, home *sdk.Home) string {
	if home == nil {
		return p.Import
	}
	return home.Import
}

// isStruct tells whether values of the type are held by pointer in a union.
func isStruct(t *sdk.Type) bool {
	switch t.Shape {
	case sdk.Std:
		return t.Import == "time"
	case sdk.Runtime:
		return t.Name == "Date" || t.Name == "RFC2822" || t.Name == "File"
	case sdk.Nullable:
		return true
	}
	switch d := t.Decl.(type) {
	case *sdk.Object, *sdk.Union:
		return true
	case *sdk.Alias:
		return isStruct(d.Type)
	}
	return false
}

// isObject tells whether a type is a struct whose tags name its members.
func isObject(t *sdk.Type) bool {
	switch d := t.Decl.(type) {
	case *sdk.Object:
		return true
	case *sdk.Alias:
		return isObject(d.Type)
	}
	return false
}

// reserved tells whether a method's body needs the name for something else.
func reserved(name string) bool {
	switch name {
	case "ctx", "req", "params", "opts", "sdk", "http", "iter", "context", "io", "json", "time":
		return true
	case "any", "bool", "byte", "error", "float64", "int", "int64", "string", "nil", "true", "false":
		return true
	}
	return token.IsKeyword(name)
}
