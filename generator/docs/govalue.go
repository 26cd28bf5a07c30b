package docs

import (
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/sdk"
)

// A goValue writes values as a user of the package does.
type goValue struct {
	pkg string
}

// outer is a name with its package before it.
func (g goValue) outer(home *sdk.Home, name sdk.Ident) string {
	if home != nil {
		return string(home.Name) + "." + string(name)
	}
	return g.pkg + "." + string(name)
}

// Bounds of how deep a sample fills in required members, and of how many below the first level.
const (
	maxValueDepth = 3
	maxValueWidth = 12
)

// of is a value of a type: the document's example where it is plain text, a placeholder else.
func (g goValue) of(t *sdk.Type, given *sdk.Given, depth int) string {
	switch t.Shape {
	case sdk.Builtin:
		return builtin(t.Name, given)
	case sdk.Std:
		return standard(t)
	case sdk.Runtime:
		return runtimeValue(t)
	case sdk.Named:
		return g.named(t.Decl, given, depth)
	case sdk.Ptr:
		return g.pointer(t.Elem, g.of(t.Elem, given, depth))
	case sdk.Slice:
		return "[]" + g.spell(t.Elem) + "{" + g.items(t.Elem, given, depth) + "}"
	case sdk.Map:
		return "map[string]" + g.spell(t.Elem) + "{" + prefixed(`"key": `, g.elem(t.Elem, depth)) + "}"
	case sdk.Nullable:
		return "sdk.Value(" + g.typed(t.Elem, g.of(t.Elem, given, depth)) + ")"
	}
	return "nil"
}

// items are the items of a list: what the document shows, or one.
func (g goValue) items(t *sdk.Type, given *sdk.Given, depth int) string {
	var all []string
	if items := given.Items(); len(items) > 0 && depth < maxValueDepth {
		for _, item := range items {
			all = append(all, g.bare(t, g.of(t, item, depth+1)))
		}
		return strings.Join(all, ", ")
	}
	return g.elem(t, depth)
}

func (g goValue) elem(t *sdk.Type, depth int) string {
	if depth >= maxValueDepth {
		return ""
	}
	return g.bare(t, g.of(t, nil, depth+1))
}

// bare is a struct without its type, which the list or map around it says.
func (g goValue) bare(t *sdk.Type, value string) string {
	if _, ok := t.Root().(*sdk.Object); ok && t.Shape == sdk.Named {
		return strings.TrimPrefix(value, g.spell(t))
	}
	return value
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// pointer is a pointer to a value: to a literal, or to a copy of what has no address.
func (g goValue) pointer(t *sdk.Type, value string) string {
	if strings.HasSuffix(value, "}") {
		return "&" + value
	}
	return "sdk.Ptr(" + g.typed(t, value) + ")"
}

// absent is the value of an optional body that is not sent.
func (g goValue) absent(t *sdk.Type) string {
	if t.Shape == sdk.Named {
		return g.zero(t.Decl)
	}
	return "nil"
}

func (g goValue) zero(d sdk.Decl) string {
	switch d.(type) {
	case *sdk.Object, *sdk.Union:
		return g.outer(d.Home(), d.GoName()) + "{}"
	}
	return "*new(" + g.outer(d.Home(), d.GoName()) + ")"
}

// typed converts a constant to the type that inference would miss.
func (g goValue) typed(t *sdk.Type, value string) string {
	if t.Shape == sdk.Builtin && t.Name != "string" && t.Name != "bool" && t.Name != "int" && t.Name != "any" {
		return string(t.Name) + "(" + value + ")"
	}
	return value
}

func builtin(name sdk.Ident, given *sdk.Given) string {
	switch name {
	case "string":
		return strconv.Quote(exampleText(given))
	case "bool":
		if no, ok := given.Bool(); ok {
			return no
		}
		return "true"
	case "any":
		return `"…"`
	}
	if number, ok := given.Number(name); ok {
		return number
	}
	if name == "float64" || name == "float32" {
		return "1.5"
	}
	return "1"
}

// exampleText is the document's example of a string, if there is one.
func exampleText(given *sdk.Given) string {
	if s, ok := given.Text(); ok {
		return s
	}
	return "…"
}

func standard(t *sdk.Type) string {
	switch t.String() {
	case "time.Time":
		return "time.Now()"
	case "io.Reader":
		return `strings.NewReader("…")`
	case "json.RawMessage":
		return "json.RawMessage(`{}`)"
	case "json.Number":
		return `json.Number("1")`
	}
	return t.String() + "{}"
}

func runtimeValue(t *sdk.Type) string {
	switch t.Name {
	case "Decimal":
		return `sdk.Decimal("1.5")`
	case "File":
		return `sdk.File{Name: "name.txt", Reader: strings.NewReader("…")}`
	}
	return t.String() + "{}"
}

func (g goValue) named(d sdk.Decl, given *sdk.Given, depth int) string {
	switch d := d.(type) {
	case *sdk.Enum:
		if v := given.Constant(d); v != nil {
			return g.outer(d.In, v.Name)
		}
		if len(d.Values) > 0 {
			return g.outer(d.In, d.Values[0].Name)
		}
	case *sdk.Object:
		return g.composite(g.outer(d.In, d.Name), d.Fields, given, depth)
	case *sdk.Union:
		if len(d.Variants) > 0 && depth < maxValueDepth {
			t := d.Variants[0].Type
			return g.outer(d.In, d.Of) + "(" + g.typed(t, g.of(t, nil, depth+1)) + ")"
		}
	case *sdk.Alias:
		if depth < maxValueDepth {
			return g.outer(d.In, d.Name) + "(" + g.of(d.Type, given, depth+1) + ")"
		}
	}
	return g.zero(d)
}

// composite is a struct with what it requires, and with what the document shows.
func (g goValue) composite(name string, fields []*sdk.Field, given *sdk.Given, depth int) string {
	var set []string
	for _, f := range given.Fields(fields) {
		if len(set) == maxValueWidth && depth > 0 || depth >= maxValueDepth {
			break
		}
		set = append(set, string(f.Name)+": "+g.of(f.Type, given.Of(f), depth+1))
	}
	head := name + "{"
	if len(set) == 0 {
		return head + "}"
	}
	if one := head + strings.Join(set, ", ") + "}"; len(one) < 60 && !strings.Contains(one, "\n") {
		return one
	}
	inner := strings.ReplaceAll(strings.Join(set, ",\n"), "\n", "\n\t")
	return head + "\n\t" + inner + ",\n}"
}

// spell is a type as a user of the package writes it.
func (g goValue) spell(t *sdk.Type) string {
	switch t.Shape {
	case sdk.Named:
		return g.outer(t.Decl.Home(), t.Decl.GoName())
	case sdk.Ptr:
		return "*" + g.spell(t.Elem)
	case sdk.Slice:
		return "[]" + g.spell(t.Elem)
	case sdk.Map:
		return "map[string]" + g.spell(t.Elem)
	case sdk.Nullable:
		return "sdk.Nullable[" + g.spell(t.Elem) + "]"
	}
	return t.String()
}
