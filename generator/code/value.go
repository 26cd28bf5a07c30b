package code

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A valuer prints values for examples: the document's own, if they fit, or plain ones.
type valuer struct {
	*printer
	name  string       // what the value is for: stands for it where nothing is known
	facts *model.Facts // may hold examples; nil: none
	from  *model.Type  // may have a pattern; nil: unknown
	depth int
}

// sid matches the patterns of ids that begin with two letters: "^KS[0-9a-fA-F]{32}$".
var sid = regexp.MustCompile(`^\^([A-Z]{2})\[0-9a-fA-F\]\{(\d{1,2})\}\$$`)

// deepest is how far examples fill objects within objects.
const deepest = 3

func (v valuer) value(t *sdk.Type) jen.Code {
	switch t.Shape {
	case sdk.Builtin:
		return v.builtin(t)
	case sdk.Std:
		return v.std(t)
	case sdk.Runtime:
		return v.ofRuntime(t)
	case sdk.Named:
		return v.named(t)
	case sdk.Ptr:
		return v.pointer(t)
	case sdk.Nullable:
		return v.runtime("Value").Call(v.typed(t.Elem))
	}
	return v.goType(t).Values(v.items(t)...)
}

// items are the items of a list; a map is left empty.
func (v valuer) items(t *sdk.Type) []jen.Code {
	if t.Shape == sdk.Map || v.depth >= deepest {
		return nil
	}
	inner := v
	inner.facts, inner.from = nil, nil
	inner.depth++
	if o, ok := t.Elem.Root().(*sdk.Object); ok && t.Elem.Shape == sdk.Named {
		return []jen.Code{v.exampleFields(o.Fields, inner.depth)} // the list's type says which
	}
	if _, ok := t.Elem.Root().(*sdk.Union); ok && inner.depth >= deepest {
		return nil
	}
	return []jen.Code{inner.value(t.Elem)}
}

func (v valuer) builtin(t *sdk.Type) jen.Code {
	switch t.Name {
	case "string":
		return jen.Lit(v.text(v.name))
	case "bool":
		return jen.True()
	case "byte":
		return jen.LitByte('x')
	case "any":
		return jen.Lit(v.text(v.name))
	}
	return jen.Op("1")
}

// text is the document's example, if that is a string; else an id as its pattern wants it, or other.
func (v valuer) text(other string) string {
	if v.facts != nil {
		for _, e := range v.facts.Examples {
			var s string
			if json.Unmarshal([]byte(e.JSON), &s) == nil && s != "" && len(s) < 100 {
				return s
			}
		}
	}
	if v.from != nil && v.from.Limits != nil {
		if m := sid.FindStringSubmatch(v.from.Limits.Pattern); m != nil {
			n, _ := strconv.Atoi(m[2])
			return m[1] + strings.Repeat("X", n)
		}
	}
	return other
}

func (v valuer) std(t *sdk.Type) jen.Code {
	switch t.Import + "." + string(t.Name) {
	case "time.Time":
		return jen.Qual("time", "Now").Call()
	case "io.Reader":
		return jen.Qual("strings", "NewReader").Call(jen.Lit(v.name))
	case "encoding/json.RawMessage":
		return v.goType(t).Call(jen.Lit("{}"))
	case "encoding/json.Number":
		return v.goType(t).Call(jen.Lit("1"))
	}
	return jen.Op("*").New(v.goType(t))
}

func (v valuer) ofRuntime(t *sdk.Type) jen.Code {
	now := jen.Qual("time", "Now").Call()
	switch t.Name {
	case "Date":
		return v.runtime("DateOf").Call(now)
	case "RFC2822":
		return v.goType(t).Values(jen.Id("Time").Op(":").Add(now))
	case "Decimal":
		return v.goType(t).Call(jen.Lit("1.5"))
	case "File":
		return v.goType(t).Values(
			jen.Id("Name").Op(":").Lit("file.txt"),
			jen.Id("Reader").Op(":").Qual("strings", "NewReader").Call(jen.Lit(v.name)),
		)
	}
	return jen.Op("*").New(v.goType(t))
}
