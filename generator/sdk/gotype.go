package sdk

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

var (
	anyType    = &Type{Shape: Builtin, Name: "any"}
	stringType = &Type{Shape: Builtin, Name: "string"}
	boolType   = &Type{Shape: Builtin, Name: "bool"}
	bytesType  = &Type{Shape: Slice, Elem: &Type{Shape: Builtin, Name: "byte"}}
	fileType   = &Type{Shape: Runtime, Name: "File"}
	decimal    = &Type{Shape: Runtime, Name: "Decimal"}
)

// goType is the Go type of a value that is there and not null. file says that binary is a part of a multipart body.
func (b *builder) goType(t *model.Type, file bool) *Type {
	if t == nil {
		return anyType
	}
	switch t.Kind {
	case model.String:
		return stringFormat(t.Format, file)
	case model.Integer:
		return integerType(t)
	case model.Number:
		return numberType(t)
	case model.Boolean:
		return boolType
	case model.Array:
		return &Type{Shape: Slice, Elem: b.elem(t.Elem, file)}
	case model.Map:
		if t.Format == "uri-map" && (t.Elem == nil || t.Elem.Kind == model.Any) {
			return &Type{Shape: Map, Elem: stringType}
		}
		return &Type{Shape: Map, Elem: b.elem(t.Elem, false)}
	case model.Ref:
		return b.refType(t, file)
	}
	return anyType
}

func (b *builder) refType(t *model.Type, file bool) *Type {
	if d := b.decls[t.Schema]; d != nil {
		return &Type{Shape: Named, Decl: d}
	}
	if t.Schema == nil {
		return anyType
	}
	if target := b.aliasOf(t.Schema); target != nil {
		return b.goType(target, file)
	}
	b.report.Add(diag.Diagnostic{
		Code: "untyped", Severity: diag.Warning, Pos: t.Pos,
		Message: fmt.Sprintf("schema %s is not part of the document", t.Schema.ID), Cure: "any is emitted",
	})
	return anyType
}

// elem is the type of a member of a list or map: a pointer where null is a member that Go could not show otherwise.
func (b *builder) elem(t *model.Type, file bool) *Type {
	g := b.goType(t, file)
	if b.nullable(t) && !holdsNil(g) {
		return &Type{Shape: Ptr, Elem: g}
	}
	return g
}

// nullable tells whether null is a value of a type, by itself or by the schema it refers to.
func (b *builder) nullable(t *model.Type) bool {
	for range 100 {
		switch {
		case t == nil:
			return false
		case t.Nullable || t.Schema != nil && t.Schema.Nullable:
			return true
		case t.Kind != model.Ref || t.Schema == nil:
			return false
		}
		t = b.aliasOf(t.Schema)
	}
	return false
}

// stringFormat is the type of a string's format. A decimal in a string stays one: it is exact, and travels in quotes.
func stringFormat(format string, file bool) *Type {
	switch strings.ToLower(format) {
	case "date-time":
		return &Type{Shape: Std, Import: "time", Name: "Time"}
	case "date":
		return &Type{Shape: Runtime, Name: "Date"}
	case "date-time-rfc-2822", "date-time-rfc2822":
		return &Type{Shape: Runtime, Name: "RFC2822"}
	case "byte", "base64":
		return bytesType
	case "binary":
		if file {
			return fileType
		}
	}
	return stringType
}

// integerType is int unless the document says how wide; what no 64 bits hold is a Decimal.
func integerType(t *model.Type) *Type {
	name := Ident("int")
	switch f := strings.ToLower(t.Format); f {
	case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "uint":
		name = Ident(f)
	case "long":
		name = "int64"
	case "unix-time", "timestamp", "unix-timestamp":
		name = "int64"
	case "bigint", "big-integer", "int128", "uint128", "decimal":
		return decimal
	}
	if t.Limits != nil {
		name = widened(name, t.Limits)
	}
	if name == "" {
		return decimal
	}
	return &Type{Shape: Builtin, Name: name}
}

// widened is a type that holds the limits: int64 where int32 is too narrow for the document's own
// maximum, uint64 above that, "" above all.
func widened(name Ident, limits *model.Limits) Ident {
	low, high := bound(limits.Min), bound(limits.Max)
	fits := func(lo, hi string) bool {
		return (low == nil || low.Cmp(bound(lo)) >= 0) && (high == nil || high.Cmp(bound(hi)) <= 0)
	}
	switch {
	case name == "int32" && !fits("-2147483648", "2147483647"), name == "int":
		if fits("-2147483648", "2147483647") {
			return name
		}
		name = "int64"
	}
	if name == "int64" && !fits("-9223372036854775808", "9223372036854775807") {
		if low != nil && low.Sign() >= 0 && fits("0", "18446744073709551615") {
			return "uint64"
		}
		if high != nil && high.Cmp(bound("9223372036854775808")) == 0 {
			return name // a double's rounding of the largest int64
		}
		return ""
	}
	return name
}

func bound(s string) *big.Int {
	if len(s) == 0 || len(s) > 40 {
		return nil
	}
	f, _, err := big.ParseFloat(s, 10, 256, big.ToNearestEven)
	if err != nil || f.IsInf() {
		return nil
	}
	n, _ := f.Int(nil)
	return n
}

// numberType is float64 even for a float: servers send more digits than a float32 keeps.
func numberType(t *model.Type) *Type {
	switch strings.ToLower(t.Format) {
	case "decimal", "bignumber", "big-decimal":
		return decimal
	case "int32", "int64":
		return integerType(t)
	}
	return &Type{Shape: Builtin, Name: "float64"}
}

// holdsNil tells whether a type's zero is nil or as good as it: lists, maps, any, unions.
func holdsNil(t *Type) bool {
	switch t.Shape {
	case Slice, Map, Ptr, Nullable:
		return true
	case Builtin:
		return t.Name == "any"
	case Named:
		switch d := t.Decl.(type) {
		case *Union:
			return true
		case *Alias:
			return d.Type == nil || holdsNil(d.Type)
		}
	}
	return false
}
