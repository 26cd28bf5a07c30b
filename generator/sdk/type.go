package sdk

// A Shape is the form of a Go type.
type Shape string

const (
	Builtin  Shape = "builtin"  // Name: string, bool, int, int64, float64, any, …
	Std      Shape = "std"      // Import and Name: time.Time, json.RawMessage, json.Number, io.Reader
	Runtime  Shape = "runtime"  // of package sdk, Name: Date, RFC2822, Decimal, File, Stream
	Named    Shape = "named"    // Decl, of this package
	Ptr      Shape = "ptr"      // *Elem
	Slice    Shape = "slice"    // []Elem
	Map      Shape = "map"      // map[string]Elem
	Nullable Shape = "nullable" // sdk.Nullable[Elem]
)

// A Type is a Go type, whole.
type Type struct {
	Shape  Shape
	Name   Ident
	Import string // of Std: "time"
	Decl   Decl   // of Named
	Elem   *Type
}

// String is the type as code in the package spells it: "*SessionStatus", "sdk.Nullable[string]".
func (t *Type) String() string {
	return t.spell(func(d Decl) string { return string(d.GoName()) })
}

// From is the type as code in a home spells it: "*types.SessionStatus", where a document is split.
func (t *Type) From(h *Home) string {
	return t.spell(func(d Decl) string {
		if own := d.Home(); own != nil && own != h {
			return string(own.Name) + "." + string(d.GoName())
		}
		return string(d.GoName())
	})
}

func (t *Type) spell(name func(Decl) string) string {
	switch t.Shape {
	case Builtin:
		return string(t.Name)
	case Std:
		return t.Import[lastSlash(t.Import)+1:] + "." + string(t.Name)
	case Runtime:
		return "sdk." + string(t.Name)
	case Named:
		return name(t.Decl)
	case Ptr:
		return "*" + t.Elem.spell(name)
	case Slice:
		return "[]" + t.Elem.spell(name)
	case Map:
		return "map[string]" + t.Elem.spell(name)
	case Nullable:
		return "sdk.Nullable[" + t.Elem.spell(name) + "]"
	}
	return "any"
}

func lastSlash(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '/' {
			return i
		}
	}
	return -1
}

// Root is the named declaration that the type leads to through pointers, lists and maps; nil for none.
func (t *Type) Root() Decl {
	for t != nil && t.Shape != Named {
		t = t.Elem
	}
	if t == nil {
		return nil
	}
	return t.Decl
}
