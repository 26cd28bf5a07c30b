package model

import "github.com/sdkc/sdkc/generator/diag"

// A Kind is the shape of a Type.
type Kind string

const (
	Any     Kind = "any" // no constraint that Go could hold
	String  Kind = "string"
	Integer Kind = "integer"
	Number  Kind = "number"
	Boolean Kind = "boolean"
	Array   Kind = "array" // of Elem
	Map     Kind = "map"   // string to Elem
	Ref     Kind = "ref"   // to Schema: an object, an enum, a union, or a named other type
)

// A Type is what a value may be at the place where it is used.
type Type struct {
	Kind     Kind
	Format   string  `json:",omitempty"` // "date-time", "int64"; contentEncoding base64 reads as "byte"
	Elem     *Type   `json:",omitempty"` // of Array and Map
	Schema   *Schema `json:"-"`          // of Ref
	SchemaID string  `json:",omitempty"` // Schema.ID, for the serialised model
	Nullable bool    `json:",omitempty"` // null is a value here, whatever Schema says of itself
	Limits   *Limits `json:",omitempty"`
	Pos      diag.Pos
}

// Limits are what a document demands of a value; they are shown, not enforced.
// Numbers keep the document's spelling, so that big ones are exact.
type Limits struct {
	Min, Max                   string `json:",omitempty"`
	ExclusiveMin, ExclusiveMax bool   `json:",omitempty"`
	MultipleOf                 string `json:",omitempty"`
	MinLength, MaxLength       string `json:",omitempty"`
	Pattern                    string `json:",omitempty"` // ECMA-262, never compiled
	MinItems, MaxItems         string `json:",omitempty"`
	Unique                     bool   `json:",omitempty"`
	Order                      string `json:",omitempty"` // of a tuple: "string, integer"
	MinKeys, MaxKeys           string `json:",omitempty"` // of an object
	MediaType                  string `json:",omitempty"` // what a text holds: "application/json"
}

// Facts are said of a value where it is used, and only shown.
type Facts struct {
	Default  string     `json:",omitempty"` // compact JSON; "" for none
	Examples []*Example `json:",omitempty"`
	Secret   bool       `json:",omitempty"` // the document wants it hidden from whatever prints values
	PII      string     `json:",omitempty"` // how a provider marks personal data, in words: "no", "standard, deleted after 30 days"
}

// A SchemaKind is what a Schema declares.
type SchemaKind string

const (
	ObjectSchema SchemaKind = "object"
	EnumSchema   SchemaKind = "enum"
	UnionSchema  SchemaKind = "union"
	AliasSchema  SchemaKind = "alias" // a named string, number, array, map, or another name for a schema
)

// A Schema is a type that the document declares, or an inline object, enum or union.
type Schema struct {
	ID         string     // unique in the document: "#/components/schemas/Session", or the pointer of the inline place
	Name       Wire       `json:",omitempty"` // "session_enum_status"; "" for an inline schema
	Owner      *Schema    `json:"-"`          // of an inline schema: the schema it stands in, or nil if it stands in Operation
	OwnerID    string     `json:",omitempty"`
	Operation  *Operation `json:"-"`          // of an inline schema that stands in an operation: which
	Place      []string   `json:",omitempty"` // of an inline schema: the way from the owner: ["meta"], ["participants", "item"], ["request"], ["200", "response"]
	Kind       SchemaKind
	Title      Text    `json:",omitempty"`
	Doc        Text    `json:",omitempty"`
	Deprecated bool    `json:",omitempty"`
	Nullable   bool    `json:",omitempty"` // null is one of its values
	GoName     string  `json:",omitempty"` // x-go-name and the like
	Object     *Object `json:",omitempty"`
	Enum       *Enum   `json:",omitempty"`
	Union      *Union  `json:",omitempty"`
	Alias      *Type   `json:",omitempty"`
	Facts      Facts
	Pos        diag.Pos
}
