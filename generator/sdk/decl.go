package sdk

import "github.com/sdkc/sdkc/generator/model"

// A Decl is a declared type: *Object, *Enum, *Union or *Alias.
type Decl interface {
	GoName() Ident
	Schema() *model.Schema
	Home() *Home
	moveTo(*Home)
}

// Use tells where a schema's values travel.
type Use struct {
	Request  bool
	Response bool
	JSON     bool // as JSON; false: only as parts of queries and forms
	XML      bool // as XML, perhaps beside JSON
}

// An Object is a struct.
type Object struct {
	Spec     *model.Schema
	Name     Ident
	Fields   []*Field
	Extra    *Field // the map of keys that are no field; nil: none
	Redacted bool   // has personal data, which its methods keep from being printed
	Custom   bool   // encoding/json alone cannot carry it: Extra, or a field's key that no tag can hold
	Use      Use
	Doc      Doc
	In       *Home // the package that it stands in; nil is the document's own
}

// A Field is a member of a struct: of an Object, or of Params.
type Field struct {
	Name     Ident
	Type     *Type
	Wire     model.Wire
	Required bool
	Tags     []Tag        // in the order of printing
	Prop     *model.Field // of an object or of an inline body; nil otherwise
	Param    *model.Param // of Params: a query, header or cookie param; nil otherwise
	Doc      Doc
}

// A Tag is a part of a struct tag. The key is ours; the value may hold the document's names.
type Tag struct {
	Key   string // "json", "form", "query"
	Value string // "unique_name,omitzero"
}

// An Enum is an open list of constants.
type Enum struct {
	Spec   *model.Schema
	Name   Ident
	Base   Ident // "string", "int64", "float64"
	Values []*Value
	List   Ident // the function that returns them all: "SessionStatusValues"
	Use    Use
	Doc    Doc
	In     *Home // the package that it stands in; nil is the document's own
}

// A Value is a constant of an enum.
type Value struct {
	Spec *model.Value
	Name Ident // "SessionStatusInProgress"
	Doc  Doc
}

// A Union is a struct that holds one of several types.
type Union struct {
	Spec     *model.Schema
	Name     Ident
	Variants []*Variant
	Tag      model.Wire // the property whose value chooses; "" for none
	Of       Ident      // the function that wraps a variant: "SessionMessageOf"
	Use      Use
	Doc      Doc
	In       *Home
}

// A Variant is one of a union's types and how it is known.
type Variant struct {
	Spec   *model.Variant
	Type   *Type    // what Variant() returns is *Type for a struct, Type otherwise
	Name   Ident    // what names it in functions: "UserMessage"
	Tags   []string // values of Union.Tag that choose it
	JSON   string   // JSON type of its values: "object", "array", "string", "number", "integer", "boolean"; "" for any
	Keys   []string // required keys of an object, which must be present
	Known  []string // all keys of an object
	Consts []Const  // properties with one possible value, or, one after another, with the values that no other variant has
	Values []string // of an enum: its wire values, which choose it among strings
	Named  Const    // a property that by its name tells the variant, and what the variant is called: {"role", `"bot"`}
	Of     *Union   // of a union: where its variants are; nil where two unions are variants of each other
}

// A Const is a property of a variant that has only one value, as compact JSON.
type Const struct {
	Key  string
	JSON string
}

// An Alias is a defined type over another: type Names []string.
type Alias struct {
	Spec *model.Schema
	Name Ident
	Type *Type
	Use  Use
	Doc  Doc
	In   *Home
}

func (o *Object) GoName() Ident { return o.Name }
func (e *Enum) GoName() Ident   { return e.Name }
func (u *Union) GoName() Ident  { return u.Name }
func (a *Alias) GoName() Ident  { return a.Name }

func (o *Object) Schema() *model.Schema { return o.Spec }
func (e *Enum) Schema() *model.Schema   { return e.Spec }
func (u *Union) Schema() *model.Schema  { return u.Spec }
func (a *Alias) Schema() *model.Schema  { return a.Spec }

// Same tells whether an alias must be the very type that it is another name for: one that has methods, which a
// defined type would lose.
func (a *Alias) Same() bool {
	switch a.Type.Shape {
	case Slice, Map:
		return false
	case Builtin:
		return a.Type.Name == "any"
	}
	return true
}

func (o *Object) Home() *Home { return o.In }
func (e *Enum) Home() *Home   { return e.In }
func (u *Union) Home() *Home  { return u.In }
func (a *Alias) Home() *Home  { return a.In }

func (o *Object) moveTo(h *Home) { o.In = h }
func (e *Enum) moveTo(h *Home)   { e.In = h }
func (u *Union) moveTo(h *Home)  { u.In = h }
func (a *Alias) moveTo(h *Home)  { a.In = h }
