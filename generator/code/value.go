package code

import (
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
	name  string      // what the value is for: stands for it where nothing is known
	given *sdk.Given  // the document's own value; nil: none
	from  *model.Type // may have a pattern; nil: unknown
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
	given := v.given.Items()
	if len(given) == 0 {
		given = []*sdk.Given{nil}
	}
	var all []jen.Code
	for _, one := range given {
		if item := v.item(t.Elem, one); item != nil {
			all = append(all, item)
		}
	}
	return all
}

// item is nil for what lies too deep.
func (v valuer) item(t *sdk.Type, given *sdk.Given) jen.Code {
	v.from, v.given = nil, given
	v.depth++
	if o, ok := t.Root().(*sdk.Object); ok && t.Shape == sdk.Named {
		return v.exampleFields(o.Fields, v.given, v.depth) // the list's type says which
	}
	if _, ok := t.Root().(*sdk.Union); ok && v.depth >= deepest {
		return nil
	}
	return v.value(t)
}

func (v valuer) builtin(t *sdk.Type) jen.Code {
	switch t.Name {
	case "string":
		return jen.Lit(v.text(v.name))
	case "bool":
		no, ok := v.given.Bool()
		return jen.Lit(!ok || no != "false")
	case "byte":
		return jen.LitByte('x')
	case "any":
		return jen.Lit(v.text(v.name))
	}
	return v.number(t.Name)
}

// number goes through Go's own numbers, so that no text of the document is printed.
func (v valuer) number(of sdk.Ident) jen.Code {
	text, _ := v.given.Number(of)
	if n, err := strconv.Atoi(text); err == nil {
		return jen.Lit(n)
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return jen.Lit(f)
	}
	return jen.Op("1")
}

// text is the document's example, if that is a string; else an id as its pattern wants it, or other.
func (v valuer) text(other string) string {
	if s, ok := v.given.Text(); ok {
		return s
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
