package model

import "github.com/sdkc/sdkc/generator/diag"

// An Object is a set of named fields; what allOf brings is merged in.
type Object struct {
	Fields []*Field
	Extra  *Type     `json:",omitempty"` // of keys that are no field (additionalProperties, patternProperties); nil: the document names none
	Closed bool      `json:",omitempty"` // additionalProperties: false
	Bases  []*Schema `json:"-"`          // what allOf refers to, for the docs and for discriminators
	Limits *Limits   `json:",omitempty"` // how many keys it has
	Tag    Wire      `json:",omitempty"` // the discriminator's property, where the object is a base of others
}

// A Field is a property of an object.
type Field struct {
	Name       Wire
	Type       *Type
	Doc        Text   `json:",omitempty"`
	Required   bool   `json:",omitempty"`
	ReadOnly   bool   `json:",omitempty"`
	WriteOnly  bool   `json:",omitempty"`
	Deprecated bool   `json:",omitempty"`
	XML        *XML   `json:",omitempty"`
	Const      string `json:",omitempty"` // compact JSON of the only value it can have; "" for none
	GoName     string `json:",omitempty"`
	Facts      Facts
	Pos        diag.Pos
}
