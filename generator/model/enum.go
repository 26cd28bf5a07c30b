package model

import "github.com/sdkc/sdkc/generator/diag"

// An Enum is a list of the values that a document names; servers may send others.
type Enum struct {
	Kind   Kind     // String, Integer, Number or Boolean
	Format string   `json:",omitempty"`
	Values []*Value // in the document's order, unique; null is not here but in Schema.Nullable
}

// A Value is one value of an enum.
type Value struct {
	Wire       string // a string decoded, a number as written, "true"
	Name       string `json:",omitempty"` // x-enum-varnames and the like
	Doc        Text   `json:",omitempty"`
	Deprecated bool   `json:",omitempty"`
	Pos        diag.Pos
}

// A Union is a value of one of several types (oneOf, anyOf, several types).
type Union struct {
	Variants []*Variant // null is not here but in Schema.Nullable; at least two
	Tag      Wire       `json:",omitempty"` // discriminator.propertyName; "" for none
}

// A Variant is one of a union's types.
type Variant struct {
	Type  *Type
	Title Text     `json:",omitempty"`
	Tags  []string `json:",omitempty"` // the discriminator's values that choose it: from the mapping, or the schema's name
	Empty bool     `json:",omitempty"` // "" is its only value: a way to clear what has one of the other types
	Pos   diag.Pos
}
