package code

import "github.com/sdkc/sdkc/generator/sdk"

// itemsOf is the JSON type of a list's items, by which [][]int and []string are told apart; "" for
// any, and for what is no list.
func itemsOf(t *sdk.Type) string {
	if a, ok := t.Root().(*sdk.Alias); ok && t.Shape == sdk.Named {
		return itemsOf(a.Type)
	}
	if t.Shape != sdk.Slice {
		return ""
	}
	return jsonOf(t.Elem)
}

// jsonOf is the JSON type that values of a Go type have; "" for any.
func jsonOf(t *sdk.Type) string {
	switch t.Shape {
	case sdk.Builtin:
		return jsonOfBuiltin(t.Name)
	case sdk.Ptr:
		return "" // null as well
	case sdk.Map:
		return "object"
	case sdk.Slice:
		if t.Elem.Shape == sdk.Builtin && t.Elem.Name == "byte" {
			return "string" // base64
		}
		return "array"
	case sdk.Named:
		switch d := t.Decl.(type) {
		case *sdk.Object:
			return "object"
		case *sdk.Enum:
			return jsonOfBuiltin(d.Base)
		case *sdk.Alias:
			return jsonOf(d.Type)
		}
	}
	return ""
}

func jsonOfBuiltin(name sdk.Ident) string {
	switch name {
	case "string":
		return "string"
	case "bool":
		return "boolean"
	case "float32", "float64":
		return "number"
	case "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64":
		return "integer"
	}
	return ""
}
