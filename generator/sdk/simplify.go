package sdk

import (
	"encoding/json"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// sameInGo is the one type that all variants of a union are in Go, if they are: strings of several
// formats, or a string beside one enum, for enums are open anyway. nil: the union stays. file says that binary is a file.
func sameInGo(s *model.Schema, file bool) *model.Type {
	var scalar, enum *model.Type
	for _, v := range s.Union.Variants {
		t := unalias(v.Type)
		switch {
		case t == nil:
			return nil
		case isStringEnum(t):
			if enum != nil && enum.Schema != t.Schema {
				return nil
			}
			enum = t
		case scalarGo(t, file) == "" || scalar != nil && scalarGo(scalar, file) != scalarGo(t, file):
			return nil
		default:
			scalar = t
		}
	}
	if enum == nil || scalar == nil {
		if enum == nil {
			enum = scalar
		}
		return nullableAs(enum, s)
	}
	if scalarGo(scalar, file) != "string" {
		return nil
	}
	return nullableAs(enum, s)
}

// emptyable is the type that a union adds the empty string to, so that a request can clear a value: anyOf an object
// and an enum of "" alone. nil for other unions.
func emptyable(s *model.Schema) *model.Type {
	if s == nil || s.Kind != model.UnionSchema || len(s.Union.Variants) != 2 {
		return nil
	}
	for i, v := range s.Union.Variants {
		if other := s.Union.Variants[1-i]; v.Empty && !other.Empty {
			return other.Type
		}
	}
	return nil
}

// clearable is what an emptyable union is where only queries and forms use it: its type, with null, which they send
// as the empty string.
func (b *builder) clearable(s *model.Schema) *model.Type {
	use := b.uses[s]
	if t := emptyable(s); t != nil && use != nil && use.Request && !use.JSON {
		out := *t
		out.Nullable = true
		return &out
	}
	return nil
}

func isStringEnum(t *model.Type) bool {
	return t.Kind == model.Ref && t.Schema.Kind == model.EnumSchema && t.Schema.Enum.Kind == model.String
}

// scalarGo is the Go type of a scalar; "" for others.
func scalarGo(t *model.Type, file bool) string {
	switch t.Kind {
	case model.String:
		return stringFormat(t.Format, file).String()
	case model.Integer:
		return integerType(t).String()
	case model.Number:
		return numberType(t).String()
	case model.Boolean:
		return "bool"
	}
	return ""
}

// nullableAs is a type that is also null where the schema is.
func nullableAs(t *model.Type, s *model.Schema) *model.Type {
	if t == nil {
		return nil
	}
	out := *t
	out.Nullable = t.Nullable || s.Nullable
	return &out
}

// quoteJSON is a JSON string.
func quoteJSON(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
