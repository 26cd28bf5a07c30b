package code

import (
	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// named prints a value of a declared type.
func (v valuer) named(t *sdk.Type) jen.Code {
	switch d := t.Decl.(type) {
	case *sdk.Object:
		return v.outer(d.In, d.Name).Add(v.exampleFields(d.Fields, v.given, v.depth))
	case *sdk.Enum:
		return v.enumValue(d)
	case *sdk.Union:
		if v.depth < deepest && len(d.Variants) > 0 {
			inner := valuer{printer: v.printer, name: v.name, depth: v.depth + 1}
			return v.outer(d.In, d.Of).Call(inner.typed(d.Variants[0].Type))
		}
	case *sdk.Alias:
		return v.aliasValue(d)
	}
	return v.goType(t).Values()
}

// enumValue is the constant that the document shows, or the first: one that a reader may replace by another.
func (v valuer) enumValue(e *sdk.Enum) jen.Code {
	if value := v.given.Constant(e); value != nil {
		return v.outer(e.In, value.Name)
	}
	if len(e.Values) > 0 {
		return v.outer(e.In, e.Values[0].Name)
	}
	if e.Base == "string" {
		return jen.Lit(v.name)
	}
	return jen.Op("1")
}

// aliasValue is a value of the type below, which a constant or an alias takes as it is.
func (v valuer) aliasValue(a *sdk.Alias) jen.Code {
	if v.depth >= 2*deepest {
		return jen.Op("*").New(v.outer(a.In, a.Name))
	}
	v.depth++
	switch a.Type.Shape {
	case sdk.Slice, sdk.Map:
		return v.outer(a.In, a.Name).Values(v.items(a.Type)...)
	}
	return v.value(a.Type)
}

// typed is a value whose type is plain to a generic function: constants are converted.
func (v valuer) typed(t *sdk.Type) jen.Code {
	if t.Shape == sdk.Builtin && t.Name != "string" && t.Name != "bool" && t.Name != "int" && t.Name != "any" {
		return v.goType(t).Call(v.value(t))
	}
	if t.Shape == sdk.Builtin && t.Name == "any" {
		return jen.Any().Call(v.value(t))
	}
	if a, ok := t.Root().(*sdk.Alias); ok && t.Shape == sdk.Named && !a.Same() && a.Type.Shape == sdk.Builtin {
		return v.goType(t).Call(v.value(t))
	}
	if e, ok := t.Root().(*sdk.Enum); ok && t.Shape == sdk.Named && len(e.Values) == 0 {
		return v.goType(t).Call(v.value(t))
	}
	return v.value(t)
}

// pointer prints &T{…} of a struct, and sdk.Ptr of anything else.
func (v valuer) pointer(t *sdk.Type) jen.Code {
	if o, ok := t.Elem.Root().(*sdk.Object); ok && t.Elem.Shape == sdk.Named {
		return jen.Op("&").Add(v.outer(o.In, o.Name), v.exampleFields(o.Fields, v.given, v.depth))
	}
	return v.runtime("Ptr").Call(v.typed(t.Elem))
}

// exampleFields prints the braces of a struct with its required fields, and those that the document shows.
func (p *printer) exampleFields(fields []*sdk.Field, given *sdk.Given, depth int) jen.Code {
	if depth >= deepest {
		return jen.Values()
	}
	var items []jen.Code
	for _, f := range given.Fields(fields) {
		v := valuer{printer: p, name: string(f.Name), given: given.Of(f), depth: depth + 1}
		switch {
		case f.Param != nil:
			v.from = f.Param.Type
		case f.Prop != nil:
			v.from = f.Prop.Type
		}
		items = append(items, p.id(f.Name).Op(":").Add(v.value(f.Type)))
	}
	if len(items) == 0 {
		return jen.Values()
	}
	return lines(items)
}
