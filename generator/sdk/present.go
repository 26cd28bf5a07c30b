package sdk

import "github.com/sdkc/sdkc/generator/model"

// placed is the type of a value where it is used: in a request, where absent, null and a value differ, or
// in what only responses contain, where a reader wants no pointer for a string.
func (b *builder) placed(t *model.Type, required, request, file bool) *Type {
	g := b.goType(t, file)
	null := b.nullable(t)
	if request {
		return requestType(g, required, null)
	}
	return responseType(g, required, null)
}

// requestType: required T, optional *T, optional and nullable Nullable[T], required and nullable *T;
// lists, maps, unions and any say by themselves that they are not there.
func requestType(g *Type, required, null bool) *Type {
	if g.Shape == Builtin && g.Name == "any" {
		return g
	}
	switch {
	case null && !required:
		return &Type{Shape: Nullable, Elem: g}
	case holdsNil(g) || required && !null:
		return g
	}
	return &Type{Shape: Ptr, Elem: g}
}

// responseType: texts, enums, lists and maps plain; what would mean something as 0 or false
// is a pointer unless it is always there.
func responseType(g *Type, required, null bool) *Type {
	if holdsNil(g) || isText(g) || required && !null {
		return g
	}
	return &Type{Shape: Ptr, Elem: g}
}

// isText tells whether a type's zero is an empty text: strings, enums of strings, decimals.
func isText(t *Type) bool {
	switch t.Shape {
	case Builtin:
		return t.Name == "string"
	case Runtime:
		return t.Name == "Decimal"
	case Named:
		e, ok := t.Decl.(*Enum)
		return ok && e.Base == "string"
	}
	return false
}
